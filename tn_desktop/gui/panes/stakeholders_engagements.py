"""The log of engagements with a stakeholder: one line adds, Space says a next step is done, cells are edited."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.detail_page import show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.look import quiet_colour, wrong_colour
from tn_desktop.gui.write_labels import ADDING, CHANGING
from tn_desktop.model import vocabulary
from tn_desktop.services import engagements, records
from tn_desktop.services.engagements import EngagementRow
from tn_desktop.services.stakeholder_page import StakeholderPage

if TYPE_CHECKING:
    from tn_desktop.gui.panes.stakeholders_page import StakeholderDetail


class EngagementsTab(QObject):
    """The tab ‹Engagements› of a stakeholder's page."""

    def __init__(self, page: "StakeholderDetail") -> None:
        super().__init__(page)
        self._page, self._ui = page, page.ui
        self._model = RowsModel(self._cells(), "engagement_id", self)
        table = self._ui.engagements
        table.set_rows_model(self._model)
        table.empty_text = self.tr(
            "Nothing was written down yet. Type above what it was about, then → and the next step with its day."
        )
        table.opened.connect(lambda _row: table.edit_cell("summary"))
        table.spaced.connect(self._toggle)
        table.removed.connect(self._remove)
        self._model.edited.connect(self._on_edited)
        self._ui.add_engagement.returnPressed.connect(self._add)

    def _cells(self) -> tuple[Cell, ...]:
        kinds = vocabulary.ENGAGEMENT_KIND
        return (
            Cell(
                "date", self.tr("Date"), lambda row: show_date(row.date), edit=lambda row: show_date(row.date), width=9
            ),
            Cell(
                "kind",
                self.tr("Kind"),
                lambda row: vocabulary.word(kinds, row.kind or None, translate),
                edit=lambda row: row.kind,
                choices=choices_of(kinds, translate),
                width=9,
                spare=3,
            ),
            Cell("summary", self.tr("What it was about"), _summary, edit=lambda row: row.summary, grows=True,
                 tooltip=_about, width=30),
            Cell("next_step", self.tr("Next step"), lambda row: row.next_step, edit=lambda row: row.next_step,
                 tooltip=lambda row: row.next_step, width=16, spare=2),
            Cell("due", self.tr("Due"), lambda row: show_date(row.due), edit=lambda row: show_date(row.due),
                 colour=self._due_colour, width=9),
            Cell("done", self.tr("Done"), _done, colour=_done_colour, width=6),
        )  # fmt: skip

    def forget(self) -> None:
        """Another stakeholder is coming."""
        self._ui.engagements_refusal.take_back()
        self._ui.add_engagement.clear()

    def show(self, page: StakeholderPage) -> None:
        """Show what was talked about, and what is due first."""
        self._ui.engagements.show_rows(page.engagements)
        count = len(page.engagements) or None
        show_count(self._ui.tabs, self._ui.engagements_tab, self.tr("&Engagements"), count)
        due = page.next_due
        hint = self._ui.engagement_hint
        if due is None:
            hint.set_tone("quiet")
            hint.setText(self.tr("Space says that a next step is done. F2 edits, Del removes."))
        else:
            late = self._is_late(due)
            hint.set_tone("wrong" if late else "quiet")
            text = self.tr("▲ Overdue since {day}: {step}") if late else self.tr("Next, by {day}: {step}")
            hint.setText(text.format(day=show_date(due.due), step=due.next_step or due.summary))

    def _is_late(self, row: EngagementRow) -> bool:
        return bool(row.due) and not row.done and row.due < self._page.context.now().date().isoformat()

    def _due_colour(self, row: EngagementRow) -> QColor | None:
        return wrong_colour() if self._is_late(row) else None

    # --- writing

    def _add(self) -> None:
        stakeholder, line = self._page.key, self._ui.add_engagement
        typed, today = line.text(), self._page.context.now().date()
        if stakeholder is None or not typed.strip():
            return
        line.clear()
        self._page.write(
            ADDING["engagements"],
            lambda uow: engagements.add_line(uow, stakeholder, typed, today),
            self._ui.engagements_refusal,
            failed=lambda _error: line.setText(typed),
        )

    def _toggle(self, row: EngagementRow) -> None:
        done = "" if row.done else "1"
        self._page.write(
            CHANGING["engagements"],
            lambda uow: records.change(uow, "engagements", row.engagement_id, {"done": done}),
            self._ui.engagements_refusal,
        )

    def _on_edited(self, row: EngagementRow, name: str, value: Any) -> None:
        self._page.change_cell(
            "engagements", self._ui.engagements, row.engagement_id, name, value, self._ui.engagements_refusal
        )

    def _remove(self, rows: tuple[EngagementRow, ...]) -> None:
        self._page.remove_rows("engagements", [row.engagement_id for row in rows], self._ui.engagements_refusal)


def _summary(row: EngagementRow) -> str:
    first = row.summary.split("\n", 1)[0]
    return f"{first} · {row.person}" if row.person else first


def _about(row: EngagementRow) -> str:
    return "\n".join(part for part in (row.summary, row.person, row.about) if part)


def _done(row: EngagementRow) -> str:
    return "✔" if row.done else "○" if row.next_step or row.due else ""


def _done_colour(row: EngagementRow) -> QColor | None:
    return quiet_colour() if row.done else None
