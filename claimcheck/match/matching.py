"""Match the claims of all sources: blocks, occurrences, slots, findings."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from claimcheck.match.affair_figures import AFFAIR, compare_affairs
from claimcheck.match.blocking import Block, build_blocks
from claimcheck.match.classes import name_called
from claimcheck.match.contests import compare_contests, compare_tallies
from claimcheck.match.descriptions import name_described
from claimcheck.match.differences import label_block, label_occurrence
from claimcheck.match.disputes import compare_denials
from claimcheck.match.figures import compare_figures
from claimcheck.match.findings import build_agreement, build_finding
from claimcheck.match.frames import build_frames
from claimcheck.match.holders import compare_who
from claimcheck.match.lasts import compare_last
from claimcheck.match.occurrences import Occurrence, build_occurrences
from claimcheck.match.opposites import compare_opposites
from claimcheck.match.slots import SLOTS, Slot
from claimcheck.match.sources import Matches, Source
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
    ordered = sorted(sources, key=lambda s: (s.id, s.source))
    frames = name_described([f for s in ordered for f in build_frames(s)])
    frames = name_called(frames)
    blocks = list(build_blocks(frames))
    occurrences = _largest(o for b in blocks for o in _occurrences(b))
    plans = [f for s in ordered for f in build_frames(s, plans=True)]
    slots = [
        *_slots(occurrences, blocks),
        *compare_denials(ordered, frames),
        *compare_affairs(ordered, [*frames, *plans]),
        *compare_last(frames, occurrences),
        *compare_opposites(ordered, frames),
    ]
    findings = _findings(slots)
    differences = _differences(occurrences, blocks)
    return Matches(
        findings, _agreements(slots), _without_findings(differences, findings)
    )


def _occurrences(block: Block) -> Iterator[Occurrence]:
    if block.rule not in _COMPARED_WHOLE:
        yield from build_occurrences(block)


def _largest(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Keep occurrences whose claims are not all in another: pairs of three overlap."""
    by_claims: dict[frozenset[int], Occurrence] = {}
    for occurrence in occurrences:
        claims = frozenset(id(m.frame) for m in occurrence.members)
        by_claims.setdefault(claims, occurrence)
    holders: dict[int, list[frozenset[int]]] = defaultdict(list)
    for claims in by_claims:
        for claim in claims:
            holders[claim].append(claims)
    return [
        occurrence
        for claims, occurrence in by_claims.items()
        if not any(claims < other for other in holders[min(claims)])
    ]


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


def _findings(slots: Iterable[Slot]) -> tuple[Finding, ...]:
    """Build one finding for each set of claims at odds, the widest set of them."""
    built = [(build_finding(slot), slot) for slot in slots if len(slot.sides) > 1]
    built.sort(key=_rank)
    kept: list[tuple[Finding, Slot]] = []
    seen: dict[str, list[frozenset[Place]]] = defaultdict(list)
    for finding, slot in built:
        places = _places(finding)
        if any(places <= other for p in places for other in seen[f"{finding.kind}{p}"]):
            continue
        kept.append((finding, slot))
        for place in places:
            seen[f"{finding.kind}{place}"].append(places)
    found = _told_apart(kept)
    return tuple(sorted(found, key=lambda f: (f.verdict, f.question, f.id)))


def _rank(built: tuple[Finding, Slot]) -> tuple[object, ...]:
    """Rank a finding: the widest first, and one of an affair behind one of a claim."""
    finding, slot = built
    loose = slot.key[:1] == AFFAIR
    return (-_size(finding), loose, finding.verdict, finding.id, slot.occasion)


def _told_apart(kept: Iterable[tuple[Finding, Slot]]) -> Iterator[Finding]:
    """Yield findings with ids of their own: a later occasion has its date in its id."""
    ids: dict[str, Finding] = {}
    for finding, slot in sorted(kept, key=lambda k: (k[0].id, k[1].occasion)):
        if finding.id not in ids:
            ids[finding.id] = finding
        elif slot.occasion:
            later = build_finding(slot, is_repeated=True)
            ids.setdefault(later.id, later)
    yield from ids.values()


def _places(finding: Finding) -> frozenset[Place]:
    """Return the sentences at odds: two claims of one sentence are one witness."""
    return frozenset(
        (c.document_id, c.sentence) for p in finding.positions for c in p.claims
    )


def _size(finding: Finding) -> int:
    return sum(len(p.claims) for p in finding.positions)


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
