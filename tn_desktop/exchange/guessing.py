"""Guessing what a table lists and what its columns mean."""

import re
from collections.abc import Iterator
from typing import Final

from tn_desktop.exchange.headers import (
    FULL_NAME,
    FULL_NAME_REVERSED,
    IGNORED,
    NAME,
    PERSON_FIELDS,
    PLACE,
    Hint,
    SessionInfo,
    session_of,
)
from tn_desktop.exchange.names import written_family_first
from tn_desktop.exchange.profile import Profile, profile_of
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.exchange.session_columns import find_session_columns
from tn_desktop.exchange.tables import SAMPLES, Column, Table
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold

Found = tuple[int, str | None, float, Remark | None]
"""Place of a column, its field, how sure, why."""

_BY_HEADING: Final = QT_TRANSLATE_NOOP("import", "By its heading.")
_BY_CONTENT: Final = QT_TRANSLATE_NOOP("import", "By its cells.")
_LEFT_OUT: Final = QT_TRANSLATE_NOOP("import", "Not needed.")
_TAKEN: Final = QT_TRANSLATE_NOOP("import", "Another column already holds this.")
_SENSITIVE: Final = QT_TRANSLATE_NOOP("import", "Personal data that the program does not keep.")
_TOTALS: Final = QT_TRANSLATE_NOOP("import", "A total.")
_MARKS: Final = QT_TRANSLATE_NOOP("import", "It holds marks of attendance.")

_STAKEHOLDER_TITLE: Final = re.compile(r"\b(?:paydas\w*|stakeholders?|stk\w*|sivil toplum|is ?birlik\w*|partner\w*)\b")
_COMMUNITY_TITLE: Final = re.compile(r"\b(?:topluluk|toplulugu|community|calisma grubu|working group)\b")


