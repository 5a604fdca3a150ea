"""Blocking against all pairs, its bound, and how work grows."""

from __future__ import annotations

import dataclasses
import itertools
import time
from collections.abc import Iterable, Iterator, Sequence

import pytest
from reading_texts import match, source

from claimcheck.match import Source, match_claims
from claimcheck.match.blocking import (
    BLOCKING_RULES,
    LARGEST_BLOCK,
    Block,
    build_blocks,
)
from claimcheck.match.frames import Frame, build_frames
from claimcheck.model import Entity

# Rules whose last key is the name that two claims share; what comes before it is what
# they are compared for.
ONE_NAME = ("figure", "toll")
FOLDER = (
    (
        "Russia's full-scale invasion of Ukraine in June 2022 changed Europe. "
        "On 4 May 2019 Angela Merkel met Emmanuel Macron in Berlin."
    ),
    "Russia invaded Ukraine in February 2022. Ada Kovar was born in Riga in 1950.",
    (
        "Angela Merkel and Emmanuel Macron met in Paris on 4 May 2019. "
        "The census of 2011 counted 18,204 people in Riga."
    ),
    (
        "Ada Kovar was born in Riga in 1953. "
        "The census of 2011 counted 14,208 people in Riga."
    ),
)


def test_blocking_loses_nothing_that_all_pairs_would_find() -> None:
    """Every finding that some two articles give alone is found in the folder."""
    pairs = itertools.combinations(FOLDER, 2)
    alone = {f.question for pair in pairs for f in match(*pair).findings}
    together = {f.question for f in match(*FOLDER).findings}
    assert len(alone) >= 4
    assert alone <= together


# Articles that share no name, place or noun with those of `FOLDER`.
UNRELATED = (
    "The price of cocoa rose in Ghana in 2019. Farmers planted maize instead.",
    "Typhoon Kalo killed 31 people on 8 May 2021. Some 900 villagers were evacuated.",
    "Volto's revenue was 487 million euros in 2022. Volto bought Kalo Oil in 2022.",
    "The town council of Velmora voted 11 to seven on 16 January 2024.",
)


def _at_odds(sources: Sequence[Source]) -> set[tuple[str, frozenset[str]]]:
    """Return what is asked and the claims that answer, of every finding."""
    return {
        (f.question, frozenset(c.id for p in f.positions for c in p.claims))
        for f in match_claims(sources).findings
    }


def test_one_block_of_all_frames_finds_nothing_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Comparing every claim with every other finds what the blocks find."""
    sources = [source(text, str(n)) for n, text in enumerate((*FOLDER, *UNRELATED))]
    blocked = _at_odds(sources)

    def build_all(frames: Iterable[Frame]) -> Iterator[Block]:
        """Bring all frames of a rule's families and measures into one block each."""
        frames = tuple(frames)
        for name, rule in BLOCKING_RULES:
            heads = {key[:-1] if name in ONE_NAME else key[:1]: key
                     for f in frames for key in rule(f)}  # fmt: skip
            for _, key in sorted(heads.items()):
                yield Block(name, key, frames)

    monkeypatch.setattr("claimcheck.match.matching.build_blocks", build_all)
    assert len(blocked) >= 4
    assert _at_odds(sources) <= blocked


@pytest.mark.parametrize("text", UNRELATED)
def test_an_unrelated_article_changes_no_finding(text: str) -> None:
    """An article that shares no participant leaves every finding as it was."""
    sources = [source(text, str(n)) for n, text in enumerate(FOLDER)]
    before = match_claims(sources)
    after = match_claims([*sources, source(text, "unrelated")])
    assert before.findings == after.findings
    assert set(before.agreements) <= set(after.agreements)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_of_files_changes_nothing(order: tuple[int, ...]) -> None:
    """Findings, agreements and differences are those of any other order."""
    sources = [source(text, str(n)) for n, text in enumerate(FOLDER)]
    assert match_claims([sources[n] for n in order]) == match_claims(sources)


def test_every_block_is_bounded_and_has_two_frames() -> None:
    """A key that very many claims share is split, and lone claims make no block."""
    one = source(FOLDER[0], "a")
    frames = [f for f in build_frames(one) for _ in range(LARGEST_BLOCK + 50)]
    sizes = [len(block.frames) for block in build_blocks(frames)]
    assert sizes
    assert min(sizes) > 1
    assert max(sizes) <= LARGEST_BLOCK


def test_a_frame_stands_once_in_a_block() -> None:
    """No block compares a claim with itself."""
    frames = [f for t in FOLDER for f in build_frames(source(t, t[:8]))]
    for block in build_blocks(frames):
        assert len({id(f) for f in block.frames}) == len(block.frames)


def test_rules_have_names_of_their_own() -> None:
    """Each blocking rule tags its blocks with another name."""
    names = [name for name, _ in BLOCKING_RULES]
    assert len(names) == len(set(names))


def _copies(count: int) -> list[Source]:
    """Return many articles whose people and places are all their own."""
    originals = [source(text, str(i)) for i, text in enumerate(FOLDER)]
    return [_renamed(one, n) for n in range(count) for one in originals]


def _renamed(one: Source, number: int) -> Source:
    claims = tuple(
        dataclasses.replace(
            claim,
            id=f"{claim.id}-{number}",
            document_id=f"{one.id}-{number}",
            arguments=tuple(
                dataclasses.replace(a, keys=tuple(f"{k} {number}" for k in a.keys))
                for a in claim.arguments
            ),
            values=tuple(
                dataclasses.replace(v, key=f"{v.key} {number}")
                if isinstance(v, Entity)
                else v
                for v in claim.values
            ),
        )
        for claim in one.claims
    )
    return dataclasses.replace(one, id=f"{one.id}-{number}", claims=claims)


@pytest.mark.parametrize(("few", "many"), [(50, 400)])
def test_work_grows_with_the_articles_and_not_with_their_square(
    few: int, many: int
) -> None:
    """Eight times the articles take far less than sixty-four times as long."""
    times = []
    for count in (few, many):
        sources = _copies(count)
        start = time.perf_counter()
        match_claims(sources)
        times.append(time.perf_counter() - start)
    assert times[1] < 30 * max(times[0], 0.01)
