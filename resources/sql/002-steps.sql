-- Version 2: a step is what undo takes back at once; it may consist of edits to several articles.

-- step: the id of the first edit of the step. All edits of a step are in the same state, and have ids in order.
ALTER TABLE edits ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
UPDATE edits SET step = id;
DROP INDEX edits_by_state;
CREATE INDEX edits_by_state ON edits (state, step);
CREATE INDEX edits_by_article ON edits (article, step);

-- One row a step (edit is its first edit) or import. articles: how many it concerns; article is given where it is one.
ALTER TABLE history ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
UPDATE history SET articles = 1 WHERE article IS NOT NULL;
CREATE INDEX history_by_article ON history (article);
CREATE INDEX history_over_articles ON history (edit) WHERE articles > 1;
