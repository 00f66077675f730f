"""An old backup that is restored brings nothing of an erased person back, wherever something of her was kept."""

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.rows import add_within
from tn_desktop.model.entities.base import METADATA
from tn_desktop.services import (
    backups,
    drafts,
    erasure,
    export_log,
    local_choices,
    records,
    safety,
    same_as,
)
from tn_desktop.services.drafts import Draft
from tn_desktop.services.export_log import Exported
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines
NOW = datetime(2026, 3, 14, 12, 0).astimezone()
NAME, FAMILY = "Zübeyde", "Kızılgöz"


def live_with_her(db: Database) -> int:
    """A notebook in which she is everywhere; her id."""
    with db.write("add") as uow:
        add = partial(add_within, uow)
        her = add("people", given_name=NAME, family_name=FAMILY, phone="0532 111 22 33", email="zubeyde@kizilgoz.org")
        twin = add("people", given_name=NAME, family_name="Kızılgoz", notes="Kızılgöz de yazılıyor")
        same_as.judge(uow, "people", her, twin, "same")
        club = add("communities", name="Okuma Kulübü")
        add("memberships", person=her, community=club)
        workshop = add("workshops", title="Problem Ağacı")
        session = add("sessions", workshop=workshop, starts_at="2026-03-01T13:00")
        add("attendance", session=session, person=her, status="present", note="Kızılgöz erken çıktı")
        add("consents", person=her, kind="notice", given_at="2026-03-01", evidence="zubeyde-kizilgoz.pdf")
        add("requests", person=her, kind="access", received="2026-03-02", notes="Kızılgöz aradı")
        person = add("stakeholders", name=f"{NAME} {FAMILY}", type="expert", person=her, phone="0532 111 22 33")
        add("engagements", stakeholder=person, date="2026-03-03", kind="call", summary="Kızılgöz ile konuştuk")
        house = add("stakeholders", name="Kitap Evi", type="ngo", person=her)
        add("contacts", stakeholder=house, person=her, role="müdür")
        records.change(uow, "people", her, {"institution": "Kızılgöz Koleji"})
        records.change(uow, "people", her, {"institution": "Atatürk İlkokulu"})
        export_log.note(uow, Exported("liste.xlsx", "people", "", 2, True, recipient=f"{NAME} {FAMILY}"), NOW)
        export_log.note(uow, Exported("liste.xlsx", "people", "", 2, True, recipient="Fon"), NOW)
        local_choices.put(
            uow, db.device, {"export/recipient": f"{NAME} {FAMILY}".upper(), "exchange/recipient": "Ofis"}
        )
        field = drafts.Field("notes", "Notlar", "Kızılgöz aranacak")
        drafts.keep(uow, Draft("people/PersonForm", "Kişiler", "2026-03-14T12:00:00", (field,), {"key": 1}, {}))
    return her


def everything(profile: Profile) -> bytes:
    """The bytes of each file of a profile but its backups and logs; of a server every row of every table."""
    kept = [path for path in profile.directory.rglob("*") if path.is_file() and profile.backups not in path.parents]
    found = [path.read_bytes() for path in kept]
    if profile.server:
        with Database.open(profile) as db, db.read() as connection:
            for table in METADATA.sorted_tables:
                found += [repr(tuple(row)).encode() for row in connection.execute(select(table))]
    return b"\n".join(found)


def backed_up(db: Database, folder: Path) -> Path:
    """A backup as the program makes it: by itself on a laptop, by its command of an office."""
    if db.on_server:
        safety.backup(db, folder / "office.db")
        return folder / "office.db"
    made = backups.make_due(db, NOW.replace(tzinfo=None), anyhow=True).backup
    assert made is not None
    return made.file


def traces(content: bytes) -> list[str]:
    words = ("Zübeyde", "ZÜBEYDE", "zubeyde", "Kızılgöz", "KIZILGÖZ", "kizilgoz", "5321112233")
    return [word for word in words if word.encode() in content]


@pytest.mark.parametrize("erased", [True, False], ids=["of a laptop that erased her", "whose erasure came by a file"])
def test_nothing_of_her_comes_back_with_an_old_backup(profile: Profile, tmp_path: Path, erased: bool) -> None:
    with Database.open(profile) as db:
        her = live_with_her(db)
        made = backed_up(db, tmp_path)
        assert traces(everything(profile))
        if erased:
            erasure.erase_person(db, her, "2026-03-14", "")
        else:
            with db.read() as connection:
                group = same_as.group(
                    connection, "person", bytes.fromhex(records.uid_of(connection, "people", her).replace("-", ""))
                )
            erasure.replay(db, [erasure.Erasure(uid, "person", "2026-03-14", "") for uid in group])
    assert traces(everything(profile)) == [], "here, before anything is restored"
    safety.restore(profile, made)
    assert traces(everything(profile)) == []
    with Database.open(profile) as db, db.read() as connection:
        assert [row["name"] for row in records.listing(connection, "stakeholders")[1]] == ["Kitap Evi"]
        assert records.listing(connection, "attendance")[0] == 0 and records.listing(connection, "engagements")[0] == 0
        assert [one.recipient for one in export_log.exports(connection)] == ["Fon", ""]
        chosen = [local_choices.held_by(connection, db.device), *local_choices.others(connection, db.device)]
        assert all(not (held or {}).get("export/recipient") for held in chosen)
