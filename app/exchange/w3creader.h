// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuelist.h"
#include "quoteanchor.h"
#include "recordreader.h"

namespace Quoth::Exchange {

/// Reads the web annotations of one article (www.w3.org/TR/annotation-model; w3cformat.h says what of it is ours) by making the native
/// file's record of them. Places are believed where position and quote agree, counted in code points or else in UTF-16 units; where they do
/// not, the quote is looked for. Bodies of purposes that have no place in a span become attributes named after the purpose.
class W3cReader
{
public:
    W3cReader(const ImportOptions &options, IssueList &issues, QString place);

    /// articleFields: with "text", see articleFieldsOf(). nullopt, with an issue, if there is no text.
    std::optional<ImportedArticle> read(const QJsonObject &articleFields, const QList<QJsonObject> &annotations);

private:
    void readAnnotation(const QJsonObject &annotation);
    void readBody(const QJsonValue &value, const QString &motivation);
    void readTextBody(const QString &purpose, const QString &value, const QJsonObject &body);
    void readSpeaker(const QJsonObject &body, const QString &iri, const QString &name);
    void readCreator(const QJsonObject &annotation);
    QJsonArray readTargets(const QJsonValue &value);
    std::optional<TextRange> readSelectors(const QJsonValue &value);
    std::optional<TextRange> place(Quote quote, std::optional<TextRange> codePoints, std::optional<TextRange> units);
    void finishSpan(const QJsonObject &annotation, const QString &motivation);
    void warn(const QString &message) { m_issues.warn(message, m_where); }

    const ImportOptions &m_options;
    IssueList &m_issues;
    const QString m_place;
    std::optional<TextMapping> m_mapping;
    std::optional<OffsetConverter> m_offsets; // of the text as it is kept
    QJsonArray m_spans;
    QJsonArray m_attributions;
    QJsonArray m_speakers;
    QHash<QString, QString> m_speakerIds; // those made here, by what tells them apart
    int m_count = 0;
    // of the annotation in hand
    QString m_where;
    QJsonObject m_item;
    QString m_label;
    QJsonObject m_attributes;
    QJsonObject m_roles;
    bool m_linked = false;
    QJsonObject m_namelessSpeaker; // identified by its IRI alone: the span's text is its name
};

/// A property that may be one thing or a list of them, as everything in JSON-LD.
QJsonArray listOf(const QJsonValue &value);
/// Whether an object is of a type, which may stand in a list.
bool isOfType(const QJsonObject &object, const QString &type);

} // namespace Quoth::Exchange
