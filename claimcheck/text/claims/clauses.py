"""Split a sentence into clauses: one frame a predicate, with its participants."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from claimcheck.model import Role
from claimcheck.text.claims.coordination import (
    MOST_CLAIMS,
    Phrase,
    distribute,
    whole,
)
from claimcheck.text.claims.frames import Frame, Slot
from claimcheck.text.claims.roles import marked_role
from claimcheck.text.claims.stance import find_stance
from claimcheck.text.claims.tree import SUBJECTS, Tree
from claimcheck.text.claims.view import View
from claimcheck.text.embedding import kind_of, words_of
from claimcheck.text.events import Sense, is_symmetric, verb_sense

# Children that belong to the clause and are never said of something else.
_CORE = (
    "aux", "auxpass", "neg", "prt", "advmod", "dobj", "dative", "attr", "acomp",
    "oprd", "prep", "agent", "npadvmod", "xcomp", "ccomp", "nmod", "quantmod",
    "acl", "pcomp", "obj", "expl", *SUBJECTS,
)  # fmt: skip

_GROUP = ("aux", "auxpass", "neg", "prt", "advmod", "expl")

_RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True)
class _Subject:
    phrase: Phrase
    passive: bool
    own: bool


def read_clauses(view: View) -> list[Frame]:
    """List the frames of a sentence's clauses, in the order of their verbs."""
    frames: list[Frame] = []
    for token in view.tree.tokens:
        if _heads_claim(view.tree, token.index):
            frames.extend(_read_clause(view, token.index))
    return frames


