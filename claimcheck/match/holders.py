"""
Compare who did what only one can have done: won a contest, designed a bridge.

Such claims are never one occurrence, for their agents differ; they meet in what was
done and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.match.blocking import Block
from claimcheck.match.frames import Frame
from claimcheck.match.ladders.dates import compare_dates, is_fine
from claimcheck.match.lexicon import word_set
from claimcheck.match.participants import best_level
from claimcheck.match.questions import ask_who
from claimcheck.match.slots import Side, Slot
from claimcheck.match.wording import name_keys
from claimcheck.model import Level, Verdict


def compare_who(block: Block) -> Iterator[Slot]:
    """Compare the agents of one deed that only one can have done."""
    if block.key[0] not in word_set("events", "one_doer"):
        return
    told = [f for f in block.frames if _is_complete(f)]
    for index, left in enumerate(told):
        for right in told[index + 1 :]:
            if _is_one_deed(left, right) and not _shares_doer(left, right, told):
                yield _slot(left, right)


def _is_complete(frame: Frame) -> bool:
    """Tell whether one named agent and a definite thing done are stated."""
    done = [p for p in frame.undergoers if p.role == "patient"]
    return (
        frame.claim.polarity == "affirmed"
        and len(frame.agents) == 1
        and len(frame.agents[0].keys) == 1
        and len(done) > 0
        and not done[0].text.lower().startswith(("a ", "an ", "another ", "some "))
    )


def _is_one_deed(left: Frame, right: Frame) -> bool:
    if not best_level(left.undergoers, right.undergoers).agrees:
        return False
    level = compare_dates(left.time, right.time)
    if level is Level.DISJOINT:
        return False
    if left.is_once and right.is_once:
        return True
    # What is won again every year is one contest only with its date.
    return level.agrees and (is_fine(left.time) or is_fine(right.time))


def _shares_doer(left: Frame, right: Frame, told: Sequence[Frame]) -> bool:
    """Tell whether a doer of one claim may be a doer of the other's sentence."""
    doers = [
        [p for f in told if _sentence(f) == _sentence(side) for p in f.agents]
        for side in (left, right)
    ]
    return best_level(*doers) is not Level.DISJOINT


def _sentence(frame: Frame) -> tuple[str, int]:
    return (frame.source.id, frame.claim.sentence)


def _slot(left: Frame, right: Frame) -> Slot:
    sides = tuple(
        Side(min(f.agents[0].keys), name_keys(f.agents[0].keys, [f]), (f,))
        for f in (left, right)
    )
    plain = all(f.claim.modality == "asserted" for f in (left, right))
    verdict: Verdict = "conflict" if plain else "possible"
    return Slot(
        "participant",
        ask_who((left, right)),
        "one deed, two doers",
        "only one can have done it",
        verdict,
        ("who", left.family),
        sides,
    )
