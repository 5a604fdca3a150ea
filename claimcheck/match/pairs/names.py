"""Compare who and where: names in one role of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.match.ladders.places import compare_all_sites
from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.alignment import Alignment, has_word, same_word
from claimcheck.match.pairs.statements import Statement
from claimcheck.match.pairs.words import event_set, word_key
from claimcheck.model import Entity, Level, Token

# What stands behind a place in commas: "Rabat, Morocco".
_WIDER = ("appos", "npadvmod", "conj")
# Parts of a name hang on its last word.
_PARTS = ("compound", "nmod", "flat", "punct", "nummod", "poss", "case", "amod", "det")
_OBJECTS = ("dobj", "obj", "nsubjpass", "nsubj:pass")
_DEFINITE = ("poss", "nummod", "appos")
_PLACE_MARKERS = ("in", "at", "near", "on")
_ORIGIN_MARKERS = ("in", "from")


@dataclass(frozen=True, slots=True)
class Name:
    """
    Hold a name and the part it plays.

    *role* is "agent", "patient", "attribute" or the preposition before it; *event* is
    the key of the word that governs it.  *is_joined* tells that it is one of several;
    *places* are the places it names, the wider ones behind it too ("Rabat, Morocco").
    """

    words: tuple[str, ...]
    text: str
    role: str
    event: str
    is_joined: bool
    places: tuple[Entity, ...] = ()


def find_names(statement: Statement) -> Iterator[Name]:
    """Find the names of a sentence with their roles, in text order."""
    tokens = statement.sentence.tokens
    dated = [u.value.span for u in statement.units if u.value is not None]
    for token in tokens:
        if not _is_name(token, tokens) or _is_part(token, tokens):
            continue
        if any(span.overlaps(token.span) for span in dated):
            continue
        role, event = _role(token, tokens)
        if role:
            parts = [
                t
                for t in tokens
                if _belongs(t, token, tokens) and (t is token or t.pos == "PROPN")
            ]
            joined = token.dep == "conj" or any(
                t.head == token.index and t.dep in ("conj", "cc") for t in tokens
            )
            words = tuple(word_key(t) for t in parts)
            text = " ".join(t.text for t in parts)
            places = tuple(_places(token, parts, statement))
            yield Name(words, text, role, event, joined, places)


def _places(
    head: Token, parts: Sequence[Token], statement: Statement
) -> Iterator[Entity]:
    """Yield the places that a name and the wider names behind it stand for."""
    tokens = statement.sentence.tokens
    wider = {t.index for t in tokens if t.head == head.index and t.dep in _WIDER}
    for place in statement.places:
        inside = {t.index for t in tokens if t.span.overlaps(place.span)}
        if inside & (wider | {t.index for t in parts}):
            yield place


def _is_name(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a token is the head of a name: "Channel Four", "Studio 54"."""
    if token.pos == "PROPN":
        return True
    return token.pos == "NUM" and any(
        t.head == token.index and t.pos == "PROPN" and t.dep in ("compound", "nmod")
        for t in tokens
    )


def _is_part(token: Token, tokens: Sequence[Token]) -> bool:
    return token.dep in _PARTS and tokens[token.head].pos == "PROPN"


def _belongs(token: Token, head: Token, tokens: Sequence[Token]) -> bool:
    while token.index != head.index:
        if token.dep not in _PARTS or token.head == token.index:
            return False
        token = tokens[token.head]
    return True


def _role(token: Token, tokens: Sequence[Token]) -> tuple[str, str]:
    while token.dep in ("conj", "appos") and token.head != token.index:
        token = tokens[token.head]
    head = tokens[token.head]
    if token.dep == "nsubj" and head.lemma.lower() != "be":
        return "agent", word_key(head)
    if token.dep in _OBJECTS:
        return "patient", word_key(head)
    if token.dep in ("attr", "oprd"):
        return "attribute", _subject_key(head, tokens)
    if token.dep == "pobj" and head.pos in ("ADP", "SCONJ"):
        return _oblique(head, tokens)
    return "", ""


def _oblique(preposition: Token, tokens: Sequence[Token]) -> tuple[str, str]:
    """Return the role of what a preposition introduces, and its event."""
    marker, governor = preposition.lemma.lower(), tokens[preposition.head]
    if governor.lemma.lower() == "be":
        return marker, _subject_key(governor, tokens)
    if marker == "by" and (preposition.dep == "agent" or governor.tag == "VBN"):
        return "agent", word_key(governor)
    return marker, word_key(governor)


def _subject_key(verb: Token, tokens: Sequence[Token]) -> str:
    subject = next(
        (t for t in tokens if t.head == verb.index and t.dep == "nsubj"), None
    )
    return "" if subject is None else word_key(subject)


@dataclass(frozen=True, slots=True)
class NameClash:
    """
    Hold two names that cannot both fill one role.

    Two places are *apart* when neither lies in the other, as far as that is known.
    """

    left: Name
    right: Name
    is_place: bool
    is_apart: bool = True


