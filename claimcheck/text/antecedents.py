"""
Resolve words that refer back, where the text allows only one reading.

Pronouns, "the two leaders", "the country", "the former" and "there" are looked up among
the mentions before them: candidates must agree in number, gender and kind, and the one
that nearness and grammatical role prefer must be ahead of the next.  What stays open is
kept as open, so that nothing is ever claimed of the wrong one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import Entity, Sentence, Span, Token
from claimcheck.text.antecedents_bindings import (
    clause_mates,
    later_subject,
    local_subject,
    may_bind,
    sister_of,
)
from claimcheck.text.antecedents_classes import (
    Calling,
    find_called,
    list_callings,
    name_behind,
    read_class,
)
from claimcheck.text.antecedents_mentions import (
    Mention,
    governor_of,
    list_mentions,
    load_words,
    noun_kind,
)
from claimcheck.text.antecedents_needs import Need, read_need
from claimcheck.text.trees import SUBJECTS, Tree, build_tree

# How many sentences back a reference may reach.
REACH = 2
# By how much the best candidate must be ahead of the next; set so that a subject beats
# an object of the same sentence, and no two mentions of equal role are told apart.
MARGIN = 0.5

_PAIR = 2

# The weight of an object: an object pronoun takes up the object before it.
_OBJECT = 1.0

_NEARNESS = (2.5, 1.5, 0.5)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Hold what a word refers back to: the words as printed and the entities."""

    span: Span
    text: str
    keys: tuple[str, ...]
    plural: bool = False


References = Mapping[tuple[int, int], Antecedent | None]


