-- The first library. Applied once, in one transaction; never edited after a release.
-- Times are microseconds of UTC since 1970. Words that repeat (kinds, platforms, versions of
-- judges, sets of flags) are kept once in `codes`, so a row holds a small number and the file
-- still explains itself.

CREATE TABLE library (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  commits INTEGER NOT NULL,
  next_key INTEGER NOT NULL
) STRICT;

CREATE TABLE codes (
  number INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

-- One source brought in. Its comments have the keys first_key..last_key and no others do, so an
-- undone import disappears at once by its range and is cleared away later.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undone')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  first_key INTEGER NOT NULL,
  last_key INTEGER NOT NULL,
  read INTEGER NOT NULL DEFAULT 0,
  new INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  size INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT NOT NULL DEFAULT '',
  cleared INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE posts (
  number INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES imports (id),
  id TEXT,
  title TEXT,
  link TEXT
) STRICT;
CREATE INDEX posts_of_import ON posts (import);

-- Facts. `identity` is blake2b-8 of `id`: a third of the index that the texts would make.
-- `checksum` is crc32 of the text: what the health check compares.
CREATE TABLE comments (
  key INTEGER PRIMARY KEY,
  identity INTEGER NOT NULL UNIQUE,
  id TEXT NOT NULL,
  import INTEGER NOT NULL,
  place TEXT NOT NULL,
  platform INTEGER NOT NULL,
  author TEXT,
  account TEXT,
  text TEXT NOT NULL,
  written INTEGER,
  precision INTEGER,
  written_raw TEXT,
  in_reply_to TEXT,
  likes INTEGER,
  rating REAL,
  link TEXT,
  post INTEGER,
  is_own INTEGER,
  flags INTEGER,
  checksum INTEGER NOT NULL
) STRICT;

-- Judgements, as the worker gave them; what the creator overruled stands in `states`. Both are
-- written in one transaction with their comments, so no reference is checked for each row.
CREATE TABLE assessments (
  key INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  facets INTEGER,
  lane INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  harshness REAL NOT NULL,
  confidence INTEGER NOT NULL,
  language INTEGER NOT NULL,
  evidence TEXT,
  put_away INTEGER NOT NULL,
  points TEXT,
  candidates INTEGER,
  scored_to INTEGER NOT NULL,
  author_put_away INTEGER NOT NULL,
  judged_by INTEGER NOT NULL
) STRICT;

-- The creator's marks (read .. placed) and where the comment stands because of them (place ..
-- urgent: domain/standing.py). Small rows, so that lists never touch the texts they do not show.
CREATE TABLE states (
  key INTEGER PRIMARY KEY,
  read INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  rested INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 0,
  picked INTEGER,
  placed INTEGER,
  place INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  pill INTEGER NOT NULL,
  unsure INTEGER NOT NULL,
  mask INTEGER NOT NULL,
  urgent INTEGER,
  at INTEGER NOT NULL,
  likes INTEGER NOT NULL,
  platform INTEGER NOT NULL,
  person INTEGER NOT NULL,
  own INTEGER NOT NULL
) STRICT;
-- One index per order; the filters stand behind the order, so that a filtered list is found in
-- the index alone. An order by time alone is merged from the five weights: a third index would
-- cost every import more than all its texts.
CREATE INDEX states_by_weight ON states (place, weight, at, key, pill, unsure, platform, mask);
CREATE INDEX states_by_likes ON states (place, likes, at, key, pill, unsure, platform, mask);
CREATE INDEX states_urgent ON states (urgent, at, key) WHERE urgent IS NOT NULL;
CREATE INDEX states_harsh_people ON states (person, key) WHERE mask = 1;

-- How many comments stand where, kept in step by every write: counts cost nothing at any size.
CREATE TABLE tallies (
  import INTEGER NOT NULL,
  place INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  pill INTEGER NOT NULL,
  unsure INTEGER NOT NULL,
  mask INTEGER NOT NULL,
  platform INTEGER NOT NULL,
  read INTEGER NOT NULL,
  own INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (place, import, weight, pill, unsure, mask, platform, read, own)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  key INTEGER PRIMARY KEY REFERENCES comments (key),
  text TEXT NOT NULL,
  facts TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  reach TEXT NOT NULL,
  best_times TEXT NOT NULL,
  helps TEXT NOT NULL,
  does_not_help TEXT NOT NULL,
  reads_for_me INTEGER NOT NULL
) STRICT;

CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_by_time ON notes (changed_at, id);

CREATE TABLE schedule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  days TEXT NOT NULL,
  at TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE answers (
  item INTEGER PRIMARY KEY REFERENCES schedule (id),
  answer TEXT NOT NULL,
  given_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the app remembers for itself (time read today, versions of judgements): no undo.
CREATE TABLE memory (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- No triggers: they make an import 2.7 times slower. storage/comments.py and care.py write these.
CREATE VIRTUAL TABLE words USING fts5 (
  text, author, content = 'comments', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE note_words USING fts5 (
  text, content = 'notes', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1);
