"""Judge two sentences that are one sentence edited: a figure or a small word."""

from __future__ import annotations

from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.alignment import Alignment
from claimcheck.match.pairs.edits import Edit, Edits, find_edits
from claimcheck.match.pairs.exchanges import find_replaced
from claimcheck.match.pairs.opinions import Opinion, exclusive, is_said, value_conflict
from claimcheck.match.pairs.ordinals import find_other_ordinal
from claimcheck.match.pairs.polarity import find_exclusive
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.match.pairs.values import level_of
from claimcheck.model import Judgement, Level, Quantity, Token


def judge_edits(alignment: Alignment) -> Opinion | None:
    """Judge two sentences that are the same but for figures or small words."""
    edits = find_edits(alignment.left, alignment.right)
    if edits is None:
        return None
    is_one_change = not any(level_of(*v) is Level.DISJOINT for v in edits.values)
    if is_one_change and (pair := find_replaced(edits)) is not None:
        return exclusive("wording", "same words, opposites", *pair)
    if _is_content(edits):
        return None
    return _judge_values(alignment, edits) or _judge_words(alignment, edits)


def _judge_values(alignment: Alignment, edits: Edits) -> Opinion | None:
    apart = [v for v in edits.values if level_of(*v) is Level.DISJOINT]
    kinds = {_kind(ours) for ours, _ in apart}
    if apart and find_other_ordinal(alignment.left, alignment.right):
        kinds.add("ordinal")
    if "date" in kinds and alignment.left.denials != alignment.right.denials:
        why = "one sentence denies it of another day."
        return Opinion(Judgement("differs", None, "same words, other day", why))
    if len(kinds) > 1:
        why = "two kinds of value differ: each figure is of its own day or thing."
        return Opinion(Judgement("differs", None, "same words, other day", why))
    for values in apart:
        if _is_apart(values, edits, alignment):
            return value_conflict("same words, other value", *values)
    return None


def _is_quantifier(token: Token) -> bool:
    return token.lemma.lower() in word_set("statements", "quantifiers")


def _kind(unit: Unit) -> str:
    is_ordinal = isinstance(unit.value, Quantity) and unit.value.kind == "ordinal"
    return "ordinal" if is_ordinal else unit.kind


def _judge_words(alignment: Alignment, edits: Edits) -> Opinion | None:
    for edit in edits.words:
        if (numbers := _other_numbers(edit, alignment)) is not None:
            return exclusive("count", "same words, other number", *numbers)
    denials = {alignment.left.denials, alignment.right.denials}
    if find_exclusive(alignment) or find_other_ordinal(alignment.left, alignment.right):
        return None
    ordinals = [v for v in edits.values if _kind(v[0]) == "ordinal"]
    if any(level_of(*v) is Level.DISJOINT for v in ordinals):
        why = "the values are of two things: a first and a second one."
        return Opinion(Judgement("differs", None, "same words, other thing", why))
    if denials == {0, 1} and any(
        _is_quantifier(t) for e in edits.words for t in (*e.left, *e.right)
    ):
        return None  # "not all voted" and "some voted" go together
    if denials == {0, 1} and all(
        level_of(*v) is not Level.MISSING for v in edits.values
    ):
        why = "one sentence denies what the other says in the same words."
        return Opinion(Judgement("conflict", "polarity", "affirmed and denied", why))
    why = "the sentences are the same but for words that exclude nothing."
    return Opinion(Judgement("agree", None, "same words", why))


def _is_apart(values: tuple[Unit, Unit], edits: Edits, alignment: Alignment) -> bool:
    """Tell whether two values at one place are of one thing."""
    ours, theirs = values
    if _kind(ours) == "ordinal":
        return find_other_ordinal(alignment.left, alignment.right) is not None
    is_moved = is_said(ours, alignment.right) or is_said(theirs, alignment.left)
    return not (_has_choice(edits) and is_moved)


def _other_numbers(edit: Edit, alignment: Alignment) -> tuple[str, str] | None:
    """Return two numbers that stand at one place and were read as no amount."""
    if len(edit.left) != 1 or len(edit.right) != 1:
        return None
    left, right = edit.left[0], edit.right[0]
    if not all(t.text.isdigit() or _is_spelt(t) for t in (left, right)):
        return None
    if _is_bound(left, alignment.left) or _is_bound(right, alignment.right):
        return None
    return left.text, right.text


def _is_spelt(token: Token) -> bool:
    return token.tag == "CD" and token.text.isalpha()


def _is_bound(token: Token, statement: Statement) -> bool:
    """Tell whether "or higher" follows a number, which many numbers then satisfy."""
    after = statement.sentence.tokens[token.index + 1 : token.index + 3]
    return bool(after) and after[0].lemma.lower() == "or" and after[-1].tag == "JJR"


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
