// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/bratreader.h>
#include <app/exchange/bratwriter.h>

using namespace Quoth;
using namespace Quoth::Exchange;

/// The input is a text, a NUL and an .ann file. What was read must be good, and be read back from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype border = bytes.indexOf('\0');
    const QString text = QString::fromUtf8(bytes.left(qMax<qsizetype>(border, 0)));
    QList<Annotation::Issue> issues;
    IssueList list(issues);
    const ImportedArticle imported = readBrat(text, QString::fromUtf8(bytes.mid(border + 1)), QStringLiteral("fuzz"), {}, list);
    checkArticle(imported.article);
    const BratFile file = writeBrat(imported.article);
    const ImportedArticle back = readBrat(imported.article.article.text, QString::fromUtf8(file.annotations), QStringLiteral("fuzz"), {}, list);
    checkArticle(back.article);
    if (back.article.article.text != imported.article.article.text
        || back.article.annotations.attributions.size() > imported.article.annotations.attributions.size())
        std::abort();
    return 0;
}
