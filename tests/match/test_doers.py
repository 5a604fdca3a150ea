"""Who did what only one does, across articles on one affair."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import source

from claimcheck.match import match_claims
from claimcheck.model import Finding

TUESDAY = dt.date(2024, 4, 16)
# Names that the two articles share, so that they report one affair.
SCENE = "Signe Aldous, who lives in Brackmoor, spoke to reporters on Tuesday. "


def findings_of(left: str, right: str) -> tuple[Finding, ...]:
    """Match two articles of one day on one affair."""
    return tuple(
        f
        for f in match_claims(
            [source(SCENE + t, n, TUESDAY) for t, n in ((left, "a"), (right, "b"))]
        ).findings
        if f.rule == "one deed within an affair, two doers"
    )


@pytest.mark.parametrize(
    ("left", "right", "question"),
    [
        (
            "The treaty was signed by the defence ministers of both states.",
            "The finance ministers put their names to the treaty.",
            "Who signed the treaty?",
        ),
        (
            "The equaliser was scored by Petra Lunt.",
            "Rosa Venn scored the equaliser in the last minute.",
            "Who scored the equaliser?",
        ),
        (
            "Judge Nora Quist presided over the inquest.",
            "The inquest was presided over by Judge Elke Brand.",
            "Who presided over the inquest?",
        ),
        (
            "The driver, Milan Orde, was taken to hospital.",
            "The driver was Pavel Sykora.",
            "Who was the driver?",
        ),
        (
            "The tram was driven by Milan Orde.",
            "Pavel Sykora drove the tram.",
            "Who was at the controls of the tram?",
        ),
        (
            "The skeleton was discovered by Milan Orde.",
            "Pavel Sykora unearthed the skeleton.",
            "Who found the skeleton?",
        ),
        (
            "The winner of the pie contest was Ana Bril.",
            "The winner of the pie contest was Rosa Venn.",
            "Who was the winner of the pie contest?",
        ),
        (
            "Milan Orde conducted the service.",
            "The service was conducted by Pavel Sykora.",
            "Who conducted the service?",
        ),
        (
            "Milan Orde refereed the final.",
            "Pavel Sykora refereed the final.",
            "Who refereed the final?",
        ),
        (
            "The pilot, Milan Orde, radioed for help.",
            "The pilot of the balloon was Pavel Sykora.",
            "Who was the pilot?",
        ),
    ],
)
def test_one_deed_of_an_affair_has_one_doer(
    left: str, right: str, question: str
) -> None:
    """A goal has one scorer, a tram one driver, and ministers hold one office."""
    (finding,) = findings_of(left, right)
    assert (finding.kind, finding.question) == ("participant", question)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "The treaty was signed by the defence ministers of both states.",
            "Defence minister Milan Orde signed the treaty.",
            "one of them",
        ),
        (
            "The equaliser was scored by Petra Lunt.",
            "Lunt scored the equaliser.",
            "a short form of the name",
        ),
        (
            "The equaliser was scored by Petra Lunt.",
            "Rosa Venn scored the winner.",
            "two goals",
        ),
        (
            "The lorry driver, Milan Orde, was taken to hospital.",
            "The bus driver was Pavel Sykora.",
            "two drivers",
        ),
        (
            "The driver, Milan Orde, was hurt. The other driver was unhurt.",
            "The driver was Pavel Sykora.",
            "a second driver whom the description fits",
        ),
        (
            "The tram was driven by Milan Orde in 1987.",
            "Pavel Sykora drove the tram on Monday.",
            "two rides",
        ),
        (
            "Judges Nora Quist and Elke Brand presided over the inquest in turn.",
            "Judge Elke Brand presided over the inquest.",
            "they took turns",
        ),
        (
            "Milan Orde drove a tram for thirty years.",
            "Pavel Sykora drove a tram.",
            "any tram is not the tram",
        ),
        (
            "The skeleton was discovered by Milan Orde.",
            "A dog walker found the skeleton.",
            "he may walk dogs",
        ),
        (
            "The service will be conducted by Milan Orde.",
            "Pavel Sykora conducted the service.",
            "no more than planned",
        ),
        (
            "The driver was Milan Orde, police said.",
            "The driver was Milan Ordé.",
            "one name in two spellings",
        ),
    ],
)
def test_who_may_be_one_or_have_done_another_deed_is_left_alone(
    left: str, right: str, reason: str
) -> None:
    """A description, a spelling, a turn or another deed names no other doer."""
    assert findings_of(left, right) == (), reason


@pytest.mark.parametrize(
    ("left", "right", "verdict", "reason"),
    [
        (
            "The treaty was signed by the defence ministers.",
            "The treaty was signed by the finance ministers.",
            "conflict",
            "one office, other holders",
        ),
        (
            "The treaty was signed by President Milan Orde.",
            "The treaty was signed by the finance ministers.",
            "possible",
            "they may have signed together",
        ),
        (
            "The winner was Ana Bril.",
            "The winner of the junior race was Rosa Venn.",
            "possible",
            "there may be a senior race",
        ),
    ],
)
def test_what_may_be_another_office_or_part_is_a_maybe(
    left: str, right: str, verdict: str, reason: str
) -> None:
    """Only words that leave no room for a second doer make a conflict."""
    (finding,) = findings_of(left, right)
    assert finding.verdict == verdict, reason
