"""What a scanner's port may be called: a device, or an address in the network that keeps nothing it reads."""

from urllib.parse import parse_qs, urlsplit

from drivers.listening import PROTOCOL, address_of, listens

_PROTOCOLS = ("socket", "rfc2217")


def why_refused(port: str) -> str:
    """Say why a port may not be opened, or named in a message; empty where it may."""
    if not port.isprintable():
        return "its name holds a character that cannot be seen"
    if "://" not in port:
        return ""
    if listens(port):
        return _why_not_listened_at(port)
    try:
        # As pyserial reads it: log%67ing is an option, too.
        address = urlsplit(port)
        options = parse_qs(address.query, keep_blank_values=True)
        if address.scheme == "spy" or "logging" in options:
            return "this kind of address records what is read, before the guard has seen it"
        if address.scheme not in _PROTOCOLS:
            return "of the protocols only socket://, rfc2217:// and listen:// are known"
        if "@" in address.netloc:
            return (
                "an address with a name or a password would stand in the journal, and no scanner asks for it"
            )
        is_whole = bool(address.hostname) and address.port is not None
    except ValueError:
        is_whole = False
    return "" if is_whole else "it is no address like socket://host:port"


def _why_not_listened_at(port: str) -> str:
    try:
        address = address_of(port.removeprefix(f"{PROTOCOL}://"))
    except ValueError:
        return "it is no address of this machine like listen://10.0.0.5:4001, with a port from 1024 on"
    if not address.is_own:
        return "anybody may send there, so it has to be an address of the shop's own network, as 10.0.0.5 is"
    return ""


def shown(port: str) -> str:
    """Write a port that is refused so that a journal can hold it: one line, and no password."""
    plain = "".join(char if char.isprintable() else "�" for char in port)
    protocol, slashes, rest = plain.partition("://")
    return protocol + slashes + rest.rpartition("@")[2] if slashes else plain


def why_no_till(port: str) -> str:
    """Say why nothing may be passed on to this port, or its name stand in a message; empty where it may."""
    if not port.isprintable():
        return "its name holds a character that cannot be seen"
    if "://" not in port:
        return (
            ""
            if port.startswith("/")
            else "it is neither a device, /dev/…, nor an address like tcp://host:port"
        )
    try:
        address = urlsplit(port)
        is_whole = address.scheme == "tcp" and bool(address.hostname) and address.port is not None
        is_plain = not (address.path or address.query or address.fragment or "@" in address.netloc)
    except ValueError:
        is_whole = is_plain = False
    return "" if is_whole and is_plain else "it is no address like tcp://host:port"
