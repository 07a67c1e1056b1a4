"""`kiosk import`, as it is typed, with the lists of other programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kiosk.cli import main
from tests.exchange.lists.sheets import write_ods, write_xlsx

FILES = Path(__file__).parents[1] / "exchange" / "lists" / "files"


def list_of(program: str) -> str:
    return (FILES / f"{program}.csv").read_text("utf-8")


SQUARE = list_of("square")
SHOPIFY = list_of("shopify")
LOYVERSE = list_of("loyverse")
OPEN_SOURCE_POS = list_of("open_source_pos")
ODOO = list_of("odoo")
GOOGLE = list_of("google")
GERMAN: list[list[str | float]] = [
    ["Kundennummer", "Vorname", "Nachname", "Geburtstag", "Bemerkung", "Umsatz"],
    [2900000000018, "Jörg", "Weiß", "19.11.1985", "Trinkt Hafermilch", 1234.5],
    ["2900000000025", "Änne", "Größe", "15.6.", "", 9],
]

Import = Callable[..., tuple[int, str]]
Kept = Callable[[], dict[str, dict[str, Any]]]


@pytest.fixture
def settings(tmp_path: Path, database_file: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    file.write_text(
        f'[shop]\nname = "Corner Bakery"\ntime_zone = "Europe/London"\n[database]\nurl = "sqlite:///{database_file}"\n'
    )
    return file


@pytest.fixture
def imports(settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Import:
    """Import a text, or a file, with these arguments; returns the status and what was printed."""

    def done(what: str | bytes | Path, *arguments: str) -> tuple[int, str]:
        file = what if isinstance(what, Path) else tmp_path / "list.csv"
        if not isinstance(what, Path):
            file.write_bytes(what if isinstance(what, bytes) else what.encode())
        status = main(["--config", str(settings), "import", str(file), *arguments])
        told = capsys.readouterr()
        return status, told.out + told.err

    return done


@pytest.fixture
def kept(settings: Path, capsys: pytest.CaptureFixture[str]) -> Kept:
    """Everybody who is kept, by name."""

    def read() -> dict[str, dict[str, Any]]:
        assert main(["--config", str(settings), "export"]) == 0
        return {one["name"]: one for one in json.loads(capsys.readouterr().out)["customers"]}

    return read


def birthday(one: dict[str, Any]) -> tuple[int, int, int | None]:
    (date,) = one["important_dates"]
    return date["month"], date["day"], date.get("year")


def test_without_yes_it_is_only_shown(imports: Import, kept: Kept) -> None:
    status, told = imports(SQUARE)
    assert status == 0
    assert "Square, 3 rows." in told
    assert "2 new, 0 with something added, 0 as they are, 1 held back." in told
    assert "Row 4: it was made from a payment card, and nobody was asked." in told
    assert "not read: " in told
    assert "Lifetime Spend" in told
    assert told.endswith("Nothing was changed. With --yes it is done.\n")
    assert kept() == {}


def test_a_list_of_square(imports: Import, kept: Kept) -> None:
    imports(SQUARE, "--yes")
    people = kept()
    assert people.keys() == {"Jack Okafor", "Alice Moreau"}
    jack = people["Jack Okafor"]
    assert (jack["called_by"], birthday(jack), jack["since"]) == ("Jacko", (11, 19, 1985), "2021-03-01")
    assert [note["text"] for note in jack["notes"]] == ["Likes the window seat"]
    assert birthday(people["Alice Moreau"]) == (6, 15, None)


def test_a_list_of_shopify_whose_cells_begin_with_an_apostrophe(imports: Import, kept: Kept) -> None:
    status, told = imports(SHOPIFY, "--yes")
    assert status == 0
    assert "Shopify" in told
    assert birthday(kept()["Zoë Brandt"]) == (5, 2, 1990)


def test_a_list_of_loyverse(imports: Import, kept: Kept) -> None:
    imports(LOYVERSE, "--yes")
    (card,) = kept()["Jack Okafor"]["cards"]
    assert card["number"] == "2900000000018"


def test_a_list_of_open_source_pos_proves_no_consent(imports: Import, kept: Kept) -> None:
    _, told = imports(OPEN_SOURCE_POS, "--yes")
    assert "Row 3: its consent proves nothing, since that program fills it with anything." in told
    assert "2 have not been asked yet whether they may be remembered." in told
    assert all(one.get("consent") is None for one in kept().values())


def test_a_list_of_odoo_whose_notes_are_html(imports: Import, kept: Kept) -> None:
    imports(ODOO, "--yes")
    assert [note["text"] for note in kept()["Jack Okafor"]["notes"]] == ["Likes the window seat"]


def test_contacts_of_google(imports: Import, kept: Kept) -> None:
    _, told = imports(GOOGLE, "--yes")
    jack = kept()["Jack Okafor"]
    assert (jack["pronunciation"], birthday(jack)) == ("oh-KAH-for", (11, 19, None))
    assert "Row 4: nobody chose to keep this contact." in told


def days(one: dict[str, Any]) -> set[tuple[str, int, int, int | None]]:
    return {
        (each["occasion"], each["month"], each["day"], each.get("year")) for each in one["important_dates"]
    }


def test_an_anniversary_among_the_events_of_google(imports: Import, kept: Kept) -> None:
    text = (
        "First Name,File As,Phonetic First Name,"
        "Event 1 - Label,Event 1 - Value,Event 2 - Label,Event 2 - Value\n"
        "Jack,,,Moved,2001-01-01,Anniversary,2009-06-20\nAlice,,,,,,\n"
    )
    imports(text, "--yes")
    assert days(kept()["Jack"]) == {("anniversary", 6, 20, 2009)}
    assert days(kept()["Alice"]) == set()


def test_contacts_of_apple(imports: Import, kept: Kept) -> None:
    status, told = imports(FILES / "apple.vcf", "--yes")
    assert status == 0, told
    jack = kept()["Jack Okafor"]
    assert (jack["called_by"], jack["pronunciation"]) == ("Jacko", "oh-KAH-for")
    assert days(jack) == {("birthday", 11, 19, None), ("anniversary", 6, 20, 2009)}
    assert [note["text"] for note in jack["notes"]] == ["Likes the window seat, always"]
    assert birthday(kept()["Alice Moreau"]) == (6, 15, 1990)


def test_a_newer_address_book_and_what_is_no_day_in_it(imports: Import, kept: Kept) -> None:
    _, told = imports(FILES / "book.vcf", "--yes")
    assert days(kept()["Jack Okafor"]) == {("birthday", 11, 19, None), ("anniversary", 6, 20, 2009)}
    assert "Row 2: its birthday is no day." in told


def test_what_is_broken_in_an_address_book_is_left_out_and_told_nowhere(
    imports: Import, kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    imports(b"BEGIN:VCARD\nFN:Jack\nsecret line of Jack\nEND:VCARD\n", "--yes")
    assert kept().keys() == {"Jack"}
    assert "Jack" not in caplog.text


def test_people_of_monica_whose_estimated_birthdays_are_none(imports: Import, kept: Kept) -> None:
    def contact(uuid: str, birthdate: dict[str, Any], **about: Any) -> dict[str, Any]:
        notes = {"type": "note", "values": [{"properties": {"body": "Likes the window seat"}}]}
        gifts = {"type": "gift", "values": [{"properties": {"name": "a bicycle", "amount": 900}}]}
        return {"uuid": uuid, "properties": {"birthdate": birthdate, **about}, "data": [notes, gifts]}

    known = {"is_age_based": False, "is_year_unknown": True, "date": "2026-11-19T00:00:00Z"}
    guessed = {"is_age_based": True, "is_year_unknown": False, "date": "1985-01-01T00:00:00Z"}
    values = [
        contact("1", known, first_name="Jack", last_name="Okafor"),
        contact("2", guessed, first_name="Alice"),
        contact("3", known, first_name="Jack’s sister", is_partial=True),
    ]
    status, told = imports(
        json.dumps({"account": {"data": [{"type": "contact", "values": values}]}}), "--yes"
    )
    assert status == 0, told
    assert "Monica, 3 rows." in told
    assert "Row 2: its birthday is no day." in told
    people = kept()
    assert people.keys() == {"Jack Okafor", "Alice"}
    assert birthday(people["Jack Okafor"]) == (11, 19, None)
    assert people["Alice"]["important_dates"] == []
    assert [note["text"] for note in people["Alice"]["notes"]] == ["Likes the window seat"]


def test_the_api_of_loyverse(imports: Import, kept: Kept) -> None:
    jack = {"id": "1", "name": "Jack Okafor", "customer_code": "2900000000018", "total_points": 120}
    gone = {"id": "2", "name": "Alice", "deleted_at": "2026-01-01T00:00:00Z"}
    _, told = imports(json.dumps({"customers": [jack, gone]}), "--yes")
    assert "Row 2: it was deleted there." in told
    assert kept()["Jack Okafor"]["cards"][0]["number"] == "2900000000018"


@pytest.mark.parametrize("text", ["{", "[1]", '{"account": 7}', '{"a": 1}', "[" * 100_000])
def test_json_that_is_no_list_of_people_is_said_in_one_sentence(imports: Import, text: str) -> None:
    status, told = imports(text, "--yes")
    assert status == 1
    assert told.count("\n") == 1


def test_a_plain_excel_list_in_german(imports: Import, kept: Kept, tmp_path: Path) -> None:
    status, told = imports(write_xlsx(tmp_path / "kunden.xlsx", GERMAN), "--yes")
    assert status == 0, told
    people = kept()
    assert birthday(people["Jörg Weiß"]) == (11, 19, 1985)
    assert birthday(people["Änne Größe"]) == (6, 15, None)
    assert people["Jörg Weiß"]["cards"][0]["number"] == "2900000000018"
    assert "not read: Umsatz" in told


def test_the_same_as_an_opendocument_sheet(imports: Import, kept: Kept, tmp_path: Path) -> None:
    imports(write_ods(tmp_path / "kunden.ods", [[str(cell) for cell in row] for row in GERMAN]), "--yes")
    assert kept().keys() == {"Jörg Weiß", "Änne Größe"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_usual_encoding_and_separator(imports: Import, kept: Kept, encoding: str, separator: str) -> None:
    rows = [
        ["Vorname", "Nachname", "Geburtstag"],
        ["Jörg", "Weiß", "19.11.1985"],
        ["Änne", "Größe", "15.06.1990"],
    ]
    text = "\r\n".join(separator.join(row) for row in rows)
    status, told = imports(text.encode(encoding), "--yes")
    assert status == 0, told
    assert kept().keys() == {"Jörg Weiß", "Änne Größe"}


def test_the_same_file_again_changes_nothing(imports: Import, kept: Kept) -> None:
    imports(SQUARE, "--yes")
    before = kept()
    _, told = imports(SQUARE, "--yes")
    assert "0 new, 0 with something added, 2 as they are, 1 held back." in told
    assert kept() == before


def test_what_is_new_in_the_file_is_added_and_nothing_is_taken_away(imports: Import, kept: Kept) -> None:
    imports(SQUARE, "--yes")
    later = SQUARE.replace("Likes the window seat", "Moved to Leeds").replace(",Jacko,", ",,")
    _, told = imports(later, "--yes")
    assert "0 new, 1 with something added, 1 as they are, 1 held back." in told
    jack = kept()["Jack Okafor"]
    assert {note["text"] for note in jack["notes"]} == {"Likes the window seat", "Moved to Leeds"}
    assert jack["called_by"] == "Jacko"


def test_days_that_may_mean_two_things_are_asked_about(imports: Import, kept: Kept) -> None:
    text = "Name,Birthday\nJack,03/04/1985\nAlice,05/06/1990\n"
    status, told = imports(text, "--yes")
    assert status == 1
    assert "In which order days are written cannot be told" in told
    assert kept() == {}
    imports(text, "--yes", "--days", "month_first")
    assert birthday(kept()["Jack"]) == (3, 4, 1985)


def test_days_of_which_one_tells_are_understood(imports: Import, kept: Kept) -> None:
    imports("Name,Birthday\nJack,03/04/1985\nAlice,25/06/1990\n", "--yes")
    assert birthday(kept()["Jack"]) == (4, 3, 1985)


def test_a_column_can_be_said(imports: Import, kept: Kept) -> None:
    imports("Wer,Wann\nJack,1985-11-19\n", "--yes", "--map", "Wer=name", "--map", "Wann=birthday")
    assert birthday(kept()["Jack"]) == (11, 19, 1985)


def test_who_stands_in_it_twice_is_held_back_and_nobody_is_merged(imports: Import) -> None:
    text = (
        "Name,Card,Email,Birthday\nJack,LOY-1,a@b.example,\nJ. Okafor,LOY-1,,\nJacko,,a@b.example,\n"
        "Al,,,1990-01-02\nAl,,,1990-01-02\n"
    )
    _, told = imports(text)
    assert "Row 3: another row has its card already: row 2." in told
    assert "Row 4: it may be the same person as another row: row 2." in told
    assert "Row 6: it may be the same person as another row: row 5." in told


def test_who_is_here_already_is_held_back(imports: Import) -> None:
    imports("Name,Card,Birthday\nJack,LOY-1,1985-11-19\n", "--yes")
    _, told = imports("Customer ID,Name,Card,Birthday\n7,Somebody,LOY-1,\n8,Jack,,1985-11-19\n")
    assert "Row 2: its card belongs to somebody who is here already." in told
    assert "Row 3: somebody of a name like this and this birthday is here already." in told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"PK\x03\x04 not a sheet", "cannot be read as a spreadsheet"),
        (b"a,b\n1,2\n", "No column is known to hold names"),
        (b'Name,Note\n"Jack,no end\n', "line 2"),
        (b"Name\nJack,too,many\n", "row 2: it has more cells than the header has columns"),
        (b"Name,Note\nJack," + b"x" * 30_000 + b"\n", "row 2: a cell holds more than 20,000 characters"),
        (b"Name," + b"x," * 10_000 + b"\n", "more than 500 columns"),
    ],
)
def test_what_is_no_list_is_said_in_one_sentence(
    imports: Import, kept: Kept, text: bytes, sentence: str
) -> None:
    status, told = imports(text, "--yes")
    assert status == 1
    assert sentence in told
    assert told.count("\n") == 1
    assert kept() == {}


def test_a_payment_card_and_an_address_for_a_name_are_held_back(imports: Import) -> None:
    _, told = imports("Name,Card\nJack,4111111111111111\njack@shop.example,\n,LOY-1\n")
    assert "Row 2: its card number is that of a payment card." in told
    assert "Row 3: its name is an e-mail address." in told
    assert "Row 4: it has no name." in told


def test_an_archive_that_would_fill_the_memory_is_not_opened(imports: Import, tmp_path: Path) -> None:
    bomb = write_xlsx(tmp_path / "bomb.xlsx", [["Name"]])
    with ZipFile(bomb, "a", ZIP_DEFLATED) as archive, archive.open("xl/media.bin", "w") as part:
        for _ in range(300):
            part.write(bytes(1 << 20))
    status, told = imports(bomb)
    assert status == 1
    assert "holds more than 256 MB" in told


def test_what_cannot_be_kept_of_a_row_is_told_and_the_rest_is_kept(imports: Import, kept: Kept) -> None:
    text = "Name,Nickname,Note\nJack,\u202eJ,pays with 4111 1111 1111 1111\n\u202eAl,,\n"
    _, told = imports(text, "--yes")
    assert "Row 2: a note holds what cannot be seen, or the number of a payment card." in told
    assert "Row 2: its called by cannot be kept." in told
    assert "Row 3: its name holds what cannot be seen, or the number of a payment card." in told
    assert kept()["Jack"]["notes"] == []


def test_a_formula_is_a_text(imports: Import, kept: Kept) -> None:
    imports("Name,Note\n=cmd(),=1+1\n", "--yes")
    assert kept()["=cmd()"]["notes"][0]["text"] == "=1+1"


def test_the_report_names_rows_and_nobody(imports: Import, tmp_path: Path) -> None:
    imports(SQUARE, "--report", str(tmp_path / "report.txt"))
    report = (tmp_path / "report.txt").read_text("utf-8")
    assert "Row 4: it was made from a payment card" in report
    assert not any(name in report for name in ("Jack", "Alice", "Holder"))


def test_the_key_of_somebody_from_a_list_tells_nothing_about_them(imports: Import, kept: Kept) -> None:
    imports(SQUARE, "--yes")
    key = kept()["Jack Okafor"]["key"]
    assert key.startswith("list-")
    assert "Jack" not in key


@pytest.mark.parametrize("suffix", ["csv", "vcf"])
def test_what_is_exported_as_a_list_comes_in_again(
    imports: Import, kept: Kept, settings: Path, tmp_path: Path, suffix: str
) -> None:
    imports(SQUARE, "--yes")
    before = kept()
    out = tmp_path / f"out.{suffix}"
    assert main(["--config", str(settings), "export", str(out)]) == 0
    assert "1234.50" not in out.read_text("utf-8")
    settings.write_text(f'[database]\nurl = "sqlite:///{tmp_path}/other.db"\n')
    status, told = imports(out, "--yes")
    assert status == 0, told
    after = kept()
    assert after.keys() == before.keys()
    for name, one in after.items():
        for field in ("called_by", "important_dates"):
            assert one.get(field) == before[name].get(field), (name, field)
        assert [note["text"] for note in one["notes"]] == [note["text"] for note in before[name]["notes"]]


def test_a_formula_stays_a_text_in_a_list_that_is_exported(
    imports: Import, settings: Path, tmp_path: Path
) -> None:
    imports("Name,Note\n=cmd(),=1+1\n", "--yes")
    assert main(["--config", str(settings), "export", str(tmp_path / "out.csv")]) == 0
    assert "'=cmd(),,,,,,,'=1+1" in (tmp_path / "out.csv").read_text("utf-8")


def test_a_newer_list_adds_to_somebody_of_whom_staff_wrote_and_who_came_with_others(
    imports: Import, kept: Kept, settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imports("Name,ID\nJack Okafor,1\nAlice Moreau,2\n", "--yes")
    jack, alice = (kept()[name] for name in ("Jack Okafor", "Alice Moreau"))
    jack["notes"] = [{"text": "Oat milk", "author": "mia", "written_at": "2026-11-04T09:10"}]
    jack["visits"] = [{"at": "2026-11-04T09:10", "with": [alice["key"]]}]
    jack["consent"] = {"on": "2026-11-04", "by": "mia"}
    file = tmp_path / "shop.json"
    mia = {"key": "mia", "name": "Mia"}
    file.write_text(json.dumps({"format": 1, "staff": [mia], "customers": [jack, alice]}))
    assert main(["--config", str(settings), "load", str(file)]) == 0
    capsys.readouterr()
    before = kept()["Jack Okafor"]
    status, told = imports("Name,ID,Birthday\nJack Okafor,1,1985-11-19\n", "--yes")
    assert (status, "0 new, 1 with something added" in told) == (0, True), told
    after = kept()["Jack Okafor"]
    assert birthday(after) == (11, 19, 1985)
    assert {**after, "important_dates": []} == {**before, "important_dates": []}


def people_of(one: dict[str, Any], everybody: dict[str, dict[str, Any]]) -> dict[str, str]:
    names = {each["key"]: name for name, each in everybody.items()}
    return {names[each["to"]]: each["kind"] for each in one["relationships"]}


GOOGLE_RELATIONS = (
    "First Name,Last Name,Relation 1 - Label,Relation 1 - Value,Relation 2 - Label,Relation 2 - Value\n"
    "Jack,Okafor,Spouse,Alice Moreau,Child,Zoe Okafor\n"
    "Alice,Moreau,Husband,Jack Okafor,Assistant,Zoe Okafor\n"
    "Zoe,Okafor,,,,\n"
)
VCARD_RELATIONS = """BEGIN:VCARD
VERSION:3.0
FN:Jack Okafor
item1.X-ABRELATEDNAMES;type=pref:Alice Moreau
item1.X-ABLabel:_$!<Spouse>!$_
item2.X-ABRELATEDNAMES:Zoe Okafor
item2.X-ABLabel:_$!<Child>!$_
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Alice Moreau
RELATED;TYPE=spouse;VALUE=text:Jack Okafor
RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Zoe Okafor
END:VCARD
"""
GERMAN_RELATIONS = "Name;Ehefrau;Tochter\nJack Okafor;Alice Moreau;Zoe Okafor\nAlice Moreau;;\nZoe Okafor;;\n"


@pytest.mark.parametrize("told", [GOOGLE_RELATIONS, VCARD_RELATIONS, GERMAN_RELATIONS])
def test_who_belongs_to_whom_is_kept_once_whoever_tells_it(imports: Import, kept: Kept, told: str) -> None:
    status, printed = imports(told, "--yes")
    assert (status, "3 new" in printed) == (0, True), printed
    everybody = kept()
    assert people_of(everybody["Jack Okafor"], everybody) == {
        "Alice Moreau": "partner",
        "Zoe Okafor": "child",
    }
    assert "3 as they are" in imports(told, "--yes")[1]
    assert kept() == everybody


def test_a_relation_is_added_to_those_who_are_kept(imports: Import, kept: Kept) -> None:
    imports("Name,Partner\nJack Okafor,\nAlice Moreau,\n", "--yes")
    _, told = imports("Name,Partner\nJack Okafor,Alice Moreau\nAlice Moreau,\n", "--yes")
    assert "0 new, 1 with something added, 1 as they are" in told
    everybody = kept()
    assert people_of(everybody["Jack Okafor"], everybody) == {"Alice Moreau": "partner"}


@pytest.mark.parametrize("other", ["Tom Reed", "Jack Okafor", "Sam Lee"])
def test_a_relation_to_nobody_or_to_one_of_several_is_left_out_and_told(
    imports: Import, kept: Kept, other: str
) -> None:
    _, told = imports(f"Name,ID,Friend\nJack Okafor,1,{other}\nSam Lee,2,\nSam Lee,3,\n", "--yes")
    assert "3 new" in told
    assert "Row 2: its friend is not one person of this list." in told
    assert kept()["Jack Okafor"]["relationships"] == []


def test_of_two_rows_with_one_id_or_with_a_name_alone_the_second_is_held_back(imports: Import) -> None:
    assert "Row 3: it may be the same person as another row: row 2." in imports("Name\nSam Lee\nSam Lee\n")[1]
    assert "row 2" in imports("Name,ID\nSam Lee,1\nSamuel Lee,1\n")[1]


@pytest.mark.parametrize(
    "other", ["Sarah Lindqvist,1985-11-19", "lindqvist sara,19.11.", "Sara Lindkvist,1985-11-19"]
)
def test_who_has_a_similar_name_and_the_same_birthday_is_held_back(imports: Import, other: str) -> None:
    first = "Sara Lindqvist,1985-11-19"
    assert (
        "Row 3: it may be the same person as another row: row 2."
        in imports(f"Name,Birthday\n{first}\n{other}\n", "--days", "day_first")[1]
    )
    imports(f"Name,Birthday\n{first}\n", "--yes")
    told = imports(f"Name,Birthday\n{other}\n", "--days", "day_first")[1]
    assert "Row 2: somebody of a name like this and this birthday is here already." in told


@pytest.mark.parametrize(
    "other", ["Sarah Lindqvist,1986-11-19", "Sarah Lindqvist,1985-11-20", "Sven Lindqvist,1985-11-19"]
)
def test_another_year_another_day_or_another_name_is_another_person(imports: Import, other: str) -> None:
    _, told = imports(f"Name,Birthday\nSara Lindqvist,1985-11-19\n{other}\n")
    assert "2 new" in told


def test_twins_are_two(imports: Import) -> None:
    assert "2 new" in imports("Name,Birthday\nTim Reed,1985-11-19\nTom Reed,1985-11-19\n")[1]
