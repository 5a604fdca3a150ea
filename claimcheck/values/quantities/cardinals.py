"""
Read whole numerals: cardinals in words and digits, scales, fractions and mixtures.

Productions, tried by `read_numeral`:

    numeral   = digits-fraction | vulgar | power | cardinal ["and" part] [denominator]
              | portion
    cardinal  = group {scale} {["and"] group {scale}}     scales falling
    group     = digits | words below a thousand
    part      = ("a" | group) denominator                 "and three quarters"
    portion   = ("half" | "a third" ...) ["of"] ["a" scale]
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.values.quantities.lexemes import Lexeme, touches
from claimcheck.values.quantities.numerals import (
    HUNDRED,
    LARGEST,
    ONE,
    Numeral,
    Words,
    is_hyphen,
    joins,
    load_words,
    plain,
    read_digits,
    skip_hyphen,
    step_of,
    vulgar,
)

ARTICLES = frozenset(("a", "an"))
_VAGUE = frozenset(("few", "several", "many", "couple", "numerous", "odd"))
_TIMES_SIGNS = frozenset(("x", "×", "*", "·"))  # noqa: RUF001 - the sign as printed
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# What may follow "a third" when it is a part and no place in a row.
_AFTER_PORTION = frozenset(("of", "more", "less", "fewer", "lower", "higher", "larger"))
_LARGEST_POWER = 30
_LARGEST_DENOMINATOR = 10_000


class Context(NamedTuple):
    """Hold what the reading of a numeral depends on besides its lexemes."""

    decimal_comma: bool = False
    money: bool = False


PLAIN = Context()


def read_numeral(
    lexemes: Sequence[Lexeme], at: int, context: Context = PLAIN
) -> Numeral | None:
    """Read the numeral that starts at *at*, as long as it goes, or None."""
    first = lexemes[at]
    if first.kind == "sign":
        value = vulgar(first.raw)
        return (
            None if value is None else _scaled(lexemes, plain(value, at + 1), context)
        )
    if first.kind == "number":
        found = _read_slashed(lexemes, at, context) or _read_power(lexemes, at, context)
        if found:
            return _scaled(lexemes, found, context)
    return _read_portion(lexemes, at) or _read_cardinal(lexemes, at, context)


# ------------------------------------------------------------------ digits


def _digits(lexeme: Lexeme, context: Context) -> Decimal | None:
    """Return the value of a number lexeme, or None."""
    if lexeme.kind != "number":
        return None
    return read_digits(lexeme.raw, decimal_comma=context.decimal_comma)


def _read_slashed(
    lexemes: Sequence[Lexeme], at: int, context: Context
) -> Numeral | None:
    """Read "1/60", "2 1/2", "1/60th", "3 / 4" and "2½"."""
    whole = _digits(lexemes[at], context)
    if whole is None:
        return None
    part = vulgar(lexemes[at + 1].raw)
    if part is not None:
        return _fraction(whole + part, at + 2)
    ratio = _read_ratio(lexemes, at)
    if ratio:
        return ratio
    mixed = lexemes[at + 1].kind == "number" and whole == whole.to_integral_value()
    ratio = _read_ratio(lexemes, at + 1) if mixed else None
    if ratio and ratio.value < 1:
        return _fraction(whole + ratio.value, ratio.end)
    return None


def _read_ratio(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read two whole numbers parted by a slash, unless they date or chain."""
    over, slash, under = lexemes[at : at + 3]
    if slash.raw not in ("/", "\u2044") or under.kind != "number":
        return None
    if touches(over, slash) != touches(slash, under):
        return None
    if not (over.raw.isdecimal() and under.raw.isdecimal()) or len(over.raw) > 4:  # noqa: PLR2004 - longer rows of digits are references
        return None
    if lexemes[at + 3].raw == "/" or (at and lexemes[at - 1].raw == "/"):
        return None
    below = int(under.raw)
    if not 1 < below <= _LARGEST_DENOMINATOR or _is_slashed_name(over.raw, under.raw):
        return None
    end = at + 3
    if lexemes[end].low in ("th", "ths", "rd", "rds", "nd") and touches(
        under, lexemes[end]
    ):
        end += 1
    return _fraction(Decimal(int(over.raw)) / below, end)


