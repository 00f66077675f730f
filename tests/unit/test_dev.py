"""What dev.py decides by itself."""

import importlib.util
import io
import json
import os
import re
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

import dev

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR"><context><name>Pane</name>{}</context></TS>
"""


@pytest.mark.some(4)
@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("<source>Save</source><translation>Kaydet</translation>", ""),
        ("<source>Save</source><translation type='unfinished'></translation>", "not translated: Pane | Save"),
        ("<source>Save</source><translation></translation>", "not translated: Pane | Save"),
        ("<source>{n} of {m}</source><translation>{m} içinde {n}</translation>", ""),
        ("<source>In {file}</source><translation>{dosya} içinde</translation>", "other placeholders: Pane | In {file}"),
        ("<source>0%</source><translation>%0</translation>", ""),
        ("<source>%1 %</source><translation>% %2</translation>", "other placeholders: Pane | %1 %"),
        (
            "<source>%n row(s)</source><translation><numerusform>%n satır</numerusform></translation>",
            "",
        ),
        (
            "<source>%n row(s)</source><translation><numerusform>satır</numerusform></translation>",
            "other placeholders: Pane | %n row(s)",
        ),
        (
            "<source>%n row(s)</source><translation><numerusform></numerusform></translation>",
            "not translated: Pane | %n row(s)",
        ),
    ],
)
def test_an_incomplete_translation_is_named(message: str, problem: str, tmp_path: Path) -> None:
    catalogue = tmp_path / "x.ts"
    catalogue.write_text(CATALOGUE.format(f"<message>{message}</message>"), encoding="utf-8")
    found = dev.catalogue_problems(catalogue)
    assert len(found) == bool(problem)
    assert all(line.startswith(problem) for line in found)


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_a_missing_library_is_found_in_its_debian_package(library: str, package: str) -> None:
    assert dev.debian_package(library) == package


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree with one form and one catalogue, and tools that only note what they are asked for."""
    for folder in ("ui", "translations", "forms"):
        (tmp_path / folder).mkdir()
    (tmp_path / "ui" / "people.ui").write_text("<ui/>", encoding="utf-8")
    (tmp_path / "translations" / "tr.ts").write_text("<TS/>", encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "FORMS", tmp_path / "forms")
    monkeypatch.setattr(dev, "TRANSLATIONS", tmp_path / "translations")

    def note(python: Path, tool: str, *arguments: object) -> None:
        made = Path(str(arguments[1] if tool == "uic" else arguments[-1]))
        made.write_text(tool, encoding="utf-8")
        with (tmp_path / "asked").open("a", encoding="utf-8") as asked:
            asked.write(f"{tool}\n")

    monkeypatch.setattr(dev, "qt_tool", note)
    return tmp_path


def test_only_what_changed_is_compiled(tree: Path) -> None:
    dev.generate(dev.PYTHON)
    assert (tree / "forms" / "people.py").read_text(encoding="utf-8") == "uic"
    assert (tree / "translations" / "tr.qm").read_text(encoding="utf-8") == "lrelease"
    dev.generate(dev.PYTHON)
    assert (tree / "asked").read_text(encoding="utf-8").split() == ["uic", "lrelease"]
    later = (tree / "forms" / "people.py").stat().st_mtime + 1
    os.utime(tree / "ui" / "people.ui", (later, later))
    dev.generate(dev.PYTHON)
    assert (tree / "asked").read_text(encoding="utf-8").split() == ["uic", "lrelease", "uic"]


def test_the_form_of_a_removed_ui_file_goes_too(tree: Path) -> None:
    dev.generate(dev.PYTHON)
    (tree / "ui" / "people.ui").unlink()
    dev.generate(dev.PYTHON)
    assert sorted(path.name for path in (tree / "forms").iterdir()) == ["__init__.py"]


def test_an_unknown_command_is_usage(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["dev.py", "fly"])
    assert dev.main() == 2
    assert "  bundle " in capsys.readouterr().out


def test_a_compiled_form_imports_only_the_classes_it_uses() -> None:
    form = (
        "# made\nfrom PySide6.QtCore import (QDate, QSize,\n    Qt)\nfrom PySide6.QtGui import (QFont,\n    QIcon)\n"
        "from tn_desktop.gui.widgets.status import StatusLine\nsize = QSize(1, 2), Qt.Key, StatusLine\n"
    )
    assert dev.only_used(form) == (
        "# made\nfrom PySide6.QtCore import (QSize, Qt)\n"
        "from tn_desktop.gui.widgets.status import StatusLine\nsize = QSize(1, 2), Qt.Key, StatusLine\n"
    )


