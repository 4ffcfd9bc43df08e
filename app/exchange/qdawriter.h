// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "losslist.h"

#include <app/annotation/annotations.h>
#include <app/annotation/schema.h>

#include <QHash>
#include <QSet>

namespace Quoth::Exchange {

/// Gathers articles into a project.qde of the REFI-QDA standard. Every piece of a span is a PlainTextSelection of its own, joined to the next
/// one by a Link; an attribution is a Note whose selections are linked to its content, by the names of their roles; a speaker is a Case with
/// its selections. GUIDs follow from the articles' ids and the items', so that the same articles give the same file.
class QdaWriter
{
public:
    QdaWriter(Annotation::Schema schema, LossList &losses) : m_schema(std::move(schema)), m_losses(losses) { }

    /// The GUID of the article's source; its text belongs into sources/GUID.txt.
    QString add(const Annotation::AnnotatedArticle &article);
    QByteArray project() const;
    /// A codebook by itself (.qdc). Empty if there is no label, which the standard does not allow.
    QByteArray codebook() const;
    /// Makes the code for a label that the schema may lack.
    void addLabel(const QString &label);

private:
    class ArticleWriter;

    QString codes() const;
    QString user(const QString &name);
    QString speaker(const Annotation::Speaker &speaker, const QString &selection);
    QString variable(const QString &name);

    struct Case
    {
        QString guid;
        Annotation::Speaker speaker;
        QStringList selections;
    };
    const Annotation::Schema m_schema;
    LossList &m_losses;
    QStringList m_labels; // that the schema lacks
    QStringList m_users;
    QStringList m_variables;
    QList<Case> m_cases;
    QHash<QString, qsizetype> m_caseOf; // by what is told of the speaker
    QSet<QString> m_ids; // of articles
    QString m_sources;
    QString m_notes;
    QString m_links;
};

} // namespace Quoth::Exchange
