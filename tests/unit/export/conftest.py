"""Made-up attendance of any size, the Turkish of the translation file, and LibreOffice as a second reader."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tn_desktop.exchange.export.scope import AttendanceScope, PersonRow, SessionRow
from tn_desktop.model.messages import Translate
from tn_desktop.services.export_scope import MarkRow

ROOT = Path(__file__).resolve().parents[3]
NAMES = ("Ayşe Yılmaz", "İrem Işık", "Çağla Öztürk", "Şule Güneş", "Ömer İnan", "Hüseyin Çelik", "Gökçe Şahin")
STATUSES = ("present", "present", "present", "late", "excused", "absent", None)

Marks = dict[tuple[int, int], str | None]


def person(number: int, **fields: Any) -> PersonRow:
    """The person of a number; `fields` change what is made up."""
    given, family = NAMES[number % len(NAMES)].split()
    made_up = PersonRow(
        number, given, family, None, "Atatürk Ortaokulu", "Matematik", "TR-76", "Merkez",
        f"+90532{number:07d}", f"kisi{number}@okul.org",
    )  # fmt: skip
    return made_up._replace(**fields)


def session(number: int, **fields: Any) -> SessionRow:
    """The session of a number, a week after the one before."""
    starts = datetime(2026, 3, 14, 13, tzinfo=UTC) + timedelta(weeks=number - 1)
    made_up = SessionRow(
        number, "Eleştirel Düşünme", number, None, f"{starts:%Y-%m-%dT%H:%M}", f"{starts:%Y-%m-%dT16:00}",
        "Europe/Istanbul", "in_person", "Iğdır Öğretmenevi", "TR-76", "Elif Şahin", "held", 24, 2, 1,
    )  # fmt: skip
    return made_up._replace(**fields)


def mark(where: SessionRow, who: PersonRow, status: str | None, walk_in: int = 0) -> MarkRow:
    """A mark as the scope hands it out."""
    mode = "online" if status == "late" else "in_person" if status == "present" else None
    return MarkRow(where.number, who.number, status, mode, 15 if status == "late" else None, walk_in)


def scope_of(
    sessions: list[SessionRow], people: list[PersonRow], statuses: Marks | None = None, **fields: Any
) -> AttendanceScope:
    """A scope in which everybody is on the list of every counted session.

    statuses: (session, person) -> status; without it they follow a pattern.
    """

    def status_of(where: SessionRow, who: PersonRow) -> str | None:
        if statuses is not None:
            return statuses[where.number, who.number]
        return STATUSES[(where.number * 5 + who.number * 3) % len(STATUSES)]

    def marks() -> Iterator[list[MarkRow]]:
        for where in sessions:
            yield [mark(where, who, status_of(where, who), int(who.number == 2)) for who in people if where.counted]

    made_up = AttendanceScope(
        title="Eleştirel Düşünme",
        about="3 oturum",
        organisation="Öğretmen Ağı",
        facilitator="Elif Şahin",
        first_day=date(2026, 3, 14),
        last_day=date(2026, 3, 28),
        made_at=datetime(2026, 3, 29, 17, 30, tzinfo=UTC),
        sessions=lambda: sessions,
        people=lambda: people,
        some_people=lambda numbers: [who for who in people if who.number in numbers],
        marks=marks,
        mark_count=len(people) * sum(where.counted for where in sessions),
        labels=any(who.label for who in people),
    )
    return replace(made_up, **fields)


@pytest.fixture(scope="session")
def turkish() -> Translate:
    """Turkish, straight from the translation file."""
    path = ROOT / "resources" / "translations" / "tn_desktop_tr.ts"
    texts = {
        (context.findtext("name"), message.findtext("source")): message.findtext("translation")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }
    return lambda context, text: texts.get((context, text)) or text


@pytest.fixture
def small() -> AttendanceScope:
    """Three sessions, seven people."""
    return scope_of([session(n) for n in (1, 2, 3)], [person(n) for n in range(1, 8)])


@pytest.fixture
def soffice(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Converts a file with LibreOffice to another format and returns the result."""

    def convert(source: Path, kind: str) -> Path:
        out = tmp_path / "converted"
        settings = (tmp_path / "soffice").as_uri()
        command = ("soffice", f"-env:UserInstallation={settings}", "--headless")
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", str(out), str(source)],
            check=True,
            capture_output=True,
            timeout=600,
        )
        return out / f"{source.stem}.{kind.partition(':')[0]}"

    return convert
