// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleview.h"

#include <QAccessible>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr qint32 described = 500; // characters to either side in which the end of a highlight is looked for

QString inOneLine(QString description) { return description.replace(u'\n', QStringLiteral(", ")); }

} // namespace

QString ArticleView::descriptionAt(qint32 offset) const
{
    QStringList parts;
    for (const quint64 key : keysAt(offset)) {
        if (const QString part = inOneLine(m_highlights->descriptionOf(key)); !part.isEmpty())
            parts.append(part);
    }
    return parts.join(tr("; in "));
}

QString ArticleView::description() const
{
    QStringList parts;
    if (m_focusedKey != 0 && m_highlights) {
        if (const QString inHand = inOneLine(m_highlights->descriptionOf(m_focusedKey)); !inHand.isEmpty())
            parts.append(tr("In hand: %1").arg(inHand));
    }
    if (const QString here = descriptionAt(m_caret); !here.isEmpty())
        parts.append(tr("At the caret: %1").arg(here));
    return parts.join(QStringLiteral(". "));
}

Extent ArticleView::sameHighlightsAt(qint32 offset) const
{
    const qint32 size = qint32(text().size());
    Extent same{std::max(0, offset - described), std::min(size, offset + described)};
    if (!m_highlights)
        return same;
    const QList<Highlight> near = m_highlights->highlightsIn(same.begin, same.end);
    for (const Highlight &highlight : near) {
        for (const qint32 edge : {highlight.begin, highlight.end}) {
            if (edge <= offset)
                same.begin = std::max(same.begin, edge);
            else
                same.end = std::min(same.end, edge);
        }
    }
    return same;
}

void ArticleView::announceDescription()
{
    if (!QAccessible::isActive())
        return;
    const QString now = description();
    if (now == m_described)
        return;
    m_described = now;
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace Quoth::Widgets
