"""From comments to assessments: pure, offline, one after the other (triage section 2)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import islice
from time import thread_time
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
from creator_calm.language.identify import identify
from creator_calm.language.normalise import MAX_CHARACTERS, NORMALISER_VERSION, shouting
from creator_calm.triage.author_names import guest_forms, is_abusive_name, passes_for
from creator_calm.triage.combine import ATTACK_ORDER, combine
from creator_calm.triage.finding import Finding, less_sure
from creator_calm.triage.harshness import NOT_JUDGED_LEVEL, harshness_of, rule_level
from creator_calm.triage.laid_over import overlay_of
from creator_calm.triage.lanes import is_put_away, lane_of
from creator_calm.triage.lexicon import (
    ANYWHERE,
    LISTS_VERSION,
    PROFANITY,
    RULES_VERSION,
    load_lexicon,
)
from creator_calm.triage.pieces import FULL_LENGTH, Piece, evidence_of, windows
from creator_calm.triage.reading import Reading
from creator_calm.triage.rules import Judge, all_judges
from creator_calm.triage.sentiment import polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from creator_calm.domain.assessment import Point, TriageContext
    from creator_calm.domain.comment import Comment
    from creator_calm.language.identify import Language
    from creator_calm.triage.combine import Verdict
    from creator_calm.triage.harshness import HarshnessModel

_BATCH: Final = 128
_BUDGET_S: Final = 0.25
"""Processor time for the far windows of one comment. The caps keep every text below it; this is
only the net, so it is generous: a verdict shall not depend on how busy the machine is."""
_JUDGED: Final = frozenset({"en", "sv"})
_PROMOTION: Final = frozenset({Kind.SPAM, Kind.SELF_PROMO})
_WARM_HINT: Final = 0.5
_SHORT: Final = 8
_FEWEST_LETTERS: Final = 3

JUDGED_BY: Final = f"normaliser {NORMALISER_VERSION}, rules {RULES_VERSION}, lists {LISTS_VERSION}"
"""The versions a stored assessment depends on: it is recomputed when one changes."""


def list_judges() -> tuple[str, ...]:
    """Return the names of all judges, sorted."""
    return tuple(judge.name for judge in all_judges())


def assess(
    comments: Iterable[Comment], context: TriageContext, model: HarshnessModel | None = None
) -> Iterator[Assessment]:
    """Yield the assessment of each comment, in order, never holding more than one batch.

    A comment that cannot be judged for any reason comes back as `not_judged()`: put away, so
    that nobody meets words that nothing has looked at. `model` is the learned judge of wording;
    without one the rules decide alone.
    """
    source = iter(comments)
    while batch := tuple(islice(source, _BATCH)):
        seen: dict[tuple[str, bool], Assessment] = {}
        verdicts = [_assess_one(comment, context, model, seen) for comment in batch]
        yield from _as_the_creator_wants(batch, verdicts, context)


def _as_the_creator_wants(
    batch: Sequence[Comment], verdicts: list[Assessment], context: TriageContext
) -> list[Assessment]:
    """Lay the creator's own rules over a batch; where that fails, the judges' verdicts stand."""
    if not context.own and not context.repeat_accounts:
        return verdicts
    try:
        return overlay_of(context.own).lay(batch, verdicts, context)
    except Exception:  # noqa: BLE001 - the promise of this module: no rule ever stops an import
        return verdicts


def _assess_one(
    comment: Comment,
    context: TriageContext,
    model: HarshnessModel | None,
    seen: dict[tuple[str, bool], Assessment],
) -> Assessment:
    if comment.is_own:
        return _own()
    try:
        who = author_key(comment.platform, comment.author.account)
        trusted = who in context.trusted_accounts
        key = (comment.text, trusted)
        found = seen.get(key)
        if found is None:
            found = seen[key] = _Case(comment.text, context, model, trusted=trusted).assessment()
        if trusted:
            found = replace(found, facets=found.facets | {Facet.REGULAR})
        return _with_author(found, comment, context)
    except Exception:  # noqa: BLE001 - the promise of this module: no comment ever stops an import
        return replace(not_judged(), judged_by=JUDGED_BY)


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


class _Case:
    """One comment while it is judged."""

    def __init__(
        self, text: str, context: TriageContext, model: HarshnessModel | None, *, trusted: bool
    ) -> None:
        self.text = text
        self.context = context
        self.model = model
        self.trusted = trusted
        self.head = Piece(text[:MAX_CHARACTERS], 0)
        self.language = identify(self.head.text, context.language_hint)
        self.codes, self.sure = _lexicons(self.language)
        judged = self.language.code in _JUDGED
        self.others = tuple(_JUDGED.difference(self.codes)) if judged else ()
        self.found: list[tuple[Finding, Piece]] = []
        self.points: tuple[Point, ...] = ()
        self.profane = False

    def assessment(self) -> Assessment:
        """Read all of it and say what it is."""
        self._read(self.head, whole=True)
        stop = thread_time() + _BUDGET_S
        for window in windows(self.text):
            self._read(window, whole=False)
            if thread_time() > stop:
                return replace(not_judged(), judged_by=JUDGED_BY)
        self.found += ((hint, self.head) for hint in self._hint())
        verdict = combine([f for f, _ in self.found], self._text_facets(), trusted=self.trusted)
        return self._worded(_as_sure_as(self.language, verdict))

    def _read(self, piece: Piece, *, whole: bool) -> None:
        for code in self.codes:
            reading = Reading(piece, load_lexicon(code), self.context, sure=self.sure)
            self.profane |= bool(reading.mask & PROFANITY)
            self._ask(reading, piece, attacks_only=not whole)
            if whole and not self.points:
                self.points = reading.points
        for code in self.others:
            # A threat in Swedish after a line of English is still a threat.
            reading = Reading(piece, load_lexicon(code), self.context, sure=False)
            self._ask(reading, piece, attacks_only=True)

    def _ask(self, reading: Reading, piece: Piece, *, attacks_only: bool) -> None:
        """Ask the judges whose trigger words or signs are in the text."""
        mask = reading.mask
        for judge, call in _calls(reading.lexicon.code):
            if mask & call and (judge.full_text or not attacks_only):
                self.found += [(finding, piece) for finding in judge.judge(reading)]

    def _hint(self) -> Iterator[Finding]:
        """Sentiment as a weak hint where the judges saw little, in English only.

        It names what may be meant, for the creator to pick: alone it was wrong for half of a
        real export ("fight like dogs" scores warm). It never puts away, never lowers severity.
        """
        if self.language.code != "en" or any(
            f.points or f.severity or f.facets for f, _ in self.found
        ):
            return
        compound = polarity(self.head.text).compound
        if compound >= _WARM_HINT:
            yield Finding("hint.warm", Kind.PRAISE)
        elif compound <= -_WARM_HINT and len(self.head.tokens) <= _SHORT:
            yield Finding("hint.cold", Kind.VAGUE_NEGATIVE)

    def _text_facets(self) -> frozenset[Facet]:
        facets = set()
        if self.profane:
            facets.add(Facet.PROFANITY)
        if shouting(self.head.raw):
            facets.add(Facet.SHOUTING)
        if len(self.text) > MAX_CHARACTERS:
            facets.add(Facet.CUT)
        return frozenset(facets)

    def _worded(self, verdict: Verdict) -> Assessment:
        put_away = is_put_away(verdict, self.context)
        lane = lane_of(verdict, put_away=put_away)
        level = rule_level(verdict.kind, verdict.severity, verdict.confidence, verdict.facets)
        harshness = harshness_of(self.model, self.language.code, self.head.text, level)
        if not put_away and self._cannot_judge(verdict):
            lane, harshness = Lane.CANNOT_JUDGE, NOT_JUDGED_LEVEL
            put_away = self.context.keep_away and self.context.cannot_judge_away
        reasons = set(map(id, verdict.reasons))
        return Assessment(
            kind=verdict.kind,
            facets=verdict.facets,
            lane=lane,
            severity=verdict.severity,
            harshness=harshness,
            confidence=verdict.confidence,
            language=self.language.code,
            evidence=evidence_of([pair for pair in self.found if id(pair[0]) in reasons]),
            put_away=put_away,
            points=self.points,
            candidates=verdict.candidates,
            scored_to=min(len(self.text), FULL_LENGTH),
            judged_by=JUDGED_BY,
        )

    def _cannot_judge(self, verdict: Verdict) -> bool:
        """Other languages, and next to nothing written. Attacks that need no language stand."""
        if verdict.kind in ATTACK_ORDER:
            return False
        if self.codes[0] == ANYWHERE:
            return True
        letters = sum(map(str.isalpha, self.head.text[:100]))
        return letters < _FEWEST_LETTERS and verdict.kind is Kind.UNCLEAR


def _as_sure_as(language: Language, verdict: Verdict) -> Verdict:
    """No verdict is surer than the language it rests on."""
    if language.code in _JUDGED and language.confidence is not Confidence.LOW:
        if Facet.CUT in verdict.facets and verdict.severity is Severity.FINE:
            return replace(verdict, confidence=less_sure(verdict.confidence))
        return verdict
    if language.code in _JUDGED or language.code == "und":
        # Three words of insult are an insult in any case: medium, not low.
        stands = verdict.kind in _PROMOTION or (
            verdict.kind in ATTACK_ORDER and verdict.confidence is Confidence.MEDIUM
        )
        return verdict if stands else replace(verdict, confidence=less_sure(verdict.confidence))
    if verdict.kind in _PROMOTION:
        return verdict
    confidence = Confidence.MEDIUM if verdict.kind in ATTACK_ORDER else Confidence.LOW
    kind = verdict.kind if verdict.kind in ATTACK_ORDER else Kind.UNCLEAR
    return replace(verdict, kind=kind, confidence=confidence, candidates=())


def _lexicons(language: Language) -> tuple[tuple[str, ...], bool]:
    """Return the lexicons to judge by, and whether the language is sure enough for false friends."""
    also = tuple(code for code in language.also if code in _JUDGED)
    if language.code in _JUDGED:
        return (language.code, *also), not also and language.confidence is not Confidence.LOW
    if language.code == "und":
        return ("en", "sv"), False
    return (ANYWHERE, *also), False


@cache
def _calls(code: str) -> tuple[tuple[Judge, int], ...]:
    """Return each judge with the signal bits that call for it in a language: the pre-filter."""
    masks = load_lexicon(code).masks
    found = []
    for judge in all_judges():
        call = judge.needs
        for name in judge.patterns:
            call |= masks.get(name, 0)
        found.append((judge, call))
    return tuple(found)
