"""The core scripts in the Node that the browser driver brings: quick, and without any page."""

import json
import subprocess
from pathlib import Path
from typing import Any

import playwright

from macros.site import scripts
from tests.scripts.pages import DOCS

NODE = next((Path(playwright.__file__).parent / "driver").glob("node*"))

# Nothing but the language, `window.kb` and what tools/js/core-alone.d.ts names; a document would be an error.
_RUN = """
const vm = require("vm"), fs = require("fs");
const { given, files, code, argument } = JSON.parse(fs.readFileSync(0, "utf8"));
const context = vm.createContext({ window: { kb: { root: "https://kb.example/", given } }, TextDecoder, TextEncoder, URLSearchParams });
files.forEach((file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file }));
context.argument = argument;
process.stdout.write(JSON.stringify({ answer: vm.runInContext("const kb = window.kb; (" + code + ")(argument)", context) }));
"""


def run(code: str, argument: Any = None) -> Any:
    """What a function of JavaScript, written in `code` with `kb` at hand, gives for `argument`; both as JSON.

    Raises AssertionError with Node's words when a script throws.
    """
    core = [str(DOCS / address) for address in scripts.PARTS if "/core/" in address]
    given = {"given": scripts.given(), "files": core, "code": code, "argument": argument}
    done = subprocess.run([NODE, "-e", _RUN], input=json.dumps(given), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout).get("answer")
