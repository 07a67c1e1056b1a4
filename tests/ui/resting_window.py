"""A window that rests, and tells of each touch on standard output; nothing but events ends its sleep."""

from kiosk.ui.environment import prepare


def main() -> None:
    """Show an empty window."""
    prepare(200, 200, fullscreen=False)
    from kivy.base import runTouchApp
    from kivy.cache import Cache
    from kivy.clock import Clock
    from kivy.core.window import Window
    from kivy.uix.widget import Widget

    from kiosk.ui import rest

    vars(rest)["_FPS"] = 1 / 3600
    Clock.unschedule(Cache._purge_by_timeout)
    assert rest.rest_between_events()
    Window.bind(
        on_touch_down=lambda *_: print("down", flush=True), on_touch_up=lambda *_: print("up", flush=True)
    )
    Clock.schedule_once(lambda _: print("ready", flush=True), 1)
    runTouchApp(Widget())


if __name__ == "__main__":
    main()
