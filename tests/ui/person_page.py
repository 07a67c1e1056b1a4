"""The page about somebody, and what stands on one of its pages."""

from tests.ui.counter import Counter


def opens_page(counter: Counter, card: str) -> None:
    """All about whoever has this card."""
    counter.scans(card)
    counter.app.flows.serving.screen.dispatch("on_about")
    counter.sees("Done")


def turns_to(counter: Counter, words: str) -> None:
    """Turn the pages until this stands there."""
    screen = counter.app.flows.person.screen
    for _ in range(6):
        if any(words in seen for seen in counter.glass()):
            return
        screen.page += 1
        screen.arrange()
    raise AssertionError(counter.glass())
