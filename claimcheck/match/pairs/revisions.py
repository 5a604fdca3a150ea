"""Judge two sentences that are one sentence edited: a figure or a small word."""

from __future__ import annotations

from claimcheck.match.pairs.alignment import Alignment
from claimcheck.match.pairs.edits import Edit, Edits, find_edits
from claimcheck.match.pairs.exchanges import find_replaced
from claimcheck.match.pairs.opinions import Opinion, exclusive, is_said, value_conflict
from claimcheck.match.pairs.polarity import find_exclusive
from claimcheck.match.pairs.statements import Unit
from claimcheck.match.pairs.values import level_of
from claimcheck.model import Judgement, Level


def judge_edits(alignment: Alignment) -> Opinion | None:
    """Judge two sentences that are the same but for figures or small words."""
    edits = find_edits(alignment.left, alignment.right)
    if edits is None:
        return None
    if (pair := find_replaced(edits)) is not None:
        return exclusive("wording", "same words, opposites", *pair)
    if _is_content(edits):
        return None
    return _judge_values(alignment, edits) or _judge_words(alignment, edits)


def _judge_values(alignment: Alignment, edits: Edits) -> Opinion | None:
    apart = [v for v in edits.values if _is_apart(v, edits, alignment)]
    if len({ours.kind for ours, _ in apart}) > 1:
        why = "date and figure differ: each figure is of its own day."
        return Opinion(Judgement("differs", None, "same words, other day", why))
    if apart:
        return value_conflict("same words, other value", *apart[0])
    return None


def _judge_words(alignment: Alignment, edits: Edits) -> Opinion | None:
    for edit in edits.words:
        if (numbers := _other_numbers(edit)) is not None:
            return exclusive("count", "same words, other number", *numbers)
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
    is_moved = is_said(ours, alignment.right) or is_said(theirs, alignment.left)
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
