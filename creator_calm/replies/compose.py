"""Make up to three texts from outlines: chosen by a fixed seed, never an open slot, never twice.

The same comment, facts and attempt give the same words on every machine: the choice hangs on
blake2b and not on Python's salted `hash`. "Another" replays the earlier attempts, so that it
knows what has been shown without keeping anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from creator_calm.domain.reply import Audience, Suggestion, Tone
from creator_calm.replies.chips import CLAIMS, rests_on
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.material import Material, gather
from creator_calm.replies.platforms import limit_of
from creator_calm.replies.surface import Rendered, opener, render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.replies.bank import Phrase
    from creator_calm.replies.outline import Outline, Step
    from creator_calm.replies.situation import Situation

MOST = 3
_TRIES = 24
_WITHOUT_EXTRAS = 7
"""From this try on, optional steps are left out."""

_BRIEF_GIVES_WAY = 14
"""From this try on the brief voice may take two sentences: better than to fall silent."""

_HARD_CAP = 500
_SMALLEST_BUDGET = 100
"""Mirroring "too loud" at one and a half times its length would leave room for half a sentence."""

_TONE_WEIGHTS = {
    Tone.PLAIN: {Tone.PLAIN: 1.0, Tone.WARM: 0.25, Tone.BRIEF: 0.25},
    Tone.WARM: {Tone.WARM: 1.0, Tone.PLAIN: 0.3, Tone.BRIEF: 0.05},
    Tone.BRIEF: {Tone.BRIEF: 1.0, Tone.PLAIN: 0.1, Tone.WARM: 0.01},
}
_SPECIFIC = frozenset(
    {"topic", "feeling", "helped", "loss", "absent", "personal", "meeting", "late", "alone"}
)
_NAMES_IT = 3.0
"""How much likelier a phrase is that meets what this comment says."""


@dataclass
class _Memory:
    """What this plan has used up: `gone` may not come back, `tired` only when nothing else fits."""

    gone: set[str]
    tired: set[str]
    openers: set[str]
    texts: set[str] = field(default_factory=set)
    worn: set[str] = field(default_factory=set)
    """Phrases that began a text whose first words had been used; for one outline at a time."""


@dataclass(frozen=True)
class _Desk:
    """What is the same for all suggestions of one plan."""

    situation: Situation
    material: Material
    language: str
    tone: Tone
    usable: dict[str, tuple[Phrase, ...]]


def compose(outlines: Sequence[Outline], situation: Situation) -> tuple[Suggestion, ...]:
    """Return at most three suggestions with different intents; none for a safety kind, ever."""
    language = situation.language
    if situation.is_safety or language is None or not outlines:
        return ()
    material = gather(situation, language)
    usable = {
        move: tuple(phrase for phrase in phrases if _may_be_said(phrase, material, situation))
        for move, phrases in material.bank.moves.items()
    }
    desk = _Desk(situation, material, language, _tone(situation), usable)
    context = situation.context
    memory = _Memory(set(context.used), set(context.recent), set(context.openers))
    suggestions: tuple[Suggestion, ...] = ()
    for attempt in range(context.attempt + 1):
        suggestions = _one_attempt(outlines, desk, memory, attempt)
        if not suggestions:
            break
    return suggestions


def _tone(situation: Situation) -> Tone:
    limit = limit_of(situation.comment.platform) or limit_of(situation.context.platform)
    return Tone.BRIEF if limit is not None and limit.brief else situation.context.tone


def _one_attempt(
    outlines: Sequence[Outline], desk: _Desk, memory: _Memory, attempt: int
) -> tuple[Suggestion, ...]:
    suggestions: list[Suggestion] = []
    shown: set[str] = set()
    for outline in outlines:
        if len(suggestions) == MOST:
            break
        made = _best(outline, desk, memory, shown, attempt)
        if made is None:
            continue
        phrases, rendered = made
        suggestions.append(_suggestion(outline, desk, phrases, rendered))
        shown.update(phrase.id for phrase in phrases)
        memory.texts.add(rendered.text)
    memory.tired.update(shown)
    return tuple(suggestions)


def _best(
    outline: Outline, desk: _Desk, memory: _Memory, shown: set[str], attempt: int
) -> tuple[list[Phrase], Rendered] | None:
    """Return the first clean text within the length wanted, else the shortest clean one."""
    budget = max(_SMALLEST_BUDGET, len(desk.situation.comment.text) * 3 // 2)
    shortest: tuple[list[Phrase], Rendered] | None = None
    memory.worn.clear()
    for turn in range(_TRIES):
        seed = f"{desk.situation.comment.id}|{outline.intent}|{attempt}|{turn}|{desk.language}"
        phrases = _choose(outline, desk, memory, shown, _Dice(seed, turn))
        if phrases is None:
            continue
        rendered = render(phrases, desk.material)
        if not _is_clean(rendered, outline, desk, memory):
            if rendered.opener in memory.openers:
                memory.worn.add(phrases[0].id)
            continue
        if rendered.bank_length <= budget:
            return phrases, rendered
        if shortest is None or len(rendered.text) < len(shortest[1].text):
            shortest = phrases, rendered
    return shortest


def _is_clean(rendered: Rendered, outline: Outline, desk: _Desk, memory: _Memory) -> bool:
    if rendered.text in memory.texts or rendered.opener in memory.openers:
        return False
    if rendered.bank_length > _HARD_CAP:
        return False
    # Private messages are not posted under the comment: the limit is the comment field's.
    for platform in {desk.situation.comment.platform, desk.situation.context.platform}:
        limit = limit_of(platform)
        if (
            limit is not None
            and outline.audience is Audience.PUBLIC
            and not limit.fits(rendered.text)
        ):
            return False
    comment = "" if desk.situation.assessment.put_away else desk.situation.comment.text
    report = check(
        rendered.text,
        desk.language,
        desk.situation.kind,
        # The moves of a strategy answer its kind by construction, whatever words they share.
        off=frozenset({"off_topic"}),
        to=Addressee(comment, outline.audience),
    )
    return all(
        any(start <= finding.start and finding.end <= end for start, end in rendered.own)
        for finding in report.findings
    )


def _suggestion(
    outline: Outline, desk: _Desk, phrases: list[Phrase], rendered: Rendered
) -> Suggestion:
    ticked = desk.situation.facts
    known = frozenset[str]().union(*CLAIMS.values())
    claimed = frozenset[str]().union(*(phrase.needs for phrase in phrases)) & known
    return Suggestion(
        text=rendered.text,
        language=desk.language,
        intent=outline.intent,
        tone=desk.tone,
        audience=outline.audience,
        moves=tuple(dict.fromkeys(phrase.move.lower() for phrase in phrases)),
        phrases=tuple(phrase.id for phrase in phrases),
        claims=claimed,
        facts=rests_on(claimed, ticked),
    )


class _Dice:
    """Numbers between 0 and 1 that hang on the seed and a name and on nothing else."""

    def __init__(self, seed: str, turn: int) -> None:
        self.extras = turn < _WITHOUT_EXTRAS
        self.may_be_brief = turn < _BRIEF_GIVES_WAY
        self._seed = seed.encode("utf-8", "surrogatepass")

    def roll(self, name: str) -> float:
        digest = blake2b(self._seed + b"|" + name.encode(), digest_size=8).digest()
        return (int.from_bytes(digest, "big") + 1) / (2**64 + 1)


def _choose(
    outline: Outline, desk: _Desk, memory: _Memory, shown: set[str], dice: _Dice
) -> list[Phrase] | None:
    """Choose a phrase for every step; None when a step that has to be there has none."""
    chosen: list[Phrase] = []
    for number, step in enumerate(outline.steps):
        if desk.tone is Tone.BRIEF and dice.may_be_brief and not step.brief:
            continue
        candidates = _candidates(step, desk, memory, shown, chosen)
        if not candidates:
            if step.optional:
                continue
            return None
        carries_own = any(_carries_typed(phrase, desk) for phrase in candidates)
        left_out = not dice.extras or dice.roll(f"extra {number}") < 0.5
        if step.optional and left_out and not (carries_own or step.always):
            continue
        chosen.append(_pick(candidates, step.tone or desk.tone, chosen, dice))
    return chosen or None


def _candidates(
    step: Step, desk: _Desk, memory: _Memory, shown: set[str], chosen: list[Phrase]
) -> list[Phrase]:
    for moves in (step.moves,) if step.pooled else zip(step.moves):
        usable = [
            phrase
            for move in moves
            for phrase in desk.usable.get(move, ())
            if (not step.only or step.only in phrase.needs)
            and step.without not in phrase.needs
            and phrase.id not in memory.gone
            and phrase.id not in shown
            and _goes_with(phrase, chosen)
            and (chosen or not _is_worn(phrase, memory))
        ]
        # Words the creator typed come in wherever a phrase can carry them.
        usable = [phrase for phrase in usable if _carries_typed(phrase, desk)] or usable
        usable = [phrase for phrase in usable if phrase.id not in memory.tired] or usable
        usable = [phrase for phrase in usable if not _echoes(phrase, desk, chosen)] or usable
        if usable:
            return usable
    return []


def _may_be_said(phrase: Phrase, material: Material, situation: Situation) -> bool:
    return (
        phrase.reviewed
        and phrase.needs <= material.available
        and all(slot in material.words for slot in phrase.slots)
        and (not phrase.kinds or situation.kind in phrase.kinds)
    )


def _goes_with(phrase: Phrase, chosen: list[Phrase]) -> bool:
    """Each slot once in a reply, each phrase once, and nothing beside what excludes it."""
    slots = set(phrase.slots)
    return all(
        slots.isdisjoint(other.slots)
        and phrase.id != other.id
        and phrase.id not in other.not_with
        and other.id not in phrase.not_with
        for other in chosen
    )


def _echoes(phrase: Phrase, desk: _Desk, chosen: list[Phrase]) -> bool:
    """Whether it says again what an earlier sentence says: two thanks, two apologies."""
    echoes = desk.material.bank.echoes
    return any(not echoes[phrase.id].isdisjoint(echoes[other.id]) for other in chosen)


def _is_worn(phrase: Phrase, memory: _Memory) -> bool:
    """Whether a reply that begins with it would begin as another one did."""
    return phrase.id in memory.worn or opener(phrase.text) in memory.openers


def _carries_typed(phrase: Phrase, desk: _Desk) -> bool:
    return any(slot in desk.material.typed for slot in phrase.slots)


def _pick(candidates: list[Phrase], tone: Tone, chosen: list[Phrase], dice: _Dice) -> Phrase:
    """Choose by weight (Efraimidis and Spirakis 2006): the largest u^(1/w) wins."""
    first_words = {opener(phrase.text).split(" ")[0] for phrase in chosen[-1:]}

    def chance(phrase: Phrase) -> float:
        weight = phrase.weight * max(_TONE_WEIGHTS[tone][other] for other in phrase.tones)
        if not phrase.needs.isdisjoint(_SPECIFIC):
            weight *= _NAMES_IT
        # Two sentences that begin alike, one after the other, sound made.
        if opener(phrase.text).split(" ")[0] in first_words:
            weight *= 0.15
        return float(dice.roll(phrase.id) ** (1 / weight))

    return max(candidates, key=chance)
