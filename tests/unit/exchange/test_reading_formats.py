"""Formats and encodings are told by content; cells arrive as they stand."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tn_desktop.exchange.reading.book import Book
from tn_desktop.exchange.reading.supervise import read_spreadsheet

ROWS = (
    ("Ad Soyad", "Telefon", "Okul"),
    ("Ayşe Yılmaz", "0532 111 22 33", "Iğdır Ortaokulu"),
    ("Çağrı Ünlü", None, "İnönü"),
)


def csv_bytes(delimiter: str, encoding: str) -> bytes:
    return "".join(delimiter.join(cell or "" for cell in row) + "\r\n" for row in ROWS).encode(encoding)


def write(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def xlsx_bytes(rows: tuple[tuple[object, ...], ...] = ROWS) -> bytes:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out)
    sheet = workbook.add_worksheet("Liste")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, ["" if cell is None else cell for cell in row])
    workbook.close()
    return out.getvalue()


def ods_bytes(rows: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="Liste">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


ODS_ROWS = "".join(
    "<table:table-row>"
    + "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        if cell
        else "<table:table-cell/>"
        for cell in row
    )
    + "</table:table-row>"
    for row in ROWS
)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1254", "iso8859-9", "cp857"])
def test_delimited_text_in_any_usual_encoding(delimiter: str, encoding: str) -> None:
    from tn_desktop.exchange.reading.book import Limits
    from tn_desktop.exchange.reading.collect import Collector
    from tn_desktop.exchange.reading.delimited import read_delimited

    sent: list[tuple[object, ...]] = []
    read_delimited(csv_bytes(delimiter, encoding), Collector(sent.append, Limits()), Limits())
    assert sent[1] == ("rows", list(ROWS))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("liste.csv", csv_bytes(";", "cp1254"), "csv"),
        ("liste.xls", csv_bytes("\t", "utf-16"), "csv"),
        ("liste.xlsx", xlsx_bytes(), "xlsx"),
        ("liste.csv", xlsx_bytes(), "xlsx"),
        ("liste.xlsx", ods_bytes(ODS_ROWS), "ods"),
    ],
)
def test_content_decides_not_the_name(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    book = read_spreadsheet(write(tmp_path, name, data))
    assert (book.kind, tuple(book.sheets[0].rows)) == (kind, ROWS)


def test_quoted_cells_keep_their_line_breaks(tmp_path: Path) -> None:
    data = 'Ad Soyad;Not\n"Ayşe Yılmaz";"iki\nsatır; ""tırnak"""\n'.encode()
    book = read_spreadsheet(write(tmp_path, "a.csv", data))
    assert book.sheets[0].rows[1] == ("Ayşe Yılmaz", 'iki\nsatır; "tırnak"')


def test_a_stray_quotation_mark_swallows_nothing(tmp_path: Path) -> None:
    lines = ["Ad Soyad;Okul", 'Ayşe Yılmaz;"Atatürk'] + [f"Kişi {n};Okul {n}" for n in range(200)]
    book = read_spreadsheet(write(tmp_path, "a.csv", "\n".join(lines).encode()))
    assert len(book.sheets[0].rows) == 202


def test_excels_own_separator_line_is_no_row(tmp_path: Path) -> None:
    book = read_spreadsheet(write(tmp_path, "a.csv", "sep=|\nAd|Soyad\nAyşe|Yılmaz\n".encode()))
    assert book.sheets[0].rows == [("Ad", "Soyad"), ("Ayşe", "Yılmaz")]


def test_a_plain_list_of_names_is_one_column(tmp_path: Path) -> None:
    book = read_spreadsheet(write(tmp_path, "a.txt", "Ayşe Yılmaz\nMehmet Demir\n".encode()))
    assert book.sheets[0].rows == [("Ayşe Yılmaz",), ("Mehmet Demir",)]


HTML = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<style>td {{color:red}}</style></head><body><table><tr><td colspan=3>Şube Listesi</td></tr></table>
<table border=1><tr><th>Ad Soyad</th><th>Telefon</th><th>Okul</th></tr>
<tr><td rowspan=2>Ayşe<br>Yılmaz</td><td>0532 111&nbsp;22 33</td><td>I&#287;d&#305;r</td></tr>
<tr><td>x</td><td>y</td></tr>
<tr><td>Çağrı &amp; Co<td>&nbsp;<td>İnönü</table></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1254", "iso-8859-9"])
def test_a_web_page_saved_as_xls(tmp_path: Path, charset: str) -> None:
    book = read_spreadsheet(write(tmp_path, "liste.xls", HTML.format(charset=charset).encode(charset)))
    assert book.kind == "html"
    assert book.sheets[0].rows == [
        ("Şube Listesi",),
        (),
        ("Ad Soyad", "Telefon", "Okul"),
        ("Ayşe\nYılmaz", "0532 111 22 33", "Iğdır"),
        (None, "x", "y"),
        ("Çağrı & Co", None, "İnönü"),
    ]


def test_a_single_file_web_page(tmp_path: Path) -> None:
    body = HTML.format(charset="utf-8").replace("=", "=3D").encode()
    data = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b'Content-Type: text/html; charset="utf-8"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + body + b"\r\n--x--\r\n"
    )
    book = read_spreadsheet(write(tmp_path, "liste.xls", data))
    assert book.sheets[0].rows[2] == ("Ad Soyad", "Telefon", "Okul")


def test_excel_2003_xml(tmp_path: Path) -> None:
    data = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Worksheet ss:Name="Liste"><Table><Row ss:Index="2"><Cell ss:Index="2"><Data ss:Type="String">Ayşe</Data></Cell>
    <Cell><Data ss:Type="Number">5</Data></Cell>
    <Cell ss:Index="5"><Data ss:Type="DateTime">2026-03-14T00:00:00.000</Data></Cell></Row>
    </Table></Worksheet></Workbook>""".encode()
    book = read_spreadsheet(write(tmp_path, "liste.xls", data))
    assert (book.kind, book.sheets[0].rows) == ("xml", [(), (None, "Ayşe", 5, None, dt.date(2026, 3, 14))])


def test_cells_arrive_with_their_types(tmp_path: Path) -> None:
    path = tmp_path / "types.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet()
    sheet.write_row("B2", ["  boşluk\u00a0", 5321234567, 2.5, True])
    sheet.write_datetime(
        "F2", dt.datetime.fromisoformat("2026-03-14T13:30:00"), workbook.add_format({"num_format": "dd.mm.yyyy hh:mm"})
    )
    sheet.write_datetime(
        "G2", dt.datetime.fromisoformat("2026-03-14T00:00:00"), workbook.add_format({"num_format": "dd.mm.yyyy"})
    )
    sheet.merge_range("B4:D4", "İzmir Topluluğu")
    workbook.close()
    sheet_read = read_spreadsheet(path).sheets[0]
    assert sheet_read.rows[1] == (
        None, "boşluk", 5321234567, 2.5, True, dt.datetime.fromisoformat("2026-03-14T13:30:00"), dt.date(2026, 3, 14),
    )  # fmt: skip
    assert sheet_read.merged == ((3, 1, 3, 3),)


def test_hidden_sheets_are_said_to_be_hidden(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook["Sheet"])
    workbook.create_sheet("Görünen")["A1"] = "a"
    workbook.create_sheet("Gizli")["A1"] = "b"
    workbook["Gizli"].sheet_state = "hidden"
    workbook.save(tmp_path / "a.xlsx")
    book: Book = read_spreadsheet(tmp_path / "a.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("Görünen", False), ("Gizli", True)]
