"""Which phrases make one reply: by a fixed seed, a phrase for each step, nothing twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from creator_calm.domain.learned import learned_name
from creator_calm.domain.reply import Tone
from creator_calm.replies.own_phrases import OWN, as_phrase
from creator_calm.replies.surface import opener
from creator_calm.replies.voicing import is_barred, liking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.replies.bank import Phrase
    from creator_calm.replies.material import Material
    from creator_calm.replies.outline import Outline, Step
    from creator_calm.replies.situation import Situation
    from creator_calm.replies.voicing import Measure

_WITHOUT_EXTRAS = 7
"""From this try on, optional steps are left out."""

_BRIEF_GIVES_WAY = 14
"""From this try on the brief voice may take two sentences: better than to fall silent."""

_LEFT_OUT, _LEFT_OUT_LONG = 0.5, 0.15
"""How often an optional step is left out, and how often in a long reply."""

_TONE_WEIGHTS = {
    Tone.PLAIN: {Tone.PLAIN: 1.0, Tone.WARM: 0.25, Tone.BRIEF: 0.25},
    Tone.WARM: {Tone.WARM: 1.0, Tone.PLAIN: 0.3, Tone.BRIEF: 0.05},
    Tone.BRIEF: {Tone.BRIEF: 1.0, Tone.PLAIN: 0.1, Tone.WARM: 0.01},
}
_SPECIFIC = frozenset(
    {"topic", "feeling", "helped", "loss", "absent", "personal", "meeting", "late", "alone"}
)
_NO_ECHO: frozenset[int] = frozenset()
_NAMES_IT = 3.0
"""How much likelier a phrase is that meets what this comment says."""


@dataclass
class Memory:
    """What this plan has used up: `gone` may not come back, `tired` only when nothing else fits."""

    gone: set[str]
    tired: set[str]
    openers: set[str]
    texts: set[str] = field(default_factory=set)
    worn: set[str] = field(default_factory=set)
    """Phrases that began a text whose first words had been used; for one outline at a time."""


@dataclass(frozen=True)
class Desk:
    """What is the same for all suggestions of one plan."""

    situation: Situation
    material: Material
    language: str
    tone: Tone
    usable: dict[str, tuple[Phrase, ...]]
    measure: Measure


class Dice:
    """Numbers between 0 and 1 that hang on the seed and a name and on nothing else."""

    def __init__(self, seed: str, turn: int) -> None:
        self.extras = turn < _WITHOUT_EXTRAS
        self.may_be_brief = turn < _BRIEF_GIVES_WAY
        self.is_last = turn >= _BRIEF_GIVES_WAY
        self._seed = seed.encode("utf-8", "surrogatepass")

    def roll(self, name: str) -> float:
        """Return this seed's number for a name."""
        digest = blake2b(self._seed + b"|" + name.encode(), digest_size=8).digest()
        return (int.from_bytes(digest, "big") + 1) / (2**64 + 1)


def choose(
    outline: Outline, desk: Desk, memory: Memory, shown: set[str], dice: Dice
) -> list[Phrase] | None:
    """Choose a phrase for every step; None when a step that has to be there has none."""
    chosen: list[Phrase] = []
    measure = desk.measure
    brief = desk.tone is Tone.BRIEF and dice.may_be_brief
    needed = sum(not step.optional for step in outline.steps)
    # Where nothing fits with it, the opening gives way to what the creator has to say.
    shorter = needed > measure.sentences or (desk.tone is not Tone.BRIEF and dice.is_last)
    for number, step in enumerate(outline.steps):
        if step.long and not (measure.full and dice.extras):
            continue
        if not step.brief and (brief or (shorter and not step.optional)):
            continue
        candidates = _candidates(step, desk, memory, shown, chosen)
        if not candidates:
            if step.optional:
                continue
            return None
        carries_own = any(_carries_typed(phrase, desk) for phrase in candidates)
        chance = _LEFT_OUT_LONG if measure.full else _LEFT_OUT
        left_out = not dice.extras or measure.lean or dice.roll(f"extra {number}") < chance
        if step.optional and left_out and not (carries_own or step.always):
            continue
        chosen.append(_pick(candidates, step.tone or desk.tone, desk, chosen, dice))
    return chosen or None


