"""A card for Apple Wallet: whole, signed, and of a person nothing but what they are called."""

import json
import subprocess
from datetime import timedelta
from hashlib import sha1
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from PIL import Image

from kiosk.cards.passes.apple import apple_pass
from kiosk.cards.passes.card import AppleFiles, PassCard, PassError
from kiosk.cards.passes.certificates import signer_of
from kiosk.drawing.logos import logo_from
from kiosk.paper.printed_card import Brand
from tests.drawing.drawn import png
from tests.wallets import END, PASS_TYPE, START, TEAM, apple_files, new_key, pem

CARD = PassCard("2919731372875", True, Brand("Bäckerei am Eck"), "Jack")
NOW = START + timedelta(days=1)


@pytest.fixture
def files(tmp_path: Path) -> AppleFiles:
    return apple_files(tmp_path)


def unpacked(card: PassCard, files: AppleFiles) -> dict[str, bytes]:
    with ZipFile(BytesIO(apple_pass(card, signer_of(files, NOW)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told(card: PassCard, files: AppleFiles) -> dict[str, Any]:
    return dict(json.loads(unpacked(card, files)["pass.json"]))


@pytest.mark.parametrize("encoding", [Encoding.DER, Encoding.PEM])
def test_openssl_accepts_the_signature_of_the_list_of_what_is_in_it(
    tmp_path: Path, encoding: Encoding
) -> None:
    files = apple_files(tmp_path, encoding)
    content = unpacked(CARD, files)
    for name in ("manifest.json", "signature"):
        (tmp_path / name).write_bytes(content[name])
    inform = ["-inform", "DER"] if encoding is Encoding.DER else []
    root = tmp_path / "root.pem"
    subprocess.run(["openssl", "x509", *inform, "-in", files.intermediate, "-out", root], check=True)
    command = [
        "openssl",
        "smime",
        "-verify",
        "-inform",
        "DER",
        "-in",
        "signature",
        "-content",
        "manifest.json",
    ]
    command += ["-CAfile", "root.pem", "-purpose", "any", "-attime", str(int(NOW.timestamp())), "-binary"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "manifest.json").write_bytes(content["manifest.json"] + b" ")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0


def test_every_other_file_is_in_that_list(files: AppleFiles) -> None:
    content = unpacked(CARD, files)
    listed = json.loads(content["manifest.json"])
    others = content.keys() - {"manifest.json", "signature"}
    assert listed == {name: sha1(content[name], usedforsecurity=False).hexdigest() for name in others}


def test_it_tells_the_shop_the_number_and_what_they_are_called_and_nothing_else(files: AppleFiles) -> None:
    told_of = told(CARD, files)
    assert (told_of["passTypeIdentifier"], told_of["teamIdentifier"]) == (PASS_TYPE, TEAM)
    assert told_of["organizationName"] == told_of["logoText"] == "Bäckerei am Eck"
    assert told_of["storeCard"] == {"secondaryFields": [{"key": "name", "value": "Jack"}]}
    [code] = told_of["barcodes"]
    assert (code["format"], code["message"]) == ("PKBarcodeFormatQR", "2919731372875")
    assert told_of["sharingProhibited"] is True


def test_a_shop_that_takes_no_qr_code_gets_code_128(files: AppleFiles) -> None:
    [code] = told(CARD._replace(is_square=False), files)["barcodes"]
    assert code["format"] == "PKBarcodeFormatCode128"


@pytest.mark.parametrize("name", ["Bäckerei", "مخبز", "🥐 Croissant", ""])
def test_there_is_an_icon_of_every_size_whatever_the_shop_is_called(files: AppleFiles, name: str) -> None:
    content = unpacked(CARD._replace(shop=Brand(name, color=(0.96, 0.72, 0.25))), files)
    sizes = [Image.open(BytesIO(content[f"icon{at}.png"])).size for at in ("", "@2x", "@3x")]
    assert sizes == [(29, 29), (58, 58), (87, 87)]
    assert "logo.png" not in content
    assert json.loads(content["pass.json"])["backgroundColor"] == "rgb(245, 184, 64)"


@pytest.mark.parametrize(("width", "height", "size"), [(400, 100, (160, 40)), (10, 40, (12, 50))])
def test_the_logo_is_on_it_no_larger_than_apple_shows(
    files: AppleFiles, width: int, height: int, size: tuple[int, int]
) -> None:
    logo = logo_from(png(width, height, (255, 0, 0)))
    content = unpacked(CARD._replace(shop=Brand("Bäckerei", logo)), files)
    assert Image.open(BytesIO(content["logo.png"])).size == size
    icon = Image.open(BytesIO(content["icon@3x.png"])).convert("RGB")
    assert (icon.getpixel((43, 43)), icon.getpixel((0, 0))) == ((255, 0, 0), (255, 255, 255))


def refused(files: AppleFiles, now: Any = NOW) -> str:
    with pytest.raises(PassError) as why:
        signer_of(files, now)
    return str(why.value)


def test_a_certificate_that_has_run_out_is_told(files: AppleFiles) -> None:
    assert "has run out" in refused(files, END)


def test_files_that_do_not_belong_together_are_told(files: AppleFiles, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    others = apple_files(other)
    assert "is not that of the certificate" in refused(files._replace(key=others.key))
    assert "was not signed by Apple’s" in refused(files._replace(intermediate=others.intermediate))


def test_a_certificate_for_something_else_is_told(tmp_path: Path) -> None:
    assert "is none for passes" in refused(apple_files(tmp_path, named=False))


@pytest.mark.parametrize("field", AppleFiles._fields)
@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN CERTIFICATE-----\n", b"\x30\x82" * 99])
def test_a_file_that_cannot_be_read_is_told(
    files: AppleFiles, tmp_path: Path, field: str, content: bytes | None
) -> None:
    file = tmp_path / "broken"
    if content is not None:
        file.write_bytes(content)
    assert "One of the three files" in refused(files._replace(**{field: str(file)}))


def test_a_key_with_a_password_is_told(files: AppleFiles, tmp_path: Path) -> None:
    locked = tmp_path / "locked.key"
    locked.write_bytes(pem(new_key(), b"secret"))
    assert "password" in refused(files._replace(key=str(locked)))