def find_antecedents(
    visible: str, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> dict[tuple[int, int], Antecedent | None]:
    """
    Resolve the referring words of a document.

    Args:
        visible: The document's visible text.
        sentences: Its parsed sentences, in order.
        entities: Its entities, by start.

    Returns:
        For each referring word, by number of its sentence and index of its token, what
        it refers to, or None where the text leaves that open.
    """
    found: dict[tuple[int, int], Antecedent | None] = {}
    recent: list[Mention] = []
    callings: list[Calling] = []
    genders: dict[tuple[str, ...], str] = {}
    at = 0
    for number, sentence in enumerate(sentences):
        first = at
        while at < len(entities) and entities[at].span.start < sentence.span.end:
            at += 1
        recent = [m for m in recent if number - m.sentence <= REACH]
        scene = _Scene(
            number, build_tree(sentence), entities[first:at], recent, callings, genders
        )
        for token, chosen in _read_scene(scene, sentence, visible):
            settled = chosen is not None and not chosen.is_open
            found[number, token.index] = (
                _antecedent(visible, chosen) if chosen and settled else None
            )
    return found


@dataclass(frozen=True, slots=True)
class _Scene:
    """
    Hold a sentence with what was mentioned before it.

    *recent*, *callings* and *genders* grow as sentences are read: the mentions within
    reach, what each thing has been called, and what pronouns told of persons.
    """

    number: int
    tree: Tree
    inside: Sequence[Entity]
    recent: list[Mention]
    callings: list[Calling]
    genders: dict[tuple[str, ...], str]


def _read_scene(
    scene: _Scene, sentence: Sentence, visible: str
) -> Iterator[tuple[Token, Mention | None]]:
    """Yield the referring words of a sentence with what they take up."""
    tree, number = scene.tree, scene.number
    own = list_mentions(number, sentence, tree, scene.inside)
    callings = list(list_callings(visible, tree, own))
    for token in sentence.tokens:
        need = read_need(tree, token)
        chosen = name_behind(tree, token, own) or _called(scene, token, callings)
        if need is None and chosen is None:
            continue
        if chosen is None and need is not None and not need.is_called:
            chosen = _resolve(scene, token, need, own)
        own = [m for m in own if m.head != token.index or m.size > 1]
        own.append(_taken_up(tree, token, chosen, number))
        if own[-1].keys and own[-1].gender:
            scene.genders.setdefault(own[-1].keys, own[-1].gender)
        yield token, chosen
    scene.recent.extend(own)
    scene.callings.extend(callings)


def _called(scene: _Scene, token: Token, callings: Sequence[Calling]) -> Mention | None:
    """Find what a description means by what things have been called before it."""
    read = read_class(scene.tree, token)
    if read is None:
        return None
    noun, modifiers = read
    nearer = [c for c in callings if c.mention.head < token.index]
    return find_called(noun, modifiers, [*scene.callings, *nearer])


def _resolve(
    scene: _Scene, token: Token, need: Need, own: Sequence[Mention]
) -> Mention | None:
    """Find what a pronoun, or a noun that says little, takes up."""
    known = [_with_gender(m, scene.genders) for m in (*scene.recent, *own)]
    if need.place is not None:
        return _member(need.place, known)
    return _offered(scene.tree, token, need, own, scene.inside) or _choose(
        scene.tree, token, need, known, scene.number
    )


def _with_gender(mention: Mention, genders: Mapping[tuple[str, ...], str]) -> Mention:
    told = genders.get(mention.keys, "")
    if mention.gender or not told:
        return mention
    return dataclasses.replace(mention, gender=told)


def _member(place: int, known: Sequence[Mention]) -> Mention | None:
    """Find the first or the last of the two that were mentioned together."""
    pair = next((m for m in reversed(known) if m.plural and m.size > 1), None)
    if pair is None or pair.size != _PAIR:
        return None
    members = [
        m
        for m in known
        if m.sentence == pair.sentence
        and m.size == 1
        and m.head in pair.words
        and set(m.words) <= set(pair.words)
    ]
    heads = sorted(members, key=lambda m: m.head)
    return heads[place] if heads else None


def _offered(
    tree: Tree,
    token: Token,
    need: Need,
    own: Sequence[Mention],
    inside: Sequence[Entity],
) -> Mention | None:
    """Find an antecedent that the sentence's own structure points to."""
    for offer in (sister_of, later_subject):
        mention = offer(tree, token, own)
        if mention is not None and _agrees(need, mention):
            return mention
    if need.members == _PAIR:
        return _pair(token, need, own, inside)
    return None


def _pair(
    token: Token, need: Need, own: Sequence[Mention], inside: Sequence[Entity]
) -> Mention | None:
    """Take two names of the sentence together: "Peru told Chile the two countries"."""
    before = [e for e in inside if e.span.end <= token.span.start]
    named = {e.key for e in before if e.label in need.kinds}
    first_by_key: dict[str, Mention] = {}
    for mention in own:
        single = mention.size == 1 and not mention.plural and not mention.is_open
        if single and mention.kind in need.kinds - {""} and mention.head < token.index:
            for key in mention.keys:
                first_by_key.setdefault(key, mention)
    if len(named) != _PAIR or set(first_by_key) != named:
        return None
    first, second = first_by_key.values()
    return dataclasses.replace(
        first,
        keys=(*first.keys, *second.keys),
        span=first.span.cover(second.span),
        parts=(first.span, second.span),
        plural=True,
        size=_PAIR,
    )


def _choose(
    tree: Tree, token: Token, need: Need, mentions: Iterable[Mention], number: int
) -> Mention | None:
    mentions = tuple(mentions)
    beside = clause_mates(tree, token, mentions, number)
    fitting = [
        m
        for m in mentions
        if _agrees(need, m)
        and may_bind(tree, token, m, number)
        and not (m.keys and m.keys in beside)
    ]
    passed_over = [
        m for m in fitting if m.sentence == number and not _is_prominent(token, m)
    ]
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
    if any(_rules_out(need, other, chosen) for _, other in scored):
        return None
    distant = token.dep in SUBJECTS and chosen.sentence != number
    if distant and _has_nearer_object(token, need, passed_over):
        return None  # "Lee did the test; it took hours"
    if (
        distant
        and not chosen.keys
        and not chosen.plural
        and any(m.keys for _, m in scored if m.sentence == chosen.sentence)
    ):
        return None  # a thing and a name: which is meant takes understanding
    for score, other in scored[1:]:
        if _same(chosen, other):
            continue
        return chosen if best - score >= MARGIN else None
    return chosen


def _has_nearer_object(token: Token, need: Need, passed: Sequence[Mention]) -> bool:
    """Tell whether a thing without a name, an object, stands before a pronoun."""
    pronoun = token.pos == "PRON" and "thing" in need.kinds
    return pronoun and any(
        m.head < token.index and m.rank == _OBJECT and not m.has_pronoun for m in passed
    )


def _rules_out(need: Need, other: Mention, chosen: Mention) -> bool:
    """Tell whether another candidate leaves the one preferred in doubt."""
    if _same(chosen, other):
        return False
    is_nearer = other.sentence - chosen.sentence >= REACH
    return need.only or bool(need.gender and is_nearer)


def _same(left: Mention, right: Mention) -> bool:
    """Tell whether two mentions are of the same thing, or one holds the other."""
    return bool(left.keys) and left.keys == right.keys


def _agrees(need: Need, mention: Mention) -> bool:
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


def _antecedent(visible: str, mention: Mention) -> Antecedent:
    spans = mention.parts or (mention.span,)
    words = " and ".join(" ".join(span.of(visible).split()) for span in spans)
    return Antecedent(mention.span, words, mention.keys, mention.plural)


def _taken_up(tree: Tree, token: Token, chosen: Mention | None, number: int) -> Mention:
    """Make the referring word a mention itself, so that a chain goes on or is cut."""
    is_subject = token.dep in SUBJECTS
    if chosen is None:
        plural = "Number=Plur" in token.morph
        return Mention(
            number,
            token.index,
            (token.index,),
            token.span,
            (),
            noun_kind(token.lemma.lower()) or "thing",
            plural,
            "",
            2.0 if is_subject else 0.5,
            is_subject,
            governor_of(tree, token.index),
            is_open=True,
        )
    return Mention(
        number,
        token.index,
        (token.index,),
        chosen.span,
        chosen.keys,
        chosen.kind,
        chosen.plural,
        chosen.gender or _gender(token),
        2.0 if is_subject else 0.5,
        is_subject,
        governor_of(tree, token.index),
        is_open=chosen.is_open,
    )


def _gender(token: Token) -> str:
    word = token.text.lower()
    pronouns = load_words()["pronoun"]
    if word in pronouns["male"]:
        return "m"
    return "f" if word in pronouns["female"] else ""
