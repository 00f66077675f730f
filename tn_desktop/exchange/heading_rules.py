"""The rules by which a column's heading is understood, in Turkish and English.

A heading is folded (model.text.fold) and held against the rules in order; the first that fits says which field it is.
"""

import re
from typing import Final

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
_PATTERNS: Final[tuple[tuple[str, float, str], ...]] = (
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
    ("disciplines", 1.0, r"alanlar|alanlari"),
    ("themes", 1.0, r"(?:\w+ )?(?:tema|temasi|temalar|temalari|themes?)"),
    ("stakeholder_role", 1.0, r"topluluklar icin rolu|topluluklardaki rolu|role towards communities"),
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
            r"(?:\w+ )?(?:disiplin\w*|disciplines?|calisma alan\w*|faaliyet alan\w*|faaliyet|"
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
    (
        FULL_NAME_REVERSED,
        1.0,
        (
            rf"(?:{_WHO} )?{_FAMILY_WORD}(?: ve| and)? (?:{_NAME_WORD}|first name)|"
            r"last(?: name)?(?: and)? first(?: name)?"
        ),
    ),
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
RULES: Final = tuple((field, weight, re.compile(pattern)) for field, weight, pattern in _PATTERNS)

# Questions of web forms, where a word anywhere decides; tried after the rules above.
QUESTIONS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        (FULL_NAME, rf"\b{_NAME_WORD} (?:ve )?{_FAMILY_WORD}\b"),
        ("subject", r"\b(?:brans\w*|hangi ders\w*)\b"),
        ("province", r"\b(?:hangi il\w*|hangi sehir\w*|which (?:city|province))\b"),
        ("family_name", rf"\b{_FAMILY_WORD}\b"),
    )
)
