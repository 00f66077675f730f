"""What the window lets out is written down: documents on paper and as PDF, texts on the clipboard, workbooks sent."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.dialogs.send import SendDialog
from tn_desktop.gui.export_noting import Leaving, copy_text
from tn_desktop.gui.export_words import kind_word, name_word
from tn_desktop.services import export_log
from tn_desktop.services.slip_content import SlipContent
from tn_desktop.sheets.consent_slip import SlipDocument
from tn_desktop.sheets.language import sheet_translate


def logged(qtbot: QtBot, context: Context, count: int) -> Sequence[export_log.Exported]:
    """The log, once it has so many lines."""
    found: list[export_log.Exported] = []

    def read() -> bool:
        assert context.tasks.database is not None
        with context.tasks.database.read() as connection:
            found[:] = export_log.exports(connection)
        return len(found) >= count

    qtbot.waitUntil(read)
    qtbot.waitUntil(lambda: context.tasks.idle)
    return found


def preview(qtbot: QtBot, context: Context, leaving: Leaving) -> DocumentPreview:
    document = SlipDocument(SlipContent("Ağ", "ag@example.org"), "en", sheet_translate("en"))
    dialog = DocumentPreview(context, document, document.title, leaving)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_a_document_is_logged_on_paper_and_as_a_file(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    dialog = preview(qtbot, context, Leaving("decisions", 0, asks=True))
    assert dialog.ui.recipient.isVisible()
    dialog.ui.recipient.setCurrentText("Valilik")

    def into_a_file(printer: QPrinter, _pages: int, _parent: QWidget) -> bool:
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        return True

    dialog.ask_printer = into_a_file
    qtbot.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (paper,) = logged(qtbot, context, 1)
    assert (paper.name, paper.kind, paper.recipient) == (export_log.PRINT, "decisions", "Valilik")
    dialog.ask_pdf = lambda _suggested, _title, _parent: str(tmp_path / "karar.pdf")
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "karar.pdf").read_bytes().startswith(b"%PDF")
    assert logged(qtbot, context, 2)[0].name == "karar.pdf"
    again = preview(qtbot, context, Leaving("decisions", asks=True))
    assert again.ui.recipient.given == "Valilik", "the last one is remembered"


def test_a_slip_asks_for_nobody(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    dialog = preview(qtbot, context, Leaving(export_log.SLIP, 1))
    assert not dialog.ui.recipient.isVisible()
    dialog.ask_pdf = lambda _suggested, _title, _parent: str(tmp_path / "slip.pdf")
    dialog.save()
    (line,) = logged(qtbot, context, 1)
    assert (line.kind, line.people, line.recipient) == (export_log.SLIP, 1, "")


def test_what_is_left_alone_is_not_logged(qtbot: QtBot, context: Context) -> None:
    dialog = preview(qtbot, context, Leaving("decisions", asks=True))
    dialog.ask_printer = lambda _printer, _pages, _parent: False
    dialog.ask_pdf = lambda _suggested, _title, _parent: ""
    dialog.print_pages()
    dialog.save()
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert not logged(qtbot, context, 0)


def test_a_copied_text_is_logged(qtbot: QtBot, context: Context) -> None:
    copy_text(context, "• Ayşe Yılmaz", Leaving(export_log.REMINDER, 1))
    assert QGuiApplication.clipboard().text() == "• Ayşe Yılmaz"
    (line,) = logged(qtbot, context, 1)
    assert (line.name, line.kind, line.people) == (export_log.CLIPBOARD, export_log.REMINDER, 1)


def test_each_kind_has_a_word() -> None:
    for kind in export_log.KINDS:
        assert kind_word(kind) != kind
    assert name_word(export_log.CLIPBOARD) != export_log.CLIPBOARD


def test_a_workbook_that_is_sent_says_to_whom(
    qtbot: QtBot, context: Context, store: Callable[..., int], tmp_path: Path
) -> None:
    store("people", given_name="Ayşe")
    dialog = _send(qtbot, context, tmp_path / "first.xlsx")
    dialog.ui.open.setChecked(True)
    dialog.ui.recipient.setCurrentText("Ulusal ofis")
    qtbot.mouseClick(dialog.ui.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.sent is not None)
    (line,) = logged(qtbot, context, 1)
    assert (line.name, line.kind, line.people) == ("first.xlsx", export_log.SYNC, 1)
    assert line.recipient == "Ulusal ofis"
    again = _send(qtbot, context, tmp_path / "second.xlsx")
    assert again.ui.recipient.given == "Ulusal ofis"


def _send(qtbot: QtBot, context: Context, path: Path) -> SendDialog:
    dialog = SendDialog(context)
    qtbot.addWidget(dialog)
    dialog._ask_path = lambda: path  # type: ignore[method-assign]
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: context.tasks.idle)
    return dialog
