"""Reads the commands that recipes and the guide tell to run, and says which of them can't be run."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import yaml
from mkdocs.__main__ import cli as mkdocs

from macros.cli import main as kb
from tests.conftest import PROJECT

# What a shell or Debian has, or a platform's runner brings; whatever else is called is ours and must be there.
_ELSEWHERE = {"rmdir", "[", "apt-get", "cat", "cd", "cp", "curl", "docker", "echo", "env", "exit", "expand", "fi", "find", "git",
              "grep", "gzip", "install", "nginx", "npm", "printf", "readlink", "rm", "sed", "sha256sum", "systemctl", "tee", "touch", "true", "base64"}
_KEYWORDS = {"if", "then", "else", "{", "}", "!", "do", "done"}
_OURS = ("requirements/", "tools/", "deploy/", "macros/", "bench/", "overrides/", "schema/", ".githooks/")
# What the platforms say themselves: every other variable has to be declared in the recipe.
_GIVEN = {"GITHUB_WORKSPACE", "GITHUB_BASE_REF", "GITHUB_STEP_SUMMARY", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_REF",
          "GITHUB_SHA", "GITHUB_RUN_NUMBER", "CI_PROJECT_DIR", "CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_PIPELINE_SOURCE",
          "CI_COMMIT_BRANCH", "CI_DEFAULT_BRANCH"}


def text_of(path: str | Path) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


def fenced(page: str) -> Iterator[str]:
    """The shell lines of a page: its fenced blocks and its inline code that begins like a command of ours."""
    for block in re.findall(r"^ *```(?:sh|powershell)\n(.*?)^ *```$", page, re.S | re.M):
        yield from block.splitlines()
    prose = re.sub(r"^ *```.*?^ *```$", "", page, flags=re.S | re.M)
    yield from (code for code in re.findall(r"`([^`\n]+)`", prose) if re.match(r"(make|kb|mkdocs|pip|\.venv/bin/\w+) \S", code))


def makefile(text: str) -> Iterator[str]:
    """The lines of its recipes, with the one variable that stands for a command written out."""
    install = re.sub(r"\$\(if [^,]+,(.*),\)", r"\1", re.findall(r"^INSTALL = (.*)$", text, re.M)[0])
    for line in text.splitlines():
        if line.startswith("\t"):
            yield re.sub(r"\$[({](\w+)[)}]", r"\1", line.strip().lstrip("@").replace("$(INSTALL)", install)
                         .replace("$(BIN)/", ".venv/bin/"))


def steps(recipe: str) -> Iterator[str]:
    """Every line that a recipe of GitHub, Gitea or GitLab runs."""
    for job in jobs(recipe).values():
        for step in job.get("steps", ()):
            yield from step.get("run", "").splitlines()
        yield from (line for key in ("before_script", "script") for line in job.get(key, ()))


def jobs(recipe: str) -> dict[str, dict]:  # type: ignore[type-arg]
    loaded = yaml.safe_load(recipe)
    if "jobs" in loaded:
        return loaded["jobs"]  # type: ignore[no-any-return]
    return {name: {**loaded["default"], **job} for name, job in loaded.items() if isinstance(job, dict) and "script" in job}


def commands(line: str) -> Iterator[list[str]]:
    """The simple commands of a shell line, each as its words, without assignments, redirections and comments."""
    lexer = shlex.shlex(line.replace("\\", "/") if "\\" in line else line, posix=True, punctuation_chars=";&|<>")
    lexer.whitespace_split = True
    words: list[str] = []
    redirected = False
    for word in [*lexer, ";"]:
        if set(word) <= set(";&|"):
            while words and (words[0] in _KEYWORDS or re.match(r"\$?[\w:]+=", words[0])):
                words.pop(0)
            if words and not words[0].startswith(("$env:", "#")):
                yield words
            words = []
        elif set(word) <= set("<>"):
            redirected = True
        elif redirected:
            redirected = False
        else:
            words.append(word)


def wrong(line: str) -> Iterator[str]:
    """What in a shell line can't be run: one sentence each."""
    for name, *arguments in commands(line):
        called = re.sub(r"^\.venv(/properdocs)?/(bin|Scripts)/|\.exe$", "", name)
        if called == "make":
            yield from _wrong_make(arguments)
        elif called in ("kb", "mkdocs", "properdocs"):
            yield from _wrong_click(kb if called == "kb" else mkdocs, called, arguments)
        elif called in ("python", "python3", "py", "sh", ".", "PYTHON"):
            yield from _wrong_script(arguments)
        elif called == "pip":
            yield from _wrong_pip(arguments)
        elif called not in (*_ELSEWHERE, "pytest", "ruff", "mypy", "uv", "LOCK"):
            yield f"{name} is not known here"
        for word in arguments:
            if word.startswith(_OURS) and not set(word) & set("*$<") and not (PROJECT / word).exists():
                yield f"{word} is not there"


