"""Folders of the creator's own, and bundled files from three kinds of installation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from creator_calm import paths
from creator_calm.domain.problems import Problem, ProblemCode

ROOT = Path(__file__).resolve().parents[1]
ASK = "from creator_calm import paths; print(paths.resource('language', 'sv'))"


def test_the_variable_puts_all_four_below_one_folder(home: Path) -> None:
    """Four folders, apart, readable by their owner only."""
    found = paths.folders()
    assert found == paths.Folders(home / "data", home / "config", home / "cache", home / "state")
    assert {oct(folder.stat().st_mode & 0o777) for folder in home.iterdir()} == {"0o700"}


def test_data_dir_wins_and_may_be_new(home: Path, tmp_path: Path) -> None:
    """--data-dir makes its folder, closed to others."""
    found = paths.folders(tmp_path / "x å 🌱")
    assert found.data == tmp_path / "x å 🌱" / "data"
    assert found.data.parent.stat().st_mode & 0o777 == 0o700
    assert not list(home.iterdir())


def test_an_open_folder_is_closed(home: Path) -> None:
    """Whoever made it with other rights: the library is nobody else's business."""
    (home / "data").mkdir(mode=0o755)
    paths.folders()
    assert (home / "data").stat().st_mode & 0o777 == 0o700


def test_a_mistyped_path_grows_no_tree(tmp_path: Path) -> None:
    """The parent has to be there."""
    with pytest.raises(Problem) as caught:
        paths.folders(tmp_path / "no" / "such")
    assert caught.value.code is ProblemCode.FOLDER_MISSING
    assert not (tmp_path / "no").exists()


def test_a_file_in_the_way(tmp_path: Path) -> None:
    """A file is no folder."""
    (tmp_path / "home").write_text("")
    with pytest.raises(Problem) as caught:
        paths.folders(tmp_path / "home")
    assert caught.value.code is ProblemCode.NOT_A_FOLDER


def test_a_link_to_a_drive_that_is_gone(home: Path) -> None:
    """Not a file in the way."""
    (home / "data").symlink_to(home / "drive" / "data")
    with pytest.raises(Problem) as caught:
        paths.folders()
    assert caught.value.code is ProblemCode.FOLDER_MISSING


def test_the_rights_of_a_folder_that_was_there_are_left_alone(tmp_path: Path) -> None:
    """`--data-dir /tmp` once closed /tmp to everybody else."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    found = paths.folders(shared)
    assert shared.stat().st_mode & 0o7777 == 0o1777
    assert found.data.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("given", ["~nobody-of-that-name/x", "a" * 300, "b" * 5000 + "/x"])
def test_a_path_that_cannot_be(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a fault: the system says no in several ways."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Problem):
        paths.folders(Path(given))
    assert not list(tmp_path.iterdir())


def test_no_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only disk refuses even root, so the refusal is played."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(Problem) as caught:
        paths.folders(tmp_path / "home")
    assert caught.value.code is ProblemCode.CANNOT_WRITE


def test_the_systems_own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """XDG is honoured."""
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    for role in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{role}_HOME", str(tmp_path / role))
    if not sys.platform.startswith("linux"):
        pytest.skip("XDG is a convention of Linux")
    found = paths.folders()
    assert found.data == tmp_path / "DATA" / "creator-calm"
    assert found.state == tmp_path / "STATE" / "creator-calm"


def test_one_folder_for_several_roles_is_divided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows and macOS: erasing the cache must not erase the library."""
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    for role in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{role}_HOME", str(tmp_path))
    found = paths.folders()
    assert len({found.data, found.config, found.cache, found.state}) == 4


@pytest.mark.parametrize("part", ["..", "", ".", "a/b", "a\\b", "/etc"])
def test_a_bundled_file_is_never_elsewhere(part: str) -> None:
    """A language code from a settings file could hold a path."""
    with pytest.raises(ValueError, match=r"^$"):
        paths.resource("language", part)


def test_from_a_checkout() -> None:
    """Beside the package."""
    assert paths.resource("language", "sv") == ROOT / "resources" / "language" / "sv"
    assert paths.resource("language", "sv").is_dir()


def test_from_a_wheel(tmp_path: Path) -> None:
    """Inside the package, even where site-packages holds a foreign `resources`."""
    ignore = shutil.ignore_patterns("__pycache__", "ui")
    shutil.copytree(ROOT / "creator_calm", tmp_path / "creator_calm", ignore=ignore)
    (tmp_path / "resources").mkdir()
    asked = run_python(tmp_path, ASK)
    assert asked == str(tmp_path / "creator_calm" / "resources" / "language" / "sv")


def test_from_a_bundle(tmp_path: Path) -> None:
    """Below the folder the bundle unpacked itself to."""
    asked = run_python(ROOT, f"import sys; sys._MEIPASS = {str(tmp_path)!r}; {ASK}")
    assert asked == str(tmp_path / "resources" / "language" / "sv")


def run_python(where: Path, code: str) -> str:
    """Run code that finds the package in `where`."""
    env = {**os.environ, "PYTHONPATH": str(where), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], check=True, env=env, capture_output=True, text=True
    )
    return done.stdout.strip()
