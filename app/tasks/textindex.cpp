// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textindex.h"

#include "words.h"

#include <app/storage/project.h>

namespace Quoth::Tasks {

namespace {

constexpr std::size_t fewestRuns = 6;
constexpr double leastShare = 0.7;

} // namespace

Measure::Shingles TextIndex::sampleOf(QStringView text)
{
    Measure::Shingles runs = Measure::shinglesOf(text);
    std::erase_if(runs, [](quint64 run) { return run % 4 != 0; });
    return runs;
}

Result<TextIndex> TextIndex::of(Storage::Project &project, const Progress &progress)
{
    TextIndex index;
    index.m_isFilled = true;
    const auto rows = project.database().run(
        QStringLiteral("SELECT text, CASE title WHEN '' THEN external_id ELSE title END FROM articles WHERE withdrawn = 0 ORDER BY id"));
    if (!rows)
        return rows.error();
    while ((*rows)->next()) {
        if (progress.isCancelled()) {
            (*rows)->finish();
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was changed."), project.path()};
        }
        index.add(sampleOf((*rows)->value(0).toString()), (*rows)->value(1).toString());
    }
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return index;
}

void TextIndex::add(const Measure::Shingles &sample, const QString &title)
{
    const auto text = quint32(m_titles.size());
    m_titles.append(title);
    m_sizes.push_back(quint32(sample.size()));
    for (const quint64 run : sample)
        m_texts.insert(run, text);
}

std::optional<TextIndex::Near> TextIndex::nearest(const Measure::Shingles &sample) const
{
    if (sample.size() < fewestRuns)
        return std::nullopt;
    QHash<quint32, quint32> shared;
    for (const quint64 run : sample) {
        for (auto at = m_texts.constFind(run); at != m_texts.constEnd() && at.key() == run; ++at)
            ++shared[*at];
    }
    std::optional<Near> best;
    quint32 bestText = 0;
    for (auto i = shared.cbegin(); i != shared.cend(); ++i) {
        const quint32 size = m_sizes[i.key()];
        if (size < fewestRuns)
            continue;
        const double share = double(i.value()) / double(std::min(size, quint32(sample.size())));
        const bool better = !best || share > best->share || (share == best->share && i.key() < bestText);
        if (share < leastShare || !better)
            continue;
        best = Near{m_titles[i.key()], share};
        bestText = i.key();
    }
    return best;
}

} // namespace Quoth::Tasks
