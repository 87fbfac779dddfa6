"""The desk as a server on this computer: where it listens, and how it ends."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

from waitress.server import create_server

from macros.desk.application import LIMIT, make
from macros.desk.drafts import folder_for
from macros.desk.guard import Guard
from macros.desk.state import Desk


class Server:
    """A desk that listens on the loopback alone; `address` has the token in it."""

    def __init__(self, data: Path, docs: Path, port: int = 0, shown: str = "data") -> None:
        """Raises `OSError` where the port is taken, or drafts can't be kept."""
        logging.getLogger("waitress").setLevel(logging.ERROR)
        guard = Guard()
        self.desk = Desk.of(data, docs, folder_for(data), shown)
        self._server = create_server(make(self.desk, guard), host="127.0.0.1", port=port, threads=4, ident=None, max_request_body_size=LIMIT + 64 * 1024)
        guard.port = self._server.effective_port
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
