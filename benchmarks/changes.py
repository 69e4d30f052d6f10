"""Small changes to code, for :mod:`benchmarks.mutants`: where one can be made, and the module's text with it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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
