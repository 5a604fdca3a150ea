"""
Let the articles of a folder agree on which names are places.

The tagger reads "Valdre" as a city in one article and as a firm or a person in the
next.  Where one article knows a name of one word as a place, "in Valdre" is a place in
the others too; what a name in the place of somebody who acts denotes is not touched,
for participants are compared by name and not by kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.match.sources import Source
from claimcheck.model import Argument, Claim, Entity, Span

_KINDS = ("person", "org", "other")
# Words before a name that say where something happens, and nothing of who takes part.
_WHERE = frozenset({"in", "near", "outside", "around"})


def agree_on_places(sources: Sequence[Source]) -> tuple[Source, ...]:
    """
    Read a name that stands for a place as the place that other articles know.

    Names of two words and more are left as they are read: they tell by themselves.
    """
    known = _known_places(sources)
    if not known:
        return tuple(sources)
    return tuple(
        replace(source, claims=tuple(_settled(c, known) for c in source.claims))
        for source in sources
    )


def _known_places(sources: Sequence[Source]) -> Mapping[str, Entity]:
    """Return the first mention of each place of one word, by its name."""
    found: dict[str, Entity] = {}
    for source in sources:
        for claim in source.claims:
            for value in claim.values:
                if isinstance(value, Entity) and value.key.startswith("place:"):
                    name = value.key.removeprefix("place:")
                    if " " not in name:
                        found.setdefault(name, value)
    return found


def _settled(claim: Claim, known: Mapping[str, Entity]) -> Claim:
    where = [a.span for a in claim.arguments if _says_where(a)]
    moved = {
        value: replace(place, span=value.span, text=value.text)
        for value in claim.values
        if isinstance(value, Entity)
        and (place := _place_of(value, known)) is not None
        and _stands_in(value.span, where)
    }
    if not moved:
        return claim
    keys = {old.key: new.key for old, new in moved.items()}
    return replace(
        claim,
        values=tuple(moved.get(v, v) if isinstance(v, Entity) else v
                     for v in claim.values),
        arguments=tuple(
            replace(a, keys=tuple(keys.get(k, k) for k in a.keys))
            if _says_where(a)
            else a
            for a in claim.arguments
        ),
    )  # fmt: skip


def _says_where(argument: Argument) -> bool:
    return argument.role == "place" and argument.marker in _WHERE


def _place_of(value: Entity, known: Mapping[str, Entity]) -> Entity | None:
    kind, _, name = value.key.partition(":")
    return known.get(name) if kind in _KINDS else None


def _stands_in(span: Span, where: Sequence[Span]) -> bool:
    return any(phrase.contains(span) for phrase in where)
