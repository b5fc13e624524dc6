"""The core runs without Qt and without sockets: both are blocked in a process of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

GUARDED = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("Qt is blocked")
        return None

def watch(event, arguments):
    if event.startswith(("socket.", "webbrowser.", "urllib.", "http.client", "ftplib", "smtplib")):
        raise RuntimeError(event)
    if event == "import" and arguments[0] in ("socket", "_socket", "ssl", "_ssl"):
        raise RuntimeError(arguments[0])

sys.meta_path.insert(0, NoQt())
sys.addaudithook(watch)
{body}
bad = {{"PySide6", "shiboken6", "socket", "_socket", "ssl", "_ssl"}} & set(sys.modules)
assert not bad, bad
"""

IMPORT_ALL = """
import creator_calm
names = [module.name for module in pkgutil.walk_packages(creator_calm.__path__, "creator_calm.")
         if not module.name.startswith(("creator_calm.ui", "creator_calm.app"))
         and not module.name.endswith("__main__")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def run(body: str) -> subprocess.CompletedProcess[str]:
    """Run `body` in a process where Qt cannot be imported and sockets raise."""
    return subprocess.run(
        [sys.executable, "-P", "-c", GUARDED.format(body=body)],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def test_every_module_below_the_ui_imports_without_qt_and_sockets() -> None:
    """All of them, in one process; walk_packages leaves out packages it cannot import."""
    done = run(IMPORT_ALL)
    assert done.returncode == 0, done.stderr[-2000:]
    files = [
        path
        for path in (ROOT / "creator_calm").rglob("*.py")
        if path.relative_to(ROOT / "creator_calm").parts[0] not in {"ui", "app.py"}
        and path.name != "__main__.py"
    ]
    assert int(done.stdout) == len(files) - 1, (
        "a module was not imported: a folder without __init__?"
    )


@pytest.mark.parametrize(
    "body",
    [
        "import socket",
        "import ssl",
        "import importlib.metadata",
        "import logging.handlers",
        "import multiprocessing.connection",
        "from PySide6 import QtCore",
        "importlib.import_module('creator_calm.ui.safe_text')",
        "importlib.import_module('asyncio')",
    ],
)
def test_the_guard_notices(body: str) -> None:
    """Each of these has to fail, or the test above proves nothing."""
    assert run(body).returncode != 0
