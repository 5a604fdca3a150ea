#!/usr/bin/env python3
"""
Read the exported citation lists with the programs they are made for.

Each format is written from tests/data/citations/nasty.json and read back by biber,
bibutils (bib2xml, ris2xml), pandoc and citation-js; titles, authors, dates and
addresses must come back.  A program that is not installed is named and passed over;
``--install`` tries apt-get and npm first.  Exit status: 0 all read back, 1 something
was lost.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from claimcheck.citations import EXPORTERS, Citable
from claimcheck.citations.export.citable import make_key

ROOT = Path(__file__).resolve().parent.parent
NASTY = ROOT / "tests" / "data" / "citations" / "nasty.json"
PACKAGES = {
    "biber": "biber",
    "bib2xml": "bibutils",
    "ris2xml": "bibutils",
    "pandoc": "pandoc",
}
FILES = (("list.json", "csl-json"), ("list.bib", "biblatex"), ("list.ris", "ris"))
READERS = (("csljson", "list.json"), ("biblatex", "list.bib"), ("ris", "list.ris"))
TIMEOUT_S = 300
MODS = "{http://www.loc.gov/mods/v3}"
READ_BACK = """
const Cite = require(process.argv[1]);
const text = require("fs").readFileSync(process.argv[2], "utf8");
console.log(JSON.stringify(new Cite(text).data));
"""


def main() -> int:
    """Write every format, read each back, and count what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--install", action="store_true", help="try apt-get and npm first"
    )
    install = parser.parse_args().install
    rows = json.loads(NASTY.read_text(encoding="utf-8"))
    items = [Citable(make_key(row["csl"]), row["csl"]) for row in rows]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if install:
            install_programs(folder)
        for file, form in FILES:
            (folder / file).write_text(EXPORTERS[form](items), encoding="utf-8")
        lost = 0
        for check in (check_biber, check_bibutils, check_pandoc, check_citation_js):
            for line in check(folder, items):
                print(line)
                lost += line.startswith("LOST")
    return 1 if lost else 0


def install_programs(folder: Path) -> None:
    """Install what is missing, where the machine allows it."""
    missing = sorted({p for name, p in PACKAGES.items() if shutil.which(name) is None})
    if missing and shutil.which("apt-get"):
        run(["apt-get", "update", "-qq"])
        run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing])
    if shutil.which("npm"):
        run(["npm", "install", "--silent", "--prefix", str(folder), "citation-js"])


def run(command: list[str], text: str = "") -> subprocess.CompletedProcess[str]:
    """Run a program with *text* on its standard input."""
    return subprocess.run(  # noqa: S603 - fixed commands of this script
        command, input=text, capture_output=True, encoding="utf-8",
        timeout=TIMEOUT_S, check=False,
    )  # fmt: skip


def check_biber(folder: Path, items: list[Citable]) -> Iterator[str]:
    """Validate the BibLaTeX file against biber's data model."""
    if shutil.which("biber") is None:
        yield "skipped: biber is not installed"
        return
    output = folder / "biber.bib"
    done = run(["biber", "--tool", "--validate-datamodel",
                f"--output-file={output}", str(folder / "list.bib")])  # fmt: skip
    complaints = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if line.startswith(("ERROR", "WARN")) and "one of 'date, year'" not in line
    ]
    yield from (f"LOST biber: {line}" for line in complaints)
    yield f"biber: {len(items)} entries, {len(complaints)} complaints"


def check_bibutils(folder: Path, items: list[Citable]) -> Iterator[str]:
    """Read titles and family names back from the MODS that bibutils writes."""
    for program, file in (("bib2xml", "list.bib"), ("ris2xml", "list.ris")):
        if shutil.which(program) is None:
            yield f"skipped: {program} is not installed"
            continue
        done = run([program, "-i", "utf8", str(folder / file)])
        tree = ET.fromstring(done.stdout.lstrip("\ufeff"))  # noqa: S314 - written by the program just run
        found = {mods.get("ID", ""): mods for mods in tree.iter(f"{MODS}mods")}
        read = 0
        for item in items:
            mods = found.get(item.key)
            words = " ".join(mods.itertext()) if mods is not None else ""
            # bibutils takes an organisation in RIS for a person, whatever its mark.
            wanted = named(item, with_literals=program == "bib2xml")
            missing = [w for w in wanted if fold(w) not in fold(words)]
            read += not missing
            yield from (f"LOST {program} {item.key}: {w}" for w in missing)
        yield f"{program}: {read} of {len(items)} read back"


