"""Why a file waits, in the words that are told and kept with it."""

from typing import Final

from tn_desktop.exchange.sync.merging import TooFarAhead
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

AHEAD: Final = QT_TRANSLATE_NOOP(
    "errors",
    "The clock of {device} is more than a day ahead. The file is kept and taken in when its time has come; if the "
    "clock was right, it can be released now.",
)
OWN_BEHIND: Final = QT_TRANSLATE_NOOP(
    "errors", "The file waits until the clock of this computer is set, or can be released now."
)
SAVED_AHEAD: Final = QT_TRANSLATE_NOOP(
    "errors",
    "The workbook was edited on a computer whose clock is more than a day ahead. The file is kept and taken in when "
    "its time has come; if the clock was right, it can be released now.",
)
NEWER: Final = QT_TRANSLATE_NOOP(
    "errors", "The file comes from a newer TN Desktop. It is kept and taken in as soon as this one is updated."
)
STRANGER: Final = QT_TRANSLATE_NOOP(
    "errors",
    "The file comes from a laptop that was never heard of here, and it removes records. It waits until somebody says "
    "that it may.",
)
WITH_ERASED: Final = QT_TRANSLATE_NOOP(
    "errors",
    "The file would have to wait, but somebody is in it who was erased here, and her data are not kept. Send your own "
    "file to its sender, and ask for a new one then.",
)


class SavedAhead(TooFarAhead):
    """It is the workbook that was saved in the future; nobody has a device of that name."""


class Newer(Exception):
    """It comes from a program that this one is too old for."""


class Stranger(Exception):
    """It removes records, and its sender was never heard of."""
