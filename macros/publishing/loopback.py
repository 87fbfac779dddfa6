"""The shipped server blocks on this machine only: what tests and the load test read from."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVED = "/srv/kb/current"
# The second library of the shipped configuration, and the name of its own host.
SECOND = "/srv/xian/current"
SECOND_HOST = "xian.example"
_BLOCK = Path(__file__).parents[2] / "deploy" / "nginx.conf"
_PATIENCE = 10.0
_MAIN = """\
{user}worker_processes 2;
daemon off;
pid {home}/nginx.pid;
error_log {home}/error.log warn;
events {{ worker_connections 2048; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {home}/body; proxy_temp_path {home}/proxy; fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
    include {home}/kb.conf;
}}
"""


def program() -> str | None:
    """Where nginx is, or None; Debian keeps it out of users' search path."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@contextmanager
def nginx(folder: Path, home: Path, second: Path | None = None) -> Iterator[str]:
    """Serves `folder` (a `current`) by the shipped blocks, and `second` as the second library; gives the address, without
    a slash at its end.

    `home` is an empty folder for configuration and logs. nginx ends with the block.

    Raises:
        RuntimeError: nginx is missing or did not start; it holds nginx's own words.
    """
    binary = program()
    if binary is None:
        raise RuntimeError("没有找到 nginx，先安装：apt install nginx-light")
    port = _free_port()
    block = _BLOCK.read_text(encoding="utf-8")
    for shipped, real in ((SERVED, folder), (SECOND, second or home / "none")):
        block = block.replace(shipped, _quoted(real))
    (home / "kb.conf").write_text(block.replace("listen 80;", f"listen 127.0.0.1:{port};"), encoding="utf-8")
    # As root, workers would change to a user who can't read temporary folders.
    user = "user root;\n" if os.name == "posix" and os.geteuid() == 0 else ""
    types = next(p for p in (Path("/etc/nginx/mime.types"), Path("/usr/local/etc/nginx/mime.types")) if p.exists())
    (home / "nginx.conf").write_text(_MAIN.format(user=user, home=home, types=types), encoding="utf-8")
    server = subprocess.Popen([binary, "-p", str(home), "-c", str(home / "nginx.conf"), "-e", str(home / "error.log")],  # noqa: S603
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _wait(server, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate(timeout=_PATIENCE)


def _quoted(path: Path) -> str:
    """A path as it stands between double quotes in a configuration."""
    return str(path).replace("\\", r"\\").replace('"', r"\"")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"nginx 没有起来：{server.communicate()[1].decode(errors='replace')}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("nginx 没有在规定时间里起来")
