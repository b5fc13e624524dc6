"""`reply` and `check-draft`: one comment or draft on standard input, nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.cli import output
from creator_calm.domain.assessment import SAFETY_KINDS, Assessment, Kind, Lane, TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId, Platform
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Action, Chip, ReplyContext, Tone
from creator_calm.replies import advisor, draft_check
from creator_calm.triage.assess import assess
from creator_calm.wording import (
    _,
    action_step,
    audience_line,
    findings_line,
    intent_title,
    kind_name,
    language,
    positive_word,
    reason_sentence,
    strategy_title,
    unseen_line,
)

if TYPE_CHECKING:
    import argparse

    from creator_calm.domain.draft import DraftReport
    from creator_calm.domain.reply import ReplyPlan


def reply(arguments: argparse.Namespace) -> int:
    """Say what to do about the comment on standard input."""
    comment = Comment(
        CommentId("stdin"), Author(), output.read_input(), platform=Platform(arguments.platform)
    )
    assessment = next(assess([comment], TriageContext()))
    context = ReplyContext(
        interface_language=language(),
        reply_language=arguments.reply_language,
        platform=comment.platform,
        tone=Tone(arguments.tone),
        facts=_facts(arguments.fact),
    )
    plan = advisor.plan(comment, assessment, context)
    if arguments.json:
        output.say_json(plan_json(assessment, plan))
    else:
        say_plan(assessment, plan)
    return 0


def _facts(given: list[str]) -> dict[Chip, str]:
    """Read `CODE[=TEXT]`. Raises Problem SETTING_UNKNOWN for a code that is no chip."""
    facts: dict[Chip, str] = {}
    for one in given:
        code, _equals, text = one.partition("=")
        if code not in {chip.value for chip in Chip}:
            raise Problem(ProblemCode.FACT_UNKNOWN, name=code)
        facts[Chip(code)] = text
    return facts


def plan_json(assessment: Assessment, plan: ReplyPlan) -> dict[str, object]:
    """Return the object of cli.md for a plan."""
    return {
        "assessment": {
            "kind": assessment.kind.value,
            "lane": assessment.lane.value,
            "put_away": assessment.put_away,
            "severity": int(assessment.severity),
            "language": assessment.language,
        },
        "strategy": plan.strategy.value,
        "reason_code": plan.reason.value,
        "reason": reason_sentence(plan.reason),
        "public": plan.public_allowed,
        "suggestions": [
            {
                "text": one.text,
                "language": one.language,
                "intent": one.intent.value,
                "tone": one.tone.value,
                "audience": one.audience.value,
                "moves": list(one.moves),
                "facts": [fact.value for fact in one.facts],
            }
            for one in plan.suggestions
        ],
        "actions": [action.value for action in plan.actions],
    }


def say_plan(assessment: Assessment, plan: ReplyPlan) -> None:
    """Print a plan for a person to read."""
    output.say(f"{kind_name(assessment.kind)} · {strategy_title(plan.strategy)}")
    output.say(reason_sentence(plan.reason))
    if Action.PICK_KIND in plan.actions and len(assessment.candidates) == 2:
        first, second = map(kind_name, assessment.candidates)
        output.say(_("It may be “{first}” or “{second}”.").format(first=first, second=second))
    for one in plan.suggestions:
        output.say()
        output.say(f"{intent_title(one.intent)} · {audience_line(one.audience)}")
        output.say(f"  {one.text}")
    if assessment.lane is Lane.SAFETY or assessment.kind in SAFETY_KINDS:
        output.say()
        output.say(_("Are you safe right now?"))
    if plan.actions:
        output.say()
        output.say(_("Steps:"))
        for number, action in enumerate(plan.actions, start=1):
            output.say(f"  {number}. {action_step(action)}")


def check_draft(arguments: argparse.Namespace) -> int:
    """Look at the draft on standard input."""
    draft = output.read_input()
    report = draft_check.check(
        draft,
        draft_language=arguments.draft_language,
        kind=_kind(arguments.to),
        message_language=language(),
    )
    if arguments.json:
        output.say_json(report_json(report))
    else:
        _say_report(draft, report)
    return 0


def _kind(given: str | None) -> Kind | None:
    if given is None:
        return None
    if given not in {kind.value for kind in Kind}:
        raise Problem(ProblemCode.KIND_UNKNOWN, name=given)
    return Kind(given)


def report_json(report: DraftReport) -> dict[str, object]:
    """Return the object of cli.md for a look at a draft."""
    return {
        "findings": [
            {
                "start": one.start,
                "end": one.end,
                "rule": one.rule,
                "level": one.level.value,
                "message": one.message,
                "suggestion": one.suggestion,
            }
            for one in report.findings
        ],
        "positives": list(report.positives),
    }


def _say_report(draft: str, report: DraftReport) -> None:
    output.say(findings_line(report.findings))
    for one in report.findings:
        output.say(f"  “{draft[one.start : one.end]}”: {one.message}")
        if one.suggestion is not None:
            output.say(
                "    "
                + (
                    _("Change to: {words}").format(words=one.suggestion)
                    if one.suggestion
                    else _("Leave it out.")
                )
            )
    good = [word for code in report.positives if (word := positive_word(code))]
    if good:
        output.say(_("Good: {words}.").format(words=", ".join(good)))
    if report.unseen:
        output.say(unseen_line(len(draft) - report.unseen))
