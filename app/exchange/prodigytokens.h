// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flatannotations.h"

#include <QHash>

namespace Quoth::Exchange {

/// A token as spaCy has it: the texts of all, each with a blank behind it where it says so, are the text.
struct ProdigyToken
{
    TextRange range; ///< UTF-16 units
    bool blank = false; ///< one space (U+0020) follows that belongs to no token
};

/// Words, punctuation marks and runs of white space of a text, cut so that every region begins and ends with a token.
class ProdigyTokens
{
public:
    ProdigyTokens(const QString &text, const QList<FlatRegion> &regions);

    const QList<ProdigyToken> &tokens() const { return m_tokens; }
    qint64 beginningAt(qint32 begin) const { return m_beginning.value(begin, -1); } ///< the token, -1 for none
    qint64 endingAt(qint32 end) const { return m_ending.value(end, -1); } ///< the token, -1 for none

private:
    QList<ProdigyToken> m_tokens;
    QHash<qint32, qint64> m_beginning;
    QHash<qint32, qint64> m_ending;
};

} // namespace Quoth::Exchange
