"""What is to become of one row of an import: the choices for it, with what speaks for each."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.exchange.differing import field_label, listed, mark_words, session_words
from tn_desktop.exchange.plan import (
    DOUBTFUL,
    MARKS,
    REFUSED,
    Candidate,
    Decision,
    FieldChange,
    PlannedMark,
    PlannedSession,
    PlanRow,
    reason_text,
)
from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.look import ROOMY, ToneLabel
from tn_desktop.gui.widgets.record_values import value_text
from tn_desktop.model.registry import ENTITIES

NOTHING = Decision()


class DecisionPanel(QWidget):
    """The choices for one row.

    Attributes:
        kind, sessions: what the rows are and which sessions their marks are of, as in `ImportPlan`.

    Signals:
        decided(int, object): the row's position and its `Decision`.
        likewise(object): this `Decision` is wanted for every row in doubt that allows it.
        marks_likewise(bool): of every mark that differs the one of the file is wanted, or the stored one.
        go_on: Enter was pressed: the next row that waits for a word.
    """

    decided = Signal(int, object)
    likewise = Signal(object)
    marks_likewise = Signal(bool)
    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = "people"
        self.sessions: Sequence[PlannedSession] = ()
        self._row: PlanRow | None = None
        self._decision = NOTHING
        self._parts: list[QWidget] = []
        self._group = QButtonGroup(self)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(8, 8, 8, 8)
        self._whole.setSpacing(6)
        self._whole.addStretch(1)

    def show_row(self, row: PlanRow | None, decision: Decision = NOTHING) -> None:
        """Show the choices of a row, with the one taken so far."""
        for part in self._parts:
            self._whole.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        self._group = QButtonGroup(self)
        self._row, self._decision = row, decision
        if row is None:
            return
        for reason in row.reasons:
            self._add(
                _wrapped(ToneLabel(reason_text(reason, translate), "wrong" if row.verdict == REFUSED else "quiet"))
            )
        if row.verdict == DOUBTFUL:
            self._doubt(row)
        elif row.verdict == REFUSED:
            if complete(self.kind, row):
                self._add(
                    self._check(
                        self.tr("Take the row, without the value that is wrong"),
                        decision.without_wrong,
                        lambda on: replace(self._decision, without_wrong=on),
                    )
                )
        else:
            for box in self._differences(row):
                self._add(box)
            if any(mark.differs for mark in row.marks):
                self._add_marks_likewise()
            self._add(
                self._check(
                    self.tr("Leave this row out"),
                    decision.action == "skip",
                    lambda on: replace(self._decision, action="skip" if on else ""),
                )
            )

    def take_focus(self) -> None:
        """Begin with the first choice."""
        for part in self._parts:
            if isinstance(part, QRadioButton | QCheckBox):
                part.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on.emit()
        else:
            super().keyPressEvent(event)

    def _doubt(self, row: PlanRow) -> None:
        for candidate in row.candidates:
            chosen = decision_for(candidate)
            radio = self._radio(_candidate_text(candidate), chosen)
            if chosen.action != "skip":
                self._beside(candidate, radio)
        new = (
            self.tr("Somebody new of the same name") if of_people(self.kind) else self.tr("A new one of the same name")
        )
        self._radio(new, Decision("new"))
        self._radio(self.tr("Leave this row out"), Decision("skip"))
        line = QWidget()
        buttons = QHBoxLayout(line)
        buttons.setContentsMargins(0, 4, 0, 0)
        for text, decision in self._for_all():
            button = QPushButton(text)
            button.setMinimumHeight(ROOMY)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, one=decision: self.likewise.emit(one))
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._add(line)

    def _for_all(self) -> Sequence[tuple[str, Decision | None]]:
        if not of_people(self.kind):
            return (
                (self.tr("All in doubt: the one &found"), None),
                (self.tr("All in doubt: &new ones"), Decision("new")),
                (self.tr("All in doubt: &leave out"), Decision("skip")),
            )
        return (
            (self.tr("All in doubt: the person &found"), None),
            (self.tr("All in doubt: so&mebody new"), Decision("new")),
            (self.tr("All in doubt: &leave out"), Decision("skip")),
        )

    def _beside(self, candidate: Candidate, button: QRadioButton) -> None:
        """What the row would change of somebody, below her; what differs can be taken once she is chosen."""
        if candidate.fills:
            text = self.tr("Fills in: {fields}").format(fields=listed(self.kind, candidate.fills, translate))
            self._add(_indented(_wrapped(ToneLabel(text, "quiet"))))
        for box in self._differences(candidate):
            self._only_with(button, box)

    def _only_with(self, button: QRadioButton, box: QCheckBox) -> None:
        """Show a choice while another one is taken; without that one it is not taken either."""
        line = _indented(box)

        def follow(on: bool) -> None:
            line.setVisible(on)
            if not on:
                with QSignalBlocker(box):
                    box.setChecked(False)

        self._add(line)
        follow(button.isChecked())
        button.toggled.connect(follow)

    def _radio(self, text: str, decision: Decision) -> QRadioButton:
        button = QRadioButton(text)
        button.setAccessibleName(text)
        with QSignalBlocker(button):
            button.setChecked((self._decision.action, self._decision.person) == (decision.action, decision.person))
        button.clicked.connect(lambda: self._choose(decision))
        self._group.addButton(button)
        self._add(button)
        return button

    def _choose(self, decision: Decision) -> None:
        """Another choice; the same one once more leaves what was taken with it."""
        if (self._decision.action, self._decision.person) != (decision.action, decision.person):
            self._decide(decision)

    def _differences(self, beside: PlanRow | Candidate) -> list[QCheckBox]:
        """A choice for each field and each mark that differs."""
        marks = [self._mark(mark, beside) for mark in beside.marks if mark.differs]
        return [*map(self._difference, beside.differs), *marks]

    def _mark(self, mark: PlannedMark, beside: PlanRow | Candidate) -> QCheckBox:
        stored, given = mark_words(mark, translate)
        text = self.tr("{field}: take “{given}” instead of “{stored}”").format(
            field=session_words(self.sessions[mark.session]), given=given, stored=stored
        )
        differing = frozenset(one.session for one in beside.marks if one.differs)

        def with_mark(on: bool) -> Decision:
            chosen = differing if MARKS in self._decision.take else self._decision.marks
            chosen = chosen | {mark.session} if on else chosen - {mark.session}
            return replace(self._decision, take=self._decision.take - {MARKS}, marks=chosen)

        return self._check(text, self._decision.takes(mark), with_mark)

    def _add_marks_likewise(self) -> None:
        line = QWidget()
        buttons = QHBoxLayout(line)
        buttons.setContentsMargins(0, 4, 0, 0)
        for text, take in (
            (self.tr("All rows: the marks of the &file"), True),
            (self.tr("All rows: the &stored marks"), False),
        ):
            button = QPushButton(text)
            button.setMinimumHeight(ROOMY)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, one=take: self.marks_likewise.emit(one))
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._add(line)

    def _difference(self, change: FieldChange) -> QCheckBox:
        stored, given = shown(self.kind, change)
        text = self.tr("{field}: take “{given}” instead of “{stored}”").format(
            field=field_label(self.kind, change.field, translate), given=given, stored=stored
        )
        taken = change.field in self._decision.take

        def with_field(on: bool) -> Decision:
            kept = self._decision.take - {change.field}
            return replace(self._decision, take=kept | {change.field} if on else kept)

        return self._check(text, taken, with_field)

    def _check(self, text: str, on: bool, decision: Callable[[bool], Decision]) -> QCheckBox:
        box = QCheckBox(text)
        box.setAccessibleName(text)
        box.setChecked(on)
        box.toggled.connect(lambda checked: self._decide(decision(checked)))
        return box

    def _decide(self, decision: Decision) -> None:
        assert self._row is not None
        self._decision = decision
        self.decided.emit(self._row.row, decision)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._whole.insertWidget(self._whole.count() - 1, part)
        # At once rather than with the next events: Enter may want to go there now.
        part.show()


def decision_for(candidate: Candidate) -> Decision:
    """The user's word that a row means this one."""
    if candidate.person is not None:
        return Decision("person", candidate.person)
    return Decision("skip") if candidate.row is None else Decision("row", candidate.row)


