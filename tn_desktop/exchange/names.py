"""Recognising and splitting people's names as lists write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tn_desktop.model.text import clean, fold

# Common given names of Turkey and its neighbours, to tell a column of names from a column of schools. A name that is
# not here is still a name: this only weighs. Written folded.
_GIVEN: Final = """
abdullah abdurrahman abdulkadir adem adil adnan afra ahmet akif alara alaattin alev ali alican aleyna alp alper
alperen
altan anil arda arif arzu asaf asena asim asiye asli aslihan asuman asya ata atakan atilla ayberk ayca aycan
aydan aydin
ayfer aygul ayhan ayla aylin aynur aysegul aysel aysen aysenur ayse aysun aysin ayten aytac azad azize azra
bahadir bahar bahri
baran baris bayram bedia bedri behiye bekir belgin belma bengi bengisu beren berfin beril berivan berk berkay
berke berna
berra berrin beste betul beyza beyzanur bilal bilge bilgehan birgul birol bora burak burcak burcin burcu burhan busra
cafer cagatay cagla caglar cagri can canan caner cansel cansu cavit celal celil cem cemal cemil cemile cemre
cengiz cenk
ceren cevat ceyda ceylan ceylin cigdem cihan cihat ciwan cuma cumali damla davut defne deha delal demet deniz
derin derya devran
devrim dicle didem dilan dilara dilay dilek dilber dogan doganay doruk dudu duran dursun duru duygu ebrar ebru
ecem ece ecrin eda ege
ekin ekrem elanur ela elcin elif elifnur elvan emel emin emine emir emirhan emrah emre enes engin enver ercan
erdal erdem erdinc erdogan eren
erhan erkan erol ersin ertugrul esat esen esin eslem esma esra eyup ezgi ezel fadime fahri faik faruk fatih
fatma fatmanur
fazil fehmi ferda ferdi ferhat feride ferit feriha feyza feyzullah fidan figen fikret filiz firat firdevs fulya
funda furkan gamze
gizem gokce gokcen gokhan gokmen gonca gonul gozde gul gulay gulbahar gulcan gulcin gulden guldane gulten guler
gulfem gulhan
gulistan gulizar gulnaz gulnur gulsah gulsen gulseren gulsum gulsun gunay gunes gungor gurkan gursel guven
guzide habibe
hacer haci hadi hafize hakan hakki hale halide halil halime halit haluk hamdi hamide hamit hamza handan hande
hanife harika harun
hasan hasibe hasret hatice hava havva haydar hayrettin hayriye hayrunnisa hazal hediye helin hicran hidayet
hifa hilal hilmi
hulya hursit huseyin husnu huma humeyra ibrahim idil ihsan ilayda ilhan ilkay ilkem ilker ilknur ilyas imran
inci ipek irem
irfan irmak isa isil isilay isik ismail ismet izel izzet kaan kader kadir kadriye kamil kamuran kardelen kemal
kenan kerem kerim kevser kezban
kiraz kiymet koray korhan kubilay kubra kumru kursat lale lamia latif latife leman levent leyla lokman lutfi
lutfiye macide mahir
mahmut mahsun makbule mehmet mehtap melahat melda melek meliha melih melike melis melisa meltem memduh menekse
meral mercan
mert merve meryem mesut mete metehan metin mevlut mihriban mine mirac mirza mizgin muammer muazzez mucahit
mujde mujdat mujgan muhammed muhammet muharrem
muhittin muhsin mukaddes mukerrem munevver munir murat murvet musa musab mustafa muzaffer muzeyyen mucella
mualla naciye nadir nadide nagihan nahit nail naime
nalan narin nazan nazife nazim nazli nazmiye nebahat nebi necati necdet necip necla necmettin necmiye nehir
nergis nermin neslihan
neslisah nesrin nevin nevra nevriye nevzat nezahat nezihe nihal nihan nihat nil nilay nilgun nilufer nisa nisan
nisanur niyazi niyazi
nuh nur nuran nuray nurcan nurdan nurettin nurgul nurhan nuri nuriye nursel nursen nurten nurullah oguz oguzhan
okan okay oktay olcay omer onat onder
onur orhan osman oya oykum oyku ozan ozden ozge ozgun ozgur ozkan ozlem oznur ozcan pakize pelin pelinsu
perihan pembe petek pinar polat
poyraz rabia rahime ramazan rana rasim rasit ravza recep refik remzi remziye resat resul reyhan reyyan ridvan
rifat riza rojda rojin rukiye
rusen ruya ruzgar rustem saadet saban sabahat sabahattin sabiha sabri sabriye sadettin sadik sadiye safak
safiye sahin saim sait sakine salih saliha
salim sami samet samiye saniye sarp sati savas seckin seda sedanur sedat sedef sefa sefer seher selahattin
selami selcan selcuk selda
selen selim selin selma selman selvi sema semanur semih semiha semra sena senay sendogan senem senol serap
sercan serdar serhan serhat serife serif serkan
serpil sertac sevcan sevda sevgi sevil sevilay sevim sevinc sevtap sevval seyfettin seyhan seyit seyma sezai
sezen sezer sezgin sezin sibel sila silan simge sinan sinem
sirin songul sitki sude sukran sukriye sukru sule suleyman sultan suna sunay suat suheda sumeyye sumeyra sureyya tahir
tahsin talat talha tamer taner tarik tarkan tayfun
taylan tayyar tekin temel teoman tevfik tijda tolga toprak tuba tugba tugce tugrul tulay tulin tuna tunahan
tuncay tuncer turan turgay turgut turhan turkan
tufan ufuk ugur ulas ulku ulviye umay umit umran umut unal ural utku ummu ummuhan ummugulsum vahit vedat vefa
veli veysel vildan volkan vural yagiz yagmur yakup yalcin yaman yaprak yaren
yarkin yasar yasemin yasin yavuz yeliz yeter yesim yigit yildirim yildiz yilmaz yonca yunus yusuf yurdagul
yuksel zafer zahide zehra zekai zekeriya zeki zekiye
zeliha zerda zerrin zeynel zeynep ziya zilan zinar zuhal zubeyde zulal zuleyha zumra zumrut
adam anna anne ana alexander andrea anton carlos charlotte christian claire claudia daniel david diana elena
elias elisabeth emma eva felix fiona
george hans helen hannah ivan jan jane jean john jonas jose julia karl katarina katharina klaus lars laura lea
leon lisa louis lucas luca lukas maria marie mark
martin mary max maria michael miguel mohamed mohammad mohammed nadia natalia nicolas nina olga omar patricia
paul peter petra philipp pierre robert sara sarah
simon sofia sophie stefan stefanie susanne thomas tim tom victor yara yusra aisha khaled layla hussein samir
rania amina fatima
"""

# Common family names that are hardly ever given names: one of them before the last word makes a double family name.
_FAMILY: Final = frozenset(
    """
    acar akbas akbulut akcay akgul akgun akin akkaya akkus aksoy aksu aktas akyol akyuz alkan altun aras arikan
    arslan aslan atalay ates avci ay
    aydemir aydogan ayaz bal balci basaran bayrak bilgic bilgin bozdag bozkurt bulut candan celik cakir cakmak
    cetin cetinkaya ciftci cicek coban
    coskun dag dal demir demirbas demirci demirel demirtas dincer dogru dogan duman durmaz ekici elmas eren
    erdogan ergin ergul ergun eroglu ersoy
    ertas er erturk gok gokce gul guler gultekin gumus gunduz gungor gur guney guzel ince isik izci kaban
    kahraman kalkan kandemir kaplan kara
    karaaslan karaca karadag karadeniz karagoz karakaya karakas karakoc karakus karatas kartal kaya kaygusuz
    keles keskin kilic kilinc kirmizi
    koc kocak koksal korkmaz kose kucuk kurt kuru kus kutlu ocak odabas oktem oz ozcelik ozden ozdemir ozer
    ozkan ozkaya ozmen ozturk oner pehlivan
    sari sahin sen sener simsek sonmez soylu sozen taskin tas tasci tasdemir tekin tekinalp temiz tepe tok
    topal toprak tosun tuncel tunc turan turk ucar
    uslu usta uysal uygun uzun unal yalcin yaman yavas yazici yildirim yilmazer yuce yurt zengin
    """.split()
)

_PARTICLES: Final = frozenset(
    {"de", "da", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "le", "la", "del", "dos"}
)
_HONORIFIC: Final = frozenset(
    """
    dr prof doc docent ogr gor uyesi uye ogretmen ogretmeni hoca hocam hanim bey bay bayan sayin sn av muh uzm psk
    mr mrs ms miss ars yrd
    """.split()
)
_ENUMERATOR: Final = re.compile(
    r"^\s*(?:[([]?\d{1,4}\s*[.)\]:–-]+(?!\d)\s*|"
    r"\d{1,4}\s+(?=[^\W\d_])|[-–—•*·▪●✓✔☑✅➤→>]+\s*)+"
)
_SURROUNDED: Final = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]\s*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[.'’ʼ`´-]+[^\W\d_]*)*\.?")


@cache
def given_names() -> frozenset[str]:
    """Common given names, folded."""
    return frozenset(_GIVEN.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; `label` is what stood in brackets behind it."""

    given: str
    family: str
    label: str = ""


