"""
Know that two words for people or bodies are used for the same ones in the news.

"The growers" of one report are "the farmers" of the next, and what the board decides
the bank decides.  The groups are data, in ``coreference.toml``; within an affair they
tie, elsewhere they say nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from claimcheck.match.participants import Participant
from claimcheck.match.tables import load_table


@functools.cache
def _groups() -> Mapping[str, frozenset[str]]:
    """Return, for every noun, the groups that it is in."""
    table = load_table("coreference")
    groups: dict[str, set[str]] = {}
    for name, nouns in table["people"].items():
        for noun in nouns.split():
            groups.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in groups.items()}


def may_corefer(left: Participant, right: Participant) -> bool:
    """Tell whether two descriptions may be of the same people; names never are."""
    if left.keys or right.keys:
        return False
    none: frozenset[str] = frozenset()
    return bool(_groups().get(left.head, none) & _groups().get(right.head, none))
