"""The acceptance lines: expected kind and put away, plain and disguised by everyday writing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from creator_calm.domain.assessment import Assessment, Confidence, Facet, Kind, Lane
from creator_calm.triage.author_names import is_abusive_name
from tests.triage.judging import codes, judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LINES = Path(__file__).parent / "lines"
LEAD = {"en": "Great video! ", "sv": "Bra video! "}
ALL = ("capitals", "plain", "emoji", "praise")


def plain(line: str, _code: str) -> str:
    return "".join(sign for sign in line if sign not in ',.!?;:"')


VARIANTS: Final[dict[str, Callable[[str, str], str]]] = {
    "written": lambda line, _: line,
    "capitals": lambda line, _: line.upper(),
    "plain": plain,
    "emoji": lambda line, _: f"{line} 🙂",
    "praise": lambda line, code: LEAD[code] + line,
}


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((LINES / f"{name}.toml").read_text(encoding="utf-8"))


def groups() -> Iterator[Any]:
    for code in ("en", "sv"):
        for group in load(code)["group"]:
            for variant in ("written", *group.get("variants", ALL)):
                yield pytest.param(code, group, variant, id=f"{code}-{group['name']}-{variant}")


def misses(found: Assessment, group: dict[str, Any], variant: str) -> list[str]:
    wrong = []
    relabelled = variant == "praise" and not group["away"]  # praise in front may name it
    if "kinds" in group and found.kind not in group["kinds"] and not relabelled:
        wrong.append(found.kind.value)
    if found.kind in group.get("not_kinds", ()):
        wrong.append(found.kind.value)
    if found.put_away != group["away"]:
        wrong.append("away" if found.put_away else "shown")
    if variant == "written" and found.lane not in group.get("lanes", [found.lane]):
        wrong.append(found.lane.value)
    if not set(group.get("facets", ())) <= found.facets:
        wrong.append("facets")
    if group.get("point") and not found.points:
        wrong.append("no point")
    return wrong


@pytest.mark.parametrize(("code", "group", "variant"), list(groups()))
def test_group(code: str, group: dict[str, Any], variant: str) -> None:
    change = VARIANTS[variant]
    wrong = {}
    for line in group["lines"]:
        found = misses(judge(change(line, code)), group, variant)
        if found:
            wrong[line] = found
    assert wrong == {}


@pytest.mark.parametrize("line", load("any")["cannot_judge"])
def test_other_languages_are_shown_and_not_judged(line: str) -> None:
    found = judge(line)
    assert not found.put_away
    assert found.lane is Lane.CANNOT_JUDGE
    assert found.kind is Kind.UNCLEAR


@pytest.mark.parametrize("line", load("any")["cannot_judge"])
def test_a_raised_finger_needs_no_language(line: str) -> None:
    found = judge(f"{line} 🖕")
    assert found.put_away
    assert found.kind is Kind.ABUSE
    assert found.confidence is Confidence.MEDIUM


@pytest.mark.parametrize("line", load("any")["not_evasion"])
def test_not_an_evasion(line: str) -> None:
    found = judge(line)
    assert not found.put_away
    assert Facet.INSULT not in found.facets


@pytest.mark.parametrize("name", load("any")["bad_names"])
def test_abusive_name(name: str) -> None:
    assert is_abusive_name(name)


@pytest.mark.parametrize("name", load("any")["good_names"])
def test_harmless_name(name: str) -> None:
    assert not is_abusive_name(name)


DISGUISES: Final[dict[str, Callable[[str], str]]] = {
    "leet": lambda s: s.replace("i", "1").replace("o", "0").replace("e", "3"),
    "look-alikes": lambda s: s.replace("a", "а").replace("o", "о").replace("e", "е"),
    "zero width": "\u200b".join,
    "stretched": lambda s: s.replace("i", "iiii").replace("u", "uuuu"),
    "full width": lambda s: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in s),
    "bold": lambda s: "".join(chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else c for c in s),
}
DISGUISED = {
    "en": ["you fucking idiot", "you are a bitch", "shut up you moron", "you stupid whore"],
    "sv": ["din jävla idiot", "din hora", "era idioter", "din fitta"],
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("line", [line for lines in DISGUISED.values() for line in lines])
def test_disguised_insult(line: str, disguise: str) -> None:
    words = line.split()
    last = DISGUISES[disguise](words[-1])
    assert judge(" ".join([*words[:-1], last])).put_away


@pytest.mark.parametrize(
    "line",
    [
        "f.u.c.k you",
        "f u c k you",
        "you are a b i t c h",
        "f**k you",
        "you b*tch",
        "k.y.s",
        "you r3tard",
        "k-y-s",
    ],
)
def test_spaced_and_starred(line: str) -> None:
    assert judge(line).put_away


@pytest.mark.parametrize("length", [1_900, 2_500, 9_000, 19_000, 30_000])
@pytest.mark.parametrize(
    "end", ["you are a fucking idiot", "I know where you live", "kill yourself"]
)
def test_an_insult_behind_a_wall_of_praise(length: int, end: str) -> None:
    wall = "This is a lovely video and I like it a lot. "
    found = judge(wall * (length // len(wall)) + end)
    assert found.put_away
    assert codes(found) & {"abuse.you", "threat.where", "urging.self"}


@pytest.mark.parametrize("line", ["❤️❤️", "😍😍😍", "👏👏"])
def test_warm_emoji_are_faint_praise(line: str) -> None:
    found = judge(line)
    assert found.kind is Kind.PRAISE
    assert not found.put_away


@pytest.mark.parametrize("line", ["🤡", "💀💀", "", " ", "...", "??", "12", "a"])
def test_next_to_nothing_is_unclear(line: str) -> None:
    found = judge(line)
    assert not found.put_away
    assert found.kind in {Kind.UNCLEAR, Kind.QUESTION}
