"""Privacy notices and explicit consents: who was told, who agreed to what, and taking it back as easily.

Nothing here is a condition of anything: attendance, lists and sheets know no consent. A person who was entered twice
has the consents of all her rows.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, select, union

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import SameAs
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.privacy import Consent
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import CONSENT, CONSENT_PURPOSE, NOTICE
from tn_desktop.services import privacy_versions, same_as
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_AT_ONCE: Final = 400
_consent, _person, _same = table_of(Consent), table_of(Person), table_of(SameAs)

CONTACT: Final = "contact"
"""The purpose without which phone and e-mail are better left alone."""
NONE, GIVEN, OLD, WITHDRAWN = "none", "given", "old", "withdrawn"
"""How it stands with a notice or a purpose: never, yes, yes but to an older text (ask again), taken back."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What somebody put her name to: on which day (ISO), in which language, how, and where the proof lies.

    Attributes:
        purposes: what she consented to; others stay as they are.
        notice: whether she was given the privacy notice.
    """

    day: str
    language: str
    channel: str
    purposes: tuple[str, ...] = ()
    notice: bool = True
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A line of the history; dates are ISO, "" where there is none."""

    consent_id: int
    kind: str
    purpose: str
    given_at: str
    withdrawn_at: str
    text_version: str
    language: str
    channel: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the notice (purpose "") or one purpose; since is the ISO day of the last word on it."""

    purpose: str
    state: str
    since: str
    version: str


@dataclass(frozen=True, slots=True)
class PersonConsents:
    """The notice and each purpose as they stand, and every row, the latest first."""

    notice: Standing
    purposes: tuple[Standing, ...]
    history: tuple[ConsentRow, ...]


def record(uow: UnitOfWork, people: Sequence[int], slip: Slip) -> Changes:
    """Write down that these people put their names to a slip; told["count"] is of how many something was new.

    What stands already with the same text is not written again.

    Raises:
        FieldError: there is no such purpose.
    """
    for purpose in slip.purposes:
        if purpose not in CONSENT_PURPOSE:
            message = QT_TRANSLATE_NOOP("errors", "There is no purpose “{purpose}”. Purposes: {known}.")
            raise FieldError("purpose", message, purpose=purpose, known=", ".join(CONSENT_PURPOSE))
    version = privacy_versions.current(uow.connection)
    wanted = ([""] if slip.notice else []) + list(dict.fromkeys(slip.purposes))
    held = _standing(uow.connection, people, version)
    rows, new = [], set()
    for person in dict.fromkeys(people):
        for purpose in wanted:
            if (person, purpose) in held:
                continue
            new.add(person)
            rows.append(
                {
                    "person_id": person,
                    "kind": CONSENT if purpose else NOTICE,
                    "purpose": purpose or None,
                    "text_version": version,
                    "language": slip.language,
                    "channel": slip.channel,
                    "given_at": slip.day,
                    "evidence": slip.evidence or None,
                }
            )
    uow.create_many(Consent, rows)
    return uow.changes(count=len(new))


def withdraw(uow: UnitOfWork, person: int, purposes: Collection[str], day: str) -> Changes:
    """Take back what a person consented to, on all her rows; told["count"] is how many consents it were."""
    people = same_as.ids_of_group(uow.connection, "people", person)
    standing = select(_consent.c.id, _consent.c.given_at).where(
        _consent.c.person_id.in_(people), _stands(), _consent.c.purpose.in_(list(purposes))
    )
    rows = uow.connection.execute(standing).all()
    uow.change_many(Consent, {row.id: {"withdrawn_at": max(day, row.given_at or day)} for row in rows})
    return uow.changes(count=len(rows))


def of_person(connection: Connection, person: int) -> PersonConsents:
    """Everything known of a person's notices and consents, those of rows that are the same among them."""
    people = same_as.ids_of_group(connection, "people", person)
    rows = connection.execute(
        select(_consent)
        .where(_consent.c.person_id.in_(people), _consent.c.alive == 1)
        .order_by(_consent.c.given_at.desc(), _consent.c.id.desc())
    )
    history = tuple(
        ConsentRow(
            row.id,
            row.kind or "",
            row.purpose or "",
            row.given_at or "",
            row.withdrawn_at or "",
            row.text_version or "",
            row.language or "",
            row.channel or "",
            row.evidence or "",
        )
        for row in rows
    )
    version = privacy_versions.current(connection)
    return PersonConsents(
        _stand(history, "", version), tuple(_stand(history, purpose, version) for purpose in CONSENT_PURPOSE), history
    )


