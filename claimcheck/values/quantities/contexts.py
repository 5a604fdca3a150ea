"""
Tell numbers that count something from those that name, date or place something.

A resolution's number, a road's, a version, a phone number, a year, a time of day or a
list's numbering is never a quantity.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.values.quantities.lexemes import DATE, Lexeme, touches
from claimcheck.values.quantities.nodes import Amount
from claimcheck.values.quantities.numerals import (
    is_hyphen,
    load_words,
    skip_hyphen,
)
from claimcheck.values.quantities.tables import load_toml

_JOINERS = frozenset("-\u2010\u2011/\\_=#&?@:.*")
_BEFORE_LABEL = frozenset("#@§№")
_YEARS = range(1000, 2200)
_LIKELY_YEARS = range(1500, 2100)
_YEAR_DIGITS = 4
_LONGEST_NUMBER = 13
_NOON = 13
_LEAST_TENS = 20
_PLURAL_ENDINGS = ("s", "people", "men", "women", "children", "dead")
_ERAS = frozenset(("bc", "bce", "ad", "ce"))


class Contexts(NamedTuple):
    """Hold the word lists of ``data/contexts.toml``."""

    labels: frozenset[str]
    year_openers: frozenset[str]
    months: frozenset[str]
    cased_months: frozenset[str]
    clock: frozenset[str]
    function_words: frozenset[str]
    pronoun_before: frozenset[str]
    pronoun_after: frozenset[str]
    scores: frozenset[str]
    multiplied: frozenset[str]
    unranked: frozenset[str]
    hyphenated: frozenset[str]
    hour_openers: frozenset[str]
    parts_of_day: frozenset[str]


@functools.cache
def load_contexts() -> Contexts:
    """Return the word lists."""
    table = load_toml("contexts.toml")
    return Contexts(*(frozenset(table[name]) for name in Contexts._fields))


def stands_inside(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether letters or a chain of digits stick to the number."""
    return _is_inside_word("", lexemes, amount) or _is_chained("", lexemes, amount)


