// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attribution.h"

#include <algorithm>

namespace Quoth::Annotation {

QString toString(Kind kind)
{
    switch (kind) {
    case Kind::Direct: return QStringLiteral("direct");
    case Kind::Indirect: return QStringLiteral("indirect");
    case Kind::Mixed: return QStringLiteral("mixed");
    }
    Q_UNREACHABLE();
}

std::optional<Kind> kindFromString(QStringView name)
{
    for (const Kind kind : {Kind::Direct, Kind::Indirect, Kind::Mixed}) {
        if (name == toString(kind))
            return kind;
    }
    return std::nullopt;
}

QList<SpanId> Attribution::spans(QStringView role) const
{
    QList<SpanId> result;
    for (const RoleFiller &filler : fillers) {
        if (filler.role == role)
            result.append(filler.span);
    }
    return result;
}

bool Attribution::has(SpanId span) const
{
    return std::any_of(fillers.begin(), fillers.end(), [span](const RoleFiller &f) { return f.span == span; });
}

namespace {

bool opens(QChar c) { return c == u'\u201C' || c == u'\u201E' || c == u'\u00AB' || c == u'\u300C'; }
bool closes(QChar c) { return c == u'\u201D' || c == u'\u00BB' || c == u'\u300D'; }

} // namespace

std::optional<Kind> kindOf(const QList<TextRange> &content, QStringView articleText)
{
    bool quoted = false;
    bool plain = false;
    for (const TextRange fragment : content) {
        // A quotation may have opened before the content begins: look back to the begin of the paragraph.
        const qsizetype paragraph = fragment.begin > 0 ? articleText.lastIndexOf(u'\n', fragment.begin - 1) + 1 : 0;
        bool inside = false;
        for (qsizetype i = paragraph; i < fragment.end; ++i) {
            const QChar c = articleText[i];
            if (c == u'\n')
                inside = false;
            else if (c == u'"' || (c == u'\u201C' && inside)) // U+201C also closes, after U+201E
                inside = !inside;
            else if (opens(c))
                inside = true;
            else if (closes(c))
                inside = false;
            else if (i >= fragment.begin && c.isLetterOrNumber())
                (inside ? quoted : plain) = true;
        }
    }
    if (!quoted && !plain)
        return std::nullopt;
    return !plain ? Kind::Direct : quoted ? Kind::Mixed : Kind::Indirect;
}

} // namespace Quoth::Annotation
