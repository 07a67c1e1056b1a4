"""`kiosk backup`: copies of the database."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from tqdm import tqdm

from kiosk.commands import CommandError
from kiosk.commands.keeping import ROOT, database_file, own_folders
from kiosk.commands.sentences import in_a_sentence
from kiosk.commands.writing import note
from kiosk.settings import Settings
from kiosk.storage.file.backup import back_up
from kiosk.storage.file.copies import make_copy, name_of_next
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
