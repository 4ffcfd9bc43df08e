// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/articlewriter.h>
#include <app/exchange/linereader.h>
#include <app/exchange/recordreader.h>

#include <QBuffer>
#include <QJsonDocument>

using namespace Quoth;
using namespace Quoth::Exchange;

/// Each line is read as a record; what was read must be good, and writing it must give a line that reads without an issue.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    LineReader lines(buffer, 1 << 16);
    while (const auto line = lines.next()) {
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray(line->data(), line->size()));
        if (!document.isObject())
            continue;
        QList<Annotation::Issue> issues;
        IssueList list(issues);
        const auto imported = RecordReader({}, list, QStringLiteral("fuzz")).read(document.object());
        if (!imported)
            continue;
        checkArticle(imported->article);
        QList<Annotation::Issue> again;
        IssueList listAgain(again);
        const QByteArray written = nativeLine(imported->article);
        const QJsonDocument rewritten = QJsonDocument::fromJson(written);
        if (written.contains('\n') || !rewritten.isObject())
            std::abort();
        const auto back = RecordReader({}, listAgain, QStringLiteral("fuzz")).read(rewritten.object());
        if (!back || back->article.article.text != imported->article.article.text
            || back->article.annotations.spans != imported->article.annotations.spans || !again.isEmpty())
            std::abort();
    }
    return 0;
}
