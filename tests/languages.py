"""What a test made the program speak."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from tn_desktop.gui.language import LanguageSwitch


@pytest.fixture(autouse=True)
def no_language_stays(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test made the program speak is not spoken in the next one."""
    made: list[LanguageSwitch] = []
    plain = LanguageSwitch.__init__

    def noted(switch: LanguageSwitch) -> None:
        plain(switch)
        made.append(switch)

    monkeypatch.setattr(LanguageSwitch, "__init__", noted)
    before = QLocale()
    yield
    for switch in made:
        switch.stop()
    QLocale.setDefault(before)
