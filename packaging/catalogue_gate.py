"""What gettext's own tools let pass: half plurals, wrong fields, forbidden words, other terms.

Needs Babel (developers only). Rules: look.md section 18 and wellbeing.md section 13 of the
design, restated here because the catalogues are what people read.
"""

from __future__ import annotations

import re
import tomllib
from string import Formatter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages import Catalog

Key = tuple[str, str, str]
"""Context, singular, plural ("" where there is none)."""

FORBIDDEN = {
    "en": (
        r"toxic|hateful|victims?|trolls?|ignore[ds]?|ignoring|deserve[sd]?|should|must|lost|failed"
        r"|only|just|streaks?|please|oops|we"
        r"|anxiety|depression|therap(?:y|ist|ies)|heal(?:s|ed|ing)?|proven|protects?|clinically"
        r"|treatments?|diagnos\w*"
    ),
    "sv": (
        r"vänligen|oj|offer|näthatare|ignorera\w*|borde|måste|misslyckades|ångest|depression\w*"
        r"|terapi\w*|läker|bevisat|behandling\w*|diagnos\w*"
    ),
}
FORBIDDEN_PHRASES = {
    "en": ("attack on you", "great job", "safe from"),
    "sv": ("skyddar dig", "angrepp på dig"),
}
# The one place where medical words belong: saying what this is not.
EXCEPTIONS = re.compile(r"not a medical|not medical|no medical|ingen vård|inte vård|ersätter inte")
# Words the creator says, not the program: labels of what they tick.
CREATORS_OWN = frozenset(
    {
        "We agree on…",
        # Messages the creator may send to a friend, in the creator's own voice.
        "I’ve had a rough comment day. Could you read these for me and only tell me what I need to know?",
        "Could we talk for ten minutes today? You don’t have to fix anything.",
    }
)

GLOSSARY = {
    "Today": "I dag",
    "Inbox": "Inkorg",
    "Kind shelf": "Det snälla",
    "To do": "Att göra",
    "Promises": "Att återkomma om",
    "Looking back": "Tillbakablick",
    "Breathe": "Andas",
    "Notes & support": "Anteckningar och stöd",
    "Notes && support": "Anteckningar och stöd",
    "Hard-day plan": "Plan för tunga dagar",
    "Help lines": "Stödlinjer",
    "Settings": "Inställningar",
    "Useful criticism": "Användbar kritik",
    "Let it rest": "Låt vara",
    "Import": "Hämta in",
}
"""A whole string of this English has exactly this Swedish."""

OTHER_TERMS = re.compile(
    r"\b(?:startsida\w*|inbox\w*|snällhylla\w*|åtgärdsobjekt|löften|retrospektiv\w*"
    r"|andningsövning\w*|supportkontakt\w*|krishanteringsplan\w*|hotlines?|preferenser\w*"
    r"|ladda upp|feedback|censurera\w*)\b",
    re.IGNORECASE,
)
PUT_AWAY_OTHERWISE = re.compile(r"\b(?:dold\w*|dölj\w*|blockera\w*)\b", re.IGNORECASE)

_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")


def sources(template: Catalog) -> list[str]:
    """Return findings about the English strings."""
    found = []
    for message in template:
        for text in _texts(message.id):
            found += [f"{what}: {text!r}" for what in _style(text, "en")]
    return found


def compare(template: Catalog, written: Catalog) -> list[str]:
    """Return what the committed .pot has too much or too little of, by context and id."""
    here, there = keys(template), keys(written)
    found = [f"not in the .pot, run update: {key[1]!r}" for key in sorted(here - there)]
    return found + [
        f"no longer in the code, run update: {key[1]!r}" for key in sorted(there - here)
    ]


def keys(catalog: Catalog) -> set[Key]:
    """Return (context, singular, plural) of every string, headers left out."""
    found: set[Key] = set()
    for message in catalog:
        if message.id:
            singular, plural = [*_texts(message.id), ""][:2]
            found.add((message.context or "", singular, plural))
    return found


def translation(template: Catalog, catalog: Catalog, language: str) -> list[str]:
    """Return findings about one translation."""
    found = compare(template, catalog)
    found += [f"left over from before: {message.id!r}" for message in catalog.obsolete.values()]
    for message in catalog:
        if not message.id:
            continue
        if message.fuzzy:
            found.append(f"a guess (fuzzy): {message.id!r}")
        found += [f"{what}: {message.id!r}" for what in _pair(message, language)]
    return found


