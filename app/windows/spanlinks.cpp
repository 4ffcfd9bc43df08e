// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spanlinks.h"

#include <QPainter>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Windows {

namespace {

constexpr int mostLines = 3;
constexpr int edge = 6; // left of the text, for the bar of the one that is meant
constexpr int usualLinks = 2; // made at once, so that the tab order follows the form

/// Gives each line to place, the last one elided where text is left; returns their height.
int layLines(const QString &text, const QFont &font, int width, const auto &place)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int y = 0;
    for (int i = 0; i < mostLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(width, 20));
        QString shown = text.mid(line.textStart(), line.textLength());
        if (i == mostLines - 1)
            shown = metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
        place(y, shown.trimmed());
        y += metrics.lineSpacing();
    }
    layout.endLayout();
    return std::max(y, metrics.lineSpacing());
}

} // namespace

SpanLink::SpanLink(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize SpanLink::sizeHint() const
{
    const int width = std::min(fontMetrics().horizontalAdvance(text()) + edge + 2, fontMetrics().averageCharWidth() * 28);
    return {width, heightForWidth(width)};
}

QSize SpanLink::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, fontMetrics().lineSpacing() + 4};
}

int SpanLink::heightForWidth(int width) const
{
    return layLines(text(), font(), width - edge, [](int, const QString &) { }) + 4;
}

void SpanLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight); // as the words run, not the window
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect inner = rect().adjusted(mirrored ? 0 : edge, 2, mirrored ? -edge : 0, -2);
    if (isChecked()) {
        const QRect bar(mirrored ? width() - 3 : 0, 2, 3, height() - 4);
        painter.fillRect(bar, palette().color(QPalette::Highlight));
    }
    QFont shown = font();
    shown.setUnderline(underMouse());
    painter.setFont(shown);
    painter.setPen(palette().color(QPalette::Text));
    const Qt::Alignment side = text().isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    layLines(text(), font(), inner.width(), [&](int y, const QString &line) {
        painter.drawText(QRect(inner.left(), inner.top() + y, inner.width(), fontMetrics().lineSpacing()),
                         int(side | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, line);
    });
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

SpanLinks::SpanLinks(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int i = 0; i < usualLinks; ++i)
        addLink()->hide();
}

SpanLink *SpanLinks::addLink()
{
    auto *link = new SpanLink(this);
    const qsizetype index = m_links.size();
    m_links.append(link);
    layout()->addWidget(link);
    connect(link, &QAbstractButton::clicked, this, [this, link, index] {
        // A click unchecks the one that is meant; it stays what it is until the current span changes.
        link->setChecked(true);
        if (index < m_entries.size())
            emit chosen(m_entries[index].id);
    });
    return link;
}

void SpanLinks::setEntries(const QList<Entry> &entries, std::optional<SpanId> current)
{
    if (entries != m_entries) {
        m_entries = entries;
        while (m_links.size() < entries.size())
            addLink();
        for (qsizetype i = 0; i < m_links.size(); ++i) {
            SpanLink *link = m_links[i];
            link->setVisible(i < entries.size());
            if (i >= entries.size())
                continue;
            link->setText(entries[i].text);
            link->setAccessibleName(QStringLiteral("%1: %2").arg(m_name, entries[i].text));
            link->updateGeometry();
        }
    }
    for (qsizetype i = 0; i < entries.size(); ++i)
        m_links[i]->setChecked(current == entries[i].id);
}

} // namespace Quoth::Windows
