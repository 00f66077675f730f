"""First page of the import: the file is read, its table found, its columns matched and corrected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QWidget

from tn_desktop.exchange import mapping as columns_of
from tn_desktop.exchange.drafts import scheme_for
from tn_desktop.exchange.importing import Mapped, choose, tables_of
from tn_desktop.exchange.mapping import Mapping
from tn_desktop.exchange.own_list import own_list
from tn_desktop.exchange.pasted import read_text
from tn_desktop.exchange.reading.book import Book
from tn_desktop.exchange.reading.supervise import read_spreadsheet
from tn_desktop.exchange.record_tables import RECORDS, names_rows, record_mapping, record_tables
from tn_desktop.exchange.tables import Table
from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.forms.import_wizard import Ui_ImportWizard
from tn_desktop.gui.models.import_columns import MEANING, WHY, ImportColumnsModel, MeaningDelegate
from tn_desktop.gui.tasks import Task
from tn_desktop.gui.widgets.mark_choices import MarkChoices
from tn_desktop.model.errors import AppError, FileRefused, PasswordNeeded
from tn_desktop.model.messages import Translate, untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import settings
from tn_desktop.sheets.language import sheet_translate

REMEMBERED = "import_mappings"
REMEMBERED_MOST = 200
CHOOSE, READING, COLUMNS = range(3)
TOGETHER = -1
PATTERNS = "*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt *.html *.xml"


@dataclass(frozen=True)
class Found:
    """What reading gave: the tables with rows, those that belong together, and what the program's own list is of."""

    name: str
    tables: tuple[Table, ...]
    together: tuple[Mapped, ...]
    remarks: tuple[str, ...]
    entity: str = ""


