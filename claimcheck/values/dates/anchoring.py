"""
Turn a date expression into days, given what it is counted from.

Three things anchor an expression: the document's date ("last month"), the date named
last before it ("the same year") and the tense of its sentence ("on Monday").  Where
the needed anchor is missing the result is ``None``: nothing is ever guessed from the
clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from claimcheck.model import Basis, Grain
from claimcheck.values.dates import nodes, periods
from claimcheck.values.dates.calendar_dates import member_in
from claimcheck.values.dates.periods import Period

Tense: TypeAlias = Literal["past", "present", "future", "none"]

# A month or feast without a year is sought this many years around its anchor.
_REACH = 1
# A weekday is written beside a date that is close: two months, as calendars show.
_CLOSE_DAYS = 60
_RANK: dict[Basis, int] = {"stated": 0, "document date": 1, "context": 2, "none": 3}
# From the finest to the coarsest, to tell what a day can be counted from.
_FINENESS: tuple[Grain, ...] = (
    "day", "weekend", "week", "month", "season", "quarter", "half", "range", "year",
    "decade", "century",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """
    Hold what an expression is counted from.

    *last* is the date named last before it.  *told* is a date of the same passage that
    a month or day without a year belongs to, where the passage tells of another time
    than the document's own.  *peg* stands in for a document's date that is not known.
    *years* are those that the whole text states, *events* dates by the event's noun.
    """

    published: dt.date | None = None
    last: Period | None = None
    tense: Tense = "none"
    years: tuple[int, ...] = ()
    events: Mapping[str, Period] = field(default_factory=dict)
    told: Period | None = None
    peg: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Hold the days an expression allows and what they rest on."""

    period: Period
    basis: Basis


def resolve(node: nodes.Node, anchor: Anchor) -> Found | None:
    """Return the days that *node* allows, or ``None`` where they cannot be told."""
    return _RESOLVERS[type(node)](node, anchor)


def _rebase(
    found: Found, period: Period | None, basis: Basis = "stated"
) -> Found | None:
    if period is None:
        return None
    return Found(period, max(found.basis, basis, key=_RANK.__getitem__))


def _stated(node: nodes.Stated, anchor: Anchor) -> Found:
    del anchor
    return Found(node.period, "stated")


def _unresolved(node: nodes.Node, anchor: Anchor) -> None:
    del node, anchor


def _reference(anchor: Anchor, *, anaphoric: bool) -> tuple[dt.date, Basis] | None:
    """Return the day to count from: that of the last date, or the document's."""
    if anaphoric and anchor.last and anchor.last.first:
        return anchor.last.first, "context"
    return (anchor.published, "document date") if anchor.published else None


def _now(anchor: Anchor) -> tuple[dt.date, Basis] | None:
    """Return the document's date, or the day that stands in for it."""
    if anchor.published:
        return anchor.published, "document date"
    return (anchor.peg, "context") if anchor.peg else None


def _yearly(node: nodes.Yearly, anchor: Anchor) -> Found | None:
    if node.year is not None:
        year = resolve(node.year, anchor)
        if year is None or year.period.first is None:
            return None
        return _rebase(year, member_in(node.member, year.period.first.year))
    if node.which is not None:
        reference = _reference(anchor, anaphoric=node.anaphoric)
        if reference is None:
            return None
        period = _counted_member(node.member, node.which, reference[0])
        return Found(period, reference[1]) if period else None
    return _implied_year(node, anchor)


def _counted_member(member: nodes.Member, which: int, day: dt.date) -> Period | None:
    """Return the "last", "this" or "next" *member* as seen from *day*."""
    if which == 0:
        return member_in(member, day.year)
    around = _around(member, day.year)
    if which < 0:
        return next((p for p in reversed(around) if p.last and p.last < day), None)
    return next((p for p in around if p.first and p.first > day), None)


def _around(member: nodes.Member, year: int, reach: int = _REACH) -> list[Period]:
    """Return *member* in the years around *year*, in order."""
    # One more year, since a winter or 29 February can be further away.
    found = (
        member_in(member, y)
        for y in range(max(1, year - reach - 1), min(9998, year + reach) + 1)
    )
    return [period for period in found if period]


