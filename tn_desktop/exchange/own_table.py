"""The sheet of the program's own attendance workbook that has one row for each person and session, by its headings.

It says all; the other sheets of the workbook say the same over again.
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
_NEEDED: Final = ("person_number", "workshop", "session", "date", "time", "full_name", "status")


def own_columns(table: Table) -> dict[int, str] | None:
    """Place of a column -> its field, if the table has the headings of the program's own sheet."""
    by_heading = {fold(column.header): column.index for column in table.columns if column.header}
    for language in (0, 1):
        found = {name: by_heading.get(fold(texts[language])) for name, texts in HEADINGS.items()}
        if all(found[name] is not None for name in _NEEDED):
            return {index: name for name, index in found.items() if index is not None}
    return None


def workshop_titles(table: Table) -> list[str]:
    """The workshops that the program's own sheet names; none of any other table."""
    columns = own_columns(table)
    at = next((index for index, name in (columns or {}).items() if name == "workshop"), None)
    if at is None:
        return []
    return list(dict.fromkeys(text for row in table.rows if (text := text_of(row.value(at)))))
