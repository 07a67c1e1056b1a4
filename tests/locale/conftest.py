"""Every language in turn, and its catalogue."""

from typing import cast

import pytest

from tests.locale.catalogues import TRANSLATED, Entry, entries


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return cast(str, request.param)


@pytest.fixture
def catalogue(language: str) -> list[Entry]:
    return entries(language)
