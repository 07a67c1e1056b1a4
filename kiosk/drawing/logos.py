"""A shop's logo, from a PNG or an SVG."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_double, c_int, c_size_t, c_void_p, memmove
from functools import lru_cache
from struct import unpack_from
from xml.parsers import expat

from kiosk.drawing.native import ReadFunction, cairo, library
from kiosk.people.words import to_translate

MOST_BYTES = 2 << 20

_MOST_PIXELS = 4000
"""Of a side: more than a printer has dots for a card."""

_PNG, _PNG_SIZE_AT = b"\x89PNG\r\n\x1a\n", 16
_COLOR_ALPHA, _SUCCESS = 0x3000, 0
_NO_PICTURE = to_translate("The shop’s logo is neither a PNG nor an SVG picture that can be drawn.")
TOO_LARGE = to_translate("The shop’s logo is larger than 2 MB or 4,000 pixels.")
_ACTIVE = to_translate("The shop’s logo holds a script or links to other files; save it as plain SVG.")
_NO_LIBRARY = to_translate("Drawing an SVG needs Debian’s package librsvg2-2.")


class LogoError(Exception):
    """It cannot be drawn; the message is a sentence to be translated."""


class Logo:
    """A picture of `width` and `height` in units of its own, whatever they are."""

    def __init__(self, surface: c_void_p, width: float, height: float) -> None:
        self._surface, self.width, self.height = surface, width, height

    def __del__(self) -> None:
        """A file that shows it keeps it for as long as it needs it."""
        cairo.cairo_surface_destroy(self._surface)

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """How wide and how high it is where it fills this room."""
        high = min(height, width * self.height / self.width)
        return high * self.width / self.height, high

    def draw(self, context: c_void_p, x: float, y: float, high: float) -> None:
        """So high, with its left upper corner at `x` and `y`."""
        cairo.cairo_save(context)
        cairo.cairo_translate(context, x, y)
        cairo.cairo_scale(context, high / self.height, high / self.height)
        cairo.cairo_set_source_surface(context, self._surface, 0, 0)
        cairo.cairo_paint(context)
        cairo.cairo_restore(context)


def logo_from(data: bytes) -> Logo:
    """The picture in a file. Raises LogoError; nothing in it is run, and nothing else is opened for it."""
    if len(data) > MOST_BYTES:
        raise LogoError(TOO_LARGE)
    return _from_png(data) if data.startswith(_PNG) else _from_svg(data)


def _from_png(data: bytes) -> Logo:
    if len(data) < _PNG_SIZE_AT + 8:
        raise LogoError(_NO_PICTURE)
    if max(unpack_from(">II", data, _PNG_SIZE_AT)) > _MOST_PIXELS:
        raise LogoError(TOO_LARGE)
    place = 0

    def read(_closure: int | None, to: int, length: int) -> int:
        nonlocal place
        piece, place = data[place : place + length], place + length
        memmove(to, piece, len(piece))
        return int(len(piece) < length)

    surface = cairo.cairo_image_surface_create_from_png_stream(ReadFunction(read), None)
    if cairo.cairo_surface_status(surface) != _SUCCESS:
        raise LogoError(_NO_PICTURE)
    size = cairo.cairo_image_surface_get_width(surface), cairo.cairo_image_surface_get_height(surface)
    return Logo(surface, *size)


class _Box(Structure):
    """RsvgRectangle."""

    _fields_ = [("x", c_double), ("y", c_double), ("width", c_double), ("height", c_double)]


class _Length(Structure):
    """RsvgLength."""

    _fields_ = [("length", c_double), ("unit", c_int)]


@lru_cache(maxsize=1)
def _rsvg() -> CDLL:
    """Signatures are those of librsvg 2.54, the oldest in use."""
    of_handle, number, length = c_void_p, POINTER(c_double), POINTER(_Length)
    return library(
        "librsvg-2.so.2",
        rsvg_handle_new_from_data=(of_handle, [c_char_p, c_size_t, c_void_p]),
        rsvg_handle_get_intrinsic_size_in_pixels=(c_int, [of_handle, number, number]),
        rsvg_handle_get_intrinsic_dimensions=(
            None,
            [of_handle, POINTER(c_int), length, POINTER(c_int), length, POINTER(c_int), POINTER(_Box)],
        ),
        rsvg_handle_render_document=(c_int, [of_handle, c_void_p, POINTER(_Box), c_void_p]),
        g_object_unref=(None, [c_void_p]),
    )


def _from_svg(data: bytes) -> Logo:
    _require_plain(data)
    with _svg(data) as (rsvg, handle):
        box = _size(rsvg, handle)
        surface = c_void_p(cairo.cairo_recording_surface_create(_COLOR_ALPHA, byref(box)))
        logo = Logo(surface, box.width, box.height)
        context = cairo.cairo_create(surface)
        is_drawn = rsvg.rsvg_handle_render_document(handle, context, byref(box), None)
        cairo.cairo_destroy(context)
    if not is_drawn:
        raise LogoError(_NO_PICTURE)
    return logo


@contextmanager
def _svg(data: bytes) -> Iterator[tuple[CDLL, c_void_p]]:
    """The library, and what it has read."""
    try:
        rsvg = _rsvg()
    except OSError:
        raise LogoError(_NO_LIBRARY) from None
    handle = c_void_p(rsvg.rsvg_handle_new_from_data(data, len(data), None))
    if not handle:
        raise LogoError(_NO_PICTURE)
    try:
        yield rsvg, handle
    finally:
        rsvg.g_object_unref(handle)


def _size(rsvg: CDLL, handle: c_void_p) -> _Box:
    """As the picture says, else as its view box does."""
    width, height, box, has_box = c_double(), c_double(), _Box(), c_int()
    if rsvg.rsvg_handle_get_intrinsic_size_in_pixels(handle, byref(width), byref(height)):
        box = _Box(0, 0, width.value, height.value)
    else:
        aside = c_int(), _Length(), c_int(), _Length()
        rsvg.rsvg_handle_get_intrinsic_dimensions(handle, *map(byref, aside), byref(has_box), byref(box))
        box.x = box.y = 0
    if box.width <= 0 or box.height <= 0:
        raise LogoError(_NO_PICTURE)
    return box


def _require_plain(data: bytes) -> None:
    """Raise LogoError for what is no SVG, or does more than to show a picture."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = _require_passive
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise LogoError(_NO_PICTURE) from None


def _refuse(*_: object) -> None:
    raise LogoError(_ACTIVE)


def _require_passive(name: str, attributes: dict[str, str]) -> None:
    if name.rpartition(":")[2].lower() == "script":
        raise LogoError(_ACTIVE)
    for key, value in attributes.items():
        key = key.rpartition(":")[2].lower()
        is_inside = value.strip().startswith(("#", "data:image/"))
        if key.startswith("on") or (key == "href" and not is_inside):
            raise LogoError(_ACTIVE)
