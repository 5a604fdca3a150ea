"""Check figures that cannot be what they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.match.checks.arithmetic import find_changes
from claimcheck.match.checks.passage import Passage, Result, of_unit
from claimcheck.match.lexicon import word_set
from claimcheck.match.wording import say_number
from claimcheck.model import Quantity, Token

_WHOLE = Decimal(100)
# A bare number this large before "of" and a substance wants its unit.
_LARGE = Decimal(100)
# "Slightly" is said of changes up to this share, "sharply" of changes above the other.
SMALL_CHANGE = Decimal("0.15")
LARGE_CHANGE = Decimal("0.03")
_NUMERAL = r"(\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?![\d,.])"
_BETWEEN = re.compile(
    rf"[Bb]etween \D{{0,2}}{_NUMERAL}\D{{0,20}} and \D{{0,2}}{_NUMERAL}"
)
_OF = re.compile(r"^\s+of\s+")


def check_directions(passage: Passage) -> Iterator[Result]:
    """Check "rose", "fell" and "slightly" against figures "from" and "to"."""
    for change in find_changes(passage):
        start, end = change.start.low, change.end.low
        if start is None or end is None or start <= 0:
            continue
        verb = _verb_of(passage, change.start)
        if verb is None:
            continue
        step = (end - start) / start
        yield from _check_sign(passage, verb, step, (change.start, change.end))
        yield from _check_size(passage, verb, step, (change.start, change.end))


def _verb_of(passage: Passage, start: Quantity) -> Token | None:
    """Return the last verb of rising or falling before the figures."""
    words = word_set("directions", "up") | word_set("directions", "down")
    before = [t for t in passage.sentence.tokens if t.span.end <= start.span.start]
    verbs = [
        t for t in before if t.pos in ("VERB", "NOUN") and t.lemma.lower() in words
    ]
    return verbs[-1] if verbs else None


def _check_sign(
    passage: Passage, verb: Token, step: Decimal, figures: tuple[Quantity, Quantity]
) -> Iterator[Result]:
    rises = verb.lemma.lower() in word_set("directions", "up")
    if any(t.dep == "neg" and t.head == verb.index for t in passage.sentence.tokens):
        return
    holds = step > 0 if rises else step < 0
    first, second = (q.text for q in figures)
    way = "rise" if step > 0 else "fall" if step < 0 else "stand still"
    yield Result(
        "arithmetic",
        None if holds else "conflict",
        f"Did it {'rise' if rises else 'fall'} from {first} to {second}?",
        "direction against figures",
        f"The text says {verb.text}; the figures {way} from {first} to {second}.",
        verb.span,
        verb.text,
        way,
        tuple(q.span for q in figures),
    )


def _check_size(
    passage: Passage, verb: Token, step: Decimal, figures: tuple[Quantity, Quantity]
) -> Iterator[Result]:
    near = [t for t in passage.sentence.tokens if abs(t.index - verb.index) <= 2]  # noqa: PLR2004 - right before or after the verb
    for token in near:
        low = token.text.lower()
        small = low in word_set("directions", "slightly")
        if not small and low not in word_set("directions", "sharply"):
            continue
        size = abs(step)
        holds = size <= SMALL_CHANGE if small else size >= LARGE_CHANGE
        percent = f"{say_number(round(size * _WHOLE, 0))}%"
        first, second = (q.text for q in figures)
        yield Result(
            "wording",
            None if holds else "possible",
            f"Is a change of {percent} one that goes with {token.text}?",
            "adverb against figures",
            f"From {first} to {second} is {percent}; the text says {token.text}.",
            token.span,
            f"{verb.text} {token.text}",
            percent,
            tuple(q.span for q in figures),
        )


def check_shares(passage: Passage) -> Iterator[Result]:
    """Check that a share of a whole is no more than all of it."""
    for share in of_unit(passage.quantities, "percent"):
        stated = share.stated_low
        if stated is None or stated <= _WHOLE:
            continue
        after = passage.after(share.span)
        if not (found := re.match(r"\s+of\s+(?:the\s+|all\s+|its\s+)?(\w+)", after)):
            continue
        if found[1] not in word_set("checks", "wholes"):
            continue
        yield Result(
            "arithmetic",
            "conflict",
            f"Can {share.text} of {found[1]} be right?",
            "share over 100 %",
            f"A share of {found[1]} is at most 100 %; the text says {share.text}.",
            share.span,
            share.text,
            "at most 100 %",
        )


def check_ranges(passage: Passage) -> Iterator[Result]:
    """Check that a range starts at its lower end."""
    for quantity in passage.quantities:
        low, high = _printed_ends(quantity)
        if quantity.change or passage.before(quantity.span, 1) == ("by",):
            continue  # a fall from 5 to 3, a vote of 14 to 9
        is_plain = quantity.unit in ("", "score") and quantity.kind in (
            "score",
            "count",
        )
        is_between = "between" in (
            *passage.before(quantity.span, 1),
            *_opening(quantity),
        )
        if is_plain and not is_between:
            continue
        if low is not None and high is not None and low > high:
            yield Result(
                "arithmetic",
                "conflict",
                f"Which is the lower end of {quantity.text}?",
                "range upside down",
                f"{say_number(low)} is more than {say_number(high)}.",
                quantity.span,
                quantity.text,
                f"{say_number(high)} to {say_number(low)}",
            )


def _opening(quantity: Quantity) -> list[str]:
    return quantity.text.lower().split()[:1]


def _printed_ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends of a range in the order in which they are printed."""
    low, high = quantity.stated_low, quantity.stated_high
    found = _BETWEEN.match(quantity.text)
    if found is None or not low or not high:
        return low, high
    first, second = (Decimal(number.replace(",", "")) for number in found.groups())
    is_turned = second > 0 and first * low == second * high
    return (high, low) if is_turned else (low, high)


def check_units(passage: Passage) -> Iterator[Result]:
    """
    Check that an amount of a substance has a unit.

    "Over 165,000 of refined petroleum" lacks its barrels or tonnes: a bare number
    before "of" and a noun that is not counted.
    """
    tokens = passage.sentence.tokens
    for quantity in passage.quantities:
        amount = quantity.stated_low or quantity.stated_high
        if quantity.unit or amount is None or amount < _LARGE:
            continue
        if not _OF.match(passage.after(quantity.span)):
            continue
        rest = [t for t in tokens if t.span.start >= quantity.span.end][1:]
        phrase: list[Token] = []
        for token in rest:
            if token.pos not in ("ADJ", "NOUN", "VERB") or token.tag == "NNS":
                break
            phrase.append(token)
            if token.tag == "NN" and token.lemma in word_set("checks", "substances"):
                substance = " ".join(t.text for t in phrase)
                yield Result(
                    "wording",
                    "possible",
                    f"{quantity.text} what of {substance}?",
                    "unit missing",
                    f"{substance} is not counted, and no unit stands with the number.",
                    quantity.span,
                    f"{quantity.text} of {substance}",
                    "a number with its unit",
                )
                break
