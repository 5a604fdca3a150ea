"""Say whether two texts can both be right, and on what that rests."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from claimcheck.match.pairs.alignment import Alignment, align, best_alignments
from claimcheck.match.pairs.caveats import Clash, find_caveat
from claimcheck.match.pairs.denials import find_disputed
from claimcheck.match.pairs.edits import Edit, Edits, find_edits
from claimcheck.match.pairs.exchanges import find_replaced
from claimcheck.match.pairs.kinds import find_other_kind
from claimcheck.match.pairs.lifetimes import find_deed_after_death
from claimcheck.match.pairs.names import find_clash, find_exchange
from claimcheck.match.pairs.polarity import (
    find_denied,
    find_denied_within,
    find_exclusive,
    find_opposites,
)
from claimcheck.match.pairs.statements import Statement, Unit, build_statements
from claimcheck.match.pairs.values import (
    Meeting,
    find_denied_value,
    level_of,
    meet_amounts,
    meet_dates,
)
from claimcheck.model import FindingKind, Judgement, Level, Quantity, Reading, Token

# Share of one statement's words that the other must say before a value, a name, a
# negation is compared; tuned on the phenomena of tests/labelled/pairs.jsonl.
VALUE_COVERED = 0.6
NAME_COVERED = 0.6
# Tokens between two dates that "and" or "or" joins.
NEAR_TOKENS = 3
# Sentences of a text that are compared with those of the other, each with each.
MOST_STATEMENTS = 80
VALUE_DENIED = 0.7
# In a text of several sentences more words meet by chance.
PASSAGE_COVERED = 0.75
DENIAL_COVERED = 0.9
# A denial of what is told within a longer sentence.
WITHIN_COVERED = 0.8
RELATED = 0.4
# How many times as much one sentence may say as the other that denies it.
DIGRESSION = 2

_RANK = {"unrelated": 0, "differs": 1, "agree": 2, "possible": 3, "conflict": 4}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold a judgement and how much of the one text the other says."""

    judgement: Judgement
    coverage: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """Hold what a rule says and the values it says it of, if any."""

    judgement: Judgement
    focus: tuple[Unit, ...] = ()


Rule: TypeAlias = Callable[[Alignment], Opinion | None]


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
        if aligned:
            yield _judge_one(aligned[0], frozenset(k for s in ours for k in s.keys))


def _judge_one(alignment: Alignment, context: frozenset[str]) -> Verdict:
    for rule in RULES:
        if (opinion := rule(alignment)) is None:
            continue
        judgement = opinion.judgement
        if judgement.verdict == "conflict" and judgement.kind is not None:
            back = align(alignment.right, alignment.left, context)
            clash = Clash(alignment, back, judgement.kind, opinion.focus)
            judgement = _weigh(judgement, clash)
        return Verdict(judgement, alignment.coverage)
    return Verdict(_without_conflict(alignment), alignment.coverage)


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


def judge_edits(alignment: Alignment) -> Opinion | None:
    """Judge two sentences that are the same but for figures or small words."""
    edits = find_edits(alignment.left, alignment.right)
    if edits is None:
        return None
    if (pair := find_replaced(edits)) is not None:
        return _exclusive("wording", "same words, opposites", *pair)
    if _is_content(edits):
        return None
    return _judge_values(alignment, edits) or _judge_words(alignment, edits)


def _judge_values(alignment: Alignment, edits: Edits) -> Opinion | None:
    apart = [v for v in edits.values if _is_apart(v, edits, alignment)]
    if len({ours.kind for ours, _ in apart}) > 1:
        why = "date and figure differ: each figure is of its own day."
        return Opinion(Judgement("differs", None, "same words, other day", why))
    if apart:
        return _value_conflict("same words, other value", *apart[0])
    return None


