"""A shop whose clock somebody turns: `python -m tests.endurance.clock.at_night`, below libfaketime.

Reads commands, each a line of JSON, and answers each with one. The clock is whatever the machine says.
"""

import json
import os
import sys
import time
import traceback
from argparse import Namespace
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.commands.backups import backup
from kiosk.commands.joining import desk_for
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.settings import Backup, Database, Settings, Shop
from kiosk.storage.file.failover import open_at_counter
from tests.serving import serve


class AtNight:
    """One night after the other, in one process."""

    _desk: Desk
    _settings: Settings

    def begin(self, zone: str, database: str, **_: Any) -> dict[str, Any]:
        """Open the shop of this night, on a machine in its time zone."""
        os.environ["TZ"] = zone
        time.tzset()
        self._settings = Settings(
            shop=Shop(name="By Night", time_zone=zone),
            database=Database(url=f"sqlite:///{database}"),
            backup=Backup(usb=False),
        )
        opened = open_at_counter(self._settings.database.url, datetime.now(UTC), list, was_here=True)
        assert opened.copy_of is None
        self._desk = desk_for(self._settings, opened.database, speech("en"))
        return {}

    def scan(self, card: str, **_: Any) -> dict[str, Any]:
        """Somebody comes."""
        before = time.time()
        answer = serve(self._desk, card)
        greeting = answer.greeting
        return {
            "between": (before, time.time()),
            "outcome": greeting.outcome,
            "cues": [cue.title for cue in greeting.cues],
            "chips": greeting.chips,
            "trouble": answer.trouble,
        }

    def back_up(self, **_: Any) -> dict[str, Any]:
        """What the timer calls; and whatever else is done once a day."""
        before = time.time()
        with redirect_stdout(sys.stderr):
            assert backup(self._settings, Namespace(file=None), root=Path("/nowhere")) == 0
        self._desk.briefing(datetime.now().astimezone())
        self._desk.today()
        return {"between": (before, time.time())}

    def end(self, **_: Any) -> dict[str, Any]:
        """Close."""
        self._desk.store.database.close()
        return {}


def main() -> None:
    """Do what is asked, until nothing more is."""
    night = AtNight()
    deeds: dict[str, Callable[..., dict[str, Any]]] = {
        "begin": night.begin,
        "scan": night.scan,
        "back_up": night.back_up,
        "end": night.end,
    }
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = deeds[asked["do"]](**asked)
        except Exception:
            answer = {"error": traceback.format_exc()}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
