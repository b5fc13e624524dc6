"""From what the model makes of the wording to a finding: the gate of triage section 12.

A listed word or an address lowers the bar, a guard that cleared an insult raises it, and so does
a concrete point said to nobody: criticism gets the benefit of the doubt. The model never shows
what a rule put away, and never speaks of Swedish.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.language.identify import is_small_word
from creator_calm.triage.finding import Finding
from creator_calm.triage.lexicon import (
    GROUP,
    GROUPS_OF_WORDS,
    INSULT,
    PROFANITY,
    SLUR,
    YOU,
    load_lexicon,
)
from creator_calm.triage.reading import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.triage.finding import Span
    from creator_calm.triage.harshness import Cuts, HarshnessModel

LEARNED_LANGUAGES: Final = frozenset({"en", "und"})
MODEL: Final = "model"
THREAT: Final = "model.threat"
HATE: Final = "model.hate"

_LISTED: Final = INSULT | SLUR
_DOUBT: Final = 0.6
"""Beyond `plain` where a quote, a negation, an idiom or a warm word cleared what a rule saw."""
_POINT: Final = 0.5
_FEWEST_LEFT: Final = 3
_TRUSTED: Final = 1.0
_NARROW: Final = 0.4
"""So near the bar, "not sure" is the honest answer."""
_CARRIED: Final = 0.6
_MOST_WORDS: Final = 3


class Doubts(NamedTuple):
    """What speaks against putting a text away by its wording."""

    trusted: bool
    """It is by somebody the creator trusts."""
    cleared: bool
    """A guard took back what a judge saw."""
    point: bool
    """It holds something that can be acted on."""


def bar(cuts: Cuts, signals: int, doubts: Doubts) -> float:
    """Return the margin above which a text counts as harsh. `signals`: what the lists see in it."""
    listed, aimed = bool(signals & _LISTED), bool(signals & YOU)
    height = (cuts.plain, cuts.one, cuts.both)[listed + aimed]
    if doubts.cleared:
        height += _DOUBT
    elif doubts.point and not listed and not aimed:
        height += _POINT
    return height + _TRUSTED * doubts.trusted


def swearing(text: str, signals: int) -> tuple[Span, ...]:
    """Return where a normalised text swears, if it does so at nobody and insults nobody.

    Swearing alone is not harsh, so these words are not held against it. Empty otherwise.
    """
    if not signals & PROFANITY or signals & (YOU | SLUR):
        return ()
    lexicon = load_lexicon("en")
    found = []
    for match in TOKEN.finditer(text):
        word = match.group()
        if word in lexicon.insult_nouns or word in lexicon.insult_adjectives:
            return ()
        if lexicon.signals.get(word, 0) & PROFANITY:
            found.append(match.span())
    return tuple(found)


def without(text: str, spans: Iterable[Span]) -> str:
    """Return a normalised text without the words at `spans`, which a guard explained.

    Empty where so little is left that nothing can be said of it.
    """
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    left = text.split()
    return " ".join(left) if len(left) >= _FEWEST_LEFT else ""


def signals_of(text: str) -> int:
    """Return the signal bits that the English lists see in a normalised text."""
    look = load_lexicon("en").signals.get
    found = 0
    for token in TOKEN.findall(text):
        found |= look(token, 0)
    return found & GROUPS_OF_WORDS


def finding(
    model: HarshnessModel, text: str, signals: int, excess: float, doubts: Doubts
) -> Finding:
    """Return what the model adds to the judges of a normalised text `excess` above the bar."""
    spans = telling_words(model, text)
    heads = model.heads(text)
    if "threat" in heads and not doubts.cleared:
        facets = frozenset({Facet.MAY_BE})
        return Finding(THREAT, Kind.THREAT, spans, Severity.SAFETY, Confidence.MEDIUM, facets)
    if "identity_attack" in heads and signals & (GROUP | SLUR):
        return Finding(HATE, Kind.HATE, spans, Severity.HARSH, Confidence.MEDIUM)
    sure = Confidence.LOW if excess < _NARROW else Confidence.MEDIUM
    facets = frozenset({Facet.INSULT} if "insult" in heads else ())
    return Finding(MODEL, Kind.ABUSE, spans, Severity.HARSH, sure, facets)


def telling_words(model: HarshnessModel, text: str) -> tuple[Span, ...]:
    """Return where the fewest words stand that carry most of a normalised text's odds.

    Three at the most; small words and names of groups are never the reason.
    """
    weighed = model.contributions(text)
    whole = sum(max(0.0, weight) for _, weight in weighed)
    look = load_lexicon("en").signals.get
    placed, at = [], 0
    for word, weight in weighed:
        at = text.index(word, at)
        bare = word.strip(".,!?:;\"'()")
        if weight > 0 and bare and not is_small_word(bare) and not look(bare, 0) & GROUP:
            placed.append((weight, (at, at + len(word))))
        at += len(word)
    chosen: list[Span] = []
    carried = 0.0
    for weight, span in sorted(placed, key=lambda one: -one[0])[:_MOST_WORDS]:
        chosen.append(span)
        carried += weight
        if carried >= _CARRIED * whole:
            break
    return tuple(sorted(chosen))
