"""
Read dates that name their place on the calendar: days, months, years, quarters, feasts.

Every production takes the lexemes and the index to start at, and returns the node it
read with the index after it, or ``None``.  None looks further than a few lexemes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from claimcheck.values.dates import lexicon, periods
from claimcheck.values.dates.edtf import parse_edtf
from claimcheck.values.dates.lexer import Lexeme
from claimcheck.values.dates.nodes import (
    Member,
    MonthDay,
    Node,
    Shifted,
    Stated,
    Unresolved,
    Yearly,
)

Lexemes: TypeAlias = Sequence[Lexeme]
Read: TypeAlias = tuple[Node, int] | None
Production: TypeAlias = Callable[[Lexemes, int], Read]

DASHES = frozenset("-–—−~")
RANGE_WORDS = frozenset(("to", "through", "thru", "until", "till")) | DASHES
FIRST_YEAR, LAST_YEAR = 1000, 2199
_END = Lexeme("end", "", 0, 0)


def at(lexemes: Lexemes, index: int) -> Lexeme:
    """Return the lexeme at *index*, or one of kind "end" outside the text."""
    return lexemes[index] if 0 <= index < len(lexemes) else _END


def skip(lexemes: Lexemes, index: int, *words: str) -> int:
    """Return the index after one lexeme that is one of *words*, or *index*."""
    return index + (at(lexemes, index).word in words)


def read_month_name(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """Read a month's name and the full stop of its abbreviation: (month, index)."""
    lexeme = at(lexemes, index)
    if lexeme.kind != "month":
        return None
    follower = at(lexemes, index + 1)
    stop = lexeme.short and follower.word == "." and follower.glued
    return lexeme.value, index + 1 + stop


def read_weekday_name(lexemes: Lexemes, index: int) -> tuple[int | None, int]:
    """Read an optional weekday before a date, with its comma: (weekday, index)."""
    # "this Friday, May 12" says no more than "Friday, May 12".
    relative = at(lexemes, index).kind == "relative"
    lexeme = at(lexemes, index + relative)
    if lexeme.kind != "weekday":
        return None, index
    index += 1 + relative
    follower = at(lexemes, index)
    index += lexeme.short and follower.word == "." and follower.glued
    index += at(lexemes, index).kind == "daypart"
    index = skip(lexemes, index, ",", "(")
    return lexeme.value, skip(lexemes, index, "on")


