"""A card for Apple Wallet: a .pkpass file, which is an archive with a signed list of what is in it.

Source: Apple, Wallet Developer Guide and “Pass” (pass.json), “Building a pass” (manifest.json and signature).
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha1
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from kiosk.cards.passes.card import PassCard
from kiosk.cards.passes.certificates import Signer
from kiosk.cards.passes.pictures import GROUND, pass_pictures
from kiosk.drawing.contrast import ink_on
from kiosk.drawing.shapes import Color

_ZIP_EPOCH = 1980, 1, 1, 0, 0, 0


def apple_pass(card: PassCard, signer: Signer) -> bytes:
    """The file, signed."""
    files = dict(_files(card, signer))
    # Apple asks for SHA-1 here; what protects the file is the signature.
    digests = {name: sha1(content, usedforsecurity=False).hexdigest() for name, content in files.items()}
    files["manifest.json"] = _json(digests)
    files["signature"] = _signature(files["manifest.json"], signer)
    return _archive(files)


def _files(card: PassCard, signer: Signer) -> Iterator[tuple[str, bytes]]:
    yield "pass.json", _json(_pass(card, signer))
    yield from pass_pictures(card.shop)


def _pass(card: PassCard, signer: Signer) -> Mapping[str, object]:
    ground = card.shop.color or GROUND
    ink = _rgb(ink_on(ground))
    return {
        "formatVersion": 1,
        "passTypeIdentifier": signer.pass_type,
        "teamIdentifier": signer.team,
        "serialNumber": card.number,
        "organizationName": card.shop.name,
        "description": card.shop.name,
        "logoText": card.shop.name,
        "backgroundColor": _rgb(ground),
        "foregroundColor": ink,
        "labelColor": ink,
        "sharingProhibited": True,
        "barcodes": [
            {
                "format": "PKBarcodeFormatQR" if card.is_square else "PKBarcodeFormatCode128",
                "message": card.number,
                "messageEncoding": "utf-8",
                "altText": card.number,
            }
        ],
        "storeCard": {"secondaryFields": [{"key": "name", "value": card.called_by}]},
    }


def _rgb(color: Color) -> str:
    return f"rgb({', '.join(str(round(part * 255)) for part in color)})"


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _signature(manifest: bytes, signer: Signer) -> bytes:
    builder = PKCS7SignatureBuilder().set_data(manifest)
    builder = builder.add_signer(signer.certificate, signer.key, SHA256())
    builder = builder.add_certificate(signer.intermediate)
    return builder.sign(Encoding.DER, [PKCS7Options.DetachedSignature, PKCS7Options.Binary])


def _archive(files: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, _ZIP_EPOCH), content, ZIP_DEFLATED)
    return written.getvalue()
