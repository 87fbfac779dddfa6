"""How fragments are compiled, and where compiled ones are kept from one build to the next.

Jinja asks at every dot whether the right side is an attribute or a key, and at every call whether
the function wants the template's context. Our fragments need neither, and most of the time of a
page was spent on asking. What they show is the same, byte for byte.
"""

import hashlib
import os
from keyword import iskeyword
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame


class Direct(CodeGenerator):
    """Jinja's compiler without its lookups: `a.b` is an attribute, `a[b]` an item, and no function
    takes the context. Values that are HTML already are not wrapped once more."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(named.key) for named in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(shown if type(shown := (")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")) is Markup else escape(shown))")


class Remembered(BytecodeCache):
    """Compiled templates in memory, shared by the environments of all folder levels."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


def kept_in(folder: Path) -> BytecodeCache:
    """Compiled templates in files under `folder`, as Python keeps its modules; in memory where
    nothing can be written there. Each is made anew when its source, Jinja or the code of pages changes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Remembered()
    if not os.access(folder, os.W_OK):
        return Remembered()
    # Constants are folded through our filters, so whatever stands beside this file counts too.
    code = b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    made_by = hashlib.md5(code + jinja2.__version__.encode(), usedforsecurity=False).hexdigest()[:8]
    return FileSystemBytecodeCache(str(folder), pattern=f"{made_by}-%s.cache")
