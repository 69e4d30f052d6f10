"""Web addresses: which ones a page may be fetched from, and which of them lie in the public internet.

The address that a user types is the user's own affair, also where it leads into the own network. Where the page there
sends us on to is a stranger's wish: that may lead to public addresses, or stay on a private host that the user named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from pipeline.article.record import Format
from pipeline.errors import CorpusError

_SCHEMES: Final = {"http": 80, "https": 443}
_KEPT: Final = "!#$%&'()*+,/:;=?@[]~"
"""What stands in addresses for itself; everything else is written as ``%E2``."""

_TRANSLATED: Final = "64:ff9b::/96"
"""IPv4 addresses behind a translator: the last 32 bits."""


def is_address(path: str) -> bool:
    """Whether something that a command is given is a web address and no file."""
    return path[:8].casefold().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An ``http`` or ``https`` address in its parts; ``host`` as it is asked for in the name service."""

    text: str
    scheme: str
    host: str
    port: int
    target: str
    """The path and the query: what the server is asked for."""

    @property
    def authority(self) -> str:
        """The host as a request names it, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _SCHEMES[self.scheme] else f"{host}:{self.port}"

    @property
    def outlet(self) -> str:
        """The name of the host for people: ``www.`` says nothing."""
        return self.host.removeprefix("www.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """Where something came from at last, and what its server calls it; None where it does not say."""

    address: Address
    format: Format | None = None
    charset: str | None = None


def parse_address(text: str) -> Address:
    """The parts of an address, without its fragment; ``CorpusError`` for what is none, or carries a password."""
    try:
        text.encode()  # a file name that is no UTF-8 holds halves of characters
        parts = urlsplit(text.strip())
        host, port, user = parts.hostname or "", parts.port, parts.username
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError as error:  # a port of letters, half an IPv6 address, a label that no host name has
        raise CorpusError("is no web address: check it") from error
    if parts.scheme not in _SCHEMES or not host or any(mark in host for mark in " %\\"):
        raise CorpusError("is no web address: check it")
    if user is not None:
        raise CorpusError("carries a user name or a password: leave it out, or save the page and give the file")
    path, query = quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT)
    made = Address(
        text="",
        scheme=parts.scheme,
        host=host,
        port=port or _SCHEMES[parts.scheme],
        target=urlunsplit(("", "", path, query, "")) if not path.startswith("//") else path + (query and f"?{query}"),
    )
    whole = f"{made.scheme}://{made.authority}{made.target}"
    return Address(text=whole, scheme=made.scheme, host=made.host, port=made.port, target=made.target)


def tidy(text: str) -> str:
    """What an article of this address is called: the address as it is asked for; as it was typed where it is none."""
    try:
        return parse_address(text).text
    except CorpusError:
        return text.rpartition("@")[2] if "@" in text else text


def own_address(said: str | None, address: Address) -> str:
    """The address that a page gives as its own, if it is of the same outlet; else the one that it was fetched from."""
    try:
        found = parse_address(urljoin(address.text, said or ""))
    except (CorpusError, ValueError):
        return address.text
    return found.text if found.outlet == address.outlet else address.text


def resolve(address: Address) -> tuple[str, ...]:
    """The numeric addresses of the host, in the order in which they are to be tried."""
    import socket

    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CorpusError(
            f"has no host: {address.host} is not known; check the address, and that this machine is online"
        ) from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(number: str) -> bool:
    """Whether a numeric address belongs to the public internet; one that wraps an IPv4 address is judged by that."""
    from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

    ip = ip_address(number.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in IPv6Network(_TRANSLATED):
            inner = IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast


def is_public_name(host: str) -> bool:
    """As far as the name of a host tells by itself: a numeric one as above, no name of this machine or its network."""
    try:
        return is_public(host)
    except ValueError:
        return "." in host and not host.rstrip(".").endswith((".localhost", ".local", ".internal"))
