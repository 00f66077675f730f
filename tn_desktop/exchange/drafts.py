"""The rows of a table as people and marks: texts in their fields, before anything is checked or stored."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from tn_desktop.exchange.headers import CODE, FULL_NAME, FULL_NAME_REVERSED, PERSONAL, PLACE, SessionInfo, session_of
from tn_desktop.exchange.mapping import Mapping
from tn_desktop.exchange.marks import Mark, Scheme, scheme_of
from tn_desktop.exchange.names import split_name, strip_enumerator
from tn_desktop.exchange.reading.book import Cell
from tn_desktop.exchange.tables import Table, TableRow
from tn_desktop.exchange.values import find_when, lines_of, phone_text, serial_date, split_place, text_of
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import find_province
from tn_desktop.model.text import clean, fold
from tn_desktop.model.vocabulary import PERSON_ROLE

NO_NAME: Final = QT_TRANSLATE_NOOP("errors", "The row has no name.")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row as a person: texts by field, what is wrong with the row, and its marks by session.

    `sheet` and `number` say where the row stands. `marks` maps the place of a session column (wide) or the key of a
    session (long) to what is marked there. `community` is the name of the community the row belongs to, or "".
    `codes` are numbers the list knows people by (a pupil's, a gender): not kept, but they tell namesakes apart.
    """

    sheet: str
    number: int
    values: dict[str, str]
    problems: tuple[FieldError, ...] = ()
    marks: dict[object, Mark] = field(default_factory=dict)
    community: str = ""
    codes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Given and family name, as shown."""
        return f"{self.values.get('given_name', '')} {self.values.get('family_name', '')}".strip()


def scheme_for(table: Table, mapping: Mapping) -> Scheme:
    """What the marks of a table mean, with the user's word on those in doubt."""
    columns = [use.index for use in mapping.sessions] or mapping.of("status")
    values = (row.value(column) for row in table.rows for column in columns)
    return scheme_of(values).decided(mapping.marks)


def drafts(table: Table, mapping: Mapping) -> Iterator[Draft]:
    """The rows of a list of people or of attendance, in order."""
    scheme = scheme_for(table, mapping) if mapping.kind != "people" else None
    by_field: dict[str, list[int]] = {}
    for use in mapping.columns:
        if use.field and not (use.field == "session" and mapping.kind == "attendance_wide"):
            by_field.setdefault(use.field, []).append(use.index)
    community = community_title(table.title) if mapping.title_field == "community" else ""
    for row in table.rows:
        draft = _person(table, row, by_field, community)
        if scheme is None:
            yield draft
        elif mapping.kind == "attendance_wide":
            yield replace(draft, marks={use.index: scheme.read(row.value(use.index)) for use in mapping.sessions})
        else:
            yield _with_session(draft, row, by_field, scheme)


def community_title(title: str) -> str:
    """The community's name in the last line of a title."""
    return clean(title.split("\n")[-1]).strip(" :-–") if title else ""


def _person(table: Table, row: TableRow, by_field: dict[str, list[int]], community: str) -> Draft:
    values: dict[str, str] = {}
    problems: list[FieldError] = []
    _name(row, by_field, values)
    for name, columns in by_field.items():
        if name in _NOT_PLAIN:
            continue
        texts = []
        for column in columns:
            cell = row.value(column)
            if cell is None:
                continue
            try:
                text = (
                    phone_text(name, cell) if name == "phone" else lines_of(cell) if name == "notes" else text_of(cell)
                )
            except FieldError as problem:
                problems.append(problem)
                continue
            if text and not (name not in ("notes", "label") and _is_blank(text)):
                texts.append(text)
        if texts:
            values[name] = "\n".join(texts) if name == "notes" else texts[0]
    _place(row, by_field, values)
    if "roles" in values:
        values["roles"] = roles_of(values["roles"])
    own = values.pop("community", "") or community
    if not (values.get("given_name") or values.get("family_name")):
        problems.insert(0, FieldError("given_name", NO_NAME))
    coded = (*_code_columns(table), *by_field.get("person_number", ()))
    codes = tuple(text_of(row.value(column)) for column in coded)
    return Draft(table.sheet, row.number, values, tuple(problems), {}, own, codes)


def _code_columns(table: Table) -> list[int]:
    return [column.index for column in table.columns if column.hint and column.hint.field in (CODE, PERSONAL)]


_NOT_PLAIN: Final = frozenset(
    {
        FULL_NAME,
        FULL_NAME_REVERSED,
        "given_name",
        "family_name",
        PLACE,
        "status",
        "date",
        "time",
        "session",
        "workshop",
        "person_number",
        "mode",
        "minutes",
    }
)


