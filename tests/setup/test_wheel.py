"""A wheel holds what the program needs: its files, its catalogues, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_wheel_carries_resources_and_catalogues(tmp_path: Path) -> None:
    """Built from a copy, since building writes .mo files; a third of a second."""
    ignore = shutil.ignore_patterns("__pycache__", "*.mo")
    for name in ("creator_calm", "resources", "packaging"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignore)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, tmp_path)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    done = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"creator_calm/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix not in {".mo", ".pot"}
    }
    assert not wanted - held
    for po in (name for name in wanted if name.endswith(".po")):
        assert po.removesuffix(".po") + ".mo" in held
    assert {name.partition("/")[0].partition("-")[0] for name in held} == {"creator_calm"}
    assert any(name.endswith("licenses/LICENSE") for name in held)
