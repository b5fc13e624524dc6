"""Makes the environment that run.py starts everything from. Standard library only.

No syntax newer than Python 3.8. CREATOR_CALM_VENV names another folder than .venv,
CREATOR_CALM_NO_UV keeps uv out of it.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
LOCKED = ROOT / "packaging" / "requirements.lock"
POSIX = os.name == "posix"
WAIT_S = 120.0
LOG = "setup.log"
STAMP = ".stamp"


class Stop(Exception):  # noqa: N818 - not an error of the program
    """Ends the run with one sentence and exit code 1."""


def environment_folder() -> Path:
    """Return where everything is installed: .venv, or the user's cache for a read-only checkout."""
    if os.environ.get("CREATOR_CALM_VENV"):
        return Path(os.environ["CREATOR_CALM_VENV"]).absolute()
    if os.access(ROOT, os.W_OK):
        return ROOT / ".venv"
    cache = os.environ.get("XDG_CACHE_HOME" if POSIX else "LOCALAPPDATA") or Path.home() / ".cache"
    name = "venv-" + hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:12]
    return Path(cache) / "creator-calm" / name


def python_of(folder: Path) -> str:
    """Return the interpreter inside an environment."""
    return str(folder / "bin" / "python" if POSIX else folder / "Scripts" / "python.exe")


def child_environment() -> dict[str, str]:
    """Return the environment of every child; index, proxy and certificates stay the user's."""
    found = dict(os.environ, PYTHONUTF8="1")
    spoken = found.get("LC_ALL") or found.get("LC_CTYPE") or found.get("LANG") or ""
    if sys.platform.startswith("linux") and "UTF8" not in spoken.upper().replace("-", ""):
        found["LC_ALL"] = "C.UTF-8"  # with plain C, Qt prints four lines of warnings
    return found


def set_up(folder: Path, *, apt: bool) -> None:
    """Install everything, unless it is there. The stamp comes last, so half a set-up heals.

    `apt`: Debian packages may be installed. Raises Stop with the sentence to say.
    """
    if is_ready(folder):
        return
    with one_at_a_time(folder):
        if is_ready(folder):
            return
        print("Setting up once. This takes about a minute.", flush=True)
        own = not os.environ.get("CREATOR_CALM_VENV") or (folder / "pyvenv.cfg").exists()
        if folder.is_dir() and any(folder.iterdir()) and not own:
            raise Stop(f"{folder} holds something else. Choose another CREATOR_CALM_VENV.")
        if not with_uv(folder):
            with_pip(folder, apt=apt)
        (folder / STAMP).write_text(stamp())


def is_ready(folder: Path) -> bool:
    """Say whether the environment is whole, current and able to start."""
    try:
        current = (folder / STAMP).read_text() == stamp()
        return current and not subprocess.call([python_of(folder), "-c", ""])
    except OSError:
        return False


def stamp() -> str:
    """Return what an environment depends on. ROOT too: its path stands inside a moved .venv."""
    seal = hashlib.sha256(LOCKED.read_bytes() + (ROOT / "pyproject.toml").read_bytes())
    seal.update(repr((sys.version_info[:2], sys.base_prefix, sys.platform, str(ROOT))).encode())
    return seal.hexdigest()


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold the lock of the set-up, or wait for whoever holds it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    end, told = time.monotonic() + WAIT_S, False
    with Path(str(folder) + ".lock").open("a") as file:  # closing it gives the lock back
        while not _try_lock(file.fileno()):
            if time.monotonic() > end:
                raise Stop("Another set-up has been running for two minutes. Try again later.")
            if not told:
                print("Another set-up is running. Waiting for it.", flush=True)
            told = True
            time.sleep(0.1)
        yield


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def with_uv(folder: Path) -> bool:
    """Install with uv, where it is there and able to."""
    shutil.rmtree(folder, ignore_errors=True)
    uv = None if os.environ.get("CREATOR_CALM_NO_UV") else shutil.which("uv")
    if uv is None:
        return False
    where = ("--python", python_of(folder))
    made = step(folder, uv, "venv", "--allow-existing", "--python", sys.executable, str(folder))
    if made and _install(folder, uv, "pip", "install", *where):
        return True
    print("uv could not do it. Trying pip.", flush=True)
    return False


def with_pip(folder: Path, *, apt: bool) -> None:
    """Install with pip: the environment's own, or this Python's where ensurepip is left out."""
    shutil.rmtree(folder, ignore_errors=True)
    if apt and not _has("ensurepip") and not _has("pip"):
        apt_install("python3-venv")
        importlib.invalidate_caches()
    make = (sys.executable, "-m", "venv", "--clear", str(folder))
    pip = [python_of(folder), "-m", "pip"]
    if not _has("ensurepip") or not step(folder, *make):
        # Debian leaves ensurepip out and refuses to install packages for its own Python.
        pip = [sys.executable, "-m", "pip", "--python", python_of(folder)]
        if not _has("pip") or not step(folder, *make, "--without-pip"):
            raise Stop(
                "This Python has neither ensurepip nor pip. Debian and Ubuntu: "
                "sudo apt install python3-venv. Then run the same command again."
            )
    if not _install(folder, *pip, "install", "--disable-pip-version-check"):
        raise Stop(
            "The packages could not be installed. Nothing was changed outside "
            f"{folder.name}. What pip said: {folder / LOG}"
        )


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _install(folder: Path, *installer: str) -> bool:
    """Install the locked packages, then the project itself, which stays where it is.

    --no-deps: the lock holds everything but `requests`, which vaderSentiment names and needs
    for its demo only; without it pip refuses the lock. Run-time and test packages at once:
    `run.py` and then `run.py test` would build twice otherwise.
    """
    locked = ("--no-deps", "--require-hashes", "-r", str(LOCKED))
    itself = ("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    return step(folder, *installer, *locked) and step(folder, *installer, *itself)


def step(folder: Path, *command: str) -> bool:
    """Run one step of the set-up; what it says goes to setup.log. Return whether it worked."""
    folder.mkdir(parents=True, exist_ok=True)
    pipe, same = subprocess.PIPE, subprocess.STDOUT
    env = child_environment()
    done = subprocess.run(command, check=False, cwd=ROOT, env=env, stdout=pipe, stderr=same)
    folder.mkdir(parents=True, exist_ok=True)  # `venv --clear` may have removed it
    with (folder / LOG).open("ab") as log:
        log.write(done.stdout)
    return not done.returncode


def compile_catalogues(folder: Path) -> None:
    """Make the .mo files when a .po changed. A read-only checkout then speaks English."""
    for source in (ROOT / "resources" / "locale").glob("*/LC_MESSAGES/*.po"):
        made = source.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            step(folder, python_of(folder), str(ROOT / "packaging" / "i18n.py"), "compile")
            return


def may_use_apt() -> bool:
    """Say whether this is root on a system with apt."""
    return sys.platform != "win32" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    """Install Debian packages and say which."""
    print("Installing with apt: " + " ".join(packages), flush=True)
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0")
    for command in (
        (*apt, "update"),
        (*apt, "install", "-y", "--no-install-recommends", *packages),
    ):
        done = subprocess.run(command, check=False, env=env, capture_output=True)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").splitlines()
            print("\n".join(line for line in said if line.startswith("E:")), flush=True)
