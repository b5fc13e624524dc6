"""A strict reader of calendar files, line by line, that takes nothing on trust."""

from __future__ import annotations

import re

NAME = re.compile(r"[A-Z][A-Z0-9-]*\Z")


def unfold(content: bytes) -> list[str]:
    """Return logical lines; every physical one ends in CRLF, holds 75 octets at most and whole characters."""
    assert content.endswith(b"\r\n")
    lines: list[str] = []
    for physical in content[:-2].split(b"\r\n"):
        assert len(physical) <= 75, physical
        assert b"\r" not in physical
        assert b"\n" not in physical
        text = physical.decode("utf-8")  # a character cut in two does not decode
        if text.startswith(" "):
            assert lines, "nothing to continue"
            lines[-1] += text[1:]
        else:
            lines.append(text)
    return lines


def unescape(value: str) -> str:
    """Return a TEXT value; an escape that is none is an error."""
    out, signs = "", iter(value)
    for sign in signs:
        assert sign not in {";", ","}, "a bare separator"
        if sign != "\\":
            out += sign
            continue
        out += {"\\": "\\", ";": ";", ",": ",", "n": "\n", "N": "\n"}[next(signs)]
    return out


def read(content: bytes) -> list[dict[str, str]]:
    """Return the events of a calendar as dictionaries; what stands in an alarm as "ALARM.NAME"."""
    events: list[dict[str, str]] = []
    inside: list[str] = []
    for line in unfold(content):
        name, colon, value = line.partition(":")
        assert colon, line
        assert NAME.match(name), line
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VCALENDAR":
            assert name in {"VERSION", "PRODID", "CALSCALE"}, name
        else:
            key = f"ALARM.{name}" if inside[-1] == "VALARM" else name
            assert key not in events[-1], f"{key} twice"
            text = name in {"SUMMARY", "DESCRIPTION"}
            events[-1][key] = unescape(value) if text else value
    assert not inside
    return events
