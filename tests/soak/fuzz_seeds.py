"""What the fuzzer begins with: a small file of each kind that is read, and the words that matter in them."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from tests.soak import fuzz_databases
from tests.soak import fuzz_targets as targets
from tests.soak.fuzz_targets import joined, seed, written
from tn_desktop.exchange.reading import child
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.sending import send
from tn_desktop.model.messages import untranslated
from tn_desktop.services import records
from tn_desktop.services.demo import fill
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

SAMPLES: Final = Path(__file__).resolve().parents[1] / "data" / "spreadsheets"
SMALL: Final = 16_000
"""Bytes of an input at most: what is larger is slow, and a piece of it does as well."""
SLOW: Final = frozenset(("tablib-bad_dimensions.xlsx",))
"""Samples in which a cell lies a million rows down: seconds each time."""
A_SHEET: Final = 2
"""Rows of each entity in a workbook of the exchange."""

LIST: Final = "Ad Soyad;Telefon;İl\nAyşe Yılmaz;0532 000 00 01;Iğdır\nAli Ak;532-000-00-02;Van\n"
ROLL: Final = (
    "Sıra,Adı,Soyadı,Okul,Branş,14.03.2026 13:00,21.03.2026\n1,Ayşe,Yılmaz,Atatürk İlkokulu,Tarih,+,Geldi\n"
    "2,Ali,Ak,Kız Lisesi,Fizik,x,Gelmedi\n3,Hêvîn,Şen,,Müzik,İzinli,1\nToplam,,,,,2,2\n"
)
SPEAKING: Final = "[14.03.2026 13:05] Ayşe Yılmaz: 0532 000 00 01\n1. Ali Ak - Fizik, Van <ali@ak.org>\n2) ŞEN, Hêvîn\n"
HTML: Final = (
    "<html><head><meta charset=utf-8></head><table border=1><caption>A</caption><thead><tr><th>Ad<th colspan=2>Soyad"
    "<tr><td rowspan=2>Ayşe<td>Yılmaz<td>&#304;l &amp;<tr><td>Ali<br>Ak</table><table><tr><td>b</table></html>"
)
MHTML: Final = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; '
    'charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>Ad<td>Ay=C5=9Fe</table>\n--b--\n'
)
SHEET_XML: Final = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook '
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    '<Worksheet ss:Name="A"><Table><Row ss:Index="2"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">Ad'
    '</Data></Cell></Row><Row><Cell><Data ss:Type="DateTime">2026-03-14T13:00:00.000</Data></Cell><Cell><Data '
    'ss:Type="Number">5.3E+09</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet>'
    "</Workbook>"
)
_OFFICE: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_CELLS: Final = (
    '<table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell '
    'office:value-type="string"><text:p>Ad<text:s text:c="3"/>Soyad<text:tab/></text:p><text:p>b</text:p>'
    '</table:table-cell><table:table-cell table:number-columns-repeated="3" office:value-type="float" '
    'office:value="12.5"/><table:covered-table-cell/></table:table-row><table:table-row><table:table-cell '
    'office:value-type="date" office:date-value="2026-03-14T13:00:00"/><table:table-cell office:value-type="time" '
    'office:time-value="PT13H30M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    '<table:table-cell office:value-type="percentage" office:value="0.5"/></table:table-row></table:table>'
)
FODS: Final = (
    f'<?xml version="1.0"?><office:document {_OFFICE} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
    f"<office:body><office:spreadsheet>{_CELLS}</office:spreadsheet></office:body></office:document>"
)
ODS: Final = (
    ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
    ("META-INF/manifest.xml", b'<manifest:manifest xmlns:manifest="urn:m"/>'),
    ("meta.xml", b"<dc:date>2026-03-14T13:00:00</dc:date>"),
    (
        "content.xml",
        f"<office:document-content {_OFFICE}><office:body><office:spreadsheet>{_CELLS}</office:spreadsheet>"
        "</office:body></office:document-content>".encode(),
    ),
)

WORDS: Final = (
    *("Ad Soyad", "Adı", "Soyadı", "Telefon", "E-posta", "İl", "İlçe", "Okul", "Branş", "Tarih", "Sıra", "Toplam"),
    *("Geldi", "Gelmedi", "İzinli", "Geç", "present", "absent", "Katıldı", "0532 000 00 01", "+90532", "14.03.2026"),
    *("13:00", "TR-34", "@", ".org", "sep=", "\ufeff", '""', ";", "|", "%", "E+09", "NaN", "1900-02-29", "true"),
    *("<table>", "<tr>", "<td>", "<th>", "colspan=", "rowspan=", "&#x130;", "charset=", "<!--", "<![CDATA["),
    *("ss:Index=", "ss:MergeAcross=", "ss:MergeDown=", "ss:Type=", "DateTime", "Number", "String"),
    *("table:number-rows-repeated=", "table:number-columns-repeated=", "office:value-type=", "office:date-value="),
    *("office:time-value=", "text:p", "text:s", "PT1H", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "content.xml"),
    *("xl/sharedStrings.xml", "xl/styles.xml", "mimetype", "META-INF/manifest.xml", "<row r=", "<c r=", " t=", "<v>"),
    *("<is><t>", "<mergeCell ref=", "<dimension ref=", "XFD1048576", "inlineStr", "sharedStrings", "date1904="),
    *("_sync", "#header", "#erased", "#end", "code ", "action", "SİL", "DELETE", "given_name", "family_name", "phone"),
    *('{"', '":', "null", "[[", '"format"', '"device"', '"seen"', '"gone"', '"sheets"', '"headings"', '"keys"'),
    *("CREATE TABLE ", "CREATE TRIGGER ", "CREATE VIRTUAL TABLE ", "CREATE INDEX ", "_fts", "\x1d", "\x1f", "\t#12"),
)


def seeds(folder: Path) -> Iterator[bytes]:
    """Inputs that get far, of which the fuzzer makes others; `folder` is an empty one to make a workbook in."""
    for held in (LIST, ROLL, HTML, MHTML, SHEET_XML, FODS, '\ufeffsep=,\nAd,Soyad\n"Ayşe, Nur","I""şık"\n'):
        yield seed(targets.TEXT, held.encode())
    for encoding in ("utf-16", "cp1254"):
        yield seed(targets.TEXT, ROLL.encode(encoding))
    for held in (SPEAKING, LIST, ROLL.replace(",", "\t")):
        yield seed(targets.PASTE, held.encode())
    yield seed(targets.PARTS, joined(ODS))
    yield from _samples()
    yield from _small_records()
    yield from _exchange(folder)
    for kind, name, statement in _statements():
        yield seed(targets.SCHEMA, f"{kind}\x1f{name}\x1f{statement}".encode())
    yield from databases()


def databases() -> Iterator[bytes]:
    """Data files with damage, and small ones of others."""
    # Each takes a good part of a second: one kind of work for each.
    kinds = (targets.PREVIEW, targets.MENDING, targets.RESCUE)
    for number, blows in enumerate(fuzz_databases.seeds()):
        yield seed(kinds[number % len(kinds)], joined(blows))
    for kind in (targets.PREVIEW, targets.MENDING):
        yield seed(kind, fuzz_databases.small())


def dictionary() -> str:
    """The words, as libFuzzer reads them."""
    lines = []
    for word in WORDS:
        escaped = "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}" for b in word.encode())
        lines.append(f'"{escaped}"')
    return "\n".join(lines) + "\n"


def _samples() -> Iterator[bytes]:
    for path in sorted(SAMPLES.iterdir()):
        data = path.read_bytes()
        if path.suffix == ".md" or path.name in SLOW:
            continue
        if 0 < len(data) <= SMALL:
            # Turning the passphrase into a key is to take long; here it is tried a thousand times.
            yield seed(targets.RAW, data.replace(b'spinCount="100000"', b'spinCount="000001"'))
        if held := _unpacked(data):
            yield seed(targets.PARTS, held)


def _unpacked(data: bytes) -> bytes:
    """The parts of an archive that a reader looks at; nothing of what is none, or is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels", "mimetype"))]
            wanted = [name for name in names if "theme" not in name and "/drawings/" not in name]
            held = joined((name, archive.read(name)) for name in wanted)
    except (zipfile.BadZipFile, OSError, ValueError):
        return b""
    return held if len(held) <= SMALL else b""


