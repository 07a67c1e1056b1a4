"""The few functions of Cairo, Pango and fontconfig that glass and paper are drawn with, by ctypes.

The bindings on PyPI parse their C declarations at every import, 0.3 s on a fast machine: longer than
Kivy takes to its first picture. Signatures are those of Pango 1.50 and Cairo 1.16, the oldest in use.
"""

from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, c_char_p, c_double, c_int, c_uint, c_void_p
from typing import Any

_P, _I, _D, _S = c_void_p, c_int, c_double, c_char_p

PANGO_UNITS = 1024
"""Pango counts in parts of a pixel."""


class Rectangle(Structure):
    """PangoRectangle, in pixels or in Pango's units."""

    _fields_ = [("x", _I), ("y", _I), ("width", _I), ("height", _I)]


class Attribute(Structure):
    """The beginning of a PangoAttribute: its class, and the bytes it begins and ends at."""

    _fields_ = [("klass", _P), ("start", c_uint), ("end", c_uint)]


class LayoutLine(Structure):
    """The beginning of a PangoLayoutLine: its layout, the byte it begins at, and how many it has."""

    _fields_ = [("layout", _P), ("start", _I), ("length", _I)]


class FontSet(Structure):
    """The beginning of an FcFontSet: how many fonts it holds."""

    _fields_ = [("nfont", _I)]


WriteFunction = CFUNCTYPE(_I, _P, _P, c_uint)
"""cairo_write_func_t: what its creator gave, the bytes, how many."""

ReadFunction = CFUNCTYPE(_I, _P, _P, c_uint)
"""cairo_read_func_t: what its creator gave, where to, how many."""


def library(name: str, **functions: tuple[Any, list[Any]]) -> CDLL:
    """A library with these functions of it: what each returns, and what it takes. Raises OSError."""
    found = CDLL(name)
    for function, (returns, takes) in functions.items():
        getattr(found, function).restype = returns
        getattr(found, function).argtypes = takes
    return found


cairo = library(
    "libcairo.so.2",
    cairo_image_surface_create_for_data=(_P, [_P, _I, _I, _I, _I]),
    cairo_image_surface_create=(_P, [_I, _I, _I]),
    cairo_image_surface_create_from_png_stream=(_P, [ReadFunction, _P]),
    cairo_image_surface_get_width=(_I, [_P]),
    cairo_image_surface_get_height=(_I, [_P]),
    cairo_surface_write_to_png_stream=(_I, [_P, WriteFunction, _P]),
    cairo_surface_status=(_I, [_P]),
    cairo_svg_surface_create_for_stream=(_P, [WriteFunction, _P, _D, _D]),
    cairo_recording_surface_create=(_P, [_I, _P]),
    cairo_pdf_surface_create_for_stream=(_P, [WriteFunction, _P, _D, _D]),
    cairo_pdf_surface_set_metadata=(None, [_P, _I, _S]),
    cairo_surface_finish=(None, [_P]),
    cairo_surface_flush=(None, [_P]),
    cairo_surface_destroy=(None, [_P]),
    cairo_create=(_P, [_P]),
    cairo_destroy=(None, [_P]),
    cairo_save=(None, [_P]),
    cairo_restore=(None, [_P]),
    cairo_translate=(None, [_P, _D, _D]),
    cairo_scale=(None, [_P, _D, _D]),
    cairo_show_page=(None, [_P]),
    cairo_paint=(None, [_P]),
    cairo_set_source_surface=(None, [_P, _P, _D, _D]),
    cairo_set_source_rgba=(None, [_P, _D, _D, _D, _D]),
    cairo_line_to=(None, [_P, _D, _D]),
    cairo_move_to=(None, [_P, _D, _D]),
    cairo_new_sub_path=(None, [_P]),
    cairo_rectangle=(None, [_P, _D, _D, _D, _D]),
    cairo_arc=(None, [_P, _D, _D, _D, _D, _D]),
    cairo_close_path=(None, [_P]),
    cairo_fill=(None, [_P]),
    cairo_fill_preserve=(None, [_P]),
    cairo_set_line_width=(None, [_P, _D]),
    cairo_set_dash=(None, [_P, POINTER(c_double), _I, _D]),
    cairo_set_line_cap=(None, [_P, _I]),
    cairo_set_line_join=(None, [_P, _I]),
    cairo_stroke=(None, [_P]),
)
pango = library(
    "libpango-1.0.so.0",
    pango_font_map_create_context=(_P, [_P]),
    pango_font_description_from_string=(_P, [_S]),
    pango_font_description_set_absolute_size=(None, [_P, _D]),
    pango_context_set_base_dir=(None, [_P, _I]),
    pango_layout_new=(_P, [_P]),
    pango_layout_set_font_description=(None, [_P, _P]),
    pango_layout_get_attributes=(_P, [_P]),
    pango_layout_set_attributes=(None, [_P, _P]),
    pango_attr_list_new=(_P, []),
    pango_attr_list_copy=(_P, [_P]),
    pango_attr_list_insert=(None, [_P, _P]),
    pango_attr_list_unref=(None, [_P]),
    pango_attr_line_height_new_absolute=(_P, [_I]),
    pango_attr_allow_breaks_new=(POINTER(Attribute), [_I]),
    pango_layout_set_alignment=(None, [_P, _I]),
    pango_layout_set_text=(None, [_P, _S, _I]),
    pango_layout_get_text=(_S, [_P]),
    pango_layout_set_markup=(None, [_P, _S, _I]),
    pango_layout_set_auto_dir=(None, [_P, _I]),
    pango_layout_set_width=(None, [_P, _I]),
    pango_layout_set_wrap=(None, [_P, _I]),
    pango_layout_set_height=(None, [_P, _I]),
    pango_layout_set_ellipsize=(None, [_P, _I]),
    pango_layout_is_ellipsized=(_I, [_P]),
    pango_layout_get_pixel_extents=(None, [_P, POINTER(Rectangle), POINTER(Rectangle)]),
    pango_layout_get_line_count=(_I, [_P]),
    pango_layout_get_line_readonly=(POINTER(LayoutLine), [_P, _I]),
    pango_layout_get_cursor_pos=(None, [_P, _I, POINTER(Rectangle), POINTER(Rectangle)]),
    pango_layout_xy_to_index=(_I, [_P, _I, _I, POINTER(_I), POINTER(_I)]),
    pango_layout_move_cursor_visually=(None, [_P, _I, _I, _I, _I, POINTER(_I), POINTER(_I)]),
    pango_get_log_attrs=(None, [_S, _I, _I, _P, POINTER(c_uint), _I]),
)
pangocairo = library(
    "libpangocairo-1.0.so.0",
    pango_cairo_font_map_get_default=(_P, []),
    pango_cairo_layout_path=(None, [_P, _P]),
    pango_cairo_show_layout=(None, [_P, _P]),
)
fontconfig = library(
    "libfontconfig.so.1",
    FcConfigAppFontAddFile=(_I, [_P, _S]),
    FcCharSetCreate=(_P, []),
    FcCharSetAddChar=(_I, [_P, c_uint]),
    FcCharSetDestroy=(None, [_P]),
    FcPatternCreate=(_P, []),
    FcPatternAddCharSet=(_I, [_P, _S, _P]),
    FcPatternDestroy=(None, [_P]),
    FcObjectSetCreate=(_P, []),
    FcObjectSetDestroy=(None, [_P]),
    FcFontList=(_P, [_P, _P, _P]),
    FcFontSetDestroy=(None, [_P]),
)
