"""
Read what is known of acts: which are one, which are seldom repeated, what they are of.

The tables are data, in ``acts.toml`` beside this module.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from claimcheck.match.tables import load_table
from claimcheck.model import Claim


@functools.cache
def act_words(table: str, name: str) -> frozenset[str]:
    """Return one list of words."""
    return frozenset(load_table("acts")[table][name].split())


@functools.cache
def act_phrases(table: str, name: str) -> tuple[str, ...]:
    """Return one list of words and phrases, "_" read as a blank, in its order."""
    return tuple(p.replace("_", " ") for p in load_table("acts")[table][name].split())


def opens_with(text: str, name: str) -> bool:
    """Tell whether a phrase begins with one of the words of a row of openings."""
    low = text.lower()
    return any(low.startswith(f"{p} ") for p in act_phrases("openings", name))


def act_map(table: str) -> Mapping[str, str]:
    """Return a table that maps one word to another."""
    rows: Mapping[str, str] = load_table("acts")[table]
    return rows


def act_of(claim: Claim) -> str:
    """
    Return the act that a claim tells of: its predicate, unless that is one of many.

    "Was jailed" and "was sentenced to six years" tell of one act; "took charge" tells
    of what "became manager" does.
    """
    predicate = claim.predicate
    light = _light_verbs().get(predicate)
    if light:
        heads = (a.head for a in claim.arguments if a.role == "patient")
        return next((light[head] for head in heads if head in light), predicate)
    return act_map("one_act").get(predicate, predicate)


@functools.cache
def _light_verbs() -> Mapping[str, Mapping[str, str]]:
    return {
        verb: {
            noun: act
            for pair in pairs.split()
            for noun, _, act in (pair.partition("/"),)
        }
        for verb, pairs in load_table("acts")["light_verbs"].items()
    }


def amount_of(act: str) -> tuple[str, str]:
    """
    Return the dimension of the amount that an act is of, and what it is called.

    >>> amount_of("buy"), amount_of("visit")
    (('money', 'price'), ('', ''))
    """
    dimension, _, name = load_table("acts")["amount_of"].get(act, "").partition("/")
    return dimension, name


@functools.cache
def amount_names() -> frozenset[str]:
    """Return what the amounts of acts are called; no state of things has them."""
    return frozenset(
        v.partition("/")[2] for v in load_table("acts")["amount_of"].values()
    )


@functools.cache
def alike_nouns() -> Mapping[str, str]:
    """Return the name of its group for every noun that has fellows."""
    return {
        word: name
        for name, words in load_table("acts")["alike"].items()
        for word in words.split()
    }
