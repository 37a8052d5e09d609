"""What the project says of itself agrees everywhere: dependencies, locks, packages, commands; no trace of a machine."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from tests.checkout import PACKAGES, ROOT, files, imported, modules, project, text

LOCKS = ("requirements.lock", "requirements-dev.lock")
# Named by a URL, read as data, or loaded by another package that asks for it; never imported.
NEVER_IMPORTED = {"psycopg", "tzdata", "uharfbuzz"}
# Not part of what `make run` starts, so they may import what only developers install.
DEVELOPERS_ONLY = {Path("agent/offline/train.py"), Path("tools/linear_fit.py")}
OTHER_LOCKS = {"uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock", "package-lock.json", "pip.conf"}
# Written in halves, so that this file does not find itself.
TRACES = [
    *("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "npmjs" + ".com", "deb.deb" + "ian.org"),
    *("/work" + "/main", "/work" + "/shared", "/work" + "/.library", "/root" + "/", "/tmp" + "/plan"),
]
HOME = re.compile("/(?:home|Us" + r"ers)/(?!you\b|me\b|user\b)[a-z][\w.-]*/")
PINNED = re.compile(r"(?P<name>[a-z0-9._-]+)==(?P<version>[^\s;]+)")


def required(group: str) -> dict[str, Requirement]:
    """What pyproject.toml asks for by name: group "run", "dev" or "build"."""
    lines = project()["project"]["dependencies"] if group == "run" else project()["dependency-groups"][group]
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


@cache
def pinned(lock: str) -> dict[str, tuple[str, int]]:
    """What a lock file holds: name to version and number of hashes."""
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text(lock), flags=re.MULTILINE))
    found = [(match, entry.count(" --hash=sha256:")) for entry in entries if (match := PINNED.match(entry))]
    assert len(found) == len(entries)
    return {match["name"]: (match["version"], hashes) for match, hashes in found}


def explained(heading: str) -> set[str]:
    """The packages that docs/dependencies.md gives a reason for, below a heading."""
    section = text("docs/dependencies.md").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([\w-]+)` \| (.+) \|$", section, re.MULTILINE)
    return {name for name, reason in rows if len(reason) > 10}


def test_each_dependency_has_its_reason_and_each_reason_its_dependency() -> None:
    assert explained("What the program runs with") == set(required("run"))
    assert explained("What its developers need") == set(required("dev")) | set(required("build"))


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_hold_versions_and_hashes_and_nothing_of_where_they_were_made(lock: str) -> None:
    assert all(hashes for _, hashes in pinned(lock).values())
    assert not re.search(r"://|^-|\s/|@ ", text(lock), re.MULTILINE)


def test_locks_follow_pyproject() -> None:
    for lock, groups in (("requirements.lock", ("run", "build")), ("requirements-dev.lock", ("run", "build", "dev"))):
        asked = {name: wish for group in groups for name, wish in required(group).items()}
        stale = [name for name, wish in asked.items() if pinned(lock).get(name, ("", 0))[0] not in wish.specifier]
        assert not stale, f"{lock} is older than pyproject.toml: run make lock"


def test_the_development_lock_holds_all_of_the_other_in_the_same_versions() -> None:
    assert pinned("requirements.lock").items() <= pinned("requirements-dev.lock").items()


def test_setuptools_is_locked_in_the_version_that_builds() -> None:
    assert project()["build-system"]["requires"] == project()["dependency-groups"]["build"]


@cache
def owners() -> dict[str, set[NormalizedName]]:
    """For each name that the program imports from elsewhere: the distributions that bring it."""
    files_of_program = [path for path in modules(*PACKAGES) if path not in DEVELOPERS_ONLY]
    names = {name for path in files_of_program for name in imported(path)} - {*PACKAGES, *sys.stdlib_module_names}
    return {name: {canonicalize_name(owner) for owner in packages_distributions().get(name, [])} for name in names}


def test_the_program_imports_only_what_it_asks_for_by_name() -> None:
    assert [name for name, distributions in owners().items() if not distributions & set(required("run"))] == []


def test_each_dependency_of_the_program_is_imported() -> None:
    used = {str(distribution) for distributions in owners().values() for distribution in distributions}
    assert set(required("run")) - used <= NEVER_IMPORTED


def test_packages_are_listed() -> None:
    folders = {".".join(path.parent.parts) for path in modules(*PACKAGES)}
    assert set(project()["tool"]["setuptools"]["packages"]) == folders


def test_data_files_are_packaged() -> None:
    patterns = project()["tool"]["setuptools"]["package-data"]
    packaged = {path for name in patterns for glob in patterns[name] for path in below(name).glob(glob)}
    data = {ROOT / path for path in files() if path.parts[0] in PACKAGES and path.suffix != ".py"}
    assert data <= packaged


def below(package: str) -> Path:
    return ROOT.joinpath(*package.split("."))


def commands(path: str) -> Iterator[str]:
    """The targets of the `make` commands that a page tells its readers."""
    for code in re.findall(r"`([^`\n]+)`|^ *\$? *(make .*)$", text(path), re.MULTILINE):
        yield from re.findall(r"\bmake ([a-z][a-z-]*)", "".join(code))


@pytest.mark.parametrize("page", [str(path) for path in files() if path.suffix == ".md"])
def test_pages_name_only_commands_that_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    assert set(commands(page)) <= targets


def test_the_readme_names_the_commands_that_everyone_needs() -> None:
    assert {"run", "install", "test", "check"} <= set(commands("README.md"))


def test_no_file_tells_of_a_machine_or_of_another_tool() -> None:
    assert not [str(path) for path in files() if path.name in OTHER_LOCKS]
    contents = ((path, (ROOT / path).read_bytes().decode("utf-8", "ignore")) for path in files())
    assert not [str(path) for path, content in contents if HOME.search(content) or any(t in content for t in TRACES)]
