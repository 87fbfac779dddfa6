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
from collections.abc import Callable, Sequence
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

    Both ask for the same things (`each`) in the same order; the other one learns nothing of what this one finds.
    """

    def __init__(self, follow: "Callable[[Halves], object]") -> None:
        self._link: Connection | None = None
        self._sent: queue.SimpleQueue[Any] | None = None
        self._asking = False
        # By the identity of a list: the list, and which of its things are for this process.
        self._divided: dict[int, tuple[Sequence[Any], list[int]]] = {}
        if possible():
            context = multiprocessing.get_context("fork")
            self._link, theirs = context.Pipe()
            context.Process(target=self._begin, args=(follow, theirs, self._link), daemon=True).start()
            theirs.close()

    def each(self, things: Sequence[K], make: Callable[[K], V], group: Callable[[K], object] | None = None) -> dict[K, V]:
        """What `make` gives for each of the things, where it gives anything, in their order; `make` may not ask for other things.
        Things of the same `group` are looked at by the same process: what is worked out for one is there for the others.
        The same list is divided once; nobody may change it.

        Raises:
            OSError: what the system refused in the other process.
            Failed: when it failed otherwise there.
        """
        if self._asking:
            raise RuntimeError("asked for things while others are looked at: the other process would not")
        self._asking = True
        mine = {i: made for i in self._mine(things, group) if (made := make(things[i]))}
        self._asking = False
        if self._sent:
            # Made portable here: while the other thread sends, this one goes on with what the things hold.
            self._sent.put(pickle.dumps((True, mine)))
        elif self._link:
            mine |= came(self._link)
        return {things[i]: mine[i] for i in sorted(mine)}

    def _mine(self, things: Sequence[K], group: Callable[[K], object] | None) -> list[int]:
        """Which of the things this process looks at."""
        known, mine = self._divided.get(id(things), (None, []))
        if known is not things:
            theirs = _THEIRS_OF_GROUPS if group else _THEIRS
            mine = [i for i, thing in enumerate(things) if self._is_mine(hash(group(thing)) if group else i, theirs)]
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
        except BaseException as error:
            self._sent.put(pickle.dumps((False, (portable(error), traceback.format_exc()))))
        self._sent.put(None)
        sending.join()

    @staticmethod
    def _send(link: Connection, sent: "queue.SimpleQueue[Any]") -> None:
        with suppress(OSError):
            while (value := sent.get()) is not None:
                link.send_bytes(value)
