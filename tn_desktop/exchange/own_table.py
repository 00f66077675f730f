"""Sheets that this program writes, known by their headings: the rows of attendance, and the list of stakeholders.

Of an attendance workbook the sheet with one row for each person and session says all; the others say the same again.
"""

from collections.abc import Mapping
from typing import Final

from tn_desktop.exchange.tables import Table
from tn_desktop.exchange.values import text_of
from tn_desktop.model.text import fold

HEADINGS: Final[Mapping[str, tuple[str, str]]] = {
    "person_number": ("Kişi no", "Person no"),
    "workshop": ("Atölye", "Workshop"),
    "session": ("Oturum", "Session"),
    "date": ("Tarih", "Date"),
    "time": ("Başlangıç", "Start"),
    "full_name": ("Ad soyad", "Full name"),
    "status": ("Durum", "Status"),
    "label": ("Ayırt edici bilgi", "Told apart by"),
    "institution": ("Okul-kurum", "Institution"),
    "subject": ("Branş", "Subject"),
    "province": ("İl", "Province"),
    "district": ("İlçe", "District"),
    "phone": ("Telefon", "Phone"),
    "email": ("E-posta", "E-mail"),
    "mode": ("Katılım biçimi", "Took part how"),
    "minutes": ("Dakika", "Minutes"),
}
"""Field -> its heading in Turkish and in English."""
STAKEHOLDER_HEADINGS: Final[Mapping[str, tuple[str, str]]] = {
    "name": ("Ad", "Name"),
    "type": ("Tür", "Type"),
    "disciplines": ("Alanlar", "Disciplines"),
    "themes": ("Temalar", "Themes"),
    "role": ("Topluluklar için rolü", "Role towards communities"),
    "province": ("İl", "Province"),
    "status": ("Durum", "Status"),
    "web": ("Web", "Web"),
    "phone": ("Telefon", "Phone"),
    "email": ("E-posta", "E-mail"),
    "notes": ("Notlar", "Notes"),
}
_STAKEHOLDER_NEEDED: Final = ("name", "type", "disciplines", "themes", "status")
_NEEDED: Final = ("person_number", "workshop", "session", "date", "time", "full_name", "status")


def own_columns(table: Table) -> dict[int, str] | None:
    """Place of a column -> its field, if the table has the headings of the program's rows of attendance."""
    return _named(table, HEADINGS, _NEEDED)


def own_stakeholder_columns(table: Table) -> dict[int, str] | None:
    """The same of the program's list of stakeholders."""
    return _named(table, STAKEHOLDER_HEADINGS, _STAKEHOLDER_NEEDED)


def _named(table: Table, headings: Mapping[str, tuple[str, str]], needed: tuple[str, ...]) -> dict[int, str] | None:
    by_heading = {fold(column.header): column.index for column in table.columns if column.header}
    for language in (0, 1):
        found = {name: by_heading.get(fold(texts[language])) for name, texts in headings.items()}
        if all(found[name] is not None for name in needed):
            return {index: name for name, index in found.items() if index is not None}
    return None


def workshop_titles(table: Table) -> list[str]:
    """The workshops that the program's own sheet names; none of any other table."""
    columns = own_columns(table)
    at = next((index for index, name in (columns or {}).items() if name == "workshop"), None)
    if at is None:
        return []
    return list(dict.fromkeys(text for row in table.rows if (text := text_of(row.value(at)))))
