"""Changing the settings file from the program: one key of it, and every comment stays."""

import os
from pathlib import Path

import tomlkit
from msgspec.structs import replace
from tomlkit.exceptions import TOMLKitError

from kiosk.files import replace_whole
from kiosk.settings.reading import SettingsError, parse, text_of


def settings_with_key(file: Path, public: str) -> str:
    """The text of a settings file with the public half of this key in it. Raises SettingsError."""
    text = text_of(file)
    before = parse(text, str(file))
    try:
        document = tomlkit.parse(text)
        document.setdefault("backup", tomlkit.table())["key"] = public
        changed = tomlkit.dumps(document)
        if parse(changed, str(file)) == replace(before, backup=replace(before.backup, key=public)):
            return changed
    except (TOMLKitError, SettingsError):
        # What one library takes for TOML another may not, in the odd corner.
        pass
    raise SettingsError(f"{file} cannot be changed by a program. Set key in [backup] by hand.")


def write_settings(file: Path, text: str) -> None:
    """Put this text in the place of a settings file, with its owner and its rights. Raises SettingsError."""
    try:
        replace_whole(file.resolve(), text.encode(), like=os.stat(file))
    except OSError as error:
        raise SettingsError(f"{file} cannot be written: {error.strerror}.") from None


def may_be_written(file: Path) -> bool:
    """Tell whether this account can put another file in its place."""
    return os.access(file.resolve().parent, os.W_OK)
