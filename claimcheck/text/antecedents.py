"""
Resolve words that refer back, where the text allows only one reading.

Pronouns, "the two leaders", "the country", "the former" and "there" are looked up among
the mentions before them: candidates must agree in number, gender and kind, and the one
that nearness and grammatical role prefer must be ahead of the next.  What stays open is
kept as open, so that nothing is ever claimed of the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import Entity, Sentence, Span, Token
from claimcheck.text.antecedents_mentions import (
    Mention,
    governor_of,
    list_mentions,
    load_words,
    noun_kind,
)
from claimcheck.text.embedding import kind_of
from claimcheck.text.trees import SUBJECTS, Tree, build_tree

# How many sentences back a reference may reach.
REACH = 2
# By how much the best candidate must be ahead of the next; set so that a subject beats
# an object of the same sentence, and no two mentions of equal role are told apart.
MARGIN = 0.5

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


@dataclass(frozen=True, slots=True)
class _Need:
    """Hold what a referring word asks of its antecedent."""

    kinds: frozenset[str]
    plural: bool
    gender: str = ""
    members: int = 0
    named: bool = False


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
    at = 0
    for number, sentence in enumerate(sentences):
        inside: list[Entity] = []
        while at < len(entities) and entities[at].span.start < sentence.span.end:
            inside.append(entities[at])
            at += 1
        tree = build_tree(sentence)
        own = list_mentions(number, sentence, tree, inside)
        recent = [m for m in recent if number - m.sentence <= REACH]
        for token in sentence.tokens:
            need = _need(tree, token)
            if need is None:
                continue
            known = [*recent, *own]
            chosen = _fixed(tree, token, need, own) or _choose(
                tree, token, need, known, number
            )
            settled = chosen is not None and not chosen.is_open
            found[number, token.index] = (
                _antecedent(visible, chosen) if chosen and settled else None
            )
            own.append(_taken_up(tree, token, chosen, number))
        recent.extend(own)
    return found


def _need(tree: Tree, token: Token) -> _Need | None:
    """Tell what the token asks of its antecedent, or None if it does not refer."""
    if token.text.lower() in ("this", "that", "these", "those") and token.pos == "PRON":
        return None if token.dep not in SUBJECTS else _Need(frozenset(), plural=False)
    if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
        return _pronoun_need(tree, token)
    if token.text.lower() == "there" and token.dep == "advmod":
        return _Need(frozenset({"city", "country"}), plural=False, named=True)
    if token.pos == "NOUN":
        return _description_need(tree, token)
    return None


def _pronoun_need(tree: Tree, token: Token) -> _Need | None:
    kind = next(
        (k for k, words in load_words()["pronoun"].items()
         if token.text.lower() in words),
        "",
    )  # fmt: skip
    if kind in ("male", "female"):
        return _Need(frozenset({"person"}), plural=False, gender=kind[0])
    if kind == "thing" and not is_empty_it(tree, token.index):
        kinds = {"country", "organisation", "city", "thing"}
        return _Need(frozenset(kinds), plural=False)
    if kind == "several":
        kinds = {"person", "country", "organisation", "city", "thing", ""}
        return _Need(frozenset(kinds), plural=True)
    return None


def _description_need(tree: Tree, token: Token) -> _Need | None:
    """Read "the country", "both leaders", "the two sides"."""
    kind = noun_kind(token.lemma.lower())
    words = {tree.tokens[c].text.lower() for c in tree.children[token.index]}
    if not kind or not words & {"the", "both", "these", "this"}:
        return None
    if any(
        tree.tokens[c].dep in ("prep", "poss", "relcl", "acl", "compound", "nmod",
                               "appos", "conj")
        or tree.tokens[c].entity not in ("", "CARDINAL")
        for c in tree.children[token.index]
    ) or token.dep in ("compound", "appos", "attr", "nmod"):  # fmt: skip
        return None
    plural = token.tag in ("NNS", "NNPS")
    kinds = frozenset({kind})
    if plural:
        pair = bool(words & {"two", "both"})
        return _Need(kinds | {""}, plural=True, members=2 if pair else 0, named=True)
    return _Need(frozenset({kind}), plural=False, named=True)


def is_empty_it(tree: Tree, at: int) -> bool:
    """Tell whether "it" refers to nothing: "it is believed that", "it is hard to"."""
    token = tree.tokens[at]
    if token.text.lower() != "it" or token.dep not in (*SUBJECTS, "expl"):
        return False
    verb = token.head
    clause = tree.kid(verb, "ccomp", "csubj", "csubjpass")
    described = tree.kid(verb, "acomp", "attr", "oprd")
    if tree.kid(verb, "auxpass") is not None:  # "it is said", "it was found that"
        known = kind_of("content", tree.tokens[verb].lemma.lower())
        return clause is not None or bool(known)
    if tree.tokens[verb].lemma in ("seem", "appear", "happen", "turn"):
        return clause is not None
    if tree.tokens[verb].lemma == "take":
        return tree.kid(verb, "xcomp", "advcl") is not None
    later = tree.kid(verb, "xcomp", "advcl", "ccomp", "relcl")
    return (
        described is not None
        and later is not None
        and later > described
        and (tree.tokens[described].pos in ("ADJ", "NOUN", "PROPN"))
    )


def _fixed(
    tree: Tree, token: Token, need: _Need, own: Sequence[Mention]
) -> Mention | None:
    """
    Find an antecedent that the sentence's own structure points to.

    In "the US and its allies" the pronoun takes up its sister; in a phrase before the
    subject ("despite its size, the firm grew") it waits for the subject.
    """
    if token.tag != "PRP$":
        return None
    noun = tree.tokens[token.head]
    if noun.dep == "conj" and noun.head < token.index:
        sister = next((m for m in own if m.head == noun.head and not m.plural), None)
        if sister and _agrees(need, sister):
            return sister
    for above in tree.ancestors(token.index):
        subject = tree.kid(above, *SUBJECTS)
        if tree.is_verb(above) and subject is not None:
            if token.index > subject or token.index in tree.subtree(subject):
                return None
            later = next((m for m in own if m.head == subject), None)
            return later if later and _agrees(need, later) else None
    return None


def _choose(
    tree: Tree, token: Token, need: _Need, mentions: Iterable[Mention], number: int
) -> Mention | None:
    scored = sorted(
        (
            (_score(tree, token, need, m, number), m)
            for m in mentions
            if _agrees(need, m) and _may_bind(tree, token, m, number)
        ),
        key=lambda pair: (-pair[0], -pair[1].sentence, -pair[1].head),
    )
    if not scored:
        return None
    best, chosen = scored[0]
    for score, other in scored[1:]:
        if _same(chosen, other):
            continue
        return chosen if best - score >= MARGIN else None
    return chosen


def _same(left: Mention, right: Mention) -> bool:
    """Tell whether two mentions are of the same thing, or one holds the other."""
    return bool(left.keys) and left.keys == right.keys


def _agrees(need: _Need, mention: Mention) -> bool:
    if mention.kind not in need.kinds or mention.plural != need.plural:
        return False
    if need.named and len(mention.keys) < mention.size:
        return False
    if need.members and len(mention.keys) != need.members:
        return False
    opposed = need.gender and mention.gender and need.gender != mention.gender
    return not opposed


def _may_bind(tree: Tree, token: Token, mention: Mention, number: int) -> bool:
    """Rule out what stands after the word, around it, or beside it in one clause."""
    if mention.sentence != number:
        return True
    if mention.head >= token.index or token.index in mention.words:
        return False
    if token.dep == "poss" or token.text.lower().endswith(("self", "selves")):
        return True
    verb = governor_of(tree, token.index)
    if mention.governor == verb:
        return False
    if token.dep in SUBJECTS:
        return True
    while tree.tokens[verb].dep == "conj" and tree.kid(verb, *SUBJECTS) is None:
        verb = tree.tokens[verb].head  # a later verb shares the subject
    return not (mention.is_subject and mention.governor == verb)


def _score(
    tree: Tree, token: Token, need: _Need, mention: Mention, number: int
) -> float:
    score = _NEARNESS[number - mention.sentence] + mention.rank
    if mention.is_subject and (token.dep in SUBJECTS or token.dep == "poss"):
        score += 1.0
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
    words = " ".join(mention.span.of(visible).split())
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
            "thing",
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
