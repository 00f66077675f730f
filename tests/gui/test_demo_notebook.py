"""The notebook with made-up data: it lies beside the real one and goes away as a whole."""

from datetime import date

import pytest
from PySide6.QtCore import QLockFile

from tn_desktop.gui import demo_notebook
from tn_desktop.model.errors import Refused
from tn_desktop.services import owner, records, settings
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A handful of people is enough here."""
    monkeypatch.setattr(demo_notebook, "PEOPLE", 30)
    monkeypatch.setattr(demo_notebook, "SESSIONS", 4)


def test_it_is_made_once_told_apart_and_removed(gui_profile: Profile, few: None) -> None:
    told: list[tuple[int, int]] = []
    place = demo_notebook.make(gui_profile, "Ayşe Yılmaz", date(2026, 3, 14), lambda *done: told.append(done))
    assert told and demo_notebook.is_there(gui_profile)
    with Database.open(place) as database, database.read() as connection:
        assert settings.get(connection, settings.OWNER)["demo"] is True
        assert owner.owner(connection).name == "Ayşe Yılmaz"
        assert records.listing(connection, "people")[0] >= 30
    with Database.open(gui_profile) as database, database.read() as connection:
        assert records.listing(connection, "people")[0] == 0
    assert demo_notebook.make(gui_profile, "Ayşe Yılmaz", date(2026, 3, 14), lambda *_done: None) == place
    demo_notebook.remove(gui_profile)
    assert not place.directory.exists() and gui_profile.database.exists()


def test_it_is_not_removed_while_its_window_is_open(gui_profile: Profile, few: None) -> None:
    place = demo_notebook.make(gui_profile, "Ayşe Yılmaz", date(2026, 3, 14), lambda *_done: None)
    lock = QLockFile(str(place.window_lock))
    assert lock.tryLock(0)
    with pytest.raises(Refused):
        demo_notebook.remove(gui_profile)
    assert place.database.exists()
    lock.unlock()
