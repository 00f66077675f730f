"""Every test of the sheets needs Qt's fonts, and no window."""

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def application(qapp: QGuiApplication) -> QGuiApplication:
    """The running application."""
    return qapp
