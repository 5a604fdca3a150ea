"""
Compose dates into parts, counts, offsets, ranges and open bounds.

`read_expression` is the whole grammar.  It tries every production at one lexeme and
keeps the one that reads furthest; a phrase nests at most `DEEPEST` others, so the work
at one lexeme is bounded and the reading of a text is linear in its length.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from claimcheck.values.dates import lexicon
from claimcheck.values.dates.calendar_dates import (
    CALENDAR_PRODUCTIONS,
    DASHES,
    RANGE_WORDS,
    Lexemes,
    Read,
    at,
    read_holiday,
    read_year,
    skip,
)
from claimcheck.values.dates.nodes import (
    Between,
    Bound,
    EventOffset,
    Member,
    Node,
    Nth,
    Offset,
    Part,
    Running,
    Shifted,
    Side,
    Stated,
    Unresolved,
    UnitOf,
    Weekday,
    Yearly,
)
from claimcheck.values.dates.relative_dates import (
    CALENDAR_UNITS,
    RELATIVE_PRODUCTIONS,
    read_amount,
    read_count,
    read_unit_of_document,
)

DEEPEST = 3

Nested: TypeAlias = Callable[[Lexemes, int, int], Read]


def read_simple(lexemes: Lexemes, index: int, depth: int = 0) -> Read:
    """Read the longest single date at *index*, parts and offsets included."""
    best: Read = None
    for production in (*CALENDAR_PRODUCTIONS, *RELATIVE_PRODUCTIONS):
        found = production(lexemes, index)
        if found and (best is None or found[1] > best[1]):
            best = found
    if depth < DEEPEST:
        for nested in NESTED_PRODUCTIONS:
            found = nested(lexemes, index, depth + 1)
            if found and (best is None or found[1] > best[1]):
                best = found
    return best


def read_part(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "early March", "mid-1990s", "late last month", "later this year"."""
    index = skip(lexemes, index, "the")
    lexeme = at(lexemes, index)
    if lexeme.kind not in {"part", "comparative"}:
        return None
    index += 1
    # "mid-to-late 2021": the two parts together.
    if at(lexemes, index).word == "-" and at(lexemes, index + 1).word == "to":
        other = at(lexemes, skip(lexemes, index + 2, "-"))
        if other.kind == "part":
            index = skip(lexemes, index + 2, "-") + 1
            return _double_part(lexemes, index, (lexeme.name, other.name), depth)
    index = skip(lexemes, index, "-", "in", "on")
    base = read_unit_of_document(lexemes, index) if lexeme.kind != "part" else None
    base = base or read_simple(lexemes, index, depth)
    if base is None or isinstance(base[0], Weekday | Unresolved):
        return None
    return Part(base[0], lexeme.name), base[1]


def _double_part(
    lexemes: Lexemes, index: int, names: tuple[str, str], depth: int
) -> Read:
    base = read_simple(lexemes, index, depth)
    if base is None:
        return None
    return Between(Part(base[0], names[0]), Part(base[0], names[1])), base[1]


