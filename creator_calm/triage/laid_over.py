"""The creator's own rules laid over the judges' verdicts: the last step of triage (section 2).

In rising order: what was learned from corrections, what was said of the same words, own phrases
that put away, own phrases that keep. Safety goes before all of them: what may be a threat, private
data, urging to self-harm or sexual harassment is never shown by a rule, and somebody in distress
is never put away by one. A `Fixed` text of severity 4 stays put away too.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import (
    SAFETY_KINDS,
    Assessment,
    Evidence,
    Facet,
    Kind,
    Lane,
    Severity,
)
from creator_calm.domain.own_rules import Says, Wish, author_key
from creator_calm.domain.standing import Marks, effective, is_judged
from creator_calm.language.normalise import normalise
from creator_calm.language.text_hash import text_hash
from creator_calm.triage.lanes import shown_lane
from creator_calm.triage.learning import Learner, made_ready, unsettled
from creator_calm.triage.phrase_book import NOTHING, PhraseBook
from creator_calm.triage.pieces import FULL_LENGTH, Piece, windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.assessment import TriageContext
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.own_rules import Fixed, OwnRules
    from creator_calm.triage.phrase_book import Found

OWN_PHRASE: Final = "own_phrase"
KEPT_SAFE: Final = "kept_safe"
SAME_WORDS: Final = "corrected.same"
LEARNED: Final = "corrected.like"
REPEATED: Final = "repeat"
MODEL: Final = "model"
_DOUBTED: Final = frozenset({Facet.MAY_BE, Facet.CHECK_SAFETY})
_ATTACKS: Final = frozenset(
    {Kind.ABUSE, Kind.HATE, Kind.HARSH_CRITIQUE, Kind.TROLL, Kind.VIEWERS_FIGHTING}
)


class Overlay:
    """Own rules made ready for use. One is made per set of rules (`overlay_of`)."""

    def __init__(self, own: OwnRules) -> None:
        self.own = own
        self.book = PhraseBook(own.phrases)
        self._fixed = {fixed.text: fixed for fixed in own.fixed}
        self._learner: Learner = made_ready(own.lessons, own.picks)

    def shift(self, normalised: str) -> float:
        """Return by how much corrections move a model's odds of a text, at most 1.5 either way."""
        return self._learner.shifts([normalised])[0] if self._learner.active else 0.0

    def lay(
        self,
        comments: Sequence[Comment],
        verdicts: Sequence[Assessment],
        context: TriageContext,
        heard: frozenset[str] = frozenset(),
    ) -> list[Assessment]:
        """Return the verdicts of a batch as the creator's rules leave them, in order.

        `heard` are the languages in which a model has spoken, with `shift` in its odds already:
        what it put away there is not moved a second time.
        """
        found = [
            verdict
            if comment.is_own or not is_judged(verdict)
            else _repeated(verdict, comment, context)
            for comment, verdict in zip(comments, verdicts, strict=True)
        ]
        if not self.own:
            return found
        found = self._learned(comments, found, context, heard)
        return [
            verdict if comment.is_own or not is_judged(verdict) else self._ruled(comment, verdict)
            for comment, verdict in zip(comments, found, strict=True)
        ]

    def _learned(
        self,
        comments: Sequence[Comment],
        verdicts: list[Assessment],
        context: TriageContext,
        heard: frozenset[str],
    ) -> list[Assessment]:
        if self.own.picks:
            verdicts = [self._learner.tie(verdict) for verdict in verdicts]
        if not self._learner.active:
            return verdicts
        open_to_it = [
            number
            for number, (comment, verdict) in enumerate(zip(comments, verdicts, strict=True))
            if not comment.is_own
            and is_judged(verdict)
            and unsettled(verdict)
            and not (verdict.language in heard and _by_the_model(verdict))
        ]
        shifts = self._learner.shifts([normalise(comments[n].text) for n in open_to_it])
        for number, shift in zip(open_to_it, shifts, strict=True):
            away = self._learner.moved(verdicts[number], shift)
            if away is not None and (not away or context.keep_away):
                verdicts[number] = _corrected(verdicts[number], LEARNED, away=away)
        return verdicts

    def _ruled(self, comment: Comment, verdict: Assessment) -> Assessment:
        if self._fixed:
            fixed = self._fixed.get(text_hash(comment.text))
            if fixed is not None:
                verdict = _fixed(verdict, fixed)
        if self.own.phrases:
            found, places = self._phrases(comment)
            if found:
                verdict = self._phrased(verdict, found, places)
        return verdict

    def _phrases(self, comment: Comment) -> tuple[dict[Wish, list[int]], list[Evidence]]:
        wishes: dict[Wish, list[int]] = {}
        places: list[Evidence] = []
        for number, place in self._search(comment):
            phrase = self.own.phrases[number]
            wishes.setdefault(phrase.wish, []).append(number)
            places.append(Evidence(place.start, place.end, f"{OWN_PHRASE}.{phrase.id}"))
        return wishes, places

    def _search(self, comment: Comment) -> list[tuple[int, Evidence]]:
        """Return the phrases in a comment and where, in characters of its own text."""
        text = comment.text[:FULL_LENGTH]
        found: list[tuple[int, Evidence]] = []
        head = Piece(text[:2_000], 0)
        for piece in (head, *windows(text)):
            author = comment.author.name if piece is head else None
            hits = self.book.find(piece.raw, piece.text, author)
            if hits is not NOTHING:
                found += _placed(hits, piece)
        return found

    def _phrased(
        self, verdict: Assessment, wishes: dict[Wish, list[int]], places: list[Evidence]
    ) -> Assessment:
        evidence = tuple(sorted({*verdict.evidence, *places}))
        if Wish.KEEP in wishes:
            facets = verdict.facets | {Facet.OWN_PHRASE_KEEP}
            if _is_guarded(verdict):
                # Said in the reasons: "kept away: may be a threat".
                safe = (*evidence, Evidence(0, 0, KEPT_SAFE)) if verdict.put_away else evidence
                return replace(verdict, facets=facets, evidence=tuple(sorted(safe)))
            kept = _shown(verdict) if verdict.put_away else verdict
            return replace(kept, facets=facets, evidence=evidence, author_put_away=False)
        facets = verdict.facets | {Facet.OWN_PHRASE_AWAY}
        if verdict.kind is Kind.DISTRESS or verdict.lane is Lane.DISTRESS:
            return replace(verdict, facets=facets, evidence=evidence)
        return replace(_put_away(verdict), facets=facets, evidence=evidence)


