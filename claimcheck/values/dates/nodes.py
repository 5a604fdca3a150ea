"""
Name the forms that a date expression can take before it is anchored.

The grammar builds these trees from words alone; `anchoring` turns a tree into days,
given the document's date, the date named last and the tense.  Units are the names of
`periods` ("day" to "century"); weekdays are ISO numbers, Monday is 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimcheck.values.dates.lexicon import Holiday
from claimcheck.values.dates.periods import Period

Side: TypeAlias = Literal["since", "after", "until", "by", "before"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that says everything: "25 July 2023", "2014", "the 1990s"."""

    period: Period
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A date that cannot be told from the text: "a few months ago", "fiscal 2013"."""

    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """
    What comes once a year: a month, a day or days of it, a season, a quarter, a feast.

    *number* is the month, quarter or half; *day* and *last_day* are days of the month.
    """

    kind: Literal["month", "days", "season", "quarter", "half", "holiday", "week"]
    number: int = 0
    day: int = 0
    last_day: int = 0
    name: str = ""
    holiday: Holiday | None = None


@dataclass(frozen=True, slots=True)
class Yearly:
    """
    A yearly *member*: "March", "May 5", "last August", "Christmas next year".

    *year* tells the year when words do; *which* is -1, 0 or 1 for "last", "this" and
    "next", or ``None``; *anaphoric* counts *which* from the date named last.
    """

    member: Member
    year: Node | None = None
    which: int | None = None
    weekday: int | None = None
    anaphoric: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day whose month is told by the context: "the 21st", "Tuesday the 19th"."""

    day: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A bare weekday; *which* as in `Yearly`."""

    weekday: int
    which: int | None = None
    anaphoric: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """
    A calendar unit counted from another day: "last month", "two years ago".

    It counts from the document's date, or from the date named last when *anaphoric*.
    *exact* keeps the day rather than the unit that holds it; *fallback* lets it count
    from the document's date when no date was named before.
    """

    unit: str
    count: int
    anaphoric: bool = False
    exact: bool = False
    fallback: bool = True


@dataclass(frozen=True, slots=True)
class Ahead:
    """
    An amount of time after "in": "in two weeks".

    It is a date only where the sentence looks ahead, else it is a duration.  *within*
    allows every day up to then.
    """

    unit: str
    count: int
    within: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    Some units before or after the document's date: "the past 3 months".

    A *running* one reaches up to that date; else it is whole calendar units.
    """

    unit: str
    count: int
    running: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """
    A day counted from another: "two days after Easter", "a week from Tuesday".

    *anniversary* keeps the grain of the base: "40 years ago this month".
    """

    base: Node
    unit: str
    count: int
    anniversary: bool = False


@dataclass(frozen=True, slots=True)
class EventOffset:
    """A day counted from a dated event of the text: "two days after the vote"."""

    event: str
    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Running:
    """
    So many units from a day on: "10 days from 18 December".

    A negative *count* runs up to the date: "the three months to June 2020".
    """

    base: Node
    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a period: "early March", "the end of 2012", "earlier this year"."""

    base: Node
    name: str


@dataclass(frozen=True, slots=True)
class Nth:
    """
    Some units of a period: "first week of May", "first five months of this year".

    *weekday* is set instead of *unit* for "third Monday of March"; a negative *nth*
    counts from the end.
    """

    base: Node
    nth: int
    unit: str = "day"
    count: int = 1
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class UnitOf:
    """
    The unit around a date: "the week of October 7", "the weekend of Easter".

    A *feast* makes its weekend longer by the days it falls on.
    """

    base: Node
    unit: str
    feast: Holiday | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """A range from one date to another, both included."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Bound:
    """A date open on one side: "since 2014", "by the end of 2019"."""

    side: Side
    base: Node


Node: TypeAlias = (
    Stated | Unresolved | Yearly | MonthDay | Weekday | Shifted | Ahead | Stretch
    | Offset | EventOffset | Running | Part | Nth | UnitOf | Between | Bound
)  # fmt: skip
