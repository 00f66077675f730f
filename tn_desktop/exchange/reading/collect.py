"""Gathering a sheet's rows within limits, and handing them on in small pieces."""

from collections.abc import Callable, Iterable, Sequence

from tn_desktop.exchange.reading.book import BLANKS, Limits, Remark, Row, plain
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

CHUNK_CELLS = 8_000

Send = Callable[[tuple[object, ...]], object]


class Collector:
    """Takes rows of any reader, normalises their cells and sends them on.

    Sends ("modified", when) where a workbook says it, ("sheet", name, hidden), ("rows", [Row…]), ("merged", (…)) and,
    from `finish`, ("done", kind, remarks).
    """

    def __init__(self, send: Send, limits: Limits, *, keeps_errors: bool = False) -> None:
        self._send = send
        self.keeps_errors = keeps_errors
        self._limits = limits
        self._cells = 0
        self._characters = 0
        self._sheets = 0
        self.remarks: list[Remark] = []

    def sheet(
        self,
        name: str,
        rows: Iterable[Sequence[object]],
        *,
        hidden: bool = False,
        merged: Sequence[tuple[int, int, int, int]] = (),
    ) -> None:
        """Send one sheet.

        Raises:
            FileRefused: the file as a whole holds more than the limits allow.
        """
        if self._sheets >= self._limits.sheets:
            raise FileRefused(
                QT_TRANSLATE_NOOP(
                    "errors", "The file has more than {limit} sheets, save the one you need in a file of its own."
                ),
                limit=self._limits.sheets,
            )
        self._sheets += 1
        self._send(("sheet", name, hidden))
        self._rows(name, rows)
        if merged:
            self._send(("merged", tuple(merged[:5000])))

    def _rows(self, name: str, rows: Iterable[Sequence[object]]) -> None:
        limits = self._limits
        chunk: list[Row] = []
        pending = empty = count = 0
        wide = False
        for cells in rows:
            if count >= limits.rows:
                if not any(plain(value) is not None for value in cells):
                    continue
                self.remarks.append(
                    Remark(
                        QT_TRANSLATE_NOOP(
                            "import", "Sheet “{sheet}” is longer than {limit} rows; the rest was left out."
                        ),
                        {"sheet": name, "limit": limits.rows},
                    )
                )
                break
            count += 1
            row, cut = self._row(cells)
            wide = wide or cut
            if not row:
                empty += 1
                continue
            if empty:
                # Empty rows are held back, so that a sheet's endless empty tail costs nothing.
                chunk.extend([()] * empty)
                empty = 0
            chunk.append(row)
            pending += len(row)
            if pending >= CHUNK_CELLS or len(chunk) >= 2_000:
                self._send(("rows", chunk))
                chunk, pending = [], 0
        if chunk:
            self._send(("rows", chunk))
        if wide:
            self.remarks.append(
                Remark(
                    QT_TRANSLATE_NOOP(
                        "import", "Sheet “{sheet}” is wider than {limit} columns; the rest was left out."
                    ),
                    {"sheet": name, "limit": limits.columns},
                )
            )

    def _row(self, cells: Sequence[object]) -> tuple[Row, bool]:
        """One row without its empty tail, and whether something lay beyond the last allowed column."""
        limits = self._limits
        cut = len(cells) > limits.columns
        if cut:
            cut = any(plain(value) is not None for value in cells[limits.columns :])
            cells = cells[: limits.columns]
        # `plain` of a text, here since most cells are texts and there are millions of them.
        row = [value.strip(BLANKS) or None if type(value) is str else plain(value) for value in cells]
        while row and row[-1] is None:
            row.pop()
        lengths = [len(value) for value in row if type(value) is str]
        characters = sum(lengths)
        if characters > limits.cell_characters and max(lengths) > limits.cell_characters:
            raise FileRefused(
                QT_TRANSLATE_NOOP(
                    "errors", "A cell holds a text of more than {limit} characters, so this is not a list."
                ),
                limit=limits.cell_characters,
            )
        self._characters += characters
        self._cells += len(row)
        if self._cells > limits.cells or self._characters > limits.characters:
            raise FileRefused(
                QT_TRANSLATE_NOOP("errors", "The file holds more than {limit} cells, split it into smaller files."),
                limit=limits.cells,
            )
        return tuple(row), cut

    def about(self, modified: str) -> None:
        """Say when the file itself says that it was last saved, as ISO text."""
        self._send(("modified", modified))

    def restart(self) -> None:
        """Forget what was sent: another reader begins from the start."""
        self._cells = self._characters = self._sheets = 0
        self.remarks.clear()
        self._send(("restart",))

    def finish(self, kind: str) -> None:
        """Say that every sheet has been sent."""
        self._send(("done", kind, tuple(self.remarks)))
