"""Logos: what is drawn of a file, and what is refused."""

import zlib
from struct import pack

import pytest

from kiosk.drawing.logos import LogoError, logo_from
from tests.drawing.drawn import drawn, png

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" %s</svg>'
PLAIN = SVG % b'width="40" height="20"><rect width="40" height="20" fill="#f00"/>'


def middle(data: bytes, high: int) -> object:
    """The pixel in the middle of a logo that is drawn so high."""
    picture = drawn(data, high)
    return picture.getpixel((picture.width // 2, picture.height // 2))


@pytest.mark.parametrize("high", [8, 300])
def test_an_svg_is_drawn_at_any_size(high: int) -> None:
    assert middle(PLAIN, high) == (255, 0, 0, 255)


def test_a_png_is_drawn() -> None:
    assert middle(png(40, 20, (255, 0, 0)), 30) == (255, 0, 0, 255)


def test_an_svg_without_a_size_has_that_of_its_view_box() -> None:
    logo = logo_from(SVG % b'viewBox="5 5 30 10"><rect x="5" y="5" width="30" height="10"/>')
    assert (logo.width, logo.height) == (30, 10)


@pytest.mark.parametrize(
    "inside",
    [
        b"><script>alert(1)</script>",
        b'xmlns:s="http://www.w3.org/2000/svg"><s:script/>',
        b'onload="alert(1)">',
        b'><rect OnClick="alert(1)"/>',
        b'><image href="https://example.com/logo.png"/>',
        b'><image xlink:href="file:///etc/passwd"/>',
        b'><a href="javascript:alert(1)"><rect/></a>',
    ],
)
def test_a_script_or_a_link_to_elsewhere_is_refused(inside: bytes) -> None:
    with pytest.raises(LogoError, match="holds a script or links to other files"):
        logo_from(SVG % inside)


def test_what_grows_as_it_is_read_is_refused() -> None:
    laughs = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 9))
    with pytest.raises(LogoError, match="holds a script"):
        logo_from(b'<!DOCTYPE svg [<!ENTITY a0 "ha">%s]><svg>&a8;</svg>' % laughs)


def test_links_within_the_picture_are_kept() -> None:
    used = b'width="40" height="20"><rect id="r" width="40" height="20" fill="#f00"/><use xlink:href="#r"/>'
    assert middle(SVG % used, 8) == (255, 0, 0, 255)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<html/>", b"<svg", PLAIN[:-9], png(4, 4, (9, 9, 9))[:40]])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(LogoError, match="neither a PNG nor an SVG"):
        logo_from(data)


def test_what_is_too_large_is_refused_before_it_is_unpacked() -> None:
    """A million times a million pixels are told in 33 bytes."""
    head = pack(">II5B", 1_000_000, 1_000_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + b"IHDR" + head + pack(">I", zlib.crc32(b"IHDR" + head))
    for data in (bomb, PLAIN + b" " * (2 << 20)):
        with pytest.raises(LogoError, match="larger than 2 MB or 4,000 pixels"):
            logo_from(data)
