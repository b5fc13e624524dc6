"""run.py on machines that lack things, with commands that only pretend."""

from __future__ import annotations

import ast
import importlib.util
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
PREFLIGHT = """import json, os
print(json.dumps({"sentence": os.environ.get("SAY", ""), "advice": "Do this.", "packages":
    os.environ.get("PACKAGES", "").split()}))
"""
PACKAGE = "import os, sys; print('creator-calm', sys.argv[1:], os.environ['PYTHONUTF8'])\n"
# Stands in for uv: makes an environment that is this Python, and notes what it was asked.
FAKE_UV = """#!{python}
import os, pathlib, sys, time
with open({log!r}, "a") as log: print(*sys.argv[1:3], file=log)
if sys.argv[1] == "venv":
    folder = pathlib.Path(sys.argv[-1])
    (folder / "bin").mkdir(parents=True)
    (folder / "pyvenv.cfg").touch()
    (folder / "bin" / "python").symlink_to({python!r})
time.sleep(0.15)
sys.exit(int(os.environ.get("UV_FAILS", "0")))
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the pretended commands are scripts")


@pytest.fixture
def run_py() -> ModuleType:
    """run.py as a module."""
    spec = importlib.util.spec_from_file_location("run_py", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def set_up(
    run_py: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ModuleType]:
    """packaging/set_up.py, made to believe in `project`."""
    module: ModuleType = run_py.set_up
    monkeypatch.setattr(module, "ROOT", project)
    monkeypatch.setattr(module, "LOCKED", project / "packaging" / "requirements.lock")
    monkeypatch.setattr(run_py, "ROOT", project)
    for name in ("CREATOR_CALM_VENV", "CREATOR_CALM_NO_UV"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(
        module.shutil, "which", lambda name: f"/bin/{name}" if name == "uv" else None
    )
    yield module
    sys.path.remove(str(ROOT / "packaging"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout in a folder with a space, an å and a plant in its name."""
    root = tmp_path / "my å 🌱 calm"
    for name in ("run.py", "packaging/set_up.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes((ROOT / name).read_bytes())
    (root / "packaging" / "requirements.lock").write_text("a==1\n")
    (root / "pyproject.toml").write_text("")
    (root / "creator_calm").mkdir()
    (root / "creator_calm" / "preflight.py").write_text(PREFLIGHT)
    return root


class Steps:
    """Pretends to run the steps of the set-up; `stop_at` is the step that Ctrl+C interrupts."""

    def __init__(self, stop_at: int = -1, fails: tuple[str, ...] = ()) -> None:
        self.stop_at = stop_at
        self.fails = fails
        self.done: list[str] = []

    def __call__(self, folder: Path, *command: str) -> bool:
        if len(self.done) == self.stop_at:
            raise KeyboardInterrupt
        words = " ".join(command)
        self.done.append(words)
        if command[1:2] == ("venv",) or command[1:3] == ("-m", "venv"):
            (folder / "bin").mkdir(parents=True, exist_ok=True)
            (folder / "pyvenv.cfg").touch()
            (folder / "bin" / "python").symlink_to(sys.executable)
        return not any(word in words for word in self.fails)


def has(*modules: str) -> Callable[[str], bool]:
    """Pretend that this Python has these modules only."""
    return lambda name: name in modules


# --- setting up ---------------------------------------------------------------------------


@pytest.mark.parametrize("uv", [True, False])
@pytest.mark.parametrize("stop_at", [0, 1, 2])
def test_an_interrupted_set_up_heals(
    set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch, stop_at: int, uv: bool
) -> None:
    """After each step: no stamp, and the next run starts afresh and comes through."""
    folder = project / ".venv"
    if not uv:
        monkeypatch.setenv("CREATOR_CALM_NO_UV", "1")
    monkeypatch.setattr(set_up, "step", Steps(stop_at))
    with pytest.raises(KeyboardInterrupt):
        set_up.set_up(folder, apt=False)
    assert not set_up.is_ready(folder)
    steps = Steps()
    monkeypatch.setattr(set_up, "step", steps)
    set_up.set_up(folder, apt=False)
    assert set_up.is_ready(folder)
    assert len(steps.done) == 3
    assert ("uv" in steps.done[0]) is uv


def test_the_second_time_nothing_is_done(
    set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No step, so nothing that could need a network."""
    monkeypatch.setattr(set_up, "step", Steps())
    set_up.set_up(project / ".venv", apt=False)
    again = Steps()
    monkeypatch.setattr(set_up, "step", again)
    set_up.set_up(project / ".venv", apt=False)
    assert again.done == []


def test_what_the_stamp_depends_on(
    set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lock, project file, Python, and where the checkout lies."""
    seen = {set_up.stamp()}
    (project / "packaging" / "requirements.lock").write_text("a==2\n")
    seen.add(set_up.stamp())
    (project / "pyproject.toml").write_text("x = 1\n")
    seen.add(set_up.stamp())
    monkeypatch.setattr(sys, "version_info", (3, 14, 0))
    seen.add(set_up.stamp())
    monkeypatch.setattr(sys, "base_prefix", "/elsewhere")
    seen.add(set_up.stamp())
    moved = project.rename(project.with_name("moved"))
    monkeypatch.setattr(set_up, "ROOT", moved)
    monkeypatch.setattr(set_up, "LOCKED", moved / "packaging" / "requirements.lock")
    seen.add(set_up.stamp())
    assert len(seen) == 6


def test_a_python_that_is_gone(
    set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stamp is right, the interpreter is not there any more."""
    monkeypatch.setattr(set_up, "step", Steps())
    set_up.set_up(project / ".venv", apt=False)
    (project / ".venv" / "bin" / "python").unlink()
    assert not set_up.is_ready(project / ".venv")


def test_uv_that_fails_gives_way_to_pip(
    set_up: ModuleType,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line, and the other route."""
    steps = Steps(fails=("/bin/uv pip",))
    monkeypatch.setattr(set_up, "step", steps)
    set_up.set_up(project / ".venv", apt=False)
    assert set_up.is_ready(project / ".venv")
    assert "uv could not do it. Trying pip." in capsys.readouterr().out
    assert any("-m venv" in words for words in steps.done)


def test_without_ensurepip_this_pythons_pip_is_used(
    set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Debian: `--without-pip`, then `pip --python`, which may write into a venv."""
    steps = Steps()
    monkeypatch.setattr(set_up, "step", steps)
    monkeypatch.setattr(set_up, "_has", has("pip"))
    set_up.with_pip(project / ".venv", apt=False)
    assert "--without-pip" in steps.done[0]
    assert f"-m pip --python {set_up.python_of(project / '.venv')} install" in steps.done[1]
    assert "--no-deps --require-hashes -r" in steps.done[1]
    assert "--no-build-isolation -e" in steps.done[2]


def test_a_broken_ensurepip_is_the_same_as_none(
    set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is there, and `-m venv` fails all the same."""
    calls: list[str] = []

    def step(_folder: Path, *command: str) -> bool:
        calls.append(" ".join(command))
        return len(calls) > 1

    monkeypatch.setattr(set_up, "step", step)
    monkeypatch.setattr(set_up, "_has", has("pip", "ensurepip"))
    set_up.with_pip(project / ".venv", apt=False)
    assert "--without-pip" in calls[1]


def test_neither_pip_nor_ensurepip(
    set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence that helps; as root with apt it is done instead of said."""
    monkeypatch.setattr(set_up, "step", Steps())
    monkeypatch.setattr(set_up, "_has", has())
    with pytest.raises(set_up.Stop, match="sudo apt install python3-venv"):
        set_up.with_pip(project / ".venv", apt=False)
    installed: list[str] = []

    def apt_install(*packages: str) -> None:
        installed.extend(packages)
        monkeypatch.setattr(set_up, "_has", has("ensurepip"))

    monkeypatch.setattr(set_up, "apt_install", apt_install)
    set_up.with_pip(project / ".venv", apt=True)
    assert installed == ["python3-venv"]


def test_no_network(set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, no stamp."""
    monkeypatch.setenv("CREATOR_CALM_NO_UV", "1")
    monkeypatch.setattr(set_up, "step", Steps(fails=("install",)))
    with pytest.raises(
        set_up.Stop, match=r"could not be installed\. Nothing was changed outside \.venv"
    ):
        set_up.set_up(project / ".venv", apt=False)
    assert not set_up.is_ready(project / ".venv")


def test_a_read_only_checkout(
    set_up: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's cache, by the checkout's own name."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = set_up.environment_folder()
    assert found.parent == tmp_path / "creator-calm"
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    assert set_up.environment_folder() != found


def test_somebody_elses_folder_is_left_alone(
    set_up: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CREATOR_CALM_VENV=/home/me shall not be emptied."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("x")
    monkeypatch.setenv("CREATOR_CALM_VENV", str(tmp_path / "mine"))
    monkeypatch.setattr(set_up, "step", Steps())
    with pytest.raises(set_up.Stop, match="holds something else"):
        set_up.set_up(set_up.environment_folder(), apt=False)
    assert (tmp_path / "mine" / "diary.txt").exists()


def test_waiting_ends(set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody holds the lock and does not let go."""
    monkeypatch.setattr(set_up, "WAIT_S", 0.2)
    with set_up.one_at_a_time(project / ".venv"), pytest.raises(set_up.Stop, match="two minutes"):
        set_up.set_up(project / ".venv", apt=False)


def test_a_step_leaves_what_it_said(set_up: ModuleType, project: Path) -> None:
    """In setup.log, for whoever wants to know; the exit code decides."""
    code = "print('said'); raise SystemExit(3)"
    assert not set_up.step(project / ".venv", sys.executable, "-c", code)
    assert set_up.step(project / ".venv", sys.executable, "-c", "")
    assert (project / ".venv" / set_up.LOG).read_text() == "said\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "C.UTF-8"),
        ({"LANG": "C"}, "C.UTF-8"),
        ({"LANG": "sv_SE.UTF-8"}, None),
        ({"LANG": "sv_SE.utf8"}, None),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, "C.UTF-8"),
    ],
)
def test_a_locale_that_can_say_everything(
    set_up: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    given: dict[str, str],
    expected: str | None,
) -> None:
    """A UTF-8 locale stays, and so does everything else of the user's."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**given, "HTTPS_PROXY": "x"}.items():
        monkeypatch.setenv(name, value)
    found = set_up.child_environment()
    assert found.get("LC_ALL") == expected
    assert found["HTTPS_PROXY"] == "x"
    assert found["PYTHONUTF8"] == "1"


def test_catalogues_are_compiled_when_they_changed(
    set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing or older than the .po; once for all."""
    po = project / "resources" / "locale" / "sv" / "LC_MESSAGES" / "creator_calm.po"
    po.parent.mkdir(parents=True)
    po.touch()
    steps = Steps()
    monkeypatch.setattr(set_up, "step", steps)
    set_up.compile_catalogues(project / ".venv")
    assert steps.done[0].endswith("i18n.py compile")
    po.with_suffix(".mo").touch()
    os.utime(po, (0, 0))
    set_up.compile_catalogues(project / ".venv")
    assert len(steps.done) == 1


# --- what is started ----------------------------------------------------------------------


@pytest.fixture
def started(run_py: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What run.py would become or run, in order; nothing is started."""
    commands: list[list[str]] = []

    def execve(_path: str, command: list[str], _env: dict[str, str]) -> None:
        commands.append(command[1:])

    def call(command: list[str], **_: object) -> int:
        commands.append(command[1:])
        return 0

    monkeypatch.setattr(run_py.os, "execve", execve)
    monkeypatch.setattr(run_py.subprocess, "call", call)
    monkeypatch.setattr(run_py, "obstacle", lambda *_, **__: {"sentence": "", "advice": ""})
    return commands


BLOCKED = {"sentence": "libGL.so.1 is missing.", "advice": "sudo apt install libgl1"}


def test_the_window(run_py: ModuleType, started: list[list[str]], tmp_path: Path) -> None:
    """With a screen: no arguments."""
    run_py.start(tmp_path, [], apt=False)
    assert started[0] == ["-P", "-m", "creator_calm"]


def test_no_screen(
    run_py: ModuleType,
    started: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Why, what would help, and the same job in the terminal."""
    monkeypatch.setattr(run_py, "obstacle", lambda *_, **__: BLOCKED)
    run_py.start(tmp_path, [], apt=False)
    assert capsys.readouterr().out == "libGL.so.1 is missing.\nsudo apt install libgl1\n"
    assert started[0][-1] == "--no-window"


def test_arguments_go_through_unchanged(
    run_py: ModuleType, started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No look at screens: the command line needs none."""
    monkeypatch.delattr(run_py, "obstacle")
    run_py.start(tmp_path, ["triage", "a b.csv", "--json", "--help"], apt=False)
    assert started[0][3:] == ["triage", "a b.csv", "--json", "--help"]


def test_all_tests(run_py: ModuleType, started: list[list[str]], tmp_path: Path) -> None:
    """What follows `test` goes to pytest."""
    assert run_py.test(tmp_path, ["-k", "x"], apt=False, gui=True) == 0
    assert started[0] == ["-m", "pytest", "-k", "x"]


def test_tests_that_cannot_run_make_it_red(
    run_py: ModuleType,
    started: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without Qt's libraries: the others run, and the exit code tells."""
    monkeypatch.setattr(run_py, "obstacle", lambda *_, **__: BLOCKED)
    assert run_py.test(tmp_path, [], apt=False, gui=True) == 1
    assert started[0][2:] == ["-p", "no:pytest-qt", "-m", "not gui and not slow"]
    assert "GUI tests not run. libGL.so.1 is missing." in capsys.readouterr().out


def test_gui_tests_that_are_not_wanted(
    run_py: ModuleType, started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--no-gui: nothing is missing then."""
    monkeypatch.delattr(run_py, "obstacle")
    assert run_py.test(tmp_path, [], apt=False, gui=False) == 0
    assert "no:pytest-qt" in started[0]


def test_what_apt_can_mend_is_mended(
    run_py: ModuleType, set_up: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root: installed, then looked at again; never in a circle."""
    installed: list[tuple[str, ...]] = []
    monkeypatch.setattr(set_up, "python_of", lambda _: sys.executable)
    monkeypatch.setattr(set_up, "apt_install", lambda *names: installed.append(names))
    env = {**os.environ, "SAY": "libGL.so.1 is missing.", "PACKAGES": "libgl1 libegl1"}
    found = run_py.obstacle(project, env, apt=True)
    assert installed == [("libgl1", "libegl1")]
    assert found["sentence"] == "libGL.so.1 is missing."
    run_py.obstacle(project, env, apt=False)
    assert len(installed) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ("start", [], True)),
        (["--no-apt"], ("start", [], False)),
        (["--no-apt", "triage", "--help"], ("start", ["triage", "--help"], False)),
        (["triage", "--no-apt"], ("start", ["triage", "--no-apt"], True)),
        (["test"], ("test", [], True, True)),
        (["test", "--no-gui", "-x", "--no-apt"], ("test", ["-x"], False, False)),
        (["--no-gui", "test"], ("test", [], True, False)),
    ],
)
def test_whose_argument_it_is(
    run_py: ModuleType,
    set_up: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    expected: tuple[object, ...],
) -> None:
    """Own switches stand before anything else, or behind `test`."""
    seen: list[tuple[object, ...]] = []

    def record(name: str) -> Callable[..., None]:
        return lambda _, given, **how: seen.append((name, given, *how.values()))

    monkeypatch.setattr(run_py, "start", record("start"))
    monkeypatch.setattr(run_py, "test", record("test"))
    monkeypatch.setattr(set_up, "set_up", lambda *_, **__: None)
    monkeypatch.setattr(set_up, "may_use_apt", lambda: True)
    run_py.main(words)
    assert seen == [expected]


@pytest.mark.parametrize(("answer", "gone"), [("y\n", True), ("\n", False), ("", False)])
def test_reset_asks(
    run_py: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, gone: bool
) -> None:
    """Only a yes removes."""
    (tmp_path / "venv").mkdir()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(readline=lambda: answer))
    run_py.reset(tmp_path / "venv")
    assert (tmp_path / "venv").exists() is not gone


# --- the real file as a process -----------------------------------------------------------


def command(project: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    """Start run.py with a pretended uv before everything else on PATH."""
    tools = project / "tools"
    if not tools.exists():
        tools.mkdir()
        log = str(project / "uv.log")
        (tools / "uv").write_text(FAKE_UV.format(python=sys.executable, log=log))
        (tools / "uv").chmod(stat.S_IRWXU)
        (project / "creator_calm" / "__main__.py").write_text(PACKAGE)
        (project / "creator_calm" / "__init__.py").touch()
    env = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(project),  # the pretended install puts nothing anywhere
        **more,
    }
    env.pop("CREATOR_CALM_VENV", None)
    return subprocess.Popen(
        [sys.executable, str(project / "run.py"), *words],
        env=env,
        cwd=project.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_two_at_once(project: Path) -> None:
    """One sets up, the other waits; both start."""
    both = [command(project, "formats"), command(project, "formats")]
    said = [process.communicate(timeout=30) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert (project / "uv.log").read_text().splitlines() == ["venv --allow-existing"] + [
        "pip install"
    ] * 2
    assert sum("Setting up once." in out for out, _ in said) == 1
    assert all("creator-calm ['formats'] 1" in out for out, _ in said)


def test_the_second_run_is_fast_and_quiet(project: Path) -> None:
    """Under a second on a free machine; here three times that, for it is shared."""
    command(project, "x").communicate(timeout=30)
    start = time.perf_counter()
    out, err = command(project, "x").communicate(timeout=30)
    assert time.perf_counter() - start < 3
    assert (out, err) == ("creator-calm ['x'] 1\n", "")


def test_without_a_screen_it_goes_on_in_the_terminal(project: Path) -> None:
    """What the look-ahead said, then the program."""
    out, err = command(project, SAY="There is no screen here.").communicate(timeout=30)
    assert out.endswith("There is no screen here.\nDo this.\ncreator-calm ['--no-window'] 1\n")
    assert err == ""


@pytest.mark.parametrize("version", ["3, 9, 2", "3, 10, 14"])
def test_an_old_python_says_so(version: str) -> None:
    """One sentence, exit code 1, no traceback."""
    code = (
        f"import runpy, sys; sys.version_info = ({version}, 'final', 0);"
        "sys.argv = ['run.py']; runpy.run_path(sys.orig_argv[-1], run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "run.py")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr == f"Python 3.11 or newer is needed; this is {version.replace(', ', '.')}.\n"


@pytest.mark.parametrize("name", ["run.py", "packaging/set_up.py"])
def test_an_old_python_can_read_it(name: str) -> None:
    """Syntax of 3.8, or the sentence above would be a SyntaxError."""
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_help() -> None:
    """The two commands and the switches, and nothing is set up for it."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "run.py"), "--help"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert "python3 run.py test" in done.stdout
    assert all(word in done.stdout for word in ("--no-apt", "--no-gui", "--reset"))
