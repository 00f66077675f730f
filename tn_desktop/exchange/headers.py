"""What a column's heading says, in Turkish and English.

A heading is folded (model.text.fold) and held against rules in order; the first that fits says which field it is. A
hint's weight tells a clear heading ("Telefon") from one that needs the column's content to agree ("İletişim").
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tn_desktop.exchange.reading.book import Cell
from tn_desktop.exchange.values import When, find_when, month_of, serial_date, weekday_of
from tn_desktop.model.text import clean, fold

# Fields that are no fields of an entity.
FULL_NAME, FULL_NAME_REVERSED, NAME = "full_name", "full_name_reversed", "name"
PLACE = "place"
ROW_NUMBER, TOTAL, SIGNATURE, TIMESTAMP, RELATIVE, PERSONAL, CODE = (
    "row_number", "total", "signature", "timestamp", "relative", "personal", "code",
)  # fmt: skip
IGNORED: Final = frozenset({ROW_NUMBER, TOTAL, SIGNATURE, TIMESTAMP, RELATIVE, PERSONAL, CODE})
"""Columns that are recognised in order to be left out."""

PERSON_FIELDS: Final = (
    "given_name", "family_name", "other_names", "phone", "email", "country", "province", "district", "institution",
    "subject", "expertise", "interests", "roles", "label", "notes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hint:
    """The field a heading names, and how clearly (0 to 1)."""

    field: str
    weight: float


WHO_WEIGHT: Final = 0.85
"""The weight of a bare "Öğretmen" or "Katılımcı", which is as often a value as a heading."""

_NAME_WORD: Final = r"(?:ad|adi|adiniz|adlari|isim|ismi|isminiz|isimleri|name)"
_FAMILY_WORD: Final = (
    r"(?:soyad|soyadi|soyadiniz|soyadlari|soy ad|soy adi|soyisim|soyismi|soyisminiz|"
    r"soy isim|soy ismi|surname|last name)"
)
_WHO: Final = (
    r"(?:katilimci\w*|katilan\w*|ogretmen\w*|kisi\w*|uye\w*|personel\w*|"
    r"ogrenci\w*|participant\w*|teacher\w*|member\w*|student\w*|attendee\w*|egitmen\w*)"
)

# (field, weight, pattern); a pattern has to match the whole folded heading.
_RULES: Final[tuple[tuple[str, float, str], ...]] = (
    (
        ROW_NUMBER,
        1.0,
        (
            r"s|sn|no|nu|nr|sira|sira ?no|sira numarasi|s no|s n|numara|number|num|row|row no|index|id no|"
            r"sayi no"
        ),
    ),
    (
        PERSONAL,
        1.0,
        (
            r".*\b(?:t c|tc|tckn|kimlik|iban|dogum|cinsiyet\w*|gender|birth\w*|yas|yasiniz|age|kan grubu|"
            r"medeni hal\w*|pasaport|passport)\b.*"
        ),
    ),
    (
        RELATIVE,
        1.0,
        (
            r".*\b(?:veli\w*|anne\w*|baba\w*|ebeveyn\w*|acil durum\w*|emergency|parent s|father\w*|"
            r"mother\w*|guardian\w*)\b.*"
        ),
    ),
    (SIGNATURE, 1.0, r".*\b(?:imza\w*|signature|paraf)\b.*|sign"),
    (
        TIMESTAMP,
        1.0,
        (
            r"zaman damgasi|timestamp|(?:kayit|basvuru|form|gonderim|olusturma) (?:tarihi|zamani)|"
            r"(?:created|submitted)(?: at)?|submission date"
        ),
    ),
    (
        TOTAL,
        1.0,
        (
            r"(?:genel )?(?:toplam|total|ortalama|average|sum|yuzde|percent\w*|oran|orani|adet|avg|"
            r"mean)\b.*"
        ),
    ),
    (TOTAL, 1.0, r".*\b(?:sayisi|orani|yuzdesi|toplami|ortalamasi|count|percentage|rate|toplam|total)"),
    (
        TOTAL,
        1.0,
        (
            r"(?:katilim|devam|devamsizlik|yoklama) (?:gun|adedi|puani|toplam).*|devamsizlik\w*|"
            r"geldigi gun|gelmedigi gun|katildigi oturum"
        ),
    ),
    (TOTAL, 1.0, r"belge (?:alacak|hak).*|sertifika.*"),
    ("email", 1.0, r".*\b(?:e ?posta\w*|e ?mail\w*|mail\w*|gmail|elektronik posta\w*)\b.*"),
    (
        "contact_name",
        1.0,
        (
            r"(?:yetkili|iletisim|irtibat|temas|contact|ilgili)(?: (?:kisi|kisisi|kisiler|person|name|adi|"
            r"ad|adi soyadi|isim))+|yetkili|yetkilisi|temsilci\w*|contact"
        ),
    ),
    (
        "contact_role",
        1.0,
        (
            r"(?:yetkili|iletisim|irtibat|contact|temsilci)\w* (?:\w+ )*(?:gorevi|unvani|rolu|role|title|"
            r"position)"
        ),
    ),
    (
        "phone",
        1.0,
        (
            r".*\b(?:telefon\w*|tel|tlf|gsm\w*|cep\w*|mobile|mobil|phone\w*|whatsapp\w*|wp no|handy|"
            r"telephone)\b.*"
        ),
    ),
    (
        "phone",
        0.6,
        (
            r"(?:iletisim|irtibat)(?: (?:no|numarasi|bilgisi|bilgileri|bilgi))?|contact (?:no|number|info|"
            r"details)"
        ),
    ),
    (
        CODE,
        1.0,
        (
            r"(?:okul|ogrenci|kurum|sicil|personel|uye|dosya|kayit)\w* (?:no|numarasi|kodu|kod|id|number)|"
            r"kod|kodu|code|id|uid|sicil|plaka"
        ),
    ),
    (
        "other_names",
        1.0,
        (
            r"(?:onceki|eski|kizlik|evlenmeden onceki|diger)\s(?:\w+\s)*(?:ad\w*|soyad\w*|isim\w*)|"
            r"maiden name|other names?|former name|also known as"
        ),
    ),
    (
        PLACE,
        1.0,
        (
            r"(?:\w+ )*(?:il|ili|sehir|iliniz|province|city)(?: ve| and)? (?:ilce|ilcesi|ilceniz|"
            r"district)|(?:ilce|ilcesi|district)(?: ve)? (?:il|ili|province|city)"
        ),
    ),
    (
        "community",
        1.0,
        (
            r"(?:\w+ )?(?:topluluk|toplulugu|toplulugunuz|topluluk adi|community|community name|"
            r"calisma grubu|working group)"
        ),
    ),
    ("community", 0.5, r"grup|grubu|group|ekip|team|sube|subesi|sinif|sinifi|class"),
    ("district", 1.0, r".*\b(?:ilce\w*|district|county)\b.*"),
    (
        "province",
        1.0,
        (
            r"(?:\w+ ){0,4}(?:il|ili|iliniz|ilin|sehir|sehri|sehriniz|vilayet|province|city|state)|"
            r"(?:hangi )?(?:il|ilde|ilden|sehir|sehirde)\b.*|il adi"
        ),
    ),
    ("country", 1.0, r"(?:\w+ )?(?:ulke|ulkesi|ulkeniz|country|uyruk)"),
    (
        "type",
        0.9,
        (
            r"(?:paydas|kurum|kurulus|stakeholder|organi[sz]ation|okul)\w* (?:tur\w*|tip\w*|type|"
            r"kategori\w*|niteligi)"
        ),
    ),
    ("type", 0.6, r"tur|turu|tip|tipi|type|kategori|category|kind"),
    ("expertise", 1.0, r"(?:\w+ )*(?:uzmanlik\w*|expertise|yetkinlik\w*|beceri\w*|skills?)(?: \w+)?"),
    ("interests", 1.0, r"(?:\w+ )*(?:ilgi\w* (?:alan\w*|duy\w*)|interests?|merak\w*)(?: \w+)*"),
    (
        "disciplines",
        1.0,
        (
            r"(?:\w+ )?(?:disiplin\w*|disciplines?|calisma alan\w*|faaliyet alan\w*|faaliyet|tema\w*|"
            r"fields? of work|areas?)"
        ),
    ),
    (
        "subject",
        1.0,
        (
            r".*\bbrans\w*.*|subject(?: taught)?|ogretmenlik alan\w*|alan|alani|alaniniz|ders|dersi|"
            r"verdigi ders|bolum|bolumu|teaching subject|zumre"
        ),
    ),
    (
        "stakeholder",
        1.0,
        (
            r"(?:paydas\w*|stakeholder|stk|sivil toplum\w*|dernek|vakif|ngo|partner)(?: (?:adi|ad|ismi|"
            r"name|kurulusu|kurum|kurum adi))*"
        ),
    ),
    (
        "institution",
        1.0,
        (
            r".*\b(?:okul\w*|kurum\w*|kurulus\w*|school|institution|organi[sz]ation|gorev yeri\w*|isyeri|"
            r"is yeri|workplace|universite\w*|university|firma|company|birim\w*|affiliation|calistig\w*|"
            r"gorev yaptig\w*)\b.*"
        ),
    ),
    ("web", 1.0, r".*\b(?:web\w*|internet sitesi|site|sitesi|url|homepage|website)\b.*"),
    (
        "facilitator",
        1.0,
        (
            rf"(?:kolaylastirici\w*|egitmen\w*|egitimci|konusmaci|moderator|facilitator|trainer|"
            rf"delivered by)(?: {_NAME_WORD})?"
        ),
    ),
    (FULL_NAME_REVERSED, 1.0, (rf"(?:{_WHO} )?(?:{_FAMILY_WORD}|last)(?: ve| and)? (?:{_NAME_WORD}|first|first name)")),
    (
        FULL_NAME,
        1.0,
        (
            rf"(?:\w+ ){{0,3}}{_NAME_WORD}(?: ve| and)? {_FAMILY_WORD}(?: \w+)?|adsoyad|adisoyadi|"
            rf"adi soyadi unvani|isimsoyisim|first(?: name)? (?:and )?(?:last name|surname)"
        ),
    ),
    (
        FULL_NAME,
        1.0,
        (
            rf"full ?name|(?:{_WHO} )(?:{_NAME_WORD}|tam adi)|tam adi|names|display name|isim listesi|"
            rf"ad soyad|kim|who"
        ),
    ),
    ("family_name", 1.0, (rf"(?:{_WHO} )?{_FAMILY_WORD}|family name|nachname|lastname|familyname|last nm|lname")),
    (
        "given_name",
        1.0,
        (rf"first ?name|given ?name|frst nm|fname|forename|vorname|on ad|on adi|(?:{_WHO} )(?:on )?adi"),
    ),
    (NAME, 1.0, rf"{_NAME_WORD}"),
    (FULL_NAME, 1.0, r"isimler"),
    (FULL_NAME, WHO_WEIGHT, _WHO),
    (
        "roles",
        1.0,
        (
            r"(?:\w+ )?(?:gorev|gorevi|goreviniz|unvan|unvani|unvaniniz|rol|rolu|role|roles|position|"
            r"pozisyon|meslek|meslegi|mesleginiz|job title|job|statu|statusu|occupation)"
        ),
    ),
    (
        "mode",
        1.0,
        (
            r"(?:katilim|attendance) (?:sekli|bicimi|turu|yontemi|mode|type)|mod|mode|"
            r"yuz yuze (?:cevrim ici|online)|nasil katildi"
        ),
    ),
    (
        "status",
        1.0,
        (
            r"(?:katilim|yoklama|devam|attendance|oturum|gelis)\w* (?:durumu|durum|bilgisi|status|"
            r"isareti)|katilim|yoklama|attendance|attended|present|katildi|katildi mi|geldi|geldi mi|"
            r"geldi gelmedi|devam|var yok|devam durumu|attendance status|isaret"
        ),
    ),
    ("status", 0.7, r"durum|durumu|status|state"),
    ("minutes", 1.0, r"(?:\w+ )?(?:dakika|dk|sure|suresi|minutes?|mins?|duration)(?: \w+)?"),
    (
        "session",
        1.0,
        (
            r"(?:oturum|session|seans|bulusma|toplanti|etkinlik|atolye|workshop|activity|event|meeting|"
            r"egitim|faaliyet)(?:un|in|nin)?(?: (?:adi|basligi|ismi|no|konusu|name|title|number))?"
        ),
    ),
    (
        "date",
        1.0,
        (
            r"(?:(?:oturum|session|etkinlik|bulusma|toplanti|atolye|egitim|katilim|yoklama|ders|workshop|"
            r"event|meeting|attendance) )?(?:tarih|tarihi|date|gun|gunu|day)"
        ),
    ),
    ("time", 1.0, r"(?:baslangic |baslama |start )?(?:saat|saati|time|zaman)"),
    ("label", 1.0, r"etiket|label|ayirt edici\w*"),
    (
        "notes",
        1.0,
        (
            r"(?:\w+ )?(?:not|notu|notlar|notlari|notes?|remarks?|aciklama\w*|comments?|yorum\w*|"
            r"dusunce\w*|gorus\w*|beklenti\w*|mesaj\w*)(?: \w+)?"
        ),
    ),
    ("notes", 0.4, r"diger|other|ek bilgi\w*|adres\w*|address"),
)
_COMPILED: Final = tuple((field, weight, re.compile(pattern)) for field, weight, pattern in _RULES)

# Questions of web forms, where a word anywhere decides; tried after the rules above.
_QUESTIONS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        (FULL_NAME, rf"\b{_NAME_WORD} (?:ve )?{_FAMILY_WORD}\b"),
        ("subject", r"\b(?:brans\w*|hangi ders\w*)\b"),
        ("province", r"\b(?:hangi il\w*|hangi sehir\w*|which (?:city|province))\b"),
        ("family_name", rf"\b{_FAMILY_WORD}\b"),
    )
)

_DIRECT: Final = frozenset(
    (
        *PERSON_FIELDS,
        FULL_NAME,
        PLACE,
        "community",
        "status",
        "mode",
        "minutes",
        "session",
        "date",
        "type",
        "disciplines",
        "web",
    )
)
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@lru_cache(maxsize=20_000)
def hint_of(heading: str) -> Hint | None:
    """The field a heading names, or None. A field's own key ("full_name") is the clearest of all."""
    if heading in _DIRECT:
        return Hint(heading, 1.0)
    text = clean(heading)
    if not text or len(text) > 200:
        return None
    if text in ("#", "№", "Nº", "N°", "No.", "Sıra", "S.N."):
        return Hint(ROW_NUMBER, 1.0)
    if text.startswith("%") or text in ("Σ", "∑"):
        return Hint(TOTAL, 1.0)
    without = fold(_BRACKETS.sub(" ", text))
    whole = fold(text)
    for candidate in dict.fromkeys((without, whole)):
        if not candidate:
            continue
        for field, weight, pattern in _COMPILED:
            if pattern.fullmatch(candidate):
                return Hint(field, weight if len(candidate) <= 60 else weight * 0.9)
    for field, pattern in _QUESTIONS:
        if pattern.search(whole):
            return Hint(field, 0.8)
    return None


