"""Compare what somebody did with when that somebody died."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.match.ladders.dates import first_day, is_resolved, last_day
from claimcheck.match.pairs.alignment import Alignment
from claimcheck.match.pairs.names import Name, find_names
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.model import DateRange

_DEATH = "die"
# A surname alone may be another's; a full name has more than one word.
_FULL_NAME = 2


def find_deed_after_death(alignment: Alignment) -> tuple[Unit, Unit] | None:
    """Return a date of death and the later date of something the dead one did."""
    for person, death in _dated(alignment.left, ("agent", "patient")):
        if person.event != _DEATH or len(person.words) < _FULL_NAME:
            continue
        for doer, deed in _dated(alignment.right, ("agent",)):
            if doer.event == _DEATH or set(doer.words) != set(person.words):
                continue
            if _is_after(death, deed):
                return death, deed
    return None


def _dated(statement: Statement, roles: tuple[str, ...]) -> Iterator[tuple[Name, Unit]]:
    """Yield the names in one of *roles* with each date of their event."""
    if statement.denials:
        return
    for name in find_names(statement):
        for unit in statement.values("date"):
            if name.role in roles and unit.anchors[:1] == (name.event,):
                yield name, unit


def _is_after(death: Unit, deed: Unit) -> bool:
    early, late = death.value, deed.value
    if not isinstance(early, DateRange) or not isinstance(late, DateRange):
        return False
    resolved = is_resolved(early) and is_resolved(late)
    return resolved and last_day(early) < first_day(late)