class FilePage(QObject):
    """Reads a file or pasted text and lets the user correct what its columns mean.

    Attributes:
        table, mapping: what is chosen now; None until a file has been read.
        source_name: the file's own name, or the word for pasted text.
        entity: the one entity whose lists are read; "" where it is guessed between people, attendance, stakeholders.
        limited: whether it is only this entity's; else she may choose any.

    Signals:
        changed: table, mapping or state is another; the dialog looks whether one can go on.
        said(str): a sentence about what went wrong, or "".
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, context: Context, ui: Ui_ImportWizard, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._context, self._ui, self._dialog = context, ui, dialog
        self.table: Table | None = None
        self.model: ImportColumnsModel | None = None
        self.source_name = ""
        self._source: Path | str | None = None
        self._tables: tuple[Table, ...] = ()
        self._together: tuple[Mapped, ...] = ()
        self._remembered: dict[str, Any] | None = None
        self._task: Task | None = None
        self.entity = ""
        self.limited = False
        self._kind = ""
        self._before = ""
        self._password: str | None = None
        self.marks = MarkChoices(dialog)
        self.marks.decided.connect(self._on_marks)
        ui.columnsLayout.addWidget(self.marks)
        ui.columns.setItemDelegateForColumn(MEANING, MeaningDelegate(ui.columns))
        ui.columns.setEditTriggers(
            QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        ui.columns.verticalHeader().hide()
        ui.columns.horizontalHeader().setHighlightSections(False)
        ui.columns.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        ui.columns.verticalHeader().setDefaultSectionSize(30)
        for kind, label in self._kinds():
            ui.kind.addItem(label, kind)
        ui.chooseButton.clicked.connect(self._choose)
        ui.pasteButton.clicked.connect(self.paste)
        ui.passwordButton.clicked.connect(self._with_password)
        ui.password.returnPressed.connect(self._with_password)
        ui.table.activated.connect(lambda _at: self._show_table(ui.table.currentData()))
        ui.kind.activated.connect(lambda _at: self._on_kind(ui.kind.currentData()))
        ui.familyFirst.clicked.connect(self._on_family_first)
        ui.passwordRow.setEnabled(True)
        self._password_visible(False)
        context.tasks.read(lambda connection: settings.get(connection, REMEMBERED, {}), self._on_remembered, owner=self)

    @property
    def mapping(self) -> Mapping | None:
        """What the columns mean now."""
        return self.model.mapping if self.model is not None else None

    @property
    def chosen(self) -> list[Mapped]:
        """The tables to import with what their columns mean; one, or all that belong together."""
        assert self.table is not None and self.mapping is not None
        if self.entity or self._ui.table.currentData() != TOGETHER:
            return [(self.table, self.mapping)]
        kept = columns_of.remembered(self.table, self.mapping)
        return [(table, columns_of.recall(table, kept) or guessed) for table, guessed in self._together]

    @property
    def ready(self) -> bool:
        """Whether the rows would have names, so that one can go on."""
        return self._rows_are_named and self._ui.fileStates.currentIndex() == COLUMNS

    @property
    def _rows_are_named(self) -> bool:
        """Whether the columns hold what a row must have."""
        if self.mapping is None:
            return False
        return names_rows(self.mapping) if self.entity else self.mapping.names_people

    def limit_to(self, entity: str) -> None:
        """Read lists of that entity only, which are found by their headings."""
        self.entity, self.limited = entity, True
        self._ui.kind.clear()
        self._ui.kind.addItem(translate("entities", ENTITIES[entity].title), entity)

    def start(self, source: Path | str | None) -> None:
        """Begin with a file, pasted text, or the choice of one."""
        if source is None:
            self._show_state(CHOOSE)
            return
        self._source = source
        self._tables, self._kind = (), ""
        if not self.limited:
            self.entity = ""
        self._password_visible(False)
        self._read(None)

    def _on_remembered(self, remembered: dict[str, Any]) -> None:
        self._remembered = remembered
        if self._waiting:
            self._read(None)

    @property
    def _waiting(self) -> bool:
        """Whether the list was given before it was known what is remembered of others like it."""
        return self._source is not None and self._task is None

    def stop(self) -> None:
        """Give up reading."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def remember(self) -> dict[str, Any]:
        """The remembered mappings with this one, newest last, to be kept in the settings."""
        assert self.table is not None and self.mapping is not None
        kept = columns_of.remembered(self.table, self.mapping)
        others = self._remembered or {}
        if kept["signature"]:
            others.pop(kept["signature"], None)
            others[kept["signature"]] = kept
        return dict(list(others.items())[-REMEMBERED_MOST:])

    def paste(self) -> None:
        """Take the list from the clipboard: a copied file, or text."""
        data = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        self.start(Path(files[0]) if files else data.text())

    def _choose(self) -> None:
        last = str(self._context.choices.value("import/folder", ""))
        title, kinds = self.tr("Choose the list"), self.tr("Spreadsheets and lists ({patterns});;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self._dialog, title, last, kinds.format(patterns=PATTERNS))
        if file:
            self._context.choices.put("import/folder", str(Path(file).parent))
            self.start(Path(file))

    def _with_password(self) -> None:
        if self._ui.password.text():
            self._read(self._ui.password.text())

    def _read(self, password: str | None) -> None:
        source, entity, told = self._source, self.entity, bool(self._kind)
        assert source is not None
        self._password = password
        self.source_name = source.name if isinstance(source, Path) else self.tr("Pasted list")
        self.said.emit("")
        self._show_state(READING)
        if self._remembered is None:
            return
        self._task = self._context.tasks.run(
            lambda task: _found(source, password, task.cancelled.is_set, entity, told),
            self._on_found,
            self._on_refused,
            owner=self,
        )

    def _on_refused(self, error: AppError) -> None:
        self._show_state(CHOOSE)
        asks = isinstance(error, PasswordNeeded)
        self._password_visible(asks)
        if asks:
            self._ui.password.clear()
            self._ui.password.setFocus()
        self.said.emit(sentence(error))

    def _on_found(self, found: Found) -> None:
        if not found.tables:
            why = self._why_nothing().format(file=self.source_name)
            if self._tables:
                # It is no list of the kind that was chosen just now: what it was taken for before stands again.
                self.entity = self._before
                self._show_state(COLUMNS)
                self._set_mapping_again()
            else:
                self._show_state(CHOOSE)
            self.said.emit(why)
            return
        self._tables, self._together = found.tables, found.together
        self.entity = found.entity
        box = self._ui.table
        box.clear()
        if len(found.together) > 1:
            rows = sum(len(table.rows) for table, _ in found.together)
            box.addItem(
                self.tr("all {n} tables together · {rows} rows").format(n=len(found.together), rows=rows), TOGETHER
            )
        for at, table in enumerate(found.tables):
            box.addItem(self._table_label(table), at)
        if len(found.together) == 1:
            box.setCurrentIndex(next(at for at, table in enumerate(found.tables) if table is found.together[0][0]))
        box.setVisible(box.count() > 1)
        self._ui.tableLabel.setVisible(box.count() > 1)
        self._ui.remarks.setText(" ".join(found.remarks))
        self._show_table(box.currentData())
        if self._kind in columns_of.KINDS:
            self._show_kind(self._kind)
        self._show_state(COLUMNS)
        self._ui.columns.setFocus()

    def _why_nothing(self) -> str:
        if not self.entity:
            return self.tr("No list was found in “{file}”: nothing in it looks like rows of people.")
        needed = ", ".join(translate("fields", field.label) for field in ENTITIES[self.entity].fields if field.required)
        if not needed:
            return self.tr("No list was found in “{file}”: its first rows have no headings that are known here.")
        return self.tr("No list was found in “{file}”: it needs a row of headings with “{needed}”.").replace(
            "{needed}", needed
        )

    def _table_label(self, table: Table) -> str:
        rows = self.tr("%n row(s)", "", len(table.rows))
        parts = [part for part in (table.sheet, table.title.replace("\n", " · ")) if part]
        return " · ".join([*parts, rows])

    def _show_table(self, which: int) -> None:
        table = self._together[0][0] if which == TOGETHER else self._tables[which]
        known = columns_of.recall(table, (self._remembered or {}).get(columns_of.signature(table), {}))
        if self.entity:
            fits = known is not None and known.kind == self.entity
            self._set_mapping(
                table, known if known and fits else record_mapping(table, ENTITIES[self.entity], languages())
            )
        else:
            fits = known is not None and known.kind in columns_of.KINDS
            self._set_mapping(table, known if known and fits else columns_of.guess_mapping(table))

    def _on_kind(self, kind: str) -> None:
        """Another kind of list was chosen: lists of records are found by their headings, so the file is read anew."""
        entity = kind if kind in RECORDS else ""
        if entity == self.entity:
            if not entity:
                self._show_kind(kind)
            return
        self._before, self.entity, self._kind = self.entity, entity, kind
        self._read(self._password)

    def _set_mapping_again(self) -> None:
        assert self.table is not None and self.mapping is not None
        self._ui.kind.setCurrentIndex(self._ui.kind.findData(self.mapping.kind))
        self._set_mapping(self.table, self.mapping)

    def _show_kind(self, kind: str) -> None:
        assert self.table is not None
        self._set_mapping(self.table, columns_of.guess_mapping(self.table, kind))

    def _set_mapping(self, table: Table, mapping: Mapping) -> None:
        self.table = table
        self.model = ImportColumnsModel(table, mapping, self)
        self.model.mapping_changed.connect(self._on_mapping)
        view = self._ui.columns
        view.setModel(self.model)
        view.setColumnWidth(0, 250)
        view.setColumnWidth(1, 210)
        view.setColumnWidth(2, 330)
        view.horizontalHeader().setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        view.setCurrentIndex(self.model.index(0, MEANING))
        with QSignalBlocker(self._ui.kind):
            self._ui.kind.setCurrentIndex(self._ui.kind.findData(mapping.kind))
        self._on_mapping()

    def _on_mapping(self) -> None:
        assert self.table is not None and self.mapping is not None
        self._ui.familyFirst.setChecked(self.mapping.family_first)
        self._ui.familyFirst.setVisible(bool(self.mapping.of("full_name")))
        scheme = scheme_for(self.table, self.mapping) if "attendance" in self.mapping.kind else None
        self.marks.show_scheme(scheme, self.mapping.marks)
        if not self._rows_are_named:
            self.said.emit(
                self._what_is_missing()
                if self.entity
                else self.tr("No column holds names yet. Choose in “Means” which one does.")
            )
        else:
            self.said.emit("")
        self.changed.emit()

    def _what_is_missing(self) -> str:
        assert self.mapping is not None
        used = {use.field for use in self.mapping.columns}
        missing = [field for field in ENTITIES[self.entity].fields if field.required and field.name not in used]
        names = ", ".join(translate("fields", field.label) for field in missing)
        return self.tr("No column holds this yet: {names}. Choose in “Means” which one does.").format(names=names)

    def _on_family_first(self, checked: bool) -> None:
        assert self.model is not None
        self.model.replace(replace(self.model.mapping, family_first=checked))
        self.changed.emit()

    def _on_marks(self, marks: dict[str, str]) -> None:
        assert self.model is not None
        self.model.replace(replace(self.model.mapping, marks=marks))
        self.changed.emit()

    def _show_state(self, state: int) -> None:
        self._ui.fileStates.setCurrentIndex(state)
        self.changed.emit()

    def _password_visible(self, visible: bool) -> None:
        for widget in (self._ui.passwordLabel, self._ui.password, self._ui.passwordButton):
            widget.setVisible(visible)

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        return (
            (columns_of.PEOPLE, self.tr("people")),
            (columns_of.ATTENDANCE_WIDE, self.tr("attendance, one column for each session")),
            (columns_of.ATTENDANCE_LONG, self.tr("attendance, one row for each person and session")),
            (columns_of.STAKEHOLDERS, self.tr("stakeholders")),
            *((name, QLocale().toLower(translate("entities", ENTITIES[name].title))) for name in RECORDS),
        )


def languages() -> tuple[Translate, ...]:
    """The languages in which headings and words of a list are understood: both, whichever is shown."""
    return (untranslated, sheet_translate("tr"))


def _found(source: Path | str, password: str | None, cancelled: Callable[[], bool], entity: str, told: bool) -> Found:
    """`entity`: the one whose lists are wanted, if any; `told`: she said that it is a list of something else."""
    if isinstance(source, Path):
        book: Book = read_spreadsheet(source, password=password, cancelled=cancelled)
        name = source.name
    else:
        book, name = read_text(source), ""
    remarks = tuple(remark.text(translate) for remark in book.remarks)
    if entity := entity or ("" if told else own_list(book, languages()) or ""):
        return Found(name, tuple(record_tables(book, ENTITIES[entity], languages())), (), remarks, entity)
    tables = tuple(table for table in tables_of(book) if table.rows)
    try:
        together = tuple(choose(tables)) if tables else ()
    except FileRefused:
        # Nothing is sure to be a name: the user may still say which column is.
        together = ()
    return Found(name, tables, together, remarks)
