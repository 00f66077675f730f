"""Second page of the import: who is who, row by row, with the user's word where the program does not guess."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from tn_desktop.exchange.differing import compared, listed, marked, staying
from tn_desktop.exchange.plan import (
    DOUBTFUL,
    KNOWN,
    MARKS,
    NEW,
    REFUSED,
    SAME,
    VERDICTS,
    Candidate,
    Decision,
    FieldChange,
    ImportPlan,
    PlanRow,
    reason_text,
)
from tn_desktop.exchange.tables import DROPPED
from tn_desktop.gui.context import translate
from tn_desktop.gui.forms.import_wizard import Ui_ImportWizard
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.import_decision import NOTHING, DecisionPanel, decision_for, of_people
from tn_desktop.gui.widgets.look import ROOMY, good_colour, quiet_colour, wrong_colour

SIGNS: Final = {NEW: "+", KNOWN: "✓", SAME: "=", DOUBTFUL: "?", REFUSED: "✕"}
ALL, LEFT, DIFFERS = "", "left", "differs"


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the plan with the user's word on it."""

    row: int
    plan: PlanRow
    decision: Decision = NOTHING

    @property
    def open(self) -> bool:
        """Whether it still waits for a word."""
        return self.plan.verdict == DOUBTFUL and not self.decision.action

    @property
    def beside(self) -> PlanRow | Candidate:
        """What the row is compared with: whom it means by the program's knowledge, or by the user's word."""
        return compared(self.plan, self.decision)

    @property
    def differs(self) -> bool:
        """Whether it says something else than what is stored."""
        return bool(self.beside.differs) or any(mark.differs for mark in self.beside.marks)


@dataclass(frozen=True, slots=True)
class LeftItem:
    """A row that is no data."""

    row: int
    number: str
    reason: str


