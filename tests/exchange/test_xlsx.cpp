// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/tablerows.h>
#include <app/exchange/xlsxreader.h>
#include <app/exchange/xlsxwriter.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestXlsx : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsBackTheCellsThatItWrote();
    void writesTheTableOfAnnotations();
    void writesNoFormulas();
    void writesNumbersWhereTheyAre();
    void cutsCellsThatAreTooLong();
    void readsAWorkbookOfAnotherProgram();
    void readsDates();
    void reportsDamage();

private:
    using Files = QList<std::pair<const char *, QByteArray>>;

    static QByteArray archive(const Files &files)
    {
        ZipWriter writer;
        for (const auto &[file, bytes] : files) {
            if (!writer.add(QLatin1String(file), bytes))
                qFatal("cannot pack");
        }
        return *writer.finish();
    }

    static QByteArray book(const QByteArray &sheets = "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId7\"/>")
    {
        return "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>" + sheets
            + "</sheets></workbook>";
    }

    static QByteArray sheet(const QByteArray &rows) { return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows + "</sheetData></worksheet>"; }

    static QList<QStringList> rows(const QByteArray &bytes, QList<Issue> *told = nullptr)
    {
        QList<QStringList> result;
        QList<Issue> issues;
        IssueList list(issues);
        const QString path = QStringLiteral("t.xlsx");
        const auto zip = ZipReader::fromBytes(bytes, path);
        const auto row = [&result](const QStringList &cells, qint64) -> Result<void> {
            result.append(cells);
            return {};
        };
        if (!zip || !readXlsx(*zip, path, list, row))
            return {{QStringLiteral("cannot be read")}};
        if (told)
            *told = issues;
        return result;
    }

    QTemporaryDir m_folder;
};

void TestXlsx::initTestCase()
{
    if (!isZipSupported())
        QSKIP("built without libzip");
}

void TestXlsx::readsBackTheCellsThatItWrote()
{
    const QStringList odd = {QStringLiteral(" \tblank\nlines\r\n "), QStringLiteral("=1+1"), QStringLiteral("<&>\"'"), QStringLiteral("\U0001F600 e\u0301 \u05E8\u05D5\u05EA"), QStringLiteral("\u0007_x0007_ _x_"),
                             QString(), QStringLiteral("007"), QStringLiteral("1e5")};
    XlsxWriter writer({QStringLiteral("a"), QStringLiteral("b")}, {10, 10}, {});
    QCOMPARE(writer.addRow(odd), 0);
    QStringList many;
    for (int i = 0; i < 800; ++i)
        many.append(QString::number(i));
    writer.addRow(many);
    const QList<QStringList> back = rows(*writer.finish());
    QCOMPARE(back.size(), 3);
    QCOMPARE(back[1], odd);
    QCOMPARE(back[2], many);
}

void TestXlsx::writesTheTableOfAnnotations()
{
    QList<AnnotatedArticle> articles;
    LossList losses;
    QList<QStringList> expected = {annotationColumns()};
    for (quint32 seed = 0; seed < 25; ++seed) {
        articles.append(randomArticle(seed));
        expected += annotationRows(articles.last(), losses);
    }
    const QString path = m_folder.filePath(QStringLiteral("a.xlsx"));
    QCOMPARE(exportTo(path, QStringLiteral("xlsx"), articles, allStates()), losses.issues());
    QList<QStringList> back = rows(contentsOf(path));
    QCOMPARE(back.size(), expected.size());
    for (qsizetype i = 0; i < back.size(); ++i) {
        while (back[i].size() < expected[i].size())
            back[i].append(QString());
        QCOMPARE(back[i], expected[i]);
    }
    const QByteArray sheet = *ZipReader::open(path)->read(QStringLiteral("xl/worksheets/sheet1.xml"));
    QVERIFY(sheet.contains("state=\"frozen\"") && sheet.contains("customWidth=\"1\""));
}

void TestXlsx::writesNoFormulas()
{
    ArticleBuilder b(QStringLiteral("=cmd() said he"));
    b.span(QStringLiteral("Quotation"), {QStringLiteral("=cmd()")});
    const QString path = m_folder.filePath(QStringLiteral("f.xlsx"));
    QCOMPARE(exportTo(path, QStringLiteral("xlsx"), {b.article()}), QList<Issue>());
    const QByteArray sheet = *ZipReader::open(path)->read(QStringLiteral("xl/worksheets/sheet1.xml"));
    QVERIFY(sheet.contains(">=cmd()</t>") && !sheet.contains("<f"));
}

void TestXlsx::writesNumbersWhereTheyAre()
{
    XlsxWriter writer({QStringLiteral("begin"), QStringLiteral("text")}, {}, {QStringLiteral("begin")});
    writer.addRow({QStringLiteral("12"), QStringLiteral("12")});
    writer.addRow({QStringLiteral("=12"), QString()});
    const QByteArray bytes = *writer.finish();
    const QByteArray sheet = *ZipReader::fromBytes(bytes, {})->read(QStringLiteral("xl/worksheets/sheet1.xml"));
    QVERIFY(sheet.contains("<c r=\"A2\"><v>12</v></c><c r=\"B2\" t=\"inlineStr\">"));
    QVERIFY(sheet.contains("<c r=\"A3\" t=\"inlineStr\">"));
}

