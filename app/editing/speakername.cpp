// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakername.h"

#include <algorithm>

namespace Quoth::Editing {

namespace {

constexpr qsizetype longestName = 60;

bool isPronoun(const QString &words)
{
    static const QStringList pronouns
        = QStringLiteral("he she it they we you i this that these those who one his her their").split(u' ');
    return pronouns.contains(words.toLower());
}

} // namespace

bool isName(const QString &words)
{
    if (words.isEmpty() || words.size() > longestName || isPronoun(words))
        return false;
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    const bool hasLower = std::any_of(parts.begin(), parts.end(), [](const QString &word) {
        return word.size() > 3 && word.front().isLower();
    });
    const QString &first = parts.front();
    const bool isShort = parts.size() == 1 && first.size() < 3; // a pronoun rather
    return !hasLower && !isShort && first.front().isLetter() && !first.front().isLower();
}

std::optional<NamedSpeaker> speakerFromWords(const QString &words)
{
    static const QStringList articles = QStringLiteral("the a an").split(u' ');
    QStringList parts = words.simplified().split(u' ', Qt::SkipEmptyParts);
    const QString whole = parts.join(u' ');
    if (isName(whole))
        return NamedSpeaker{whole, Annotation::SpeakerType::Person};
    if (parts.size() > 1 && articles.contains(parts.constFirst().toLower()))
        parts.removeFirst();
    const QString name = parts.join(u' ');
    if (name.isEmpty() || name.size() > longestName || isPronoun(whole) || !std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); }))
        return std::nullopt;
    return NamedSpeaker{name, Annotation::SpeakerType::Anonymous};
}

} // namespace Quoth::Editing
