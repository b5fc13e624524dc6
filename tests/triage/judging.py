"""How the tests of this folder get a verdict."""

from __future__ import annotations

from creator_calm.domain.assessment import Assessment, TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.triage.assess import assess, assess_with

DEFAULT = TriageContext()


def comment(text: str, name: str | None = None, account: str | None = None) -> Comment:
    return Comment(CommentId("test:1"), Author(name, account), text)


def judge(text: str, context: TriageContext = DEFAULT) -> Assessment:
    return next(assess([comment(text)], context))


def judge_by_rules(text: str, context: TriageContext = DEFAULT) -> Assessment:
    """Return what the rules say alone, without the learned model."""
    return next(assess_with(None, [comment(text)], context))


def codes(found: Assessment) -> set[str]:
    return {evidence.code for evidence in found.evidence}
