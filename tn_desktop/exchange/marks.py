"""Reading the marks of attendance lists: words, letters, ticks and crosses.

Words mean the same in every list. Letters and crosses do not: an x is "here" in a list of crosses only, and "not
here" beside ticks; a G is geldi (came) beside Y (yok), and geç (late) beside K (katıldı). So a list's marks are
looked at together first (`scheme_of`), and what stays undecided is doubtful, never guessed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tn_desktop.exchange.reading.book import Cell, Remark
from tn_desktop.exchange.values import text_of
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold
from tn_desktop.model.vocabulary import ABSENT, EXCUSED, IN_PERSON, LATE, ONLINE, PRESENT

_PRESENT_WORDS: Final = (
    "katildi|geldi|var|vardi|mevcut|burada|hazir|present|attended|here|yes|evet|true|tam|tam katilim|katilim saglandi|"
    "katilim sagladi|katilim var|ok|tamam|katildi tam|came|attending|devam|devamli|dogru|in"
)
_ABSENT_WORDS: Final = (
    "katilmadi|gelmedi|yok|yoktu|absent|no|hayir|false|devamsiz|katilamadi|gelemedi|katilim yok|katilim saglamadi|"
    "not present|missing|did not attend|no show|noshow|mazeretsiz|izinsiz|ozursuz|yanlis|out|katilmayacak|gelmeyecek"
)
_LATE_WORDS: Final = "gec|gec geldi|gec katildi|gecikti|gecikmeli|gec kaldi|late|tardy|came late|arrived late|gecikme"
_EXCUSED_WORDS: Final = (
    "mazeretli|izinli|raporlu|excused|mazeret|izin|rapor|hasta|ozurlu|gorevli|gorevli izinli|mazeretli izinli|sevkli|"
    "excused absence|sick|on leave|bildirdi|haber verdi|mazeret bildirdi"
)
_WORDS: Final[Mapping[str, str]] = {
    word: status
    for status, words in (
        (PRESENT, _PRESENT_WORDS),
        (ABSENT, _ABSENT_WORDS),
        (LATE, _LATE_WORDS),
        (EXCUSED, _EXCUSED_WORDS),
    )
    for word in words.split("|")
}
_SIGNS: Final[Mapping[str, str]] = {
    **dict.fromkeys("+✓✔☑☒✅🗸●•👍", PRESENT),
    **dict.fromkeys("✗✘❌✖☐⬜", ABSENT),
}
_UNMARKED_WORDS: Final = frozenset(("isaretsiz", "isaretlenmedi", "isaretlenmemis", "unmarked", "not marked"))
_UNMARKED_SIGNS: Final = frozenset("○")
"""What says that there is no mark yet, as the program's own workbooks do."""
# Other signs for the same, among them the letters that a symbol font shows as a tick and a cross.
_LIKE: Final = {"√": "✓", "ü": "✓", "û": "✗", "×": "X", "х": "X", "✕": "X", "*": "X"}
_DASHES: Final = frozenset("-–—−")
_ONLINE: Final = re.compile(r"\b(?:online|on line|cevrim ?ici|uzaktan|zoom|teams|meet|ekran\w*)\b")
_IN_PERSON: Final = re.compile(r"\b(?:yuz yuze|yuzyuze|in person|salonda|fiziki|sinifta)\b")
_MINUTES: Final = re.compile(r"(\d{1,3}) ?(?:dk|dakika|min|mins|minutes?|')?")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell says: a status (None is unmarked), minutes where it gives any, online or in person, a doubt."""

    status: str | None
    minutes: int | None = None
    mode: str | None = None
    doubt: Remark | None = None


UNMARKED: Final = Mark(None)


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a list's undecided spellings mean, with the reasons.

    `letters` maps a letter or sign to a status; `doubtful` holds those that stayed open; `explanations` say why.
    """

    letters: Mapping[str, str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    explanations: tuple[Remark, ...] = ()

    def read(self, value: Cell) -> Mark:
        """What a cell says in this list."""
        key = _key(value)
        if key == "":
            return UNMARKED
        if key in self.letters:
            return Mark(self.letters[key])
        word = _word_mark(value)
        if word is not None:
            return word
        return Mark(
            None,
            doubt=Remark(
                QT_TRANSLATE_NOOP("import", "The mark “{mark}” has no one meaning here."), {"mark": text_of(value)}
            ),
        )

    def decided(self, choices: Mapping[str, str]) -> "Scheme":
        """This scheme with the user's word on some letters (letter or sign -> status)."""
        letters = {**self.letters, **{_key(mark): status for mark, status in choices.items()}}
        return Scheme(letters, self.doubtful - letters.keys(), self.explanations)


def is_mark(value: Cell) -> bool:
    """Whether a cell could be an attendance mark of any list."""
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, int | float):
        return value in (0, 1)
    key = _key(value)
    return len(key) <= 1 or _word_mark(value) is not None


