"""
Check the tally of a vote against the seats, when all are said to have been there.

"The council voted 28 to 19.  Three members abstained.  All 51 seats were filled and
nobody was absent": 50 votes are told of 51.  Someone in the chair may not have voted,
so that this is never more than possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.lexicon import word_set
from claimcheck.match.wording import say_number
from claimcheck.model import Quantity, Span

# "Voted 28 to 19", "by 28 votes to 19", "28 in favour and 19 against".
_VOTED = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\bballot\b|\bin favou?r\b"
    r"|\b(?:carried|passed|adopted|rejected)\b"
)
_ABSTAINED = re.compile(
    r"^\s+(?:[\w'\u2019-]{1,30}\s+){0,3}?(?:abstained|abstaining|abstentions?)\b"
)
_NO_ABSTENTION = re.compile(
    r"\b(?:no\s+abstentions?|(?:nobody|no\s+one|none)\s+abstained)\b"
)
_ALL = re.compile(r"\ball(?:\s+of)?(?:\s+(?:the|its|their))?\s+$")
_NOBODY_ABSENT = re.compile(
    r"\b(?:nobody|no\s+one|none|no\s+\w+)\s+(?:was|were|being)\s+(?:absent|missing|away)\b"
    r"|\bwith(?:out|\s+no)\s+(?:absences|absentees)\b"
)
# After "all 51 seats": filled, and all of them voting.
_NAMED = r"^\s+(?:[\w'\u2019-]{1,30}\s+){1,5}?"
_PRESENT = re.compile(
    rf"{_NAMED}(?:were\s+(?:\w+\s+)?(?:present|there|filled|taken))\b"
)
_ALL_VOTED = re.compile(
    rf"{_NAMED}(?:voted|took\s+part|cast\s+(?:a\s+)?(?:vote|ballot)s?)\b"
)
# The seats are told at most this many sentences from the tally.
_REACH = 3


def check_tallies(passages: Sequence[Passage]) -> Iterator[Result]:
    """Check each tally against the one full house told near it."""
    for position, passage in enumerate(passages):
        tallies = [q for q in passage.quantities if _is_tally(passage, q)]
        if len(tallies) != 1:
            continue
        near = passages[max(position - _REACH, 0) : position + _REACH + 1]
        if any(p is not passage and _has_tally(p) for p in near):
            continue  # which of the votes the seats were filled at is not told
        absent = _abstaining(near)
        house = _full_house(near)
        if absent is not None and house is not None:
            yield from _compare(tallies[0], absent, house)


def _has_tally(passage: Passage) -> bool:
    return any(_is_tally(passage, q) for q in passage.quantities)


def _is_tally(passage: Passage, quantity: Quantity) -> bool:
    """Tell whether a score is one of votes, not of goals."""
    is_score = quantity.unit == "score" and None not in (quantity.low, quantity.high)
    return is_score and _VOTED.search(passage.text.lower()) is not None


def _abstaining(
    passages: Sequence[Passage],
) -> tuple[Decimal, tuple[Span, ...]] | None:
    """Return how many abstained and where it says so, or None when it does not."""
    told = [
        q
        for p in passages
        for q in p.quantities
        if _is_exact(q) and _is_of_abstainers(p, q)
    ]
    if len(told) == 1 and told[0].low is not None:
        return told[0].low, (told[0].span,)
    denied = any(_NO_ABSTENTION.search(p.text.lower()) for p in passages)
    return (Decimal(0), ()) if denied and not told else None


def _is_of_abstainers(passage: Passage, quantity: Quantity) -> bool:
    return _ABSTAINED.match(passage.after(quantity.span)) is not None


def _full_house(passages: Sequence[Passage]) -> Quantity | None:
    """Return the seats that were all filled while nobody was absent, or all voted."""
    seats = [(p, q) for p in passages for q in p.quantities if _is_whole_house(p, q)]
    if len(seats) != 1:
        return None
    ((passage, house),) = seats
    if _ALL_VOTED.match(passage.after(house.span)):
        return house
    is_full = any(_NOBODY_ABSENT.search(p.text.lower()) for p in passages)
    return house if is_full else None


def _is_whole_house(passage: Passage, quantity: Quantity) -> bool:
    """Tell whether "all 51 seats were filled" tells of this figure."""
    voters = word_set("checks", "voters")
    if not _is_exact(quantity) or quantity.measure_head.lower() not in voters:
        return False
    head = passage.text[: quantity.span.start - passage.sentence.span.start]
    after = passage.after(quantity.span)
    is_there = _PRESENT.match(after) or _ALL_VOTED.match(after)
    return bool(_ALL.search(head.lower()) and is_there)


def _is_exact(quantity: Quantity) -> bool:
    is_point = quantity.low is not None and quantity.low == quantity.high
    return is_point and not quantity.approximate and quantity.kind == "count"


def _compare(
    tally: Quantity, absent: tuple[Decimal, tuple[Span, ...]], house: Quantity
) -> Iterator[Result]:
    if tally.low is None or tally.high is None or house.low is None:
        return
    abstained, spans = absent
    made = tally.low + tally.high + abstained
    votes = say_number(made)
    yield Result(
        "arithmetic",
        None if made == house.low else "possible",
        f"Do the votes of {tally.text} make {house.text}?",
        "tally against seats",
        f"{tally.text} and {say_number(abstained)} abstaining make {votes}; "
        f"the text says that all {house.text} were there.",
        tally.span,
        tally.text,
        f"{say_number(house.low)} votes",
        (*spans, house.span),
    )
