"""
Read one amount: a numeral with its sign, its currency or unit, and its rate.

    amount = [sign] currency numeral [rate]
           | [sign] numeral [currency | unit | mark] [rate] {smaller amount}
           | ("a" | "an") (currency | unit)
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.values.quantities.cardinals import ARTICLES
from claimcheck.values.quantities.currencies import (
    is_hundredth,
    read_after,
    read_before,
)
from claimcheck.values.quantities.fractions import read_numeral
from claimcheck.values.quantities.lexemes import Lexeme, touches
from claimcheck.values.quantities.numerals import (
    HUNDRED,
    LARGEST,
    ONE,
    Numeral,
    is_hyphen,
    load_words,
    skip_hyphen,
)
from claimcheck.values.quantities.scales import Context, read_scales
from claimcheck.values.quantities.tables import load_toml
from claimcheck.values.quantities.units import (
    Unit,
    read_mark,
    read_rate,
    read_unit,
)

NO_UNIT = Unit("", "")
MONEY = "money"
_MINUS_SIGNS = frozenset("-\u2212\u2013")
_MINUS_WORDS = frozenset(("minus", "negative"))
_BULK = frozenset(("mass", "volume", MONEY))
_MONEY_WINDOW = 8
_STERLING = Decimal(1_000_000)
_LEAST_WON = 100
_INCHES_IN_FOOT = 12


class Amount(NamedTuple):
    """
    Hold an amount at ``lexemes[start:end]``.

    *value* is in *unit*, the first one named.  A compound ("6 ft 2 in") is *fine* in
    its last unit, *fine_unit*, in which it is exact; else these equal the first two.
    *first* is the index of the numeral itself.
    """

    start: int
    end: int
    first: int
    numeral: Numeral
    value: Decimal
    unit: Unit
    fine: Decimal
    fine_unit: Unit

    @property
    def is_bare(self) -> bool:
        """Tell whether neither unit nor currency was named."""
        return not self.unit.name


def make_amount(
    start: int, end: int, first: int, numeral: Numeral, unit: Unit
) -> Amount:
    """Return a simple amount."""
    value = numeral.value
    return Amount(start, end, first, numeral, value, unit, value, unit)


def read_amount(lexemes: Sequence[Lexeme], at: int, context: Context) -> Amount | None:
    """Read the amount that starts at *at*, or None."""
    start, negative = at, False
    sign = lexemes[at]
    if (
        sign.raw in _MINUS_SIGNS and _is_minus(lexemes, at)
    ) or sign.low in _MINUS_WORDS:
        at, negative = at + 1, True
    amount = _read_unsigned(lexemes, at, context)
    if amount is None:
        return None
    amount = amount._replace(start=start)
    if amount.unit.name == "" and lexemes[amount.end].low == "below":
        negative = negative or _is_below_zero(lexemes, amount)
        if _is_below_zero(lexemes, amount):
            amount = amount._replace(end=amount.end + 2, unit=Unit("degree", "angle"))
    elif amount.unit.name.startswith("degree") and _is_below_zero(lexemes, amount):
        negative, amount = True, amount._replace(end=amount.end + 2)
    if negative:
        return amount._replace(value=-amount.value, fine=-amount.fine)
    return amount


def _is_minus(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell whether a hyphen is a sign: it touches what follows and nothing before."""
    if not touches(lexemes[at], lexemes[at + 1]):
        return False
    return (
        at == 0
        or not touches(lexemes[at - 1], lexemes[at])
        or (
            lexemes[at - 1].raw in "([{\"'“‘~≈=<>"  # noqa: RUF001 - quotes as printed
            and lexemes[at - 1].kind == "sign"
        )
    )


