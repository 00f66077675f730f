"""What this computer's keyring remembers, and that its absence breaks nothing; with real backends of the package."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend

from tests.gui.keychain import LockedKeyring, MemoryKeyring, using
from tn_desktop.services import secrecy
from tn_desktop.store import keychain, keys
from tn_desktop.store.keychain import NoKeychain
from tn_desktop.store.profile import Profile

PASSPHRASE = "kırmızı şemsiye 7"


@pytest.fixture
def memory() -> Iterator[MemoryKeyring]:
    backend = MemoryKeyring()
    with using(backend):
        yield backend


@pytest.fixture
def opened(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> Profile:
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
    return secrecy.protect(profile, PASSPHRASE)[0]


def test_a_notebook_is_remembered_wherever_it_lies_and_forgotten(
    memory: MemoryKeyring, opened: Profile, tmp_path: Path
) -> None:
    assert opened.key is not None
    locked = replace(opened, key=None)
    assert keychain.recall_notebook(locked) is None
    keychain.remember_notebook(opened)
    assert keychain.recall_notebook(locked) == opened.key
    assert PASSPHRASE not in str(memory.held), "the passphrase may open other things of hers"
    assert str(opened.directory) not in str(memory.held)
    shutil.copytree(opened.directory, tmp_path / "moved")
    assert keychain.recall_notebook(Profile.at(tmp_path / "moved")) == opened.key
    secrecy.change_passphrase(opened, "bambaşka bir parola")
    assert keychain.recall_notebook(locked) == opened.key
    keychain.forget_notebook(opened)
    keychain.forget_notebook(opened)
    assert memory.held == {}


def test_workbooks_are_remembered_per_network(memory: MemoryKeyring) -> None:
    keychain.remember_workbooks("Öğretmen Ağı", "ortak parola")
    assert keychain.recall_workbooks("ÖĞRETMEN AĞI") == "ortak parola"
    assert keychain.recall_workbooks("Başka Ağ") == ""
    keychain.remember_workbooks("Öğretmen Ağı", "")
    assert memory.held == {}


@pytest.mark.usefixtures("memory")
def test_nonsense_in_the_keyring_opens_nothing(memory: MemoryKeyring, opened: Profile) -> None:
    keychain.remember_notebook(opened)
    for nonsense in ("", "x", "zz" * 48, "00" * 47):
        memory.held = dict.fromkeys(memory.held, nonsense)
        assert keychain.recall_notebook(opened) is None


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring(), LockedKeyring()])
def test_where_there_is_none_a_sentence_says_so(backend: KeyringBackend, opened: Profile) -> None:
    with using(backend):
        for call in (keychain.remember_notebook, keychain.recall_notebook):
            with pytest.raises(NoKeychain, match="cannot be used"):
                call(opened)