def _name(row: TableRow, by_field: dict[str, list[int]], values: dict[str, str]) -> None:
    for kind in (FULL_NAME, FULL_NAME_REVERSED):
        for column in by_field.get(kind, ()):
            text = text_of(row.value(column))
            if text and "given_name" not in values:
                name = split_name(text, family_first=kind == FULL_NAME_REVERSED)
                values.update({"given_name": name.given, "family_name": name.family})
                if name.label:
                    values["label"] = name.label
    for part in ("given_name", "family_name"):
        for column in by_field.get(part, ()):
            cell = row.value(column)
            text = strip_enumerator(text_of(cell)) if isinstance(cell, str) else ""
            if text:
                values[part] = text.strip(" ,")
    for part in ("given_name", "family_name"):
        if values.get(part) == "" or _is_blank(values.get(part, "x")):
            values.pop(part, None)
    if "given_name" not in values and "family_name" in values:
        # A person with one name only keeps it as the given name.
        values["given_name"] = values.pop("family_name")


def _place(row: TableRow, by_field: dict[str, list[int]], values: dict[str, str]) -> None:
    for column in by_field.get(PLACE, ()):
        values.setdefault(PLACE, text_of(row.value(column)))
    split_province(values)


def split_province(values: dict[str, str]) -> None:
    """Part what stands for province and district in one cell, whichever comes first."""
    first, second = split_place(values.pop(PLACE, ""))
    if second and find_province(second) and not find_province(first):
        first, second = second, first
    if first:
        values.setdefault("province", first)
    if second:
        values.setdefault("district", second)


def roles_of(text: str) -> str:
    """Roles in the network's words where the list uses others: "Müdür Yardımcısı" becomes administrator."""
    found = []
    for part in re.split(r"[,;/\n]", text):
        folded = fold(part)
        if not folded:
            continue
        for pattern, role in _ROLES:
            if re.search(pattern, folded):
                found.append(role)
                break
        else:
            found.append(folded if folded in PERSON_ROLE else clean(part))
    return ", ".join(dict.fromkeys(found))


_ROLES: Final = (
    (r"\bmudur\w*|principal|headteacher|yonetici", "administrator"),
    (r"\bogretmen\w*|\bteacher", "teacher"),
    (r"kolaylastirici|facilitator", "facilitator"),
    (r"\buzman\b|\bexpert", "expert"),
    (r"\bveli\b|\bparent", "parent"),
    (r"\bogrenci|\bstudent", "student"),
    (r"akademisyen|ogretim|academic|lecturer|\bprof|\bdoc", "academic"),
    (r"gonullu|volunteer", "volunteer"),
)


def _is_blank(text: str) -> bool:
    return bool(re.fullmatch(r"[-–—./_*?\s]*", text))


# --- one row per person and session


@dataclass(frozen=True, slots=True)
class SessionKey:
    """Which session a row of a long list is about: its date (ISO or ""), time, title, and of which workshop."""

    date: str
    time: str
    title: str
    workshop: str = ""

    def info(self) -> SessionInfo:
        """The same as a session column's heading says it."""
        named = session_of((self.title,)) if self.title else None
        title = self.title or self.date
        if named is None:
            return SessionInfo(title, None, self.date or None, self.time or None)
        return replace(named, title=title, date=self.date or named.date, time=self.time or named.time)


def _with_session(draft: Draft, row: TableRow, by_field: dict[str, list[int]], scheme: Scheme) -> Draft:
    def cell(name: str) -> Cell:
        return next((row.value(column) for column in by_field.get(name, ()) if row.value(column) is not None), None)

    problems = list(draft.problems)
    date = time = ""
    stamp = cell("date")
    if stamp is not None:
        when = find_when(stamp)
        serial = serial_date(stamp) if when is None else None
        if when and when.complete:
            date, time = when.complete, when.time or ""
        elif serial:
            date = serial.isoformat()
        else:
            problems.append(
                FieldError(
                    "date",
                    QT_TRANSLATE_NOOP("errors", "“{value}” is not a date. Write it like 14.03.2026."),
                    value=text_of(stamp),
                )
            )
    clock = cell("time")
    if clock is not None and (found := re.search(r"\b(\d{1,2})[:.](\d{2})", text_of(clock))):
        time = f"{int(found[1]):02d}:{found[2]}"
    mark = scheme.read(cell("status")) if by_field.get("status") else Mark("present")
    minutes = re.search(r"\d{1,4}", text_of(cell("minutes")))
    if minutes:
        mark = replace(mark, minutes=int(minutes[0]))
    mode = scheme_of(()).read(cell("mode")).mode if cell("mode") is not None else None
    if mode:
        mark = replace(mark, mode=mode)
    key = SessionKey(date, time, text_of(cell("session")), text_of(cell("workshop")))
    return replace(draft, problems=tuple(problems), marks={key: mark})