class RowsPage(QObject):
    """Shows a plan and collects decisions.

    Attributes:
        plan: what is shown, or None before the first.
        decisions: the user's word, by position of the row.

    Signals:
        changed: a decision was made.
    """

    changed = Signal()

    def __init__(self, ui: Ui_ImportWizard, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._ui = ui
        self.plan: ImportPlan | None = None
        self.decisions: dict[int, Decision] = {}
        self._items: tuple[Item, ...] = ()
        self._filter = ALL
        self._model = RowsModel(self._cells(), "row", self)
        self._panel = DecisionPanel()
        ui.rows.set_rows_model(self._model)
        ui.rows.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_decision(now.row()))
        ui.rows.opened.connect(lambda _row: self._panel.take_focus())
        self._panel.decided.connect(self._on_decided)
        self._panel.likewise.connect(self._on_likewise)
        self._panel.marks_likewise.connect(self._on_marks_likewise)
        self._panel.go_on.connect(self.next_open)
        ui.decision.setWidget(self._panel)
        ui.rowsSplitter.setStretchFactor(0, 3)
        ui.rowsSplitter.setStretchFactor(1, 2)
        self._bar = QHBoxLayout(ui.filterBar)
        self._bar.setContentsMargins(0, 0, 0, 0)
        self._bar.setSpacing(8)
        self._buttons = QButtonGroup(self)

    @property
    def open_count(self) -> int:
        """How many rows still wait for a word."""
        return sum(item.open for item in self._items)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a new plan; earlier decisions are forgotten."""
        self.plan, self.decisions = plan, {}
        self._panel.kind, self._panel.sessions = plan.kind, plan.sessions
        self._items = tuple(Item(row.row, row) for row in plan.rows)
        self._fill_bar()
        waiting = any(item.open for item in self._items)
        self._choose_filter(DOUBTFUL if waiting else ALL)
        self._ui.rows.setFocus()
        self._ui.rows.empty_text = self.tr("No rows of this kind.")
        self._say()

    def next_open(self) -> None:
        """Go to the next row that waits for a word, or back to the list."""
        rows = self._model.rows
        here = self._ui.rows.currentIndex().row()
        for place in [*range(here + 1, len(rows)), *range(here)]:
            if rows[place].open:
                self._ui.rows.setCurrentIndex(self._model.index(place, 0))
                self._panel.take_focus()
                return
        self._ui.rows.setFocus()

    def _fill_bar(self) -> None:
        assert self.plan is not None
        while (part := self._bar.takeAt(0)) is not None:
            if (widget := part.widget()) is not None:
                self._buttons.removeButton(widget)  # type: ignore[arg-type]
                widget.deleteLater()
        counts = self.plan.counts()
        texts = [(ALL, self.tr("All {n}").format(n=len(self._items)))]
        texts += [
            (name, f"{SIGNS[name]} {translate('import', VERDICTS[name])} {counts[name]}")
            for name in (NEW, KNOWN, SAME, DOUBTFUL, REFUSED)
            if counts[name]
        ]
        if differing := sum(item.differs for item in self._items):
            texts.append((DIFFERS, self.tr("≠ Differs {n}").format(n=differing)))
        if self.plan.dropped:
            texts.append((LEFT, self.tr("No data {n}").format(n=len(self.plan.dropped))))
        for name, text in texts:
            button = QPushButton(text)
            button.setMinimumHeight(ROOMY)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("filter", name)
            button.clicked.connect(lambda _on=False, one=name: self._choose_filter(one))
            self._buttons.addButton(button)
            self._bar.addWidget(button)
        self._bar.addStretch(1)

    def _choose_filter(self, name: str) -> None:
        self._filter = name
        for button in self._buttons.buttons():
            button.setChecked(button.property("filter") == name)
        self._show_items()
        if self._model.rowCount():
            self._ui.rows.setCurrentIndex(self._model.index(0, 0))

    def _show_items(self) -> None:
        assert self.plan is not None
        if self._filter == LEFT:
            self._model.set_rows(
                [
                    LeftItem(-1 - at, f"{sheet} {number}".strip(), translate("import", DROPPED[key]))
                    for at, (sheet, number, key) in enumerate(self.plan.dropped)
                ]
            )
        else:
            self._model.set_rows([item for item in self._items if self._shows(item)])
        self._show_decision(self._ui.rows.currentIndex().row())

    def _shows(self, item: Item) -> bool:
        return item.differs if self._filter == DIFFERS else self._filter in (ALL, item.plan.verdict)

    def _show_decision(self, place: int) -> None:
        item = self._model.rows[place] if 0 <= place < len(self._model.rows) else None
        if isinstance(item, Item):
            self._panel.show_row(item.plan, self.decisions.get(item.row, NOTHING))
        else:
            self._panel.show_row(None)

    def _on_decided(self, row: int, decision: Decision) -> None:
        self._keep({row: decision})

    def _on_likewise(self, decision: Decision | None) -> None:
        words = {}
        for item in self._items:
            if item.open:
                found = sorted(item.plan.candidates, key=lambda one: one.person is None)
                words[item.row] = decision or (decision_for(found[0]) if found else Decision("skip"))
        self._keep(words)
        self._show_decision(self._ui.rows.currentIndex().row())

    def _on_marks_likewise(self, take: bool) -> None:
        """The same word on every mark that differs, in each row that knows whom it means."""
        words = {}
        for item in self._items:
            if any(mark.differs for mark in item.beside.marks):
                fields = item.decision.take - {MARKS} | ({MARKS} if take else set())
                words[item.row] = replace(item.decision, take=fields, marks=frozenset())
        self._keep(words)
        self._show_decision(self._ui.rows.currentIndex().row())
        self._panel.take_focus()

    def _keep(self, words: dict[int, Decision]) -> None:
        self.decisions.update(words)
        self._items = tuple(
            Item(item.row, item.plan, words[item.row]) if item.row in words else item for item in self._items
        )
        rows = self._model.rows
        by_row = {item.row: item for item in self._items}
        self._model.set_rows([by_row.get(item.row, item) for item in rows])
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        assert self.plan is not None
        planned = {NEW: 0, KNOWN: 0, "skip": 0, "open": 0, REFUSED: 0}
        differing = 0
        for item in self._items:
            outcome = _outcome(item)
            planned[outcome] += 1
            differing += outcome == KNOWN and staying(self.plan, item.plan, item.decision) is not None
        people = of_people(self.plan.kind)
        parts = [
            self.tr("%n people will be added", "", planned[NEW])
            if people
            else self.tr("%n rows will be added", "", planned[NEW]),
            self.tr("%n are already known", "", planned[KNOWN]),
        ]
        if differing:
            parts.append(self.tr("%n differ and stay as they are stored", "", differing))
        if planned["open"]:
            parts.append(self.tr("%n wait for your word; without it they are left out", "", planned["open"]))
        if planned["skip"]:
            parts.append(self.tr("%n are left out", "", planned["skip"]))
        if planned[REFUSED]:
            parts.append(self.tr("%n cannot be taken as they are", "", planned[REFUSED]))
        sentence = ", ".join(parts) + "."
        remarks = [remark.text(translate) for remark in self.plan.remarks]
        sessions = [f"{one.title}: {one.remark.text(translate)}" for one in self.plan.sessions if one.remark]
        self._ui.summary.setText("\n".join([sentence, *remarks, *sessions]))

    def _cells(self) -> tuple[Cell, ...]:
        return (
            Cell("number", self.tr("Row"), _number, width=5),
            Cell("name", self.tr("Name"), lambda item: item.plan.name if isinstance(item, Item) else "", width=20),
            Cell(
                "detail",
                self.tr("In the list"),
                lambda item: item.plan.detail if isinstance(item, Item) else "",
                width=26,
                spare=1,
            ),
            Cell("verdict", self.tr("What becomes of it"), self._verdict, width=17, colour=_colour),
            Cell("why", self.tr("Why"), self._why, width=40, tooltip=self._why, grows=True),
        )

    def _verdict(self, item: Any) -> str:
        people = self.plan is None or of_people(self.plan.kind)
        if not isinstance(item, Item):
            return self.tr("no person") if people else self.tr("no row of the list")
        word = f"{SIGNS[item.plan.verdict]} {translate('import', VERDICTS[item.plan.verdict])}"
        chosen = {
            "new": self.tr("added as somebody new") if people else self.tr("added as a new one"),
            "person": self.tr("the stored person") if people else self.tr("the stored one"),
            "row": self.tr("the person further up") if people else self.tr("the one further up"),
            "skip": self.tr("left out"),
        }.get(item.decision.action)
        if item.decision.without_wrong:
            chosen = self.tr("taken without the wrong value")
        return f"{word} → {chosen}" if chosen else word

    def _why(self, item: Any) -> str:
        if not isinstance(item, Item):
            return str(item.reason)
        texts = [reason_text(reason, translate) for reason in item.plan.reasons]
        beside = item.beside
        if beside.fills and (item.plan.verdict == KNOWN or beside is not item.plan):
            texts.append(self.tr("Fills in: {fields}").format(fields=self._changes(beside.fills)))
        assert self.plan is not None
        if (kept := staying(self.plan, item.plan, item.decision)) is not None:
            texts.append(kept.text(translate))
        if taken := self._taken(item.decision, beside):
            texts.append(self.tr("Taken from the list: {fields}").format(fields=", ".join(taken)))
        return " ".join(texts)

    def _taken(self, decision: Decision, beside: PlanRow | Candidate) -> list[str]:
        """What of the differences the list wins, by her word."""
        assert self.plan is not None
        fields = [change for change in beside.differs if change.field in decision.take]
        marks = [mark for mark in beside.marks if mark.differs and decision.takes(mark)]
        said = [self._changes(fields)] if fields else []
        return said + [marked(self.plan.sessions[mark.session], mark, translate) for mark in marks]

    def _changes(self, changes: Sequence[FieldChange]) -> str:
        return listed(self._kind, changes, translate)

    @property
    def _kind(self) -> str:
        assert self.plan is not None
        return self.plan.kind


def _number(item: Any) -> str:
    return str(item.plan.number) if isinstance(item, Item) else str(item.number)


def _outcome(item: Item) -> str:
    if item.decision.action == "skip":
        return "skip"
    if item.open:
        return "open"
    if item.plan.verdict == REFUSED and not item.decision.without_wrong:
        return REFUSED
    new = item.plan.verdict == NEW or item.decision.action == "new" or item.plan.verdict == REFUSED
    return NEW if new else KNOWN


def _colour(item: Any) -> QColor | None:
    if not isinstance(item, Item):
        return quiet_colour()
    if item.open or item.plan.verdict == REFUSED:
        return wrong_colour()
    return good_colour() if item.plan.verdict == NEW else None
