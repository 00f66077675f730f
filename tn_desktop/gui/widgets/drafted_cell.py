"""A cell of a table that is being typed into, as a draft: which one it is, and what stood in it."""

from typing import Any, Final

from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from tn_desktop.gui.widgets.drafted import bring_into_view

CELL: Final = "cell of a table"
"""Among the values of a draft; no field is called so."""


def cell_of(editor: QWidget) -> dict[str, Any] | None:
    """The cell that an editor stands in, with its text; None if it is none of a table of rows."""
    viewport = editor.parentWidget()
    table = viewport.parentWidget() if viewport is not None else None
    if not isinstance(table, QTableView) or not isinstance(editor, QLineEdit):
        return None
    from tn_desktop.gui.widgets.rows_table import RowsTable  # the database is not loaded before it is needed

    if not isinstance(table, RowsTable):
        return None
    index = table.indexAt(editor.geometry().center())
    if not index.isValid():
        return None
    model = table.rows_model
    return {
        "columns": [cell.name for cell in model.cells],
        "row": model.id_of(model.rows[index.row()]),
        "name": model.cells[index.column()].name,
        "text": editor.text(),
    }


def put_back_cell(form: QWidget, cell: dict[str, Any]) -> bool:
    """Edit the cell again with its text; False while its row is not there yet.

    Raises:
        KeyError, TypeError: nobody wrote it so.
    """
    from tn_desktop.gui.widgets.rows_table import RowsTable

    names = list(cell["columns"])
    for table in form.findChildren(RowsTable):
        if [one.name for one in table.rows_model.cells] != names or cell["name"] not in names:
            continue
        bring_into_view(table)
        if table.rows_model.place_of(int(cell["row"])) is not None and table.isVisible():
            table.retry(int(cell["row"]), str(cell["name"]), str(cell["text"]))
            return True
    return False
