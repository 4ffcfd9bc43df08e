-- The project file of Quoth, version 6. An import, and the removal of an article, are steps that undo takes back. An article that is
-- withdrawn (1) stays in the file with all that is labelled in it, and is seen nowhere; so do the speakers who came in with it.
ALTER TABLE articles ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE speakers ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
CREATE INDEX articles_withdrawn ON articles (id) WHERE withdrawn = 1;
DROP VIEW labels;
CREATE VIEW labels (article, label, speaker, state, "begin", "end", text) AS
  SELECT articles.external_id, spans.label, speakers.name, spans.state, fragments."begin", fragments."end",
         substr(articles.text, fragments."begin" + 1, fragments."end" - fragments."begin")
  FROM fragments
  JOIN spans ON spans.id = fragments.span
  JOIN articles ON articles.id = spans.article AND articles.withdrawn = 0
  LEFT JOIN speakers ON speakers.id = spans.speaker
  ORDER BY articles.id, fragments."begin", fragments."end" DESC;

-- The page or document an article was read from, as it was: name of the file, media type, and the bytes as qCompress() packs them.
-- Kept where the article's text is not all of it, up to a limit of the program.
CREATE TABLE originals (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  packed BLOB NOT NULL
);
