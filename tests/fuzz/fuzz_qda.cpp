// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/qdapackage.h>
#include <app/exchange/qdawriter.h>

using namespace Quoth;
using namespace Quoth::Exchange;

/// The input is a project.qde, a NUL and the text of all its sources. What was read must be good, and be read back from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype border = bytes.indexOf('\0');
    const auto read = [](const QByteArray &project, const auto &textOf) {
        QList<Annotation::AnnotatedArticle> articles;
        ImportReport report;
        (void)readQdaPackage(project, QStringLiteral("fuzz"), QStringLiteral("fuzz"), textOf, {},
                             [&articles](ImportedArticle article) -> Result<void> {
                                 checkArticle(article.article);
                                 articles.append(std::move(article.article));
                                 return {};
                             },
                             report, Progress());
        return articles;
    };
    const auto articles = read(bytes.left(border), [&](const QString &) -> Result<QByteArray> { return bytes.mid(border + 1); });
    LossList losses;
    QdaWriter writer({}, losses);
    QHash<QString, QByteArray> texts;
    for (const Annotation::AnnotatedArticle &article : articles)
        texts.insert(QStringLiteral("internal://%1.txt").arg(writer.add(article)), article.article.text.toUtf8());
    const auto back = read(writer.project(), [&texts](const QString &path) -> Result<QByteArray> { return texts.value(path); });
    if (back.size() != articles.size())
        std::abort();
    for (qsizetype i = 0; i < back.size(); ++i) {
        if (back[i].article.text != articles[i].article.text || back[i].annotations.spans.size() != articles[i].annotations.spans.size()
            || back[i].annotations.attributions.size() != articles[i].annotations.attributions.size())
            std::abort();
    }
    return 0;
}
