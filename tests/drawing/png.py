"""PNG pictures of one colour."""

import io

from PIL import Image


def png(width: int, height: int, color: tuple[int, int, int]) -> bytes:
    """A picture of this size in pixels."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), color).save(file, "PNG")
    return file.getvalue()
