"""Surveys in waves: whose on the left, the results and an indicator over the waves on the right."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.curtain import CurtainButton
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.editors import show_date, show_decimal, show_mean
from tn_desktop.gui.widgets.look import Heading, ToneLabel, roomy
from tn_desktop.gui.widgets.page_head import PageHead
from tn_desktop.gui.widgets.people_picker import RecordPicker
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.gui.widgets.survey_draft import ResultDraft
from tn_desktop.gui.widgets.wave_chart import WaveChart
from tn_desktop.gui.write_labels import ADDING, CHANGING, REMOVING
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.small_numbers import HIDDEN
from tn_desktop.services import outsiders, records, surveys
from tn_desktop.services.known_people import Known
from tn_desktop.services.surveys import COMMUNITY, NETWORK, WORKSHOP, Results, Subject, SurveyRow

if TYPE_CHECKING:
    from tn_desktop.store.unit_of_work import UnitOfWork

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TABLES = ("survey", "community", "workshop")
PAUSE = 60


class SurveysPart(QWidget, ResultDraft):
    """Communities and workshops with surveys, and their results.

    Attributes:
        subjects: the list on the left.
        results: the table on the right.
        shown: what the right side shows, or None.
    """

    name = "surveys"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.shown: Results | None = None
        self._wanted: tuple[str, int] | None = None
        self._stale = True
        self._entry_wanted = False
        self.search = QLineEdit()
        self.subjects = RowsTable()
        self.community = RecordPicker("communities")
        self.workshop = RecordPicker("workshops")
        self.of_network = QPushButton()
        self.head = PageHead()
        self.fields: dict[str, Any] = {}
        self.refusal = Refusal()
        self.results = RowsTable()
        self.indicator = QComboBox()
        self.chart = WaveChart()
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self._read)
        self._build()
        roomy(self)
        context.tasks.changed.connect(self._on_changed)
        context.curtain.changed.connect(self._read)
        QShortcut(QKeySequence("Ctrl+N"), self, self.new_record)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        self._show_results(None)

    # --- building

    def _build(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._build_subjects())
        sides.addWidget(self._build_page())
        sides.setStretchFactor(0, 2)
        sides.setStretchFactor(1, 3)
        sides.setSizes([400, 600])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sides)

    def _build_subjects(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Heading(self.tr("Surveys")))
        head.addStretch(1)
        self.of_network.setText(self.tr("Survey of the whole network"))
        self.of_network.setToolTip(self.tr("Enter results of a survey that asked people everywhere"))
        self.of_network.setAutoDefault(False)
        self.of_network.clicked.connect(lambda: self._begin(NETWORK, Known(0, "")))
        head.addWidget(CurtainButton(self.context))
        head.addWidget(self.of_network)
        column.addLayout(head)
        self.search.setPlaceholderText(self.tr("Search community, workshop"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda: self._typing.start())
        column.addWidget(self.search)
        self._subjects = RowsModel(
            (
                Cell("name", self.tr("Name"), self._name, grows=True, tooltip=_where, width=28, least=26),
                Cell("kind", self.tr("Kind"), self._kind, width=9, spare=1),
                Cell("waves", self.tr("Waves"), lambda row: str(row.waves), alignment=RIGHT, width=6),
                Cell("last", self.tr("Latest"), lambda row: show_date(row.last), width=9, spare=2),
            ),
            "key",
            self,
        )
        self.subjects.set_rows_model(self._subjects)
        self.subjects.setAccessibleName(self.tr("Surveys"))
        self.subjects.empty_text = self.tr(
            "No survey yet. Type a community's or a workshop's name below to enter its first results."
        )
        self.subjects.selectionModel().currentRowChanged.connect(lambda *_rows: self._on_chosen())
        self.subjects.opened.connect(lambda _row: self.new_record())
        column.addWidget(self.subjects, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        for picker, kind, hint in (
            (self.community, COMMUNITY, self.tr("Survey of a community: type its name")),
            (self.workshop, WORKSHOP, self.tr("Survey of a workshop: type its name")),
        ):
            picker.set_up(self.context, allow_new=False)
            picker.setPlaceholderText(hint)
            picker.setAccessibleName(hint)
            picker.picked.connect(lambda known, kind=kind: self._begin(kind, known))
            below.addWidget(picker)
        column.addLayout(below)
        return side

    def _build_page(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 16, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(self._build_entry())
        self.hint = ToneLabel(self.tr("Counts and means only: who answered what is never entered here."))
        self.hint.setWordWrap(True)
        column.addWidget(self.refusal)
        column.addWidget(self.hint)
        self._results = RowsModel(self._cells(), "id", self)
        self.results.set_rows_model(self._results)
        self.results.setAccessibleName(self.tr("Results"))
        self.results.empty_text = self.tr("No result yet. Type wave, answers and mean above, Enter adds.")
        self.results.removed.connect(self._remove)
        self._results.edited.connect(self._on_edited)
        column.addWidget(self.results, 1)
        self.indicator.setAccessibleName(self.tr("Indicator shown over the waves"))
        self.indicator.activated.connect(lambda _at: self._show_chart())
        column.addWidget(self.indicator)
        column.addWidget(self.chart)
        return side

    def _build_entry(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        indicator = QComboBox()
        for value, word in choices_of(vocabulary.SURVEY_INDICATOR, translate):
            indicator.addItem(word, value)
        for name, title, width in (
            ("wave", self.tr("Wave"), 44),
            ("date", self.tr("Date"), 96),
            ("indicator", self.tr("Indicator"), 0),
            ("n", self.tr("Answers"), 60),
            ("mean", self.tr("Mean"), 60),
            ("scale_max", self.tr("Best value"), 60),
        ):
            field: Any = indicator if name == "indicator" else QLineEdit()
            label = QLabel(title)
            label.setBuddy(field)
            field.setAccessibleName(title)
            if isinstance(field, QLineEdit):
                field.setFixedWidth(width)
                field.returnPressed.connect(self._add)
            else:
                field.setMinimumContentsLength(8)
                field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            block = QVBoxLayout()
            block.setSpacing(2)
            block.addWidget(label)
            block.addWidget(field)
            line.addLayout(block, 0 if width else 1)
            self.fields[name] = field
        return line

    def _cells(self) -> tuple[Cell, ...]:
        words = vocabulary.SURVEY_INDICATOR
        return (
            Cell("wave", self.tr("Wave"), _wave, edit=_wave, alignment=RIGHT, width=5),
            Cell("date", self.tr("Date"), lambda row: show_date(row.date), edit=lambda row: show_date(row.date),
                 width=9, spare=1),
            Cell("indicator", self.tr("Indicator"), _indicator, edit=lambda row: row.indicator,
                 choices=choices_of(words, translate), grows=True),
            Cell("n", self.tr("Answers"), _count, edit=_count, alignment=RIGHT,
                 width=7),
            Cell("mean", self.tr("Mean"), lambda row: HIDDEN if row.hidden else show_mean(row.mean), edit=_mean,
                 alignment=RIGHT, width=6),
            Cell("scale_max", self.tr("Best value"), lambda row: str(row.best), edit=lambda row: str(row.best),
                 alignment=RIGHT, width=8, spare=2),
        )  # fmt: skip

    # --- what the window asks

    def go_to(self, key: int) -> None:
        """Show the surveys of a community or workshop, see services/surveys.key_of."""
        self.search.clear()
        self._open(*surveys.kind_of(key))
        self.subjects.choose(key)

    def new_record(self) -> None:
        """Enter a result for what is shown, or choose for whom."""
        target = self.fields["n"] if self.shown is not None else self.community
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_list(self) -> None:
        """Put the cursor into the list."""
        target = self.subjects if self._subjects.rowCount() else self.community
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def import_target(self) -> tuple[str, int]:
        """An imported list is one of results."""
        return "surveys", 0

    def export_scope(self) -> tuple[str, int]:
        """The list of results."""
        return "surveys", 0

    def place(self) -> dict[str, Any]:
        """Where one is."""
        return {"search": self.search.text(), "wanted": self._wanted}

    def return_to(self, place: dict[str, Any]) -> None:
        """Come back to a `place`."""
        self.search.setText(place["search"])
        if place["wanted"] is not None:
            self._open(*place["wanted"])

    # --- reading

    def _read(self, _drawn: bool = False) -> None:
        text, network = self.search.text(), self.tr("The whole network")
        self._stale = False
        query = partial(surveys.subjects, search=text, network=network)
        self.context.tasks.read(query, self._show_subjects, owner=self, channel="subjects")
        if self._wanted is not None:
            self._open(*self._wanted)

    def _show_subjects(self, found: tuple[Subject, ...]) -> None:
        self.subjects.show_rows(found)
        if self._wanted is None and found:
            self.subjects.selectRow(0)

    def _on_chosen(self) -> None:
        row = self.subjects.current_row()
        if row is not None:
            self._open(row.kind, row.id)

    def _begin(self, kind: str, known: Known) -> None:
        self._entry_wanted = True
        self._open(kind, known.id)

    def _open(self, kind: str, key: int) -> None:
        self._wanted = (kind, key)

        query = partial(outsiders.results if self.context.curtain.drawn else surveys.results, kind=kind, key=key)

        def failed(_error: AppError) -> None:
            self._wanted = None
            self._show_results(None)

        self.context.tasks.read(query, self._show_results, failed=failed, owner=self, channel="results")

    def _show_results(self, found: Results | None) -> None:
        other = found is None or self.shown is None or self.shown.subject.key != found.subject.key
        self.shown = found
        for field in self.fields.values():
            field.setEnabled(found is not None)
        if found is None:
            self.head.show_head(self.tr("Surveys"), self.tr("Choose on the left whose results you want to see."))
            self.results.show_rows(())
        else:
            subject = found.subject
            line = " · ".join(part for part in (self._kind(subject), subject.province) if part)
            self.head.show_head(self._name(subject), line)
            self.results.show_rows(found.rows)
        if other:
            self._begin_entry(found)
        chosen = self.indicator.currentData()
        self.indicator.clear()
        for name in found.series if found is not None else ():
            self.indicator.addItem(vocabulary.word(vocabulary.SURVEY_INDICATOR, name, translate), name)
        self.indicator.setCurrentIndex(max(0, self.indicator.findData(chosen)))
        self.indicator.setVisible(self.indicator.count() > 1)
        self._show_chart()
        if self._entry_wanted and found is not None:
            self._entry_wanted = False
            self.fields["n"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chart(self) -> None:
        name = self.indicator.currentData()
        points = self.shown.series.get(name, ()) if self.shown is not None else ()
        self.chart.show_points(vocabulary.word(vocabulary.SURVEY_INDICATOR, name, translate), points)

    def _begin_entry(self, found: Results | None) -> None:
        values = {
            "wave": str(found.next_wave if found is not None else 1),
            "date": show_date(self.context.now().date().isoformat()),
            "scale_max": "5",
        }
        for name, field in self.fields.items():
            if isinstance(field, QLineEdit):
                field.setText(values.get(name, ""))

    # --- writing

    def _add(self) -> None:
        if self.shown is None or self.context.tasks.is_writing(ADDING["surveys"], self):
            return
        kind, key = self.shown.subject.kind, self.shown.subject.id
        values = {
            name: field.text() if isinstance(field, QLineEdit) else field.currentData()
            for name, field in self.fields.items()
        }
        self._write(
            ADDING["surveys"],
            lambda uow: surveys.add_result(uow, kind, key, values),
            lambda _changes: self._next_entry(),
        )

    def _next_entry(self) -> None:
        """The next indicator of the same wave."""
        indicator = self.fields["indicator"]
        indicator.setCurrentIndex((indicator.currentIndex() + 1) % indicator.count())
        self.fields["mean"].clear()
        self.fields["n"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields["n"].selectAll()

    def _on_edited(self, row: SurveyRow, name: str, value: Any) -> None:
        def failed(error: AppError) -> None:
            self.refusal.say(error)
            self.results.retry(row.id, name, value)

        self.context.tasks.write(
            CHANGING["surveys"],
            lambda uow: surveys.change_result(uow, row.id, {name: value}),
            done=lambda _changes: self.refusal.take_back(),
            failed=failed,
            owner=self,
        )

    def _remove(self, rows: tuple[SurveyRow, ...]) -> None:
        def remove(uow: "UnitOfWork") -> Changes:
            for row in rows:
                records.remove(uow, "surveys", row.id)
            return uow.changes()

        self._write(REMOVING["surveys"], remove, lambda _changes: None)

    def _write(self, label: str, service: Any, done: Any) -> None:
        def on_done(changes: Changes) -> None:
            self.refusal.take_back()
            done(changes)

        self.context.tasks.write(label, service, done=on_done, failed=self.refusal.say, owner=self)

    # --- words

    def _name(self, row: Subject) -> str:
        return self.tr("The whole network") if row.kind == NETWORK else row.name

    def _kind(self, row: Subject) -> str:
        if row.kind == NETWORK:
            return self.tr("Network")
        return self.tr("Community") if row.kind == COMMUNITY else self.tr("Workshop")

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(*TABLES):
            if self.isVisible():
                self._read()
            else:
                self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read while it could not be seen."""
        super().showEvent(event)
        if self._stale:
            self._read()


def _where(row: Subject) -> str:
    return " · ".join(part for part in (row.name, row.province) if part)


def _wave(row: SurveyRow) -> str:
    return "" if row.wave is None else str(row.wave)


def _count(row: SurveyRow) -> str:
    return HIDDEN if row.hidden else str(row.n)


def _mean(row: SurveyRow) -> str:
    return HIDDEN if row.hidden else show_decimal(row.mean)


def _indicator(row: SurveyRow) -> str:
    return vocabulary.word(vocabulary.SURVEY_INDICATOR, row.indicator, translate)
