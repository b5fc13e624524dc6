-- What the creator said they would come back to. `due_on` is a day of the creator's own; 
-- `said_at` (when a reply about it was used, microseconds) is JSON. Comments hang on it in a table of their own, so that a comment that is cleared away
-- takes its promise with it, and a promise made by hand needs none.
CREATE TABLE promises (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  state TEXT NOT NULL,
  who TEXT NOT NULL,
  about TEXT NOT NULL,
  audience TEXT NOT NULL,
  solution TEXT,
  words TEXT NOT NULL,
  others TEXT,
  outcome TEXT,
  snoozed_until INTEGER,
  closed_at INTEGER,
  reopened INTEGER NOT NULL,
  said_at TEXT NOT NULL
) STRICT;

CREATE TABLE promise_comments (
  comment INTEGER NOT NULL,
  promise INTEGER NOT NULL,
  PRIMARY KEY (comment, promise)
) STRICT, WITHOUT ROWID;
CREATE INDEX comments_of_promise ON promise_comments (promise);
