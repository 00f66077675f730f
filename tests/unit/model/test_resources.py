"""Where the program finds its own files: source tree, wheel, bundle."""

import sys
from pathlib import Path

import pytest

from tn_desktop.model import resources
from tn_desktop.model.resources import resource_path


def test_the_source_tree_has_them_at_its_top() -> None:
    assert resource_path("data", "tr-provinces.csv").read_text(encoding="utf-8").count("\n") > 80


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "tn_desktop"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "model" / "resources.py"))
    assert resource_path("data", "x.csv") == package / "resources" / "data" / "x.csv"


def test_a_bundle_has_them_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("fonts") == tmp_path / "resources" / "fonts"
