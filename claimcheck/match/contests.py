"""
Compare the tallies of votes and matches: "by 14 to nine", "2-1".

A match is known by a side of it and its day: nobody plays two on one.  The winner of a
final may be said to have won the cup or to have beaten the other side, so what was won
and who was beaten are not compared with each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.match.blocking import Block
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates, is_fine, length_in_days
from claimcheck.match.measures import is_tally
from claimcheck.match.occurrences import Member, Occurrence
from claimcheck.match.participants import best_level
from claimcheck.match.positions import Stated, are_disjoint, split_positions
from claimcheck.match.questions import ask_score
from claimcheck.match.slots import Side, Slot, is_told, weigh_sides
from claimcheck.model import Level, Quantity

# Days that the date of a match may leave open: "last week" names the one match of it.
OPEN_DAYS = 7


def compare_tallies(occurrence: Occurrence) -> Iterator[Slot]:
    """Compare the tallies that the claims of one occurrence give."""
    firm = [m for m in occurrence.members if m.tie in ("once", "date", "slots")]
    yield from _compare(firm)


def compare_contests(block: Block) -> Iterator[Slot]:
    """Compare the tallies of one side on one day."""
    rest = [f for f in block.frames if _is_of_a_day(f)]
    while rest:
        seed = rest[0]
        kin = [f for f in rest if f is seed or _is_one_contest(seed, f)]
        rest = [f for f in rest if f not in kin]
        if len({f.source.id for f in kin}) > 1:
            yield from _compare([Member(f, "date") for f in kin])


def _is_of_a_day(frame: Frame) -> bool:
    time = frame.time
    return time is not None and is_fine(time) and length_in_days(time) <= OPEN_DAYS


def _is_one_contest(left: Frame, right: Frame) -> bool:
    if not compare_dates(left.time, right.time).agrees:
        return False
    if not best_level(left.agents, right.agents).agrees:
        return False
    return (
        left.family != right.family
        or best_level(left.undergoers, right.undergoers) is not Level.DISJOINT
    )


def _compare(members: Iterable[Member]) -> Iterator[Slot]:
    stated = [
        Stated(amount, member)
        for member in members
        for amount in member.frame.amounts
        if is_told(member) and is_tally(member.frame.family, amount)
    ]
    groups = split_positions(stated, _compare_tally, lambda _: 0)
    if not groups or not are_disjoint(groups, _compare_tally) or _has_two(groups):
        return
    frames = [s.frame for s in stated]
    days = sorted(f.time.edtf for f in frames if f.time is not None)
    yield Slot(
        "count",
        ask_score(frames),
        "one contest, other tally",
        "only one tally can be right",
        weigh_sides([[s.member for s in g] for g in groups]),
        ("tally",),
        tuple(
            Side(_tally(g[0].value), g[0].value.text, tuple(s.frame for s in g))
            for g in groups
        ),
        next(iter(days), ""),
    )


def _has_two(groups: Sequence[Sequence[Stated[Quantity]]]) -> bool:
    """Tell whether one source gives two tallies: then there were two votes."""
    told = [{s.frame.source.id for s in group} for group in groups]
    return len(set().union(*told)) < sum(map(len, told))


def _tally(amount: Quantity) -> str:
    return f"{amount.stated_low} to {amount.stated_high}"


def _compare_tally(left: Quantity, right: Quantity) -> Level:
    return Level.SAME if _tally(left) == _tally(right) else Level.DISJOINT
