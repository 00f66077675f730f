"""How many keys a whole session takes, counted at the real pane. Ctrl+Enter counts as two presses."""

import random
from collections.abc import Callable
from statistics import mean

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.attendance_room import CONTROL, Room
from tn_desktop.gui.context import Context
from tn_desktop.gui.models.attendance_board import Board

GIVEN = (
    "Ayşe Fatma Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Zeliha Esra Özlem Yasemin "
    "Hülya Dilek Melek Sevgi Songül Gülsüm Leyla Büşra Kübra Tuğba İrem Çağla Derya Mehmet Mustafa Ahmet Ali Hüseyin "
    "Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Mahmut Recep Salih Fatih Kadir Emre "
    "Hakan Adem Kemal Yaşar Bekir Musa Metin Orhan Serkan Burak Furkan Gökhan Uğur Yunus Barış Cem Deniz Tolga"
).split()
FAMILY = (
    "Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt "
    "Özkan Şimşek Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin "
    "Ünal Turan Gül Özer Işık Kaplan Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy Uysal Duman Bal Ekinci Toprak Ceylan"
).split()
ROOMS = 8


def thirty(chance: random.Random) -> list[str]:
    """Thirty names, none twice; the front of the lists is met more often, as in life."""
    names: dict[str, None] = {}
    while len(names) < 30:
        given = GIVEN[int(len(GIVEN) * chance.random() ** 1.5)]
        names[f"{given} {FAMILY[int(len(FAMILY) * chance.random() ** 1.5)]}"] = None
    return list(names)


def ways(board: Board, name: str) -> list[str]:
    """What one may type to get to a person: beginnings of her names, ↓ written as a line break."""
    session = board.sessions[0].id
    person = next(p.person_id for p in board.people if p.name == name)
    found = []
    for word in name.split():
        for length in range(1, len(word) + 1):
            board.narrow(word[:length])
            downs = board.row_of(person) - board.best_row(session)
            if downs >= 0:
                found.append(word[:length] + "\n" * downs)
    board.narrow("")
    return found


def steps_down(board: Board, at: str, to: str) -> str:
    """↓ from one person to another, where that is possible."""
    rows = [p.name for p in board.people]
    return "\n" * (rows.index(to) - rows.index(at)) if rows.index(to) >= rows.index(at) else "\n" * 99


def go(room: Room, way: str) -> None:
    for char in way:
        if char == "\n":
            room.press(Qt.Key.Key_Down)
        else:
            room.type(char)


def exceptions(chance: random.Random, names: list[str]) -> dict[str, str]:
    """Three absent, one late."""
    four = chance.sample(names, 4)
    return dict(zip(four, ("4", "4", "4", "2"), strict=True))


def check(room: Room, wanted: dict[str, str]) -> None:
    room.settle()
    words = {"4": "absent", "2": "late"}
    statuses = room.statuses()
    assert len(statuses) == 30
    for name, status in statuses.items():
        assert status == words.get(wanted.get(name, ""), "present")


def practised(room: Room, name: str) -> str:
    """The shortest way there is."""
    return min((*ways(room.board, name), steps_down(room.board, room.here, name)), key=len)


def plain(room: Room, name: str) -> str:
    """Letters from the beginning of the name, one after the other, until the cursor is on it."""
    return next(way for way in ways(room.board, name) if "\n" not in way)


@pytest.mark.some(1)
@pytest.mark.parametrize("find", [practised, plain])
def test_thirty_people_with_four_exceptions_take_at_most_sixteen_keys(
    qtbot: QtBot, context: Context, find: Callable[[Room, str], str]
) -> None:
    chance, presses = random.Random(20260314), []
    for _ in range(ROOMS):
        names = thirty(chance)
        room = Room(qtbot, context, names).open()
        wanted = exceptions(chance, names)
        for name in sorted(wanted, key=lambda name: next(p.number for p in room.board.people if p.name == name)):
            go(room, find(room, name))
            assert room.here == name
            room.type(wanted[name])
        room.press(Qt.Key.Key_Return, CONTROL)
        check(room, wanted)
        presses.append(room.presses)
    assert mean(presses) <= 16


@pytest.mark.thorough
def test_from_paper_they_take_at_most_thirteen(qtbot: QtBot, context: Context) -> None:
    chance, presses = random.Random(20260314), []
    for _ in range(ROOMS):
        names = thirty(chance)
        room = Room(qtbot, context, names).open()
        wanted = exceptions(chance, names)
        number = {p.name: str(p.number) for p in room.board.people}
        late = next(name for name, digit in wanted.items() if digit == "2")
        room.type(".")
        # The late one first: her letter parts her number from the next. A number alone is absent.
        room.type(number[late] + "g" + " ".join(number[name] for name in wanted if name != late))
        room.press(Qt.Key.Key_Return, CONTROL)
        check(room, wanted)
        presses.append(room.presses)
    assert mean(presses) <= 13


def test_at_the_door_four_keys_a_person(qtbot: QtBot, context: Context) -> None:
    """People come in any order; letters narrow, a digit marks."""
    chance = random.Random(7)
    names = thirty(chance)
    room = Room(qtbot, context, names).open()
    coming = chance.sample(names, 30)
    for name in coming:
        go(room, min(ways(room.board, name), key=len))
        assert room.here == name
        room.type("1")
    room.settle()
    assert set(room.statuses().values()) == {"present"} and len(room.statuses()) == 30
    assert room.presses / 30 <= 4