def read_day_number(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """Read a day of the month, 1 to 31: (day, index)."""
    lexeme = at(lexemes, index)
    plain = lexeme.kind == "number" and len(lexeme.word) <= 2 or lexeme.word.isalpha()
    if lexeme.kind == "ordinal" or (lexeme.kind == "number" and plain):
        return (lexeme.value, index + 1) if 1 <= lexeme.value <= 31 else None
    return None


def read_year_number(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """Read a year of four digits, in words, or of two after an apostrophe."""
    lexeme = at(lexemes, index)
    if lexeme.kind == "number" and FIRST_YEAR <= lexeme.value <= LAST_YEAR:
        return lexeme.value, index + 1
    follower = at(lexemes, index + 1)
    if lexeme.word in {"'", "’", "‘"} and follower.glued and len(follower.word) == 2:
        if follower.kind == "number":
            return full_year(follower.value), index + 2
    return None


def full_year(number: int) -> int:
    """Return the year that two digits stand for: 40 and over are the 1900s."""
    if number > 99:
        return number
    return number + (1900 if number >= 40 else 2000)


def read_year_tail(lexemes: Lexemes, index: int) -> tuple[Node | None, int]:
    """Read the year after a month or day: ", 2014", "of last year", "in 2020"."""
    start = index
    comma = at(lexemes, index).word == ","
    index = skip(lexemes, index, ",", "-", "/")
    word = at(lexemes, index).word
    preposition = word in {"of", "in"}
    index += preposition
    if at(lexemes, index).word == "the" and at(lexemes, index + 1).word == "year":
        index = skip(lexemes, index + 2, "of")
    if year := read_year_number(lexemes, index):
        return _stated_year(year[0]), year[1]
    if not comma and (relative := read_relative_year(lexemes, index)):
        return relative
    lexeme = at(lexemes, index)
    two_digits = lexeme.kind == "number" and len(lexeme.word) == 2
    if two_digits and (word == "of" or lexeme.glued) and lexeme.word.isdigit():
        return _stated_year(full_year(lexeme.value)), index + 1
    return None, start


def _stated_year(number: int) -> Node | None:
    period = periods.year_of(number)
    return Stated(period) if period else None


def read_relative_year(lexemes: Lexemes, index: int) -> tuple[Node, int] | None:
    """Read "last year", "this year", "the same year", "the following year"."""
    index = skip(lexemes, index, "the")
    lexeme, unit = at(lexemes, index), at(lexemes, index + 1)
    if unit.name != "year" or unit.kind != "unit":
        return None
    if lexeme.kind == "relative":
        return Shifted("year", lexeme.value), index + 2
    if lexeme.kind == "anaphoric":
        return Shifted("year", lexeme.value, anaphoric=True), index + 2
    return None


def dated(member: Member, year: Node | None, weekday: int | None = None) -> Node | None:
    """Return a yearly date with its year; ``None`` if the calendar has none such."""
    if isinstance(year, Stated) and year.period.first:
        found = member_in(member, year.period.first.year)
        return Stated(found, weekday) if found else None
    exists = member.kind != "days" or member_in(member, 2000)
    return Yearly(member, year, weekday=weekday) if exists else None


def member_in(member: Member, year: int) -> periods.Period | None:
    """Return the days of *member* in *year*."""
    if member.kind == "month":
        return periods.month(year, member.number)
    if member.kind == "days":
        return _days_in(member, year)
    if member.kind == "season":
        return periods.season(member.name, year)
    if member.kind == "quarter":
        return periods.months(year, member.number * 3 - 2, 3, "quarter")
    if member.kind == "half":
        return periods.months(year, member.number * 6 - 5, 6, "half")
    if member.kind == "week":
        whole = periods.year_of(year)
        return periods.count_in(whole, "week", member.number) if whole else None
    feast = lexicon.feast_in(member.holiday, year) if member.holiday else None
    return periods.day(feast) if feast else None


def _days_in(member: Member, year: int) -> periods.Period | None:
    first = periods.day_of(year, member.number, member.day)
    if not member.last_day or first is None:
        return first
    last = periods.day_of(year, member.number, member.last_day)
    return periods.cover(first, last) if last else None


def read_month_date(lexemes: Lexemes, index: int) -> Read:
    """Read "July 25, 2023", "July 25-27", "May 2014", "Mar. 3 of last year"."""
    weekday, begin = read_weekday_name(lexemes, index)
    named = read_month_name(lexemes, begin)
    if named is None:
        return None
    month, index = named
    start = skip(lexemes, index, "the", "-")
    days = _read_days(lexemes, start)
    if days is None:
        if weekday is not None:
            return None
        year, end = read_year_tail(lexemes, index)
        node = dated(Member("month", month), year)
        return (node, end) if node else None
    first, last, index = days
    weekday, index = _trailing_weekday(lexemes, index, weekday)
    year, index = read_year_tail(lexemes, index)
    node = dated(Member("days", month, first, last), year, weekday)
    return (node, index) if node else None


def _trailing_weekday(
    lexemes: Lexemes, index: int, weekday: int | None
) -> tuple[int | None, int]:
    """Read the weekday of "Jul 18, Fri"."""
    after = skip(lexemes, index, ",", "(")
    follower = at(lexemes, after)
    if weekday is None and after > index and follower.kind == "weekday":
        return follower.value, skip(lexemes, after + 1, ")")
    return weekday, index


def _read_days(lexemes: Lexemes, index: int) -> tuple[int, int, int] | None:
    """Read one day, or the first and the last of some: (first, last or 0, index)."""
    lexeme = at(lexemes, index)
    if lexeme.kind == "numbers":
        first, last = lexeme.fields
        return (first, last, index + 1) if 1 <= first < last <= 31 else None
    one = read_day_number(lexemes, index)
    if one is None:
        return None
    first, index = one
    second = _second_day(lexemes, index, first)
    return (first, *second) if second else (first, 0, index)


def _second_day(lexemes: Lexemes, index: int, first: int) -> tuple[int, int] | None:
    """Read the end of "13 to 15", "27th - 29th" or "5 and 6"."""
    join = at(lexemes, index).word
    if join not in RANGE_WORDS and join not in {"and", "&"}:
        return None
    other = read_day_number(lexemes, skip(lexemes, index + 1, "the"))
    if other is None or other[0] <= first:
        return None
    if join in {"and", "&"} and other[0] != first + 1:
        between = at(lexemes, index - 3).word == "between"
        if not between:
            return None
    after = at(lexemes, other[1])
    # "July 13 to 15 August" and "May 5 to 10 people": the number has its own noun.
    if after.kind in {"month", "unit"} or after.word in lexicon.cue("number_after"):
        return None
    return other


def read_day_date(lexemes: Lexemes, index: int) -> Read:
    """Read "25 July 2023", "the 1st of March", "13 to 15 July", "Tue, 5 May"."""
    weekday, index = read_weekday_name(lexemes, index)
    index = skip(lexemes, index, "the")
    lexeme = at(lexemes, index)
    if lexeme.kind == "numbers":
        first, last = lexeme.fields
        valid = 1 <= first < last <= 31
        return (
            _finish_day(lexemes, index + 1, (first, last), weekday) if valid else None
        )
    one = read_day_number(lexemes, index)
    if one is None:
        return None
    single = _finish_day(lexemes, one[1], (one[0], 0), weekday)
    if single:
        return single
    join = at(lexemes, one[1]).word
    if join not in RANGE_WORDS and join not in {"and", "&"}:
        return None
    other = read_day_number(lexemes, skip(lexemes, one[1] + 1, "the"))
    if other is None or other[0] <= one[0]:
        return None
    if join in {"and", "&"} and other[0] != one[0] + 1:
        return None
    return _finish_day(lexemes, other[1], (one[0], other[0]), weekday)


def _finish_day(
    lexemes: Lexemes, index: int, days: tuple[int, int], weekday: int | None
) -> Read:
    """Read "[day] [of] July [2023]" after the day or days."""
    index += at(lexemes, index).name == "day" and at(lexemes, index).kind == "unit"
    index = skip(lexemes, index, "of", "-", "/", ",")
    named = read_month_name(lexemes, index)
    if named is None:
        return None
    month, index = named
    year, index = read_year_tail(lexemes, index)
    node = dated(Member("days", month, *days), year, weekday)
    return (node, index) if node else None


def read_year_first(lexemes: Lexemes, index: int) -> Read:
    """Read "2017 April", "2019-aug-1", "2016 10 16"."""
    year = read_year_number(lexemes, index)
    if year is None:
        return None
    begin = skip(lexemes, year[1], "-", "/", ",")
    named = read_month_name(lexemes, begin)
    if named is None:
        return _spaced_numbers(lexemes, year)
    month, index = named
    day = read_day_number(lexemes, skip(lexemes, index, "-", "/"))
    member = Member("days", month, day[0]) if day else Member("month", month)
    node = dated(member, _stated_year(year[0]))
    return (node, day[1] if day else index) if node else None


def _spaced_numbers(lexemes: Lexemes, year: tuple[int, int]) -> Read:
    month, day = at(lexemes, year[1]), at(lexemes, year[1] + 1)
    two = all(n.kind == "number" and len(n.word) == 2 for n in (month, day))
    found = periods.day_of(year[0], month.value, day.value) if two else None
    return (Stated(found), year[1] + 2) if found else None


def read_year(lexemes: Lexemes, index: int) -> Read:
    """Read a year alone; whether it is one is judged from what stands around it."""
    begin = index
    if at(lexemes, index).word == "the" and at(lexemes, index + 1).word == "year":
        index = skip(lexemes, index + 2, "of")
    elif at(lexemes, index).word in {"year", "cy", "calendar"}:
        index = skip(lexemes, index + 1, "year", "of")
    year = read_year_number(lexemes, index)
    if year is None:
        short = at(lexemes, index)
        if at(lexemes, begin).word != "cy" or len(short.word) != 2 or not short.value:
            return None
        year = full_year(short.value), index + 1
    node = _stated_year(year[0])
    return (node, year[1]) if node else None


def read_numeric(lexemes: Lexemes, index: int) -> Read:
    """Read a date written in digits alone, after an optional weekday."""
    weekday, index = read_weekday_name(lexemes, index)
    lexeme = at(lexemes, index)
    period = _numeric_period(lexeme)
    if period:
        return Stated(period, weekday), index + 1
    if lexeme.kind == "pair" or (weekday and lexeme.kind == "numbers"):
        month, day = lexeme.fields
        if month > 12 and lexeme.kind == "pair":
            month, day = day, month
        node = dated(Member("days", month, day), None, weekday)
        return (node, index + 1) if node and 1 <= month <= 12 else None
    return None


def _numeric_period(lexeme: Lexeme) -> periods.Period | None:
    fields = lexeme.fields
    if lexeme.kind in {"year month day", "compact"}:
        return periods.day_of(*fields)
    if lexeme.kind == "day month year":
        return periods.day_of(fields[2], fields[1], fields[0])
    if lexeme.kind == "ambiguous":
        return _ambiguous(fields, day_first=lexeme.name == "day first")
    if lexeme.kind == "years":
        return _year_range(*fields)
    if lexeme.kind == "year month":
        return _year_month(*fields)
    if lexeme.kind == "month year":
        valid = 1 <= fields[0] <= 12 and FIRST_YEAR <= fields[1] <= LAST_YEAR
        return periods.month(fields[1], fields[0]) if valid else None
    if lexeme.kind == "edtf":
        return _edtf_period(lexeme.word)
    return None


def _ambiguous(fields: tuple[int, ...], *, day_first: bool) -> periods.Period | None:
    first, second, year = fields
    year = full_year(year)
    month, day = (second, first) if day_first or first > 12 else (first, second)
    return periods.day_of(year, month, day)


def _year_range(first: int, last: int) -> periods.Period | None:
    if last < 100:
        last += first // 100 * 100
    if not (FIRST_YEAR <= first < last <= LAST_YEAR):
        return None
    return periods.months(first, 1, 12 * (last - first + 1), "range")


def _year_month(year: int, number: int) -> periods.Period | None:
    """Read "2014-10" as a month, but "2010-11" and "1996-99" as years."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if number == year % 100 + 1 or number > 12:
        return _year_range(year, number) if number > year % 100 else None
    return periods.month(year, number) if number else None


def _edtf_period(word: str) -> periods.Period | None:
    try:
        first, last = parse_edtf(word)
    except ValueError:
        return None
    grains = {2: "century", 3: "decade"}
    digits = word.rstrip("X")
    if digits != word:
        year = first.year if first else 1
        whole = periods.century(year // 100 + 1)
        return periods.decade(year) if grains[len(digits)] == "decade" else whole
    if first and last and first > last:
        return None
    return periods.Period(first, last, "range")


def read_decade(lexemes: Lexemes, index: int) -> Read:
    """Read "the 1990s", "the '60s", "the nineties", "the nineteen sixties"."""
    index = skip(lexemes, index, "the")
    quoted = at(lexemes, index).word in {"'", "’", "‘"}
    index += quoted
    lexeme, spaced = at(lexemes, index), at(lexemes, index + 1)
    if lexeme.kind == "number" and lexeme.value % 10 == 0 and lexeme.value > FIRST_YEAR:
        if spaced.word == "s" and not spaced.glued:
            return _decade_node(lexeme.value, index + 2)
    if lexeme.kind == "number" and spaced.kind == "decade" and 18 <= lexeme.value <= 20:
        return _decade_node(lexeme.value * 100 + spaced.value, index + 2)
    if lexeme.kind != "decade":
        return None
    start = lexeme.value
    if start < 100:
        start += 1900 if start >= 20 else 2000
    return _decade_node(start, index + 1)


def _decade_node(start: int, index: int) -> Read:
    if not FIRST_YEAR <= start <= LAST_YEAR:
        return None
    # "the 1900s" are a hundred years, "the 2000s" are commonly ten.
    hundred = start % 100 == 0 and start != 2000
    found = periods.century(start // 100 + 1) if hundred else periods.decade(start)
    return (Stated(found), index) if found else None


def read_century(lexemes: Lexemes, index: int) -> Read:
    """Read "the 19th century" and "20th-century", but not one before our era."""
    index = skip(lexemes, index, "the")
    lexeme = at(lexemes, index)
    after = skip(lexemes, index + 1, "-")
    unit = at(lexemes, after)
    if lexeme.kind != "ordinal" or unit.name != "century" or unit.kind != "unit":
        return None
    if not 1 <= lexeme.value <= 22 or at(lexemes, after + 1).word in {"bc", "bce"}:
        return None
    found = periods.century(lexeme.value)
    return (Stated(found), after + 1) if found else None


def read_quarter(lexemes: Lexemes, index: int) -> Read:
    """Read "Q3 2021", "2019-Q1", "third quarter of 2018", "H1 2020", "18q4"."""
    year: Node | None = None
    leading = at(lexemes, index)
    if number := read_year_number(lexemes, index):
        year, index = _stated_year(number[0]), skip(lexemes, number[1], "-")
    elif leading.kind == "number" and len(leading.word) == 2:
        if at(lexemes, index + 1).word != "q" or not at(lexemes, index + 1).glued:
            return None
        year, index = _stated_year(full_year(leading.value)), index + 1
    if year is None and (joined := _quarter_and_year(lexemes, index)):
        return joined
    member = _read_quarter_name(lexemes, skip(lexemes, index, "the"))
    if member is None:
        return None
    if year is None:
        year, end = read_year_tail(lexemes, member[1])
    else:
        end = member[1]
    node = dated(member[0], year)
    return (node, end) if node else None


def _quarter_and_year(lexemes: Lexemes, index: int) -> Read:
    """Read "Q1-2019", whose digits the lexer takes together."""
    digits = at(lexemes, index + 1)
    if at(lexemes, index).word != "q" or digits.kind != "month year":
        return None
    number, year = digits.fields
    node = dated(Member("quarter", number), _stated_year(year))
    return (
        (node, index + 2) if node and digits.glued and number in range(1, 5) else None
    )


def _read_quarter_name(lexemes: Lexemes, index: int) -> tuple[Member, int] | None:
    lexeme, after = at(lexemes, index), at(lexemes, index + 1)
    if lexeme.word == "q" and after.glued and after.value in {1, 2, 3, 4}:
        return Member("quarter", after.value), index + 2
    if lexeme.word == "h" and after.glued and after.value in {1, 2}:
        return Member("half", after.value), index + 2
    unit = skip(lexemes, index + 1, "-")
    after = at(lexemes, unit)
    ordinal = lexeme.kind == "ordinal" and 1 <= lexeme.value <= 4
    if ordinal and after.kind == "unit" and after.name == "quarter":
        return Member("quarter", lexeme.value), unit + 1
    return None


def read_season(lexemes: Lexemes, index: int) -> Read:
    """Read "the summer of 2012", "spring 2018", "winter"."""
    index = skip(lexemes, index, "the")
    lexeme = at(lexemes, index)
    if lexeme.kind != "season":
        return None
    double = at(lexemes, skip(lexemes, index + 1, "of"))
    if double.kind in {"years", "year month"} and lexeme.name == "winter":
        # "the winter of 2010-11" begins in the first of the two.
        period = periods.season("winter", double.value)
        end = skip(lexemes, index + 1, "of") + 1
        return (Stated(period), end) if period else None
    year, end = read_year_tail(lexemes, index + 1)
    node = dated(Member("season", name=lexeme.name), year)
    return (node, end) if node else None


def read_holiday(lexemes: Lexemes, index: int) -> Read:
    """Read a feast and its year: "Christmas Eve 2013", "Easter of last year"."""
    index = skip(lexemes, index, "the")
    index += at(lexemes, index).word == "st" and at(lexemes, index + 1).word == "."
    named = read_holiday_name(lexemes, index)
    if named is None:
        return None
    holiday, index = named
    if holiday.year:
        day = periods.day_of(holiday.year, holiday.month, holiday.day)
        return (Stated(day), index) if day else None
    year, index = read_year_tail(lexemes, index)
    node = dated(Member("holiday", holiday=holiday), year)
    return (node, index) if node else None


def read_holiday_name(
    lexemes: Lexemes, index: int
) -> tuple[lexicon.Holiday, int] | None:
    """Read the longest name of a feast that begins at *index*."""
    first = at(lexemes, index)
    head = _spelled(first)
    for words, holiday in lexicon.holidays().get(head, ()):
        count = len(words)
        spelled = (_spelled(at(lexemes, index + i)) for i in range(count))
        if tuple(spelled) == words:
            return holiday, index + count
    return None


def _spelled(lexeme: Lexeme) -> str:
    return (
        f"{lexeme.word}'s"
        if lexeme.possessive and lexeme.kind != "word"
        else (lexeme.word)
    )


def read_month_day(lexemes: Lexemes, index: int) -> Read:
    """Read "the 21st" and "Tuesday the 19th"; the month is left to the context."""
    weekday, begin = read_weekday_name(lexemes, index)
    article = at(lexemes, begin).word == "the"
    lexeme = at(lexemes, begin + article)
    if not article and weekday is None:
        return None
    if lexeme.kind == "ordinal" or (article and lexeme.kind == "number"):
        if 1 <= lexeme.value <= 31:
            return MonthDay(lexeme.value, weekday), begin + article + 1
    return None


def read_fiscal_year(lexemes: Lexemes, index: int) -> Read:
    """Read "fiscal year 2013", "FY2013-14": whose year it is, the text does not say."""
    if at(lexemes, index).kind != "fiscal":
        return None
    index = skip(lexemes, index + 1, "year", "years")
    lexeme = at(lexemes, index)
    year = read_year_number(lexemes, index)
    if year:
        return Unresolved(fiscal=True), year[1]
    if lexeme.kind in {"years", "year month"} or len(lexeme.word) == 2:
        if lexeme.fields:
            return Unresolved(fiscal=True), index + 1
    return None


CALENDAR_PRODUCTIONS: tuple[Production, ...] = (
    read_month_date,
    read_day_date,
    read_year_first,
    read_year,
    read_holiday,
    read_numeric,
    read_decade,
    read_century,
    read_quarter,
    read_season,
    read_month_day,
    read_fiscal_year,
)
