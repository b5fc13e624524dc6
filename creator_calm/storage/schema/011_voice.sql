-- What was learned from edits, phrases of the creator's own, and who was asked once to stop.
-- `in_a_row`: how many times in a row the phrase was taken out; `retired`: not offered any more.
CREATE TABLE phrase_memory (
  phrase TEXT PRIMARY KEY,
  kept INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  in_a_row INTEGER NOT NULL,
  retired INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- `needs` and `kinds` are JSON lists: what has to be ticked or there, and under which kinds.
CREATE TABLE own_phrases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  language TEXT NOT NULL,
  move TEXT NOT NULL,
  text TEXT NOT NULL,
  needs TEXT NOT NULL,
  kinds TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

-- Sentences the creator does not want to be asked about again.
CREATE TABLE unwanted_phrases (
  text TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- `person` is the number of states.person, so this outlives the comments; `comment` an id.
CREATE TABLE stop_asks (
  person INTEGER PRIMARY KEY,
  comment TEXT NOT NULL,
  saved INTEGER NOT NULL,
  evidence_at INTEGER NOT NULL,
  asked_at INTEGER
) STRICT;
