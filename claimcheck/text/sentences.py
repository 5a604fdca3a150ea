"""
Split a text into sentences, keeping to the offsets of the text.

Two steps: lines are joined to blocks (a wrapped paragraph, a heading, a list item),
then each block is cut after the stops that end a sentence.  A stop does not end one
inside a short quotation or bracket, after an abbreviation whose class of followers
(`claimcheck.text.abbreviations`) matches what follows, or before a small letter.

Source: the phenomena of the Pragmatic Segmenter's golden rules, of the Punkt paper
(Kiss and Strunk 2006) and of news prose; the rules are this project's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model import Span
from claimcheck.text import abbreviations as table
from claimcheck.text.lines import split_blocks

# A longer quotation or bracket is split inside: it is a passage, not part of a sentence.
LONGEST_PROTECTED = 320

_STOP = re.compile(
    r"(?:\.(?:[ \u00a0]\.){2,3}(?![ \u00a0]?\.))|[.!?\u2026\u203d]+|[\u3002\uff01\uff1f]+"
    r"|(?:--|[\u2014\u2013])(?=[\"\u201d](?:\s|$))"
)
# What still belongs to the sentence after its stop: quotation marks, brackets, note marks.
_CLOSERS = re.compile(
    r"(?:[\"'\u2019\u201d\u00bb\uff02)\]}*_]|\s{1,40}[\u201d\u00bb](?=\s|$)"
    r"|\[\d{1,3}(?:[,\u2013-]\d{1,3}){0,9}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]"
    r"|(?<=[A-Za-z)\u201d\"]\.)\d{1,3}(?:[ ,\u2013-]\d{1,3}){0,5}(?=\s+[A-Z\u201c\"(])){1,12}"
)
_OPENERS = "\"'\u2018\u201c\u00ab([{\u00bf\u00a1"
_WORD_BEFORE = re.compile(
    r"(?:[^\s\"'\u2018\u201c\u00ab(\[{\u2013\u2014/]|(?<=\w)['/])+$"
)
_WORD_AFTER = re.compile(r"\w[\w'\u2019-]*")
_NEXT = re.compile(r"\s*(?:(?:--?|[\u2013\u2014])\s+)?")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z][a-z]?\.[A-Z]|Ph\.D|ph\.d")
_SPEAKER = re.compile(
    r"(?:(?:the|a|an|one|his|her|their|[A-Z][\w.\u2019'-]{0,30})\s){0,5}(?P<verb>[a-z]+)",
)
_MARKER = re.compile(
    r"(?:(?<=\s)|^)(?:[\u2022\u2043\u25e6\u25aa\u2023\u25cf]\s?)?"
    r"\(?(?P<value>\d{1,2}|[a-zA-Z]|[ivx]{1,5})(?P<close>\.\)|[.)])(?=\s+\S)"
)
_BULLET = re.compile(r"[\u2022\u2043\u25e6\u25aa\u2023\u25cf]")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_PAIRS = {"\u201d": "\u201c", "\u00bb": "\u00ab", ")": "(", "]": "["}
_MARKS = re.compile(r"[\"\u201c\u201d\u00ab\u00bb()\[\]]|['\u2018](?=\w)")
_SINGLE_END = re.compile(r"[.!?,]['\u2019](?=[\s,;:)]|$)")
_LEADER = 5  # so many stops in a row lead to a page number


def split_sentences(text: str) -> list[Span]:
    """
    Find the sentences of a text.

    Args:
        text: The visible text of a document (`claimcheck.text.masking.mask`).

    Returns:
        Ascending, disjoint spans without white space at either end, which together hold
        every other character; headings, list items and captions are spans of their own.

    >>> text = "He left at 6 p.m. She stayed. (No. 5 too.)"
    >>> [span.of(text) for span in split_sentences(text)]
    ['He left at 6 p.m.', 'She stayed.', '(No. 5 too.)']
    """
    return [
        span
        for start, end in split_blocks(text)
        for span in _split_block(text, start, end)
    ]


def _split_block(text: str, start: int, end: int) -> Iterator[Span]:
    block = text[start:end]
    items = list(_items(block))
    cuts = sorted({*(item[0] for item in items), *_stop_cuts(block, items), len(block)})
    at = 0
    for cut in cuts:
        piece = block[at:cut]
        words = piece.strip()
        if words:
            begin = start + at + len(piece) - len(piece.lstrip())
            yield Span(begin, begin + len(words))
        at = cut


def _items(block: str) -> Iterator[tuple[int, int]]:
    """Find the marks of a list written in one line: bullets, and values in sequence."""
    if _BULLET.match(block.lstrip()):
        yield from (bullet.span() for bullet in _BULLET.finditer(block))
    expected: frozenset[str] | None = None
    close = ""
    for marker in _MARKER.finditer(block):
        if expected is None:
            if block[: marker.start()].strip():
                return
            close = marker["close"]
        elif marker["value"] not in expected or marker["close"] != close:
            continue
        yield marker.span()
        expected = _followers(marker["value"])


def _followers(value: str) -> frozenset[str]:
    """Name what the next item's number or letter can be."""
    if value.isdigit():
        return frozenset({str(int(value) + 1)})
    found = set()
    if value in _ROMAN[:-1]:
        found.add(_ROMAN[_ROMAN.index(value) + 1])
    if len(value) == 1 and value.lower() != "z":
        found.add(chr(ord(value) + 1))
    return frozenset(found)


