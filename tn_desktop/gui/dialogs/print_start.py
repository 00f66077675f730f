"""Opens the print preview for sessions of the running program: its data by tasks, its choices in the settings."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.print_preview import (
    Failed,
    PreviewChoices,
    PreviewParts,
    PrintPreview,
    SessionChoice,
    Sheets,
)
from tn_desktop.gui.export_noting import note_export
from tn_desktop.gui.file_names import documents
from tn_desktop.services import attendance, export_log, sheet_data
from tn_desktop.services.attendance import SessionHead
from tn_desktop.sheets.options import SheetOptions
from tn_desktop.sheets.wording import date_text, time_text

_CHOICES: Final = "print/sheet"
_FOLDER: Final = "print/folder"


def show_print_preview(
    context: Context, sessions: Sequence[int], parent: QWidget, shown: Callable[[PrintPreview], None] | None = None
) -> None:
    """Read the sessions' workshop and show the preview with these sessions chosen.

    Args:
        sessions: ids of sessions of one workshop; the others of that workshop are offered too.
        shown: called with the dialog when it is open.
    """

    def open_dialog(heads: tuple[SessionHead, ...]) -> None:
        dialog = _preview(context, heads, sessions, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        if shown is not None:
            shown(dialog)

    def heads_of(connection: Any) -> tuple[SessionHead, ...]:
        return attendance.session_heads(connection, attendance.session_head(connection, sessions[0]).workshop_id)

    context.tasks.read(heads_of, open_dialog, owner=parent)


def _preview(context: Context, heads: Sequence[SessionHead], chosen: Sequence[int], parent: QWidget) -> PrintPreview:
    def load(
        owner: QObject, ids: tuple[int, ...], together: bool, done: Callable[[Sheets], None], failed: Failed
    ) -> None:
        read = sheet_data.session_sheet_data if together else sheet_data.separate_sheets
        context.tasks.read(lambda connection: read(connection, ids), done, failed, owner=owner, channel="sheet")

    def run(owner: QObject, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed) -> None:
        context.tasks.run(lambda _task: work(), done, failed, owner=owner)

    def remember(choices: PreviewChoices) -> None:
        _remember(context, choices)
        context.choices.put(_FOLDER, parts.folder)

    def left(name: str, people: int, contacts: bool, recipient: str) -> None:
        note_export(context, name, export_log.SHEET, people, contacts=contacts, recipient=recipient)

    parts = PreviewParts(
        left=left,
        load=load,
        remember=remember,
        run=run,
        folder=str(context.choices.value(_FOLDER, "") or documents()),
    )
    dialog = PrintPreview([_choice(head) for head in heads], chosen, _remembered(context), parts, parent)
    context.tasks.read(export_log.recipients, dialog.ui.recipient.offer, owner=dialog)
    if heads:
        dialog.setWindowTitle(f"{dialog.windowTitle()} · {heads[0].workshop}")
    return dialog


def _choice(head: SessionHead) -> SessionChoice:
    number = QCoreApplication.translate("PrintPreview", "Session {number}").format(number=head.number)
    when = f"{date_text(head.starts_at)} {time_text(head.starts_at)}".strip()
    return SessionChoice(head.id, " · ".join(part for part in (number, when, head.title) if part))


def _remember(context: Context, choices: PreviewChoices) -> None:
    kept = asdict(choices.options) | {"together": choices.together}
    if kept["language"] == context.language:
        # Chosen only when it differs, so that it follows the window's language from then on.
        del kept["language"]
    context.choices.put(_CHOICES, json.dumps(kept, ensure_ascii=False))


def _remembered(context: Context) -> PreviewChoices:
    """The choices of the last time; what does not fit any more is left at its default."""
    try:
        kept = json.loads(str(context.choices.value(_CHOICES, "{}")))
    except json.JSONDecodeError:
        kept = {}
    kept = kept if isinstance(kept, dict) else {}
    usual = SheetOptions(language="en" if context.language == "en" else "tr")
    fitting = {
        field.name: kept[field.name]
        for field in fields(SheetOptions)
        if type(kept.get(field.name)) is type(getattr(usual, field.name))
    }
    options = SheetOptions(**(asdict(usual) | fitting | {"phone": False, "email": False}))
    return PreviewChoices(options, kept.get("together") is not False)
