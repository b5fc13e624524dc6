-- What the creator looks into before a detailed answer, a list for each comment. `question` is one
-- of our codes, or '' with the creator's own question in `own`.
CREATE TABLE facts (
  key INTEGER NOT NULL,
  place INTEGER NOT NULL,
  question TEXT NOT NULL,
  own TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (key, place)
) STRICT, WITHOUT ROWID;

-- Comments of which the creator said that what is known is enough.
CREATE TABLE facts_enough (
  key INTEGER PRIMARY KEY
) STRICT;
