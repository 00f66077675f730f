"""The page of one engagement tool: a card to read, and its fields to edit."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.export_noting import Leaving
from tn_desktop.gui.forms.tool_detail import Ui_ToolDetail
from tn_desktop.gui.tool_words import group_text, minutes_text, modes_text
from tn_desktop.gui.widgets.detail_page import RecordPage
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.modes_editor import ModesEditor
from tn_desktop.gui.widgets.steps_editor import StepsEditor
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import export_log, tools
from tn_desktop.services.tools import ToolPage
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.sheets.options import Language
from tn_desktop.sheets.tool_card_sheet import CardDocument, PrintedTool

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.store.unit_of_work import UnitOfWork

COPY = QT_TRANSLATE_NOOP("history", "Copy a tool")
PUT_AWAY = QT_TRANSLATE_NOOP("history", "Put a tool away")
TAKE_OUT = QT_TRANSLATE_NOOP("history", "Take a tool out again")
RESTORE = QT_TRANSLATE_NOOP("history", "Restore the text of a tool")


class ToolForm(FieldForm):
    """All fields of a tool; what is shipped is shown, and becomes hers, in the language of the window."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "tools", parent)
        self.add("title", "level", "purpose")
        self.add_editor("steps", StepsEditor())
        self.add("minutes", "group_min", "group_max")
        self.add_editor("mode", ModesEditor())
        self.add("materials", "skills", "tips", "contributors", "notes")
        self.loaded.connect(self._allow_minutes)

    def fetch(self, connection: "Connection", key: int, relations: Sequence[str]) -> dict[str, Any]:
        return tools.show(connection, key, self._context.language)

    def store(self, uow: "UnitOfWork", key: int, values: Mapping[str, object]) -> Changes:
        return tools.change(uow, key, values, self._context.language)

    def start_new(self, values: Mapping[str, Any] | None = None) -> None:
        super().start_new(values)
        self._allow_minutes({})

    def _allow_minutes(self, values: Mapping[str, Any]) -> None:
        """The minutes are typed only where the steps do not say them."""
        told = tools.minutes_of(values.get("steps"))
        line = self.editors["minutes"]
        line.setEnabled(told is None)
        line.setToolTip("" if told is None else self.tr("The minutes of the steps together"))


class ToolDetail(RecordPage):
    """One tool.

    Signals:
        copied(int): a tool of one's own was made of this one.
    """

    tables = ("engagement_tool", "agenda_block", "workshop_session", "workshop")
    copied = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.page: ToolPage | None = None
        self.ui = Ui_ToolDetail()
        self.ui.setupUi(self)
        self.place_form(ToolForm(context))
        self.ui.copy.clicked.connect(self.copy)
        self.ui.restore.clicked.connect(self._restore)
        self.ui.put_away.clicked.connect(self._put_away)
        self.ui.print_card.clicked.connect(self.print_card)
        self.ui.card.anchorClicked.connect(self._follow)
        self.begin(self.tr("Choose a tool on the left to read it. Ctrl+N makes one of your own."))

    def new_head(self) -> str:
        return self.tr("New tool of your own")

    def begin_new(self, values: Mapping[str, Any] | None = None) -> None:
        self.page = None
        self._allow_actions()
        super().begin_new(values)

    def query(self, key: int) -> "Callable[[Connection], ToolPage]":
        language = self.context.language
        return lambda connection: tools.tool_page(connection, key, language)

    def show_page(self, page: ToolPage) -> None:
        self.page = page
        values = page.values
        parts = (
            vocabulary.word(vocabulary.TOOL_LEVEL, values["level"], translate),
            minutes_text(values["minutes"]),
            group_text(values["group_min"], values["group_max"]),
            modes_text(values["mode"] or ()),
        )
        self.ui.head.show_head(values["title"] or "", " · ".join(part for part in parts if part), self._whose(page))
        self.ui.card.show_page(page)
        self._allow_actions()

    def show_card(self) -> None:
        """Read the card (Enter in the list)."""
        self.ui.tabs.setCurrentWidget(self.ui.card_tab)

    def copy(self) -> None:
        """Make a tool of one's own of this one, and go on with it."""
        page, language = self.page, self.context.language
        if page is None:
            return
        title = self.tr("{title} (my own)").format(title=page.values["title"] or "")
        self.write(
            COPY,
            lambda uow: tools.copy(uow, page.id, title, language),
            done=lambda changes: self.copied.emit(changes.subject),
        )

    def print_card(self) -> None:
        """Show the card as it will be printed."""
        page = self.page
        if page is None:
            return
        values = page.values
        tool = PrintedTool(
            values["title"] or "",
            self.ui.head.line.text(),
            values["purpose"] or "",
            page.steps,
            values["materials"] or (),
            (values["tips"] or "").splitlines(),
        )
        language: Language = "en" if self.context.language == "en" else "tr"
        card = CardDocument(tool, sheet_translate(language))
        self.preview = DocumentPreview(self.context, card, tool.title, Leaving(export_log.CARD), self.window())
        self.preview.open()

    def _whose(self, page: ToolPage) -> str:
        whose = self._whose_text(page)
        return self.tr("{whose} · put away").format(whose=whose) if page.put_away else whose

    def _whose_text(self, page: ToolPage) -> str:
        if not page.shipped:
            return self.tr("Your own")
        return self.tr("Library") if page.unchanged else self.tr("Library, changed")

    def _allow_actions(self) -> None:
        page = self.page
        self.ui.copy.setEnabled(page is not None)
        self.ui.print_card.setEnabled(page is not None)
        self.ui.restore.setVisible(page is not None and page.shipped and not page.unchanged)
        self.ui.put_away.setEnabled(page is not None)
        away = page is not None and page.put_away
        self.ui.put_away.setText(self.tr("Use &again") if away else self.tr("Put &away"))

    def _put_away(self) -> None:
        page = self.page
        if page is not None:
            label = TAKE_OUT if page.put_away else PUT_AWAY
            self.write(label, lambda uow: tools.put_away(uow, page.id, not page.put_away))

    def _restore(self) -> None:
        key = self.key
        if key is not None:
            self.write(RESTORE, lambda uow: tools.restore(uow, key))

    def _follow(self, url: QUrl) -> None:
        self.context.navigator.workshop_wanted.emit(int(url.path()))
