"""Read event nouns and appositives: "Russia's invasion of Ukraine" is a predicate."""

from __future__ import annotations

from claimcheck.model import Role
from claimcheck.text.claims.clauses import is_kept, is_set_off
from claimcheck.text.claims.coordination import Phrase, distribute, whole
from claimcheck.text.claims.frames import Frame, Slot
from claimcheck.text.claims.roles import marked_role
from claimcheck.text.claims.tree import Tree
from claimcheck.text.claims.view import View
from claimcheck.text.events import Sense, noun_sense


def read_nominals(view: View) -> list[Frame]:
    """List the frames of a sentence's event nouns and appositives."""
    frames: list[Frame] = []
    for token in view.tree.tokens:
        if token.pos == "NOUN" and (sense := noun_sense(token.lemma.lower())):
            frame = _read_event(view, token.index, sense)
            if frame:
                frames.append(frame)
        if token.dep == "appos" and is_set_off(view.tree, token.index):
            frames.extend(_read_appositive(view, token.index))
    return frames


def _read_event(view: View, at: int, sense: Sense) -> Frame | None:
    slots = _event_slots(view, at, sense)
    named = [s for s in slots if s.role != "other"]
    if len(named) < 2:
        return None
    words = whole(view.tree, at, lambda c: _in_event(view.tree, c))
    return Frame(at, sense.family.name, words, tuple(slots))


def _in_event(tree: Tree, child: int) -> bool:
    token = tree.tokens[child]
    return is_kept(tree, child) and token.dep not in ("relcl", "acl", "cc", "conj")


def _event_slots(view: View, at: int, sense: Sense) -> list[Slot]:
    tree = view.tree
    slots = []
    for child in tree.children[at]:
        token = tree.tokens[child]
        if token.dep == "prep":
            inner = tree.kid(child, "pobj")
            if inner is not None:
                slots.append(_marked_slot(view, child, inner, sense))
        elif view.date_at(child):
            slots.append(Slot("time", _phrase(view, child)))
        elif token.dep == "poss":
            slots.append(Slot(_possessor_role(sense), _phrase(view, child)))
        elif token.dep in ("amod", "compound", "nmod") and view.entity_at(child):
            slots.append(Slot(_possessor_role(sense), _phrase(view, child)))
    return slots


def _possessor_role(sense: Sense) -> Role:
    return "patient" if sense.pattern == "patient_nouns" else "agent"


def _marked_slot(view: View, marker: int, inner: int, sense: Sense) -> Slot:
    word = view.tree.tokens[marker].text.lower()
    role = marked_role(view, [marker], inner, sense)
    if word == "of" and role == "other":
        role = "patient"
    if word in ("between", "among"):
        role = "agent"
    return Slot(role, _phrase(view, inner), (marker,))


def _phrase(view: View, head: int) -> Phrase:
    def keep(child: int) -> bool:
        return is_kept(view.tree, child) and view.tree.tokens[child].dep != "case"

    return Phrase(head, whole(view.tree, head, keep))


def _read_appositive(view: View, at: int) -> list[Frame]:
    tree = view.tree
    host = tree.tokens[at].head

    def keep(child: int) -> bool:
        return is_kept(tree, child)

    def keep_host(child: int) -> bool:
        return is_kept(tree, child) and tree.tokens[child].dep not in ("cc", "conj")

    subject = Phrase(host, whole(tree, host, keep_host))
    frames = []
    for said in distribute(tree, at, keep, view.names):
        if set(said.words) & set(subject.words):
            continue
        frames.append(
            Frame(
                at,
                "be",
                (*subject.words, "is", *said.words),
                (Slot("agent", subject), Slot("attribute", said)),
            )
        )
    return frames
