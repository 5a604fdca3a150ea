"""Phases of events, idioms, and verbs that are told apart by what stands with them."""

from __future__ import annotations

import pytest
from claim_readings import claim_of, read_claims, words_of


@pytest.mark.parametrize(
    ("text", "predicate", "patients", "reason"),
    [
        ("The eruption of Mount Tarvo began on 3 May.", "erupt", ["Mount Tarvo"],
         "the start of an eruption dates it"),
        ("Vestria began its invasion of Norland in 2011.", "invade", ["Norland"],
         "the object of a verb of phase names the event"),
        ("The conviction of Lena Fisk came in 2016.", "convict", ["Lena Fisk"],
         "with a date, coming is happening"),
        ("Troops stopped shelling Karst in 1993.", "end", ["Karst"],
         "stopping is no shelling"),
        ("The shelling of Karst ended in 1993.", "end", ["Karst"],
         "an end told with a noun"),
        ("Ferries ceased to serve Skerry in 2003.", "end", ["Skerry"],
         "what ceased no longer holds"),
        ("Helm resumed production of vans in 2010.", "resume", ["vans"],
         "a second beginning is not the first"),
        ("The construction of the dam began in 1928.", "begin", ["the dam"],
         "building is not done when it begins"),
        ("The construction of the dam was completed in 1932.", "build", ["the dam"],
         "building is done when it is completed"),
        ("Carl Vos began to write the novel in 1919.", "begin", ["the novel"],
         "writing is not done when it begins"),
        ("Lena Fisk stood trial for arson in 2016.", "prosecute", ["Lena Fisk"],
         "an idiom whose subject undergoes"),
        ("The Vellano dam gave way in 1963.", "collapse", ["The Vellano dam"],
         "the noun of an idiom is no patient"),
        ("The ferry Astrid went down in 1994.", "sink", ["The ferry Astrid"],
         "a ship that goes down sinks"),
        ("A gale hit Elmfield in 1999.", "hit", ["Elmfield"], "what a storm does"),
        ("Cyclone Imelda struck Port Azul in 2019.", "hit", ["Port Azul"],
         "a storm's blow is no strike"),
        ("Talos Steel went bankrupt in 2001.", "go_bankrupt", ["Talos Steel"],
         "an adjective makes the idiom"),
        ("The king named Ana Lund prime minister in 2017.", "appoint", ["Ana Lund"],
         "a person is parted from her office"),
        ("The play premiered in 1903.", "premiere", ["The play"],
         "the parser knows no such verb"),
    ],
)  # fmt: skip
def test_event_is_told_by_its_family(
    text: str, predicate: str, patients: list[str], reason: str
) -> None:
    """Phase, idiom and the things beside a verb tell which event is meant."""
    found = words_of(claim_of(text, predicate), "patient")
    words = [w.removeprefix("of ") for w in found]
    assert patients == words, reason


@pytest.mark.parametrize(
    ("text", "predicate", "reason"),
    [
        ("Prices went down in 1994.", "decrease", "prices do not sink"),
        ("Dockers struck in 1911.", "strike", "dockers are no storm"),
        ("Lund gave the dam a name in 1963.", "give", "way is not given"),
        ("The trial began in May.", "begin", "nobody is known to be tried"),
        ("Ana Lund took over the presidency in 2017.", "take over",
         "an office is not bought"),
        ("The army took over as guardian in 1990.", "take over", "nothing is bought"),
        ("Norland signed the treaty for Vestria in 1921.", "sign",
         "with an object, signing for somebody is signing"),
        ("Ana Lund signed for a parcel in 2017.", "sign", "a parcel is no club"),
        ("The choir's visit began a friendship.", "begin", "a friendship is a state"),
        ("They stopped to eat in Porto.", "end", "they did not stop eating"),
    ],
)  # fmt: skip
def test_other_things_make_other_events(text: str, predicate: str, reason: str) -> None:
    """What a verb is said of keeps it out of a family that it does not mean."""
    found = [c.predicate for c in read_claims(text)]
    assert predicate in found, (found, reason)


def test_victory_over_somebody_defeats_them() -> None:
    """A noun's preposition tells its family as a verb's does."""
    claim = claim_of("Norland's victory over Vestria came in 2001.", "defeat")
    assert ["Norland"] == words_of(claim, "agent")
    assert ["Vestria"] == words_of(claim, "patient")


