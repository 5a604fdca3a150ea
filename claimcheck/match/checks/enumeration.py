"""
Count the members of a list against the number that announces it.

"Five other states voted against: A, B, C, D, E" announces five and names five.  A list
is counted only when every member is a name, for "soldiers, among them two officers" is
no list of two; after "including" fewer members are no slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.lexicon import word_map, word_set
from claimcheck.model import Quantity, Span, Token

_MOST_ANNOUNCED = 40
_LONGEST_MEMBER = 6


@dataclass(frozen=True, slots=True)
class Listing:
    """Hold the members of a list as token groups; *is_open* after "including"."""

    members: tuple[tuple[Token, ...], ...]
    is_open: bool

    @property
    def span(self) -> Span:
        """Return the stretch from the first member to the last."""
        return self.members[0][0].span.cover(self.members[-1][-1].span)


def check_enumeration(passage: Passage) -> Iterator[Result]:
    """Check announced counts and ordinals against the lists that follow them."""
    yield from _check_counts(passage)
    yield from _check_ordinals(passage)


def _check_counts(passage: Passage) -> Iterator[Result]:
    tokens = passage.sentence.tokens
    for quantity in passage.quantities:
        count = _announced(quantity)
        if count is None:
            continue
        start = _list_start(tokens, quantity)
        listing = (
            _apposition(tokens, quantity)
            if start is None
            else read_list(tokens, *start)
        )
        if listing is None or len(listing.members) == 1:
            continue
        named = len(listing.members)
        holds = named <= count if listing.is_open else named == count
        why = (
            f"{quantity.text} are announced and {named} are named: "
            f"{', '.join(_say(m) for m in listing.members)}."
        )
        yield Result(
            "enumeration",
            None if holds else "possible" if start is None else "conflict",
            f"Are there {quantity.text}, or as many as are named?",
            "list counted",
            why,
            quantity.span,
            quantity.text,
            f"{named} named",
            (listing.span,),
        )


def _announced(quantity: Quantity) -> int | None:
    """Return the exact small count that a quantity states, or None."""
    low = quantity.low
    if quantity.unit not in ("", "person") or low is None or low != quantity.high:
        return None
    if quantity.approximate or low != low.to_integral_value():
        return None
    return int(low) if Decimal(1) < low <= _MOST_ANNOUNCED else None


def _list_start(tokens: Sequence[Token], quantity: Quantity) -> tuple[int, bool] | None:
    """
    Return the token at which the list of a count begins, and whether it is open.

    Between the count and the list there is no other finite clause that could own the
    list: the announcing noun is followed by a colon, by "including", or is the subject
    of "were", "are" or "included".
    """
    noun = next((t for t in tokens if t.span.start >= quantity.span.end), None)
    if noun is None:
        return None
    opening = word_set("checks", "opens_list")
    for token in tokens[noun.index :]:
        if token.text == ":":
            return token.index + 1, False
        low = token.text.lower()
        if low in opening:
            return token.index + 1, True
        if low == "namely":
            return token.index + 1, False
        if token.text in (";", "(") or _is_number(token):
            return None
    return None


def _apposition(tokens: Sequence[Token], quantity: Quantity) -> Listing | None:
    """
    Read "five towns, A, B and C" or "the five towns are A, B and C", or None.

    The plural noun stands right before the comma or the verb, and the list ends with
    the clause: in "after two defeats, A and B withdrew" the names are the subject.
    """
    after = [t for t in tokens if t.span.start >= quantity.span.end]
    noun = next((t for t in after if t.pos not in ("ADJ", "NOUN", "PROPN")), None)
    if noun is None or noun.index == 0 or tokens[noun.index - 1].tag != "NNS":
        return None
    before = [t for t in tokens if t.span.end <= quantity.span.start]
    is_copula = noun.text.lower() in ("are", "were")
    if is_copula and not (before and before[-1].text.lower() == "the"):
        return None
    if noun.text != "," and not is_copula:
        return None
    if tokens[0].pos in ("ADP", "SCONJ") and not any(t.pos == "VERB" for t in before):
        return None
    start = noun.index + 1
    closing = next((t.index for t in tokens[start:] if t.lemma.lower() == "and"), None)
    if closing is None:
        return None
    stop = next(
        (t.index for t in tokens[closing + 1 :] if t.pos == "PUNCT"), len(tokens)
    )
    listing = read_list(tokens[:stop], start)
    return listing if listing is not None and not _hides_more(listing) else None


def _hides_more(listing: Listing) -> bool:
    """Tell whether a member may be two, or an adjective: "Swiss and Norwegian"."""
    return any(
        member[-1].pos not in ("NOUN", "PROPN", "NUM") for member in listing.members
    )


def _is_number(token: Token) -> bool:
    return token.pos == "NUM"


def read_list(
    tokens: Sequence[Token],
    start: int,
    is_open: bool = False,  # noqa: FBT001, FBT002 - one of two kinds of list
) -> Listing | None:
    """
    Read the names that follow, separated by commas and "and", or None.

    Words in brackets are passed over.  The list ends with the clause; a member without
    a name, or with more than a few words, means that this is no list of names.
    """
    members: list[list[Token]] = [[]]
    depth = 0
    for token in tokens[start:]:
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth -= 1
        elif depth > 0:
            continue
        elif token.text in (".", ";", "\u2013", "\u2014", "--", "!", "?"):
            break
        elif token.text == "," or token.lemma.lower() in ("and", "&"):
            members.append([])
        else:
            members[-1].append(token)
    named = [tuple(m) for m in members if m]
    if not named:
        return None
    is_list = all(_is_name(m) for m in named) or (
        not is_open and len(named) > 1 and all(_is_thing(m) for m in named)
    )
    if not is_list:
        return None
    return Listing(tuple(named), is_open)


def _is_name(member: Sequence[Token]) -> bool:
    lead = [t for t in member if t.pos not in ("DET", "ADV", "PUNCT", "ADP")]
    return (
        bool(lead)
        and len(member) <= _LONGEST_MEMBER
        and all(t.pos not in ("VERB", "AUX", "PRON") for t in member)
        and lead[-1].text[:1].isupper()
    )


def _is_thing(member: Sequence[Token]) -> bool:
    """Tell whether a member is a plain phrase: "the pilot station"."""
    return (
        member[0].pos == "DET"
        and len(member) <= _LONGEST_MEMBER
        and any(t.pos in ("NOUN", "PROPN") for t in member)
        and all(t.pos not in ("VERB", "AUX", "PRON") for t in member)
    )


def _check_ordinals(passage: Passage) -> Iterator[Result]:
    """Check "the fourth trip, following visits to A, B and C"."""
    tokens = passage.sentence.tokens
    for token in tokens:
        rank = word_map("ordinals").get(token.lemma.lower())
        if rank is None:
            continue
        follow = next(
            (
                t
                for t in tokens[token.index :]
                if t.text.lower() in ("following", "after")
            ),
            None,
        )
        if follow is None:
            continue
        listing = _earlier_ones(tokens, follow.index + 1)
        if listing is None:
            continue
        expected = len(listing.members) + 1
        why = (
            f"{len(listing.members)} earlier ones are named "
            f"({', '.join(_say(m) for m in listing.members)}), so this is number "
            f"{expected}; the text says {token.text}."
        )
        yield Result(
            "enumeration",
            None if expected == int(rank) else "possible",
            f"Is it the {token.text}, or number {expected}?",
            "earlier ones counted",
            why,
            token.span,
            token.text,
            f"number {expected}",
            (listing.span,),
        )


def _earlier_ones(tokens: Sequence[Token], start: int) -> Listing | None:
    """Read "visits to A, B and C in May": plural noun, preposition, names."""
    head = tokens[start : start + 3]
    place = next((t for t in head if t.pos == "ADP"), None)
    plural = any(t.tag == "NNS" for t in head)
    if place is None or not plural:
        return None
    stop = next(
        (t.index for t in tokens[place.index + 1 :] if t.pos in ("ADP", "VERB", "AUX")),
        len(tokens),
    )
    listing = read_list(tokens[:stop], place.index + 1)
    return listing if listing is not None and len(listing.members) > 1 else None


def _say(member: Sequence[Token]) -> str:
    return " ".join(t.text for t in member)
