-- Earlier versions of replies being written, the last few of each comment.
CREATE TABLE draft_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key INTEGER NOT NULL,
  text TEXT NOT NULL,
  facts TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_versions_of ON draft_versions (key, id);

-- Replies that rest before they are posted, until the creator does something with them.
CREATE TABLE resting (
  key INTEGER PRIMARY KEY,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  seconds INTEGER NOT NULL
) STRICT;
