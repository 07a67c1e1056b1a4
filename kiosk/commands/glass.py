"""The glass as the settings describe it."""

from zoneinfo import ZoneInfo

from kiosk.commands import Clock, CommandError
from kiosk.locale import speech
from kiosk.settings import Settings
from kiosk.ui.configuration import Look, Place


def look_of(settings: Settings) -> Look:
    """How it looks, and how loud it is."""
    display = settings.display
    return Look(
        width=display.width,
        height=display.height,
        width_mm=display.width_mm,
        distance_mm=display.distance_mm,
        theme=display.theme,
        text_scale=display.text_scale,
        left_handed=display.hand == "left",
        cover_notes=display.cover_notes,
        cover_names=display.cover_names,
        clear_after=display.clear_after,
        brightness=display.brightness,
        dim_after=display.dim_after,
        dim_to=display.dim_to,
        volume=settings.sound.volume,
    )


def place_of(settings: Settings, clock: Clock) -> Place:
    """Where it stands; `clock` tells the time in a zone."""
    name, zone = _shop(settings)
    return Place(
        shop=name,
        counter=settings.shop.counter,
        language=settings.shop.language,
        words=speech(settings.shop.language),
        clock=lambda: clock(zone),
        gestures=settings.shop.gestures,
        sign_in=settings.staff.sign_in,
        sign_out_after=settings.staff.sign_out_after * 60,
        has_other_shops=settings.hub.chain,
    )


def _shop(settings: Settings) -> tuple[str, ZoneInfo]:
    """The shop's name and time zone; only where the settings lack them is the slow database asked."""
    if settings.shop.name is not None and settings.shop.time_zone is not None:
        return settings.shop.name, ZoneInfo(settings.shop.time_zone)
    from kiosk.commands.joining import existing_database, shop_of

    try:
        with existing_database(settings) as database:
            return shop_of(settings, database)
    except CommandError:
        return settings.shop.name or "", ZoneInfo(settings.shop.time_zone or "UTC")
