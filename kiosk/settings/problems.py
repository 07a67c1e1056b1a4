"""What is wrong with settings whose every value has the right shape."""

import os
import re
from collections.abc import Iterator

from drivers import lets_payment_cards_through
from drivers.card_pattern import NUMBER
from drivers.framing import Ending
from drivers.listening import address_of, listens
from drivers.port_address import why_no_till, why_refused
from drivers.profiles import UnknownProfile, profile_named
from drivers.till.passing import What
from kiosk import shape
from kiosk.settings.tables import Settings

_TOKEN_OF_HTTP = re.compile(r"[!-~]+")
_COLOR = re.compile(r"(#[0-9A-Fa-f]{6})?")


def problems(settings: Settings) -> Iterator[tuple[shape.KeyPath, str]]:
    """What no single value shows, and what only the drivers know."""
    ports = [os.path.realpath(scanner.port) for scanner in settings.scanner]
    for number, scanner in enumerate(settings.scanner):
        if reason := why_refused(scanner.port):
            yield ["scanner", number, "port"], reason
        if ports.index(ports[number]) != number:
            yield ["scanner", number, "port"], "another [[scanner]] has this port already"
        try:
            profile_named(scanner.profile)
        except UnknownProfile as error:
            yield ["scanner", number, "profile"], str(error)
        yield from _problems_of_lines(settings, number)
    yield from _problems_of_http(settings)
    yield from _problems_of_tills(settings)
    yield from _problems_of_wallets(settings)
    if not _COLOR.fullmatch(settings.shop.color):
        yield (
            ["shop", "color"],
            "write it like #0f4f41: two digits or letters from a to f for red, green, blue",
        )
    for number, card in enumerate(settings.card):
        if lets_payment_cards_through(card.pattern):
            problem = (
                "a prefix this short would let payment cards through; give its first six characters or more"
            )
            yield ["card", number, "prefix"], problem
        if card.template and card.template.count(NUMBER) != 1:
            yield ["card", number, "template"], f"it has to hold {NUMBER} once, where the number stands"
        elif card.template and not (card.prefix or card.length):
            yield ["card", number, "template"], "say as well how its numbers begin, or how long they are"


def _problems_of_wallets(settings: Settings) -> Iterator[tuple[shape.KeyPath, str]]:
    wallet = settings.wallet
    together = (
        ("apple_certificate", "apple_key", "apple_intermediate"),
        ("google_account", "google_issuer"),
    )
    for keys in together:
        there = [key for key in keys if getattr(wallet, key)]
        for missing in keys:
            if there and missing not in there:
                yield ["wallet", there[0]], f"set {missing} beside it"


def _problems_of_tills(settings: Settings) -> Iterator[tuple[shape.KeyPath, str]]:
    scanners = [os.path.realpath(scanner.port) for scanner in settings.scanner]
    tills = [os.path.realpath(way.to) for way in settings.pass_on]
    for number, way in enumerate(settings.pass_on):
        if reason := why_no_till(way.to):
            yield ["pass_on", number, "to"], reason
        if tills[number] in scanners:
            yield ["pass_on", number, "to"], "this is a scanner’s own port; a till needs another line"
        if tills.index(tills[number]) != number:
            yield ["pass_on", number, "to"], "another [[pass_on]] has this till already"
        if way.scanner is not None and way.scanner > len(scanners):
            yield ["pass_on", number, "scanner"], f"there are only {len(scanners)} [[scanner]] tables"
        if way.what is What.NOT_OURS and not settings.card:
            yield ["pass_on", number, "what"], "without a [[card]] table every card is the shop’s own"


def _problems_of_lines(settings: Settings, number: int) -> Iterator[tuple[shape.KeyPath, str]]:
    scanner = settings.scanner[number]
    if not listens(scanner.port):
        return
    problem = "at listen:// there are plain lines, with any ending, and there is no choice"
    if scanner.profile != "plain":
        yield ["scanner", number, "profile"], problem
    if scanner.ending is not Ending.AUTO:
        yield ["scanner", number, "ending"], problem


def _problems_of_http(settings: Settings) -> Iterator[tuple[shape.KeyPath, str]]:
    http, token = settings.network.http, settings.network.token
    if token is not None and not _TOKEN_OF_HTTP.fullmatch(token):
        yield ["network", "token"], "use letters, digits and signs of ASCII, without a blank"
    if http is None:
        return
    try:
        address_of(http)
    except ValueError:
        problem = "it is no address of this machine like 127.0.0.1:8780, with a port from 1024 on"
        yield ["network", "http"], problem
    if token is None:
        problem = "anybody could send scans there: set a token of 16 characters or more beside it"
        yield ["network", "http"], problem
    if any(scanner.port == f"listen://{http}" for scanner in settings.scanner):
        yield ["network", "http"], "a [[scanner]] listens there already"
