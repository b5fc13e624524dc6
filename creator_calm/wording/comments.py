"""Comments in words: sorts, chips, summaries of what was put away, ages, the digest.

Everything here is made from codes. The one function that repeats a comment's own words is
`card_name`, which is given a row that is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Confidence, Facet, Kind, Lane
from creator_calm.domain.comment import Platform
from creator_calm.wording.catalogue import N_, _, marked, ngettext, number
from creator_calm.wording.points import point_phrase, topic_phrase

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Point
    from creator_calm.domain.inbox import InboxRow, Perspective

USEFUL = frozenset(
    {
        Kind.CRITIQUE,
        Kind.MIXED,
        Kind.CORRECTION,
        Kind.COMPLAINT,
        Kind.TECH_PROBLEM,
        Kind.COPYRIGHT_CLAIM,
        Kind.ACCUSATION,
        Kind.HARSH_CRITIQUE,
    }
)
QUESTIONS = frozenset({Kind.QUESTION, Kind.REQUEST})


_KIND_NAME: Final = {
    Kind.THREAT: N_("Possible threat"),
    Kind.DOXXING: N_("Private data"),
    Kind.SELF_HARM_URGING: N_("Urges self-harm"),
    Kind.SEXUAL: N_("Sexual harassment"),
    Kind.HATE: N_("Attack on a group"),
    Kind.DISTRESS: N_("May need care"),
    Kind.ABUSE: N_("Personal attack"),
    Kind.HARSH_CRITIQUE: N_("Harsh criticism"),
    Kind.ACCUSATION: N_("Accusation"),
    Kind.IMPERSONATION: N_("Pretends to be you"),
    Kind.VIEWERS_FIGHTING: N_("Others arguing"),
    Kind.TROLL: N_("Bait"),
    Kind.PARASOCIAL: N_("Too close"),
    Kind.SPAM: N_("Spam"),
    Kind.SELF_PROMO: N_("Promotion"),
    Kind.COPYRIGHT_CLAIM: N_("Claims the work"),
    Kind.COMPLAINT: N_("Complaint"),
    Kind.TECH_PROBLEM: N_("Technical problem"),
    Kind.CORRECTION: N_("Correction"),
    Kind.CRITIQUE: N_("Criticism"),
    Kind.MIXED: N_("Praise and criticism"),
    Kind.DISAPPOINTMENT: N_("Disappointment"),
    Kind.DISAGREEMENT: N_("Another opinion"),
    Kind.SARCASM: N_("Perhaps ironic"),
    Kind.VAGUE_NEGATIVE: N_("Negative, no reason"),
    Kind.QUESTION: N_("Question"),
    Kind.REQUEST: N_("Request"),
    Kind.SHARED_STORY: N_("Own story"),
    Kind.PRAISE: N_("Kind"),
    Kind.PILE_ON: N_("Many at once"),
    Kind.UNCLEAR: N_("Not sure"),
}


def kind_name(kind: Kind) -> str:
    """Name a sort of comment, in a few plain words."""
    return marked(_KIND_NAME[kind])


def chip_word(row: InboxRow) -> str:
    """Word the chip of a card: where it belongs, in one or two words."""
    if row.put_away:
        return _("Put away")
    if row.is_own:
        return _("Yours")
    if row.kind is Kind.DISTRESS or row.lane is Lane.DISTRESS:
        return _("May need care")
    if row.lane is Lane.CANNOT_JUDGE:
        return (
            _("Not judged: another language")
            if row.language not in {"en", "sv", "und"}
            else _("Not judged")
        )
    if row.confidence is Confidence.LOW and row.candidates:
        return _("Not sure")
    if row.kind in USEFUL:
        return _("Useful criticism")
    if row.kind in QUESTIONS:
        return _("Question") if row.kind is Kind.QUESTION else _("Request")
    return _("Kind") if row.lane is Lane.KIND else kind_name(row.kind)


def away_sort(row: InboxRow) -> str:
    """Say what sort a put-away comment is, without its words."""
    if row.lane is Lane.SAFETY:
        return _("May need you")
    if Facet.OWN_PHRASE_AWAY in row.facets:
        return _("One of your own words")
    if row.kind is Kind.UNCLEAR:
        corrected = Facet.CORRECTED in row.facets
        return _("Harsh for you") if corrected else _("Not judged yet")
    if Facet.VALID_POINT in row.facets and row.points:
        return _("Harsh, one point kept") if len(row.points) == 1 else _("Harsh, points kept")
    return kind_name(row.kind)


def away_summary(row: InboxRow) -> str:
    """Sum up a put-away comment in one line: whether there is anything in it to act on."""
    if row.lane is Lane.SAFETY:
        return _("This may concern your safety. There are steps, and you do not have to read it.")
    if row.kind is Kind.UNCLEAR:
        return _own_summary(row) or _("Nobody has looked at this one yet.")
    if row.points:
        points = topic_phrase(row.points)
        return _("Rough tone, with one usable point: {point}.").format(point=points)
    if row.kind in {Kind.SPAM, Kind.SELF_PROMO}:
        return _("Promotion. Nothing in it to act on.")
    if row.kind is Kind.ACCUSATION:
        return _("A claim to check. It can wait until you have time.")
    if row.kind in {Kind.ABUSE, Kind.TROLL}:
        return _("Aimed at you, not your work. Nothing in it to act on.")
    return _("Nothing in it to act on.")


def _own_summary(row: InboxRow) -> str:
    """Say which rule of the creator's own put away what the judges made nothing of; "" for none."""
    if Facet.OWN_PHRASE_AWAY in row.facets:
        return _("Put away because of one of your own words.")
    return _("Put away because you said so.") if Facet.CORRECTED in row.facets else ""