def _is_slashed_name(over: str, under: str) -> bool:
    """Tell whether digits around a slash are a name or a season ("9/11", "2013/14")."""
    return (over, under) in (("9", "11"), ("24", "7")) or len(over) == 4  # noqa: PLR2004 - a year has four digits


def _fraction(value: Decimal, end: int) -> Numeral:
    """Return a numeral that is a fraction."""
    return Numeral(value, end, value, step=ONE / HUNDRED, fraction=True)


def _read_power(lexemes: Sequence[Lexeme], at: int, context: Context) -> Numeral | None:
    """Read "2.48 x 10^-5", "1.3x10^6", "6×10²³" and "8x2^10"."""  # noqa: RUF002 - the sign as printed
    mantissa = _digits(lexemes[at], context)
    base = lexemes[at + 2]
    if mantissa is None or lexemes[at + 1].raw not in _TIMES_SIGNS:
        return None
    if base.raw not in ("10", "2"):
        return None
    exponent, end = _read_exponent(lexemes, at + 3)
    if exponent is None or abs(exponent) > _LARGEST_POWER:
        return None
    value = mantissa * Decimal(int(base.raw)) ** exponent
    return plain(value, end) if abs(value) < LARGEST else None


def _read_exponent(lexemes: Sequence[Lexeme], at: int) -> tuple[int | None, int]:
    """Read "^-5", "−5", "⁻⁵" at *at* and return it with the index after it."""  # noqa: RUF002 - the sign as printed
    caret = lexemes[at].raw == "^"
    at += caret
    if not touches(lexemes[at - 1], lexemes[at]):
        return None, at
    negative = lexemes[at].raw in ("-", "\u2212", "⁻", "–")  # noqa: RUF001 - typed for a minus
    signed = negative or lexemes[at].raw in ("+", "⁺")
    at += signed
    digits = ""
    while len(digits) < 3 and lexemes[at].raw in tuple("⁰¹²³⁴⁵⁶⁷⁸⁹"):  # noqa: PLR2004 - longer exponents are noise
        digits += lexemes[at].raw.translate(_SUPERSCRIPTS)
        at += 1
    if not digits and (caret or signed) and lexemes[at].raw.isdecimal():
        digits = lexemes[at].raw[:3]
        at += 1
    return (int(digits) * (-1 if negative else 1) if digits else None), at


# ------------------------------------------------------------------ scales


def _scaled(lexemes: Sequence[Lexeme], numeral: Numeral, context: Context) -> Numeral:
    """Multiply a numeral by the scales after it ("1½ million")."""
    scale, end = read_scales(lexemes, numeral.end, context, digits=True)
    if scale == 1:
        return numeral
    return _times(numeral, scale, end)


def _times(numeral: Numeral, scale: Decimal, end: int) -> Numeral:
    """Return *numeral* times *scale*."""
    return numeral._replace(
        value=numeral.value * scale,
        end=end,
        scale=numeral.scale * scale,
        step=numeral.step * scale,
    )


def read_scales(
    lexemes: Sequence[Lexeme], at: int, context: Context, *, digits: bool
) -> tuple[Decimal, int]:
    """
    Read scale words at *at* ("hundred thousand") and return their product and the end.

    After *digits* a short form may stand too ("5bn", "10k").
    """
    words = load_words()
    product = ONE
    start = at
    while len(range(start, at)) < 3:  # noqa: PLR2004 - "hundred thousand million"
        word = skip_hyphen(lexemes, at) if at > start or digits else at
        scale = words.scale(lexemes[word].low) if lexemes[word].kind == "word" else None
        if scale is None or scale == product:
            break
        product *= scale
        at = word + 1
    if at == start and digits:
        short = _read_short_scale(lexemes, at, context, words)
        if short is not None:
            return short, at + 1
    return (product, at) if product < LARGEST else (ONE, start)


def _read_short_scale(
    lexemes: Sequence[Lexeme], at: int, context: Context, words: Words
) -> Decimal | None:
    """Return what a short scale at *at* multiplies by, where it is one."""
    lexeme = lexemes[at]
    scale = words.short_scales.get(lexeme.raw)
    if scale is None or (
        lexemes[at + 1].kind == "number" and touches(lexeme, lexemes[at + 1])
    ):
        return None
    tight = touches(lexemes[at - 1], lexeme)
    if context.money:
        return scale
    match lexeme.raw:
        case "m":
            allowed = _counts_things(lexemes, at + 1)
        case "K" | "k" | "b" | "B":
            allowed = tight and len(lexemes[at - 1].raw) < 5  # noqa: PLR2004 - "1500b" is bits
        case "T" | "mm":
            allowed = False
        case "mil" | "M":
            allowed = tight or _counts_things(lexemes, at + 1)
        case _:
            allowed = True
    return scale if allowed else None


