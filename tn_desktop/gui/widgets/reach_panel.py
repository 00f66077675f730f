"""Whom an output, or the sessions of a workshop, reached: numbers by basis, a line to add an entry, the entries."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.reach_words import basis_word, by_basis
from tn_desktop.gui.widgets.drafted import Drafted
from tn_desktop.gui.widgets.editors import FoldedCompleter, show_date
from tn_desktop.gui.widgets.figure_tile import FigureTile
from tn_desktop.gui.widgets.look import ToneLabel, roomy
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.gui.widgets.writes import Writes
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.model.places import provinces
from tn_desktop.services import output_page
from tn_desktop.services.reach import BASES, Numbers, ReachRow

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReachPanel(QWidget, Writes, Drafted):
    """The reach of one output, or of the sessions of one workshop.

    Attributes:
        number, audience, basis, province, date, session: the line that adds; session only for workshops.
        table: the entries.
        tiles: basis -> its number.
    """

    def __init__(self, context: Context, of_sessions: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._of_sessions = of_sessions
        self._key: int | None = None
        self.tiles = {basis: FigureTile(basis_word(basis)) for basis in BASES}
        self._note = ToneLabel()
        self._note.setWordWrap(True)
        self._note.hide()
        self.refusal = Refusal()
        self._make_line()
        self._make_table()
        tiles = QHBoxLayout()
        tiles.setSpacing(8)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tiles)
        column.addWidget(self._note)
        column.addLayout(self._line)
        column.addWidget(self.refusal)
        column.addWidget(self.table, 1)
        roomy(self)

    def _make_line(self) -> None:
        self.number, self.audience = QLineEdit(), QLineEdit()
        self.province, self.date = QLineEdit(), QLineEdit()
        self.basis, self.session = QComboBox(), QComboBox()
        self.add = QPushButton(self.tr("Add"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self.number.setPlaceholderText(self.tr("How many"))
        self.audience.setPlaceholderText(self.tr("Whom: teachers, parents …"))
        self.province.setPlaceholderText(self.tr("Province"))
        self.date.setPlaceholderText(self.tr("14.03.2026"))
        names = {
            self.number: self.tr("Number of people"),
            self.audience: self.tr("Audience"),
            self.basis: self.tr("How the number is known"),
            self.province: self.tr("Province"),
            self.date: self.tr("Date"),
            self.session: self.tr("Session"),
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
        self.province.setCompleter(FoldedCompleter([one.name for one in provinces().values()], self.province))
        for value, text in reversed(choices_of(vocabulary.REACH_BASIS, translate)):
            self.basis.addItem(text, value)
        self._line = QGridLayout()
        self._line.setSpacing(8)
        below: Sequence[QWidget] = (self.province, self.date, self.add)
        below = (self.session, *below) if self._of_sessions else below
        for place, widget in enumerate((self.number, self.audience, self.basis)):
            self._line.addWidget(widget, 0, place)
        for place, widget in enumerate(below):
            self._line.addWidget(widget, 1, place)
        for place, share in enumerate((3, 4, 3)):
            self._line.setColumnStretch(place, share)

    def _make_table(self) -> None:
        bases = vocabulary.REACH_BASIS
        cells = [
            Cell(
                "date", self.tr("Date"), lambda row: show_date(row.date), edit=lambda row: show_date(row.date), width=9
            ),
            Cell("province", self.tr("Province"), lambda row: row.place, edit=lambda row: row.place, width=9, spare=1),
            Cell("audience", self.tr("Audience"), lambda row: row.audience, edit=lambda row: row.audience, grows=True),
            Cell("number", self.tr("People"), self._number, edit=lambda row: str(row.number), alignment=RIGHT, width=8),
            Cell(
                "basis",
                self.tr("Known how"),
                lambda row: basis_word(row.basis),
                edit=lambda row: row.basis,
                choices=choices_of(bases, translate),
                width=9,
            ),
            Cell("notes", self.tr("Notes"), lambda row: row.notes, edit=lambda row: row.notes, width=14, spare=3),
        ]
        if self._of_sessions:
            cells.insert(1, Cell("where", self.tr("Session"), _where, width=12, spare=2))
        self._model = RowsModel(cells, "id", self)
        self.table = RowsTable()
        self.table.set_rows_model(self._model)
        self.table.setAccessibleName(self.tr("Reach"))
        self.table.empty_text = (
            self.tr(
                "Nobody beyond the attendance list has been entered. Children at the exhibition, parents at the door …"
            )
            if self._of_sessions
            else self.tr("Nobody reached yet. Type above how many people, who they are, and how the number is known.")
        )
        self.table.removed.connect(self._remove)
        self._model.edited.connect(self._change)

    # --- showing

    def show_output(self, key: int, rows: Sequence[ReachRow], numbers: Numbers) -> None:
        """The entries of an output and their sums."""
        self._show(key, rows, numbers)

    def show_workshop(
        self, key: int, sessions: Sequence[tuple[int, str]], rows: Sequence[ReachRow], numbers: Numbers
    ) -> None:
        """The entries of a workshop's sessions, (id, name) each; numbers count those present and the heads as well."""
        held = self.session.currentData()
        if [(self.session.itemData(at), self.session.itemText(at)) for at in range(self.session.count())] != [
            *sessions
        ]:
            self.session.clear()
            for session, name in sessions:
                self.session.addItem(name, session)
            place = self.session.findData(held)
            self.session.setCurrentIndex(place if place >= 0 else self.session.count() - 1)
        self._note.setText(
            self.tr(
                "By name: everybody who was present, once. Counted: minors and guests, and entries. Who is on the "
                "attendance list is not entered here."
            )
        )
        self._note.show()
        for widget in (self.add, self.number, self.audience):
            widget.setEnabled(bool(sessions))
        self._show(key, rows, numbers)

    def _show(self, key: int, rows: Sequence[ReachRow], numbers: Numbers) -> None:
        if key != self._key:
            self.refusal.take_back()
            self._clear()
        self._key = key
        for basis, number in by_basis(numbers):
            self.tiles[basis].show_figure(self.locale().toString(number))
        self.table.show_rows(rows)

    def _number(self, row: ReachRow) -> str:
        return self.locale().toString(row.number)

    # --- an entry that is not stored yet

    def draft_place(self) -> dict[str, Any]:
        return {"key": self._key}

    def draft_fields(self) -> dict[str, QWidget]:
        names = ("session", "number", "audience", "basis", "province", "date")
        return {name: getattr(self, name) for name in names}

    def is_typed(self, name: str, field: QWidget) -> bool:
        # Where and when stay for the next entry.
        return name in ("number", "audience") and super().is_typed(name, field)

    def is_at(self, place: Mapping[str, Any]) -> bool:
        return self.isVisible() and self._key is not None and self._key == place.get("key")

    # --- writing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in one of the lines adds."""
        lines = (self.number, self.audience, self.province, self.date)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and any(line.hasFocus() for line in lines):
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        key = self.session.currentData() if self._of_sessions else self._key
        if key is None or self.context.tasks.is_writing(ADDING["reach"], self):
            return
        belongs = {"session" if self._of_sessions else "output": int(key)}
        typed = {
            "number": self.number.text(),
            "audience": self.audience.text(),
            "basis": self.basis.currentData(),
            "province": self.province.text(),
            "date": self.date.text(),
        }
        today = self.context.now().date()
        self.write(
            ADDING["reach"],
            lambda uow: output_page.add_reach(uow, belongs, typed, today),
            self.refusal,
            done=lambda _changes: self._clear(),
        )

    def _clear(self) -> None:
        busy = any(line.hasFocus() for line in (self.number, self.audience, self.province, self.date))
        self.number.clear()
        self.audience.clear()
        self.date.clear()
        if busy:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, row: ReachRow, name: str, value: Any) -> None:
        self.change_cell("reach", self.table, row.id, name, value, self.refusal)

    def _remove(self, rows: Sequence[ReachRow]) -> None:
        self.remove_rows("reach", [row.id for row in rows], self.refusal)


def _where(row: ReachRow) -> str:
    where = row.where
    return show_date(where) if len(where) == 10 and where[4:5] == "-" else where
