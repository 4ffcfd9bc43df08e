-- The project file of Quoth, version 4. What the program has learned from the decisions in this project, a row each time. The last
-- row is in use. base: the version of the model that it is learned on. articles and passed_over: JSON lists of articles' ids; the
-- latter are never learned from (what was learned of them was reset). strength, 0 to 1: how far it is believed. state: what
-- Detection::Adaptation::toBytes() gives; empty after a reset. Only the last rows are kept; numbers are never given again.
CREATE TABLE learner_versions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  made TEXT NOT NULL,
  base TEXT NOT NULL,
  articles TEXT NOT NULL DEFAULT '[]',
  passed_over TEXT NOT NULL DEFAULT '[]',
  decisions INTEGER NOT NULL CHECK (decisions >= 0),
  strength REAL NOT NULL CHECK (strength BETWEEN 0 AND 1),
  state BLOB NOT NULL
);
