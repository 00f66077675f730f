"""An everyday run leaves the long tests out and says so; whoever asks for one gets it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOOKS = (
    "pytest_addoption, pytest_collection_modifyitems, pytest_configure, pytest_configure_node, "
    "pytest_sessionfinish, pytest_terminal_summary, pytest_testnodedown"
)
DRAWN = """
import hashlib
import importlib
import os

from hypothesis import given
from hypothesis import strategies as st

drawn = []
for module in os.environ["LOADED"].split():
    importlib.import_module(module)

@given(st.text(), st.integers())
def test_draw(letters, number): drawn.append((letters, number))

def test_say(): print("drawn:", len(drawn), hashlib.sha256(repr(drawn).encode()).hexdigest())
"""
TESTS = """
import pytest
from tests.everyday import examples

def test_short(): print("examples:", examples(100))

@pytest.mark.thorough
def test_long(): pass

@pytest.mark.some(2)
@pytest.mark.parametrize("case", range(9))
def test_cases(case): pass
"""


def run(folder: Path, *words: str, ci: bool = False, tests: str = TESTS) -> str:
    """What pytest says in a folder with a short and a long test, and one of many cases."""
    settings = "[pytest]\ntestpaths = checks\nmarkers =\n  thorough\n  some\n"
    (folder / "pytest.ini").write_text(settings, encoding="utf-8")
    (folder / "checks").mkdir()
    (folder / "checks" / "conftest.py").write_text(f"from tests.everyday import {HOOKS}\n", encoding="utf-8")
    (folder / "checks" / "test_two.py").write_text(tests, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    environment |= {"PYTHONPATH": str(ROOT), **({"CI": "true"} if ci else {})}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:pytest-qt",
        "--import-mode=importlib",
        "-s",
        *words,
    ]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("words", [[], pytest.param(["-n", "2"], marks=pytest.mark.thorough)])
def test_the_long_ones_are_left_out_aloud(tmp_path: Path, words: list[str]) -> None:
    said = run(tmp_path, *words)
    assert "examples: 10" in said or words  # a worker prints nothing
    assert "3 passed" in said and "8 long tests were left out" in said and "dev.py test --thorough" in said


@pytest.mark.some(1)
@pytest.mark.parametrize(
    "words",
    [["--thorough"], ["checks"], ["-k", "test"], pytest.param(["-n", "2", "checks"], marks=pytest.mark.thorough)],
)
def test_whoever_asks_for_them_gets_them(tmp_path: Path, words: list[str]) -> None:
    said = run(tmp_path, *words)
    assert "11 passed" in said and "left out" not in said


@pytest.mark.thorough
def test_ci_tries_the_same_examples_whatever_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = set()
    for loaded in ("", "tn_desktop.model.text tn_desktop.exchange.names"):
        monkeypatch.setenv("LOADED", loaded)
        folder = tmp_path / f"{len(loaded)}"
        folder.mkdir()
        said |= {line for line in run(folder, ci=True, tests=DRAWN).splitlines() if "drawn: 100" in line}
    assert len(said) == 1


def test_ci_leaves_out_nothing(tmp_path: Path) -> None:
    said = run(tmp_path, ci=True)
    assert "11 passed" in said and "examples: 100" in said
