"""The commands for copies of the database: backup and restore."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tqdm import tqdm

from kiosk.commands import CommandError
from kiosk.commands.keeping import ROOT, database_file, every_folder, own_folders
from kiosk.commands.sentences import in_a_sentence
from kiosk.commands.writing import note
from kiosk.machine.unit import unit
from kiosk.settings import Settings
from kiosk.storage.file.backup import back_up
from kiosk.storage.file.companion_files import asides, before_updates
from kiosk.storage.file.contents import Contents, Difference, compare, look_into, look_into_copy
from kiosk.storage.file.copies import copies_in, make_copy, name_of_next
from kiosk.storage.file.restoring import clear_failover, failover_since, prepare, put_in_place
from kiosk.storage.file.schema import Schema
from kiosk.storage.trouble import StorageTrouble


def backup(settings: Settings, chosen: Namespace, root: Path = ROOT) -> int:
    """Copy the database, checked: to a new file, or among the nightly copies, and to a USB stick."""
    database = database_file(settings)
    if chosen.file is None:
        print(_nightly(settings, database, root))
    else:
        _to_a_file(database, Path(chosen.file))
        note(settings, Path(chosen.file))
    return 0


def restore(settings: Settings, chosen: Namespace, root: Path = ROOT) -> int:
    """List the copies there are, or put one in the place of the database."""
    database = database_file(settings)
    with in_a_sentence():
        if chosen.accept:
            _accept(database, root)
        elif chosen.file is None:
            _list(every_folder(settings, database, root), database)
        elif chosen.dry_run:
            _foretell(Path(chosen.file), database)
        else:
            _restore(Path(chosen.file), database, root)
    return 0


def _nightly(settings: Settings, database: Path, root: Path) -> str:
    folder, *stick = own_folders(settings, database, root)
    name = name_of_next([folder, *stick], database, datetime.now().astimezone().date())
    with in_a_sentence():
        made = make_copy(database, folder, name, database)
    if not stick:
        return f"The copy is at {made} and has passed its check."
    try:
        on_stick = make_copy(made, stick[0], name, database)
    except StorageTrouble as trouble:
        raise CommandError(f"The copy is at {made}, but none is on the USB stick. {trouble}") from None
    return f"The copy is at {made}, and at {on_stick} on the USB stick; both have passed their check."


def _to_a_file(database: Path, file: Path) -> None:
    with (
        in_a_sentence(),
        tqdm(total=100, desc="Copying", unit="%", delay=1, leave=False) as bar,
    ):

        def tell(part: float) -> None:
            bar.update(round(part * 100) - bar.n)

        back_up(database, file, tell)
    print(f"The backup is at {file} and has passed its check.")


def _list(folders: list[Path], database: Path) -> None:
    copies = [(one.made_on.isoformat(), one.file) for one in copies_in(folders, database)]
    updates = [("before an update", file) for file in before_updates(database)]
    set_aside = [("set aside", file) for file in asides(database)]
    for made, file in copies + updates + set_aside:
        print(f"{made}  {_how_it_is(file)}  {file}")
    if not copies:
        print("There are no nightly copies yet: “kiosk backup” makes one.")


def _how_it_is(file: Path) -> str:
    try:
        schema, holds = look_into_copy(file)
    except StorageTrouble:
        return "damaged"
    newer = ", newer than this program" if schema is Schema.NEWER else ""
    return f"good, {_told(holds)}{newer}"


def _foretell(copy: Path, database: Path) -> None:
    with TemporaryDirectory(prefix="greeting-kiosk-") as folder:
        coming = Path(folder) / "coming.db"
        prepare(copy, coming, database, datetime.now(UTC))
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


def _restore(copy: Path, database: Path, root: Path) -> None:
    aside = put_in_place(copy, database, datetime.now(UTC))
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
