"""The desk as a server on this computer: where it listens, and how it ends."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask import Flask
from waitress.server import create_server

from macros.desk import lasting
from macros.desk.application import LIMIT, make
from macros.desk.drafts import folder_for
from macros.desk.guard import Guard
from macros.desk.state import Desk


class Server:
    """A desk that listens on the loopback alone; `address` has the token in it."""

    def __init__(self, data: Path, docs: Path, port: int = 0, shown: str = "data") -> None:
        """Raises `OSError` where the port is taken, or drafts can't be kept."""
        logging.getLogger("waitress").setLevel(logging.ERROR)
        folder = folder_for(data)
        last = lasting.read(folder)
        guard = Guard(key=(last.token, last.secret) if last else None)
        self.desk = Desk.of(data, docs, folder, shown)
        application = make(self.desk, guard)
        try:
            self._server = _listening(application, port or (last.port if last else 0))
        except OSError:
            if port or last is None:
                raise
            self._server = _listening(application, 0)
        guard.port = int(self._server.effective_port)
        lasting.keep(folder, lasting.Run(*guard.key, guard.port))
        self.address = f"http://127.0.0.1:{guard.port}/?token={guard.token}"

    def run(self) -> None:
        """Answers until it is interrupted."""
        self.desk.library.start()
        try:
            self._server.run()
        finally:
            self.close()

    def close(self) -> None:
        self.desk.checker.close()
        with contextlib.suppress(OSError):
            self._server.close()


def _listening(application: Flask, port: int) -> Any:
    # Larger than what the application takes: it says so itself, in Chinese.
    return create_server(application, host="127.0.0.1", port=port, threads=4, ident=None, max_request_body_size=LIMIT * 50)


@contextlib.contextmanager
def running(data: Path, docs: Path) -> Iterator[Server]:
    """A desk that answers in a thread of its own while the block lasts."""
    import threading

    server = Server(data, docs)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
