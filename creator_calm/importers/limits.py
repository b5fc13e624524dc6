"""Every limit of reading, one constant each. A refusal names the limit it met."""

from __future__ import annotations

MB = 1_000_000

WHOLE_VALUE_BYTES = 32 * MB
"""A single JSON value that has to be held in memory at once."""

JSON_BYTES = 300 * MB
"""XML too."""

LINES_BYTES = 2_000 * MB
"""CSV, JSON Lines and text are read as a stream."""

OLD_SPREADSHEET_BYTES = 20 * MB
"""xls, xlsb and ods: their extent cannot be measured before they are opened."""

SPREADSHEET_BYTES = 50 * MB
"""Its library wants all of it at once, unpacked; a million rows of comments stay well below."""

RECORDS = 1_000_000
SPREADSHEET_ROWS = 200_000
SPREADSHEET_CELLS = 4_000_000
SPREADSHEET_SHEETS = 50
EMPTY_ROWS = 1_000
"""So many blank rows in a row are the end of a sheet."""

ARCHIVE_BYTES = 500 * MB
ARCHIVE_RATIO = 200
ARCHIVE_NAMES = 20_000

FIELD_CHARACTERS = 1_048_576
COMMENT_CHARACTERS = 20_000
MARKUP_CHARACTERS = 20_000
NAME_CHARACTERS = 200
LINK_CHARACTERS = 2_048
LABEL_CHARACTERS = 200
PASTE_CHARACTERS = 2_000_000

JSON_DEPTH = 400
"""A real page of Reddit reaches 57; Python's own parser gives up near 1,000."""

XML_DEPTH = 100

COUNT = 2**53
"""Beyond it a spreadsheet or JavaScript has already lost digits."""

LISTED_SKIPS = 10_000
LISTED_REPAIRS = 1_000
LISTED_PARTS = 1_000
"""Places listed in a receipt; the counts go on."""

CHUNK_BYTES = 1 << 20
OPENING_BYTES = 1 << 16
PREVIEW_ROWS = 200
SURVEY_RECORDS = 500
"""Records looked at before the first is handed out: what is true of the column as a whole."""
