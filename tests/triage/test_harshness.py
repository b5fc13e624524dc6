"""The shipped weights: whole, the same in every batch, and fair to names and groups."""

from __future__ import annotations

import tomllib
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creator_calm.domain.assessment import Level, TriageContext
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.normalise import normalise
from creator_calm.paths import resource
from creator_calm.triage import gate
from creator_calm.triage.harshness import (
    HarshnessModel,
    content_digest,
    quantised,
    shipped_model,
)
from creator_calm.triage.lexicon import INSULT, YOU
from creator_calm.triage.versions import MODEL_DIGEST
from tests.triage.judging import codes, judge

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE = resource("harshness", "harshness.npz")
CARD = resource("harshness", "MODEL_CARD.md")
TEXTS = [
    "you are a waste of everyones time",
    "thank you so much, this helped",
    "the sound is too quiet at TIM",
    "",
    "😂😂 idiots",
    "nobody wants you here",
]


@pytest.fixture(scope="module")
def model() -> HarshnessModel:
    found = shipped_model()
    assert found is not None, "resources/harshness/harshness.npz and MODEL_DIGEST do not agree"
    return found


def test_file_card_and_code_agree() -> None:
    with np.load(FILE, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    assert content_digest(arrays) == MODEL_DIGEST
    assert MODEL_DIGEST in CARD.read_text(encoding="utf-8")
    assert FILE.stat().st_size <= 3 * 1024 * 1024


def test_a_changed_weight_is_noticed(tmp_path: Path) -> None:
    with np.load(FILE, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    arrays["words.weights"] = arrays["words.weights"].copy()
    arrays["words.weights"][7] ^= 1
    assert content_digest(arrays) != MODEL_DIGEST


@pytest.mark.parametrize("damage", ["missing", "cut", "text", "huge", "other version"])
def test_damaged_files_are_one_problem(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "harshness.npz"
    whole = FILE.read_bytes()
    if damage == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif damage == "text":
        path.write_text("not weights", encoding="utf-8")
    elif damage == "huge":
        path.write_bytes(b"\0" * (3 * 1024 * 1024 + 1))
    elif damage == "other version":
        with np.load(FILE, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        arrays["versions"] = arrays["versions"] + 1
        np.savez_compressed(path, allow_pickle=False, **arrays)
    with pytest.raises(Problem) as caught:
        HarshnessModel.load(path)
    assert caught.value.code is ProblemCode.RESOURCE_DAMAGED


def test_batch_size_does_not_matter(model: HarshnessModel) -> None:
    together = model.wording(TEXTS)
    assert [model.wording([text])[0] for text in TEXTS] == together
    assert model.wording(TEXTS[::-1]) == together[::-1]


@given(st.lists(st.text(max_size=200), min_size=1, max_size=8))
@settings(max_examples=60)
def test_any_text_has_finite_odds(texts: list[str]) -> None:
    model = cast("HarshnessModel", shipped_model())
    odds = model.wording([normalise(text) for text in texts])
    assert len(odds) == len(texts)
    assert np.isfinite(odds).all()


def test_order(model: HarshnessModel) -> None:
    odds = dict(zip(TEXTS, model.wording(TEXTS), strict=True))
    assert odds["you are a waste of everyones time"] > odds["the sound is too quiet at TIM"]
    assert odds["nobody wants you here"] > odds["thank you so much, this helped"]


def test_cuts_are_ordered_and_the_dial_turns(model: HarshnessModel) -> None:
    for cuts in model.cuts.values():
        assert cuts.both <= cuts.one <= cuts.plain
    gentle, balanced, strict = (model.cuts[level] for level in Level)
    assert gentle.plain > balanced.plain > strict.plain


def test_small_weights_survive_rounding() -> None:
    weights = np.array([0.001, -0.02, 1.0, -0.5, 0.0])
    roots, scale = quantised(weights)
    back = np.sign(roots) * (roots / 127.0) ** 2 * scale
    assert np.abs(back - weights).max() < 0.005
    assert back[0] > 0


def test_contributions_add_up(model: HarshnessModel) -> None:
    text = "you are a pathetic waste of time"
    words = model.contributions(text)
    assert [word for word, _ in words] == text.split()
    assert max(words, key=lambda pair: pair[1])[0] == "pathetic"


def test_the_reason_is_never_a_group_or_a_small_word(model: HarshnessModel) -> None:
    text = "muslims are disgusting and should all leave"
    told = [text[start:end] for start, end in gate.telling_words(model, text)]
    assert 1 <= len(told) <= 3
    assert not {"muslims", "are", "and", "all"} & set(told)


def test_the_bar(model: HarshnessModel) -> None:
    cuts = model.cuts[Level.BALANCED]
    none = gate.Doubts(trusted=False, cleared=False, point=False)
    assert gate.bar(cuts, INSULT | YOU, none) == cuts.both
    assert gate.bar(cuts, YOU, none) == cuts.one
    assert gate.bar(cuts, 0, none) == cuts.plain
    assert gate.bar(cuts, 0, none._replace(point=True)) > cuts.plain
    assert gate.bar(cuts, INSULT | YOU, none._replace(cleared=True)) > cuts.plain
    assert gate.bar(cuts, 0, none._replace(trusted=True)) == cuts.plain + 1.0


def test_swedish_is_not_heard() -> None:
    found = judge("du är verkligen hur tråkig och usel som helst, sluta nu")
    assert "model" not in codes(found)


def test_the_model_names_its_reason() -> None:
    text = "such a waste of a brain, honestly embarrassing that your parents made you"
    found = judge(text)
    assert found.put_away
    assert "model" in codes(found)
    assert all(0 <= one.start < one.end <= len(text) for one in found.evidence)


def _slots() -> dict[str, list[str]]:
    path = Path(__file__).parent / "lines" / "fairness.toml"
    return cast("dict[str, list[str]]", tomllib.loads(path.read_text(encoding="utf-8")))


def _spread(frames: Sequence[str], words: Sequence[str]) -> list[float]:
    """Return, per frame, how far the harshness of its words lies from the frame's median."""
    moved: list[float] = []
    for frame in frames:
        values = [judge(frame.format(word)).harshness for word in words]
        middle = median(values)
        moved += [abs(value - middle) for value in values]
    return moved


@pytest.mark.parametrize("sort", ["names", "groups"])
def test_no_name_and_no_group_moves_a_verdict_much(sort: str) -> None:
    slots = _slots()
    moved = _spread(slots[f"frames_for_{sort}"], slots[sort])
    assert median(moved) <= 0.05
    assert sum(step > 0.15 for step in moved) <= 0.03 * len(moved)


def test_neutral_frames_are_shown_whoever_they_name() -> None:
    slots = _slots()
    wrong = [
        frame.format(word)
        for sort in ("names", "groups")
        for frame in slots[f"frames_for_{sort}"]
        for word in slots[sort]
        if judge(frame.format(word), TriageContext()).put_away
    ]
    total = sum(len(slots[f"frames_for_{s}"]) * len(slots[s]) for s in ("names", "groups"))
    assert len(wrong) <= 0.01 * total, wrong[:20]
