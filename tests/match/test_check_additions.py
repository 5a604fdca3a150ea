"""Checks of totals that add to the amount of the sentence before."""

from __future__ import annotations

import pytest
from reading_texts import read

from claimcheck.match import check_reading

# The text, what the amounts make, and why.
WRONG = [
    (
        (
            "The lottery gave the chapel 240,000 crowns. Adding 90,000 crowns from the "
            "parish and 55,000 crowns from a sale brings the total to 405,000 crowns."
        ),
        "385,000 crowns",
        "two amounts are added",
    ),
    (
        (
            "The north field yielded 620 tonnes. Together with 210 tonnes from the "
            "south field, the estate harvested 860 tonnes in all."
        ),
        "830 tonnes",
        "the total is told as such after its figure",
    ),
    (
        (
            "The library owned 4,200 books. On top of that came 800 books from the "
            "school, for a total of 5,300 books."
        ),
        "5,000",
        "books are counted",
    ),
    (
        (
            "The pipe runs for 310 kilometres on land. With another 120 kilometres "
            "under the sea added, its total length is 450 kilometres."
        ),
        "430 kilometres",
        "the word of adding after the amount",
    ),
    (
        (
            "The spring sale raised $3.4 million. Add $1.2 million from the autumn "
            "sale and $600,000 from private buyers, and the total comes to $5.6 "
            "million."
        ),
        "$5.2 million",
        "told as an order",
    ),
]

RIGHT = [
    (
        (
            "The spring sale raised $3.4 million. Add $1.2 million from the autumn "
            "sale and $600,000 from private buyers, and the total comes to $5.2 "
            "million."
        ),
        "it does",
    ),
    (
        (
            "The spring sale raised $3.42 million. Adding $1.21 million from the "
            "autumn sale brings the total to $4.6 million."
        ),
        "4.63 is printed as 4.6",
    ),
    (
        (
            "The lottery gave the chapel 24,000 crowns. Adding 290,000 crowns from the "
            "parish and 55,000 crowns from a sale makes a total of 345,000 crowns."
        ),
        "the total of the second sentence alone",
    ),
    (
        (
            "The library owned 4,200 books. It bought 800 books, and the total is now "
            "5,300 books."
        ),
        "no word says that nothing else was added",
    ),
    (
        (
            "The library lost 300 of its 4,200 books. Adding 800 books from the school "
            "brings the total to 5,300 books."
        ),
        "two amounts to which it may be added",
    ),
    (
        (
            "The library owned 4,200 books. Adding 800 books from the school, less 100 "
            "books sold, brings the total to 5,300 books."
        ),
        "some are taken off",
    ),
    (
        (
            "The firm employs 400 people. Adding 50 people in Spain would bring the "
            "total to 480 people."
        ),
        "only a plan",
    ),
    (
        (
            "The library owned 4,200 books.\n\nAdding 800 books from the school brings "
            "the total to 5,300 books."
        ),
        "another paragraph may have another first amount",
    ),
]


@pytest.mark.parametrize(("text", "made", "reason"), WRONG)
def test_a_total_takes_up_the_sentence_before(
    text: str, made: str, reason: str
) -> None:
    """What is added to the amount before is set against the total told."""
    (finding,) = check_reading(read(text))
    assert (made, "possible") == (finding.positions[1].value, finding.verdict), reason


@pytest.mark.parametrize(("text", "reason"), RIGHT)
def test_a_total_of_something_else_is_left_alone(text: str, reason: str) -> None:
    """Without a word of adding and of a total, or with more in play, it is silent."""
    assert check_reading(read(text)) == (), reason
