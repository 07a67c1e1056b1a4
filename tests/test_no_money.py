"""People, not numbers: nothing that is kept, said, shown or asked for is about money or merit."""

import ast
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Column, Integer, MetaData, Table

import kiosk
from kiosk.cli import main
from kiosk.exchange.shop_file import ShopFile
from kiosk.settings import Settings
from kiosk.storage.models import Base

PROGRAM = Path(kiosk.__file__).parent
UNWELCOME = frozenset(
    {
        "price",
        "amount",
        "spend",
        "spent",
        "spending",
        "points",
        "score",
        "rank",
        "ranking",
        "tier",
        "segment",
        "discount",
        "balance",
        "revenue",
    }
)
GETTEXT = frozenset({"gettext", "ngettext", "pgettext", "npgettext", "_", "to_translate"})


def words_in(text: str) -> list[str]:
    """The words of a name or a sentence: `totalSpent` and `total_spent` are two each."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return [word.casefold() for word in re.findall(r"[^\W\d_]+", apart)]


def unwelcome(texts: Iterable[str]) -> set[str]:
    """Those that speak of money or merit, in one or in many."""
    return {
        text for text in texts if any({word, word.removesuffix("s")} & UNWELCOME for word in words_in(text))
    }


def columns_of(metadata: MetaData) -> list[str]:
    return [f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.columns]


def columns_in(file: Path) -> list[str]:
    every_column = """SELECT kept.name || '.' || part.name
        FROM sqlite_schema AS kept, pragma_table_info(kept.name) AS part"""
    with closing(sqlite3.connect(file)) as connection:
        return [name for (name,) in connection.execute(every_column)]


def messages_in(source: str) -> Iterator[str]:
    """What a module hands to be translated."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _called(node.func) in GETTEXT:
            yield from (text for argument in node.args for text in _literals_in(argument))


def _called(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def _literals_in(argument: ast.expr) -> Iterator[str]:
    for node in ast.walk(argument):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def keys_of(kind: type[msgspec.Struct]) -> list[str]:
    """Every key and every fixed word of a file with this shape."""
    return list(_keys_in(msgspec.json.schema(kind)))


def _keys_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for part in schema:
            yield from _keys_in(part)
    elif isinstance(schema, dict):
        yield from schema.get("properties", ())
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
        yield from (name for part in schema.values() for name in _keys_in(part))


def rules_in(file: Path) -> str:
    """A screen's rules, without its comments."""
    return re.sub(r"^\s*#.*$", "", file.read_text("utf-8"), flags=re.MULTILINE)


def classes_in(source: str) -> list[str]:
    return [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]


def modules(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.py"))
    assert found
    return found


def test_no_table_and_no_column_of_the_models_is_about_money() -> None:
    columns = columns_of(Base.metadata)
    assert {"customer.name", "visit.at"} <= set(columns)
    assert unwelcome(columns) == set()


def test_no_table_and_no_column_of_a_database_file_is_about_money(empty_file: Path) -> None:
    columns = columns_in(empty_file)
    assert set(columns_of(Base.metadata)) <= set(columns)
    assert unwelcome(columns) == set()


def test_nothing_that_is_translated_is_about_money() -> None:
    messages = [text for file in modules(PROGRAM) for text in messages_in(file.read_text("utf-8"))]
    assert {"Second visit", "Tread gently"} <= set(messages)
    assert unwelcome(messages) == set()


def test_no_rule_of_a_screen_is_about_money() -> None:
    rules = [line for file in PROGRAM.rglob("*.kv") for line in rules_in(file).splitlines()]
    assert any("<NoticeScreen>" in rule for rule in rules)
    assert unwelcome(rules) == set()


def test_no_screen_and_no_part_of_one_is_named_after_money() -> None:
    files = modules(PROGRAM / "ui")
    names = [name for file in files for name in (file.stem, *classes_in(file.read_text("utf-8")))]
    assert {"GreetingScreen", "NoticeScreen"} <= set(names)
    assert unwelcome(names) == set()


@pytest.mark.parametrize(("kind", "known"), [(ShopFile, "called_by"), (Settings, "clear_after")])
def test_no_key_of_a_file_is_about_money(kind: type[msgspec.Struct], known: str) -> None:
    keys = keys_of(kind)
    assert known in keys
    assert unwelcome(keys) == set()


def test_no_command_and_no_option_is_about_money(capsys: pytest.CaptureFixture[str]) -> None:
    def help_of(*command: str) -> str:
        with pytest.raises(SystemExit):
            main([*command, "--help"])
        return capsys.readouterr().out

    overview = help_of()
    commands = re.findall(r"^    ([a-z][a-z-]*)\b", overview, flags=re.MULTILINE)
    assert {"run", "greet"} <= set(commands)
    assert unwelcome([overview, *map(help_of, commands)]) == set()


@pytest.mark.parametrize(
    "text",
    [
        "total_spent",
        "customerScore",
        "Prices",
        "{n} loyalty points",
        "DISCOUNT",
        "tier-2",
        "rank1",
        "amounts_due",
    ],
)
def test_money_is_found_however_it_is_written(text: str) -> None:
    assert unwelcome(["called_by", text]) == {text}


@pytest.mark.parametrize(
    "text",
    [
        "frontier",
        "Frank",
        "loyalty card",
        "collide_point",
        "priceless",
        "underscore",
        "disappointing",
        "unbalanced",
    ],
)
def test_a_word_that_only_holds_another_is_welcome(text: str) -> None:
    assert unwelcome([text]) == set()


def test_money_is_found_wherever_it_would_be_kept_or_told(tmp_path: Path) -> None:
    metadata = MetaData()
    Table("visit", metadata, Column("id", Integer), Column("amount", Integer))
    file, rules = tmp_path / "shop.db", tmp_path / "screen.kv"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE customer_tier (id INTEGER)")
    rules.write_text("<Screen>:\n    # the price of it\n    text: root.balance\n")
    shape = msgspec.defstruct("Visit", [("totalSpent", int)])
    source = 'class ScoreBoard: "no rank"\nsay(words.ngettext("One", "{n} points" if n else "", n))  # price'

    assert unwelcome(columns_of(metadata)) == {"visit.amount"}
    assert unwelcome(columns_in(file)) == {"customer_tier.id"}
    assert unwelcome(rules_in(rules).splitlines()) == {"    text: root.balance"}
    assert unwelcome(keys_of(shape)) == {"totalSpent"}
    assert unwelcome(messages_in(source)) == {"{n} points"}
    assert unwelcome(classes_in(source)) == {"ScoreBoard"}
