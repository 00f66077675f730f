"""An engagement tool as a card to read: what it is for, its steps with their minutes, what one needs for it."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from tn_desktop.gui.tool_words import skills_text
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.look import is_dark, quiet_colour
from tn_desktop.model.tool_steps import Step
from tn_desktop.services.tools import ToolPage


class ToolCard(QTextBrowser):
    """Shows a `ToolPage`; a link leads to a workshop whose agenda holds the tool (anchorClicked, its id as path)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ToolPage | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)

    def show_page(self, page: ToolPage) -> None:
        """Show a tool; the same one again keeps its place."""
        same = self._page is not None and self._page.id == page.id
        place = self.verticalScrollBar().value()
        self._page = page
        self.setHtml(self._html(page))
        self.verticalScrollBar().setValue(place if same else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange and self._page is not None:
            self.show_page(self._page)

    def _html(self, page: ToolPage) -> str:
        values = page.values
        parts = [f"<p style='font-size:large'>{_lines(values['purpose'])}</p>"] if values["purpose"] else []
        parts += self._part(self.tr("Steps"), self._steps(page.steps))
        parts += self._part(self.tr("You need"), _points(values["materials"] or ()))
        parts += self._part(self.tr("Tips"), "".join(f"<p>{escape(line)}</p>" for line in _split(values["tips"])))
        parts += self._part(self.tr("Trains"), _paragraph(skills_text(values["skills"] or ())))
        parts += self._part(self.tr("From"), _paragraph(values["contributors"]))
        parts += self._part(self.tr("Notes"), _paragraph(values["notes"]))
        parts += self._part(self.tr("Used in"), self._used(page))
        if not parts:
            parts = [_paragraph(self.tr("Nothing is written down yet: the tab “Edit” has the fields."))]
        return "".join(parts)

    def _part(self, title: str, content: str) -> list[str]:
        colour = quiet_colour(self.palette()).name()
        heading = f"<p style='margin-top:14px; margin-bottom:2px; color:{colour}'><b>{escape(title)}</b></p>"
        return [heading, content] if content else []

    def _steps(self, steps: Sequence[Step]) -> str:
        """A table: the number, what is done, its minutes."""
        line = "#4a4f57" if is_dark(self.palette()) else "#d5d9de"
        quiet = quiet_colour(self.palette()).name()
        rows = []
        for number, step in enumerate(steps, start=1):
            minutes = "" if step.minutes is None else self.tr("{minutes} min").format(minutes=step.minutes)
            rows.append(
                f"<tr><td style='padding:6px 8px 6px 0; color:{quiet}' align='right'>{number}</td>"
                f"<td style='padding:6px 8px' width='100%'>{escape(step.text)}</td>"
                f"<td style='padding:6px 0 6px 8px; white-space:nowrap' align='right'><b>{minutes}</b></td></tr>"
                f"<tr><td colspan='3' style='background-color:{line}; font-size:1px; line-height:1px'></td></tr>"
            )
        if not rows:
            return ""
        rows[-1] = rows[-1].partition("<tr><td colspan")[0]
        return f"<table width='98%' cellspacing='0' cellpadding='0'>{''.join(rows)}</table>"

    def _used(self, page: ToolPage) -> str:
        if not page.used:
            return ""
        link = self.palette().color(QPalette.ColorRole.Link).name()
        lines = [
            f"<a style='color:{link}' href='workshop:{one.workshop_id}'>{escape(one.workshop)}</a>"
            f" · {show_date(one.starts_at[:10])}"
            for one in page.used_in
        ]
        count = self.tr("%n session(s)", "", page.used)
        return f"<p>{escape(count)}</p>" + "".join(f"<p>{line}</p>" for line in lines)


def _split(text: str | None) -> list[str]:
    return [line for line in (text or "").splitlines() if line.strip()]


def _lines(text: str | None) -> str:
    return "<br>".join(escape(line) for line in _split(text))


def _paragraph(text: str | None) -> str:
    return f"<p>{_lines(text)}</p>" if text else ""


def _points(words: Iterable[str]) -> str:
    points = "".join(f"<li>{escape(word)}</li>" for word in words)
    return f"<ul style='margin-left:-22px'>{points}</ul>" if points else ""
