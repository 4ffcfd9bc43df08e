-- The project file of Quoth, version 1. Offsets count Unicode code points and are half-open, so that
-- substr(text, "begin" + 1, "end" - "begin") is the text of a fragment. Times are UTC in ISO 8601.
-- Statements end with a semicolon at the end of a line.

-- Facts about the project: 'schema' (JSON, which labels and frames there are), 'created', 'program'.
CREATE TABLE project (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row an article. The text never changes. external_id names it in exchange files; extra keeps further fields of the
-- file it came from; import says which file, in which encoding, and what was done to the text.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  external_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  outlet TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  extra TEXT NOT NULL DEFAULT '{}',
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  import TEXT NOT NULL DEFAULT '{}',
  added TEXT NOT NULL
);

-- The registry of speakers.
CREATE TABLE speakers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'country', 'group', 'anonymous', 'article')),
  wikidata TEXT NOT NULL DEFAULT ''
);

CREATE TABLE speaker_aliases (
  speaker INTEGER NOT NULL REFERENCES speakers ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (speaker, ordinal)
) WITHOUT ROWID;

-- A labelled stretch of text; where it lies is in fragments. origin: a person, a detector or an import, with its name and
-- version; edited is 1 once a person has changed what another made. speaker: whom the span names.
CREATE TABLE spans (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('suggested', 'accepted', 'rejected')),
  origin TEXT NOT NULL CHECK (origin IN ('person', 'detector', 'import')),
  origin_name TEXT NOT NULL DEFAULT '',
  origin_version TEXT NOT NULL DEFAULT '',
  edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  explanation TEXT NOT NULL DEFAULT '',
  speaker INTEGER REFERENCES speakers DEFERRABLE INITIALLY DEFERRED,
  attributes TEXT NOT NULL DEFAULT '{}',
  note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX spans_by_article ON spans (article);
CREATE INDEX spans_by_speaker ON spans (speaker) WHERE speaker IS NOT NULL;

CREATE TABLE fragments (
  span INTEGER NOT NULL REFERENCES spans ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  "begin" INTEGER NOT NULL CHECK ("begin" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > "begin"),
  PRIMARY KEY (span, ordinal)
) WITHOUT ROWID;

-- A frame: one relation whose roles (source, cue, content) are filled by spans. kind: direct, indirect, mixed or NULL.
-- speaker is given only where no source span names one.
CREATE TABLE attributions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('direct', 'indirect', 'mixed')),
  state TEXT NOT NULL CHECK (state IN ('suggested', 'accepted', 'rejected')),
  origin TEXT NOT NULL CHECK (origin IN ('person', 'detector', 'import')),
  origin_name TEXT NOT NULL DEFAULT '',
  origin_version TEXT NOT NULL DEFAULT '',
  edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  explanation TEXT NOT NULL DEFAULT '',
  speaker INTEGER REFERENCES speakers DEFERRABLE INITIALLY DEFERRED,
  attributes TEXT NOT NULL DEFAULT '{}',
  note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX attributions_by_article ON attributions (article);
CREATE INDEX attributions_by_speaker ON attributions (speaker) WHERE speaker IS NOT NULL;

CREATE TABLE attribution_spans (
  attribution INTEGER NOT NULL REFERENCES attributions ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  role TEXT NOT NULL,
  span INTEGER NOT NULL REFERENCES spans DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (attribution, ordinal)
) WITHOUT ROWID;
CREATE INDEX attribution_spans_by_span ON attribution_spans (span);

-- The operation log. changes holds every thing that an edit changed, before and after, as JSON. state: done (undo takes the last of
-- these back), undone (redo does the first of these again), dropped (undone, then another edit was made).
CREATE TABLE edits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER REFERENCES articles ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  changes TEXT NOT NULL
);
CREATE INDEX edits_by_state ON edits (state, id);

-- The audit trail: who did, undid and redid which edit, and when; imports are told here too, without an edit.
CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('do', 'undo', 'redo', 'import')),
  edit INTEGER REFERENCES edits ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  article INTEGER REFERENCES articles ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL
);

-- For reading by hand: one row a fragment, with the text that its offsets give.
CREATE VIEW labels (article, label, speaker, state, "begin", "end", text) AS
  SELECT articles.external_id, spans.label, speakers.name, spans.state, fragments."begin", fragments."end",
         substr(articles.text, fragments."begin" + 1, fragments."end" - fragments."begin")
  FROM fragments
  JOIN spans ON spans.id = fragments.span
  JOIN articles ON articles.id = spans.article
  LEFT JOIN speakers ON speakers.id = spans.speaker
  ORDER BY articles.id, fragments."begin", fragments."end" DESC;
