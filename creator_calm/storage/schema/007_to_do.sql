-- What the creator wants to do about points from comments. An item holds no word of a comment: a
-- topic of ours and the creator's own words, so that one from put-away comments cannot leak.
CREATE TABLE to_do (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  place INTEGER NOT NULL,
  title TEXT NOT NULL,
  topic TEXT NOT NULL,
  kind TEXT NOT NULL,
  what_is_true TEXT NOT NULL,
  decision TEXT NOT NULL,
  why TEXT NOT NULL,
  next_step TEXT NOT NULL,
  due TEXT NOT NULL,
  matters INTEGER NOT NULL,
  same_again TEXT NOT NULL,
  try_next TEXT NOT NULL,
  outcome TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  done_at INTEGER,
  all_told_at INTEGER
) STRICT;

-- Which comments an item came from. Keys are never given twice.
CREATE TABLE to_do_sources (
  item INTEGER NOT NULL,
  comment INTEGER NOT NULL,
  PRIMARY KEY (item, comment)
) STRICT, WITHOUT ROWID;
CREATE INDEX to_do_sources_of ON to_do_sources (comment);

-- Who has been told that an item is done: nobody is told twice. `person` as in `states`.
CREATE TABLE to_do_told (
  item INTEGER NOT NULL,
  person INTEGER NOT NULL,
  told_at INTEGER NOT NULL,
  PRIMARY KEY (item, person)
) STRICT, WITHOUT ROWID;

-- What the creator found true in a comment, in their own words.
CREATE TABLE true_words (
  comment INTEGER PRIMARY KEY,
  words TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

-- What people mention: only comments with points stand in this index, and the engine itself keeps
-- it in step. Few different texts of points stand for many comments, so each is read once.
CREATE INDEX assessments_points ON assessments (points, key, kind, lane, severity, facets)
  WHERE points IS NOT NULL;

-- Comments that hold something to answer and have not been answered, archived or let rest
-- (domain/standing.py): a list of its own, so small indexes of its own.
ALTER TABLE states ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
UPDATE states SET waiting = 1
  WHERE own = 0 AND answered = 0 AND done = 0 AND rested = 0
  AND coalesce(picked, (SELECT a.kind FROM assessments AS a WHERE a.key = states.key)) IN (
    SELECT number FROM codes WHERE word IN (
      'critique', 'mixed', 'correction', 'complaint', 'tech_problem', 'copyright_claim',
      'accusation', 'harsh_critique', 'question', 'request', 'disagreement', 'disappointment'
    )
  );
CREATE INDEX states_waiting ON states (place, weight, at, key, platform) WHERE waiting = 1;
CREATE INDEX states_waiting_likes ON states (place, likes, at, key, platform) WHERE waiting = 1;
