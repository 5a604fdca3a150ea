"""
Check that markers and notes count alike.

Markers of endnotes count up by one.  Where they leave the count, one slip usually
explains several symptoms: "34, 35" typed for "24, 25" makes two markers out of order,
two duplicates and two notes that nothing cites.  The longest run that counts up is kept
and each stretch outside it is one defect.  Where numbers start again (chapters) or are
reused (Vancouver), what only endnotes promise is not asked for.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.citations.lint.case import Case, report
from claimcheck.citations.notes import Notes
from claimcheck.model import Defect, Span

# Below this share of markers in order, the list is not numbered by appearance.
ORDERED_SHARE: Final = 0.7
# Above this share of uncited notes, the markers were not recognised.
UNCITED_SHARE: Final = 0.34
# Above this share of markers without a note, the notes are somewhere else.
UNKNOWN_SHARE: Final = 0.34
# Two notes that are cited twice are slips; more are a style.
MOST_REPEATS: Final = 2
# A number inside a raised mark stands within this many characters of its tag.
_TAG_REACH: Final = 40
# Shorter lists of works do not show whether each is cited.
_FEWEST_WORKS: Final = 5
# Above this share of works that nothing names, the list is of further reading.
_UNNAMED_SHARE: Final = 0.15
_READING = re.compile(
    r"reading|bibliograph|select|sources|works consulted", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
# Words are compared by their first letters, and short ones not at all.
_STEM: Final = 6
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Slip:
    """
    Hold a stretch of markers that leaves the count.

    *indices* are positions in ``Notes.markers``; *meant* are the notes that the count
    lacks there, parallel to *indices*, or () when they do not match.
    """

    indices: tuple[int, ...]
    meant: tuple[str, ...]


def find_slips(notes: Notes) -> tuple[Slip, ...]:
    """
    Find the stretches of markers that leave the count.

    Returns:
        Slips in text order; () when numbers start again, are in no order, or are names.
    """
    if not notes.numbered or _restarts(notes):
        return ()
    firsts = _counted(notes)
    numbers = [int(notes.markers[index].note) for index in firsts]
    kept = _longest_rise(numbers)
    if len(numbers) < 3 or len(kept) < ORDERED_SHARE * len(numbers):  # noqa: PLR2004 (two markers have no order to break)
        return ()
    defined = {note.number for note in notes.notes}
    inside = set(kept)
    outside = [n for n in range(len(numbers)) if n not in inside]
    first_use = {number: n for n, number in reversed(list(enumerate(numbers)))}
    slips: list[Slip] = []
    for stretch in _stretches(outside):
        before = numbers[stretch[0] - 1] if stretch[0] > 0 else 0
        after = stretch[-1] + 1
        bound = numbers[after] if after < len(numbers) else before + len(stretch) + 1
        gap = [str(n) for n in range(before + 1, bound) if str(n) in defined]
        meant = tuple(gap) if len(gap) == len(stretch) else ()
        if not meant and all(first_use[numbers[n]] < stretch[0] for n in stretch):
            continue  # An earlier note cited again, which is no slip of the count.
        if not meant and not any(str(numbers[n]) in defined for n in stretch):
            continue  # Markers without a note are reported as what they are.
        slips.append(Slip(tuple(firsts[n] for n in stretch), meant))
    return tuple(slips)


def meant_notes(slips: Sequence[Slip]) -> dict[int, str]:
    """Return, by index of the marker, the note that a slip stands for."""
    return {
        index: note
        for slip in slips
        if slip.meant
        for index, note in zip(slip.indices, slip.meant, strict=True)
    }


def check_order(case: Case) -> Iterator[Defect]:
    """Report each slip once, with all it explains."""
    uses = Counter(marker.note for marker in case.notes.markers)
    notes = {note.number: note.span for note in case.notes.notes}
    for slip in find_slips(case.notes):
        yield _describe(case, slip, uses, notes)


def check_duplicates(case: Case) -> Iterator[Defect]:
    """Report a raised number used twice where no other is, and no slip explains it."""
    notes = case.notes
    if not notes.numbered or _restarts(notes):
        return
    explained = {i for slip in find_slips(notes) for i in slip.indices}
    counts = Counter(m.note for n, m in enumerate(notes.markers) if n not in explained)
    repeated = [note for note, count in counts.items() if count > 1]
    if len(repeated) != 1 or not _is_raised(case):
        return
    for note in repeated:
        marks = [m for n, m in enumerate(notes.markers) if m.note == note]
        yield report(
            case, note, "marker-duplicate", "low", marks[-1].span,
            f"Marker {note} stands {counts[note]} times, every other marker once.",
            f"Check which note is meant; cite note {note} again as a note of its own.",
        )  # fmt: skip


def check_undefined(case: Case) -> Iterator[Defect]:
    """Report markers without a note."""
    defined = {note.number for note in case.notes.notes}
    if not defined:
        return
    unknown = sum(marker.note not in defined for marker in case.notes.markers)
    if unknown > UNKNOWN_SHARE * len(case.notes.markers):
        return
    explained = {i for slip in find_slips(case.notes) for i in slip.indices}
    seen: set[str] = set()
    for index, marker in enumerate(case.notes.markers):
        if marker.note in defined | seen or index in explained:
            continue
        seen.add(marker.note)
        yield report(
            case, marker.note, "marker-undefined", "high", marker.span,
            f"Marker {marker.note} has no note.",
            f"Add note {marker.note}, or correct the marker.",
        )  # fmt: skip


def check_uncited(case: Case) -> Iterator[Defect]:
    """Report notes that no marker asks for, and listed works that nothing names."""
    notes = case.notes
    if not notes.numbered:
        yield from _unnamed(case)
        return
    if not notes.markers:
        return
    meant = set(meant_notes(find_slips(notes)).values())
    cited = {marker.note for marker in notes.markers} | meant
    bare = [note for note in notes.notes if note.number not in cited]
    if len(bare) > max(1.0, UNCITED_SHARE * len(notes.notes)):
        return
    for note in bare:
        yield report(
            case, note.number, "note-uncited", "medium", note.span,
            f"No marker in the text points to note {note.number}.",
            f"Add marker {note.number} where the note belongs, or drop the note.",
        )  # fmt: skip


def _unnamed(case: Case) -> Iterator[Defect]:
    """
    Report works of a reference list whose author the text never names.

    A bibliography lists what was read; only references promise to have been cited.
    """
    notes = case.notes
    if len(notes.notes) < _FEWEST_WORKS or len(notes.markers) < _FEWEST_WORKS:
        return
    first = min(note.span.start for note in notes.notes)
    last = max(note.span.end for note in notes.notes)
    region = next((r for r in notes.regions if r.start <= first < r.end), None)
    heading = case.text[region.start : first] if region is not None else ""
    if _READING.search(heading) or not heading.strip():
        return
    body = (case.text[:first] + case.text[last:]).casefold()
    cited = {marker.note for marker in notes.markers}
    bare = [
        note
        for note in notes.notes
        if note.number not in cited
        and note.number.partition(" ")[0].casefold() not in body
    ]
    if len(bare) > max(1.0, _UNNAMED_SHARE * len(notes.notes)):
        return
    for note in bare:
        yield report(
            case, note.number, "note-uncited", "low", note.span,
            f"The text never cites {note.number}.",
            "Cite the work where it belongs, or drop it from the list.",
        )  # fmt: skip


def _counted(notes: Notes) -> list[int]:
    """
    Return the markers that take part in the count: every one, or first uses only.

    First uses only where markers are reused as a style.
    """
    numeric = [n for n, m in enumerate(notes.markers) if m.note.isdecimal()]
    counts = Counter(notes.markers[n].note for n in numeric)
    repeats = sum(count > 1 for count in counts.values())
    if repeats <= max(MOST_REPEATS, len(counts) // 10):
        return numeric
    seen: set[str] = set()
    return [
        n
        for n in numeric
        if not (notes.markers[n].note in seen or seen.add(notes.markers[n].note))  # type: ignore[func-returns-value]
    ]


def _restarts(notes: Notes) -> bool:
    labels = Counter(note.number for note in notes.notes)
    return any(count > 1 for count in labels.values())


def _is_raised(case: Case) -> bool:
    """Tell whether the markers are raised digits, not numbers in brackets."""
    for marker in case.notes.markers[:1]:
        near = case.text[max(0, marker.span.start - _TAG_REACH) : marker.span.end]
        return "<sup" in near or not near[-1].isascii()
    return False


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the positions of the longest strictly rising subsequence."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = [-1] * len(numbers)
    for position, number in enumerate(numbers):
        place = bisect.bisect_left(tails, number)
        if place == len(tails):
            tails.append(number)
            at.append(position)
        else:
            if tails[place] == number:
                continue  # Cited again: the first use is the one that counts.
            tails[place] = number
            at[place] = position
        before[position] = at[place - 1] if place else -1
    kept: list[int] = []
    position = at[-1] if at else -1
    while position >= 0:
        kept.append(position)
        position = before[position]
    return kept[::-1]


def _stretches(positions: Sequence[int]) -> Iterator[list[int]]:
    grouped = itertools.groupby(
        enumerate(positions), key=lambda pair: pair[1] - pair[0]
    )
    for _, group in grouped:
        yield [position for _, position in group]


def _describe(
    case: Case, slip: Slip, uses: Counter[str], defined: Mapping[str, Span]
) -> Defect:
    markers = case.notes.markers
    typed = [markers[index].note for index in slip.indices]
    others = {n: uses[n] - typed.count(n) for n in (*typed, *slip.meant)}
    covers = [(note, "marker-out-of-order") for note in typed[1:]]
    covers += [(note, "marker-duplicate") for note in typed if others[note]]
    covers += [(note, "marker-undefined") for note in typed if note not in defined]
    covers += [(note, "note-uncited") for note in slip.meant if not others[note]]
    span = markers[slip.indices[0]].span
    words, wanted = ", ".join(typed), ", ".join(slip.meant)
    if not slip.meant:
        return report(
            case, typed[0], "marker-out-of-order", "medium", span,
            f"Marker {words} stands outside the count.",
            "Check which note is meant and renumber.", tuple(covers),
        )  # fmt: skip
    kind = "marker-duplicate" if slip.meant[0] == typed[0] else "marker-out-of-order"
    return report(
        case, typed[0], kind, "high", span,
        f"{words} typed for {wanted}: the count needs {wanted} here"
        + _fit(case, slip, defined) + ".",
        f"Change marker {words} to {wanted}.", tuple(covers),
    )  # fmt: skip


def _fit(case: Case, slip: Slip, notes: Mapping[str, Span]) -> str:
    """Say whether the notes' words tell the same: which of the two fits the passage."""
    wanted = {*slip.meant, *(case.notes.markers[i].note for i in slip.indices)}
    words = {n: _stems(notes[n].of(case.text)) for n in wanted if n in notes}
    better = 0
    for index, meant in zip(slip.indices, slip.meant, strict=True):
        passage = _stems(case.notes.passages[index].of(case.text))
        typed = words.get(case.notes.markers[index].note, frozenset())
        better += len(passage & words[meant]) > len(passage & typed)
    is_better = better == len(slip.meant)
    return ", and their words fit the passage better" if is_better else ""


def _stems(words: str) -> frozenset[str]:
    """Return the first letters of the words that carry a subject."""
    return frozenset(
        word[:_STEM].casefold()
        for word in _WORD.findall(words)
        if len(word) >= _SHORTEST
    )
