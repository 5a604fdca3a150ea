"""
Judge what was put in the place of something else in the same sentence.

Where two sentences are the same word for word but for one place, a word and its
opposite there cannot both be right, nor a whole and the whole "all but" a part.
"""

from __future__ import annotations

from claimcheck.match.lexicon import opposites, word_set
from claimcheck.match.pairs.edits import Edit, Edits
from claimcheck.model import Token

# A negative prefix turns an adjective or a participle into its contrary (Huddleston and
# Pullum, The Cambridge Grammar of the English Language, chapter 19, section 3.2).
_NEGATIVE = ("un", "in", "im", "il", "ir", "non", "non-", "dis")
_SUBJECTS = ("nsubj", "nsubjpass")
# Shorter words are chance hits: "known" is one, "it" with "unit" is not.
_SHORTEST = 4


def find_replaced(edits: Edits) -> tuple[str, str] | None:
    """Return the words of the one changed place if they exclude each other."""
    if len(edits.words) != 1:
        return None
    (edit,) = edits.words
    if _is_all_but(edit.left) != _is_all_but(edit.right):
        return _text(edit.left) or "each", _text(edit.right) or "each"
    if len(edit.left) == len(edit.right) == 1 and _are_opposite(edit):
        return edit.left[0].text, edit.right[0].text
    return None


def _is_all_but(tokens: tuple[Token, ...]) -> bool:
    return [t.lemma.lower() for t in tokens[:2]] == ["all", "but"]


def _text(tokens: tuple[Token, ...]) -> str:
    return " ".join(t.text for t in tokens)


def _are_opposite(edit: Edit) -> bool:
    if edit.left[0].pos == edit.right[0].pos == "PROPN":
        return False  # King School and Queen School are names
    if all(t.dep in _SUBJECTS for t in (edit.left[0], edit.right[0])):
        return False  # the land is flat, and the sea is flat
    describes = all(
        t.pos in ("ADJ", "ADV") or t.tag == "VBN" for t in (edit.left[0], edit.right[0])
    )
    return any(
        frozenset((left, right)) in opposites()
        or (describes and _is_contrary(left, right))
        for left in _forms(edit.left[0])
        for right in _forms(edit.right[0])
    )


def _forms(token: Token) -> tuple[str, str]:
    return token.text.lower(), token.lemma.lower()


def _is_contrary(left: str, right: str) -> bool:
    """Tell whether one word is the other with a negative prefix."""
    short, long = sorted((left, right), key=len)
    if len(short) < _SHORTEST or long in word_set("statements", "no_contrary"):
        return False
    return any(long == prefix + short for prefix in _NEGATIVE)
