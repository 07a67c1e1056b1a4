"""What a technician unpacks."""

import os
import re
from pathlib import Path

from release.__main__ import carry


def test_the_readme_is_carried_with_all_that_it_shows_and_leads_to(tmp_path: Path) -> None:
    carry(tmp_path)
    links = re.findall(r"\]\(([^):]+)\)", (tmp_path / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not (tmp_path / link).is_file()] == []


def test_the_installer_can_be_started_where_it_is_unpacked(tmp_path: Path) -> None:
    carry(tmp_path)
    assert os.access(tmp_path / "systemd" / "install", os.X_OK)
