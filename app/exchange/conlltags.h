// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Quoth::Exchange {

/// Joins one column of labels to spans, word by word. B, S and U begin a span, E, L, S and U end one; any other tag goes on with the span of
/// its label or, as in IOB1, begins one. A tag without a prefix is a label.
class ConllTags
{
public:
    struct Run
    {
        QString label;
        qsizetype first = 0;
        qsizetype end = 0; ///< behind its last word
    };

    void word(QStringView tag, qsizetype index);
    void endSentence() { m_open = false; }
    const QList<Run> &runs() const { return m_runs; }

    static bool isOutside(QStringView tag) { return tag == u"O" || tag == u"_" || tag.isEmpty(); }
    static bool isTag(QStringView tag);

private:
    QList<Run> m_runs;
    bool m_open = false;
};

} // namespace Quoth::Exchange
