"""Nothing leaves unlogged: every place of the window that lets data out is known here, with what writes it down."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUI = ROOT / "tn_desktop" / "gui"

LETTING_OUT = frozenset(
    (
        "save_pdf", "write_pdf", "paint", "QPrinter", "getSaveFileName", "write_subject", "export_attendance",
        "export_list", "export_calendar", "send", "make_copy", "save", "print_", "clipboard",
    )
)  # fmt: skip
"""Calls by which data become a file, paper or text on the clipboard. `save` counts as output_files.save alone."""
LOGGING = frozenset(("note_export", "note_leaving", "copy_text", "Leaving", "left", "note"))
"""Calls that write a line of the log, or hand on what the line is to say."""

LETS_OUT = {
    "export_noting.py": "copy_text itself",
    "dialogs/document_preview.py": "note_leaving",
    "dialogs/print_preview.py": "left, which print_start.py gives it",
    "dialogs/export_dialog.py": "export_work.py writes the file and the line",
    "dialogs/export_work.py": "note",
    "dialogs/calendar_file.py": "note_leaving",
    "dialogs/portable.py": "note_export",
    "panes/organisation_report.py": "note_leaving",
    "panes/people_privacy.py": "note_export",
    "panes/solutions_output_file.py": "note_leaving",
}
"""Modules that let data out, and what writes it down."""
LOGGED_BY_THE_SERVICE = {"dialogs/send.py": ROOT / "tn_desktop" / "exchange" / "sync" / "sending.py"}
NO_DATA = {
    "dialogs/crash.py": "a report without data",
    "dialogs/protect.py": "the recovery key, hers alone",
    "dialogs/recovery_print.py": "the recovery key, hers alone",
    "dialogs/drafts.py": "what she typed herself a moment ago and could not save",
    "intake.py": "reads the clipboard",
    "widgets/import_file_page.py": "reads the clipboard",
    "panes/solutions_output_page.py": "reads the clipboard",
}
"""Modules that call one of these and let no data of others out, each with its reason."""


def calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """(name called, what it is called on) of every call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, ast.unparse(node.func.value)
            elif isinstance(node.func, ast.Name):
                yield node.func.id, ""


def lets_out(tree: ast.AST) -> set[str]:
    """Which of the calls stand there."""
    found = set()
    for name, on in calls(tree):
        foreign = name == "save" and on != "output_files"
        painter = name == "paint" and "document" not in on
        if name in LETTING_OUT and not foreign and not painter:
            found.add(name)
    return found


def modules() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(GUI.rglob("*.py")):
        if GUI / "forms" not in path.parents:
            yield path.relative_to(GUI).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_every_module_of_the_window_that_lets_data_out_is_known() -> None:
    found = {name for name, tree in modules() if lets_out(tree)}
    assert found == LETS_OUT.keys() | LOGGED_BY_THE_SERVICE.keys() | NO_DATA.keys()


def test_each_of_them_writes_it_down() -> None:
    for name, tree in modules():
        if name in LETS_OUT and name != "dialogs/export_dialog.py":
            assert {called for called, _on in calls(tree)} & LOGGING, name
    for name, service in LOGGED_BY_THE_SERVICE.items():
        logged = {(called, on) for called, on in calls(ast.parse(service.read_text(encoding="utf-8")))}
        assert ("note", "export_log") in logged, name


def test_whoever_shows_a_document_says_what_the_log_is_to_tell() -> None:
    """DocumentPreview cannot be made without it; nobody may hand it an empty one."""
    for name, tree in modules():
        called = {one for one, _on in calls(tree)}
        assert ("DocumentPreview" in called) <= ("Leaving" in called), name
