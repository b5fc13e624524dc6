"""What replies may never hold: any word to a danger, any word of an attack, anything private.

The tests hold these figures to nothing at all, and the benchmark prints them.
"""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import SAFETY_KINDS, Assessment, Kind
from creator_calm.domain.comment import Author, Comment, CommentId, Platform
from creator_calm.domain.reply import Chip, ReplyContext, Suggestion, Tone
from creator_calm.replies.advisor import plan
from creator_calm.triage.lexicon import GROUP, INSULT, SLUR, load_lexicon
from tests.cli.running import run
from tests.replies.gates import Figures
from tests.replies.made import EVERY_FACT, LANGUAGES, judged
from tests.triage.judging import judge
from tests.triage.test_lines import VARIANTS, load
from tests.triage.test_obfuscation import DISGUISES, disguised

if TYPE_CHECKING:
    from collections.abc import Iterator

DANGER: Final = frozenset({"threat", "self_harm_urging", "doxxing", "sexual"})
LEADS: Final = ("förresten, ", "by the way, ", "I'm just saying: ", "jag säger bara: ")
"""The other language in front, and words that look like a report of what others said."""

ATTACKS: Final = frozenset({"abuse", "hate", "harsh critique", "accusation"})
POINT: Final = {"en": "the music is far too loud", "sv": "musiken är alldeles för hög"}
PRIVATE: Final = (
    "@bob_92", "anna.berg@example.org", "070-123 45 67", "Storgatan 12", "19900101-2384",
    "https://example.org/anna", "4111 1111 1111 1111",
)  # fmt: skip
FACTS: Final[tuple[tuple[Chip, ...], ...]] = (
    (),
    (Chip.GOT_IT_WRONG, Chip.WILL_CHANGE),
    (Chip.SEE_IT_DIFFERENTLY, Chip.WONT_CHANGE),
    (Chip.NOT_SURE_YET, Chip.WHEN),
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TELLING = 5
_BAD = INSULT | SLUR | GROUP


def dangerous() -> Iterator[tuple[str, str, str]]:
    """Kind, language and text of safety comments: as written, rewritten, and in disguise."""
    for code in LANGUAGES:
        for group in load(code)["group"]:
            kinds = group.get("kinds", ())
            if len(kinds) != 1 or kinds[0] not in DANGER:
                continue
            for line in group["lines"]:
                texts = [change(line, code) for change in VARIANTS.values()]
                texts += [disguised(line, code, name) for name in DISGUISES]
                texts += [lead + line for lead in LEADS]
                for text in dict.fromkeys(texts):
                    yield kinds[0], code, text


def safety() -> tuple[Figures, Figures]:
    """Texts and invitations offered to danger: where the kind is known, and through the judge.

    In the second, "missed" counts comments that the judge takes for another kind.
    """
    known, whole = Figures(), Figures()
    for kind, code, text in dangerous():
        for figures, verdict in ((known, judged(Kind(kind), code)), (whole, judge(text))):
            figures.tried += 1
            figures.wrong["missed"] += verdict.kind not in SAFETY_KINDS
            if _offers(text, verdict):
                figures.note("text", text)
    return known, whole


def _offers(text: str, verdict: Assessment) -> bool:
    """Whether anything is offered, whatever is ticked and however often it is asked for."""
    comment = Comment(CommentId(text), Author("Anna"), text, platform=Platform.YOUTUBE)
    ticked = {chip: EVERY_FACT.get(chip, "") for chip in Chip}
    owned = {Chip.GOT_IT_WRONG: "", Chip.WILL_CHANGE: "", Chip.WHEN: "on Friday"}
    contexts = (
        ReplyContext(private_channel="inbox", community="Forum"),
        ReplyContext(
            facts=ticked, private_channel="inbox", attempt=1, norm_notes=True, anyway=True
        ),
        ReplyContext(facts=owned, private_channel="inbox"),
        ReplyContext(reply_language="sv", tone=Tone.WARM, private_channel="inbox", anyway=True),
    )
    plans = [plan(comment, verdict, context) for context in contexts]
    return any(one.suggestions or one.private_allowed or one.asks for one in plans)


def at_the_command_line(step: int = 1) -> Figures:
    """Texts printed for danger by `creator-calm reply`, in both forms it has."""
    figures = Figures()
    for number, (_, _, text) in enumerate(dangerous()):
        if number % step:
            continue
        figures.tried += 1
        ticked = ("--fact", "got_it_wrong", "--fact", "when=on Friday", "--tone", "warm")
        said = run("reply", "--json", *ticked, given=text)
        if said.code or json.loads(said.out)["suggestions"]:
            figures.note("text", text)
        elif number % 20 == 0 and "  " in _above_the_steps(run("reply", *ticked, given=text).out):
            figures.note("printed", text)
    return figures


def _above_the_steps(out: str) -> str:
    """What is printed before the steps; a text would stand there, indented."""
    return out.partition("\n1.")[0].partition("  1.")[0]


def echoes() -> Figures:
    """Suggestions that take up a word of an attack, or anything private, of the comment.

    For each comment every evidence span of an attack is looked for in pairs of words, its listed
    insults word by word, and each private datum as it stands.
    """
    figures = Figures()
    for code, text, secret in _hurtful():
        verdict = judge(text)
        spans = [text[one.start : one.end] for one in verdict.evidence]
        for suggestion in _suggestions(text, verdict):
            figures.tried += 1
            said = suggestion.text
            if (secret and secret.lower() in said.lower()) or _takes_up(said, spans, code):
                figures.note("echo", f"{text!r} -> {said!r}")
    return figures


def _hurtful() -> Iterator[tuple[str, str, str]]:
    """Language, text and private datum of comments that hold a point beside what hurts."""
    for code in LANGUAGES:
        for group in load(code)["group"]:
            if group["name"] in ATTACKS:
                for number, line in enumerate(group["lines"]):
                    secret = PRIVATE[number % len(PRIVATE)]
                    yield code, f"{line}. {POINT[code]}", ""
                    yield code, f"{POINT[code]}, {line}", ""
                    yield code, f"{POINT[code]} {secret}", secret
                    yield code, f"{line} {secret}. {POINT[code]}", secret


def _suggestions(text: str, verdict: Assessment) -> Iterator[Suggestion]:
    for attempt, chips in enumerate(FACTS):
        comment = Comment(CommentId(text), Author("Bob"), text, platform=Platform.YOUTUBE)
        facts = {chip: EVERY_FACT.get(chip, "") for chip in chips}
        context = ReplyContext(facts=facts, private_channel="inbox", attempt=attempt % 2)
        yield from plan(comment, verdict, context).suggestions


def _takes_up(said: str, spans: list[str], code: str) -> bool:
    words = _words(said)
    pairs = _pairs(words)
    signals = load_lexicon(code).signals
    for span in map(_words, spans):
        if pairs & _pairs(span):
            return True
        if any(word in words and signals.get(word, 0) & _BAD for word in span):
            return True
    return False


def _pairs(words: list[str]) -> set[tuple[str, str]]:
    """Neighbouring words; "is a" and the like belong to nobody."""
    return {pair for pair in itertools.pairwise(words) if max(map(len, pair)) >= _TELLING}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