def _judge_words(alignment: Alignment, edits: Edits) -> Opinion | None:
    for edit in edits.words:
        if (numbers := _other_numbers(edit)) is not None:
            return _exclusive("count", "same words, other number", *numbers)
    denials = {alignment.left.denials, alignment.right.denials}
    if find_exclusive(alignment):
        return None
    if denials == {0, 1} and all(
        level_of(*v) is not Level.MISSING for v in edits.values
    ):
        why = "one sentence denies what the other says in the same words."
        return Opinion(Judgement("conflict", "polarity", "affirmed and denied", why))
    why = "the sentences are the same but for words that exclude nothing."
    return Opinion(Judgement("agree", None, "same words", why))


def _is_apart(values: tuple[Unit, Unit], edits: Edits, alignment: Alignment) -> bool:
    """Tell whether two values at one place exclude each other."""
    ours, theirs = values
    if level_of(ours, theirs) is not Level.DISJOINT:
        return False
    is_moved = _is_said(ours, alignment.right) or _is_said(theirs, alignment.left)
    return not (_has_choice(edits) and is_moved)


def _other_numbers(edit: Edit) -> tuple[str, str] | None:
    """Return two numbers that stand at one place and were read as no amount."""
    words = [[t.text for t in side] for side in (edit.left, edit.right)]
    if all(len(side) == 1 and side[0].isdigit() for side in words):
        return words[0][0], words[1][0]
    return None


def _has_choice(edits: Edits) -> bool:
    """Tell whether "and" or "or" was changed: then values may have moved."""
    return any(
        t.lemma.lower() in ("and", "or")
        for e in edits.words
        for t in (*e.left, *e.right)
    )


def _is_content(edits: Edits) -> bool:
    return any(
        t.pos in ("NOUN", "PROPN", "VERB", "ADJ")
        for e in edits.words
        for t in (*e.left, *e.right)
    )


def judge_dates(alignment: Alignment) -> Opinion | None:
    """Judge dates of one event."""
    return _judge_meetings(alignment, meet_dates(alignment), "one event, other date")


def judge_amounts(alignment: Alignment) -> Opinion | None:
    """Judge amounts of one measure."""
    rule = "one measure, other amount"
    return _judge_meetings(alignment, meet_amounts(alignment), rule)


def _judge_meetings(
    alignment: Alignment, meetings: Iterator[Meeting], rule: str
) -> Opinion | None:
    if alignment.coverage < (
        PASSAGE_COVERED if alignment.around[1:] else VALUE_COVERED
    ):
        return None
    for meeting in meetings:
        if (
            meeting.level is Level.DISJOINT
            and meeting.right is not None
            and not _is_news_to_none(meeting, alignment)
        ):
            return _value_conflict(rule, meeting.left, meeting.right)
    return None


def _is_news_to_none(meeting: Meeting, alignment: Alignment) -> bool:
    """Tell whether a count is said by the other side too, be it in another place."""
    if meeting.right is None:
        return False
    if meeting.left.kind == "date":
        return _offers_choice(alignment)
    return _is_said(meeting.right, alignment.left) or any(
        _is_said(meeting.left, s) for s in alignment.around
    )


def _offers_choice(alignment: Alignment) -> bool:
    """Tell whether several dates are joined on a side: "in 1912 or 1915"."""
    sides = (alignment.left, alignment.right)
    joined = ("and", "or")
    return any(
        len(s.values("date")) > 1
        and any(
            t.lemma.lower() in joined and _is_between_dates(t, s)
            for t in s.sentence.tokens
        )
        for s in sides
    )


def _is_between_dates(token: Token, statement: Statement) -> bool:
    indexes = [u.index for u in statement.values("date")]
    return any(
        a < token.index < b and b - a <= NEAR_TOKENS
        for a, b in itertools.pairwise(sorted(indexes))
    )


def _is_said(unit: Unit, statement: Statement) -> bool:
    """Tell whether a statement gives the very value, be it in another place."""
    return not unit.is_denied and any(
        level_of(unit, other) is Level.SAME
        for other in statement.units
        if other.value is not None and not other.is_denied
    )


