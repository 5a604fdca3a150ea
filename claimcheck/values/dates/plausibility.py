"""
Refuse what looks like a date and is none: amounts, codes, verbs, names, habits.

Each rule looks at one form ("a bare year", "a bare month") and at the words, or where
there is a parse the tags, beside it.  A rule that is not sure refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.model import Token
from claimcheck.values.dates import lexicon, nodes
from claimcheck.values.dates.calendar_dates import at
from claimcheck.values.dates.lexer import Lexeme
from claimcheck.values.dates.tense import Places

# Months whose short or lower-case form is also a common word or a name.
_VERBAL = frozenset(("may", "march"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "WORK_OF_ART", "PRODUCT", "FAC", "NORP"))
_TITLE_AFTER = frozenset(("PROPN",))


def without_verbs(lexemes: Sequence[Lexeme], places: Places) -> tuple[Lexeme, ...]:
    """Make plain words of "may", "march" and other words that name no month here."""
    return tuple(
        lexeme._replace(kind="word")
        if lexeme.kind == "month" and not _names_month(lexemes, index, places)
        else lexeme
        for index, lexeme in enumerate(lexemes)
    )


def _names_month(lexemes: Sequence[Lexeme], index: int, places: Places) -> bool:
    lexeme, before, after = (
        lexemes[index],
        at(lexemes, index - 1),
        at(lexemes, index + 1),
    )
    tagged = places[lexeme.start][1].pos if lexeme.start in places else ""
    if lexeme.word in _VERBAL and not lexeme.capital and tagged in {"AUX", "VERB"}:
        return False
    if lexeme.short or lexeme.word in _VERBAL:
        after = at(lexemes, index + 2) if after.word in {".", ",", "-"} else after
        before = at(lexemes, index - 2) if before.word in {"-", "of"} else before
        if after.word[:1].isdigit() or before.word[:1].isdigit():
            return True
        if after.fields and after.kind in {"ordinal", "number"} and not after.short:
            return True
        if before.kind == "ordinal":
            return True
    if lexeme.word not in _VERBAL or lexeme.capital:
        return True
    return at(lexemes, index - 1).word in {
        "in",
        "of",
        "since",
        "until",
        "early",
        "late",
    }


def is_date(
    lexemes: Sequence[Lexeme], start: int, end: int, node: nodes.Node, places: Places
) -> bool:
    """Tell whether the lexemes from *start* to *end*, read as *node*, are a date."""
    before, after = at(lexemes, start - 1), at(lexemes, end)
    if before.word in lexicon.cue("habit_before") and before.kind == "word":
        return False
    if (
        before.kind == "mark"
        and before.word in {"$", "#", "@"}
        and before.end == (lexemes[start].start)
    ):
        return False
    content = _first_content(lexemes, start, end)
    alone = _alone(lexemes, start, end)
    bare = end - content == 1
    lexeme = lexemes[content]
    for applies, accepts in _RULES:
        if applies(node, lexeme, bare):
            token = places[lexeme.start][1] if lexeme.start in places else None
            return alone or accepts(lexemes, content, end, token)
    return after.kind != "opaque" or not after.glued


def _first_content(lexemes: Sequence[Lexeme], start: int, end: int) -> int:
    """Return the first lexeme that is neither article nor preposition."""
    index = start
    skipped = {"the", "from", "between", "during", "by", "since", "until", "till"}
    skipped |= {"before", "after", "pre", "post", "-", "about", "around", "at", "least"}
    while index < end - 1 and lexemes[index].word in skipped:
        index += 1
    return index


def _alone(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """Tell whether the text is nothing but the date and a preposition."""
    outside = [*lexemes[max(0, start - 3) : start], *lexemes[end : end + 2]]
    if start > 3 or end + 2 < len(lexemes):
        return False
    words = [x.word for x in outside if x.kind != "mark"]
    return all(word in lexicon.cue("month_before") for word in words)


def _year(lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None) -> bool:
    """Accept a bare year unless it counts, numbers or names something."""
    before, after, lexeme = at(lexemes, index - 1), at(lexemes, end), lexemes[index]
    if lexeme.kind != "number":
        return True  # "the year 2008", "cy18"
    if after.glued and after.word in {"/", ":", "+", "−", "°", "º"}:
        return False
    if before.word in lexicon.cue("number_before") and before.word != "number":
        if not (before.kind == "mark" or before.word in lexicon.cue("year_before")):
            return False
    if before.word == "." and at(lexemes, index - 2).word in {"no", "nos", "p", "pp"}:
        return False
    if after.word in lexicon.cue("number_after") or _is_plural_unit(after):
        return False
    if lexeme.word != str(lexeme.value):
        return before.word in lexicon.cue("year_before")
    strong = before.word in lexicon.cue("year_before")
    if not 1900 <= lexeme.value <= 2100:
        return strong and not _counts(after, token)
    return strong or not _counts(after, token) or before.word in {"the", "a", "its"}


def _year_range(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept "1996-99" unless it is pages, articles or a part number."""
    del token
    before, after = at(lexemes, index - 1), at(lexemes, end)
    if before.word == ".":
        before = at(lexemes, index - 2)
    if before.word in lexicon.cue("number_before") | {":", "/"}:
        return False
    return after.word not in lexicon.cue("number_after")


