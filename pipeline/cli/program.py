"""The program: its commands, its exit codes, and the one place where any error ends."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Final, NoReturn

from pipeline import __version__
from pipeline.cli import amounts, check, doctor, evaluate, explain, export, extract, review, run
from pipeline.cli.console import fail, quiet_libraries, quiet_streams, safe_streams
from pipeline.cli.options import FAILURE, INTERRUPTED
from pipeline.errors import CrossfootError

_COMMANDS: Final = (check, run, review, export, extract, explain, amounts, evaluate, doctor)
_ABOUT: Final = "Read trade news, extract every numeric trade claim, prove which printed figures cannot all be true."
_EXITS: Final = """\
exit codes: 0 done, and check found no contradiction; 1 check found contradictions; 2 something was not read or done

example:
  crossfoot run corpus/ -o outputs/    then open outputs/report.html
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that says what to do."""

    def error(self, message: str) -> NoReturn:
        fail(f"{message} (see '{self.prog} --help')")
        self.exit(FAILURE)


def main(argv: Sequence[str]) -> int:
    """Runs one command; the result is the exit code."""
    safe_streams()
    arguments = _parsed(argv)
    quiet_libraries()
    try:
        code: int = arguments.execute(arguments)
        sys.stdout.flush()
    except CrossfootError as error:
        fail(str(error))
        return _debugged(arguments, FAILURE)
    except BrokenPipeError:
        quiet_streams()
        return 0
    except OSError as error:
        quiet_streams()
        place = f" of {error.filename}" if error.filename else ""
        fail(f"the system says{place}: {error.strerror or error}; make room, or give rights, and try again")
        return _debugged(arguments, FAILURE)
    except KeyboardInterrupt:
        fail("stopped")
        return INTERRUPTED
    except Exception as error:
        fail(f"internal error, {type(error).__name__}: {error}; run it again with --debug and report what it prints")
        return _debugged(arguments, FAILURE)
    return code


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments; what no command knows is told with the help of the command that was meant."""
    parser = build_parser()
    if not argv:
        parser.error(f"name a command: {', '.join(map(_name, _COMMANDS))}")
    arguments, unknown = parser.parse_known_args(argv)
    if unknown:
        arguments.parser.error(f"{unknown[0]!r} is not known here: leave it out, or look how it is spelt")
    return arguments


def _name(command: ModuleType) -> str:
    return command.__name__.rpartition(".")[2]


def build_parser() -> argparse.ArgumentParser:
    """The parser with all commands; nothing heavy is imported for it."""
    parser = _Parser(
        prog="crossfoot", description=_ABOUT, epilog=_EXITS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"crossfoot {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        sub = commands.add_parser(
            _name(command),
            help=command.HELP,
            description=command.HELP[0].upper() + command.HELP[1:] + ".",
            epilog=f"example:\n  {command.EXAMPLE}\n",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.configure(sub)
        sub.add_argument("--debug", action="store_true", help="show where an error comes from")
        sub.set_defaults(execute=command.execute, parser=sub)
    return parser


def _debugged(arguments: argparse.Namespace, code: int) -> int:
    """Shows the traceback of the error in hand where the user asked for it."""
    if arguments.debug:
        import traceback

        traceback.print_exc()
    return code
