// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/pdflayout.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestPdf : public QObject
{
    Q_OBJECT

private slots:
    void joinsLinesToParagraphs();
    void joinsHyphenatedWords();
    void goesOnOverColumnsAndPages();
    void leavesOutRunningHeadsAndPageNumbers();
    void joinsIdeographsWithoutBlanks();
    void readsAFile();
    void saysWhatIsWrong();

private:
    /// Lines one below the other, 12 points high, at a distance of 14; words are 6 points a character. A "^" indents, an empty line is a gap.
    static void addLines(PdfPage &page, double left, double top, const QStringList &lines)
    {
        for (const QString &line : lines) {
            double x = left + (line.startsWith(u'^') ? 20 : 0);
            const QStringList words = QString(line).remove(u'^').split(u' ', Qt::SkipEmptyParts);
            for (const QString &word : words) {
                page.words.append({word, QRectF(x, top, 6.0 * double(word.size()), 12), true});
                x += 6.0 * double(word.size() + 1);
            }
            top += 14;
        }
    }
    static PdfPage page(const QStringList &lines, double left = 50, double top = 200)
    {
        PdfPage page{QSizeF(600, 800), {}};
        addLines(page, left, top, lines);
        return page;
    }
    /// A file of one page with these lines.
    static QByteArray pdf(const QList<QByteArray> &lines)
    {
        QByteArray content = "BT /F 12 Tf 72 700 Td 14 TL\n";
        for (const QByteArray &line : lines)
            content += '(' + line + ") Tj T*\n";
        content += "ET";
        const QByteArray objects[] = {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                                      "<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                                      "<</Title(The Bridge)/Author(J. Doe)/CreationDate(D:20240506070809Z)>>"};
        QByteArray file = "%PDF-1.4\n";
        QByteArray table = "0000000000 65535 f \n";
        int number = 0;
        for (const QByteArray &object : objects) {
            table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
            file += QByteArray::number(++number) + " 0 obj" + object + "endobj\n";
        }
        const QByteArray begin = QByteArray::number(file.size());
        return file + "xref\n0 7\n" + table + "trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n" + begin + "\n%%EOF\n";
    }
};

void TestPdf::joinsLinesToParagraphs()
{
    QCOMPARE(pdfParagraphs({page({QStringLiteral("The mayor said that the bridge"), QStringLiteral("was open."), QStringLiteral("^She added that it had cost a"), QStringLiteral("lot of money."), QString(),
                                  QStringLiteral("After a gap comes more."), QStringLiteral("\u2022 and this")})}),
             (QStringList{QStringLiteral("The mayor said that the bridge was open."), QStringLiteral("She added that it had cost a lot of money."), QStringLiteral("After a gap comes more."), QStringLiteral("\u2022 and this")}));
    PdfPage headed = page({QStringLiteral("The mayor said so.")});
    headed.words.prepend({QStringLiteral("Headline"), QRectF(50, 175, 100, 20), true});
    QCOMPARE(pdfParagraphs({headed}), (QStringList{QStringLiteral("Headline"), QStringLiteral("The mayor said so.")}));
    QCOMPARE(pdfParagraphs({}), QStringList());
    QCOMPARE(pdfParagraphs({page({})}), QStringList());
}

void TestPdf::joinsHyphenatedWords()
{
    QCOMPARE(pdfParagraphs({page({QStringLiteral("It was well-known that the inter-"), QStringLiteral("national and well-"), QStringLiteral("known bridge of Baden-"), QStringLiteral("Baden has 1-"), QStringLiteral("2 soft\u00AD"),
                                  QStringLiteral("ened ways \u2013"), QStringLiteral("so")})}),
             QStringList{QStringLiteral("It was well-known that the international and well-known bridge of Baden-Baden has 1- 2 softened ways \u2013 so")});
}

void TestPdf::goesOnOverColumnsAndPages()
{
    PdfPage first = page({QStringLiteral("In the first column he said"), QStringLiteral("that it goes on and")});
    addLines(first, 320, 200, {QStringLiteral("on in the second one and"), QStringLiteral("on the next page")});
    QCOMPARE(pdfParagraphs({first, page({QStringLiteral("where it ends."), QStringLiteral("Full stop.")}), page({QStringLiteral("Another one.")})}),
             (QStringList{QStringLiteral("In the first column he said that it goes on and on in the second one and on the next page where it ends. Full stop."), QStringLiteral("Another one.")}));
}

void TestPdf::leavesOutRunningHeadsAndPageNumbers()
{
    QList<PdfPage> pages;
    for (int i = 1; i <= 3; ++i) {
        PdfPage one{QSizeF(600, 800), {}};
        addLines(one, 50, 30, {QStringLiteral("The Example, no. %1").arg(i)});
        addLines(one, 50, 200, {QStringLiteral("Text of page %1 that").arg(QString(i, u'x')), QStringLiteral("12")});
        addLines(one, 280, 760, {i == 2 ? QStringLiteral("Page 2 of 3") : QStringLiteral("\u2013 %1 \u2013").arg(i)});
        pages.append(one);
    }
    QCOMPARE(pdfParagraphs(pages), QStringList{QStringLiteral("Text of page x that 12 Text of page xx that 12 Text of page xxx that 12")});
}

void TestPdf::joinsIdeographsWithoutBlanks()
{
    QCOMPARE(pdfParagraphs({page({QStringLiteral("\u4F60\u597D\u4F60\u597D"), QStringLiteral("\u597D\u4F60\u3002")})}), QStringList{QStringLiteral("\u4F60\u597D\u4F60\u597D\u597D\u4F60\u3002")});
}

void TestPdf::readsAFile()
{
    if (!FormatRegistry().importer(u"pdf"))
        QSKIP("built without Poppler");
    const QTemporaryDir folder;
    const Reading reading = readPath(writeFile(folder, QStringLiteral("doc.pdf"), pdf({"The mayor said \x93yes\x94 and that the bri-", "dge was open.", "", "She left."})));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text, QStringLiteral("The mayor said \u201Cyes\u201D and that the bridge was open.\nShe left.\n"));
    const ArticleMeta meta = {QStringLiteral("The Bridge"), {}, {}, QStringLiteral("J. Doe"), QStringLiteral("2024-05-06T07:08:09Z"), {}, {}};
    QCOMPARE(reading.article().meta, meta);
}

void TestPdf::saysWhatIsWrong()
{
    const QTemporaryDir folder;
    if (!FormatRegistry().importer(u"pdf")) {
        const QList<MissingFormat> missing = FormatRegistry().missing();
        QVERIFY(std::any_of(missing.begin(), missing.end(), [](const MissingFormat &one) { return one.name == u"pdf" && one.reason.contains(u"Poppler"); }));
        return;
    }
    QVERIFY(readPath(writeFile(folder, QStringLiteral("a.pdf"), pdf({}))).result.error().message.contains(QStringLiteral("holds no text")));
    QVERIFY(readPath(writeFile(folder, QStringLiteral("a.pdf"), "%PDF-1.4\nnothing")).result.error().message.contains(QStringLiteral("damaged")));
    const QByteArray whole = pdf({"The mayor said so."});
    for (qsizetype size = 20; size < whole.size(); size += 37)
        (void)readPath(writeFile(folder, QStringLiteral("a.pdf"), whole.left(size)));
}

QTEST_GUILESS_MAIN(TestPdf)
#include "test_pdf.moc"
