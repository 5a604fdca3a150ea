"""Say whether two texts can both be right, and on what that rests."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.pairs.alignment import Alignment, align, best_alignments
from claimcheck.match.pairs.caveats import Clash, find_caveat
from claimcheck.match.pairs.denials import find_disputed
from claimcheck.match.pairs.kinds import find_other_kind
from claimcheck.match.pairs.lifetimes import find_deed_after_death
from claimcheck.match.pairs.names import find_clash, find_exchange, find_other_member
from claimcheck.match.pairs.opinions import (
    Opinion,
    Rule,
    exclusive,
    is_said,
    value_conflict,
)
from claimcheck.match.pairs.polarity import (
    find_denied,
    find_denied_within,
    find_exclusive,
    find_opposites,
)
from claimcheck.match.pairs.ranks import find_other_rank
from claimcheck.match.pairs.revisions import judge_edits
from claimcheck.match.pairs.statements import Statement, Unit, build_statements
from claimcheck.match.pairs.support import is_given_twice, is_supported
from claimcheck.match.pairs.values import (
    Meeting,
    find_denied_value,
    meet_amounts,
    meet_dates,
)
from claimcheck.model import FindingKind, Judgement, Level, Reading, Token

# Share of one statement's words that the other must say before a value, a name, a
# negation is compared; tuned on the phenomena of tests/labelled/pairs.jsonl.
VALUE_COVERED = 0.6
NAME_COVERED = 0.6
# Tokens between two dates that "and" or "or" joins.
NEAR_TOKENS = 3
# Sentences of a text that are compared with those of the other, each with each.
MOST_STATEMENTS = 80
# Sentences of a text that one statement is compared with.
MOST_ALIGNED = 4
VALUE_DENIED = 0.7
# In a text of several sentences more words meet by chance.
PASSAGE_COVERED = 0.7
DENIAL_COVERED = 0.9
# A denial of what is told within a longer sentence.
WITHIN_COVERED = 0.8
# Lists of one deed: all but the member that differs is said by both.
LIST_COVERED = 0.7
RELATED = 0.4
# How many times as much one sentence may say as the other that denies it.
DIGRESSION = 2

_RANK = {"unrelated": 0, "differs": 1, "agree": 2, "possible": 3, "conflict": 4}


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
            and not _is_of_another_deed(meeting.left, alignment)
        ):
            return value_conflict(rule, meeting.left, meeting.right)
    return None


def _is_of_another_deed(unit: Unit, alignment: Alignment) -> bool:
    """Tell whether a passage lacks the deed in which a plain count is given."""
    if not alignment.around[1:] or unit.kind != "quantity":
        return False
    missing = {u.index for u in alignment.missing}
    tokens = alignment.left.sentence.tokens
    verbs = [i for i in unit.path if tokens[i].pos == "VERB"]
    return bool(missing & set(verbs[:1]))


def _is_news_to_none(meeting: Meeting, alignment: Alignment) -> bool:
    """Tell whether a count is said by the other side too, be it in another place."""
    if meeting.right is None:
        return False
    if meeting.left.kind == "date":
        return _offers_choice(alignment)
    return is_said(meeting.right, alignment.left) or any(
        is_said(meeting.left, s) for s in alignment.around
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


def judge_names(alignment: Alignment) -> Opinion | None:
    """Judge who did it and where, and who did it to whom."""
    clash = find_clash(alignment)
    if clash is not None and alignment.beside(clash.left.words) >= NAME_COVERED:
        kind: FindingKind = "place" if clash.is_place else "participant"
        rule = f"one event, other {kind}"
        if not clash.is_apart:
            first, second = sorted((clash.left.text, clash.right.text))
            why = f'"{first}" and "{second}" may lie in one another.'
            return Opinion(Judgement("possible", kind, rule, why))
        return exclusive(kind, rule, clash.left.text, clash.right.text)
    if alignment.coverage >= LIST_COVERED and _is_plain_list(alignment):
        members = find_other_member(alignment)
        if members is not None:
            names = (n.text for n in members)
            return exclusive("participant", "one list, other member", *names)
    exchange = find_exchange(alignment)
    if exchange is not None and alignment.coverage >= NAME_COVERED:
        names = (n.text for n in exchange)
        return exclusive("participant", "who did it to whom", *names)
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


def _is_plain_list(alignment: Alignment) -> bool:
    sides = (alignment.left, alignment.right)
    return not any(
        s.denials
        or any(t.lemma.lower() in ("or", "include") for t in s.sentence.tokens)
        for s in sides
    )


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
    if _is_negative(alignment):
        return None
    pair = find_other_kind(alignment)
    return None if pair is None else exclusive("wording", "one thing, two kinds", *pair)


def _is_negative(alignment: Alignment) -> bool:
    return bool(alignment.left.negated or alignment.right.negated)


def _is_digression(alignment: Alignment) -> bool:
    """Tell whether the right says so much more that the denial may mean part of it."""
    return len(alignment.right.units) > DIGRESSION * len(alignment.left.units)


def judge_opposites(alignment: Alignment) -> Opinion | None:
    """Judge a rank against another, and a word against its opposite."""
    if alignment.coverage >= NAME_COVERED and not _is_negative(alignment):
        ranks = find_other_rank(alignment)
        if ranks is not None:
            return exclusive("wording", "one thing, two ranks", *ranks)
    if len(alignment.missing) != 1 or alignment.coverage < VALUE_COVERED:
        return None
    pair = find_opposites(alignment)
    return None if pair is None else exclusive("wording", "opposites", *pair)


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
# Rules that ask for one slot of one event, which may stand in any sentence of a text.
SLOT_RULES: tuple[Rule, ...] = (judge_dates, judge_amounts, judge_names)
