"""What was deleted leaves the files of PostgreSQL, too, and its log of writes.

PostgreSQL only marks a deleted row, also for VACUUM, and keeps every write in its log (WAL) until there was a
checkpoint behind it.
"""

from kiosk.sync.hub.making import Admin

_PASSES = 2
"""So often the log begins a new file: what an earlier checkpoint still needs goes with the second one."""


def erase_deleted(admin: Admin) -> bool:
    """Write the hub anew where anything was deleted since the last time; True where there was something.

    Counters wait meanwhile. Raises psycopg.Error.
    """
    upto = admin.execute(
        "SELECT max(f.seq) FROM hub.fact f JOIN hub.shop s ON f.shop = s.no"
        " WHERE f.doc IS NULL AND f.seq > s.erased"
    ).fetchone()
    if upto is None or upto[0] is None:
        return False
    admin.execute("VACUUM (FULL) hub.fact")
    for _ in range(_PASSES):
        admin.execute("SELECT pg_switch_wal()")
        admin.execute("CHECKPOINT")
    admin.execute("UPDATE hub.shop SET erased = greatest(erased, %s)", upto)
    return True
