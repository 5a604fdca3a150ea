"""Find what a claim tells of: one outcome of an issue, for one known thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.acts import opens_with
from claimcheck.match.articles import describe, everyone, is_definite
from claimcheck.match.frames import Frame
from claimcheck.match.measures import fold_word
from claimcheck.match.outcomes import Issue, listed_among, outcomes_of
from claimcheck.match.participants import Participant, canonical, phrase_words
from claimcheck.model import DateRange, Quantity

# What ends the words after a preposition: another one, or the verb.
_STOP = (
    r"(?!(?:in|at|to|from|of|on|and|by|after|before|with|for|is|are|was|were|has|had|"
    r"have|will|did|does|not)\b)"
)
# A noun or a verb and what narrows it: "the tax on petrol", "convicted of fraud".
_NARROWING = re.compile(
    r"(?P<on>[\w\u2019'-]+) (?P<by>of|on|against|for|by|with|over) "
    rf"(?P<what>{_STOP}[\w\u2019'-]+(?: {_STOP}[\w\u2019'-]+){{0,5}})"
)


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """
    Hold that a claim tells of one outcome of an issue for one thing.

    *others* play the role that the issue names; *narrowed* holds the words that narrow
    the outcome, each with its preposition.
    """

    issue: Issue
    outcome: str
    frame: Frame
    theme: Participant
    others: tuple[Participant, ...]
    narrowed: tuple[tuple[str, frozenset[str]], ...] = ()


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
        of = issue.of
        themes = [p for p in people if p.role == role and (not of or p.head in of)]
        others = tuple(p for p in people if p.role in issue.other and p not in themes)
        told = (issue.name, outcome.name)
        if (
            role == "agent"
            and outcome.befalls(frame.claim.predicate)
            and any(p.role == "patient" for p in people)
        ):
            continue  # "the museum opened a wing": the wing is open
        if len(themes) != 1 or told in found or not _fits(themes[0], issue, frame):
            continue
        if not _fit_others(others, issue):
            continue
        found.add(told)
        by = _narrowed(frame, themes[0])
        yield Telling(issue, outcome.name, frame, themes[0], others, by)


def _narrowed(
    frame: Frame, theme: Participant
) -> tuple[tuple[str, frozenset[str]], ...]:
    """
    Return what narrows an outcome, by its preposition: the tax "on petrol".

    It is read from the words, for it hangs on the noun as well as on the verb; dates
    and amounts have slots of their own.
    """
    claim, text = frame.claim, frame.source.text
    values = [v.span for v in claim.values if isinstance(v, (DateRange, Quantity))]
    ends = {claim.trigger.end, theme.span.end if theme.span else claim.trigger.end}
    return tuple(
        (found["by"], frozenset(phrase_words(found["what"])))
        for found in _NARROWING.finditer(text, claim.span.start, claim.span.end)
        if found.end("on") in ends or canonical(fold_word(found["on"])) == theme.head
        if not any(
            s.start < found.end("what") and found.start("what") < s.end for s in values
        )
    )


def _fit_others(others: Sequence[Participant], issue: Issue) -> bool:
    """Tell whether the second participant is whole, and stated where it must be."""
    if issue.of_other and not any(p.head in issue.of_other for p in others):
        return False
    if any(opens_with(p.text, "partial") for p in others):
        return False
    return bool(others) or not issue.needs_other


def _fits(theme: Participant, issue: Issue, frame: Frame) -> bool:
    """Tell whether a theme is one whole and known thing of the right class."""
    counts = [v for v in frame.claim.values if isinstance(v, Quantity)]
    is_counted = theme.span is not None and any(
        theme.span.overlaps(v.span) and not theme.keys for v in counts
    )
    if is_counted or opens_with(theme.text, "partial"):
        return False
    return issue.bare or is_definite(theme)
