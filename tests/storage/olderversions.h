// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/storage/database.h>

namespace Quoth::Test {

/// Makes a project file one of version 5; tests of still older ones go on from there.
inline Result<void> makeVersionFive(Storage::Database &database)
{
    for (const char *sql :
         {"DROP TABLE originals", "DROP VIEW labels", "DROP INDEX articles_withdrawn", "ALTER TABLE articles DROP COLUMN withdrawn",
          "ALTER TABLE speakers DROP COLUMN withdrawn",
          "CREATE VIEW labels (article, label, speaker, state, \"begin\", \"end\", text) AS"
          " SELECT articles.external_id, spans.label, speakers.name, spans.state, fragments.\"begin\", fragments.\"end\","
          " substr(articles.text, fragments.\"begin\" + 1, fragments.\"end\" - fragments.\"begin\") FROM fragments"
          " JOIN spans ON spans.id = fragments.span JOIN articles ON articles.id = spans.article"
          " LEFT JOIN speakers ON speakers.id = spans.speaker ORDER BY articles.id, fragments.\"begin\", fragments.\"end\" DESC",
          "PRAGMA user_version=5"}) {
        if (auto done = database.runOnce(QString::fromLatin1(sql)); !done)
            return done;
    }
    return {};
}

} // namespace Quoth::Test
