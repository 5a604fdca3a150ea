"""Compare which of a series one thing is: "her second novel", "her third novel"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.lexicon import word_map, word_set
from claimcheck.match.pairs.statements import Statement
from claimcheck.match.pairs.words import word_key
from claimcheck.model import Token

_NUMERAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_MODIFIERS = ("amod", "compound", "nmod")
# Where a noun says what something is: "is the third", "became the third".
_PREDICATES = ("attr", "oprd", "appos")

_LAST = ("final", "last")
_CAPACITIES = ("as", "since", "under", "outside", "with", "without")
# What an ordinal is to the verb that gives a result.
_RESULTS = ("advmod", "oprd", "acomp", "attr", "npadvmod", "xcomp", "dobj", "ccomp")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Hold the place of a thing in a series: its noun, what narrows it, the number."""

    noun: str
    narrowed: frozenset[str]
    number: str
    text: str


def find_other_ordinal(left: Statement, right: Statement) -> Ordinal | None:
    """
    Return the left's place in a series if the right gives another in the same one.

    Both name one member of the series and narrow it by the same words: the third album
    may be the second studio album.
    """
    ours, theirs = tuple(find_ordinals(left)), tuple(find_ordinals(right))
    for mine in ours:
        same = [o for o in theirs if (o.noun, o.narrowed) == (mine.noun, mine.narrowed)]
        rivals = [o for o in ours if o.noun == mine.noun]
        if len(same) == len(rivals) == 1 and same[0].number != mine.number:
            return mine
    return None


def find_ordinals(statement: Statement) -> Iterator[Ordinal]:
    """Find every place in a series that a sentence gives to what it speaks of."""
    tokens = statement.sentence.tokens
    for token in tokens:
        number = _number(token.text.lower())
        if number and token.dep == "amod" and tokens[token.head].pos == "NOUN":
            yield from _of_series(token, number, tokens)
        elif number and token.dep in _RESULTS and _is_ranking(tokens[token.head]):
            yield Ordinal(word_key(tokens[token.head]), frozenset(), number, token.text)


def _of_series(token: Token, number: str, tokens: Sequence[Token]) -> Iterator[Ordinal]:
    noun = tokens[token.head]
    text = " ".join(t.text for t in tokens[token.index : noun.index + 1])
    if noun.lemma.lower() in word_set("statements", "result_nouns"):
        verb = tokens[tokens[noun.head].head]
        if tokens[noun.head].pos == "ADP" and _is_ranking(verb):
            yield Ordinal(word_key(verb), frozenset(), number, text)
        return
    if noun.lemma.lower() in word_set("statements", "repeated_series"):
        return
    if _is_definite(noun, tokens):
        before = (
            word_key(t)
            for t in tokens[token.index + 1 : noun.index]
            if t.head == noun.index
            and t.dep in _MODIFIERS
            and t.lemma.lower() not in _LAST
        )
        # "Her third win and her first as captain" are one win.
        behind = (
            t.lemma.lower()
            for t in tokens
            if t.head == noun.index and t.lemma.lower() in _CAPACITIES
        )
        yield Ordinal(word_key(noun), frozenset((*before, *behind)), number, text)


def _is_ranking(verb: Token) -> bool:
    """Tell whether a verb gives a result: "finished third", "ranked eleventh"."""
    return verb.pos == "VERB" and verb.lemma.lower() in word_set(
        "statements", "ranking"
    )


def _number(word: str) -> str:
    numeral = _NUMERAL.fullmatch(word)
    if numeral:
        return numeral[1]
    return "1" if word == "first" else word_map("ordinals").get(word, "")


def _is_definite(noun: Token, tokens: Sequence[Token]) -> bool:
    """
    Tell whether a noun says what something is, and does not tell which is meant.

    "Her second novel sold well" names a novel; "it is a song from her second album"
    and "her second and last album" describe one thing.
    """
    if noun.dep in _PREDICATES:
        return True
    before = {t.lemma.lower() for t in tokens[max(0, noun.index - 3) : noun.index]}
    if before & set(_LAST):
        return True
    is_described = any(
        t.dep == "attr" and tokens[t.head].lemma.lower() == "be" for t in tokens
    )
    owned = any(t.head == noun.index and t.dep == "poss" for t in tokens)
    return owned and is_described and noun.dep == "pobj"


def is_of_another(left: Statement, right: Statement) -> bool:
    """Tell whether one noun has another ordinal on each side: two drafts."""
    ours, theirs = dict(_numbered(left)), dict(_numbered(right))
    return any(noun in theirs and theirs[noun] != n for noun, n in ours.items())


def _numbered(statement: Statement) -> Iterator[tuple[str, str]]:
    tokens = statement.sentence.tokens
    for token in tokens:
        if token.dep == "amod" and (number := _number(token.text.lower())):
            yield word_key(tokens[token.head]), number
