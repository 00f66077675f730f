"""Takes the pictures: `python -m tests.shots [NAME…]` into shots/, NAME being the beginning of pictures' names."""

import importlib
import os
import pkgutil
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

import tests.shots
from tests.shots.registry import NOW, SHOTS, Shot, Stage
from tn_desktop.gui.appearance import use_appearance
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.services import demo, owner
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

TARGET = Path("shots")
PEOPLE, SESSIONS, SEED = 240, 60, 5


def main(names: list[str]) -> int:
    """Take every picture whose name begins like one of `names`; all without any."""
    for module in pkgutil.iter_modules(tests.shots.__path__):
        if not module.name.startswith("_") and module.name != "registry":
            importlib.import_module(f"tests.shots.{module.name}")
    wanted = [one for name, one in sorted(SHOTS.items()) if not names or name.startswith(tuple(names))]
    TARGET.mkdir(exist_ok=True)
    application = QApplication([])
    application.setStyle("fusion")
    languages = LanguageSwitch()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        full, empty = make_profiles(Path(folder))
        for one in wanted:
            failed += take(one, empty if one.empty else full, languages)
    print(f"{len(wanted)} pictures in both languages, light and dark, in {TARGET}/; {failed} failed")
    return 1 if failed else 0


def make_profiles(folder: Path) -> tuple[Profile, Profile]:
    """A profile with made-up data, and an empty one."""
    full, empty = Profile.at(folder / "full"), Profile.at(folder / "empty")
    with Database.open(full) as database:
        demo.fill(database, PEOPLE, SESSIONS, SEED, NOW.date())
        with database.write("Set up") as uow:
            owner.settle(uow, Owner("Ayşe Yılmaz", "Iğdır"))
    Database.open(empty).close()
    return full, empty


def fresh(profile: Profile) -> Profile:
    """A copy of a profile, so that no picture shows what another one did."""
    copy = profile.directory.with_name("shown")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(profile.directory, copy)
    return Profile.at(copy)


def take(one: Shot, profile: Profile, languages: LanguageSwitch) -> int:
    """One picture four times; 1 if any of them failed."""
    for language in ("tr", "en"):
        for appearance in ("light", "dark"):
            languages.use(language)
            use_appearance(appearance)
            stage = Stage(fresh(profile), languages, one.size)
            try:
                widget = one.make(stage)
                stage.settle()
                widget.grab().save(str(TARGET / f"{one.name}-{language}-{appearance}.png"))
                if stage.crashes:
                    raise stage.crashes[0]
            except Exception as error:  # noqa: BLE001 - one picture that fails must not keep the others back
                print(f"{one.name} ({language}, {appearance}): {type(error).__name__}: {error}")
                return 1
            finally:
                stage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
