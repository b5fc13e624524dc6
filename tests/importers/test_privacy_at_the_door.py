"""What nobody meant for the public stays outside: addresses, pictures, phones, places."""

from __future__ import annotations

import json

import pytest

from creator_calm.domain.intake import LeftOut, ReadOptions, Role
from tests.importers.reading import read_bytes
from tests.importers.test_fuzz import FILES

PRIVATE = {
    "email": "canary@example.org", "ip_address": "203.0.113.7", "avatar": "https://example.org/canary.png",
    "phone": "+46 70 174 06 05", "location": "Canary Row 1", "followers": 31_337, "comment_author_email": "canary2@example.org",
    "remote_addr": "203.0.113.8",
}  # fmt: skip
KINDS = {
    LeftOut.EMAIL, LeftOut.IP_ADDRESS, LeftOut.PICTURES, LeftOut.PHONE, LeftOut.LOCATION, LeftOut.PROFILE,
}  # fmt: skip


def _data(shape: str) -> bytes:
    items = [{"author": "Ada", "comment": f"words number {i}", **PRIVATE} for i in range(3)]
    if shape == "json":
        return json.dumps(items).encode()
    if shape == "lines":
        return "\n".join(map(json.dumps, items)).encode()
    rows = [",".join(map(str, item.values())) for item in items]
    return "\n".join([",".join(items[0]), *rows]).encode()


@pytest.mark.parametrize("shape", ["json", "lines", "csv"])
def test_private_fields_are_kept_nowhere_and_told(shape: str) -> None:
    result = read_bytes(_data(shape))
    assert result.receipt.new == 3
    assert set(result.receipt.left_out) == KINDS
    _holds_nothing_private(repr((result.items, result.receipt, result.found)))


def test_a_private_column_cannot_come_in_by_a_correction_unseen() -> None:
    # The creator may name any column; the preview shows no cell of a private one.
    result = read_bytes(_data("csv"), ReadOptions(columns=((Role.AUTHOR, 0),)))
    _holds_nothing_private(repr(result.items))


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sample_lets_a_canary_through(file: object) -> None:
    result = read_bytes(file.read_bytes(), ReadOptions(private=True))  # type: ignore[attr-defined]
    assert "canary" not in repr(result.items).casefold()


def _holds_nothing_private(words: str) -> None:
    for value in PRIVATE.values():
        assert str(value) not in words
    assert "canary" not in words.casefold()
