"""The language of the window: Turkish or English, switched while the program runs."""

import logging
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from tn_desktop.model.resources import resource_path

log = logging.getLogger(__name__)
NAMES: Final = {"tr": "Türkçe", "en": "English"}
LOCALES: Final = {
    "tr": QLocale(QLocale.Language.Turkish, QLocale.Country.Turkey),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def system_language() -> str:
    """Turkish where the system is Turkish, English elsewhere."""
    return "tr" if any(name.startswith("tr") for name in QLocale.system().uiLanguages()) else "en"


class LanguageSwitch:
    """Installs the translators of a language in place of the ones before.

    Attributes:
        current: "tr" or "en".
    """

    def __init__(self) -> None:
        self.current = ""
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Speak `language` from now on; every widget is told by a LanguageChange event."""
        application = QCoreApplication.instance()
        assert application is not None
        self.stop()
        self.current = language
        QLocale.setDefault(LOCALES[language])
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ours = str(resource_path("translations"))
        for name, folder in ((f"qtbase_{language}", qt), (f"tn_desktop_{language}", ours)):
            translator = QTranslator()
            if translator.load(name, folder):
                application.installTranslator(translator)
                self._installed.append(translator)
            elif folder == ours:
                log.info("there is no compiled translation for %s", language)

    def stop(self) -> None:
        """Take the translators away; texts are then as they stand in the code."""
        application = QCoreApplication.instance()
        for translator in self._installed:
            if application is not None:
                application.removeTranslator(translator)
        self._installed.clear()
