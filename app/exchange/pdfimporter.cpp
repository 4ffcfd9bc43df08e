// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdfimporter.h"

#include "documentarticle.h"
#include "filereading.h"
#include "pdflayout.h"
#include "words.h"

#include <QDateTime>
#include <QFileInfo>

#include <poppler-qt6.h>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

/// Poppler gives words as they look, from left to right.
bool hasRightToLeft(const QStringList &paragraphs)
{
    return std::any_of(paragraphs.begin(), paragraphs.end(), [](const QString &text) {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
    });
}

Result<DocumentText> readPdf(const QString &path, const Progress &progress, IssueList &issues)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    // What it tells goes to the terminal otherwise.
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) { }, {});
    const std::unique_ptr<Poppler::Document> pdf = Poppler::Document::loadFromData(*bytes);
    if (!pdf)
        return Error{ErrorCode::BadInput, Words::tr("This is no PDF document, or it is damaged."), path};
    if (pdf->isLocked())
        return Error{ErrorCode::BadInput, Words::tr("The document is encrypted. Save it without a password."), path};
    QList<PdfPage> pages;
    const int count = pdf->numPages();
    for (int i = 0; i < count; ++i) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going.error();
        const std::unique_ptr<Poppler::Page> page = pdf->page(i);
        if (!page)
            continue;
        PdfPage words{page->pageSizeF(), {}};
        for (const std::unique_ptr<Poppler::TextBox> &box : page->textList())
            words.words.append({box->text(), box->boundingBox(), box->hasSpaceAfter()});
        pages.append(std::move(words));
        progress.report(double(i) / double(count));
    }
    DocumentText document;
    document.paragraphs = pdfParagraphs(pages);
    if (document.paragraphs.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("The document holds no text, only pictures of it. Run a text recognition over it first, such as ocrmypdf."), path};
    if (hasRightToLeft(document.paragraphs))
        issues.warn(Words::tr("Words that are written from right to left may stand in the wrong order."), path);
    document.meta.title = pdf->info(QStringLiteral("Title")).simplified();
    document.meta.author = pdf->info(QStringLiteral("Author")).simplified();
    if (const QDateTime created = pdf->date(QStringLiteral("CreationDate")); created.isValid())
        document.meta.published = created.toUTC().toString(Qt::ISODate);
    return document;
}

} // namespace

FormatInfo PdfImporter::info() const { return {QStringLiteral("pdf"), Words::tr("PDF document"), {QStringLiteral("pdf")}, true, false, false}; }

int PdfImporter::likelihood(const QString &path, const QByteArray &head) const { return !QFileInfo(path).isDir() && head.left(1024).contains("%PDF-") ? 95 : 0; }

Result<void> PdfImporter::read(const QString &path, const ImportOptions &, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    return readDocument(path, sink, report, progress, [&](IssueList &issues) { return readPdf(path, progress, issues); });
}

} // namespace Quoth::Exchange
