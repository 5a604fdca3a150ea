"""Word files: paragraphs, headings, tables and notes, as mammoth gives them."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from importlib.metadata import version
from xml.etree import ElementTree as ET

from claimcheck.model import Field
from claimcheck.read.extracted import Extracted, UnreadableError

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "ol", "ul", "table")
_NOTE = re.compile(r"#?(?:[\w-]*-)?(?P<kind>footnote|endnote)-(?P<number>\d+)$")
_BACK = re.compile(r"#?(?:[\w-]*-)?(?:footnote|endnote)-ref-\d+$")

# Parts of a package that hold metadata (ECMA-376, part 2, 11: core properties).
_CORE = "docProps/core.xml"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_LARGEST_PART = 1_000_000
# Pictures included; what unpacks to more is made to fill the memory.
_LARGEST_PACKAGE = 500_000_000


def extract_docx(raw: bytes) -> Extracted:
    """
    Take the text out of a Word file; notes become ``[^1]`` and ``[^1]: ...``.

    The date in the file's properties is when it was made, not when it was published,
    and is left alone.

    Raises:
        UnreadableError: The file is no Word file, or a damaged one.
    """
    try:
        size, fields = _look_inside(raw)
        page = _convert(raw) if size <= _LARGEST_PACKAGE else ""
    except Exception as error:  # damage shows anywhere in zipfile, expat and mammoth
        message = "the file is no Word file or is damaged; save it again as .docx."
        raise UnreadableError(message) from error
    if size > _LARGEST_PACKAGE:
        message = f"the file unpacks to {size:,} bytes, more than any article has."
        raise UnreadableError(message)
    reader = _TextWriter()
    reader.feed(page)
    reader.close()
    return Extracted(
        text=reader.text(),
        body=None,
        decoder="utf-8",
        extractor=f"mammoth {version('mammoth')}",
        fields=fields,
    )


class _TextWriter(HTMLParser):
    """Write mammoth's HTML as paragraphs with a blank line between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = [""]
        self._is_silent = False
        self._is_cell = False

    def text(self) -> str:
        blocks = (" ".join(block.split()) for block in self._blocks)
        return "\n\n".join(block for block in blocks if block.strip("|# "))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS and not self._goes_on():
            self._blocks.append("")
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._blocks[-1] += "#" * int(tag[1]) + " "
        elif tag == "li" and (note := _NOTE.match(given.get("id", ""))):
            self._blocks[-1] += f"[^{note['number']}]: "
        elif tag in {"td", "th"}:
            self._blocks[-1] += "| "
            self._is_cell = True
        elif tag == "br":
            self._blocks[-1] += " "
        elif tag == "a":
            note = _NOTE.match(given.get("href", ""))
            self._is_silent = bool(note or _BACK.match(given.get("href", "")))
            if note:
                self._blocks[-1] += f"[^{note['number']}]"

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._is_silent = False
        elif tag in {"td", "th"}:
            self._blocks[-1] += " "
            self._is_cell = False
        elif tag in _BLOCKS and not self._goes_on():
            self._blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self._is_silent:
            self._blocks[-1] += data

    def _goes_on(self) -> bool:
        """Tell whether a paragraph is no block: in a cell, or after a note's number."""
        block = self._blocks[-1]
        return self._is_cell or (block.startswith("[^") and block.endswith("]: "))


def _convert(raw: bytes) -> str:
    import mammoth  # type: ignore[import-untyped] # noqa: PLC0415 - only Word needs it

    page: str = mammoth.convert_to_html(io.BytesIO(raw)).value
    return page


def _look_inside(raw: bytes) -> tuple[int, tuple[Field, ...]]:
    """Return the bytes that the package unpacks to, and what its properties say."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        size = sum(part.file_size for part in package.infolist())
        names = package.namelist()
        if _CORE not in names or package.getinfo(_CORE).file_size > _LARGEST_PART:
            return size, ()
        root = ET.fromstring(package.read(_CORE))  # noqa: S314 - expat caps expansion
    found = (("title", "title"), ("authors", "creator"))
    values = ((name, root.findtext(_DUBLIN_CORE + tag)) for name, tag in found)
    return size, tuple(
        Field(name, " ".join(value.split()), "meta tag")
        for name, value in values
        if value and value.strip()
    )
