"""
Resolve words that refer back, where the text allows only one reading.

Pronouns, "the two leaders", "the country", "the former" and "there" are looked up among
the mentions before them: candidates must agree in number, gender and kind, and the one
that nearness and grammatical role prefer must be ahead of the next.  What stays open is
kept as open, so that nothing is ever claimed of the wrong one.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import Entity, Sentence, Span, Token
from claimcheck.text.antecedents_bindings import later_subject, sister_of
from claimcheck.text.antecedents_choice import REACH, agrees, choose
from claimcheck.text.antecedents_classes import (
    Calling,
    find_called,
    list_callings,
    name_behind,
    read_class,
    recall,
    remember,
)
from claimcheck.text.antecedents_mentions import (
    Mention,
    governor_of,
    list_mentions,
    load_words,
    noun_kind,
)
from claimcheck.text.antecedents_needs import Need, read_need
from claimcheck.text.antecedents_persons import (
    is_age,
    is_demonym,
    list_person_callings,
    read_person,
    topic_person,
)
from claimcheck.text.trees import SUBJECTS, Tree, build_tree

_PAIR = 2
_PLACES = ("city", "country")


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
    callings: dict[str, dict[object, Calling]] = {}
    genders: dict[tuple[str, ...], str] = {}
    named: Counter[tuple[str, tuple[str, ...]]] = Counter()
    at = 0
    for number, sentence in enumerate(sentences):
        first = at
        while at < len(entities) and entities[at].span.start < sentence.span.end:
            at += 1
        recent = [m for m in recent if number - m.sentence <= REACH]
        scene = _Scene(
            number, build_tree(sentence), entities[first:at],
            recent, callings, genders, named,
        )  # fmt: skip
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

    *recent*, *callings*, *genders* and *named* grow as sentences are read: the mentions
    within reach, what each thing has been called, what pronouns told of persons, and
    how often each place has been named.
    """

    number: int
    tree: Tree
    inside: Sequence[Entity]
    recent: list[Mention]
    callings: dict[str, dict[object, Calling]]
    genders: dict[tuple[str, ...], str]
    named: Counter[tuple[str, tuple[str, ...]]]


def _read_scene(
    scene: _Scene, sentence: Sentence, visible: str
) -> Iterator[tuple[Token, Mention | None]]:
    """Yield the referring words of a sentence with what they take up."""
    tree, number = scene.tree, scene.number
    own = list_mentions(number, sentence, tree, scene.inside)
    callings = [
        *list_callings(tree, own),
        *list_person_callings(visible, tree, own, scene.inside),
    ]
    for token in sentence.tokens:
        need = read_need(tree, token)
        if is_demonym(tree, token):
            need = Need(frozenset({"person"}), plural=False, is_called=True)
        chosen = name_behind(tree, token, own) or _called(scene, token, callings)
        if need is None and chosen is None:
            continue
        if chosen is None and need is not None and not need.is_called:
            chosen = _resolve(scene, token, need, own)
            is_class = token.pos == "NOUN" and need.place is None
            if is_class and _is_outnamed(chosen, scene.named):
                chosen = None
        own = [m for m in own if m.head != token.index or m.size > 1]
        own.append(_taken_up(tree, token, chosen, number))
        if own[-1].keys and own[-1].gender:
            scene.genders.setdefault(own[-1].keys, own[-1].gender)
        yield token, chosen
    scene.recent.extend(own)
    scene.named.update((m.kind, m.keys) for m in own if m.kind in _PLACES and m.keys)
    remember(scene.callings, callings)


def _is_outnamed(
    chosen: Mention | None, named: Counter[tuple[str, tuple[str, ...]]]
) -> bool:
    """Tell whether the text is about another place of the kind: "the city"."""
    if chosen is None or chosen.plural or chosen.kind not in _PLACES:
        return False
    own = named[chosen.kind, chosen.keys]
    return any(
        count >= own and kind == chosen.kind and keys != chosen.keys
        for (kind, keys), count in named.items()
    )


def _called(scene: _Scene, token: Token, callings: Sequence[Calling]) -> Mention | None:
    """Find what a description means by what things have been called before it."""
    nearer = [c for c in callings if c.mention.head < token.index]
    person = read_person(scene.tree, token, scene.inside)
    if person:
        known = [*recall(scene.callings, person), *nearer]
        named = find_called(person, frozenset(), known)
        bridged = not any(c.noun == person for c in known) and is_age(person)
        return topic_person(scene.recent, scene.number) if bridged else named
    read = read_class(scene.tree, token)
    if read is None:
        return None
    return find_called(*read, [*recall(scene.callings, read[0]), *nearer])


def _resolve(
    scene: _Scene, token: Token, need: Need, own: Sequence[Mention]
) -> Mention | None:
    """Find what a pronoun, or a noun that says little, takes up."""
    known = [_with_gender(m, scene.genders) for m in (*scene.recent, *own)]
    if need.place is not None:
        return _member(need.place, known)
    return _offered(scene.tree, token, need, own, scene.inside) or choose(
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
        if mention is not None and agrees(need, mention):
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
