"""Reading any spreadsheet people really make, without trusting it.

`read_spreadsheet` reads a file in a child process with limits and gives a `Book`:
sheets of plain cells, before anybody has asked what they mean.
"""

from tn_desktop.exchange.reading.book import Book, Cell, Limits, RawSheet, Remark, Row
from tn_desktop.exchange.reading.supervise import read_spreadsheet

__all__ = ["Book", "Cell", "Limits", "RawSheet", "Remark", "Row", "read_spreadsheet"]
