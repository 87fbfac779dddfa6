"""Many things that two processes look at in halves: each looks at its own, and the first gets what the other found.

A trick of speed: of a check of 10,000 entries with full texts the two have 18 and 17 s of CPU and take 19.5 s, where one alone takes
26 (two idle cores, 2026-11-29). On cores that were busy it gave no time. Held by tests/runtime/test_halves.py and tests/rules/test_apart.py.
Where there is none, or a process cannot copy itself, all is done here, with the same result (`background.possible`).
"""

import multiprocessing
import pickle
import queue
import signal
import threading
import traceback
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from macros.runtime.background import came, portable, possible

K = TypeVar("K")
V = TypeVar("V")
# Of so many things the other process looks at so many; of grouped ones at a few more, since this one does what is not divided in the meantime.
_OF, _THEIRS, _THEIRS_OF_GROUPS = 16, 8, 9


class Halves:
    """Two processes that take the same way; `follow` is what the other one does with its own `Halves`.

    Both ask for the same things (`each`) by the same names; the other one learns nothing of what this one finds. What only
    this one asks for, since it has found something, it looks at alone; what is asked for while a thing is looked at, each for itself.
    """

    def __init__(self, follow: "Callable[[Halves], object]") -> None:
        self._link: Connection | None = None
        self._sent: queue.SimpleQueue[Any] | None = None
        self._asking = False
        # What has come from the other process, by name, before it was asked for; whether nothing more will.
        self._came: dict[str, dict[int, Any]] = {}
        self._over = False
        # By the identity of a list: the list, and which of its things are for this process.
        self._divided: dict[int, tuple[Sequence[Any], list[int]]] = {}
        if possible():
            context = multiprocessing.get_context("fork")
            self._link, theirs = context.Pipe()
            context.Process(target=self._begin, args=(follow, theirs, self._link), daemon=True).start()
            theirs.close()

    def each(self, name: str, things: Sequence[K], make: Callable[[K], V], group: Callable[[K], str] | None = None) -> dict[K, V]:
        """What `make` gives for each of the things, where it gives anything, in their order; `name` is asked for once.
        Things of the same `group` are looked at by the same process: what is worked out for one is there for the others.
        The same list is divided once; nobody may change it.

        Raises:
            OSError: what the system refused in the other process.
            Failed: when it failed otherwise there.
        """
        if self._asking:
            # While it looks at one of its own things, each process needs all that it asks for.
            return {thing: made for thing in things if (made := make(thing))}
        self._asking = True
        own = self._mine(things, group)
        mine = _made(things, make, own)
        self._asking = False
        if self._sent:
            # Made portable here: while the other thread sends, this one goes on with what the things hold.
            self._sent.put(pickle.dumps((True, (name, mine))))
        elif self._link:
            theirs = self._theirs(name)
            mine |= theirs if theirs is not None else _made(things, make, set(range(len(things))).difference(own))
        return {things[i]: mine[i] for i in sorted(mine)}

    def _theirs(self, name: str) -> dict[int, Any] | None:
        """What the other process has found under a name; None where it has ended and was never asked for it."""
        while name not in self._came and not self._over and self._link:
            said = came(self._link)
            if said is None:
                self._over = True
            else:
                self._came[said[0]] = said[1]
        return self._came.pop(name, None)

    def _mine(self, things: Sequence[K], group: Callable[[K], str] | None) -> list[int]:
        """Which of the things this process looks at."""
        known, mine = self._divided.get(id(things), (None, []))
        if known is not things:
            theirs = _THEIRS_OF_GROUPS if group else _THEIRS
            mine = [i for i, thing in enumerate(things) if self._is_mine(zlib.crc32(group(thing).encode()) if group else i, theirs)]
            self._divided[id(things)] = things, mine
        return mine

    def _is_mine(self, number: int, theirs: int) -> bool:
        return self._link is None or (number % _OF < theirs) is (self._sent is not None)

    def _begin(self, follow: "Callable[[Halves], object]", link: Connection, theirs: Connection) -> None:
        # As in `background`: Ctrl-C is for the process that waits.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        theirs.close()
        self._link, self._sent = link, queue.SimpleQueue()
        # Nobody waits for it to be taken: the first process may be busy for long.
        sending = threading.Thread(target=self._send, args=(link, self._sent), daemon=True)
        sending.start()
        try:
            follow(self)
            self._sent.put(pickle.dumps((True, None)))
        except BaseException as error:
            self._sent.put(pickle.dumps((False, (portable(error), traceback.format_exc()))))
        self._sent.put(None)
        sending.join()

    @staticmethod
    def _send(link: Connection, sent: "queue.SimpleQueue[Any]") -> None:
        with suppress(OSError):
            while (value := sent.get()) is not None:
                link.send_bytes(value)


def _made(things: Sequence[K], make: Callable[[K], V], numbers: Iterable[int]) -> dict[int, V]:
    """What `make` gives for the things of these numbers, where it gives anything."""
    return {i: made for i in numbers if (made := make(things[i]))}