def wants_line(points: tuple[Point, ...]) -> str:
    """Say what a shown comment wants, "Wants: the link", or is about, "About the sound: too quiet".

    Nobody wants the sound too quiet: what somebody finds wrong is what it is about. "" when the
    comment names nothing.
    """
    if not points:
        return ""
    first = points[0]
    # TRANSLATORS: {point} is like "the sound at 3:20: too quiet"
    words = _("Wants: {point}") if first.direction is None else _("About {point}")
    return words.format(point=point_phrase(first))


_PLATFORM_NAME: Final = {
    Platform.YOUTUBE: "YouTube",
    Platform.INSTAGRAM: "Instagram",
    Platform.TIKTOK: "TikTok",
    Platform.FACEBOOK: "Facebook",
    Platform.REDDIT: "Reddit",
    Platform.X: "X",
    Platform.MASTODON: "Mastodon",
    Platform.BLUESKY: "Bluesky",
    Platform.DISCORD: "Discord",
    Platform.TWITCH: "Twitch",
    Platform.TELEGRAM: "Telegram",
    Platform.WORDPRESS: "WordPress",
    Platform.DISQUS: "Disqus",
    Platform.WEBSITE: N_("Website"),
    Platform.APP_STORE: "App Store",
    Platform.GOOGLE_PLAY: "Google Play",
    Platform.STEAM: "Steam",
    Platform.THREADS: "Threads",
    Platform.LINKEDIN: "LinkedIn",
    Platform.OTHER: "",
}


def platform_name(platform: Platform) -> str:
    """Name a platform as it writes itself; "" when it is not known."""
    return marked(_PLATFORM_NAME[platform])


def likes_words(likes: int | None) -> str:
    """Word a like count; "" when there is none to tell."""
    if not likes or likes < 0:
        return ""
    return ngettext("{n} like", "{n} likes", likes).format(n=number(likes))


def language_name(code: str) -> str:
    """Name the language of a comment as far as the app knows it."""
    names = {"en": _("English"), "sv": _("Swedish"), "und": _("language not clear")}
    return names.get(code, _("another language"))


def perspective_sentence(base: Perspective) -> str:
    """Say how many are harsh, from how many people, beside how many kind ones."""
    if base.comments == 0:
        return ""
    kind = ngettext("{n} kind", "{n} kind", base.kind).format(n=number(base.kind))
    if base.harsh == 0:
        return _("None harsh of {total}; {kind}.").format(total=number(base.comments), kind=kind)
    people = ngettext("from {n} person", "from {n} people", base.harsh_people).format(
        n=number(base.harsh_people)
    )
    if base.harsh_repeat_people:
        again = ngettext(
            "{n} of them more than once", "{n} of them more than once", base.harsh_repeat_people
        ).format(n=number(base.harsh_repeat_people))
        people = f"{people}, {again}" if base.harsh_people > 1 else people
    # TRANSLATORS: {people} is like "from 2 people, 1 of them more than once", {kind} like "41 kind"
    line = ngettext(
        "{n} harsh of {total}, {people}; {kind}.",
        "{n} harsh of {total}, {people}; {kind}.",
        base.harsh,
    )
    return line.format(n=number(base.harsh), total=number(base.comments), people=people, kind=kind)


def meta_line(row: InboxRow, age: str) -> str:
    """Join source, age and likes with middle dots, leaving out what is not known."""
    reply = _("a reply") if row.is_reply and not row.put_away else ""
    parts = (platform_name(row.platform), age, likes_words(row.likes), reply)
    return " · ".join(part for part in parts if part)


def resting_line() -> str:
    """Say in the place of a comment's words that a reply to it rests."""
    return _("Folded away while your reply rests.")


def card_name(row: InboxRow) -> str:
    """Name a card for a screen reader, in the order of the screen: chip, author, text, point."""
    if row.put_away:
        return _("Put away. {sort}. {summary} Press V to show.").format(
            sort=away_sort(row), summary=away_summary(row)
        )
    parts = [
        chip_word(row) + ".",
        (row.author or _("Unknown author")) + ".",
        _("A reply.") if row.is_reply else "",
        resting_line() if row.resting else row.text or "",
        wants_line(row.points),
    ]
    return " ".join(part for part in parts if part)