def _value_conflict(rule: str, ours: Unit, theirs: Unit) -> Opinion:
    plain = isinstance(ours.value, Quantity) and not ours.value.unit
    kind: FindingKind = (
        "date" if ours.kind == "date" else "count" if plain else "quantity"
    )
    return replace(_exclusive(kind, rule, ours.text, theirs.text), focus=(ours, theirs))


def _exclusive(kind: FindingKind, rule: str, left: str, right: str) -> Opinion:
    first, second = sorted((left, right))
    why = f'{rule}: "{first}" and "{second}" cannot both be right.'
    return Opinion(Judgement("conflict", kind, rule, why))


def judge_names(alignment: Alignment) -> Opinion | None:
    """Judge who did it and where, and who did it to whom."""
    if alignment.coverage < NAME_COVERED:
        return None
    clash = find_clash(alignment)
    if clash is not None:
        kind: FindingKind = "place" if clash.is_place else "participant"
        rule = f"one event, other {kind}"
        return _exclusive(kind, rule, clash.left.text, clash.right.text)
    exchange = find_exchange(alignment)
    if exchange is not None:
        names = (n.text for n in exchange)
        return _exclusive("participant", "who did it to whom", *names)
    return None


def judge_polarity(alignment: Alignment) -> Opinion | None:
    """Judge a statement against its denial."""
    if alignment.coverage >= VALUE_DENIED:
        values = find_denied_value(alignment)
        if values is not None and _denies_once(alignment):
            why = f'one side says "{values[0].text}", the other denies it.'
            return Opinion(Judgement("conflict", "polarity", "value denied", why))
    denied = ""
    if alignment.coverage >= DENIAL_COVERED and not _is_digression(alignment):
        denied = find_denied(alignment) or find_exclusive(alignment)
    if not denied and alignment.coverage >= WITHIN_COVERED:
        denied = find_denied_within(alignment)
    if not denied:
        return None
    why = f"one side says, the other denies: {denied}."
    return Opinion(Judgement("conflict", "polarity", "affirmed and denied", why))


def judge_disputes(alignment: Alignment) -> Opinion | None:
    """Judge a charge against its denial by the one it concerns."""
    verb = find_disputed(alignment)
    if not verb:
        return None
    why = f"one side reports what the other is said to {verb}."
    return Opinion(Judgement("possible", "polarity", "disputed", why))


def _denies_once(alignment: Alignment) -> bool:
    return {alignment.left.denials, alignment.right.denials} == {0, 1}


def judge_kinds(alignment: Alignment) -> Opinion | None:
    """Judge what one thing is said to be: a film or an album."""
    if alignment.left.negated or alignment.right.negated:
        return None
    pair = find_other_kind(alignment)
    return (
        None if pair is None else _exclusive("wording", "one thing, two kinds", *pair)
    )


def _is_digression(alignment: Alignment) -> bool:
    """Tell whether the right says so much more that the denial may mean part of it."""
    return len(alignment.right.units) > DIGRESSION * len(alignment.left.units)


def judge_opposites(alignment: Alignment) -> Opinion | None:
    """Judge a word against its opposite, all else being said by both."""
    if len(alignment.missing) != 1 or alignment.coverage < VALUE_COVERED:
        return None
    pair = find_opposites(alignment)
    return None if pair is None else _exclusive("wording", "opposites", *pair)


def judge_lifetimes(alignment: Alignment) -> Opinion | None:
    """Judge what somebody is said to have done after having died."""
    dates = find_deed_after_death(alignment)
    if dates is None:
        return None
    death, deed = (unit.text for unit in dates)
    why = f"nobody who died {death} acts {deed}."
    return Opinion(Judgement("conflict", "sequence", "deed after death", why))


RULES: tuple[Rule, ...] = (
    judge_edits,
    judge_dates,
    judge_amounts,
    judge_names,
    judge_disputes,
    judge_polarity,
    judge_kinds,
    judge_opposites,
    judge_lifetimes,
)
