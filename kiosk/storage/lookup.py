"""Questions that are asked at every scan, on the driver's own cursor.

SQLAlchemy compiles each once and converts its values; what it would do anew each time, to find the compiled
statement and to wrap the rows, takes longer than SQLite needs for the answer.
"""

from collections import namedtuple
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import CompoundSelect, Dialect, Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import BindParameter

Processor = Callable[[Any], Any]
Row = Any
"""A named tuple with the columns of the question."""


class _Bind(NamedTuple):
    name: str
    value: Any
    process: Processor | None


class _Compiled(NamedTuple):
    sql: str
    binds: Sequence[_Bind]
    results: Sequence[tuple[int, Processor]]
    row: Callable[[Sequence[Any]], Row]


class Lookup:
    """One question; its parameters are single values, none of them a list."""

    def __init__(self, question: Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]) -> None:
        self.question = question
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, session: Session, **parameters: Any) -> list[Row]:
        """All rows of the answer. Raises DBAPIError, as SQLAlchemy does."""
        connection = session.connection()
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name) or self._compile(dialect)
        sql, binds, results, row = compiled
        values = []
        for name, value, process in binds:
            value = parameters.get(name, value)
            values.append(value if process is None else process(value))
        found = _fetch(connection.connection.cursor(), dialect, sql, values)
        if results:
            found = [_converted(one, results) for one in found]
        return [row(one) for one in found]

    def scalars(self, session: Session, **parameters: Any) -> list[Any]:
        """The only column of each row."""
        return [value for (value,) in self.rows(session, **parameters)]

    def _compile(self, dialect: Dialect) -> _Compiled:
        compiled = self.question.compile(dialect=dialect)
        columns = list(self.question.selected_columns)
        processors = (column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns)
        kind = namedtuple("Row", [column.key or "" for column in columns], rename=True)  # type: ignore[misc]
        made = self._compiled[dialect.name] = _Compiled(
            str(compiled),
            [_bind(compiled.binds[name], dialect) for name in compiled.positiontup or ()],
            [(n, process) for n, process in enumerate(processors) if process is not None],
            kind._make,
        )
        return made


def _bind(parameter: BindParameter[Any], dialect: Dialect) -> _Bind:
    process = parameter.type.dialect_impl(dialect).bind_processor(dialect)
    return _Bind(parameter.key, parameter.value, process)


def _fetch(cursor: Any, dialect: Dialect, sql: str, values: Sequence[Any]) -> list[Sequence[Any]]:
    try:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
    except Exception as error:
        # The values would put a card number into the message.
        raise DBAPIError.instance(
            sql, None, error, dialect.loaded_dbapi.Error, True, dialect=dialect
        ) from error


def _converted(row: Sequence[Any], results: Sequence[tuple[int, Processor]]) -> Sequence[Any]:
    values = list(row)
    for place, process in results:
        values[place] = process(values[place])
    return values
