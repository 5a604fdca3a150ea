"""Countries by every name they go by, and capitals as places and as states."""

from __future__ import annotations

import pytest
from entity_reading import keys_of, read_entities

from claimcheck.values.entities import key_of_name
from claimcheck.values.places.countries import country_entries, country_names

# ISO code: names and peoples that English news uses.
NAMES = {
    "KP": ["North Korea", "DPRK", "N. Korea", "North Korean", "North Koreans"],
    "KR": ["South Korea", "ROK", "Republic of Korea", "South Korean"],
    "CN": ["China", "PRC", "People's Republic of China", "Chinese"],
    "TW": ["Taiwan", "Republic of China", "Taiwanese"],
    "RU": ["Russia", "Russian Federation", "Russian", "Russians"],
    "SU": ["Soviet Union", "USSR", "Soviet"],
    "US": ["US", "U.S.", "USA", "United States", "America", "American", "Americans"],
    "GB": ["UK", "U.K.", "Britain", "United Kingdom", "British", "Britons"],
    "AE": ["UAE", "United Arab Emirates", "Emirati"],
    "CD": ["DRC", "Democratic Republic of the Congo"],
    "CI": ["Ivory Coast", "Côte d'Ivoire", "Ivorian"],
    "CZ": ["Czech Republic", "Czechia", "Czech"],
    "IR": ["Iran", "Iranian", "Iranians"],
    "KZ": ["Kazakhstan", "Kazakh"],
    "MK": ["North Macedonia"],
    "MM": ["Myanmar", "Burma", "Burmese"],
    "NL": ["Netherlands", "Dutch"],
    "PH": ["Philippines", "Filipino"],
    "PL": ["Poland", "Polish", "Poles"],
    "PS": ["Palestinian", "Palestine"],
    "SY": ["Syria", "Syrian"],
    "SZ": ["Eswatini", "Swaziland"],
    "TL": ["East Timor", "Timor-Leste"],
    "TR": ["Turkey", "Türkiye", "Turkish"],
    "UA": ["Ukraine", "Ukrainian", "Ukrainians"],
    "VA": ["Vatican", "Holy See"],
    "VN": ["Vietnam", "Viet Nam", "Vietnamese"],
    "XK": ["Kosovo"],
}
UN_MEMBERS = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA
CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM
FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE
KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM
MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA
RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN
TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
""".split()  # noqa: SIM905 - a list of 193 strings would fill a page


@pytest.mark.parametrize("code", NAMES)
def test_every_name_has_the_country_s_key(code: str) -> None:
    """All names and peoples of a country share its key."""
    keys = {entry.text: entry.key for entry in country_entries()}
    assert {keys.get(name) for name in NAMES[code]} == {f"country:{code}"}


def test_no_member_of_the_united_nations_is_missing() -> None:
    """Each of the 193 member states has a name, and no two share one."""
    names = country_names()
    listed = [names[code] for code in UN_MEMBERS]
    assert len(set(listed)) == len(UN_MEMBERS) == 193


def test_short_words_and_shared_names_are_no_countries() -> None:
    """Codes that are words, and names of two countries, stand for none."""
    texts = {entry.text for entry in country_entries()}
    assert texts.isdisjoint({"AND", "ARE", "IN", "Congo", "Georgia", "Island", "Korea"})


STATES = [
    ("who acts", "Moscow sent grain to the port.", "Moscow", "RU"),
    ("who is helped", "The envoys supported Pyongyang openly.", "Pyongyang", "KP"),
    ("whose policy", "Beijing's policy has changed.", "Beijing", "CN"),
    ("with whom", "They have close ties with Beijing.", "Beijing", "CN"),
    ("against whom", "It voted for sanctions against Pyongyang.", "Pyongyang", "KP"),
    ("between whom", "Trade between Moscow and Beijing grew.", "Beijing", "CN"),
    ("aid to whom", "It increased its aid to Pyongyang.", "Pyongyang", "KP"),
    ("officials of whom", "The Moscow officials denied it.", "Moscow", "RU"),
    ("a court of two", "Relations of London and Dublin soured.", "London", "GB"),
    ("pressure from", "Pressure from Washington grew.", "Washington", "US"),
    ("a seat of government", "The Kremlin denied the report.", "Kremlin", "RU"),
    ("another", "The White House confirmed the claim.", "White House", "US"),
]
PLACES = [
    ("where", "The two leaders met in Pyongyang.", "Pyongyang", "pyongyang", "KP"),
    (
        "visited",
        "The minister visited Pyongyang in July.",
        "Pyongyang",
        "pyongyang",
        "KP",
    ),
    ("a visit to", "His visit to Beijing was short.", "Beijing", "beijing", "CN"),
    ("whither", "She flew to Moscow on Monday.", "Moscow", "moscow", "RU"),
    ("what is there", "The Moscow streets were empty.", "Moscow", "moscow", "RU"),
    ("the capital", "Minsk is the capital.", "Minsk", "minsk", "BY"),
    ("in a list", "She flew to Minsk and Tashkent.", "Tashkent", "tashkent", "UZ"),
    ("in its walls", "They met in the Kremlin.", "Kremlin", "kremlin", "RU"),
    ("a dateline", "TEHRAN, May 5 (AP) - A bridge fell.", "TEHRAN", "tehran", "IR"),
    ("what is struck", "Kyiv was hit by drones.", "Kyiv", "kyiv", "UA"),
    ("marched on", "The army advanced on Kyiv.", "Kyiv", "kyiv", "UA"),
    ("who lives there", "Paris has 2 million inhabitants.", "Paris", "paris", "FR"),
    ("invited to", "Xi invited the envoy to Beijing.", "Beijing", "beijing", "CN"),
    ("how far away", "It lies 20 km north of Kyiv.", "Kyiv", "kyiv", "UA"),
    ("a lost space", "In May he visitedMoscow twice.", "Moscow", "moscow", "RU"),
]


@pytest.mark.parametrize(("text", "words", "code"), [row[1:] for row in STATES])
def test_a_capital_that_acts_is_the_state(text: str, words: str, code: str) -> None:
    """The name of a capital or a government's seat stands for the state that acts."""
    assert keys_of(text, words) == [f"country:{code}"]


