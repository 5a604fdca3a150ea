"""Judge the dates and amounts of two aligned statements."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.alignment import Alignment
from claimcheck.match.pairs.opinions import Opinion, is_said, value_conflict
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.match.pairs.values import Meeting, meet_amounts, meet_dates
from claimcheck.model import Level, Token

# Share of one statement's words that the other must say before values are compared;
# tuned on the phenomena of tests/labelled/pairs.jsonl.
VALUE_COVERED = 0.6
# In a text of several sentences more words meet by chance.
PASSAGE_COVERED = 0.7
# Tokens between two dates that "and" or "or" joins.
NEAR_TOKENS = 3


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
    # Who is counted may go by another name: fans, or people.
    said = alignment.beside(word_set("statements", "people"))
    if said < (PASSAGE_COVERED if alignment.around[1:] else VALUE_COVERED):
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
