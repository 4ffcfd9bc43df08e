// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speaker.h"

#include <algorithm>

namespace Quoth::Annotation {

namespace {
constexpr SpeakerType allTypes[] = {SpeakerType::Person, SpeakerType::Organisation, SpeakerType::Country,
                                    SpeakerType::Group,  SpeakerType::Anonymous,    SpeakerType::Article};
}

QString toString(SpeakerType type)
{
    switch (type) {
    case SpeakerType::Person: return QStringLiteral("person");
    case SpeakerType::Organisation: return QStringLiteral("organisation");
    case SpeakerType::Country: return QStringLiteral("country");
    case SpeakerType::Group: return QStringLiteral("group");
    case SpeakerType::Anonymous: return QStringLiteral("anonymous");
    case SpeakerType::Article: return QStringLiteral("article");
    }
    Q_UNREACHABLE();
}

std::optional<SpeakerType> speakerTypeFromString(QStringView name)
{
    for (const SpeakerType type : allTypes) {
        if (name == toString(type))
            return type;
    }
    return std::nullopt;
}

bool Speaker::isCalled(QStringView other) const
{
    const QStringView wanted = other.trimmed();
    const auto same = [wanted](const QString &mine) { return wanted.compare(mine, Qt::CaseInsensitive) == 0; };
    return same(name) || std::any_of(aliases.begin(), aliases.end(), same);
}

bool isWikidataId(QStringView id)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return id.size() > 1 && id.front() == u'Q' && id[1] != u'0' && std::all_of(id.begin() + 1, id.end(), isDigit);
}

bool isColour(QStringView colour)
{
    const auto isHexadecimal = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return colour.size() == 7 && colour.front() == u'#' && std::all_of(colour.begin() + 1, colour.end(), isHexadecimal);
}

} // namespace Quoth::Annotation
