"""What a piece of text is about, where no header says so: a province, a school, a subject, a mark of agreement."""

import re
from functools import cache
from typing import Final

from tn_desktop.model.places import districts, find_province, provinces
from tn_desktop.model.text import fold

_INSTITUTION: Final = re.compile(
    r"\b(?:okul\w*|ilkokul\w*|ortaokul\w*|anaokul\w*|kres\w*|lise\w*|anadolu lisesi|kolej\w*|universite\w*|"
    r"fakulte\w*|enstitu\w*|"
    r"halk egitim|hem|ram|rehberlik ve arastirma|bilsem|bilim ve sanat|imam hatip|iho|ihl|aihl|mtal|fen "
    r"lisesi|oo|ao|mudurlug\w*|meb|"
    r"belediye\w*|dernek|dernegi|vakif|vakfi|kulub\w*|merkezi|school|college|university|academy|akademi\w*|"
    r"institute|kurum\w*|sirketi|"
    r"ltd|holding|gymnasium|grundschule|schule)\b"
)
_SUBJECTS: Final = frozenset(
    """
    matematik|turkce|fen bilimleri|fen bilgisi|fen|sosyal bilgiler|sosyal|ingilizce|almanca|fransizca|arapca|
    rusca|sinif|sinif ogretmenligi|sinif ogretmeni|
    okul oncesi|okul oncesi ogretmeni|anasinifi|rehberlik|psikolojik danismanlik|pdr|rehber ogretmen|fizik|
    kimya|biyoloji|tarih|cografya|felsefe|edebiyat|
    turk dili ve edebiyati|din kulturu|din kulturu ve ahlak bilgisi|dkab|din kult ve ahl bil|muzik|gorsel
    sanatlar|resim|beden egitimi|beden egitimi ve spor|
    bilisim|bilisim teknolojileri|teknoloji ve tasarim|ozel egitim|ingilizce ogretmeni|matematik ogretmeni|
    turkce ogretmeni|mudur|mudur yardimcisi|
    ilkogretim matematik|lise matematik|elektrik elektronik|cocuk gelisimi|muhasebe|saglik bilgisi|drama|satranc|
    maths|mathematics|science|english|physics|chemistry|biology|history|geography|music|art|primary|preschool|
    counselling|physical education
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_AGREEMENT: Final = frozenset(
    [
        "katiliyorum",
        "ben de",
        "bende",
        "ben de katiliyorum",
        "geliyorum",
        "ben de geliyorum",
        "evet",
        "varim",
        "ben varim",
        "1",
        "tamam",
        "ok",
        "katilacagim",
        "gelecegim",
        "ben",
        "ben de varim",
        "bende varim",
        "yes",
        "me too",
        "i am in",
        "im in",
        "joining",
    ]
)


def is_province(text: str) -> bool:
    """Whether text names a province of Turkey (not merely a number)."""
    return bool(re.search(r"[^\W\d_]", text)) and (find_province(text) or "").startswith("TR-")


@cache
def _district_names() -> frozenset[str]:
    return frozenset(name for province in provinces() for name in districts(province))


def is_district(text: str) -> bool:
    """Whether some province of Turkey has a district of that name."""
    return fold(text).removesuffix(" ilcesi") in _district_names()


def is_institution(text: str) -> bool:
    """Whether text names a school or another institution."""
    return bool(_INSTITUTION.search(fold(text)))


def is_subject(text: str) -> bool:
    """Whether text is a teacher's subject."""
    folded = fold(text)
    return (
        folded in _SUBJECTS
        or folded.removesuffix(" ogretmeni") in _SUBJECTS
        or folded.removesuffix(" ogretmenligi") in _SUBJECTS
    )


def is_agreement(text: str) -> bool:
    """Whether a chat message says "I am in"."""
    first = re.split(r"[,.!;\n]", text, maxsplit=1)[0]
    return fold(first) in _AGREEMENT or text.strip() in ("+", "+1", "👍", "✋", "🙋", "🙋‍♀️", "🙋‍♂️", "✅")