def strip_enumerator(text: str) -> str:
    """Text without the number or bullet that a list puts before it: "1) Ayşe" and "• Ayşe" become "Ayşe"."""
    return _ENUMERATOR.sub("", text)


def looks_like_name(text: str) -> bool:
    """Whether text has the shape of a person's name: one to six words of letters, nothing else."""
    text = _SURROUNDED.sub(" ", strip_enumerator(clean(text))).replace(",", " ")
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 70:
        return False
    return all(_WORD.fullmatch(word) for word in words)


def given_name_share(texts: Sequence[str], *, last: bool = False) -> float:
    """The share of texts whose first (or last) word is a common given name."""
    if not texts:
        return 0.0
    known = given_names()
    hits = 0
    for text in texts:
        words = [word for word in fold(strip_enumerator(text)).split() if word not in _HONORIFIC]
        if words and words[-1 if last else 0] in known:
            hits += 1
    return hits / len(texts)


def split_name(text: str, *, family_first: bool = False) -> Name:
    """A full name in its parts.

    A comma parts family and given name. Capital letters show the family name where the rest is not in capitals.
    Otherwise the last word is the family name, with its particle ("van der Berg"). One word alone is a given name.

    `family_first` says that the column as a whole is written that way round.
    """
    text = strip_enumerator(clean(text))
    label = ""
    if match := _SURROUNDED.search(text):
        label = match.group(1).strip()
        text = _SURROUNDED.sub(" ", text).strip()
    if "," in text:
        family, _, given = text.partition(",")
        if given.strip():
            return Name(given.strip(" ,"), family.strip(" ,"), label)
        text = family
    words = text.strip(" -–—.:;,").split()
    if len(words) < 2:
        return Name(" ".join(words), "", label)
    capital = [_in_capitals(word) for word in words]
    if not all(capital) and any(capital):
        if capital[-1] and not capital[0]:
            start = len(words) - 1
            while start > 1 and capital[start - 1]:
                start -= 1
            return Name(" ".join(words[:start]), " ".join(words[start:]), label)
        if capital[0] and not capital[-1] and len(words[0]) > 2:
            end = 1
            while end < len(words) - 1 and capital[end]:
                end += 1
            return Name(" ".join(words[end:]), " ".join(words[:end]), label)
    if family_first:
        return Name(" ".join(words[1:]), words[0], label)
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _PARTICLES and words[start - 1][0].islower():
        start -= 1
    if start == len(words) - 1 and start > 1:
        before = fold(words[start - 1])
        if before.endswith("oglu") or (before in _FAMILY and before not in given_names()):
            start -= 1
    return Name(" ".join(words[:start]), " ".join(words[start:]), label)


def written_family_first(texts: Sequence[str]) -> bool:
    """Whether a column of full names without commas puts the family name first, judged by known given names.

    Only names whose one end is a common given name and whose other end is none tell anything.
    """
    known = given_names()
    first = last = counted = 0
    for text in texts:
        words = fold(strip_enumerator(text)).split()
        if "," in text or len(words) < 2:
            continue
        counted += 1
        first += words[0] in known and words[-1] not in known
        last += words[-1] in known and words[0] not in known
    return counted >= 4 and last >= 0.3 * counted and last > 3 * first


def _in_capitals(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) >= 2 and all(char.isupper() for char in letters)
