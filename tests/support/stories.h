// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Quoth::Test {

/// Paragraphs of forty words each, which no story of another number has.
inline QStringList storyParagraphs(int number, int paragraphs = 10)
{
    QStringList result;
    for (int paragraph = 0; paragraph < paragraphs; ++paragraph) {
        QStringList words;
        for (int word = 0; word < 40; ++word)
            words.append(QStringLiteral("s%1p%2w%3").arg(number).arg(paragraph).arg(word));
        result.append(words.join(u' ') + u'.');
    }
    return result;
}

inline QString story(int number, int paragraphs = 10) { return storyParagraphs(number, paragraphs).join(u'\n') + u'\n'; }

} // namespace Quoth::Test
