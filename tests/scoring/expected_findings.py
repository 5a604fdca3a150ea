"""Compare what ``claimcheck check --format json`` reports with what was expected."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from typer.testing import CliRunner

from claimcheck.cli import app

Json: TypeAlias = dict[str, Any]
Quote: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Expectation:
    """
    Hold one finding that must be reported.

    Each position is one answer, as (article, words) pairs of which one must be among
    the claims of that position; two positions must be met by two different ones.
    """

    id: str
    kinds: tuple[str, ...]
    verdicts: tuple[str, ...]
    positions: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold the ids of expectations met and missed, and the findings nobody expected."""

    met: tuple[str, ...]
    missed: tuple[str, ...]
    unexpected: tuple[str, ...]


def read_expectations(items: Sequence[Json]) -> tuple[Expectation, ...]:
    """Return the expectations that a data file lists under "findings"."""
    return tuple(
        Expectation(
            id=item["id"],
            kinds=tuple(item["kinds"]),
            verdicts=tuple(item["verdicts"]),
            positions=tuple(
                tuple((article, words) for article, words in position)
                for position in item["positions"]
            ),
        )
        for item in items
    )


def run_claimcheck(*arguments: str) -> Json:
    """
    Run the command in a process of its own and return the JSON it prints.

    Raises:
        RuntimeError: It ended with another status than 0 (clean) or 1 (findings).
    """
    command = (sys.executable, "-m", "claimcheck", *arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        message = f"{' '.join(arguments)} exited {done.returncode}: {done.stderr}"
        raise RuntimeError(message)
    report: Json = json.loads(done.stdout)
    return report


def call_claimcheck(*arguments: str) -> Json:
    """
    Run a command in this process, where the model is loaded once, and return its JSON.

    Raises:
        RuntimeError: It ended with another status than 0 (clean) or 1 (findings).
    """
    done = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    if done.exit_code not in {0, 1}:
        message = f"{' '.join(arguments)} exited {done.exit_code}: {done.stderr}"
        raise RuntimeError(message)
    report: Json = json.loads(done.stdout)
    return report


def answer_lines(verb: str, items: Sequence[Json]) -> list[Json]:
    """
    Return what ``claimcheck explain|compare --jsonl -`` answers, in the items' order.

    Raises:
        RuntimeError: It ended with another status than 0, or left an item out.
    """
    lines = "".join(json.dumps(item) + "\n" for item in items)
    command = (sys.executable, "-m", "claimcheck", verb, "--jsonl", "-")
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True, check=False
    )
    rows: list[Json] = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode != 0 or [r["id"] for r in rows] != [i["id"] for i in items]:
        message = f"{verb} exited {done.returncode}: {done.stderr}"
        raise RuntimeError(message)
    return rows


def same_speaker(found: str | None, expected: str | None) -> bool:
    """Tell whether two names of a speaker are one, articles and case aside."""

    def bare(name: str | None) -> str:
        return (name or "").casefold().removeprefix("the ").removeprefix("an ")

    return bare(found) == bare(expected)


def stands_at(claim: Json, quote: Quote, texts: Mapping[str, str]) -> bool:
    """Tell whether *claim* overlaps the words of *quote* in its article."""
    article, words = quote
    if Path(claim["source"]).stem != article:
        return False
    start = texts[article].index(words)
    return bool(claim["start"] < start + len(words) and start < claim["end"])


def positions_with(
    finding: Json, quotes: Sequence[Quote], texts: Mapping[str, str]
) -> set[int]:
    """Return the indices of the positions of *finding* that hold one of *quotes*."""
    return {
        index
        for index, position in enumerate(finding["positions"])
        for claim in position["claims"]
        if any(stands_at(claim, quote, texts) for quote in quotes)
    }


def is_located(
    finding: Json, expectation: Expectation, texts: Mapping[str, str]
) -> bool:
    """Tell whether *finding* sets the expected words in different positions."""
    held = [positions_with(finding, p, texts) for p in expectation.positions]
    if len(held) == 1:
        return bool(held[0])
    return any(left != right for left in held[0] for right in held[1])


def is_met(finding: Json, expectation: Expectation, texts: Mapping[str, str]) -> bool:
    """Tell whether *finding* is the expected one, in place, kind and verdict."""
    return (
        finding["kind"] in expectation.kinds
        and finding["verdict"] in expectation.verdicts
        and is_located(finding, expectation, texts)
    )


def describe(finding: Json) -> str:
    """Return *finding* on one line: rule, kind and the words of every position."""
    sides = (
        f"{position['value']!r} "
        + str([f"{Path(c['source']).stem}: {c['quote'][:80]}" for c in claims])
        for position in finding["positions"]
        for claims in [position["claims"]]
    )
    head = f"{finding['verdict']} {finding['kind']} [{finding['rule']}]"
    return f"{head} {' / '.join(sides)}"


def compare(
    findings: Sequence[Json],
    expectations: Sequence[Expectation],
    texts: Mapping[str, str],
) -> Outcome:
    """
    Pair findings with expectations; a second finding for one is not expected either.

    A finding in the right place with the wrong kind or verdict is reported as
    unexpected, and its expectation as missed.
    """
    paired = pair_findings(findings, expectations, texts)
    met = tuple(expectation.id for _, expectation in paired if expectation is not None)
    missed = tuple(e.id for e in expectations if e.id not in met)
    unexpected = tuple(describe(f) for f, expectation in paired if expectation is None)
    return Outcome(met, missed, unexpected)


def pair_findings(
    findings: Sequence[Json],
    expectations: Sequence[Expectation],
    texts: Mapping[str, str],
) -> list[tuple[Json, Expectation | None]]:
    """Pair each finding with the first expectation it meets that none before it met."""
    met: set[str] = set()
    paired: list[tuple[Json, Expectation | None]] = []
    for finding in findings:
        fresh = (e for e in expectations if e.id not in met)
        hit = next((e for e in fresh if is_met(finding, e, texts)), None)
        met |= {hit.id} if hit is not None else set()
        paired.append((finding, hit))
    return paired


def are_apart(
    findings: Sequence[Json], left: Quote, right: Quote, texts: Mapping[str, str]
) -> bool:
    """Tell whether some finding sets *left* and *right* in different positions."""
    return any(
        one != other
        for finding in findings
        for one in positions_with(finding, [left], texts)
        for other in positions_with(finding, [right], texts)
    )


def are_linked(report: Json, quotes: Sequence[Quote], texts: Mapping[str, str]) -> bool:
    """
    Tell whether *quotes* are said to agree.

    They are when one agreement, or one position of a finding, has a claim at each.
    """
    groups: Iterator[list[Json]] = (
        *(agreement["claims"] for agreement in report["agreements"]),
        *(p["claims"] for f in report["findings"] for p in f["positions"]),
    ).__iter__()
    return any(
        all(any(stands_at(c, quote, texts) for c in claims) for quote in quotes)
        for claims in groups
    )
