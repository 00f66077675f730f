"""Counts of what came, or would come, in words."""

from PySide6.QtCore import QCoreApplication


def row_counts(created: int, changed: int, removed: int) -> str:
    """Rows of one list."""
    parts = (
        (created, QCoreApplication.translate("ReceiveDialog", "%n new", "", created)),
        (changed, QCoreApplication.translate("ReceiveDialog", "%n changed", "", changed)),
        (removed, QCoreApplication.translate("ReceiveDialog", "%n removed", "", removed)),
    )
    return " · ".join(text for number, text in parts if number)


def erasing(count: int, *, done: bool) -> str:
    """People whom an erasure takes that came along."""
    translate = QCoreApplication.translate
    if done:
        return translate("ReceiveDialog", "▲ %n erased for good, as was decided elsewhere", "", count)
    return translate("ReceiveDialog", "▲ %n will be erased for good, as was decided elsewhere", "", count)
