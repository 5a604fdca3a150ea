"""How pairs that only differ are labelled, and that they are no findings."""

from __future__ import annotations

import pytest
from reading_texts import match


@pytest.mark.parametrize(
    ("left", "right", "label", "words"),
    [
        (
            "Ada Kovar was born in Riga in 1950.",
            "Ada Kovar was born in Riga on 3 May 1950.",
            "refined",
            "share days; one is more precise",
        ),
        (
            "Ada Kovar was born in Riga in 1950.",
            "Ada Kovar was born in Latvia in 1950.",
            "refined",
            ": one lies in the other",
        ),
        (
            "The Halden tunnel is more than 1,200 metres long.",
            "The Halden tunnel is 1,270 metres long.",
            "refined",
            "share values",
        ),
        (
            "The Halden tunnel is about 1,300 metres long.",
            "The Halden tunnel is 1,270 metres long.",
            "rounding",
            ": one is rounded",
        ),
        (
            "Volto's revenue was 0.5 billion euros in 2022.",
            "Volto's revenue was 487 million euros in 2022.",
            "rounding",
            ": one is rounded",
        ),
        (
            "Nearly half of the voters in Velmora backed the plan in 2021.",
            "In 2021, 48 per cent of the voters in Velmora backed the plan.",
            "rounding",
            ": one is rounded",
        ),
        (
            "Volto's revenue was 310 million euros in 2021.",
            "Volto's revenue was 487 million euros in 2022.",
            "changed",
            "are of different dates",
        ),
        (
            "Velmora has 400 schools.",
            "Velmora has 120 primary schools.",
            "other scope",
            "may be of a part and of the whole",
        ),
        (
            "Volto's revenue was 487 million euros in 2022.",
            "Volto's revenue in Norway was 90 million euros in 2022.",
            "other scope",
            "may be of a part and of the whole",
        ),
        (
            "Volto's revenue was 487 million euros in 2022.",
            "Volto's revenue was 41 million euros in March 2022.",
            "other scope",
            "March 2022",
        ),
        (
            "Angela Merkel visited Paris in May 2009.",
            "Angela Merkel visited Paris in October 2015.",
            "repeated event",
            "May 2009 and October 2015: two occasions",
        ),
        (
            "Volto sued Nordkyst on 3 May 2019.",
            "Volto sued Nordkyst on 9 June 2021.",
            "repeated event",
            "two occasions",
        ),
    ],
)
def test_what_only_differs_says_why(
    left: str, right: str, label: str, words: str
) -> None:
    """A reader who asks why two claims do not conflict is told by a label."""
    matches = match(left, right)
    assert matches.findings == ()
    assert [d.label for d in matches.differences] == [label]
    assert words in matches.differences[0].why


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "Angela Merkel visited Paris in May 2009.",
            "Emmanuel Macron visited Riga in October 2015.",
            "other people, another town",
        ),
        (
            "Angela Merkel visited Paris in May 2009.",
            "Angela Merkel visited Paris in May 2009.",
            "nothing differs",
        ),
        (
            "Angela Merkel visited Paris in May 2009.",
            "Angela Merkel visited Paris.",
            "one of them has no date",
        ),
        (
            "Angela Merkel visited Paris in May 2009.",
            "Angela Merkel visited Oslo in May 2015.",
            "another place",
        ),
        (
            "Velmora has 400 schools.",
            "Brezna has 120 schools.",
            "two towns",
        ),
        (
            "The Halden tunnel is 1,270 metres long.",
            "The Halden tunnel is 1,270 metres long.",
            "one figure",
        ),
    ],
)
def test_what_does_not_differ_has_no_label(left: str, right: str, reason: str) -> None:
    """Claims of two things, and claims that are alike, are no pair that differs."""
    assert match(left, right).differences == (), reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Velmora has 400 schools.", "Velmora has 520 schools."),
        (
            "Velmora had 400 schools in 2021.",
            "Velmora had 520 primary schools in 2021.",
        ),
    ],
)
def test_a_figure_larger_than_the_whole_is_no_part(left: str, right: str) -> None:
    """A part with more than its whole, like two figures of one whole, disagrees."""
    labels = [d.label for d in match(left, right).differences]
    assert "other scope" not in labels
