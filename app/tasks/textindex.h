// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/base/result.h>
#include <app/measure/nearduplicates.h>

#include <QHash>
#include <QString>

#include <optional>

namespace Quoth::Storage {
class Project;
}

namespace Quoth::Tasks {

/// The texts of a project, so that what comes in can be told to be there already in nearly the same words: a quarter of each text's runs
/// of words (Measure::shinglesOf) is kept, about 1 MB for 1 MB of text. Texts of fewer than some thirty words are not compared.
class TextIndex
{
public:
    struct Near
    {
        QString title;
        double share = 0; ///< of the shorter text's runs that stand in the other, from 0.7 to 1
    };
    /// What is kept of a text. Takes time in proportion to it; may be made in any thread.
    static Measure::Shingles sampleOf(QStringView text);

    static Result<TextIndex> of(Storage::Project &project, const Progress &progress);
    bool isFilled() const { return m_isFilled; } ///< made by of()
    int countTold() { return ++m_told; } ///< how many near-duplicates were told of, with this one
    void add(const Measure::Shingles &sample, const QString &title);
    /// The text that has most in common with this one, if that is much.
    std::optional<Near> nearest(const Measure::Shingles &sample) const;

private:
    bool m_isFilled = false;
    int m_told = 0;
    QList<QString> m_titles;
    std::vector<quint32> m_sizes;
    QMultiHash<quint64, quint32> m_texts; // by run
};

} // namespace Quoth::Tasks
