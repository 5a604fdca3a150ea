"""
Decide whether a capital is a place in its sentence or the state that acts from it.

"Pyongyang fired a missile" and "ties with Pyongyang" are the state; "met in Pyongyang",
"visited Pyongyang" and "the Pyongyang airport" are the city.  The dependency role and
the governing word decide, by the tables of ``data/metonymy.toml``.

Source: the literal and the place-for-people readings of Markert and Nissim (2007),
"SemEval-2007 Task 08: Metonymy Resolution".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeAlias

from claimcheck.model import Sentence, Span, Token
from claimcheck.values.entities.tables import word_list

Reading: TypeAlias = Literal["state", "place"]

_DATELINE = 4  # letters: three are an abbreviation's
_MODIFIERS = frozenset({"compound", "amod", "nmod"})


def _words(name: str) -> frozenset[str]:
    return word_list("metonymy", name)


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
    if _is_dateline(tokens, span):
        return "place"
    if token.span.start < span.start:
        return _read_glued(token.text[: span.start - token.span.start])
    token = _first_conjunct(tokens, token)
    if token.dep in _READERS:
        return _READERS[token.dep](tokens, token)
    if token.dep in _MODIFIERS or _is_hyphenated(tokens, token):
        return _read_modifier(tokens, token)
    return "place"


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


def _is_dateline(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether the name opens its sentence in capitals: "KYIV, May 5 (AP) -"."""
    first = tokens[0]
    return (
        first.span.start == span.start
        and first.text.isupper()
        and (len(first.text) >= _DATELINE)
    )


def _read_glued(prefix: str) -> Reading:
    """Read "Moscow" in "visitedMoscow", where an extractor lost the space."""
    stem = re.sub(r"(?:ed|ing|s|-)$", "", prefix.lower())
    visited = {stem, f"{stem}e"} & _words("place_verbs")
    return "place" if visited or stem in _words("place_prepositions") else "state"


def _read_subject(tokens: Sequence[Token], token: Token) -> Reading:
    """
    Read "Minsk is ready" as a state; "Minsk is the capital" as a place.

    So are what has inhabitants, what is hit, and "Minsk, the capital".
    """
    verb = tokens[token.head]
    struck = token.dep == "nsubjpass" and _is(verb, "place_verbs")
    described = any(
        (t.head == verb.index and t.dep == "attr" and _is(t, "place_attributes"))
        or (t.head == token.index and t.dep == "appos" and _is(t, "place_attributes"))
        or (t.head == verb.index and t.dep == "dobj" and _is(t, "populace"))
        for t in tokens
    )
    return "place" if struck or described else "state"


def _read_owner(tokens: Sequence[Token], token: Token) -> Reading:
    return "place" if _is(tokens[token.head], "place_nouns") else "state"


def _read_object(tokens: Sequence[Token], token: Token) -> Reading:
    return "place" if _is(tokens[token.head], "place_verbs") else "state"


def _read_complement(tokens: Sequence[Token], token: Token) -> Reading:
    """Read what a preposition governs, by the preposition and what governs that."""
    preposition = tokens[token.head]
    word = preposition.text.lower()
    if word in _words("place_prepositions"):
        return "place"
    governor = tokens[preposition.head]
    if governor.dep == "prep" and governor.index != preposition.index:
        governor = tokens[governor.head]  # "out of Moscow"
    moving = _is(governor, "motion_verbs") or _is(governor, "motion_nouns")
    if moving and word in _words("motion_prepositions"):
        return "place"
    if word in {"of", "between"}:
        measured = _is(governor, "place_nouns") or _is(governor, "distances")
        return "place" if measured or (moving and word == "between") else "state"
    return "place" if word == "from" and _is(governor, "distances") else "state"


def _read_state(_tokens: Sequence[Token], _token: Token) -> Reading:
    return "state"


_READERS: Mapping[str, Callable[[Sequence[Token], Token], Reading]] = {
    "nsubj": _read_subject,
    "nsubjpass": _read_subject,
    "csubj": _read_subject,
    "poss": _read_owner,
    "appos": _read_owner,
    "dobj": _read_object,
    "pobj": _read_complement,
    "dative": _read_state,
    "oprd": _read_state,
}


def _is_hyphenated(tokens: Sequence[Token], token: Token) -> bool:
    beside = tokens[token.index + 1 : token.index + 2]
    return bool(beside) and beside[0].text in {"-", "\u2013"}


def _read_modifier(tokens: Sequence[Token], token: Token) -> Reading:
    """Read "Moscow" in "Moscow officials", "Moscow-Minsk ties", "Moscow streets"."""
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
