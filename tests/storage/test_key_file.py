"""The key file: two copies, proofs of its own, and one code for every way it can be wrong."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING, Any

import pytest

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage import key_file
from tests.storage.builders import START

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Document = dict[str, Any]


@pytest.fixture
def opened(folder: Path) -> key_file.Opened:
    """A key file of revision 1 on the disk."""
    return key_file.write(folder, key_file.new("1.0", START), START)


def _load(folder: Path, name: str = "vault.json") -> Document:
    document: Document = json.loads((folder / name).read_bytes())
    return document


def _canonical(document: Document) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()


def _seal(document: Document) -> bytes:
    """Give a changed document a digest that fits, as somebody who edits it by hand could."""
    document.pop("digest", None)
    document["digest"] = hashlib.sha256(_canonical(document)).hexdigest()
    return _canonical(document)


def _write_both(folder: Path, content: bytes) -> None:
    for name in key_file.NAMES:
        (folder / name).write_bytes(content)


def _code(folder: Path) -> ProblemCode:
    with pytest.raises(Problem) as caught:
        key_file.read(folder)
    return caught.value.code


def test_what_is_written_is_read(folder: Path, opened: key_file.Opened) -> None:
    assert key_file.read(folder) == opened
    assert opened.key_file.revision == 1
    assert (folder / "vault.json").read_bytes() == (folder / "vault.2.json").read_bytes()
    assert (folder / "vault.json").stat().st_mode & 0o077 == 0


def test_no_key_file_is_no_trouble(folder: Path) -> None:
    assert key_file.read(folder) is None


def test_proofs_by_a_second_implementation(folder: Path, opened: key_file.Opened) -> None:
    document = _load(folder)
    key = bytes.fromhex(document["slots"][0]["key"])
    assert key == opened.library_key
    digest = document.pop("digest")
    assert digest == hashlib.sha256(_canonical(document)).hexdigest()
    check = document.pop("check")
    inner = hmac.new(key, b"creator-calm vault check 1", hashlib.sha256).digest()
    assert check == hmac.new(inner, _canonical(document), hashlib.sha256).hexdigest()


def test_data_key_golden_vector() -> None:
    key, library_id, salt = bytes(range(32)), "00" * 16, "11" * 32
    expected = hmac.new(
        key, b"creator-calm data key 1\0" + bytes(16) + b"\x11" * 32, hashlib.sha256
    ).digest()
    assert key_file.data_key(key, library_id, salt) == expected
    assert key_file.data_key(key, library_id, "12" * 32) != expected


@pytest.mark.parametrize("bad", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 50_000, b'{"a":1}'])
@pytest.mark.parametrize("name", key_file.NAMES)
def test_one_bad_copy_is_mended(
    folder: Path, opened: key_file.Opened, name: str, bad: bytes
) -> None:
    good = (folder / name).read_bytes()
    (folder / name).write_bytes(bad)
    found = key_file.read(folder)
    assert found is not None
    assert found.repaired
    assert found.library_key == opened.library_key
    assert (folder / name).read_bytes() == good


@pytest.mark.parametrize("name", key_file.NAMES)
def test_one_missing_copy_is_mended(folder: Path, opened: key_file.Opened, name: str) -> None:
    (folder / name).unlink()
    found = key_file.read(folder)
    assert found is not None
    assert found.repaired
    assert (folder / name).is_file()


def test_both_bad_is_damaged_and_nothing_is_written(folder: Path, opened: key_file.Opened) -> None:
    _write_both(folder, b"{}")
    assert _code(folder) is ProblemCode.KEY_FILE_DAMAGED
    assert (folder / "vault.json").read_bytes() == b"{}"


def test_one_missing_and_one_bad_is_damaged(folder: Path, opened: key_file.Opened) -> None:
    (folder / "vault.2.json").unlink()
    (folder / "vault.json").write_bytes(b"junk")
    assert _code(folder) is ProblemCode.KEY_FILE_DAMAGED


def test_a_folder_in_its_place_is_a_bad_copy(folder: Path, opened: key_file.Opened) -> None:
    (folder / "vault.2.json").unlink()
    (folder / "vault.json").unlink()
    (folder / "vault.json").mkdir()
    assert _code(folder) is ProblemCode.KEY_FILE_DAMAGED


def test_every_single_byte_matters(folder: Path, opened: key_file.Opened) -> None:
    content = (folder / "vault.json").read_bytes()
    for place in range(0, len(content), 7):
        bent = bytearray(content)
        bent[place] ^= 1
        _write_both(folder, bytes(bent))
        assert _code(folder) in {ProblemCode.KEY_FILE_DAMAGED, ProblemCode.KEY_FILE_ALTERED}


def test_the_higher_revision_wins(folder: Path, opened: key_file.Opened) -> None:
    old = (folder / "vault.2.json").read_bytes()
    newer = key_file.write(folder, opened, START)
    (folder / "vault.2.json").write_bytes(old)
    found = key_file.read(folder)
    assert found is not None
    assert found.key_file.revision == newer.key_file.revision == 2
    assert (folder / "vault.2.json").read_bytes() == (folder / "vault.json").read_bytes()


def _set(path: str, value: object) -> Callable[[Document], None]:
    def edit(document: Document) -> None:
        target: Any = document
        *parents, last = path.split(".")
        for name in parents:
            target = target[int(name) if name.isdigit() else name]
        target[last] = value

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        _set("library_id", "00" * 16),
        _set("library_id", 5),
        _set("revision", "1"),
        _set("version", 0),
        _set("slots", []),
        _set("slots", ["open"]),
        _set("slots", "open"),
        _set("slots.0.key", "zz"),
        _set("slots.0.key", "11" * 32),
        _set("slots.0.kind", "magic"),
        _set("check", "00" * 32),
        _set("check", None),
        _set("database", {"file": "../x", "cipher": "aegis", "page_size": 4096, "salt": "0" * 64}),
        _set("database", {"file": "library-0001.db", "cipher": "none", "page_size": 4096}),
        _set("database", {"file": "library-0001.db", "cipher": "aegis", "page_size": 512}),
        _set("database", "library-0001.db"),
        _set("written_at", None),
    ],
)
def test_an_altered_copy_with_a_digest_that_fits(
    folder: Path, opened: key_file.Opened, edit: Callable[[Document], None]
) -> None:
    document = _load(folder)
    edit(document)
    _write_both(folder, _seal(document))
    assert _code(folder) is ProblemCode.KEY_FILE_ALTERED


def test_an_altered_copy_gives_way_to_a_whole_one(folder: Path, opened: key_file.Opened) -> None:
    document = _load(folder)
    document["revision"] = 9
    (folder / "vault.json").write_bytes(_seal(document))
    found = key_file.read(folder)
    assert found is not None
    assert found.key_file.revision == 1
    assert found.repaired


def test_a_newer_version_is_left_alone_even_beside_an_old_copy(
    folder: Path, opened: key_file.Opened
) -> None:
    document = _load(folder)
    document |= {"version": 2, "revision": 5, "slots": {"of": "a kind we do not know"}}
    content = _seal(document)
    (folder / "vault.json").write_bytes(content)
    assert _code(folder) is ProblemCode.NEWER_VERSION
    assert (folder / "vault.json").read_bytes() == content


@pytest.mark.parametrize("kind", ["passphrase", "recovery"])
def test_a_wrapped_key_asks_for_the_passphrase(
    folder: Path, opened: key_file.Opened, kind: str
) -> None:
    document = _load(folder)
    document["revision"] = 2
    document["slots"] = [
        {
            "kind": kind,
            "kdf": "argon2id13",
            "ops": 3,
            "memory_kib": 262144,
            "lanes": 1,
            "salt": "00" * 16,
            "aead": "xchacha20poly1305-ietf",
            "nonce": "00" * 24,
            "box": "00" * 48,
        }
    ]
    content = _seal(document)
    (folder / "vault.json").write_bytes(content)  # the other copy still has the open slot
    assert _code(folder) is ProblemCode.PASSPHRASE_NEEDED
    assert (folder / "vault.json").read_bytes() == content
