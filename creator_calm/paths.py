"""Where bundled files and the creator's own data are."""

from __future__ import annotations

import os
import sys
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import platformdirs

from creator_calm.domain.problems import Problem, ProblemCode

HOME_VARIABLE = "CREATOR_CALM_HOME"
_ROLES = ("data", "config", "cache", "state")


@dataclass(frozen=True, slots=True)
class Folders:
    """The four folders of the creator's own. `data` holds the library and its key file."""

    data: Path
    config: Path
    cache: Path
    state: Path


def folders(data_dir: Path | None = None) -> Folders:
    """Return the four folders, made if need be and readable by their owner only.

    `data_dir` or the variable CREATOR_CALM_HOME puts all four below one folder, which may be
    new but whose parent has to exist (a mistyped path shall not grow a tree). Its rights are left
    alone when it was there before: it may be somebody's home, or a folder everybody shares.
    Raises Problem FOLDER_MISSING, NOT_A_FOLDER or CANNOT_WRITE.
    """
    base = data_dir or _home_from_environment()
    if base is None:
        found = _system_folders()
    else:
        base = _absolute(base)
        if not os.path.isdir(base.parent):  # noqa: PTH112 - Path.is_dir raises where it may not look
            raise Problem(ProblemCode.FOLDER_MISSING, name=str(base.parent))
        if not os.path.isdir(base):  # noqa: PTH112
            _make_private(base)
        found = Folders(*(base / role for role in _ROLES))
    for folder in astuple(found):
        _make_private(folder)
    return found


def _absolute(folder: Path) -> Path:
    try:
        folder = folder.expanduser()
    except RuntimeError:  # "~somebody" whom this computer does not know
        raise Problem(ProblemCode.FOLDER_MISSING, name=str(folder)) from None
    return Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would need it to exist


def _home_from_environment() -> Path | None:
    home = os.environ.get(HOME_VARIABLE, "")
    return Path(home) if home else None


def _system_folders() -> Folders:
    system = platformdirs.PlatformDirs("creator-calm", appauthor=False)
    where = (
        system.user_data_path,
        system.user_config_path,
        system.user_cache_path,
        system.user_state_path,
    )
    # Windows and macOS give one folder for several roles; erasing the cache must not erase data.
    shared = len(set(where)) < len(where)
    return Folders(
        *(path / role if shared else path for path, role in zip(where, _ROLES, strict=True))
    )


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except FileExistsError:
        dangling = not os.path.exists(folder)  # noqa: PTH110 - a link to a drive that is not there
        code = ProblemCode.FOLDER_MISSING if dangling else ProblemCode.NOT_A_FOLDER
        raise Problem(code, name=str(folder)) from None
    except OSError:
        raise Problem(ProblemCode.CANNOT_WRITE, name=str(folder)) from None
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise Problem(ProblemCode.CANNOT_WRITE, name=str(folder))


def resource(*parts: str) -> Path:
    """Return a file or folder of `resources/`, from a checkout, an installed wheel or a bundle.

    `parts` are single names such as `resource("language", "sv", "topics.toml")`; a part that
    could leave the folder is a ValueError. Whether the file exists is the caller's question.
    """
    for part in parts:
        if part in {"", ".", ".."} or "/" in part or "\\" in part or "\0" in part:
            raise ValueError
    return _resources().joinpath(*parts)


@cache
def _resources() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    package = Path(__file__).resolve().parent
    # In a checkout `resources/` lies beside the package; in a wheel inside it. pyproject.toml
    # tells the two apart: site-packages may hold somebody else's folder of that name.
    if (package.parent / "pyproject.toml").is_file():
        return package.parent / "resources"
    return package / "resources"
