"""Pictures of the dialogs for work: import, print, export, planning; and of the tabs and new rows of each pane."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTabWidget, QWidget

from tests.gui.keys import type_text
from tests.shots.attendance import _today
from tests.shots.registry import Stage, shot
from tn_desktop.exchange.export.exporting import export_attendance
from tn_desktop.model.messages import untranslated
from tn_desktop.services import records
from tn_desktop.services.export_scope import Selection

LIST = """Sıra\tAdı Soyadı\tOkulu\tBranşı\tCep Tel\tİli
1\tAyşe YILMAZ\tAtatürk Ortaokulu\tMatematik\t0532 111 22 33\tIğdır
2\tMehmet Öz\tKars Lisesi\tTarih\t5.3E+09\tKars
3\tzeynep ak\tKars Lisesi\tFizik\t0533 111 22 34\tKars
4\t{name}\t\t\t\t
5\tİpek Şen\tİnönü İlkokulu\tSınıf\t0535 222 33 44\tKras
6\tÇağrı Ünlü\tCumhuriyet İlkokulu\tSınıf\t+90 536 222 33 45\tArdahan
Toplam\t6\t\t\t\t
"""
TABS = {"people": 3, "communities": 3, "workshops": 8, "stakeholders": 2}
SMALL = (1024, 640)


def _dialog(stage: Stage) -> Any:
    """The dialog that was opened last, once it is there."""
    found: list[QDialog] = []

    def there() -> bool:
        found[:] = [child for child in stage.window.findChildren(QDialog) if child.isVisible()]
        return bool(found)

    stage.wait(there)
    stage.settle()
    return found[-1]


def _somebody(stage: Stage) -> str:
    """The name of somebody who is known."""
    assert stage.context.tasks.database is not None
    with stage.context.tasks.database.read() as connection:
        row = records.listing(connection, "people", limit=1)[1][0]
    return f"{row['given_name']} {row['family_name']}"


def _import(stage: Stage, pages: int) -> Any:
    community = stage.first_id("communities")
    text = LIST.format(name=_somebody(stage))
    stage.context.navigator.import_wanted.emit((text, ("community", community)))
    wizard = _dialog(stage)
    stage.wait(lambda: wizard.file_page.ready)
    stage.settle()
    shown = wizard.ui.pages
    for _ in range(pages):
        before = shown.currentIndex()
        wizard.ui.next.click()
        stage.wait(partial(_is_past, shown, before))
        stage.settle()
    return wizard


def _is_past(pages: Any, before: int) -> bool:
    return bool(pages.currentIndex() > before)


def _at_both_sizes(name: str, make: Callable[[Stage], QWidget], empty: bool = False) -> None:
    shot(name, empty=empty)(make)
    shot(f"{name}-small", size=SMALL, empty=empty)(lambda stage: _fitted(make(stage)))


def _fitted(widget: QWidget) -> QWidget:
    """On a small screen the window manager leaves a dialog no more room than there is."""
    if isinstance(widget, QDialog):
        widget.resize(widget.size().boundedTo(QSize(*SMALL)))
    return widget


def import_none(stage: Stage) -> QWidget:
    """Nothing chosen yet."""
    stage.context.navigator.import_wanted.emit(None)
    return _dialog(stage)


_at_both_sizes("import-none", import_none)
_at_both_sizes("import-1-file", lambda stage: _import(stage, 0))
_at_both_sizes("import-2-rows", lambda stage: _import(stage, 1))
_at_both_sizes("import-3-done", lambda stage: _import(stage, 2))


@shot("import-2-marks-differ")
def import_marks(stage: Stage) -> QWidget:
    """The program's own attendance workbook, in which somebody changed marks."""
    with tempfile.TemporaryDirectory() as folder:
        file = _edited_marks(stage, Path(folder) / "katilim.xlsx")
        stage.context.navigator.import_wanted.emit((file, None))
        wizard = _dialog(stage)
        stage.wait(lambda: wizard.file_page.ready)
        stage.settle()
    wizard.ui.next.click()
    stage.wait(partial(_is_past, wizard.ui.pages, 0))
    next(one for one in wizard.findChildren(QPushButton) if one.property("filter") == "differs").click()
    QTest.keyClick(wizard.ui.rows, Qt.Key.Key_Return)
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    return wizard


def _edited_marks(stage: Stage, file: Path) -> Path:
    database = stage.context.tasks.database
    assert database is not None
    with database.read() as connection:
        marks = records.listing(connection, "attendance", where={"status": "present"}, limit=1)[1]
        session = records.id_of(connection, "sessions", str(marks[0]["session"]))
        export_attendance(connection, file, Selection(session=session), untranslated)
    book = load_workbook(file)
    sheet = book["Data"]
    status = [cell.value for cell in sheet[1]].index("Status") + 1
    for row in range(2, sheet.max_row + 1):
        if row % 3 == 0 and sheet.cell(row, status).value != "Unmarked":
            sheet.cell(row, status).value = "Late" if sheet.cell(row, status).value == "Absent" else "Absent"
    book.save(file)
    return file


@shot("import-wrong-file")
def import_wrong(stage: Stage) -> QWidget:
    """A file that is no list."""
    stage.context.navigator.import_wanted.emit(Path(__file__).with_name("no-such-list.xlsx"))
    return _dialog(stage)


def _print(stage: Stage) -> QWidget:
    stage.context.navigator.print_wanted.emit((_today(stage).id,))
    return _dialog(stage)


def _export(stage: Stage) -> QWidget:
    stage.context.navigator.export_wanted.emit(("session", _today(stage).id))
    return _dialog(stage)


def _export_all(stage: Stage) -> QWidget:
    stage.context.navigator.export_wanted.emit(None)
    return _dialog(stage)


def _plan(stage: Stage) -> QWidget:
    stage.window.go("workshops")
    stage.settle()
    stage.window.host.pane("workshops").new_record()
    return _dialog(stage)


_at_both_sizes("print", _print)
_at_both_sizes("export", _export)
_at_both_sizes("export-all", _export_all)
_at_both_sizes("plan", _plan)


@shot("plan-refused")
def plan_refused(stage: Stage) -> QWidget:
    """Without a title, with a date that is none."""
    dialog: Any = _plan(stage)
    dialog.ui.date.setText("31.02.2026")
    dialog.ui.save.click()
    return dialog


def _register_tabs(name: str, count: int) -> None:
    for number in range(count):

        def make(stage: Stage, number: int = number) -> QWidget:
            pane = stage.pane(name)
            if name == "workshops":
                pane.go_to(_today(stage).workshop_id)
                stage.settle()
            else:
                stage.choose(pane, 2)
            tabs = next(t for t in pane.findChildren(QTabWidget) if t.isVisible())
            tabs.setCurrentIndex(number)
            return stage.window

        _at_both_sizes(f"tab-{name}-{number + 1}", make)


def _register_new(name: str) -> None:
    @shot(f"new-{name}")
    def new(stage: Stage) -> QWidget:
        stage.pane(name).new_record()
        return stage.window


for _name, _count in TABS.items():
    _register_tabs(_name, _count)
    if _name != "workshops":
        _register_new(_name)


@shot("refusal-people")
def refusal(stage: Stage) -> QWidget:
    """A telephone number that is none, left with Tab."""
    pane = stage.pane("people")
    stage.choose(pane, 0)
    stage.window.activateWindow()
    pane.focus_detail()
    stage.settle()
    while (focus := QApplication.focusWidget()) is not None and focus.accessibleName() not in ("Telefon", "Phone"):
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        stage.settle()
    assert focus is not None
    type_text(focus, "12")
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    return stage.window
