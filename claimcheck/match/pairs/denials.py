"""Find a statement that somebody is reported to deny."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.alignment import Alignment, has_word
from claimcheck.match.pairs.statements import Statement
from claimcheck.model import Token

# With one word in common, any two sentences would be a charge and its denial.
_FEWEST_WORDS = 2


def find_disputed(alignment: Alignment) -> str:
    """
    Return the verb with which the left denies what the right reports, or "".

    "Marlow denies that he stole the paintings" disputes "Marlow stole the paintings",
    whoever says it; which of the two is right no text can tell.
    """
    left, right = alignment.left, alignment.right
    verb = denying_verb(left)
    if verb is None or denying_verb(right) is not None:
        return ""
    if left.denials or right.denials:
        return ""
    reporting = word_set("statements", "saying") | word_set("statements", "charges")
    denied = [
        u
        for u in left.units
        if u.value is None and u.index > verb and u.key not in reporting
    ]
    if len(denied) < _FEWEST_WORDS or not _has_deed(denied[0].index, left):
        return ""
    if not all(has_word(u.key, right.keys) for u in denied):
        return ""
    return left.sentence.tokens[verb].lemma.lower()


def denying_verb(statement: Statement) -> int | None:
    """
    Return the token of the main verb that denies a clause, if there is one.

    A company "denies" a fact; it "rejects" or "dismisses" a charge by its name, but a
    driver without denying anything.
    """
    denying = word_set("statements", "denying")
    tokens = statement.sentence.tokens
    for token in tokens:
        lemma = token.lemma.lower()
        if token.dep != "ROOT" or lemma not in denying:
            continue
        if lemma == "deny" or _has_charge(token, tokens):
            return token.index
    return None


def _has_charge(verb: Token, tokens: Sequence[Token]) -> bool:
    charges = word_set("statements", "charges")
    return any(
        t.head == verb.index and (t.dep == "ccomp" or t.lemma.lower() in charges)
        for t in tokens
    )


def _has_deed(start: int, statement: Statement) -> bool:
    """Tell whether a verb stands in what is denied: a deed, no charge by its name."""
    return any(t.index >= start and t.pos == "VERB" for t in statement.sentence.tokens)