def _is_below_zero(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether "below zero" follows."""
    return (lexemes[amount.end].low, lexemes[amount.end + 1].low) in (
        ("below", "zero"), ("below", "freezing"),
    )  # fmt: skip


def _read_unsigned(
    lexemes: Sequence[Lexeme], at: int, context: Context
) -> Amount | None:
    """Read an amount without its sign."""
    if lexemes[at].kind != "number":
        money = _read_money_first(lexemes, at, context)
        if money:
            return money
    numeral = read_numeral(lexemes, at, context)
    if numeral is None:
        return _read_article(lexemes, at)
    amount = (
        _read_money_last(lexemes, at, numeral, context)
        or _read_measure(lexemes, at, numeral)
        or make_amount(at, numeral.end, at, numeral, NO_UNIT)
    )
    return _read_smaller(lexemes, amount, context)


# ------------------------------------------------------------------ money


def _read_money_first(
    lexemes: Sequence[Lexeme], at: int, context: Context
) -> Amount | None:
    """Read "$5 million", "US$ 3.14", "EUR 20", "A$70-a-share"."""
    found = read_before(lexemes, at)
    if found is None:
        return None
    code, first = found
    minus = lexemes[first].raw in _MINUS_SIGNS and touches(
        lexemes[first - 1], lexemes[first]
    )
    if lexemes[first + minus].kind == "break":
        return None
    numeral = read_numeral(lexemes, first + minus, context._replace(money=True))
    if numeral is None:
        return None
    if minus:
        numeral = numeral._replace(value=-numeral.value, mantissa=-numeral.mantissa)
    named = read_after(lexemes, numeral.end)  # "US$5 million dollars"
    end = named[1] if named and named[0] == code else numeral.end
    unit, end = read_rate(lexemes, end, Unit(code, MONEY))
    amount = make_amount(at, end, first, numeral, unit)
    return _read_hundredths(lexemes, amount, context)


def _read_money_last(
    lexemes: Sequence[Lexeme], at: int, numeral: Numeral, context: Context
) -> Amount | None:
    """Read "20 dollars", "10 €", "30 MUSD", "75 USD million", "£5m" written after."""
    if lexemes[numeral.end].raw in load_words().short_scales:  # "5m euros"
        short = read_numeral(lexemes, at, context._replace(money=True))
        if short and short.end > numeral.end and read_after(lexemes, short.end):
            numeral = short
    start = skip_hyphen(lexemes, numeral.end)
    found = read_after(lexemes, start)
    if found is None or not _is_currency_here(lexemes, numeral, start, found):
        return None
    code, end, power = found
    if numeral.scale == 1 or power:
        scale, after = read_scales(lexemes, end, context, digits=False)
        scale *= Decimal(10) ** power
        if abs(numeral.value * scale) < LARGEST:
            numeral = numeral._replace(
                value=numeral.value * scale, scale=scale, step=numeral.step * scale
            )
            end = after
    if code == "pound":
        code = _which_pound(lexemes, at, numeral, start, end)
        if not code:
            return None
    unit, end = read_rate(lexemes, end, Unit(code, MONEY))
    amount = make_amount(at, end, at, numeral, unit)
    return _read_hundredths(lexemes, amount, context)


def _is_currency_here(
    lexemes: Sequence[Lexeme],
    numeral: Numeral,
    start: int,
    found: tuple[str, int, int],
) -> bool:
    """Tell whether a currency belongs to the number before it."""
    code, end, _ = found
    last, after = lexemes[end - 1], lexemes[end]
    if after.kind == "number" and touches(last, after):
        return False  # "3 USD50 cards"
    if last.kind == "sign" and after.kind == "number":
        # "$20 $37" and "10 $ 30 cent": the sign belongs to the number it touches,
        # or to the one before when the one after names its own unit.
        return touches(lexemes[start - 1], lexemes[start]) or is_hundredth(
            lexemes[end + 1]
        )
    if code == "KRW" and lexemes[start].low == "won":
        return numeral.value >= _LEAST_WON
    return True


def _which_pound(
    lexemes: Sequence[Lexeme], at: int, numeral: Numeral, start: int, end: int
) -> str:
    """Return "GBP" where pounds are money, "" where they are weight or undecided."""
    if lexemes[start].low not in ("pound", "pounds"):
        return "GBP"
    if start > numeral.end or lexemes[end].low == "of":
        return ""
    if numeral.scale >= _STERLING:
        return "GBP"
    money = load_toml("contexts.toml")["money"]
    window = lexemes[max(0, at - _MONEY_WINDOW) : at]
    return "GBP" if any(lexeme.low in money for lexeme in window) else ""


def _read_hundredths(
    lexemes: Sequence[Lexeme], amount: Amount, context: Context
) -> Amount:
    """Add "43 cents", "and 43c", or a closing "and 15" to an amount of money."""
    if amount.unit.per or amount.numeral.scale > 1 or amount.value % 1:
        return amount
    at = amount.end + (lexemes[amount.end].low == "and")
    if lexemes[at].kind == "break" or lexemes[at].low in ARTICLES:
        return amount
    cents = read_numeral(lexemes, at, context)
    if cents is None or not 0 < cents.value < HUNDRED or cents.value % 1:
        return amount
    named = is_hundredth(lexemes[cents.end])
    if not named and not _closes(lexemes, cents, at):
        return amount
    value = amount.value + cents.value / HUNDRED
    numeral = amount.numeral._replace(value=value, mantissa=value, step=ONE / HUNDRED)
    return make_amount(
        amount.start, cents.end + named, amount.first, numeral, amount.unit
    )


def _closes(lexemes: Sequence[Lexeme], cents: Numeral, at: int) -> bool:
    """Tell whether a bare number after money ends the phrase, as cents do."""
    after = lexemes[cents.end]
    if cents.fraction or cents.scale > 1:
        return False
    two_digits = lexemes[at].kind == "word" or len(lexemes[at].raw) == 2  # noqa: PLR2004 - cents are printed with two digits
    stops = after.kind == "break" or (
        after.raw in ".;!?)" and lexemes[cents.end + 1].kind != "number"
    )
    return two_digits and stops


# ------------------------------------------------------------------ measures


def _read_measure(
    lexemes: Sequence[Lexeme], at: int, numeral: Numeral
) -> Amount | None:
    """Read "5 km", "27-kilometre", "half a mile", "20 (kg)", ``6"``."""
    start = numeral.end
    if numeral.fraction:
        start += lexemes[start].low == "of" and lexemes[start + 1].low in ARTICLES
        start += lexemes[start].low in ARTICLES
    found = read_unit(lexemes, start) or read_mark(lexemes, start)
    if found is None:
        return None
    unit, end = found
    return make_amount(at, end, at, numeral, unit)


def _read_article(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Read "a litre", "a dollar" where nothing but the unit can be meant."""
    if lexemes[at].low not in ARTICLES or lexemes[at + 1].kind != "word":
        return None
    if at and (lexemes[at - 1].kind == "number" or lexemes[at - 1].low in _NO_ARTICLE):
        return None
    money = read_after(lexemes, at + 1)
    found = (Unit(money[0], MONEY), money[1]) if money else read_unit(lexemes, at + 1)
    if found is None or found[0].dimension not in _BULK or found[0].per:
        return None
    unit, end = found
    if lexemes[end].kind == "word" and lexemes[end].low not in ("of", "per", "each"):
        return None
    if is_hyphen(lexemes[end]) or is_hyphen(lexemes[at + 1]):
        return None
    return make_amount(at, end, at, Numeral(ONE, at + 1, ONE, words=True), unit)


_NO_ARTICLE = frozenset(("such", "what", "quite", "half", "times", "many", "dollars"))


# ------------------------------------------------------------------ compounds


@functools.cache
def _load_factors() -> Mapping[tuple[str, str], int]:
    """Return how many of the second unit the first holds, within each chain."""
    factors: dict[tuple[str, str], int] = {}
    for chain in load_toml("compounds.toml")["chain"]:
        names = chain["units"]
        for start, larger in enumerate(names):
            product = 1
            for step, smaller in enumerate(names[start + 1 :], start):
                product *= chain["factors"][step]
                factors[larger, smaller] = product
    return factors


def _read_smaller(
    lexemes: Sequence[Lexeme], amount: Amount, context: Context
) -> Amount:
    """Add amounts in ever smaller units of one chain ("6 feet and 2 inches")."""
    factors = _load_factors()
    while amount.fine_unit.name in _CHAINED:
        at = amount.end
        at += lexemes[at].raw in (",", ".")
        at += lexemes[at].low == "and"
        if lexemes[at].low in ARTICLES:
            break
        numeral = read_numeral(lexemes, at, context)
        smaller = _read_measure(lexemes, at, numeral) if numeral else None
        smaller = smaller or _read_bare_inches(lexemes, amount, context)
        if smaller is None:
            break
        amount, smaller = _mean_minutes(amount, smaller)
        factor = factors.get((amount.fine_unit.name, smaller.unit.name))
        if factor is None:
            break
        whole = factors.get((amount.unit.name, smaller.unit.name), 1)
        fine = amount.fine * factor + smaller.value
        amount = amount._replace(
            end=smaller.end, value=fine / whole, fine=fine, fine_unit=smaller.unit
        )
    return amount


def _read_bare_inches(
    lexemes: Sequence[Lexeme], feet: Amount, context: Context
) -> Amount | None:
    """Read the inches of "5 ft 3" and "6-foot-2", which name no unit."""
    hyphen = is_hyphen(lexemes[feet.end])
    at = feet.end + hyphen
    if feet.fine_unit.name != "foot" or lexemes[at].kind != "number":
        return None
    numeral = read_numeral(lexemes, at, context)
    if numeral is None or not 0 <= numeral.value < _INCHES_IN_FOOT:
        return None
    if lexemes[numeral.end].kind == "word" and not hyphen:
        return None
    return make_amount(at, numeral.end, at, numeral, Unit("inch", "length"))


def _mean_minutes(larger: Amount, smaller: Amount) -> tuple[Amount, Amount]:
    """Read "m" as minutes between hours and seconds: "2m 14s", "1h 30m"."""
    minute = Unit("minute", "duration")
    if (larger.unit.name, smaller.unit.name) == ("metre", "second"):
        return larger._replace(unit=minute, fine_unit=minute), smaller
    if (larger.fine_unit.name, smaller.unit.name) == ("hour", "metre"):
        return larger, smaller._replace(unit=minute, fine_unit=minute)
    return larger, smaller


_CHAINED = frozenset(
    ("mile", "yard", "foot", "kilometre", "metre", "centimetre", "stone", "pound",
     "kilogram", "gram", "hour", "minute")
)  # fmt: skip
