from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from creator_calm import paths
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language import pack
from creator_calm.language.pack import LanguagePack, load_pack

if TYPE_CHECKING:
    from pathlib import Path


def test_a_pack_is_read_once() -> None:
    assert load_pack("sv") is load_pack("sv")
    assert load_pack("sv").table("lexicon") is load_pack("sv").table("lexicon")


def test_an_unknown_language_has_no_pack() -> None:
    with pytest.raises(ValueError, match="de"):
        load_pack("de")


@pytest.mark.parametrize("content", [None, b"[topics", b"\xff\xfe"])
def test_a_damaged_table_is_a_problem(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "language" / "en"
    folder.mkdir(parents=True)
    if content is not None:
        (folder / "topics.toml").write_bytes(content)
    monkeypatch.setattr(pack, "resource", tmp_path.joinpath)
    with pytest.raises(Problem) as caught:
        LanguagePack("en").table("topics")
    assert caught.value.code is ProblemCode.RESOURCE_DAMAGED
    assert caught.value.name == "en/topics.toml"


def test_tables_lie_in_the_bundled_resources() -> None:
    assert paths.resource("language", "en", "lexicon.toml").is_file()
