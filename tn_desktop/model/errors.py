"""Known failures, each with one sentence a facilitator understands.

`message` is an English template, marked for the context "errors" where it is written; `values` fill it and may
hold nothing personal that the log must not see: the log gets `str(error)`, which is the template without them.
"""

from typing import Protocol, runtime_checkable

from tn_desktop.model.messages import ERRORS, QT_TRANSLATE_NOOP, Translate


@runtime_checkable
class Told(Protocol):
    """A value of a sentence that reads otherwise in each language."""

    def text(self, translate: Translate) -> str:
        """It in the user's language."""


class AppError(Exception):
    """A failure that the user can understand and act upon.

    Attributes:
        message: English template with named placeholders.
        values: what fills the placeholders.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def text(self, translate: Translate) -> str:
        """The whole sentence in the user's language."""
        told = {
            name: value.text(translate) if isinstance(value, Told) else value for name, value in self.values.items()
        }
        return translate(ERRORS, self.message).format(**told)


class Refused(AppError):
    """The request cannot be done as asked; nothing has changed."""


class NotFound(Refused):
    """A row that was named does not exist or was removed."""


class FieldError(Refused):
    """One field's value is not acceptable.

    Attributes:
        field: name of the field, so that a form can show the sentence beside it.
    """

    def __init__(self, field: str, message: str, **values: object) -> None:
        super().__init__(message, **values)
        self.field = field


class FileRefused(Refused):
    """A file cannot be read or written."""


class PasswordNeeded(FileRefused):
    """A file is encrypted and no password, or a wrong one, was given."""


class StoreError(AppError):
    """The database cannot be used: locked, full, damaged, or made by a newer version."""


class Busy(StoreError):
    """Others write into the data just now; nothing of what was to be written is there."""


class Damaged(StoreError):
    """The data file cannot be read as it should be, or is gone; what was in it may be rescued."""


class DamagedFiles(Damaged):
    """The contents of outputs' files cannot all be read; the records can."""


class TornIndex(StoreError):
    """A full-text index is damaged; the records are whole, and it can be made anew from them."""


class Locked(StoreError):
    """The data are encrypted, and nobody has given the passphrase yet."""


class Cancelled(AppError):
    """The user stopped the work; nothing has changed."""

    def __init__(self, message: str = QT_TRANSLATE_NOOP("errors", "Stopped. Nothing was changed.")) -> None:
        super().__init__(message)
