"""Checks of wholes against kinds that share no member, and of tallies against seats."""

from __future__ import annotations

import pytest
from reading_texts import read

from claimcheck.match import check_reading, confirm_reading

# The text, what its parts make, the verdict, and why.
WRONG = [
    (
        "The ferry carried 42 passengers, 30 of them men and 15 women.",
        "45",
        "conflict",
        "nobody is both",
    ),
    (
        "A choir of 60 singers, including 38 women and 25 men, sang the mass.",
        "63",
        "conflict",
        "a choir is made of its singers",
    ),
    (
        "The shelter took in 90 refugees, 60 of them from Poland and 40 from Hungary.",
        "100",
        "conflict",
        "one comes from one country",
    ),
    (
        "The club played 38 matches, 21 of them won, 9 drawn and 11 lost.",
        "41",
        "conflict",
        "three results of which a match has one",
    ),
    (
        "The strike closed 120 schools, 80 of them public and 50 private.",
        "130",
        "conflict",
        "a school has one kind of owner",
    ),
    (
        "It had 30 surgeons, 18 of them called by the defence, 14 by the prosecution.",
        "32",
        "conflict",
        "the two sides of a trial",
    ),
    (
        "Of its 35 buses, 20 are diesels, 11 are hybrids and two are trams.",
        "33",
        "possible",
        "a list that goes down to two leaves two out",
    ),
    (
        "Of the 90 huts, 51 are barns, 22 are stables, 13 are sheds and one is a shop.",
        "87",
        "possible",
        "down to one, and three are left out",
    ),
    (
        "Of the 48 bells, 30 were gongs, 15 were chimes and one was a carillon.",
        "46",
        "possible",
        "the past tense",
    ),
    (
        "Of the 26 maps, 14 are charts, nine are plans and one is a globe.",
        "24",
        "possible",
        "a figure in words",
    ),
    (
        "Out of the 70 wrecks, 44 are trawlers, 23 are barges and one is a submarine.",
        "68",
        "possible",
        "out of",
    ),
]

RIGHT = [
    (
        "The convoy of 14 ships, nine of them tankers and eight of them armed, sank.",
        "a tanker may be armed",
    ),
    (
        "The album has 40 songs, 25 of them written by Kovar and 18 by Grieg.",
        "some they wrote together",
    ),
    (
        "The mayors of 12 towns, ten of them women and five men, signed.",
        "the mayors are women and men, not the towns",
    ),
    (
        "Teachers from 12 schools, 10 of them men and 5 women, went on strike.",
        "the schools are where they teach",
    ),
    (
        "It heard 30 surgeons, 18 of them called by the defence, 8 by the prosecution.",
        "the coroner called four",
    ),
    (
        "It has 200 clients, 120 of them in Italy and 100 with a branch in Spain.",
        "a client in Italy may have a branch in Spain",
    ),
    (
        "The ferry carried some 42 passengers, 30 of them men and 15 women.",
        "a round figure",
    ),
    (
        "The crash killed 42 people, 30 of them men, and 15 women were hurt.",
        "the women are told of in a clause of their own",
    ),
    (
        "The crash killed 42 people, 30 of them men; 15 women and girls were hurt.",
        "two groups in a clause of their own",
    ),
    (
        "The flood killed 96 people, 61 of them in Italy and 45 injured in Spain.",
        "the injured were not killed",
    ),
    (
        "The trust runs 70 schools, 45 of them in England and 30 in London.",
        "one place lies within the other",
    ),
    (
        "Nine bells, four gongs, three chimes and 12 horns were sold.",
        "a sentence that opens with a count",
    ),
    (
        "Of the 50 bells, 30 are church bells, 12 are ship bells and three are gongs.",
        "the other five may be of many kinds",
    ),
    (
        "Of the 64 coins, 29 are pennies, 14 are groats, and 18 are farthings.",
        "three are left, of which nothing is told",
    ),
    (
        "Of the 40 houses, 22 are thatched, 12 are empty and two are listed.",
        "a thatched house may be empty",
    ),
    (
        "Of the 40 houses, 22 were sold, 12 were let and two were burnt.",
        "the others stayed as they were",
    ),
    (
        "Of the 40 boats, 22 are trawlers, 14 are also ferries and two are tugs.",
        "two kinds at once",
    ),
    (
        "Of the 40 boats, some 22 are trawlers, 12 are ferries and two are tugs.",
        "a round figure",
    ),
]