def _is_plural_unit(lexeme: Lexeme) -> bool:
    return lexeme.kind == "unit" and lexeme.word.endswith("s")


def _counts(after: Lexeme, token: Token | None) -> bool:
    """Tell whether a number counts the noun after it."""
    if token is not None:
        return token.entity in {"CARDINAL", "QUANTITY", "MONEY", "PERCENT"} and (
            token.dep == "nummod"
        )
    plural = after.kind == "word" and after.word.endswith("s") and not after.capital
    return plural and len(after.word) > 3 and after.word not in {"this", "does"}


def _month(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept a bare month that is no verb, no name and no abbreviation of one."""
    before, after, lexeme = at(lexemes, index - 1), at(lexemes, end), lexemes[index]
    if after.word in lexicon.cue("name_after"):
        return False
    led = before.word in lexicon.cue("month_before")
    if lexeme.word in _VERBAL:
        if not lexeme.capital or (token and token.pos in {"AUX", "VERB"} and not led):
            return False
        return led or bool(token and token.entity == "DATE")
    if lexeme.short:
        return led and lexeme.capital
    if not lexeme.capital:
        return led
    if token and token.entity in _NAMES:
        return False
    named = after.kind == "word" and after.capital and not led
    return not named and not (before.kind == "word" and before.capital and not led)


def _weekday(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept a bare weekday that is no habit, no name and no short common word."""
    before, after, lexeme = at(lexemes, index - 1), at(lexemes, end), lexemes[index]
    del token
    if after.word in lexicon.cue("name_after"):
        return False
    if before.word == "," and at(lexemes, index - 2).kind == "weekday":
        return False
    if lexeme.short:
        led = before.word in {"on", "by", "until", "since", "this", "last", "next"}
        return lexeme.capital and led
    titled = (
        before.kind == "word"
        and before.capital
        and before.word not in (lexicon.cue("month_before"))
    )
    sentence_start = at(lexemes, index - 2).kind in {"end", "paragraph"}
    return (
        lexeme.capital
        and not (titled and before.word in {"black", "bloody", "ruby", "super"})
        or sentence_start
        or not titled
    )


def _season(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept a bare season only after a preposition of time."""
    lead = {"in", "during", "this", "since", "by", "until", "last", "next", "of"}
    position = index - 1 - (at(lexemes, index - 1).word == "the")
    if at(lexemes, end).word in {"of", "olympics", "games"}:
        return False
    if token and token.pos in {"VERB", "AUX"}:
        return False
    return at(lexemes, position).word in lead - {"of"}


def _pair(lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None) -> bool:
    """Accept "2/15" after a word that announces a day; else it is a fraction."""
    del token
    before, after = at(lexemes, index - 1), at(lexemes, end)
    announced = before.kind in {"weekday", "relative"} or before.word in {
        "on", "since", "until", "by", "before", "after", "from", "dated", "(",
    }  # fmt: skip
    of_something = after.word in {"of", "the"} or after.kind in {"unit", "word"}
    return announced and not of_something


def _feast(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept a feast as a day, not as part of a name ("Easter Island")."""
    del token
    before, after = at(lexemes, index - 1), at(lexemes, end)
    if end - index > 1:
        return True
    led = before.word in lexicon.cue("month_before") or before.word in {"at", "on"}
    return led and not (after.kind == "word" and after.capital)


def _month_day(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept "on the 15th" when nothing is counted after it."""
    del token
    if any(lexeme.kind == "weekday" for lexeme in lexemes[index:end]):
        return True
    before, after = at(lexemes, index - 1), at(lexemes, end)
    if before.word == "the":
        before = at(lexemes, index - 2)
    digits = lexemes[end - 1].word[:1].isdigit()
    closed = after.kind in {"mark", "end", "paragraph", "connective"}
    return before.word in {"on", "by", "until", "since"} and digits and closed


def _decade(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept "the nineties", not someone's age or a temperature."""
    del token
    lexeme, before = lexemes[end - 1], at(lexemes, index - 1)
    if lexeme.value > 100:
        return True
    quoted = before.word in {"'", "’", "‘"}
    before = at(lexemes, index - 1 - quoted)
    return before.word in {"the", "early", "mid", "late", "-"} or (
        lexemes[index].word in {"'", "’", "‘", "early", "mid", "late"}
    )


def _compact(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept "20140215" unless the text calls it a number."""
    del end, token
    before = at(lexemes, index - 1)
    return before.word not in lexicon.cue("number_before") and not before.glued


def _today(
    lexemes: Sequence[Lexeme], index: int, end: int, token: Token | None
) -> bool:
    """Accept "today", not the newspaper."""
    del end, token
    before, lexeme = at(lexemes, index - 1), lexemes[index]
    return not (lexeme.capital and before.kind == "word" and before.capital)


_Applies = Callable[[nodes.Node, Lexeme, bool], bool]
_Accepts = Callable[[Sequence[Lexeme], int, int, Token | None], bool]


def _inner(node: nodes.Node) -> nodes.Node:
    return node.base if isinstance(node, nodes.Bound) else node


_RULES: tuple[tuple[_Applies, _Accepts], ...] = (
    (lambda n, x, bare: bare and x.kind == "number" and _is_year(_inner(n)), _year),
    (lambda _, x, bare: bare and x.kind in {"years", "year month"}, _year_range),
    (lambda n, x, bare: x.kind == "month" and _is_bare(n, "month"), _month),
    (lambda n, x, bare: x.kind == "weekday" and _is_bare_weekday(n), _weekday),
    (lambda n, x, bare: x.kind == "season" and _is_bare(n, "season"), _season),
    (lambda n, x, bare: bare and x.kind == "pair" and x.word != "9/11", _pair),
    (lambda n, x, bare: _is_bare(n, "holiday") and x.kind != "relative", _feast),
    (lambda n, x, bare: isinstance(_inner(n), nodes.MonthDay), _month_day),
    (lambda n, x, bare: x.kind == "decade", _decade),
    (lambda n, x, bare: x.kind == "compact", _compact),
    (lambda n, x, bare: x.kind == "dayword", _today),
)


def _is_year(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Stated) and node.period.grain == "year"


def _is_bare(node: nodes.Node, kind: str) -> bool:
    node = _inner(node)
    return (
        isinstance(node, nodes.Yearly)
        and node.member.kind == kind
        and node.year is None
        and node.which is None
    )


def _is_bare_weekday(node: nodes.Node) -> bool:
    node = _inner(node)
    return isinstance(node, nodes.Weekday) and node.which is None
