"""How sync workbooks are taken in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tn_desktop.exchange.sync.incoming import Incoming, read_incoming
from tn_desktop.model.join import join


@dataclass(frozen=True)
class Options:
    """How files are taken in.

    Attributes:
        passphrase: of the files; None for none.
        rehearse: do everything and take it all back: a preview by the same code.
        confirmed: keys of doubtful edits that are meant.
        release: also files whose stamps lie in the future, on the coordinator's word.
        beside: also take in the files of outputs; else somebody does it later (taking_files.take_in), since large
            ones would keep the only thread that writes.
        trust_new: a laptop that was never heard of may remove and erase; else its file waits for a yes.
        rule: of the join; tests take parts of it out.
        read: of a file; tests that read thousands of them have a faster one.
        waits: called about each second while others write into the data; without it that is refused after a while.
        rows: the report names the rows that were written; those of a whole country would fill the memory.
    """

    passphrase: str | None = None
    rehearse: bool = False
    confirmed: frozenset[str] = frozenset()
    release: bool = False
    beside: bool = True
    trust_new: bool = True
    rule: Callable[..., Any] = field(default=join, repr=False)
    read: Callable[..., Incoming] = field(default=read_incoming, repr=False)
    waits: Callable[[], None] | None = None
    rows: bool = True


Progress = Callable[[str, int, int], None]
"""(file, rows done, rows in all)."""
