"""From comments to assessments: pure, offline, one after the other (triage section 2)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import (
    Assessment,
    Confidence,
    Evidence,
    Facet,
    Kind,
    Lane,
    Severity,
    not_judged,
)
from creator_calm.domain.own_rules import author_key
from creator_calm.triage.author_names import guest_forms, is_abusive_name, passes_for
from creator_calm.triage.case import Case
from creator_calm.triage.gate import LEARNED_LANGUAGES
from creator_calm.triage.laid_over import overlay_of
from creator_calm.triage.levels import NOT_JUDGED_LEVEL, rule_level
from creator_calm.triage.rules import all_judges
from creator_calm.triage.versions import JUDGED_BY, JUDGED_BY_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from creator_calm.domain.assessment import TriageContext
    from creator_calm.domain.comment import Comment
    from creator_calm.triage.harshness import HarshnessModel

_BATCH: Final = 128


def list_judges() -> tuple[str, ...]:
    """Return the names of all judges, sorted."""
    return tuple(judge.name for judge in all_judges())


def assess(comments: Iterable[Comment], context: TriageContext) -> Iterator[Assessment]:
    """Yield the assessment of each comment, in order, never holding more than one batch.

    A comment that cannot be judged for any reason comes back as `not_judged()`: put away, so
    that nobody meets words that nothing has looked at.
    """
    from creator_calm.triage.harshness import shipped_model  # noqa: PLC0415 - the window starts without numpy

    return assess_with(shipped_model(), comments, context)


def assess_with(
    model: HarshnessModel | None, comments: Iterable[Comment], context: TriageContext
) -> Iterator[Assessment]:
    """Do the same with a given judge of wording; without one the rules decide alone."""
    source = iter(comments)
    while batch := tuple(islice(source, _BATCH)):
        cases = _read(batch, context)
        if model is not None:
            _hear(model, {id(case): case for case in cases if case is not None}.values())
        verdicts = [
            _own() if comment.is_own else _verdict(comment, case, context)
            for comment, case in zip(batch, cases, strict=True)
        ]
        heard = LEARNED_LANGUAGES if model is not None else frozenset()
        if model is None:
            verdicts = [_by_rules_alone(verdict) for verdict in verdicts]
        yield from _as_the_creator_wants(batch, verdicts, context, heard)


def _read(batch: Sequence[Comment], context: TriageContext) -> list[Case | None]:
    """Let the judges read each comment. Equal texts are one case; None could not be read."""
    known: dict[tuple[str, bool], Case | None] = {}
    cases: list[Case | None] = []
    for comment in batch:
        who = author_key(comment.platform, comment.author.account)
        key = (comment.text, who in context.trusted_accounts)
        if key not in known:
            known[key] = None if comment.is_own else _read_one(*key, context)
        cases.append(None if comment.is_own else known[key])
    return cases


def _read_one(text: str, trusted: bool, context: TriageContext) -> Case | None:  # noqa: FBT001 - the parts of a key
    try:
        case = Case(text, context, trusted=trusted)
        case.read()
    except Exception:  # noqa: BLE001 - the promise of this module: no comment ever stops an import
        return None
    return case


def _hear(model: HarshnessModel, cases: Iterable[Case]) -> None:
    """Ask the model about the wording of all texts in its language at once."""
    heard = [case for case in cases if case.language.code in LEARNED_LANGUAGES]
    odds = iter(model.wording([text for case in heard for text in case.worded]))
    for case in heard:
        told = [next(odds) for _ in case.worded]
        with suppress(Exception):  # a text the model stumbles on is judged by rules
            case.hear(model, told)


def _verdict(comment: Comment, case: Case | None, context: TriageContext) -> Assessment:
    if case is None:
        return replace(not_judged(), judged_by=JUDGED_BY)
    try:
        found = case.assessment()
        if case.trusted:
            found = replace(found, facets=found.facets | {Facet.REGULAR})
        return _with_author(found, comment, context)
    except Exception:  # noqa: BLE001 - the promise of this module: no comment ever stops an import
        return replace(not_judged(), judged_by=JUDGED_BY)


def _as_the_creator_wants(
    batch: Sequence[Comment],
    verdicts: list[Assessment],
    context: TriageContext,
    heard: frozenset[str],
) -> list[Assessment]:
    """Lay the creator's own rules over a batch; where that fails, the judges' verdicts stand."""
    if not context.own and not context.repeat_accounts:
        return verdicts
    try:
        return overlay_of(context.own).lay(batch, verdicts, context, heard)
    except Exception:  # noqa: BLE001 - the promise of this module: no rule ever stops an import
        return verdicts


def _by_rules_alone(verdict: Assessment) -> Assessment:
    """Mark a verdict that the model had no part in: where it would speak, nothing is quite sure."""
    sure = verdict.confidence
    if sure is Confidence.HIGH and verdict.language in LEARNED_LANGUAGES:
        sure = Confidence.MEDIUM
    return replace(verdict, confidence=sure, judged_by=JUDGED_BY_RULES)


def _own() -> Assessment:
    """Return what stands for the creator's own words: they are never judged."""
    return Assessment(
        kind=Kind.UNCLEAR,
        facets=frozenset(),
        lane=Lane.CAN_WAIT,
        severity=Severity.FINE,
        harshness=NOT_JUDGED_LEVEL,
        confidence=Confidence.LOW,
        language="und",
        evidence=(),
        put_away=False,
        judged_by=JUDGED_BY,
    )


def _with_author(found: Assessment, comment: Comment, context: TriageContext) -> Assessment:
    """Add what the author's name says; the comment itself is judged on its own."""
    name = comment.author.name
    if not name:
        return found
    if is_abusive_name(name):
        found = replace(found, author_put_away=True)
    guest = name.lstrip("@").lower() in guest_forms(context.guest_names)
    if context.creator_names and not guest and passes_for(name, context.creator_names):
        found = _impersonated(found, context)
    return found


def _impersonated(found: Assessment, context: TriageContext) -> Assessment:
    if found.severity >= Severity.SAFETY or found.lane in {Lane.SAFETY, Lane.DISTRESS}:
        return found
    return replace(
        found,
        kind=Kind.IMPERSONATION,
        lane=Lane.SAFETY,
        severity=Severity.HARSH,
        confidence=Confidence.MEDIUM,
        harshness=rule_level(Kind.IMPERSONATION, Severity.HARSH, Confidence.MEDIUM, found.facets),
        evidence=(*found.evidence, Evidence(0, 0, "impersonation.name")),
        put_away=context.keep_away,
        candidates=(),
    )
