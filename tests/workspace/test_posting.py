"""A reply as its platform would take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.posting import Posted, Reading
from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from creator_calm.workspace import Workspace


def test_it_counts_and_reads_as_the_comments_platform_does(full: Workspace) -> None:
    key = CommentKey(1)
    assert full.posting.posted(key, "å" * 5) == Posted(5, 10_000)
    assert full.posting.posted(key, "ask @sam") == Posted(8, 10_000, Reading.MENTION, "@sam")
    name = full._session.stored(key).comment.author.name
    assert full.posting.posted(key, f"@{name} thanks").reading is None
    with pytest.raises(Problem) as caught:
        full.posting.posted(CommentKey(9999), "x")
    assert caught.value.code is ProblemCode.COMMENT_GONE
