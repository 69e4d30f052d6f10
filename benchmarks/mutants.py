"""Mutation testing of a sample: ``python benchmarks/mutants.py PACKAGE [SAMPLE [SEED]]``, such as ``quantity 150 0``.

One small change at a time is made to the code of a package (a comparison turned, a number moved by one, a condition
denied, a result forgotten …) and the package's tests are run in a process that was forked with every library loaded.
A change that no test notices survives and is printed as ``file:line: before -> after``: a test is missing there, or the
change means the same. The files themselves are never touched.
"""

from __future__ import annotations

import ast
import contextlib
import importlib.abc
import importlib.util
import os
import random
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

_CHECK: Final = (
    *("test_relations.py", "test_conflict.py", "test_exact.py", "test_conversion.py", "test_following.py"),
    *("test_support.py", "test_rivals.py", "test_repair.py"),
)
TESTS: Final = {
    "quantity": ("test_quantity.py", "test_quantity_cell.py", "property/test_quantity_laws.py"),
    "period": ("test_period.py", "property/test_period_laws.py"),
    "relations": _CHECK,
    "conflict": _CHECK,
}
_REWRITING: Final = "ignore::pytest.PytestAssertRewriteWarning"  # hypothesis is loaded before its plugin is
_QUICK: Final = "not linearly"  # how time grows is another matter, and none on a busy machine
_LONGEST: Final = 120
"""Seconds of work after which a change counts as noticed: it made something hang."""

_PAIRS: Final = (
    *((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.In, ast.NotIn), (ast.Is, ast.IsNot)),
    *((ast.And, ast.Or), (ast.Add, ast.Sub), (ast.Mult, ast.Div), (ast.BitOr, ast.BitAnd), (ast.Continue, ast.Break)),
)
_TURNED: Final[dict[type[ast.AST], type[ast.AST]]] = dict(
    (*_PAIRS, *((b, a) for a, b in _PAIRS), (ast.FloorDiv, ast.Div))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: the module's path, where in the order of its nodes, which of the changes of that node.

    ``within`` names the function of the module, or the class and its method, in whose body it is; empty where in none.
    """

    path: Path
    node: int
    way: int
    line: int
    says: str
    within: tuple[str, ...] = ()


def sites(path: Path) -> list[Mutant]:
    """Every change that can be made to a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = {id(inner) for node in ast.walk(tree) if _is_left_out(node) for inner in ast.walk(node)}
    left_out |= {id(part) for node in ast.walk(tree) for part in _annotations(node) for part in ast.walk(part)}
    within = {id(inner): path_ for path_, node in _functions(tree) for part in node.body for inner in ast.walk(part)}
    found = []
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in left_out:
            continue
        for way, made in enumerate(_changes(node)):
            line = getattr(node, "lineno", 0)
            says = f"{_short(node)} -> {_short(made)}"
            place = within.get(id(node), ())
            found.append(Mutant(path=path, node=number, way=way, line=line, says=says, within=place))
    return found


def _functions(tree: ast.Module) -> Iterator[tuple[tuple[str, ...], ast.FunctionDef]]:
    """The functions and methods of a module with their names."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield (node.name,), node
        elif isinstance(node, ast.ClassDef):
            yield from (((node.name, one.name), one) for one in node.body if isinstance(one, ast.FunctionDef))


def mutated(mutant: Mutant) -> str:
    """The module's text with the change."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    node = list(ast.walk(tree))[mutant.node]
    made = list(_changes(node))[mutant.way]
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, name, made)
            elif isinstance(value, list) and node in value:
                value[value.index(node)] = made
    return ast.unparse(ast.fix_missing_locations(tree))


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """What a node can be turned into."""
    if isinstance(node, ast.Compare):
        for at, sign in enumerate(node.ops):
            turned = [*node.ops[:at], _TURNED[type(sign)](), *node.ops[at + 1 :]]
            yield ast.copy_location(ast.Compare(node.left, turned, node.comparators), node)  # type: ignore[arg-type]
    elif isinstance(node, ast.BoolOp):
        yield ast.copy_location(ast.BoolOp(_TURNED[type(node.op)](), node.values), node)  # type: ignore[arg-type]
        for at in range(len(node.values)):
            rest = [*node.values[:at], *node.values[at + 1 :]]
            yield rest[0] if len(rest) == 1 else ast.copy_location(ast.BoolOp(node.op, rest), node)
    elif isinstance(node, ast.BinOp) and type(node.op) in _TURNED:
        yield ast.copy_location(ast.BinOp(node.left, _TURNED[type(node.op)](), node.right), node)  # type: ignore[arg-type]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.copy_location(ast.Constant(not node.value), node)
        elif isinstance(node.value, int):
            yield ast.copy_location(ast.Constant(node.value + 1), node)
        elif isinstance(node.value, str):
            yield ast.copy_location(ast.Constant(f"XX{node.value}"), node)
    elif isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Compare | ast.UnaryOp):
        made = type(node)(**{name: getattr(node, name) for name in node._fields})
        made.test = ast.UnaryOp(ast.Not(), node.test)
        yield ast.copy_location(made, node)
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        yield ast.copy_location(ast.Return(ast.Constant(None)), node)
    elif isinstance(node, ast.Continue | ast.Break):
        yield ast.copy_location(_TURNED[type(node)](), node)


