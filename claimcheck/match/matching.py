"""Match the claims of all sources: blocks, occurrences, slots, findings."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from claimcheck.match.affair_figures import compare_affair_figures
from claimcheck.match.affairs import pair_sources
from claimcheck.match.blocking import Block, build_blocks
from claimcheck.match.classes import name_called
from claimcheck.match.contests import compare_contests, compare_tallies
from claimcheck.match.contraries import compare_contraries
from claimcheck.match.descriptions import name_described
from claimcheck.match.differences import label_block, label_occurrence
from claimcheck.match.disputes import compare_denials
from claimcheck.match.exchanged_digits import compare_digits
from claimcheck.match.figures import compare_figures
from claimcheck.match.findings import build_agreement, choose_findings
from claimcheck.match.frames import build_frames
from claimcheck.match.holders import compare_who
from claimcheck.match.lasts import compare_last
from claimcheck.match.occurrences import (
    Occurrence,
    build_occurrences,
    join_occurrences,
)
from claimcheck.match.places import agree_on_places
from claimcheck.match.shared_figures import find_shared_figures
from claimcheck.match.slots import SLOTS, Slot
from claimcheck.match.sources import Matches, Source
from claimcheck.match.told_figures import collect_figures
from claimcheck.match.told_once import gather_told_once
from claimcheck.match.toll_reports import compare_tolls
from claimcheck.model import Agreement, Difference, Finding

Place: TypeAlias = tuple[str, int]
# Rules whose blocks are compared as they are, without occurrences.
_COMPARED_WHOLE = {
    "figure": compare_figures,
    "deed": compare_who,
    "contest": compare_contests,
    "toll": compare_tolls,
}


def match_claims(sources: Sequence[Source]) -> Matches:
    """
    Find where claims of all *sources* disagree, agree and merely differ.

    Work grows with the number of claims and the size of the blocks they share, which is
    bounded; an article that shares no participant with another changes nothing for it.
    The order of *sources* does not matter.

    Returns:
        Findings, conflicts before what is only possible, then by question; agreements
        by question; differences by label and place.
    """
    ordered = agree_on_places(sorted(sources, key=lambda s: (s.id, s.source)))
    frames = name_described([f for s in ordered for f in build_frames(s)])
    frames = name_called(frames)
    blocks = list(build_blocks(frames))
    affairs = list(pair_sources(ordered))
    gathered = itertools.chain(
        (o for b in blocks for o in _occurrences(b)), gather_told_once(affairs, frames)
    )
    occurrences = join_occurrences(gathered)
    plans = [f for s in ordered for f in build_frames(s, plans=True)]
    figures = collect_figures([*frames, *plans])
    slots = [
        *_slots(occurrences, blocks),
        *compare_denials(ordered, frames),
        *compare_affair_figures(affairs, figures),
        *find_shared_figures(affairs, figures),
        *compare_last(frames, occurrences),
        *compare_contraries(ordered, frames),
    ]
    slots += compare_digits(affairs, [*frames, *plans], tuple(slots))
    findings = choose_findings(slots)
    differences = _differences(occurrences, blocks)
    return Matches(
        findings, _agreements(slots), _without_findings(differences, findings)
    )


def _occurrences(block: Block) -> Iterator[Occurrence]:
    if block.rule not in _COMPARED_WHOLE:
        yield from build_occurrences(block)


def _slots(
    occurrences: Iterable[Occurrence], blocks: Iterable[Block]
) -> Iterator[Slot]:
    for occurrence in occurrences:
        for compare in (*SLOTS, compare_tallies):
            yield from compare(occurrence)
    for block in _distinct(b for b in blocks if b.rule in _COMPARED_WHOLE):
        yield from _COMPARED_WHOLE[block.rule](block)


def _distinct(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks that differ in their frames or in what they compare of them."""
    seen: set[tuple[object, ...]] = set()
    for block in blocks:
        measured = block.key[:3] if block.rule == "figure" else ()
        what = (block.rule, measured, *map(id, block.frames))
        if what not in seen:
            seen.add(what)
            yield block


def _agreements(slots: Iterable[Slot]) -> tuple[Agreement, ...]:
    sides = {
        (slot.kind, slot.question, side.value, *map(id, side.frames)): (slot, side)
        for slot in slots
        if slot.kind != "sequence"  # that both are later than a third is no agreement
        for side in slot.sides
        if len({frame.source.id for frame in side.frames}) > 1
    }
    found = (build_agreement(slot, side) for slot, side in sides.values())
    built = [agreement for agreement in found if agreement is not None]
    built.sort(key=lambda a: (-len(a.claims), a.id))
    unique: dict[tuple[str, ...], Agreement] = {}
    seen: dict[str, list[frozenset[Place]]] = defaultdict(list)
    for agreement in built:
        places = frozenset((c.document_id, c.sentence) for c in agreement.claims)
        told = f"{agreement.kind}{agreement.value}"
        if not any(places <= other for other in seen[told]):
            seen[told].append(places)
            asked = (agreement.kind, agreement.question, agreement.value)
            unique.setdefault(asked, agreement)
    return tuple(sorted(unique.values(), key=lambda a: (a.question, a.id)))


def _without_findings(
    differences: Iterable[Difference], findings: Iterable[Finding]
) -> tuple[Difference, ...]:
    """Leave out pairs that a finding sets against each other: these do conflict."""
    at_odds = {
        frozenset((one.id, other.id))
        for finding in findings
        for left, right in itertools.combinations(finding.positions, 2)
        for one in left.claims
        for other in right.claims
    }
    return tuple(
        d for d in differences if frozenset((d.left.id, d.right.id)) not in at_odds
    )


def _differences(
    occurrences: Iterable[Occurrence], blocks: Iterable[Block]
) -> tuple[Difference, ...]:
    labelled = [d for o in occurrences for d in label_occurrence(o)]
    labelled += [d for b in blocks for d in label_block(b)]
    unique = {(d.label, d.left.id, d.right.id): d for d in labelled}
    return tuple(unique[key] for key in sorted(unique))
