"""Every code has its words, in both languages, and none of them is another code's by accident."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from creator_calm import wording
from creator_calm.domain.assessment import Evidence, Kind, Lane
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import SkipReason, Warn
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Action, Audience, Chip, Intent, ReasonCode, Strategy, Tone
from creator_calm.domain.settings import SETTINGS, Section
from creator_calm.importers.intake import formats
from creator_calm.language.pack import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from enum import Enum


@pytest.fixture(params=["en", "sv"], autouse=True)
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    assert wording.use_language(request.param) == request.param
    yield
    wording.use_language("en")


WORDED: list[tuple[type[Enum], Callable[..., str]]] = [
    (Kind, wording.kind_name),
    (Strategy, wording.strategy_title),
    (Intent, wording.intent_title),
    (ReasonCode, wording.reason_sentence),
    (Action, wording.action_step),
    (Chip, wording.chip_label),
    (Audience, wording.audience_line),
    (Tone, wording.tone_name),
    (SkipReason, wording.skip_sentence),
    (Warn, wording.warn_sentence),
    (Section, wording.section_name),
]


@pytest.mark.parametrize(
    ("codes", "word"), WORDED, ids=lambda value: getattr(value, "__name__", "")
)
def test_every_member_has_its_own_words(codes: type[Enum], word: Callable[..., str]) -> None:
    said = [word(member) for member in codes]
    assert all(said)
    assert len(set(said)) == len(said), "two codes share one wording"
    assert not any("_" in one for one in said), "a code shines through"


def test_every_problem_is_one_full_sentence_without_open_slots() -> None:
    for code in ProblemCode:
        said = wording.problem_sentence(Problem(code, name="comments.csv", mb=3, row=412, kept=411))
        assert said.endswith("."), code
        assert "{" not in said
        assert len(said) < 200


def test_a_problem_without_its_numbers_still_reads() -> None:
    for code in ProblemCode:
        assert "{" not in wording.problem_sentence(Problem(code))


def test_every_deed_has_words_for_a_toast() -> None:
    for deed in Deed:
        for count in (1, 7):
            said = wording.change_sentence(Change(Area.NOTHING, count, deed))
            assert said
            assert "{" not in said


def test_every_setting_has_a_label_and_every_choice_a_word() -> None:
    for setting in SETTINGS:
        assert wording.setting_label(setting.key) != setting.key
        for choice in setting.choices:
            assert wording.setting_choice(setting.key, choice) != choice


def test_platforms_but_the_unknown_one_have_names() -> None:
    for platform in Platform:
        assert bool(wording.platform_name(platform)) is (platform is not Platform.OTHER)


def test_evidence_is_worded_from_its_family() -> None:
    assert wording.evidence_sentence(Evidence(0, 3, "abuse.you")) == wording.evidence_sentence(
        Evidence(0, 3, "abuse.phrase")
    )
    assert wording.evidence_sentence(Evidence(0, 3, "own_phrase"))
    assert len({lane.value for lane in Lane}) == 8


def test_the_readme_names_every_format() -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    wording.use_language("en")
    assert [
        one.name for one in formats() if f"| {wording.format_title(one.name)} |" not in readme
    ] == []


def test_every_format_has_a_title_and_says_how_to_get_it() -> None:
    for one in formats():
        assert "_" not in wording.format_title(one.name)
        assert wording.format_how_to(one.name).endswith(".")


def test_every_sort_of_evidence_of_the_lexicons_is_worded() -> None:
    codes = {
        pattern["id"]
        for language in ("en", "sv")
        for pattern in load_pack(language).table("lexicon")["pattern"]
    }
    assert len(codes) > 50
    unknown = wording.evidence_sentence(Evidence(0, 1, "nobody.knows"))
    assert not {
        code for code in codes if wording.evidence_sentence(Evidence(0, 1, code)) == unknown
    }
