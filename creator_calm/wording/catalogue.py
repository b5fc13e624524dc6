"""gettext for every string of the window and the command line.

The source strings are English; `resources/locale/<language>/LC_MESSAGES/creator_calm.mo` holds
the others. The language can change while the program runs, so texts are looked up at use.
"""

from __future__ import annotations

import gettext
import locale
from typing import Final

from creator_calm import paths

DOMAIN: Final = "creator_calm"
LANGUAGES: Final = ("en", "sv")

# The one piece of state of this package: which language the faces speak. It mirrors what
# gettext itself keeps per process; a parameter through every sentence would buy nothing.
_state: dict[str, gettext.NullTranslations] = {"now": gettext.NullTranslations()}
_code: dict[str, str] = {"now": "en"}


def use_language(code: str) -> str:
    """Speak `code` from now on ("system" asks the environment); return the language in use."""
    wanted = system_language() if code == "system" else code
    chosen = wanted if wanted in available_languages() else "en"
    folder = str(paths.resource("locale"))
    _state["now"] = (
        gettext.NullTranslations()
        if chosen == "en"
        else gettext.translation(DOMAIN, folder, [chosen], fallback=True)
    )
    _code["now"] = chosen
    return chosen


def language() -> str:
    """Return the code of the language in use."""
    return _code["now"]


def available_languages() -> tuple[str, ...]:
    """Return the codes the program can speak: English and every folder of resources/locale."""
    folder = paths.resource("locale")
    found = [entry.name for entry in folder.iterdir() if entry.is_dir()] if folder.is_dir() else []
    return ("en", *sorted(name for name in found if name != "en"))


def system_language() -> str:
    """Return the first language of the environment that the program can speak, else English."""
    name = locale.getlocale()[0] or ""
    code = name.replace("-", "_").split("_", maxsplit=1)[0].lower()
    # Windows answers with the language's English name.
    return {"swedish": "sv", "english": "en"}.get(code, code) or "en"


def _(message: str) -> str:
    """Translate a literal."""
    return _state["now"].gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a literal that depends on a count."""
    return _state["now"].ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Translate a short word whose meaning needs a context."""
    return _state["now"].pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a literal for the catalogue; it is translated where it is used."""
    return message


def marked(message: str) -> str:
    """Translate what `N_` marked; "" stays "" (gettext would answer with the catalogue's head)."""
    return _state["now"].gettext(message) if message else ""


def number(value: int) -> str:
    """Write a whole number with the language's grouping (a comma, or a narrow no-break space)."""
    return f"{value:,}".replace(",", "," if language() == "en" else "\u202f")


def listing(words: list[str]) -> str:
    """Join words as the language does: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    # TRANSLATORS: {first} is one or more words divided by commas, {last} is the last word
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
