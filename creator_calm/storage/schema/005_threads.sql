-- What answers a comment is found by the comment it names. Only replies stand in this index.
CREATE INDEX comments_in_reply ON comments (in_reply_to) WHERE in_reply_to IS NOT NULL;
