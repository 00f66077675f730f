"""Made-up spreadsheets in the shapes people really make, each with the truth that an importer should find."""

import datetime as dt
import random
from dataclasses import dataclass, field

from tn_desktop.exchange.reading.book import Cell, RawSheet
from tn_desktop.model.text import upper_tr

GIVEN = (
    "Ayşe Mehmet Fatma Mustafa Emine Ahmet Hatice Ali Zeynep Hüseyin Elif Hasan Meryem İbrahim Şerife İsmail "
    "Zehra Osman Sultan "
    "Yusuf Hanife Murat Merve Ömer Gülsüm Ramazan Büşra Halil Esra Süleyman Özlem Abdullah Yasemin Mahmut "
    "Rabia Recep Derya "
    "Salih Songül Fatih Çiğdem Emre Işıl Uğur Gökhan Şükrü İrem Irmak Kübra Ceren Burak Tuğba Onur Sevgi Volkan Ebru"
).split()
SECOND = "Nur Ali Can Gül Su Naz Deniz Ece".split()
FAMILY = (
    "Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara "
    "Koç Kurt Özkan Şimşek "
    "Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal "
    "Turan Gül Özer Işık "
    "Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy İnce Ağaoğlu Karaca Bilgin"
).split()
PLACES = (
    ("İzmir", "Konak"), ("Iğdır", "Tuzluca"), ("Ankara", "Çankaya"), ("Şanlıurfa", "Siverek"), ("Muğla", "Fethiye"),
    ("İstanbul", "Üsküdar"), ("Van", "Erciş"), ("Diyarbakır", "Bağlar"), ("Çanakkale", "Gelibolu"),
    ("Kars", "Sarıkamış"),
)  # fmt: skip
SUBJECTS = (
    "Matematik",
    "Türkçe",
    "İngilizce",
    "Fen Bilimleri",
    "Sınıf Öğretmenliği",
    "Rehberlik",
    "Müzik",
    "Okul Öncesi",
    "Tarih",
)
SCHOOLS = (
    "Atatürk Ortaokulu",
    "İnönü İlkokulu",
    "Cumhuriyet Anadolu Lisesi",
    "Gazi İmam Hatip Ortaokulu",
    "Şehit Ali Anaokulu",
)

HEADINGS = {
    "no": ("Sıra", "No", "S.No", "SIRA NO", "#", "Sıra No"),
    "given": ("Adı", "Ad", "ADI", "İsim", "First name", "Adınız", "Ad "),
    "family": ("Soyadı", "Soyad", "SOYADI", "Soyisim", "Surname", "Soyadınız", "LAST NAME", "SOYAD"),
    "full": (
        "Ad Soyad", "Adı Soyadı", "ADI SOYADI", "İsim - Soyisim", "Ad-Soyad", "Full name", "Adınız ve Soyadınız",
        "Öğretmenin Adı Soyadı",
        "Katılımcı", "İsim", "Name", "Katılımcı Adı Soyadı", "AD SOYAD", "Adı ve Soyadı", "Öğretmen",
    ),
    "reversed": ("Soyadı Adı", "Soyad, Ad", "Last name, First name", "SOYADI ADI"),
    "phone": ("Telefon", "Cep Telefonu", "GSM", "Tel", "TELEFON NO", "Telefon (5XXXXXXXXX formatında)",
        "Phone", "Cep telefonu numaranız", "İletişim"),
    "email": ("E-posta", "Mail", "E-Posta Adresi", "e-mail", "E-MAİL", "Mail adresiniz"),
    "institution": ("Okul", "Okulu", "Kurum", "OKUL ADI", "Görev Yeri", "School",
        "Görev yaptığınız okulun adı", "Çalıştığı Kurum", "Okul/Kurum"),
    "subject": ("Branş", "Branşı", "BRANŞ", "Subject", "Branşınız nedir?", "Alanı"),
    "province": ("İl", "İli", "İL", "Şehir", "City", "Görev Yaptığı İl", "Hangi ilde görev yapıyorsunuz?"),
    "district": ("İlçe", "İlçesi", "District", "İLÇE"),
    "place": ("İl/İlçe", "İl - İlçe", "İli / İlçesi"),
    "roles": ("Görevi", "Unvan", "Ünvanı"),
    "personal": ("TC Kimlik No", "T.C. No", "Cinsiyet", "Doğum Tarihi"),
    "signature": ("İmza", "İMZA", "Signature"),
    "relative": ("Veli Adı Soyadı", "Anne Adı"),
}  # fmt: skip
TITLES = (
    ("Katılımcı Listesi",),
    ("T.C.", "ÖRNEKİL VALİLİĞİ", "Örnek Ortaokulu Müdürlüğü"),
    ("Öğretmen Ağı Eleştirel Düşünme Atölyesi", "Tarih: 14.03.2026  Yer: Halk Kütüphanesi"),
    ("2025-2026 Eğitim Yılı Öğretmen Listesi",),
)
STATUS_MARKS: dict[str, dict[str, Cell]] = {
    "plus": {"present": "+", "absent": "-"},
    "tick": {"present": "✓", "absent": "x"},
    "heavy": {"present": "✔", "absent": "✖"},
    "cross": {"present": "x", "absent": None},
    "letters": {"present": "K", "late": "G", "excused": "M", "absent": "Y"},
    "geldi": {"present": "G", "absent": "Y"},
    "english": {"present": "P", "late": "L", "excused": "E", "absent": "A"},
    "varyok": {"present": "var", "absent": "yok"},
    "words": {"present": "Katıldı", "late": "Geç", "excused": "Mazeretli", "absent": "Katılmadı"},
    "wordy": {"present": "geldi", "late": "geç 15 dk", "excused": "raporlu", "absent": "gelmedi"},
    "bool": {"present": True, "absent": False},
    "one": {"present": 1, "absent": 0},
    "plusminus_izin": {"present": "+", "absent": "-", "excused": "İ"},
}
WEEKDAYS = ("Pzt", "Sal", "Çar", "Per", "Cum", "Cmt", "Paz")


