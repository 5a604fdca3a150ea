"""
Read dates that are counted from another day: "last month", "two years ago", "today".

The productions have the form of those in `calendar_dates`.  What the counting starts
from (the document's date or the date named last) is part of the node they build.
"""

from __future__ import annotations

from claimcheck.values.dates.calendar_dates import (
    Lexemes,
    Production,
    Read,
    at,
    read_holiday_name,
    read_weekday_name,
    skip,
)
from claimcheck.values.dates.nodes import (
    Ahead,
    Member,
    Node,
    Nth,
    Offset,
    Part,
    Shifted,
    Stretch,
    Unresolved,
    Weekday,
    Yearly,
)

# Units whose end is a date; "the end of the day" and "of the season" are idioms.
CALENDAR_UNITS = frozenset(
    ("week", "month", "quarter", "year", "decade", "century", "weekend", "fortnight")
)
_AGO = frozenset(("ago", "back"))
_HENCE = frozenset(("hence",))
_LATER = {
    "later": 1,
    "after": 1,
    "on": 1,
    "earlier": -1,
    "before": -1,
    "previously": -1,
}


def read_amount(lexemes: Lexemes, index: int) -> tuple[int | None, str, int] | None:
    """
    Read an amount of time: (count, unit, index), the count ``None`` when it is vague.

    "a year and a half" and "half a century" have a count in the next smaller unit.
    """
    if halves := _half_amount(lexemes, index):
        return halves
    counted = read_count(lexemes, index)
    if counted is None:
        return None
    count, index = counted
    half = _read_half(lexemes, index)
    index = half or index
    unit = at(lexemes, index)
    if unit.kind != "unit" or unit.possessive and at(lexemes, index + 1).word != "time":
        return None
    name, after = unit.name, index + 1
    if not half and (more := _read_half(lexemes, after)):
        half, after = more, more
    if half:
        if count is None or name not in _HALVES_OF:
            return None, name, after
        smaller, size = _HALVES_OF[name]
        return count * size + size // 2, smaller, after
    return count, name, after


_HALVES_OF = {
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
}


def _half_amount(lexemes: Lexemes, index: int) -> tuple[int, str, int] | None:
    """Read "half a year"."""
    if at(lexemes, index).word != "half" or at(lexemes, index + 1).word not in "an":
        return None
    unit = at(lexemes, index + 2)
    if unit.kind != "unit" or unit.name not in _HALVES_OF:
        return None
    smaller, size = _HALVES_OF[unit.name]
    return size // 2, smaller, index + 3


def _read_half(lexemes: Lexemes, index: int) -> int | None:
    """Read "and a half", "1/2" or "½"; return the index after it."""
    words = tuple(at(lexemes, index + i).word for i in range(3))
    if words == ("and", "a", "half"):
        return index + 3
    return index + 1 if words[0] in {"½", "1/2"} else None


def read_count(lexemes: Lexemes, index: int) -> tuple[int | None, int] | None:
    """Read "three", "a", "a few", "a couple of": (count or ``None``, index)."""
    lexeme = at(lexemes, index)
    if lexeme.word in {"a", "an", "one"}:
        follower = at(lexemes, index + 1)
        if follower.kind != "vague":
            return 1, index + 1
        lexeme, index = follower, index + 1
    if lexeme.kind == "vague":
        after = skip(lexemes, index + 1, "of")
        return lexeme.value or None, after
    if lexeme.kind == "number" and lexeme.value < 10_000:
        return lexeme.value, index + 1
    return None


def read_day_word(lexemes: Lexemes, index: int) -> Read:
    """Read "today", "tomorrow night", "the day after tomorrow"."""
    lexeme = at(lexemes, index)
    if lexeme.kind == "dayword":
        after = index + 1 + (at(lexemes, index + 1).kind == "daypart")
        return Shifted("day", lexeme.value), after
    index = skip(lexemes, index, "the")
    if at(lexemes, index).name != "day":
        return None
    side, day = at(lexemes, index + 1).word, at(lexemes, index + 2)
    step = {"after": 1, "before": -1}.get(side)
    if step is None or day.kind != "dayword" or not day.value:
        return None
    return Shifted("day", day.value + step), index + 3


