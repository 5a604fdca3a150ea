"""Choose among the mentions that a pronoun may take up, by nearness and by role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.model import Token
from claimcheck.text.antecedents_bindings import (
    clause_mates,
    is_part,
    is_quoted,
    local_subject,
    may_bind,
)
from claimcheck.text.antecedents_mentions import Mention
from claimcheck.text.antecedents_needs import Need
from claimcheck.text.trees import SUBJECTS, Tree

# How many sentences back a reference may reach.
REACH = 2
# By how much the best candidate must be ahead of the next; set so that a subject beats
# an object of the same sentence, and no two mentions of equal role are told apart.
MARGIN = 0.5

# The weight of an object: an object pronoun takes up the object before it.
_OBJECT = 1.0

_NEARNESS = (2.5, 1.5, 0.5)


def choose(
    tree: Tree, token: Token, need: Need, mentions: Iterable[Mention], number: int
) -> Mention | None:
    """
    Choose what a pronoun or a noun that says little takes up, or None.

    Args:
        tree: The sentence of the word.
        token: The word that refers back.
        need: What it asks of its antecedent.
        mentions: All mentions within reach, in text order.
        number: The number of the sentence.
    """
    fitting = _fitting(tree, token, need, tuple(mentions), number)
    scored = sorted(
        (
            (_score(tree, token, need, m, number), m)
            for m in fitting
            if _is_prominent(token, m)
        ),
        key=lambda pair: (-pair[0], -pair[1].sentence, -pair[1].head),
    )
    if not scored:
        return None
    best, chosen = scored[0]
    others = [m for m in fitting if m is not chosen]
    if _is_in_doubt(tree, token, need, chosen, others):
        return None
    distant = token.dep in SUBJECTS and chosen.sentence != number
    if distant and (
        _has_nearer_object(token, need, [m for m in fitting if m.sentence == number])
        or _is_beside_a_name(chosen, [m for _, m in scored])
    ):
        return None
    for score, other in scored[1:]:
        if not _same(chosen, other):
            return chosen if best - score >= MARGIN else None
    return chosen


def _fitting(
    tree: Tree, token: Token, need: Need, mentions: Sequence[Mention], number: int
) -> list[Mention]:
    """Return the mentions that agree with a word and that its clause lets it mean."""
    beside = clause_mates(tree, token, mentions, number)
    return [
        m
        for m in mentions
        if agrees(need, m)
        and may_bind(tree, token, m, number)
        and not (m.keys and m.keys in beside)
    ]


def _is_beside_a_name(chosen: Mention, prominent: Sequence[Mention]) -> bool:
    """
    Tell whether a thing without a name shares its sentence with a name.

    Which of the two is meant takes understanding.
    """
    return (
        not chosen.keys
        and not chosen.plural
        and any(m.keys for m in prominent if m.sentence == chosen.sentence)
    )


def _has_nearer_object(token: Token, need: Need, near: Sequence[Mention]) -> bool:
    """
    Tell whether an object that is not prominent stands before a pronoun.

    In "Lee did the test; it took hours" it may be meant all the same.
    """
    pronoun = token.pos == "PRON" and "thing" in need.kinds
    return pronoun and any(
        m.head < token.index
        and m.rank == _OBJECT
        and not m.has_pronoun
        and not _is_prominent(token, m)
        for m in near
    )


def _is_in_doubt(
    tree: Tree, token: Token, need: Need, chosen: Mention, others: Sequence[Mention]
) -> bool:
    """
    Tell whether other candidates leave the one preferred in doubt, whatever its lead.

    In direct speech somebody else looks back; of two wholes either may have the part;
    and nobody skips a person just named for one of two sentences before.
    """
    is_sole = need.only or is_quoted(tree, token.index)
    of_part = is_part(tree, token)
    for other in others:
        if not (of_part or _is_prominent(token, other)):
            continue
        shared = other.sentence == chosen.sentence and not set(other.words).isdisjoint(
            chosen.words
        )
        if _same(chosen, other) or shared:
            continue
        distance = other.sentence - chosen.sentence
        # A person with a name is passed over neither for one without nor from afar.
        is_named = bool(other.keys) and not chosen.keys and distance >= 0
        is_passed_over = bool(need.gender) and (is_named or distance >= REACH)
        if is_sole or is_passed_over or (of_part and distance >= 0):
            return True
    return False


def _same(left: Mention, right: Mention) -> bool:
    """Tell whether two mentions are of the same thing, or one holds the other."""
    return bool(left.keys) and left.keys == right.keys


def agrees(need: Need, mention: Mention) -> bool:
    """Tell whether a mention is of the kind, number and gender that is asked for."""
    if mention.kind not in need.kinds or mention.plural != need.plural:
        return False
    if need.named and len(mention.keys) < mention.size:
        return False
    if need.members and len(mention.keys) != need.members:
        return False
    opposed = need.gender and mention.gender and need.gender != mention.gender
    return not opposed


def _is_prominent(token: Token, mention: Mention) -> bool:
    """
    Tell whether a mention without a name may be taken up by a word in the singular.

    Subjects may, and by an object an object; what itself holds a pronoun may not, for
    it cannot stand alone.
    """
    if mention.keys or mention.is_open:
        return True
    if mention.has_pronoun:
        return False
    if mention.plural:
        return True
    parallel = token.dep == "dobj" and mention.rank == _OBJECT
    return mention.is_subject or parallel or mention.kind != "thing"


def _score(
    tree: Tree, token: Token, need: Need, mention: Mention, number: int
) -> float:
    score = _NEARNESS[number - mention.sentence] + mention.rank
    pronoun = token.pos == "PRON"
    if (
        pronoun
        and mention.is_subject
        and (token.dep in SUBJECTS or token.dep == "poss")
    ):
        score += 1.0
    if (
        token.tag == "PRP$"
        and number == mention.sentence
        and (mention.head == local_subject(tree, token.index))
    ):
        score += 2.0
    if token.dep == "dobj" and mention.rank == _OBJECT:
        score += 1.75
    if mention.keys:
        score += 0.75
    if need.plural and len(mention.keys) > 1:
        score += 0.75
    if mention.sentence == number and tree.tokens[mention.head].head == token.head:
        score += 0.25
    return score
