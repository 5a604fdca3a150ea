"""Fill the gap of a relative clause with the noun that it is said of."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Role
from claimcheck.text.claims.coordination import Phrase, whole
from claimcheck.text.claims.frames import Slot
from claimcheck.text.claims.phrases import (
    is_kept,
)
from claimcheck.text.claims.roles import marked_role
from claimcheck.text.claims.subjects import relative_pronoun
from claimcheck.text.claims.view import View
from claimcheck.text.events import Sense
from claimcheck.text.trees import SUBJECTS, Tree

_ADVERBS: dict[str, tuple[str, Role]] = {
    "where": ("in", "place"),
    "when": ("in", "time"),
}


# Labels of nouns, whatever the tagger takes them for.
_NOMINAL = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr"})


@dataclass(frozen=True, slots=True)
class Gap:
    """Hold the noun in the place of its pronoun: *tail* is put at the clause's end."""

    slot: Slot
    tail: tuple[int | str, ...]


def find_gap(view: View, at: int, sense: Sense | None) -> Gap | None:
    """Find what part the noun of a relative clause plays in it, but the subject."""
    tree = view.tree
    token = tree.tokens[at]
    host = tree.tokens[token.head]
    verbal = host.pos in ("VERB", "AUX") and host.dep not in _NOMINAL
    if token.dep != "relcl" or verbal:
        return None
    noun = _noun(tree, token.head, at)
    pronoun = relative_pronoun(tree, at)
    if pronoun is None or tree.tokens[pronoun].dep not in SUBJECTS:
        return _object_gap(view, at, noun, pronoun, sense)
    return None


def relative_noun(tree: Tree, at: int) -> tuple[int, ...] | None:
    """Find the noun, with its phrase, that a relative pronoun stands for."""
    for above in tree.ancestors(at):
        token = tree.tokens[above]
        if token.dep == "relcl":
            return _noun(tree, token.head, above).words
    return None


def _noun(tree: Tree, head: int, at: int) -> Phrase:
    def keep(child: int) -> bool:
        return (
            child != at
            and is_kept(tree, child)
            and (tree.tokens[child].dep not in ("relcl", "conj", "cc"))
        )

    return Phrase(head, whole(tree, head, keep))


def _object_gap(
    view: View, at: int, noun: Phrase, pronoun: int | None, sense: Sense | None
) -> Gap | None:
    tree = view.tree
    if pronoun is None:
        if tree.kid(at, *SUBJECTS) is None or tree.kid(at, "dobj", "attr", "acomp"):
            return None
        return Gap(Slot("patient", noun), noun.words)
    token = tree.tokens[pronoun]
    word = token.text.lower()
    if word in _ADVERBS:
        marker, role = _ADVERBS[word]
        return Gap(Slot(role, noun), (marker, *noun.words))
    if token.dep == "pobj" and token.head < at:
        role = marked_role(view, [token.head], noun.head, sense)
        return Gap(Slot(role, noun, (token.head,)), (token.head, *noun.words))
    if token.dep in ("dobj", "dative"):
        return Gap(Slot("patient", noun), noun.words)
    return None
