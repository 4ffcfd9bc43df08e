// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attribution.h"

#include <algorithm>
#include <array>

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

enum class Mark : quint8 { None, Letter, LineBreak, Toggles, Opens, Closes };

constexpr std::array<Mark, 128> asciiMarks = [] {
    std::array<Mark, 128> marks{};
    for (size_t c = 0; c < marks.size(); ++c) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            marks[c] = Mark::Letter;
    }
    marks['\n'] = Mark::LineBreak;
    marks['"'] = Mark::Toggles;
    return marks;
}();

Mark markOf(char16_t c)
{
    if (c < asciiMarks.size())
        return asciiMarks[c];
    switch (c) {
    case u'\u201C': // also closes, after U+201E
        return Mark::Toggles;
    case u'\u201E':
    case u'\u00AB':
    case u'\u300C':
        return Mark::Opens;
    case u'\u201D':
    case u'\u00BB':
    case u'\u300D':
        return Mark::Closes;
    default:
        return QChar::isLetterOrNumber(c) ? Mark::Letter : Mark::None;
    }
}

} // namespace

std::optional<Kind> kindOf(std::span<const TextRange> content, QStringView articleText)
{
    bool quoted = false;
    bool plain = false;
    for (const TextRange fragment : content) {
        // A quotation may have opened before the content begins: look back to the begin of the paragraph.
        qsizetype i = fragment.begin;
        while (i > 0 && articleText[i - 1] != u'\n')
            --i;
        bool inside = false;
        for (; i < fragment.end && !(quoted && plain); ++i) {
            const Mark mark = markOf(articleText[i].unicode());
            if (mark == Mark::None)
                continue;
            if (mark != Mark::Letter)
                inside = mark == Mark::Opens || (mark == Mark::Toggles && !inside);
            else if (i >= fragment.begin)
                (inside ? quoted : plain) = true;
        }
    }
    if (!quoted && !plain)
        return std::nullopt;
    return !plain ? Kind::Direct : quoted ? Kind::Mixed : Kind::Indirect;
}

} // namespace Quoth::Annotation
