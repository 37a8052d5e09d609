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
# Word lists, tables of examples and the steps of a migration are as long as what they list.
TABLES = (
    "agent/offline/lexicon",
    "tools/when/words",
    "tools/mail/words",
    "storage/names/aliases.py",
    "storage/migrations/versions/",
)
# Files that may be longer, each with its reason.
LONGER: dict[str, str] = {
    "agent/offline/slots.py": "one reading of the chunks: what is a company depends on what is a title and a place",
    "agent/offline/ellipsis.py": "all the ways in which a clause leans on the one before it",
}
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


def test_only_bot_reads_the_clock() -> None:
    """As ruff's banned-api says it too; here no `noqa` helps."""
    below = modules("storage", "tools", "agent", "scheduler")
    reads = [(path, node) for path in below for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)]
    found = [f"{path}:{node.lineno}" for path, node in reads if (last_name(node.value), node.attr) in CLOCKS]
    assert found == []


def last_name(node: ast.expr) -> str:
    """The name that an expression such as `datetime` or `datetime.datetime` ends with."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def test_each_file_says_at_its_head_what_it_is_for() -> None:
    heads = {path: ast.get_docstring(tree(path)) or "" for path in modules() if text(path).strip()}
    assert [named(path) for path, head in heads.items() if not head.partition("\n\n")[0].endswith((".", ":"))] == []


def test_files_are_short() -> None:
    lengths = {named(path): len(text(path).splitlines()) for path in modules() if not is_table(path)}
    long = {name: lines for name, lines in lengths.items() if lines > LINES_IN_A_FILE}
    assert long.keys() == LONGER.keys(), long


def test_functions_are_short() -> None:
    paths = [path for path in modules() if not is_table(path)]
    functions = [(path, node) for path in paths for node in ast.walk(tree(path)) if isinstance(node, Function)]
    found = [f"{path}:{node.lineno} {node.name}" for path, node in functions if body_lines(node) > limit(path)]
    assert found == []


def limit(path: Path) -> int:
    return LINES_IN_A_TEST if path.parts[0] == "tests" else LINES_IN_A_FUNCTION


def body_lines(function: Function) -> int:
    """How many lines a function's own statements take, without its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def is_table(path: Path) -> bool:
    return named(path).startswith(TABLES) or path.stem.endswith(("_table", "_cases"))


def test_the_commands_of_continuous_integration_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