_ready: deque[Overlay] = deque(maxlen=2)


def overlay_of(own: OwnRules) -> Overlay:
    """Return rules made ready. The last two are kept: batches come with the same rules, trials with two.

    Found by identity, since comparing 5,000 phrases costs more than a batch.
    """
    for overlay in _ready:
        if overlay.own is own:
            return overlay
    _ready.append(Overlay(own))
    return _ready[-1]


def learned_shift(own: OwnRules, normalised: str) -> float:
    """Return what corrections add to a model's odds of a text before they are held against a bar."""
    return overlay_of(own).shift(normalised) if own.lessons else 0.0


def _placed(found: Found, piece: Piece) -> list[tuple[int, Evidence]]:
    """Turn hits into places of the comment's own text; of a name, only the fact."""
    same_length = len(piece.raw) == len(piece.raw.lower())
    placed = [(number, Evidence(0, 0, OWN_PHRASE)) for number in sorted(found.author)]
    for hit in found.written:
        start, end = (hit.start, hit.end) if same_length else (0, 0)
        placed.append((hit.number, Evidence(piece.offset + start, piece.offset + end, OWN_PHRASE)))
    for hit in found.normalised:
        places = piece.places((hit.start, hit.end), OWN_PHRASE)
        placed.extend((hit.number, place) for place in places)
    return placed


def _by_the_model(verdict: Assessment) -> bool:
    """Say whether a model's odds, corrections in them already, put it away: not moved twice."""
    return verdict.put_away and any(piece.code == MODEL for piece in verdict.evidence)


def _is_guarded(verdict: Assessment) -> bool:
    """Say whether no rule may show this one."""
    return (
        verdict.severity >= Severity.SAFETY
        or verdict.kind in SAFETY_KINDS
        or not _DOUBTED.isdisjoint(verdict.facets)
    )


def _shown(verdict: Assessment) -> Assessment:
    lane = Lane.DISTRESS if verdict.lane is Lane.DISTRESS else shown_lane(verdict.kind)
    return replace(verdict, put_away=False, lane=lane)


def _put_away(verdict: Assessment) -> Assessment:
    if verdict.put_away:
        return verdict
    moved = effective(verdict, Marks(placed=True))
    return replace(verdict, put_away=True, lane=moved.lane)


def _corrected(verdict: Assessment, code: str, *, away: bool) -> Assessment:
    moved = _put_away(verdict) if away else _shown(verdict)
    evidence = tuple(sorted({*verdict.evidence, Evidence(0, 0, code)}))
    return replace(moved, facets=verdict.facets | {Facet.CORRECTED}, evidence=evidence)


def _fixed(verdict: Assessment, fixed: Fixed) -> Assessment:
    """Do to the same words what the creator did to them elsewhere."""
    if _is_guarded(verdict) or verdict.lane is Lane.DISTRESS or verdict.kind is Kind.DISTRESS:
        return verdict
    if fixed.says is Says.KIND and fixed.kind is not None:
        picked = effective(verdict, Marks(picked=fixed.kind))
        evidence = tuple(sorted({*verdict.evidence, Evidence(0, 0, SAME_WORDS)}))
        return replace(picked, evidence=evidence)
    return _corrected(verdict, SAME_WORDS, away=fixed.says is Says.HARSH)


def _repeated(verdict: Assessment, comment: Comment, context: TriageContext) -> Assessment:
    """Weigh an attack more where three or more by the same account are put away already."""
    if not context.repeat_accounts or verdict.kind not in _ATTACKS:
        return verdict
    if author_key(comment.platform, comment.author.account) not in context.repeat_accounts:
        return verdict
    severity = max(verdict.severity, Severity(min(Severity.HARSH, verdict.severity + 1)))
    found = replace(verdict, facets=verdict.facets | {Facet.REPEAT_ABUSE}, severity=severity)
    if severity < Severity.HARSH or verdict.put_away or not context.keep_away:
        return found
    evidence = tuple(sorted({*verdict.evidence, Evidence(0, 0, REPEATED)}))
    return replace(_put_away(found), evidence=evidence)
