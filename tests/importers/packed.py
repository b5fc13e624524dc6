"""Archives made for tests: with members as they are, or with lies in their directory."""

from __future__ import annotations

import gzip
import io
import json
import struct
import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CENTRAL = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"


def zipped(members: Mapping[str, object] | Sequence[tuple[str, object]]) -> bytes:
    """Return a zip; values that are no bytes and no text are written as JSON."""
    pairs = members.items() if hasattr(members, "items") else members
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in pairs:
            archive.writestr(zipfile.ZipInfo(name), _bytes(value), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(members: Mapping[str, object], *, packed: bool = True) -> bytes:
    """Return a tar, packed with gzip or not."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, value in members.items():
            data = _bytes(value)
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return gzip.compress(out.getvalue()) if packed else out.getvalue()


def locked(data: bytes) -> bytes:
    """Return a zip all of whose members claim to need a password."""
    changed = bytearray(data)
    for mark, offset in ((_LOCAL, 6), (_CENTRAL, 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def lying(data: bytes, *, size: int | None = None, checksum: int | None = None) -> bytes:
    """Return a zip whose directory states another size or checksum for its last member."""
    changed = bytearray(data)
    at = changed.rfind(_CENTRAL)
    if size is not None:
        struct.pack_into("<L", changed, at + 24, size)
    if checksum is not None:
        struct.pack_into("<L", changed, at + 16, checksum)
    return bytes(changed)


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value)).encode()
