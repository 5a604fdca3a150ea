"""See through light verbs: "The summit took place in Hanoi" tells of a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.text.claims.frames import Slot
from claimcheck.text.claims.nominals import event_slots
from claimcheck.text.claims.subjects import is_passive
from claimcheck.text.claims.view import View
from claimcheck.text.embedding import words_of
from claimcheck.text.events import Sense, noun_sense
from claimcheck.text.trees import SUBJECTS, Tree


@dataclass(frozen=True, slots=True)
class Support:
    """
    Hold the event noun that a light verb supports.

    *taken* lists the tokens of the verb that fill no role ("place" in "took place");
    *by_subject* tells that the noun's agent is the verb's subject.
    """

    noun: int
    sense: Sense
    taken: tuple[int, ...]
    by_subject: bool


def find_support(tree: Tree, at: int, subject: int | None) -> Support | None:
    """
    Find the event noun that a verb only supports, or None.

    Args:
        tree: The sentence.
        at: The verb.
        subject: The head of its subject, or None.
    """
    if subject is not None and (sense := _event(tree, subject)):
        taken = _holds_event(tree, at)
        if taken is not None:
            return Support(subject, sense, taken, by_subject=False)
    target = tree.kid(at, "dobj")
    if target is None or is_passive(tree, at):
        return None
    lemma = tree.tokens[at].lemma.lower()
    sense = _event(tree, target)
    if sense and lemma in words_of("light_verb", "object"):
        return Support(target, sense, (), by_subject=True)
    return None


def _event(tree: Tree, at: int) -> Sense | None:
    token = tree.tokens[at]
    return noun_sense(token.lemma.lower()) if token.pos == "NOUN" else None


def _holds_event(tree: Tree, at: int) -> tuple[int, ...] | None:
    """List what a verb like "take place" needs beside the event, or give None."""
    lemma = tree.tokens[at].lemma.lower()
    target = tree.kid(at, "dobj")
    if target is not None:
        phrase = f"{lemma} {tree.tokens[target].text.lower()}"
        return (target,) if phrase == "take place" else None
    if is_passive(tree, at):
        return () if lemma in words_of("light_verb", "passive") else None
    if lemma == "be":
        bare = tree.kid(at, "attr", "acomp", *SUBJECTS[2:]) is None
        return () if bare and tree.kid(at, "prep", "npadvmod") is not None else None
    return () if lemma in words_of("light_verb", "subject") else None


def with_event(
    view: View, said: tuple[Slot, ...], support: Support
) -> tuple[Slot, ...]:
    """Put the participants of a light verb's event noun in the noun's place."""
    found: list[Slot] = []
    for slot in said:
        if support.noun in slot.phrase.words and slot.role not in ("time", "place"):
            inner = event_slots(view, support.noun, support.sense)
            found.extend(
                s for s in inner if not (support.by_subject and s.role == "agent")
            )
        elif not set(support.taken) & set(slot.phrase.words):
            found.append(slot)
    return tuple(found)
