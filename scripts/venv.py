"""Sets up .venv from a lock file, once and by one process at a time; it knows nothing of the product itself.

`python3 scripts/venv.py run` installs what the program needs, `dev` what its developers need on top. When all is there
already it says nothing and is done at once. Only the standard library is used, in a form that Python 3.6 can read, so
that an old one gets a sentence instead of a syntax error.
"""

import glob
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "jobbot.stamp")
UNFINISHED = "unfinished"
# Fetches the packages side by side; it is removed when that is done.
FETCHER = os.path.join(VENV, "fetcher")
FETCHER_LOCK = "requirements-setup.lock"
# What of pip's own settings the fetcher has to know, and by which name.
SHARED = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE", "proxy": "ALL_PROXY"}
# What a chat loads at its start. Python compiles the rest when it is first used.
AT_START = "sqlalchemy alembic mako rapidfuzz pydantic pygments prompt_toolkit wcwidth rich".split()
PIP = [PYTHON, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--no-compile"]
PULSE = 2  # seconds between the dots that say that something goes on
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
PACKAGES = ["storage", "tools", "agent", "scheduler", "bot"]


class SetupProblem(Exception):
    """Why .venv cannot be set up, in words for the person."""


def main(kind: str) -> int:
    """Make .venv fit for `kind` ("run" or "dev"); returns the exit status."""
    try:
        check_python()
        if not is_ready(kind):
            set_up_alone(kind)
    except SetupProblem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("Stopped; the next run goes on with the setup.")
        return 130
    return 0


def check_python() -> None:
    """Refuse a Python that is too old for the program or cannot make environments."""
    if sys.version_info < (3, 11):
        raise SetupProblem(
            f"jobbot needs Python 3.11 or newer, and this one is {sys.version_info[0]}.{sys.version_info[1]}: "
            "install a newer one and name it, for example: make run PYTHON=python3.12"
        )
    try:
        import ensurepip
        import venv
    except ImportError:
        raise SetupProblem(
            "This Python comes without venv: install it (Debian and Ubuntu: apt install python3-venv), "
            "then run the same command again."
        ) from None
    del ensurepip, venv


def fingerprint(kind: str) -> str:
    """One line that changes whenever an environment for `kind` has to be set up anew."""
    digest = hashlib.sha256()
    for name in (LOCKS[kind], "pyproject.toml"):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return f"{kind} {digest.hexdigest()}"


def origin() -> str:
    """The line that says for which Python and at which place the environment was made: it can be used nowhere else."""
    return f"python {sys.version_info[0]}.{sys.version_info[1]} at {ROOT}"


def stamp() -> "list[str]":
    """What the environment says of itself; nothing when there is none, or one that this script has not made."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().splitlines()
    except OSError:
        return []


def is_ready(kind: str) -> bool:
    lines = stamp()
    return origin() in lines and fingerprint(kind) in lines and os.path.exists(PYTHON)


def set_up_alone(kind: str) -> None:
    """Set .venv up while no other process does: a second one waits, and then finds the work done."""
    import fcntl

    with open(os.path.abspath(__file__), "r+b") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another jobbot command is setting up .venv: waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready(kind):
            set_up(kind)


def set_up(kind: str) -> None:
    """Install the lock file, the program itself and the compiled bytecode, and leave a stamp when all is done."""
    say("Setting up jobbot in .venv, once; it takes about a minute, more on a slow machine.")
    others = [line for line in stamp() if line == fingerprint("run") or line == fingerprint("dev")]
    if not fits():
        empty()
        others = []
    os.makedirs(VENV, exist_ok=True)
    write_stamp([UNFINISHED])
    say("1 of 4: making the environment ...")
    base = str(getattr(sys, "_base_executable", sys.executable))
    call([base, "-I", "-m", "venv", VENV], "The environment .venv could not be made")
    say("2 of 4: fetching and installing the packages; this takes longest ...")
    install(LOCKS[kind])
    say("3 of 4: installing jobbot itself ...")
    call([*PIP, "--no-deps", "--no-build-isolation", "--editable", "."], "jobbot itself could not be installed")
    say("4 of 4: compiling, so that each start is quick ...")
    folders = [folder for name in AT_START for folder in glob.glob(os.path.join(VENV, "lib", "*", "*", name))]
    run([PYTHON, "-I", "-m", "compileall", "-q", "-j", "0", *folders, *PACKAGES])
    # The development lock holds all of the other one, in the same versions.
    done = [fingerprint("run"), fingerprint("dev")] if kind == "dev" else [fingerprint("run"), *others]
    write_stamp([origin(), *sorted(set(done))])


def fits() -> bool:
    """Whether what stands in .venv can be added to; an environment of another Python, place or half-made cannot."""
    lines = stamp()
    if not lines:
        return made_by_this_python()
    return UNFINISHED not in lines and origin() in lines and os.path.exists(PYTHON)


def made_by_this_python() -> bool:
    """Whether .venv, made by someone else's hand, is of this version of Python."""
    try:
        with open(os.path.join(VENV, "pyvenv.cfg"), encoding="utf-8") as file:
            return f"version = {sys.version_info[0]}.{sys.version_info[1]}." in file.read()
    except OSError:
        return False


def empty() -> None:
    """Remove all from .venv; the mark that it is unfinished goes last, so that a second try does the same again."""
    if not os.path.isdir(VENV):
        return
    write_stamp([UNFINISHED])
    for entry in os.scandir(VENV):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        elif entry.path != STAMP:
            os.unlink(entry.path)


def write_stamp(lines: "list[str]") -> None:
    with open(STAMP, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def install(lock: str) -> None:
    """Install what a lock file lists: all side by side, or one after the other by pip where the fetcher fails."""
    checked = ["--require-hashes", "--only-binary", ":all:", "-r"]
    fetch = [os.path.join(FETCHER, "bin", "uv"), "pip", "install", "--quiet", "--no-cache", "--python", PYTHON]
    done = False
    if run([*PIP, "--no-deps", "--target", FETCHER, *checked, FETCHER_LOCK])[0] == 0:
        done = run([*fetch, *checked, lock], dict(os.environ, **shared()))[0] == 0
    shutil.rmtree(FETCHER, ignore_errors=True)
    if not done:
        say("The quick way did not work here; going on with pip, which takes some minutes ...")
        call([*PIP, *checked, lock], f"What {lock} lists could not be installed")


def shared() -> "dict[str, str]":
    """The fetcher's settings for what pip has been told of mirrors, certificates and proxies."""
    listed = subprocess.run([*PIP[:4], "config", "list"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = {}
    for line in listed.stdout.decode("utf-8", "replace").splitlines():
        name, _, value = line.partition("=")
        if name.rpartition(".")[2] in SHARED:
            found[SHARED[name.rpartition(".")[2]]] = value.strip("'\"")
    return found


def call(command: "list[str]", problem: str) -> None:
    """Run a command; when it fails, show the end of what it printed and say what could not be done."""
    status, printed = run(command)
    if status != 0:
        say("\n".join(printed.strip().splitlines()[-8:]))
        raise SetupProblem(
            f"{problem} (the lines above say why). Check the network connection and the free disk space, "
            "then run the same command again."
        )


def run(command: "list[str]", environment: "dict[str, str] | None" = None) -> "tuple[int, str]":
    """The exit status and the output of a command, which prints nothing itself; a dot every two seconds meanwhile."""
    with tempfile.TemporaryFile() as printed:
        started = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT
        )
        dots = 0
        while True:
            try:
                status = started.wait(timeout=PULSE)
                break
            except subprocess.TimeoutExpired:
                dots += 1
                sys.stderr.write("." if dots > 1 else "  .")
                sys.stderr.flush()
        if dots:
            say("")
        printed.seek(0)
        return status, printed.read().decode("utf-8", "replace")


def say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
