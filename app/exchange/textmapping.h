// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <QStringList>

#include <vector>

namespace Quoth::Exchange {

/// A text as a file has it and as it is kept (Annotation::normalised()), with the way from the code points of the one to the
/// UTF-16 offsets of the other. The raw text must outlive it.
class TextMapping
{
public:
    explicit TextMapping(const QString &raw);

    const QString &text() const { return m_text; }
    const QStringList &changes() const { return m_changes; }
    /// nullopt for a range that is reversed or past the end of the raw text. A range may come out empty.
    std::optional<TextRange> toText(CodePointRange raw) const;
    /// The same for offsets that count UTF-16 units. An edge within a surrogate pair moves to where the pair begins or ends.
    std::optional<TextRange> fromUtf16(TextRange raw) const;

private:
    qint32 toText(qint32 raw) const;

    QString m_text;
    QStringList m_changes;
    OffsetConverter m_converter; // of the raw text
    std::vector<qint32> m_dropped; // raw offsets of the units that the text lacks
};

} // namespace Quoth::Exchange
