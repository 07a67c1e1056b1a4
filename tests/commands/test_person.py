"""`kiosk person`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from kiosk.cli import main

Types = Callable[..., tuple[int, str]]

SHOP = {
    "format": 1,
    "shop": {"name": "Corner Bakery", "time_zone": "Europe/London"},
    "customers": [
        {
            "key": "jack",
            "name": "Jack Okafor",
            "called_by": "Jack",
            "consent": {"on": "2021-03-01"},
            "cards": [{"number": "2900000000018", "symbology": "ean13"}],
            "important_dates": [{"occasion": "birthday", "month": 11, "day": 19}],
            "notes": [
                {"text": "Takes oat milk.", "written_at": "2026-11-04T09:10"},
                {"text": "Surprise for her.", "written_at": "2026-11-05T09:10", "not_in_front_of": "alice"},
            ],
            "relationships": [{"to": "alice", "kind": "partner"}],
        },
        {"key": "alice", "name": "Alice Moreau", "called_by": "Alice"},
    ],
}


@pytest.fixture
def types(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Types:
    """Types a command for a shop of two, in a language; returns its status and what was printed."""
    file, shop = tmp_path / "kiosk.toml", tmp_path / "shop.json"
    shop.write_text(json.dumps(SHOP))

    def typed(*arguments: str, language: str = "en") -> tuple[int, str]:
        file.write_text(
            f'[shop]\nlanguage = "{language}"\n[database]\nurl = "sqlite:///{tmp_path}/kiosk.db"\n'
        )
        status = main(["--config", str(file), *arguments])
        told = capsys.readouterr()
        return status, told.out + told.err

    typed("load", str(shop))
    return typed


@pytest.mark.parametrize("who", ["jack", "2900000000018"])
def test_all_that_is_kept_about_them_is_told_in_plain_words(types: Types, who: str) -> None:
    status, told = types("person", who)
    assert status == 0
    assert told.startswith("Dear Jack, this is what we remember\n\n")
    for words in ("Takes oat milk.", "19 November", "Alice", "2900000000018", "1 March 2021"):
        assert words in told


def test_of_others_only_the_name_one_says_is_told_and_nothing_that_is_not_for_their_ears(
    types: Types,
) -> None:
    _, told = types("person", "jack")
    assert "Moreau" not in told
    assert "Surprise" not in told


def test_as_json_it_says_the_same_part_by_part(types: Types) -> None:
    _, told = types("person", "jack", "--json")
    page = json.loads(told)
    parts = "\n\n".join("\n".join([part["heading"], *part["lines"]]) for part in page["parts"])
    assert f"{page['title']}\n\n{parts}\n" == types("person", "jack")[1]


def test_as_a_page_it_can_be_printed(types: Types, tmp_path: Path) -> None:
    file = tmp_path / "jack.pdf"
    assert types("person", "jack", "--pdf", str(file)) == (
        0,
        f"The page is at {file}, ready to be printed.\n",
    )
    [page] = pypdfium2.PdfDocument(file)
    text = page.get_textpage().get_text_range()
    assert "Takes oat milk." in text
    assert "Corner Bakery" in text


def test_it_speaks_the_language_of_the_shop(types: Types) -> None:
    _, told = types("person", "jack", language="de")
    assert "19. November" in told
    assert "Dear" not in told


def test_nobody_is_said_in_one_sentence(types: Types) -> None:
    assert types("person", "nobody") == (1, "kiosk: Nobody has this key, and no card has this number.\n")
