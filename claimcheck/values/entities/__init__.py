"""Read who and what a text names: persons, organisations, countries, places."""

from __future__ import annotations

from claimcheck.values.entities.aliases import Aliases, load_aliases
from claimcheck.values.entities.extract import extract_entities
from claimcheck.values.entities.gazetteer import key_of_name
from claimcheck.values.entities.identity import family_name, same_entity, unify_keys

__all__ = [
    "Aliases",
    "extract_entities",
    "family_name",
    "key_of_name",
    "load_aliases",
    "same_entity",
    "unify_keys",
]
