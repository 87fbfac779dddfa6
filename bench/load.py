"""Bounded load test: parallel readers against the shipped nginx block, on this machine only.

usage: python bench/load.py [SITE] [--readers 200] [--visits 10] [--limit 60]

SITE is a built folder (default: site/). Each reader opens the index of practices as a browser does:
the page, then every style, script and picture that it names and every data script of the site,
compressed. Ends by itself after all visits or after the limit, whichever comes first; exits 1 on
any error, on an answer that differs from the first reader's, or when the limit was reached.
"""

import argparse
import asyncio
import hashlib
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from macros.publishing import compression, files, loopback
from macros.publishing.site import Site

INDEX = "practices/index.html"
PATIENCE = 10.0


@dataclass
class Tally:
    """What all readers together met."""

    answers: int = 0
    size: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    first: dict[str, str] = field(default_factory=dict)


def addresses(site: Site) -> list[str]:
    """What one visit to the index asks for."""
    named = [urlsplit(urljoin(f"/{INDEX}", reference.url)) for reference in site.pages[INDEX].references if reference.fetched]
    found = [f"/{INDEX}", *(address.path for address in named if not address.netloc and address.path.lstrip("/") in site.present)]
    found += [f"/{file}" for file in site.files if file.startswith("assets/data/") and file.endswith(".js")]
    return [path for path in dict.fromkeys(found) if not path.endswith("index.html") or path == f"/{INDEX}"]


async def read(host: str, port: int, paths: list[str], visits: int, tally: Tally) -> None:
    """One reader: one connection, kept open over all visits."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        for _ in range(visits):
            for path in paths:
                began = time.perf_counter()
                status, body = await asyncio.wait_for(ask(reader, writer, path), PATIENCE)
                tally.waits.append(time.perf_counter() - began)
                note(tally, path, status, body)
    finally:
        writer.close()


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> tuple[int, bytes]:
    """Status and body of one request."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = next(int(line.partition(":")[2]) for line in head.split("\r\n") if line.startswith("content-length:"))
    return int(head.split(" ", 2)[1]), await reader.readexactly(length)


def note(tally: Tally, path: str, status: int, body: bytes) -> None:
    tally.answers += 1
    tally.size += len(body)
    digest = hashlib.sha1(body, usedforsecurity=False).hexdigest()
    if status != 200:
        tally.errors[f"{status} {path}"] += 1
    elif tally.first.setdefault(path, digest) != digest:
        tally.errors[f"内容不一致 {path}"] += 1


async def crowd(base: str, paths: list[str], readers: int, visits: int, limit: float) -> Tally:
    """All readers at once; ends after `limit` seconds at the latest."""
    tally, address = Tally(), urlsplit(base)
    tasks = [asyncio.create_task(read(address.hostname or "", address.port or 0, paths, visits, tally)) for _ in range(readers)]
    done, late = await asyncio.wait(tasks, timeout=limit)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    for task in done:
        if task.exception():
            tally.errors[type(task.exception()).__name__] += 1
    if late:
        tally.errors[f"{limit:.0f} 秒到了，{len(late)} 位读者还没看完"] += 1
    return tally


def main() -> int:
    options = argparse.ArgumentParser(description="多人同时阅读的压力测试，只在本机。")
    options.add_argument("site", nargs="?", type=Path, default=Path("site"))
    options.add_argument("--readers", type=int, default=200)
    options.add_argument("--visits", type=int, default=10)
    options.add_argument("--limit", type=float, default=60.0)
    given = options.parse_args()
    if not (given.site / INDEX).is_file():
        print(f"“{given.site}”里没有 {INDEX}，先运行 make site", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        current, home = Path(folder) / "current", Path(folder) / "nginx"
        home.mkdir()
        files.copy(given.site, current)
        paths = addresses(Site(current))
        compression.precompress(current)
        try:
            with loopback.nginx(current, home) as base:
                began = time.perf_counter()
                tally = asyncio.run(crowd(base, paths, given.readers, given.visits, given.limit))
                took = time.perf_counter() - began
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 2
    return report(tally, given.readers, given.visits, len(paths), took)


def report(tally: Tally, readers: int, visits: int, paths: int, took: float) -> int:
    waits = sorted(tally.waits) or [0.0]
    middle, slow = (waits[int(len(waits) * share)] * 1000 for share in (0.5, 0.99))
    print(f"{readers} 位读者同时看，每人 {visits} 遍，每遍 {paths} 个文件：{tally.answers} 次应答，{sum(tally.errors.values())} 个错误")
    print(f"{took:.1f} 秒，每秒 {tally.answers / took:.0f} 次，{tally.size / took / 1e6:.0f} MB；一次 {middle:.0f} 毫秒（中位），{slow:.0f} 毫秒（99%）")
    for error, count in sorted(tally.errors.items()):
        print(f"  {count} × {error}")
    return 1 if tally.errors or tally.answers != readers * visits * paths else 0


if __name__ == "__main__":
    sys.exit(main())
