"""Light or dark: as the system has it, or as it was chosen in the settings."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tn_desktop.gui.widgets.look import is_dark

SCHEMES: Final = {"": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def use_appearance(appearance: str) -> None:
    """Turn the program light or dark ("light", "dark"), or leave that to the system ("")."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.styleHints().setColorScheme(SCHEMES.get(appearance, Qt.ColorScheme.Unknown))
    if appearance == "dark" and not is_dark(application.palette()):
        # A window system that knows no schemes, such as plain X11, leaves the palette to us.
        application.setPalette(dark_palette())
    elif appearance != "dark" and application.property("own-palette"):
        application.setPalette(QPalette())
    application.setProperty("own-palette", appearance == "dark" and application.palette() == dark_palette())


def dark_palette() -> QPalette:
    """A palette of light text on dark ground; every text has a contrast of at least 4.5 to 1."""
    role = QPalette.ColorRole
    palette = QPalette(QColor("#3b3e44"))
    for which, colour in {
        role.Window: "#2c2e33",
        role.Base: "#1a1b1e",
        role.AlternateBase: "#222428",
        role.Button: "#3b3e44",
        role.ToolTipBase: "#34373c",
        role.Mid: "#4a4d53",
        role.Dark: "#17181b",
        role.Light: "#3f4248",
        role.Midlight: "#393c42",
        role.Shadow: "#0d0e10",
        role.Highlight: "#2f7fb8",
        role.Accent: "#2f7fb8",
        role.HighlightedText: "#ffffff",
        role.WindowText: "#eceef1",
        role.Text: "#eceef1",
        role.ButtonText: "#eceef1",
        role.ToolTipText: "#eceef1",
        role.BrightText: "#ffffff",
        role.Link: "#7fbdf0",
        role.LinkVisited: "#c4a7f0",
        role.PlaceholderText: "#9aa0a8",
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor("#7c8189"))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor("#44484f"))
    return palette
