"""What was chosen on the glass lies beside the database, and the settings file overrules it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.settings import Scanner, Settings, read
from kiosk.settings.chosen import choose, chosen_file, read_chosen
from kiosk.settings.sources import values_of

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A settings file of this database, with more in it."""

    def write(more: str = "") -> Path:
        file = tmp_path / "kiosk.toml"
        file.write_text(f'[database]\nurl = "sqlite:///{tmp_path}/kiosk.db"\n{more}')
        return file

    return write


@pytest.fixture
def chosen(write: Write) -> Path:
    file = chosen_file(read(write("")))
    assert file is not None
    return file


def test_what_was_chosen_counts_where_the_file_says_nothing(write: Write, chosen: Path) -> None:
    choose(chosen, {"shop": {"name": "Corner Bakery", "language": "de"}, "display": {"width_mm": 217.0}})
    settings = read(write('[shop]\nlanguage = "fr"\n'))
    assert (settings.shop.name, settings.shop.language) == ("Corner Bakery", "fr")
    assert settings.display.width_mm == 217.0


def test_a_scanner_of_the_file_stands_for_all_of_them(write: Write, chosen: Path) -> None:
    choose(chosen, {"scanner": [{"port": "/dev/ttyACM7", "profile": "auto"}]})
    assert read(write("")).scanner == (Scanner(port="/dev/ttyACM7", profile="auto"),)
    assert read(write('[[scanner]]\nport = "/dev/ttyUSB0"\n')).scanner == (Scanner(port="/dev/ttyUSB0"),)


def test_what_is_chosen_later_stands_beside_what_was_chosen_before(write: Write, chosen: Path) -> None:
    choose(chosen, {"shop": {"name": "Corner Bakery"}})
    choose(chosen, {"shop": {"time_zone": "Europe/London"}, "setting_up": {"next": "scanner"}})
    shop = read(write("")).shop
    assert (shop.name, shop.time_zone) == ("Corner Bakery", "Europe/London")
    assert read_chosen(chosen)["setting_up"] == {"next": "scanner"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '"text"',
        '{"shop": 7}',
        '{"shop": {"language": "tlh"}}',
        '{"shop": {"time_zone": "Mars/Olympus"}}',
        '{"scanner": [{"port": "/dev/ttyACM0", "profile": "unheard-of"}]}',
        '{"card": [{"template": "no number in it"}]}',
        '{"display": {"width_mm": -1}}',
        "\0" * 100,
    ],
)
def test_what_cannot_be_used_counts_as_nothing_chosen(content: str, write: Write, chosen: Path) -> None:
    before = read(write(""))
    chosen.write_text(content)
    assert read(write("")) == before


def test_only_what_can_be_chosen_is_read(write: Write, chosen: Path) -> None:
    before = read(write(""))
    choose(chosen, {"database": {"url": "sqlite:////etc/other.db"}, "network": {"http": "0.0.0.0:8780"}})
    assert read(write("")) == before


def test_each_value_is_told_with_where_it_comes_from(write: Write, chosen: Path) -> None:
    choose(chosen, {"shop": {"name": "Corner Bakery"}, "scanner": [{"port": "/dev/ttyACM7"}]})
    file = write('[network]\nhttp = "127.0.0.1:8780"\ntoken = "a-token-of-the-tests"\n')
    told: dict[str, Any] = {key: (value, source) for key, value, source in values_of(file)}
    assert told["shop.name"] == ("Corner Bakery", str(chosen))
    assert told["scanner.1.port"] == ("/dev/ttyACM7", str(chosen))
    assert told["network.http"] == ("127.0.0.1:8780", str(file))
    assert told["network.token"] == ("…", str(file))
    assert told["shop.language"] == ("en", "built in")


def test_a_database_that_is_no_file_has_none() -> None:
    from kiosk.settings import Database

    for url in ("postgresql://shop@hub/kiosk", "sqlite:///:memory:", "sqlite://"):
        assert chosen_file(Settings(database=Database(url=url))) is None