@dataclass
class Somebody:
    """A made-up person and what the list says of her, by field; marks by session number."""

    given: str
    family: str
    facts: dict[str, str] = field(default_factory=dict)
    marks: dict[int, str | None] = field(default_factory=dict)


@dataclass
class Layout:
    """A made-up sheet: its rows, merged cells, and the truth.

    `groups` are the people of each table in it; `empty_status` is the status that the list writes as an empty cell.
    """

    name: str
    sheet: RawSheet
    groups: list[list[Somebody]]
    kind: str
    sessions: int = 0
    empty_status: str = ""


class Maker:
    """Makes one layout from a seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.r = random.Random(seed)
        self.columns: list[str] = []
        self.style = ""
        self.session_style = ""
        self.marks: dict[str, Cell] = {}
        self.sessions = 0
        self.headings: list[str] = []

    def somebody(self) -> Somebody:
        r = self.r
        given = r.choice(GIVEN) + (f" {r.choice(SECOND)}" if r.random() < 0.15 else "")
        province, district = r.choice(PLACES)
        person = Somebody(given, r.choice(FAMILY))
        person.facts = {
            "phone": f"05{r.choice('345')}{r.randrange(10)} {r.randrange(200, 999)} "
            f"{r.randrange(10, 99)} {r.randrange(10, 99)}",
            "email": f"kisi{r.randrange(10**6)}@okul.org",
            "institution": f"{district} {r.choice(SCHOOLS)}",
            "subject": r.choice(SUBJECTS),
            "province": province,
            "district": district,
        }
        person.marks = {n: r.choice(list(self.marks)) for n in range(self.sessions)} if self.sessions else {}
        if self.sessions:
            for n in range(self.sessions):
                if r.random() < 0.08:
                    person.marks[n] = None
        return person

    def people(self, least: int = 5, most: int = 30) -> list[Somebody]:
        found: dict[tuple[str, str], Somebody] = {}
        for _ in range(self.r.randint(least, most)):
            one = self.somebody()
            found[one.given, one.family] = one
        listed = list(found.values())
        if self.sessions:
            for n in range(self.sessions):
                for number, status in enumerate(self.marks):
                    if number < len(listed):
                        listed[number].marks[n] = status
        return listed

    def choose_columns(self) -> None:
        r = self.r
        self.style = r.choice(
            ["two", "two", "full", "full", "full", "upper", "mixed", "comma", "reversed", "family_upper"]
        )
        names = ["given", "family"] if self.style == "two" else ["reversed" if self.style == "reversed" else "full"]
        pool = [
            "phone",
            "email",
            "institution",
            "subject",
            "province",
            "district",
            "roles",
            "personal",
            "signature",
            "relative",
        ]
        chosen = [column for column in pool if r.random() < 0.4]
        if r.random() < 0.2 and "province" not in chosen and "district" not in chosen:
            chosen.append("place")
        if "district" in chosen and "province" not in chosen:
            chosen.remove("district")
        r.shuffle(chosen)
        numbered = ["no"] if r.random() < 0.6 else []
        early = chosen[:1] if r.random() < 0.25 else []
        self.columns = [*numbered, *early, *names, *chosen[len(early) :]]
        self.headings = [r.choice(HEADINGS[column]) for column in self.columns]

    def name_cell(self, person: Somebody) -> str:
        full = f"{person.given} {person.family}"
        match self.style:
            case "upper":
                return upper_tr(full)
            case "comma":
                return f"{person.family}, {person.given}"
            case "reversed":
                return f"{person.family} {person.given}"
            case "family_upper":
                return f"{person.given} {upper_tr(person.family)}"
        return full + (" " if self.r.random() < 0.1 else "")

    def cell(self, column: str, person: Somebody, number: int) -> Cell:
        r = self.r
        match column:
            case "no":
                return number
            case "given":
                return person.given
            case "family":
                return person.family
            case "full" | "reversed":
                return self.name_cell(person)
            case "phone":
                text = person.facts["phone"]
                shape = self.seed % 4
                digits = text.replace(" ", "")
                return (
                    text if shape == 0 else digits if shape == 1 else int(digits) if shape == 2 else f"+90 {text[1:]}"
                )
            case "place":
                return f"{person.facts['province']} / {person.facts['district']}"
            case "roles":
                return r.choice(("Öğretmen", "Müdür", "Müdür Yardımcısı"))
            case "personal":
                return r.choice((12345678901, "Kadın"))
            case "relative":
                return f"{r.choice(GIVEN)} {person.family}"
            case "signature":
                return None
        return person.facts[column]

    def session_headings(self) -> list[list[Cell]]:
        """One or two rows of headings for the session columns."""
        start = dt.date(2026, self.r.randint(1, 5), self.r.randint(1, 20))
        days = [start + dt.timedelta(days=7 * n) for n in range(self.sessions)]
        match self.session_style:
            case "date":
                return [list(days)]
            case "text":
                return [[day.strftime("%d.%m.%Y") for day in days]]
            case "short":
                return [[day.strftime("%d.%m") for day in days]]
            case "worded":
                months = "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz".split()
                return [[f"{day.day} {months[day.month - 1]} 2026" for day in days]]
            case "feb":
                return [[f"{n + 1}/{n + 2} Feb" for n in range(self.sessions)]]
            case "oturum":
                return [[f"{n + 1}. Oturum" for n in range(self.sessions)]]
            case "oturum_date":
                return [[f"Oturum {n + 1} ({day.strftime('%d.%m')})" for n, day in enumerate(days)]]
            case "number":
                return [[n + 1 for n in range(self.sessions)]]
            case "weekday_day":
                return [[WEEKDAYS[day.weekday()] for day in days], [day.day for day in days]]
            case "month_day":
                return [["Mart", *[None] * (self.sessions - 1)], [n + 3 for n in range(self.sessions)]]
            case _:
                return [
                    ["OTURUMLAR", *[None] * (self.sessions - 1)],
                    [f"{n + 1}. Oturum" for n in range(self.sessions)],
                ]

    def sheet(
        self, rows: list[list[Cell]], merged: list[tuple[int, int, int, int]] | None = None, *, shift: bool = True
    ) -> RawSheet:
        down = self.r.choice((0, 0, 0, 1, 2)) if shift else 0
        right = self.r.choice((0, 0, 0, 1, 2)) if shift else 0
        cut = []
        for row in [*([[]] * down), *rows]:
            cells: list[Cell] = (
                [*([None] * right), *(c.strip() or None if isinstance(c, str) else c for c in row)] if row else []
            )
            while cells and cells[-1] is None:
                cells.pop()
            cut.append(tuple(cells))
        moved = tuple((a + down, b + right, c + down, d + right) for a, b, c, d in merged or ())
        return RawSheet("Sayfa1", cut, moved)

    def title_rows(self) -> list[list[Cell]]:
        choice = self.r.random()
        if choice < 0.45:
            return []
        rows: list[list[Cell]] = [[line] for line in self.r.choice(TITLES)]
        if self.r.random() < 0.5:
            rows.append([])
        return rows

    def body(self, people: list[Somebody], *, repeat: bool = False) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        for number, person in enumerate(people, start=1):
            if repeat and number > 1 and number % 12 == 1:
                rows.append(list(self.headings))
            row: list[Cell] = [self.cell(column, person, number) for column in self.columns]
            for n in range(self.sessions):
                status = person.marks[n]
                row.append(self.marks[status] if status else None)
            rows.append(row)
        return rows

    def totals(self, people: list[Somebody], extra: int) -> list[list[Cell]]:
        r = self.r
        width = len(self.columns)
        word = r.choice(("Toplam", "TOPLAM", "Genel Toplam", "Total", "Katılan Sayısı", "Ortalama"))
        row: list[Cell] = [None] * (width + self.sessions)
        row[r.choice((0, self.columns.index(next(c for c in self.columns if c in ("given", "full", "reversed")))))] = (
            word
        )
        if self.sessions:
            for n in range(self.sessions):
                row[width + n] = sum(person.marks[n] == "present" for person in people)
        else:
            row[-1] = len(people) if row[-1] is None else row[-1]
        return [[], row] if r.random() < 0.3 else [row]

    def foot(self) -> list[list[Cell]]:
        feet: tuple[list[list[Cell]], ...] = (
            [[], ["Not: Liste güncellenecektir."]],
            [[], [None, None, "Düzenleyen"], [None, None, "Mehmet Demir"], [None, None, "Okul Müdürü"]],
            [["Kolaylaştırıcı imza:"]],
            [[], ["* Katılımcı sayısı değişebilir, onay için imza alınız"]],
        )
        return self.r.choice(feet)


def people_list(seed: int) -> Layout:
    """A list of people under one heading, with titles, totals, blank numbers and repeated headings."""
    m = Maker(seed)
    m.choose_columns()
    people = m.people()
    rows = m.title_rows()
    rows.append(list(m.headings))
    if m.r.random() < 0.1:
        rows.append([])
    rows += m.body(people, repeat=m.r.random() < 0.15)
    if m.columns[0] == "no" and m.r.random() < 0.3:
        rows += [[len(people) + n] for n in range(1, 4)]
    if m.r.random() < 0.4:
        rows += m.totals(people, 0)
    if m.r.random() < 0.3:
        rows += m.foot()
    return Layout("people_list", m.sheet(rows), [people], "people")


def attendance(seed: int) -> Layout:
    """People against sessions, with all kinds of marks and headings."""
    m = Maker(seed)
    names = list(STATUS_MARKS)
    m.marks = STATUS_MARKS[names[seed % len(names)]]
    m.sessions = m.r.randint(1 if m.r.random() < 0.2 else 2, 9)
    styles = [
        "date",
        "text",
        "short",
        "worded",
        "feb",
        "oturum",
        "oturum_date",
        "number",
        "weekday_day",
        "month_day",
        "group",
    ]
    m.session_style = m.r.choice(styles if m.sessions > 1 else styles[:7])
    m.choose_columns()
    m.columns = [c for c in m.columns if c not in ("signature", "personal", "relative")]
    m.headings = [m.r.choice(HEADINGS[column]) for column in m.columns]
    people = m.people(6, 25)
    heads = m.session_headings()
    totals = m.r.random() < 0.5
    rows = m.title_rows()
    merged = []
    if len(heads) == 2:
        low = m.r.random() < 0.5
        upper: list[Cell] = [*([None] * len(m.columns) if low else m.headings), *heads[0]]
        lower: list[Cell] = [*(m.headings if low else [None] * len(m.columns)), *heads[1]]
        if m.session_style in ("month_day", "group") and m.sessions > 1 and m.r.random() < 0.6:
            merged.append((len(rows), len(m.columns), len(rows), len(m.columns) + m.sessions - 1))
        if totals:
            (upper if not low else lower).append("Toplam")
        rows += [upper, lower]
    else:
        rows.append([*m.headings, *heads[0], *(["Katılım Sayısı", "%"] if totals else [])])
    for row, person in zip(m.body(people), people, strict=True):
        if totals:
            came = sum(status in ("present", "late") for status in person.marks.values())
            row += [came, round(100 * came / m.sessions, 1)] if len(heads) == 1 else [came]
        rows.append(row)
    if m.r.random() < 0.5:
        rows += m.totals(people, 2)
    if m.r.random() < 0.2:
        rows += m.foot()
    empty = next((status for status, mark in m.marks.items() if mark is None), "")
    return Layout("attendance", m.sheet(rows, merged), [people], "attendance_wide", m.sessions, empty)


def attendance_long(seed: int) -> Layout:
    """One row for each person and session."""
    m = Maker(seed)
    m.marks = STATUS_MARKS[m.r.choice(["words", "letters", "plus", "varyok", "english"])]
    m.sessions = m.r.randint(2, 4)
    m.choose_columns()
    m.columns = [c for c in m.columns if c in ("no", "given", "family", "full", "reversed", "phone", "institution")]
    m.headings = [m.r.choice(HEADINGS[column]) for column in m.columns]
    people = m.people(5, 12)
    days = [dt.date(2026, 3, 7) + dt.timedelta(days=7 * n) for n in range(m.sessions)]
    textual = m.r.random() < 0.5
    rows = m.title_rows()
    rows.append(
        [
            m.r.choice(("Tarih", "Oturum Tarihi", "Date")),
            *m.headings,
            m.r.choice(("Durum", "Katılım Durumu", "Status", "Katılım")),
        ]
    )
    for n, day in enumerate(days):
        for number, person in enumerate(people, start=1):
            status = person.marks[n]
            cells = [m.cell(column, person, number) for column in m.columns]
            rows.append([day.strftime("%d.%m.%Y") if textual else day, *cells, m.marks[status] if status else None])
    return Layout("attendance_long", m.sheet(rows), [people], "attendance_long", m.sessions)


def stacked(seed: int) -> Layout:
    """Blocks one under the other, each with its class or community in a title line."""
    m = Maker(seed)
    m.choose_columns()
    groups = [m.people(4, 10) for _ in range(m.r.randint(2, 4))]
    titles = m.r.choice((
        ["9/A Sınıfı", "9/B Sınıfı", "10/A Sınıfı", "10/B Sınıfı"],
        ["İzmir Topluluğu", "Iğdır Topluluğu", "Van Topluluğu", "Kars Topluluğu"],
        ["Grup 1", "Grup 2", "Grup 3", "Grup 4"],
    ))  # fmt: skip
    again = m.r.random() < 0.6
    gap = m.r.random() < 0.7
    rows: list[list[Cell]] = []
    for position, group in enumerate(groups):
        if gap and rows:
            rows.append([])
        if again:
            rows.append([titles[position]])
            rows.append(list(m.headings))
        else:
            if position == 0:
                rows.append(list(m.headings))
            rows.append([titles[position]])
        rows += m.body(group)
        if m.r.random() < 0.3:
            rows += [row for row in m.totals(group, 0) if row]
    return Layout("stacked", m.sheet(rows), groups, "people")


def side_by_side(seed: int) -> Layout:
    """Two tables beside each other, from B2 or from A1."""
    m = Maker(seed)
    m.style = m.r.choice(["full", "upper", "two"])
    names = ["given", "family"] if m.style == "two" else ["full"]
    m.columns = [*(["no"] if m.r.random() < 0.7 else []), *names, *(["phone"] if m.r.random() < 0.5 else [])]
    if len(m.columns) == 1:
        m.columns.append("institution")
    m.headings = [m.r.choice(HEADINGS[column]) for column in m.columns]
    left, right = m.people(4, 14), m.people(4, 14)
    a: list[list[Cell]] = [["A Topluluğu"], list(m.headings), *m.body(left)]
    b: list[list[Cell]] = [["B Topluluğu"], list(m.headings), *m.body(right)]
    gap = m.r.choice((0, 1, 1, 2)) if "no" in m.columns or len(m.columns) > 1 else 1
    width = len(m.columns)
    rows: list[list[Cell]] = []
    for n in range(max(len(a), len(b))):
        one: list[Cell] = a[n] if n < len(a) else []
        two: list[Cell] = b[n] if n < len(b) else []
        rows.append([*one, *([None] * (width - len(one) + gap)), *two])
    return Layout("side_by_side", m.sheet(rows), [left, right], "people")


def headless(seed: int) -> Layout:
    """A list without headings: names, perhaps with a number, a phone, a school."""
    m = Maker(seed)
    m.style = m.r.choice(["full", "full", "upper", "family_upper"])
    m.columns = [*(["no"] if m.r.random() < 0.4 else []), "full"]
    m.columns += [column for column in ("phone", "email", "institution", "province") if m.r.random() < 0.35]
    people = m.people(6, 25)
    rows: list[list[Cell]] = []
    if m.r.random() >= 0.5:
        rows.append(["Katılımcı Listesi"])
        if m.r.random() < 0.5:
            rows.append([])
    if m.columns == ["full"] and m.r.random() < 0.4:
        rows += [[f"{number}. {m.cell('full', person, number)}"] for number, person in enumerate(people, start=1)]
    else:
        rows += m.body(people)
    return Layout("headless", m.sheet(rows), [people], "people")


def empty_heading(seed: int) -> Layout:
    """Names stand under an empty heading, the other columns have theirs."""
    m = Maker(seed)
    m.style = m.r.choice(["full", "two"])
    m.columns = ["no", *(["given", "family"] if m.style == "two" else ["full"]), "phone", "institution"]
    m.headings = [m.r.choice(HEADINGS[column]) for column in m.columns]
    people = m.people(6, 25)
    heading: list[Cell] = list(m.headings)
    if m.style == "two":
        heading[1] = m.r.choice((None, "Ad Soyad", "Adı Soyadı"))
        heading[2] = None
    else:
        heading[1] = None
    rows = [*m.title_rows(), heading, *m.body(people)]
    return Layout("empty_heading", m.sheet(rows), [people], "people")


def merged_school_form(seed: int) -> Layout:
    """A school system's form: columns spread over merged cells, the title in one cell, a page per class."""
    m = Maker(seed)
    m.style = "two"
    groups = [m.people(5, 15) for _ in range(m.r.randint(1, 3))]
    rows: list[list[Cell]] = []
    for group, name in zip(groups, ("A", "B", "C"), strict=False):
        rows.append([f"T.C.\nÖRNEKİL VALİLİĞİ\nÖrnek Lisesi Müdürlüğü\n9. Sınıf / {name} Şubesi Sınıf Listesi"])
        rows.append(["Sınıf Öğretmeni: ", *[None] * 6, "Sınıf Başkanı:"])
        rows.append(["S.No", "Öğrenci No", None, "Adı", None, None, None, "Soyadı", None, None, "Cinsiyeti"])
        for number, person in enumerate(group, start=1):
            gender = m.r.choice(("Kız", "Erkek"))
            rows.append(
                [
                    number,
                    m.r.randrange(2000),
                    None,
                    upper_tr(person.given),
                    None,
                    None,
                    None,
                    upper_tr(person.family),
                    None,
                    None,
                    gender,
                ]
            )
        rows.append(["Erkek Öğrenci Sayısı : 12", None, None, "Kız Öğrenci Sayısı : 13", None, "Toplam : 25"])
    return Layout("school_form", m.sheet(rows, shift=False), groups, "people")


