"""The help's pictures: there, small, shown by the viewer, in the source tree and in a bundle alike."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from tn_desktop.gui.dialogs.help import PICTURE, HelpViewer
from tn_desktop.model.resources import resource_path

LANGUAGES = ("tr", "en")
MOST_BYTES = 60_000


def pictures(page: Path) -> dict[str, str]:
    """Address -> what it says to those who do not see it."""
    found = re.findall(r"!\[([^]]*)]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    return {address: words for words, address in found}


@pytest.fixture(params=["source tree", "bundle"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where resources are; PyInstaller's bundles say where they unpacked theirs."""
    if request.param == "bundle":
        bundle = tmp_path / "çanta"
        for part in ("help", "pictures"):
            shutil.copytree(resource_path(part), bundle / "resources" / part)
        monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
        assert resource_path("help").is_relative_to(bundle)
    return resource_path("help")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_exchange_shows_its_pictures(qtbot: QtBot, place: Path, language: str) -> None:
    page = place / f"exchange-{language}.md"
    addresses = pictures(page)
    assert len(addresses) >= 5 and all(words.strip() for words in addresses.values())
    viewer = HelpViewer(language)
    qtbot.addWidget(viewer)
    viewer.browser.setSource(QUrl(f"exchange-{language}.md"))
    viewer.show()
    qtbot.waitExposed(viewer)
    for address in addresses:
        file = page.parent / address
        assert file.is_file() and file.stat().st_size <= MOST_BYTES, address
        assert file.stem.endswith(f"-{language}")
        shown = viewer.browser.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
        assert isinstance(shown, QImage) and not shown.isNull()
        assert shown.width() / shown.devicePixelRatio() <= PICTURE
    assert viewer.browser.horizontalScrollBar().maximum() == 0


def test_both_languages_tell_the_same_steps() -> None:
    texts = [resource_path("help", f"exchange-{language}.md").read_text(encoding="utf-8") for language in LANGUAGES]
    shapes = [re.findall(r"^(#+|- |!)", text, re.MULTILINE) for text in texts]
    assert shapes[0] == shapes[1]


def test_a_wide_picture_is_made_smaller(qtbot: QtBot, tmp_path: Path) -> None:
    wide = QImage(3_000, 300, QImage.Format.Format_RGB888)
    wide.fill(0)
    assert wide.save(str(tmp_path / "wide.png"))
    (tmp_path / "page.md").write_text("![geniş](wide.png)", encoding="utf-8")
    viewer = HelpViewer("tr")
    qtbot.addWidget(viewer)
    viewer.browser.setSource(QUrl.fromLocalFile(str(tmp_path / "page.md")))
    shown = viewer.browser.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl("wide.png"))
    assert shown.width() / shown.devicePixelRatio() == PICTURE
