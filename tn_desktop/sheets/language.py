"""The words of a sheet in its own language, which may be another than the window's."""

from PySide6.QtCore import QTranslator

from tn_desktop.model.messages import Translate, untranslated
from tn_desktop.model.resources import resource_path
from tn_desktop.sheets.options import Language


def sheet_translate(language: Language) -> Translate:
    """The `Translate` of a language, without touching the running one; English where it has no catalogue."""
    catalogue = resource_path("translations", f"tn_desktop_{language}.qm")
    translator = QTranslator()
    if language == "en" or not catalogue.is_file() or not translator.load(str(catalogue)):
        return untranslated

    def translate(context: str, text: str) -> str:
        return translator.translate(context, text) or text

    return translate
