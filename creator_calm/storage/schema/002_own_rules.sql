-- The creator's own rules and every change of them. `text` of a correction and its features are
-- hashes, so that nothing readable is left of a comment that was deleted. `edits` of a change hold
-- the rows before and after it (JSON), so that it can be taken back long after.
CREATE TABLE phrases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  wish TEXT NOT NULL,
  text TEXT NOT NULL,
  match TEXT NOT NULL,
  place TEXT NOT NULL,
  exceptions TEXT NOT NULL,
  note TEXT NOT NULL,
  made_at INTEGER
) STRICT;

CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  says TEXT NOT NULL,
  text INTEGER NOT NULL,
  kind TEXT,
  rival TEXT,
  features TEXT NOT NULL,
  spreads INTEGER NOT NULL,
  comment INTEGER,
  made_at INTEGER
) STRICT;

CREATE TABLE trusted (
  account TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  since INTEGER,
  turned_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deed TEXT NOT NULL,
  number INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  away INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  edits TEXT NOT NULL,
  taken_back INTEGER NOT NULL DEFAULT 0
) STRICT;