def _counts_things(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell whether a plural noun seems to stand at *at*, so that "m" is million."""
    nouns = ("people", "men", "women", "children", "users", "tonnes", "barrels")
    word = lexemes[at]
    if word.kind != "word" or not word.raw.islower():
        return False
    follows = lexemes[at + 1].low
    return (
        word.low in nouns
        or (len(word.low) > 3 and word.low.endswith("s"))  # noqa: PLR2004 - "has", "was"
        or follows in nouns
    )


# ------------------------------------------------------------------ cardinals


def _read_cardinal(
    lexemes: Sequence[Lexeme], at: int, context: Context
) -> Numeral | None:
    """Read groups of falling scale, then what fraction follows."""
    words = load_words()
    total, ceiling, end = Decimal(0), LARGEST, at
    mantissa, scale = Decimal(0), ONE
    by_digits = False
    pieces = 0
    for _ in range(MOST_GROUPS):
        start = _after_connective(lexemes, end) if pieces else end
        if start > end and _read_part(lexemes, start, words):
            break
        group = _read_group(lexemes, start, context, first=not pieces)
        if group is None:
            break
        value, after, digits = group
        factor, after = read_scales(lexemes, after, context, digits=digits)
        if pieces and not _continues(
            lexemes, end, start, by_digits, digits, value * factor, factor, ceiling
        ):
            break
        by_digits = by_digits or digits
        pieces += 1
        total, end = total + value * factor, after
        mantissa, scale = (value, factor) if pieces == 1 else (total, ONE)
        ceiling = factor if factor > 1 else _ceiling_of(value, digits=digits)
        if ceiling == 1:
            break
    if not pieces or total >= LARGEST:
        return None
    numeral = Numeral(
        total, end, mantissa, scale, step_of(mantissa) * scale, words=not by_digits
    )
    return _with_fraction(lexemes, numeral, ceiling, words)


MOST_GROUPS = 8


def _ceiling_of(value: Decimal, *, digits: bool) -> Decimal:
    """Return what a following group must stay below ("two hundred" and 1 to 99)."""
    hundreds = not digits and value >= HUNDRED and value % HUNDRED == 0
    return HUNDRED if hundreds else ONE


def _after_connective(lexemes: Sequence[Lexeme], at: int) -> int:
    """Return the index after "and" or a comma at *at*, or *at*."""
    return at + 1 if lexemes[at].low in ("and", "-") else at


def _continues(  # noqa: PLR0913, PLR0917 - the two sides of one seam
    lexemes: Sequence[Lexeme],
    end: int,
    start: int,
    by_digits: bool,  # noqa: FBT001 - see above
    digits: bool,  # noqa: FBT001
    amount: Decimal,
    factor: Decimal,
    ceiling: Decimal,
) -> bool:
    """Tell whether a further group belongs to the number ("million two hundred")."""
    if amount >= ceiling or amount == 0:
        return False
    joined = start > end
    if joined and lexemes[end].low == "-":
        return False
    if not by_digits and not digits:
        return True
    if digits and joined and ceiling <= 1000:  # noqa: PLR2004 - "3 hundred and 21"
        return True
    return factor > 1


def _read_group(
    lexemes: Sequence[Lexeme], at: int, context: Context, *, first: bool
) -> tuple[Decimal, int, bool] | None:
    """Read digits, or words below a thousand; tell which."""
    words = load_words()
    lexeme = lexemes[at]
    if lexeme.kind == "number":
        value = _digits(lexeme, context)
        return None if value is None else (value, at + 1, True)
    if lexeme.kind != "word":
        return None
    if first and lexeme.low in ARTICLES and words.scale(lexemes[at + 1].low):
        return ONE, at + 1, False
    if first and lexeme.low in words.scales:
        vague = at > 0 and lexemes[at - 1].low in _VAGUE
        return None if vague else (ONE, at, False)
    if lexeme.low == "point" and first:
        return _read_point(lexemes, at, Decimal(0))
    value = words.below_hundred(lexeme.low)
    if value is None:
        return None
    return _read_words(lexemes, at, words, value)


def _read_words(
    lexemes: Sequence[Lexeme], at: int, words: Words, value: Decimal
) -> tuple[Decimal, int, bool] | None:
    """Read on after the simple numeral at *at* up to a thousand."""
    low = lexemes[at].low
    end = at + 1
    if low in words.tens:
        value, end = _add_ones(lexemes, end, words, value)
    elif low in words.ones and lexemes[end].low in words.tens:
        # "one twenty-two" is 122, but "three twenty-firsts" is a fraction
        tens = words.tens[lexemes[end].low]
        rest, after = _add_ones(lexemes, end + 1, words, tens)
        if words.denominator(lexemes[skip_hyphen(lexemes, after)].low) is None:
            value, end = value * HUNDRED + rest, after
    if lexemes[end].low in ("hundred", "hundreds") and value < HUNDRED:
        value, end = value * HUNDRED, end + 1
        value, end = _add_below_hundred(lexemes, end, words, value)
    if lexemes[end].low == "point":
        return _read_point(lexemes, end, value) or (value, end, False)
    return value, end, False


def _add_ones(
    lexemes: Sequence[Lexeme], at: int, words: Words, value: Decimal
) -> tuple[Decimal, int]:
    """Add the ones after a multiple of ten ("twenty-one", "twenty one")."""
    after = skip_hyphen(lexemes, at)
    ones = words.ones.get(lexemes[after].low)
    if ones and lexemes[after].kind == "word":
        return value + ones, after + 1
    return value, at


def _add_below_hundred(
    lexemes: Sequence[Lexeme], at: int, words: Words, value: Decimal
) -> tuple[Decimal, int]:
    """Add what follows a hundred ("and thirty-one")."""
    after = at + (lexemes[at].low == "and")
    rest = words.below_hundred(lexemes[after].low)
    if not rest:
        return value, at
    end = after + 1
    if lexemes[after].low in words.tens:
        rest, end = _add_ones(lexemes, end, words, rest)
    if lexemes[end].low in ("hundred", "hundreds"):
        return value, at  # "three hundred and two hundred" are two numbers
    return value + rest, end


def _read_point(
    lexemes: Sequence[Lexeme], at: int, whole: Decimal
) -> tuple[Decimal, int, bool] | None:
    """Read the decimals after "point": "two point five", "point seventy-one"."""
    words = load_words()
    digits, end = "", at + 1
    while len(digits) < MOST_GROUPS:
        lexeme = lexemes[end]
        if lexeme.raw.isdecimal() and not digits:
            return _join_decimals(whole, lexeme.raw, end + 1)
        value = words.below_hundred(lexeme.low)
        if value is None:
            break
        end += 1
        if lexeme.low in words.tens:
            value, end = _add_ones(lexemes, end, words, value)
        digits += str(value)
    return _join_decimals(whole, digits, end) if digits else None


def _join_decimals(
    whole: Decimal, digits: str, end: int
) -> tuple[Decimal, int, bool] | None:
    """Put decimals after a whole number."""
    if len(digits) > MOST_GROUPS:
        return None
    return whole + Decimal(f"0.{digits}"), end, False


# ------------------------------------------------------------------ fractions


def _with_fraction(
    lexemes: Sequence[Lexeme], numeral: Numeral, ceiling: Decimal, words: Words
) -> Numeral:
    """Read what makes a cardinal a fraction or adds one to it."""
    whole = _over_denominator(lexemes, numeral, words)
    if whole:
        return whole
    if lexemes[numeral.end].low == "over" and numeral.value > 0:
        under = _read_cardinal(lexemes, numeral.end + 1, PLAIN)
        bare = numeral.scale == 1 and under is not None and under.value > 1
        if bare and under and _ends_phrase(lexemes[under.end]):
            return _fraction(numeral.value / under.value, under.end)
    if lexemes[numeral.end].low == "and":
        part = _read_part(lexemes, numeral.end + 1, words)
        if part:
            share, end = part
            scale = numeral.scale if ceiling > 1 else ONE
            after, stop = read_scales(lexemes, end, PLAIN, digits=False)
            added = share * (after if after > 1 else scale)
            total = numeral.value + added
            return Numeral(
                total, stop, total / scale, scale, step_of(share) * scale, words=True
            )
    return numeral


def _ends_phrase(lexeme: Lexeme) -> bool:
    """Tell whether a lexeme can be no noun that the number counts."""
    return lexeme.kind != "word"


def _over_denominator(
    lexemes: Sequence[Lexeme], numeral: Numeral, words: Words
) -> Numeral | None:
    """Read "two thirds", "one-eighth", "three twenty-firsts"."""
    at = skip_hyphen(lexemes, numeral.end)
    if (
        at > numeral.end
        and not joins(lexemes, numeral.end)
        and not _is_spaced(lexemes, numeral.end)
    ):
        return None
    found = _read_denominator(lexemes, at, words)
    if found is None:
        return None
    below, end, plural = found
    if not plural and numeral.value != 1:
        return None
    if not numeral.words and not plural:
        return None
    if not numeral.words and numeral.value > 20:  # noqa: PLR2004 - "100 millionths" aside, no one writes "35 quarters"
        return None
    return _scale_portion(lexemes, _fraction(numeral.value / below, end))


def _is_spaced(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell whether a hyphen has a space on both sides (a text cut into words)."""
    return not touches(lexemes[at - 1], lexemes[at]) and not touches(
        lexemes[at], lexemes[at + 1]
    )


def _read_denominator(
    lexemes: Sequence[Lexeme], at: int, words: Words
) -> tuple[Decimal, int, bool] | None:
    """Read a denominator; return it, the index after it and whether it is plural."""
    lexeme = lexemes[at]
    tens = words.tens.get(lexeme.low)
    if tens is not None:
        unit = skip_hyphen(lexemes, at + 1)
        low = lexemes[unit].low
        ones = words.ordinals.get(low) or words.ordinals.get(low.removesuffix("s"))
        if ones is None or ones > 9:  # noqa: PLR2004 - ones are below ten
            return None
        return tens + ones, unit + 1, low not in words.ordinals
    below = words.denominator(lexeme.low)
    if below is None or lexeme.kind != "word":
        return None
    return below, at + 1, lexeme.low.endswith("s")


def _read_part(
    lexemes: Sequence[Lexeme], at: int, words: Words
) -> tuple[Decimal, int] | None:
    """Read "a half", "one fourth", "three quarters" after "and"."""
    if lexemes[at].low in ARTICLES:
        over, end = ONE, at + 1
    else:
        value = words.below_hundred(lexemes[at].low)
        if not value:
            return None
        over, end = value, at + 1
    found = _read_denominator(lexemes, skip_hyphen(lexemes, end), words)
    if found is None or (over == 1) == found[2]:
        return None
    return over / found[0], found[1]


def _read_portion(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "half a million", "quarter million", "a third of", "tenth of a gallon"."""
    words = load_words()
    article = lexemes[at].low in ARTICLES
    start = at + article
    low = lexemes[start].low
    if lexemes[start].kind != "word" or low in ("first", "second"):
        return None
    if low in words.scales:
        return None  # "a thousand" is a cardinal
    found = _read_denominator(lexemes, start, words)
    if found is None or found[2]:
        return None
    below, end, _ = found
    fraction = _fraction(ONE / below, end)
    scaled = _scale_portion(lexemes, fraction)
    if scaled.scale > 1:
        return None if not article and low not in words.denominators else scaled
    if at and lexemes[at - 1].low in words.ordinals:
        return None  # "the third quarter of the year"
    return fraction if _is_portion(lexemes, low, end, article=article) else None


def _is_portion(
    lexemes: Sequence[Lexeme], low: str, end: int, *, article: bool
) -> bool:
    """Tell whether a fraction word is a part here, and no place in a row."""
    follows = lexemes[end].low
    if low == "half":
        return follows in ("of", "the", "its", "their", "his", "her", "a", "an") or (
            article and not is_hyphen(lexemes[end]) and follows not in ("century",)
        )
    if article:
        return follows in _AFTER_PORTION or lexemes[end].kind != "word"
    return follows == "of" and lexemes[end + 1].low in ARTICLES


def _scale_portion(lexemes: Sequence[Lexeme], fraction: Numeral) -> Numeral:
    """Multiply a part by the scale it is of: "half a million", "two thirds of a ..."."""
    at = fraction.end
    at += lexemes[at].low == "of"
    at += lexemes[at].low in ARTICLES
    scale, end = read_scales(lexemes, at, PLAIN, digits=False)
    return _times(fraction, scale, end) if scale > 1 else fraction
