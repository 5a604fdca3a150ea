"""Distribute coordinated phrases: "food and fuel" is said of food and of fuel."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimcheck.text.events import noun_sense
from claimcheck.text.trees import Tree

# One phrase or clause that would split into more than this stays a list: nobody
# wants a claim for each of twenty members, and their number may be what matters.
MOST_PHRASES = 6
MOST_CLAIMS = 6

# Words under which the members act together.
_TOGETHER = frozenset({"between", "among", "amongst", "both"})

_PAIR = 2

_JOINED_BY = frozenset({"and", "&", "as well as", "plus"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Hold the head of a phrase and its words, ascending."""

    head: int
    words: tuple[int, ...]


Keep = Callable[[int], bool]


def members(tree: Tree, top: int) -> tuple[int, ...]:
    """Return *top* and what is coordinated with it, in text order."""
    found = [top]
    for at in found:
        found.extend(c for c in tree.kids(at, "conj") if _same_kind(tree, top, c))
    return tuple(found)


def _same_kind(tree: Tree, left: int, right: int) -> bool:
    return tree.is_verb(left) == tree.is_verb(right)


def conjunctions(tree: Tree, found: Iterable[int]) -> frozenset[str]:
    """Return the words that join the members of a coordination, lower case."""
    return frozenset(
        tree.tokens[c].text.lower()
        for at in found
        for c in tree.kids(at, "cc", "preconj")
    )


def is_distributive(tree: Tree, found: tuple[int, ...], names: Iterable[range]) -> bool:
    """Tell whether what is said of the members is said of each alone."""
    words = conjunctions(tree, found)
    if not words or not words <= _JOINED_BY | {"both"}:
        return False
    parent = tree.tokens[found[0]]
    marker = tree.tokens[parent.head]
    if marker.text.lower() in _TOGETHER:
        return False
    if parent.dep == "pobj" and len(found) == _PAIR and _is_bare(tree, found[1]):
        return False  # "the planning and building of roads" is one thing
    event = noun_sense(tree.tokens[marker.head].lemma.lower())
    if marker.text.lower() == "of" and event and event.family.symmetric:
        return False
    return not any(sum(at in name for at in found) > 1 for name in names)


def _is_bare(tree: Tree, at: int) -> bool:
    """Tell whether a common noun stands without article and modifiers."""
    own = set(tree.children[at]) - set(tree.kids(at, "prep", "punct", "cc", "conj"))
    return tree.tokens[at].pos == "NOUN" and not own


def distribute(
    tree: Tree,
    top: int,
    keep: Keep,
    names: tuple[range, ...] = (),
    *,
    split: bool = True,
) -> tuple[Phrase, ...]:
    """
    List the phrases that *top* stands for: one a member, modifiers shared.

    Args:
        tree: The sentence.
        top: The head of the phrase.
        keep: Tells which children belong to the phrase.
        names: Token ranges of names, which are never split.
        split: False keeps the coordination of *top* itself together.
    """
    found = members(tree, top)
    if len(found) > 1 and not (split and is_distributive(tree, found, names)):
        return (Phrase(top, whole(tree, top, keep)),)
    phrases: list[Phrase] = []
    for member in found:
        phrases.extend(_variants(tree, member, found, keep, names))
    if len(phrases) > MOST_PHRASES:
        return (Phrase(top, whole(tree, top, keep)),)
    return tuple(phrases)


def _variants(
    tree: Tree,
    member: int,
    found: tuple[int, ...],
    keep: Keep,
    names: tuple[range, ...],
) -> list[Phrase]:
    parts: list[tuple[tuple[int, ...], ...]] = []
    for child in (*tree.children[member], *_shared(tree, member, found)):
        token = tree.tokens[child]
        if token.dep in ("preconj", "punct") or child in found:
            continue
        if token.dep == "cc" and len(found) > 1:
            continue
        if not keep(child):
            continue
        options = distribute(tree, child, keep, names, split=_may_split(tree, child))
        parts.append(tuple(o.words for o in options))
    combined = list(itertools.islice(itertools.product(*parts), MOST_PHRASES + 1))
    if len(combined) > MOST_PHRASES:
        combined = [tuple(whole(tree, c, keep) for c in _content(tree, member, keep))]
    return [
        Phrase(member, tuple(sorted({member, *itertools.chain.from_iterable(c)})))
        for c in combined
    ]


def _content(tree: Tree, member: int, keep: Keep) -> list[int]:
    outside = ("cc", "preconj", "punct", "conj")
    return [
        c
        for c in tree.children[member]
        if tree.tokens[c].dep not in outside and keep(c)
    ]


def _may_split(tree: Tree, child: int) -> bool:
    return tree.tokens[child].dep in (
        "pobj", "prep", "compound", "nmod", "dobj", "conj", "attr", "pcomp",
    )  # fmt: skip


def _shared(tree: Tree, member: int, found: tuple[int, ...]) -> list[int]:
    """List the modifiers of other members that *member* shares."""
    if len(found) == 1:
        return []
    first, last = found[0], found[-1]
    shared: list[int] = []
    if member != last and not tree.kids(member, "prep"):
        shared.extend(
            c for c in tree.kids(last, "prep") if tree.tokens[c].text.lower() == "of"
        )
    if member != first:
        shared.extend(c for c in tree.kids(first, "prep") if c > last)
        if not tree.kids(member, "det", "poss", "nummod"):
            premodifiers = tree.kids(first, "det", "poss")
            shared.extend(premodifiers)
    return shared


def whole(tree: Tree, top: int, keep: Keep) -> tuple[int, ...]:
    """Return *top* and everything kept below it, lists and their commas included."""
    found = []
    waiting = [top]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(c for c in tree.children[at] if keep(c))
    found.sort()
    while len(found) > 1 and tree.tokens[found[-1]].dep in ("punct", "cc"):
        found.pop()
    while len(found) > 1 and tree.tokens[found[0]].dep in ("punct", "cc"):
        found.pop(0)
    return tuple(found)
