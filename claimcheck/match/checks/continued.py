"""
Check a sentence against the one before it, which it takes up.

"Chad is one of the seven states on the lake.  Besides Chad, these are Niger, Mali ..."
and "in 2012 the school had 410 pupils.  By 2020 the number had dropped to 455."  The
second sentence must say that it goes on: "these", "they", "the number", "it".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from claimcheck.match.checks.changes import Change
from claimcheck.match.checks.directions import check_step
from claimcheck.match.checks.enumeration import announced, counted
from claimcheck.match.checks.listing import read_list
from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.lexicon import word_set
from claimcheck.model import Quantity, Token

# "In addition to A and B, these were ...": how far into the sentence the verb stands.
_LONGEST_OPENING = 14


def check_continued(passages: Sequence[Passage]) -> Iterator[Result]:
    """Check each sentence of a paragraph against the one it takes up."""
    for earlier, later in itertools.pairwise(passages):
        follows = later.index == earlier.index + 1
        if follows and earlier.sentence.paragraph == later.sentence.paragraph:
            yield from _check_list(earlier, later)
            yield from _check_level(earlier, later)


def _check_list(earlier: Passage, later: Passage) -> Iterator[Result]:
    """Check "one of the seven states" against "besides Chad, these are ..."."""
    counts = [
        (quantity, count)
        for quantity in earlier.quantities
        if (count := announced(earlier, quantity)) is not None
    ]
    tokens = later.sentence.tokens
    verb = _listing_verb(tokens)
    if len(counts) != 1 or verb is None:
        return
    opening = tokens[: verb.index - 1]
    others = _named_beside(opening)
    listing = read_list(_without_opening_mark(tokens[verb.index + 1 :]))
    if others is None or listing is None or listing.kind != "names":
        return
    quantity, count = counts[0]
    if len(listing.members) > 1:
        yield counted(quantity, count, listing, "possible", others)


def _listing_verb(tokens: Sequence[Token]) -> Token | None:
    """Return the "are" or "were" of "these are", "the others were", or None."""
    for token in tokens[1:_LONGEST_OPENING]:
        subject = tokens[token.index - 1].text.lower()
        if token.text.lower() in ("are", "were"):
            is_anaphor = subject in word_set("checks", "plural_anaphors")
            return token if is_anaphor else None
    return None


def _named_beside(opening: Sequence[Token]) -> int | None:
    """Return how many "besides A and B," names, 0 without it, None if not told."""
    words = [t for t in opening if t.text.lower() not in ("the", ",")]
    if not words:
        return 0
    heads = " ".join(t.text.lower() for t in words[:3])
    phrases = word_set("checks", "beside")
    lead = next((p for p in sorted(phrases) if f"{heads} ".startswith(f"{p} ")), None)
    if lead is None:
        return None
    start = opening.index(words[len(lead.split()) - 1]) + 1
    listing = read_list(opening[start:])
    return None if listing is None else len(listing.members)


def _without_opening_mark(tokens: Sequence[Token]) -> Sequence[Token]:
    return tokens[1:] if tokens and tokens[0].text == ":" else tokens


def check_series(passage: Passage) -> Iterator[Result]:
    """Check "it was 50 in 2014; in 2016 it went down to 80" within one sentence."""
    for left, right in itertools.pairwise(filter(_is_point, passage.quantities)):
        subject = _subject_of(passage, right)
        if subject is None or subject.span.start < left.span.end:
            continue
        if left.change in ("", "to") and _is_reached(left, right):
            change = Change(left, right)
            yield from check_step(passage, change, right.span.start)


def _check_level(earlier: Passage, later: Passage) -> Iterator[Result]:
    """Check "the number had dropped to 455" against the one level told before."""
    before = [q for q in earlier.quantities if _is_point(q)]
    after = [q for q in later.quantities if _is_point(q)]
    if len(before) != 1 or not after or before[0].change in ("by", "from"):
        return
    if _subject_of(later, after[0]) is not None and _is_reached(before[0], after[0]):
        change = Change(before[0], after[0])
        yield from check_step(later, change, after[0].span.start)


def _is_reached(before: Quantity, level: Quantity) -> bool:
    return level.change == "to" and before.unit == level.unit


def _is_point(quantity: Quantity) -> bool:
    return (
        quantity.low is not None
        and quantity.low == quantity.high
        and quantity.unit not in ("fold", "ordinal")
        and quantity.kind not in ("ratio", "ordinal", "age")
    )


def _subject_of(passage: Passage, level: Quantity) -> Token | None:
    """Return the "it" or "the number" that is the last subject before a level."""
    tokens = passage.sentence.tokens
    subjects = [
        t for t in tokens if t.dep == "nsubj" and t.span.end <= level.span.start
    ]
    if not subjects or subjects[-1].text.lower() not in word_set(
        "checks", "level_anaphors"
    ):
        return None
    subject = subjects[-1]
    is_modified = any(
        t.head == subject.index and t.dep not in ("det", "punct") for t in tokens
    )
    return None if is_modified else subject
