"""What is known already for the slots of a saved reply; the creator sees it before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.replies.material import topic_of
from creator_calm.replies.situation import Situation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.reply import ReplyContext
    from creator_calm.storage.comments import Stored

_MEANS: Final = {
    "name": (
        "name", "first name", "namn", "förnamn", "contact.name", "contact.first_name",
        "customer.name", "user.name",
    ),
    "topic": ("topic", "ämne", "ämnet", "subject"),
    "channel": ("channel", "kanal", "inbox", "inkorg"),
    "work": ("work", "verk", "video", "film", "episode", "avsnitt"),
    "community": ("community", "forum", "gemenskap"),
}  # fmt: skip
_MEANING: Final = {word: meaning for meaning, words in _MEANS.items() for word in words}
_NAME_LEAST, _NAME_MOST = 2, 20


def first_name(author: str | None) -> str:
    """Return the first name in how an account is called, "" unless it looks like one.

    Letters alone, a capital and then small ones, 2 to 20 of them (replies.md section 7).
    """
    first = next(iter((author or "").split()), "")
    looks = first.isalpha() and first[0].isupper() and first[1:].islower()
    return first if looks and _NAME_LEAST <= len(first) <= _NAME_MOST else ""


def known_words(
    wanted: Iterable[str],
    stored: Stored,
    verdict: Assessment,
    context: ReplyContext,
) -> dict[str, str]:
    """Return words for those slots whose meaning is known here. Of a put-away comment no name."""
    given = {
        "name": "" if verdict.put_away else first_name(stored.comment.author.name),
        "topic": _topic(Situation(stored.comment, verdict, context)),
        "channel": context.private_channel,
        "work": context.work,
        "community": context.community,
    }
    known = {slot: given[_MEANING[slot]] for slot in wanted if slot in _MEANING}
    return {slot: words for slot, words in known.items() if words}


def _topic(situation: Situation) -> str:
    about, language = topic_of(situation), situation.language
    return load_pack(language).topics[about] if about and language in LANGUAGES else ""