def find_clash(alignment: Alignment) -> NameClash | None:
    """
    Find a role of one event that two different names fill.

    The role must be one that only one can fill: the place of an event that happened
    once, the author of a work, the winner of a contest.  A name that the other side
    says anywhere is no clash, nor is one of several.
    """
    both = (alignment.left, alignment.right)
    if any(_offers_choice(s) or s.denials for s in both):
        return None
    theirs = tuple(find_names(alignment.right))
    for ours in find_names(alignment.left):
        if ours.is_joined or _is_said(ours, alignment.right):
            continue
        for other in theirs:
            if other.is_joined or _is_said(other, alignment.left):
                continue
            if not _fills_same(ours, other) or _may_be_one(ours, other):
                continue
            if ours.role == "agent" and not _is_definite(ours.event, alignment):
                continue
            if ours.role not in (*_PLACE_MARKERS, *_ORIGIN_MARKERS):
                return NameClash(ours, other, is_place=False)
            level = compare_all_sites(ours.places, other.places)
            if level in (Level.MISSING, Level.DISJOINT):
                apart = level is Level.DISJOINT or _are_peers(ours, other)
                return NameClash(ours, other, is_place=True, is_apart=apart)
    return None


def _are_peers(left: Name, right: Name) -> bool:
    """Tell whether two places are of one kind by their names: "Kent County"."""
    kinds = word_set("statements", "kinds_of_place")
    ours, theirs = (
        {*n.words, *(w for p in n.places for w in p.name.lower().split())}
        for n in (left, right)
    )
    return bool(kinds & ours & theirs)


def _is_definite(event: str, alignment: Alignment) -> bool:
    """Tell whether both sides speak of one definite work, not of "many songs"."""
    return all(
        any(_is_definite_object(t, event, s.sentence.tokens) for t in s.sentence.tokens)
        for s in (alignment.left, alignment.right)
    )


def _is_definite_object(token: Token, event: str, tokens: Sequence[Token]) -> bool:
    """Tell whether a token is a definite object, or what "written by" describes."""
    head = tokens[token.head]
    if token.dep in _OBJECTS and word_key(head, tokens) == event:
        return token.pos == "PROPN" or any(
            t.head == token.index and (t.dep in _DEFINITE or t.lemma.lower() == "the")
            for t in tokens
        )
    # "The film, directed by Kovar": the deed describes what it was done to.
    return word_key(token, tokens) == event and token.tag == "VBN"


def _may_be_one(left: Name, right: Name) -> bool:
    """
    Tell whether two names may be one person's: a surname, and one spelt alike.

    "Petersen" may be "Ada Peterson"; "Ada Petersen" and "Otto Petersen" are two.
    """
    if len(left.words) > 1 and len(right.words) > 1:
        return False
    return same_word(left.words[-1], right.words[-1])


def _offers_choice(statement: Statement) -> bool:
    return any(t.lemma.lower() in ("or", "either") for t in statement.sentence.tokens)


def _is_said(name: Name, statement: Statement) -> bool:
    return all(has_word(word, statement.keys) for word in name.words)


def _fills_same(left: Name, right: Name) -> bool:
    if not left.event or not same_word(left.event, right.event):
        return False
    if left.role == right.role == "agent":
        return left.event in event_set("one_agent")
    both = {left.role, right.role}
    if both <= set(_PLACE_MARKERS):
        return left.event in event_set("one_place")
    if both <= set(_ORIGIN_MARKERS) and left.event in event_set("one_origin"):
        return True
    if left.role == right.role == "attribute":
        return left.event in event_set("one_holder")
    return left.role == right.role and (
        f"{left.event} {left.role}" in event_set("one_name")
    )


def find_other_member(alignment: Alignment) -> tuple[Name, Name] | None:
    """
    Return the members that one place of a list has on either side.

    "Founded by A and B" and "founded by C and B" each name all founders: the lists are
    of one length and have a member in common, so the other is at odds.
    """
    ours, theirs = (_listed(s) for s in (alignment.left, alignment.right))
    for role, members in ours.items():
        others = theirs.get(role, [])
        if len(members) != len(others):
            continue
        alone = [n for n in members if not _is_said(n, alignment.right)]
        apart = [n for n in others if not _is_said(n, alignment.left)]
        if len(alone) == len(apart) == 1 < len(members):
            return alone[0], apart[0]
    return None


def _listed(statement: Statement) -> dict[tuple[str, str], list[Name]]:
    lists: dict[tuple[str, str], list[Name]] = {}
    for name in find_names(statement):
        if name.is_joined and name.event:
            lists.setdefault((name.role, name.event), []).append(name)
    return lists


def find_exchange(alignment: Alignment) -> tuple[Name, Name] | None:
    """Find an agent and a patient that have changed places: "A beat B", "B beat A"."""
    ours, theirs = tuple(find_names(alignment.left)), tuple(find_names(alignment.right))
    for agent in ours:
        for patient in ours:
            if (agent.role, patient.role) != ("agent", "patient"):
                continue
            if agent.event != patient.event or agent.event not in event_set("one_way"):
                continue
            if _has(theirs, patient, "agent") and _has(theirs, agent, "patient"):
                return agent, patient
    return None


def _has(names: Sequence[Name], name: Name, role: str) -> bool:
    return any(
        n.role == role and n.event == name.event and set(n.words) & set(name.words)
        for n in names
    )
