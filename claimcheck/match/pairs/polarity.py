"""Compare what is affirmed with what is denied, and words with their opposites."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.match.lexicon import opposites, word_set
from claimcheck.match.pairs.alignment import Alignment, has_word
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.match.pairs.values import level_of
from claimcheck.model import Level


def find_denied(alignment: Alignment) -> str:
    """
    Return the word that one side affirms and the other denies, or "".

    With two negations in a sentence their scopes cannot be told apart, so there must be
    exactly one in all; and each value of the left must be one that the right has too,
    for "not in 1971" does not deny 1967.
    """
    left, right = alignment.left, alignment.right
    if {left.denials, right.denials} != {0, 1} or not _shares_values(alignment):
        return ""
    for key in sorted(left.keys & right.keys):
        once = left.count(key) < 2 and right.count(key) < 2  # noqa: PLR2004 - "did not go, she went"
        if once and (key in left.negated) != (key in right.negated):
            return key
    return ""


def _shares_values(alignment: Alignment) -> bool:
    agreeing = (Level.SAME, Level.COMPATIBLE)
    return all(
        any(level_of(ours, theirs) in agreeing for theirs in alignment.right.units)
        for ours in alignment.left.units
        if ours.value is not None
    )


def find_exclusive(alignment: Alignment) -> str:
    """Return the word of "only X" where the other side says "not only X", or ""."""
    ours, theirs = (_exclusives(s) for s in (alignment.left, alignment.right))
    return min((w for w in ours if w in theirs and ours[w] != theirs[w]), default="")


def _exclusives(statement: Statement) -> Mapping[str, bool]:
    """Return the words that exclude all else, and whether they are denied."""
    tokens = statement.sentence.tokens
    return {
        token.lemma.lower(): token.index > 0
        and tokens[token.index - 1].text.lower() in ("not", "n't")
        for token in tokens
        if token.lemma.lower() in word_set("statements", "excluding")
    }


def find_opposites(alignment: Alignment) -> tuple[str, str] | None:
    """Return a word of the left and its opposite on the right, in the same place."""
    ours, theirs = alignment.left, alignment.right
    for word in alignment.missing:
        if word.kind == "name":
            continue
        for pair in sorted(opposites(), key=sorted):
            if word.key not in pair or len(pair) == 1:
                continue
            (other,) = pair - {word.key}
            if has_word(other, ours.keys) or has_word(word.key, theirs.keys):
                continue
            if any(
                u.key == other and u.kind == "word" and _same_place(word, u)
                for u in theirs.units
            ):
                return word.key, other
    return None


def _same_place(left: Unit, right: Unit) -> bool:
    """Tell whether two words are governed by the same word, or by none."""
    ours, theirs = left.anchors[:1], right.anchors[:1]
    if left.role == "advmod":
        return ours == theirs
    return ours == theirs or bool(
        ours and theirs and has_word(ours[0], right.anchors[:2])
    )