def _implied_year(node: nodes.Yearly, anchor: Anchor) -> Found | None:
    """Take the year that narrative, tense and weekday imply."""
    if anchor.told and anchor.told.first:
        return _told_year(node, anchor, anchor.told.first)
    now = _now(anchor)
    if now is None:
        return _year_by_weekday(node, anchor)
    day, basis = now
    around = _around(node.member, day.year)
    ahead = _in_direction(around, day, anchor.tense) or around
    if node.weekday:
        ahead = _by_weekday(around, ahead, node.weekday, day)
    period = _nearest(ahead, day)
    return Found(period, basis) if period else None


def _by_weekday(
    around: list[Period], ahead: list[Period], weekday: int, day: dt.date
) -> list[Period]:
    """
    Prefer the days whose weekday is right: as the tense says, else close to *day*.

    Where none is right the weekday or the date is a slip: the nearest day is meant.
    """
    if fitting := _fitting(ahead, weekday):
        return fitting
    close = dt.timedelta(days=_CLOSE_DAYS)
    near = [p for p in around if p.first and abs(p.first - day) <= close]
    return _fitting(near, weekday) or around


def _fitting(around: list[Period], weekday: int) -> list[Period]:
    return [p for p in around if p.first and p.first.isoweekday() == weekday]


def _told_year(node: nodes.Yearly, anchor: Anchor, day: dt.date) -> Found | None:
    """Take the year from the passage: its own year, or the nearest to its last day."""
    if anchor.told and anchor.told.grain == "year":
        period = member_in(node.member, day.year)
        return Found(period, "context") if period else None
    around = _fitting_weekday(_around(node.member, day.year), node.weekday)
    if anchor.published and anchor.tense == "past":
        around = _in_direction(around, anchor.published, "past") or around
    period = _nearest(around, day)
    return Found(period, "context") if period else None


def _year_by_weekday(node: nodes.Yearly, anchor: Anchor) -> Found | None:
    """Take the one year near those the text states in which the weekday is right."""
    if node.weekday is None or not anchor.years:
        return None
    latest = max(anchor.years)
    around = [
        p for y in range(latest - 2, latest + 2) if (p := member_in(node.member, y))
    ]
    fitting = _fitting(around, node.weekday)
    return Found(fitting[0], "context") if len(fitting) == 1 else None


def _in_direction(around: list[Period], day: dt.date, tense: Tense) -> list[Period]:
    if tense == "past":
        return [p for p in around if p.first and p.first <= day]
    if tense in {"future", "none"}:
        return [p for p in around if p.last and p.last >= day]
    return around


def _fitting_weekday(around: list[Period], weekday: int | None) -> list[Period]:
    """Keep the days with the stated weekday; all of them where none has it."""
    return around if weekday is None else _fitting(around, weekday) or around


def _nearest(around: list[Period], day: dt.date) -> Period | None:
    """Return the period closest to *day*; of two as close, the later one."""

    def distance(period: Period) -> tuple[int, int]:
        first, last = period.first or day, period.last or day
        gap = max((first - day).days, (day - last).days, 0)
        return gap, -first.toordinal()

    return min(around, key=distance, default=None)


