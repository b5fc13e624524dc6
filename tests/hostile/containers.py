"""Generators of XML, archives and nested JSON made to break things."""

from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
from typing import TYPE_CHECKING

from creator_calm.domain.problems import ProblemCode
from tests.hostile.hostile import Hostile
from tests.importers.packed import locked, lying, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

_WXR = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>T</title>'
_MB = bytes(1 << 20)
TABLE = b"author,comment\nLina,so good\nPer,me too\n"


def _comment(words: str) -> str:
    return f"<wp:comment><wp:comment_content>{words}</wp:comment_content></wp:comment>"


def _outside(address: str) -> bytes:
    declared = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{address}">]>'
    return f"{declared}{_WXR}{_comment('&a;')}</item></channel></rss>".encode()


def _many_elements() -> bytes:
    inner = "<wp:x/>" * 1_000_000
    return (
        f"{_WXR}<wp:comment>{inner}</wp:comment>{_comment('fine')}</item></channel></rss>".encode()
    )


def _many_attributes() -> bytes:
    attributes = " ".join(f'a{n}="1"' for n in range(300_000))
    return f"{_WXR}<wp:comment {attributes}/>{_comment('fine')}</item></channel></rss>".encode()


def _deep_replies(depth: int) -> bytes:
    # A thread of Reddit in which everybody answers the one before: written by hand, since the
    # standard library cannot write it either.
    opened = "".join(
        f'{{"kind":"t1","data":{{"id":"c{n}","body":"words","created_utc":1700000000,"replies":'
        '{"kind":"Listing","data":{"children":['
        for n in range(depth)
    )
    closed = "]}}}}" * depth
    last = '{"kind":"t1","data":{"id":"last","body":"words","replies":""}}'
    return f'{{"kind":"Listing","data":{{"children":[{opened}{last}{closed}]}}}}'.encode()


def _deep_keys() -> bytes:
    return b'{"thread":{"$type":"app.bsky.feed.defs#threadViewPost","parent":' * 100_000


def _zip_bomb(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("first.csv", TABLE)
        with archive.open(name, "w", force_zip64=True) as part:
            for _ in range(1_024):
                part.write(_MB)
    return out.getvalue()


def _many_names() -> bytes:
    return zipped({f"{n}.csv": b"" for n in range(25_000)})


def _endless_directory() -> bytes:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, 900_000_000, 0, 0)
    return b"PK\x03\x04" + bytes(1_000) + end


def _long_directory() -> bytes:
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**9, 10**9, 10**11, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 100, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return b"PK\x03\x04" + bytes(96) + record + locator + end


def _overlapping() -> bytes:
    # Every name of the directory points to the same packed bytes.
    data = zipped({"a.csv": b"comment\n" + b"words words\n" * 3_000})
    at = data.rfind(b"PK\x01\x02")
    entry, end = data[at : data.rfind(b"PK\x05\x06")], bytearray(data[data.rfind(b"PK\x05\x06") :])
    count = 18_000
    struct.pack_into("<2H2L", end, 8, count, count, len(entry) * count, at)
    return data[:at] + entry * count + bytes(end)


def _matryoshka() -> bytes:
    data = zipped({"a.csv": TABLE})
    for depth in range(50):
        data = zipped({f"{depth}.zip": data})
    return data


def _one_big_chat() -> Iterator[bytes]:
    message = json.dumps({"id": 1, "type": "message", "date_unixtime": "1704103200", "from": "L", "text": "words " * 200})  # fmt: skip
    yield b'{"chats":{"list":[{"name":"Open","type":"public_supergroup","messages":['
    yield (message + ",").encode() * 40_000
    yield message.encode() + b"]}]}}"


CONTAINERS: dict[str, Hostile] = {
    "entity that is an address": Hostile(lambda: _outside("http://127.0.0.1:9/x"), ProblemCode.FORBIDDEN_XML),
    "a million elements in one": Hostile(_many_elements, new=1, slow=True),
    "hundreds of thousands of attributes": Hostile(_many_attributes, ProblemCode.TOO_BIG),
    "a thread 120 deep": Hostile(lambda: _deep_replies(120), ProblemCode.TOO_DEEP),
    "a thread 60 deep": Hostile(lambda: _deep_replies(60), new=61),
    "a thread 50,000 deep": Hostile(lambda: _deep_replies(50_000), ProblemCode.TOO_DEEP),
    "parents without end": Hostile(_deep_keys, ProblemCode.TOO_DEEP),
    "a chat of 48 MB in one value": Hostile(lambda: b"".join(_one_big_chat()), ProblemCode.TOO_BIG, slow=True),
    "zip bomb nobody wants": Hostile(lambda: _zip_bomb("movie.mp4"), new=2, slow=True),
    "zip that lies about its size": Hostile(lambda: lying(zipped({"a.csv": TABLE * 9_000}), size=100), ProblemCode.ARCHIVE_DAMAGED),
    "zip that lies about its checksum": Hostile(lambda: lying(zipped({"a.csv": TABLE}), checksum=7), ProblemCode.ARCHIVE_DAMAGED),
    "zip with a password": Hostile(lambda: locked(zipped({"a.csv": TABLE})), ProblemCode.ARCHIVE_PROTECTED),
    "zip that leads outside": Hostile(lambda: zipped({"../a.csv": TABLE, "/tmp/b.csv": TABLE, "C:/c.csv": TABLE, "good.csv": TABLE}), new=2),
    "25,000 names": Hostile(_many_names, ProblemCode.ARCHIVE),
    "a directory of 900 MB": Hostile(_endless_directory, ProblemCode.ARCHIVE),
    "a directory of 100 GB": Hostile(_long_directory, ProblemCode.ARCHIVE),
    "18,000 names for the same bytes": Hostile(_overlapping, ProblemCode.ARCHIVE_BOMB),
    "a zip in a zip in a zip": Hostile(_matryoshka, ProblemCode.ARCHIVE),
    "600 tables": Hostile(lambda: zipped({f"{n}.csv": b"author,comment\nL%d,words %d\n" % (n, n) for n in range(600)}), new=500, slow=True),
    "gzip cut off": Hostile(lambda: gzip.compress(TABLE * 999)[:-20], ProblemCode.ARCHIVE_DAMAGED),
}  # fmt: skip
