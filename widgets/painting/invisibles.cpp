// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "invisibles.h"

#include "articlelayout.h"
#include "colours.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace Quoth::Widgets {

namespace {

struct Sign
{
    char16_t character;
    const char *name;
};

constexpr std::array signs{
    Sign{0x0009, "TAB"},  Sign{0x00a0, "NBSP"}, Sign{0x00ad, "SHY"},  Sign{0x034f, "CGJ"},  Sign{0x061c, "ALM"},
    Sign{0x180e, "MVS"},  Sign{0x2000, "NQSP"}, Sign{0x2001, "MQSP"}, Sign{0x2002, "ENSP"}, Sign{0x2003, "EMSP"},
    Sign{0x2004, "3/MSP"}, Sign{0x2005, "4/MSP"}, Sign{0x2006, "6/MSP"}, Sign{0x2007, "FSP"}, Sign{0x2008, "PSP"},
    Sign{0x2009, "THSP"}, Sign{0x200a, "HSP"},  Sign{0x200b, "ZWSP"}, Sign{0x200c, "ZWNJ"}, Sign{0x200d, "ZWJ"},
    Sign{0x200e, "LRM"},  Sign{0x200f, "RLM"},  Sign{0x2028, "LSEP"}, Sign{0x2029, "PSEP"}, Sign{0x202a, "LRE"},
    Sign{0x202b, "RLE"},  Sign{0x202c, "PDF"},  Sign{0x202d, "LRO"},  Sign{0x202e, "RLO"},  Sign{0x202f, "NNBSP"},
    Sign{0x205f, "MMSP"}, Sign{0x2060, "WJ"},   Sign{0x2066, "LRI"},  Sign{0x2067, "RLI"},  Sign{0x2068, "FSI"},
    Sign{0x2069, "PDI"},  Sign{0x3000, "IDSP"}, Sign{0xfeff, "BOM"},
};

bool isPlainBlank(QStringView text, qsizetype at) { return at >= 0 && at < text.size() && text[at] == u' '; }

QString blankSign(QStringView text, qsizetype at)
{
    const bool doubled = isPlainBlank(text, at - 1) || isPlainBlank(text, at + 1);
    const bool trailing = at + 1 == text.size() || text[at + 1] == u'\n' || text[at + 1] == u'\r';
    return doubled || trailing ? QStringLiteral("\u00B7") : QString();
}

} // namespace

QString invisibleSign(QStringView text, qsizetype offset)
{
    const char16_t c = text[offset].unicode();
    if (c == u' ')
        return blankSign(text, offset);
    if (c == u'\n')
        return {};
    const auto found =
        std::lower_bound(signs.begin(), signs.end(), c, [](const Sign &sign, char16_t u) { return sign.character < u; });
    if (found != signs.end() && found->character == c)
        return QLatin1String(found->name);
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return QStringLiteral("%1").arg(int(c), 2, 16, QLatin1Char('0')).toUpper();
    if (c >= 0xfe00 && c <= 0xfe0f)
        return QStringLiteral("VS%1").arg(c - 0xfe00 + 1);
    if (c == 0xdb40 && offset + 1 < text.size())
        return QStringLiteral("TAG"); // the plane of tags and of more variation selectors
    return {};
}

void paintInvisibles(QPainter &painter, ArticleLayout &layout, const VisibleLines &lines, const QPalette &palette)
{
    const QStringView text = layout.text();
    QFont font = layout.signFont();
    const QFontMetricsF metrics(font);
    const QColor base = palette.color(QPalette::Base);
    const QColor ink = attentionColour(palette);
    const QColor paper = mixed(ink, base, 0.14);
    QRectF last;
    painter.save();
    painter.setFont(font);
    painter.setLayoutDirection(Qt::LeftToRight);
    for (qint32 at = lines.begin; at < std::min(lines.end, qint32(text.size())); ++at) {
        const QString sign = invisibleSign(text, at);
        if (sign.isEmpty())
            continue;
        QRectF place = layout.caretRect(at).translated(0, -qreal(lines.top));
        const QRectF next = layout.caretRect(at + 1).translated(0, -qreal(lines.top));
        // Where directions meet, the next place may be far off; only blanks and controls have a width of their own.
        const bool wide = text[at].isSpace() && qFuzzyCompare(place.top(), next.top());
        const qreal width = wide ? next.left() - place.left() : 0;
        const qreal middle = place.left() + width / 2;
        if (sign.size() == 1) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(QPointF(middle, place.top() + place.height() * 0.6), 1.6, 1.6);
            continue;
        }
        const QSizeF size(metrics.horizontalAdvance(sign) + 5, metrics.ascent() + 2);
        QRectF chip(QPointF(middle - size.width() / 2, place.top() - size.height() + 3), size);
        // Several in one place stand side by side.
        if (chip.intersects(last))
            chip.moveLeft(last.right() + 1);
        last = chip;
        painter.setPen(QPen(ink, 1));
        painter.drawLine(QPointF(middle, chip.bottom()), QPointF(middle, place.bottom() - 2));
        if (std::abs(width) > 3)
            painter.drawLine(QPointF(place.left() + (width > 0 ? 1 : -1), place.bottom() - 2),
                             QPointF(next.left() - (width > 0 ? 1 : -1), place.bottom() - 2));
        painter.setBrush(paper);
        painter.drawRoundedRect(chip, 2, 2);
        painter.drawText(chip, Qt::AlignCenter, sign);
    }
    painter.restore();
}

} // namespace Quoth::Widgets
