// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <QHash>
#include <QList>
#include <QString>
#include <QXmlStreamReader>

namespace Quoth::Exchange {

/// What the text element of a TEI file says, in UTF-16 units of its plain text.
struct TeiText
{
    /// A said, q, quote or soCalled in the text itself.
    struct Mark
    {
        QString name;
        QString id;
        TextRange range;
        QHash<QString, QString> attributes;
        qint64 line = 0;
    };

    QString text;
    QHash<QString, TextRange> places; ///< of the elements with an xml:id; anchors are empty
    QList<Mark> marks;
    int left = 0; ///< notes, deletions and the like, which are no part of the text
    int repeated = 0; ///< ids that came again
    bool preserved = false; ///< whether xml:space says so of the whole
    bool complete = false; ///< whether the element was closed
};

/// Reads the element that the reader stands at the start of, up to its end or to an error in the XML. Paragraphs, heads, list items and
/// verse lines are lines of the text; lb is a line end; runs of blanks are one blank unless xml:space says that they are to be preserved.
TeiText readTeiText(QXmlStreamReader &xml);

} // namespace Quoth::Exchange
