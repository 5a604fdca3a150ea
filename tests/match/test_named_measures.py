"""Which measure an amount is of, by the words around it."""

from __future__ import annotations

import re

import pytest

from claimcheck.match.named_measures import (
    is_part,
    is_whole,
    load_measures,
    measure_of,
    name_measure,
    surroundings,
)
from claimcheck.values.quantities import extract_quantities


def measures(text: str) -> list[str]:
    """Return the names of the measures of all amounts of a text, "" for none."""
    found = (
        name_measure(q, surroundings(text, q.span)) for q in extract_quantities(text)
    )
    return [m.name if m else "" for m in found]


ONE_MEASURE = [
    ("killed", "The blast killed 12 miners."),
    ("killed", "Twelve died when the shaft fell in."),
    ("killed", "The blast claimed 12 lives."),
    ("killed", "It left 12 people dead."),
    ("killed", "The death toll rose to 12."),
    ("killed", "Twelve miners lost their lives."),
    ("injured", "The storm injured 40."),
    ("injured", "Forty people were slightly hurt."),
    ("injured", "11 of the 40 dancers were hurt."),
    ("aboard", "There were 84 passengers on board."),
    ("aboard", "The tram was carrying 84 passengers."),
    ("attendance", "Attendance was 12,310."),
    ("attendance", "They won before a crowd of 13,210."),
    ("attendance", "Some 13,000 fans came."),
    ("job_cuts", "The mill will shed 600 jobs."),
    ("job_cuts", "Nine hundred people will lose their jobs."),
    ("job_cuts", "The mill is to part with about 600 employees."),
    ("staff", "The mill employs 400."),
    ("staff", "It has a workforce of 350."),
    ("staff", "Its 400 staff were told on Monday."),
    ("sentence", "He was sentenced to six years."),
    ("sentence", "She got a six-year sentence."),
    ("sentence", "He was jailed for eight years."),
    ("sentence", "The court sent her to prison for seven years."),
    ("sentence", "He was handed nine years\u2019 imprisonment."),
    ("fine", "The dairy was fined \u00a340,000."),
    ("fine", "It appealed against a fine of \u00a340,000."),
    ("price", "Nordia bought the mill for $2 billion."),
    ("price", "The $2.5 billion deal was signed."),
    ("cost", "A repair, costing 5 million euros, was begun."),
    ("cost", "The repair that cost 4 million euros is over."),
    ("raised", "The choir raised 4,000 euros."),
    ("raised", "4,000 euros were collected."),
    ("turnout", "Turnout fell to 41 per cent."),
    ("magnitude", "A 6.1-magnitude quake woke the port."),
    ("magnitude", "The quake had a magnitude of 6.4."),
    ("rainfall", "Rainfall of 80 mm was measured."),
    ("rainfall", "In all 80 mm of rain fell."),
    ("height", "The mast is 142 metres high."),
    ("height", "With a height of 124 metres the mast is seen from afar."),
    ("length", "The pier is 300 metres long."),
    ("length", "A 9-kilometre line is planned."),
    ("weight", "The bell weighs 3 tonnes."),
    ("age", "The 61-year-old sailed alone."),
    ("age", "Ana Brel, aged 61, sailed alone."),
    ("derailed", "Three carriages left the track."),
    ("derailed", "Five coaches of the night express jumped the rails."),
]


@pytest.mark.parametrize(("name", "text"), ONE_MEASURE)
def test_a_measure_has_one_name_however_it_is_told(name: str, text: str) -> None:
    """Verb, noun, adjective and compound lead to one entry of the table."""
    assert name in measures(text)


OTHER = [
    ("The blast closed 12 mines.", "nobody died"),
    ("It killed the engine, and 12 tourists walked home.", "another clause"),
    ("He waited six years for his sentence to be read.", "six years of waiting"),
    ("The choir raised 12 questions.", "no money"),
    ("The mast was built 142 metres from the church.", "a distance"),
    ("The town has 12 bridges.", "a plain count"),
    ("They met after the match, 11 against 11.", "players"),
]


@pytest.mark.parametrize(("text", "reason"), OTHER)
def test_other_amounts_have_no_measure(text: str, reason: str) -> None:
    """Words of a measure that stand in another clause or of another kind count not."""
    assert set(measures(text)) <= {""}, reason


def test_a_part_and_its_whole_are_told_apart() -> None:
    """Of "11 of the 132 people on board were hurt" only the 11 were hurt."""
    assert measures("11 of the 132 people on board were hurt.") == ["injured", "aboard"]
    text = "It will close 60 of its 398 branches."
    part, whole = (surroundings(text, q.span) for q in extract_quantities(text))
    assert is_part(part)
    assert not is_part(whole)
    assert is_whole(whole)


def test_every_measure_can_be_looked_up_and_asked_for() -> None:
    """The table has a question for each of its measures, and no name twice."""
    for measure in load_measures():
        assert measure_of(measure.name) is measure
        assert re.match(r"(How|What) ", measure.ask)
    assert measure_of("luck") is None
