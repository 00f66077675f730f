"""A working year through the real window: weeks of attendance, forms, searches, imports, exports, exchanges, locks,
restores and languages. After each week the memory is measured, at the same place and with nothing on its way.

An action is what a person would call one: a mark, a field that is filled in, a search, a pane that is opened, a dialog
that is dealt with.
"""

import ctypes
import gc
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import psutil
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.soak.script import CTRL, Hands, K, Script, run_program
from tn_desktop.gui import openers
from tn_desktop.gui.places import PLACES

PASSPHRASE: Final = "kırmızı şemsiye 7"
GIVEN: Final = ("Ayşe", "Baran", "Ceren", "Dilan", "Emre", "Figen", "Gökhan", "Hêvîn", "İrem", "Jülide")
LETTERS: Final = "abcçdefgğhıijklmnoöprsştuüvyz"
FIELDS: Final = {
    "people": ("label", "institution", "notes"),
    "communities": ("issue", "goals", "motivation"),
    "stakeholders": ("notes", "email"),
}
"""Pane -> fields of its form that take any text, but for an address."""


def memory() -> float:
    """Megabytes that the process holds, after everything that can be given back was."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    return float(psutil.Process().memory_info().rss / 1e6)


def objects() -> dict[str, int]:
    """How many Python objects of the program's own classes there are, and of Qt's."""
    counts: Counter[str] = Counter()
    for thing in gc.get_objects():
        module = type(thing).__module__
        if module.startswith(("tn_desktop", "PySide6")):
            counts[f"{module.removeprefix('tn_desktop.')}.{type(thing).__name__}"] += 1
    return dict(counts)


class Year:
    """One year.

    Args:
        received: workbooks of a colleague, the oldest first.
        actions: how many the year has; weeks: in how many parts it is measured.
        tell: called after each week.
    """

    def __init__(
        self,
        hands: Hands,
        folder: Path,
        received: list[Path],
        actions: int,
        weeks: int,
        seed: int,
        tell: Callable[[dict[str, Any]], None],
    ) -> None:
        self._hands, self._folder, self._received = hands, folder, received
        self._actions, self._weeks, self._tell = actions, weeks, tell
        self._chance = random.Random(seed)
        self._done: Counter[str] = Counter()
        self._crashes: list[object] = []
        hands.program.tasks.crashed.connect(self._crashes.append)
        hands.program.tasks.failed.connect(self._crashes.append)
        QFileDialog.getSaveFileName = lambda *_asked: (str(self._file()), "")  # type: ignore[method-assign]

    @property
    def window(self) -> Any:
        """The window."""
        return self._hands.program.window

    def script(self) -> Script:
        """The whole year."""
        hands = self._hands
        yield from self._unlock()
        yield lambda: self.window.host.current == "today" and hands.ready()
        often = [
            (self._take_attendance, 12), (self._fill_in, 10), (self._search, 8), (self._filter, 5),
            (self._look_around, 6), (self._count_votes, 4), (self._add_person, 4), (self._undo, 3),
            (self._open_dialogs, 2),
        ]  # fmt: skip
        seldom = [self._paste_list, self._export, self._send, self._receive, self._plan, self._print]
        rarely = [self._change_language, self._lock, self._restore]
        for week in range(self._weeks):
            until = self._actions * (week + 1) // self._weeks
            # Everything comes up in each of the first weeks, so that what is made only once is not taken for growth.
            special = [*seldom, *rarely] if week < max(1, self._weeks // 5) else [*seldom, rarely[week % 3]]
            for work in self._chance.sample(special, len(special)):
                yield from work()
            while self.done < until:
                (work,) = self._chance.choices([one for one, _share in often], [share for _one, share in often])
                yield from work()
            self.window.go("today")
            yield hands.ready
            self._measure(week)
        self.window.close()
        QCoreApplication.exit(1 if self._crashes else 0)

    @property
    def done(self) -> int:
        """Actions until now."""
        return sum(self._done.values())

    def _measure(self, week: int) -> None:
        held = memory()
        widgets = len(QApplication.allWidgets())
        self._tell(
            {
                "week": week + 1,
                "actions": self.done,
                "memory": round(held, 1),
                "widgets": widgets,
                "objects": objects(),
                "kinds": dict(self._done),
                "crashes": [repr(one) for one in self._crashes],
            }
        )

    def _file(self) -> Path:
        return self._folder / f"out-{self.done}-{self._chance.randrange(10**9)}.xlsx"

    def _word(self, most: int = 9) -> str:
        return "".join(self._chance.choices(LETTERS, k=self._chance.randint(3, most)))

    # --- what is done often

    def _take_attendance(self) -> Script:
        hands = self._hands
        self.window.open_attendance("open_session", self._chance.choice(self._hands.ids("sessions")))
        pane = hands.pane("attendance")
        yield lambda: hands.ready() and not pane._reading
        # Nobody may be enrolled yet.
        for _ in range(self._chance.randint(8, 20) if pane.desk.model.rowCount() else 0):
            hands.press(K.Key_Down if self._chance.random() < 0.6 else K.Key_Up)
            if pane.desk.suggesting:
                hands.press(K.Key_Escape)
            hands.write(self._chance.choice("1112340"))
            self._done["mark"] += 1
            yield lambda: True
        yield hands.ready
        self.window.host.back()
        yield hands.ready

    def _fill_in(self) -> Script:
        hands = self._hands
        name = self._chance.choice([*FIELDS])
        key = self._chance.choice(self._hands.ids(name))
        self.window.go(name, key)
        pane = hands.pane(name)
        form = pane.page.form
        yield lambda: hands.ready() and form.key == key and pane.page.key == key
        pane.focus_detail()
        for field in FIELDS[name]:
            editor = form.editors[field]
            editor.setFocus()
            editor.selectAll()
            hands.write("a@b.org" if field == "email" else self._word(20))
            pane.table.setFocus()
            self._done["field"] += 1
            yield hands.ready

    def _search(self) -> Script:
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
        self._done["search"] += 1

    def _filter(self) -> Script:
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
        self._done["list"] += 2

    def _look_around(self) -> Script:
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
            self._done["pane"] += 1

    def _count_votes(self) -> Script:
        hands = self._hands
        self.window.go("needs")
        yield hands.ready
        pane = hands.pane("needs")
        database = hands.program.tasks.database
        assert database is not None
        from tn_desktop.services.related import known

        with database.read() as connection:
            (place,) = known(connection, "communities", [self._chance.choice(self._hands.ids("communities", 5))])
        pane.show_view(self._chance.choice(("board", "count", "count")), place)
        yield lambda: hands.idle
        if pane.view == "count" and pane.counting.model.rowCount():
            pane.counting.focus_table()
            for _ in range(5):
                hands.press(K.Key_Down)
                hands.write(self._chance.choice("110"))
                self._done["vote"] += 1
                yield lambda: hands.idle
        pane.show_view("list")
        yield hands.ready

    def _add_person(self) -> Script:
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
        self._done["person"] += 1

    def _undo(self) -> Script:
        hands = self._hands
        self.window.go("today")
        yield hands.ready
        for key in (K.Key_Z, K.Key_Y):
            hands.press(key, CTRL)
            yield hands.ready
            self._done["undo"] += 1

    def _open_dialogs(self) -> Script:
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
        self._done["dialog"] += 3

    # --- what is done each week

    def _paste_list(self) -> Script:
        hands = self._hands
        self.window.go("people")
        yield hands.ready
        rows = [f"{self._chance.choice(GIVEN)}\t{self._word()}\tTarih" for _ in range(8)]
        hands.copy("\n".join(["Ad\tSoyad\tBranş", *rows]))
        hands.pane("people").focus_list()
        hands.press(K.Key_V, CTRL)
        yield lambda: hands.dialog("ImportWizard") is not None
        wizard = hands.dialog("ImportWizard")
        yield lambda: hands.idle and wizard.ui.next.isEnabled()
        wizard.ui.next.click()
        yield lambda: wizard.ui.pages.currentIndex() == 1 and wizard.ui.next.isEnabled()
        wizard.ui.next.click()
        yield lambda: wizard.result_shown is not None
        wizard.reject()
        yield hands.ready
        self._done["import"] += 3

    def _export(self) -> Script:
        hands = self._hands
        name = self._chance.choice(("people", "workshops", "needs", "stakeholders"))
        self.window.go(name)
        yield hands.ready
        hands.pane(name).focus_list()
        hands.press(K.Key_E, CTRL)
        yield lambda: hands.dialog("ExportDialog") is not None and hands.idle
        dialog = hands.dialog("ExportDialog")
        hands.press(K.Key_Return)
        yield lambda: dialog.report is not None and hands.idle
        dialog.reject()
        yield hands.ready
        self._done["export"] += 2

    def _send(self) -> Script:
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
        self._done["send"] += 2

    def _receive(self) -> Script:
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
        self._done["receive"] += 2

    def _plan(self) -> Script:
        hands = self._hands
        self.window.go("workshops")
        yield hands.ready
        hands.pane("workshops").focus_list()
        hands.press(K.Key_N, CTRL)
        yield lambda: hands.dialog("PlanWorkshop") is not None and hands.idle
        hands.write(f"Atölye {self._word()}")
        hands.press(K.Key_Return)
        yield hands.ready
        self._done["plan"] += 2

    def _print(self) -> Script:
        hands = self._hands
        session = self._chance.choice(self._hands.ids("sessions"))
        openers.open_print(self.window.context, (session,), self.window)
        yield lambda: hands.dialog("PrintPreview") is not None
        dialog = hands.dialog("PrintPreview")
        yield lambda: dialog.document is not None and hands.idle
        dialog.reject()
        yield hands.ready
        self._done["print"] += 2

    # --- what is done now and then

    def _change_language(self) -> Script:
        for language in ("en", "tr"):
            self.window.use_language(language)
            yield self._hands.ready
            self._done["language"] += 1

    def _lock(self) -> Script:
        self.window.safety.lock()
        yield from self._unlock()
        yield lambda: self.window.host.current == "today" and self._hands.ready()
        self._done["lock"] += 2

    def _unlock(self) -> Script:
        def page() -> Any:
            shown = self.window.ui.stack.currentWidget()
            return shown if type(shown).__name__ == "UnlockPage" else None

        yield lambda: page() is not None
        asked = page()
        asked.ui.passphrase.setText(PASSPHRASE)
        asked.try_it()
        yield lambda: page() is None and self._hands.program.tasks.database is not None

    def _restore(self) -> Script:
        hands, window = self._hands, self.window
        window.safety.open_backups()
        yield lambda: hands.dialog("BackupsDialog") is not None and hands.idle
        dialog = hands.dialog("BackupsDialog")
        dialog.ui.backUp.click()
        yield lambda: dialog.ui.backUp.isEnabled() and dialog.model.rowCount() and hands.idle
        dialog.ui.backups.setCurrentIndex(dialog.model.index(0, 0))
        yield lambda: dialog.ui.goBack.isEnabled() and hands.idle
        dialog.ui.goBack.click()
        dialog.ui.restore.click()
        yield lambda: hands.dialog("BackupsDialog") is None
        yield lambda: window.host.current == "today" and hands.program.tasks.database is not None and hands.ready()
        self._done["restore"] += 3


def main(folder: str, actions: str, weeks: str, seed: str) -> int:
    """Live the year in a profile that was made ready; tells one JSON line a week."""
    place = Path(folder)
    received = sorted((place / "received").glob("*.xlsx"))

    def tell(line: dict[str, Any]) -> None:
        line["seconds"] = round(time.monotonic() - started)
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    def script(hands: Hands) -> Script:
        return Year(hands, place, received, int(actions), int(weeks), int(seed), tell).script()

    started = time.monotonic()
    return run_program(place / "profile", script, from_the_start=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
