"""Make up to three texts from outlines: chosen by a fixed seed, never an open slot, never twice.

The same comment, facts and attempt give the same words on every machine: the choice hangs on
blake2b and not on Python's salted `hash`. "Another" replays the earlier attempts, so that it
knows what has been shown without keeping anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.reply import Audience, Suggestion, Tone
from creator_calm.replies.chips import CLAIMS, rests_on
from creator_calm.replies.choosing import Desk, Dice, Memory, choose, usable_phrases
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.material import gather
from creator_calm.replies.platforms import limit_of
from creator_calm.replies.surface import Rendered, render
from creator_calm.replies.voicing import dress, exclaims_too_much, is_barred, keeps_to, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.reply import Strategy
    from creator_calm.replies.bank import Phrase
    from creator_calm.replies.outline import Outline
    from creator_calm.replies.situation import Situation

MOST = 3
_TRIES = 24


def compose(
    outlines: Sequence[Outline], situation: Situation, strategy: Strategy | None = None
) -> tuple[Suggestion, ...]:
    """Return at most three suggestions with different intents; none for a safety kind, ever."""
    language = situation.language
    if situation.is_safety or language is None or not outlines:
        return ()
    material = gather(situation, language)
    usable = usable_phrases(outlines, material, situation, language)
    desk = Desk(
        situation, material, language, _tone(situation), usable, measure(situation, strategy)
    )
    context = situation.context
    memory = Memory(set(context.used), set(context.recent), set(context.openers))
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
    outlines: Sequence[Outline], desk: Desk, memory: Memory, attempt: int
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
    outline: Outline, desk: Desk, memory: Memory, shown: set[str], attempt: int
) -> tuple[list[Phrase], Rendered] | None:
    """Return the first clean text within the length wanted, else the shortest clean one."""
    shortest: tuple[list[Phrase], Rendered] | None = None
    memory.worn.clear()
    for turn in range(_TRIES):
        seed = f"{desk.situation.comment.id}|{outline.intent}|{attempt}|{turn}|{desk.language}"
        dice = Dice(seed, turn)
        phrases = choose(outline, desk, memory, shown, dice)
        if phrases is None:
            continue
        rendered = render(phrases, desk.material)
        if not keeps_to(rendered, phrases, desk.material.typed, desk.measure):
            continue
        rendered = dress(
            rendered, outline.intent, desk.situation, desk.language, desk.tone, dice.roll
        )
        if not _is_clean(rendered, outline, desk, memory):
            if rendered.opener in memory.openers:
                memory.worn.add(phrases[0].id)
            continue
        if rendered.bank_length <= desk.measure.budget:
            return phrases, rendered
        if shortest is None or len(rendered.text) < len(shortest[1].text):
            shortest = phrases, rendered
    return shortest


def _is_clean(rendered: Rendered, outline: Outline, desk: Desk, memory: Memory) -> bool:
    if rendered.text in memory.texts or rendered.opener in memory.openers:
        return False
    situation = desk.situation
    if is_barred(rendered.text, situation.context.voice.never):
        return False
    if exclaims_too_much(rendered, situation.kind):
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
        to=Addressee(comment, audience=outline.audience),
    )
    return all(
        any(start <= finding.start and finding.end <= end for start, end in rendered.own)
        for finding in report.findings
    )


def _suggestion(
    outline: Outline, desk: Desk, phrases: list[Phrase], rendered: Rendered
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
        parts=rendered.parts,
    )
