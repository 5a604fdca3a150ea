"""Read the frames of a sentence's clauses."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable

from claimcheck.text.antecedents_mentions import noun_kind
from claimcheck.text.attribution import DEEPEST, find_attribution
from claimcheck.text.claims.clauses import (
    chain_of,
    heads_claim,
    is_discourse,
    is_expected,
    is_finite,
    is_past,
    shared_auxiliaries,
)
from claimcheck.text.claims.coordination import MOST_CLAIMS, Phrase, whole
from claimcheck.text.claims.frames import Frame, Slot
from claimcheck.text.claims.light import Support, find_support
from claimcheck.text.claims.nominals import event_slots
from claimcheck.text.claims.phrases import is_kept
from claimcheck.text.claims.relatives import Gap, find_gap
from claimcheck.text.claims.roles import is_location
from claimcheck.text.claims.slots import (
    GROUP,
    clause_slots,
    is_source,
    phrase_slots,
    subject_slots,
)
from claimcheck.text.claims.stance import find_stance
from claimcheck.text.claims.subjects import Subject, find_subject, subject_role
from claimcheck.text.claims.view import View, governor
from claimcheck.text.events import Sense, noun_sense, verb_sense
from claimcheck.text.trees import SUBJECTS, Tree


def read_clauses(view: View) -> list[Frame]:
    """List the frames of a sentence's clauses, in the order of their verbs."""
    frames: list[Frame] = []
    for token in view.tree.tokens:
        if heads_claim(view.tree, token.index):
            frames.extend(_read_clause(view, token.index))
    return frames


def sense_of(tree: Tree, at: int) -> Sense | None:
    """Find the family of a verb by its lemma, particle and prepositions."""
    marks = [
        tree.tokens[c].text.lower() for c in tree.kids(at, "prt", "prep", "dative")
    ]
    return verb_sense(tree.tokens[at].lemma.lower(), *marks)


def _read_clause(view: View, at: int) -> list[Frame]:
    tree = view.tree
    chain = chain_of(tree, at)
    sense = sense_of(tree, chain[-1])
    subject = find_subject(tree, chain[0])
    slots = clause_slots(view, chain, sense)
    shared = [] if subject and subject.own else _inherited(view, at)
    slots.extend(phrase_slots(view, child, sense) for child in shared)
    gap = find_gap(view, at, sense)
    if gap:
        slots.append((gap.slot,))
    if subject is not None:
        role = subject_role(tree, chain[-1], sense)
        slots.insert(0, subject_slots(view, subject, role, chain[-1], sense))
    shared.extend(_shared_times(view, at))
    slots.extend(phrase_slots(view, c, sense) for c in _shared_times(view, at))
    fronted = {w for c in shared for w in tree.subtree(c)}
    stance = find_stance(tree, at, chain)
    support = find_support(tree, chain[-1], subject.head if subject else None)
    lemma = tree.tokens[chain[-1]].lemma.lower()
    lead = _lead(tree, at)
    frames = []
    for chosen in _choices(tree, slots):
        loose = (
            *_loose_times(view, chain, chosen),
            *_loose_goals(view, sense, chosen),
            *_loose_places(view, chosen),
        )
        said = (
            *(_carve(tree, s, loose) for s in chosen if s.label != "adverb"),
            *loose,
        )
        frames.append(
            Frame(
                support.noun if support else chain[-1],
                _predicate(sense, support, lemma),
                _order(view, chain, subject, chosen, fronted, gap),
                _supported(view, said, support) if support else _distinct(said),
                stance.polarity,
                stance.modality,
                stance.speaker,
                lead,
                gap.spoken if gap else {},
            )
        )  # fmt: skip
    return frames


