"""The one window of the tests; to be imported before anything of Kivy."""

import os

from kiosk.ui.environment import prepare

os.environ["SDL_VIDEODRIVER"] = "offscreen"
os.environ["SDL_AUDIODRIVER"] = "dummy"
# What Pango complains of is a mistake of ours.
os.environ["G_DEBUG"] = "fatal-criticals"
# It can be made smaller afterwards, not larger.
prepare(1280, 1280, fullscreen=False)
