"""The tab ‹Path›: the five steps of becoming a network, what is there of each, and what to do next."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import NeedsWish, translate
from tn_desktop.gui.need_labels import STAGE
from tn_desktop.gui.path_words import ACTIONS, NAMES, PathFacts, asks
from tn_desktop.gui.widgets.flow import FlowLayout
from tn_desktop.gui.widgets.look import ROOMY, Heading, ToneLabel
from tn_desktop.gui.widgets.path_strip import Stop
from tn_desktop.gui.widgets.people_picker import RecordPicker
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.services import records
from tn_desktop.services.community_path import STAGES, Path, Step
from tn_desktop.services.known_people import Known

if TYPE_CHECKING:
    from tn_desktop.gui.panes.communities_page import CommunityDetail

SUPPORT: Final = "network"
"""The step at which supporters are added."""


class StepCard(QFrame):
    """One step.

    Attributes:
        here: the button that says that the community stands here.
    """

    def __init__(self, number: int, stage: str, act: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._act = act
        self.stage = stage
        self.title = Heading(vocabulary.word(vocabulary.COMMUNITY_STAGE, stage, translate), by=1.1)
        self.title.setWordWrap(True)
        self.title.setAccessibleName(self.tr("Step {number}").format(number=number))
        self.state = ToneLabel()
        self.here = QPushButton(self.tr("We are here"))
        self.here.setAutoDefault(False)
        self.here.setMinimumHeight(ROOMY)
        self.asks = ToneLabel(asks(stage))
        self.asks.setWordWrap(True)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.refusal_place = QVBoxLayout()
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions, 8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        head.addWidget(self.here)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.asks)
        column.addWidget(self.said)
        column.addWidget(self.facts)
        column.addWidget(self._actions)
        column.addLayout(self.refusal_place)

    def show_step(self, step: Step, said: str, facts: str, here: bool) -> None:
        """Show what its members wrote, what is there of it in words, and whether the community stands here."""
        self.said.setText(f"“{said}”" if said else "")
        self.said.setVisible(bool(said))
        self.facts.setText(facts)
        self.state.setText(self.tr("✔ all there") if step.done else "")
        self.state.set_tone("good")
        self.here.setText(self.tr("● We are here") if here else self.tr("We are here"))
        self.here.setEnabled(not here)
        self.here.setAccessibleDescription(self.title.text())
        wanted = list(step.missing)
        if [button.property("action") for button in self.buttons()] != wanted:
            self._make_buttons(wanted)
        self._actions.setVisible(bool(wanted))

    def buttons(self) -> list[QPushButton]:
        """What can be done next."""
        return [child for child in self._actions.findChildren(QPushButton) if child.property("action")]

    def _make_buttons(self, wanted: list[str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setProperty("action", None)
                widget.hide()
                widget.deleteLater()
        for name in wanted:
            button = QPushButton(translate("Path", ACTIONS[name]))
            button.setProperty("action", name)
            button.setAutoDefault(False)
            button.setMinimumHeight(ROOMY)
            button.clicked.connect(lambda _checked=False, name=name: self._act(name))
            self._flow.addWidget(button)
            button.show()
        self._flow.invalidate()
        self._actions.updateGeometry()


class PathTab(QObject):
    """The tab ‹Path› of a community's page, and the strip above the tabs."""

    def __init__(self, page: "CommunityDetail") -> None:
        super().__init__(page)
        self._page = page
        self._ui = page.ui
        self._facts = PathFacts(self)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.go_on = QPushButton()
        self.go_on.setAutoDefault(False)
        self.go_on.setMinimumHeight(ROOMY)
        self.go_on.clicked.connect(self._go_on)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.hint, 1)
        line.addWidget(self.go_on)
        self._ui.path_place.addLayout(line)
        self._ui.path_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards = {stage: StepCard(number, stage, self._act) for number, stage in enumerate(STAGES, start=1)}
        for stage, card in self.cards.items():
            card.here.clicked.connect(lambda _checked=False, stage=stage: self._stand(stage))
            self._ui.path_place.addWidget(card)
        self._ui.path_place.addStretch(1)
        self.supporter = RecordPicker("stakeholders")
        self.supporter.set_up(page.context, allow_new=False)
        self.supporter.setPlaceholderText(self.tr("Add a supporter: type a stakeholder's name, ↓ shows all"))
        self.supporter.setAccessibleName(self.tr("Add a supporter"))
        self.supporter.setMinimumHeight(ROOMY)
        self.supporter.picked.connect(self._support)
        self.supporter.refused.connect(page.context.navigator.told)
        self.cards[SUPPORT].refusal_place.addWidget(self.supporter)
        self._ui.path.opened.connect(self._open)
        self._path: Path | None = None

    def show(self, path: Path, said: Mapping[str, str]) -> None:
        """Show where a community is; `said` is what was written at a step: its issue, its goals."""
        self._path = path
        stops = []
        for step in path.steps:
            name = translate("Path", NAMES[step.stage])
            facts = self._facts.of(step)
            stops.append(Stop(name, f"{asks(step.stage)} {facts}", step.done, step.stage == path.stage))
            self.cards[step.stage].show_step(step, said.get(step.stage, ""), facts, step.stage == path.stage)
        self._ui.path.show_stops(tuple(stops))
        reached = vocabulary.word(vocabulary.COMMUNITY_STAGE, path.reached, translate)
        self.hint.setText(
            self.tr("The data says that the community is further: {step}.").format(step=reached)
            if path.ahead
            else self.tr("What each step asks for, what is there already, and what comes next.")
        )
        self.go_on.setVisible(path.ahead)
        self.go_on.setText(self.tr("Move there"))

    def clear(self) -> None:
        """No community, or one that is not stored yet."""
        self._path = None
        self._ui.path.show_stops(())

    # --- moving along

    def _open(self, number: int) -> None:
        self._ui.tabs.setCurrentWidget(self._ui.path_tab)
        card = self.cards[STAGES[number]]
        self._ui.path_area.ensureWidgetVisible(card)
        target: QWidget = next(iter(card.buttons()), card.here)
        if target.isEnabled():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if self._path is not None:
            self._stand(self._path.reached)

    def _stand(self, stage: str) -> None:
        key = self._page.key
        if key is not None:
            self._page.write(STAGE, lambda uow: records.change(uow, "communities", key, {"stage": stage}))

    def _support(self, known: Known) -> None:
        key = self._page.key
        if key is not None:
            self._page.write(
                ADDING["community_stakeholders"],
                lambda uow: records.add(uow, "community_stakeholders", {"community": key, "stakeholder": known.id}),
            )

    # --- what comes next

    def _act(self, name: str) -> None:
        page, ui, navigator = self._page, self._ui, self._page.context.navigator
        if page.key is None:
            return
        if name in ("issue", "goals"):
            ui.tabs.setCurrentWidget(ui.details_tab)
            page.form.editors[name].setFocus(Qt.FocusReason.OtherFocusReason)
        elif name in ("members", "leader"):
            ui.tabs.setCurrentWidget(ui.members_tab)
            (ui.add_member if name == "members" else ui.members).setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == "need":
            ui.tabs.setCurrentWidget(ui.needs_tab)
            ui.add_need.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == "votes":
            navigator.needs_wanted.emit(NeedsWish("count", page.key, page.title))
        elif name == "chosen":
            page.decide(())
        elif name == "activity":
            ui.plan.click()
        elif name == "stakeholder":
            self.supporter.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            navigator.pane_wanted.emit("stakeholders")
