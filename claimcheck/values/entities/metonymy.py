"""
Decide whether a capital is a place in its sentence or the state that acts from it.

"Pyongyang fired a missile" and "ties with Pyongyang" are the state; "met in Pyongyang",
"visited Pyongyang" and "the Pyongyang airport" are the city.  The dependency role and
the governing word decide, by the tables of ``data/metonymy.toml``.

Source: the literal and the place-for-people readings of Markert and Nissim (2007),
"SemEval-2007 Task 08: Metonymy Resolution".
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from claimcheck.model import Sentence, Span, Token
from claimcheck.values.entities.countries import read_table

Reading: TypeAlias = Literal["state", "place"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(read_table("metonymy")[name]).split())


def read_capital(sentence: Sentence, span: Span) -> Reading:
    """
    Tell what the name of a capital or of a government's seat stands for.

    Args:
        sentence: The parsed sentence around it.
        span: The name; offsets as in *sentence*.

    Returns:
        "place" where the sentence gives no sign of a state, as in a heading.
    """
    tokens = sentence.tokens
    token = head_token(tokens, span)
    if token is None:
        return "place"
    token = _first_conjunct(tokens, token)
    head = tokens[token.head]
    if token.dep in _SUBJECTS:
        return _read_subject(tokens, head)
    if token.dep == "poss":
        return "place" if _is(head, "place_nouns") else "state"
    if token.dep in {"dobj", "obj"}:
        return "place" if _is(head, "place_verbs") else "state"
    if token.dep == "pobj":
        return _read_complement(tokens, token, head)
    if token.dep in _MODIFIERS or _is_hyphenated(tokens, token):
        return _read_modifier(tokens, token)
    if token.dep == "appos":
        return "place" if _is(head, "place_nouns") else "state"
    return "state" if token.dep in {"dative", "oprd", "agent"} else "place"


def head_token(tokens: Sequence[Token], span: Span) -> Token | None:
    """Return the token of *span* that the rest of the sentence governs, if any."""
    inside = [token for token in tokens if token.span.overlaps(span)]
    indices = {token.index for token in inside}
    return next(
        (t for t in inside if t.head not in indices or t.head == t.index),
        inside[-1] if inside else None,
    )


def _is(token: Token, table: str) -> bool:
    return token.lemma.lower() in _words(table)


def _first_conjunct(tokens: Sequence[Token], token: Token) -> Token:
    for _ in tokens:
        if token.dep != "conj" or tokens[token.head].pos not in {
            "PROPN",
            "NOUN",
            "ADJ",
        }:
            break
        token = tokens[token.head]
    return token


def _read_subject(tokens: Sequence[Token], verb: Token) -> Reading:
    attribute = next(
        (t for t in tokens if t.head == verb.index and t.dep in {"attr", "acomp"}), None
    )
    named = verb.lemma == "be" and attribute is not None
    return (
        "place"
        if named and attribute and _is(attribute, "place_attributes")
        else "state"
    )


def _read_complement(
    tokens: Sequence[Token], token: Token, preposition: Token
) -> Reading:
    word = preposition.text.lower()
    if word in _words("place_prepositions"):
        return "place"
    governor = tokens[preposition.head]
    if governor.dep == "prep" and governor.index != preposition.index:
        governor = tokens[governor.head]  # "out of Moscow", "from near Kyiv"
    moving = _is(governor, "motion_verbs") or _is(governor, "motion_nouns")
    if word in _words("motion_prepositions") and moving:
        return "place"
    if word in {"of", "between"} and (
        _is(governor, "place_nouns")
        or (word == "between" and _is(governor, "motion_nouns"))
    ):
        return "place"
    if word == "of" and governor.lemma in {
        "north",
        "south",
        "east",
        "west",
        "kilometre",
        "kilometer",
        "km",
        "mile",
        "center",
        "rest",
    }:
        return "place"
    return "place" if word in _AWAY and governor.pos in {"NUM", "ADV"} else "state"


_AWAY = frozenset({"from", "of", "to"})


def _is_hyphenated(tokens: Sequence[Token], token: Token) -> bool:
    beside = tokens[token.index + 1 : token.index + 2]
    return bool(beside) and beside[0].text in {"-", "\u2013"}


def _read_modifier(tokens: Sequence[Token], token: Token) -> Reading:
    """Read "Moscow" in "Moscow officials", "Moscow-Pyongyang ties", "Moscow streets"."""
    for _ in tokens:
        if token.dep not in _MODIFIERS and token.pos != "PROPN":
            break
        if token.head == token.index:
            break
        token = tokens[token.head]
    lemma = token.lemma.lower()
    before = tokens[max(token.index - 2, 0) : token.index]
    prefixed = any(t.text.lower() in {"anti", "pro", "anti-", "pro-"} for t in before)
    stem = lemma.rsplit("-", 1)[-1]
    stately = stem in _words("state_nouns") or stem in _words("state_suffixes")
    return "state" if stately or prefixed else "place"


def tables() -> Mapping[str, frozenset[str]]:
    """Return the word tables by name, for tests of their disjointness."""
    return {name: _words(name) for name in read_table("metonymy")}
