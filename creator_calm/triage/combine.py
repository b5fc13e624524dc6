"""From what the judges saw to one kind, its facets, severity and confidence (sections 9 to 11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.triage.finding import less_sure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from creator_calm.triage.finding import Finding

ATTACK_ORDER: Final = (
    Kind.THREAT,
    Kind.DOXXING,
    Kind.SELF_HARM_URGING,
    Kind.SEXUAL,
    Kind.DISTRESS,
    Kind.HATE,
    Kind.ABUSE,
    Kind.IMPERSONATION,
    Kind.VIEWERS_FIGHTING,
    Kind.SPAM,
    Kind.SELF_PROMO,
)
"""Which attack names the comment when there are several; the others stay as facets."""

_SAFETY: Final = frozenset(ATTACK_ORDER[:5])
_RANK: Final = {kind: index for index, kind in enumerate(Kind)}
_BASE: Final[Mapping[Kind, Severity]] = {
    Kind.ACCUSATION: Severity.HURTFUL,
    Kind.TROLL: Severity.PRICKLY,
    Kind.PARASOCIAL: Severity.PRICKLY,
    Kind.COPYRIGHT_CLAIM: Severity.PRICKLY,
    Kind.COMPLAINT: Severity.PRICKLY,
    Kind.DISAPPOINTMENT: Severity.PRICKLY,
    Kind.SARCASM: Severity.PRICKLY,
    Kind.VAGUE_NEGATIVE: Severity.PRICKLY,
}
_ALL_TO_ME: Final = "parasocial.only"
_CLEAR_LEAD: Final = 1
_PROMOTION: Final = frozenset({Kind.SPAM, Kind.SELF_PROMO})
_PLUGGED: Final = frozenset({Kind.PRAISE, Kind.SHARED_STORY, Kind.QUESTION})
_KIND_WORDS: Final = frozenset({Kind.PRAISE, Kind.SHARED_STORY})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the comment is, before lanes and putting away."""

    kind: Kind
    facets: frozenset[Facet]
    severity: Severity
    confidence: Confidence
    candidates: tuple[Kind, ...]
    reasons: tuple[Finding, ...]


def combine(findings: Sequence[Finding], facets: frozenset[Facet], *, trusted: bool) -> Verdict:
    """Weigh all findings. `facets` are those of the text itself (shouting, profanity, cut)."""
    content = _content(findings)
    attacks = [f for f in findings if f.kind in ATTACK_ORDER]
    all_facets = facets.union(*(f.facets for f in findings))
    firm = [f for f in attacks if not (f.kind in _SAFETY and f.confidence is Confidence.LOW)]
    doubtful = [f for f in attacks if f.kind in _SAFETY and f.confidence is Confidence.LOW]
    if firm:
        verdict = _attack(firm, content, all_facets, trusted=trusted)
    else:
        verdict = _calm(content, all_facets, trusted=trusted)
    return (
        _with_doubts(verdict, doubtful)
        if doubtful and verdict.severity < Severity.SAFETY
        else verdict
    )


def _content(findings: Iterable[Finding]) -> dict[Kind, Finding]:
    """Keep the weightiest finding of each content kind, and settle which kinds give way."""
    best: dict[Kind, Finding] = {}
    for finding in findings:
        kind = finding.kind
        if kind is None or kind in ATTACK_ORDER:
            continue
        if kind not in best or finding.points > best[kind].points:
            best[kind] = finding
    _give_way(best)
    return best


def _points(content: Mapping[Kind, Finding], kind: Kind) -> int:
    return content[kind].points if kind in content else 0


def _give_way(content: dict[Kind, Finding]) -> None:
    """Praise around a question is politeness; a question inside a complaint is part of it."""
    _only_asked(content)
    if _points(content, Kind.QUESTION) >= 2:
        content.pop(Kind.PRAISE, None)
    for heavier in (Kind.COMPLAINT, Kind.COPYRIGHT_CLAIM, Kind.TECH_PROBLEM, Kind.ACCUSATION):
        if _points(content, heavier) >= 2 or (heavier is Kind.ACCUSATION and heavier in content):
            content.pop(Kind.QUESTION, None)
            content.pop(Kind.REQUEST, None)
            content.pop(Kind.CRITIQUE, None)
            content.pop(Kind.VAGUE_NEGATIVE, None)
    if Kind.MIXED in content:
        content.pop(Kind.PRAISE, None)
        content.pop(Kind.CRITIQUE, None)
    if _points(content, Kind.CRITIQUE) >= 2:
        content.pop(Kind.VAGUE_NEGATIVE, None)
        content.pop(Kind.REQUEST, None)
        if _points(content, Kind.PRAISE) >= 2 and Kind.QUESTION not in content:
            _mix(content)


def _only_asked(content: dict[Kind, Finding]) -> None:
    """Drop a question that is the wish itself ("can you make …") or asks for too much closeness."""
    for kind in (Kind.PARASOCIAL, Kind.REQUEST):
        if kind in content and _overlap(content[kind], content.get(Kind.QUESTION)):
            content.pop(Kind.QUESTION)
    closer = content.get(Kind.PARASOCIAL)
    if closer is not None and (closer.severity >= Severity.HURTFUL or closer.code == _ALL_TO_ME):
        for lighter in (Kind.QUESTION, Kind.REQUEST, Kind.PRAISE):
            content.pop(lighter, None)
    if _points(content, Kind.COMPLAINT) >= 2:
        # Money or goods are at stake; that somebody is let down by it goes without saying.
        content.pop(Kind.DISAPPOINTMENT, None)


def _overlap(one: Finding, other: Finding | None) -> bool:
    return other is not None and any(a < d and c < b for a, b in one.spans for c, d in other.spans)


