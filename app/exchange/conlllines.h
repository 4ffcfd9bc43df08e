// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filereading.h"
#include "words.h"

namespace Quoth::Exchange {

/// Gives the lines of a decoded file to a reading, without their ends, and ends its last article. Reading: readLine(line, number),
/// endArticle(), isEmpty(). beginning: what a line begins with that begins an article, where it may be cancelled. Fails if no article was read.
template<class Reading>
Result<void> readLines(Reading &reading, const QString &file, QStringView beginning, const QString &path, const Progress &progress)
{
    qint64 number = 0;
    qsizetype at = file.startsWith(QChar(QChar::ByteOrderMark));
    while (at < file.size()) {
        qsizetype end = file.indexOf(u'\n', at);
        end = end < 0 ? file.size() : end;
        QStringView line = QStringView(file).mid(at, end - at);
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (Result<void> done = reading.readLine(line, ++number); !done)
            return done;
        at = end + 1;
        if (number % 1024 == 0 || line.startsWith(beginning)) {
            if (Result<void> going = checkCancelled(progress, path); !going)
                return going;
            progress.report(double(at) / double(file.size() + 1));
        }
    }
    if (Result<void> ended = reading.endArticle(); !ended)
        return ended;
    if (reading.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("The file holds no article."), path};
    return {};
}

} // namespace Quoth::Exchange