def check_pandoc(folder: Path, items: list[Citable]) -> Iterator[str]:
    """Read CSL-JSON back from pandoc's BibLaTeX and RIS readers."""
    if shutil.which("pandoc") is None:
        yield "skipped: pandoc is not installed"
        return
    readers = run(["pandoc", "--list-input-formats"]).stdout.split()
    for form, file in READERS:
        if form not in readers:
            yield f"skipped: this pandoc does not read {form}"
            continue
        done = run(["pandoc", "-f", form, "-t", "csljson", str(folder / file)])
        yield from compare(f"pandoc {form}", json.loads(done.stdout or "[]"), items)


def check_citation_js(folder: Path, items: list[Citable]) -> Iterator[str]:
    """Read CSL-JSON, BibLaTeX and RIS back with citation-js."""
    module = folder / "node_modules" / "citation-js"
    if shutil.which("node") is None or not module.exists():
        yield "skipped: citation-js is not installed"
        return
    for file in ("list.json", "list.bib", "list.ris"):
        done = run(["node", "-e", READ_BACK, str(module), str(folder / file)])
        found = json.loads(done.stdout or "[]")
        if file == "list.ris":
            # Its table of RIS fields has no author for NEWS; other readers have.
            items = [i for i in items if i.csl.get("type") != "article-newspaper"]
        yield from compare(f"citation-js {file}", found, items)


def compare(
    program: str, found: list[dict[str, Any]], items: list[Citable]
) -> Iterator[str]:
    """Compare what a program read with what was written."""
    by_key = {str(item.get("id")): item for item in found}
    read = 0
    for item in items:
        got = by_key.get(item.key, {})
        missing = [name for name, is_kept in FIELDS if not is_kept(got, item.csl)]
        read += not missing
        yield from (f"LOST {program} {item.key}: {name}" for name in missing)
    yield f"{program}: {read} of {len(items)} read back"


def is_title_kept(got: dict[str, Any], csl: dict[str, Any]) -> bool:
    """Compare titles on one line."""
    return fold(got.get("title", "")) == fold(csl["title"])


def are_authors_kept(got: dict[str, Any], csl: dict[str, Any]) -> bool:
    """Find each family name and literal among the authors that were read."""
    words = fold(json.dumps(got.get("author", ""), ensure_ascii=False))
    return all(fold(name) in words for name in authors(csl))


def is_date_kept(got: dict[str, Any], csl: dict[str, Any]) -> bool:
    """
    Compare dates part by part.

    A part less is forgiven where readers keep only the year; seasons are compared by
    their year, since older readers count them as months.
    """
    written, read = first_date(csl), first_date(got)
    if "season" in csl.get("issued", {}):
        return written[:1] == read[:1]
    return read in (written, written[:1])


def is_address_kept(got: dict[str, Any], csl: dict[str, Any]) -> bool:
    """Compare addresses to the letter."""
    return bool(got.get("URL", "") == csl.get("URL", ""))


FIELDS: tuple[tuple[str, Callable[[dict[str, Any], dict[str, Any]], bool]], ...] = (
    ("title", is_title_kept),
    ("authors", are_authors_kept),
    ("date", is_date_kept),
    ("address", is_address_kept),
)


def named(item: Citable, *, with_literals: bool) -> list[str]:
    """Return the words of an item that a reader must keep."""
    title = str(item.csl["title"]).partition(":")[0]
    return [title, *authors(item.csl, with_literals=with_literals)]


def authors(csl: dict[str, Any], *, with_literals: bool = True) -> list[str]:
    """Return the family names, and literals, of an item's authors."""
    names = csl.get("author", [])
    return [
        name.get("family") or name["literal"]
        for name in names
        if with_literals or "family" in name
    ]


def first_date(csl: dict[str, Any]) -> list[int]:
    """Return the parts of a CSL item's first date, [] when it has none."""
    parts = (csl.get("issued") or {}).get("date-parts") or [[]]
    return [int(part) for part in parts[0]]


def fold(words: object) -> str:
    """Return words on one line, apostrophes straight."""
    return " ".join(str(words).replace("\u2019", "'").split())


if __name__ == "__main__":
    sys.exit(main())
