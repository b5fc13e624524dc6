"""How a reply sounds and how long it may be: the creator's own way of writing, within fixed limits."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind, Severity
from creator_calm.domain.reply import Intent, Strategy, Tone
from creator_calm.domain.voice import Emoji, Greeting, Length
from creator_calm.language.names import first_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from creator_calm.replies.bank import Phrase
    from creator_calm.replies.situation import Situation
    from creator_calm.replies.surface import Rendered

LONG_STRATEGIES: Final = frozenset({Strategy.CORRECT, Strategy.RESOLVE_COMPLAINT, Strategy.HOLD})
"""Where a long reply is of use: facts, money, and what is being looked into."""

BELOW_ZERO: Final = frozenset(
    {
        Kind.COMPLAINT, Kind.DISAPPOINTMENT, Kind.CRITIQUE, Kind.HARSH_CRITIQUE, Kind.SHARED_STORY,
        Kind.DISTRESS, Kind.ACCUSATION, Kind.COPYRIGHT_CLAIM, Kind.DISAGREEMENT,
        Kind.VAGUE_NEGATIVE, Kind.SARCASM, Kind.TECH_PROBLEM, Kind.PARASOCIAL,
        Kind.VIEWERS_FIGHTING, Kind.HATE,
    }
)  # fmt: skip
"""Kinds below zero in feeling: no exclamation mark and no emoji."""

_SMALLEST_BUDGET: Final = 100
"""Mirroring "too loud" at one and a half times its length would leave room for half a sentence."""

_CAPS: Final = {Length.SHORT: (280, 2), Length.MEDIUM: (500, 3), Length.LONG: (1_000, 5)}
_SENTENCE_END: Final = re.compile(r"[.!?…](?=\s|$)")
_HELLO: Final = {"en": "Hi", "sv": "Hej"}
_KEPT_CAPITAL: Final = re.compile(r"I(?:['’]\w+)?\b")
_TO_NO_ONE: Final = frozenset({Intent.NORM_EMPATHY, Intent.NORM_RULE})
_EMOJI: Final = {
    Kind.PRAISE: ("😊", "💛", "🙏"),
    Kind.QUESTION: ("🙂", "👍"),
    Kind.REQUEST: ("🙂", "😊"),
    Kind.MIXED: ("🙂",),
}
_NO_SMILE: Final = frozenset({Intent.NO_KINDLY, Intent.OWN_IT, Intent.HOLD, Intent.HOLD_WITH_DATE})
_IS_EMOJI: Final = re.compile("[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff]")
_LIKED: Final = 2.5
"""How much likelier a phrase is that holds a word the creator likes to use."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The most characters and sentences of ours, and the length wanted; all are kept.

    `lean` leaves out whatever may be left out, `full` leaves nothing out that fits.
    """

    cap: int
    sentences: int
    budget: int
    lean: bool = False
    full: bool = False


def measure(situation: Situation, strategy: Strategy | None) -> Measure:
    """Return how long a reply to this comment may be."""
    wanted = situation.context.voice.length
    may_be_long = strategy in LONG_STRATEGIES
    mirrored = max(_SMALLEST_BUDGET, len(situation.comment.text) * 3 // 2)
    if wanted is Length.MIRROR:
        long = may_be_long and mirrored > _CAPS[Length.MEDIUM][0]
        return Measure(*_CAPS[Length.LONG if long else Length.MEDIUM], mirrored, full=long)
    if wanted is Length.LONG and not may_be_long:
        wanted = Length.MEDIUM
    cap, sentences = _CAPS[wanted]
    return Measure(cap, sentences, cap, lean=wanted is Length.SHORT, full=wanted is Length.LONG)


def keeps_to(
    rendered: Rendered, phrases: Iterable[Phrase], typed: frozenset[str], most: Measure
) -> bool:
    """Say whether a text is short enough; what the creator typed is as long as they want it."""
    own = len(rendered.text) - rendered.bank_length
    long = rendered.bank_length if own > most.cap // 2 else len(rendered.text)
    ours = (one for one in phrases if typed.isdisjoint(one.slots))
    return long <= most.cap and sum(map(sentences_in, ours)) <= most.sentences


def sentences_in(phrase: Phrase) -> int:
    """Return how many sentences a phrase is."""
    return max(1, len(_SENTENCE_END.findall(phrase.text)))


def is_barred(text: str, never: frozenset[str]) -> bool:
    """Say whether a text holds a word the creator never uses."""
    pattern = _words(never)
    return pattern is not None and pattern.search(text.casefold()) is not None


def liking(text: str, words: frozenset[str]) -> float:
    """Return how much likelier words the creator likes to use make a phrase."""
    pattern = _words(words)
    return _LIKED if pattern is not None and pattern.search(text.casefold()) else 1.0


@lru_cache(maxsize=16)
def _words(words: frozenset[str]) -> re.Pattern[str] | None:
    given = sorted(word.casefold() for word in words if word.strip())
    if not given:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, given))})(?!\w)")


def exclaims_too_much(rendered: Rendered, kind: Kind) -> bool:
    """Say whether our own words shout: one mark at most, none to what is below zero."""
    ours = rendered.text
    for start, end in reversed(rendered.own):
        ours = ours[:start] + ours[end:]
    return ours.count("!") > (0 if kind in BELOW_ZERO else 1)


def dress(
    rendered: Rendered,
    intent: Intent,
    situation: Situation,
    language: str,
    tone: Tone,
    roll: Callable[[str], float],
) -> Rendered:
    """Add what the creator's own way of writing has before and after: hello, emoji, sign-off."""
    if intent in _TO_NO_ONE:
        return rendered
    voice = situation.context.voice
    hello = "" if tone is Tone.BRIEF else _greeting(situation, language)
    dressed = _with_greeting(rendered, hello) if hello else rendered
    smile = _smile(intent, situation, roll)
    if smile:
        dressed = replace(dressed, text=f"{dressed.text} {smile}")
    if voice.sign_off.strip():
        text = f"{dressed.text} {voice.sign_off.strip()}"
        own = (len(dressed.text) + 1, len(text))
        dressed = replace(dressed, text=text, own=(*dressed.own, own))
    return dressed


