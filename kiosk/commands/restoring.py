"""`kiosk restore`: the copies there are, and the way back from one."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.commands.keeping import ROOT, database_file, every_folder
from kiosk.commands.secret_key import ask_for_secret_key
from kiosk.commands.sentences import in_a_sentence
from kiosk.encryption.keys import SecretKey
from kiosk.machine.unit import unit
from kiosk.settings import Settings
from kiosk.storage.file.companion_files import asides, before_updates
from kiosk.storage.file.contents import Contents, Difference, compare, look_into, look_into_copy
from kiosk.storage.file.copies import copies_in
from kiosk.storage.file.encrypted import has_digest, is_as_written, is_encrypted
from kiosk.storage.file.restoring import clear_failover, failover_since, prepare, put_in_place
from kiosk.storage.file.schema import Schema
from kiosk.storage.trouble import StorageTrouble


def restore(settings: Settings, chosen: Namespace, root: Path = ROOT) -> int:
    """List the copies there are, or put one in the place of the database."""
    database = database_file(settings)
    with in_a_sentence():
        if chosen.accept:
            _accept(database, root)
        elif chosen.file is None:
            _list(every_folder(settings, database, root), database)
        elif chosen.dry_run:
            _foretell(Path(chosen.file), database, _key_for(Path(chosen.file), settings))
        else:
            _restore(Path(chosen.file), database, _key_for(Path(chosen.file), settings), root)
    return 0


def _list(folders: list[Path], database: Path) -> None:
    copies = [(one.made_on.isoformat(), one.file) for one in copies_in(folders, database)]
    updates = [("before an update", file) for file in before_updates(database)]
    set_aside = [("set aside", file) for file in asides(database)]
    for made, file in copies + updates + set_aside:
        print(f"{made}  {_how_it_is(file)}  {file}")
    if not copies:
        print("There are no nightly copies yet: “kiosk backup” makes one.")


def _key_for(copy: Path, settings: Settings) -> SecretKey | None:
    if not is_encrypted(copy):
        return None
    print("This copy is encrypted.")
    return ask_for_secret_key(settings)


def _how_it_is(file: Path) -> str:
    if is_encrypted(file):
        return _how_it_is_encrypted(file)
    try:
        schema, holds = look_into_copy(file)
    except StorageTrouble:
        return "damaged"
    newer = ", newer than this program" if schema is Schema.NEWER else ""
    return f"good, {_told(holds)}{newer}"


def _how_it_is_encrypted(file: Path) -> str:
    if not has_digest(file):
        return "encrypted, and nothing tells whether it is whole"
    return "encrypted, and as it was written" if is_as_written(file) else "damaged"


def _foretell(copy: Path, database: Path, secret: SecretKey | None) -> None:
    with TemporaryDirectory(prefix="greeting-kiosk-") as folder:
        coming = Path(folder) / "coming.db"
        prepare(copy, coming, database, datetime.now(UTC), secret)
        _, holds = look_into(coming)
        print(f"The copy is good. It holds {_told(holds)}, those who were forgotten since left out.")
        for line in _changes(database, coming):
            print(line)
    print("Nothing was changed.")


def _changes(database: Path, coming: Path) -> Iterator[str]:
    try:
        look_into(database)
        difference: Difference = compare(database, coming)
    except StorageTrouble as trouble:
        yield f"It cannot be compared with the present database. {trouble}"
        return
    yield f"What is not in the present database would come back: {_told(difference.gained)}."
    yield f"What is only in the present database would be set aside with it: {_told(difference.lost)}."


def _restore(copy: Path, database: Path, secret: SecretKey | None, root: Path) -> None:
    aside = put_in_place(copy, database, datetime.now(UTC), secret)
    clear_failover(database)
    print(f"The database is now that of {copy}.")
    if aside is not None:
        print(f"The one before was set aside: {aside}.")
    print(_restart(root))


def _accept(database: Path, root: Path) -> None:
    day = failover_since(database)
    if day is None:
        print("The database is not a copy that was put in place by the kiosk: there is nothing to accept.")
        return
    clear_failover(database)
    print(f"The copy of {day.isoformat()} is the database from now on, with all that was written since.")
    print(_restart(root))


def _restart(root: Path) -> str:
    return f"If the kiosk is running, restart it: sudo systemctl restart {unit(root)}."


def _told(holds: Contents) -> str:
    people = f"{holds.people} {'person' if holds.people == 1 else 'people'}"
    visits = f"{holds.visits} {'visit' if holds.visits == 1 else 'visits'}"
    return f"{people}, {visits}, {holds.notes} {'note' if holds.notes == 1 else 'notes'}"