def _stop_cuts(block: str, items: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Find where the stops that end a sentence, and all that closes it, end."""
    protected = _protected(block)
    marks = sorted(items)
    nearest = mark = sentence_start = 0
    for stop in _STOP.finditer(block):
        at = stop.start()
        while nearest < len(protected) and protected[nearest][1] <= at:
            nearest += 1
        while mark < len(marks) and marks[mark][1] <= at:
            mark += 1
        closers = _CLOSERS.match(block, stop.end())
        end = closers.end() if closers else stop.end()
        if nearest < len(protected) and protected[nearest][0] < at:
            if end < protected[nearest][1]:
                continue
        if mark < len(marks) and marks[mark][0] < at:
            continue
        if block[at - 1 : at] == "[" and block[stop.end() : stop.end() + 1] == "]":
            continue
        cut = _cut_after(block, sentence_start, stop, end)
        if cut is not None:
            yield cut
            sentence_start = cut


def _protected(block: str) -> list[tuple[int, int]]:
    """
    Find outermost quotations and brackets of at most `LONGEST_PROTECTED` characters.

    A straight mark opens when a word follows it and none stands before it; a single one
    only when its partner stands beside a stop or comma, so that no apostrophe opens.
    """
    opened: dict[str, list[int]] = {}
    found: list[tuple[int, int]] = []
    for match in _MARKS.finditer(block):
        mark, at = match.group(), match.start()
        if found and found[-1][0] <= at < found[-1][1]:
            continue
        if mark in "'\u2018":
            if at and (block[at - 1].isalnum() or block[at - 1] in ".,"):
                continue
            closing = _SINGLE_END.search(block, at, at + LONGEST_PROTECTED)
            if closing:
                found.append((at, closing.end()))
            continue
        opening = _PAIRS.get(mark, mark)
        stack = opened.setdefault(opening, [])
        if mark == '"':
            spaced = not at or block[at - 1].isspace() or block[at - 1] in "([\u2014-"
            if spaced and at + 1 < len(block) and not block[at + 1].isspace():
                stack.clear()
                stack.append(at)
                continue
        elif mark == opening:
            stack.append(at)
            continue
        if stack:
            start = stack.pop()
            if at + 1 - start <= LONGEST_PROTECTED:
                while found and found[-1][0] >= start:
                    found.pop()
                found.append((start, at + 1))
    return found


def _cut_after(block: str, start: int, stop: re.Match[str], end: int) -> int | None:
    """Return where the next sentence may start, or None when this one goes on."""
    mark = stop.group()
    if end == len(block) or not block[end:].strip():
        return None
    before = _WORD_BEFORE.search(block, max(start, stop.start() - 40), stop.start())
    word = before.group() if before else ""
    if mark[0] in "\u3002\uff01\uff1f":
        return end
    if not block[end].isspace():
        return end if _is_glued(block, word, mark, end) else None
    if len(mark) > 2 and mark[:3] == ". .":
        return _cut_spaced_ellipsis(block, stop, word, end)
    gap = _NEXT.match(block, end)
    at = gap.end() if gap else end
    while at < len(block) and (block[at] in _OPENERS or block[at].isspace()):
        at += 1
    following = _WORD_AFTER.match(block, at)
    after = following.group() if following else block[at : at + 1]
    closed = block[stop.end() : end].strip()
    if closed and after[:1].islower():
        return None
    if not _can_end(block, mark, word, after, start, stop.start()):
        return None
    if (
        closed
        and closed[-1] in "\"'\u2019\u201d"
        and _is_speaker(block, end, mark, after)
    ):
        return None
    return end


def _cut_spaced_ellipsis(
    block: str, stop: re.Match[str], word: str, end: int
) -> int | None:
    """Cut after ". . . ." before a capital; after its first stop if that is glued."""
    after = block[end : end + 40].lstrip()
    if not (after[:1].isupper() or after[:1] in _OPENERS) or _is_pause(stop, after):
        return None
    glued = bool(word) and stop.start() > 0 and not block[stop.start() - 1].isspace()
    return stop.start() + 1 if glued and len(stop.group()) > 5 else end  # noqa: PLR2004


def _is_pause(stop: re.Match[str], after: str) -> bool:
    """Tell whether three points before "I" are a pause and not an end."""
    return stop.group().count(".") == 3 and after.split()[:1] == ["I"]  # noqa: PLR2004


def _is_glued(block: str, word: str, mark: str, end: int) -> bool:
    """Tell whether a space was lost: "world.Today", "1,000.That", never "Node.JS"."""
    after = block[end : end + 3]
    if mark not in {".", "!", "?"} or len(after) < 2 or "@" in word or "/" in word:  # noqa: PLR2004
        return False
    if not after[0].isupper() or not (after[1].islower() or after[1].isspace()):
        return False
    if word.lower() in table.ABBREVIATIONS or "." in word or word.startswith("www"):
        return False
    token = re.match(r"\S{0,60}", block[end:])
    if token and ("@" in token.group() or "://" in token.group()):
        return False
    return word[-1:].isdigit() or (len(word) > 1 and word[-2:].islower())


def _is_speaker(block: str, end: int, mark: str, after: str) -> bool:
    """Tell whether a quotation's speaker follows: ``"Who?" Ms. Lee asked``."""
    if mark[-1] not in "?!" or after in table.FIRM_STARTERS - {
        "He",
        "She",
        "They",
        "It",
    }:
        return False
    speaker = _SPEAKER.match(block[end : end + 160].lstrip())
    return bool(speaker and speaker["verb"] in table.SPEECH_VERBS)


def _can_end(  # noqa: PLR0913 - a stop is judged by all that stands around it
    block: str, mark: str, word: str, after: str, start: int, stop: int
) -> bool:
    first = after[:1]
    if not first:
        return True
    if first.islower():
        return mark == "." and _is_small_start(word, after)
    if mark[-1] in "!?":
        name = word.lower() in table.EXCLAIMED and mark in {"!", "?"}
        return not name or after in table.STARTERS
    if mark in {"...", "…"} and after == "I":
        return False
    if mark == ".":
        return _can_stop_end(block, word, after, start, stop)
    if first.isdigit() and len(mark) >= _LEADER:
        return False
    return not first.isalnum() or first.isupper() or first.isdigit() or first.isalpha()


def _is_small_start(word: str, after: str) -> bool:
    """
    Tell whether a sentence may start with a small letter here ("al-Shabaab", "iPhone").

    A long plain word before the stop is no abbreviation; five letters were the longest
    of the table's that are cut before a small word.
    """
    plain = word.isalpha() and word.lower() not in table.ABBREVIATIONS
    named = any(letter.isupper() for letter in after)
    return plain and (
        len(word) > _LEADER or (named and len(word) > 1 and word.islower())
    )


def _can_stop_end(block: str, word: str, after: str, start: int, stop: int) -> bool:
    low = word.lower().rstrip(".")
    plain = low.replace("\u2019", "'")
    follower = after.split("'")[0].split("\u2019")[0]
    firm = follower in table.FIRM_STARTERS
    numeral = after[:1].isdigit()
    if len(word) == 1 and word.isalpha():
        return _can_letter_end(block, word, follower, stop)
    if plain == "no" and not (numeral or word[0] == "N"):
        return True
    if plain in table.FORMS_OF_ADDRESS or plain in table.RUNNING:
        return False
    if plain in table.TITLES:
        return firm
    if plain in table.BEFORE_NUMBERS:
        return not numeral and (firm or (plain == "no" and len(follower) > 1))
    if plain in table.MONTHS:
        return not numeral and follower in table.STARTERS
    if plain in {"a.m", "p.m"}:
        return _can_hour_end(block[start:stop], word, follower)
    if plain == "etc":
        return not numeral
    if plain in table.CLOSING or _ACRONYM.fullmatch(word):
        return not numeral and follower in table.STARTERS
    return True


def _can_letter_end(block: str, word: str, follower: str, stop: int) -> bool:
    """Judge a stop after one letter: an initial, "you and I", "vitamin C"."""
    if follower not in table.STARTERS:
        return False
    before = block[max(stop - 20, 0) : stop - 1].split()
    lowered = bool(before) and before[-1].islower()
    if word == "I":
        return lowered and follower not in {"In"}
    return follower in table.FIRM_STARTERS or (lowered and follower in table.STARTERS)


def _can_hour_end(sentence: str, word: str, follower: str) -> bool:
    """
    Judge a stop after "a.m." or "p.m.".

    "At 5 a.m. Mr. Lee left" goes on: all before it is a time that opens the sentence.
    """
    if follower in table.AFTER_HOURS:
        return False
    opening = re.fullmatch(
        r"\s*(?:At|By|On|Around|About|From|Until|Before|After|Shortly|Just|Since)\b"
        r"[^,]{0,24}",
        sentence[: -len(word)] if len(sentence) <= 40 else sentence,  # noqa: PLR2004
    )
    return opening is None or follower in {"It", "They", "That", "This"}
