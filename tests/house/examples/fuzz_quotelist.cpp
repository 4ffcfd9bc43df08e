// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"
#include "quotelistexporter.h"
#include "quotelistimporter.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

using namespace Quoth;
using namespace Quoth::Exchange;

namespace {

QList<Annotation::AnnotatedArticle> read(QByteArray bytes)
{
    QList<Annotation::AnnotatedArticle> articles;
    QBuffer buffer(&bytes);
    (void)buffer.open(QIODevice::ReadOnly);
    ImportReport report;
    const Importer::Sink sink = [&articles](ImportedArticle imported) -> Result<void> {
        checkArticle(imported.article);
        articles.append(std::move(imported.article));
        return {};
    };
    (void)readQuoteList(buffer, QStringLiteral("fuzz"), {}, sink, report, Progress());
    return articles;
}

} // namespace

/// The input is a list of quotations. What was read must be good, and must come back from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    const auto before = read(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    QFile file(folder.filePath(QStringLiteral("out.quotes")));
    auto session = QuoteListExporter().open(file.fileName(), {});
    for (const Annotation::AnnotatedArticle &article : before) {
        if (!(*session)->write(article))
            std::abort();
    }
    if (!(*session)->commit() || !file.open(QIODevice::ReadOnly))
        std::abort();
    const auto after = read(file.readAll());
    if (after.size() != before.size())
        std::abort();
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after[i].article.text != before[i].article.text || after[i].annotations != before[i].annotations)
            std::abort();
    }
    return 0;
}
