"""Delimited text: csv, tsv and their kin. Runs in the child, and on pasted text."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from tn_desktop.exchange.reading.book import Limits
from tn_desktop.exchange.reading.collect import Collector
from tn_desktop.exchange.reading.encodings import encoding_of
from tn_desktop.exchange.reading.preflight import NOT_A_LIST
from tn_desktop.model.errors import FileRefused

_DELIMITERS: Final = "\t;|,"
_PREFERENCE: Final = {"\t": 1.15, ";": 1.1, "|": 1.05, ",": 1.0}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_SAMPLE_CHARACTERS = 200_000
_SAMPLE_ROWS = 300


def read_delimited(data: bytes, collector: Collector, limits: Limits) -> None:
    """Send a text file as one sheet.

    Raises:
        FileRefused: not text, or a line without end.
    """
    encoding = encoding_of(data)
    with _open(data, encoding) as stream:
        sample = stream.read(_SAMPLE_CHARACTERS)
    controls = len(_CONTROL.findall(sample))
    if controls > max(2, len(sample) // 100):
        raise FileRefused(NOT_A_LIST)
    delimiter, skip = sniff_delimiter(sample)
    quoted = _quotes_close(data, encoding, delimiter, limits)
    csv.field_size_limit(limits.cell_characters)
    with _open(data, encoding) as stream:
        lines = (line.replace("\x00", "") for line in _bounded(stream, limits))
        for _ in range(skip):
            next(lines, None)
        try:
            collector.sheet("CSV", parse(lines, delimiter, quoted))
        except csv.Error as error:
            raise FileRefused(NOT_A_LIST) from error


def parse(lines: Iterable[str], delimiter: str, quoted: bool = True) -> Iterator[list[str]]:
    """Lines as rows of texts; where there is no delimiter each line is one cell."""
    if not delimiter:
        return ([line.strip("\r\n")] for line in lines)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)


def sniff_delimiter(sample: str) -> tuple[str, int]:
    """(the delimiter or "" for none, how many lines to skip before the table).

    The delimiter is the one that gives the most rows of one same width.
    """
    if match := re.match(r"\ufeff?sep=(.)\r?\n", sample):
        return match.group(1), 1
    best, best_score = "", 0.0
    for delimiter in _DELIMITERS:
        if delimiter not in sample:
            continue
        score = _evenness(sample, delimiter) * _PREFERENCE[delimiter]
        if score > best_score:
            best, best_score = delimiter, score
    # Commas stand in sentences, too.
    return (best, 0) if best_score >= (0.5 if best == "," else 0.3) else ("", 0)


def _evenness(sample: str, delimiter: str) -> float:
    """How much of the sample forms rows of one width of at least two, from 0 to 1."""
    widths: Counter[int] = Counter()
    filled = 0
    lines = sample.splitlines(keepends=True)
    if len(sample) >= _SAMPLE_CHARACTERS and len(lines) > 1:
        lines.pop()
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            if any(cell.strip() for cell in row):
                filled += 1
                widths[len(row)] += 1
            if filled >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    even = max((count for width, count in widths.items() if width > 1), default=0)
    wide = sum(count for width, count in widths.items() if width > 1)
    # Uneven rows that are still split count a little: hand-made files drop trailing delimiters.
    return (even + 0.5 * (wide - even)) / filled if filled else 0.0


def _quotes_close(data: bytes, encoding: str, delimiter: str, limits: Limits) -> bool:
    """Whether quotation marks quote: a stray one would swallow the rest of the file into one cell."""
    if not delimiter or b'"' not in data:
        return True
    csv.field_size_limit(min(20_000, limits.cell_characters))
    with _open(data, encoding) as stream:
        try:
            rows = csv.reader(_bounded(stream, limits), delimiter=delimiter, strict=False)
            return all(cell.count("\n") <= 60 for row in rows for cell in row if "\n" in cell)
        except csv.Error:
            return False


def _open(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")


def _bounded(stream: io.TextIOWrapper, limits: Limits) -> Iterator[str]:
    """The stream's lines; one without an end is refused before it fills the memory."""
    most = limits.cell_characters * 20
    while line := stream.readline(most):
        if len(line) >= most:
            raise FileRefused(NOT_A_LIST)
        yield line
