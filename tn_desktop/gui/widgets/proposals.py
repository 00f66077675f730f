"""Who could help with a need: a list with the reasons in words; Enter goes there, Space logs an enquiry."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.keyed_table import KeyedTable
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import engagements, proposals
from tn_desktop.services.proposals import PERSON, Proposal

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.store.unit_of_work import UnitOfWork

LOG_ENQUIRY = QT_TRANSLATE_NOOP("history", "Log an enquiry with who was proposed")
TABLES = ("stakeholder", "person", "need", "community", "engagement", "community_stakeholder", "membership")

TWO_LINES = 10
"""Pixels of a row beyond its two lines."""


class _Row:
    """A proposal with an id of its own: a person and a stakeholder may have the same."""

    __slots__ = ("key", "proposal")

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.key = 2 * proposal.id + (proposal.kind == PERSON)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Row) and other.proposal == self.proposal

    __hash__ = None  # type: ignore[assignment]


class ProposalsTable(KeyedTable):
    """Proposals for one need; `set_up` it, then `show_need`.

    Attributes:
        need: id of the need, or None.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.need: int | None = None
        self._context: Context | None = None
        self._stale = False
        self._model = RowsModel(
            (
                Cell("name", self.tr("Who could help"), _name, tooltip=_name, width=22),
                Cell("why", self.tr("Why"), self._why, grows=True, tooltip=self._why, width=40),
                Cell("type", self.tr("Type"), self._type, width=12, spare=2),
            ),
            "key",
            self,
        )
        self.set_rows_model(self._model)
        # Names and reasons are long: two lines for each.
        self.setWordWrap(True)
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + TWO_LINES)
        self.setSelectionMode(KeyedTable.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Who could help"))
        self.setAccessibleDescription(self.tr("Enter shows the page, Space logs an enquiry."))
        self.empty_text = self.tr(
            "Nobody matches yet. Give the need themes, and the stakeholders disciplines, themes and a province.",
        )
        self.opened.connect(self._go)
        self.spaced.connect(lambda _row: self.log_enquiry())

    def set_up(self, context: Context) -> None:
        """Give it the program's parts."""
        self._context = context
        context.tasks.changed.connect(self._on_changed)

    def show_need(self, need: int | None) -> None:
        """Show who is proposed for a need."""
        self.need = need
        if need is None:
            self.show_rows(())
        elif self.isVisible():
            self._read()
        else:
            self._stale = True

    def log_enquiry(self) -> None:
        """Space: log an enquiry about the need with the chosen one."""
        row, need, context = self.current_row(), self.need, self._context
        if row is None or need is None or context is None:
            return
        proposal, today = row.proposal, context.now().date()

        def write(uow: "UnitOfWork") -> Changes:
            return engagements.log_proposal(uow, proposal.kind, proposal.id, need, today)

        told = self.tr("Enquiry logged: {name}").format(name=proposal.name)
        navigator = context.navigator
        context.tasks.write(
            LOG_ENQUIRY,
            write,
            done=lambda _changes: navigator.told.emit(told),
            failed=lambda error: navigator.told.emit(sentence(error)),
            owner=self,
        )

    def _read(self) -> None:
        need, context = self.need, self._context
        if need is None or context is None:
            return
        self._stale = False

        def query(connection: "Connection") -> tuple[Proposal, ...]:
            return proposals.for_need(connection, need)

        def show(found: tuple[Proposal, ...]) -> None:
            if need == self.need:
                self.show_rows([_Row(one) for one in found])
                if found and self.hasFocus() and not self.currentIndex().isValid():
                    self.selectRow(0)

        context.tasks.read(query, show, failed=lambda _error: self.show_rows(()), owner=self, channel="proposals")

    def reasons(self, proposal: Proposal) -> str:
        """Why somebody is proposed, in words: “Theme: reading · Same province · 3 talks”."""
        parts = []
        if proposal.themes:
            parts.append(self.tr("Theme: {words}").format(words=", ".join(proposal.themes)))
        if proposal.disciplines:
            parts.append(self.tr("Expertise: {words}").format(words=", ".join(proposal.disciplines)))
        if proposal.same_province:
            parts.append(self.tr("Same province"))
        elif proposal.nationwide:
            parts.append(self.tr("Nationwide"))
        elif proposal.province:
            parts.append(proposal.province)
        if proposal.member:
            member = self.tr("Member of the community")
            parts.append(member if proposal.kind == PERSON else self.tr("Supports the community"))
        if proposal.engagements:
            talks = self.tr("%n talk(s)", "", proposal.engagements)
            parts.append(f"{talks}, {show_date(proposal.last)}" if proposal.last else talks)
        return " · ".join(parts)

    def _why(self, row: _Row) -> str:
        return self.reasons(row.proposal)

    def _type(self, row: _Row) -> str:
        if row.proposal.kind == PERSON:
            return self.tr("Person")
        return vocabulary.word(vocabulary.STAKEHOLDER_TYPE, row.proposal.type or None, translate)

    def _go(self, row: _Row) -> None:
        if self._context is not None:
            navigator, proposal = self._context.navigator, row.proposal
            wanted = navigator.person_wanted if proposal.kind == PERSON else navigator.stakeholder_wanted
            wanted.emit(proposal.id)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if self.need is not None and changes.touches(*TABLES):
            if self.isVisible():
                self._read()
            else:
                self._stale = True

    def showEvent(self, event: Any) -> None:
        """Read what was not read while it could not be seen."""
        super().showEvent(event)
        if self._stale:
            self._read()


def _name(row: _Row) -> str:
    return row.proposal.name
