"""How people reached are said: by the way their number is known, never as one sum."""

from PySide6.QtCore import QLocale

from tn_desktop.gui.context import translate
from tn_desktop.model import vocabulary
from tn_desktop.model.vocabulary import word
from tn_desktop.services.reach import BASES, Numbers


def by_basis(numbers: Numbers) -> tuple[tuple[str, int], ...]:
    """(basis, number) of each basis."""
    return tuple((basis, getattr(numbers, basis)) for basis in BASES)


def basis_word(basis: str) -> str:
    """The word of a basis."""
    return word(vocabulary.REACH_BASIS, basis or None, translate)


def reach_lines(numbers: Numbers, locale: QLocale) -> list[str]:
    """A line for each basis that has anybody: “Counted: 320”."""
    return [f"{basis_word(basis)}: {locale.toString(number)}" for basis, number in by_basis(numbers) if number]


def reach_short(numbers: Numbers, locale: QLocale) -> str:
    """The numbers apart from each other, an estimate with its sign: “36 · 320 · ≈ 1,050”."""
    return " · ".join(
        f"≈ {locale.toString(number)}" if basis == "estimated" else locale.toString(number)
        for basis, number in by_basis(numbers)
        if number
    )
