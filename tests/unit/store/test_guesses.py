"""Wrong passphrases: the next one waits, after a restart too, whatever the clock says; nobody is locked out."""

import time
from pathlib import Path

import pytest

from tn_desktop.model.errors import StoreError
from tn_desktop.services import secrecy
from tn_desktop.store import guesses, keys
from tn_desktop.store.keys import WrongPassphrase
from tn_desktop.store.profile import Profile

PASSPHRASE = "kırmızı şemsiye 7"


@pytest.fixture
def protected(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> Profile:
    monkeypatch.setattr(keys, "_COST", {"n": 2**10, "r": 8, "p": 1})
    secrecy.protect(profile, PASSPHRASE)
    return profile


def guess(profile: Profile, passphrase: str = "yanlış parola") -> None:
    with pytest.raises(WrongPassphrase):
        secrecy.unlock(profile, passphrase)


def test_three_are_free_then_each_waits_twice_as_long_up_to_a_minute(protected: Profile) -> None:
    waits = []
    for _ in range(14):
        waits.append(secrecy.wait_before(protected))
        guess(protected)
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert secrecy.unlock(protected, PASSPHRASE).key is not None, "the right one always opens"
    assert secrecy.wait_before(protected) == 0
    assert not guesses.tries_file(protected.key_file).exists()


def test_the_clock_has_no_say(protected: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(6):
        guess(protected)
    wait = secrecy.wait_before(protected)
    for moment in (0.0, 4e9):
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        assert secrecy.wait_before(protected) == wait == 4


def test_a_guess_counts_before_it_is_tried(protected: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever ends the program instead of waiting for the answer wins nothing."""

    class KilledError(BaseException):
        pass

    def killed(*_given: object) -> None:
        raise KilledError

    monkeypatch.setattr(keys, "unlock", killed)
    for _ in range(5):
        with pytest.raises(KilledError):
            secrecy.unlock(protected, "yanlış parola")
    assert guesses.wrong_so_far(protected.key_file) == 5


def test_the_recovery_key_is_slowed_down_as_well(protected: Profile) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            secrecy.unlock_by_recovery(protected, "AAAA-BBBB", "yeni parola 12")
    assert secrecy.wait_before(protected) == 2


def test_what_is_no_guess_does_not_count(protected: Profile) -> None:
    held = protected.key_file.read_bytes()
    protected.key_file.write_text("{}")
    with pytest.raises(StoreError):
        secrecy.unlock(protected, PASSPHRASE)
    protected.key_file.write_bytes(held)
    assert guesses.wrong_so_far(protected.key_file) == 0


@pytest.mark.parametrize("kept", ["", "x", "-5", "9" * 400, "12.5", "\0"])
def test_nonsense_in_the_file_locks_nobody_out(protected: Profile, kept: str) -> None:
    guesses.tries_file(protected.key_file).write_text(kept, encoding="ascii")
    assert 0 <= secrecy.wait_before(protected) <= guesses.LONGEST
    assert secrecy.unlock(protected, PASSPHRASE).key is not None


def test_the_largest_number_waits_a_minute(tmp_path: Path) -> None:
    key_file = tmp_path / "keys.json"
    guesses.tries_file(key_file).write_text("99999999999", encoding="ascii")
    assert guesses.wait_before(key_file) == guesses.LONGEST
