// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/printing.h>
#include <tests/support/schema.h>

#include <QFile>
#include <QPrinter>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

/// Printing, to PDF files through the printer's own code.
class TestPrinting : public QObject
{
    Q_OBJECT

private slots:
    void breaksIntoPagesOfTheChosenPaper();
    void printsOnlyThePagesAskedFor();
    void printsWhatIsShown();

private:
    static AnnotatedArticle story();
    static QByteArray print(QPageSize::PageSizeId size, int from = 0, int to = 0, const Rendering::RenderOptions &options = {});
};

AnnotatedArticle TestPrinting::story()
{
    AnnotatedArticle article;
    article.article.externalId = QStringLiteral("a");
    for (int i = 0; i < 80; ++i)
        article.article.text += QStringLiteral("Ann Lee said the dam would hold for another winter at the least.\n\n");
    Span span;
    span.id = SpanId(1);
    span.label = QStringLiteral("Speaker");
    span.fragments = {{0, 7}};
    article.annotations.spans = {span};
    return article;
}

QByteArray TestPrinting::print(QPageSize::PageSizeId size, int from, int to, const Rendering::RenderOptions &options)
{
    QTemporaryDir folder;
    QPrinter printer;
    printer.setResolution(96);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("a.pdf")));
    printer.setPageSize(QPageSize(size));
    if (from > 0) {
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(from, to);
    }
    if (!Windows::printArticle(story(), Test::defaultSchema(), options, printer))
        return {};
    QFile file(printer.outputFileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestPrinting::breaksIntoPagesOfTheChosenPaper()
{
    const QByteArray large = print(QPageSize::A4);
    QVERIFY(large.startsWith("%PDF-"));
    QVERIFY(large.count("/Type /Page\n") >= 2);
    QVERIFY(large.contains("/MediaBox [0 0 595"));
    const QByteArray small = print(QPageSize::Letter);
    QVERIFY(small.contains("/MediaBox [0 0 612"));
}

void TestPrinting::printsOnlyThePagesAskedFor()
{
    QCOMPARE(print(QPageSize::A4, 2, 2).count("/Type /Page\n"), 1);
}

void TestPrinting::printsWhatIsShown()
{
    Rendering::RenderOptions rejected;
    rejected.states = {State::Rejected}; // of which there is none
    const QByteArray without = print(QPageSize::A4, 1, 1, rejected);
    QVERIFY(without.size() > 0);
    QVERIFY(print(QPageSize::A4, 1, 1).size() > without.size());
}

QTEST_MAIN(TestPrinting)
#include "test_printing.moc"
