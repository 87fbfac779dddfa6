"""Runs a command and writes what it cost, with everything that it started, as JSON.

usage: python bench/spent.py RESULT COMMAND…

A small process of its own, because Linux counts the memory of the process that starts a command
into the command's peak. Seconds of wall and of CPU (user and system); the peak is that of the
largest process, in bytes.
"""

import json
import os
import subprocess
import sys
import time


def main(result: str, command: list[str]) -> int:
    began = time.perf_counter()
    process = subprocess.Popen(command)  # noqa: S603
    # Only wait4 tells what this child used, with its own children.
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    with open(result, "w") as file:  # noqa: PTH123 - nothing more is imported than is needed
        json.dump({"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024}, file)
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
