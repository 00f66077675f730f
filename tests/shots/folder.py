"""Pictures of the shared folder's row: not chosen, at work, in trouble."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.shots.registry import NOW, Stage, shot
from tn_desktop.exchange.folder.passing import NO_FOLDER
from tn_desktop.gui.folder_watch import FolderWatch
from tn_desktop.gui.widgets.folder_row import FolderRow
from tn_desktop.model.errors import FileRefused


@shot("folder-row", size=(1200, 420), empty=True)
def folder_row(stage: Stage) -> QWidget:
    """What the row says, one state below the other."""
    page = QWidget()
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(24)
    for number in range(4):
        watch = FolderWatch(stage.context, page)
        row = FolderRow(stage.context, watch, page)
        if number:
            stage.context.choices.put("exchange/syncFolder", "C:/Users/Ayşe/Nextcloud/Öğretmen Ağı")
            watch.looked_at, watch.waiting = NOW, ("a.xlsx",) if number == 2 else ()
        if number == 3:
            watch.trouble_now = FileRefused(NO_FOLDER, folder="E:/Öğretmen Ağı")
            watch.keeper = "OneDrive"
        watch.shown.emit()
        column.addWidget(row)
    column.addStretch(1)
    page.resize(1000, 420)
    page.show()
    stage.settle()
    stage.context.choices.put("exchange/syncFolder", None)
    return page
