"""The layers of CONTRIBUTING.md hold, and every contract is seen to break when it should."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]
COMMAND = "from importlinter import cli; cli.lint_imports_command()"

# For each contract the file to plant it in and the import it has to notice.
MUTANTS = {
    "layers": ("domain/comment.py", "from creator_calm.language import clean"),
    "faces": ("ui/theme.py", "def f():\n    from creator_calm import storage"),
    "worker": ("worker/serving.py", "from creator_calm import workspace"),
    "qt": ("cli/__init__.py", "def f():\n    from PySide6.QtCore import QObject"),
    "database": ("reports/__init__.py", "def f():\n    import apsw"),
    "judging": ("wording/__init__.py", "import numpy as np"),
    "files": ("reports/__init__.py", "import defusedxml.ElementTree"),
    "domain": ("domain/settings.py", "import time"),
    "formats": ("importers/formats/{first}", "from creator_calm.importers.formats import {second}"),
    "strategies": (
        "replies/strategies/{first}",
        "from creator_calm.replies.strategies import {second}",
    ),
    "rules": ("triage/rules/{first}", "from creator_calm.triage.rules import {second}"),
    "pages": ("ui/pages/today.py", "from creator_calm.ui.pages import settings"),
    "network": ("storage/__init__.py", "def f():\n    import http.client"),
}
# What a contract is there for beside its main mutant.
MORE_MUTANTS = [
    ("layers", "triage/__init__.py", "from creator_calm import replies"),
    ("layers", "a_new_module.py", "'''A module that is in no layer.'''"),
    ("layers", "language/__init__.py", "from creator_calm import workspace"),
    ("qt", "workspace/__init__.py", "import PySide6"),
    ("database", "workspace/__init__.py", "import nacl.secret"),
    ("network", "log.py", "import logging"),
    ("network", "workspace/__init__.py", "import multiprocessing"),
    ("domain", "domain/clock.py", "from pathlib import Path"),
]


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in `root`, not on the installed one."""
    return subprocess.run(
        [sys.executable, "-P", "-c", COMMAND, "--no-cache", "--no-logo"],
        check=False,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what import-linter reads."""
    root = tmp_path_factory.mktemp("copy")
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "creator_calm", root / "creator_calm", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def test_every_contract_is_kept() -> None:
    """Also that import-linter looked at all: it prints how many files it analysed."""
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert f"{len(CONTRACTS)} kept, 0 broken" in done.stdout


def test_every_contract_has_a_mutant() -> None:
    """A contract nobody tried to break is a decoration."""
    assert set(MUTANTS) == {contract["id"] for contract in CONTRACTS}


@pytest.mark.parametrize(
    ("contract", "file", "planted"),
    [(name, *mutant) for name, mutant in MUTANTS.items()] + MORE_MUTANTS,
)
def test_a_planted_import_breaks_the_contract(
    copy: Path, contract: str, file: str, planted: str
) -> None:
    """The contract breaks, by name, and is whole again once the import is gone."""
    path, planted = _place(copy / "creator_calm", file, planted)
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n{planted}\n", encoding="utf-8")
    try:
        done = lint(copy)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, encoding="utf-8")
    name = next(entry["name"] for entry in CONTRACTS if entry["id"] == contract)
    assert done.returncode == 1, done.stdout
    assert f"{name} BROKEN" in done.stdout, done.stdout


def _place(package: Path, file: str, planted: str) -> tuple[Path, str]:
    """Fill {first} and {second} with two modules found in that folder."""
    if "{first}" not in file:
        return package / file, planted
    folder = package / Path(file).parent
    found = sorted(path for path in folder.glob("*.py") if not path.name.startswith("_"))
    assert len(found) >= 2, f"{folder.name} holds fewer than two modules"
    return found[0], planted.format(second=found[1].stem)