def test_packages_are_not_audited_in_silence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("shutil.which", lambda *_asked, **_options: None)
    assert dev.audit() and "skipped: pip-audit is not installed" in capsys.readouterr().out

    def nowhere(*_asked: object, **_options: object) -> None:
        raise OSError

    monkeypatch.setattr("shutil.which", lambda *_asked, **_options: "pip-audit")
    monkeypatch.setattr("socket.create_connection", nowhere)
    assert dev.audit() and "cannot be reached" in capsys.readouterr().out


def answering(monkeypatch: pytest.MonkeyPatch, packages: str) -> None:
    """A pip-audit that answers, and somebody whom it can ask."""
    done = subprocess.CompletedProcess([], 0, stdout=f'{{"dependencies": {packages}}}')
    monkeypatch.setattr("shutil.which", lambda *_asked, **_options: "pip-audit")
    monkeypatch.setattr("socket.create_connection", lambda *_asked, **_options: io.StringIO())
    monkeypatch.setattr("subprocess.run", lambda *_asked, **_options: done)


def test_a_package_that_nobody_knows_is_not_called_sound(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unknown = '{"name": "x", "skip_reason": "not found"}'
    answering(monkeypatch, f"[{unknown}]")
    assert dev.audit()
    said = capsys.readouterr().out
    assert "skipped: pip-audit gave no answer" in said and "without a known hole" not in said
    answering(monkeypatch, f'[{unknown}, {{"name": "y", "version": "1", "vulns": []}}]')
    assert dev.audit()
    said = capsys.readouterr().out
    assert "not audited: x" in said and "1 packages without a known hole" in said


@pytest.mark.parametrize("worked", [True, False])
def test_what_finds_faults_may_be_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], worked: bool
) -> None:
    monkeypatch.setattr("subprocess.run", lambda *_asked, **_options: subprocess.CompletedProcess([], int(not worked)))
    dev.ensure_extras()
    assert ("skipped" in capsys.readouterr().out) is not worked


@pytest.mark.parametrize(("answer", "sound"), [("[]", True), ('[{"id": "CVE-1"}]', False)])
def test_a_known_hole_in_a_package_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, sound: bool
) -> None:
    answering(monkeypatch, f'[{{"name": "x", "version": "1", "vulns": {answer}}}]')
    assert dev.audit() is sound
    assert ("CVE-1" in capsys.readouterr().out) is not sound


def canonical(name: str) -> str:
    """A package's name as indexes have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


class Advisories(BaseHTTPRequestHandler):
    """Answers as the database of known holes does: of one package it knows one."""

    holed = ""
    asked: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        name = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["package"]["name"]
        self.asked.append(name)
        package = {"name": name, "ecosystem": "PyPI"}
        hole = {"id": "PYSEC-2026-1", "summary": "x", "affected": [{"package": package}]}
        answer = json.dumps({"vulns": [hole]} if name == self.holed else {}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_request(self, *_told: object) -> None:
        """Nothing is told."""


@pytest.mark.thorough
@pytest.mark.skipif(importlib.util.find_spec("pip_audit") is None, reason="pip-audit is not installed here")
@pytest.mark.parametrize("holed", ["", "openpyxl"])
def test_pip_audit_itself_is_asked_about_every_pinned_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], holed: str
) -> None:
    monkeypatch.setattr(Advisories, "holed", holed)
    monkeypatch.setattr(Advisories, "asked", [])
    with ThreadingHTTPServer(("127.0.0.1", 0), Advisories) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("TN_DESKTOP_ADVISORIES", f"http://127.0.0.1:{server.server_port}/v1/query")
        sound = dev.audit()
        server.shutdown()
    said = capsys.readouterr().out
    text = (dev.ROOT / "requirements.txt").read_text(encoding="utf-8")
    # What only other systems need (after a semicolon) is not asked about here.
    here = re.findall(r"^([A-Za-z0-9._-]+)==[^;\n]*$", text.replace("\\\n", " "), re.M)
    assert {*map(canonical, here)} <= {*map(canonical, Advisories.asked)}
    assert sound is not bool(holed)
    assert "openpyxl 3" in said and "PYSEC-2026-1" in said if holed else "packages without a known hole" in said
