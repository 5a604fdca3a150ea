"""
Set a denial against the claim that it denies.

"North Korea has denied that it supplied shells" is no statement that it did not: the
claim that it did is disputed by North Korea, which an editor wants to know and to word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.frames import Frame, topic_of
from claimcheck.match.lexicon import word_set
from claimcheck.match.naming import inside_sentence
from claimcheck.match.participants import Participant, build_participants, shared_key
from claimcheck.match.questions import ask_whether
from claimcheck.match.slots import Side, Slot
from claimcheck.match.sources import Source
from claimcheck.model import Claim
from claimcheck.text.events import family_of

# Share of the words of what is denied that the claim must have.
COVERED = 0.6
# Letters in which two forms of one word begin alike.
STEM = 5
# Claims of one family under one topic that a denial is set against.
MOST_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class Denial:
    """Hold a claim that denies, who denies, and what is denied."""

    claim: Claim
    source: Source
    speaker: Participant
    denied: Participant
    family: str
    topic: tuple[str, ...]


def find_denials(source: Source) -> Iterator[Denial]:
    """Find the denials of one document, in text order."""
    denying = word_set("statements", "denying")
    topic = topic_of(source)
    for claim in source.claims:
        if claim.predicate not in denying or claim.polarity != "affirmed":
            continue
        people = build_participants(claim, {})
        speakers = [p for p in people if p.role == "agent"]
        denied = [p for p in people if p.role in ("topic", "patient") and p.words]
        if speakers and denied:
            family = family_of(denied[0].head)
            yield Denial(claim, source, speakers[0], denied[0], family, topic)


def compare_denials(
    sources: Sequence[Source], frames: Sequence[Frame]
) -> Iterator[Slot]:
    """Set each denial against the affirmed claims of what it denies."""
    denials = [d for s in sources for d in find_denials(s)]
    if not denials:
        return
    by_family: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        if frame.claim.polarity == "affirmed":
            by_family[frame.family].append(frame)
    for denial in denials:
        against = [f for f in by_family[denial.family] if _is_denied_by(f, denial)][
            :MOST_CANDIDATES
        ]
        if against:
            yield _slot(denial, against)


def _is_denied_by(frame: Frame, denial: Denial) -> bool:
    if frame.claim.sentence == denial.claim.sentence and (
        frame.source.id == denial.source.id
    ):
        return False  # the words inside the denial itself
    people = (*frame.agents, *frame.undergoers, *frame.setting)
    said = frozenset[str]().union(*(p.words for p in people)) | {frame.family}
    empty = word_set("statements", "auxiliary")
    wanted = denial.denied.words - denial.speaker.words - empty
    shared = [w for w in wanted if any(_is_form_of(w, other) for other in said)]
    if len(shared) < max(2, COVERED * len(wanted)):
        return False
    return _is_one_affair(frame, denial)


def _is_form_of(word: str, other: str) -> bool:
    """Tell whether two words begin alike: "switched" and "switch"."""
    short = min(len(word), len(other))
    return word == other or (short >= STEM and word[:STEM] == other[:STEM])


def _is_one_affair(frame: Frame, denial: Denial) -> bool:
    """Tell whether a claim names whom the denial names, or shares its topic."""
    named = {shared_key(k) for k in denial.denied.mentions | denial.speaker.keys}
    if named & frame.keys:
        return True
    return not denial.denied.mentions and bool(set(denial.topic) & set(frame.topic))


def _slot(denial: Denial, against: Sequence[Frame]) -> Slot:
    speaker = inside_sentence(denial.speaker.text, against)
    dummy = against[0]
    return Slot(
        "polarity",
        ask_whether(against),
        "disputed by a party",
        f"disputed by {speaker}",
        "possible",
        ("denial", denial.family, *sorted(denial.speaker.keys)[:1]),
        (
            Side("yes", "yes", tuple(against)),
            Side("no", f"denied by {speaker}", (_as_frame(denial, dummy),)),
        ),
    )


def _as_frame(denial: Denial, like: Frame) -> Frame:
    """Dress a denial as a frame, so that its source and claim can be shown."""
    return Frame(
        denial.claim, denial.source, (denial.speaker,), (), (), like.keys, None, None,
        (), (), is_once=False,
    )  # fmt: skip
