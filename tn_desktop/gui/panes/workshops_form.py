"""The fields of a workshop, and the chain of workshops that repeat one another."""

from typing import Any, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.chips import CommunitiesField
from tn_desktop.gui.widgets.editors import ChoiceEditor, show_date
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.format_choice import FormatChoice
from tn_desktop.gui.widgets.look import LinkButton, ToneLabel
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.services.repeating import Link

LED_BY: Final = {
    "1": QT_TRANSLATE_NOOP("words", "Teachers"),
    "0": QT_TRANSLATE_NOOP("words", "Others"),
}
SHOWN: Final = 12
"""Workshops of a chain that are named; a longer one has its last ones."""


class LedByChoice(ChoiceEditor):
    """Whether teachers led it: yes, no, or not said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LED_BY, empty=True, parent=parent)

    def show_value(self, value: Any) -> None:
        """Show a stored flag."""
        super().show_value(None if value is None else str(int(value)))


class ChainLinks(QWidget):
    """The workshops of a chain, each a link but the one that is shown.

    Signals:
        wanted(int): go to that workshop.
    """

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[int, tuple[Link, ...]] = (0, ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_chain(self, here: int, links: tuple[Link, ...]) -> None:
        """Show a chain; `here` is the workshop whose page this is."""
        if (here, links) == self._shown:
            return
        self._shown = (here, links)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for link in links[-SHOWN:]:
            self._column.addWidget(self._line(link, link.id == here))

    def _line(self, link: Link, here: bool) -> QWidget:
        parts = (show_date(link.starts_at[:10]), province_name(link.province), link.title)
        text = " · ".join(part for part in parts if part)
        if here:
            return ToneLabel(f"→ {text}")
        button = LinkButton()
        button.setText(text)
        button.setMinimumSize(QSize(0, 24))
        button.clicked.connect(lambda: self.wanted.emit(link.id))
        return button


class WorkshopForm(FieldForm):
    """All fields of a workshop, its communities among them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "workshops", parent)
        self.add("title", "kind")
        of_format = FormatChoice()
        of_format.set_up(context)
        self.add_editor("format", of_format)
        self.add("province")
        self.communities = CommunitiesField()
        title = self.tr("Communities")
        self.communities.set_up(context, title, self.tr("Type a community's name, Enter adds"))
        self.add_widget(title, self.communities, "communities")
        self.communities.changed.connect(
            lambda: self.change({"communities": [known.id for known in self.communities.chosen]})
        )
        self.heading(self.tr("Whose it is"))
        self.add("initiated_by", "led_by")
        self.add_editor("teacher_led", LedByChoice())
        self.heading(self.tr("What it is about"))
        self.add("themes", "skills", "description", "notes")
        self.heading(self.tr("Held again"))
        self.add("repeat_of")
        self.chain = ChainLinks()
        self.chain.wanted.connect(context.navigator.workshop_wanted)
        self.add_widget(self.tr("The whole series"), self.chain)
