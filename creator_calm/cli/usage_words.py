"""The words argparse says itself, in the language of the program.

argparse looks its sentences up in gettext's own catalogue, which a program cannot hand it; so its
two look-up functions are replaced by ours. A sentence of another Python version that is not
listed here stays English.
"""

from __future__ import annotations

import argparse

from creator_calm.wording.catalogue import N_, marked

_OURS: dict[str, tuple[str, dict[str, str]]] = {
    "usage: ": (N_("usage:"), {}),
    "positional arguments": (N_("arguments"), {}),
    "options": (N_("options"), {}),
    "show this help message and exit": (N_("show this help and stop"), {}),
    "argument %(argument_name)s: %(message)s": (
        N_("argument {name}: {message}"),
        {"name": "%(argument_name)s", "message": "%(message)s"},
    ),
    "the following arguments are required: %s": (N_("{names} is missing"), {"names": "%s"}),
    "unrecognized arguments: %s": (N_("unknown: {words}"), {"words": "%s"}),
    "expected one argument": (N_("a value is needed"), {}),
    "expected at least one argument": (N_("a value is needed"), {}),
    "ignored explicit argument %r": (N_("takes no value, not even {value}"), {"value": "%r"}),
    "invalid choice: %(value)r (choose from %(choices)s)": (
        N_("{value} is none of {choices}"),
        {"value": "%(value)r", "choices": "%(choices)s"},
    ),
    "%(prog)s: error: %(message)s\n": (
        N_("{program}: {message}"),
        {"program": "%(prog)s", "message": "%(message)s"},
    ),
}


def speak() -> None:
    """Let argparse ask our catalogue from now on."""
    setattr(argparse, "_", _said)  # noqa: B010 - the module does not declare it
    setattr(argparse, "ngettext", lambda one, many, n: _said(one if n == 1 else many))  # noqa: B010


def _said(text: str) -> str:
    if text not in _OURS:
        return text
    ours, holes = _OURS[text]
    return marked(ours).format(**holes) + text[len(text.rstrip()) :]
