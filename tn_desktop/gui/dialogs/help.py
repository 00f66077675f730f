"""The help pages, in the language of the window."""

from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.resources import resource_path

HEADINGS: Final = {"keys": ("Tuşlar", "Keys")}
TOP: Final = 16
PICTURE: Final = 740
"""Pictures are shown no wider than so many pixels, which the lines of text are long, too."""


class HelpPages(QTextBrowser):
    """Shows pages of the help with their pictures, which are made smaller so that a page never scrolls sideways."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A page, or a picture in the sharpness of the screen."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
            sharp = round(PICTURE * self.devicePixelRatioF())
            if picture.width() > sharp:
                picture = picture.scaledToWidth(sharp, Qt.TransformationMode.SmoothTransformation)
            if picture.width() > PICTURE:
                picture.setDevicePixelRatio(picture.width() / PICTURE)
            return picture
        return super().loadResource(kind, name)


class HelpViewer(QDialog):
    """Shows a page to scroll through; it stays open beside the window."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help — TN Desktop"))
        self.resize(864, 690)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        self.browser = HelpPages()
        self.browser.setOpenExternalLinks(False)
        self.browser.setAccessibleName(self.tr("Help"))
        self.browser.document().setDocumentMargin(16)
        # By its address, so that its links to other pages of the help lead there; Alt+← leads back.
        self.browser.setSource(QUrl.fromLocalFile(str(resource_path("help", f"{language}.md"))))
        column.addWidget(self.browser)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        roomy(self)
        self.browser.setFocus()

    def show_part(self, part: str) -> None:
        """Scroll to a part when it is shown: "keys" for the keys; anything else is the beginning."""
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() in HEADINGS.get(part, ()):
                self.browser.setTextCursor(QTextCursor(block))
                break
            block = block.next()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        """Bring the line of the cursor to the top."""
        bar = self.browser.verticalScrollBar()
        top = self.browser.cursorRect().top()
        bar.setValue(bar.value() + top - TOP if top > TOP else 0)
