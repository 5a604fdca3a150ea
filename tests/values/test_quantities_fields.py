"""Sentences of fields that no other sample holds, labelled before they were read."""

from __future__ import annotations

import pytest
from quantity_marks import bound, read_marked, read_one

from claimcheck.values.quantities import extract_quantities

FIELDS = [
    ("Yields rose from <q>48</q> to <q>53 bushels an acre</q>.",
     "48 48  | 53 53 bushel per acre"),
    ("The ship carries <q>up to 14,000 TEU</q>.",
     ".. 14000 twenty-foot equivalent unit"),
    ("The bank raised its rate by <q>25 basis points</q> to <q>4.75 per cent</q>.",
     "25 25 basis point | 4.75 4.75 percent"),
    ("The quake had a magnitude of <q>6.4</q> and struck <q>12 km</q> down.",
     "6.4 6.4  | 12 12 kilometre"),
    ("A magnitude-<q>6.4</q> earthquake woke the valley.", "6.4 6.4 "),
    ("A <q>6.1</q>-magnitude quake shook it for <q>20 seconds</q>.",
     "6.1 6.1  | 20 20 second"),
    ("Ansa, a Category 4 storm, brought gusts of <q>230 km/h</q>.",
     "230 230 kilometre per hour"),
    ("The abbey lay in ruins for <q>a century and a half</q>.", "1.5 1.5 century"),
    ("They played for <q>eight and a half hours</q>.", "8.5 8.5 hour"),
    ("The reservoir is <q>three-quarters</q> full.", "0.75 0.75 "),
    ("Tickets cost <q>between £12.50 and £45</q>, the fee included.", "12.5 45 GBP"),
    ("The seam is <q>2.5m</q> thick and <q>600m</q> down.",
     "2.5 2.5 metre | 600 600 metre"),
    ("Brewers need <q>four to five litres</q> of water for each litre of beer.",
     "4 5 litre"),
    ("The brew is <q>5.2%</q> ABV and sells at <q>€3.80 a bottle</q>.",
     "5.2 5.2 percent | 3.8 3.8 EUR per bottle"),
    ("They gave <q>two</q> doses of <q>0.3 ml</q>, <q>21 days</q> apart.",
     "2 2  | 0.3 0.3 millilitre | 21 21 day"),
    ("Noise near the runway reached <q>85 decibels</q>.", "85 85 decibel"),
    ("Soil with a pH of <q>5.5</q> suits the crop.", "5.5 5.5 "),
    ("The canvas fetched <q>£2.4m</q>, <q>twice</q> its estimate.",
     "2400000 2400000 GBP | 2 2 fold"),
    ("She has kept bees since <q>age 12</q>.", "12 12 year"),
    ("The <q>61-year-old</q> captain was freed after <q>nine days</q>.",
     "61 61 year | 9 9 day"),
    ("<q>11</q> of the <q>132</q> rooms stood empty.", "11 11  | 132 132 "),
    ("Rainfall of <q>80 mm</q> in <q>six hours</q> flooded <q>some 300</q> cellars.",
     "80 80 millimetre | 6 6 hour | 300 300 "),
    ("It was fined <q>3.2 million kroner</q>, <q>SKr400,000</q> of it suspended.",
     "3200000 3200000 krone | 400000 400000 SEK"),
    ("The mast is <q>124 m</q> tall, <q>a third</q> taller than the old one.",
     "124 124 metre | 0.3333333333333333333333333333 0.3333333333333333333333333333 "),
    ("He ran the marathon in <q>2:04:11</q>, a record for the course.",
     "7451 7451 second"),
    ("Her time of <q>1:44.12</q> stood for <q>two years</q>.",
     "104.12 104.12 second | 2 2 year"),
    ("The album sold <q>1.2m</q> copies and led for <q>11 weeks</q>.",
     "1200000 1200000  | 11 11 week"),
    ("A flock of <q>two to three hundred</q> geese came down.", "200 300 "),
    ("It takes <q>one to two hours</q>.", "1 2 hour"),
    ("The dam holds <q>4.6 billion cubic metres</q> and makes <q>1,250 MW</q>.",
     "4600000000 4600000000 cubic metre | 1250 1250 megawatt"),
    ("Attendance was <q>12,310</q>, down from <q>13,210</q> in the spring.",
     "12310 12310  | 13210 13210 "),
    ("Unemployment fell <q>0.3 percentage points</q> to <q>7.1%</q>.",
     "0.3 0.3 percentage point | 7.1 7.1 percent"),
    ("The judge gave him <q>18 months</q>, <q>six</q> of them suspended.",
     "18 18 month | 6 6 "),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "values"), FIELDS)
def test_fields_apart_are_read_by_the_same_grammar(marked: str, values: str) -> None:
    """Farming, brewing, courts and quakes need no grammar of their own."""
    rows = [value.split(" ", 2) for value in values.split(" | ")]
    assert [(bound(low), bound(high), unit.strip()) for low, high, unit in rows] == [
        (q.low, q.high, q.unit) for q in read_marked(marked)
    ]


VOTES = [
    ("The motion was carried by 29 votes to 21.", ("29", "21")),
    ("Deputies passed it by 201 votes against 174.", ("201", "174")),
    ("The council voted 29-21 against the tram line.", ("29", "21")),
    ("It was rejected by a vote of 21 to 29.", ("21", "29")),
    ("Jurors split 10-2 in the retrial.", ("10", "2")),
]


@pytest.mark.parametrize(("text", "sides"), VOTES)
def test_the_two_sides_of_a_vote_are_one_tally(
    text: str, sides: tuple[str, str]
) -> None:
    """However a vote is told, its sides come together and in their order."""
    found = read_one(text)
    assert found.kind == "score"
    assert sides == (str(found.stated_low), str(found.stated_high))


SILENT = [
    "The alarm rang at 2:04:11 and the doors shut by 2:06:30.",
    "The match ended 2:1 and the train left at 10:45.",
    "They met in 10:45 and read 4:12:99 aloud.",
    "Her pay is in six figures and the rise was in double digits.",
    "Route 66 and Apollo 13 are on the same stamp of 1999.",
    "They drove a Type-2 van with an X-6.4 engine.",
]


@pytest.mark.parametrize("text", SILENT)
def test_names_and_figures_of_speech_are_no_quantities(text: str) -> None:
    """Course times, routes and "six figures" count nothing that could be compared."""
    assert extract_quantities(text) == ()


def test_a_count_of_votes_beside_another_count_is_no_tally() -> None:
    """A number of votes with a purpose after it has one side only."""
    assert ["count"] == [
        q.kind for q in extract_quantities("He had 29 votes to keep the pool.")
    ]


LONG_ROWS = [", ".join(map(str, range(60))), "7;" * 60, "-" * 90, "12.5% " * 60]


@pytest.mark.parametrize("row", LONG_ROWS)
def test_prose_around_a_table_is_still_read(row: str) -> None:
    """A row of bare numbers or a drawn line hides nothing but itself."""
    before, after = extract_quantities(f"It cost 5 euros: {row} and took 3 days.")
    assert ("5 euros", "3 days") == (before.text, after.text)
