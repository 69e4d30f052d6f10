"""A page from the web: the one use of the network, for an address that the user gives.

It is asked for once, without cookies, and nothing that the page names is loaded. Time, size and redirects are bounded;
each redirect is looked at before it is followed, and what was looked at is what is connected to.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from http.client import responses
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from pipeline import __version__
from pipeline.article.address import Address, Served, is_public, is_public_name, parse_address, resolve
from pipeline.article.media import served_as
from pipeline.config import Limits
from pipeline.errors import CorpusError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, Timeout

_BLOCK: Final = 65_536
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_CLOSED: Final = frozenset({401, 402, 403, 407, 429, 451})
_HEADERS: Final = {
    "User-Agent": f"Mozilla/5.0 (compatible; crossfoot/{__version__})",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_BY_HAND: Final = "save the page from a browser and give the file"


@dataclass(slots=True)
class _Work:
    """What a fetch has come to; whoever waits for it may give up."""

    result: tuple[Served, bytes] | None = None
    error: BaseException | None = None
    given_up: bool = False


def fetch(address: str, limits: Limits) -> tuple[Served, bytes]:
    """What an address serves, and what it is served as; ``CorpusError`` says in one line why there is nothing.

    ``limits.fetch_seconds`` is for all of it, the name service and every redirect included. That cannot be bounded from
    within, so it is waited for outside of the thread that does it.
    """
    work = _Work()
    worker = threading.Thread(target=_do, args=(parse_address(address), limits, work), daemon=True)
    worker.start()
    worker.join(limits.fetch_seconds)
    if worker.is_alive():
        work.given_up = True
        raise CorpusError(
            f"was not there within {limits.fetch_seconds:g} seconds: try again, or raise limits.fetch_seconds in "
            "config.yaml"
        )
    if work.error is not None:
        raise work.error
    assert work.result is not None
    return work.result


def _do(address: Address, limits: Limits, work: _Work) -> None:
    try:
        work.result = _follow(address, limits, work)
    except BaseException as error:  # raised again by whoever waits
        work.error = error


def _follow(typed: Address, limits: Limits, work: _Work) -> tuple[Served, bytes]:
    """The page at the end of the redirects."""
    numbers = _numbers(typed)
    home = None if _is_public(typed, numbers) else typed.host
    address = typed
    for _ in range(limits.fetch_redirects + 1):
        response = _ask(address, numbers, limits)
        try:
            if response.status not in _MOVED or not response.headers.get("Location"):
                return _page(address, response, limits, work)
            address = _next(address, response.headers["Location"])
        finally:
            response.close()
        numbers = _numbers(address)
        if address.host != home and not _is_public(address, numbers):
            raise CorpusError(
                f"redirects into a private network ({address.authority}): give that address itself if it is meant"
            )
    raise CorpusError(f"redirects more than {limits.fetch_redirects} times: {_BY_HAND}")


def _next(address: Address, location: str) -> Address:
    """Where a redirect leads; never away from the web, nor from an encrypted connection to an open one."""
    try:
        found = parse_address(urljoin(address.text, location))
    except (CorpusError, ValueError) as error:
        raise CorpusError(f"redirects to {location[:100]!r}, which is no web address: {_BY_HAND}") from error
    if address.scheme == "https" and found.scheme == "http":
        raise CorpusError(
            f"redirects to an unencrypted page ({found.text[:200]}): give that address itself if it is meant"
        )
    return found


def _proxy(address: Address) -> str | None:
    """The proxy that the system asks for; what host names mean is then known to it alone."""
    from urllib.request import getproxies, proxy_bypass

    proxy = getproxies().get(address.scheme)
    return None if proxy is None or proxy_bypass(address.host) else proxy


def _numbers(address: Address) -> tuple[str, ...]:
    """The numeric addresses to connect to; none where a proxy connects for us."""
    return () if _proxy(address) else resolve(address)


def _is_public(address: Address, numbers: tuple[str, ...]) -> bool:
    """Whether a host lies in the public internet; behind a proxy, as far as its name tells."""
    return all(map(is_public, numbers)) if numbers else is_public_name(address.host)


def _ask(address: Address, numbers: tuple[str, ...], limits: Limits) -> BaseHTTPResponse:
    """The answer to one request, its body still unread: from the first number that answers."""
    from urllib3 import Timeout
    from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

    fault: HTTPError | None = None
    for number in numbers or (None,):
        try:
            timeout = Timeout(connect=limits.fetch_seconds / max(1, len(numbers)), read=limits.fetch_seconds)
            return _request(address, number, timeout)
        except (NewConnectionError, ConnectTimeoutError) as error:
            fault = error
        except HTTPError as error:
            raise CorpusError(_why(error)) from error
    raise CorpusError(_why(fault)) from fault


def _request(address: Address, number: str | None, timeout: Timeout) -> BaseHTTPResponse:
    """One GET over a connection to ``number``, or over the proxy where that is None."""
    import urllib3

    headers = {"Host": address.authority, **_HEADERS}
    how: dict[str, Any] = {"redirect": False, "retries": False, "preload_content": False, "headers": headers}
    if number is None:
        proxy = urllib3.ProxyManager(_proxy(address) or "", timeout=timeout)
        return proxy.request("GET", address.text, **how)
    if address.scheme == "http":
        pool = urllib3.HTTPConnectionPool(number, address.port, timeout=timeout)
    else:
        pool = urllib3.HTTPSConnectionPool(
            number, address.port, timeout=timeout, server_hostname=address.host, assert_hostname=address.host
        )
    return pool.urlopen("GET", address.target, **how)


def _page(address: Address, response: BaseHTTPResponse, limits: Limits, work: _Work) -> tuple[Served, bytes]:
    """The body of the last answer with what it is said to be."""
    if response.status != 200:
        raise CorpusError(_refusal(response.status))
    served = served_as(address, response.headers.get("Content-Type", ""))
    return served, _body(response, limits.max_file_bytes, work)


def _body(response: BaseHTTPResponse, most: int, work: _Work) -> bytes:
    """The body, unpacked block by block, so that neither an endless nor a tightly packed one fills the memory."""
    from urllib3.exceptions import HTTPError

    data = bytearray()
    try:
        while not work.given_up and len(data) <= most and (block := response.read1(_BLOCK, decode_content=True)):
            data += block
    except HTTPError as error:
        raise CorpusError(_why(error)) from error
    if len(data) > most:
        raise CorpusError(f"is larger than {most:,} bytes: raise limits.max_file_bytes in config.yaml to read it")
    return bytes(data)


def _refusal(status: int) -> str:
    said = f"{status} {responses.get(status, '')}".strip()
    if status in {404, 410}:
        return f"is not there ({said}): check the address"
    if status in _CLOSED:
        return f"is not given to programs ({said}): {_BY_HAND}"
    if status >= 500:
        return f"is not to be had, the server is in trouble ({said}): try again later"
    return f"is not given ({said}): {_BY_HAND}"


def _why(error: BaseException | None) -> str:
    """What went wrong on the way, in plain words."""
    from urllib3 import exceptions as faults

    if isinstance(error, faults.SSLError):
        return f"cannot be read safely ({_reason(error)}): check the address"
    if isinstance(error, faults.ProxyError):
        return f"cannot be reached through the proxy ({_reason(error)}): check the proxy settings of this machine"
    if isinstance(error, faults.NewConnectionError):  # before its base, the time-out
        return f"does not let us connect ({_reason(error)}): check the address, and that this machine is online"
    if isinstance(error, faults.TimeoutError):
        return "does not answer: try again later"
    if isinstance(error, faults.DecodeError):
        return f"is packed in a way that cannot be undone: {_BY_HAND}"
    return "broke off before its end: try again later"


def _reason(error: BaseException) -> str:
    """The innermost cause, which says what happened without naming objects of Python."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(getattr(error, "strerror", None) or getattr(error, "verify_message", None) or error).partition("\n")[0]
