"""What stands in this checkout, for the tests of the house rules; it knows nothing of the product."""

import ast
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("storage", "tools", "agent", "scheduler", "bot")


@cache
def files() -> tuple[Path, ...]:
    """All files that are, or are about to be, kept by git, as paths below the checkout."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = (Path(name) for name in sorted(set(listing.stdout.split("\0"))) if name)
    return tuple(path for path in paths if (ROOT / path).is_file())


def modules(*folders: str) -> tuple[Path, ...]:
    """The Python files in the named top-level folders; without a name, all of them."""
    return tuple(path for path in files() if path.suffix == ".py" and (not folders or path.parts[0] in folders))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), filename=str(path))


def text(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def project() -> dict[str, Any]:
    """The content of pyproject.toml."""
    return tomllib.loads(text("pyproject.toml"))


def imported(path: Path) -> set[str]:
    """The top-level names of what a file imports, wherever in the file it does so."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
