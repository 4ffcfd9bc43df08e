-- The project file of Quoth, version 5. The releases of datasets that were made of this project, a row each. recipe and counts: JSON.
-- choice: those parts of the recipe, as JSON, that say which articles go where. manifest: the SHA-256 of the release's manifest.json.
-- Numbers are never given again.
CREATE TABLE releases (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  made TEXT NOT NULL,
  who TEXT NOT NULL,
  name TEXT NOT NULL,
  recipe TEXT NOT NULL,
  choice TEXT NOT NULL,
  manifest TEXT NOT NULL,
  articles INTEGER NOT NULL CHECK (articles >= 0),
  counts TEXT NOT NULL DEFAULT '{}'
);

-- Which articles were in a release, by the names they have in exchange files, in which split, and the SHA-256 of their lines.
CREATE TABLE release_articles (
  release INTEGER NOT NULL REFERENCES releases ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  article TEXT NOT NULL,
  split TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (release, article)
) WITHOUT ROWID;
