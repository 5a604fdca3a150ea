"""
Load the words of date expressions: own tables, and calendar names from CLDR.

`vocabulary.toml` holds the tables; month and weekday names come from babel.  All is
read on first use and kept.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale


@dataclass(frozen=True, slots=True)
class Entry:
    """
    Hold what a word is in a date expression.

    *kind* is the table it stands in, *name* and *value* what that table gives it.
    *short* marks an abbreviation, which needs more proof than a full name.
    """

    kind: str
    name: str = ""
    value: int = 0
    short: bool = False

    @property
    def counts(self) -> bool:
        """Tell whether *value* means something."""
        return self.kind in {*_VALUED, "month", "weekday", "weekdays"}


@dataclass(frozen=True, slots=True)
class Holiday:
    """
    Hold the rule that gives a feast its day in a year.

    See `vocabulary.toml` for the fields; *year* is set for one day in history,
    *weekend* where its weekend has days of its own, counted from the feast.
    """

    names: tuple[str, ...]
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    shift: int = 0
    year: int = 0
    weekend: tuple[int, int] | None = None


# Tables whose words carry a number, and those whose words carry a name.
_VALUED = ("number", "ordinal", "vague", "decade", "dayword", "relative", "anaphoric")
_NAMED = (
    "unit", "daypart", "season", "part", "comparative", "partnoun", "connective",
    "bound", "fiscal", "datenoun",
)  # fmt: skip


@functools.cache
def _tables() -> dict[str, Any]:
    file = importlib.resources.files(__package__) / "vocabulary.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@functools.cache
def entries() -> Mapping[str, Entry]:
    """Return what each lower-case word is; later tables give way to earlier ones."""
    found: dict[str, Entry] = {}
    for word, entry in _calendar_names().items():
        found.setdefault(word, entry)
    for table in _VALUED:
        for word, value in _tables()[table].items():
            found.setdefault(word, Entry(table, word, value))
    for table in _NAMED:
        for word, name in _tables()[table].items():
            found.setdefault(word, Entry(table, name))
    return found


@functools.cache
def bounds() -> Mapping[str, str]:
    """Return the words that leave a date open on one side, and how."""
    return dict(_tables()["bound"])


@functools.cache
def bound_phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the same in several words by the first of them, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, side in _tables()["boundphrase"].items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, side))
    return {w: tuple(sorted(p, key=lambda x: -len(x[0]))) for w, p in found.items()}


@functools.cache
def part_units() -> Mapping[str, tuple[str, str]]:
    """Return initialisms such as "EOM", as part and unit."""
    return {word: (pair[0], pair[1]) for word, pair in _tables()["partunit"].items()}


@functools.cache
def cue(name: str) -> frozenset[str]:
    """Return the words of one list of cues."""
    return frozenset(_tables()["cues"][name])


@functools.cache
def event_words(name: str) -> frozenset[str]:
    """Return the words of one list about the days of events."""
    return frozenset(_tables()["event"][name])


@functools.cache
def holidays() -> Mapping[str, tuple[tuple[tuple[str, ...], Holiday], ...]]:
    """Return feasts by the first word of a name, the longest name first."""
    found: dict[str, list[tuple[tuple[str, ...], Holiday]]] = {}
    for rule in _tables()["holiday"]:
        tuples = {key: tuple(rule[key]) for key in ("names", "weekend") if key in rule}
        holiday = Holiday(**{**rule, **tuples})
        for name in holiday.names:
            words = tuple(name.split())
            found.setdefault(words[0], []).append((words, holiday))
    return {
        word: tuple(sorted(rules, key=lambda rule: -len(rule[0])))
        for word, rules in found.items()
    }


@functools.cache
def last_words() -> frozenset[str]:
    """Return the last words of feasts' names and the initialisms: "easter", "EOM"."""
    ends = {words[-1] for rules in holidays().values() for words, _ in rules}
    return frozenset(ends | part_units().keys())


@functools.cache
def date_words(kinds: frozenset[str]) -> frozenset[str]:
    """Return the words of some *kinds*, with the last words of feasts."""
    known = {word for word, entry in entries().items() if entry.kind in kinds}
    return frozenset(known | last_words())


def _calendar_names() -> dict[str, Entry]:
    """Name months (1 to 12) and ISO weekdays (1 to 7) in full and abbreviated."""
    locale = Locale("en")
    found = {"sept": Entry("month", "september", 9, short=True)}
    for width in ("wide", "abbreviated"):
        short = width == "abbreviated"
        for number, name in locale.months["format"][width].items():
            entry = Entry("month", name.lower(), number, short)
            found.setdefault(name.lower().rstrip("."), entry)
        for number, name in locale.days["format"][width].items():
            # CLDR counts from Monday as 0.
            entry = Entry("weekday", name.lower(), number + 1, short)
            found.setdefault(name.lower().rstrip("."), entry)
            plural = Entry("weekdays", entry.name, entry.value, short)
            if not short:
                found.setdefault(f"{name.lower()}s", plural)
    for alias, number in (("tues", 2), ("weds", 3), ("thur", 4), ("thurs", 4)):
        found[alias] = Entry("weekday", alias, number, short=True)
    return found


def feast_in(holiday: Holiday, year: int) -> dt.date | None:
    """Return the day of *holiday* in *year*, or ``None`` outside the calendar."""
    try:
        if holiday.easter is not None:
            return easter_sunday(year) + dt.timedelta(days=holiday.easter)
        if holiday.weekday:
            return _nth_weekday(holiday, year) + dt.timedelta(days=holiday.shift)
        return dt.date(year, holiday.month, holiday.day)
    except (ValueError, OverflowError):
        return None


def _nth_weekday(holiday: Holiday, year: int) -> dt.date:
    if holiday.nth > 0:
        first = dt.date(year, holiday.month, 1)
        ahead = (holiday.weekday - first.isoweekday()) % 7
        return first + dt.timedelta(days=ahead + 7 * (holiday.nth - 1))
    following = dt.date(year, holiday.month % 12 + 1, 1)
    last = following - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.isoweekday() - holiday.weekday) % 7)


def easter_sunday(year: int) -> dt.date:
    """
    Return Easter Sunday of the western church.

    Source:
        The anonymous Gregorian computus (Nature, 20 April 1876), valid in every year
        of the Gregorian calendar.

    >>> easter_sunday(2013)
    datetime.date(2013, 3, 31)
    """
    golden = year % 19
    hundreds, rest = divmod(year, 100)
    leap_hundreds, hundreds_rest = divmod(hundreds, 4)
    moon = (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + hundreds - leap_hundreds - moon + 15) % 30
    leaps, leaps_rest = divmod(rest, 4)
    weekday = (32 + 2 * hundreds_rest + 2 * leaps - epact - leaps_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
