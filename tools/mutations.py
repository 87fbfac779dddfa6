"""The ways in which Cosmic Ray would break a file, as JSON: python tools/mutations.py FILE. Runs where it is installed.

Each is [operator, line, the line as it was, the line as it is then, the whole text then]. Strings are not
touched, nor what only types see, nor the settings of a decorator (`frozen`, `slots`), which are there for programmers.
"""

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

# Of the many that put one sign in another's place, those that a slip of the hand makes: one a place.
_SIGNS = {"Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Is_IsNot", "IsNot_Is"}
_SUMS = {"Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul", "BitOr_BitAnd", "BitAnd_BitOr"}
_OTHERS = {
    "ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub", "AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue",
    "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "NumberReplacer", "ZeroIterationForLoop",
}
_CHOSEN = {*(f"ReplaceComparisonOperator_{each}" for each in _SIGNS), *(f"ReplaceBinaryOperator_{each}" for each in _SUMS), *_OTHERS}
Mutation = tuple[str, int, str, str, str]


def mutations(text: str) -> Iterator[Mutation]:
    """Every way to break `text` once."""
    tree, unseen, said = get_ast(text), set(_unseen(text)), {text}
    for name in operator_names():
        if name.removeprefix("core/") not in _CHOSEN:
            continue
        operator = get_operator(name)()
        places = [start[0] for node in ast_nodes(tree) for start, _ in operator.mutation_positions(node)]
        for occurrence, line in enumerate(places):
            broken = mutate_code(text, operator, occurrence)
            if line in unseen or broken is None or broken in said or not _is_python(broken):
                continue
            said.add(broken)
            yield name.removeprefix("core/"), line, _line(text, line), _line(broken, line), broken


def _is_python(text: str) -> bool:
    """`not` before an assignment in an expression makes none: no test is asked to notice that."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _unseen(text: str) -> Iterator[int]:
    """Lines of annotations (`int | None`) and of decorators."""
    for node in ast.walk(ast.parse(text)):
        annotation = getattr(node, "annotation", None) or getattr(node, "returns", None)
        if isinstance(annotation, ast.expr) and not isinstance(node, ast.AnnAssign):
            yield from range(annotation.lineno, (annotation.end_lineno or annotation.lineno) + 1)
        for decorator in getattr(node, "decorator_list", ()):
            yield from range(decorator.lineno, (decorator.end_lineno or decorator.lineno) + 1)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1].strip() if number <= len(lines) else ""


if __name__ == "__main__":
    print(json.dumps(list(mutations(Path(sys.argv[1]).read_text("utf-8"))), ensure_ascii=False))
