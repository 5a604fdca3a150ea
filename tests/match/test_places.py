"""Articles of one folder agree on which names are places."""

from __future__ import annotations

import dataclasses

import pytest
from reading_texts import source

from claimcheck.match import Source
from claimcheck.match.places import agree_on_places
from claimcheck.model import Entity


def taken_for(text: str, name: str, key: str, kind: str) -> Source:
    """Return an article in which the tagger took a place for something else."""
    read = source(text, kind)
    claims = tuple(
        dataclasses.replace(
            claim,
            values=tuple(
                dataclasses.replace(v, key=key, type="entity", label=kind)
                if isinstance(v, Entity) and v.text == name
                else v
                for v in claim.values
            ),
        )
        for claim in read.claims
    )
    return dataclasses.replace(read, claims=claims)


def keys_of(read: Source) -> set[str]:
    """Return the keys of all entities of an article."""
    return {v.key for c in read.claims for v in c.values if isinstance(v, Entity)}


PORTO = "Ana Silva was born in Porto in 1950."


@pytest.mark.parametrize("key", ["person:porto", "org:porto", "other:porto"])
def test_what_happens_in_a_place_of_another_article_happens_there(key: str) -> None:
    """One article that knows the place is enough."""
    odd = taken_for("Rui Dias died in Porto in 1990.", "Porto", key, "other")
    settled = agree_on_places([odd, source(PORTO, "b")])
    assert "place:porto" in keys_of(settled[0])
    assert key not in keys_of(settled[0])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Porto thanked Rui Dias.", "somebody who acts"),
        ("Rui Dias bought a mill from Porto.", "somebody who sells"),
    ],
)
def test_what_takes_part_keeps_its_kind(text: str, reason: str) -> None:
    """A namesake of the place that acts is left as it was read."""
    odd = taken_for(text, "Porto", "person:porto", "person")
    settled = agree_on_places([odd, source(PORTO, "b")])
    assert "person:porto" in keys_of(settled[0]), reason


def test_nothing_changes_where_no_article_knows_the_place() -> None:
    """Without a witness a name stays what it was read as."""
    odd = taken_for("Rui Dias died in Porto.", "Porto", "org:porto", "organisation")
    assert agree_on_places([odd]) == (odd,)
