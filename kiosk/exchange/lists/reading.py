"""A list in a file: which program wrote it, its rows, and what each column holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.exchange.lists.columns import Field, folded, recognise
from kiosk.exchange.lists.json_lists import read_json
from kiosk.exchange.lists.labels import with_labels_as_columns
from kiosk.exchange.lists.programs import Program, program_of
from kiosk.exchange.lists.table import ListError, Table, read_table
from kiosk.exchange.lists.vcards import BEGINNING, read_vcards

SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".ods", ".vcf", ".json"})
"""How the names of lists end."""


class NoNamesError(ListError):
    """No column is known to hold names."""


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list as it was read; ``columns`` are those that are known, by their places."""

    program: Program
    table: Table
    columns: Mapping[int, Field]


def read_list(file: Path, wanted: Mapping[str, Field | None] | None = None) -> FoundList:
    """Read a list; ``wanted`` says what columns hold, by their names, and None of one that is not read.

    Raises ListError where the file is no list, has no such column, or none with names, and OSError.
    """
    program, table = _read(file)
    columns = recognise(table.header)
    places = {folded(name): place for place, name in enumerate(table.header)}
    for name, field in (wanted or {}).items():
        if folded(name) not in places:
            raise ListError(f"There is no column “{name}”.")
        columns.pop(places[folded(name)], None)
        if field is not None:
            columns[places[folded(name)]] = field
    if not {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & {*columns.values()}:
        raise NoNamesError("No column is known to hold names.")
    return FoundList(program, table, columns)


def _read(file: Path) -> tuple[Program, Table]:
    if not file.is_file():
        raise ListError(f"{file.name} is not a file.")
    with file.open("rb") as opened:
        beginning = opened.read(100).lstrip(b"\xef\xbb\xbf\r\n ").upper()
    if beginning.startswith((b"{", b"[")):
        name, table = read_json(file)
        return Program(name, frozenset()), table
    table = read_vcards(file) if beginning.startswith(BEGINNING) else read_table(file)
    return program_of(table.header), with_labels_as_columns(table)
