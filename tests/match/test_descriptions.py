"""Descriptions that another article ties to a name."""

from __future__ import annotations

from reading_texts import match

LEAD = (
    "A former mayor of Lund was sentenced to six years in prison in March 2021. "
    "Paul Orlov took bribes, the court found."
)
NAMED = (
    "Paul Orlov is a former mayor of Lund. "
    "Paul Orlov was jailed for eight years in March 2021."
)


def test_a_lead_without_a_name_means_the_one_it_fits() -> None:
    """A description means the one whom the other article calls by it."""
    assert "quantity" in {f.kind for f in match(LEAD, NAMED).findings}


def test_an_article_that_names_nobody_is_left_alone() -> None:
    """Without the name a description may fit another."""
    stranger = "A former mayor of Lund was sentenced to six years in March 2021."
    assert match(stranger, NAMED).findings == ()