def read_end(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "the end of 2012", "beginning of the month", "year end", "EOM"."""
    if short := lexicon.part_units().get(at(lexemes, index).word):
        return Part(Shifted(short[1], 0), _END_PART[short[0]]), index + 1
    if ending := _read_year_end(lexemes, index):
        return ending
    index = skip(lexemes, index, "the")
    index += at(lexemes, index).word == "very"
    lexeme = at(lexemes, index)
    if lexeme.kind != "partnoun":
        return None
    after = skip(lexemes, index + 1, "of")
    if after == index + 1:
        return None
    after = skip(lexemes, after, "around", "about")
    base = read_unit_of_document(lexemes, after) or read_simple(lexemes, after, depth)
    # "of" in "start of May" may stand before a day, which has no parts.
    if base is None or isinstance(base[0], Weekday | Unresolved):
        return None
    name = _END_PART.get(lexeme.name, lexeme.name)
    return Part(base[0], name), base[1]


# "the end of 2012" reaches further back than "late 2012" in common usage.
_END_PART = {"early": "beginning", "mid": "middle", "late": "end"}


def _read_year_end(lexemes: Lexemes, index: int) -> Read:
    """Read "year end", "year-end", "month's end"."""
    unit = at(lexemes, index)
    if unit.kind != "unit" or unit.name not in {"year", "month", "week", "quarter"}:
        return None
    end = skip(lexemes, index + 1, "-")
    if at(lexemes, end).word != "end" or unit.word.endswith("s"):
        return None
    return Part(Shifted(unit.name, 0), "last day"), end + 1


def read_half(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "the first half of 2021", "second half of the year"."""
    index = skip(lexemes, index, "the")
    which = _HALF.get(at(lexemes, index).word)
    if which is None or at(lexemes, index + 1).word != "half":
        return None
    after = skip(lexemes, index + 2, "of")
    if after == index + 2 and read_year(lexemes, after) is None:
        return None
    base = read_unit_of_document(lexemes, after) or read_simple(lexemes, after, depth)
    return (Part(base[0], which), base[1]) if base else None


_HALF = {
    "first": "first half",
    "second": "second half",
    "latter": "second half",
    "last": "second half",
}


def read_nth(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "first five months of this year", "third Monday of March", "last day of"."""
    begin = index = skip(lexemes, index, "the")
    position = _read_position(lexemes, index)
    if position is None:
        return None
    nth, index = position
    count = 1
    if (counted := read_count(lexemes, index)) and at(lexemes, index).word != "a":
        if counted[0] is None:
            return None
        count, index = counted[0], counted[1]
    target = at(lexemes, index)
    if target.kind not in {"unit", "weekday"} or target.name == "season":
        return None
    if target.kind == "weekday" and count > 1:
        return None
    link = at(lexemes, index + 1).word
    if link not in {"of", "in"} and not target.name.startswith("week"):
        return None
    after = skip(lexemes, index + 1, "of", "in")
    base = read_unit_of_document(lexemes, after) or read_simple(lexemes, after, depth)
    if base is None or after == index + 1 or isinstance(base[0], Weekday):
        return None
    if target.kind == "weekday":
        return Nth(base[0], nth, weekday=target.value), base[1]
    if at(lexemes, begin).word == "last" and not nth:
        return None
    return Nth(base[0], nth, target.name, count), base[1]


def _read_position(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """Read "third", "last", "second-to-last", "3rd last"; negative from the end."""
    lexeme = at(lexemes, index)
    if lexeme.word in {"last", "final", "closing"}:
        return -1, index + 1
    if lexeme.word in {"opening"}:
        return 1, index + 1
    if lexeme.kind != "ordinal":
        return None
    after = index + 1
    for words in (("-", "to", "-", "last"), ("to", "last"), ("-", "last"), ("last",)):
        if all(at(lexemes, after + i).word == w for i, w in enumerate(words)):
            return -lexeme.value, after + len(words)
    return lexeme.value, after


def read_day_of_unit(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "20th of next month", "the 5th of the following month"."""
    _ = depth
    index = skip(lexemes, index, "the")
    lexeme = at(lexemes, index)
    if lexeme.kind not in {"ordinal", "number"} or not 1 <= lexeme.value <= 31:
        return None
    after = skip(lexemes, index + 1, "of")
    if after == index + 1:
        return None
    base = read_unit_of_document(lexemes, after)
    if base is None or not isinstance(base[0], Shifted) or base[0].unit != "month":
        return None
    if lexeme.kind == "number" and at(lexemes, after).kind == "unit":
        return None
    return Nth(base[0], lexeme.value, "day"), base[1]


def read_unit_of(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "the week of October 7", "Thanksgiving weekend", "week 12 of 2014"."""
    index = skip(lexemes, index, "the")
    unit = at(lexemes, index)
    if unit.kind != "unit" or unit.name not in {"week", "weekend"}:
        return _feast_weekend(lexemes, index, depth)
    number = at(lexemes, index + 1)
    if unit.name == "week" and number.kind == "number" and 1 <= number.value <= 53:
        year = read_year(lexemes, skip(lexemes, index + 2, "of", ",", "in"))
        member = Member("week", number.value)
        if year:
            return Yearly(member, year[0]), year[1]
        return Yearly(member, which=0), index + 2
    after = skip(lexemes, index + 1, "of", "beginning", "ending", "starting")
    if after == index + 1:
        return None
    base = read_simple(lexemes, after, depth)
    if base is None or not _is_day(base[0]):
        return None
    return UnitOf(base[0], unit.name), base[1]


def _feast_weekend(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "Halloween weekend 2021"; the year may follow the word."""
    del depth
    feast = read_holiday(lexemes, index)
    if feast is None or at(lexemes, feast[1]).word != "weekend":
        return None
    node, end = feast[0], feast[1] + 1
    year = read_year(lexemes, end)
    if year and isinstance(node, Yearly) and node.year is None:
        return UnitOf(replace(node, year=year[0]), "weekend"), year[1]
    return UnitOf(node, "weekend"), end


def _is_day(node: Node) -> bool:
    if isinstance(node, Stated):
        return node.period.grain == "day"
    return isinstance(node, Yearly) and node.member.kind in {"days", "holiday"}


def read_offset(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "two days after Easter", "a week from Tuesday", "the day before 5 May"."""
    if at(lexemes, index).word == "the" and at(lexemes, index + 1).kind == "unit":
        unit = at(lexemes, index + 1)
        if unit.word.endswith("s") and unit.name != unit.word:
            return None
        count: int | None = 1
        name, after = unit.name, index + 2
    else:
        amount = read_amount(lexemes, index)
        if amount is None:
            return None
        count, name, after = amount
    side = _SIDES.get(at(lexemes, after).word)
    if side is None:
        return None
    base = read_simple(lexemes, after + 1, depth)
    if base is None and at(lexemes, after + 1).word == "the":
        base = read_year(lexemes, after + 2)  # "two years before the 2016 vote"
    if base:
        if isinstance(base[0], Between | Bound) or count is None:
            return Unresolved(), base[1]
        return Offset(base[0], name, side * count), base[1]
    return _event_offset(lexemes, after, name, count)


_SIDES = {"after": 1, "from": 1, "following": 1, "since": 1, "before": -1}


def _event_offset(lexemes: Lexemes, side_at: int, unit: str, count: int | None) -> Read:
    side = at(lexemes, side_at)
    noun = at(lexemes, skip(lexemes, side_at + 1, "the", "that", "this", "its", "his"))
    if side.word not in {"after", "before"} or noun.kind != "word" or count is None:
        return None
    if skip(lexemes, side_at + 1, "the", "that", "this", "its", "his") == side_at + 1:
        return None
    sign = _SIDES[side.word]
    end = skip(lexemes, side_at + 1, "the", "that", "this", "its", "his") + 1
    return EventOffset(noun.word, unit, sign * count), end


def read_running(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "18 December for 10 days", "3 days starting from Monday"."""
    amount = read_amount(lexemes, index)
    if amount is None or amount[0] is None:
        return None
    count, unit, after = amount
    start = skip(lexemes, after, "starting", "beginning")
    if start == after:
        return None
    base = read_simple(lexemes, skip(lexemes, start, "from", "on", "with"), depth)
    if base is None or count is None:
        return None
    return Running(base[0], unit, count), base[1]


def read_run_up(lexemes: Lexemes, index: int, depth: int) -> Read:
    """Read "the three months to June 2020", "the year ended December 31"."""
    index = skip(lexemes, index, "the")
    amount = read_amount(lexemes, index)
    if amount is None and at(lexemes, index).kind == "unit":
        amount = 1, at(lexemes, index).name, index + 1
    if amount is None or not amount[0] or amount[1] not in _REPORTED:
        return None
    count, unit, after = amount
    end = skip(lexemes, after, "to", "ended", "ending")
    if end == after or count is None:
        return None
    base = read_simple(lexemes, skip(lexemes, end, "on", "in"), depth)
    if base is None or isinstance(base[0], Shifted | Weekday):
        return None
    return Running(base[0], unit, -count), base[1]


_REPORTED = frozenset(("month", "quarter", "year", "week"))

NESTED_PRODUCTIONS: tuple[Nested, ...] = (
    read_part,
    read_end,
    read_half,
    read_nth,
    read_day_of_unit,
    read_unit_of,
    read_offset,
    read_running,
    read_run_up,
)


def read_range(lexemes: Lexemes, index: int) -> Read:
    """Read a single date or a range: "from 1996 to 2010", "July 3 - August 2"."""
    opener = at(lexemes, index).word
    begin = index + (opener in {"from", "between", "during"})
    left = read_simple(lexemes, begin)
    if left is None and begin > index and at(lexemes, begin).word == "now":
        left = Shifted("day", 0), begin + 1
    if left is None:
        return None
    node, end = left
    if opener == "between" and at(lexemes, end).word not in {"and", *RANGE_WORDS}:
        return left if isinstance(node, Between | Stated) else None
    right = _right_side(lexemes, end, between=opener == "between")
    if right is None:
        return _with_length(lexemes, node, end)
    if isinstance(node, Weekday) and isinstance(right[0], Weekday):
        return None if opener != "from" else (Between(node, right[0]), right[1])
    return Between(node, right[0]), right[1]


def _right_side(lexemes: Lexemes, index: int, *, between: bool) -> Read:
    join = at(lexemes, index)
    if join.word not in RANGE_WORDS and not (between and join.word == "and"):
        comma = join.word == "," and at(lexemes, index + 1).word in RANGE_WORDS - DASHES
        if not comma:
            return None
        index += 1
    after = index + 1
    if at(lexemes, after).word in {"date", "present"} and join.word == "to":
        return Shifted("day", 0), after + 1
    if at(lexemes, after).word in {"now", "present"}:
        return Shifted("day", 0), after + 1
    if tuple(at(lexemes, after + i).word for i in (0, 1)) == ("current", "date"):
        return Shifted("day", 0), after + 2
    if at(lexemes, after).word == "the" and at(lexemes, after + 1).word == "present":
        return Shifted("day", 0), after + 2
    found = read_simple(lexemes, after)
    if found is None or isinstance(found[0], Unresolved):
        return None
    return found


def _with_length(lexemes: Lexemes, node: Node, end: int) -> Read:
    """Read "for 10 days" after a first day."""
    if at(lexemes, end).word == "for" and _is_day(node):
        amount = read_amount(lexemes, end + 1)
        if amount and amount[0]:
            return Running(node, amount[1], amount[0]), amount[2]
    return node, end


def read_expression(lexemes: Lexemes, index: int) -> Read:
    """Read a whole date expression at *index*: a bound, a range or a single date."""
    word = at(lexemes, index).word
    bound = lexicon.bounds().get(word)
    if word == "prior" and at(lexemes, index + 1).word == "to":
        bound, index = "before", index + 1
    if bound is None:
        found = read_range(lexemes, index)
        return _open_ended(lexemes, found, word) if found else None
    after = skip(lexemes, index + 1, "-", "about", "around", "at")
    after = skip(lexemes, after, "least", "about")
    found = read_range(lexemes, after)
    if found is None or not _can_bound(found[0]):
        return None
    if bound == "by" and _is_year(found[0]):
        # "By 2050 a tenth of the crop will be lost": the year that is spoken of, while
        # "by the end of 2019" and "by March" are deadlines.
        return found
    side: Side = _SIDE_NAMES[bound]
    return Bound(side, found[0]), found[1]


_SIDE_NAMES: dict[str, Side] = {
    "since": "since", "after": "after", "until": "until", "by": "by", "before": "before",
}  # fmt: skip


def _is_year(node: Node) -> bool:
    return isinstance(node, Stated) and node.period.grain == "year"


def _can_bound(node: Node) -> bool:
    return not isinstance(node, Between | Bound | Unresolved)


def _open_ended(lexemes: Lexemes, found: tuple[Node, int], opener: str) -> Read:
    """Read "from 2014 on", "2014 onwards" as open after the date."""
    node, end = found
    word = at(lexemes, end).word
    if _can_bound(node) and (
        word in {"onward", "onwards"}
        or (opener == "from" and word in {"on", "forward"})
    ):
        return Bound("since", node), end + 1
    return found
