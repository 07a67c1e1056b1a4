"""`kiosk backup`: copies of the database."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from tqdm import tqdm

from kiosk.commands import CommandError
from kiosk.commands.keeping import ROOT, database_file, leaves, own_folders
from kiosk.commands.sentences import in_a_sentence
from kiosk.commands.writing import note
from kiosk.settings import Settings
from kiosk.storage.file.backup import back_up
from kiosk.storage.file.copies import make_copy, make_encrypted_copy, name_of_next
from kiosk.storage.file.encrypted import ENDING, back_up_encrypted
from kiosk.storage.trouble import StorageTrouble


def backup(settings: Settings, chosen: Namespace, root: Path = ROOT) -> int:
    """Copy the database, checked: to a new file, or among the nightly copies, and to a USB stick.

    What leaves the kiosk's own folders is encrypted where the settings name a key.
    """
    database = database_file(settings)
    if chosen.file is None:
        print(_nightly(settings, database, root))
    else:
        note(settings, _to_a_file(settings, database, Path(chosen.file)))
    return 0


def _nightly(settings: Settings, database: Path, root: Path) -> str:
    folder, *stick = own_folders(settings, database, root)
    name = name_of_next([folder, *stick], database, datetime.now().astimezone().date())
    with in_a_sentence():
        made = make_copy(database, folder, name, database)
    if not stick:
        return f"The copy is at {made} and has passed its check."
    try:
        if key := settings.backup.key:
            on_stick = make_encrypted_copy(made, stick[0], database, key)
        else:
            on_stick = make_copy(made, stick[0], name, database)
    except StorageTrouble as trouble:
        raise CommandError(f"The copy is at {made}, but none is on the USB stick. {trouble}") from None
    where = f"encrypted at {on_stick}" if key else f"at {on_stick}"
    return f"The copy is at {made}, and {where} on the USB stick; both have passed their check."


def _to_a_file(settings: Settings, database: Path, file: Path) -> Path:
    """Returns where the backup is: with another ending where it was encrypted."""
    key = settings.backup.key if leaves(settings, database, file) else ""
    if key and file.suffix != ENDING:
        file = file.with_name(f"{file.name}{ENDING}")
    with (
        in_a_sentence(),
        tqdm(total=100, desc="Copying", unit="%", delay=1, leave=False) as bar,
    ):

        def tell(part: float) -> None:
            bar.update(round(part * 100) - bar.n)

        if key:
            back_up_encrypted(database, file, key, tell)
        else:
            back_up(database, file, tell)
    print(f"The backup is {'encrypted ' if key else ''}at {file} and has passed its check.")
    return file
