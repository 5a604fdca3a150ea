"""Read a name that a user types as the texts are read."""

from __future__ import annotations

from claimcheck.values.entities import key_of_name


def entity_key(name: str) -> str | None:
    """Return the key under which a known name is stored: "DPRK" is "country:KP"."""
    return key_of_name(name)
