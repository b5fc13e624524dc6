-- Moods, kind words as copies, help lines of the creator's own, and what was read on which day.
-- Kind words are copies: they outlive the import they came from. `comment` is the key it had (keys
-- are never given twice), NULL for words that were written down by hand.
CREATE TABLE kind_words (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  comment INTEGER UNIQUE,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  platform TEXT NOT NULL,
  written INTEGER,
  link TEXT NOT NULL,
  tag TEXT NOT NULL,
  why TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT;

-- What had been marked as kept becomes a copy; what is put away does not. When is not known: 0.
INSERT INTO kind_words (comment, text, author, platform, written, link, tag, why, kept_at)
SELECT c.key, c.text, CASE WHEN a.author_put_away THEN '' ELSE coalesce(c.author, '') END,
  p.word, c.written, coalesce(c.link, ''), '', '', 0
FROM states AS s JOIN comments AS c ON c.key = s.key JOIN assessments AS a ON a.key = s.key
JOIN codes AS p ON p.number = c.platform
WHERE s.kept = 1 AND s.mask = 0 ORDER BY c.key;

-- 0 to 100, never shown as a number; NULL: not set.
CREATE TABLE moods (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  pleasant INTEGER,
  calm INTEGER,
  words TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX moods_by_time ON moods (at, id);

CREATE TABLE own_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  reach TEXT NOT NULL,
  hours TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

-- One row a day (its own date, which begins at the creator's hour): seconds read, comments opened.
CREATE TABLE days (
  day TEXT PRIMARY KEY,
  seconds INTEGER NOT NULL,
  opened INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
