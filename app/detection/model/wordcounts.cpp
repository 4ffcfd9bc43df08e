// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordcounts.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr float smoothing = 4;

} // namespace

void WordCounts::add(QStringView text, const Tokens &tokens, const std::vector<Label> &labels, float weight)
{
    std::u16string form;
    for (size_t i = 0; i < tokens.size(); ++i) {
        normalizeForm(text.mid(tokens[i].begin, tokens[i].end - tokens[i].begin), form);
        const Label label = labels[i];
        Counts counts{};
        counts[0] = 1;
        counts[1] = label == Label::CueBegin || label == Label::CueInside;
        counts[2] = label == Label::CueBegin;
        counts[3] = label == Label::SourceBegin || label == Label::SourceInside;
        counts[4] = label == Label::SourceBegin;
        counts[5] = label == Label::ContentBegin || label == Label::ContentInside;
        counts[6] = label == Label::ContentBegin;
        counts[7] = counts[5] > 0 && (i + 1 == tokens.size() || labels[i + 1] != Label::ContentInside);
        Entry &entry = m_forms[QString::fromUtf16(form.data(), qsizetype(form.size()))];
        Counts &own = entry.ofArticle[m_articles];
        for (size_t k = 0; k < kinds; ++k) {
            entry.all[k] += weight * counts[k];
            own[k] += weight * counts[k];
            m_total[k] += weight * counts[k];
        }
    }
    ++m_articles;
}

Figures WordCounts::figures(const Counts &counts) const
{
    Figures result{};
    for (size_t k = 1; k < kinds; ++k) {
        const float share = std::max(m_total[k], 1.0f) / std::max(m_total[0], 1.0f);
        const float odds = (counts[k] + smoothing * share) / (counts[0] + smoothing) / share;
        result[k - 1] = std::clamp(std::log(odds) / 2, -2.0f, 2.0f);
    }
    result[7] = std::min(std::log1p(std::max(counts[0], 0.0f)) / 5, 1.5f);
    return result;
}

Figures WordCounts::figuresWithout(const QString &form, int article) const
{
    const auto entry = m_forms.constFind(form);
    if (entry == m_forms.constEnd())
        return figures({});
    Counts counts = entry->all;
    const Counts own = entry->ofArticle.value(article);
    for (size_t k = 0; k < kinds; ++k)
        counts[k] = std::max(counts[k] - own[k], 0.0f);
    return figures(counts);
}

float WordCounts::frequency(const QString &form) const
{
    const auto entry = m_forms.constFind(form);
    return entry == m_forms.constEnd() ? 0 : entry->all[0];
}

Vocabulary WordCounts::vocabulary(int leastDocuments, std::shared_ptr<const WordVectors> vectors) const
{
    struct Affix
    {
        float count = 0;
        QSet<int> articles;
    };
    std::array<QHash<QString, Affix>, formFields> tables;
    // In one order in every process: sums of fractions depend on it, and with them the order of the rows.
    QStringList forms = m_forms.keys();
    forms.sort();
    for (const QString &form : std::as_const(forms)) {
        const auto it = m_forms.constFind(form);
        const std::array<QString, formFields> pieces{form, form.left(3), form.right(3), form.right(2)};
        for (size_t f = 0; f < formFields; ++f) {
            Affix &affix = tables[f][pieces[f]];
            affix.count += it->all[0];
            if (affix.articles.size() < leastDocuments) {
                for (auto own = it->ofArticle.constBegin(); own != it->ofArticle.constEnd(); ++own)
                    affix.articles.insert(own.key());
            }
        }
    }
    std::array<QStringList, formFields> entries;
    for (size_t f = 0; f < formFields; ++f) {
        std::vector<std::pair<float, QString>> kept;
        for (auto it = tables[f].constBegin(); it != tables[f].constEnd(); ++it) {
            if (it->articles.size() >= leastDocuments)
                kept.emplace_back(-it->count, it.key());
        }
        std::sort(kept.begin(), kept.end());
        for (const auto &[count, entry] : kept)
            entries[f].append(entry);
    }
    std::vector<Figures> all{figures({})};
    for (const QString &form : std::as_const(entries[0]))
        all.push_back(figures(m_forms.value(form).all));
    return Vocabulary(std::move(entries), std::move(all), std::move(vectors));
}

} // namespace Quoth::Detection
