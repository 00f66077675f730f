"""The real program with somebody at its keys who never stops; whoever started it kills it.

Usage: kill_typist PROFILE ROUND. Each line on standard output is one JSON list: ["try", …] before an input whose
outcome is open until it is saved, ["saved", …] when the window has shown it as saved.

Without ROUND it reads rounds from standard input and forks a program for each, with the modules loaded already: that
takes a fifth of the time. It says ["pid", …] at its beginning, and ["end", status] when it has ended.
"""

import json
import os
import random
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.soak.script import Hands, K, Script, paste_people, run_program
from tn_desktop.gui.places import PANES

FIELDS: Final = ("label", "institution", "expertise", "notes")
"""Texts of a person's form in which anything may stand."""
NAMES: Final = ("Ayla", "Bekir", "Cansu", "Defne", "Emre")
"""People of a pasted list."""


def say(*parts: object) -> None:
    """Tell whoever listens, in one write that a kill cannot tear."""
    os.write(1, (json.dumps(parts) + "\n").encode())


class Typist:
    """One round at the keys.

    Attributes:
        script: what she does, for ever.
    """

    def __init__(self, hands: Hands, number: int) -> None:
        self._hands, self._number, self._count = hands, number, 0
        self._chance = random.Random(number)
        self._listening: set[int] = set()
        hands.program.tasks.changed.connect(self._on_changed)

    def _mark(self) -> str:
        """A text that no other input has."""
        self._count += 1
        return f"w{self._number}n{self._count}"

    def script(self) -> Script:
        """Attendance, form fields, dots on needs and pasted lists in turn, from any of them on."""
        works = [self._take_attendance, self._fill_in, self._count_votes, self._paste_list]
        while True:
            yield lambda: self._hands.idle
            yield from self._chance.choice(works)()

    # --- marks

    def _take_attendance(self) -> Script:
        hands = self._hands
        session = self._chance.choice(self._hands.ids("sessions", 5))
        hands.program.window.open_attendance("open_session", session)
        pane = hands.pane("attendance")
        if id(pane) not in self._listening:
            self._listening.add(id(pane))
            pane.saved.connect(lambda person, at, mark: say("saved", "mark", at, person, mark.status))
        yield lambda: hands.idle and pane.desk.model.rowCount()
        for _ in range(self._chance.randint(3, 25)):
            for _ in range(self._chance.randrange(5)):
                hands.press(K.Key_Down if self._chance.random() < 0.5 else K.Key_Up)
            if pane.desk.suggesting:
                hands.press(K.Key_Escape)
            hands.write(self._chance.choice("1234"))
            yield lambda: True
        yield lambda: hands.idle

    # --- fields

    def _fill_in(self) -> Script:
        hands = self._hands
        person = self._chance.choice(self._hands.ids("people", 30))
        hands.program.window.go("people", person)
        pane = hands.pane("people")
        form = pane.page.form
        if id(form) not in self._listening:
            self._listening.add(id(form))
            form.saved.connect(lambda name: say("saved", "field", "person", form.key, name))
        yield lambda: hands.idle and form.key == person and pane.page.key == person
        pane.focus_detail()
        for name in self._chance.sample(FIELDS, self._chance.randint(1, len(FIELDS))):
            editor, text = form.editors[name], self._mark()
            editor.setFocus()
            editor.selectAll()
            say("try", "field", "person", person, name, text)
            hands.write(text)
            other = next(iter(form.editors.values()))
            # Sometimes the next field is begun at once, sometimes this one is left by itself.
            (other if self._chance.random() < 0.5 else pane.table).setFocus()
            if self._chance.random() < 0.7:
                yield lambda: hands.idle
        yield lambda: hands.idle

    # --- dots

    def _count_votes(self) -> Script:
        hands = self._hands
        community = self._chance.choice(self._hands.ids("communities", 3))
        hands.program.window.go("needs")
        pane = hands.pane("needs")
        yield lambda: hands.idle
        from tn_desktop.services.related import known

        database = hands.program.tasks.database
        assert database is not None
        with database.read() as connection:
            (place,) = known(connection, "communities", [community])
        pane.show_view("count", place)
        yield lambda: hands.idle
        if pane.counting.model.rowCount():
            pane.counting.focus_table()
            for _ in range(self._chance.randint(2, 15)):
                hands.press(K.Key_Down if self._chance.random() < 0.3 else K.Key_Up)
                hands.write("1")
                yield lambda: True
        yield lambda: hands.idle
        pane.show_view("list")

    def _on_changed(self, changes: Any, _owner: object) -> None:
        votes = changes.told.get("votes")
        if changes.touches("need") and isinstance(votes, int):
            say("saved", "votes", changes.subject, votes)

    # --- lists

    def _paste_list(self) -> Script:
        hands, family = self._hands, "".join(self._chance.choices("abcdefghijklmnoprstuvyz", k=9))
        wizard = yield from paste_people(hands, NAMES, family)
        say("try", "list", family, wizard.rows_page.plan.counts()["new"])
        wizard.ui.next.click()
        yield lambda: wizard.result_shown is not None
        say("saved", "list", family, wizard.result_shown.added)
        wizard.reject()
        yield hands.no_dialog


def play(profile: Path, number: int) -> int:
    """Run the program and type until it is killed."""
    return run_program(profile, lambda hands: Typist(hands, number).script())


def serve(profile: Path) -> int:
    """Fork a program for each number that is read."""
    for name, _cls, _title in PANES.values():
        import_module(name)
    for name in ("services.first_look", "store.database", "gui.dialogs.import_wizard", "services.watch"):
        import_module(f"tn_desktop.{name}")
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            say("pid", os.getpid())
            os._exit(play(profile, int(line)))
        _pid, status = os.waitpid(pid, 0)
        say("end", os.waitstatus_to_exitcode(status))
    return 0


if __name__ == "__main__":
    sys.exit(play(Path(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else serve(Path(sys.argv[1])))
