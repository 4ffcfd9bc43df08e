// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "span.h"

#include <algorithm>

namespace Quoth::Annotation {

bool Span::covers(qint32 position) const
{
    return std::any_of(fragments.begin(), fragments.end(), [position](TextRange f) { return f.contains(position); });
}

QList<TextRange> canonical(QList<TextRange> fragments)
{
    std::sort(fragments.begin(), fragments.end());
    QList<TextRange> result;
    for (const TextRange fragment : std::as_const(fragments)) {
        if (fragment.isEmpty())
            continue;
        if (!result.isEmpty() && fragment.begin <= result.constLast().end)
            result.last().end = std::max(result.constLast().end, fragment.end);
        else
            result.append(fragment);
    }
    return result;
}

QList<TextRange> wholeCharacters(const QList<TextRange> &fragments, QStringView text)
{
    const auto cuts = [text](qint32 offset) {
        return offset > 0 && offset < text.size() && text[offset].isLowSurrogate() && text[offset - 1].isHighSurrogate();
    };
    QList<TextRange> whole = canonical(fragments);
    for (TextRange &fragment : whole) {
        fragment.begin -= cuts(fragment.begin);
        fragment.end += cuts(fragment.end);
    }
    return canonical(whole);
}

bool isValid(const QList<TextRange> &fragments, qsizetype textLength)
{
    qint32 next = 0;
    for (const TextRange fragment : fragments) {
        if (fragment.isEmpty() || fragment.begin < next || fragment.end > textLength)
            return false;
        next = fragment.end + 1;
    }
    return !fragments.isEmpty();
}

bool contains(const QList<TextRange> &outer, const QList<TextRange> &inner)
{
    return std::all_of(inner.begin(), inner.end(), [&outer](TextRange i) {
        return std::any_of(outer.begin(), outer.end(), [i](TextRange o) { return o.contains(i); });
    });
}

bool overlap(const QList<TextRange> &a, const QList<TextRange> &b)
{
    return std::any_of(a.begin(), a.end(), [&b](TextRange x) {
        return std::any_of(b.begin(), b.end(), [x](TextRange y) { return x.overlaps(y); });
    });
}

QString textOf(const QList<TextRange> &fragments, QStringView articleText, QStringView separator)
{
    QString text;
    for (const TextRange fragment : fragments) {
        if (!text.isEmpty())
            text += separator;
        text += articleText.mid(fragment.begin, fragment.length());
    }
    return text;
}

} // namespace Quoth::Annotation
