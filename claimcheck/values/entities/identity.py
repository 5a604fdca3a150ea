"""Tell whether keys of two documents denote the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.values.entities.personal_names import can_shorten, has_family_name_first


def same_entity(left: str, right: str) -> bool | None:
    """
    Tell whether two keys denote the same thing.

    Returns:
        True for equal keys and for one name under two kinds of which one is unknown
        ("other:x" and "org:x"); None where one may be a short form of the other, or
        where a country and its capital stand; else False.

    >>> same_entity("person:putin", "person:vladimir putin") is None
    True
    >>> same_entity("person:kim jong il", "person:kim jong un")
    False
    """
    if left == right:
        return True
    (kind, name), (other_kind, other_name) = left.split(":", 1), right.split(":", 1)
    if kind != other_kind:
        if name == other_name and "country" not in {kind, other_kind}:
            return True if "other" in {kind, other_kind} else None
        return False
    if kind != "person":
        words, other_words = set(name.split()), set(other_name.split())
        return None if words < other_words or other_words < words else False
    words_left, words_right = tuple(name.split()), tuple(other_name.split())
    if can_shorten(words_left, words_right) or can_shorten(words_right, words_left):
        return None
    return False


def family_name(key: str) -> str:
    """
    Return the word by which other texts may name a person: the family name, folded.

    Keys of other kinds give their whole name.

    >>> family_name("person:kim jong un"), family_name("person:vladimir putin")
    ('kim', 'putin')
    """
    kind, _, name = key.partition(":")
    words = name.split()
    if kind != "person" or not words:
        return name
    return words[0] if has_family_name_first(words) else words[-1]


def unify_keys(documents: Iterable[Iterable[str]]) -> Mapping[str, str]:
    """
    Map short personal keys to the one full key of the corpus that they can stand for.

    A short key that two full names fit ("person:kim") is left out: it denotes nobody.

    Args:
        documents: The keys of each document's entities.

    >>> unify_keys([["person:putin"], ["person:vladimir putin"]])
    {'person:putin': 'person:vladimir putin'}
    """
    keys = sorted({key for document in documents for key in document})
    names = [
        tuple(key.split(":", 1)[1].split()) for key in keys if key.startswith("person:")
    ]
    by_edge: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        for edge in {name[0], name[-1]} if len(name) > 1 else ():
            by_edge.setdefault(edge, []).append(name)
    unified: dict[str, str] = {}
    for name in names:
        fits = [full for full in by_edge.get(name[-1], ()) if can_shorten(name, full)]
        whole = [full for full in fits if not any(can_shorten(full, f) for f in fits)]
        if len(whole) == 1:
            unified["person:" + " ".join(name)] = "person:" + " ".join(whole[0])
    return unified
