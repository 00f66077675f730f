"""What a row of a sheet is by its words: a total, a title, the foot of a list."""

import re
from typing import Final

from tn_desktop.exchange.content import is_province
from tn_desktop.exchange.names import given_name_share, looks_like_name
from tn_desktop.exchange.reading.book import Cell
from tn_desktop.model.text import fold

TOTAL: Final = re.compile(
    r"(?:genel |ara )?(?:toplam|total|subtotal|grand total|ortalama|average|mean)\b.*|"
    r"(?:\w+ )*(?:katilan|katilimci|katilmayan|mevcut|devamsiz|gelen|gelmeyen|kisi|kayitli|ogretmen|ogrenci|"
    r"kiz|erkek|uye|katilim)\w* (?:\w+ )?"
    r"(?:sayisi|toplami?|adedi|orani|yuzdesi|count)\b.*|"
    r"(?:number of|no of) .*|(?:present|absent|attendance) (?:count|total|rate)|mevcut(?: \d+)?|yuzde|oran|katilim "
    r"orani|genel toplam.*|count|sum"
)
# A quick look before the exact one, since every row of a long list is asked.
_MAYBE_TOTAL: Final = re.compile(
    r"topl|total|ortala|average|mean|say[ıi]|mevcut|oran|y[üu]zde|count|sum\b|rate|adet|adedi|no of|"
    r"number of|kat[ıi]l|gele|gelme|devams|mazeret|izinli|ge[çc] kal|yoklama|present|absent|late|excused|attend",
    re.IGNORECASE,
)
SUMMING: Final = frozenset(
    """
    katilim katilan katilanlar katilmayan katilmayanlar gelen gelenler gelmeyen gelmeyenler devamsiz
    devamsizlar mazeretli
    izinli gec kalan present absent late excused attended
    sayi adet mevcut yoklama
    """.split()
)
TITLE: Final = re.compile(
    r"\b(?:sinif\w*|sube\w*|topluluk|toplulugu\w*|grup|grubu|group|community|ekip|ekibi|takim\w*|ilkokulu?|"
    r"ortaokulu?|okulu|lisesi|listesi|liste|"
    r"list|atolye\w*|donem\w*|class|team|birim\w*|komisyon\w*|bolge\w*|katilimcilar\w*|uyeler\w*|ogretmenler|"
    r"ogretmenleri|mudurlugu|calisma|yedek|asil|"
    r"kontenjan|ilcesi|ili|il|kurulu|komitesi|komisyonu|meclisi|workshop|session|oturum\w*|sunum|program\w*)\b"
)
CLASS: Final = re.compile(r"\d{1,2}\s*[-/. ]\s*[A-ZÇĞİÖŞÜa-zçğıöşü](?:\s+(?:sınıfı|Sınıfı|SINIFI|şubesi|Şubesi))?")
FOOT: Final = re.compile(
    r".*\b(?:imza\w*|duzenleyen|hazirlayan|onaylayan|onay|kontrol eden|teslim (?:eden|alan)|muhur|kase|"
    r"signature|prepared by|approved by)\b.*|"
    r"(?:not|notlar|aciklama\w*|dipnot|note|notes|kaynak|tarih|saat|yer|kolaylastirici|egitmen|koordinator|il "
    r"koordinatoru|mudur|mudur yardimcisi|"
    r"okul muduru|sinif ogretmeni|facilitator|coordinator|il temsilcisi|proje \w+|tesekkur\w*)(?: .*)?"
)
OFFICE: Final = re.compile(
    r"(?:\w+ )*(?:mudur|muduru|mudur yardimcisi|koordinator|koordinatoru|kolaylastirici|temsilcisi|baskan|"
    r"baskani|egitmen|imza|facilitator|coordinator)"
)


def clean_title(text: str) -> str:
    """A title's text without its decoration."""
    return text.strip(" -–—=*_#•.").strip()


def is_total(cells: list[tuple[int, Cell]], names: list[int]) -> bool:
    """Whether a row counts or sums the rows above it."""
    first = cells[0][0]
    for column, value in cells:
        if not isinstance(value, str) or (column not in names and column != first):
            continue
        if value.startswith(("%", "Σ", "∑")):
            return True
        if not _MAYBE_TOTAL.search(value):
            continue
        folded = fold(value)
        if TOTAL.fullmatch(folded):
            return True
        others = [other for place, other in cells if place != column]
        if folded in SUMMING and others and all(no_letters(other) for other in others):
            return True
    return False


def maybe_person(text: str) -> bool:
    """Whether a title's text could be a name after all, in a list of names alone."""
    if CLASS.fullmatch(text) or is_province(text) or not looks_like_name(text):
        return False
    return given_name_share([text]) > 0 or not TITLE.search(fold(text))


def no_letters(value: Cell) -> bool:
    """Whether a cell holds no letter: a number, a date, a sign."""
    return not isinstance(value, str) or not any(char.isalpha() for char in value)
