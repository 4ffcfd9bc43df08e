// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

#include <QHash>

#include <algorithm>

namespace Quoth::Widgets {

/// The default styles in the order Speaker, Cue, Quotation, Claim, Scare quote.
inline QList<HighlightStyle> sampleStyles()
{
    return {{QStringLiteral("Speaker"), QColor(0x00, 0x72, 0xb2), Mark::Box},
            {QStringLiteral("Cue"), QColor(0xb5, 0x8a, 0x00), Mark::Dots},
            {QStringLiteral("Quotation"), QColor(0x2e, 0x8b, 0x57), Mark::Bar},
            {QStringLiteral("Claim"), QColor(0xc0, 0x40, 0x28), Mark::Line},
            {QStringLiteral("Scare quote"), QColor(0x7b, 0x3f, 0xa0), Mark::Wave}};
}

/// Highlights and cards held in lists, for tests and pictures.
class SampleSource : public HighlightSource, public CardSource
{
public:
    QList<Highlight> highlights;
    QList<MarginCard> cards;
    mutable qint32 askedLength = 0;

    QList<Highlight> highlightsIn(qint32 begin, qint32 end) const override
    {
        askedLength = std::max(askedLength, end - begin);
        QList<Highlight> found;
        for (const Highlight &highlight : highlights) {
            if (highlight.begin < end && highlight.end > begin)
                found.append(highlight);
        }
        return found;
    }
    QList<MarginCard> cardsIn(qint32 begin, qint32 end) const override
    {
        QList<MarginCard> found;
        for (const MarginCard &card : cards) {
            if (card.anchor >= begin && card.anchor < end)
                found.append(card);
        }
        return found;
    }

    QString descriptionOf(quint64 key) const override { return QStringLiteral("highlight %1").arg(key); }

    /// Marks where part stands in the text, from the given offset on; returns the highlight's index.
    Highlight &mark(const QString &text, const QString &part, int style, bool tentative = false, int depth = 0,
                    qint32 from = 0)
    {
        const qint32 begin = qint32(text.indexOf(part, from));
        Q_ASSERT(begin >= 0);
        highlights.append(
            {begin, begin + qint32(part.size()), style, depth, tentative, true, true, quint64(highlights.size() + 1)});
        return highlights.last();
    }
    void sort()
    {
        std::stable_sort(highlights.begin(), highlights.end(), [](const Highlight &a, const Highlight &b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
    }
};

} // namespace Quoth::Widgets
