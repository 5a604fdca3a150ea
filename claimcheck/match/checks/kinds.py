"""
Add up the parts of a whole that go by kinds which share no member.

"96 sailors, 61 of them men and 45 women" counts more than there are.  "Of the 64 coins,
29 are pennies, 14 are groats, 18 are farthings and one is a crown" goes down to a
single coin, and names no kind for two others.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.match.checks.passage import Passage, Result
from claimcheck.match.checks.sums import (
    ROOM,
    ROOM_AFTER_COLON,
    compare_sum,
    exact_amount,
)
from claimcheck.match.lexicon import word_groups
from claimcheck.model import Entity, Quantity, Token

# "96 sailors, 61 of them": at most a few words of what is counted, then a comma.
_OF_THEM = re.compile(
    r"^(?:\s+[\w'\u2019-]{1,30}){1,4}\s{0,9}[,(\u2013\u2014-]\s{0,9}(?:including\s+)?$"
)
_THEM = re.compile(r"^\s+of\s+(?:them|whom|which|these|those)\b")
_LINK = re.compile(r"^[^.;:()\d]{1,60}?(?:,\s{0,9}and|,|\s(?:and|but))\s{0,9}$")
_PLACED = re.compile(r"^\s+(?:of\s+(?:them|whom)\s+)?(?:from|in)\s+$")
_OPENING = re.compile(r"(?:Out of|Of)\s+(?:the|its|their|all|these|those)\s+$")
_COMMA = re.compile(r"^[^.,;:()\d]{1,60},\s{0,9}$")
_OVERLAPS = re.compile(r"\b(?:both|also|either|too|partly|mixed|another|others?)\b")
_MEMBER = re.compile(r"^[^.,;:()\d]{1,60}?(?=,|\band\b|\.|;|$)")
_CLAUSE = re.compile(r"[,.;:()\u2013\u2014]")
# A whole after these is where something is, not what is counted.
_CARRYING = ("with", "of")
_IN_FIGURE = ("nummod", "compound", "quantmod")
_FEWEST_PARTS = 2
_FEWEST_KINDS = 3
_BE = "be"
_ONE = Decimal(1)
# A list that names kinds of one or two passes over no larger one by chance.
_FEW = Decimal(2)


def check_kinds(passage: Passage) -> Iterator[Result]:
    """Check wholes against parts told as "61 of them" or as "29 are"."""
    yield from _check_exclusive(passage)
    yield from _check_every_kind(passage)


def _check_exclusive(passage: Passage) -> Iterator[Result]:
    """Check "96 sailors, 61 of them men and 45 women": they cannot be more."""
    quantities = passage.quantities
    for position, whole in enumerate(quantities):
        parts = tuple(_listed(passage, whole, quantities[position + 1 :]))
        if len(parts) < _FEWEST_PARTS or not _is_counted(passage, whole):
            continue
        if not _share_no_member(passage, parts):
            continue
        made = sum(_amounts(parts), Decimal(0))
        if made > (exact_amount(whole) or made):
            yield from compare_sum(whole, parts, ROOM_AFTER_COLON)


def _listed(
    passage: Passage, whole: Quantity, rest: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Yield the counts that follow "96 sailors, ", each joined to the one before."""
    if not _is_count(whole):
        return
    for left, right in zip((whole, *rest), rest, strict=False):
        link = _OF_THEM if left is whole else _LINK
        if not _is_count(right) or not link.match(
            passage.between(left.span, right.span)
        ):
            return
        if left is whole and not _is_of_them(passage, whole, right):
            return
        yield right


def _is_of_them(passage: Passage, whole: Quantity, part: Quantity) -> bool:
    """Tell whether a part is "61 of them" or "including 61"; others are plain sums."""
    is_included = passage.between(whole.span, part.span).rstrip().endswith("including")
    return is_included or _THEM.match(passage.after(part.span)) is not None


def _is_count(quantity: Quantity) -> bool:
    return exact_amount(quantity) is not None and quantity.unit in ("", "person")


def _amounts(parts: Sequence[Quantity]) -> Iterator[Decimal]:
    return (a for part in parts if (a := exact_amount(part)) is not None)


def _is_counted(passage: Passage, whole: Quantity) -> bool:
    """
    Tell whether "them" are what the whole counts.

    In "the mayors of 12 towns, ten of them women" they are not.
    """
    tokens = passage.sentence.tokens
    figure = next((t for t in tokens if t.span.overlaps(whole.span)), None)
    if figure is None:
        return False
    noun = figure
    while noun.dep in _IN_FIGURE and noun.head != noun.index:
        noun = tokens[noun.head]
    if noun.dep != "pobj":
        return True
    marker = tokens[noun.head]
    governor = tokens[marker.head]
    return marker.lemma.lower() in _CARRYING and governor.tag != "NNS"