@pytest.mark.parametrize(("text", "words", "place", "code"), [r[1:] for r in PLACES])
def test_a_capital_where_things_happen_is_a_place(
    text: str, words: str, place: str, code: str
) -> None:
    """Where things happen a capital is a city, and its country stays in reach."""
    [found] = [entity for entity in read_entities(text) if entity.text == words]
    assert found.key == f"place:{place}"
    assert found.within == (f"country:{code}",)


def test_compounds_name_each_country() -> None:
    """A hyphen joins two countries and hides neither."""
    text = (
        "The U.S.-China and Sino-Russian talks, like the Moscow-Pyongyang ties, ended."
    )
    assert [entity.key for entity in read_entities(text)] == [
        "country:US", "country:CN", "country:CN", "country:RU", "country:RU",
        "country:KP",
    ]  # fmt: skip


def test_prefixes_need_their_hyphen() -> None:
    """A first half of a compound is a person or nothing when it stands alone."""
    assert not [
        e for e in read_entities("General Franco ruled.") if e.label == "country"
    ]


def test_the_north_is_a_korea_in_a_text_about_them() -> None:
    """The North and the South are states where the Koreas are named, else not."""
    about = "North Korea and South Korea talked. The North agreed, the South did not."
    other = "The South lost the war in 1865. The North won it."
    assert keys_of(about, "North") == ["country:KP"]
    assert keys_of(about, "South") == ["country:KR"]
    assert not [e for e in read_entities(other) if e.label == "country"]


def test_names_inside_names_are_no_countries() -> None:
    """A country's name inside another name is a part of that name."""
    text = (
        "The Russian Defence Ministry and the Bank of China signed the Moscow Treaty."
    )
    found = {entity.text: entity.key.split(":")[0] for entity in read_entities(text)}
    assert found == {
        "Russian Defence Ministry": "org", "Bank of China": "org",
        "Moscow Treaty": "event",
    }  # fmt: skip


def test_a_ministry_belongs_to_its_country() -> None:
    """An organisation whose name begins with a country's lies within it."""
    [found] = read_entities("The Russian Defence Ministry denied it.")
    assert found.within == ("country:RU",)


SHARED = [
    ("the country", "Georgia and Tbilisi", "Georgia", ["country:GE"]),
    ("the state", "Georgia and Atlanta", "Georgia", ["place:georgia us"]),
    ("its people", "Georgian lawmakers left Tbilisi", "Georgian", ["country:GE"]),
    ("both", "Georgia, Tbilisi and Atlanta", "Georgia", ["place:georgia"]),
    ("one Congo", "Congo and Kinshasa", "Congo", ["country:CD"]),
]


@pytest.mark.parametrize(("words", "name", "keys"), [row[1:] for row in SHARED])
def test_a_shared_name_is_settled_by_the_text(
    words: str, name: str, keys: list[str]
) -> None:
    """A name of two countries is one where the text names a place of that one only."""
    assert keys_of(f"The report of May is about {words}.", name) == keys


def test_a_capital_said_for_others_is_a_place() -> None:
    """Brussels may be the Union, so it never stands for Belgium."""
    [found] = read_entities("Brussels imposed new tariffs.")
    assert (found.key, found.within) == ("place:brussels", ("country:BE",))


def test_peoples_of_regions_are_the_region_s() -> None:
    """A people of a part of a country has the part's key, and the country in reach."""
    [found] = read_entities("Scottish voters stayed away.")
    assert (found.key, found.within) == ("place:scotland", ("country:GB",))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("DPRK", "country:KP"),
        ("U.S.", "country:US"),
        ("North Korea", "country:KP"),
        ("North Korea and China", None),  # two names
        ("the DPRK", None),  # more than a name
        ("us", None),  # a pronoun
        ("", None),
    ],
)
def test_a_name_alone_has_the_key_it_has_in_a_text(name: str, key: str | None) -> None:
    """What a user types is looked up as it stands."""
    assert key_of_name(name) == key
