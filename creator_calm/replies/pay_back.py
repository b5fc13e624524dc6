"""What can be told once something is done: to somebody who asked, and to everybody who saw it.

Nothing is claimed but the outcome, in the creator's own words. Without them there is no text.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from creator_calm.domain.reply import Audience, Chip, Intent, Suggestion, Tone
from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.replies.bank import load_bank
from creator_calm.replies.compose import compose
from creator_calm.replies.draft_check import check
from creator_calm.replies.material import Material
from creator_calm.replies.outline import Outline, Step
from creator_calm.replies.situation import Situation
from creator_calm.replies.surface import Rendered, opener, render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.reply import ReplyContext
    from creator_calm.replies.bank import Phrase

SEVERAL = 3
"""From so many people on it may be said that several asked."""

_TO_ASKER = Outline(Intent.PAY_BACK, (Step(("PAY_BACK", "FOLLOW_UP"), only="outcome"),))


def pay_back(comment: Comment, assessment: Assessment, context: ReplyContext) -> Suggestion | None:
    """Return a draft for somebody who asked, in the language of their comment; None for nobody.

    `context.facts` holds the outcome. Openers and phrases of `context` are avoided as far as the
    bank reaches; what was said in this thread is not said again.
    """
    situation = Situation(comment, assessment, context)
    if Chip.OUTCOME not in situation.facts or not situation.public_text_allowed:
        return None
    made = compose((_TO_ASKER,), situation)
    return made[0] if made else None


def for_everybody(
    outcome: str, topic: str, people: int, language: str, openers: Iterable[str] = ()
) -> Suggestion | None:
    """Return an update for everybody who saw it, without anybody's name; None without an outcome."""
    words = {"outcome": " ".join(outcome.split())}
    if language not in LANGUAGES or not words["outcome"]:
        return None
    name = load_pack(language).topics.get(topic, "")
    if name:
        words["topic"] = name
    many = {"many"} if people >= SEVERAL else set[str]()
    # Done, but not "sorted out with the person who wrote": nobody has said so.
    available = frozenset({"done"} | words.keys() | many)
    own = frozenset({"outcome"})
    material = Material(load_bank(language), available, words, own, own)
    used = set(openers)
    clean = [
        (phrase, rendered)
        for phrase in _sayable(material)
        if _is_clean(rendered := render([phrase], material), language)
    ]
    fresh = [one for one in clean if opener(one[1].text) not in used] or clean
    if not fresh:
        return None
    phrase, rendered = max(fresh, key=lambda one: _chance(one[0], words["outcome"]))
    return Suggestion(
        text=rendered.text,
        language=language,
        intent=Intent.UPDATE_OTHERS,
        tone=Tone.PLAIN,
        audience=Audience.PUBLIC,
        moves=("update_others",),
        phrases=(phrase.id,),
        claims=frozenset({"outcome"}),
        facts=(Chip.OUTCOME,),
    )


def _sayable(material: Material) -> list[Phrase]:
    return [
        phrase
        for phrase in material.bank.moves["UPDATE_OTHERS"]
        if phrase.reviewed
        and "outcome" in phrase.slots
        and phrase.needs <= material.available
        and all(slot in material.words for slot in phrase.slots)
    ]


def _is_clean(rendered: Rendered, language: str) -> bool:
    """Say whether our own words pass our own check; what the creator typed is theirs."""
    return all(
        any(start <= finding.start and finding.end <= end for start, end in rendered.own)
        for finding in check(rendered.text, language).findings
    )


def _chance(phrase: Phrase, seed: str) -> float:
    """Return a number that hangs on the outcome and the phrase alone: the same words every time."""
    digest = blake2b(f"{seed}|{phrase.id}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    fits = 2.0 if "topic" in phrase.slots else 1.0
    return float(((int.from_bytes(digest, "big") + 1) / (2**64 + 1)) ** (1 / fits))
