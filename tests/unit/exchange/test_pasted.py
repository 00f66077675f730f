"""Lists pasted from spreadsheets, chats and e-mails."""

from pathlib import Path

import pytest

from tn_desktop.exchange.drafts import drafts
from tn_desktop.exchange.importing import choose, tables_of
from tn_desktop.exchange.pasted import FIELDS, read_text
from tn_desktop.exchange.reading.supervise import read_spreadsheet
from tn_desktop.model.errors import FileRefused


def people(text: str) -> list[dict[str, object]]:
    """What each line was taken apart into, with the line's number."""
    sheet = read_text(text).sheets[0]
    assert sheet.rows[0] == FIELDS
    found: list[dict[str, object]] = []
    for row in range(1, len(sheet.rows)):
        values = {field: value for field, value in zip(FIELDS, sheet.rows[row], strict=False) if value is not None}
        found.append({"line": sheet.number(row), **values})
    return found


def test_a_copied_range_of_cells_stays_a_table() -> None:
    sheet = read_text('Ad Soyad\tOkul\r\nAyşe Yılmaz\t"Atatürk\nOrtaokulu"\r\n').sheets[0]
    assert sheet.rows == [("Ad Soyad", "Okul"), ("Ayşe Yılmaz", "Atatürk\nOrtaokulu")]


def test_a_pasted_csv_with_a_header_stays_a_table() -> None:
    assert read_text("Ad Soyad;Telefon\nAyşe Yılmaz;0532").sheets[0].rows == [
        ("Ad Soyad", "Telefon"),
        ("Ayşe Yılmaz", "0532"),
    ]


def test_numbered_lines_with_details() -> None:
    text = "1) Ayşe Yılmaz - 0532 111 22 33\n"
    text += "2) Mehmet Demir – Atatürk Ortaokulu – Matematik – Konak/İzmir\n\n3. Fatma Kaya"
    assert people(text) == [
        {"line": 1, "full_name": "Ayşe Yılmaz", "phone": "0532 111 22 33"},
        {
            "line": 2, "full_name": "Mehmet Demir", "institution": "Atatürk Ortaokulu", "subject": "Matematik",
            "province": "İzmir", "district": "Konak",
        },
        {"line": 4, "full_name": "Fatma Kaya"},
    ]  # fmt: skip


def test_chat_lines_of_both_kinds_of_phones() -> None:
    text = (
        "[14.03.2026 13:02] Ali Can: Merhaba arkadaşlar, yarın 13:00 için isimleri yazalım\n"
        "14.03.2026 13:03 - Mesajlar ve aramalar uçtan uca şifrelidir.\n"
        "[14.03.2026, 13:05:11] Zeynep Ak: Ayşe Yılmaz 0532 111 22 33\n"
        "14.03.2026 13:06 - Veli Kaya: Katılıyorum\n"
        "[14.03.2026 13:07] +90 533 222 11 00: ben de\n"
        "14/03/26, 13:08 - Zeynep Ak: <Medya dahil edilmedi>\n"
    )
    assert people(text) == [
        {"line": 3, "full_name": "Ayşe Yılmaz", "phone": "0532 111 22 33"},
        {"line": 4, "full_name": "Veli Kaya"},
        {"line": 5, "phone": "+90 533 222 11 00"},
    ]


def test_a_saved_chat_and_a_text_file_of_lines_are_taken_apart(tmp_path: Path) -> None:
    chat = "14.03.2026 13:03 - Ali Can: Ayşe Yılmaz, 0532 111 22 33\n"
    chat += "14.03.2026 13:04 - Veli Kaya: katılıyorum, teşekkürler\n"
    lines = "1. Ayşe Yılmaz - Matematik - 0532 111 22 33\n2. Mehmet Demir - Türkçe\n3. Fatma Kaya - Fen, Konak/İzmir\n"
    names = []
    for text in (chat, lines):
        path = tmp_path / "liste.txt"
        path.write_text(text, encoding="utf-8")
        (chosen,) = choose(tables_of(read_spreadsheet(path)))
        names.append([draft.name for draft in drafts(*chosen)])
    assert names == [["Ayşe Yılmaz", "Veli Kaya"], ["Ayşe Yılmaz", "Mehmet Demir", "Fatma Kaya"]]


def test_a_greeting_and_a_goodbye_are_no_people() -> None:
    text = "Merhaba arkadaşlar, katılımcı listesi:\n- Ayşe YILMAZ\n• Işık Irmak\nTeşekkürler"
    assert [found["full_name"] for found in people(text)] == ["Ayşe YILMAZ", "Işık Irmak"]


def test_addresses_of_an_email() -> None:
    assert people("Ayşe Yılmaz <ayse@okul.org>, Mehmet Can <mehmet@okul.org>") == [
        {"line": 1, "full_name": "Ayşe Yılmaz", "email": "ayse@okul.org"},
        {"line": 1, "full_name": "Mehmet Can", "email": "mehmet@okul.org"},
    ]


def test_names_in_one_line() -> None:
    assert [found["full_name"] for found in people("Ayşe Yılmaz, Mehmet Demir, Fatma Kaya")] == [
        "Ayşe Yılmaz",
        "Mehmet Demir",
        "Fatma Kaya",
    ]


def test_single_names_are_people() -> None:
    assert [found["full_name"] for found in people("Ayşe\nAli\nVeli")] == ["Ayşe", "Ali", "Veli"]


@pytest.mark.parametrize("text", ["", "  \n ", "Merhaba!\n???\n"])
def test_nothing_to_paste_is_said(text: str) -> None:
    with pytest.raises(FileRefused):
        read_text(text)