def _small_records() -> Iterator[bytes]:
    header = '{"format":1,"schema":"0001","oldest_reader":1,"export_id":"a","device":"abcdefghijkl","sheets":{}}'
    yield seed(targets.HEADER, header.encode())
    yield seed(targets.ERASED, b"\x1f".join((b"0" * 32, b'["person","2026-03-14","x"]')))


def _exchange(folder: Path) -> Iterator[bytes]:
    """A workbook of the exchange as its reader gets it, whole and in parts; each of its records by itself."""
    with Database.open(Profile.at(folder / "profile")) as db:
        fill(db, 3, 1, 4, date(2026, 3, 14))
        with db.write("add") as uow:
            records.add(uow, "people", {"given_name": "Ayşe", "phone": "0532 000 00 01", "email": "ayse@ag.org"})
        send(db, folder / "book.xlsx", untranslated)
    sheets: list[tuple[str, list[Any]]] = []

    def take(message: tuple[Any, ...]) -> None:
        if message[0] == "sheet":
            sheets.append((message[1], []))
        elif message[0] == "rows":
            sheets[-1][1].extend(message[1])
        elif message[0] == "restart":
            sheets.clear()

    child._read((folder / "book.xlsx").read_bytes(), None, targets.LIMITS, False, take)
    kept = dict(sheets)
    rows = [machine.whole(row) for row in kept.pop(machine.SHEET)]
    few: dict[str, int] = {}
    sent = []
    for row in rows:
        few[row[0]] = few.get(row[0], 0) + 1
        if few[row[0]] <= A_SHEET:
            sent.append(row)
            if not row[0].startswith("#"):
                yield seed(targets.RECORD, "\x1f".join((row[0], row[1], row[2], row[-1])).encode())
    header, *others = sent
    yield seed(targets.HEADER, header[-1].encode())
    machine_part = written(sent)
    for name, lines in kept.items():
        # One sheet at a time: an input that is small is tried the more often.
        held = joined([(machine.SHEET, machine_part), (name, written(lines[: 2 + A_SHEET]))])
        yield seed(targets.BOOK, held)
    yield seed(targets.BOOK, joined([(machine.SHEET, written([header, *others[:4]]))]))


def _statements() -> Iterator[tuple[str, str, str]]:
    from tn_desktop.store.own_schema import full_text_of

    yield "table", "person", "CREATE TABLE person (id INTEGER)"
    yield "index", "ix_person", "CREATE UNIQUE INDEX ix_person ON person (id)"
    for statement in full_text_of("person"):
        kind = "trigger" if "TRIGGER" in statement else "table"
        yield kind, statement.split()[2 if kind == "trigger" else 3], statement
