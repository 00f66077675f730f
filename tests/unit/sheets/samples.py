"""Invented sheets."""

from datetime import date, timedelta

from tn_desktop.services.sheet_content import SessionSheet, SheetPerson, SheetSession

GIVEN = ("Ayşe", "Mehmet", "Işık", "İrem", "Gülşah", "Ömer", "Çağrı", "Rojîn", "Berîvan", "Ümit")
FAMILY = ("Yılmaz", "Öztürk", "Şahin", "Ağaoğlu", "Çelik", "Işık", "Büyükkaraoğlanoğlu")


def people(count: int) -> tuple[SheetPerson, ...]:
    """So many people with plain Turkish names, every thirteenth with a label."""
    return tuple(
        SheetPerson(
            number=index + 1,
            full_name=f"{GIVEN[index % len(GIVEN)]} {FAMILY[index % len(FAMILY)]}",
            label="Fen Lisesi" if index % 13 == 0 else "",
            institution="Şehit Öğretmen Aybüke Yalçın Mesleki ve Teknik Anadolu Lisesi"
            if index % 5 == 0
            else "İnönü İlkokulu",
            subject="Psikolojik Danışma ve Rehberlik" if index % 7 == 0 else "Matematik",
            phone=f"+90 532 000 {index // 100:02d} {index % 100:02d}",
            email=f"ogretmen.{index}@ornek.k12.tr",
        )
        for index in range(count)
    )


def sessions(count: int) -> tuple[SheetSession, ...]:
    """Weekly sessions from 14.03.2026, 13:00–16:00."""
    days = [date(2026, 3, 14) + timedelta(weeks=index) for index in range(count)]
    return tuple(
        SheetSession(
            number=index + 1,
            title="Akıl yürütme" if index == 0 else "",
            starts_at=f"{day}T13:00",
            ends_at=f"{day}T16:00",
            place="Iğdır Halk Eğitimi Merkezi",
            mode="hybrid" if index == 0 else "in_person",
            facilitators=("Selin Aksoy", "Deniz Karaca"),
        )
        for index, day in enumerate(days)
    )


def sheet(person_count: int, session_count: int = 1) -> SessionSheet:
    """A sheet of a workshop in Iğdır."""
    return SessionSheet("Öğretmen Ağı", "Eleştirel Düşünme Atölyesi", sessions(session_count), people(person_count))
