"""
Check the rank of a thing against the earlier ones that are named.

"His fourth trip, following visits to A, B and C", "their third tour, after those of
2010 and 2012", "her third novel, after The Mill and The Weir".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.checks.listing import Listing, read_list
from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.lexicon import word_map, word_set
from claimcheck.model import Span, Token

_FOLLOWING = ("following", "after")
# Between "after" and the first of several years: "after those of", "after wins in".
_TO_YEARS = re.compile(r"^\s+(?:[\w'-]{1,20}\s+){0,3}$")
_NEXT_YEAR = re.compile(r"^(?:,|,?\s+and)\s+$")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Earlier:
    """Hold the earlier ones that a sentence names, between *fewest* and *most*."""

    fewest: int
    most: int
    said: str
    span: Span


def check_ordinals(passage: Passage) -> Iterator[Result]:
    """Check "the fourth trip, following visits to A, B and C"."""
    tokens = passage.sentence.tokens
    for token in tokens:
        rank = word_map("ordinals").get(token.lemma.lower())
        follow = _following(tokens, token) if rank is not None else None
        if rank is None or follow is None or not _is_counted(tokens, token):
            continue
        earlier = (
            _earlier_listed(tokens, follow.index + 1)
            or _earlier_years(passage, follow)
            or _earlier_named(tokens, follow)
        )
        if earlier is not None:
            yield _compare(token, int(rank), earlier)


def _following(tokens: Sequence[Token], ordinal: Token) -> Token | None:
    """Return the "after" that tells what came before, in the ordinal's sentence."""
    rest = tokens[ordinal.index :]
    return next((t for t in rest if t.text.lower() in _FOLLOWING), None)


def _is_counted(tokens: Sequence[Token], ordinal: Token) -> bool:
    """Tell whether the ordinal counts a noun, and is no place in a race."""
    if ordinal.dep == "amod":
        noun = tokens[ordinal.head].lemma.lower()
        return noun not in word_set("directions", "ranks")
    # "Her fifth of the season" stands for a noun that is owned.
    return any(t.head == ordinal.index and t.dep == "poss" for t in tokens)


def _compare(ordinal: Token, rank: int, earlier: Earlier) -> Result:
    holds = earlier.fewest <= rank - 1 <= earlier.most
    return Result(
        "enumeration",
        None if holds else "possible",
        f"Is it the {ordinal.text}, or number {earlier.most + 1}?",
        "earlier ones counted",
        f"{earlier.most} earlier ones are named ({earlier.said}), so this is number "
        f"{earlier.most + 1}; the text says {ordinal.text}.",
        ordinal.span,
        ordinal.text,
        f"number {earlier.most + 1}",
        (earlier.span,),
    )


def _earlier_listed(tokens: Sequence[Token], start: int) -> Earlier | None:
    """Read "visits to A, B and C in May": plural noun, preposition, names."""
    head = tokens[start : start + 3]
    place = next((t for t in head if t.pos == "ADP"), None)
    is_plural = any(t.tag == "NNS" or t.text.lower() == "those" for t in head)
    if place is None or not is_plural:
        return None
    stop = next(
        (t.index for t in tokens[place.index + 1 :] if t.pos in ("ADP", "VERB", "AUX")),
        len(tokens),
    )
    return _as_earlier(read_list(tokens[place.index + 1 : stop]))


def _earlier_named(tokens: Sequence[Token], follow: Token) -> Earlier | None:
    """Read the names right after "following": "following The Mill and The Weir"."""
    listing = read_list(tokens[follow.index + 1 :])
    return None if listing is None or listing.kind != "names" else _as_earlier(listing)


def _as_earlier(listing: Listing | None) -> Earlier | None:
    if listing is None or len(listing.members) < _FEWEST:
        return None
    most = len(listing.members)
    return Earlier(listing.fewest, most, listing.say(), listing.span)


def _earlier_years(passage: Passage, follow: Token) -> Earlier | None:
    """Read "after those of 2010, 2012 and 2014"."""
    years = [
        d for d in passage.dates if d.span > follow.span and d.text.strip().isdigit()
    ]
    if not years or not _TO_YEARS.match(passage.between(follow.span, years[0].span)):
        return None
    listed = [years[0]]
    for year in years[1:]:
        if not _NEXT_YEAR.match(passage.between(listed[-1].span, year.span)):
            break
        listed.append(year)
    if len(listed) < _FEWEST:
        return None
    said = ", ".join(year.text for year in listed)
    span = listed[0].span.cover(listed[-1].span)
    return Earlier(len(listed), len(listed), said, span)
