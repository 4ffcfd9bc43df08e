// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "features.h"
#include "network.h"

#include <QHash>

namespace Quoth::Detection {

/// Counts of forms over articles: how often each stands where, in all and in each article.
class WordCounts
{
public:
    /// What is counted: standing at all, in a cue, beginning a cue, in a source, beginning a source, in a content,
    /// beginning a content, ending one.
    static constexpr int kinds = 8;
    using Counts = std::array<float, kinds>;

    /// Adds an article; its number is how many were added before.
    void add(QStringView text, const Tokens &tokens, const std::vector<Label> &labels, float weight);

    /// The entries that stand in so many articles at least, the most frequent first, and the figures of the forms.
    Vocabulary vocabulary(int leastDocuments, std::shared_ptr<const WordVectors> vectors) const;
    /// The figures of a form by the other articles.
    Figures figuresWithout(const QString &form, int article) const;
    float frequency(const QString &form) const;

private:
    struct Entry
    {
        Counts all{};
        QHash<int, Counts> ofArticle;
    };

    Figures figures(const Counts &counts) const;

    QHash<QString, Entry> m_forms;
    Counts m_total{};
    int m_articles = 0;
};

} // namespace Quoth::Detection
