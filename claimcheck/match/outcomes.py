"""
Read which outcomes exclude each other, and which one a claim tells of.

The table is data, in ``outcomes.toml`` beside this module; its header says what each
field means.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from claimcheck.match.frames import Frame
from claimcheck.match.tables import load_table
from claimcheck.model import Claim, Role

# Code points after a clause in which what it goes on with is looked for: "He left
# before the result was read out".
TAIL_REACH = 40
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = re.compile(r"[.!?;]")
_NOT = "not"
_AMONG = re.compile(
    r"Among the (?P<group>\w+) (?:is|was) (?P<who>[^,;:.()]+?)(?= who |[,;:.()]|$)"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Hold a predicate, the word that must follow it, and in what role the theme is."""

    role: Role
    predicate: str
    word: str
    is_denied: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold one outcome of an issue and the claims that tell of it."""

    name: str
    patterns: tuple[Pattern, ...]
    tail: frozenset[str]
    among: frozenset[str]

    def befalls(self, predicate: str) -> bool:
        """Tell whether a predicate with an object has the theme in it."""
        return any(
            p.predicate == predicate and p.role == "patient" for p in self.patterns
        )


@dataclass(frozen=True, slots=True)
class Issue:
    """Hold outcomes of which a thing has one; `outcomes.toml` names the fields."""

    name: str
    question: str
    outcomes: tuple[Outcome, ...]
    lasts: str
    turns: bool
    bare: bool
    of: frozenset[str]
    other: tuple[Role, ...]
    needs_other: bool
    of_other: frozenset[str]


@functools.cache
def load_issues() -> tuple[Issue, ...]:
    """Read the table of issues, in the order of the file."""
    return tuple(
        _issue(name, entry) for name, entry in load_table("outcomes")["issues"].items()
    )


@functools.cache
def _turning() -> frozenset[str]:
    return frozenset(str(load_table("outcomes")["words"]["turning"]).split())


def _issue(name: str, entry: Mapping[str, object]) -> Issue:
    outcomes = cast("Mapping[str, Mapping[str, str]]", entry["outcomes"])
    return Issue(
        name,
        str(entry["question"]),
        tuple(_outcome(called, told) for called, told in outcomes.items()),
        str(entry.get("lasts", "")),
        bool(entry.get("turns", False)),
        bool(entry.get("bare", False)),
        frozenset(str(entry.get("of", "")).split()),
        cast("tuple[Role, ...]", tuple(str(entry.get("other", "")).split())),
        bool(entry.get("needs_other", False)),
        frozenset(str(entry.get("of_other", "")).split()),
    )


def _outcome(name: str, told: Mapping[str, str]) -> Outcome:
    return Outcome(
        name,
        tuple(
            _pattern(cast("Role", role), word)
            for role, words in told.items()
            if role not in ("tail", "among")
            for word in words.split()
        ),
        frozenset(told.get("tail", "").split()),
        frozenset(told.get("among", "").split()),
    )


@functools.cache
def _by_group() -> Mapping[str, tuple[Issue, Outcome]]:
    return {
        word: (issue, outcome)
        for issue in load_issues()
        for outcome in issue.outcomes
        for word in outcome.among
    }


def listed_among(frame: Frame) -> tuple[Issue, Outcome, str] | None:
    """
    Return what a claim says by the group it puts a thing in, and the thing's words.

    English fronts the group: "Among the dead is the driver, a father of two".
    """
    claim = frame.claim
    found = _AMONG.match(claim.quote)
    if found is None or claim.polarity != "affirmed" or claim.modality != "asserted":
        return None
    row = _by_group().get(found["group"].lower())
    return (*row, found["who"]) if row else None


def _pattern(role: Role, written: str) -> Pattern:
    first, _, second = written.partition(":")
    if first == _NOT:
        return Pattern(role, second, "", is_denied=True)
    return Pattern(role, first, second, is_denied=False)


@functools.cache
def _by_predicate() -> Mapping[str, tuple[tuple[Issue, Outcome, Pattern], ...]]:
    found: dict[str, list[tuple[Issue, Outcome, Pattern]]] = {}
    for issue in load_issues():
        for outcome in issue.outcomes:
            for pattern in outcome.patterns:
                row = (issue, outcome, pattern)
                found.setdefault(pattern.predicate, []).append(row)
    return {predicate: tuple(rows) for predicate, rows in found.items()}


def is_of_issue(claim: Claim) -> bool:
    """Tell whether a claim may tell of an outcome, were it only that of a reply."""
    return claim.predicate in _by_predicate() and bool(claim.arguments)


def outcomes_of(frame: Frame) -> Iterator[tuple[Issue, Outcome, Role]]:
    """
    Yield what a claim says came of a thing, and in what role it has the thing.

    A claim that marks its outcome as one of a row ("at first", "again") tells of none.
    """
    claim = frame.claim
    rows = _by_predicate().get(claim.predicate, ())
    if not rows or claim.modality not in ("asserted", "reported"):
        return
    words = frozenset(_WORD.findall(claim.quote.lower()))
    if words & _turning():
        return
    start, text = claim.trigger.end, frame.source.text
    after = frozenset(_WORD.findall(text[start : claim.span.end].lower()))
    rest = _STOP.split(text[start : claim.span.end + TAIL_REACH])[0].lower()
    tail = frozenset(_WORD.findall(rest))
    denied = claim.polarity == "negated"
    for issue, outcome, pattern in rows:
        fits = pattern.is_denied == denied and (
            not pattern.word or pattern.word in after
        )
        if fits and (not outcome.tail or outcome.tail & tail):
            yield issue, outcome, pattern.role
