"""Say whether two texts can both be right, and on what that rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claimcheck.match.lexicon import opposites, word_set
from claimcheck.match.pairs.alignment import Alignment, best_alignments, has_word
from claimcheck.match.pairs.edits import Edits, find_edits
from claimcheck.match.pairs.statements import Statement, Unit, build_statements
from claimcheck.match.pairs.values import (
    Meeting,
    level_of,
    meet_amounts,
    meet_dates,
)
from claimcheck.model import (
    FindingKind,
    Judgement,
    Level,
    Quantity,
    Reading,
    Token,
)

# Share of one statement's words that the other must say before a slot is compared.
COVERED = 0.6
AGREES = 0.9
RELATED = 0.4

_RANK = {"unrelated": 0, "differs": 1, "agree": 2, "possible": 3, "conflict": 4}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold a judgement and how much of the one text the other says."""

    judgement: Judgement
    coverage: float


Rule: TypeAlias = Callable[[Alignment], Judgement | None]


def judge(left: Reading, right: Reading) -> Judgement:
    """
    Judge two texts of one or a few sentences.

    The answer does not depend on their order, and a text never conflicts with itself.

    Returns:
        "conflict" when both cannot be right, "possible" when that is likely, "agree"
        when one says what the other does, "differs" when they speak of one thing
        without excluding each other, else "unrelated".
    """
    if left.document.text == right.document.text:
        return Judgement("agree", None, "same text", "Both texts are the same words.")
    ours, theirs = build_statements(left), build_statements(right)
    verdicts = [*_judge_all(ours, theirs), *_judge_all(theirs, ours)]
    if not verdicts:
        return Judgement("unrelated", None, "nothing shared", "No words in common.")
    best = max(
        verdicts,
        key=lambda v: (
            _RANK[v.judgement.verdict],
            v.coverage,
            v.judgement.rule,
            v.judgement.why,
        ),
    )
    return best.judgement


def _judge_all(
    ours: Sequence[Statement], theirs: Sequence[Statement]
) -> Iterator[Verdict]:
    context = frozenset(key for s in theirs for key in s.keys)
    for statement in ours:
        aligned = best_alignments(statement, theirs, context)
        if aligned:
            yield _judge_one(aligned[0])


def _judge_one(alignment: Alignment) -> Verdict:
    for rule in RULES:
        if (judgement := rule(alignment)) is not None:
            return Verdict(judgement, alignment.coverage)
    return Verdict(_without_conflict(alignment), alignment.coverage)


def _without_conflict(alignment: Alignment) -> Judgement:
    share = f"{alignment.coverage:.0%} of the words are shared"
    if alignment.coverage >= AGREES:
        return Judgement("agree", None, "one says what the other does", f"{share}.")
    if alignment.coverage >= RELATED:
        return Judgement("differs", None, "one topic, no slot at odds", f"{share}.")
    return Judgement("unrelated", None, "nothing shared", f"Only {share}.")


def judge_edits(alignment: Alignment) -> Judgement | None:
    """Judge two sentences that are the same but for one place."""
    edits = find_edits(alignment.left, alignment.right)
    if edits is None:
        return None
    if _is_content(edits):
        return None
    for ours, theirs in edits.values:
        if level_of(ours, theirs) is Level.DISJOINT and not _is_said(
            ours, alignment.right
        ):
            return _conflict(_kind(ours), "same words, other value", ours, theirs)
    if any(_denies(e.left) != _denies(e.right) for e in edits.words):
        why = "one sentence denies what the other says in the same words."
        return Judgement("conflict", "polarity", "affirmed and denied", why)
    why = "the sentences are the same but for words that exclude nothing."
    return Judgement("agree", None, "same words", why)


def _denies(tokens: Sequence[Token]) -> bool:
    deniers = word_set("statements", "deniers")
    return any(t.text.lower() in deniers for t in tokens)


