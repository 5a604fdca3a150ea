"""Say what each mention denotes: its key, its name, its kind and where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import Entity
from claimcheck.values.entities.gazetteer import Found
from claimcheck.values.entities.mentions import Mention, is_family
from claimcheck.values.entities.organisations import find_acronyms, short_forms
from claimcheck.values.entities.persons import resolve_persons
from claimcheck.values.places.containment import known_within
from claimcheck.values.places.countries import Known
from claimcheck.values.places.gazetteer import cities, sites
from claimcheck.values.places.names import fold_name, place_key

PLACE_LABELS = frozenset({"country", "city", "region", "site"})
_PREFIXES = {"organisation": "org", "event": "event", "work": "work"}


@dataclass(frozen=True, slots=True)
class _Usage:
    """
    Hold how the document names organisations.

    *acronyms* maps what the text introduces to names, *known* folded names to the
    table's, *shorter* folded short forms to folded names.
    """

    acronyms: Mapping[str, str]
    known: Mapping[str, Known]
    shorter: Mapping[str, str]


def denote_mentions(
    text: str,
    mentions: Sequence[Mention],
    names: Sequence[Found],
    owners: Mapping[int, tuple[str, ...]],
) -> Iterator[Entity]:
    """
    Yield what each mention denotes.

    Args:
        text: The document.
        mentions: Names that no table knows, ascending.
        names: Names of the tables found in the document.
        owners: The keys of what a mention's own name says that it belongs to, by the
            mention's start ("Russian Defence Ministry", "East Jerusalem").
    """
    people = [m for m in mentions if m.label == "person" and not is_family(text, m)]
    persons = resolve_persons(text, people)
    usage = _Usage(
        find_acronyms(text),
        {
            fold_name(found.known.text): found.known
            for found in names
            if found.known.label == "organisation"
        },
        short_forms(mentions),
    )
    for mention in mentions:
        if mention.label != "person":
            yield _denote_name(text, mention, usage, owners.get(mention.span.start, ()))
        elif mention.span.start in persons:
            person = persons[mention.span.start]
            yield Entity(
                mention.span, mention.span.of(text), person.key, person.name,
                "entity", "person", person.gender,
            )  # fmt: skip


def _denote_name(
    text: str, mention: Mention, usage: _Usage, within: tuple[str, ...]
) -> Entity:
    name = usage.acronyms.get(mention.text, mention.text)
    listed = usage.known.get(fold_name(name))
    label = listed.label if listed else _label(mention, name, usage)
    if label in PLACE_LABELS:
        key = place_key(name)
        return Entity(
            mention.span, mention.span.of(text), key, name, "place", label,
            within=known_within(key) or within,
        )  # fmt: skip
    folded = fold_name(name)
    if label in {"organisation", "other"} and folded in usage.shorter:
        folded, label = usage.shorter[folded], "organisation"
    return Entity(
        mention.span,
        mention.span.of(text),
        listed.key if listed else f"{_PREFIXES.get(label, 'other')}:{folded}",
        listed.name if listed else name,
        "entity",
        label,
        within=within,
    )


def _label(mention: Mention, name: str, usage: _Usage) -> str:
    """Let the tables of places and the text's acronyms overrule the tagger."""
    if place_key(name) in cities():
        return "city"
    if place_key(name) in sites():
        return "site"
    return "organisation" if mention.text in usage.acronyms else mention.label
