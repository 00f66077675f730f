"""The fields of a person; a new one is stored when her name has been left, not between its two parts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.editors import FoldedCompleter
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.services import known_people
from tn_desktop.services.known_people import Known

NAME_FIELDS = ("given_name", "family_name")
OFFERED = 4
"""More namesakes are counted, not listed."""


class PersonForm(FieldForm):
    """All fields of a person in groups.

    Signals:
        namesakes_found(object): people of the name that is being typed for a new one (a list of Known).
    """

    namesakes_found = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "people", parent)
        self._beside: QWidget | None = None
        self.heading(self.tr("Name"))
        self.add("given_name", "family_name", "label")
        self.heading(self.tr("Contact"))
        self.add("phone", "email", "province", "district")
        self.heading(self.tr("School"))
        self.add("institution", "subject")
        self.heading(self.tr("In the network"))
        self.add("roles", "expertise", "interests", "notes")
        self.heading(self.tr("Seldom needed"))
        self.add("other_names", "country")
        self.editors["label"].setPlaceholderText(self.tr("Tells namesakes apart: “the younger”, “4-A” …"))
        for name in NAME_FIELDS:
            self.editors[name].textEdited.connect(self._look_for_namesakes)
        self.editors["subject"].setCompleter(FoldedCompleter([], self.editors["subject"]))
        self.editors["subject"].textEdited.connect(self._offer_subjects)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def keep_waiting_in(self, widget: QWidget) -> None:
        """A place beside the form (the namesakes) that belongs to the name: going there stores nothing yet."""
        self._beside = widget

    def save(self, name: str) -> None:
        """Store a field; the name of a new person only by Enter or when it is left as a whole."""
        if self._new is None or name not in NAME_FIELDS:
            super().save(name)
            return
        self._new[name] = self.editors[name].typed()
        if self.editors[name].hasFocus():
            self._save_new(name)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._new is not None and now is not None and self._in_name(old) and not self._in_name(now):
            for name in NAME_FIELDS:
                self._save_new(name)

    def _in_name(self, widget: QWidget | None) -> bool:
        if widget is None:
            return False
        beside = self._beside is not None and self._beside.isAncestorOf(widget)
        return beside or any(self.editors[name] is widget for name in NAME_FIELDS)

    def _offer_subjects(self, typed: str) -> None:
        """Offer the subject as it is spelled elsewhere, so that it is counted as one."""
        self._context.tasks.read(
            lambda connection: known_people.known_subjects(connection, typed),
            self._on_subjects,
            owner=self,
            channel="subjects",
        )

    def _on_subjects(self, found: list[str]) -> None:
        line = self.editors["subject"]
        completer = line.completer()
        if isinstance(completer, FoldedCompleter) and line.hasFocus():
            completer.words.set_words(found)
            completer.setCompletionPrefix(line.text())
            if found and found != [line.text()]:
                completer.complete()
            else:
                popup = completer.popup()
                if popup is not None:
                    popup.hide()

    def _look_for_namesakes(self) -> None:
        if self._new is None:
            return
        given, family = (str(self.editors[name].typed()) for name in NAME_FIELDS)
        self._context.tasks.read(
            lambda connection: known_people.namesakes(connection, given, family),
            self._on_namesakes,
            owner=self,
            channel="namesakes",
        )

    def _on_namesakes(self, found: list[Known]) -> None:
        self.namesakes_found.emit(found if self._new is not None else [])


class NamesakeButtons(QWidget):
    """One button for each known namesake, which opens her instead.

    Attributes:
        after: the field after which the buttons come by Tab.

    Signals:
        chosen(int): her id.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.after: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_namesakes(self, found: list[Known]) -> None:
        """Offer the first of them; Tab from the family name comes here."""
        before = self.after
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for known in found[:OFFERED]:
            button = QPushButton(self.tr("Open {name}").format(name=_line(known)))
            button.setAutoDefault(True)
            button.setToolTip(_line(known))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setStyleSheet("text-align: left; padding: 4px 8px;")
            button.clicked.connect(lambda _checked=False, key=known.id: self.chosen.emit(key))
            self._column.addWidget(button)
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button


def _line(known: Known) -> str:
    return f"{known.name} · {known.detail}" if known.detail else known.name
