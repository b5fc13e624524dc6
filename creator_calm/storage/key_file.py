"""The key file: what opens the library, in two copies, with proofs of its own.

Format and reasons: `format`, `version`, `revision`, `library_id`, `written_at`, `app_version`,
`database` (file, cipher, page size, salt; None during the first run), `slots`, `check` (shows
that the library key is the right one) and `digest` (shows that no byte changed). A wrong key
and a damaged library look the same to the engine, so these proofs are what tells them apart.
Writing it anew is the commit of everything that replaces the library.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import re
import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage.files import read_small, write_whole

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

FORMAT = "creator-calm vault"
VERSION = 1
CIPHER = "aegis"
PAGE_SIZE = 4096
NAMES = ("vault.json", "vault.2.json")
KEY_BYTES = 32
_MOST_BYTES = 64 * 1024
_CHECK_LABEL = b"creator-calm vault check 1"
_DATA_LABEL = b"creator-calm data key 1\0"
_HEX_32 = re.compile(r"[0-9a-f]{32}")
_HEX_64 = re.compile(r"[0-9a-f]{64}")
_LIBRARY_NAME = re.compile(r"library-[0-9]{4,9}\.db")
_WRAPPED = frozenset({"passphrase", "recovery"})

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class DatabaseEntry:
    """Which file is the library. `salt` (64 hex) makes the data key of this one file."""

    file: str
    salt: str


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key file as read or about to be written. `slots` hold the library key, each its own way."""

    revision: int
    library_id: str
    written_at: str
    app_version: str
    database: DatabaseEntry | None
    slots: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A key file whose proofs held, with the library key (32 bytes), and whether a copy was mended."""

    key_file: KeyFile
    library_key: bytes
    repaired: bool = False


def new(app_version: str, now: datetime) -> Opened:
    """Return a key file for a new library that no disk has seen yet."""
    key = secrets.token_bytes(KEY_BYTES)
    slot: Json = {"kind": "open", "key": key.hex()}
    key_file = KeyFile(0, secrets.token_hex(16), _stamp(now), app_version, None, (slot,))
    return Opened(key_file, key)


def data_key(library_key: bytes, library_id: str, salt: str) -> bytes:
    """Return the 32-byte key of one file. Each file has its own salt, so its own key.

    With a shared key, a journal of another file laid beside a library would replace it silently.
    """
    message = _DATA_LABEL + bytes.fromhex(library_id) + bytes.fromhex(salt)
    return hmac.digest(library_key, message, hashlib.sha256)


def write(folder: Path, opened: Opened, now: datetime) -> Opened:
    """Write both copies with the next revision and return what was written. Problem CANNOT_WRITE."""
    key_file = replace(
        opened.key_file, revision=opened.key_file.revision + 1, written_at=_stamp(now)
    )
    content = _serialise(key_file, opened.library_key)
    for name in NAMES:
        write_whole(folder / name, content)
    return replace(opened, key_file=key_file)


def read(folder: Path) -> Opened | None:
    """Open the key file; None when neither copy exists.

    The valid copy with the higher revision wins and mends the other. Raises Problem
    KEY_FILE_DAMAGED, KEY_FILE_ALTERED, NEWER_VERSION, PASSPHRASE_NEEDED or LIBRARY_FORBIDDEN;
    nothing is written before a copy has proved itself.
    """
    for name in NAMES:
        # What may not be read is not damaged, and must not be mended by an older copy.
        if os.path.exists(folder / name) and not os.access(folder / name, os.R_OK):  # noqa: PTH110
            raise Problem(ProblemCode.LIBRARY_FORBIDDEN, name=str(folder / name))
    contents = [read_small(folder / name, _MOST_BYTES) for name in NAMES]
    if contents == [None, None]:
        return None
    found = [_parse(content) for content in contents if content is not None]
    valid = sorted((one for one in found if one is not None), key=_revision, reverse=True)
    if not valid:
        raise Problem(ProblemCode.KEY_FILE_DAMAGED)
    trouble = Problem(ProblemCode.KEY_FILE_ALTERED)
    for document in valid:
        try:
            opened = _open(document)
        except Problem as problem:
            if problem.code is not ProblemCode.KEY_FILE_ALTERED:
                raise  # a newer or locked copy is the truth; an older one must not replace it
            trouble = problem
            continue
        good = _canonical(document)
        return replace(opened, repaired=_mend(folder, contents, good))
    raise trouble


def _mend(folder: Path, contents: list[bytes | None], good: bytes) -> bool:
    repaired = False
    for name, content in zip(NAMES, contents, strict=True):
        if content != good:
            # One good copy opens the library; that the other cannot be mended must not lock it.
            with contextlib.suppress(Problem):
                write_whole(folder / name, good)
                repaired = True
    return repaired


def _parse(content: bytes) -> Json | None:
    """Return the document if its digest holds. A newer version is judged before its fields are."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return None
    digest = document.get("digest")
    bare = {name: value for name, value in document.items() if name != "digest"}
    expected = hashlib.sha256(_canonical(bare)).hexdigest()
    if not isinstance(digest, str) or not hmac.compare_digest(digest.encode(), expected.encode()):
        return None
    return document


