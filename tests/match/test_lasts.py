"""What is called the last against a later one, in one article and across articles."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import match, source

from claimcheck.match import match_claims
from claimcheck.model import Finding

LAST = "The last summit between Canada and Chile was held in Quito in May 2015."
LATER = "Canada and Chile held a summit in Lima in June 2018."

# Articles in which a last one has one after it.
WRONG = [
    (
        (
            "The last summit between Ada Kovar and Otto Grieg was held in Paris on "
            "25 April 2019. Ada Kovar met Otto Grieg in Berlin on 3 May 2021."
        ),
        "in two words for one act",
    ),
    (
        (
            "Canada and Chile held their last summit in Quito in May 2015. "
            "Relations cooled. At a summit between Canada and Chile in Lima in "
            "2018 a treaty was signed."
        ),
        "the noun stands after the verb",
    ),
    (
        "Otto Grieg last visited Oslo in 2003. Otto Grieg visited Oslo in May 2010.",
        "an adverb",
    ),
]

RIGHT = [
    (
        (
            "Last year Canada and Chile held a summit in Quito on 3 May 2015. "
            "Canada and Chile held a summit in Lima in 2018."
        ),
        "last year is a date",
    ),
    (
        (
            "The last summit between Canada and Chile had been held in 2015. "
            "Canada and Chile held a summit in Lima in 2018."
        ),
        "the last one before this",
    ),
    (
        (
            "The last summit between Canada and Chile before the war was held in "
            "1938. Canada and Chile held a summit in Lima in 1956."
        ),
        "the last for a while",
    ),
    (
        (
            "The last summit between Canada and Chile was held in 2015. Canada and "
            "Chile met again in Lima in 2018."
        ),
        "told as news",
    ),
    (
        "Otto Grieg last visited Oslo in 2003. Ivo Marek visited Oslo in May 2010.",
        "another visitor",
    ),
    (
        (
            "The last summit between Canada and Chile was held in 2015. Canada and "
            "Chile held a summit in Lima in 2012."
        ),
        "an earlier one",
    ),
    (
        (
            "The last summit between Canada and Chile was held in 2015. Canada and "
            "Peru held a summit in Lima in 2018."
        ),
        "another summit",
    ),
    (
        (
            "The last summit between Canada and Chile was held in 2015. Canada and "
            "Chile will hold a summit in Lima in 2028."
        ),
        "one to come",
    ),
]


def across(published: dt.date | None, first: str = LAST) -> tuple[Finding, ...]:
    """Match an article that says "last" with one that tells of a later summit."""
    articles = [source(first, "a", published), source(LATER, "b")]
    return match_claims(articles).findings


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_a_last_one_has_none_after_it(text: str, reason: str) -> None:
    """A later one told in the same article is worth a look."""
    findings = match(text).findings
    assert [("sequence", "possible", "internal")] == [
        (f.kind, f.verdict, f.scope) for f in findings
    ], reason


@pytest.mark.parametrize(("text", "reason"), RIGHT)
def test_a_last_one_may_be_the_last_before_this_one(text: str, reason: str) -> None:
    """Where a later one is told as news, or is another's, nothing is said."""
    assert match(text).findings == (), reason


def test_a_later_one_in_another_article_speaks_against_a_last_one() -> None:
    """An article of 2020 must know of a summit of 2018."""
    (finding,) = across(dt.date(2020, 1, 1))
    assert ("sequence", "cross") == (finding.kind, finding.scope)


@pytest.mark.parametrize(
    ("published", "reason"),
    [
        (dt.date(2016, 1, 1), "written before the later one"),
        (dt.date(2018, 7, 5), "written on the occasion of the later one"),
        (None, "written nobody knows when"),
    ],
)
def test_an_article_need_not_know_what_came_after_it(
    published: dt.date | None, reason: str
) -> None:
    """A "last" one is the last on the day of its article."""
    assert across(published) == (), reason


def test_an_undated_article_knows_what_lies_before_the_latest_it_tells() -> None:
    """Who tells of 2021 has heard of a summit of 2018."""
    (finding,) = across(None, f"{LAST} Chile elected Ada Kovar in 2021.")
    assert finding.rule == "a later one is told"


def test_two_later_ones_are_no_agreement() -> None:
    """That two sources tell of a later summit is told once, as the finding."""
    articles = [
        source(LAST, "a", dt.date(2020, 1, 1)),
        source(LATER, "b"),
        source("In June 2018 Canada and Chile held a summit in Lima, Peru.", "c"),
    ]
    matches = match_claims(articles)
    assert "sequence" not in {a.kind for a in matches.agreements}
