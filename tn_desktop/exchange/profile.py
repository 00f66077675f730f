"""What a column holds, judged by its cells alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from tn_desktop.exchange.content import is_district, is_institution, is_province, is_subject
from tn_desktop.exchange.marks import is_mark, is_telling_mark
from tn_desktop.exchange.names import given_name_share, looks_like_name
from tn_desktop.exchange.reading.book import Cell
from tn_desktop.exchange.values import EMAIL, find_phones, find_when, split_place
from tn_desktop.model.text import fold


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares (0 to 1) of a column's filled cells that look like this or that; `count` cells were looked at.

    `named` are shaped like names, `full` of two words or more; `given` begin with a common given name, `given_last`
    end with one; `different` is the share of distinct cells; `telling` are marks of attendance and nothing else.
    """

    count: int
    phone: float
    email: float
    date: float
    number: float
    province: float
    district: float
    place: float
    institution: float
    subject: float
    named: float
    full: float
    given: float
    given_last: float
    comma: float
    mark: float
    telling: float
    different: float


def profile_of(samples: Sequence[Cell]) -> Profile:
    """Look at a column's cells (None among them are left out)."""
    values = [value for value in samples if value is not None]
    count = len(values)
    if not count:
        return Profile(0, *([0.0] * 17))
    texts = [value for value in values if isinstance(value, str)]
    names = [text for text in texts if looks_like_name(text) and not is_institution(text)]
    full = [name for name in names if len(name.replace(",", " ").split()) > 1]
    return Profile(
        count,
        sum(is_phone(value) for value in values) / count,
        sum(bool(EMAIL.fullmatch(text.strip("<> ;,"))) for text in texts) / count,
        sum(not isinstance(value, int | float) and find_when(value) is not None for value in values) / count,
        sum(isinstance(value, int | float) and not isinstance(value, bool) for value in values) / count,
        sum(is_province(text) for text in texts) / count,
        sum(is_district(text) for text in texts) / count,
        sum(_is_place(text) for text in texts) / count,
        sum(is_institution(text) and not EMAIL.search(text) for text in texts) / count,
        sum(is_subject(text) for text in texts) / count,
        len(names) / count,
        len(full) / count,
        given_name_share(names) * len(names) / count,
        given_name_share(full, last=True) * len(full) / count,
        sum("," in name for name in names) / count,
        sum(is_mark(value) for value in values) / count,
        sum(is_telling_mark(value) for value in values) / count,
        len({fold(value) if isinstance(value, str) else value for value in values}) / count,
    )


def is_phone(value: Cell) -> bool:
    """Whether a cell holds a phone number and nothing else."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        text = str(value)
        return (len(text) == 10 and text[0] in "52348") or (len(text) == 12 and text.startswith("90"))
    if not isinstance(value, str):
        return False
    spans = find_phones(value)
    return bool(spans) and sum(end - start for start, end in spans) >= 0.6 * len(value.strip())


def _is_place(text: str) -> bool:
    first, second = split_place(text)
    return bool(second) and (is_province(first) or is_province(second)) and (is_district(first) or is_district(second))
