"""The line that says how far a command is."""

import io

import pytest

from tn_desktop.cli import progress
from tn_desktop.cli.progress import ProgressLine


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_text_is_written_over_the_one_before_and_nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 0)
    screen = Terminal()
    line = ProgressLine(screen)
    line.tell("a long line")
    line.tell("short")
    line.close()
    assert screen.getvalue() == "\ra long line\rshort      \r     \r"


def test_what_comes_too_soon_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 1000)
    screen = Terminal()
    line = ProgressLine(screen)
    line.tell("first")
    line.tell("second")
    assert "second" not in screen.getvalue()


def test_a_file_gets_nothing() -> None:
    file = io.StringIO()
    line = ProgressLine(file)
    line.tell("text")
    line.close()
    assert file.getvalue() == ""
