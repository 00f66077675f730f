"""Asks what marks mean that a list leaves open: “In this list, G means …”."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tn_desktop.exchange.marks import Scheme
from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.look import ToneLabel
from tn_desktop.model.vocabulary import ATTENDANCE_STATUS, WORDS


class MarkChoices(QWidget):
    """One line for the reasons, and a list of statuses for each mark in doubt; hidden when there is nothing to say.

    Signals:
        decided(dict): mark -> status, all that the user has decided.
    """

    decided = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decided: dict[str, str] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._reasons = ToneLabel()
        self._reasons.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._reasons)
        whole.addLayout(self._row)
        self.hide()

    def show_scheme(self, scheme: Scheme | None, decided: dict[str, str] | object = None) -> None:
        """Show what a list's marks mean; ask for those that stayed open, and for those decided before."""
        self._decided = dict(decided) if isinstance(decided, dict) else {}
        doubtful = sorted({*(scheme.doubtful if scheme else ()), *self._decided})
        if list(self._boxes) != doubtful:
            self._rebuild(doubtful)
        for mark, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(self._decided.get(mark, ""))))
        self._reasons.setText(" ".join(r.text(translate) for r in scheme.explanations) if scheme else "")
        self._reasons.setVisible(bool(self._reasons.text()))
        self.setVisible(bool(doubtful) or bool(self._reasons.text()))

    def _rebuild(self, marks: list[str]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._boxes = {}
        for mark in marks:
            label = QLabel(self.tr("“{mark}” means").format(mark=mark.upper()))
            box = QComboBox()
            box.addItem(self.tr("— not known: leave unmarked —"), "")
            for status, word in ATTENDANCE_STATUS.items():
                box.addItem(translate(WORDS, word), status)
            box.setAccessibleName(label.text())
            box.activated.connect(lambda _at, one=mark: self._decide(one))
            label.setBuddy(box)
            self._row.addWidget(label)
            self._row.addWidget(box)
            self._boxes[mark] = box
        self._row.addStretch(1)

    def _decide(self, mark: str) -> None:
        status = self._boxes[mark].currentData()
        if status:
            self._decided[mark] = status
        else:
            self._decided.pop(mark, None)
        self.decided.emit(dict(self._decided))
