"""Printed sheets read back, with another library than the one that wrote them."""

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from PIL import Image

from kiosk.paper.pdf import pdf
from kiosk.paper.sheet import Sheet


class Spot(NamedTuple):
    """Where words begin: the page from 0, and points from its left and its lower edge."""

    page: int
    x: float
    y: float


class Printed:
    """A sheet that has been printed."""

    def __init__(self, sheet: Sheet) -> None:
        self.pages = list(pypdfium2.PdfDocument(pdf(sheet)))

    def texts(self) -> list[str]:
        """What stands on each page, on one line."""
        return [" ".join(page.get_textpage().get_text_range().split()) for page in self.pages]

    def find(self, words: str) -> Spot:
        """The one place where these words stand."""
        [spot] = self._spots(words)
        return spot

    def _spots(self, words: str) -> Iterator[Spot]:
        for number, page in enumerate(self.pages):
            text = page.get_textpage()
            search = text.search(words, match_case=True, match_whole_word=True)
            while found := search.get_next():
                left, bottom, _right, _top = text.get_charbox(found[0])
                yield Spot(number, left, bottom)

    def pictures(self, dots_per_point: int = 2) -> list[Image.Image]:
        """Each page as it is printed."""
        return [page.render(scale=dots_per_point).to_pil().convert("RGB") for page in self.pages]

    def narrowest_bitmap(self) -> int:
        """The width in pixels of the narrowest bitmap on the first page."""
        images = self.pages[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        return min(int(image.get_px_size()[0]) for image in images)
