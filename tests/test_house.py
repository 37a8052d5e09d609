"""The rules of the house as tests: where imports may go, who reads the clock, how long files and functions may be."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import PACKAGES, ROOT, imported, modules, text, tree

LINES_IN_A_FILE = 250
LINES_IN_A_FUNCTION = 30
LINES_IN_A_TEST = 40
# Word lists and tables of examples are as long as what they list.
TABLES = ("agent/offline/lexicon", "tools/when/words", "storage/names/aliases.py")
# Files that may be longer, each with its reason.
LONGER: dict[str, str] = {}
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def named(path: Path) -> str:
    return path.as_posix()


def outside(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a script as the installed program would run: the checkout is found through the installation alone."""
    return subprocess.run([sys.executable, "-I", "-c", script], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_found_in_the_checkout(package: str, tmp_path: Path) -> None:
    """A dependency that ships a top-level `tools` of its own would come first, and break the program."""
    found = outside(f"import importlib.util as u; print(u.find_spec({package!r}).origin)", tmp_path)
    assert found.returncode == 0, found.stderr
    assert Path(found.stdout.strip()).resolve() == ROOT / package / "__init__.py"


def test_import_contracts() -> None:
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_rules_of_the_status_are_pure() -> None:
    assert imported(Path("storage/status.py")) <= sys.stdlib_module_names


@pytest.mark.parametrize("path", modules("storage", "tools", "agent", "scheduler"), ids=named)
def test_only_bot_reads_the_clock(path: Path) -> None:
    """As ruff's banned-api says it too; here no `noqa` helps."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)]
    read = [f"line {node.lineno}" for node in calls if (last_name(node.value), node.attr) in CLOCKS]
    assert not read


def last_name(node: ast.expr) -> str:
    """The name that an expression such as `datetime` or `datetime.datetime` ends with."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("path", modules(), ids=named)
def test_each_file_says_at_its_head_what_it_is_for(path: Path) -> None:
    if not text(path).strip():
        pytest.skip("an empty file has nothing to say")
    head = ast.get_docstring(tree(path)) or ""
    assert head.partition("\n\n")[0].rstrip().endswith((".", ":")), "no sentence at the head of the file"


@pytest.mark.parametrize("path", modules(), ids=named)
def test_files_are_short(path: Path) -> None:
    if is_table(path) or named(path) in LONGER:
        pytest.skip("a table, or allowed to be longer")
    assert len(text(path).splitlines()) <= LINES_IN_A_FILE


def test_what_is_allowed_to_be_longer_is_longer() -> None:
    assert [name for name in LONGER if len(text(name).splitlines()) <= LINES_IN_A_FILE] == []


@pytest.mark.parametrize("path", modules(), ids=named)
def test_functions_are_short(path: Path) -> None:
    limit = LINES_IN_A_TEST if path.parts[0] == "tests" else LINES_IN_A_FUNCTION
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, Function)]
    assert [f"{node.name}: {body_lines(node)}" for node in functions if body_lines(node) > limit] == []


def body_lines(function: Function) -> int:
    """How many lines a function's own statements take, without its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def is_table(path: Path) -> bool:
    return named(path).startswith(TABLES) or path.stem.endswith(("_table", "_cases"))


def test_the_commands_of_continuous_integration_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
