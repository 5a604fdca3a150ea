"""Read what is said of a thing beside it: "Shoigu, the Minister of Defence"."""

from __future__ import annotations

from claimcheck.model import Entity
from claimcheck.text.claims.clauses import (
    is_set_off,
)
from claimcheck.text.claims.coordination import Phrase, distribute, whole
from claimcheck.text.claims.frames import Frame, Slot
from claimcheck.text.claims.phrases import (
    is_kept,
    is_loose_adjective,
    names_host,
    places_host,
)
from claimcheck.text.claims.subjects import (
    described_host,
    described_subject,
    find_subject,
)
from claimcheck.text.claims.view import View
from claimcheck.text.events import noun_sense
from claimcheck.text.trees import Tree

# A word in brackets that is no longer than this is a symbol: "copper (Cu)".
_SHORTEST = 3

_NOMINAL = frozenset({"NOUN", "PROPN"})


def read_descriptions(view: View) -> list[Frame]:
    """List the frames of a sentence's appositives, in text order."""
    frames: list[Frame] = []
    for token in view.tree.tokens:
        if token.dep == "appos" and _describes(view, token.index):
            frames.extend(_read_appositive(view, token.index))
        elif is_loose_adjective(view.tree, token.index):
            frames.extend(_read_adjective(view, token.index))
    return frames


def _read_adjective(view: View, at: int) -> list[Frame]:
    """Say of the subject what an adjective after a comma adds to it."""
    tree = view.tree
    noun = tree.tokens[at].head
    if tree.is_verb(noun):
        subject = find_subject(tree, noun)
    else:
        subject = described_subject(tree, noun)
    if subject is None:
        return []

    def keep(child: int) -> bool:
        return child != at and is_kept(tree, child)

    host = Phrase(subject.head, whole(tree, subject.head, keep))
    said = Phrase(at, whole(tree, at, keep))
    if set(host.words) & set(said.words):
        return []
    slots = (Slot("agent", host, label="subject"), Slot("attribute", said))
    linking = "are" if _number(tree, subject.head) == "Plur" else "is"
    return [Frame(at, "be", (*host.words, linking, *said.words), slots)]


def _describes(view: View, at: int) -> bool:
    """Tell whether an appositive says what its host is, rather than lists or dates."""
    tree = view.tree
    token = tree.tokens[at]
    host = tree.tokens[token.head]
    if not is_set_off(tree, at) or at < token.head:
        return False
    nominal = token.pos in _NOMINAL and host.pos in _NOMINAL
    alike = _number(tree, at) == _number(tree, host.index)
    return nominal and alike and not _only_lists(view, at, host.index)


def _only_lists(view: View, at: int, host: int) -> bool:
    """Tell whether an appositive dates, places, shortens or lists its host."""
    tree = view.tree
    names = "PROPN" in (tree.tokens[at].pos, tree.tokens[host].pos)
    far = not names and tree.kid(host, "prep") is not None
    event = noun_sense(tree.tokens[host].lemma.lower()) is not None
    event = event or described_host(tree, at) != host
    return (
        places_host(tree, at)
        or _abbreviates(tree, at)
        or _are_two_names(view, at, host)
        or view.date_at(at) is not None
        or view.date_at(host) is not None
        or _after_colon(tree, at)
        or far
        or event
        or _measures(tree, at)
    )


def _abbreviates(tree: Tree, at: int) -> bool:
    """Tell whether a bracket holds only a short form: "the Security Council (UNSC)"."""
    token = tree.tokens[at]
    bracketed = tree.enclosed[at] != tree.enclosed[token.head]
    words = tree.subtree(at)
    short = any(letter.isupper() for letter in token.text[1:]) or (
        len(token.text) <= _SHORTEST
    )
    source = any(tree.tokens[w].text.lower() in ("et", "al", "al.") for w in words)
    return bracketed and (source or (short and len(words) == 1))


def _measures(tree: Tree, at: int) -> bool:
    """Tell whether a bracket gives a figure: "Lisbon (population 545,000)"."""
    bracketed = tree.enclosed[at] != tree.enclosed[tree.tokens[at].head]
    figures = any(tree.tokens[w].tag == "CD" for w in tree.subtree(at))
    return bracketed and figures and tree.kid(at, "det") is None


def _are_two_names(view: View, left: int, right: int) -> bool:
    """Tell whether two names only stand side by side: "Lima, Peru", "Lee, Kim"."""
    one, other = view.entity_at(left), view.entity_at(right)
    if one is None or other is None:
        return False
    return (
        isinstance(one.value, Entity)
        and isinstance(other.value, Entity)
        and (one.value.label == other.value.label and one.value.key != other.value.key)
    )


def _after_colon(tree: Tree, at: int) -> bool:
    first = tree.subtree(at)[0]
    return first > 0 and tree.tokens[first - 1].text == ":"


def _number(tree: Tree, at: int) -> str:
    if tree.kid(at, "conj") is not None:
        return "Plur"
    return "Plur" if tree.tokens[at].tag in ("NNS", "NNPS") else "Sing"


def _read_appositive(view: View, at: int) -> list[Frame]:
    tree = view.tree
    host = tree.tokens[at].head

    def keep(child: int) -> bool:
        return is_kept(tree, child)

    def keep_host(child: int) -> bool:
        return is_kept(tree, child) and tree.tokens[child].dep not in ("cc", "conj")

    if names_host(tree, at) or _is_named_one(tree, host, at):
        several = _number(tree, host) == "Plur"
        return [] if several else [_named(tree, host, at)]
    subject = Phrase(host, whole(tree, host, keep_host))
    linking = "are" if _number(tree, host) == "Plur" else "is"
    frames = []
    for said in distribute(tree, at, keep, view.names):
        if set(said.words) & set(subject.words):
            continue
        slots = (Slot("agent", subject), Slot("attribute", said))
        order: tuple[int | str, ...] = (*subject.words, linking, *said.words)
        frames.append(Frame(at, "be", order, slots))
    return frames


def _is_named_one(tree: Tree, host: int, at: int) -> bool:
    """Tell whether a name tells which one is meant: "an accountant, Ivo Mota"."""
    articles = {tree.tokens[c].text.lower() for c in tree.kids(host, "det")}
    return tree.tokens[at].pos == "PROPN" and bool(articles & {"a", "an"})


def _named(tree: Tree, host: int, at: int) -> Frame:
    """Say of a name what the noun before it says: "Lee is the minister"."""

    def keep(child: int) -> bool:
        return (
            child != at
            and is_kept(tree, child)
            and (tree.tokens[child].dep not in ("cc", "conj"))
        )

    name = Phrase(at, whole(tree, at, keep))
    said = Phrase(host, whole(tree, host, keep))
    slots = (Slot("agent", name), Slot("attribute", said))
    return Frame(at, "be", (*name.words, "is", *said.words), slots)
