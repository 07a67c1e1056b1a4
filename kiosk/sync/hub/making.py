"""Making a hub in a PostgreSQL that runs, and letting counters in and out, as its administrator."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

import psycopg
from psycopg import Connection, sql
from psycopg.rows import TupleRow

from kiosk.sync.hub.refusals import in_words

DATABASE = "kiosk"
_OWNER, _COUNTERS = "hub_owner", "hub_counter"
HOST = "hub_host"
"""The kiosk of the machine that is the hub, which lets other counters in."""

_FILLS_THE_DISK = (
    "lo_create(oid)",
    "lo_creat(integer)",
    "lo_from_bytea(oid, bytea)",
    "lowrite(integer, bytea)",
    "lo_put(oid, bigint, bytea)",
)
"""Functions that PostgreSQL leaves to everybody."""

Admin = Connection[TupleRow]


def make_hub(server: str) -> None:
    """Make the hub, in a server where `server` lets an administrator in. Raises HubError.

    Where there is one already, nothing is changed.
    """
    with administering(server, "postgres") as admin:
        for role, login in ((_OWNER, "NOLOGIN"), (_COUNTERS, "NOLOGIN"), (HOST, "LOGIN")):
            if not _is_there(admin, "pg_roles", "rolname", role):
                made = sql.SQL("CREATE ROLE {} {}").format(sql.Identifier(role), sql.SQL(login))
                admin.execute(made)
        if _is_there(admin, "pg_database", "datname", DATABASE):
            return
        name = sql.Identifier(DATABASE)
        admin.execute(
            sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0").format(name)
        )
        # A plan that was made while a table was empty stays with its connection, and would read all of it.
        admin.execute(sql.SQL("ALTER DATABASE {} SET enable_seqscan = off").format(name))
        admin.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
        for role in (_COUNTERS, HOST):
            admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(name, sql.Identifier(role)))
    with administering(server) as admin:
        admin.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        for function in _FILLS_THE_DISK:
            admin.execute(f"REVOKE EXECUTE ON FUNCTION pg_catalog.{function} FROM PUBLIC".encode())
        admin.execute((files("kiosk.sync.hub") / "schema.sql").read_bytes())


@contextmanager
def administering(server: str, database: str = DATABASE) -> Iterator[Admin]:
    """A connection of the administrator to the hub. Raises HubError, also for what is done with it."""
    with in_words(), psycopg.connect(server, dbname=database, autocommit=True) as admin:
        yield admin


def add_shop(admin: Admin, name: str) -> int:
    """A shop whose counters share what they know; returns its number."""
    row = admin.execute("INSERT INTO hub.shop(name) VALUES (%s) RETURNING no", [name]).fetchone()
    assert row is not None
    return int(row[0])


def shop_named(admin: Admin, name: str) -> int | None:
    """The number of a shop of this hub; None where there is none of this name."""
    row = admin.execute("SELECT no FROM hub.shop WHERE name = %s ORDER BY no", [name]).fetchone()
    return None if row is None else int(row[0])


def admit(admin: Admin, shop: int, name: str) -> tuple[str, str]:
    """A login for a counter of a shop: the role, and the password. See `hub.admit` in schema.sql."""
    row = admin.execute("SELECT hub.admit(%s, %s)", [shop, name]).fetchone()
    assert row is not None
    role, password = row[0]
    return role, password


def revoke(admin: Admin, shop: int, name: str) -> int:
    """Let nobody in any more as the counter that is called so; returns how many logins there were."""
    row = admin.execute("SELECT hub.revoke(%s, %s)", [shop, name]).fetchone()
    assert row is not None
    return int(row[0])


def _is_there(admin: Admin, table: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT FROM {} WHERE {} = %s").format(sql.Identifier(table), sql.Identifier(column))
    return admin.execute(query, [name]).fetchone() is not None
