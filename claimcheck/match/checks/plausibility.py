"""Check figures that cannot be what they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.match.checks.changes import has_scale
from claimcheck.match.checks.passage import Passage, Result, of_unit
from claimcheck.match.lexicon import word_set
from claimcheck.match.wording import say_number
from claimcheck.model import Quantity

_WHOLE = Decimal(100)
# A bare number this large before "of" and a substance wants its unit.
_LARGE = Decimal(100)
_NUMERAL = r"(\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?![\d,.])"
_BETWEEN = re.compile(
    rf"[Bb]etween \D{{0,2}}{_NUMERAL}\D{{0,20}} and \D{{0,2}}{_NUMERAL}"
)
_SAME_SCALE = Decimal(10)
_AGO = re.compile(r"^\s*(?:years?\s+)?ago\b")
_OF = re.compile(r"^\s+of\s+")
_OF_WHOLE = re.compile(
    r"\s+of\s+(?P<qualifiers>(?:[\w'-]{1,30}\s+){0,3}?)(?P<whole>[\w'-]{1,30})\b(?!\s+\w+s\b)"
)


def check_shares(passage: Passage) -> Iterator[Result]:
    """Check that a share of a whole is no more than all of it."""
    for share in of_unit(passage.quantities, "percent"):
        stated = share.stated_low
        if stated is None or stated <= _WHOLE or share.change == "by":
            continue
        whole = _whole_of(passage, share)
        if whole is None:
            continue
        yield Result(
            "arithmetic",
            "conflict",
            f"Can {share.text} of {whole} be right?",
            "share over 100 %",
            f"A share of {whole} is at most 100 %; the text says {share.text}.",
            share.span,
            share.text,
            "at most 100 %",
        )


def _whole_of(passage: Passage, share: Quantity) -> str | None:
    """
    Return the whole of which a share is at most all, or None.

    Only people and things that are counted make such a whole: debts may well be 130 per
    cent of exports, and a country may make 120 per cent of its power.
    """
    wholes = word_set("checks", "counted_wholes")
    if found := _OF_WHOLE.match(passage.after(share.span)):
        qualifiers = frozenset(found["qualifiers"].split())
        is_plain = qualifiers <= word_set("checks", "whole_qualifiers")
        return found["whole"] if is_plain and found["whole"] in wholes else None
    named = share.measure_head
    return f"the {named}" if named in word_set("checks", "rates") else None


def check_ranges(passage: Passage) -> Iterator[Result]:
    """Check that a range starts at its lower end."""
    for quantity in passage.quantities:
        low, high = _printed_ends(quantity)
        if low is None or high is None or low <= high or quantity.change:
            continue
        if passage.before(quantity.span, 1) == ("by",) or _is_tally(passage, quantity):
            continue  # a vote of 14 to 9
        if _AGO.match(passage.after(quantity.span)):
            continue  # "between 10 and 2 million years ago" runs with time
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


def _is_tally(passage: Passage, quantity: Quantity) -> bool:
    """Tell whether bare numbers may be sides of a score or a vote, not a range."""
    is_plain = quantity.unit in ("", "score") and quantity.kind in ("score", "count")
    opening = (*passage.before(quantity.span, 1), *_opening(quantity))
    return is_plain and "between" not in opening


def _opening(quantity: Quantity) -> list[str]:
    return quantity.text.lower().split()[:1]


def _printed_ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """
    Return the ends of a range in the order in which they are printed.

    "Between 40 and 25 million" prints its million once.
    """
    low, high = quantity.stated_low, quantity.stated_high
    found = _BETWEEN.match(quantity.text)
    if found is None or not low or not high:
        return low, high
    first, second = (Decimal(number.replace(",", "")) for number in found.groups())
    if has_scale(quantity) and low == first and second < first <= second * _SAME_SCALE:
        return first * high / second, high
    is_turned = second > 0 and first * low == second * high
    return (high, low) if is_turned else (low, high)


def check_units(passage: Passage) -> Iterator[Result]:
    """
    Check that an amount of a substance has a unit.

    "Over 165,000 of refined petroleum" lacks its barrels or tonnes: a bare number
    before "of" and a noun that is not counted.
    """
    for quantity in passage.quantities:
        amount = quantity.stated_low or quantity.stated_high
        if quantity.unit or amount is None or amount < _LARGE:
            continue
        named = _substance_after(passage, quantity)
        if named is None or _shares_unit(passage, quantity):
            continue
        substance, noun = named
        pattern = _measured(passage, noun)
        yield Result(
            "wording",
            "possible",
            f"In what unit is it {quantity.text} of {substance}?",
            "unit missing",
            f"{substance} is not counted, and no unit stands with the number.",
            quantity.span,
            f"{quantity.text} of {substance}",
            f"a number with its unit, like {pattern.text}"
            if pattern
            else "a number with its unit",
            (pattern.span,) if pattern else (),
        )


def _shares_unit(passage: Passage, quantity: Quantity) -> bool:
    """Tell whether a unit before may hold on: "340 hectares: 200 of forest"."""
    return any(
        q.kind == "measure" and q.span < quantity.span for q in passage.quantities
    )


def _substance_after(passage: Passage, quantity: Quantity) -> tuple[str, str] | None:
    """Return the words after "of" that name a substance, and its noun."""
    if not _OF.match(passage.after(quantity.span)):
        return None
    tokens = passage.sentence.tokens
    phrase: list[str] = []
    for token in [t for t in tokens if t.span.start >= quantity.span.end][1:]:
        if token.pos not in ("ADJ", "NOUN", "VERB") or token.tag == "NNS":
            return None
        phrase.append(token.text)
        if token.tag == "NN" and token.lemma in word_set("checks", "substances"):
            return " ".join(phrase), token.lemma
    return None


def _measured(passage: Passage, noun: str) -> Quantity | None:
    """Return the amount with a unit that the article gives of the same substance."""
    text = passage.reading.document.text
    for value in passage.reading.values:
        if not isinstance(value, Quantity) or value.kind != "measure":
            continue
        if re.match(
            rf"\s+of\s+(?:\w+\s+)?{re.escape(noun)}\b", text[value.span.end :][:60]
        ):
            return value
    return None