def _candidate_text(candidate: Candidate) -> str:
    evidence = translate("import", candidate.evidence)
    about = " · ".join(part for part in (candidate.name, candidate.detail) if part)
    if candidate.person is None:
        text = QCoreApplication.translate("DecisionPanel", "The person further up in this list: {about} ({evidence})")
    else:
        text = QCoreApplication.translate("DecisionPanel", "Already stored: {about} ({evidence})")
    return text.format(about=about, evidence=evidence)


def of_people(kind: str) -> bool:
    """Whether the rows of a plan of this kind are people."""
    return kind in ("people", "attendance")


def complete(kind: str, row: PlanRow) -> bool:
    """Whether a row could do without the values that are wrong: what it must have is there."""
    if of_people(kind):
        return bool(row.values.get("given_name") or row.values.get("family_name"))
    return all(row.values.get(field.name) for field in ENTITIES[kind].fields if field.required)


def shown(kind: str, change: FieldChange) -> tuple[str, str]:
    """What is stored and what the list says, as people read it."""
    if change.texts is not None:
        return change.texts
    entity = "people" if of_people(kind) else kind
    return value_text(entity, change.field, change.stored), value_text(entity, change.field, change.given)


def _indented(part: QWidget) -> QWidget:
    line = QWidget()
    whole = QHBoxLayout(line)
    whole.setContentsMargins(24, 0, 0, 0)
    whole.addWidget(part, 1)
    return line


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    return label
