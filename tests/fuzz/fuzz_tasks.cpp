// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/doccanorecord.h>
#include <app/exchange/labelstudiotask.h>
#include <app/exchange/prodigyrecord.h>

#include <QJsonDocument>

using namespace Quoth;
using namespace Quoth::Exchange;

static Annotation::AnnotatedArticle withoutIds(Annotation::AnnotatedArticle article)
{
    for (Annotation::Span &span : article.annotations.spans)
        span.id = SpanId(1);
    for (Annotation::Attribution &attribution : article.annotations.attributions) {
        attribution.id = AttributionId(1);
        for (Annotation::RoleFiller &filler : attribution.fillers)
            filler.span = SpanId(1);
    }
    return article;
}

static std::optional<ImportedArticle> read(char format, const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    QList<Annotation::Issue> issues;
    IssueList list(issues);
    switch (format) {
    case 'l': return readLabelStudioTask(document.object(), {}, list, QStringLiteral("fuzz"));
    case 'd': return readDoccanoRecord(document.object(), OffsetUnit::Utf16Units, {}, list, QStringLiteral("fuzz"));
    case 'g': return readDoccanoRecord(document.object(), OffsetUnit::Graphemes, {}, list, QStringLiteral("fuzz"));
    case 'p': return readProdigyRecord(document.object(), {}, list, QStringLiteral("fuzz"));
    default: return std::nullopt;
    }
}

static QByteArray written(char format, const Annotation::AnnotatedArticle &article)
{
    LossList losses;
    LabelStudioConfig config({});
    switch (format) {
    case 'l': return labelStudioTask(article, 1, config, losses);
    case 'd': return doccanoRecord(article, OffsetUnit::Utf16Units, losses);
    case 'g': return doccanoRecord(article, OffsetUnit::Graphemes, losses);
    default: return prodigyRecord(article, losses);
    }
}

/// The input is a letter for the format (l Label Studio, d and g doccano, p Prodigy) and a task or record of it. What was read must be good, and must
/// come back from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const char format = bytes.isEmpty() ? ' ' : bytes.front();
    const auto imported = read(format, bytes.mid(1));
    if (!imported)
        return 0;
    checkArticle(imported->article);
    const auto back = read(format, written(format, imported->article));
    if (!back)
        std::abort();
    checkArticle(back->article);
    const auto before = withoutIds(imported->article);
    const auto after = withoutIds(back->article);
    if (before.article.text != after.article.text || before.annotations.spans != after.annotations.spans
        || before.annotations.attributions.size() != after.annotations.attributions.size())
        std::abort();
    return 0;
}
