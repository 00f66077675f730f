"""The Engagement tools pane: formats and methods for an activity, found by the time and the group one has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.panes.tools_page import ToolDetail
from tn_desktop.gui.tool_words import group_numbers, minutes_text, modes_short, modes_text
from tn_desktop.gui.widgets.look import LinkButton
from tn_desktop.gui.widgets.tool_filters import group_choices, minutes_choices
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import tools
from tn_desktop.services.lists import ListQuery
from tn_desktop.services.tool_rows import ToolRow

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
BRING_BACK = QT_TRANSLATE_NOOP("history", "Bring back tools of the library")


class ToolsPane(ListPane):
    """Tools by title, narrowed by minutes, group, mode, level and skill."""

    name = "tools"
    list_share = 46

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        edit = QShortcut(QKeySequence("F2"), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        edit.activated.connect(lambda: self.page.focus_form())
        QShortcut(QKeySequence("Ctrl+P"), self, lambda: self.page.print_card())
        context.tasks.changed.connect(self._on_tools_changed)
        self._count_removed()

    def words(self) -> Words:
        return Words(
            self.tr("Engagement tools"),
            self.tr("Search title, purpose, skill"),
            self.tr("No tool is left here. Make one of your own, or bring back the library below."),
            self.tr("+ New tool"),
        )

    def columns(self) -> tuple[Column, ...]:
        language = self.context.language
        return (
            Column(
                "title",
                self.tr("Title"),
                lambda row: self._title(row, language),
                self._title_order(),
                tooltip=lambda row: row.purposes[language],
                width=26,
            ),
            Column("level", self.tr("Level"), _level, "level", width=7, spare=2),
            Column(
                "mode",
                self.tr("Where"),
                lambda row: modes_short(row.mode),
                tooltip=lambda row: modes_text(row.mode),
                width=8,
                spare=3,
            ),
            Column(
                "minutes", self.tr("Time"), lambda row: minutes_text(row.minutes), "minutes", alignment=RIGHT, width=7
            ),
            Column("group", self.tr("Group"), _group, alignment=RIGHT, width=7, spare=1),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("minutes", self.tr("Time"), minutes_choices()),
            Filter("people", self.tr("Group"), group_choices()),
            Filter("mode", self.tr("Where"), choices_of(vocabulary.SESSION_MODE, translate)),
            Filter("level", self.tr("Level"), choices_of(vocabulary.TOOL_LEVEL, translate)),
            Filter("skill", self.tr("Skill"), choices_of(vocabulary.TOOL_SKILL, translate)),
            Filter("put_away", self.tr("Use"), (("no", self.tr("in use")), ("yes", self.tr("put away")))),
        )

    def make_detail(self) -> ToolDetail:
        detail = ToolDetail(self.context)
        detail.created.connect(self.go_to)
        detail.new_left.connect(self._on_new_left)
        detail.copied.connect(self._on_copied)
        return detail

    @property
    def page(self) -> ToolDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, ToolDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        level = self._filters["level"].currentData()
        self.page.begin_new({"level": level} if level else None)

    def focus_detail(self) -> None:
        self.page.show_card()
        self.page.ui.card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _title(self, row: ToolRow, language: str) -> str:
        title = row.titles[language]
        return self.tr("{title} (put away)").format(title=title) if row.put_away else title

    def _title_order(self) -> str:
        """Titles differ in each language, and so does their order."""
        return "title_en" if self.context.language == "en" else "title"

    def _build_list(self) -> QWidget:
        side = super()._build_list()
        self._removed = LinkButton()
        self._removed.clicked.connect(self._bring_back)
        self._removed.hide()
        column = side.layout()
        assert column is not None
        column.addWidget(self._removed)
        return side

    def _restore(self) -> None:
        super()._restore()
        query = self.model.query
        if query.sort in ("", "title", "title_en"):
            self.model.query = ListQuery(self.name, sort=self._title_order(), descending=query.descending)
            self.table.show_order(self._title_order(), query.descending)

    def _on_new_left(self) -> None:
        self.page.show_key(self.current_id)
        self.focus_list()

    def _on_copied(self, key: int) -> None:
        self.go_to(key)
        self.page.ui.tabs.setCurrentWidget(self.page.ui.details_tab)

    def _on_tools_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches("engagement_tool"):
            self._count_removed()

    def _count_removed(self) -> None:
        self.context.tasks.read(tools.removed_of_library, self._show_removed, owner=self, channel="removed")

    def _show_removed(self, count: int) -> None:
        self._removed.setText(self.tr("Bring back %n removed tool(s) of the library", "", count))
        self._removed.setVisible(bool(count))

    def _bring_back(self) -> None:
        self.context.tasks.write(BRING_BACK, tools.bring_back, owner=self)


def _group(row: ToolRow) -> str:
    return group_numbers(row.group_min, row.group_max)


def _level(row: ToolRow) -> str:
    return vocabulary.word(vocabulary.TOOL_LEVEL, row.level or None, translate)