def _heads_claim(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    if token.pos not in ("VERB", "AUX"):
        return False
    if token.dep in ("ROOT", "relcl", "parataxis"):
        return True
    if token.dep == "conj":
        return _heads_claim(tree, token.head) or tree.tokens[token.head].dep == "xcomp"
    if token.dep == "ccomp":
        return _is_reported(tree, at) or _is_quotation(tree, at)
    if token.dep == "advcl":
        return _is_apart(tree, at) and not _is_condition(tree, at)
    if token.dep == "acl":
        return _is_apart(tree, at)
    return False


def _is_quotation(tree: Tree, at: int) -> bool:
    """Tell whether a clause stands before the verb that reports it."""
    return at < tree.tokens[at].head


def _is_reported(tree: Tree, at: int) -> bool:
    head = tree.tokens[tree.tokens[at].head]
    return kind_of("content", head.lemma.lower()) in ("said", "held", "shown")


def _is_condition(tree: Tree, at: int) -> bool:
    marks = {tree.tokens[c].text.lower() for c in tree.kids(at, "mark", "advmod")}
    return bool(marks & {"if", "unless", "whether", "than"})


def is_set_off(tree: Tree, at: int) -> bool:
    """Tell whether a comma, dash or bracket divides a phrase from its head."""
    words = tree.subtree(at)
    head = tree.tokens[at].head
    low, high = (words[0], words[-1])
    between = range(head + 1, low) if head < at else range(high + 1, head)
    inside = tree.enclosed[at] != tree.enclosed[head]
    edge = (low - 1, high + 1)
    return inside or any(
        tree.tokens[i].text in (",", "—", "–", "-", ";", ":", "(")
        for i in edge
        if 0 <= i < len(tree.tokens) and (i in between or i == edge[0] == head)
    )


def _is_apart(tree: Tree, at: int) -> bool:
    if tree.tokens[at].dep == "advcl":
        first = tree.subtree(at)[0]
        return is_set_off(tree, at) or first == 0 or tree.tokens[at].tag != "VB"
    return is_set_off(tree, at)


def is_kept(tree: Tree, child: int) -> bool:
    """Tell whether a child stays in its phrase, rather than make a claim of its own."""
    token = tree.tokens[child]
    if tree.enclosed[child] != tree.enclosed[token.head]:
        return False
    if token.dep in ("relcl", "acl", "appos"):
        return not is_set_off(tree, child)
    if token.dep == "advcl":
        return not _is_apart(tree, child)
    if token.dep == "cc" or token.dep == "conj":
        return not (
            tree.is_verb(token.head)
            and token.pos in ("VERB", "AUX", "CCONJ")
            and _heads_claim(tree, token.head)
        )
    return token.dep not in ("parataxis", "meta", "intj", "dep", "mark")


def _read_clause(view: View, at: int) -> list[Frame]:
    tree = view.tree
    chain = _chain(tree, at)
    trigger = chain[-1]
    sense = _sense(tree, trigger)
    subject_of = _subject(view, at)
    passive = _is_passive(tree, trigger)
    slots: list[tuple[Slot, ...]] = []
    fixed: list[int] = []
    if subject_of is not None:
        role = _subject_role(tree, trigger, sense, passive=passive)
        slots.append(_subject_slots(view, subject_of, role, trigger, sense))
    for link in chain:
        for child in tree.children[link]:
            if child in chain or not is_kept(tree, child):
                continue
            token = tree.tokens[child]
            if token.dep in SUBJECTS or token.dep in ("punct", "cc", "conj", "mark"):
                continue
            if token.dep in _GROUP and token.dep != "advmod":
                fixed.extend(tree.subtree(child))
                continue
            if token.dep == "advmod" and _is_discourse(tree, child):
                continue
            slots.append(_slots(view, trigger, child, sense))
    for inherited in _inherited(view, at):
        slots.insert(0, _slots(view, trigger, inherited, sense))
    return _frames(view, at, chain, subject_of, slots, fixed)


def _chain(tree: Tree, at: int) -> tuple[int, ...]:
    """Follow verbs that only say how far the next one's content is vouched for."""
    chain = [at]
    while True:
        last = tree.tokens[chain[-1]]
        child = tree.kid(last.index, "xcomp")
        table = "passive_infinitive" if _is_passive(tree, last.index) else "infinitive"
        if (
            child is None
            or not tree.is_verb(child)
            or not kind_of(table, last.lemma.lower())
            or tree.kid(child, *SUBJECTS) is not None
        ):
            return tuple(chain)
        chain.append(child)


def _sense(tree: Tree, at: int) -> Sense | None:
    marks = [tree.tokens[c].text.lower() for c in tree.kids(at, "prt", "prep")]
    return verb_sense(tree.tokens[at].lemma.lower(), *marks)


def _is_passive(tree: Tree, at: int) -> bool:
    if tree.kid(at, "auxpass", "nsubjpass") is not None:
        return True
    token = tree.tokens[at]
    return (
        token.tag == "VBN"
        and token.dep in ("acl", "advcl")
        and (tree.kid(at, "aux") is None and tree.kid(at, "dobj") is None)
    )


def _subject_role(
    tree: Tree, trigger: int, sense: Sense | None, *, passive: bool
) -> Role:
    if passive:
        return "patient"
    if sense and sense.pattern == "unaccusative" and not tree.kid(trigger, "dobj"):
        return "patient"
    return "agent"


def _subject(view: View, at: int) -> _Subject | None:
    """Find whose predicate a verb is, where needed by way of its head."""
    tree = view.tree
    token = tree.tokens[at]
    own = tree.kid(at, *SUBJECTS)
    if own is not None and not (
        token.dep == "relcl" and tree.tokens[own].text.lower() in _RELATIVE
    ):
        return _Subject(Phrase(own, ()), passive=False, own=True)
    if token.dep in ("relcl", "acl"):
        return _Subject(Phrase(token.head, ()), passive=False, own=False)
    if token.dep in ("conj", "advcl", "xcomp", "parataxis") and tree.is_verb(
        token.head
    ):
        found = _subject(view, token.head)
        return found and _Subject(found.phrase, found.passive, own=False)
    return None


def _subject_slots(
    view: View, subject: _Subject, role: Role, trigger: int, sense: Sense | None
) -> tuple[Slot, ...]:
    family = sense.family.name if sense else ""
    alone = not is_symmetric(family)
    head = subject.phrase.head
    if not subject.own and view.tree.tokens[head].dep == "conj":
        alone = True

    def keep(child: int) -> bool:
        return is_kept(view.tree, child) and not (
            view.tree.tokens[child].dep in ("relcl", "acl")
            and trigger in view.tree.subtree(child)
        )

    phrases = distribute(view.tree, head, keep, view.names, split=alone)
    return tuple(Slot(role, p, label="subject") for p in phrases)


def _slots(
    view: View, trigger: int, child: int, sense: Sense | None
) -> tuple[Slot, ...]:
    tree = view.tree
    token = tree.tokens[child]

    def keep(at: int) -> bool:
        return is_kept(tree, at)

    if token.dep in ("ccomp", "xcomp", "csubj", "pcomp"):
        phrases: tuple[Phrase, ...] = (Phrase(child, whole(tree, child, keep)),)
        return tuple(Slot("topic", p, label=token.dep) for p in phrases)
    phrases = distribute(tree, child, keep, view.names)
    return tuple(_slot(view, trigger, p, sense) for p in phrases)


_PLAIN_ROLES: dict[str, Role] = {
    "dobj": "patient",
    "dative": "recipient",
    "attr": "attribute",
    "acomp": "attribute",
    "oprd": "attribute",
}


def _slot(view: View, trigger: int, phrase: Phrase, sense: Sense | None) -> Slot:
    tree = view.tree
    token = tree.tokens[phrase.head]
    if token.dep == "conj":
        token = tree.tokens[
            next(
                a
                for a in (token.head, *tree.ancestors(token.head))
                if tree.tokens[a].dep != "conj"
            )
        ]
    if token.pos in ("ADP", "SCONJ") or token.dep in ("prep", "agent"):
        inner = next(
            (
                w
                for w in phrase.words
                if tree.tokens[w].head == phrase.head
                and tree.tokens[w].dep in ("pobj", "pcomp")
            ),
            None,
        )
        inner = (
            inner
            if inner is not None
            else next(
                (w for w in phrase.words if tree.tokens[w].dep in ("pobj", "conj")),
                None,
            )
        )
        if inner is not None:
            role = marked_role(view, phrase.head, inner, sense)
            words = tuple(w for w in phrase.words if w != phrase.head)
            return Slot(role, Phrase(inner, words), phrase.head)
    if view.date_at(phrase.head):
        return Slot("time", phrase)
    if token.dep == "advmod":
        return Slot("other", phrase, label="adverb")
    if token.dep == "npadvmod":
        return Slot("amount", phrase)
    return Slot(_PLAIN_ROLES.get(token.dep, "other"), phrase)


def _inherited(view: View, at: int) -> list[int]:
    """List the phrases before a first predicate that hold for a later one too."""
    tree = view.tree
    token = tree.tokens[at]
    if token.dep != "conj" or not tree.is_verb(token.head):
        return []
    first = token.head
    while tree.tokens[first].dep == "conj" and tree.is_verb(tree.tokens[first].head):
        first = tree.tokens[first].head
    subject = tree.kid(first, *SUBJECTS)
    edge = subject if subject is not None else first
    if tree.kid(at, *SUBJECTS) is not None:
        return []
    own_dates = any(
        view.date_at(w)
        for c in tree.kids(at, "prep", "npadvmod")
        for w in tree.subtree(c)
    )
    return [
        c
        for c in tree.kids(first, "prep", "npadvmod")
        if c < edge
        and not (own_dates and any(view.date_at(w) for w in tree.subtree(c)))
    ]


def _is_discourse(tree: Tree, at: int) -> bool:
    return (
        tree.tokens[at].text.lower() in words_of("adverb", "discourse")
        and len(tree.subtree(at)) == 1
    )


def _frames(
    view: View,
    at: int,
    chain: tuple[int, ...],
    subject: _Subject | None,
    slots: list[tuple[Slot, ...]],
    fixed: list[int],
) -> list[Frame]:
    combined = list(itertools.islice(itertools.product(*slots), MOST_CLAIMS + 1))
    if len(combined) > MOST_CLAIMS:
        combined = [_uncombined(view, slots)]
    stance = find_stance(view.tree, at, chain)
    trigger = chain[-1]
    sense = _sense(view.tree, trigger)
    lemma = view.tree.tokens[trigger].lemma.lower()
    predicate = sense.family.name if sense else lemma
    frames = []
    for chosen in combined:
        order = _order(view, at, chain, subject, chosen, fixed)
        arguments = tuple(s for s in chosen if s.label != "adverb")
        frames.append(
            Frame(
                trigger,
                predicate,
                order,
                arguments,
                stance.polarity,
                stance.modality,
                stance.speaker,
                sense.pattern if sense else "verbs",
            )
        )
    return frames


def _uncombined(view: View, slots: list[tuple[Slot, ...]]) -> tuple[Slot, ...]:
    """Join what was split, where the claim would be split too often."""
    joined = []
    for options in slots:
        first = options[0]
        words = sorted({w for o in options for w in o.phrase.words})
        low, high = words[0], words[-1]
        filled = [
            w
            for w in range(low, high + 1)
            if w in words or view.tree.tokens[w].dep in ("cc", "punct")
        ]
        joined.append(
            Slot(
                first.role,
                Phrase(first.phrase.head, tuple(filled)),
                first.marker,
                first.label,
            )
        )
    return tuple(joined)


def _order(
    view: View,
    at: int,
    chain: tuple[int, ...],
    subject: _Subject | None,
    chosen: tuple[Slot, ...],
    fixed: list[int],
) -> tuple[int | str, ...]:
    tree = view.tree
    subject_words: tuple[int, ...] = ()
    rest = [*chain, *fixed]
    for slot in chosen:
        if slot.label == "subject":
            subject_words = slot.phrase.words
        else:
            rest.extend(slot.phrase.words)
            if slot.marker >= 0:
                rest.append(slot.marker)
    infinitive = [c for link in chain[1:] for c in tree.kids(link, "aux", "neg")]
    rest = sorted(set(rest) | set(infinitive))
    if subject is not None and subject.own:
        return tuple(sorted({*rest, *subject_words}))
    group = [w for w in (*chain, *fixed) if w <= at or w in chain]
    start = min(group)
    linking: list[int | str] = []
    token = tree.tokens[at]
    if token.tag in ("VBN", "VBG") and not tree.kids(at, "aux", "auxpass"):
        linking = _linking(tree, at)
    before = [w for w in rest if w < start]
    after = [w for w in rest if w >= start]
    return (*before, *subject_words, *linking, *after)


def _linking(tree: Tree, at: int) -> list[int | str]:
    token = tree.tokens[at]
    if token.dep == "conj":
        return [*tree.kids(token.head, "aux", "auxpass")]
    if token.tag == "VBN":
        return ["was"]
    return []
