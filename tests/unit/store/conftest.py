"""Full notebooks in folders of their own, for the tests that hurt them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tn_desktop.services import secrecy
from tn_desktop.store import keys
from tn_desktop.store.profile import Profile

PASSPHRASE = "kırmızı şemsiye 7"
SESSIONS = 8


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory, made_up: Callable[[int, int], Path]) -> Callable[[int], Profile]:
    """An encrypted profile with so many invented people, to copy; its passphrase is quickly tried."""
    made: dict[int, Profile] = {}

    def profile(people: int) -> Profile:
        if people not in made:
            folder = tmp_path_factory.mktemp("locked") / "profile"
            shutil.copytree(made_up(people, SESSIONS), folder)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
                made[people] = secrecy.protect(Profile.at(folder), PASSPHRASE)[0]
        return made[people]

    return profile


@pytest.fixture
def full(
    tmp_path: Path, made_up: Callable[[int, int], Path], locked: Callable[[int], Profile]
) -> Callable[[str, int], Profile]:
    """A notebook with so many invented people in a folder of its own, closed; "plain" or "encrypted"."""

    def make(kind: str, people: int) -> Profile:
        source, key = made_up(people, SESSIONS), None
        if kind == "encrypted":
            source, key = locked(people).directory, locked(people).key
        folder = tmp_path / "profile"
        shutil.copytree(source, folder)
        return Profile(folder, folder / "logs", key=key)

    return make
