"""A file that was taken in just so is known by its bytes, until it is taken back."""

from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.unit.sync.laptops import Laptop, read_here, told
from tn_desktop.exchange.sync.incoming import Incoming

pytestmark = pytest.mark.both_engines


def unread(*_arguments: object) -> NoReturn:
    pytest.fail("it was read")


def test_a_known_file_is_not_read_again_unless_it_was_taken_back(ayse: Laptop, baran: Laptop) -> None:
    from tn_desktop.services.merge_undo import undo_batch

    person = ayse.add("people", given_name="Işık")
    file = ayse.send()
    first = baran.receive(file)
    again = file.with_name("başka ad.xlsx")
    again.write_bytes(file.read_bytes())
    for rehearse in (False, True):
        (one,) = baran.receive(again, rehearse=rehearse, read=unread).files
        assert (one.status, one.device) == ("duplicate", ayse.db.device)
    assert first.batch is not None
    with baran.db.write("Undo") as uow:
        undo_batch(uow, first.batch)
    assert baran.show("people", person) is None
    assert [status for status, _reason in told(baran.receive(again))] == ["applied"]


def test_a_file_that_was_written_over_before_it_was_read_is_not_known_by_its_former_bytes(
    ayse: Laptop, baran: Laptop, ceren: Laptop
) -> None:
    """A sync tool keeps the former file beside the new one, under the name of a conflict copy."""
    person = ayse.add("people", given_name="Işık")
    ceren.add("people", given_name="Umut")
    file, newer = ayse.send(), ceren.send().read_bytes()
    copy = file.with_name(f"{file.stem}.sync-conflict-20260314-120000-ABCDEFG.xlsx")
    copy.write_bytes(file.read_bytes())

    def read(path: Path, *how: Any) -> Incoming:
        path.write_bytes(newer)
        return read_here(path, *how)

    assert told(baran.receive(file, read=read)) == [("applied", "")]
    assert baran.show("people", person) is None
    assert told(baran.receive(copy)) == [("applied", "")]
    assert baran.show("people", person) is not None
