"""Starting the review: the desk is laid, the port is taken, and the address is told."""

from __future__ import annotations

import datetime
import re
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from pipeline.errors import CrossfootError
from pipeline.review.desk import Desk, Tools
from pipeline.review.gate import Door
from pipeline.store.ledger import open_ledger

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
PORT: Final = 8765
_HOST: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-)){0,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Where the review of a directory listens, and who decides there; ``database`` None is the directory's own."""

    out: Path
    user: str
    host: str = "127.0.0.1"
    port: int = PORT
    database: str | None = None
    token: str | None = None
    """What other machines must bring; made up where none is given."""
    names: tuple[str, ...] = ()
    """Names under which other machines reach this one."""


def now() -> str:
    """This moment, as decisions keep it."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def host_name(text: str) -> str | None:
    """A name or an address of a machine as browsers send it; None for what is none."""
    with suppress(ValueError):
        return str(ip_address(text.removeprefix("[").removesuffix("]")))
    try:
        name = text.lower().encode("idna").decode()
    except UnicodeError:
        return None
    return name if _HOST.fullmatch(name) else None


def serve(service: Service, desk: Desk, tell: Callable[[str], None]) -> None:
    """Answer until it is stopped; ``tell`` is given the address once it can be opened."""
    import uvicorn

    from pipeline.review.app import create_app

    listening = bound(service.host, service.port)
    door = door_of(service, listening.getsockname()[1])
    config = uvicorn.Config(
        create_app(desk, door, user=service.user),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=2,
    )
    desk.warm()
    tell(address(service, door))
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def lay(service: Service, tools: Tools) -> Desk:
    """The desk of a directory."""
    return Desk(service.out, open_ledger(service.out, service.database), tools)


def door_of(service: Service, port: int) -> Door:
    """The door: open to this machine, and with a token to others where it listens to them."""
    local = service.host in LOOPBACK
    return Door(
        secret=secrets.token_hex(32),
        host=service.host,
        port=port,
        hosts=service.names if local else (*service.names, socket.gethostname().lower()),
        token=None if local else service.token or secrets.token_urlsafe(18),
    )


def address(service: Service, door: Door) -> str:
    """The address to open, with the token where one is asked for."""
    host = socket.gethostname() if service.host in {"0.0.0.0", "::"} else service.host
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{door.port}/" + (f"?token={door.token}" if door.token else "")


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens; ``CrossfootError`` says what stands in the way."""
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise CrossfootError(f"{host} is no address of this machine: leave --host out, or use 0.0.0.0") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise CrossfootError(_taken(error, host, port)) from error
    return listening


def _taken(error: OSError, host: str, port: int) -> str:
    import errno

    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use, perhaps by another review: choose another with --port, or 0 for any"
    if error.errno in {errno.EACCES, errno.EPERM}:
        return f"port {port} may not be used: choose one from 1024 with --port"
    return f"{host} port {port} cannot be listened on ({error.strerror}): choose another --host or --port"
