"""Private data in a draft: each sort is seen for everyone to read, nobody's numbers are not."""

from __future__ import annotations

from collections import Counter

import pytest

from creator_calm.domain.draft import FindingLevel
from creator_calm.domain.reply import Audience
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.private_data import find
from tests.replies.draft_gates import DRAFTS, lines

ROWS = [line.split("\t") for line in (DRAFTS / "private.tsv").read_text("utf-8").splitlines()]
SORTS = ("mail", "phone", "person", "order", "card", "iban", "address", "machine")
OWN = ("Björkbacken", "Anna Maria Ek", "")


def test_every_sort_has_ten_lines() -> None:
    counts = Counter(sort for sort, _ in ROWS)
    assert set(counts) == set(SORTS)
    assert min(counts.values()) >= 10


@pytest.mark.parametrize("sort", SORTS)
def test_private_data_is_seen_in_public_only(sort: str) -> None:
    for draft in (draft for name, draft in ROWS if name == sort):
        found = [one for one in check(draft, "en").findings if one.rule == "private_data"]
        assert found, draft
        assert {one.level for one in found} == {FindingLevel.STRONG}
        private = check(draft, "en", to=Addressee(audience=Audience.PRIVATE))
        assert "private_data" not in [one.rule for one in private.findings]


def test_what_is_nobodys_is_left_alone() -> None:
    seen = {draft: [draft[a:b] for a, b in find(draft)] for draft in lines("nobodys")}
    assert {draft: words for draft, words in seen.items() if words} == {}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("card 4111 1111 1111 1111", "card 4111 1111 1111 1112"),
        ("8112289874 is it", "8112289875 is it"),
        ("pay SE3550000000054910000003", "pay SE3550000000054910000004"),
        ("850101-1234 is it", "851301-1234 is it"),
    ],
)
def test_a_check_digit_or_a_date_decides(right: str, wrong: str) -> None:
    assert list(find(right))
    assert not list(find(wrong))


def test_own_private_words_are_found_as_words() -> None:
    drafts = ["I live at björkbacken", "anna  maria ek is my name", "Ask ANNA MARIA EK.", "(Björkbacken)"]  # fmt: skip
    for draft in drafts:
        assert list(find(draft, private_words=OWN)), draft
    for draft in ["Björkbackens skola", "Anna and Maria", "anna maria eklund"]:
        assert not list(find(draft, private_words=OWN)), draft


def test_the_creators_own_public_channel_is_no_secret() -> None:
    to = Addressee(own_channel="Shop: help@example.org or 070-123 45 67")
    assert check("Write to help@example.org", "en", to=to).findings == ()
    assert check("Ring +46 70 123 45 67 så löser vi det", "sv", to=to).findings == ()
    assert check("Write to me@example.org", "en", to=to).findings != ()
    assert check("Ring 070-123 45 68", "sv", to=to).findings != ()


def test_the_whole_number_is_marked_and_nothing_else() -> None:
    draft = "😀 Ring 070-123 45 67, tack."
    assert [draft[a:b] for a, b in find(draft)] == ["070-123 45 67"]