class Guess:
    """One table looked at closely; `family_first` and `title_field` are known after `fields`."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.family_first = False
        self.title_field = "community" if _COMMUNITY_TITLE.search(fold(table.title.split("\n")[-1])) else None
        self._profiles: dict[int, Profile] = {column.index: profile_of(column.samples) for column in table.columns}
        self._columns = {column.index: column for column in table.columns}

    # --- what the table lists

    def kind(self) -> str:
        """people, attendance_wide, attendance_long or stakeholders."""
        hinted = {hint.field for column in self.table.columns if (hint := column.hint) and hint.weight >= 0.85}
        if self._stakeholders(hinted):
            return "stakeholders"
        status = self._status_columns()
        when = hinted & {"date", "session"} and self._column_with("date", "session", filled=True)
        if status and when:
            return "attendance_long"
        if self.session_columns():
            return "attendance_wide"
        return "attendance_long" if when and self._people_come_again() else "people"

    def _stakeholders(self, hinted: set[str]) -> bool:
        naming = hinted & {FULL_NAME, FULL_NAME_REVERSED, "given_name", "family_name"}
        if "stakeholder" in hinted:
            return True
        if naming:
            return False
        organised = "institution" in hinted
        if organised and hinted & {"type", "web", "disciplines", "themes", "contact_name", "contact_role"}:
            return True
        titled = bool(_STAKEHOLDER_TITLE.search(fold(f"{self.table.title} {self.table.sheet}")))
        return titled and (organised or NAME in hinted)

    def _status_columns(self) -> list[int]:
        found = []
        for column in self.table.columns:
            profile = self._profiles[column.index]
            if column.hint and column.hint.field == "status" and profile.count and profile.mark >= 0.7:
                found.append(column.index)
        return found

    def _column_with(self, *fields: str, filled: bool = False) -> bool:
        return any(
            column.hint
            and column.hint.field in fields
            and (not filled or self._profiles[column.index].count >= 0.5 * min(len(self.table.rows), 200))
            for column in self.table.columns
        )

    def _people_come_again(self) -> bool:
        names = self._name_fields()
        full = next((index for index, (name, _) in names.items() if name in (FULL_NAME, FULL_NAME_REVERSED)), None)
        return full is not None and self._profiles[full].count >= 4 and self._profiles[full].different <= 0.7

    # --- sessions

    def session_columns(self) -> list[int]:
        """The columns that hold one session's marks each."""
        return find_session_columns(self.table.columns, self._profiles)

    def session(self, column: Column) -> SessionInfo:
        """What the heading of a column of marks says about its session."""
        return session_of(column.parts) or SessionInfo(column.header or column.letter)

    # --- fields

    def fields(self, kind: str) -> Iterator[Found]:
        """What each column means in a table of that kind."""
        sessions = set(self.session_columns()) if kind == "attendance_wide" else set()
        for index in sorted(sessions):
            yield index, "session", 0.95, Remark(_MARKS)
        if kind == "stakeholders":
            yield from self._stakeholder_fields()
            return
        names = {index: found for index, found in self._name_fields().items() if index not in sessions}
        for index, (name, confidence) in names.items():
            yield index, name, confidence, Remark(_BY_HEADING if self._columns[index].hint else _BY_CONTENT)
        taken = {name for name, _ in names.values()}
        allowed = set(PERSON_FIELDS) | {PLACE, "community"}
        if kind == "attendance_long":
            allowed |= {"status", "date", "time", "session", "mode", "minutes"}
        yield from self._other_fields(sessions | names.keys(), taken, allowed)

    def _other_fields(self, done: set[int], taken: set[str], allowed: set[str]) -> Iterator[Found]:
        """Fields but for names: clear headings first, then doubtful ones, then content."""
        rest = [column for column in self.table.columns if column.index not in done]
        ranked = sorted(rest, key=lambda column: -self._agreement(column))
        unclear = []
        for column in ranked:
            hint = column.hint
            if hint is None:
                unclear.append(column)
            elif hint.field in IGNORED:
                yield column.index, None, 1.0, Remark(_reason(hint))
            elif hint.field not in allowed:
                unclear.append(column)
            elif hint.field in taken and hint.field != "notes":
                yield column.index, None, 0.5, Remark(_TAKEN)
            elif self._agrees(column, hint):
                taken.add(hint.field)
                yield column.index, hint.field, self._agreement(column), Remark(_BY_HEADING)
            else:
                unclear.append(column)
        for column in unclear:
            field = self._by_content(column, taken, allowed)
            if field:
                taken.add(field)
                yield column.index, field, 0.7, Remark(_BY_CONTENT)

    def _agreement(self, column: Column) -> float:
        """How sure a heading is, with its content: of two phone columns the mobile one wins."""
        if column.hint is None:
            return 0.0
        profile = self._profiles[column.index]
        share = {"phone": profile.phone, "email": profile.email}.get(column.hint.field, 0.5)
        mobile = 0.1 if re.search(r"\b(?:cep|gsm|mobil\w*|whatsapp)\b", fold(column.header)) else 0.0
        filled = 0.05 if profile.count else 0.0
        return min(1.0, 0.6 * column.hint.weight + 0.2 * share + mobile + filled)

    def _agrees(self, column: Column, hint: Hint) -> bool:
        """Whether a column's cells do not speak against its heading; a doubtful heading needs them to speak for it."""
        profile = self._profiles[column.index]
        if profile.count == 0:
            return hint.weight >= 0.85
        match hint.field:
            case "phone":
                return profile.email < 0.5 if hint.weight >= 0.85 else profile.phone >= 0.5
            case "email":
                return profile.phone < 0.5
            case "province":
                return profile.place < 0.5 and not (profile.institution > 0.5 and profile.province < 0.2)
            case "institution":
                return max(profile.number, profile.phone, profile.email, profile.place, profile.province) < 0.6
            case "subject" | "district":
                return profile.number < 0.7 and profile.phone < 0.5 and profile.email < 0.5
            case "status":
                return profile.mark >= 0.5
            case "community":
                return hint.weight >= 0.85
            case "notes":
                return hint.weight >= 0.85
            case _:
                return hint.weight >= 0.6

    def _by_content(self, column: Column, taken: set[str], allowed: set[str]) -> str | None:
        profile = self._profiles[column.index]
        if profile.count == 0 or (column.hint and column.hint.field in IGNORED):
            return None
        shares = {
            "phone": profile.phone - 0.1,
            "email": profile.email - 0.1,
            PLACE: profile.place - 0.1,
            "province": profile.province - 0.2,
            "institution": profile.institution,
            "subject": profile.subject - 0.1,
            "district": profile.district - 0.25,
        }
        best = max(shares, key=lambda name: shares[name])
        return best if shares[best] >= 0.45 and best not in taken and best in allowed else None

    # --- names

    def _name_fields(self) -> dict[int, tuple[str, float]]:
        """The columns that hold names: place -> (field, how sure)."""
        by_field: dict[str, list[int]] = {}
        for column in self.table.columns:
            hint, profile = column.hint, self._profiles[column.index]
            if hint and hint.field in (FULL_NAME, FULL_NAME_REVERSED, NAME, "given_name", "family_name"):
                # Head counts under "Katılımcı" are no names.
                if profile.count and profile.named < 0.3 and (profile.number > 0.5 or hint.weight < 1.0):
                    continue
                by_field.setdefault(hint.field, []).append(column.index)
        full = [*by_field.get(FULL_NAME, []), *by_field.get(FULL_NAME_REVERSED, [])]
        given = by_field.get("given_name", []) or by_field.get(NAME, [])
        family = by_field.get("family_name", [])
        if given and family:
            return {given[0]: ("given_name", 1.0), family[0]: ("family_name", 1.0)}
        if full:
            return self._full_column(full, by_field)
        if given:
            return self._lone_given(given[0])
        if family:
            beside = self._unnamed_beside(family[0])
            if beside is not None:
                return {beside: ("given_name", 0.8), family[0]: ("family_name", 1.0)}
            return (
                self._whole(family[0], 0.8)
                if self._profiles[family[0]].full >= 0.6
                else {family[0]: ("family_name", 1.0)}
            )
        return self._names_by_content()

    def _full_column(self, full: list[int], by_field: dict[str, list[int]]) -> dict[int, tuple[str, float]]:
        best = max(full, key=lambda index: (self._profiles[index].named, -index))
        profile = self._profiles[best]
        if profile.count and profile.full < 0.75:
            beside = self._unnamed_beside(best)
            if beside is not None:
                # One heading over two columns; which is which, the given names tell.
                first, second = self._profiles[best], self._profiles[beside]
                reversed_ = best in by_field.get(FULL_NAME_REVERSED, []) or (
                    second.given > 0.5 and second.given > 2 * first.given
                )
                a, b = ("family_name", "given_name") if reversed_ else ("given_name", "family_name")
                return {best: (a, 0.9), beside: (b, 0.8)}
        if best in by_field.get(FULL_NAME_REVERSED, []):
            self.family_first = True
            return {best: (FULL_NAME_REVERSED, 1.0)}
        return self._whole(best, 1.0)

    def _lone_given(self, index: int) -> dict[int, tuple[str, float]]:
        beside = self._unnamed_beside(index)
        if beside is not None and self._profiles[index].full < 0.5:
            return {index: ("given_name", 0.9), beside: ("family_name", 0.8)}
        return self._whole(index, 0.95)

    def _whole(self, index: int, confidence: float) -> dict[int, tuple[str, float]]:
        texts = [value for value in self._columns[index].samples if isinstance(value, str)]
        self.family_first = written_family_first(texts)
        return {index: (FULL_NAME_REVERSED if self.family_first else FULL_NAME, confidence)}

    def _unnamed_beside(self, index: int) -> int | None:
        """The next column, where it has no heading and holds single words shaped like names."""
        places = [column.index for column in self.table.columns]
        position = places.index(index)
        for neighbour in places[position + 1 : position + 2]:
            column, profile = self._columns[neighbour], self._profiles[neighbour]
            own = column.header == "" or column.header == self._columns[index].header
            other = max(profile.province, profile.subject, profile.mark)
            if own and profile.count and profile.named >= 0.7 and profile.full <= 0.4 and other < 0.5:
                return neighbour
        return None

    def _names_by_content(self) -> dict[int, tuple[str, float]]:
        """Names where no heading says so."""
        free = [
            column.index
            for column in self.table.columns
            if not (column.hint and column.hint.weight >= 0.85 and column.hint.field not in ("notes", "type"))
        ]
        scores = {index: self._name_score(self._profiles[index]) for index in free}
        if not scores:
            return {}
        best = max(scores, key=lambda index: (scores[index], -index))
        if scores[best] < 0.45:
            return {}
        profile = self._profiles[best]
        if profile.count < 0.3 * min(len(self.table.rows), SAMPLES) or (profile.given < 0.15 and profile.full < 0.6):
            # Some words here and there are no list of people.
            return {}
        pair = self._single_word_pair(best, free) if profile.full < 0.75 else {}
        return pair or self._whole(best, 0.7 if profile.full >= 0.3 else 0.5)

    def _single_word_pair(self, given: int, free: list[int]) -> dict[int, tuple[str, float]]:
        """A column of given names with one of family names beside it."""
        around = [index for index in free if index != given and self._profiles[index].named >= 0.7]
        around = [
            index
            for index in around
            if max(self._profiles[index].province, self._profiles[index].subject, self._profiles[index].mark) < 0.5
            and self._profiles[index].different >= 0.3
        ]
        if not around:
            return {}
        family = min(around, key=lambda index: (abs(index - given), -index))
        return {given: ("given_name", 0.7), family: ("family_name", 0.6)} if abs(family - given) <= 3 else {}

    @staticmethod
    def _name_score(profile: Profile) -> float:
        if profile.count == 0 or max(profile.mark, profile.province, profile.subject) >= 0.6:
            return 0.0
        return 0.5 * profile.named * min(1.0, 0.4 + profile.different) + 0.4 * profile.given + 0.15 * profile.full

    # --- stakeholders

    def _stakeholder_fields(self) -> Iterator[Found]:
        named: dict[str, int] = {}
        for column in self.table.columns:
            hint = column.hint
            if hint is None:
                continue
            for field in _STAKEHOLDER_FIELDS.get(hint.field, ()):
                if field not in named:
                    named[field] = column.index
                    break
        if "name" not in named:
            best = max(self.table.columns, key=lambda c: self._profiles[c.index].institution, default=None)
            if best is not None and self._profiles[best.index].institution > 0.2:
                named["name"] = best.index
        taken = set(named)
        for field, index in named.items():
            yield index, field, 0.9, Remark(_BY_HEADING)
        for column in self.table.columns:
            if column.index in named.values():
                continue
            if column.hint and column.hint.field in IGNORED:
                yield column.index, None, 1.0, Remark(_reason(column.hint))
                continue
            field_found = self._by_content(column, taken, {"phone", "email", "province"})
            if field_found:
                taken.add(field_found)
                yield column.index, field_found, 0.7, Remark(_BY_CONTENT)


_STAKEHOLDER_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "stakeholder": ("name",),
    "institution": ("name",),
    NAME: ("name", "contact_name"),
    FULL_NAME: ("contact_name", "name"),
    "contact_name": ("contact_name",),
    "contact_role": ("contact_role",),
    "roles": ("contact_role",),
    "type": ("type",),
    "disciplines": ("disciplines",),
    "themes": ("themes", "disciplines"),
    "stakeholder_role": ("role",),
    "expertise": ("disciplines",),
    "subject": ("disciplines",),
    "province": ("province",),
    PLACE: ("place",),
    "status": ("status",),
    "web": ("web",),
    "phone": ("phone",),
    "email": ("email",),
    "notes": ("notes",),
}


def _reason(hint: Hint) -> str:
    return {"personal": _SENSITIVE, "relative": _SENSITIVE, "total": _TOTALS}.get(hint.field, _LEFT_OUT)
