"""Find what a claim tells of: one outcome of an issue, for one known thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.articles import describe, everyone, is_definite
from claimcheck.match.frames import Frame
from claimcheck.match.issues import Issue, listed_among, outcomes_of
from claimcheck.match.participants import Participant
from claimcheck.model import Quantity

# Open a phrase that means some of a group, or another one.
_PARTIAL = (
    "some ", "several ", "many ", "most ", "few ", "a few ", "half ", "one of ",
    "two of ", "part of ", "other ", "another ", "all but ", "none ", "no ", "every ",
    "each ", "both ", "either ", "neither ",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """Hold that a claim tells of one outcome of an issue for one thing."""

    issue: Issue
    outcome: str
    frame: Frame
    theme: Participant
    others: tuple[Participant, ...]


def find_tellings(frame: Frame) -> Iterator[Telling]:
    """Yield the outcomes that a claim tells of, each with what it befalls."""
    if listed := listed_among(frame):
        issue, outcome, phrase = listed
        theme = describe(phrase, frame.claim)
        if _fits(theme, issue, frame):
            yield Telling(issue, outcome.name, frame, theme, ())
    found: set[tuple[str, str]] = set()
    for issue, outcome, role in outcomes_of(frame):
        people = everyone(frame.claim)
        themes = [p for p in people if p.role == role]
        others = tuple(p for p in people if p.role in issue.other)
        told = (issue.name, outcome.name)
        if len(themes) != 1 or told in found or not _fits(themes[0], issue, frame):
            continue
        if not _fit_others(others, issue):
            continue
        found.add(told)
        yield Telling(issue, outcome.name, frame, themes[0], others)


def _fit_others(others: Sequence[Participant], issue: Issue) -> bool:
    """Tell whether the second participant is whole, and stated where it must be."""
    if issue.of_other and not any(p.head in issue.of_other for p in others):
        return False
    if any(p.text.lower().startswith(_PARTIAL) for p in others):
        return False
    return bool(others) or not issue.needs_other


def _fits(theme: Participant, issue: Issue, frame: Frame) -> bool:
    """Tell whether a theme is one whole and known thing of the right class."""
    if issue.of and theme.head not in issue.of:
        return False
    counts = [v for v in frame.claim.values if isinstance(v, Quantity)]
    is_counted = theme.span is not None and any(
        theme.span.overlaps(v.span) and not theme.keys for v in counts
    )
    if is_counted or theme.text.lower().startswith(_PARTIAL):
        return False
    return issue.bare or is_definite(theme)
