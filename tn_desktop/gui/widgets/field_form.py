"""The detail form of an entity: every field is saved as it is left, and says what is wrong beside it."""

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.widgets.editors import editor_for, offer_districts
from tn_desktop.gui.widgets.form_draft import FormDraft
from tn_desktop.gui.widgets.look import ROOMY, ToneLabel
from tn_desktop.gui.widgets.relation_editor import relation_editor_for
from tn_desktop.gui.write_labels import ADDING, CHANGING
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.model.fields import MANY, RELATION, FieldSpec
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import records, related

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.store.unit_of_work import UnitOfWork

_NOTHING: Final = object()


class FieldForm(QWidget, FormDraft):
    """Fields of one row of an entity, each saved as it is left.

    Attributes:
        key: id of the row that is shown; None while a new one has not got what it needs.
        begun: what a new row was begun with.

    Signals:
        loaded(dict): a row was read and is shown: its fields as records.show gives them.
        created(int): a new row was stored.
        saved(str): a field was stored.
        gone: the row that was shown is there no more.
    """

    loaded = Signal(dict)
    created = Signal(int)
    saved = Signal(str)
    gone = Signal()

    def __init__(self, context: Context, entity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key: int | None = None
        self.begun: dict[str, Any] = {}
        self.editors: dict[str, Any] = {}
        self._context = context
        self._entity = entity
        self._spec = ENTITIES[entity]
        self._errors: dict[str, QLabel] = {}
        self._drafts: dict[tuple[int, str], tuple[Any, str]] = {}
        self._shown_key: int | None = None
        self._sent: dict[tuple[int, str], Any] = {}
        self._arrived: set[tuple[int, str]] = set()
        self._values: dict[str, Any] = {}
        self._new: dict[str, Any] | None = None
        self._adding = False
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(16)
        self._layout.setVerticalSpacing(4)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        context.tasks.changed.connect(self._on_changed)

    @property
    def is_new(self) -> bool:
        """Whether a new row is being filled in that is not stored yet."""
        return self._new is not None

    @property
    def is_unsent(self) -> bool:
        """Whether a new row is being filled in, and nothing of it is on its way to the database."""
        return self._new is not None and not self._adding

    @property
    def is_read(self) -> bool:
        """Whether the row that is meant is the one that is shown."""
        return self.key is not None and self.key == self._shown_key

    def is_sent(self, name: str) -> bool:
        """Whether what stands in a field is on its way to the database."""
        return (self.key, name) in self._sent

    # --- building

    def add(self, *names: str) -> None:
        """Add fields of the entity, one below the other."""
        for name in names:
            spec = self._spec.field(name)
            self.add_editor(name, relation_editor_for(spec, self._context) or editor_for(spec))

    def add_editor(self, name: str, editor: Any) -> None:
        """Add a field with an editor of its own kind, see `Editor`."""
        label = self.add_widget(translate("fields", self._spec.field(name).label), editor, name)
        editor.setAccessibleName(label.text())
        editor.left.connect(lambda: self.save(name))
        editor.installEventFilter(self)
        self.editors[name] = editor

    def heading(self, text: str) -> None:
        """Begin a group of fields."""
        label = QLabel(text)
        label.setObjectName("form-heading")
        bold = label.font()
        bold.setBold(True)
        label.setFont(bold)
        label.setContentsMargins(0, 8 if self._layout.rowCount() else 0, 0, 0)
        self._layout.addRow(label)

    def add_widget(self, title: str, widget: QWidget, name: str = "") -> QLabel:
        """Add anything else beside a label, such as a relation's editor; `name` gets an error line of its own."""
        label = QLabel(title)
        # Level with the field, whose first line is that high, also while an error stands below it.
        label.setMinimumHeight(ROOMY)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        label.setBuddy(widget)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(widget)
        if name:
            error = ToneLabel("", "wrong")
            error.setWordWrap(True)
            error.hide()
            column.addWidget(error)
            self._errors[name] = error
        self._layout.addRow(label, holder)
        return label

    # --- what is read and written; a subclass may do so by services of its own, on the database's thread

    def fetch(self, connection: "Connection", key: int, relations: Sequence[str]) -> dict[str, Any]:
        """The fields of a row, those of `relations` by name."""
        return related.form_values(connection, self._entity, key, relations)

    def store(self, uow: "UnitOfWork", key: int, values: Mapping[str, object]) -> Changes:
        """Change fields of a row."""
        return records.change(uow, self._entity, key, values)

    def insert(self, uow: "UnitOfWork", values: Mapping[str, object]) -> Changes:
        """Make a row."""
        return records.add(uow, self._entity, values)

    # --- showing

    def load(self, key: int) -> None:
        """Show a row; what is being typed stays when it is shown already."""
        if key != self.key:
            self._keep_drafts()
        self._new = None
        self.key = key
        self.setEnabled(True)
        relations = self._relations()
        self._context.tasks.read(
            lambda connection: self.fetch(connection, key, relations),
            lambda values: self._on_read(key, values),
            failed=lambda _error: self._on_gone(key),
            owner=self,
            channel="record",
        )

    def start_new(self, values: Mapping[str, Any] | None = None) -> None:
        """Begin a new row; it is stored as soon as it has what it needs, and `created` tells its id."""
        self._keep_drafts()
        self.key = None
        self._new = dict(values or {})
        self.begun = dict(self._new)
        self.setEnabled(True)
        defaults = {field.name: field.default for field in self._spec.fields}
        given = {**defaults, **self._new}
        self._show({name: value for name, value in given.items() if name not in self._relations()})
        self._name_relations(given)
        self.focus_first()

    def _relations(self) -> list[str]:
        """The relations that have an editor here."""
        return [name for name in self.editors if self._spec.field(name).kind in (RELATION, MANY)]

    def _name_relations(self, given: Mapping[str, Any]) -> None:
        """Show by name what a new row is related to already; it is given by id."""
        wanted = {name: given[name] for name in self._relations() if given.get(name)}
        if not wanted:
            return

        def show(named: Mapping[str, Any]) -> None:
            if self._new is not None:
                for name in wanted:
                    self.editors[name].show_value(named[name])

        entity = self._entity
        self._context.tasks.read(
            lambda connection: related.named_values(connection, entity, wanted), show, owner=self, channel="relations"
        )

    def clear(self) -> None:
        """Show no row."""
        self._keep_drafts()
        self.key = None
        self._new = None
        self._show({})
        self.setEnabled(False)

    def reload(self) -> None:
        """Read the row again."""
        if self.key is not None:
            self.load(self.key)

    def focus_first(self) -> None:
        """Go to the first field, its text selected."""
        for editor in self.editors.values():
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if isinstance(editor, QLineEdit):
                editor.selectAll()
            return

    def value(self, name: str) -> Any:
        """The stored value of a field of the row that is shown."""
        return self._values.get(name)

    # --- saving

    def save(self, name: str) -> None:
        """Store a field whose text changed."""
        editor = self.editors[name]
        # Changed back while the first change is still on its way: what was shown is not what will be stored.
        waiting = self._sent.get((self.key, name), _NOTHING) if self.key is not None else _NOTHING
        if not editor.changed() if waiting is _NOTHING else editor.typed() == waiting:
            self._tell(name, "")
        elif self._new is not None:
            self._save_new(name)
        elif self.key is not None:
            self.change({name: editor.typed()})

    def change(self, values: Mapping[str, object]) -> None:
        """Store fields of the row that is shown, also those without an editor here."""
        if self.key is None:
            if self._new is not None:
                self._new.update(values)
            return
        key, entity = self.key, self._entity
        self._sent.update({(key, name): value for name, value in values.items()})
        self._arrived -= {(key, name) for name in values}
        self._context.tasks.write(
            CHANGING[entity],
            lambda uow: self.store(uow, key, related.settled(uow, values)),
            done=lambda _changes: self._on_saved(key, values),
            failed=lambda error: self._on_refused(key, tuple(values), error),
            owner=self,
        )

    def _save_new(self, name: str) -> None:
        assert self._new is not None
        self._new[name] = self.editors[name].typed()
        if self._adding or not self._has_name():
            return
        self._adding = True
        values, entity = dict(self._new), self._entity
        self._context.tasks.write(
            ADDING[entity],
            lambda uow: self.insert(uow, related.settled(uow, values)),
            done=lambda changes: self._on_created(values, changes),
            failed=lambda error: self._on_refused(None, tuple(values), error),
            owner=self,
        )

    def _has_name(self) -> bool:
        """Whether the new row holds what it must."""
        assert self._new is not None
        needed = [field.name for field in self._spec.fields if field.required]
        one_of = not self._spec.one_of or any(self._new.get(name) for name in self._spec.one_of)
        return one_of and all(self._new.get(name) for name in needed)

    def _on_created(self, sent: Mapping[str, Any], changes: Changes) -> None:
        self._adding = False
        if self._new is None or changes.subject is None:
            return
        later = {name: value for name, value in self._new.items() if sent.get(name) != value}
        self._new = None
        # The same row to her: what she is typing meanwhile in the next field stays.
        self.key = self._shown_key = changes.subject
        for name in self._errors:
            self._tell(name, "")
        if later:
            self.change(later)
        self.created.emit(changes.subject)
        self.reload()

    def _on_saved(self, key: int, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            # It stays "on its way" until it has been read back, so that Esc does not take it for a draft; and so
            # does what was typed after it.
            if self._sent.get((key, name)) == value:
                self._arrived.add((key, name))
            self._drafts.pop((key, name), None)
            if key == self.key:
                self._tell(name, "")
            self.saved.emit(name)
        if key == self.key:
            self.reload()

    def _on_refused(self, key: int | None, names: tuple[str, ...], error: AppError) -> None:
        if key is None:
            self._adding = False
        field = error.field if isinstance(error, FieldError) and error.field in self._errors else names[0]
        if key is not None:
            sent = {name: self._sent.pop((key, name), None) for name in names}
            if field in self.editors and field in names:
                self._drafts[(key, field)] = (sent[field], sentence(error))
        if key == self.key and field in self._errors:
            self._tell(field, sentence(error))
        elif key == self.key:
            self._context.tasks.failed.emit(error)

    # --- details

    def _on_read(self, key: int, values: dict[str, Any]) -> None:
        arrived = {field[1]: self._sent.pop(field, None) for field in self._arrived if field[0] == key}
        self._arrived -= {(key, name) for name in arrived}
        if key != self.key:
            return
        untouched = {
            name for name, sent in arrived.items() if name in self.editors and self.editors[name].typed() == sent
        }
        self._show(values, untouched)
        for (of, name), (typed, error) in self._drafts.items():
            if of == key and name in self.editors and not self.editors[name].hasFocus():
                self.editors[name].put_back(typed)
                self._tell(name, error)
        self.loaded.emit(values)

    def _show(self, values: Mapping[str, Any], untouched: Set[str] = frozenset()) -> None:
        """Show values; the fields of `untouched` hold what was stored, so that nothing is being typed there."""
        other = self.key is None or self.key != self._shown_key
        self._shown_key = self.key
        self._values = dict(values)
        for name, editor in self.editors.items():
            # What is being typed into this row, or is on its way to the database, is not taken away.
            typing = editor.hasFocus() and editor.changed() and name not in untouched
            busy = typing or (self.key, name) in self._sent
            if other or not busy:
                editor.show_value(values.get(name))
            if other:
                self._tell(name, "")
        if "district" in self.editors:
            offer_districts(self.editors["district"], values.get("province"))

    def _keep_drafts(self) -> None:
        """A field that still has the focus is saved before another row is shown."""
        for name, editor in self.editors.items():
            if editor.hasFocus() and editor.changed() and self.key is not None:
                self.save(name)

    def _on_gone(self, key: int) -> None:
        if key == self.key:
            self.clear()
            self.gone.emit()

    def _on_changed(self, changes: Changes, owner: object) -> None:
        if owner is not self and self.key is not None and self.key in changes.ids(self._spec.table):
            self.reload()

    def _tell(self, name: str, text: str) -> None:
        """Show a sentence below a field, or take it away."""
        label = self._errors.get(name)
        if label is None:
            return
        label.setText(f"▲ {text}" if text else "")
        label.setVisible(bool(text))
        editor = self.editors.get(name)
        if editor is not None:
            editor.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the form, and what was typed is stored as on any leaving; only what was refused, or belongs to a
        row that is not stored yet, is taken back first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            name = next((name for name, editor in self.editors.items() if editor is watched), None)
            if name is not None and self._is_draft(name):
                self.editors[name].revert()
                self._tell(name, "")
                if self.key is not None:
                    self._drafts.pop((self.key, name), None)
                return True
        return super().eventFilter(watched, event)

    def _is_draft(self, name: str) -> bool:
        """Whether a field holds what is not, and will not be, in the database."""
        if not self.editors[name].changed() or (self.key, name) in self._sent:
            return False
        return self.is_unsent or bool(self._errors[name].text())


def field_label(spec: FieldSpec) -> str:
    """The field's name in the user's language."""
    return QCoreApplication.translate("fields", spec.label)
