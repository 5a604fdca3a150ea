"""
Resolve organisations: acronyms as the text introduces them, and short forms.

Source: the usual introduction, "World Food Programme (WFP)" or "WFP (World Food
Programme)", after Schwartz and Hearst (2003): an acronym's letters are initials of the
name's words, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.values.entities.heads import head_words
from claimcheck.values.entities.mentions import Mention
from claimcheck.values.places.names import fold_name

_ACRONYM = re.compile(r"\((?P<acronym>[A-Z][A-Za-z&.-]{1,10})(?:[,;][^()]{0,40})?\)")
_REACH = 160  # code points: the longest name looked for before its acronym
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "de", "to", "a"})


def find_acronyms(text: str) -> Mapping[str, str]:
    """
    Map each acronym that the text introduces to the name it stands for.

    >>> find_acronyms("The Centre for Regional Studies (CRS) said so.")
    {'CRS': 'Centre for Regional Studies'}
    """
    return dict(_introductions(text))


def _introductions(text: str) -> Iterator[tuple[str, str]]:
    for match in _ACRONYM.finditer(text):
        letters = re.sub(r"[^A-Za-z]", "", match["acronym"])
        words = text[max(match.start() - _REACH, 0) : match.start()].split()
        for count in range(1, len(words) + 1):
            name = words[-count:]
            if name[0].endswith((".", ",", ";", ":", ")")) and count > 1:
                break
            capital = name[0][0].isupper() and name[-1][0].isupper()
            if capital and _are_initials(letters, name):
                yield match["acronym"], " ".join(name)
                break


def _are_initials(letters: str, words: Sequence[str]) -> bool:
    """Tell whether letters are the initials of words, small ones free to be skipped."""
    pieces = [
        piece for word in words for piece in re.split(r"[-\u2010]", word) if piece
    ]
    strict = "".join(p[0] for p in pieces if p.lower() not in _SMALL)
    loose = "".join(p[0] for p in pieces)
    # "UN Security Council" is UNSC: an acronym inside the name gives all its letters.
    nested = "".join(
        p if p.isupper() else p[0] for p in pieces if p.lower() not in _SMALL
    )
    wanted = letters.rstrip("s").upper()
    return wanted in {strict.upper(), loose.upper(), nested.upper()}


def short_forms(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """
    Map the folded first words of an organisation's name to the folded whole.

    "Wagner" is the Wagner Group where the document names that and nothing else that
    begins alike; only a last word that says what it is may be left out.
    """
    full = {
        name
        for mention in mentions
        if mention.label == "organisation"
        and " " in (name := fold_name(mention.text))
        and name.split()[-1] in head_words("organisation")
    }
    longer: dict[str, set[str]] = {}
    for name in full:
        longer.setdefault(name.rsplit(" ", 1)[0], set()).add(name)
    return {
        start: next(iter(names)) for start, names in longer.items() if len(names) == 1
    }