def _month_day(node: nodes.MonthDay, anchor: Anchor) -> Found | None:
    told = anchor.told
    if told and told.first and told.grain in {"day", "month"}:
        now: tuple[dt.date, Basis] | None = (told.first, "context")
    else:
        now = _now(anchor)
    if now is None:
        return None
    day, basis = now
    index = day.year * 12 + day.month - 1
    around = [
        p
        for i in range(index - 12, index + 13)
        if (p := periods.day_of(i // 12, i % 12 + 1, node.day))
    ]
    around = _in_direction(around, day, anchor.tense) or around
    period = _nearest(_fitting_weekday(around, node.weekday), day)
    return Found(period, basis) if period else None


def _weekday(node: nodes.Weekday, anchor: Anchor) -> Found | None:
    reference = _reference(anchor, anaphoric=node.anaphoric) or _now(anchor)
    if reference is None:
        return None
    day, basis = reference
    found: dt.date | None
    if node.which is None:
        found = periods.nearest_weekday(
            day, node.weekday, 1 if anchor.tense in {"future", "none"} else -1
        )
    elif node.which == 0:
        found = periods.nearest_weekday(day, node.weekday, 0)
    elif node.which < 0 or node.anaphoric:
        beside = periods.shift_date(day, "day", node.which)
        found = beside and periods.nearest_weekday(beside, node.weekday, node.which)
    else:
        week = periods.shift_date(day, "week", 1)
        found = week and periods.nearest_weekday(week, node.weekday, 0)
    return Found(periods.day(found), basis) if found else None


def _shifted(node: nodes.Shifted, anchor: Anchor) -> Found | None:
    if node.anaphoric and (anchor.last or not node.fallback):
        return _shifted_from_last(node, anchor)
    if anchor.published is None:
        return None
    if node.exact:
        date = periods.shift_date(anchor.published, node.unit, node.count)
        return Found(periods.day(date), "document date") if date else None
    period = periods.neighbour(anchor.published, node.unit, node.count)
    bare_weekend = node.unit == "weekend" and node.count == 0
    if bare_weekend and anchor.tense == "past" and period and period.first:
        if period.first > anchor.published:
            period = periods.neighbour(anchor.published, node.unit, -1)
    return Found(period, "document date") if period else None


def _shifted_from_last(node: nodes.Shifted, anchor: Anchor) -> Found | None:
    last = anchor.last
    if last is None or last.first is None or last.last is None:
        return None
    here = periods.containing(last.first, node.unit)
    # "two days later" cannot be counted from a date that is itself a whole year.
    if here is None or here.last is None or last.last > here.last:
        return None
    date = periods.shift_date(last.first, node.unit, node.count)
    period = periods.containing(date, node.unit) if date else None
    return Found(period, "context") if period else None


def _ahead(node: nodes.Ahead, anchor: Anchor) -> Found | None:
    return _shifted(nodes.Shifted(node.unit, node.count), anchor)


def _stretch(node: nodes.Stretch, anchor: Anchor) -> Found | None:
    day = anchor.published
    if day is None or node.count == 0:
        return None
    if node.running:
        first = periods.shift_date(day, node.unit, node.count)
        return Found(Period(first, day, "range"), "document date") if first else None
    step = 1 if node.count > 0 else -1
    near = periods.neighbour(day, node.unit, step)
    far = periods.neighbour(day, node.unit, node.count)
    if near is None or far is None:
        return None
    run = near if near == far else periods.cover(*sorted((near, far), key=_first_day))
    return Found(run, "document date") if run else None


def _first_day(period: Period) -> dt.date:
    return period.first or dt.date.min


def _offset(node: nodes.Offset, anchor: Anchor) -> Found | None:
    base = resolve(node.base, anchor)
    if base is None:
        return None
    if node.anniversary:
        return _anniversary(base, node)
    return _count_from(base, node.unit, node.count)


def _anniversary(base: Found, node: nodes.Offset) -> Found | None:
    """Return the same day, week or month of another year: "40 years ago this month"."""
    first = base.period.first
    date = periods.shift_date(first, node.unit, node.count) if first else None
    grain = base.period.grain
    return _rebase(base, periods.containing(date, grain)) if date else None


def _event_offset(node: nodes.EventOffset, anchor: Anchor) -> Found | None:
    event = anchor.events.get(node.event)
    if event is None:
        return None
    return _count_from(Found(event, "context"), node.unit, node.count)


def _count_from(base: Found, unit: str, count: int) -> Found | None:
    """
    Count from a dated day: days and weeks to the day, longer units to their own grain.

    Nobody who writes "ten years after" means the very day.
    """
    first, last = base.period.first, base.period.last
    if first is None or last is None:
        return None
    day_counted = unit in periods.DAYS_IN
    if day_counted and base.period.grain != "day":
        return None
    date = periods.shift_date(first, unit, count)
    here = periods.containing(first, unit)
    if date is None or here is None or here.last is None:
        return None
    if day_counted:
        return _rebase(base, periods.day(date))
    return _rebase(base, periods.containing(date, unit)) if last <= here.last else None


def _running(node: nodes.Running, anchor: Anchor) -> Found | None:
    base = resolve(node.base, anchor)
    if base is None or base.period.first is None:
        return None
    if node.count < 0:
        return _run_up(node, base)
    end = periods.shift_date(base.period.first, node.unit, node.count)
    last = periods.shift_date(end, "day", -1) if end else None
    if last is None:
        return None
    return _rebase(base, Period(base.period.first, last, "range"))


def _run_up(node: nodes.Running, base: Found) -> Found | None:
    """Return the units that end with a date: "the three months to June 2020"."""
    last = base.period.last
    day_after = periods.shift_date(last, "day", 1) if last else None
    first = periods.shift_date(day_after, node.unit, node.count) if day_after else None
    return _rebase(base, Period(first, last, "range")) if first else None


def _part(node: nodes.Part, anchor: Anchor) -> Found | None:
    base = resolve(node.base, anchor)
    if base is None:
        return None
    period, day = base.period, anchor.published
    if node.name == "last day":
        return _rebase(base, periods.day(period.last)) if period.last else None
    if node.name in {"earlier", "later", "rest"}:
        if day is None or period.first is None or period.last is None:
            return None
        if not period.first <= day <= period.last:
            return base
        to_now = node.name == "earlier"
        first, last = (period.first, day) if to_now else (day, period.last)
        return _rebase(base, Period(first, last, "range"), "document date")
    return _rebase(base, periods.part(period, node.name))


def _nth(node: nodes.Nth, anchor: Anchor) -> Found | None:
    base = resolve(node.base, anchor)
    if base is None:
        return None
    period = base.period
    if node.weekday is None:
        return _rebase(base, periods.count_in(period, node.unit, node.nth, node.count))
    if period.grain == "day" and period.first:
        step = 1 if node.nth > 0 else -1
        beside = periods.shift_date(period.first, "day", step)
        near = beside and periods.nearest_weekday(beside, node.weekday, step)
        date = near and periods.shift_date(near, "week", node.nth - step)
        return _rebase(base, periods.day(date)) if date else None
    return _rebase(base, periods.weekday_in(period, node.weekday, node.nth))


def _unit_of(node: nodes.UnitOf, anchor: Anchor) -> Found | None:
    base = resolve(node.base, anchor)
    if base is None or base.period.first is None:
        return None
    return _rebase(base, periods.containing(base.period.first, node.unit))


def _between(node: nodes.Between, anchor: Anchor) -> Found | None:
    """
    Cover both ends; an end without a year takes it from the other.

    Where neither has one, a range that lies ahead is anchored by its end, so that one
    which has begun is still meant, and any other range by its start.
    """
    left, right = resolve(node.left, anchor), resolve(node.right, anchor)
    implied_left, implied_right = _is_implied(node.left), _is_implied(node.right)
    ahead = anchor.tense in {"future", "none", "present"}
    if right and implied_left and (not implied_right or ahead):
        left = _resolve_beside(node.left, anchor, right, "past")
    elif left and implied_right:
        right = _resolve_beside(node.right, anchor, left, "future")
    if left is None or right is None:
        return None
    return _rebase(left, periods.cover(left.period, right.period), right.basis)


def _resolve_beside(
    node: nodes.Node, anchor: Anchor, other: Found, tense: Tense
) -> Found | None:
    """Resolve the end of a range that takes its year from the *other* end."""
    past = tense == "past"
    day = other.period.first if past else other.period.last
    beside = replace(anchor, published=day, last=None, told=None, tense=tense)
    found = resolve(node, beside) if day else None
    return replace(found, basis=other.basis) if found else None


def _is_implied(node: nodes.Node) -> bool:
    """Tell whether a date leaves its year, or its week, to be implied."""
    if isinstance(node, nodes.Part | nodes.Nth):
        return _is_implied(node.base)
    if isinstance(node, nodes.Yearly):
        return node.year is None and node.which is None
    return isinstance(node, nodes.MonthDay) or (
        isinstance(node, nodes.Weekday) and node.which is None
    )


def _bound(node: nodes.Bound, anchor: Anchor) -> Found | None:
    if node.side in {"until", "by"} and anchor.tense != "past":
        anchor = replace(anchor, tense="future")  # a deadline lies ahead
    base = resolve(node.base, anchor)
    if base is None:
        return None
    first, last = base.period.first, base.period.last
    opened: Period | None = None
    if node.side == "since" and first:
        opened = Period(first, None, "range")
    elif node.side in {"until", "by"} and last:
        opened = Period(None, last, "range")
    elif node.side == "after" and last:
        begin = periods.shift_date(last, "day", 1)
        opened = Period(begin, None, "range") if begin else None
    elif node.side == "before" and first:
        end = periods.shift_date(first, "day", -1)
        opened = Period(None, end, "range") if end else None
    return _rebase(base, opened)


_RESOLVERS: dict[type, Callable[..., Found | None]] = {
    nodes.Stated: _stated,
    nodes.Unresolved: _unresolved,
    nodes.Yearly: _yearly,
    nodes.MonthDay: _month_day,
    nodes.Weekday: _weekday,
    nodes.Shifted: _shifted,
    nodes.Ahead: _ahead,
    nodes.Stretch: _stretch,
    nodes.Offset: _offset,
    nodes.EventOffset: _event_offset,
    nodes.Running: _running,
    nodes.Part: _part,
    nodes.Nth: _nth,
    nodes.UnitOf: _unit_of,
    nodes.Between: _between,
    nodes.Bound: _bound,
}
