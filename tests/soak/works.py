"""What somebody does at the keys in the course of a year: each piece of work is a script that waits for what it needs.

An action is what a person would call one: a mark, a field that is filled in, a search, a pane that is opened, a dialog
that is dealt with.
"""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QApplication, QFileDialog

from tests.soak.script import CTRL, Hands, K, Script, paste_people
from tn_desktop.gui import openers
from tn_desktop.gui.places import PLACES
from tn_desktop.services.related import known

PASSPHRASE: Final = "kırmızı şemsiye 7"
GIVEN: Final = ("Ayşe", "Baran", "Ceren", "Dilan", "Emre", "Figen", "Gökhan", "Hêvîn", "İrem", "Jülide")
LETTERS: Final = "abcçdefgğhıijklmnoöprsştuüvyz"
FIELDS: Final = {
    "people": ("person", "label", "institution", "notes"),
    "communities": ("community", "issue", "goals", "motivation"),
    "stakeholders": ("stakeholder", "notes", "email"),
}
"""Pane -> its table, and fields of its form that take any text, but for an address."""
PASTED: Final = 8


class Works:
    """The pieces of work, each a method.

    Attributes:
        done: how many actions of each kind.

    Args:
        received: workbooks of a colleague, the oldest first.
        say: gets what was tried and what was shown as saved, as Told takes it.
    """

    def __init__(
        self, hands: Hands, folder: Path, received: list[Path], chance: random.Random, say: Callable[..., None]
    ) -> None:
        self._hands, self._folder, self._received = hands, folder, received
        self._chance, self._say = chance, say
        self.done: Counter[str] = Counter()
        hands.program.tasks.changed.connect(self._on_changed)
        self._saved_as = folder
        QFileDialog.getSaveFileName = self._name_file  # type: ignore[assignment, method-assign]

    @property
    def window(self) -> Any:
        """The window."""
        return self._hands.program.window

    def _name_file(self, *asked: Any) -> tuple[str, str]:
        """In the place of the system's dialog: a new file in the folder of the year, for which the last one goes."""
        if self._saved_as.is_file():
            self._saved_as.unlink()
        ending = "pdf" if "*.pdf" in asked[-1] else "xlsx"
        self._saved_as = self._folder / f"out-{self.done.total()}-{self._chance.randrange(10**9)}.{ending}"
        return str(self._saved_as), ""

    def _word(self, most: int = 9) -> str:
        return "".join(self._chance.choices(LETTERS, k=self._chance.randint(3, most)))

    def _on_changed(self, changes: Any, _owner: object) -> None:
        votes = changes.told.get("votes")
        if changes.touches("need") and isinstance(votes, int):
            self._say("saved", "votes", changes.subject, votes)

    def _listen(self, widget: Any, signal: str, heard: Callable[..., object]) -> None:
        """Hear a signal of a widget that is made anew now and then, once for each."""
        if not widget.property("heard"):
            widget.setProperty("heard", True)
            getattr(widget, signal).connect(heard)

    # --- what is done often

    def take_attendance(self) -> Script:
        """The attendance of a session: a number for some of those on the list."""
        hands = self._hands
        self.window.open_attendance("open_session", self._chance.choice(self._hands.ids("sessions")))
        pane = hands.pane("attendance")
        self._listen(pane, "saved", lambda person, at, mark: self._say("saved", "mark", at, person, mark.status))
        yield lambda: hands.ready() and not pane._reading
        # Nobody may be enrolled yet.
        for _ in range(self._chance.randint(8, 20) if pane.desk.model.rowCount() else 0):
            hands.press(K.Key_Down if self._chance.random() < 0.6 else K.Key_Up)
            if pane.desk.suggesting:
                hands.press(K.Key_Escape)
            hands.write(self._chance.choice("1112340"))
            self.done["mark"] += 1
            yield lambda: True
        yield hands.ready
        self.window.host.back()
        yield hands.ready

    def fill_in(self) -> Script:
        """Texts in a form."""
        hands = self._hands
        name = self._chance.choice([*FIELDS])
        key = self._chance.choice(self._hands.ids(name))
        self.window.go(name, key)
        pane = hands.pane(name)
        form = pane.page.form
        table, *fields = FIELDS[name]
        self._listen(
            form, "saved", lambda field: field in fields and self._say("saved", "field", table, form.key, field)
        )
        yield lambda: hands.ready() and form.key == key and pane.page.key == key
        pane.focus_detail()
        for field in fields:
            editor = form.editors[field]
            editor.setFocus()
            editor.selectAll()
            text = f"a{self.done.total()}@b.org" if field == "email" else self._word(20)
            self._say("try", "field", table, key, field, text)
            hands.write(text)
            pane.table.setFocus()
            self.done["field"] += 1
            yield hands.ready

    def search(self) -> Script:
        """Letters in the search of everything."""
        hands, search = self._hands, self.window.ui.search
        hands.press(K.Key_K, CTRL)
        yield lambda: search.hasFocus()
        hands.write(self._word(4))
        yield lambda: hands.idle
        hands.press(K.Key_Return if self._chance.random() < 0.5 and search.results.isVisible() else K.Key_Escape)
        yield hands.ready
        if search.hasFocus():
            hands.press(K.Key_Escape)
            yield hands.ready
        self.done["search"] += 1

    def filter(self) -> Script:
        """Letters in the search of a list, and another order."""
        hands, name = self._hands, self._chance.choice(("people", "communities", "workshops", "stakeholders"))
        self.window.go(name)
        yield hands.ready
        pane = hands.pane(name)
        pane.focus_search()
        hands.write(self._word(3))
        yield lambda: hands.idle
        pane.clear_search()
        yield hands.ready
        sorts = [number for number, column in enumerate(pane.columns()) if column.sort]
        pane.table.horizontalHeader().sectionClicked.emit(self._chance.choice(sorts))
        yield hands.ready
        self.done["list"] += 2

    def look_around(self) -> Script:
        """Panes, lists up and down, tabs."""
        hands = self._hands
        for name in self._chance.sample(PLACES, 4):
            self.window.go(name)
            yield hands.ready
            for key in (K.Key_Down, K.Key_PageDown, K.Key_End, K.Key_Home)[: self._chance.randint(0, 4)]:
                hands.press(key)
                yield hands.ready
            tabs = getattr(getattr(getattr(hands.pane(name), "page", None), "ui", None), "tabs", None)
            if tabs is not None:
                tabs.setCurrentIndex(self._chance.randrange(tabs.count()))
                yield hands.ready
            self.done["pane"] += 1

    def count_votes(self) -> Script:
        """Dots on the needs of a community."""
        hands = self._hands
        self.window.go("needs")
        yield hands.ready
        pane = hands.pane("needs")
        database = hands.program.tasks.database
        assert database is not None
        with database.read() as connection:
            (place,) = known(connection, "communities", [self._chance.choice(self._hands.ids("communities", 5))])
        pane.show_view(self._chance.choice(("board", "count", "count")), place)
        yield lambda: hands.idle
        if pane.view == "count" and pane.counting.model.rowCount():
            pane.counting.focus_table()
            for _ in range(5):
                hands.press(K.Key_Down)
                hands.write(self._chance.choice("110"))
                self.done["vote"] += 1
                yield lambda: hands.idle
        pane.show_view("list")
        yield hands.ready

    def add_person(self) -> Script:
        """Somebody new."""
        hands = self._hands
        self.window.go("people")
        yield hands.ready
        hands.pane("people").focus_list()
        hands.press(K.Key_N, CTRL)
        hands.write(self._chance.choice(GIVEN))
        hands.press(K.Key_Tab)
        hands.write(self._word())
        hands.press(K.Key_Tab)
        yield hands.ready
        hands.press(K.Key_Escape)
        yield hands.ready
        self.done["person"] += 1

    def undo(self) -> Script:
        """The last change taken back, and done again."""
        hands = self._hands
        self.window.go("today")
        yield hands.ready
        for key in (K.Key_Z, K.Key_Y):
            hands.press(key, CTRL)
            yield hands.ready
            self.done["undo"] += 1

    def open_dialogs(self) -> Script:
        """The settings, the help, the backups."""
        hands, window = self._hands, self.window
        openers.open_settings(window)
        yield lambda: hands.dialog("SettingsDialog") is not None and hands.idle
        hands.dialog("SettingsDialog").reject()
        yield hands.ready
        openers.open_help(window.context.language, window)
        yield hands.ready
        viewer = next(one for one in QApplication.topLevelWidgets() if type(one).__name__ == "HelpViewer")
        viewer.close()
        yield hands.ready
        window.safety.open_backups()
        yield lambda: hands.dialog("BackupsDialog") is not None and hands.idle
        hands.dialog("BackupsDialog").accept()
        yield hands.ready
        self.done["dialog"] += 3

    # --- what is done each week

    def paste_list(self) -> Script:
        """A list out of Excel."""
        hands = self._hands
        family = "".join(self._chance.choices("abcdefghijklmnoprstuvyz", k=9))
        wizard = yield from paste_people(hands, GIVEN[:PASTED], family)
        wizard.ui.next.click()
        yield lambda: wizard.result_shown is not None
        self._say("saved", "list", family, wizard.result_shown.added)
        wizard.reject()
        yield hands.ready
        self.done["import"] += 3

    def export(self) -> Script:
        """A list into a workbook."""
        hands = self._hands
        name = self._chance.choice(("people", "workshops", "needs", "stakeholders"))
        self.window.go(name)
        yield hands.ready
        hands.pane(name).focus_list()
        hands.press(K.Key_E, CTRL)
        yield lambda: hands.at("ExportDialog")
        dialog = hands.dialog("ExportDialog")
        hands.press(K.Key_Return)
        yield lambda: dialog.report is not None and hands.idle
        dialog.reject()
        yield hands.ready
        self.done["export"] += 2

    def send(self) -> Script:
        """A workbook for others."""
        hands = self._hands
        self.window.go("exchange")
        yield hands.ready
        hands.pane("exchange").send()
        yield lambda: hands.dialog("SendDialog") is not None and hands.idle
        dialog = hands.dialog("SendDialog")
        dialog.ui.passphrase.setText(PASSPHRASE)
        dialog.ui.send.click()
        yield lambda: dialog.sent is not None and hands.idle
        dialog.reject()
        yield hands.ready
        self.done["send"] += 2

    def receive(self) -> Script:
        """A workbook of a colleague."""
        hands = self._hands
        self.window.go("exchange")
        yield hands.ready
        file = self._received.pop(0) if len(self._received) > 1 else self._received[0]
        hands.pane("exchange").receive([file])
        yield lambda: hands.dialog("ReceiveDialog") is not None
        dialog = hands.dialog("ReceiveDialog")
        yield lambda: dialog.report is not None and dialog._stop is None and hands.idle
        if dialog.ui.apply.isEnabled():
            dialog.ui.apply.click()
            yield lambda: dialog.applied and dialog._stop is None and hands.idle
        dialog.reject()
        yield hands.ready
        self.done["receive"] += 2

    def plan(self) -> Script:
        """A workshop."""
        hands = self._hands
        self.window.go("workshops")
        yield hands.ready
        hands.pane("workshops").focus_list()
        hands.press(K.Key_N, CTRL)
        yield lambda: hands.at("PlanWorkshop")
        hands.write(f"Atölye {self._word()}")
        hands.press(K.Key_Return)
        yield hands.ready
        self.done["plan"] += 2

    def print(self) -> Script:
        """The sheet of a session, as PDF."""
        hands = self._hands
        session = self._chance.choice(self._hands.ids("sessions"))
        openers.open_print(self.window.context, (session,), self.window)
        yield lambda: hands.dialog("PrintPreview") is not None
        dialog = hands.dialog("PrintPreview")
        yield lambda: dialog.document is not None and hands.idle
        dialog.ui.save_button.click()
        yield lambda: dialog.ui.save_button.isEnabled() and hands.idle
        if not self._saved_as.read_bytes().startswith(b"%PDF"):
            raise AssertionError(f"no PDF: {dialog.ui.message.text()}")
        dialog.reject()
        yield hands.ready
        self.done["pdf"] += 2

    # --- what is done now and then

    def change_language(self) -> Script:
        """English and back."""
        for language in ("en", "tr"):
            self.window.use_language(language)
            yield self._hands.ready
            self.done["language"] += 1

    def change_colours(self) -> Script:
        """Dark and light, as the settings have them."""
        hands = self._hands
        openers.open_settings(self.window)
        yield lambda: hands.dialog("SettingsDialog") is not None and hands.idle
        choice = hands.dialog("SettingsDialog").ui.appearance
        for place in [*range(1, choice.count()), 0]:
            choice.setCurrentIndex(place)
            choice.activated.emit(place)
            yield lambda: hands.idle
            self.done["colours"] += 1
        hands.dialog("SettingsDialog").reject()
        yield hands.ready

    def lock(self) -> Script:
        """The lock, and the passphrase again."""
        self.window.safety.lock()
        yield from self.unlock()
        yield lambda: self.window.host.current == "today" and self._hands.ready()
        self.done["lock"] += 2

    def unlock(self) -> Script:
        """The passphrase, where the window asks for it."""

        def page() -> Any:
            shown = self.window.ui.stack.currentWidget()
            return shown if type(shown).__name__ == "UnlockPage" else None

        yield lambda: page() is not None
        asked = page()
        asked.ui.passphrase.setText(PASSPHRASE)
        asked.try_it()
        yield lambda: page() is None and self._hands.program.tasks.database is not None

    def restore(self) -> Script:
        """A backup, and back to it."""
        hands, window = self._hands, self.window
        window.safety.open_backups()
        yield lambda: hands.dialog("BackupsDialog") is not None and hands.idle
        dialog = hands.dialog("BackupsDialog")
        dialog.ui.backUp.click()
        yield lambda: dialog.ui.backUp.isEnabled() and dialog.model.rowCount() and hands.idle
        dialog.ui.backups.setCurrentIndex(dialog.model.index(0, 0))
        newest = dialog.model.rows[0].file.name
        yield lambda: dialog.ui.goBack.isEnabled() and newest in dialog.ui.contents.text() and hands.idle
        dialog.ui.goBack.click()
        dialog.ui.restore.click()
        yield lambda: hands.dialog("BackupsDialog") is None
        yield lambda: window.host.current == "today" and hands.program.tasks.database is not None and hands.ready()
        self.done["restore"] += 3
