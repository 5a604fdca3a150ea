"""Who is given as source, what is only planned, and what is only judged."""

from __future__ import annotations

import pytest
from claim_readings import read_claims


@pytest.mark.parametrize(
    ("text", "spoken", "reason"),
    [
        ("The dam opened in 1932 and closed in 1990, according to the ministry.",
         {"open", "close"}, "one source for two verbs of one subject"),
        ("The mayor resigned, the council dissolved and taxes rose, according to AP.",
         {"resign", "dissolve", "increase"}, "one source for a row of clauses"),
        ("Thieves cut the fence, took nine vans and fled north, according to police.",
         {"decrease", "take", "flee"}, "one source for three verbs"),
        ("According to police, two men fled and the guard was hurt.",
         {"flee", "injure"}, "a source at the head holds for all that follows"),
        ("Sales fell in May, but the firm hired 40 people, according to the union.",
         {"hire"}, "the contrary is not the source's"),
        ("The quake had a depth of 6 km, according to the survey, and it killed nine.",
         {"have"}, "a source in the middle ends with its clause"),
    ],
)  # fmt: skip
def test_source_covers_what_it_governs(
    text: str, spoken: set[str], reason: str
) -> None:
    """A source that ends a sentence is given for its joined clauses."""
    found = {c.predicate for c in read_claims(text) if c.attributed_to}
    assert spoken == found, reason


@pytest.mark.parametrize(
    ("text", "predicate", "modality", "reason"),
    [
        ("A treaty is to be signed in May.", "sign", "planned", "a plan is no deed"),
        ("The school is to close in June.", "close", "planned", "a plan is no deed"),
        ("The treaty was signed in May.", "sign", "asserted", "a deed"),
        ("The aim is to build a bridge.", "be", "asserted", "what the aim is"),
        ("It would be a mistake to rebuild the mill.", "be", "opinion", "a judgement"),
        ("It is a disgrace that the mill stands empty.", "be", "opinion",
         "a judgement"),
        ("The report was a summary of the trial.", "be", "asserted",
         "no matter of judgement"),
        ("Those against the mill say that it is ruined.", "ruin", "reported",
         "people who are described speak"),
        ("Those who lost money say that the bank knew.", "know", "reported",
         "people who are described speak"),
    ],
)  # fmt: skip
def test_plan_judgement_and_report_are_no_plain_facts(
    text: str, predicate: str, modality: str, reason: str
) -> None:
    """Modality tells what the author does not vouch for."""
    found = {c.predicate: c.modality for c in read_claims(text)}
    assert modality == found.get(predicate), (found, reason)


def test_described_people_are_the_speaker() -> None:
    """People told by what they do are a speaker, as a bare "those" is not."""
    (claim,) = read_claims("Those against the mill say that it is ruined.")
    assert claim.attributed_to == "Those against the mill"