def form_answers(seed: int) -> Layout:
    """What a web form collects."""
    m = Maker(seed)
    m.style = "full"
    m.columns = ["full", "phone", "email", "province", "institution", "subject"]
    m.headings = [
        "Adınız ve Soyadınız", "Cep telefonu numaranız", "E-posta adresiniz", "Hangi ilde görev yapıyorsunuz?",
        "Görev yaptığınız okulun adı", "Branşınız nedir?",
    ]  # fmt: skip
    people = m.people(5, 30)
    rows: list[list[Cell]] = [["Zaman damgası", *m.headings, "KVKK metnini okudum, onaylıyorum.", "Beklentiniz nedir?"]]
    for number, row in enumerate(m.body(people)):
        stamp = dt.datetime.fromisoformat("2026-03-01T10:00") + dt.timedelta(minutes=number)
        rows.append([stamp, *row, "Evet", m.r.choice(("Yeni yöntemler öğrenmek", "Tanışmak", None))])
    return Layout("form", m.sheet(rows, shift=False), [people], "people")


MAKERS = (
    people_list, people_list, people_list, attendance, attendance, attendance, attendance_long, stacked, side_by_side,
    headless, empty_heading, merged_school_form, form_answers,
)  # fmt: skip


def layout(seed: int) -> Layout:
    """The layout of a seed."""
    return MAKERS[seed % len(MAKERS)](seed)