def counts_nothing(text: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether the number at *amount* is a name, a date, a time or a reference."""
    return any(test(text, lexemes, amount) for test in TESTS)


def _is_inside_word(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether letters, digits or joiners stick to it ("G8", "Su-27", "v2.0")."""
    at, end = amount.start, amount.end
    before, after = lexemes[at - 1] if at else None, lexemes[end]
    first, last = lexemes[at], lexemes[end - 1]
    if after.kind in ("word", "number") and touches(last, after):
        return True
    if before is not None and before.raw in _BEFORE_LABEL:
        return True
    if before is None or not touches(before, first):
        return False
    if before.kind in ("word", "number"):
        return True
    if at < 2 or before.raw not in _JOINERS:  # noqa: PLR2004 - a joiner and what it joins
        return False
    joined = lexemes[at - 2]
    return touches(joined, before) and joined.kind in ("word", "number")


def _is_chained(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it heads a chain of digits ("555-1234", "10:30", "3/4/2024")."""
    end = amount.end
    joiner, after = lexemes[end], lexemes[end + 1]
    if joiner.raw not in ("-", ":", "/", "\\", "_") or after.kind != "number":
        return False
    if not (touches(lexemes[end - 1], joiner) and touches(joiner, after)):
        return False
    return amount.is_bare


def _is_marked(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it is a note marker ("[12]", "<sup>12</sup>") or unreadably long."""
    at, end = amount.start, amount.end
    if (
        len(lexemes[amount.first].raw) > _LONGEST_NUMBER
        and lexemes[amount.first].raw.isdecimal()
    ):
        return not touches_group(lexemes, amount)
    if not amount.is_bare or not at:
        return False
    around = lexemes[at - 1].raw + lexemes[end].raw
    return around in ("[]", "><", "^]") and touches(lexemes[at - 1], lexemes[at])


def touches_group(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a very long number is signed or alone, so that it is one."""
    alone = amount.first <= 1 and lexemes[amount.end].kind == "break"
    return alone or amount.first > amount.start


def _is_list_number(text: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it numbers a line: "1. First", "(2) Second", "3) Third"."""
    if not amount.is_bare or lexemes[amount.first].kind != "number":
        return False
    mark = lexemes[amount.end]
    if mark.raw not in (".", ")") or not touches(lexemes[amount.end - 1], mark):
        return False
    start = lexemes[amount.start].start
    if amount.start and lexemes[amount.start - 1].raw == "(":
        start = lexemes[amount.start - 1].start
    line = text.rfind("\n", 0, start) + 1
    opens = start - line < 8 and not text[line:start].strip(" \t*->")  # noqa: PLR2004 - deepest list indent
    follows = text[mark.end : mark.end + 1]
    return opens and follows.isspace() and lexemes[amount.end + 1].kind != "break"


def _is_label(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether the word before makes it a label ("resolution 2375", "No. 5")."""
    if not amount.is_bare or amount.numeral.scale > 1 or amount.numeral.fraction:
        return False
    at = amount.start - 1
    if at >= 1 and lexemes[at].raw == ".":
        dotted = lexemes[at - 1].low
        return dotted in (
            "no",
            "nos",
            "p",
            "pp",
            "vol",
            "fig",
            "sec",
            "ch",
            "art",
            "op",
        )
    if at < 0 or lexemes[at].kind != "word":
        return False
    tables = load_contexts()
    before = lexemes[at]
    if before.low in tables.labels:
        return not _counts_noun(lexemes, amount.end) or before.low != "no"
    capital = not before.raw.islower() and before.low not in tables.function_words
    coined = len(before.raw) > 1 and not before.raw.istitle()  # "iPhone", "NATO"
    return (
        capital
        and lexemes[amount.first].kind == "number"
        and (coined or not opens_sentence(lexemes, at))
        and not _counts_plural(lexemes, amount.end)
    )


def _counts_noun(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell whether a common noun seems to stand at *at*."""
    word = lexemes[at]
    return (
        word.kind == "word"
        and word.raw.islower()
        and word.low not in load_contexts().function_words
    )


def _counts_plural(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell whether a plural noun seems to stand at *at* or after one adjective."""
    return any(
        _counts_noun(lexemes, near) and lexemes[near].low.endswith(_PLURAL_ENDINGS)
        for near in (at, at + 1)
    )


def opens_sentence(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell whether the lexeme at *at* is the first of a sentence."""
    before = lexemes[at - 1] if at else None
    if before is None or before.raw in (".", "!", "?", ":", ";"):
        return True
    return before.kind == "break" and before.raw != DATE


def _is_year(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a bare number reads as a year or a day of a month."""
    lexeme = lexemes[amount.first]
    bare = amount.is_bare and amount.numeral.scale == 1 and not amount.numeral.fraction
    if not bare or lexeme.kind != "number" or not lexeme.raw.isdecimal():
        return False
    tables = load_contexts()
    before = lexemes[amount.start - 1] if amount.start else lexeme
    if before.raw == "." and amount.start > 1:
        before = lexemes[amount.start - 2]  # "Oct. 13"
    after = lexemes[amount.end]
    after = lexemes[amount.end + 1] if after.raw == "," else after
    for near in (before, after):
        if near.kind == "word" and (
            near.low in tables.months or near.raw in tables.cased_months
        ):
            return near.raw[:1].isupper() or near.low not in ("mar", "dec", "march")
    if after.low in _ERAS and after.raw.isupper():
        return True
    if len(lexeme.raw) != _YEAR_DIGITS or int(lexeme.raw) not in _YEARS:
        return False
    opened = before.low in tables.year_openers
    if int(lexeme.raw) not in _LIKELY_YEARS:
        return opened and not _counts_noun(lexemes, amount.end)
    plural = _counts_plural(lexemes, amount.end)
    definite = before.low in ("the", "s", "this", "that", "its", "their")
    return opened or definite or not plural


def _is_time(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it is a time of day ("5 p.m.", "10.30am", "6 o'clock")."""
    after = lexemes[amount.numeral.end]
    follows = lexemes[amount.numeral.end + 1]
    value = abs(amount.value)
    if amount.unit.name in ("picometre", "attometre", "femtometre"):
        return value < _NOON and value.as_tuple().exponent in (0, -2)
    if value > 24 * HUNDRED_HOURS:
        return False
    if after.low in ("am", "pm", "oclock", "gmt", "utc", "hrs"):
        return after.low != "hrs" or len(lexemes[amount.first].raw) == _YEAR_DIGITS
    if after.low in ("a", "p") and follows.raw == ".":
        return lexemes[amount.numeral.end + 2].low == "m"
    return after.low == "o" and lexemes[amount.numeral.end + 2].low == "clock"


def _is_hour(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a number word is an hour ("until nine", "four in the morning")."""
    if not amount.is_bare or not amount.numeral.words or not 1 <= amount.value < _NOON:
        return False
    tables = load_contexts()
    end = amount.end
    if lexemes[end].low == "in" and lexemes[end + 1].low == "the":
        return lexemes[end + 2].low in tables.parts_of_day
    before = lexemes[amount.start - 1].low if amount.start else ""
    return before in tables.hour_openers and not _counts_noun(lexemes, end)


HUNDRED_HOURS = Decimal(100)


def _is_decade(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it is a decade ("the 1990s"), whose "s" is no second."""
    digits = lexemes[amount.first].raw
    plural = lexemes[amount.numeral.end].low == "s" and touches(
        lexemes[amount.first], lexemes[amount.numeral.end]
    )
    return plural and len(digits) == _YEAR_DIGITS and digits.endswith("0")


def _is_figure(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it is part of a figure of speech ("a six-figure sum")."""
    hyphen, word = lexemes[amount.end], lexemes[amount.end + 1]
    hangs = is_hyphen(hyphen) and touches(hyphen, word) and amount.is_bare
    return hangs and word.low in load_contexts().hyphenated


def _is_base(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a rate is counted on it ("20 deaths per 100,000")."""
    return amount.start > 0 and lexemes[amount.start - 1].low == "per"


def _is_name(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a capital inside a sentence makes a number word part of a name."""
    lexeme = lexemes[amount.first]
    if lexeme.kind != "word" or not amount.is_bare or not lexeme.raw.istitle():
        return False
    if amount.start == 0 or opens_sentence(lexemes, amount.start):
        return lexemes[amount.end].raw.istitle() and len(lexeme.raw) > 1
    quoted = lexemes[amount.start - 1].raw in "\"'“‘(—–-"  # noqa: RUF001 - quotes as printed
    return not quoted or lexemes[amount.end].raw.istitle()


def _is_pronoun(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether "one" stands for a noun."""
    lexeme = lexemes[amount.first]
    alone = amount.numeral.end == amount.first + 1 and amount.numeral.value == 1
    if lexeme.low != "one" or not alone or not amount.is_bare:
        return False
    tables = load_contexts()
    before = lexemes[amount.start - 1].low if amount.start else ""
    after = lexemes[amount.end]
    if before in tables.pronoun_before or after.low in tables.pronoun_after:
        return True
    return after.kind == "sign" and amount.start > 0


def _is_once(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether "one day" is an adverb."""
    if lexemes[amount.first].low != "one" or amount.unit.name not in ("day", "time"):
        return False
    if amount.numeral.value != 1 or is_hyphen(lexemes[amount.numeral.end]):
        return False
    return lexemes[amount.end].low not in _MEASURED_FROM


_MEASURED_FROM = frozenset(
    ("of", "after", "before", "later", "earlier", "long", "ahead", "away", "and", "or")
)


def _is_ordinal(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it is the first part of an ordinal ("twenty" of "twenty-first")."""
    after = skip_hyphen(lexemes, amount.numeral.end)
    return (
        amount.is_bare
        and amount.numeral.words
        and amount.value >= _LEAST_TENS
        and lexemes[after].low in load_words().ordinals
    )


def _is_tolerance(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it is what a number may be out by ("2.5±0.1")."""
    return amount.start > 0 and lexemes[amount.start - 1].raw == "±"


def _repeats(_: str, lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether it says in digits what stands in words before: "forty-five (45)"."""
    at = amount.start
    if at < 2 or lexemes[at - 1].raw != "(" or lexemes[amount.end].raw != ")":  # noqa: PLR2004 - a word and a bracket
        return False
    words = load_words()
    spelt = lexemes[at - 2].low
    return (
        lexemes[amount.first].kind == "number"
        and (words.below_hundred(spelt) or words.scale(spelt)) is not None
    )


TESTS = (
    _is_once,
    _is_ordinal,
    _is_tolerance,
    _repeats,
    _is_inside_word,
    _is_chained,
    _is_marked,
    _is_list_number,
    _is_label,
    _is_year,
    _is_time,
    _is_hour,
    _is_decade,
    _is_figure,
    _is_base,
    _is_name,
    _is_pronoun,
)


def after_hyphen(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell whether a word hangs on the number by a hyphen ("two-door")."""
    return is_hyphen(lexemes[at]) and lexemes[at + 1].kind == "word"