void TestXlsx::cutsCellsThatAreTooLong()
{
    XlsxWriter writer({QStringLiteral("a")}, {}, {});
    QCOMPARE(writer.addRow({QString(40'000, u'x'), QString(32'767, u'y'), QStringLiteral("\U0001F600").repeated(20'000), QString(30'000, QChar(7))}), 3);
    const QList<QStringList> back = rows(*writer.finish());
    QCOMPARE(back[1][0].size(), 32'767);
    QCOMPARE(back[1][1].size(), 32'767);
    QCOMPARE(back[1][2].size(), 32'766);
    QVERIFY(back[1][3].size() >= 32'767 / 7);
}

void TestXlsx::readsAWorkbookOfAnotherProgram()
{
    const QByteArray relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId7\" Type=\"x\" Target=\"/xl/other/data.xml\"/></Relationships>";
    const QByteArray strings = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Title</t></si><si><r><t>Te</t></r><r><t>xt</t></r><rPh><t>no</t></rPh></si>"
                               "<si><t xml:space=\"preserve\">Ana said: \xF0\x9F\x98\x80_x000D_\nso.</t></si></sst>";
    const QByteArray bytes = archive({{"xl/workbook.xml", book("<sheet name=\"S\" sheetId=\"1\" r:id=\"rId7\"/><sheet name=\"T\" sheetId=\"2\" r:id=\"rId8\"/>")}, {"xl/_rels/workbook.xml.rels", relations},
                                      {"xl/sharedStrings.xml", strings},
                                      {"xl/other/data.xml", sheet("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\" t=\"s\"><v>1</v></c></row>"
                                                                  "<row r=\"4\"><c r=\"B4\" t=\"str\"><f>A1</f><v>One</v></c><c r=\"D4\" t=\"s\"><v>2</v></c></row><row><c t=\"n\"><v>3</v></c><c/><c/><c t=\"s\"><v>99</v></c></row>")}});
    const Reading reading = readPath(writeFile(m_folder, QStringLiteral("o.xlsx"), bytes));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.articles.size(), 1);
    QCOMPARE(reading.article().text, QStringLiteral("Ana said: \U0001F600\nso."));
    QCOMPARE(reading.article().meta.title, QStringLiteral("One"));
    QCOMPARE(reading.issuesWith(QStringLiteral("Only the first sheet")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("no text")), 1);
    QVERIFY(reading.report.issues.last().place.endsWith(QStringLiteral("row 5")));
}

void TestXlsx::readsDates()
{
    const QByteArray styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"[Red]dd\\.mm\\.yyyy\"/>"
                              "<numFmt numFmtId=\"171\" formatCode=\"0.00&quot; days&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                              "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>";
    const QByteArray cells = "<row><c><v>45418</v></c><c s=\"1\"><v>45418</v></c><c s=\"2\"><v>45418.75</v></c><c s=\"3\"><v>1.5</v></c><c s=\"1\"><v>1e99</v></c><c t=\"b\"><v>1</v></c></row>";
    const QList<QStringList> back = rows(archive({{"xl/workbook.xml", book()}, {"xl/styles.xml", styles}, {"xl/worksheets/sheet1.xml", sheet(cells)}}));
    QCOMPARE(back, (QList<QStringList>{{QStringLiteral("45418"), QStringLiteral("2024-05-06"), QStringLiteral("2024-05-06T18:00:00"), QStringLiteral("1.5"), QStringLiteral("1e99"), QStringLiteral("true")}}));
}

void TestXlsx::reportsDamage()
{
    QList<Issue> issues;
    const QByteArray rest = "<row><c r=\"ZZZZZ1\"><v>1</v></c><c r=\"1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>";
    QCOMPARE(rows(archive({{"xl/workbook.xml", book()}, {"xl/worksheets/sheet1.xml", sheet(rest).chopped(20)}}), &issues), QList<QStringList>{{QStringLiteral("2")}});
    QCOMPARE(issues.size(), 3);
    const QByteArray typed = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + sheet("<row><c><v>&a;</v></c></row>");
    QCOMPARE(rows(archive({{"xl/workbook.xml", book()}, {"xl/worksheets/sheet1.xml", typed}}), &issues), QList<QStringList>());
    QVERIFY(issues.value(0).message.contains(QStringLiteral("document type")));
    for (const QByteArray &bytes : {archive({{"a", "b"}}), archive({{"xl/workbook.xml", book()}}), archive({{"xl/workbook.xml", "<"}, {"xl/worksheets/sheet1.xml", sheet({})}}), QByteArray("PK\x03\x04")})
        QVERIFY(!readPath(writeFile(m_folder, QStringLiteral("bad.xlsx"), bytes)).result);
}

QTEST_GUILESS_MAIN(TestXlsx)
#include "test_xlsx.moc"
