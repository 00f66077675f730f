"""Writing down what left the program, from the parts of the window that let it go."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from tn_desktop.gui.context import Context
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import export_log

if TYPE_CHECKING:
    from tn_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Leaving:
    """What the log says of a document or a text that leaves; see services/export_log.Exported.

    Attributes:
        asks: whether it is asked who is given it. A slip stays with the one who signs it, a card holds nobody's data.
    """

    kind: str
    people: int = 0
    contacts: bool = False
    scope: str = ""
    asks: bool = False


def note_export(
    context: Context, name: str, kind: str, people: int, *, contacts: bool, scope: str = "", recipient: str = ""
) -> None:
    """Write a line of the log of exports; see services/export_log.Exported for what the arguments are."""
    note_leaving(context, name, Leaving(kind, people, contacts, scope), recipient)


def note_leaving(context: Context, name: str, leaving: Leaving, recipient: str = "") -> None:
    """Write down that this left under that name, or on paper (export_log.PRINT)."""
    one = export_log.Exported(name, leaving.kind, leaving.scope, leaving.people, leaving.contacts, recipient=recipient)

    def note(uow: "UnitOfWork") -> Changes:
        export_log.note(uow, one, context.now())
        return uow.changes()

    context.tasks.write(QT_TRANSLATE_NOOP("history", "Export"), note)


def copy_text(context: Context, text: str, leaving: Leaving) -> None:
    """Put data on the clipboard for another program, and write that down. The window has no other way to do it.

    No line or cell of it becomes a formula where it is pasted; what she selects in a field or copies of one cell of a
    table is hers as it stands.
    """
    from tn_desktop.exchange.export import safe

    QGuiApplication.clipboard().setText(safe.clipboard(text))
    note_leaving(context, export_log.CLIPBOARD, leaving)