def _lead(tree: Tree, at: int) -> tuple[int | str, ...]:
    """Return the words that attribute a clause: "the US claimed", "it is believed"."""
    words: list[int | str] = []
    for _ in range(DEEPEST):
        found = find_attribution(tree, at)
        if found is None or found.kind == "source" or not tree.is_verb(found.reporter):
            break
        verb = found.reporter
        group = {verb, *tree.kids(verb, "aux", "auxpass", "neg", "prt")}
        subject = tree.kid(verb, *SUBJECTS, "expl")
        if subject is not None:
            group |= set(whole(tree, subject, lambda c: is_kept(tree, c)))
        words[:0] = [*sorted(group), *([] if is_expected(tree, at) else ["that"])]
        at = verb
    return tuple(words)


def _predicate(sense: Sense | None, support: Support | None, lemma: str) -> str:
    if support:
        return support.sense.family.name
    return sense.family.name if sense else lemma


def _supported(
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
    return _distinct(found)


def _distinct(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Keep the first of the slots that say the same of the same words."""
    kept: dict[int, Slot] = {}
    for slot in slots:
        kept.setdefault(slot.phrase.head, slot)
    return tuple(kept.values())


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
    own_date = any(governor(view, d) == at for d in view.dates)
    return [
        c
        for c in tree.kids(first, "prep", "npadvmod")
        if c < edge
        and not is_discourse(tree, c)
        and not is_source(tree, c)
        and not (own_date and any(view.date_at(w) for w in tree.subtree(c)))
    ]


def _shared_times(view: View, at: int) -> list[int]:
    """
    List the dates that a clause and its "when" clause give each other.

    "When they met last May, the leaders signed" dates the signing too; "when he last
    came, in 2000, it was" dates the visit.
    """
    tree = view.tree
    if any(governor(view, d) == at for d in view.dates):
        return []
    others = [tree.tokens[at].head] if tree.tokens[at].dep == "advcl" else []
    others.extend(tree.kids(at, "advcl"))
    return [
        c
        for other in others
        if is_past(tree, at)
        and is_past(tree, other)
        and _is_when(tree, at if tree.tokens[at].head == other else other)
        for c in tree.kids(other, "prep", "npadvmod", "advmod")
        if any(
            d.head in tree.subtree(c) and governor(view, d) == other for d in view.dates
        )
    ]


def _is_when(tree: Tree, at: int) -> bool:
    return any(tree.tokens[c].text.lower() == "when" for c in tree.children[at])


def _choices(tree: Tree, slots: list[tuple[Slot, ...]]) -> list[tuple[Slot, ...]]:
    """Combine the ways to fill the slots; join the longest lists if that is a lot."""
    options = list(slots)
    while _product(options) > MOST_CLAIMS:
        longest = max(range(len(options)), key=lambda i: (len(options[i]), i))
        options[longest] = (_join(tree, options[longest]),)
    return list(itertools.product(*options))


def _product(options: list[tuple[Slot, ...]]) -> int:
    count = 1
    for ways in options:
        count *= len(ways)
    return count


def _join(tree: Tree, options: tuple[Slot, ...]) -> Slot:
    """Put the members of a list together again."""
    first = options[0]
    words = {w for o in options for w in o.phrase.words}
    low, high = min(words), max(words)
    filled = tuple(
        w
        for w in range(low, high + 1)
        if w in words or tree.tokens[w].dep in ("cc", "punct")
    )
    return Slot(
        first.role, Phrase(first.phrase.head, filled), first.marker, first.label
    )


def _carve(tree: Tree, slot: Slot, loose: tuple[Slot, ...]) -> Slot:
    """Take out of a phrase what belongs to the verb: "enrolled 300 people in 2016"."""
    taken = {
        w
        for other in loose
        if slot.phrase.head not in other.words
        for w in (*other.words, *_markers(tree, other.phrase.head))
    }
    words = tuple(w for w in slot.phrase.words if w not in taken)
    return dataclasses.replace(slot, phrase=Phrase(slot.phrase.head, words))


def _markers(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the preposition above a phrase, if one is."""
    head = tree.tokens[at].head
    return (head,) if tree.tokens[head].pos == "ADP" else ()


def _loose_places(view: View, chosen: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """List the places of an event that the parser hung on its object."""
    tree = view.tree
    found = []
    for slot in chosen:
        at = slot.phrase.head
        patient = slot.role == "patient" and slot.label != "subject"
        if not patient or tree.tokens[at].pos != "NOUN":
            continue
        lemma = tree.tokens[at].lemma.lower()
        if noun_kind(lemma) or noun_sense(lemma):
            continue  # "the government in Kyiv", "talks in Hanoi"
        for marker in tree.kids(at, "prep"):
            inner = tree.kid(marker, "pobj")
            if inner is None or marker not in slot.phrase.words:
                continue
            if is_location(view, marker, inner):
                words = whole(tree, inner, lambda c: is_kept(tree, c))
                found.append(Slot("place", Phrase(inner, words), (marker,)))
    return tuple(found)


def _loose_times(
    view: View, chain: tuple[int, ...], chosen: tuple[Slot, ...]
) -> tuple[Slot, ...]:
    """List the dates of the event that the parser hung on another phrase of it."""
    said = {w for slot in chosen for w in slot.words}
    placed = {w for slot in chosen if slot.role == "time" for w in slot.words}
    return tuple(
        Slot("time", Phrase(d.head, tuple(range(d.first, d.last + 1))))
        for d in view.dates
        if governor(view, d) in chain and d.head in said and d.head not in placed
    )


def _loose_goals(
    view: View, sense: Sense | None, chosen: tuple[Slot, ...]
) -> tuple[Slot, ...]:
    """List who is given, sent or sold what, where "to X" was hung on the thing."""
    tree = view.tree
    taken = {slot.role for slot in chosen}
    if sense is None:
        return ()
    found = []
    for slot in chosen:
        if slot.role != "patient" or slot.label == "subject":
            continue
        for marker in tree.kids(slot.phrase.head, "prep"):
            inner = tree.kid(marker, "pobj")
            word = tree.tokens[marker].text.lower()
            role = sense.family.roles.get(word, "goal" if word == "to" else None)
            if inner is None or role is None or role in taken:
                continue
            if marker in slot.phrase.words and view.entity_at(inner):
                words = whole(tree, inner, lambda c: is_kept(tree, c))
                found.append(Slot(role, Phrase(inner, words), (marker,)))
    return tuple(found)


def _order(  # noqa: PLR0913, PLR0917 - the parts of a clause, each of another kind
    view: View,
    chain: tuple[int, ...],
    subject: Subject | None,
    chosen: tuple[Slot, ...],
    fronted: set[int],
    gap: Gap | None,
) -> tuple[int | str, ...]:
    """Put the clause's words in the order in which they stand alone."""
    tree = view.tree
    rest = {*chain}
    subject_words: tuple[int, ...] = ()
    for link in chain:
        for child in tree.kids(link, *GROUP):
            rest.update(tree.subtree(child))
    for slot in chosen:
        if slot.label == "subject":
            subject_words = slot.phrase.words
        elif gap is None or slot is not gap.slot:
            rest.update(slot.words)
    tail = gap.tail if gap else ()
    if subject is not None and subject.own and not gap:
        return tuple(sorted(rest | set(subject_words)))
    if subject is not None and subject.own:
        return (*sorted((rest | set(subject_words)) - set(tail)), *tail)
    before = sorted(rest & fronted)
    after = sorted(rest - fronted - set(tail))
    return (*before, *subject_words, *_linking(tree, chain[0]), *after, *tail)


def _linking(tree: Tree, at: int) -> tuple[int | str, ...]:
    """Find the auxiliaries that a verb without its own shares or wants."""
    token = tree.tokens[at]
    if tree.kid(at, "aux", "auxpass") is not None:
        return ()
    if token.dep == "conj":
        return shared_auxiliaries(tree, at)
    if token.tag not in ("VBN", "VBG"):
        return ()
    above = tree.tokens[token.head]
    if token.dep == "acl" and above.dep == "attr" and tree.is_verb(above.head):
        return (above.head,)
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), at)
    past = is_past(tree, root) or not is_finite(tree, root)
    return ("was" if past else "is",)


def speech(tree: Tree, at: int) -> tuple[int, ...]:
    """Return a clause with everything in it."""
    return whole(tree, at, lambda _: True)