def _is_left_out(node: ast.AST) -> bool:
    """What no test is meant to notice: docstrings, words of errors, what only type checkers read."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
        return True
    decorates = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dataclass"
    return decorates or isinstance(node, ast.Raise | ast.Import | ast.ImportFrom | ast.JoinedStr)


def _annotations(node: ast.AST) -> list[ast.AST]:
    named = (getattr(node, "annotation", None), getattr(node, "returns", None))
    return [part for part in named if part is not None]


def _short(node: ast.AST) -> str:
    """A node as one line of code."""
    shown = node.test if isinstance(node, ast.If | ast.While) else node
    text = ("if " if shown is not node else "") + ast.unparse(ast.fix_missing_locations(shown))
    return " ".join(text.split())[:90]


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module with a change in it."""

    def __init__(self, mutant: Mutant) -> None:
        self.name, self.mutant = _module(mutant), mutant

    def find_spec(self, name: str, *_: Any) -> Any:
        if name != self.name:
            return None
        package = self.mutant.path.name == "__init__.py"
        where = [str(self.mutant.path.parent)] if package else None
        spec = importlib.util.spec_from_file_location(
            name, self.mutant.path, loader=self, submodule_search_locations=where
        )
        assert spec is not None
        return spec

    def exec_module(self, module: Any) -> None:
        exec(compile(mutated(self.mutant), str(self.mutant.path), "exec"), module.__dict__)


def _module(mutant: Mutant) -> str:
    parts = mutant.path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _put_in_place(mutant: Mutant) -> bool:
    """Give the one function that a change is in its changed code; False where the change is in none."""
    if not mutant.within:
        return False
    codes = compile(mutated(mutant), str(mutant.path), "exec").co_consts
    for name in mutant.within:
        (code,) = [one for one in codes if isinstance(one, CodeType) and one.co_name == name][-1:]
        codes = code.co_consts
    held: Any = sys.modules[_module(mutant)]
    for name in mutant.within:
        held = vars(held)[name]
    held = getattr(held, "fget", held)
    held = getattr(held, "__func__", held)
    held = getattr(held, "__wrapped__", held)
    if not isinstance(held, FunctionType) or held.__code__.co_freevars != code.co_freevars:
        return False
    held.__code__ = code
    return True


def _forget() -> None:
    """Everything of ours is imported anew, with the change in it."""
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", "") or "").startswith(str(ROOT)) and name != "__main__":
            del sys.modules[name]


def survives(mutant: Mutant | None, tests: Sequence[str]) -> bool:
    """Whether the tests let the change pass, in a process of their own."""
    child = os.fork()
    if child == 0:
        _judge(mutant, tests)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _judge(mutant: Mutant | None, tests: Sequence[str]) -> None:
    """Ends the process with 0 where the tests pass."""
    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST))
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    if mutant is not None and not _put_in_place(mutant):
        _forget()
        sys.meta_path.insert(0, Changed(mutant))
    code = 1
    with contextlib.suppress(SystemExit):
        os.chdir(ROOT)
        code = pytest.main(
            ["-x", "-q", "-p", "no:cacheprovider", "-W", _REWRITING, "-k", _QUICK, *(f"tests/{name}" for name in tests)]
        )
    os._exit(int(code))


def load(tests: Sequence[str]) -> None:
    """What the tests import, and they themselves, so that forked processes need not; nothing remembers yet."""
    sys.path.insert(1, str(ROOT / "tests" / "property"))
    for name in tests:
        importlib.import_module(Path(name).stem)


def main(package: str, sample: int = 150, seed: int = 0) -> int:
    """Survivors as they are found, then the rate."""
    load(TESTS[package])
    every = [one for path in sorted((ROOT / "pipeline" / package).rglob("*.py")) for one in sites(path)]
    chosen = random.Random(seed).sample(every, min(sample, len(every)))
    if not survives(None, TESTS[package]):
        raise SystemExit("the tests fail without a change")
    left = 0
    for number, mutant in enumerate(chosen, start=1):
        if survives(mutant, TESTS[package]):
            left += 1
            print(f"{mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.says}", flush=True)
        if number % 25 == 0:
            print(f"# {number} tried, {left} left", flush=True)
    rate = 100 * (len(chosen) - left) / len(chosen)
    print(f"{package}: {len(chosen)} of {len(every)} changes tried, {left} survive, {rate:.1f} % noticed", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *(int(word) for word in sys.argv[2:4])))
