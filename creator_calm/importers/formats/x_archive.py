"""The archive of X: what the creator posted, as scripts of the shape `window.YTD.tweets.part0 = [`.

Direct messages lie in scripts of the same make and are refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import first_text, mapping_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("x_archive", Platform.X, "R", True, ("js", "json", "zip"))

_SCRIPT = re.compile(r"\s*window\.YTD\.([\w-]{1,60})\.part\d")
_POSTS = frozenset({"tweet", "tweets", "community_tweet", "note_tweet"})
_LINK = "https://x.com/i/web/status/"


def sniff(opening: Opening) -> int:
    """Sure by the script's name; of bare JSON by items packed in "tweet"."""
    if opening.shape is not Shape.JSON:
        return 0
    if _SCRIPT.match(opening.text[:200]):
        return 98
    packed = mapping_at(opening.first_item, "tweet") or mapping_at(opening.first_item, "noteTweet")
    return 90 if packed and not opening.path else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every post in file order. Raises Problem for the archive's other scripts."""
    script = _SCRIPT.match(reading.opening.text[:200])
    if script is not None:
        _check(script[1].replace("-", "_"), reading.opening.name)
    for number, item in reading.items(()):
        tweet = item.get("tweet", item) if isinstance(item, dict) else None
        if not isinstance(tweet, dict):
            yield Skipped(str(number), SkipReason.BROKEN)
        elif "noteTweet" in tweet:
            yield _note(number, mapping_at(tweet, "noteTweet"), reading)
        else:
            yield _record(number, tweet, reading)


def _check(name: str, file: str) -> None:
    if "direct_message" in name:
        raise Problem(ProblemCode.PRIVATE_MESSAGES, name=file)
    if name not in _POSTS:
        raise Problem(ProblemCode.NO_COMMENTS, name=file)


def _record(number: int, tweet: dict[str, Any], reading: Reading) -> Record | Skipped:
    text = first_text(tweet, "full_text", "text")
    if "retweeted_status" in tweet or (text or "").startswith("RT @"):
        return Skipped(str(number), SkipReason.REPOST)
    native = first_text(tweet, "id_str", "id")
    if reading.long_posts is not None and text:
        text = reading.long_posts.whole_of(native, text) or text
    return Record(
        number,
        text,
        html=True,
        author=text_at(tweet, "user", "screen_name") or reading.owner,
        account=text_at(tweet, "user", "id_str"),
        id=native,
        parent=first_text(tweet, "in_reply_to_status_id_str", "in_reply_to_status_id"),
        date=tweet.get("created_at"),
        likes=tweet.get("favorite_count"),
        link=_LINK + native if native and native.isdigit() else None,
    )


def _note(number: int, note: Any, reading: Reading) -> Record | Skipped:  # noqa: ANN401 - JSON
    if reading.long_posts is not None and reading.long_posts.was_found(
        text_at(note, "noteTweetId")
    ):
        return Skipped(str(number), SkipReason.DUPLICATE_IN_FILE)
    return Record(
        number,
        text_at(note, "core", "text"),
        html=True,
        author=reading.owner,
        id=text_at(note, "noteTweetId"),
        date=note.get("createdAt"),
    )
