"""Which column holds what: header cells and JSON keys by a list of synonyms, else by content."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from creator_calm.domain.intake import LeftOut, Role
from creator_calm.importers import limits
from creator_calm.importers.counts import count
from creator_calm.importers.plain import label
from creator_calm.importers.records import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Names after folding: brackets dropped, casefolded, letters and digits only. Two columns for one
# role: the one that stands first here wins.
_NAMES: dict[Role, str] = {
    Role.TEXT: "comment commenttext commentbody text body content message review fulltext textoriginal"
    " textdisplay kommentar kommentarer kommentartext inlägg meddelande recension omdöme komentar comentario"
    " commentaire livechattext commentcontent commentmessage usercomment tweet tweettext tweetcontent reviewtext"
    " reviewbody reviewcontent reviewdescription messagetext messagecontent selftext texto mensaje mensagem"
    " komentarz yorum ulasan nachricht bewertung rezension bericht komentář kommentti commento bìnhluận",
    Role.AUTHOR: "author authorname authordisplayname name user username displayname commenter"
    " commenterusername nickname uniqueid ownerusername från användare användarnamn namn författare"
    " commentauthor commentername commentauthorname authorusername profilename screenname userscreenname"
    " reviewer reviewername reviewauthor handle sender sendername fromname from postedby channelname"
    " usuario autor auteur benutzer benutzername nama pengguna utilisateur",
    Role.ACCOUNT: "authorid authorchannelid authorchannelurl userid profileid channelid",
    Role.DATE: "published publishedat createdat createtime createtimeiso createdutc commentcreatetimestamp"
    " livechatcreatetimestamp date time timestamp publishedtimetext at age datum tid createdtime createddate"
    " commentdate commenttime commentedat commentpublishedat publishdate publisheddate publishtime publishedtime"
    " datetime postedat postdate posteddate posttime reviewdate reviewtime createat createdatetime submissiontime"
    " fecha tanggal dato zeit uhrzeit",
    Role.LIKES: "likes likecount likescount votes votecount diggcount upvotes thumbsupcount gillar"
    " gillamarkeringar gillningar gillanden antalgillar"
    " commentlikes commentlikecount numlikes likenum numberoflikes favoritecount favouritescount favoritescount"
    " reactioncount reactionscount upvotecount points thumbsup likers",
    Role.RATING: "rating stars betyg starrating reviewrating",
    Role.ID: "id cid commentid reviewid parsedid livechatid messageid tweetid",
    Role.PARENT: "parent parentid parentcommentid replytocid replyto inreplyto inreplytoid inreplytostatusid"
    " replytoid replytocommentid",
    Role.POST: "videoid video pageurl posturl postid postshortcode videoweburl submissionid videourl videolink"
    " postlink facebookurl mediaid",
    Role.LINK: "commenturl commentlink permalink commentpermalink",
    Role.POST_TITLE: "posttitle videotitle",
    Role.PLATFORM: "platform plattform",
}
_ROLE_OF: dict[str, tuple[int, Role]] = {
    name: (order, role)
    for role, names in _NAMES.items()
    for order, name in enumerate(names.split())
}
# Names whose role depends on their company.
_URL = frozenset({"url", "link"})
_SCORE = "score"
_TITLE = "title"
_UPDATED = frozenset({"updatedat", "updated"})
_PERHAPS_TEXT = (
    "comments",
    "reviews",
    "replies",
    "feedback",
    "opinion",
    "tweets",
    "messages",
    "texts",
)
"""Names that may count comments as well as hold them: their cells decide."""

_PRIVATE: dict[str, LeftOut] = {
    **dict.fromkeys(["email", "epost", "authoremail", "mail", "commentauthoremail"], LeftOut.EMAIL),
    **dict.fromkeys(["ip", "ipaddress", "remoteaddr", "commentauthorip"], LeftOut.IP_ADDRESS),
    **dict.fromkeys(["phone", "phonenumber", "telefon"], LeftOut.PHONE),
    **dict.fromkeys(
        [
            "photo",
            "avatar",
            "avatarurl",
            "authorthumbnail",
            "authorprofileimageurl",
            "profilepicurl",
            "ownerprofilepicurl",
            "profilepicture",
            "logo",
            "thumbnail",
            "userimage",
            "profileimage",
            "profileimageurl",
            "profilepic",
            "userpic",
            "authorimage",
            "authoravatar",
            "avatarthumbnail",
        ],
        LeftOut.PICTURES,
    ),
    **dict.fromkeys(
        ["geo", "coordinates", "place", "location", "city", "country", "ort"], LeftOut.LOCATION
    ),
    **dict.fromkeys(
        ["biography", "bio", "followercount", "followers", "website", "userurl", "playtime"],
        LeftOut.PROFILE,
    ),
}
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_NAME = re.compile(r"[\W_]+")
_LABEL_CHARACTERS = 40


def folded(label: str) -> str:
    """Return a header cell or key as it is compared."""
    return _NOT_NAME.sub("", _BRACKETS.sub("", label[:120]).casefold())


def roles(labels: Sequence[str], rows: Sequence[Sequence[object]] = ()) -> tuple[Role, ...]:
    """Return what each column holds, IGNORE for those that hold nothing we read.

    `rows` are cells below the labels; with them a column that may be words or numbers is known.
    """
    names = [folded(label) for label in labels]
    found = [Role.IGNORE] * len(names)
    taken: dict[Role, tuple[int, int]] = {}
    for index, name in enumerate(names):
        order, role = _ROLE_OF.get(name, (0, Role.IGNORE))
        if role is not Role.IGNORE and (role not in taken or order < taken[role][0]):
            taken[role] = (order, index)
    for role, (_, index) in taken.items():
        found[index] = role
    _settle_company(names, found, set(taken))
    if Role.TEXT not in found:
        _settle_perhaps(names, found, rows)
    return tuple(found)


def _settle_company(names: list[str], found: list[Role], taken: set[Role]) -> None:
    for index, name in enumerate(names):
        role = Role.IGNORE
        if name == "x" and len(names) == 1:
            role = Role.TEXT
        elif name in _URL:
            role = Role.POST
        elif name == _SCORE:
            role = Role.RATING
        elif name == _TITLE:
            role = Role.POST_TITLE
        elif name in _UPDATED:
            role = Role.DATE
        if role is not Role.IGNORE and found[index] is Role.IGNORE and role not in taken:
            found[index] = role
            taken.add(role)


def _settle_perhaps(names: list[str], found: list[Role], rows: Sequence[Sequence[object]]) -> None:
    for name in _PERHAPS_TEXT:
        if name not in names:
            continue
        index = names.index(name)
        cells = [text_of(row[index]) or "" for row in rows if index < len(row)]
        filled = [cell for cell in cells if cell.strip()]
        if filled and sum(count(cell) is not None for cell in filled) < 0.5 * len(filled):
            found[index] = Role.TEXT
            return


def label_of(cell: object) -> str:
    """Return a header cell as it is shown."""
    return label(text_of(cell) or "", limits.LABEL_CHARACTERS)


def is_score(name: str) -> bool:
    """Say whether a column may be a rating or likes, to be decided by its numbers."""
    return folded(name) == _SCORE


@lru_cache(maxsize=1024)
def private_kind(label: str) -> LeftOut | None:
    """Return the kind of private data that a column or key of this name holds."""
    return _PRIVATE.get(folded(label))


def private_kinds(labels: Iterable[str]) -> tuple[LeftOut, ...]:
    """Return the kinds of private data that columns of these names hold."""
    kinds = {private_kind(label) for label in labels}
    return tuple(sorted(kind for kind in kinds if kind is not None))


def header_row(rows: Sequence[Sequence[object]]) -> int | None:
    """Return the index of the header among the first 30 rows of a table, None where there is none."""
    for index, row in enumerate(rows[:30]):
        labels = [text_of(cell) or "" for cell in row]
        below = rows[index + 1 : index + 31]
        found = {role for role in roles(labels, below) if role is not Role.IGNORE}
        if Role.TEXT in found and len(found) >= 2:
            return index
        if len(found) >= 3:
            return index
        if found == {Role.TEXT} and _all_labels(labels, rows[index + 1 :]):
            return index
    return None


def _all_labels(labels: list[str], below: Sequence[Sequence[object]]) -> bool:
    filled = [label.strip() for label in labels if label.strip()]
    if len(filled) == 1:
        return folded(filled[0]) == "x" or Role.TEXT in roles(labels, below)
    if len(set(filled)) != len(filled) or any(not _is_label(label) for label in filled):
        return False
    for index, name in enumerate(labels):
        again = sum(index < len(row) and row[index] == name for row in below)
        if name.strip() and again > 1:
            return False
    return True


def _is_label(text: str) -> bool:
    return (
        len(text) <= _LABEL_CHARACTERS
        and not text.isdigit()
        and "://" not in text
        and "@" not in text
    )


def guessed(rows: Sequence[Sequence[object]]) -> tuple[Role, ...]:
    """Return what the columns of a table without a header hold, by their cells."""
    width = max(map(len, rows), default=0)
    columns = [[text_of(row[i]) or "" for row in rows if i < len(row)] for i in range(width)]
    found = [_by_content(cells) for cells in columns]
    free = [i for i in range(width) if found[i] in {Role.IGNORE, Role.AUTHOR}]
    if free:
        longest = max(free, key=lambda i: sum(map(len, columns[i])) * len(set(columns[i])))
        found[longest] = Role.TEXT
    for role in (Role.AUTHOR, Role.DATE, Role.LIKES):
        for index in [i for i in range(width) if found[i] is role][1:]:
            found[index] = Role.IGNORE
    return tuple(found)


def _by_content(cells: list[str]) -> Role:
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return Role.IGNORE
    if sum(_looks_like_date(cell) for cell in filled) >= 0.8 * len(filled):
        return Role.DATE
    if sum(count(cell) is not None for cell in filled) >= 0.8 * len(filled):
        return Role.LIKES
    handles = sum(cell.startswith("@") and " " not in cell for cell in filled)
    short = sum(len(cell) <= 30 for cell in filled) >= 0.95 * len(filled)
    if handles >= 0.6 * len(filled) or (short and len(set(filled)) > 0.5 * len(filled)):
        return Role.AUTHOR
    return Role.IGNORE


_DATE_LIKE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,]+[\d:.+Z -]*(?:[AaPp]\.?[Mm]\.?)?)?"
)


def _looks_like_date(cell: str) -> bool:
    return len(cell) < 60 and _DATE_LIKE.fullmatch(cell) is not None


def corrected(
    labels: Sequence[str],
    corrections: Iterable[tuple[Role, int]],
    by_content: Sequence[Role] | None = None,
) -> tuple[tuple[str, Role], ...]:
    """Return labels with their roles after the creator's corrections, for the preview."""
    found = list(roles(labels) if by_content is None else by_content)
    for role, index in corrections:
        found = [Role.IGNORE if other is role else other for other in found]
        if 0 <= index < len(found):
            found[index] = role
    return tuple(zip(labels, found, strict=True))
