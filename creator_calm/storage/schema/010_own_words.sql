-- What the creator brings to replies, each list in its own order. `language` and `platform` are ''
-- where a thing fits everywhere.
CREATE TABLE saved_replies (
  place INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  audience TEXT NOT NULL
) STRICT;

CREATE TABLE offers (
  place INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  text TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT;

CREATE TABLE channels (
  place INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  platform TEXT NOT NULL
) STRICT;

-- The one place for private answers that was a setting becomes the first of the list.
INSERT INTO channels (id, place, name, language, platform)
SELECT 1, 0, trim(json_extract(value, '$')), '', '' FROM settings
WHERE key = 'reply.private_channel' AND json_valid(value) AND json_type(value) = 'text'
  AND trim(json_extract(value, '$')) <> '';
DELETE FROM settings WHERE key = 'reply.private_channel';
