"""Downloads what the lock files name, for this machine or for another one, into a folder.

    python tools/wheelhouse.py wheelhouse
    python tools/wheelhouse.py wheelhouse --system windows --python 3.11.9

pip can download for another machine, but judges the conditions in a lock file ("only for Python
before 3.11.5") by the Python it runs on. So they are judged here, and pip gets the lines that hold.
"""

import argparse
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packaging.markers import Marker

REQUIREMENTS = Path(__file__).parents[1] / "requirements"
_LINE = re.compile(r"(?P<package>[^\s;]+)(?: ; (?P<marker>[^\\]+?))? \\$")
# What a Python on that system says of itself, and the names of the wheels that fit it.
_SYSTEMS = {
    "linux": ({"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
              ["manylinux2014_x86_64", *(f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)), "linux_x86_64"]),
    "windows": ({"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
                ["win_amd64"]),
}


def lines_for(lock: str, machine: dict[str, str]) -> Iterator[str]:
    """The requirements of a lock file that hold on that machine, their conditions taken off, hashes kept."""
    held = False
    for line in lock.splitlines():
        if found := _LINE.match(line):
            held = not found["marker"] or Marker(found["marker"]).evaluate(machine)
            if held:
                yield f"{found['package']} \\"
        elif held and line.startswith("    --hash="):
            yield line


def machine(system: str | None, python: str | None) -> tuple[dict[str, str], list[str]]:
    """What its Python says of itself, and what pip has to be told to download for it: nothing, for this one."""
    if not system and not python:
        return {}, []
    python = python or platform.python_version()
    says, wheels = _SYSTEMS[system or "linux"]
    told = ["--implementation", "cp", "--python-version", python, *(w for name in wheels for w in ("--platform", name))]
    return {**says, "python_full_version": python, "python_version": ".".join(python.split(".")[:2])}, told


def main() -> int:
    parser = argparse.ArgumentParser(description="下载锁定的安装包，供不连网的机器使用。")
    parser.add_argument("folder", type=Path, help="放到哪个文件夹")
    parser.add_argument("--system", choices=sorted(_SYSTEMS), help="那台机器的系统，默认和这台一样")
    parser.add_argument("--python", help="那台机器的 Python 版本，写全三段，例如 3.11.9；默认和这台一样")
    parser.add_argument("--all", action="store_true", help="连测试和 ProperDocs 要的也下载")
    asked = parser.parse_args()
    if asked.python and not re.fullmatch(r"3\.\d+\.\d+", asked.python):
        parser.error(f"“{asked.python}”不是完整的版本：在那台机器上运行 python --version，照抄三段数字")
    says, told = machine(asked.system, asked.python)
    for name in ("build", "dev", "properdocs") if asked.all else ("build", "site"):
        lock = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            wanted = Path(folder, "wanted.txt")
            wanted.write_text("\n".join(lines_for(lock, says)) + "\n", encoding="utf-8")
            done = subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check",  # noqa: S603
                                   "--no-deps", "--require-hashes", "--only-binary", ":all:", *told,
                                   "--dest", str(asked.folder), "-r", str(wanted)], check=False)
        if done.returncode:
            return done.returncode
    print(f"{asked.folder}：{sum(1 for _ in asked.folder.glob('*.whl'))} 个安装包。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
