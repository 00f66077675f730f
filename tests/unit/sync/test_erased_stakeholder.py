"""A stakeholder that is an erased person goes with her, whoever knew of it; one that only names her stays."""

import pytest

from tests.unit.sync.laptops import Laptop, differences, exchange

pytestmark = pytest.mark.both_engines


def test_who_was_entered_as_a_stakeholder_elsewhere_is_erased_there_too(
    ayse: Laptop, baran: Laptop, ceren: Laptop
) -> None:
    person = ayse.add("people", given_name="Zübeyde", family_name="Kızılgöz")
    club = ayse.add("communities", name="Okuma Kulübü")
    exchange(ayse, baran, ceren)
    # Baran enters her as a stakeholder; Ayşe, who never heard of that, erases her.
    herself = baran.add("stakeholders", name="Zübeyde Kızılgöz", type="expert", person=person)
    talk = baran.add(
        "engagements", stakeholder=herself, date="2026-03-03", kind="call", summary="Kızılgöz ile konuştuk"
    )
    baran.add("community_stakeholders", stakeholder=herself, community=club)
    house = baran.add("stakeholders", name="Kitap Evi", type="ngo", person=person)
    before = baran.send()
    ayse.erase(person)
    # Ceren takes the erasure first and Baran's old file later; Ayşe only the old file.
    ceren.receive(ayse.send())
    ceren.receive(before)
    ayse.receive(before)
    for laptop in (ayse, ceren):
        assert laptop.show("stakeholders", herself) is None and laptop.show("engagements", talk) is None
        kept = laptop.show("stakeholders", house)
        assert kept is not None and (kept["name"], kept["person"]) == ("Kitap Evi", None)
        assert laptop.problems() == []
    exchange(ayse, baran, ceren)
    assert baran.show("stakeholders", herself) is None and baran.problems() == []
    assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())
