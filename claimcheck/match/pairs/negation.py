"""Find what the negations of a sentence bear on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.match.lexicon import word_set
from claimcheck.match.pairs.words import word_key
from claimcheck.model import Token

_COMPLEMENTS = ("xcomp",)
_NO_DENIAL = ("only", "just", "but")


def find_negations(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """Yield, for each negation of the sentence, the keys of the words it bears on."""
    deniers = word_set("statements", "deniers")
    for token in tokens:
        lemma = token.lemma.lower()
        if token.pos == "INTJ" or (token.index == 0 and lemma in ("no", "yes")):
            continue  # an answer: "No, it did not" denies once
        if _denies_nothing(token, tokens):
            continue
        if lemma == "yet" and (verb := _outstanding(token, tokens)) is not None:
            yield tuple(_denied_by(verb, tokens))
        elif lemma == "neither":
            yield tuple(_denied_by_both(token, tokens))
        elif token.text.lower() in deniers or token.dep == "neg":
            yield tuple(_denied_by(tokens[token.head], tokens))
        elif is_refusal(token, tokens):
            for verb in _refused(token, tokens):
                yield tuple(_denied_by(verb, tokens))


def _denies_nothing(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a negative word denies nothing more where it stands."""
    word = token.text.lower()
    before = [t.lemma.lower() for t in tokens[: token.index]]
    after = tokens[token.index + 1].lemma.lower() if tokens[token.index + 1 :] else ""
    if word == "not" and before[-1:] == ["or"]:
        return True  # "whether or not"
    if word == "nor" and "neither" in before:
        return True  # counted with "neither"
    return after in _NO_DENIAL  # "not only", "nothing but"


def _denied_by_both(token: Token, tokens: Sequence[Token]) -> Iterator[str]:
    """Yield what "neither A nor B" denies: both, or of both subjects their verb."""
    head = tokens[token.head]
    if head.dep in ("nsubj", "nsubjpass"):
        yield from _denied_by(tokens[head.head], tokens)
        return
    both = [t for t in tokens if t.head == head.index and t.dep == "conj"]
    yield from _denied_by(head, tokens)
    yield from (word_key(t) for t in both)


def _outstanding(yet: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the verb of "has yet to play", which denies that anybody has played."""
    around = tokens[max(0, yet.index - 1) : yet.index + 3]
    lemmas = [t.lemma.lower() for t in around[:-1]]
    if lemmas not in (["have", "yet", "to"], ["be", "yet", "to"]):
        return None
    return around[-1] if around[-1].tag == "VB" else None


def is_refusal(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a word denies its complement: "failed to sign", "unable to play"."""
    return any(True for _ in _refused(token, tokens))


def _refused(token: Token, tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the verbs that a word of failing denies, also of "an offer to play"."""
    if token.pos not in ("VERB", "ADJ") or not _is_failing(token, tokens):
        return
    for child in tokens:
        if child.pos not in ("VERB", "AUX"):
            continue
        if (child.head == token.index and child.dep in _COMPLEMENTS) or (
            tokens[child.head].head == token.index and _is_offered(child)
        ):
            yield child


def _is_offered(verb: Token) -> bool:
    """Tell whether a verb is offered or denied: "to play", "incapable of playing"."""
    return verb.dep == "pcomp" or (verb.dep in ("acl", "relcl") and verb.tag == "VB")


def _is_failing(token: Token, tokens: Sequence[Token]) -> bool:
    failing = word_set("statements", "failing")
    lemma = token.lemma.lower()
    particles = (
        t.lemma.lower() for t in tokens if t.head == token.index and t.dep == "prt"
    )
    return lemma in failing or any(f"{lemma} {p}" in failing for p in particles)


def _denied_by(head: Token, tokens: Sequence[Token]) -> Iterator[str]:
    """Yield what a negation at *head* denies; through "be" and "have", what follows."""
    if head.lemma.lower() not in ("be", "have"):
        yield word_key(head)
        return
    deps = ("attr", "acomp", "dobj", "prep")
    linked = [t for t in tokens if t.head == head.index and t.dep in deps]
    yield from (word_key(t) for t in linked[:1])
    if not linked:
        yield word_key(head)
