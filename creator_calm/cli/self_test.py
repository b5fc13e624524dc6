"""`self-test`: does this installation work? Counts by file name, so that Qt stays unloaded."""

from __future__ import annotations

import pkgutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import creator_calm
from creator_calm import paths
from creator_calm.cli import output
from creator_calm.clock import SystemClock
from creator_calm.domain.assessment import Kind, TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.domain.problems import Problem
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies.bank import bank_counts, unlocked_care
from creator_calm.triage.assess import assess
from creator_calm.wording import _, available_languages, number
from creator_calm.workspace import Workspace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

LINES: tuple[tuple[str, Kind, bool], ...] = (
    ("Thank you so much, I love this video!", Kind.PRAISE, False),
    ("This is fucking insane, you absolutely killed it", Kind.PRAISE, False),
    ("The music is too loud at 3:20, I could not hear you.", Kind.CRITIQUE, False),
    ("What brush do you use?", Kind.QUESTION, False),
    ("you're such a pathetic loser", Kind.ABUSE, True),
    ("I know where you live and I'm coming for you", Kind.THREAT, True),
    ("kys", Kind.SELF_HARM_URGING, True),
    ("I don't want to be alive anymore", Kind.DISTRESS, False),
    ("Vilket bra slut på videon!", Kind.PRAISE, False),
    ("håll käften din jävla idiot", Kind.ABUSE, True),
)


@dataclass
class _Checks:
    passed: int = 0
    failed: int = 0
    lines: list[str] = field(default_factory=list)

    def note(self, what: str, found: str, *, fine: bool) -> None:
        self.passed += fine
        self.failed += not fine
        output.say(f"{'ok    ' if fine else 'FAILED'} {what}: {found}")


def run(_arguments: argparse.Namespace) -> int:
    """Check the parts and the whole; return 1 if anything failed."""
    checks = _Checks()
    _count_parts(checks)
    _load_model(checks)
    _judge_lines(checks)
    _keep_and_find(checks)
    output.say(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


def _modules(*package: str) -> int:
    folder = Path(creator_calm.__file__).parent.joinpath(*package)
    return sum(
        1 for module in pkgutil.iter_modules([str(folder)]) if not module.name.startswith("_")
    )


def _files(folder: str, ending: str) -> int:
    place = paths.resource(folder)
    return (
        sum(1 for entry in place.iterdir() if entry.name.endswith(ending)) if place.is_dir() else 0
    )


def _count_parts(checks: _Checks) -> None:
    """Count what is found by being there: a bundle that lost its plug-ins shows up here."""
    counts = {
        _("formats"): (_modules("importers", "formats"), 6),
        _("judges"): (_modules("triage", "rules"), 20),
        _("strategies"): (_modules("replies", "strategies"), 14),
        _("pages"): (_modules("ui", "pages"), 6),
        _("icons"): (_files("icons", ".svg"), 34),
        _("themes"): (_files("themes", ".toml"), 4),
        _("languages of the program"): (len(available_languages()), 2),
    }
    for what, (found, least) in counts.items():
        checks.note(what, number(found), fine=found >= least)
    for code in LANGUAGES:
        phrases = sum(bank_counts(code).values())
        checks.note(
            _("phrases ({language})").format(language=code), number(phrases), fine=phrases >= 100
        )
    unlocked = sum(len(unlocked_care(code)) for code in LANGUAGES)
    checks.note(
        _("words of care not reviewed yet and offered"), number(unlocked), fine=not unlocked
    )


def _load_model(checks: _Checks) -> None:
    from creator_calm.triage.harshness import shipped_model  # noqa: PLC0415 - only this command needs it here

    model = shipped_model()
    found = model.version[:8] if model else _("missing or damaged")
    checks.note(_("learned judge of wording"), found, fine=model is not None)


def _judge_lines(checks: _Checks) -> None:
    comments = [
        Comment(CommentId(f"line-{at}"), Author(), text)
        for at, (text, _kind, _away) in enumerate(LINES)
    ]
    verdicts = list(assess(comments, TriageContext()))
    right = sum(
        verdict.kind is kind and verdict.put_away is away
        for verdict, (_text, kind, away) in zip(verdicts, LINES, strict=True)
    )
    checks.note(_("lines judged as expected"), f"{right}/{len(LINES)}", fine=right == len(LINES))


def _keep_and_find(checks: _Checks) -> None:
    """Bring the made-up comments into a throw-away library through the real worker, and find them."""
    steps: tuple[tuple[str, Callable[[Workspace], bool]], ...] = (
        (_("comments brought in by the worker"), _brings_in),
        (_("comments found again"), lambda desk: desk.inbox.counts().total > 0),
    )
    with tempfile.TemporaryDirectory() as place:
        folders = paths.folders(Path(place) / "library")
        try:
            desk = Workspace.open(folders, SystemClock())
        except Problem as problem:
            checks.note(_("throw-away library"), problem.code.value, fine=False)
            return
        try:
            for what, step in steps:
                checks.note(what, _("yes") if (fine := step(desk)) else _("no"), fine=fine)
        finally:
            desk.close()


def _brings_in(desk: Workspace) -> bool:
    sample = paths.resource("samples", "comments.jsonl")
    job = desk.importing.start(Source(path=str(sample), name=sample.name), ReadOptions())
    while not job.done:
        job.poll(0.1)
    receipt = job.receipt
    return receipt is not None and receipt.new == receipt.read > 0
