"""What recipes, Makefile and guide tell to run is there; nothing in them can change unnoticed or run without end."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from tests.conftest import PROJECT
from tests.project import recipes
from tests.project.recipes import text_of

CI = (".github/workflows/check.yml", ".gitlab-ci.yml", ".gitea/workflows/check.yml")
PAGES = ("README.md", "CONTRIBUTING.md", "deploy/README.md",
         *sorted(str(p.relative_to(PROJECT)) for p in (PROJECT / "docs/contributing").glob("*.md")))
LOCKS = ("build", "site", "dev", "mutants", "properdocs")


def lines(path: str) -> Iterator[str]:
    text = text_of(path)
    if path in CI:
        yield from recipes.steps(text)
    elif path == "Makefile":
        yield from recipes.makefile(text)
    elif path.endswith(".Dockerfile"):
        yield from (run for run in re.findall(r"^RUN (.*)$", text.replace("\\\n", " "), re.M))
    else:
        yield from recipes.fenced(text)


@pytest.mark.parametrize("path", [*CI, "Makefile", "deploy/ci.Dockerfile", *PAGES])
def test_every_command_that_is_told_exists(path: str) -> None:
    assert [(line, said) for line in lines(path) for said in recipes.wrong(line)] == []


def test_the_pages_and_recipes_are_really_read() -> None:
    assert {path for path in (*CI, "Makefile", "deploy/ci.Dockerfile", "README.md", "deploy/README.md") if not any(lines(path))} == set()
    told = [command for path in PAGES for line in lines(path) for command in recipes.commands(line)]
    assert ["kb", "publish", "/srv/kb", "--rollback"] in told
    assert ["make", "wheelhouse", "FOR=--system windows --python 3.11.9"] in told
    assert ["python", "-m", "pip", "install", "--no-deps", "--no-build-isolation", "-e", "."] in told


@pytest.mark.parametrize(("line", "said"), [
    ("make nothing", "make has no nothing"),
    ("make site SIET=x", "the Makefile has no SIET"),
    ("kb chekc", "kb has no chekc"),
    (".venv/bin/kb check --formt github", "--formt"),
    ("x=1 && .venv/bin/kb check --format gitea", "kb check --format can't be gitea"),
    (r".venv\Scripts\kb explain a b", "kb explain takes no ['b']"),
    ("mkdocs serve --dev-address x", "mkdocs serve: "),
    ("git status; sh tools/nothing.sh", "tools/nothing.sh is not there"),
    ("python -m tools.nothing", "tools.nothing is not there"),
    ("pip install --require-hashes -r requirements/nothing.txt", "requirements/nothing.txt is not there"),
    (r"python -m pip install --require-hash -r requirements\site.txt", "pip install has no --require-hash"),
    ("pip install -e .", "pip install without hashes"),
    ("kbd check", "kbd is not known here"),
])
def test_what_is_not_there_is_told(line: str, said: str) -> None:
    assert said in " ".join(recipes.wrong(line))


@pytest.mark.parametrize("recipe", CI)
def test_a_recipe_shows_the_findings_the_changes_and_the_preview_and_checks_all_that_publishing_would(recipe: str) -> None:
    ran = [" ".join(command) for line in lines(recipe) for command in recipes.commands(line)]
    for wanted in (r"make \.venv/\.site", r"\.venv/bin/kb check", r"\.venv/bin/kb diff \S+", "make site",
                   r"\.venv/bin/kb publish --check --site site", "make test", "make properdocs"):
        assert [command for command in ran if re.match(wanted, command)], f"{recipe} does not run {wanted}"
    assert "全文不在这里" in text_of(recipe)
    assert re.search(r"\bpath: site\b|paths: \[site/\]|zipfile -c preview\.zip site ", text_of(recipe))


@pytest.mark.parametrize("recipe", [*CI, "deploy/ci.Dockerfile"])
def test_nothing_in_a_recipe_changes_unnoticed(recipe: str) -> None:
    assert list(recipes.loose(text_of(recipe))) == []


@pytest.mark.parametrize("recipe", CI)
def test_every_job_ends_and_every_variable_is_declared(recipe: str) -> None:
    assert recipes.endless(text_of(recipe)) == set()
    assert recipes.undeclared(text_of(recipe)) == set()


@pytest.mark.parametrize(("recipe", "good", "bad", "said"), [
    (CI[0], "upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "upload-artifact@v7", "upload-artifact@v7 # v7.0.1"),
    (CI[0], "a6a01bdcd4b8513daa81b1ab99d3a50385b26931", "", "debian:bookworm@sha256:813017f3d62be4b5891a7acc"),
    (CI[1], "$KB_IMAGE", "debian:bookworm", "not pinned by a digest: debian:bookworm"),
    (CI[2], "${{ vars.PIP_INDEX_URL }}", "https://pypi.example/simple", "https://pypi.example/simple"),
])
def test_what_could_change_is_told(recipe: str, good: str, bad: str, said: str) -> None:
    text = text_of(recipe)
    assert good in text
    assert said in " ".join(recipes.loose(text.replace(good, bad)))


@pytest.mark.parametrize(("recipe", "timeout"), [(CI[0], "    timeout-minutes: 60\n"), (CI[1], "  timeout: 15 minutes\n"),
                                                (CI[2], "    timeout-minutes: 60\n")])
def test_a_job_without_an_end_and_a_variable_of_nobody_are_told(recipe: str, timeout: str) -> None:
    text = text_of(recipe)
    assert recipes.endless(text.replace(timeout, "")) - {"测试"} != set()
    assert recipes.undeclared(text.replace("make site", 'make site SITE="$PLACE"')) == {"PLACE"}
    assert recipes.undeclared(re.sub(r"^( +)(?:env: \{TOKEN|KB_IMAGE|PIP_CACHE_DIR).*\n", "", text, flags=re.M)) <= {"TOKEN", "KB_IMAGE"}


def test_recipes_without_internet_take_nothing_from_outside() -> None:
    for recipe in CI[1:]:
        ran = [command[0] for line in lines(recipe) for command in recipes.commands(line)]
        assert not {"apt-get", "pip"} & set(ran)
        assert "uses:" not in text_of(recipe)
        assert "OFFLINE" in text_of(recipe)
        assert "WHEELHOUSE" in text_of(recipe)
    told = text_of("docs/contributing/publishing.md") + text_of(".gitlab-ci.yml")
    for name in re.findall(r"(?:vars|secrets)\.(\w+)", text_of(CI[2])):
        assert name in told, f"nobody tells what {name} is"


def test_the_image_of_every_recipe_is_the_same() -> None:
    images = set(re.findall(r"debian:bookworm@sha256:\w+", text_of(CI[0]) + text_of("deploy/ci.Dockerfile")))
    assert len(images) == 1


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_locked_with_its_hash(name: str) -> None:
    text = text_of(f"requirements/{name}.txt")
    packages = re.findall(r"^[a-z0-9].*==\S+.*\n(?:    --hash=sha256:[0-9a-f]{64}.*\n)+", text + "\n", re.M)
    assert packages
    assert len(packages) == len(re.findall(r"^[^\s#]", text, re.M))
    assert "://" not in text
    assert f"-o requirements/{name}.txt" in text_of("Makefile")


def test_what_builds_the_package_is_locked_too() -> None:
    needed = tomllib.loads(text_of("pyproject.toml"))["build-system"]["requires"]
    listed = [line for line in text_of("requirements/build.in").splitlines() if not line.startswith("#")]
    assert set(needed) <= set(listed)
    versions = {lock: dict(re.findall(r"^([\w.-]+)==(\S+)", text_of(f"requirements/{lock}.txt"), re.M)) for lock in LOCKS}
    assert versions["build"]["packaging"] == versions["site"]["packaging"]
    assert versions["site"].items() <= versions["dev"].items()


def test_makefile_uses_only_variables_that_it_has() -> None:
    text = text_of("Makefile")
    functions = {"if", "subst", "grep"}
    used = set(re.findall(r"\$\((\w+)", text)) - functions - {"MAKEFILE_LIST", "MAKE"}
    assert used - set(re.findall(r"^(?:export )?(\w+) *[?:]?=", text, re.M)) <= {"BENCH", "MUTANTS"}
