"""A list as it lies in a file: a header and rows, from CSV in any usual encoding, from .xlsx or .ods."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

LARGEST = 64 << 20
"""Bytes of a file; a list of 100,000 people has a third of it."""

_LARGEST_INSIDE = 256 << 20
_MOST_COLUMNS, _MOST_ROWS = 500, 200_000
_LONGEST_CELL = 20_000
_SEPARATORS = ",;\t|"
_ARCHIVE, _PDF = b"PK\x03\x04", b"%PDF"
_SHEETS = (".xlsx", ".ods", ".xls", ".xlsm")


class ListError(Exception):
    """A list cannot be read; the message is one sentence that says where and why."""


class Row(NamedTuple):
    """One row: its number in the file, from 1 on with the header, and its cells as text, stripped."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``header`` are the names of the columns; a row may be shorter than it, and never longer."""

    header: tuple[str, ...]
    rows: Sequence[Row]


def read_table(file: Path) -> Table:
    """Read a list. Raises ListError, or OSError where the file cannot be read."""
    if file.stat().st_size > LARGEST:
        raise ListError(f"{file.name} is larger than {LARGEST >> 20} MB: no list of customers is.")
    data = file.read_bytes()
    if data.startswith(_PDF):
        raise ListError(f"{file.name} is a PDF. Export the list as CSV or as a spreadsheet.")
    is_sheet = data.startswith(_ARCHIVE) or file.suffix.lower() in _SHEETS
    return _table(_sheet(file) if is_sheet else _csv(data, file.name), file.name)


def _table(rows: Iterator[Row], name: str) -> Table:
    header: tuple[str, ...] | None = None
    kept = []
    for row in rows:
        if not any(row.cells):
            continue
        if header is None:
            header = _header(row, name)
        elif len(row.cells) > len(header) and any(row.cells[len(header) :]):
            raise ListError(f"{name}, row {row.number}: it has more cells than the header has columns.")
        else:
            kept.append(Row(row.number, row.cells[: len(header)]))
        if len(kept) > _MOST_ROWS:
            raise ListError(f"{name} has more than {_MOST_ROWS:,} rows. Split it.")
    if header is None:
        raise ListError(f"{name} is empty.")
    return Table(header, kept)


def _header(row: Row, name: str) -> tuple[str, ...]:
    cells = list(row.cells)
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > _MOST_COLUMNS:
        raise ListError(f"{name} has more than {_MOST_COLUMNS} columns: it is no list of customers.")
    return tuple(cells)


def _csv(data: bytes, name: str) -> Iterator[Row]:
    text = decoded(data, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ListError(f"{name}, line {number}: {error}.") from None
        yield _row(number, cells, name)


def _row(number: int, cells: Sequence[str], name: str) -> Row:
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        raise ListError(f"{name}, row {number}: a cell holds more than {_LONGEST_CELL:,} characters.")
    return Row(number, tuple(cell.replace("\0", "").strip() for cell in cells))


def decoded(data: bytes, name: str) -> str:
    """Read UTF-8 and UTF-16 as what they are, every other encoding as what is likely. Raises ListError."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        likely = from_bytes(data[: 1 << 20]).best()
        if likely is None:
            raise ListError(f"{name} is no text, and no spreadsheet.") from None
        return data.decode(likely.encoding, errors="replace")


def _separator(text: str) -> str:
    """The sign that parts the header into the most cells."""
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    return max(_SEPARATORS, key=lambda sign: len(next(csv.reader([first], delimiter=sign), [])))


def _sheet(file: Path) -> Iterator[Row]:
    """The first sheet that holds anything. Formulas come as what they had come to."""
    import python_calamine

    _refuse_bomb(file)
    try:
        with python_calamine.load_workbook(file) as book:
            for name in book.sheet_names:
                rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                if rows:
                    for number, cells in enumerate(rows, 1):
                        yield _row(number, list(map(_text, cells)), file.name)
                    return
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise ListError(f"{file.name} cannot be read as a spreadsheet: {error}.") from None


def _refuse_bomb(file: Path) -> None:
    """A spreadsheet is an archive, and a small one may hold more than there is memory. Raises ListError."""
    try:
        with ZipFile(file) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except BadZipFile:
        return
    if size > _LARGEST_INSIDE:
        raise ListError(f"{file.name} holds more than {_LARGEST_INSIDE >> 20} MB: no list of customers does.")


def _text(cell: object) -> str:
    """A cell as one would type it: a number without a fraction as its digits, a day as an ISO date."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