@pytest.mark.parametrize(
    ("text", "predicate", "role", "words", "reason"),
    [
        ("The judge gave Ben Hale six years in prison.", "sentence", "patient",
         "Ben Hale", "years in prison are a sentence"),
        ("Ana Lund paid Ben Hale a visit in May.", "visit", "patient", "Ben Hale",
         "who is paid a visit is visited"),
        ("A jury found Nora Quill guilty of fraud.", "convict", "patient",
         "Nora Quill", "an adjective says what the object is found"),
        ("The two brothers were tried in Bern in 1921.", "prosecute", "patient",
         "The two brothers", "who is tried stands trial"),
        ("Ben Hale fell from a ladder in May.", "fall", "agent", "Ben Hale",
         "who falls does not decrease"),
        ("Sales fell in May.", "decrease", "patient", "Sales", "sales decrease"),
        ("Ana Lund ran for mayor in 2011.", "run_for", "agent", "Ana Lund",
         "an office is run for"),
        ("Norland named the retired judge Ben Hale as an envoy in 2011.", "appoint",
         "patient", "the retired judge Ben Hale", "a title goes with its name"),
        ("The play ran for forty nights.", "run", "agent", "The play",
         "nights are not run for"),
        ("The men were taken to two clinics: in Ely, Bath and Hull.", "take",
         "other", "Ely, Bath and Hull", "a list after a colon stays one"),
        ("Ann Vey, once head of Helm Motors, who was given five years, left.",
         "give", "patient", "Ann Vey", "a firm is not a who"),
        ("The train was on its way to Linz, the rail operator Vara said.", "be",
         "agent", "The train", "the speaker closes the sentence"),
        ("Some 4,000 runners set off from the quay, the largest field since 1995.",
         "depart", "agent", "Some 4,000 runners", "a past tense is no participle"),
        ("Police questioned an accountant, Ivo Mota.", "be", "agent", "Ivo Mota",
         "a name is the thing described"),
    ],
)  # fmt: skip
def test_roles_follow_the_sense(
    text: str, predicate: str, role: str, words: str, reason: str
) -> None:
    """Who does what to whom is read from the verb's sense, not from its form."""
    claims = [c for c in read_claims(text) if c.predicate == predicate]
    assert words in [w for c in claims for w in words_of(c, role)], (
        [(c.predicate, c.text) for c in read_claims(text)],
        reason,
    )


def test_crossing_near_a_town_is_no_event() -> None:
    """A noun before an event noun alone makes it a thing, not an event."""
    found = [c.predicate for c in read_claims("A level crossing near Porto is closed.")]
    assert "cross" not in found


@pytest.mark.parametrize(
    ("text", "told", "untold", "reason"),
    [
        ("Ana Lund announced her resignation on 3 May 2011.", "announce", "resign",
         "the day of the announcement"),
        ("The cabinet ordered the evacuation of Karst on 3 May 2011.", "order",
         "evacuate", "the day of the order"),
        ("Her resignation on 3 May 2011 ended the talks.", "resign", "announce",
         "the day of the resignation"),
        ("The festival opened on 4 May 2012.", "begin", "open", "festivals begin"),
        ("The museum opened on 4 May 2012.", "open", "begin", "museums do not"),
        ("Police picked up Ben Hale in Lisbon.", "arrest", "pick up", "police arrest"),
        ("Ana Lund picked up Ben Hale in Lisbon.", "pick up", "arrest", "a lift"),
        ("The contents fall into four groups.", "fall_into", "decrease",
         "groups are no lower level"),
        ("The find set off a debate in 2011.", "set off", "depart",
         "what is set off goes nowhere"),
        ("Exports to Norland were down in May 2011.", "be", "export",
         "a state of exports is no export"),
        ("The customs dispute with Norland drags on.", "drag", "disagree",
         "a thing that is named, and no event that is told"),
        ("Norland rejected claims that it closed the port in 2011.", "reject", "close",
         "what is denied is not claimed"),
        ("Norland repeated claims that Vestria closed the port in 2011.", "close",
         "open", "what is repeated is claimed"),
        ("The purchase of Orrin was completed in 2012.", "complete", "buy",
         "a deal may have been struck before"),
    ],
)  # fmt: skip
def test_date_is_of_the_event_that_the_verb_tells(
    text: str, told: str, untold: str, reason: str
) -> None:
    """What happened then makes a claim, and what is only spoken of makes none."""
    found = {c.predicate for c in read_claims(text)}
    assert told in found, (found, reason)
    assert untold not in found, (found, reason)
