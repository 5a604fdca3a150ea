"""Word what a rule finds on two aligned statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from claimcheck.match.ladders.quantities import compare_quantities
from claimcheck.match.pairs.alignment import Alignment
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.match.pairs.values import level_of
from claimcheck.model import FindingKind, Judgement, Level, Quantity


@dataclass(frozen=True, slots=True)
class Opinion:
    """Hold what a rule says and the values it says it of, if any."""

    judgement: Judgement
    focus: tuple[Unit, ...] = ()


Rule: TypeAlias = Callable[[Alignment], Opinion | None]


def is_said(unit: Unit, statement: Statement) -> bool:
    """Tell whether a statement gives the very value, be it in another place."""
    if unit.is_denied:
        return False
    if isinstance(unit.value, Quantity) and any(
        compare_quantities(unit.value, amount, rounding=False) is Level.SAME
        for amount in statement.restated
    ):
        return True
    return any(
        level_of(unit, other) is Level.SAME
        for other in statement.units
        if other.value is not None and not other.is_denied
    )


def value_conflict(rule: str, ours: Unit, theirs: Unit) -> Opinion:
    """Word the conflict of two values."""
    plain = isinstance(ours.value, Quantity) and not ours.value.unit
    kind: FindingKind = (
        "date" if ours.kind == "date" else "count" if plain else "quantity"
    )
    return replace(exclusive(kind, rule, ours.text, theirs.text), focus=(ours, theirs))


def exclusive(kind: FindingKind, rule: str, left: str, right: str) -> Opinion:
    """Word the conflict of two things of which at most one is right."""
    first, second = sorted((left, right))
    why = f'{rule}: "{first}" and "{second}" cannot both be right.'
    return Opinion(Judgement("conflict", kind, rule, why))
