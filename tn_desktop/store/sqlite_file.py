"""Opening SQLite files, plain or encrypted: the one place that knows how a key is given."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey


def connect(file: Path, key: "DataKey | None" = None, *, reading: bool = False, **options: Any) -> Any:
    """A connection of the driver; `reading` one neither makes nor writes the file.

    A wrong key, or none where one is needed, is told by the first statement: “file is not a database”.

    Raises:
        driver.Error: the file cannot be opened.
    """
    if reading:
        connection = driver.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, **options)
    else:
        connection = driver.connect(str(file), **options)
    # SQLCipher tells standard error of each page that it cannot open; here errors are sentences.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        # No words of the data in files of the system: what SQLite sorts outside the database stays in memory.
        connection.execute(f"PRAGMA key = {key.pragma}")
        connection.execute("PRAGMA temp_store = MEMORY")
    return connection
