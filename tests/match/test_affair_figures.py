"""Figures that two articles of one affair give for one thing, in their own words."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import match, source

from claimcheck.match import match_claims
from claimcheck.model import Finding

DAY = dt.date(2023, 5, 9)

MINE = (
    "The coal mine of Varlo was shut on Monday. Pit engineer Jana Kolb led the rescue.",
    "Jana Kolb, an engineer, spoke in Varlo on Tuesday about the coal mine.",
)
FERRY = (
    "The ferry Solveig ran aground off Harsund. Captain Odd Brekke was drunk.",
    "Odd Brekke, captain of the Solveig, was questioned in Harsund on Tuesday.",
)
COUNCIL = (
    "The council of Pelham met on Monday. Mayor Rosa Quint spoke for the new library.",
    "Rosa Quint, the mayor of Pelham, defended the library on Tuesday.",
)

AT_ODDS = [
    (FERRY, "There were 84 passengers on board.", "It was carrying 48 passengers."),
    (FERRY, "He was jailed for six years.",
     "The court handed him eight years in prison."),
    (FERRY, "Its owner was fined 2 million euros.",
     "The owner will appeal against a fine of 3 million euros."),
    (FERRY, "The ferry is 142 metres long.",
     "The ferry has a length of 124 metres."),
    (COUNCIL, "The library opens after a repair that cost \u00a34.6 million.",
     "In the end the repair cost \u00a36.4 million."),
    (COUNCIL, "The library lent 900 books.", "The library lent 600 books."),
    (MINE, "The mine will shed 600 jobs.", "Nine hundred people will lose their jobs."),
    (MINE, "A 6.1-magnitude quake had struck.", "The quake had a magnitude of 6.4."),
    (MINE, "The quake brought 80 mm of rain.", "Rainfall of 120 mm was measured."),
    (MINE, "Thieves escaped with 4 million euros.",
     "They got away with 6 million euros."),
    (MINE, "The jabs are given 21 days apart.", "The doses came 28 days apart."),
    (MINE, "Some 1,900 people signed.", "A petition bore 9,100 signatures."),
    (COUNCIL, "It voted 17 to 12 to shut the pool.",
     "By 19 votes to 12 the council decided to shut it."),
    (COUNCIL, "A study of 400 children was begun.",
     "In the trial of 600 children all went well."),
    (COUNCIL, "It will buy the mill for 2 million euros.",
     "The 3 million euro purchase of the mill was told on Monday."),
    (FERRY, "Odd Brekke, 34, is from Bergen.",
     "Odd Brekke, aged 37, was born in Bergen."),
    (COUNCIL, "The pool will be shut for five months.",
     "The pool is to be closed for nine months."),
    (FERRY, "It leaked 900 tonnes of oil.", "Some 1,400 tonnes flowed from the ship."),
    (COUNCIL, "The town is to invest 95 million euros.",
     "It plans an investment of 59 million euros."),
    (MINE, "Nurses treated 40 miners for 14 days.",
     "Doctors watched 30 miners for 14 days."),
]  # fmt: skip


def compare(affair: tuple[str, str], left: str, right: str) -> tuple[Finding, ...]:
    """Match two articles of one affair, each with a sentence more."""
    return match(f"{affair[0]} {left}", f"{affair[1]} {right}", published=DAY).findings


@pytest.mark.parametrize(("affair", "left", "right"), AT_ODDS)
def test_two_figures_for_one_thing_are_found(
    affair: tuple[str, str], left: str, right: str
) -> None:
    """The measure is one, whatever verb or noun carries it."""
    findings = compare(affair, left, right)
    assert any(f.kind in ("count", "quantity") for f in findings)


AT_PEACE = [
    (MINE, "Twelve miners were killed.", "Thirty miners were injured.", "two measures"),
    (FERRY, "He was jailed for six years.",
     "Prosecutors asked for eight years in prison.", "asked for and imposed"),
    (FERRY, "The fine was about 2 million euros.",
     "The owner was fined 2.1 million euros.", "rounding"),
    (FERRY, "In 1971 the ferry carried 84 passengers.",
     "The ferry was carrying 48 passengers.", "half a century apart"),
    (COUNCIL, "The repair cost \u00a34.6 million.",
     "The repair will cost \u00a36.4 million.", "told and planned"),
    (COUNCIL, "The library lent 900 books.", "The mayor bought 600 books.",
     "two deeds"),
    (COUNCIL, "Profit was \u00a34.6 million in the first half of 2022.",
     "Profit was \u00a39.4 million in 2022.", "half a year and a year"),
    (COUNCIL, "Net profit was \u00a34.6 million.",
     "Gross profit was \u00a39.4 million.", "net and gross"),
    (MINE, "The quake had a magnitude of 6.1.",
     "In 1966 a quake of magnitude 6.8 shook Varlo.", "two quakes"),
    (MINE, "Varlo Coal employs 400.", "Harsund Iron employs 900.", "two employers"),
    (MINE, "At least 12 miners were fined.", "Fifteen miners were fined.",
     "a bound holds"),
    (FERRY, "The hall has 1,100 seats.", "The hall has 900 seats.", "any two halls"),
    (COUNCIL, "The mill employs 400.", "The mill is to employ 900.", "now and to come"),
    (MINE, "Jana Kolb ran the race in 2:04:11.", "Ada Wirth ran the race in 2:06:30.",
     "two runners"),
    (COUNCIL, "The pool was shut for five months in 2019.",
     "The pool is to be closed for nine months.", "two closures"),
    (FERRY, "It carried 900 tonnes of oil.", "Some 1,400 tonnes flowed from the ship.",
     "the load and the leak"),
    (COUNCIL, "Two more books were lent.", "Nine books were lent.", "more of them"),
]  # fmt: skip


@pytest.mark.parametrize(("affair", "left", "right", "reason"), AT_PEACE)
def test_figures_of_two_things_are_let_be(
    affair: tuple[str, str], left: str, right: str, reason: str
) -> None:
    """Scope, time, mood and measure tell figures of one affair apart."""
    kinds = {f.kind for f in compare(affair, left, right)}
    assert not kinds & {"count", "quantity"}, reason


def test_a_figure_that_could_answer_two_is_compared_with_neither() -> None:
    """Two fines in one article leave open which of them the other means."""
    left = "The judge spoke of a fine of 3 million euros."
    right = "A tug was fined 2 million euros. A barge was fined 5 million euros."
    assert not [f for f in compare(FERRY, left, right) if f.kind == "quantity"]


def test_what_both_give_alike_is_set_aside() -> None:
    """The mast of both does not hide that the hall has two heights."""
    left = "The mast is 40 metres high. The hall is 12 metres high."
    right = "The mast is 40 metres high. The hall has a height of 21 metres."
    findings = [f for f in compare(COUNCIL, left, right) if f.kind == "quantity"]
    assert [{"12 metres", "21 metres"}] == [
        {p.text for p in f.positions} for f in findings
    ]


def test_a_toll_of_another_day_has_risen() -> None:
    """The dead of Tuesday are more than those of Monday, and both are right."""
    texts = ("Twelve miners were killed.", "Nineteen miners were killed.")
    sources = [
        source(f"{MINE[i]} {texts[i]}", name, DAY + dt.timedelta(days=i))
        for i, name in enumerate("ab")
    ]
    assert not match_claims(sources).findings


def test_articles_that_share_no_names_are_of_two_affairs() -> None:
    """Equal words in an article on another town mean another library."""
    texts = (
        f"{COUNCIL[0]} The library lent 900 books.",
        "The council of Orvik met. Mayor Ida Lunde spoke. The library lent 600 books.",
    )
    assert not match(*texts, published=DAY).findings


def test_a_third_witness_takes_its_side() -> None:
    """Who gives the figure of one side is listed there."""
    findings = match(
        f"{FERRY[0]} He was jailed for six years.",
        f"{FERRY[1]} The court handed him eight years in prison.",
        f"{FERRY[1]} It happened at night. The sentence was six years.",
        published=DAY,
    ).findings
    sentence = next(f for f in findings if "sentence" in f.question)
    assert [2, 1] == [
        len({c.document_id for c in p.claims}) for p in sentence.positions
    ]