def _mix(content: dict[Kind, Finding]) -> None:
    """Praise and a point together are mixed."""
    praise, critique = content.pop(Kind.PRAISE), content.pop(Kind.CRITIQUE)
    content[Kind.MIXED] = type(critique)(
        "mixed.point", Kind.MIXED, praise.spans + critique.spans, facets=critique.facets, points=3
    )


def _attack(
    attacks: Sequence[Finding],
    content: Mapping[Kind, Finding],
    facets: frozenset[Facet],
    *,
    trusted: bool,
) -> Verdict:
    top = min(attacks, key=lambda f: (_place(f), -f.severity, f.confidence is not Confidence.HIGH))
    kind = top.kind
    assert kind is not None
    same = [f for f in attacks if f.kind is kind]
    severity = max(f.severity for f in same)
    confidence = min((f.confidence for f in same), key=_sureness)
    if kind in _PROMOTION:
        return _promotion(top, content, facets, confidence)
    facets = _told_apart(kind, same, facets)
    if kind is Kind.ABUSE:
        severity = _abuse_severity(same, severity, facets, trusted=trusted)
        if severity < Severity.HURTFUL and _points(content, Kind.PRAISE) >= 2:
            return _calm(content, facets, trusted=trusted)
        if Facet.VALID_POINT in facets or Kind.ACCUSATION in content:
            kind = Kind.HARSH_CRITIQUE if Facet.VALID_POINT in facets else Kind.ACCUSATION
            severity = max(severity, Severity.HURTFUL)
    reasons = tuple(sorted(attacks, key=_place)) + tuple(
        f for f in content.values() if f.kind is kind
    )
    return Verdict(kind, facets, severity, confidence, (), reasons)


def _place(finding: Finding) -> int:
    kind = finding.kind
    return ATTACK_ORDER.index(kind) if kind is not None else len(ATTACK_ORDER)


def _sureness(confidence: Confidence) -> int:
    return (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW).index(confidence)


def _told_apart(kind: Kind, same: Sequence[Finding], facets: frozenset[Facet]) -> frozenset[Facet]:
    """Drop `may_be` where a finding that nothing makes doubtful stands beside the doubtful one."""
    if kind in _SAFETY and any(Facet.MAY_BE not in f.facets for f in same):
        return facets - {Facet.MAY_BE}
    return facets


def _promotion(
    top: Finding, content: Mapping[Kind, Finding], facets: frozenset[Facet], confidence: Confidence
) -> Verdict:
    """Return promotion, or the praise or question around it where the plug is not sure."""
    assert top.kind is not None
    if confidence is not Confidence.HIGH:
        weighty = {k: f for k, f in content.items() if f.points >= 2 and k in _PLUGGED}
        if weighty:
            return _calm(weighty, facets, trusted=False)
    return Verdict(top.kind, facets, top.severity, confidence, (), (top,))


def _abuse_severity(
    insults: Sequence[Finding], severity: Severity, facets: frozenset[Facet], *, trusted: bool
) -> Severity:
    separate = {f.spans for f in insults}
    at_somebody_else = all(Facet.ABOUT_OTHERS in f.facets for f in insults)
    calm_voice = at_somebody_else or Facet.SHOUTING not in facets
    steps = (len(separate) >= 2) + (not calm_voice)
    raised = min(Severity.HARSH, severity + min(steps, 1))
    return Severity(max(Severity.PRICKLY, raised - 1)) if trusted else Severity(raised)


def _calm(content: Mapping[Kind, Finding], facets: frozenset[Facet], *, trusted: bool) -> Verdict:
    ranked = sorted(content.values(), key=lambda f: (-f.points, _RANK[f.kind or Kind.UNCLEAR]))
    if not ranked:
        return Verdict(Kind.UNCLEAR, facets, Severity.FINE, Confidence.LOW, (), ())
    top = ranked[0]
    kind = top.kind
    assert kind is not None
    if top.points < 1 and top.severity is Severity.FINE:
        return Verdict(Kind.UNCLEAR, facets, Severity.FINE, Confidence.LOW, (kind,), (top,))
    if trusted and kind is Kind.TROLL:
        kind = Kind.VAGUE_NEGATIVE
    severity = max(top.severity, _BASE.get(kind, Severity.FINE))
    if Facet.PROFANITY in facets and kind not in _KIND_WORDS:
        severity = max(severity, Severity.PRICKLY)
    confidence = top.confidence
    candidates: tuple[Kind, ...] = ()
    rivals = [
        f.kind for f in ranked[1:] if top.points - f.points < _CLEAR_LEAD and f.kind is not None
    ]
    if rivals:
        confidence, candidates = Confidence.LOW, (kind, rivals[0])
    elif top.points <= 1 and confidence is Confidence.HIGH:
        confidence = Confidence.MEDIUM
    return Verdict(kind, facets, Severity(severity), confidence, candidates, (top,))


def _with_doubts(verdict: Verdict, doubtful: Sequence[Finding]) -> Verdict:
    """Mark a faint sign of danger, so that it stands where it is looked at, whatever else it is."""
    reasons = (*verdict.reasons, *doubtful)
    facets = verdict.facets
    kind = verdict.kind
    if all(f.kind is Kind.DISTRESS for f in doubtful):
        if kind in {Kind.UNCLEAR, Kind.PRAISE}:
            kind = Kind.SHARED_STORY
        return Verdict(
            kind, facets | {Facet.PAST_RISK}, verdict.severity, Confidence.LOW, (), reasons
        )
    severity = max(verdict.severity, Severity.HARSH)
    return Verdict(
        kind,
        facets | {Facet.CHECK_SAFETY},
        severity,
        less_sure(verdict.confidence),
        verdict.candidates,
        reasons,
    )
