"""One text while it is judged: read by the judges first, then worded with the model's word."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from time import thread_time
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import (
    Assessment,
    Confidence,
    Facet,
    Kind,
    Lane,
    Severity,
    not_judged,
)
from creator_calm.language.identify import identify
from creator_calm.language.normalise import MAX_CHARACTERS, shouting
from creator_calm.triage import gate
from creator_calm.triage.combine import ATTACK_ORDER, combine
from creator_calm.triage.finding import Finding, less_sure
from creator_calm.triage.laid_over import LEARNED, learned_shift
from creator_calm.triage.lanes import is_put_away, lane_of
from creator_calm.triage.levels import NOT_JUDGED_LEVEL, rule_level
from creator_calm.triage.lexicon import ANYWHERE, GROUPS_OF_WORDS, PROFANITY, load_lexicon
from creator_calm.triage.pieces import FULL_LENGTH, Piece, evidence_of, tail, windows
from creator_calm.triage.reading import Reading
from creator_calm.triage.rules import Judge, all_judges
from creator_calm.triage.sentiment import NEUTRAL, polarity
from creator_calm.triage.versions import JUDGED_BY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from creator_calm.domain.assessment import Point, TriageContext
    from creator_calm.language.identify import Language
    from creator_calm.triage.combine import Verdict
    from creator_calm.triage.finding import Span
    from creator_calm.triage.harshness import HarshnessModel

_BUDGET_S: Final = 1.0
"""Processor time for the far windows of one comment. The caps keep every text at a twentieth of it;
this is only the net: a verdict shall not depend on how slow the machine is."""
_JUDGED: Final = frozenset({"en", "sv"})
_PROMOTION: Final = frozenset({Kind.SPAM, Kind.SELF_PROMO})
_WARM_HINT: Final = 0.5
_CALM: Final = -2.5
_SHORT: Final = 8
_FEWEST_LETTERS: Final = 3


class Case:
    """A text under the context it is judged in. `read`, then `hear`, then `assessment`."""

    def __init__(self, text: str, context: TriageContext, *, trusted: bool) -> None:
        self.text = text
        self.context = context
        self.trusted = trusted
        self.head = Piece(text[:MAX_CHARACTERS], 0)
        self.language = identify(self.head.text, context.language_hint)
        self.codes, self.sure = _lexicons(self.language)
        judged = self.language.code in _JUDGED
        self.others = tuple(_JUDGED.difference(self.codes)) if judged else ()
        self.found: list[tuple[Finding, Piece]] = []
        self.points: tuple[Point, ...] = ()
        self.signals = 0
        self.cleared: list[Span] = []
        self.worded: list[str] = [self.head.text]
        """What the model is asked about: the text, its end if it is long, and what is `left`."""
        self.left: str | None = None
        """The text without what is explained; None where nothing is."""
        self.too_slow = False
        self.model: HarshnessModel | None = None
        self.margin = 0.0
        self._assessment: Assessment | None = None

    def read(self) -> None:
        """Let the judges read all of it."""
        self._read(self.head, whole=True)
        if len(self.text) > MAX_CHARACTERS:
            stop = thread_time() + _BUDGET_S
            for window in windows(self.text):
                self._read(window, whole=False)
                self.too_slow |= thread_time() > stop
                if self.too_slow:
                    return
            # Insults hide at the end of walls of text.
            self.worded.append(tail(self.text).text)
        harmless = (*self.cleared, *gate.swearing(self.head.text, self.signals))
        if harmless:
            self.left = gate.without(self.head.text, harmless)
            self.worded.append(self.left)
        self.found += ((hint, self.head) for hint in self._hint())

    def hear(self, model: HarshnessModel, odds: Sequence[float]) -> None:
        """Take the model's word for each worded text.

        Harshness is that of the whole text. For the gate, what a guard explained is left out, and
        the end of a long text counts if it is worse.
        """
        self.model = model
        self.margin = odds[0] + model.cue_sum(self.signals)
        excess, piece = self._excess(model, odds)
        taught = excess + learned_shift(self.context.own, self.head.text)
        if max(excess, taught) > 0 and not any(_is_firm(f) for f, _ in self.found):
            doubts = gate.Doubts(self.trusted, bool(self.cleared), bool(self.points))
            added = gate.finding(model, piece.text, self.signals, max(excess, taught), doubts)
            if added.code != gate.MODEL:
                taught = excess  # corrections neither make nor hide a matter of safety
            if taught > 0:
                added = added if excess > 0 else replace(added, code=LEARNED)
                self.found.append((added, piece))

    def _excess(self, model: HarshnessModel, odds: Sequence[float]) -> tuple[float, Piece]:
        """Return how far the text is above the bar, and the piece that is."""
        left, signals = odds[0], self.signals
        if self.left is not None:
            left, signals = odds[-1], gate.signals_of(self.left)
        doubts = gate.Doubts(self.trusted, bool(self.cleared), bool(self.points))
        bar = gate.bar(model.cuts[self.context.level], signals, doubts)
        excess, piece = left + model.cue_sum(signals) - bar, self.head
        if len(self.text) > MAX_CHARACTERS:
            end = odds[1] + model.cue_sum(self.signals) - bar
            if end > excess:
                return end, tail(self.text)
        return excess, piece

    def assessment(self) -> Assessment:
        """Say what it is."""
        if self.too_slow:
            return replace(not_judged(), judged_by=JUDGED_BY)
        if self._assessment is None:
            verdict = combine([f for f, _ in self.found], self._text_facets(), trusted=self.trusted)
            self._assessment = self._worded(_as_sure_as(self.language, verdict))
        return self._assessment

    def _read(self, piece: Piece, *, whole: bool) -> None:
        for code in self.codes:
            reading = Reading(piece, load_lexicon(code), self.context, sure=self.sure)
            self.signals |= reading.mask & GROUPS_OF_WORDS
            self._ask(reading, piece, attacks_only=not whole)
            if whole and not self.points:
                self.points = reading.points
        for code in self.others:
            # A threat in Swedish after a line of English is still a threat.
            reading = Reading(piece, load_lexicon(code), self.context, sure=False)
            self._ask(reading, piece, attacks_only=True)

    def _ask(self, reading: Reading, piece: Piece, *, attacks_only: bool) -> None:
        """Ask the judges whose trigger words or signs are in the text."""
        for judge in _called(reading.lexicon.code, reading.mask, attacks_only):
            self.found += [(finding, piece) for finding in judge.judge(reading)]
        if piece is self.head:
            self.cleared += reading.cleared

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
        if self.signals & PROFANITY:
            facets.add(Facet.PROFANITY)
        if shouting(self.head.raw):
            facets.add(Facet.SHOUTING)
        if len(self.text) > MAX_CHARACTERS:
            facets.add(Facet.CUT)
        return frozenset(facets)

    def _worded(self, verdict: Verdict) -> Assessment:
        put_away = is_put_away(verdict, self.context)
        lane = lane_of(verdict, put_away=put_away)
        harshness = self._harshness(verdict)
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

    def _harshness(self, verdict: Verdict) -> float:
        """Return the model's probability where it spoke, else the level the rules judged at."""
        level = rule_level(verdict.kind, verdict.severity, verdict.confidence, verdict.facets)
        if self.model is None or verdict.kind is Kind.DISTRESS:
            return level
        # Far below every bar the mood of the words would move nothing that anybody sees.
        hears_mood = self.language.code == "en" and self.margin > _CALM
        tone = polarity(self.head.text) if hears_mood else NEUTRAL
        by_rules = verdict.severity >= Severity.HARSH and any(
            f.severity >= Severity.HARSH and not f.code.startswith(gate.MODEL)
            for f in verdict.reasons
        )
        heard = self.model.probability(self.margin, tone.compound, tone.neg, by_rules=by_rules)
        return max(heard, level) if verdict.severity is Severity.SAFETY else heard

    def _cannot_judge(self, verdict: Verdict) -> bool:
        """Other languages, and next to nothing written. Attacks that need no language stand."""
        if verdict.kind in ATTACK_ORDER:
            return False
        if self.codes[0] == ANYWHERE:
            return True
        letters = sum(map(str.isalpha, self.head.text[:100]))
        return letters < _FEWEST_LETTERS and verdict.kind is Kind.UNCLEAR


def _is_firm(finding: Finding) -> bool:
    """Say whether a judge put it away already: the model could only blur what sort it is."""
    return finding.severity >= Severity.HARSH and finding.confidence is not Confidence.LOW


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


@lru_cache(maxsize=20_000)
def _called(code: str, mask: int, attacks_only: bool) -> tuple[Judge, ...]:  # noqa: FBT001 - a key
    """Return the judges that the signals in `mask` call for: few masks make most comments."""
    return tuple(
        judge
        for judge, call in _calls(code)
        if mask & call and (judge.full_text or not attacks_only)
    )


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
