"""
Read the members of a list: "Oslo, Kiel (the host) and Turku".

Where the words leave open how many there are, the list says so: "Trinidad and Tobago"
may be one member or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimcheck.model import Span, Token

Group: TypeAlias = tuple[Token, ...]
# What a list is of: names, or things told by nouns.
ListKind: TypeAlias = Literal["names", "things"]

_LONGEST_MEMBER = 6
_AND = ("and", "&")
_ENDS = (".", ";", "\u2013", "\u2014", "--", "!", "?", ":")
# "Two albums, 26 singles" are counts of their own.
_NEVER_IN_THINGS = ("VERB", "AUX", "PRON", "SCONJ", "NUM")
_OPENING, _CLOSING = ("(", "["), (")", "]")


@dataclass(frozen=True, slots=True)
class Listing:
    """
    Hold the members of a list as token groups.

    *fewest* is how many they are if every "and" that may stand inside a member does;
    *is_open* after "including", when more may belong to the list than are named.
    """

    members: tuple[Group, ...]
    kind: ListKind
    fewest: int
    is_open: bool = False

    @property
    def span(self) -> Span:
        """Return the stretch from the first member to the last."""
        return self.members[0][0].span.cover(self.members[-1][-1].span)

    @property
    def is_definite(self) -> bool:
        """Tell whether every member is a name or "the" thing, so that none is two."""
        return self.kind == "names" or all(m[0].pos == "DET" for m in self.members)

    def allows(self, count: int) -> bool:
        """Tell whether as many as *count* may be meant."""
        most = len(self.members)
        return self.fewest <= count if self.is_open else self.fewest <= count <= most

    def say(self) -> str:
        """Write the members as a list."""
        return ", ".join(" ".join(t.text for t in m) for m in self.members)


def read_list(tokens: Sequence[Token], *, is_open: bool = False) -> Listing | None:
    """
    Read the list at the start of *tokens*, or None where it is no plain list.

    Words in brackets are passed over.  The list ends with the clause; a member without
    a noun, or with more than a few words, means that this is no list.
    """
    members: list[list[Token]] = [[]]
    joints: list[str] = []
    for token in _outside_brackets(tokens):
        if token.text in _ENDS:
            break
        if token.text in _CLOSING:
            return None  # a name follows the bracket without a comma
        if token.text != "," and token.lemma.lower() not in _AND:
            members[-1].append(token)
        elif members[-1]:
            members.append([])
            joints.append(token.lemma.lower())
        elif joints:
            joints[-1] = f"{joints[-1]} {token.lemma.lower()}"
    named = tuple(tuple(m) for m in members if m)
    kind = _kind_of(named)
    if kind is None or (kind == "things" and (is_open or len(named) == 1)):
        return None
    return Listing(named, kind, _fewest(len(named), joints), is_open)


def _outside_brackets(tokens: Sequence[Token]) -> Iterable[Token]:
    """Yield the tokens outside brackets, and a closing one that no mark follows."""
    depth = 0
    for position, token in enumerate(tokens):
        if token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth -= 1
            following = tokens[position + 1 : position + 2]
            if following and following[0].text[:1].isupper():
                yield token
        elif depth <= 0:
            yield token


def _fewest(most: int, joints: Sequence[str]) -> int:
    """Return how many members there are if plain "and" joins words of one member."""
    plain = [n for n, joint in enumerate(joints) if joint in _AND]
    if plain == [len(joints) - 1]:
        return most
    return most - len(plain)


def _kind_of(members: Sequence[Group]) -> ListKind | None:
    if members and all(_is_name(m) for m in members):
        return "names"
    if members and all(_is_thing(m) for m in members) and _are_alike(members):
        return "things"
    return None


def _is_name(member: Group) -> bool:
    lead = [t for t in member if t.pos not in ("DET", "ADV", "PUNCT", "ADP")]
    return (
        bool(lead)
        and len(member) <= _LONGEST_MEMBER
        and all(t.pos not in ("VERB", "AUX", "PRON") for t in member)
        and lead[-1].text[:1].isupper()
    )


def _is_thing(member: Group) -> bool:
    """Tell whether a member is a plain phrase: "the pilot station", "lower fees"."""
    return (
        len(member) <= _LONGEST_MEMBER
        and member[0].pos in ("DET", "ADJ", "NOUN", "PROPN")
        and member[-1].pos in ("NOUN", "PROPN")
        and all(t.pos not in _NEVER_IN_THINGS for t in member)
    )


def _are_alike(members: Sequence[Group]) -> bool:
    """Tell whether no member explains the one before it: "the Vesta, a frigate"."""
    articles = [m[0].text.lower() for m in members]
    first_names = members[0][0].pos == "PROPN" or articles[0] == "the"
    return not (first_names and {"a", "an"} & set(articles[1:]))
