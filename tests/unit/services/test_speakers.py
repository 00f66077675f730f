"""Who is offered as a speaker: people, and those of stakeholders by the stakeholder's name."""

import pytest

from tn_desktop.services import records, speakers
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def test_people_of_a_stakeholder_are_found_by_its_name(db: Database) -> None:
    with db.write("fill") as uow:
        ayse = records.add(uow, "people", {"given_name": "Ayşe", "family_name": "Demir"}).subject or 0
        cem = records.add(uow, "people", {"given_name": "Cem", "family_name": "Halkçı"}).subject or 0
        gone = records.add(uow, "people", {"given_name": "Eski", "family_name": "Görevli"}).subject or 0
        library = records.add(uow, "stakeholders", {"name": "Halk Kütüphanesi"}).subject
        expert = records.add(uow, "stakeholders", {"name": "Halkbilimci Ece Su", "type": "expert"}).subject
        records.add(uow, "stakeholders", {"name": "Halk Eğitim Merkezi", "type": "public_agency"})
        for person in (ayse, gone):
            records.add(uow, "contacts", {"stakeholder": library, "person": person})
        records.remove(uow, "people", gone)
        found = speakers.suggest(uow.connection, "halk")
        assert [(known.id, known.name, known.detail) for known in found] == [
            (cem, "Cem Halkçı", ""),
            (ayse, "Ayşe Demir", "Halk Kütüphanesi"),
            (0, "Halkbilimci Ece Su", ""),
        ]
        records.change(uow, "stakeholders", expert or 0, {"person": cem})
        assert [known.id for known in speakers.suggest(uow.connection, "halk")] == [cem, ayse]
        assert speakers.suggest(uow.connection, "") == []
        assert [known.id for known in speakers.suggest(uow.connection, "ayse")] == [ayse]