def read_ago(lexemes: Lexemes, index: int) -> Read:
    """Read "nine months ago", "a week hence", "3 days from now", "2 Fridays ago"."""
    if weekdays := _weekdays_away(lexemes, index):
        return weekdays
    amount = read_amount(lexemes, index)
    if amount is None:
        return None
    count, unit, index = amount
    sign, end = _direction(lexemes, index)
    if not sign:
        return None
    if count is None:
        return Unresolved(), end
    if sign < 0 and (base := read_day_word(lexemes, end) or read_unit(lexemes, end)):
        if isinstance(base[0], Shifted) and not base[0].anaphoric:
            return Offset(base[0], unit, -count, anniversary=True), base[1]
    exact = at(lexemes, end - 1).word in {"today", "hence"}
    return Shifted(unit, sign * count, exact=exact), end


def _direction(lexemes: Lexemes, index: int) -> tuple[int, int]:
    word, following = at(lexemes, index).word, at(lexemes, index + 1)
    if word in _AGO:
        return -1, index + 1
    if word in _HENCE:
        return 1, index + 1
    if word == "from" and following.word in {"now", "today"}:
        return 1, index + 2
    return 0, index


def _weekdays_away(lexemes: Lexemes, index: int) -> Read:
    counted = read_count(lexemes, index)
    if counted is None or counted[0] is None:
        return None
    lexeme = at(lexemes, counted[1])
    if lexeme.kind not in {"weekday", "weekdays"}:
        return None
    sign, end = _direction(lexemes, counted[1] + 1)
    if not sign:
        return None
    return Nth(Shifted("day", 0), sign * counted[0], weekday=lexeme.value), end


def read_later(lexemes: Lexemes, index: int) -> Read:
    """Read "a year earlier", "two days later", "six years away from"."""
    amount = read_amount(lexemes, index)
    if amount is None:
        return None
    count, unit, index = amount
    word = at(lexemes, index).word
    if word == "away":
        end = skip(lexemes, index + 1, "from")
        if end == index + 1:
            return None
        sign = 1
    else:
        sign = _LATER.get(word, 0)
        end = index + 1
        if not sign or (word in {"on", "after", "before"} and _continues(lexemes, end)):
            return None
    if count is None:
        return Unresolved(), end
    return Shifted(unit, sign * count, anaphoric=True, fallback=False), end


def _continues(lexemes: Lexemes, index: int) -> bool:
    """Tell whether a phrase goes on, so that "two days after" belongs to it."""
    lexeme = at(lexemes, index)
    closed = lexeme.kind in {"paragraph", "end", "mark"}
    return not (closed or lexeme.word in _CLOSING)


# What may follow "a year before" when nothing is named that it came before.
_CLOSING = frozenset(
    ("in", "at", "when", "and", "but", "as", "with", "during", "under")
)


def read_ahead(lexemes: Lexemes, index: int) -> Read:
    """Read "in two weeks", "in a fortnight's time"."""
    if at(lexemes, index).word not in {"in", "within"}:
        return None
    amount = read_amount(lexemes, skip(lexemes, index + 1, "about", "around"))
    if amount is None or amount[0] is None:
        return None
    count, unit, end = amount
    if at(lexemes, end).word == "time":
        return Shifted(unit, count), end + 1
    return Ahead(unit, count), end


def read_unit(lexemes: Lexemes, index: int) -> Read:
    """Read "last month", "the same year", "this past week", "last night"."""
    article = at(lexemes, index).word == "the"
    index += article
    lexeme = at(lexemes, index)
    if lexeme.kind not in {"relative", "anaphoric"}:
        return None
    follower = at(lexemes, index + 1)
    which = lexeme.value
    if lexeme.word == "this" and follower.kind == "relative" and follower.value:
        index, which = index + 1, follower.value
        follower = at(lexemes, index + 1)
    if follower.kind == "daypart":
        return _part_of_day(lexeme, index, which, article=article)
    working = follower.word in {"working", "business"}
    index += working
    follower = at(lexemes, index + 1)
    if follower.kind != "unit":
        return None
    anaphoric = lexeme.kind == "anaphoric"
    unit, end = follower.name, index + 2
    if working or unit == "working week":
        if unit not in {"week", "working week"}:
            return None
        return Nth(Shifted("week", which, anaphoric), 1, "day", 5), end
    if unit == "day":
        if lexeme.word in {"past", "last", "coming"} or (which > 0 and not article):
            return None
        anaphoric = anaphoric or lexeme.word == "next" or lexeme.word == "this"
    if lexeme.word == "next" and article and unit in {"year", "month", "day"}:
        anaphoric = True
    if lexeme.word == "that" and unit not in {"day", *CALENDAR_UNITS}:
        return None
    before = at(lexemes, index - 1 - article - working).word
    long = unit == "decade" or (unit == "century" and lexeme.word == "past")
    if which < 0 and not anaphoric and (
        long or (lexeme.word == "past" and before in _RUNNING)
    ):
        return Stretch(unit, -1, running=True), end
    fallback = lexeme.word not in {"same", "that"}
    return Shifted(unit, which, anaphoric, fallback=fallback), end


