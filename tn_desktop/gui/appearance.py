"""Light or dark: as the system has it, or as it was chosen in the settings."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tn_desktop.gui.widgets.look import contrast, is_dark

READABLE: Final = 4.5
"""Contrast of text and ground."""
SEEN: Final = 3.0
"""Contrast of a control and its ground."""
SCHEMES: Final = {"": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def use_appearance(appearance: str) -> None:
    """Turn the program light or dark ("light", "dark"), or leave that to the system ("")."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.styleHints().setColorScheme(SCHEMES.get(appearance, Qt.ColorScheme.Unknown))
    if application.property("own-palette"):
        application.setPalette(QPalette())
    own = True
    if appearance == "dark" and not is_dark(application.palette()):
        # A window system that knows no schemes, such as plain X11, leaves the palette to us.
        application.setPalette(dark_palette())
    elif application.style().name() == "fusion":
        # Qt's own style, where a system has none; a system's colours are left as they are.
        application.setPalette(readable(application.palette()))
    else:
        own = False
    application.setProperty("own-palette", own)
    if own and is_dark(application.palette()):
        # The declared type of a class is bytes, but only text is taken.
        for boxes in ("QCheckBox", "QRadioButton"):
            application.setPalette(seen_boxes(application.palette()), boxes)  # type: ignore[arg-type]
        application.setPalette(seen_list_boxes(application.palette()), "QListWidget")  # type: ignore[arg-type]


def readable(palette: QPalette) -> QPalette:
    """What a palette needs for chosen rows, and hints in empty fields, that can be read from the back of a room.

    It holds these colours alone: all the others go on following the system.
    """
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    better = QPalette()
    for which in (group.Active, group.Inactive):
        ground, text = palette.color(which, role.Highlight), palette.color(which, role.HighlightedText)
        while contrast(ground, text) < READABLE and ground.lightness() > 1:
            ground = ground.darker(104)
        better.setColor(which, role.Highlight, ground)
        base, hint = palette.color(which, role.Base), palette.color(which, role.PlaceholderText)
        while contrast(_over(hint, base), base) < READABLE and hint.alpha() < 255:
            hint.setAlpha(min(255, hint.alpha() + 8))
        better.setColor(which, role.PlaceholderText, hint)
    return better


def seen_boxes(palette: QPalette) -> QPalette:
    """A dark palette whose empty boxes to tick stand out from the window: the style draws them as dark as fields."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    found, window = QPalette(palette), palette.color(role.Window)
    ground = QColor(window)
    while contrast(ground, window) < SEEN and ground.lightness() < 255:
        ground = ground.lighter(104)
    for which in (group.Active, group.Inactive):
        found.setColor(which, role.Base, ground)
    return found


def seen_list_boxes(palette: QPalette) -> QPalette:
    """A dark palette of lists with boxes to tick: their ground stays, so their edge, made from the window's, is lit."""
    found, role = QPalette(palette), QPalette.ColorRole
    base, edge = palette.color(role.Base), QColor(palette.color(role.Window))
    while contrast(edge.darker(140), base) < SEEN and edge.lightness() < 255:
        edge = edge.lighter(104)
    found.setColor(role.Window, edge)
    return found


def _over(colour: QColor, ground: QColor) -> QColor:
    """What one sees of a colour that lets its ground through."""
    part = colour.alphaF()
    shown = [
        part * above + (1 - part) * below
        for above, below in zip(colour.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor.fromRgbF(*shown)


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
        role.Highlight: "#2b76ac",
        role.Accent: "#2b76ac",
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