@pytest.mark.parametrize(("text", "made", "verdict", "reason"), WRONG)
def test_parts_that_share_no_member_are_added_up(
    text: str, made: str, verdict: str, reason: str
) -> None:
    """What kinds make that share no member is set against their whole."""
    (finding,) = check_reading(read(text))
    assert (made, verdict) == (finding.positions[1].value, finding.verdict), reason


@pytest.mark.parametrize(("text", "reason"), RIGHT)
def test_parts_that_may_overlap_or_leave_a_rest_are_left_alone(
    text: str, reason: str
) -> None:
    """Parts that overlap, leave a rest, or are of something else are no slip."""
    assert check_reading(read(text)) == (), reason


def test_kinds_that_make_the_whole_are_confirmed() -> None:
    """A list of kinds that adds up is told to those who ask for everything."""
    text = "Of the 26 maps, 14 are charts, 11 are plans and one is a globe."
    assert ["26"] == [a.value for a in confirm_reading(read(text))]


# The text, the votes that there should be, and why.
SHORT = [
    (
        (
            "The synod voted 24-13 for the hymnal.\n\nTwo members abstained. All 40 "
            "members of the synod were present, and no one was absent."
        ),
        "40 votes",
        "one vote is not told",
    ),
    (
        (
            "All 33 trustees voted. The motion passed by 17 votes to 12, with three "
            "abstentions."
        ),
        "33 votes",
        "the seats before the tally",
    ),
    (
        (
            "The bill was carried by 61 votes to 52. There were no abstentions. All "
            "115 deputies took part."
        ),
        "115 votes",
        "abstentions are denied",
    ),
    (
        (
            "The board voted 9 to 4 for the sale, with one abstention. All 15 "
            "directors cast a ballot."
        ),
        "15 votes",
        "told in one paragraph",
    ),
    (
        (
            "The senate voted 28 to 19 to sell the docks. Five senators abstained. "
            "All 51 seats were taken and nobody was missing."
        ),
        "51 votes",
        "more votes than seats",
    ),
]

FULL = [
    (
        (
            "The board voted 9 to 4 for the sale, with two abstentions. All 15 "
            "directors took part."
        ),
        "fifteen votes",
    ),
    (
        (
            "The senate voted 28 to 19 to sell the docks. All 51 seats were filled, "
            "and nobody was absent."
        ),
        "the other four may have abstained",
    ),
    (
        (
            "The senate voted 28 to 19, with two abstentions. All 51 seats are up for "
            "election in May."
        ),
        "nothing says who was there",
    ),
    (
        (
            "The senate voted 28 to 19, with two abstentions. The committee had voted "
            "9 to 4. All 51 seats were filled, and nobody was absent."
        ),
        "two votes, and it is open which",
    ),
    (
        (
            "The home side won 3-1. Two members abstained. All 51 members were "
            "present, and nobody was absent."
        ),
        "goals",
    ),
    (
        (
            "The senate voted 28 to 19, with two abstentions. All 51 seats were "
            "filled, but two members were absent."
        ),
        "two were absent",
    ),
]


@pytest.mark.parametrize(("text", "votes", "reason"), SHORT)
def test_a_tally_is_set_against_a_full_house(
    text: str, votes: str, reason: str
) -> None:
    """Votes that do not make the seats are doubtful when nobody was absent."""
    (finding,) = check_reading(read(text))
    made = (finding.positions[1].value, finding.verdict)
    assert (votes, "possible") == made, reason


@pytest.mark.parametrize(("text", "reason"), FULL)
def test_a_tally_without_a_full_house_is_left_alone(text: str, reason: str) -> None:
    """Where someone may be absent or abstain, a tally says nothing of the seats."""
    assert check_reading(read(text)) == (), reason
