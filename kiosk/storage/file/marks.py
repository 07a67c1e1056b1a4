"""What is under way with an SQLite file, in two numbers of its head that SQLite leaves to the program.

They are kept with the transaction that sets them, so they tell how far things really are:

- `application_id` is the number of the load that is under way, or 0;
- `user_version` holds one bit for “to be rewritten without the bytes of those who were erased”, and above
  it how many rows of the load are in.
"""

from dataclasses import dataclass, replace
from typing import Self

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Marks:
    """How things stand."""

    to_rewrite: bool = False
    load: int = 0
    rows_loaded: int = 0

    @classmethod
    def read(cls, connection: Connection) -> Self:
        """Those of the file that a connection is to."""
        version, load = (
            connection.exec_driver_sql(f"PRAGMA main.{name}").scalar_one()
            for name in ("user_version", "application_id")
        )
        return cls(to_rewrite=bool(version & 1), load=load, rows_loaded=version >> 1)

    def write(self, connection: Connection) -> None:
        """Keep them with the transaction under way."""
        connection.exec_driver_sql(f"PRAGMA main.application_id = {self.load:d}")
        connection.exec_driver_sql(f"PRAGMA main.user_version = {self.rows_loaded << 1 | self.to_rewrite:d}")


def mark_to_rewrite(connection: Connection, to_rewrite: bool) -> None:
    """Set or clear that mark only."""
    replace(Marks.read(connection), to_rewrite=to_rewrite).write(connection)