def is_telling_mark(value: Cell) -> bool:
    """Whether a cell is a mark that hardly means anything but attendance (not a plain yes, no or number)."""
    if value is None or isinstance(value, bool | int | float) or not is_mark(value):
        return False
    if len(_key(value)) == 1 and _key(value) not in _SIGNS:
        return False
    return fold(str(value)) not in (
        "evet",
        "hayir",
        "yes",
        "no",
        "true",
        "false",
        "var",
        "yok",
        "1",
        "0",
        "e",
        "h",
        "ok",
        "tamam",
    )


_ALPHABETS: Final = tuple(
    frozenset(alphabet)
    for alphabet in (
        "X-",
        "+-",
        "✓X-",
        "✔X-",
        "✔✖-",
        "✓✗-",
        "✅❌-",
        "KGMY-",
        "PALE-",
        "VY-",
        "10",
        "GYMDIR-",
        "VYGMIR-",
        "+-GMIR",
        "XYGMIR-",
    )
)


def one_alphabet(values: Iterable[Cell]) -> bool:
    """Whether marks are all of one usual set of attendance letters or signs."""
    keys = {key for key in map(_key, values) if key}
    return bool(keys) and any(keys <= alphabet for alphabet in _ALPHABETS)


def _key(value: Cell) -> str:
    """A letter or sign by which a list's marks are compared; a longer text is itself."""
    if value is None:
        return ""
    text = text_of(value).strip().strip(".()[]'\"")
    if text in ("0.0", "1.0"):
        return text[0]
    text = _LIKE.get(text, text)
    if text and all(char in _DASHES for char in text):
        return "-"
    if len(text) == 1:
        folded = fold(text)
        return folded.upper() if folded else text
    if len(text) == 2 and text[1] in ("\ufe0f", "\u200d"):
        return text[0]
    return text


def _word_mark(value: Cell) -> Mark | None:
    """A mark whose meaning does not depend on the list, or None."""
    if isinstance(value, bool):
        return Mark(PRESENT if value else ABSENT)
    key = _key(value)
    if key in _UNMARKED_SIGNS:
        return UNMARKED
    if key in _SIGNS:
        return Mark(_SIGNS[key])
    if key == "1":
        return Mark(PRESENT)
    if key == "0":
        return Mark(ABSENT)
    if isinstance(value, int | float) or not isinstance(value, str):
        return None
    folded = fold(value)
    mode = ONLINE if _ONLINE.search(folded) else IN_PERSON if _IN_PERSON.search(folded) else None
    rest = _IN_PERSON.sub(" ", _ONLINE.sub(" ", folded)).strip() if mode else folded
    if mode and rest in ("", "katilim", "katildi"):
        return Mark(PRESENT, None, mode)
    if rest in _UNMARKED_WORDS:
        return UNMARKED
    status = _WORDS.get(rest)
    if status:
        return Mark(status, None, mode)
    return _phrase(rest, mode)


def _phrase(folded: str, mode: str | None) -> Mark | None:
    """A word with something behind it: "gec 15 dk", "mazeretli hasta", "g15"."""
    words = folded.split()
    numbers = _MINUTES.findall(folded)
    minutes = int(numbers[0]) if len(numbers) == 1 else None
    bare = " ".join(word for word in words if not re.fullmatch(r"\d+|dk|dakika|min|mins|minutes?", word))
    if re.fullmatch(r"g\d{1,3}|g \d{1,3}(?: dk)?|l ?\d{1,3}", folded):
        return Mark(LATE, minutes, mode)
    if bare in _WORDS:
        status = _WORDS[bare]
        return Mark(status, minutes if status in (LATE, PRESENT) else None, mode)
    if len(words) > 8:
        return None
    for length in (3, 2, 1):
        head = " ".join(bare.split()[:length])
        if len(head) > 2 and head in _WORDS and len(bare.split()) > length:
            status = _WORDS[head]
            # "katıldı" may go on, "mazeretli (hasta)" too; "no idea" and "in progress" are talk.
            if head in ("no", "in", "out", "ok", "yes", "var", "tam", "izin", "yok", "rapor"):
                return None
            return Mark(status, minutes if status == LATE else None, mode)
    return None


