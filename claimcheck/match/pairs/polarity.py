"""Compare what is affirmed with what is denied, and words with their opposites."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from claimcheck.match.lexicon import opposites, word_set
from claimcheck.match.pairs.alignment import Alignment, has_word, same_word
from claimcheck.match.pairs.statements import Statement, Unit
from claimcheck.match.pairs.values import plain_level
from claimcheck.model import Level

_NARROWING = ("amod", "compound", "nmod", "advmod", "nummod")
_SUBJECTS = ("nsubj", "nsubjpass", "compound", "flat", "poss")


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
    if _names_another(alignment):
        return ""
    for key in sorted(left.keys & right.keys):
        once = left.count(key) < 2 and right.count(key) < 2  # noqa: PLR2004 - "did not go, she went"
        if once and (key in left.negated) != (key in right.negated):
            denial = left if key in left.negated else right
            other = right if denial is left else left
            if not _is_narrowed(key, denial, other):
                return key
    return ""


def _is_narrowed(key: str, denial: Statement, other: Statement) -> bool:
    """Tell whether what is denied is narrower: "not the first woman", "a woman"."""
    denied = {u.index for u in denial.units if u.key == key}
    return any(
        u.role in _NARROWING
        and bool(set(u.path[:1]) & denied)
        and not has_word(u.text.lower(), other.keys)
        and not has_word(u.key, other.keys)
        for u in denial.units
        if u.value is None
    )


def _names_another(alignment: Alignment) -> bool:
    """Tell whether what is said of the subject has a name that the other lacks."""
    said = {key for s in (alignment.right, *alignment.around) for key in s.keys}
    return any(
        u.kind == "name" and u.role not in _SUBJECTS and not has_word(u.key, said)
        for u in alignment.left.units
    )


def find_denied_within(alignment: Alignment) -> str:
    """
    Return the word of a short statement that a longer one denies, or affirms, or "".

    All that the short statement says of the word must hang on it in the longer one
    too: "the mayor praised the plan and did not sign it" denies the signing alone.
    """
    left, right = alignment.left, alignment.right
    if left.denials > 1 or is_limited(left) or is_limited(right):
        return ""
    if not _shares_values(alignment):
        return ""
    for word in left.units:
        if word.value is not None or left.count(word.key) != 1:
            continue
        others = [u for u in right.units if u.key == word.key]
        if len(others) != 1:
            continue
        if (word.key in left.negated) == (word.key in right.negated):
            continue
        if left.denials != (word.key in left.negated):
            continue
        if right.denials > (word.key in right.negated):
            continue
        if all(_hangs_on(u, others[0], right) for u in left.units if u is not word):
            return word.key
    return ""


def find_denied_being(alignment: Alignment) -> str:
    """
    Return the verb by which the right denies that the left is something, or "".

    "He did not become a folk hero" denies that he was one, though only the hero is
    named by both.
    """
    left, right = alignment.left, alignment.right
    if left.denials or right.denials != 1 or is_limited(left) or is_limited(right):
        return ""
    said = [u for u in left.units if u.role not in _SUBJECTS or u.kind == "word"]
    said = [u for u in said if not any(u.key == k for k in _subject_keys(left))]
    being = word_set("statements", "being")
    if not any(
        t.dep == "ROOT" and t.lemma.lower() in being for t in left.sentence.tokens
    ):
        return ""
    for verb in right.units:
        if verb.key not in right.negated & being:
            continue
        if said and all(_stands_under(u, verb, right) for u in said):
            return verb.key
    return ""


def _subject_keys(statement: Statement) -> frozenset[str]:
    return frozenset(u.key for u in statement.units if u.role in ("nsubj", "nsubjpass"))


def _stands_under(unit: Unit, verb: Unit, statement: Statement) -> bool:
    return unit.value is None and any(
        u.key == unit.key and verb.index in u.path for u in statement.units
    )


def is_limited(statement: Statement) -> bool:
    """Tell whether a sentence speaks of a part, a case or a possibility."""
    limits = word_set("statements", "limiting") | word_set("statements", "excluding")
    return any(t.lemma.lower() in limits for t in statement.sentence.tokens)


def _hangs_on(unit: Unit, word: Unit, statement: Statement) -> bool:
    """Tell whether a unit, where the statement has it, belongs to the word's clause."""
    if unit.value is not None:
        return True
    found = [u for u in statement.units if same_word(u.key, unit.key)]
    if not found:
        return unit.role in _SUBJECTS  # another name of the subject, or a pronoun
    near = {word.index, *word.path}
    return any(
        u.index in near or near & set(u.path[:2]) or u.role in _SUBJECTS for u in found
    )


def _shares_values(alignment: Alignment) -> bool:
    left, right = alignment.left.units, alignment.right.units
    needed = [(ours, right) for ours in left if ours.value is not None]
    needed += [(theirs, left) for theirs in right if theirs.is_denied and theirs.value]
    return all(any(_is_same_value(v, u) for u in units) for v, units in needed)


def _is_same_value(left: Unit, right: Unit) -> bool:
    """Tell whether two values, denied or not, are one; a date may be the closer one."""
    level = plain_level(left, right)
    return level is Level.SAME or (left.kind == "date" and level is Level.COMPATIBLE)


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
        for other in theirs.units:
            if other.kind != "word" or not _same_place(word, other):
                continue
            if has_word(other.key, ours.keys) or has_word(word.key, theirs.keys):
                continue
            if any(
                frozenset(pair) in opposites()
                for pair in itertools.product(_forms(word), _forms(other))
            ):
                return word.text.lower(), other.text.lower()
    return None


def _forms(unit: Unit) -> tuple[str, str]:
    return unit.key, unit.text.lower()


def _same_place(left: Unit, right: Unit) -> bool:
    """Tell whether two words are governed by the same word, or by none."""
    ours, theirs = left.anchors[:1], right.anchors[:1]
    if left.role == "advmod":
        return ours == theirs
    return ours == theirs or bool(
        ours and theirs and has_word(ours[0], right.anchors[:2])
    )
