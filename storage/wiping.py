"""Leaves nothing of what was deleted in the files of an embedded database.

`secure_delete` overwrites a deleted row, yet two places keep copies of it: the log, until all of
it is written back and cut to nothing; and pages that were split or joined while the row was
there, a few in a thousand, until the file is written anew. Measured: tests/storage/test_wiping.py.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from flows.errors import BusyError
from storage.copying import told


def wipe(file: Path, wait: float) -> None:
    """Write the database anew and cut its log to nothing; call it in a thread.

    Nobody writes meanwhile: 0.2 s for 14 MB. It takes as much memory as the file is long, for a
    copy on the disk would leave there what it is to take away.

    Args:
        file: The database.
        wait: Seconds to wait for who reads or writes.

    Raises:
        BusyError: They went on longer; nothing is lost.
        DatabaseError: The file cannot be used.
    """
    with (
        told(file),
        closing(sqlite3.connect(file, timeout=wait, isolation_level=None)) as connection,
    ):
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise BusyError