def _wrong_make(arguments: list[str]) -> Iterator[str]:
    text = text_of("Makefile")
    targets = {target.replace("$(VENV)", ".venv") for target in re.findall(r"^([\w$()./-]+):(?!=)", text, re.M)}
    for word in arguments:
        name, is_setting, _ = word.partition("=")
        if is_setting and name not in re.findall(r"^(\w+) *[?:]?=", text, re.M) + re.findall(r"\$\((\w+)\)", text):
            yield f"the Makefile has no {name}"
        elif not is_setting and not word.startswith("-") and word not in targets:
            yield f"make has no {word}"


def _wrong_click(command: click.Command, name: str, arguments: list[str]) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    while isinstance(command, click.Group) and arguments and not arguments[0].startswith("-"):
        below = command.get_command(context, arguments[0])
        if below is None:
            yield f"{name} has no {arguments[0]}"
            return
        name, command, arguments = f"{name} {arguments[0]}", below, arguments[1:]
        context = click.Context(command, info_name=name)
    try:
        values, rest, _ = command.make_parser(context).parse_args(list(arguments))
    except click.UsageError as error:
        yield f"{name}: {error.format_message()}"
        return
    if rest:
        yield f"{name} takes no {rest}"
    for option in command.params:
        value = values.get(option.name or "")
        if isinstance(option.type, click.Choice) and isinstance(value, str) and value not in option.type.choices:
            yield f"{name} {option.opts[0]} can't be {value}"


def _wrong_script(arguments: list[str]) -> Iterator[str]:
    arguments = [word for word in arguments if word not in ("-3", "-m")] if "-m" in arguments else arguments
    if not arguments or arguments[0] in ("--version", "venv", "http.server", "zipfile", "mkdocs"):
        return
    if arguments[0] == "pip":
        yield from _wrong_pip(arguments[1:])
    elif not any((PROJECT / place).is_file() for place in (arguments[0], arguments[0].replace(".", "/") + ".py")) \
            and arguments[0] != ".venv/bin/activate":
        yield f"{arguments[0]} is not there"


def _wrong_pip(arguments: list[str]) -> Iterator[str]:
    known = _pip_help(arguments[0])
    for word in arguments[1:]:
        if word.startswith("-") and not re.search(rf"(?<![\w-]){re.escape(word.partition('=')[0])}(?![\w-])", known):
            yield f"pip {arguments[0]} has no {word}"
    fetches = arguments[0] in ("install", "download")
    if fetches and "--require-hashes" not in arguments and not {"--no-deps", "--no-build-isolation"} <= set(arguments):
        yield f"pip {arguments[0]} without hashes: {' '.join(arguments)}"


@cache
def _pip_help(command: str) -> str:
    return subprocess.run([sys.executable, "-m", "pip", "help", command], capture_output=True, text=True, check=False).stdout


def undeclared(recipe: str) -> set[str]:
    """The variables that a recipe's lines use and nobody declares."""
    lines = "\n".join(steps(recipe)) + "".join(re.findall(r"^ *(?:image|- if): .*$", recipe, re.M))
    used = set(re.findall(r"\$\{?([A-Za-z_]\w*)", lines))
    assigned = set(re.findall(r"(?:^|[\s;])(\w+)=", lines))
    loaded = yaml.safe_load(recipe)
    holders = [loaded, *jobs(recipe).values(), *(s for job in jobs(recipe).values() for s in job.get("steps", ()))]
    declared = {name for holder in holders for key in ("env", "variables") for name in holder.get(key) or {}}
    return used - assigned - declared - _GIVEN


def loose(recipe: str) -> Iterator[str]:
    """What in a recipe may change under it, or may run without end."""
    for line in recipe.splitlines():
        used = re.match(r"\s*(?:- )?uses: (.*)", line)
        if used and not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used[1]):
            yield f"not pinned by a commit, its version beside: {used[1]}"
        image = re.match(r"\s*(?:(?:container|image): |ARG BASE=)([^${].*)", line)
        if image and not re.fullmatch(r"debian:bookworm@sha256:[0-9a-f]{64}( # \d{8})?", image[1]):
            yield f"not pinned by a digest: {image[1]}"
    yield from re.findall(r"https?://\S+|\S*(?:pypi|pythonhosted|npmjs|docker\.io|ghcr\.io)\S*", recipe)


def endless(recipe: str) -> set[str]:
    """The jobs without an end."""
    return {name for name, job in jobs(recipe).items() if not ("timeout-minutes" in job or "timeout" in job)}
