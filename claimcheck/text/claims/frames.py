"""What a clause or a noun says: a predicate, its slots and the words that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimcheck.model import Modality, Polarity, Role
from claimcheck.text.claims.coordination import Phrase


@dataclass(frozen=True, slots=True)
class Slot:
    """Hold one participant of a frame: *marker* is its preposition's token, or -1."""

    role: Role
    phrase: Phrase
    marker: int = -1
    label: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """
    Hold one predicate with its own participants, before its words are written out.

    *order* lists the tokens of the restatement, in the order of the restatement, with
    words put in where grammar wants them.  *reporter* is the verb that reports the
    clause, or -1, *speaker* its subject.
    """

    trigger: int
    predicate: str
    order: tuple[int | str, ...]
    slots: tuple[Slot, ...]
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    speaker: Phrase | None = None
    pattern: str = "verb"
    spoken: Mapping[int, str] = field(default_factory=dict)
