"""The steps of the Dockerfile, run in a bare environment of a temporary folder: no engine is asked for anything."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.checkout import ROOT, files, text

# Folders of the image, by the name that they have below the temporary one.
PLACES = ("/opt/jobbot", "/src", "/data")
# What an image of Python has on its path, and what fetches packages here if anything has to be said about that.
BASE_PATH = ("/usr/local/bin", "/usr/bin", "/bin")
FETCHING = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_CERT", "HTTPS_PROXY", "NO_PROXY")


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (word, rest), its lines joined."""
    joined = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text("Dockerfile"), flags=re.MULTILINE))
    parted = [line.partition(" ") for line in joined.splitlines() if line.strip()]
    return [(word, rest.strip()) for word, _, rest in parted]


@dataclass
class Image:
    """A folder in the place of an image, and what its Dockerfile has said so far."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)
    folder: str = "/"
    said: dict[str, str] = field(default_factory=dict)

    def here(self, words: str) -> str:
        """Words with the image's folders where they are on this machine."""
        for place in PLACES:
            words = re.sub(rf"(?<![\w/]){place}(?=[/\s:'\"]|$)", f"{self.root}{place}", words)
        return words

    def build(self) -> None:
        """Run all steps, those of both stages in one place."""
        (self.root / "bin").mkdir(parents=True)
        (self.root / "bin" / "python").symlink_to(Path(sys.executable).resolve())
        for word, rest in instructions():
            step = getattr(self, word.lower(), None)
            if step is None:
                self.said[word] = rest
            else:
                step(rest)

    def env(self, rest: str) -> None:
        """ENV: settings of what is run."""
        self.environment |= dict(word.split("=", 1) for word in shlex.split(rest))

    def workdir(self, rest: str) -> None:
        """WORKDIR: a folder that is made."""
        self.folder = self.here(rest)
        Path(self.folder).mkdir(parents=True, exist_ok=True)

    def copy(self, rest: str) -> None:
        """COPY of what .dockerignore lets through; what another stage has built lies there already."""
        *sources, target = rest.split()
        if not rest.startswith("--from"):
            for path in (path for path in files() if sent(path) and path.parts[0] in sources):
                place = Path(self.folder, target, *path.parts[1:] if target != "./" else path.parts)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / path, place)

    def run(self, rest: str) -> None:
        """RUN: in a shell, with an environment that holds nothing of this machine's; chown is the engine's to do."""
        if not rest.startswith("chown"):
            fetching = {name: os.environ[name] for name in FETCHING if name in os.environ}
            done = self.shell(self.here(rest), **fetching)
            assert done.returncode == 0, f"{rest}\n{done.stdout}\n{done.stderr}"

    def shell(self, words: str, said: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        """A command in the image's environment."""
        settings = {name: self.here(value) for name, value in self.environment.items()}
        path = ":".join([*settings.pop("PATH", "").split(":"), str(self.root / "bin"), *BASE_PATH]).lstrip(":")
        return subprocess.run(
            ["/bin/sh", "-c", words], cwd=self.folder, env={**settings, "PATH": path, **more}, input=said, text=True,
            capture_output=True, check=False,
        )  # fmt: skip


def sent(path: Path) -> bool:
    """Whether .dockerignore lets a file of the checkout through: its last rule that fits decides."""
    through = True
    for rule in (line for line in text(".dockerignore").splitlines() if line and not line.startswith("#")):
        pattern = rule.removeprefix("!").removeprefix("**/")
        if any(fnmatch(part, pattern) for part in (path.parts if "**" in rule else path.parts[:1])):
            through = rule.startswith("!")
    return through


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Image:
    """The image, built once: it fetches what the lock file lists."""
    found = Image(tmp_path_factory.mktemp("image"))
    found.build()
    return found


def entry(image: Image, *words: str) -> str:
    """The line that the engine would run, with these words in the place of CMD."""
    return shlex.join([*json.loads(image.said["ENTRYPOINT"]), *(words or json.loads(image.said["CMD"]))])


def test_the_container_answers(image: Image) -> None:
    said = image.shell(entry(image, "stdio"), '{"id": 1, "user": "u", "text": "applied to Acme as a cook yesterday"}\n')
    assert "Logged: Acme" in said.stdout and said.returncode == 0, said.stderr
    assert image.shell(entry(image, "--help")).returncode == 0


def test_its_command_starts(image: Image) -> None:
    """Without a token it says in a sentence what is missing, which the log of the container shows."""
    started = image.shell(entry(image))
    assert started.returncode == 1 and started.stderr.count("\n") == 1 and "token" in started.stderr


def test_it_is_healthy_as_long_as_its_data_can_be_used(image: Image) -> None:
    check = shlex.join(json.loads(image.said["HEALTHCHECK"].partition(" CMD ")[2]))
    assert image.shell(check).returncode == 0
    broken = image.shell(check, JOBBOT_DATABASE_URL="postgresql://u:pa55@127.0.0.1:1/x")
    assert broken.returncode == 1 and "cannot be reached" in broken.stdout and "pa55" not in broken.stdout


def test_it_is_small_compiled_and_not_root(image: Image) -> None:
    packages = next((image.root / "opt" / "jobbot" / "lib").glob("python*/site-packages"))
    assert not (packages / "pip").exists() and not (packages / "setuptools").exists()
    assert list((packages / "bot").rglob("cli.*.pyc")) and list((packages / "sqlalchemy").rglob("__init__.*.pyc"))
    assert (packages / "bot" / "cases.jsonl").exists() and (packages / "tools" / "places" / "cities.txt.gz").exists()
    user = int(image.said["USER"].split(":")[0])
    assert user > 0 and image.environment["PYTHONDONTWRITEBYTECODE"] == "1"
    assert not [path for path in packages.rglob("tests/house.py")]


def test_what_goes_to_the_engine() -> None:
    through = {path.parts[0] for path in files() if sent(path)}
    assert through == {
        "pyproject.toml", "requirements.lock", "README.md", "LICENSE", "storage", "tools", "agent", "scheduler", "bot",
    }  # fmt: skip
    assert not sent(Path(".env")) and not sent(Path("storage/__pycache__/x.pyc")) and not sent(Path("jobbot.db"))