def combined_hint(group: str, heading: str) -> Hint | None:
    """The field of a heading under a group's heading: "Adı" under "Okul" is the school's name."""
    own = hint_of(heading)
    if not group:
        return own
    above = hint_of(group)
    if above is not None and (
        own is None or own.field in (NAME, CODE, ROW_NUMBER, "given_name", FULL_NAME, "phone", "email")
    ):
        if above.field == RELATIVE:
            return above
        if above.field in ("institution", "stakeholder", "contact_name", "community", "facilitator"):
            return hint_of(f"{group} {heading}") or own
    return own or above


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """What a column's heading says about a session: any of its number, date (ISO, or None without a year), title.

    `when` keeps day and month where the year is missing.
    """

    title: str
    number: int | None = None
    date: str | None = None
    time: str | None = None
    when: When | None = None
    weight: float = 1.0


_SESSION_WORDS: Final = (
    r"(?:oturum\w*|seans|session|hafta|week|ders|lesson|gun|day|bulusma|toplanti|meeting|atolye|workshop|"
    r"etkinlik|egitim|modul|module|"
    r"katilim|yoklama|o|s|h|g|d|w)"
)
_NUMBERED: Final = re.compile(
    rf"(?:(?P<a>\d{{1,3}}) ?(?:inci |nci )?{_SESSION_WORDS}|{_SESSION_WORDS} ?(?:no )?(?P<b>\d{{1,3}}))\b(?P<rest>.*)"
)


