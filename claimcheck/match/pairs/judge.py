"""Say whether two texts can both be right, and on what that rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.pairs.alignment import Alignment, align, best_alignments
from claimcheck.match.pairs.caveats import Clash, find_caveat
from claimcheck.match.pairs.meetings import PASSAGE_COVERED, judge_amounts, judge_dates
from claimcheck.match.pairs.opinions import Rule
from claimcheck.match.pairs.revisions import judge_edits
from claimcheck.match.pairs.rules import (
    DENIAL_COVERED,
    judge_disputes,
    judge_kinds,
    judge_lifetimes,
    judge_names,
    judge_opposites,
    judge_ordinals,
    judge_polarity,
)
from claimcheck.match.pairs.statements import Statement, Unit, build_statements
from claimcheck.match.pairs.support import is_given_twice, is_supported
from claimcheck.model import Judgement, Reading

# Sentences of a text that are compared with those of the other, each with each.
MOST_STATEMENTS = 80
# Sentences of a text that one statement is compared with.
MOST_ALIGNED = 4
RELATED = 0.4

_RANK = {"unrelated": 0, "differs": 1, "agree": 2, "possible": 3, "conflict": 4}

RULES: tuple[Rule, ...] = (
    judge_edits,
    judge_dates,
    judge_amounts,
    judge_names,
    judge_disputes,
    judge_polarity,
    judge_kinds,
    judge_ordinals,
    judge_opposites,
    judge_lifetimes,
)
# Rules that ask for one slot of one event, which may stand in any sentence of a text.
SLOT_RULES: tuple[Rule, ...] = (judge_dates, judge_amounts, judge_names)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold a judgement and how much of the one text the other says."""

    judgement: Judgement
    coverage: float


def judge(left: Reading, right: Reading) -> Judgement:
    """
    Judge two texts of one or a few sentences; of a long text, its first sentences.

    The answer does not depend on their order, and a text never conflicts with itself.

    Returns:
        "conflict" when both cannot be right, "possible" when that is likely, "agree"
        when one says what the other does, "differs" when they speak of one thing
        without excluding each other, else "unrelated".
    """
    if left.document.text == right.document.text:
        return Judgement("agree", None, "same text", "Both texts are the same words.")
    ours = build_statements(left)[:MOST_STATEMENTS]
    theirs = build_statements(right)[:MOST_STATEMENTS]
    verdicts = [*_judge_all(ours, theirs), *_judge_all(theirs, ours)]
    if not verdicts:
        return Judgement("unrelated", None, "nothing shared", "No words in common.")
    return max(verdicts, key=_precedence).judgement


def _precedence(verdict: Verdict) -> tuple[int, float, str, str]:
    judgement = verdict.judgement
    rank = _RANK[judgement.verdict]
    return rank, verdict.coverage, judgement.rule, judgement.why


def _judge_all(
    ours: Sequence[Statement], theirs: Sequence[Statement]
) -> Iterator[Verdict]:
    context = frozenset(key for s in theirs for key in s.keys)
    for statement in ours:
        aligned = best_alignments(statement, theirs, context)
        if not aligned:
            continue
        yield _judge_one(aligned[0], ours, RULES)
        for other in aligned[1:MOST_ALIGNED]:
            if other.coverage >= PASSAGE_COVERED:
                yield _judge_one(other, ours, SLOT_RULES)


def _judge_one(
    alignment: Alignment, ours: Sequence[Statement], rules: Sequence[Rule]
) -> Verdict:
    context = frozenset(key for s in ours for key in s.keys)
    for rule in rules:
        opinion = rule(alignment)
        if opinion is None:
            continue
        if rule is not judge_edits and _is_settled(opinion.focus, alignment, ours):
            continue
        judgement = opinion.judgement
        if judgement.kind is not None and judgement.rule != "disputed":
            back = align(alignment.right, alignment.left, context)
            clash = Clash(alignment, back, judgement.kind, opinion.focus)
            judgement = _weigh(judgement, clash)
        return Verdict(judgement, alignment.coverage)
    return Verdict(_without_conflict(alignment), alignment.coverage)


def _is_settled(
    focus: Sequence[Unit], alignment: Alignment, ours: Sequence[Statement]
) -> bool:
    """Tell whether the rest of a text gives what one of its sentences seems to deny."""
    if not focus:
        return False
    left, right = focus
    return (
        is_supported(left, alignment.around)
        or is_supported(right, ours)
        or is_given_twice(left, alignment.left, ours)
        or is_given_twice(right, alignment.right, alignment.around)
    )


def _weigh(judgement: Judgement, clash: Clash) -> Judgement:
    """Let a caveat turn a conflict into a maybe, or into a mere difference."""
    caveat = find_caveat(clash)
    if caveat is None:
        return judgement
    why = f"{judgement.why[:-1]}; but {caveat.why}."
    return Judgement(caveat.verdict, clash.kind, judgement.rule, why)


def _without_conflict(alignment: Alignment) -> Judgement:
    share = f"{alignment.coverage:.0%} of the words are shared"
    is_one_denied = (alignment.left.denials > 0) != (alignment.right.denials > 0)
    if alignment.coverage >= DENIAL_COVERED and not is_one_denied:
        return Judgement("agree", None, "one says what the other does", f"{share}.")
    if alignment.coverage >= RELATED:
        return Judgement("differs", None, "one topic, no slot at odds", f"{share}.")
    return Judgement("unrelated", None, "nothing shared", f"Only {share}.")