def _open(document: Json) -> Opened:
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Problem(ProblemCode.NEWER_VERSION)
    key_file = _key_file(document)
    key = _unlock(key_file)
    if not hmac.compare_digest(_text(document, "check").encode(), _check(document, key).encode()):
        raise Problem(ProblemCode.KEY_FILE_ALTERED)
    return Opened(key_file, key)


def _unlock(key_file: KeyFile) -> bytes:
    """Return the library key from the open slot; the other slots need a passphrase first."""
    for slot in key_file.slots:
        if slot.get("kind") == "open":
            return bytes.fromhex(_hex(slot, "key", _HEX_64))
    if any(slot.get("kind") in _WRAPPED for slot in key_file.slots):
        raise Problem(ProblemCode.PASSPHRASE_NEEDED)
    raise Problem(ProblemCode.KEY_FILE_ALTERED)


def _key_file(document: Json) -> KeyFile:
    slots = document.get("slots")
    revision = document.get("revision")
    if not isinstance(slots, list) or not all(isinstance(slot, dict) for slot in slots):
        raise Problem(ProblemCode.KEY_FILE_ALTERED)
    if not isinstance(revision, int) or document.get("version") != VERSION:
        raise Problem(ProblemCode.KEY_FILE_ALTERED)
    return KeyFile(
        revision,
        _hex(document, "library_id", _HEX_32),
        _text(document, "written_at"),
        _text(document, "app_version"),
        _database(document.get("database")),
        tuple(slots),
    )


def _database(entry: object) -> DatabaseEntry | None:
    if entry is None:
        return None
    if not isinstance(entry, dict) or entry.get("cipher") != CIPHER:
        raise Problem(ProblemCode.KEY_FILE_ALTERED)
    if entry.get("page_size") != PAGE_SIZE:
        raise Problem(ProblemCode.KEY_FILE_ALTERED)
    return DatabaseEntry(_hex(entry, "file", _LIBRARY_NAME), _hex(entry, "salt", _HEX_64))


def _text(document: Json, name: str) -> str:
    value = document.get(name)
    if not isinstance(value, str):
        raise Problem(ProblemCode.KEY_FILE_ALTERED)
    return value


def _hex(document: Json, name: str, pattern: re.Pattern[str]) -> str:
    value = _text(document, name)
    if pattern.fullmatch(value) is None:
        raise Problem(ProblemCode.KEY_FILE_ALTERED)
    return value


def _serialise(key_file: KeyFile, library_key: bytes) -> bytes:
    entry = key_file.database
    document: Json = {
        "format": FORMAT,
        "version": VERSION,
        "revision": key_file.revision,
        "library_id": key_file.library_id,
        "written_at": key_file.written_at,
        "app_version": key_file.app_version,
        "database": None
        if entry is None
        else {"file": entry.file, "cipher": CIPHER, "page_size": PAGE_SIZE, "salt": entry.salt},
        "slots": list(key_file.slots),
    }
    document["check"] = _check(document, library_key)
    document["digest"] = hashlib.sha256(_canonical(document)).hexdigest()
    return _canonical(document)


def _check(document: Json, library_key: bytes) -> str:
    bare = {name: value for name, value in document.items() if name not in {"check", "digest"}}
    key = hmac.digest(library_key, _CHECK_LABEL, hashlib.sha256)
    return hmac.new(key, _canonical(bare), hashlib.sha256).hexdigest()


def _canonical(document: Json) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _revision(document: Json) -> int:
    revision = document.get("revision")
    return revision if isinstance(revision, int) else -1


def _stamp(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
