// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format.h"
#include "issuelist.h"
#include "teinode.h"
#include "teitext.h"

#include <QJsonArray>

#include <optional>

namespace Quoth::Exchange {

/// Reads one TEI element into an article by making the native file's record of it. Spans are the <span>s of stand-off that lie between
/// anchors or elements with an id, and said, q, quote (label Quotation) and soCalled (ScareQuote) in the text; who credits them to persons
/// and organisations of the header. What teiwriter.h describes comes back whole.
class TeiReader
{
public:
    TeiReader(const ImportOptions &options, IssueList &issues, const QString &path) : m_options(options), m_issues(issues), m_path(path) { }

    /// From the start of the element to its end. nullopt, with an issue, if it has no text or breaks off within it.
    std::optional<ImportedArticle> read(QXmlStreamReader &xml);

private:
    void readHeader(const TeiNode &header);
    void readSpeakers(const TeiNode &header);
    QString speakerOf(const QString &pointer, qint64 line);
    void readSpans(const TeiNode &standOff);
    std::optional<TextRange> rangeOf(const TeiNode &span);
    void readMarks(const QSet<QString> &spans);
    void readAttributions(const TeiNode &standOff);
    void readFeatures(const TeiNode *features, QJsonObject &item);
    QJsonArray codePoints(TextRange range) const;
    void warn(const QString &message, qint64 line, int count = 1) { m_issues.warn(message, lineOf(m_path, line), count); }

    const ImportOptions &m_options;
    IssueList &m_issues;
    const QString &m_path;
    TeiText m_text;
    std::optional<OffsetConverter> m_offsets; // of m_text.text, before it is normalised
    QJsonObject m_record;
    QJsonArray m_spans;
    QJsonArray m_attributions;
    QJsonArray m_speakers;
    QSet<QString> m_speakerIds;
    QHash<QString, const TeiNode *> m_features; // by id
    QString m_prefix; // of our ids
};

} // namespace Quoth::Exchange