def _part_of_day(lexeme: object, index: int, which: int, *, article: bool) -> Read:
    word = getattr(lexeme, "word", "")
    if word == "last" or (word == "this" and not article):
        return Shifted("day", which), index + 2
    if word in {"next", "following", "previous", "same", "that"}:
        known = word in {"next", "following", "previous"}
        return Shifted("day", which, anaphoric=True, fallback=known), index + 2
    return None


_RUNNING = frozenset(("in", "over", "during", "within", "throughout"))


def read_stretch(lexemes: Lexemes, index: int) -> Read:
    """Read "the past 3 months", "next two weeks", "the 2 upcoming years"."""
    begin = index
    index = skip(lexemes, index, "the", "these", "those")
    lexeme = at(lexemes, index)
    if lexeme.kind == "number" and lexeme.value < 1000:
        relative = at(lexemes, index + 1)
        count: int | None = lexeme.value
        unit_at = index + 2
    else:
        relative = lexeme
        counted = read_count(lexemes, index + 1)
        if counted is None:
            return None
        count, unit_at = counted
    half = _read_half(lexemes, unit_at)
    unit_at = half or unit_at
    business = at(lexemes, unit_at).word in {"business", "working"}
    unit = at(lexemes, unit_at + business)
    if unit.word == unit.name and relative.word in {"next", "last"} and count != 1:
        return None  # "only 3 next week"
    if unit.kind != "unit" or relative.kind not in {"relative", "anaphoric"}:
        return None
    end = unit_at + business + 1
    if not relative.value or relative.word == "prior":
        return None
    if count is None or half or business or relative.kind == "anaphoric" and count < 1:
        return Unresolved(), end
    running = relative.word in {"last", "past"} and at(lexemes, begin - 1).word in (
        _RUNNING
    )
    name = "week" if unit.name == "working week" else unit.name
    return Stretch(name, relative.value * count, running), end


def read_relative_name(lexemes: Lexemes, index: int) -> Read:
    """Read "last August", "next Friday", "this summer", "the previous Easter"."""
    article = at(lexemes, index).word == "the"
    index += article
    lexeme = at(lexemes, index)
    if lexeme.kind not in {"relative", "anaphoric"}:
        return None
    which = lexeme.value
    follower = at(lexemes, index + 1)
    if lexeme.word == "this" and follower.kind == "relative" and follower.value:
        index, which = index + 1, follower.value
    anaphoric = lexeme.kind == "anaphoric" or (article and lexeme.word == "next")
    index += 1
    named = at(lexemes, index)
    if named.kind == "weekday":
        weekday, end = read_weekday_name(lexemes, index)
        _ = weekday
        end = index + 1 + (at(lexemes, index + 1).kind == "daypart")
        return Weekday(named.value, which, anaphoric), end
    member = _yearly_member(lexemes, index)
    if member is None:
        return None
    return Yearly(member[0], which=which, anaphoric=anaphoric), member[1]


def _yearly_member(lexemes: Lexemes, index: int) -> tuple[Member, int] | None:
    lexeme = at(lexemes, index)
    if lexeme.kind == "month":
        dot = lexeme.short and at(lexemes, index + 1).word == "."
        day = at(lexemes, index + 1 + dot)
        if day.kind in {"ordinal", "number"} and 1 <= day.value <= 31:
            return Member("days", lexeme.value, day.value), index + 2 + dot
        return Member("month", lexeme.value), index + 1 + dot
    if lexeme.kind == "season":
        return Member("season", name=lexeme.name), index + 1
    if lexeme.kind == "pair":
        month, day_number = lexeme.fields
        valid = 1 <= month <= 12 and 1 <= day_number <= 31
        return (Member("days", month, day_number), index + 1) if valid else None
    holiday = read_holiday_name(lexemes, index)
    if holiday is None or holiday[0].year:
        return None
    return Member("holiday", holiday=holiday[0]), holiday[1]


