"""The organisation's own words for the privacy notice and the consents, as a tab: edited, previewed, kept."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.export_noting import Leaving
from tn_desktop.gui.widgets.look import ToneLabel, roomy
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.privacy_texts import LANGUAGES, PrivacyText
from tn_desktop.services import export_log, privacy_versions, slip_content
from tn_desktop.services.privacy_versions import Wording
from tn_desktop.services.slip_content import SlipContent
from tn_desktop.sheets.consent_slip import SlipDocument
from tn_desktop.sheets.language import sheet_translate

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.store.unit_of_work import UnitOfWork

NAMES = {"tr": "Türkçe", "en": "English"}
KEEP = QT_TRANSLATE_NOOP("history", "Change the settings")


class PrivacyTexts(QWidget):
    """Words both languages; what is kept is a version of its own, and the older ones can be looked at.

    Attributes:
        preview: the slip that was shown last, or None.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.preview: QDialog | None = None
        self._content: SlipContent | None = None
        self._texts: Mapping[str, PrivacyText] = {}
        self._words: dict[str, Wording] = {}
        self._shown = "tr"
        self._versions: tuple[str, ...] = ()
        self.language, self.version = QComboBox(), QComboBox()
        self.notice, self.consent = QPlainTextEdit(), QPlainTextEdit()
        self.purposes = {name: QLineEdit() for name in vocabulary.CONSENT_PURPOSE}
        self.refusal, self.told = Refusal(), ToneLabel("", "quiet")
        self.show_slip, self.hand_out, self.keep = (
            QPushButton(self.tr("Pre&view the slip…")),
            QPushButton(self.tr("&Hand this version out")),
            QPushButton(self.tr("&Keep as a version")),
        )
        self._lay_out()
        roomy(self)
        self.language.currentIndexChanged.connect(self._turn)
        self.version.activated.connect(lambda _at: self._read())
        self.show_slip.clicked.connect(self.show_preview)
        self.hand_out.clicked.connect(self.use)
        self.keep.clicked.connect(self.save)
        self._read()

    def _lay_out(self) -> None:
        for language in LANGUAGES:
            self.language.addItem(NAMES[language], language)
        self.language.setCurrentIndex(max(0, self.language.findData(self._context.language)))
        self._shown = str(self.language.currentData())
        for widget, name in (
            (self.language, self.tr("Language of the text")),
            (self.version, self.tr("Version")),
            (self.notice, self.tr("Privacy notice")),
            (self.consent, self.tr("Above the consents")),
        ):
            widget.setAccessibleName(name)
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for text in (self.notice, self.consent):
            text.setTabChangesFocus(True)
        self.consent.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 12)
        self.notice.setToolTip(self.tr("{organisation} and {contact} stand for those of the organisation"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.language)
        top.addWidget(self.version)
        top.addWidget(self.told, 1)
        self.told.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Privacy &notice"), self.notice)
        form.addRow(self.tr("A&bove the consents"), self.consent)
        for name, line in self.purposes.items():
            word = translate(vocabulary.WORDS, vocabulary.CONSENT_PURPOSE[name])
            line.setAccessibleName(word)
            form.addRow(word, line)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.show_slip, self.hand_out, self.keep):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(form, 1)
        column.addWidget(self.refusal)
        column.addLayout(buttons)

    # --- reading

    def show_version(self, version: str) -> None:
        """Show a version that came from another laptop."""
        self._read(version)

    def _read(self, version: str = "") -> None:
        wanted = version or str(self.version.currentData() or "")

        def query(connection: "Connection") -> Any:
            texts = slip_content.texts_of(connection, wanted)
            known = privacy_versions.versions(connection)
            news = privacy_versions.came(connection)
            return known, privacy_versions.current(connection), texts, slip_content.slip_content(connection), news

        self._context.tasks.read(query, self._show, owner=self, channel="texts")

    def _show(self, found: Any) -> None:
        self._versions, current, self._texts, self._content, news = found
        shown = self._texts["tr"].version
        self.version.clear()
        for one in reversed(self._versions):
            self.version.addItem(self.tr("{version} (in use)").format(version=one) if one == current else one, one)
        self.version.setCurrentIndex(max(0, self.version.findData(shown)))
        self._words = {language: privacy_versions.wording(text) for language, text in self._texts.items()}
        self._fill()
        self.hand_out.setVisible(shown != current)
        self.told.setText(
            self.tr("What is kept becomes a version of its own; whoever agreed to an older one is asked again.")
            if shown == current
            else self.tr("Not handed out here: an older version, or one that came from another laptop.")
        )
        if shown in news:
            tasks = self._context.tasks
            # Nothing is written into the history, but what waits is less than before.
            tasks.write("", lambda uow: _looked_at(uow, shown), lambda done: tasks.changed.emit(done, None))

    def _fill(self) -> None:
        words = self._words[self._shown]
        self.notice.setPlainText("\n\n".join(words.notice))
        self.consent.setPlainText(words.consent)
        for name, line in self.purposes.items():
            line.setText(words.purposes.get(name, ""))
            line.setCursorPosition(0)

    def _turn(self) -> None:
        """Show the other language; what was worded stays."""
        if self._words:
            self._take()
            self._shown = str(self.language.currentData())
            self._fill()

    def _take(self) -> None:
        parts = tuple(part for part in self.notice.toPlainText().split("\n") if part.strip())
        purposes = {name: line.text() for name, line in self.purposes.items()}
        self._words[self._shown] = Wording(parts, self.consent.toPlainText(), purposes)

    # --- what it is for

    def show_preview(self) -> None:
        """Show the slip as it would be printed with these words."""
        if self._content is None:
            return
        self._take()
        language: Any = self._shown
        texts = {
            name: replace(text, notice=self._words[name].notice, consent=self._words[name].consent,
                          purposes=self._words[name].purposes)
            for name, text in self._texts.items()
        }  # fmt: skip
        self.preview = slip_preview(self._context, self._content, texts, language, self.window())
        self.preview.open()

    def save(self) -> None:
        """Keep what is worded, in both languages, as the version that is handed out from now on."""
        if not self._words:
            return
        self._take()
        self.refusal.take_back()
        words, today = dict(self._words), self._context.now().date()
        self._write(lambda uow: privacy_versions.save(uow, words, today))

    def use(self) -> None:
        """Hand the version that is shown out from now on, as it was kept; what was typed over it is let go."""
        version = str(self.version.currentData() or "")
        self.refusal.take_back()
        self._write(lambda uow: privacy_versions.use(uow, version))

    def _write(self, write: Callable[["UnitOfWork"], object]) -> None:
        def service(uow: "UnitOfWork") -> Changes:
            write(uow)
            return uow.changes()

        def done(_changes: Changes) -> None:
            self.version.setCurrentIndex(-1)
            self._read()

        self._context.tasks.write(KEEP, service, done, self._refuse, owner=self)

    def _refuse(self, error: AppError) -> None:
        """Say what is wrong and show the language and the field."""
        self.refusal.say(error)
        if isinstance(error, FieldError):
            language, _dot, name = error.field.partition(".")
            self.language.setCurrentIndex(max(0, self.language.findData(language)))
            fields: dict[str, QWidget] = {"notice": self.notice, "consent": self.consent, **self.purposes}
            fields.get(name, self.notice).setFocus()


def slip_preview(
    context: Context, content: SlipContent, texts: Mapping[str, PrivacyText], language: Any, parent: QWidget
) -> DocumentPreview:
    """The slip as it would be printed with these texts."""
    document = SlipDocument(replace(content, texts=texts), language, sheet_translate(language))
    return DocumentPreview(context, document, document.title, Leaving(export_log.SLIP), parent)


def _looked_at(uow: "UnitOfWork", version: str) -> Changes:
    privacy_versions.look_at(uow, version)
    return uow.changes()