def _is_content(edits: Edits) -> bool:
    return any(
        t.pos in ("NOUN", "PROPN", "VERB", "ADJ")
        for e in edits.words
        for t in (*e.left, *e.right)
    )


def _kind(unit: Unit) -> FindingKind:
    if unit.kind == "date":
        return "date"
    plain = isinstance(unit.value, Quantity) and not unit.value.unit
    return "count" if plain else "quantity"


def _conflict(kind: FindingKind, rule: str, ours: Unit, theirs: Unit) -> Judgement:
    pair = " and ".join(sorted((f'"{ours.text}"', f'"{theirs.text}"')))
    return Judgement("conflict", kind, rule, f"{rule}: {pair} cannot both be right.")


def _is_said(unit: Unit, statement: Statement) -> bool:
    """Tell whether a statement gives the very value, be it in another place."""
    return not unit.is_denied and any(
        level_of(unit, other) is Level.SAME
        for other in statement.units
        if other.value is not None and not other.is_denied
    )


def judge_dates(alignment: Alignment) -> Judgement | None:
    """Judge dates of one event."""
    return _judge_meetings(alignment, meet_dates(alignment), "one event, other date")


def judge_amounts(alignment: Alignment) -> Judgement | None:
    """Judge amounts of one measure."""
    return _judge_meetings(
        alignment, meet_amounts(alignment), "one measure, other amount"
    )


def _judge_meetings(
    alignment: Alignment, meetings: Iterator[Meeting], rule: str
) -> Judgement | None:
    if alignment.coverage < COVERED:
        return None
    for meeting in meetings:
        if (
            meeting.level is Level.DISJOINT
            and meeting.right is not None
            and not _is_said(meeting.left, alignment.right)
            and not _is_said(meeting.right, alignment.left)
        ):
            return _conflict(_kind(meeting.left), rule, meeting.left, meeting.right)
    return None


def judge_polarity(alignment: Alignment) -> Judgement | None:
    """Judge a statement against its denial."""
    if alignment.coverage < AGREES:
        return None
    left, right = alignment.left, alignment.right
    if {left.denials, right.denials} != {0, 1} or not _shares_values(alignment):
        return None
    for key in sorted(left.keys & right.keys):
        if (key in left.negated) != (key in right.negated):
            why = f"one side says, the other denies: {key}"
            return Judgement("conflict", "polarity", "affirmed and denied", why + ".")
    return None


def _shares_values(alignment: Alignment) -> bool:
    """Tell whether each value of the left could be one of the right."""
    agreeing = (Level.SAME, Level.COMPATIBLE)
    return all(
        any(level_of(ours, theirs) in agreeing for theirs in alignment.right.units)
        for ours in alignment.left.units
        if ours.value is not None
    )


def judge_opposites(alignment: Alignment) -> Judgement | None:
    """Judge a word against its opposite, all else being said by both."""
    if len(alignment.missing) != 1 or alignment.coverage < COVERED:
        return None
    word = alignment.missing[0]
    ours, theirs = alignment.left, alignment.right
    for pair in sorted(opposites(), key=sorted):
        if word.key not in pair:
            continue
        (other,) = pair - {word.key}
        if has_word(other, ours.keys) or has_word(word.key, theirs.keys):
            continue
        if any(u.key == other and _same_place(word, u) for u in theirs.units):
            first, second = sorted((word.key, other))
            why = f'"{first}" and "{second}" exclude each other.'
            return Judgement("conflict", "wording", "opposites", why)
    return None


def _same_place(left: Unit, right: Unit) -> bool:
    """Tell whether two words are governed by the same word, or by none."""
    ours, theirs = left.anchors[:1], right.anchors[:1]
    return ours == theirs or bool(
        ours and theirs and has_word(ours[0], right.anchors[:2])
    )


RULES: tuple[Rule, ...] = (
    judge_edits,
    judge_dates,
    judge_amounts,
    judge_polarity,
    judge_opposites,
)
