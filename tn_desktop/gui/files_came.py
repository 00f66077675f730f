"""Telling the window that contents of files of outputs came: no row was written, but pages show more than before."""

from tn_desktop.gui.tasks import Tasks
from tn_desktop.model.changes import Changes


def tell_files_came(tasks: Tasks) -> None:
    """Have the pages of outputs read again."""
    tasks.changed.emit(Changes(changed={"output": ()}), None)
