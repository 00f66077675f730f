"""A file that was taken in just so is known by its bytes, until it is taken back."""

from typing import NoReturn

import pytest

from tests.unit.sync.laptops import Laptop, told

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
