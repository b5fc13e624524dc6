"""Pages as they are copied: what a person wrote, told from what the page wrote.

The layouts of Facebook, TikTok, Reddit, X and the newer Instagram are unverified: no copied page of
today was at hand. A layout nobody knows ends in the preview, not in wrong words.
"""

from __future__ import annotations

import pytest

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import SkipReason
from tests.importers.reading import read_paste

Row = tuple[str | None, str, int | None]

PAGES: dict[str, tuple[str, Platform, list[Row]]] = {
    "facebook": ("""Most relevant
Ada Lind
Top fan
Such a calm film.
I watched it twice.
2d
Like
Reply
12
View all 3 replies
Author
Bo Ek
Thank you, Ada
1d
Like
Reply
Edited
""", Platform.FACEBOOK, [("Ada Lind", "Such a calm film.\nI watched it twice.", 12), ("Bo Ek", "Thank you, Ada", None)]),
    "facebook on one line": ("""Ada Lind
Such a calm film.
2 d Like Reply Share
Bo Ek
Where is the lake?
3hLikeReply12
""", Platform.FACEBOOK, [("Ada Lind", "Such a calm film.", None), ("Bo Ek", "Where is the lake?", 12)]),
    "facebook in Swedish": ("""Mest relevanta
Ada Lind
Så lugnt och fint.
2 d
Gilla
Svara
1,2 tn
Visa alla 3 svar
Bo Ek
Var ligger sjön?
3 tim
Gilla
Svara
""", Platform.FACEBOOK, [("Ada Lind", "Så lugnt och fint.", 1_200), ("Bo Ek", "Var ligger sjön?", None)]),
    "tiktok": ("""1904 comments
slowfan
love the slow part
2d ago
Reply
1.2K
View 4 replies
maker
Creator
thanks
3-14
Reply
0
Liked by creator
""", Platform.TIKTOK, [("slowfan", "love the slow part", 1_200), ("maker", "thanks", 0)]),
    "tiktok in Swedish": ("""slowfan
så fin
för 2 d sedan
Svara
12
Visa 4 svar
nils
tack
för 1 v sedan
Svara
""", Platform.TIKTOK, [("slowfan", "så fin", 12), ("nils", "tack", None)]),
    "reddit": ("""Sort by
Best
u/kiln_fan avatar
kiln_fan
•
3h ago
How long did the first firing take?

Ten hours?
Upvote
12
Downvote

Reply
Award
Share
the_maker
OP
•
2h ago
About eleven.
Upvote
4
Downvote
Reply
Award
Share
""", Platform.REDDIT, [("kiln_fan", "How long did the first firing take?\n\nTen hours?", 12), ("the_maker", "About eleven.", 4)]),
    "old reddit": ("""[–]kiln_fan 12 points 3 hours ago*
How long?
permalinkembedsavereportreply
[–]the_maker[S] 1 point 2 hours ago (1 child)
Eleven hours.
permalink
embed
save
parent
report
reply
""", Platform.REDDIT, [("kiln_fan", "How long?", 12), ("the_maker", "Eleven hours.", 1)]),
    "x": ("""Ada Lind
@ada_lind
·
3h
What a light in the last shot
1
2
34
1.2K
Bo Ek
@boek
·
Mar 3
Replying to
@ada_lind
The last ten seconds
12
Show more
""", Platform.X, [("Ada Lind", "What a light in the last shot", 34), ("Bo Ek", "The last ten seconds", None)]),
    "x in Swedish": ("""Ada Lind
@ada_lind
·
3 tim
Vilket ljus
5
Bo Ek
@boek
·
3 mars
Svarar
@ada_lind
De sista sekunderna
""", Platform.X, [("Ada Lind", "Vilket ljus", None), ("Bo Ek", "De sista sekunderna", None)]),
    "newer instagram": ("""clay.and.cup
4d
Where is the glaze from?
24 likes
Reply
View replies (2)
pot_by_pot
Edited · 2w
I mixed it
Reply
See translation
""", Platform.INSTAGRAM, [("clay.and.cup", "Where is the glaze from?", 24), ("pot_by_pot", "I mixed it", None)]),
    "youtube studio": ("""@first • 2 days ago
Nice work
Reply
0 replies
12
@second • 3 weeks ago (edited)
What oil?
Reply
2 replies
""", Platform.YOUTUBE, [("@first", "Nice work", 12), ("@second", "What oil?", None)]),
    "youtube with pins": ("""3 Comments
Sort by
Pinned by @the_bench
@the_bench
1 year ago
Oil is linseed.

4

Reply
@oak-and-oil
3 weeks ago
10
Read more

Reply

1 reply
""", Platform.YOUTUBE, [("@the_bench", "Oil is linseed.", 4), ("@oak-and-oil", "10", None)]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_copied_page_gives_its_comments(name: str) -> None:
    text, platform, rows = PAGES[name]
    result = read_paste(text)
    assert result.found.detail == "page"
    assert [(c.author.name, c.text, c.likes) for c in result.comments] == rows
    assert result.found.platform is platform
    assert all(skip.reason is not SkipReason.EMPTY for skip in result.receipt.skipped)


def test_numbers_of_x_that_may_be_anything_are_not_called_likes() -> None:
    page = "Ada\n@ada\n·\n3h\nWhat a light\n1\n2\n34\nBo\n@bo\n·\n2h\nYes\n"
    assert [c.likes for c in read_paste(page).comments] == [None, None]


@pytest.mark.parametrize("name", PAGES)
def test_windows_line_ends_change_nothing(name: str) -> None:
    text, _, rows = PAGES[name]
    result = read_paste(text.replace("\n", "\r\n"))
    assert [(c.author.name, c.likes) for c in result.comments] == [(a, n) for a, _, n in rows]


@pytest.mark.parametrize(
    "text",
    [
        "Reply\nto me please\nLike\na river\n",
        "yesterday\nall my troubles seemed so far away\nnow\nI long for yesterday\n",
        "one\n·\ntwo\n·\nthree\n",
        "12\n13\n14\n15\n",
        "u/somebody said it best\nand so did I • really\n",
        "@ada look at this\n@bo and this\n",
    ],
)
def test_comments_that_look_like_a_page_are_not_taken_apart_as_one(text: str) -> None:
    result = read_paste(text)
    assert result.found.detail != "page"
    assert result.receipt.read == len(text.splitlines())


@pytest.mark.parametrize(
    "piece",
    ["2d\n", "Like\n", "2d\nLike\n", "a\n·\n2d\n", "@a\n·\n", "@a\n2d\n", "•\n", "1\n", "a_b\n4d\n",
     "2 d Like Reply ", "Like Reply", "[–]a 1 point ", "permalink", "@a · ", "Replying to\n@a\n"],
)  # fmt: skip
def test_every_line_is_looked_at_a_few_times_only(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Counted, not timed: twice the lines may cost twice the looks, not four times.
    from creator_calm.importers import ages, pasted

    calls = 0
    original = ages.age

    def counted(words: str) -> object:
        nonlocal calls
        calls += 1
        return original(words)

    monkeypatch.setattr(ages, "age", counted)
    costs = []
    for times in (500, 1_000):
        calls = 0
        pasted.proposal(piece * times)
        costs.append(calls)
    assert costs[1] <= 2.2 * costs[0] + 50
