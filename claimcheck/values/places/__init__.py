"""Say which place lies in which, and how two places compare."""

from __future__ import annotations

from claimcheck.values.places.compare import compare_places
from claimcheck.values.places.containment import (
    contains,
    country_of,
    known_within,
    learn_containment,
)

__all__ = [
    "compare_places",
    "contains",
    "country_of",
    "known_within",
    "learn_containment",
]
