// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format.h"
#include "issuelist.h"
#include "textmapping.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <optional>

namespace Quoth::Exchange {

/// Reads one JSON object of the native file, or of the plainer forms it is a superset of, into an article. Where an
/// attribution gives fragments but no span ids, spans are made of them, and the same fragments in the same role are one span
/// for all attributions. What it does not know is kept: of the article in its metadata's extra, of spans and attributions in
/// their attributes. Use one reader a record.
class RecordReader
{
public:
    RecordReader(const ImportOptions &options, IssueList &issues, QString place);

    /// nullopt, with an issue, if the record has no text.
    std::optional<ImportedArticle> read(const QJsonObject &record);

private:
    /// What an issue is about; made into words only when there is one.
    struct Item
    {
        const char *kind; ///< with %1 for the id, untranslated
        const QString &id;
    };
    using SpanKey = std::pair<QString, QList<TextRange>>;

    void readMeta(const QJsonObject &record);
    void readSpeakers(const QJsonArray &speakers);
    void readSpans(const QJsonArray &spans);
    void readAttributions(const QJsonArray &attributions);
    void readAttribution(const QJsonObject &object, const QString &id);
    void readClaims(const QJsonArray &claims);
    QList<TextRange> readFragments(const QJsonValue &value, const Item &what);
    std::optional<TextRange> readFragment(const QJsonValue &value, const Item &what);
    Annotation::Provenance readProvenance(const QJsonObject &object, const Item &what);
    QJsonObject readAttributes(const QJsonObject &object, const QStringList &known) const;
    std::optional<SpeakerId> readSpeaker(const QJsonObject &object, const Item &what);
    void checkText(const QJsonObject &object, const QList<TextRange> &fragments, const Item &what);
    bool fillFromIds(Annotation::Attribution &attribution, const QString &role, const QJsonArray &ids, const Item &what);
    void fillFromFragments(Annotation::Attribution &attribution, const QString &role, const QJsonValue &fragments,
                           const Item &what);
    SpanId addSpan(Annotation::Span span);
    QString at(const Item &what) const;

    const ImportOptions &m_options;
    IssueList &m_issues;
    const QString m_place;
    std::optional<TextMapping> m_text;
    Annotation::AnnotatedArticle m_annotated;
    QString m_annotator;
    qsizetype m_listed = 0; // spans that the record lists, as against those made from fragments
    QHash<QString, SpanId> m_spanIds;
    QHash<QString, SpeakerId> m_speakerIds;
    std::map<SpanKey, SpanId> m_spanOf;
};

} // namespace Quoth::Exchange
