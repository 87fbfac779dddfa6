"""Runs a command and writes what it cost, with everything that it started, as JSON.

usage: python bench/spent.py RESULT COMMAND…

A small process of its own, because Linux counts the memory of the process that starts a command
into the command's peak. Seconds of wall and of CPU (user and system); the peak of memory in bytes, of
all processes together, pages that they share counted once, and of the largest of them.
"""

import json
import os
import subprocess
import sys
import threading
import time

# Looking costs the kernel some milliseconds.
INTERVAL = 0.25


class Memory(threading.Thread):
    """Looks at the memory of a process and its descendants until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(INTERVAL):
            self.peak = max(self.peak, sum(map(shared_out, tree(self._pid))))

    def stop(self) -> int:
        """The most that was seen, in bytes; nothing where the system does not tell."""
        self._over.set()
        self.join()
        return self.peak


def tree(pid: int) -> list[int]:
    """A process and all that it started."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:  # noqa: PTH123 - nothing more is imported than is needed
            children = file.read().split()
    except OSError:
        children = []
    return [pid, *(each for child in children for each in tree(int(child)))]


def shared_out(pid: int) -> int:
    """The memory of a process in bytes; of a page that several share it has a part."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:  # noqa: PTH123
            return next((int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:")), 0)
    except OSError:
        return 0


def main(result: str, command: list[str]) -> int:
    began = time.perf_counter()
    process = subprocess.Popen(command)  # noqa: S603
    memory = Memory(process.pid)
    memory.start()
    # Only wait4 tells what this child used, with its own children.
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    largest = used.ru_maxrss * 1024
    together = max(memory.stop(), largest)
    with open(result, "w") as file:  # noqa: PTH123
        json.dump({"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": together, "largest": largest}, file)
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