def _greeting(situation: Situation, language: str) -> str:
    """Return "Hi Anna", "Hi", or nothing; in the middle of a talk nobody says hello again."""
    voice, assessment = situation.context.voice, situation.assessment
    hello = _HELLO[language]
    if voice.greeting is Greeting.NONE or situation.context.before.rounds:
        return ""
    if is_barred(hello, voice.never):
        return ""
    known = not (assessment.author_put_away or assessment.put_away)
    name = None
    if voice.greeting is Greeting.NAME and known:
        name = first_name(situation.comment.author.name)
    return f"{hello} {name}" if name else hello


def _with_greeting(rendered: Rendered, hello: str) -> Rendered:
    """Put a greeting before the first sentence, which goes on in small letters where it can."""
    text = rendered.text
    typed_first = bool(rendered.own) and rendered.own[0][0] == 0
    if typed_first or _KEPT_CAPITAL.match(text):
        before = f"{hello}. " if typed_first else f"{hello}, "
    else:
        before, text = f"{hello}, ", text[:1].lower() + text[1:]
    own = tuple((start + len(before), end + len(before)) for start, end in rendered.own)
    return replace(rendered, text=before + text, own=own)


def _smile(intent: Intent, situation: Situation, roll: Callable[[str], float]) -> str:
    wish, kind = situation.context.voice.emoji, situation.kind
    fits = kind in _EMOJI and intent not in _NO_SMILE
    if wish is Emoji.NEVER or not fits or situation.assessment.severity >= Severity.HURTFUL:
        return ""
    seen = not situation.assessment.put_away and _IS_EMOJI.search(situation.comment.text[:2_000])
    if wish is Emoji.AS_THEY_DO and not seen:
        return ""
    choices = _EMOJI[kind]
    return choices[int(roll("emoji") * 0.999_999 * len(choices))]
