"""Polarity, modality and speaker of a clause."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Modality, Polarity
from claimcheck.text.attribution import find_attribution
from claimcheck.text.claims.clauses import (
    chain_of,
)
from claimcheck.text.claims.coordination import Phrase, whole
from claimcheck.text.embedding import kind_of, words_of
from claimcheck.text.trees import Tree


@dataclass(frozen=True, slots=True)
class Stance:
    """
    Hold how far a clause is vouched for, and by whom.

    *reporter* is the verb or preposition that attributes the clause, or -1.
    """

    polarity: Polarity
    modality: Modality
    speaker: Phrase | None = None
    reporter: int = -1


def find_stance(tree: Tree, at: int, chain: tuple[int, ...]) -> Stance:
    """
    Tell polarity, modality and speaker of the clause headed by *at*.

    Args:
        tree: The sentence.
        at: The clause's topmost verb.
        chain: *at* and the infinitives below it that carry on its predicate.
    """
    polarity = _polarity(tree, chain)
    speaker, reporter, kind = _speaker(tree, at)
    modality = _modality(tree, chain)
    if modality == "asserted" and kind in ("said", "source"):
        modality = "reported"
    if modality == "asserted" and kind == "held":
        modality = "reported" if speaker else "hedged"
    return Stance(polarity, modality, speaker, reporter)


def _polarity(tree: Tree, chain: tuple[int, ...]) -> Polarity:
    negations = 0
    for link in chain:
        negations += len(tree.kids(link, "neg"))
        negations += any(
            tree.tokens[c].text.lower() in words_of("adverb", "negative")
            and tree.tokens[c].dep != "neg"
            for c in tree.kids(link, "advmod")
        )
        if link != chain[-1]:
            lemma = tree.tokens[link].lemma.lower()
            negations += lemma in words_of("infinitive", "not_happened")
    last = chain[-1]
    for child in tree.kids(last, "dobj", "attr", "nsubj", "nsubjpass"):
        negations += any(
            tree.tokens[d].text.lower() in ("no", "neither")
            for d in tree.kids(child, "det", "neg")
        )
        negations += tree.tokens[child].text.lower() in ("nobody", "nothing", "none")
    return "negated" if negations % 2 else "affirmed"


def _modality(tree: Tree, chain: tuple[int, ...]) -> Modality:
    found: list[str] = []
    for link in chain:
        token = tree.tokens[link]
        if link != chain[-1]:
            passive = tree.kid(link, "auxpass") is not None
            table = "passive_infinitive" if passive else "infinitive"
            found.append(kind_of(table, token.lemma.lower()))
        for child in tree.kids(link, "aux"):
            found.append(kind_of("auxiliary", tree.tokens[child].text.lower()))
        for child in tree.kids(link, "advmod"):
            found.append(kind_of("adverb", tree.tokens[child].text.lower()))
        if any(
            tree.tokens[c].text.lower() == "if"
            for a in tree.kids(link, "advcl")
            for c in tree.kids(a, "mark")
        ):
            return "hypothetical"
    order: tuple[Modality, ...] = ("opinion", "hedged", "planned")
    return next((m for m in order if m in found), "asserted")


def _speaker(tree: Tree, at: int) -> tuple[Phrase | None, int, str]:
    attribution = find_attribution(tree, at)
    if attribution is None:
        return None, -1, ""
    speaker = None
    if attribution.speaker >= 0 and attribution.kind != "shown":
        speaker = _phrase(tree, attribution.speaker)
    return speaker, attribution.reporter, attribution.kind


def _phrase(tree: Tree, head: int) -> Phrase:
    def keep(child: int) -> bool:
        return tree.tokens[child].dep not in ("relcl", "appos", "acl")

    return Phrase(head, whole(tree, head, keep))


def nominal_stance(tree: Tree, at: int) -> Stance:
    """
    Tell how far an event that a noun names is vouched for.

    What a sentence only mentions is taken to have happened, unless it is the object
    of a verb or noun that leaves it open ("vetoed the renewal", "the threat of war")
    or of a verb that is itself negated, hedged or planned.
    """
    token = tree.tokens[at]
    for above in tree.ancestors(at):
        head = tree.tokens[above]
        if tree.is_verb(above):
            return _governed(tree, above, token.dep)
        if head.lemma.lower() in words_of("irrealis", "nouns"):
            return Stance("affirmed", "hypothetical")
        token = head if head.pos != "ADP" else token
    return Stance("affirmed", "asserted")


def _governed(tree: Tree, verb: int, dep: str) -> Stance:
    stance = find_stance(tree, verb, chain_of(tree, verb))
    if dep not in ("dobj", "nsubjpass", "pobj"):
        return Stance("affirmed", "asserted")
    open_ = tree.tokens[verb].lemma.lower() in words_of("irrealis", "verbs")
    if dep in ("dobj", "nsubjpass") and (open_ or stance.polarity == "negated"):
        return Stance("affirmed", "hypothetical", stance.speaker, stance.reporter)
    if dep == "dobj" and stance.modality in ("planned", "hypothetical", "hedged"):
        return Stance("affirmed", stance.modality, stance.speaker, stance.reporter)
    return Stance("affirmed", "asserted")