def scheme_of(values: Iterable[Cell]) -> Scheme:
    """What the letters and signs of a list mean, judged by all of its marks together."""
    distinct = set(map(_key, values))
    words = [mark for key in distinct if len(key) > 1 and (mark := _word_mark(key))]
    found = frozenset(key for key in distinct if len(key) == 1)
    reading = _Reading(found, any(mark.status == PRESENT for mark in words))
    reading.plain_letters()
    reading.letter_g()
    reading.letter_y()
    reading.letter_x()
    reading.dash()
    for letter in sorted(found):
        if letter not in reading.letters and letter not in reading.doubtful and _word_mark(letter) is None:
            reading.leave_open(letter)
    return Scheme(reading.letters, frozenset(reading.doubtful), tuple(reading.why))


class _Reading:
    """Decides one letter after the other, each in the light of which others occur."""

    def __init__(self, found: frozenset[str], somebody_came: bool) -> None:
        self.found = found
        self.letters: dict[str, str] = {}
        self.doubtful: set[str] = set()
        self.why: list[Remark] = []
        # A word, a tick, a plus or a 1 says who came, so that a letter beside it says something else.
        self.sign = somebody_came or any(key in _SIGNS and _SIGNS[key] == PRESENT for key in found) or "1" in found

    def _set(self, letter: str, status: str, reason: str = "") -> None:
        if letter in self.found:
            self.letters[letter] = status
            if reason:
                self.why.append(Remark(reason, {"mark": letter}))

    def leave_open(self, letter: str) -> None:
        """Nothing decides this letter: the user has to."""
        if letter in self.found:
            self.doubtful.add(letter)
            self.why.append(
                Remark(
                    QT_TRANSLATE_NOOP(
                        "import", "“{mark}” can mean several things in this list; please say what it means."
                    ),
                    {"mark": letter},
                )
            )

    def plain_letters(self) -> None:
        """Letters that depend on the others little or not at all."""
        for letter, status in _LETTERS.items():
            self._set(letter, status)
        found = self.found
        if found & {"P", "L", "V", "K", "G"} or self.sign:
            self._set("A", ABSENT)
        else:
            self.leave_open("A")
        if "H" in found and "E" in found:
            self._set("E", PRESENT)
            self._set("H", ABSENT)
        elif found & {"P", "A", "L"}:
            self._set("E", EXCUSED)
            self.leave_open("H")
        else:
            self.leave_open("E")
            self.leave_open("H")
        if "Y" in found:
            self._set("N", ABSENT)

    def letter_g(self) -> None:
        """geldi (came) or geç (late)."""
        if self.found & {"K", "P", "V"} or self.sign:
            self._set(
                "G",
                LATE,
                QT_TRANSLATE_NOOP("import", "“{mark}” was read as late, because other marks say who came."),
            )
        elif self.found & {"Y", "D", "-", "M", "0"}:
            self._set(
                "G",
                PRESENT,
                QT_TRANSLATE_NOOP("import", "“{mark}” was read as present, because no other mark says who came."),
            )
        else:
            self.leave_open("G")

    def letter_y(self) -> None:
        """yes or yok (absent)."""
        if "N" in self.found and not self.found & {"K", "G", "V", "M"}:
            self._set("Y", PRESENT, QT_TRANSLATE_NOOP("import", "“{mark}” was read as yes, beside N for no."))
        elif self.found & {"K", "G", "V", "M", "X"} or self.sign:
            self._set("Y", ABSENT, QT_TRANSLATE_NOOP("import", "“{mark}” was read as absent (yok)."))
        else:
            self.leave_open("Y")

    def letter_x(self) -> None:
        """A cross: here, in a list of crosses only; not here, beside ticks."""
        if self._somebody_came():
            self._set(
                "X",
                ABSENT,
                QT_TRANSLATE_NOOP("import", "“{mark}” was read as absent, because other marks say who came."),
            )
        elif self.found - {"X"} <= {"-", "0", "Y", "D"}:
            self._set(
                "X",
                PRESENT,
                QT_TRANSLATE_NOOP("import", "“{mark}” was read as present, because no other mark says who came."),
            )
        else:
            self.leave_open("X")

    def dash(self) -> None:
        """Not here, where something else says who was."""
        if self._somebody_came() or self.letters.get("X") == PRESENT:
            self._set("-", ABSENT)
        else:
            self.leave_open("-")

    def _somebody_came(self) -> bool:
        return self.sign or any(
            status == PRESENT and letter in self.found for letter, status in self.letters.items() if letter != "X"
        )


_LETTERS: Final[Mapping[str, str]] = {
    "P": PRESENT, "V": PRESENT, "K": PRESENT, "M": EXCUSED, "I": EXCUSED, "R": EXCUSED, "D": ABSENT, "L": LATE,
}  # fmt: skip
