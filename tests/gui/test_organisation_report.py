"""The impact report from the Organisation pane: previewed and saved as PDF, or written as a workbook, and noted."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from tests.gui.pane_helpers import CTRL, K, press
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.organisation import OrganisationPane
from tn_desktop.services import export_log

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context, store: Store) -> OrganisationPane:
    """The pane of a notebook with an organisation and an output that reached somebody."""
    store("organisation", name="Yan Sınıf Ağı", established="2017")
    output = store("outputs", title="Kılavuz", date="2026-02-01")
    store("reach", output=output, number=400, basis="counted", date="2026-02-02")
    made = OrganisationPane(context)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.form.key is not None and context.tasks.idle)
    return made


def exports(context: Context) -> list[export_log.Exported]:
    assert context.tasks.database is not None
    with context.tasks.database.read() as connection:
        return list(export_log.exports(connection))


def choose(qtbot: QtBot, pane: OrganisationPane, place: int) -> None:
    """One of the choices of the menu; the line between days and workbooks counts."""
    pane.report.menu.aboutToShow.emit()
    pane.report.menu.actions()[place].trigger()


def test_ctrl_p_opens_the_choice_of_days(qtbot: QtBot, pane: OrganisationPane) -> None:
    seen: list[list[str]] = []

    def close() -> None:
        seen.append([action.text() for action in pane.report.menu.actions() if not action.isSeparator()])
        pane.report.menu.close()

    pane.report.menu.aboutToShow.connect(close)
    with qtbot.waitSignal(pane.report.menu.aboutToShow):
        press(qtbot, K.Key_P, modifier=CTRL)
    assert seen[0][:3] == ["&This year", "&Last year", "&All years"]
    assert seen[0][3] == "This year, as a workbook …"


def test_the_report_of_a_year_is_shown_saved_and_noted(
    qtbot: QtBot, context: Context, pane: OrganisationPane, tmp_path: Path
) -> None:
    choose(qtbot, pane, 0)
    qtbot.waitUntil(lambda: pane.report.preview is not None)
    preview = pane.report.preview
    assert preview is not None
    assert preview.windowTitle() == "Impact report – 01.01.2026 – 31.12.2026"
    assert pane.ui.report_button.isEnabled()
    file = tmp_path / "rapor.pdf"
    preview.ask_pdf = lambda *_asked: str(file)
    preview.save()
    qtbot.waitUntil(lambda: len(exports(context)) == 1)
    (noted,) = exports(context)
    assert file.read_bytes().startswith(b"%PDF")
    assert (noted.kind, noted.name, noted.scope) == ("impact", "rapor.pdf", "from=2026-01-01 to=2026-12-31")


def test_the_report_is_written_as_a_workbook(
    qtbot: QtBot, context: Context, pane: OrganisationPane, tmp_path: Path
) -> None:
    pane.report.ask_file = lambda _suggested: str(tmp_path / "rapor")
    choose(qtbot, pane, 6)
    qtbot.waitUntil(lambda: len(exports(context)) == 1)
    book = openpyxl.load_workbook(tmp_path / "rapor.xlsx")
    assert book.sheetnames[0] == "Impact report" and "People reached" in book.sheetnames
    told: list[str] = []
    context.navigator.told.connect(told.append)
    pane.report.ask_file = lambda _suggested: str(tmp_path / "no folder" / "rapor.xlsx")
    choose(qtbot, pane, 4)
    qtbot.waitUntil(lambda: bool(told) and told[0].startswith("⚠"))
    assert len(exports(context)) == 1
