"""The tab ‹Timeline›: everything that happened in a community, newest first; more comes as one scrolls."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.tasks import AFTER_PAINTING
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.model import vocabulary
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import timeline
from tn_desktop.services.timeline import KINDS, PAGE, Event, TimelinePage

if TYPE_CHECKING:
    from tn_desktop.gui.panes.communities_page import CommunityDetail

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NEAR: Final = 200
"""Pixels before the end at which more is read."""
WORDS: Final = {
    "session": QT_TRANSLATE_NOOP("Timeline", "Session"),
    "need": QT_TRANSLATE_NOOP("Timeline", "Need"),
    "decision": QT_TRANSLATE_NOOP("Timeline", "Decision"),
    "solution": QT_TRANSLATE_NOOP("Timeline", "Solution"),
    "iteration": QT_TRANSLATE_NOOP("Timeline", "Iteration"),
    "output": QT_TRANSLATE_NOOP("Timeline", "Output"),
    "engagement": QT_TRANSLATE_NOOP("Timeline", "Engagement"),
    "survey": QT_TRANSLATE_NOOP("Timeline", "Survey"),
    "joined": QT_TRANSLATE_NOOP("Timeline", "Joined"),
    "left": QT_TRANSLATE_NOOP("Timeline", "Left"),
    "group": QT_TRANSLATE_NOOP("Timeline", "Working group"),
    "founded": QT_TRANSLATE_NOOP("Timeline", "Founded"),
}
VOCABULARIES: Final = {
    "session": vocabulary.SESSION_STATUS,
    "need": vocabulary.NEED_STATUS,
    "solution": vocabulary.SOLUTION_STATUS,
    "output": vocabulary.OUTPUT_KIND,
    "engagement": vocabulary.ENGAGEMENT_KIND,
    "joined": vocabulary.MEMBERSHIP_ROLE,
    "left": vocabulary.MEMBERSHIP_ROLE,
    "survey": vocabulary.SURVEY_INDICATOR,
}


class TimelineTab(QObject):
    """The tab ‹Timeline› of a community's page. It is read when it is seen."""

    def __init__(self, page: "CommunityDetail") -> None:
        super().__init__(page)
        self._page = page
        self._ui = ui = page.ui
        self._shown: int | None = None
        self._stale = True
        self._more = False
        self._reading = False
        self.model = RowsModel(
            (
                Cell("date", self.tr("Date"), lambda row: show_date(row.date[:10]) or "–", width=9),
                Cell("kind", self.tr("What"), lambda row: translate("Timeline", WORDS[row.kind]), width=12),
                Cell("title", self.tr("Title"), self._title, grows=True, tooltip=_tooltip),
                Cell("word", self.tr("How"), _word, width=13, spare=1),
                Cell("number", self.tr("Number"), self._number, width=10, spare=2),
            ),
            "key",
            self,
        )
        table = ui.timeline
        table.set_rows_model(self.model)
        table.empty_text = self.tr(
            "Nothing yet. Members, needs, decisions and workshops will stand here by their dates."
        )
        table.opened.connect(self._open)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self._read_more_near_the_end())
        ui.timeline_kind.addItem(self.tr("Everything"), "")
        for kind in KINDS:
            ui.timeline_kind.addItem(translate("Timeline", WORDS[kind]), kind)
        ui.timeline_kind.currentIndexChanged.connect(lambda _number: self._read_anew())
        # The tab is painted first: reading many tables meanwhile would hold that up.
        ui.tabs.currentChanged.connect(lambda _number: self._read_if_seen(AFTER_PAINTING))

    def show(self, key: int) -> None:
        """Show a community's timeline; it was written to, or another one is chosen."""
        if key != self._shown:
            self._shown = key
            self.model.set_rows(())
        self._stale = True
        self._read_if_seen()

    def _read_if_seen(self, later: int = 0) -> None:
        if self._stale and self._ui.tabs.currentWidget() is self._ui.timeline_tab:
            self._read(None, max(PAGE, len(self.model.rows)), later)

    def _read_anew(self) -> None:
        self._stale = True
        self.model.set_rows(())
        self._read_if_seen()

    def _read_more_near_the_end(self) -> None:
        bar = self._ui.timeline.verticalScrollBar()
        if self._more and not self._reading and bar.maximum() - bar.value() < NEAR:
            self._read(self.model.rows[-1], PAGE)

    def _read(self, after: Event | None, limit: int, later: int = 0) -> None:
        key, kind, today = self._shown, self._ui.timeline_kind.currentData(), self._page.context.now().date()
        if key is None:
            return
        self._stale = False
        self._reading = True
        self._page.context.tasks.read(
            lambda connection: timeline.timeline(connection, key, today, kind, after, limit),
            lambda found: self._on_read(key, kind, after, found),
            owner=self,
            channel="timeline",
            after=later,
        )

    def _on_read(self, key: int, kind: str, after: Event | None, found: TimelinePage) -> None:
        self._reading = False
        if key != self._shown or kind != self._ui.timeline_kind.currentData():
            return
        held = self.model.rows if after is not None else ()
        bar = self._ui.timeline.verticalScrollBar()
        place = bar.value()
        self._more = found.more
        self._ui.timeline.show_rows((*held, *found.events))
        bar.setValue(place if after is not None else bar.value())
        count = len(self.model.rows)
        text = self.tr("%n entry(s), more below", "", count) if self._more else self.tr("%n entry(s)", "", count)
        self._ui.timeline_count.setText(text if count else "")

    def _open(self, row: Event) -> None:
        navigator = self._page.context.navigator
        if row.entity == "people":
            navigator.person_wanted.emit(row.target)
        elif not (row.entity == "communities" and row.target == self._shown):
            navigator.record_wanted.emit(row.entity, row.target)

    def _title(self, row: Event) -> str:
        if row.kind == "survey":
            word = vocabulary.word(vocabulary.SURVEY_INDICATOR, row.word or None, translate)
            return f"{word}  {row.title.replace('.', self._page.locale().decimalPoint())}"
        return f"{row.title} · {row.more}" if row.more else row.title

    def _number(self, row: Event) -> str:
        if not row.number:
            return ""
        if row.kind in ("need", "decision"):
            return self.tr("%n vote(s)", "", row.number)
        return self.tr("%n person(s)", "", row.number)


def _word(row: Event) -> str:
    if row.kind == "survey":
        return ""
    words = VOCABULARIES.get(row.kind)
    if words is None or not row.word:
        return ""
    if row.kind in ("session", "need"):
        return status_text(words, row.word)
    return vocabulary.word(words, row.word, translate)


def _tooltip(row: Event) -> str:
    return "\n".join(part for part in (row.title, row.more) if part)
