"""Set Creator Calm up once, then open it or run its tests.

python3 run.py          open the app; without a screen, do the same job in the terminal
python3 run.py test     run all tests; what follows goes to pytest
python3 run.py …        anything else goes to creator-calm, such as: run.py triage --help

--no-apt     leave system libraries alone, even as root on Debian or Ubuntu
--no-gui     with test: leave out the tests that need Qt
--reset      remove what was set up, after asking
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Standard library only, no syntax newer than Python 3.8, here and in packaging/set_up.py: an
# old Python has to get as far as the sentence about its age.
OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
OWN = {"--no-apt", "--no-gui", "--reset", "--help", "-h"}

sys.path.insert(0, str(ROOT / "packaging"))
import set_up  # noqa: E402 - found only now


def obstacle(folder: Path, env: dict[str, str], *, apt: bool) -> dict[str, str]:
    """Return what keeps Qt from starting (`sentence`, `advice`); what apt can mend is mended."""
    for mend in (apt, False):
        look = [set_up.python_of(folder), "-I", str(ROOT / "creator_calm" / "preflight.py")]
        said = subprocess.run(look, check=False, env=env, stdout=subprocess.PIPE)
        found: dict[str, str] = json.loads(said.stdout)
        if not mend or not found["packages"]:
            return found
        set_up.apt_install(*found["packages"])
    raise AssertionError


def test(folder: Path, given: list[str], *, apt: bool, gui: bool) -> int:
    """Run the tests. Tests that could not run make it red, unless they were not wanted."""
    env = set_up.child_environment()
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    env.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    found = obstacle(folder, env, apt=apt) if gui else {"sentence": "", "advice": ""}
    without_qt = ["-p", "no:pytest-qt", "-m", "not gui and not slow"]
    chosen = [] if gui and not found["sentence"] else without_qt
    command = [set_up.python_of(folder), "-m", "pytest", *chosen, *given]
    code = subprocess.call(command, cwd=ROOT, env=env)
    if not found["sentence"]:
        return code
    print(f"GUI tests not run. {found['sentence']}\n{found['advice']}")
    return code or 1


def start(folder: Path, given: list[str], *, apt: bool) -> int:
    """Become creator-calm; with neither a screen nor arguments, its job in the terminal."""
    env = set_up.child_environment()
    found = {"sentence": ""} if given else obstacle(folder, env, apt=apt)
    if found["sentence"]:
        print(f"{found['sentence']}\n{found['advice']}".strip(), flush=True)
        given = ["--no-window"]
    # -P: a file in the current folder must not stand in for a module of the standard library.
    command = [set_up.python_of(folder), "-P", "-m", "creator_calm", *given]
    if os.name == "posix":
        os.execve(command[0], command, env)  # noqa: S606 - no shell is the point
    return subprocess.call(command, env=env)


def reset(folder: Path) -> int:
    """Remove the environment after asking."""
    print(f"Remove {folder}? [y/N] ", end="", flush=True)
    if sys.stdin.readline().strip().lower() in {"y", "yes"}:
        shutil.rmtree(folder, ignore_errors=True)
        print("Removed. The next run sets it up again.")
    return 0


def main(arguments: list[str]) -> int:
    """Do what was asked and return the exit code."""
    if sys.version_info < OLDEST:
        age = ".".join(map(str, sys.version_info[:3]))
        raise set_up.Stop(f"Python 3.11 or newer is needed; this is {age}.")
    given, own = list(arguments), set()
    while given and given[0] in OWN:
        own.add(given.pop(0))
    testing = given[:1] == ["test"]
    if testing:
        own |= OWN.intersection(given)
        given = [word for word in given[1:] if word not in OWN]
    if own & {"--help", "-h"}:
        print((__doc__ or "").strip())
        return 0
    folder = set_up.environment_folder()
    if "--reset" in own:
        return reset(folder)
    apt = "--no-apt" not in own and set_up.may_use_apt()
    set_up.set_up(folder, apt=apt)
    set_up.compile_catalogues(folder)
    if testing:
        return test(folder, given, apt=apt, gui="--no-gui" not in own)
    return start(folder, given, apt=apt)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except set_up.Stop as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit(130)
