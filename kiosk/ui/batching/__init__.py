"""Texts and panels in one draw call: their pixels in one texture, their places in one mesh."""

from kiosk.ui.batching.batch import Batch
from kiosk.ui.batching.batched import Batched
from kiosk.ui.batching.quads import Box, Quads

__all__ = ["Batch", "Batched", "Box", "Quads"]
