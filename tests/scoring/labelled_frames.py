"""
Compare the frames of claims with labelled ones.

A frame is exact when subject, predicate, the other participants, times, polarity,
modality and speaker are all as labelled.  Wording counts, small words do not: articles,
leading prepositions and case are put aside.  Places are compared with the objects,
because "to Pyongyang" is the one or the other by the table of events; adverbs of one
word are not labelled.  That somebody says something may be a claim of its own or not:
neither is held against the reader.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from claimcheck.model import Argument, Claim
from claimcheck.pipeline import read_text
from claimcheck.text.events import verb_sense

Json: TypeAlias = dict[str, Any]

# The samples count "last week" from here; no label depends on the day itself.
PUBLISHED = dt.date(2024, 11, 21)

SMALL_WORDS = re.compile(
    r"^(?:(?:a|an|no|the|in|on|at|by|to|of|for|from|with|against|over|near|off|as|until"
    r"|since|between|during|after|before|about|under|into|ahead|together|up|down)\s+)+",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold what is compared of a claim, each part without small words."""

    subject: str
    predicates: frozenset[str]
    others: frozenset[str]
    times: frozenset[str]
    stance: tuple[str, str, str]

    def is_as(self, label: Frame) -> bool:
        """Tell whether the frame is what *label* asks for."""
        return (
            bool(self.predicates & label.predicates)
            and self._participants() == label._participants()
            and (self.times, self.stance) == (label.times, label.stance)
        )

    def is_saying_of(self, label: Frame) -> bool:
        """Tell whether the frame is that somebody says what *label* says."""
        return bool(label.stance[2]) and self.subject == label.stance[2]

    def _participants(self) -> tuple[str, frozenset[str]]:
        """Return subject and others; what is equated may change places."""
        if self.predicates == {"be"}:
            return "", self.others | {self.subject}
        return self.subject, self.others


@dataclass(frozen=True, slots=True)
class FrameScore:
    """Hold how many frames were exact, and which antecedents were found."""

    exact: int
    found: int
    labelled: int
    antecedents_met: int
    antecedents: int

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall of exact frames."""
        return 2 * self.exact / ((self.found + self.labelled) or 1)


def bare(words: str) -> str:
    """Return *words* without case, outer marks and leading small words."""
    folded = " ".join(words.replace("\u2019", "'").casefold().split()).strip(
        " ,.;:\"'\u201c\u201d"
    )
    return SMALL_WORDS.sub("", folded)


def family(lemma: str) -> frozenset[str]:
    """Return the predicates that stand for a verb: its lemma and its family."""
    verb, *marks = lemma.split()
    sense = verb_sense(verb, *marks)
    return frozenset((lemma, verb, sense.family.name if sense else verb))


def labelled_frame(label: Json) -> Frame:
    """Return the frame that a labelled claim asks for."""
    named = (*label.get("objects", ()), *label.get("place", ()))
    return Frame(
        subject=bare(label["subject"]),
        predicates=family(label["predicate"]),
        others=frozenset(bare(words) for words in named),
        times=frozenset(bare(words) for words in label.get("time", ())),
        stance=(
            label.get("polarity", "affirmed"),
            label.get("modality", "asserted"),
            bare(label.get("attributed_to") or ""),
        ),
    )


def is_compared(argument: Argument) -> bool:
    """Tell whether an argument is more than an adverb of one word."""
    return argument.role != "other" or " " in argument.text


def claimed_frame(claim: Claim) -> Frame:
    """
    Return the frame of a claim.

    Where nobody acts (a passive, "three sailors died") the subject is whoever it
    happens to, as in the labels.
    """
    times = [a for a in claim.arguments if a.role == "time"]
    others = [a for a in claim.arguments if a.role != "time" and is_compared(a)]
    acting = [a for a in others if a.role == "agent"]
    suffering = [a for a in others if a.role == "patient"]
    subject = next(iter(acting or suffering), None)
    return Frame(
        subject=bare(subject.text) if subject else "",
        predicates=frozenset((claim.predicate,)),
        others=frozenset(bare(a.text) for a in others if a is not subject),
        times=frozenset(bare(a.text) for a in times),
        stance=(claim.polarity, claim.modality, bare(claim.attributed_to or "")),
    )


def claims_of(item: Json) -> tuple[str, list[Claim]]:
    """Return an item's whole text and the claims that stand in its labelled part."""
    context = f"{item['context']} " if "context" in item else ""
    text = context + item["text"]
    claims = read_text(text, PUBLISHED).claims
    return text, [claim for claim in claims if claim.span.start >= len(context)]


def _pair(found: Sequence[Frame], labels: Sequence[Frame]) -> tuple[int, int]:
    """Count the labels that are met and the frames that meet none."""
    free = list(found)
    met = 0
    for label in labels:
        hit = next((frame for frame in free if frame.is_as(label)), None)
        if hit is not None:
            free.remove(hit)
            met += 1
    wrong = [f for f in free if not any(f.is_saying_of(label) for label in labels)]
    return met, len(wrong)


def score_item(item: Json) -> FrameScore:
    """Count the exact frames and the antecedents of one item."""
    text, claims = claims_of(item)
    labels = [labelled_frame(label) for label in item["claims"]]
    exact, wrong = _pair([claimed_frame(claim) for claim in claims], labels)
    wanted = [
        a for label in item["claims"] for a in label.get("antecedents", {}).items()
    ]
    return FrameScore(
        exact=exact,
        found=exact + wrong,
        labelled=len(labels),
        antecedents_met=sum(_is_resolved(text, claims, *pair) for pair in wanted),
        antecedents=len(wanted),
    )


def _is_resolved(text: str, claims: Sequence[Claim], word: str, name: str) -> bool:
    """Tell whether some claim takes *word* for *name*, or writes the name instead."""
    for argument in (a for claim in claims for a in claim.arguments):
        spoken = argument.span.of(text).split()
        if word not in spoken:
            continue
        origin = argument.antecedent.of(text) if argument.antecedent else ""
        if bare(name) in bare(origin) or bare(name) in bare(argument.text):
            return True
    return False


def total(scores: Sequence[FrameScore]) -> FrameScore:
    """Add the counts of all items."""
    return FrameScore(
        exact=sum(s.exact for s in scores),
        found=sum(s.found for s in scores),
        labelled=sum(s.labelled for s in scores),
        antecedents_met=sum(s.antecedents_met for s in scores),
        antecedents=sum(s.antecedents for s in scores),
    )