def read_weekday(lexemes: Lexemes, index: int) -> Read:
    """Read "Tuesday", "Friday night", "Tuesday of next week", "Friday after next"."""
    lexeme = at(lexemes, index)
    if lexeme.kind != "weekday":
        return None
    end = index + 1
    stop = at(lexemes, end)
    end += lexeme.short and stop.word == "." and stop.glued
    end += at(lexemes, end).kind == "daypart"
    if at(lexemes, end).word == "after" and at(lexemes, end + 1).word == "next":
        return Nth(Shifted("week", 1), 1, weekday=lexeme.value), end + 2
    week = read_ago(lexemes, skip(lexemes, end, ",")) or read_unit(
        lexemes, skip(lexemes, end, "of", "in")
    )
    if week and isinstance(week[0], Shifted) and week[0].unit == "week":
        return Nth(week[0], 1, weekday=lexeme.value), week[1]
    return Weekday(lexeme.value), end


def read_week_and_weekday(lexemes: Lexemes, index: int) -> Read:
    """Read "last week's Sunday"."""
    week = read_unit(lexemes, index)
    if week is None or not isinstance(week[0], Shifted) or week[0].unit != "week":
        return None
    weekday = at(lexemes, skip(lexemes, week[1], "-"))
    if weekday.kind != "weekday":
        return None
    return Nth(week[0], 1, weekday=weekday.value), skip(lexemes, week[1], "-") + 1


def read_unit_before_last(lexemes: Lexemes, index: int) -> Read:
    """Read "the week before last", "the year after next", "the day before"."""
    if at(lexemes, index).word != "the":
        return None
    unit, side = at(lexemes, index + 1), at(lexemes, index + 2).word
    if unit.kind != "unit" or side not in {"before", "after"}:
        return None
    step = -1 if side == "before" else 1
    follower = at(lexemes, index + 3)
    if follower.word == ("last" if step < 0 else "next"):
        return Shifted(unit.name, 2 * step), index + 4
    if _continues(lexemes, index + 3):
        return None
    return Shifted(unit.name, step, anaphoric=True, fallback=False), index + 3


def read_so_far(lexemes: Lexemes, index: int) -> Read:
    """Read "year to date", "so far this year", "the rest of the week"."""
    lexeme = at(lexemes, index)
    if lexeme.kind == "unit" and lexeme.name in CALENDAR_UNITS:
        words = tuple(at(lexemes, index + i).word for i in (1, 2))
        if words == ("to", "date"):
            return Part(Shifted(lexeme.name, 0), "earlier"), index + 3
    if lexeme.word == "so" and at(lexemes, index + 1).word == "far":
        unit = read_unit(lexemes, skip(lexemes, index + 2, "in"))
        if unit and isinstance(unit[0], Shifted) and unit[0].count == 0:
            return Part(unit[0], "earlier"), unit[1]
    return None


def read_unit_of_document(lexemes: Lexemes, index: int) -> tuple[Node, int] | None:
    """Read "[the] year" after "the end of"; a bare unit is the document's own."""
    if read := read_unit(lexemes, index):
        return read
    index = skip(lexemes, index, "the")
    unit = at(lexemes, index)
    if unit.kind != "unit" or unit.name not in CALENDAR_UNITS:
        return None
    if unit.word.endswith("s") and not unit.possessive:
        return None
    return Shifted(unit.name, 0), index + 1


def read_weekend(lexemes: Lexemes, index: int) -> Read:
    """Read "the weekend", "over the weekend", "at the weekend"."""
    begin = skip(lexemes, index, "the")
    unit = at(lexemes, begin)
    if begin == index or unit.kind != "unit" or unit.word != "weekend":
        return None
    return Shifted("weekend", 0), begin + 1


def read_whole_unit(lexemes: Lexemes, index: int) -> Read:
    """Read "for the month", "in the year": the unit that is spoken of."""
    if at(lexemes, index).word not in {"in", "for", "during", "over", "throughout"}:
        return None
    article, unit = at(lexemes, index + 1), at(lexemes, index + 2)
    if article.word != "the" or unit.kind != "unit" or unit.name not in _SPOKEN_OF:
        return None
    if unit.name == "day" and at(lexemes, index).word != "for":
        return None
    if unit.word != unit.name or unit.possessive:
        return None
    # "in the year of", "in the week after", "in the year since" are other dates.
    if at(lexemes, index + 3).kind not in {"mark", "end", "paragraph"}:
        return None
    return Shifted(unit.name, 0, anaphoric=True), index + 3


_SPOKEN_OF = frozenset(("day", "week", "month", "quarter", "year"))


RELATIVE_PRODUCTIONS: tuple[Production, ...] = (
    read_day_word,
    read_ago,
    read_later,
    read_ahead,
    read_unit,
    read_stretch,
    read_relative_name,
    read_weekday,
    read_week_and_weekday,
    read_unit_before_last,
    read_so_far,
    read_weekend,
    read_whole_unit,
)
