"""``crossfoot review``: findings are decided in a browser; decisions travel as files."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.cli.console import note, show, show_data
from pipeline.cli.options import CLEAN, OUTPUTS, add_config, settings_of
from pipeline.errors import CorpusError, StoreError, unreadable

if TYPE_CHECKING:
    from pipeline.review.desk import Tools
    from pipeline.store.decisions import Decision
    from pipeline.store.ledger import Ledger

HELP: Final = "decide about findings in a browser; export or apply decisions"
EXAMPLE: Final = "crossfoot review outputs/"


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    words = "the directory of a run, default: outputs/; or 'export FILE' or 'apply FILE', with - for a stream"
    parser.add_argument("words", nargs="*", metavar="OUT", help=words)
    parser.add_argument("-o", "--outputs", metavar="OUT", type=Path, help="the directory of the run, likewise")
    parser.add_argument("--db", metavar="ADDRESS", help="decisions elsewhere: a file, or an SQLAlchemy address")
    parser.add_argument("--user", type=_user, metavar="NAME", help="who decides; default: your login name")
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets other machines in, with a token")
    parser.add_argument("--port", type=_port, default=8765, help="default: 8765; 0 takes any that is free")
    helped = "another name of this machine"
    parser.add_argument("--name", type=_host, action="append", default=[], metavar="HOST", help=helped)
    add_config(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Serves the review until it is stopped, or exports or applies decisions."""
    words: Sequence[str] = arguments.words
    if words and words[0] in {"export", "apply"}:
        name = _only(words[1:]) or "-"
        out = arguments.outputs or Path(OUTPUTS)
        return _export(arguments, out, name) if words[0] == "export" else _apply(arguments, out, name)
    out = Path(_only(words) or arguments.outputs or OUTPUTS)
    return _serve(arguments, out)


def _serve(arguments: argparse.Namespace, out: Path) -> int:
    from pipeline.review.serve import Service, bound, lay, serve

    if not out.is_dir():
        raise StoreError(f"there is no directory {out}: make one with 'crossfoot run DIR -o {out}'")
    service = Service(
        out=out,
        user=arguments.user or _login(),
        host=arguments.host,
        port=arguments.port,
        database=arguments.db,
        names=tuple(arguments.name),
    )
    bound(service.host, service.port).close()  # a port in use is told before a large run is read
    note(f"reading {out}")
    desk = lay(service, _tools(arguments))

    def tell(address: str) -> None:
        show(address)
        sys.stdout.flush()
        note("open this address in a browser; Ctrl-C stops the review")

    serve(service, desk, tell)
    return CLEAN


def _tools(arguments: argparse.Namespace) -> Tools:
    """The check and the extraction as the configuration has them."""
    import secrets

    from pipeline.article import Skipped
    from pipeline.engine import check, extract
    from pipeline.review.desk import Tools
    from pipeline.review.serve import now

    settings = settings_of(arguments)

    def claims_of(article: Any) -> Sequence[Any]:
        read, claims = next(extract([article], settings))
        if isinstance(read, Skipped):
            raise CorpusError(f"{read.name}: {read.reason}")
        return claims

    return Tools(
        check=lambda claims: check(claims, settings),
        extract=claims_of,
        now=now,
        token=lambda: secrets.token_hex(8),
    )


def _export(arguments: argparse.Namespace, out: Path, name: str) -> int:
    """Writes every decision as a line."""
    from pipeline.store import write_file
    from pipeline.store.exchange import export_lines

    lines = list(export_lines(_ledger(arguments, out, create=False)))
    if name == "-":
        for line in lines:
            show_data(line.rstrip("\n"))
        return CLEAN
    if not Path(name).parent.is_dir():
        raise StoreError(f"there is no directory {Path(name).parent}: make it, or name another place")
    write_file(Path(name), "".join(lines))
    note(f"{len(lines)} decisions are in {name}")
    return CLEAN


def _apply(arguments: argparse.Namespace, out: Path, name: str) -> int:
    """Adds the decisions of a file, if any of them is about this run."""
    from pipeline.store import read_run
    from pipeline.store.exchange import apply_decisions, parse_lines

    decisions = parse_lines(_lines(name), name=name)
    run = read_run(out)
    docs = {article.name for article in run.articles}
    if not any(_is_about(decision, docs) for decision in decisions):
        raise StoreError(f"none of the decisions of {name} is about an article of {out}: is it of another corpus?")
    done = apply_decisions(_ledger(arguments, out, create=True), decisions)
    note(f"{done.added} decisions were added, {done.known} were there already")
    return CLEAN


def _ledger(arguments: argparse.Namespace, out: Path, *, create: bool) -> Ledger:
    from pipeline.store.ledger import open_ledger

    return open_ledger(out, arguments.db, create=create)


def _is_about(decision: Decision, docs: set[str]) -> bool:
    return any(quote.get("doc") in docs for quote in decision.about.get("quotes", ()) if isinstance(quote, dict))


def _lines(name: str) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise StoreError(f"{name} {unreadable(error)}") from error
    except UnicodeDecodeError as error:
        raise StoreError(f"{name} is not UTF-8: it is no file of 'crossfoot review export'") from error


def _only(words: Sequence[str]) -> str | None:
    if len(words) > 1:
        raise StoreError(f"'{words[1]}' is one word too many: see 'crossfoot review --help'")
    return words[0] if words else None


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container without an entry for the user
        return "editor"


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give 0 to 65535")
    return int(text)


def _host(text: str) -> str:
    from pipeline.review.serve import host_name

    if (name := host_name(text)) is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no name of a machine: give one such as desk.example.org")
    return name


def _user(text: str) -> str:
    from pipeline.review.acts import LONGEST_NAME, person

    if not (name := person(text)) or len(text.strip()) > LONGEST_NAME:
        raise argparse.ArgumentTypeError(f"{text!r} is no name: give one of 1 to {LONGEST_NAME} characters")
    return name
