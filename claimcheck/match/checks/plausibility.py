"""Check figures that cannot be what they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.match.checks.passage import Passage, Result, of_unit
from claimcheck.match.lexicon import word_set
from claimcheck.match.wording import say_number
from claimcheck.model import Quantity, Token

_WHOLE = Decimal(100)
# A bare number this large before "of" and a substance wants its unit.
_LARGE = Decimal(100)
_NUMERAL = r"(\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?![\d,.])"
_BETWEEN = re.compile(
    rf"[Bb]etween \D{{0,2}}{_NUMERAL}\D{{0,20}} and \D{{0,2}}{_NUMERAL}"
)
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
