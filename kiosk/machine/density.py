"""How close together the pixels of a display are."""

MM_PER_INCH = 25.4

_KNOWN_WIDTHS_MM = {(800, 480): 154.08, (1280, 800): 217.0, (720, 1280): 87.0}
_USUAL_PPI = 149.0


def pixels_per_inch(width: int, height: int, width_mm: float | None) -> float:
    """From the width of the glass in millimetres; without it, from the displays that are usual."""
    known = width_mm or _KNOWN_WIDTHS_MM.get((width, height))
    return _USUAL_PPI if known is None else width / known * MM_PER_INCH