def session_of(parts: tuple[Cell, ...]) -> SessionInfo | None:
    """The session that a column's headings (from top to bottom) name, or None."""
    title = " ".join(clean(part) if isinstance(part, str) else _show(part) for part in parts if part is not None)
    when = number = clock = None
    weight = 0.0
    month: tuple[int, int | None] | None = None
    for part in parts:
        if isinstance(part, bool) or part is None:
            continue
        if isinstance(part, int | float):
            if serial := serial_date(part):
                when, weight = find_when(serial), 1.0
            elif isinstance(part, int) and 1 <= part <= 99:
                if month and part <= 31:
                    when, weight = When(part, month[0], month[1]), 0.9
                else:
                    number, weight = part, max(weight, 0.4)
            continue
        if found := find_when(part):
            when, weight = found, 1.0
            clock = found.time or clock
        if isinstance(part, str):
            month = month_of(part) or month
            folded = fold(part)
            if weekday_of(part) is not None:
                weight = max(weight, 0.6)
            if match := _NUMBERED.fullmatch(folded):
                number = int(match["a"] or match["b"])
                long_word = len(re.sub(r"[\d ]", "", folded)) > 2
                weight = max(weight, 0.95 if long_word else 0.7)
            elif folded.isdecimal() and len(folded) <= 2:
                if month and 1 <= int(folded) <= 31:
                    when, weight = When(int(folded), month[0], month[1]), 0.9
                else:
                    number, weight = int(folded), max(weight, 0.4)
    if not weight:
        return None
    return SessionInfo(
        title, number, when.complete if when else None, clock or (when.time if when else None), when, weight
    )


def _show(part: Cell) -> str:
    from tn_desktop.exchange.values import text_of

    return text_of(part)
