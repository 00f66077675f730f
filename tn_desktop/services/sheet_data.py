"""What a session sheet prints, read from the database in the order and with the numbers of attendance entry."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.places import province_name
from tn_desktop.model.text import fold
from tn_desktop.model.tool_library import LANGUAGES
from tn_desktop.model.vocabulary import ONLINE
from tn_desktop.services import agenda, attendance, organisation
from tn_desktop.services.attendance import RosterRow, SessionHead
from tn_desktop.services.sheet_content import SessionSheet, SheetAgenda, SheetBlock, SheetPerson, SheetSession
from tn_desktop.services.slip_content import contact_of, texts_of
from tn_desktop.services.workshops import facilitator_names

_person = table_of(Person)
_CHUNK = 500


def session_sheet_data(connection: Connection, session_ids: Sequence[int]) -> tuple[SessionSheet, ...]:
    """One sheet for each workshop, its sessions side by side in order of time.

    A sheet of one session has that session's roster; one of several has everybody of the workshop, numbered as in
    the grid of people and sessions.

    Raises:
        NotFound: a session was removed.
    """
    by_workshop: dict[int, list[SessionHead]] = {}
    for session in dict.fromkeys(session_ids):
        head = attendance.session_head(connection, session)
        by_workshop.setdefault(head.workshop_id, []).append(head)
    return tuple(
        _sheet(connection, heads, attendance.roster(connection, heads[0].id).rows)
        if len(heads) == 1
        else _sheet(connection, heads, attendance.grid(connection, heads[0].workshop_id).rows)
        for heads in by_workshop.values()
    )


def separate_sheets(connection: Connection, session_ids: Sequence[int]) -> tuple[SessionSheet, ...]:
    """A sheet of its own for each session.

    Raises:
        NotFound: a session was removed.
    """
    return tuple(sheet for session in dict.fromkeys(session_ids) for sheet in session_sheet_data(connection, [session]))


def _sheet(connection: Connection, heads: Sequence[SessionHead], rows: Sequence[RosterRow]) -> SessionSheet:
    names = facilitator_names(connection, [head.id for head in heads])
    ordered = sorted(heads, key=lambda head: head.number)
    sessions = [_session(head, names.get(head.id, ())) for head in ordered]
    agendas = [_agenda(connection, head.id, session) for head, session in zip(ordered, sessions, strict=True)]
    return SessionSheet(
        organisation=organisation.name_of(connection),
        workshop=heads[0].workshop,
        sessions=tuple(sessions),
        people=_people(connection, rows),
        walk_ins=sum(not row.enrolled for row in rows),
        agendas=tuple(one for one in agendas if one.blocks),
        contact=contact_of(connection),
        texts=texts_of(connection),
    )


def _agenda(connection: Connection, session: int, printed: SheetSession) -> SheetAgenda:
    found = agenda.agenda(connection, session)
    blocks = (SheetBlock(row.starts, row.ends, row.minutes, row.titles, row.led_by, row.notes) for row in found.rows)
    return SheetAgenda(printed, tuple(blocks), {language: found.materials(language) for language in LANGUAGES})


def _session(head: SessionHead, facilitators: tuple[str, ...]) -> SheetSession:
    return SheetSession(
        number=head.number,
        title=head.title,
        starts_at=head.starts_at,
        ends_at=head.ends_at,
        place=_place(head),
        mode=head.mode,
        facilitators=facilitators,
    )


def _place(head: SessionHead) -> str:
    """The venue with its province, unless it names it or the session has no place; no bare code of one abroad."""
    province = province_name(head.province) if head.mode != ONLINE else ""
    if province in ("", head.province) or fold(province) in fold(head.venue):
        return head.venue
    return f"{head.venue}, {province}" if head.venue else province


def _people(connection: Connection, rows: Sequence[RosterRow]) -> tuple[SheetPerson, ...]:
    contacts = _contacts(connection, [row.person_id for row in rows])
    same = Counter((row.search, fold(row.institution)) for row in rows)
    people = []
    for row in rows:
        phone, email = contacts.get(row.person_id, ("", ""))
        label = row.label
        if not label and same[row.search, fold(row.institution)] > 1 and len(phone) >= 4:
            # Namesakes of one institution without a label: each knows the end of her own number.
            label = f"…{phone[-4:]}"
        people.append(
            SheetPerson(
                number=row.number,
                full_name=row.name,
                label=label,
                namesake=bool(row.hint),
                institution=row.institution,
                subject=row.subject,
                phone=show_phone(phone),
                email=email,
            )
        )
    return tuple(people)


def _contacts(connection: Connection, people: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Person id -> (phone as stored, e-mail)."""
    found: dict[int, tuple[str, str]] = {}
    for ids in _chunks(people):
        rows = connection.execute(select(_person.c.id, _person.c.phone, _person.c.email).where(_person.c.id.in_(ids)))
        found.update({row.id: (row.phone or "", row.email or "") for row in rows})
    return found


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
