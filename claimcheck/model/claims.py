"""Atomic claims and the reading of a whole document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimcheck.model.documents import Document
from claimcheck.model.sentences import Sentence
from claimcheck.model.spans import Span
from claimcheck.model.values import Value

Polarity: TypeAlias = Literal["affirmed", "negated"]
Modality: TypeAlias = Literal[
    "asserted", "reported", "hedged", "planned", "hypothetical", "opinion"
]
Role: TypeAlias = Literal[
    "agent", "patient", "recipient", "attribute", "topic", "place", "time", "source",
    "goal", "companion", "instrument", "amount", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Argument:
    """
    Hold one participant or circumstance of a claim.

    *span* is the phrase as printed; *text* stands alone (references resolved); *head*
    is the lemma of its head word; *keys* are the entities it denotes, one per conjoined
    member ("Putin and Kim" has two), in text order.  *resolved* is false when the
    phrase refers to something the article did not settle; it then never conflicts.
    *antecedent* is the span that resolved it.  *marker* is the preposition or case
    marker before it ("in", "against", "'s"), lower case, or "".
    """

    role: Role
    span: Span
    text: str
    head: str
    keys: tuple[str, ...] = ()
    marker: str = ""
    resolved: bool = True
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """
    Hold one atomic claim: one predicate with its own participants.

    ``span.of(document.text) == quote`` always.  *words* are the claim's own words when
    they do not lie together, as sub-spans of *span*.  *text* restates the claim so that
    it stands alone.  *predicate* is the verb lemma or the family of an event noun,
    *trigger* its place.  *values* are those that belong to this claim.  *sentence*
    counts sentences of the document from 0.  *unresolved* names arguments left open.
    *attributed_to* is the speaker's name as the text gives it.
    """

    id: str
    document_id: str
    span: Span
    quote: str
    words: tuple[Span, ...]
    text: str
    predicate: str
    trigger: Span
    arguments: tuple[Argument, ...]
    polarity: Polarity
    modality: Modality
    attributed_to: str | None
    values: tuple[Value, ...]
    sentence: int

    @property
    def subject(self) -> str:
        """
        Return the words of whoever acts, standing alone.

        Where nobody acts ("the dam opened", "Lee was elected") the subject is what it
        happens to; it is "" where neither is told.
        """
        return self._subject.text if self._subject else ""

    @property
    def objects(self) -> tuple[str, ...]:
        """Return the words of every argument but subject, time and place, in order."""
        outside = ("agent", "time", "place")
        return tuple(
            a.text
            for a in self.arguments
            if a.role not in outside and a is not self._subject
        )

    @property
    def _subject(self) -> Argument | None:
        """Find the first agent or, without one, the first patient."""
        acting = self.with_role("agent") or self.with_role("patient")
        return acting[0] if acting else None

    def with_role(self, *roles: Role) -> tuple[Argument, ...]:
        """Return the arguments that play one of *roles*, in order."""
        return tuple(a for a in self.arguments if a.role in roles)


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold all that was read from one document, in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    values: tuple[Value, ...]
    claims: tuple[Claim, ...]
