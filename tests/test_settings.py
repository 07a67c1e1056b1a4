"""The settings: what holds without any, where they are looked for, and how a mistake is told."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from drivers import Scan
from drivers.framing import Frame
from drivers.reading import read_frame
from kiosk import settings
from kiosk.settings import Settings, SettingsError, find_file, parse, read

NEWLINE = "\n"
EXAMPLE = Path(settings.__file__).parents[2] / "systemd" / "kiosk.toml.example"


def test_without_a_file_the_defaults_run_a_kiosk() -> None:
    found = read(None)
    assert found == Settings()
    assert (found.scanner, found.card, found.shop.counter) == ((), (), "1")
    assert (found.display.width, found.display.height, found.display.theme) == (1280, 800, "light")
    assert (found.display.fullscreen, found.display.clear_after) == (False, 20)
    assert (found.staff.sign_in, found.staff.sign_out_after) == ("off", 5)
    assert re.fullmatch(r"sqlite:////.+/kiosk\.db", found.database.url)


def test_an_empty_file_is_the_defaults() -> None:
    assert parse("", "kiosk.toml") == Settings()


def test_every_key_that_scripts_rely_on_is_read() -> None:
    found = parse(
        """
        [shop]
        name = "Corner Bakery"
        time_zone = "Europe/London"
        language = "en"
        [database]
        url = "sqlite:////var/lib/greeting-kiosk/kiosk.db"
        [[scanner]]
        profile = "plain"
        port = "/dev/serial/by-id/usb-1"
        baud = 9600
        parity = "none"
        ending = "auto"
        [[scanner]]
        port = "/dev/ttyACM1"
        [[card]]
        prefix = "29"
        length = 13
        symbology = "ean13"
        [display]
        width = 800
        height = 480
        theme = "dark"
        fullscreen = true
        clear_after = 30
        [staff]
        sign_in = "pin"
        sign_out_after = 2.5
        """,
        "kiosk.toml",
    )
    assert (found.shop.name, found.shop.time_zone) == ("Corner Bakery", "Europe/London")
    assert [scanner.port for scanner in found.scanner] == ["/dev/serial/by-id/usb-1", "/dev/ttyACM1"]
    assert (found.card[0].prefix, found.card[0].length, found.card[0].symbology) == ("29", 13, "ean13")
    assert (found.display.width, found.display.theme, found.display.clear_after) == (800, "dark", 30)
    assert (found.staff.sign_in, found.staff.sign_out_after) == ("pin", 2.5)


@pytest.mark.parametrize("symbology", ["", 'symbology = "upca"', 'symbology = "ean13"'])
@pytest.mark.parametrize("scanned", [b"412345678903", b"]E00412345678903"])
def test_a_card_may_be_told_as_it_is_printed(symbology: str, scanned: bytes) -> None:
    found = parse(f'[[card]]\nprefix = "4"\nlength = 12\n{symbology}', "kiosk.toml")
    scan = read_frame(Frame(scanned, len(scanned), 0.0), found.card_patterns)
    assert isinstance(scan, Scan)
    assert [kind.matches(scan.number, scan.symbology) for kind in found.card_patterns] == [True]


TOKEN = "a-token-of-the-tests"
LINES = '[[scanner]]\nport = "listen://10.0.0.5:4001"'
MISTAKES = [
    ('[shop]\nnam = "x"', 2, "shop.nam"),
    ("[shop]\nname = 7", 2, "shop.name"),
    ('[shop]\n\nlanguage = "xx"', 3, "shop.language"),
    ('[shop]\ntime_zone = "Europe/Atlantis"', 2, "shop.time_zone"),
    ('[shop]\ntime_zone = "Europe"', 2, "shop.time_zone"),
    ('[shop]\ntime_zone = ""', 2, "shop.time_zone"),
    ('[shop]\ntime_zone = "/etc/passwd"', 2, "shop.time_zone"),
    (f'[shop]\ntime_zone = "{"x" * 5000}"', 2, "shop.time_zone"),
    ('[shop]\ncounter = ""', 2, "shop.counter"),
    ("shop = 1", 1, "shop"),
    ("[till]\nopen = true", 1, "till"),
    ("[database]\nurl = 7", 2, "database.url"),
    ('[[card]]\nlength = 16\nprefix = "4"', 3, "card[0].prefix"),
    ('[[card]]\nlength = 16\nprefix = "98"', 3, "card[0].prefix"),
    ('[database]\nurl = "sqlite:////a"\nuser = "x"', 3, "database.user"),
    ('[[scanner]]\nport = "/dev/a"\n[[scanner]]\nport = "/dev/b"\nbaud = "fast"', 5, "scanner[1].baud"),
    ('[[scanner]]\nport = "/dev/a"\nbaud = 0', 3, "scanner[0].baud"),
    ('[[scanner]]\nport = "/dev/a"\nparity = "odds"', 3, "scanner[0].parity"),
    ('[[scanner]]\nport = "/dev/a"\nending = "bell"', 3, "scanner[0].ending"),
    ('[[scanner]]\nport = "/dev/a"\nlayout = "dvorak"', 3, "scanner[0].layout"),
    ('[[scanner]]\nport = "/dev/a"\nprofile = "magic"', 3, "scanner[0].profile"),
    ('[[scanner]]\nport = "/dev/a"\n[[scanner]]\nport = "/dev/../dev/a"', 4, "scanner[1].port"),
    ('[[scanner]]\nport = "/dev/a"\n[[pass_on]]\nto = "/dev/a"', 4, "pass_on[0].to"),
    ('[[pass_on]]\nto = "COM1"', 2, "pass_on[0].to"),
    ('[[pass_on]]\nto = "tcp://till"', 2, "pass_on[0].to"),
    ('[[pass_on]]\nto = "tcp://a:b@till:9"', 2, "pass_on[0].to"),
    ('[[pass_on]]\nto = "/dev/b"\n[[pass_on]]\nto = "/dev/b"', 4, "pass_on[1].to"),
    ('[[pass_on]]\nto = "/dev/b"\nscanner = 1', 3, "pass_on[0].scanner"),
    ('[[pass_on]]\nto = "/dev/b"\nwhat = "not_ours"', 3, "pass_on[0].what"),
    ('[[scanner]]\nport = ""', 2, "scanner[0].port"),
    ('[[scanner]]\nport = "/dev/a\\nb"', 2, "scanner[0].port"),
    ('[[scanner]]\nport = "socket://a:b@10.0.0.7:4001"', 2, "scanner[0].port"),
    ('[[scanner]]\nport = "/dev/a"\n[[scanner]]\nport = "socket://h:1?log%67ing="', 4, "scanner[1].port"),
    ('[[scanner]]\nport = "listen://0.0.0.0:4001"', 2, "scanner[0].port"),
    ('[[scanner]]\nport = "listen://10.0.0.5:80"', 2, "scanner[0].port"),
    ('[[scanner]]\nport = "listen://10.0.0.5:4001"\nprofile = "ssi"', 3, "scanner[0].profile"),
    ('[[scanner]]\nport = "listen://10.0.0.5:4001"\nending = "cr"', 3, "scanner[0].ending"),
    ('[network]\nhttp = "127.0.0.1:8780"', 2, "network.http"),
    (f'[network]\ntoken = "{TOKEN}"\nhttp = "8780"', 3, "network.http"),
    (f'[network]\ntoken = "{TOKEN}"\nhttp = "localhost:8780"', 3, "network.http"),
    (f'[network]\ntoken = "{TOKEN}"\nhttp = "10.0.0.5:80"', 3, "network.http"),
    ('[network]\nhttp = "127.0.0.1:8780"\ntoken = "0123456789abcde"', 3, "network.token"),
    (f'[network]\nhttp = "127.0.0.1:8780"\ntoken = "{TOKEN} {TOKEN}"', 3, "network.token"),
    (f'[network]\nhttp = "10.0.0.5:4001"\ntoken = "{TOKEN}"\n{LINES}', 2, "network.http"),
    ("[[scanner]]\nbaud = 9600", 1, "scanner[0]"),
    ('[scanner]\nport = "/dev/a"', 1, "scanner"),
    ('[[card]]\nprefix = "29"\nlength = 0', 3, "card[0].length"),
    ('[[card]]\nsymbology = "morse"', 2, "card[0].symbology"),
    ("[display]\nwidth = 12", 2, "display.width"),
    ('[display]\nwidth = 800\ntheme = "pink"', 3, "display.theme"),
    ('[display]\nfullscreen = "yes"', 2, "display.fullscreen"),
    ("[display]\nclear_after = 0", 2, "display.clear_after"),
    ("[display]\nclear_after = nan", 2, "display.clear_after"),
    ("[display]\ndim_after = -1", 2, "display.dim_after"),
    ("[display]\ndim_to = 0", 2, "display.dim_to"),
    ("[sound]\nvolume = 11", 2, "sound.volume"),
    ('[staff]\nsign_in = "face"', 2, "staff.sign_in"),
    ("[staff]\nsign_out_after = 0", 2, "staff.sign_out_after"),
]


@pytest.mark.parametrize(
    ("text", "line", "key"), MISTAKES, ids=[f"{key}-{n}" for n, (_, _, key) in enumerate(MISTAKES)]
)
def test_a_mistake_is_told_with_its_line_and_its_key(text: str, line: int, key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse(text, "kiosk.toml")
    sentence = str(caught.value)
    assert sentence.startswith(f"kiosk.toml, line {line}: {key}: ")
    assert sentence.endswith(".")
    assert len(sentence) < 400
    assert sentence.isprintable()
    assert TOKEN not in sentence


@pytest.mark.parametrize(
    "text",
    [
        "[shop",
        "name = ",
        'a = "one"\na = "two"',
        f"a = {'1' * 5000}",
        "a = " + "[" * 100_000,
        "\0",
    ],
)
def test_what_is_not_toml_is_told(text: str) -> None:
    with pytest.raises(SettingsError, match=r"^kiosk\.toml is not TOML: [^\n]+\.$"):
        parse(text, "kiosk.toml")


def test_the_words_that_would_be_right_are_named() -> None:
    with pytest.raises(SettingsError, match=r"display\.theme: use one of light, dark\.$"):
        parse('[display]\ntheme = "pink"', "kiosk.toml")


@pytest.mark.parametrize(
    ("chosen", "environment", "system", "found"),
    [
        ("a.toml", {"KIOSK_CONFIG": "b.toml"}, True, "a.toml"),
        (None, {"KIOSK_CONFIG": "b.toml"}, True, "b.toml"),
        (None, {"KIOSK_CONFIG": ""}, True, "kiosk.toml"),
        (None, {}, True, "kiosk.toml"),
        (None, {}, False, None),
    ],
)
def test_the_chosen_file_comes_before_the_environment_and_that_before_the_system(
    chosen: str | None,
    environment: dict[str, str],
    system: bool,
    found: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "kiosk.toml"
    monkeypatch.setattr(settings.reading, "SYSTEM_FILE", file)
    if system:
        file.touch()
    named = find_file(chosen, environment)
    assert (named and named.name) == found


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml cannot be read: No such file or directory\.$"):
        read(tmp_path / "none.toml")


def test_a_file_of_bytes_is_told(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"is not UTF-8 text\.$"):
        read(tmp_path / "kiosk.toml")


def test_a_file_that_was_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text('[shop]\nname = "Zoë’s"', "utf-8-sig")
    assert read(tmp_path / "kiosk.toml").shop.name == "Zoë’s"


def test_the_example_that_is_shipped_can_be_used_as_it_stands() -> None:
    assert read(EXAMPLE).shop is not None


@pytest.fixture
def uncommented() -> str:
    """The example with everything set that stands in it."""
    lines = EXAMPLE.read_text("utf-8").splitlines()
    return "\n".join(re.sub(r"^#\s?(?=(\[+\w+\]+|\w+ = ))", "", line) for line in lines)


def test_the_example_is_right_too_where_its_comments_are_taken_away(uncommented: str) -> None:
    assert parse(uncommented, "kiosk.toml") != Settings()


def test_every_key_there_is_stands_in_the_example(uncommented: str) -> None:
    def keys_of(table: type[msgspec.Struct]) -> list[str]:
        return [field.encode_name for field in msgspec.structs.fields(table)]

    example, tables = tomllib.loads(uncommented), get_type_hints(Settings)
    assert example.keys() == set(keys_of(Settings))
    for name, told in example.items():
        table, *_ = get_args(tables[name]) or [tables[name]]
        assert set(told[0] if isinstance(told, list) else told) == set(keys_of(table)), name


@pytest.mark.parametrize(
    "before",
    [
        '# a comment, “quoted”, with """ and [in brackets\n' * 20_000,
        "[[card]]\nprefix = '291234'\n" * 10_000,
        '[shop]\nname = """\\\n' + "\\\n" * 20_000 + 'x [ # \'\'\' \\" ""\\\n"""\n',
        '[[card]]\nlength = 13\n[shop]\nname = "a \\" # [ b"\n',
        "# \u2028 \x85 and so on\r\n" * 3,
    ],
    ids=["comments", "tables", "a text of many lines", "signs in a text", "other ends of lines"],
)
def test_a_mistake_is_named_with_few_readings_whatever_stands_before_it(
    before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, readings, really = f"{before}[display]\n\n  width = 12 # [", [], tomllib.loads

    def loads(text: str) -> dict[str, Any]:
        readings.append(text)
        return really(text)

    monkeypatch.setattr(tomllib, "loads", loads)
    with pytest.raises(SettingsError, match=rf", line {text.count(NEWLINE) + 1}: display\.width: "):
        parse(text, "kiosk.toml")
    assert len(readings) < 25


def test_the_line_is_the_last_of_a_value_that_takes_several() -> None:
    text = "[[card]]\nprefix = '29'\n[backup]\nfolder = [\n'a', # ]\n'b',\n]\nusb = true\n"
    with pytest.raises(SettingsError, match=r", line 7: backup\.folder: "):
        parse(text, "kiosk.toml")


@pytest.mark.parametrize("what", ["pipe", "/dev/zero", "."])
def test_settings_that_are_no_file_are_not_waited_for(what: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SettingsError, match=r"cannot be read: it is not a file\.$"):
        read(tmp_path / what)


def test_a_line_is_set_as_its_family_leaves_the_factory_where_nothing_else_is_said() -> None:
    text = """
        [[scanner]]
        port = "/dev/a"
        profile = "nixdorf"
        [[scanner]]
        port = "/dev/b"
        profile = "honeywell"
        parity = "even"
    """
    one, other = (scanner.connection for scanner in settings.parse(text, "kiosk.toml").scanner)
    assert (one.baud, one.bits, one.parity) == (9600, 8, "odd")
    assert (other.baud, other.bits, other.parity) == (115200, 8, "even")
