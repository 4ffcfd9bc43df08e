// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format.h"
#include "qdaproject.h"
#include "textmapping.h"

namespace Quoth::Exchange {

/// Makes articles of the sources of a project: coded selections become spans, notes that Quoth wrote and links between selections
/// attributions, cases speakers. Keeps references to what it is given.
class QdaReader
{
public:
    QdaReader(const QdaProject &project, const QString &place, const ImportOptions &options, IssueList &issues);

    /// rawText is that of the source's plain text, without a byte order mark. Positions count code points; CRLF is one character in projects of
    /// ATLAS.ti and two in others, unless the selections' names, which hold their texts, fit another way of counting better.
    ImportedArticle read(const QdaProject::Source &source, const QString &rawText);
    /// What belongs to no source; to be called last.
    void finish();

private:
    class SourceReader;

    const QdaProject &m_project;
    const QString &m_place;
    const ImportOptions &m_options;
    IssueList &m_issues;
    QHash<QString, qsizetype> m_notes; // by GUID
    QHash<QString, QList<qsizetype>> m_frames; // notes that are attributions, by source
    QHash<QString, QStringList> m_linkedNotes; // by selection
    QHash<QString, qsizetype> m_cases; // by GUID
    QHash<QString, qsizetype> m_caseOf; // by selection
    QHash<QString, QList<qsizetype>> m_links; // by either selection
    int m_droppedLinks = 0;
    int m_droppedCases = 0;
};

} // namespace Quoth::Exchange