def _candidates(
    step: Step, desk: Desk, memory: Memory, shown: set[str], chosen: list[Phrase]
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
        # The creator's own outrank ours, as long as they are not worn out.
        fresh = (one for one in usable if one.id not in memory.tired)
        usable = [phrase for phrase in fresh if phrase.id.startswith(OWN)] or usable
        if usable:
            return usable
    return []


def usable_phrases(
    outlines: Sequence[Outline], material: Material, situation: Situation, language: str
) -> dict[str, tuple[Phrase, ...]]:
    """Return by move what may be said here: phrases of the bank, and the creator's own before them.

    Moves that no outline has are left out: looking through a whole bank takes longer than the rest.
    """
    wanted = {move for outline in outlines for step in outline.steps for move in step.moves}
    own: dict[str, list[Phrase]] = {}
    for phrase in situation.context.learned.own:
        if phrase.language == language:
            own.setdefault(phrase.move, []).append(as_phrase(phrase))
    return {
        move: tuple(
            phrase
            for phrase in (*own.get(move, ()), *phrases)
            if may_be_said(phrase, material, situation)
        )
        for move, phrases in material.bank.moves.items()
        if move in wanted
    }


def may_be_said(phrase: Phrase, material: Material, situation: Situation) -> bool:
    """Say whether a phrase rests on nothing that is not there, fits the kind, and is not barred."""
    return (
        phrase.reviewed
        and phrase.needs <= material.available
        and not _is_retired(phrase, material, situation)
        and all(slot in material.words for slot in phrase.slots)
        and (not phrase.kinds or situation.kind in phrase.kinds)
        and not is_barred(phrase.text, situation.context.voice.never)
    )


def _is_retired(phrase: Phrase, material: Material, situation: Situation) -> bool:
    learned = situation.context.learned.phrases
    known = learned.get(learned_name(material.bank.language, phrase.id)) if learned else None
    return known is not None and known.retired


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


def _echoes(phrase: Phrase, desk: Desk, chosen: list[Phrase]) -> bool:
    """Whether it says again what an earlier sentence says: two thanks, two apologies."""
    echoes = desk.material.bank.echoes
    held = echoes.get(phrase.id, _NO_ECHO)
    return any(not held.isdisjoint(echoes.get(other.id, _NO_ECHO)) for other in chosen)


def _is_worn(phrase: Phrase, memory: Memory) -> bool:
    """Whether a reply that begins with it would begin as another one did."""
    return phrase.id in memory.worn or opener(phrase.text) in memory.openers


def _carries_typed(phrase: Phrase, desk: Desk) -> bool:
    return any(slot in desk.material.typed for slot in phrase.slots)


def _pick(
    candidates: list[Phrase], tone: Tone, desk: Desk, chosen: list[Phrase], dice: Dice
) -> Phrase:
    """Choose by weight (Efraimidis and Spirakis 2006): the largest u^(1/w) wins."""
    context = desk.situation.context
    liked, learned = context.voice.words, context.learned.phrases
    first_words = {opener(phrase.text).split(" ")[0] for phrase in chosen[-1:]}

    def chance(phrase: Phrase) -> float:
        weight = phrase.weight * max(_TONE_WEIGHTS[tone][other] for other in phrase.tones)
        weight *= liking(phrase.text, liked)
        known = learned.get(learned_name(desk.language, phrase.id)) if learned else None
        if known is not None:
            weight *= known.weight
        if not phrase.needs.isdisjoint(_SPECIFIC):
            weight *= _NAMES_IT
        # Two sentences that begin alike, one after the other, sound made.
        if opener(phrase.text).split(" ")[0] in first_words:
            weight *= 0.15
        return float(dice.roll(phrase.id) ** (1 / weight))

    return max(candidates, key=chance)