def _stand(history: Iterable[ConsentRow], purpose: str, version: str) -> Standing:
    own = [row for row in history if row.purpose == purpose and (row.kind == NOTICE) == (purpose == "")]
    going = [row for row in own if not row.withdrawn_at]
    if going:
        best = max(going, key=lambda row: (row.text_version == version, row.given_at))
        return Standing(purpose, GIVEN if best.text_version == version else OLD, best.given_at, best.text_version)
    if own:
        last = max(own, key=lambda row: row.withdrawn_at)
        return Standing(purpose, WITHDRAWN, last.withdrawn_at, last.text_version)
    return Standing(purpose, NONE, "", "")


def _stands() -> ColumnElement[bool]:
    """The condition on a consent that stands: living and not withdrawn."""
    return and_(_consent.c.alive == 1, _consent.c.kind == CONSENT, _consent.c.withdrawn_at.is_(None))


def _standing(connection: Connection, people: Sequence[int], version: str) -> set[tuple[int, str]]:
    """Which (person, purpose or "" for the notice) stand with this version of the text."""
    found: set[tuple[int, str]] = set()
    for start in range(0, len(people), _AT_ONCE):
        part = list(people[start : start + _AT_ONCE])
        rows = connection.execute(
            select(_consent.c.person_id, _consent.c.purpose).where(
                _consent.c.person_id.in_(part),
                _consent.c.alive == 1,
                _consent.c.withdrawn_at.is_(None),
                _consent.c.text_version == version,
            )
        )
        found.update((row.person_id, row.purpose or "") for row in rows)
    return found


def who(purpose: str, *, version: str | ColumnElement[str] = "") -> Select[Any]:
    """The ids of people whose consent for a purpose stands; with purpose "" who were given the notice.

    With a version, only to that text. Rows that were said to be the same as one of them are among them.
    """
    if purpose:
        condition: ColumnElement[bool] = and_(_stands(), _consent.c.purpose == purpose)
    else:
        condition = and_(_consent.c.alive == 1, _consent.c.kind == NOTICE)
    if not isinstance(version, str) or version:
        condition = and_(condition, _consent.c.text_version == version)
    direct = select(_consent.c.person_id).where(condition)
    # Whoever was entered twice has agreed as one.
    as_one = twins.all_kept("person", direct)
    both = union(direct, as_one, twins.seen_as("person", as_one)).subquery()
    return select(both.c.person_id)


def standing_days(connection: Connection, purpose: str, people: Collection[int]) -> dict[int, str]:
    """Person -> the day (ISO) of a notice (purpose "") or consent that stands, for those of `people` who have one."""
    kind = CONSENT if purpose else NOTICE
    found: dict[int, str] = {}
    # Whoever was entered twice has agreed as one.
    groups = same_as.groups(connection, "people")
    mine = {groups[key] for key in people if key in groups}
    wanted = sorted({*people, *(key for key, group in groups.items() if group in mine)})
    for start in range(0, len(wanted), _AT_ONCE):
        rows = connection.execute(
            select(_consent.c.person_id, _consent.c.given_at).where(
                _consent.c.person_id.in_(wanted[start : start + _AT_ONCE]),
                _consent.c.alive == 1,
                _consent.c.kind == kind,
                _consent.c.withdrawn_at.is_(None),
                *([_consent.c.purpose == purpose] if purpose else []),
            )
        )
        for row in rows:
            found[row.person_id] = max(found.get(row.person_id, ""), row.given_at or "")
    together: dict[int, str] = {}
    for key, day in found.items():
        if key in groups:
            together[groups[key]] = max(together.get(groups[key], ""), day)
    told = {key: together.get(groups[key], "") if key in groups else found.get(key, "") for key in people}
    return {key: day for key, day in told.items() if day}


def signed(connection: Connection, people: Collection[int], purposes: Collection[str]) -> frozenset[int]:
    """Who of these people was given the notice and agreed to each of these purposes, to whichever text."""
    found = set(people)
    for purpose in ("", *purposes):
        found &= standing_days(connection, purpose, found).keys()
    return frozenset(found)


def lacks(table: Table, value: Any) -> ColumnElement[bool]:
    """The filter of a list of people: "notice", a purpose, or "ask_again" (who agreed to an older text only)."""
    if value == "ask_again":
        now, ever = (
            who("", version=privacy_versions.current_in_sql()),
            select(_consent.c.person_id).where(_consent.c.alive == 1),
        )
        return and_(table.c.id.in_(ever), table.c.id.not_in(now))
    return table.c.id.not_in(who("" if value == NOTICE else str(value)))
