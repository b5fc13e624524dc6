-- Where an import came from: the way to files brought in lately, and to one whose import was cut short.
-- `act` (JSON) holds the paths of all files of one act while it runs; it is emptied when it is complete.
ALTER TABLE imports ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE imports ADD COLUMN act TEXT NOT NULL DEFAULT '';

-- The creator's own words are a list apart (domain/standing.py, Group.OWN) and in no other.
UPDATE states SET pill = 4 WHERE own = 1;
UPDATE tallies SET pill = 4 WHERE own = 1;