def _share_no_member(passage: Passage, parts: Sequence[Quantity]) -> bool:
    """Tell whether no one can be of two of the parts: men and women, two countries."""
    members = [_words_of(passage, part) for part in parts]
    if any(_OVERLAPS.search(words) for words in members):
        return False
    if any(_has_own_verb(passage, part) for part in parts[1:]):
        return False
    named = [frozenset(re.findall(r"[\w-]+", words)) for words in members]
    for group in word_groups("exclusive").values():
        kinds = [words & group for words in named]
        if all(len(kind) == 1 for kind in kinds) and _all_differ(kinds):
            return True
    places = [_country_of(passage, part) for part in parts]
    return None not in places and _all_differ(places)


def _has_own_verb(passage: Passage, part: Quantity) -> bool:
    """Tell whether a part is of another clause: "and 15 women were hurt"."""
    low = part.span.end
    high = low + len(_CLAUSE.split(passage.after(part.span), maxsplit=1)[0])
    kinds = frozenset[str]().union(*word_groups("exclusive").values())
    return any(
        t.pos in ("VERB", "AUX") and t.text.lower() not in kinds
        for t in passage.sentence.tokens
        if low <= t.span.start < high
    )


def _all_differ(items: Sequence[object]) -> bool:
    return len(set(items)) == len(items)


def _words_of(passage: Passage, part: Quantity) -> str:
    """Return what is said of a part, up to the next comma or "and", in lower case."""
    found = _MEMBER.match(passage.after(part.span))
    return found[0] if found else ""


def _country_of(passage: Passage, part: Quantity) -> str | None:
    """
    Return the key of the country that "60 of them from Poland" names, or None.

    Smaller places and continents may lie one within the other.
    """
    for value in passage.values:
        if not isinstance(value, Entity) or not value.key.startswith("country:"):
            continue
        link = passage.between(part.span, value.span)
        if value.span.start > part.span.end and _PLACED.match(link):
            return value.key
    return None


def _check_every_kind(passage: Passage) -> Iterator[Result]:
    """
    Check "of the 64 coins, 29 are pennies, ... and one is a crown".

    A list that goes down to the one crown leaves no larger rest out; several small
    kinds may still be passed over, so that this is never more than possible.
    """
    quantities = (*passage.quantities, *_last_one(passage))
    if len(quantities) <= _FEWEST_KINDS or not all(map(_is_count, quantities)):
        return
    whole, parts = quantities[0], quantities[1:]
    opening = passage.text[: whole.span.start - passage.sentence.span.start]
    if not _OPENING.fullmatch(opening):
        return
    links = [passage.between(a.span, b.span) for a, b in itertools.pairwise(quantities)]
    if not _COMMA.match(links[0]) or not all(map(_LINK.match, links[1:])):
        return
    if not links[-1].rstrip().endswith("and") or _OVERLAPS.search(passage.text):
        return
    rest = (exact_amount(whole) or 0) - sum(_amounts(parts), Decimal(0))
    is_named = all(_is_kind(passage, part, parts[0]) for part in parts)
    smallest = min(_amounts(parts))
    if is_named and (rest == 0 or (smallest <= _FEW and rest >= smallest)):
        yield from compare_sum(whole, parts, ROOM)


def _last_one(passage: Passage) -> Iterator[Quantity]:
    """Yield the "one" of "and one is a crown", which is read as no amount."""
    last = max((q.span.end for q in passage.quantities), default=0)
    ones = [
        t
        for t in passage.sentence.tokens
        if t.lemma.lower() == "one" and t.dep.startswith("nsubj")
    ]
    if len(ones) == 1 and ones[0].span.start > last:
        yield Quantity(
            ones[0].span, ones[0].text, _ONE, _ONE, "", _ONE, _ONE, kind="count"
        )


def _is_kind(passage: Passage, part: Quantity, first: Quantity) -> bool:
    """Tell whether a part "are pennies", or just "pennies" after the first one."""
    low = part.span.end
    high = low + len(_words_of(passage, part))
    said = [t for t in passage.sentence.tokens if low <= t.span.start < high]
    verbs = [t for t in said if t.pos in ("VERB", "AUX")]
    if any(t.lemma != _BE for t in verbs) or (part is first and not verbs):
        return False
    return _head_noun(said) is not None


def _head_noun(tokens: Sequence[Token]) -> Token | None:
    """Return the last noun before any preposition, or None when there is none."""
    phrase = tuple(itertools.takewhile(lambda t: t.pos != "ADP", tokens))
    words = [t for t in phrase if t.pos != "PUNCT"]
    return words[-1] if words and words[-1].pos in ("NOUN", "PROPN") else None
