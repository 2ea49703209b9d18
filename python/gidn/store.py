# SPDX-License-Identifier: Apache-2.0
"""A project's database, opened for reading alone. All that is read is verified by its checksums."""

import os
import sqlite3
import struct
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, List, Sequence

from . import checksum
from .errors import GidnError

__all__ = ["Store", "Row"]

FILE = "results.sqlite"
NEWEST = 5
"""The newest format that is known."""
UNCHECKED = 2
"""The oldest, which has no checksums."""

# The columns of evaluations by the numbers under which a set keeps their sums.
COLUMNS = {"design": 0, "predicted": 1, "count": 2, "spent": 3, "time": 4}
VALUE = 6

Row = Dict[str, Any]


class Store:
    """Reads a project's ``results.sqlite``; a run may be at work meanwhile.

    Args:
        folder: the project's folder.

    Raises:
        GidnError: if it is none, or what is read is damaged or of another format.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE
        self.checked = True

    @contextmanager
    def reading(self) -> Iterator["Reading"]:
        """All that is read inside is of one moment; nothing is there yet where there is no database."""
        if not self.file.exists():
            yield Reading(self, sqlite3.connect(":memory:"))
            return
        try:
            database = sqlite3.connect(self._address(), uri=True, isolation_level=None, timeout=10)
            try:
                database.execute("PRAGMA query_only = true")
                database.execute("BEGIN")
                self._check_format(database)
                yield Reading(self, database)
            finally:
                database.close()
        except sqlite3.DatabaseError as error:
            raise self._translated(error) from error

    def _address(self) -> str:
        address = self.file.absolute().as_uri()
        log = self.file.with_name(FILE + "-wal")
        # Readers share an index of what is committed last, and who leaves last tidies it away; so they need to write, but no
        # rows.
        if os.access(self.file, os.W_OK) and os.access(self.file.parent, os.W_OK):
            return address + "?mode=rw"
        # Where nobody can write, that cannot be shared; without a log nothing is.
        return address + ("?mode=ro" if log.exists() and log.stat().st_size > 0 else "?mode=ro&immutable=1")

    def _check_format(self, database: sqlite3.Connection) -> None:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version > NEWEST:
            raise GidnError(
                f"{self.file} has format {version}, but this package reads formats up to {NEWEST}; use the package of the product that"
                " wrote it."
            )
        if version < UNCHECKED:
            raise GidnError(f"{self.file} is no database of a project, or is of an older format than {UNCHECKED}.")
        self.checked = version > UNCHECKED

    def _translated(self, error: sqlite3.DatabaseError) -> GidnError:
        if isinstance(error, sqlite3.OperationalError) and "no such" not in str(error):
            return GidnError(f"{self.file} cannot be read: {error}.", 1)
        return self.damage()

    def damage(self, what: str = "its pages") -> GidnError:
        """What is said where something is not as it was written."""
        return GidnError(
            f"{self.file} is damaged: {what}; 'gidn check {self.file.parent}' tells what is, 'gidn repair' saves the rest.", 1
        )


class Reading:
    """Rows of one moment."""

    def __init__(self, store: Store, database: sqlite3.Connection) -> None:
        self._store = store
        self._database = database
        self._database.row_factory = sqlite3.Row
        self.empty = not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]

    def rows(self, table: str, condition: str, *arguments: Any) -> List[Row]:
        """Some rows, each of which is verified."""
        if self.empty:
            return []
        rows = []
        for row in self._database.execute(f"SELECT * FROM {table} {condition}", arguments):
            values = tuple(row)
            if self._store.checked and checksum.of_row(table, values[:-1]) != values[-1]:
                raise self._store.damage(f"a row of the table '{table}'")
            rows.append(dict(zip(row.keys(), values)))
        return rows

    def all(self, table: str, run: int, order: str, name: str = "") -> List[Row]:
        """All rows that a run has in a table, or in one series of metrics; that none is missing is verified."""
        rows = (
            self.rows(table, f"WHERE run = ? AND name = ? ORDER BY {order}", run, name)
            if name
            else self.rows(table, f"WHERE run = ? ORDER BY {order}", run)
        )
        if self._store.checked and not self.empty:
            tally = self._database.execute(
                "SELECT size, sum FROM tally WHERE run = ? AND part = ? AND name = ?", (run, table, name)
            ).fetchone()
            if tuple(tally or (0, 0)) != (len(rows), sum(row["checksum"] for row in rows)):
                raise self._store.damage(f"rows of run {run} in the table '{table}'")
        return rows

    def column(self, of: Row, name: str) -> List[Any]:
        """A column of the evaluations of a set, in their order; verified as a whole."""
        values = [
            value
            for (value,) in self._database.execute(
                f"SELECT {name} FROM evaluation WHERE candidate_set = ? ORDER BY position", (of["id"],)
            )
        ]
        return self._verified(of, values, VALUE if name == "value" else COLUMNS[name])

    def further(self, of: Row, output: int) -> List[Any]:
        """The values of a set for a second or further output, whose number from 1 on is given."""
        values = [
            value
            for (value,) in self._database.execute(
                "SELECT value FROM further_value WHERE candidate_set = ? AND objective = ? ORDER BY position",
                (of["id"], output),
            )
        ]
        return self._verified(of, values, VALUE + output)

    def _verified(self, of: Row, values: List[Any], column: int) -> List[Any]:
        whole = len(values) == of["size"]
        if self._store.checked:
            sums = struct.unpack(f"<{len(of['sums']) // 8}Q", of["sums"])
            whole = whole and checksum.of_column(column, values) == (sums[column] if column < len(sums) else 0)
        if not whole:
            raise self._store.damage(f"evaluations of run {of['run']}")
        return values

    def names(self, query: str, *arguments: Any) -> Sequence[str]:
        """What a query for one column gives."""
        return [] if self.empty else [name for (name,) in self._database.execute(query, arguments)]
