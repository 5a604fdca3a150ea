"""
Find what shows that two sentences speak of two things.

"Men live 74 years, women live 79": beside the figures another word is exchanged in the
same place, so each figure is of its own thing and neither excludes the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.alignment import Alignment, has_unnamed_subject, has_word
from claimcheck.match.pairs.statements import Statement, Unit

# Roles that one place of a sentence may have in two parses.
_SUBJECTS = ("nsubj", "nsubjpass")
_PLACES = (
    _SUBJECTS,
    ("pobj",),
    ("dobj",),
    ("poss",),
    ("amod", "compound", "nmod", "advmod"),
)
# What a phrase with a preposition hangs on, parses seldom agree on.
_REACH = {"pobj": 3}


def find_counterparts(
    forth: Alignment, back: Alignment, *, names: bool
) -> tuple[Unit, Unit] | None:
    """
    Return words that only one side has each and that stand in one place.

    Args:
        forth: One statement aligned with the other.
        back: The other aligned with the one.
        names: Whether names count too; where a name is in question they do not.
    """
    alone = tuple(_unsaid(back))
    one_unnamed = has_unnamed_subject(forth.left) != has_unnamed_subject(back.left)
    for ours in _unsaid(forth):
        for theirs in alone:
            # A name may be what a noun describes.
            if ours.kind != theirs.kind or (ours.kind == "name" and not names):
                continue
            # "The film" may be what the other calls by its title, and a general may
            # act for his country.
            is_doer = ours.role in _SUBJECTS and (
                one_unnamed
                or _is_place(ours, forth.left) != _is_place(theirs, back.left)
            )
            if not is_doer and _is_one_place(ours, theirs):
                return ours, theirs
    return None


def _unsaid(side: Alignment) -> Iterator[Unit]:
    """Yield the words of the left that the right lacks, forenames left out."""
    said = {key for s in (side.right, *side.around) for key in s.keys}
    for unit in side.left.units:
        if unit.value is not None or has_word(unit.key, said):
            continue
        if not _is_of_name(unit, side.left):
            yield unit


def _is_place(unit: Unit, statement: Statement) -> bool:
    token = statement.sentence.tokens[unit.index]
    return any(p.span.overlaps(token.span) for p in statement.places)


def _is_one_place(left: Unit, right: Unit) -> bool:
    if left.marker != right.marker:
        return False
    if set(left.anchors[:1]) & word_set("statements", "saying"):
        return False  # two who say it, and one thing that is said
    if not any({left.role, right.role} <= set(roles) for roles in _PLACES):
        return False
    reach = _REACH.get(left.role, 1)
    return any(has_word(a, right.anchors[:reach]) for a in left.anchors[:reach])


def _is_of_name(unit: Unit, statement: Statement) -> bool:
    """Tell whether a word is a forename or a title: "President Holm", "Ada Holm"."""
    heads = [u for u in statement.units if u.index in unit.path[:1]]
    return unit.role in ("compound", "nmod") and any(h.kind == "name" for h in heads)


def find_other_label(left: Statement, right: Statement) -> tuple[str, str] | None:
    """Return two labels of one kind of which no side has both: "line 2", "line 5"."""
    ours, theirs = tuple(_labels(left)), tuple(_labels(right))
    for noun, number in ours:
        others = [n for other, n in theirs if other == noun]
        if others and not {n for other, n in ours if other == noun} & set(others):
            return f"{noun} {number}", f"{noun} {others[0]}"
    return None


def _labels(statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield each noun that a bare number behind it labels, and the number."""
    tokens = statement.sentence.tokens
    dated = [u.value.span for u in statement.values("date") if u.value is not None]
    for token in tokens[1:]:
        if any(span.overlaps(token.span) for span in dated):
            continue
        noun = tokens[token.index - 1]
        is_number = token.tag == "CD" and token.text.isdigit()
        is_joined = token.head == noun.index or noun.head == token.index
        if is_number and is_joined and noun.pos in ("NOUN", "PROPN"):
            yield noun.lemma.lower(), token.text
