"""Programs of the package, each run by a copy of one process that has loaded them all.

Loading takes longer than most of what tests ask for. All copies hash alike, have read their modules at the same time
and find every one of them loaded: tests of the process itself start one.

As a program, `python -I -S tests/loaded.py ADDRESS ARGUMENTS` is `kb ARGUMENTS`, asked of the process at ADDRESS.
"""

import array
import json
import os
import socket
import sys

# A program: the module that has it. Its function takes the arguments.
BUILD, KB = "macros.site.mkdocs_process", "macros.cli"
MOST = 1 << 20


def ask(address: str, program: str, arguments: list[str], environment: dict[str, str], held: tuple[int, ...] = (), *,
        streams: tuple[int, int, int] = (0, 1, 2), folder: str = "", umask: "int | None" = None) -> int:
    """The exit code of the program, run now; it inherits what is `held`, and has our streams and folder unless others are given."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as link:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST)
        link.connect(address)
        asked = json.dumps([program, arguments, environment, folder or os.getcwd(), umask, held]).encode()  # noqa: PTH109 - pathlib takes long to load
        link.sendmsg([asked], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [*streams, *held]))])
        answer = link.recv(100)
    return int(answer) if answer else -9  # as of a process that was killed


if __name__ == "__main__":
    sys.exit(ask(sys.argv[1], KB, sys.argv[2:], dict(os.environ)))
