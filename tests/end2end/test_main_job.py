"""What `dev.py run` does without a display: the whole main job by the real command line, in a fresh profile."""

import sys
import tempfile
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QImage

import dev


def test_the_main_job_without_a_display(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    assert dev.show_main_job() == 0

    (folder,) = tmp_path.glob("tn-desktop-*")
    made = ["imza-listesi.pdf", "katilim.xlsx", "ogretmenler.csv", "pencere.png"]
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == made
    said = capsys.readouterr().out
    assert all(str(folder / name) in said for name in made)
    assert (folder / "imza-listesi.pdf").read_bytes().startswith(b"%PDF")
    names = {
        cell
        for row in openpyxl.load_workbook(folder / "katilim.xlsx")["Kişiler"].iter_rows(values_only=True)
        for cell in row
    }
    assert {"Ayşe Yılmaz", "İrem Güneş"} <= names or {"Ayşe", "Işık"} <= names
    assert QImage(str(folder / "pencere.png")).width() >= 1024
