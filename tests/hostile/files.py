"""Generators of files made to break things; each writes one and says what has to come of it."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import warnings
import zipfile

from creator_calm.domain.problems import ProblemCode
from tests.hostile.hostile import Hostile
from tests.hostile.packed_files import ods
from tests.importers.packed import zipped
from tests.importers.workbooks import cell, raw_workbook, sheet_xml, workbook


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(1_024):
                part.write(bytes(1 << 20))
    return out.getvalue()


def _lying_header() -> bytes:
    data = bytearray(workbook({"S": [["comment"], *([f"words {i} " * 20] for i in range(9_000))]}))
    # The central directory's size of the sheet: 100 bytes it is not.
    at = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def _far_corner() -> bytes:
    return raw_workbook(
        {
            "S": f'<row r="1">{cell("A1", "comment")}</row><row r="1048576">{cell("XFD1048576", "x")}</row>'
        }
    )


def _far_cell() -> bytes:
    return raw_workbook(
        {
            "S": f'<row r="1">{cell("A1", "comment")}</row><row r="1048576">{cell("Z1048576", "x")}</row>'
        }
    )


def _one_huge_text() -> bytes:
    return workbook({"S": [["comment"], ["z" * 200_000_000]]})


def _many_sheets() -> bytes:
    one = sheet_xml([["comment", "author"], ["hi", "A"]])
    return raw_workbook({f"S{i}": one for i in range(2_000)})


def _empty_sheet() -> bytes:
    return raw_workbook({"S": ""})


def _many_rows() -> bytes:
    rows = [["author", "comment"]] + [[f"P{i % 99}", f"words {i}"] for i in range(230_000)]
    return workbook({"S": rows})


def _unclosed(count: int) -> bytes:
    rows = "".join(
        f"{i},{chr(34) if i % (50_000 // count) == 3 else ''}words {i},ok\n" for i in range(50_000)
    )
    return ("id,comment,state\n" + rows).encode()


def _field_of_lines() -> bytes:
    return b'name,comment\nA,"' + b"z\n" * 25_000_000 + b'"\nB,fine\n'


def _open_to_the_end() -> bytes:
    return b'name,comment\nA,"' + b"zz zz zz zz\n" * 500_000


def _deep_json() -> bytes:
    return b'[{"text": "a"}, ' + b'{"a":' * 200_000


def _large_json() -> bytes:
    item = (
        json.dumps({"author": "A", "text": "words " * 120, "likes": 3, "x": {"y": [1, 2, 3]}}) + ","
    )
    return b"[" + (item * 50_000)[:-1].encode() + b"]"


def _zipped_table() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("comments.csv", "w", force_zip64=True) as part,
    ):
        part.write(b"author,comment\n")
        for _ in range(1_024):
            part.write(b"A,hello\n" * (1 << 17))
    return out.getvalue()


def _laughs() -> bytes:
    entities = '<!ENTITY l0 "ha">' + "".join(
        f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10)
    )
    return f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]><rss><channel><item>&l9;</item></channel></rss>".encode()


def _quadratic() -> bytes:
    entity = f'<!ENTITY a "{"x" * 100_000}">'
    return f"<!DOCTYPE rss [{entity}]><rss>{'&a;' * 100_000}</rss>".encode()


_OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b"<rss><channel><item><title>&x;</title></item></channel></rss>"
)
_DISQUS = (
    '<?xml version="1.0" encoding="utf-8"?><disqus xmlns="http://disqus.com" '
    'xmlns:dsq="http://disqus.com/disqus-internals">'
)


def _post(number: int, message: str) -> str:
    return (
        f'<post dsq:id="{number}"><id/><message><![CDATA[{message}]]></message><createdAt>2026-01-01T10:00:00Z'
        f"</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>P{number % 99}</name></author></post>"
    )


def _much_xml() -> bytes:
    posts = "".join(_post(i, "words of one comment " * 60) for i in range(30_000))
    return f"{_DISQUS}{posts}</disqus>".encode()


def _xml_text_without_end() -> bytes:
    return f"{_DISQUS}{_post(1, 'z' * 100_000_000)}{_post(2, 'fine')}</disqus>".encode()


def _xml_tag_without_end() -> bytes:
    return f'{_DISQUS}{_post(1, "fine")}<post a="{"z" * 50_000_000}'.encode()


def _mountain() -> bytes:
    one = json.dumps({"format_id": "137", "url": "https://example.org/" + "x" * 2_000}) + ","
    comments = [
        {"id": f"U{i}", "parent": "root", "author_id": "UC1", "text": "words"} for i in range(500)
    ]
    tail = json.dumps({"webpage_url": "https://www.youtube.com/watch?v=a", "comments": comments})
    return b'{"formats": [' + (one * 55_000)[:-1].encode() + b"], " + tail[1:].encode()


def _numbers() -> bytes:
    long = "9" * 5_000
    return f'[{{"text": "a", "likes": 1e999, "likes": NaN}}, {{"text": "b", "likes": {long}}}, {{"text": "c", "likes": 18446744073709551616}}]'.encode()


def _zeros_as_tar() -> bytes:
    info = tarfile.TarInfo("outbox.json")
    info.size = 600 * (1 << 20)
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1) as packed:
        packed.write(info.tobuf())
        for _ in range(600):
            packed.write(bytes(1 << 20))
        packed.write(bytes(1_024))
    return out.getvalue()


def _twins() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return zipped(
            [("a.csv", b"author,comment\nA,one\n"), ("a.csv", b"author,comment\nA,two\n")]
        )


def _shared_strings() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            for _ in range(600):
                part.write(b"<si><t>words</t></si>" * 50_000)
    return out.getvalue()


HOSTILE: dict[str, Hostile] = {
    "zip bomb": Hostile(_bomb, ProblemCode.TOO_BIG, slow=True),
    "zip with a lying header": Hostile(_lying_header, ProblemCode.SPREADSHEET_DAMAGED),
    "zip of something else": Hostile(lambda: _zip({"../../evil.csv": b"comment\nhi\n"}), ProblemCode.NO_COMMENTS),
    "document": Hostile(lambda: _zip({"word/document.xml": b"<w/>"}), ProblemCode.NO_COMMENTS),
    "first and last cell": Hostile(_far_corner, ProblemCode.SPREADSHEET_TOO_WIDE),
    "one cell far below": Hostile(_far_cell, ProblemCode.SPREADSHEET_TOO_WIDE),
    "one huge text in a cell": Hostile(_one_huge_text, ProblemCode.TOO_BIG, slow=True),
    "two thousand sheets": Hostile(_many_sheets),
    "a sheet without cells": Hostile(_empty_sheet, ProblemCode.NO_COMMENTS),
    "more rows than a sheet may have": Hostile(_many_rows, new=200_000, slow=True),
    "one unclosed quote": Hostile(lambda: _unclosed(1), new=50_000),
    "five thousand unclosed quotes": Hostile(lambda: _unclosed(5_000), new=50_000),
    "a field of 100 MB": Hostile(lambda: b'name,comment\nA,"' + b"z" * 100_000_000 + b'"\nB,fine\n', new=1, slow=True),
    "a field of many lines": Hostile(_field_of_lines, new=1, slow=True),
    "a quote open to the end": Hostile(_open_to_the_end, slow=True),
    "comma and quote repeated": Hostile(lambda: b',"' * 16_000),
    "one long word": Hostile(lambda: b"x" * 5_000, new=1),
    "tags without end": Hostile(lambda: b'comment,author\n"' + b"<a " * 8_000 + b'<br>",A\n', new=1),
    "comments without end": Hostile(lambda: b'comment,author\n"<br>' + b"<!--" * 20_000 + b'",A\n', new=1),
    "a word processor's text": Hostile(lambda: b"{\\rtf1\\ansi a comment\\par}", ProblemCode.NOT_TEXT),
    "deep JSON": Hostile(_deep_json, ProblemCode.TOO_DEEP),
    "brackets": Hostile(lambda: b"[" * 1_000_000, ProblemCode.TOO_DEEP),
    "40 MB of JSON": Hostile(_large_json, slow=True),
    "an endless string in JSON": Hostile(lambda: b'[{"text": "' + b"z" * 40_000_000, ProblemCode.TOO_BIG, slow=True),
    "strange numbers": Hostile(lambda: b'[{"text": "a", "likes": NaN}, {"text": "b", "likes": 1e999}]', new=2),
    "numbers nobody counts to": Hostile(_numbers, new=2),
    "half a pair of surrogates": Hostile(lambda: b'[{"text": "a \\ud800 b"}, {"text": "c"}]', new=2),
    "a zip that unpacks to a gigabyte": Hostile(_zipped_table, ProblemCode.ARCHIVE_BOMB, slow=True),
    "names that lead outside": Hostile(lambda: zipped({"../../evil.csv": b"comment\nhi\n", "C:\\x.csv": b"comment\nhi\n"}), ProblemCode.NO_COMMENTS),
    "two members of one name": Hostile(_twins, new=2),
    "a gigabyte of zeros in gzip": Hostile(lambda: gzip.compress(bytes(1 << 30), 1), ProblemCode.ARCHIVE_BOMB, slow=True),
    "a tar of zeros": Hostile(_zeros_as_tar, ProblemCode.ARCHIVE_BOMB, slow=True),
    "zstd": Hostile(lambda: b"\x28\xb5\x2f\xfd" + bytes(5_000), ProblemCode.PACKED_WITH_ZSTD),
    "billion laughs": Hostile(_laughs, ProblemCode.FORBIDDEN_XML),
    "quadratic blow-up": Hostile(_quadratic, ProblemCode.FORBIDDEN_XML),
    "a file from outside": Hostile(lambda: _OUTSIDE, ProblemCode.FORBIDDEN_XML),
    "deep XML": Hostile(lambda: b"<rss>" + b"<a>" * 200_000, ProblemCode.TOO_DEEP),
    "40 MB of XML": Hostile(_much_xml, new=30_000, slow=True),
    "XML with a text of 100 MB": Hostile(_xml_text_without_end, new=1, slow=True),
    "XML with a tag without end": Hostile(_xml_tag_without_end, ProblemCode.TOO_BIG),
    "a mountain of JSON before the comments": Hostile(_mountain, new=500, slow=True),
    "500 MB of shared strings": Hostile(_shared_strings, ProblemCode.TOO_BIG, slow=True),
    "cells repeated without end, rows and columns": Hostile(lambda: ods([("comment", 1, 1), ("x", 16_384, 1_048_576)]), ProblemCode.SPREADSHEET_DAMAGED),
    "cells repeated without end, columns": Hostile(lambda: ods([("comment", 1, 1), ("x", 100_000_000, 1)])),
    "cells repeated without end, rows": Hostile(lambda: ods([("comment", 1, 1), ("x", 1, 100_000_000)]), slow=True),
    "line ends nobody uses": Hostile("a\u2028b\x85c\x0cd\ne".encode, new=2),
}  # fmt: skip


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()
