"""A made-up network around two communities, and its living rows as the command line shows them."""

import random
from typing import Any

from tn_desktop.services import attendance, records
from tn_desktop.store.database import Database

ENTITIES = (
    "people", "communities", "memberships", "workshops", "sessions", "attendance", "needs", "decisions", "solutions",
    "iterations", "outputs", "stakeholders", "community_stakeholders", "workshop_stakeholders", "engagements",
    "surveys",
)  # fmt: skip
Rows = dict[str, list[dict[str, Any]]]


def day(chance: random.Random) -> str:
    return f"2025-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"


def tell(db: Database, seed: int = 3) -> int:
    """Fill the database; the id of the community that the tests look at (the other one is there to be left out)."""
    chance = random.Random(seed)
    with db.write("story") as uow:

        def add(entity: str, **values: object) -> int:
            kept = {name: value for name, value in values.items() if value is not None}
            key = records.add(uow, entity, kept).subject
            assert key is not None
            return key

        one = add("communities", name="Iğdır Çemberi", issue="Okuma", goals="Birlikte", founded="2025-01-10")
        other = add("communities", name="Kars Grubu", kind="working_group", founded="2025-05-02", grown_from=[one])
        both = (one, other)
        people = [
            add("people", given_name=f"Kişi{n}", subject=chance.choice(["Matematik", "matematik", "Türkçe", None]))
            for n in range(30)
        ]
        for person in people[:24]:
            joined = chance.choice([None, day(chance)])
            left = chance.choice([None, None, None, "2025-12-30"])
            role = chance.choice(["member", "member", "facilitator", "expert"])
            community = chance.choice(both)
            add("memberships", person=person, community=community, role=role, joined=joined, left=left)
        workshops = [
            add("workshops", title=f"Atölye {n}", communities=chance.choice([[one], [other], [one, other], []]))
            for n in range(8)
        ]
        sessions = []
        for workshop in workshops * 2:
            starts = f"{day(chance)}T{chance.randint(9, 18):02d}:00"
            status = chance.choice(["planned", "held", "cancelled", "postponed", "planned"])
            sessions.append(add("sessions", workshop=workshop, starts_at=starts, status=status))
        for session in sessions[:12]:
            for person in chance.sample(people, 5):
                attendance.mark(uow, session, person, chance.choice(["present", "late", "absent", "excused"]))
        add("sessions", workshop=workshops[0], starts_at="2031-01-05T10:00")
        needs = [
            add(
                "needs", title=f"İhtiyaç {n}", community=chance.choice(both), votes=chance.choice([None, 0, 3, 7]),
                raised_at=chance.choice([None, day(chance)]),
                status=chance.choice(["raised", "discussed", "chosen", "addressed", "dropped"]),
            )
            for n in range(20)
        ]  # fmt: skip
        for n in range(6):
            about = chance.sample(needs, 2)
            add(
                "decisions", question=f"Soru {n}", community=chance.choice(both), date=day(chance), needs=about, votes=n
            )
        solutions = [add("solutions", title=f"Çözüm {n}", community=both[n % 2], started=day(chance)) for n in range(5)]
        for n, solution in enumerate(solutions * 2):
            add("iterations", solution=solution, date=day(chance), what_changed=f"Değişiklik {n}")
        for n in range(6):
            belongs = {
                "community": chance.choice([None, *both]),
                "solution": chance.choice([None, *solutions]),
                "workshop": chance.choice([None, *workshops]),
            }
            add("outputs", title=f"Çıktı {n}", date=day(chance), kind="guide", **belongs)
        stakeholders = [add("stakeholders", name=f"Paydaş {n}") for n in range(6)]
        add("community_stakeholders", community=one, stakeholder=stakeholders[0], roles=["funder"])
        add("community_stakeholders", community=one, stakeholder=stakeholders[1])
        add("workshop_stakeholders", workshop=workshops[0], stakeholder=stakeholders[2])
        for _n in range(8):
            stakeholder = chance.choice(stakeholders[1:])
            add("engagements", stakeholder=stakeholder, community=chance.choice(both), date=day(chance), kind="call")
        add("surveys", community=one, wave=1, date="2025-06-01", indicator="well_being", n=12, mean="3.8", scale_max=5)
        for entity, key in (
            ("people", people[0]), ("workshops", workshops[1]), ("sessions", sessions[0]), ("needs", needs[0]),
            ("solutions", solutions[0]), ("stakeholders", stakeholders[1]),
        ):  # fmt: skip
            records.remove(uow, entity, key)
    return one


def rows(db: Database) -> Rows:
    """Every living row of every entity."""
    with db.read() as connection:
        return {entity: records.listing(connection, entity, limit=10_000)[1] for entity in ENTITIES}


def uid(db: Database, entity: str, key: int) -> str:
    with db.read() as connection:
        return records.uid_of(connection, entity, key)


def by_uid(found: Rows, entity: str) -> dict[str, dict[str, Any]]:
    return {row["uid"]: row for row in found[entity]}
