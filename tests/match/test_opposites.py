"""Outcomes that exclude each other, across articles on one affair."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_texts import source

from claimcheck.match import match_claims
from claimcheck.model import Finding

MONDAY = dt.date(2024, 6, 3)
# Names that the two articles share, so that they report one affair.
SCENE = "Ines Harrow, who lives in Pelsworth, spoke to reporters on Monday. "


def findings_of(
    left: str, right: str, days: int = 0, scenes: tuple[str, str] = (SCENE, SCENE)
) -> tuple[Finding, ...]:
    """Match two articles that came out *days* apart."""
    later = MONDAY + dt.timedelta(days=days)
    return tuple(
        f
        for f in match_claims(
            [
                source(scenes[0] + left, "a", MONDAY),
                source(scenes[1] + right, "b", later),
            ]
        ).findings
        if f.rule == "one thing, outcomes exclude each other"
    )


@pytest.mark.parametrize(
    ("left", "right", "question", "texts"),
    [
        (
            "Among the dead is the pilot, a grandmother of four.",
            "The pilot survived with a broken wrist.",
            "Did the pilot survive?",
            {"died", "survived"},
        ),
        (
            "The dockers accepted the pay offer.",
            "The dockers turned down the pay offer.",
            "Was the pay offer accepted?",
            {"accepted", "refused"},
        ),
        (
            "The deputy head walked out before the vote was called.",
            "The deputy head stayed in her seat until the close.",
            "Did the deputy head stay to the end?",
            {"left", "stayed"},
        ),
        (
            "The jury convicted Lothar Brenz of arson.",
            "Lothar Brenz was acquitted of arson.",
            "Was Lothar Brenz convicted?",
            {"convicted", "acquitted"},
        ),
        (
            "The committee approved the harbour plan.",
            "The committee postponed the harbour plan.",
            "Was the harbour plan approved?",
            {"approved", "postponed"},
        ),
        (
            "The water board raised the connection fee to 90 pounds.",
            "The water board kept the connection fee unchanged.",
            "Was the connection fee raised, cut or left as it was?",
            {"raised", "left unchanged"},
        ),
        (
            "The fire alarm went off at once.",
            "The fire alarm stayed silent.",
            "Did the fire alarm sound?",
            {"sounded", "stayed silent"},
        ),
        (
            "The lantern parade went ahead.",
            "The lantern parade was called off.",
            "Did the lantern parade take place?",
            {"went ahead", "called off"},
        ),
        (
            "The choirmaster resigned.",
            "The choirmaster was sacked by the parish.",
            "Did the choirmaster resign?",
            {"resigned", "was dismissed"},
        ),
        (
            "Lothar Brenz pleaded guilty.",
            "Lothar Brenz pleaded not guilty.",
            "How did Lothar Brenz plead?",
            {"guilty", "not guilty"},
        ),
        (
            "The flames destroyed the herbarium.",
            "The herbarium remained intact.",
            "Was the herbarium destroyed?",
            {"destroyed", "undamaged"},
        ),
        (
            "Bishop Edda Molin attended the funeral.",
            "Bishop Edda Molin missed the funeral.",
            "Did Bishop Edda Molin attend the funeral?",
            {"attended", "absent"},
        ),
        (
            "The captain drowned.",
            "The captain was rescued by a fishing boat.",
            "Did the captain survive?",
            {"died", "survived"},
        ),
        (
            "The carnival strike went ahead as planned.",
            "The carnival strike was called off at the last minute.",
            "Did the carnival strike take place?",
            {"went ahead", "called off"},
        ),
        (
            "The customs board kept its forecast for the year.",
            "The customs board raised its forecast for the year.",
            "Was the forecast raised, cut or left as it was?",
            {"raised", "left unchanged"},
        ),
        (
            "The old dyke held.",
            "The old dyke collapsed.",
            "Did the old dyke hold?",
            {"held", "gave way"},
        ),
        (
            "The judge granted bail to Lothar Brenz.",
            "Lothar Brenz was denied bail.",
            "Was bail granted?",
            {"granted", "denied"},
        ),
        (
            "The objection of the anglers was dismissed.",
            "The objection of the anglers was upheld.",
            "Was the objection of the anglers allowed?",
            {"dismissed", "allowed"},
        ),
        (
            "The swing bridge was reopened to traffic.",
            "The swing bridge remained shut.",
            "Was the swing bridge open?",
            {"opened", "stayed shut"},
        ),
        (
            "The tribunal upheld the fishing ban.",
            "The tribunal overturned the fishing ban.",
            "Was the fishing ban upheld?",
            {"upheld", "overturned"},
        ),
    ],
)
def test_one_thing_has_one_of_two_contrary_outcomes(
    left: str, right: str, question: str, texts: set[str]
) -> None:
    """What survived did not die, and what was accepted was not refused."""
    (finding,) = findings_of(left, right)
    assert (finding.kind, finding.question) == ("polarity", question)
    assert {p.text for p in finding.positions} == texts


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "Among the dead is the lorry driver.",
            "The bus driver survived with a broken wrist.",
            "two drivers",
        ),
        (
            "The pilot of the glider died. Another pilot was unhurt.",
            "The pilot survived with a broken wrist.",
            "a second pilot whom the description fits",
        ),
        (
            "The dockers first rejected the pay offer and later accepted it.",
            "The dockers turned down the pay offer.",
            "one article has both, in turn",
        ),
        (
            "The dockers accepted the pay offer.",
            "The tugmen turned down the pay offer.",
            "others answered",
        ),
        (
            "The dockers will accept the pay offer.",
            "The dockers turned down the pay offer.",
            "no more than foreseen",
        ),
        (
            "Some dockers accepted the pay offer.",
            "The dockers turned down the pay offer.",
            "a part of them",
        ),
        (
            "Lothar Brenz was convicted of arson in 2019.",
            "Lothar Brenz was acquitted on 28 May 2024.",
            "two trials, years apart",
        ),
        (
            "The committee approved the harbour plan.",
            "The committee rejected the airport plan.",
            "two plans",
        ),
        (
            "The water board raised the connection fee.",
            "The water board kept the inspection fee unchanged.",
            "two fees",
        ),
        (
            "The fire alarm went off at once.",
            "The burglar alarm stayed silent.",
            "two alarms",
        ),
        (
            "The pilot left for Bremen before noon.",
            "The mechanic stayed in his seat until the close.",
            "two people",
        ),
        (
            "A pilot died in 1987.",
            "The pilot survived with a broken wrist.",
            "any pilot is not the pilot",
        ),
        (
            "The government raised the tax on petrol.",
            "The government cut the tax on diesel.",
            "two taxes",
        ),
        (
            "Lothar Brenz was convicted of fraud.",
            "Lothar Brenz was acquitted of bribery.",
            "two charges",
        ),
        (
            "The plan was approved by the upper house.",
            "The plan was rejected by the lower house.",
            "two chambers",
        ),
        (
            "The museum opened a new wing.",
            "The museum remained closed on Monday.",
            "a part of it",
        ),
        (
            "The dyke at Farnholm held.",
            "The dyke at Oxwold collapsed.",
            "two dykes",
        ),
        (
            "The judge granted bail to Lothar Brenz.",
            "Anton Rusk was denied bail.",
            "two prisoners",
        ),
        (
            "The bank raised its forecast for exports.",
            "The institute kept its forecast for exports.",
            "two forecasters",
        ),
        (
            "The strike of the bakers went ahead.",
            "The strike of the tram drivers was called off.",
            "two strikes",
        ),
        (
            "The board accepted the resignation of Lothar Brenz.",
            "The board refused an offer of help.",
            "another reply",
        ),
        (
            "The swing bridge was opened in 1931.",
            "The swing bridge remained shut on Sunday.",
            "another day",
        ),
    ],
)
def test_outcomes_of_two_things_or_two_times_are_left_alone(
    left: str, right: str, reason: str
) -> None:
    """Another thing, another day or another who is no contradiction."""
    assert findings_of(left, right) == (), reason


def test_a_later_death_corrects_no_survival() -> None:
    """Who survived the crash may have died a week later."""
    alive, dead = "The pilot survived.", "The pilot died."
    assert findings_of(alive, dead, days=6) == ()
    assert findings_of(dead, alive, days=6) != ()


def test_articles_on_two_affairs_are_left_alone() -> None:
    """The pilot of one report is the pilot of another only in one affair."""
    scenes = (SCENE, "Anton Rusk, a baker from Viborg, rang the police. ")
    assert findings_of("The pilot died.", "The pilot survived.", 0, scenes) == ()


def test_what_is_only_reported_is_a_maybe() -> None:
    """Only what both articles assert is a conflict."""
    (plain,) = findings_of("The pilot died.", "The pilot survived.")
    (told,) = findings_of(
        "The pilot died.", "The pilot survived, a nurse at the ward said."
    )
    assert (plain.verdict, told.verdict) == ("conflict", "possible")


def test_a_title_in_one_article_stands_for_the_name_in_the_other() -> None:
    """The mayor is Ines Calder where an article calls her Mayor Calder."""
    (finding,) = findings_of(
        "Mayor Ines Calder had fought the plan. "
        "She left before the count was read out.",
        "The mayor stayed in her place to the end.",
    )
    assert finding.question == "Did Ines Calder stay to the end?"