def _pair(message: Any, language: str) -> Iterator[str]:  # noqa: ANN401 - Babel has no types
    originals = _texts(message.id)
    texts = _texts(message.string)
    if len(texts) < len(originals) or not all(texts):
        yield "not translated, or half a plural"
        return
    for number, text in enumerate(texts):
        original = originals[min(number, len(originals) - 1)]
        yield from _form(original, text, singular=len(originals) == 2 and number == 0)
        yield from _style(text, language)
        if language == "sv":
            yield from _terms(original, text)


def _form(original: str, text: str, *, singular: bool) -> Iterator[str]:
    try:
        wanted, given = _fields(original), _fields(text)
    except ValueError:
        yield f"braces that do not match in {text!r}"
        return
    if given != wanted and not (singular and wanted - given <= {"n"} and given <= wanted):
        yield f"fields differ: {sorted(wanted)} and {sorted(given)}"
    for mark, name in (("&&", "&&"), ("\n", "line breaks")):
        if original.count(mark) != text.count(mark):
            yield f"not as many {name}"
    if original.endswith(".") != text.endswith("."):
        yield "final full stop differs"
    if text != text.strip():
        yield "blanks at an end"


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _style(text: str, language: str) -> Iterator[str]:
    prose = re.sub(r"\{\w*\}", "", text)
    if re.search("[\"'`´]", prose):
        yield "straight quote"
    if "!" in prose or _EMOJI.search(prose):
        yield "exclamation mark or emoji"
    if language == "sv" and re.search("[“„‘]", prose):
        yield "Swedish quotes are ”so”"
    if text not in CREATORS_OWN and not EXCEPTIONS.search(prose.lower()):
        yield from _forbidden(prose, language)


def _forbidden(prose: str, language: str) -> Iterator[str]:
    pattern = FORBIDDEN.get(language)
    if pattern is None:
        return
    for match in re.finditer(rf"(?<!-)\b(?:{pattern})\b", prose, re.IGNORECASE):
        yield f"forbidden word “{match.group()}”"
    for phrase in FORBIDDEN_PHRASES[language]:
        if phrase in prose.lower():
            yield f"forbidden phrase “{phrase}”"


def _terms(original: str, text: str) -> Iterator[str]:
    wanted = GLOSSARY.get(original)
    if wanted is not None and text.replace("&&", "och") != wanted:
        yield f"the glossary says {wanted!r}"
    match = OTHER_TERMS.search(text)
    if match:
        yield f"not our term: {match.group()!r}"
    if "put away" in original.lower() and PUT_AWAY_OTHERWISE.search(text):
        yield "put away is “undanlagd”"


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(part) for part in value] if isinstance(value, tuple | list) else []


# --- resources/language ---------------------------------------------------------------

MAY_DIFFER = frozenset(
    {
        ("lexicon.toml", "compounds"),
        ("lexicon.toml", "pattern"),
        ("lexicon.toml", "sets"),
        ("replies.toml", "feelings"),
    }
)
"""(file, table) whose keys are words of the language, or that only some languages need."""


def content_parity(folder: Path) -> list[str]:
    """Return where the content files of the languages have other tables, keys or ids."""
    languages = sorted(path for path in folder.iterdir() if path.is_dir())
    shapes = {path.name: _content_shape(path) for path in languages}
    everything = set().union(*shapes.values())
    return [
        f"{language}: missing {' '.join(entry)}"
        for language, shape in shapes.items()
        for entry in sorted(everything - shape)
        if entry[:2] not in MAY_DIFFER
    ]


def _content_shape(folder: Path) -> set[tuple[str, ...]]:
    shape: set[tuple[str, ...]] = set()
    for path in sorted(folder.glob("*.toml")):
        shape.add((path.name,))
        for key, value in tomllib.loads(path.read_text("utf-8")).items():
            shape.add((path.name, key))
            shape |= {(path.name, key, name) for name in _names(value)}
    return shape


def _names(value: object) -> set[str]:
    """Return keys of a table, ids of a list of tables; words in a list are free to differ."""
    if isinstance(value, dict):
        return set(value)
    if isinstance(value, list):
        return {str(entry["id"]) for entry in value if isinstance(entry, dict) and "id" in entry}
    return set()
