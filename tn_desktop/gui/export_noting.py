"""Writing down what left the program, from the parts of the window that let it go."""

from typing import TYPE_CHECKING

from tn_desktop.gui.context import Context
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tn_desktop.store.unit_of_work import UnitOfWork


def note_export(
    context: Context, name: str, kind: str, people: int, *, contacts: bool, scope: str = "", recipient: str = ""
) -> None:
    """Write a line of the log of exports; see services/export_log.Exported for what the arguments are."""

    def note(uow: "UnitOfWork") -> Changes:
        from tn_desktop.services import export_log

        one = export_log.Exported(name, kind, scope, people, contacts, recipient=recipient)
        export_log.note(uow, one, context.now())
        return uow.changes()

    context.tasks.write(QT_TRANSLATE_NOOP("history", "Export"), note)
