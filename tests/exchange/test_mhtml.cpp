// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/mhtmlimporter.h>
#include <app/exchange/mimepart.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestMhtml : public QObject
{
    Q_OBJECT

private slots:
    void readsASavedPage();
    void readsBase64AndAPageAlone();
    void takesThePartThatTheStartNames();
    void believesTheCharsetOnlyIfItFits();
    void decodesQuotedPrintable();
    void readsEncodedWords();
    void knowsItByItsContent();
    void saysWhatIsWrong();

private:
    Reading read(const QByteArray &bytes, const QString &name = QStringLiteral("t.mhtml")) { return readPath(writeFile(m_folder, name, bytes)); }
    static QByteArray page(const QByteArray &text) { return "<html><head><title>Bridge opened</title></head><body><p>" + text + " It stands where the old ferry went over the water for years.</p></body></html>"; }
    static QString rest() { return QStringLiteral(" It stands where the old ferry went over the water for years.\n"); }

    QTemporaryDir m_folder;
};

void TestMhtml::readsASavedPage()
{
    QByteArray html = page("The mayor said =E2=80=9Cyes=E2=80=9D twice =\r\nand left.");
    html.replace("<p>", "<p class=3D\"x\">");
    const Reading reading = read("From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/bridge\r\nSubject: =?utf-8?Q?The_bridge?=\r\nDate: Mon, 6 May 2024 07:08:09 -0000\r\nMIME-Version: 1.0\r\n"
                                 "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\nno text\r\n----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
                                 "----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/other\r\n\r\n"
                                 + html + "\r\n----b--\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n----b----\r\n");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.article().text, QStringLiteral("Bridge opened\nThe mayor said \u201Cyes\u201D twice and left.") + rest());
    QCOMPARE(reading.article().meta.title, QStringLiteral("Bridge opened"));
    QCOMPARE(reading.article().meta.url, QStringLiteral("https://example.org/bridge"));
    QCOMPARE(reading.article().meta.extra.value(u"saved").toString(), QStringLiteral("Mon, 6 May 2024 07:08:09 -0000"));
    QCOMPARE(reading.article().externalId, QStringLiteral("t"));
}

void TestMhtml::readsBase64AndAPageAlone()
{
    const Reading reading = read("MIME-Version: 1.0\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: BASE64\n\n" + page("The mayor said \xF0\x9F\x98\x80.").toBase64());
    QCOMPARE(reading.article().text, QStringLiteral("Bridge opened\nThe mayor said \U0001F600.") + rest());
}

void TestMhtml::takesThePartThatTheStartNames()
{
    const Reading reading = read("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; start=\"<two>\"\n\n--b\nContent-Type: text/html\nContent-ID: <one>\n\n" + page("The first said no.")
                                 + "\n--b\nContent-Type: multipart/alternative; boundary=c\nContent-ID: <two>\n\n--c\nContent-Type: text/plain\n\nno\n--c\nContent-Type: text/html\n\n" + page("The second said yes.") + "\n--c--\n--b--\n");
    QCOMPARE(reading.article().text, QStringLiteral("Bridge opened\nThe second said yes.") + rest());
}

void TestMhtml::believesTheCharsetOnlyIfItFits()
{
    const QByteArray begin = "MIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\nContent-Type: text/html; charset=";
    QCOMPARE(read(begin + "windows-1251\n\n" + page("\xCC\xFD\xF0 said so.")).article().text, QStringLiteral("Bridge opened\n\u041C\u044D\u0440 said so.") + rest());
    QCOMPARE(read(begin + "us-ascii\n\n" + page("The mayor said \xE2\x80\x9Cyes\xE2\x80\x9D.")).article().text, QStringLiteral("Bridge opened\nThe mayor said \u201Cyes\u201D.") + rest());
}

void TestMhtml::decodesQuotedPrintable()
{
    MimePart part = MimePart::parse("Content-Transfer-Encoding: Quoted-Printable\n\na=3Db=\nc=C3=A4=zz=4");
    QCOMPARE(part.decoded(), QByteArray("a=bc\xC3\xA4=zz=4"));
}

void TestMhtml::readsEncodedWords()
{
    QCOMPARE(mimeText("=?utf-8?Q?Br=C3=BCcke_offen?= =?UTF-8?B?w6Q=?= end"), QStringLiteral("Br\u00FCcke offen\u00E4 end"));
    QCOMPARE(mimeText("=?nothing?Q?x?= plain"), QStringLiteral("=?nothing?Q?x?= plain"));
}

void TestMhtml::knowsItByItsContent()
{
    const QByteArray message = "From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<html>";
    const FormatRegistry registry;
    for (const char *name : {"a.mht", "a.mhtml", "a"}) {
        const auto importer = registry.bestImporter(writeFile(m_folder, QLatin1String(name), message));
        QVERIFY(importer);
        QCOMPARE((*importer)->info().name, QStringLiteral("mhtml"));
    }
    QCOMPARE(MhtmlImporter().likelihood(QStringLiteral("a.txt"), "a text"), 0);
}

void TestMhtml::saysWhatIsWrong()
{
    QVERIFY(read("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--").result.error().message.contains(QStringLiteral("No web page")));
    QVERIFY(read("MIME-Version: 1.0\nContent-Type: multipart/related\n\n").result.error().message.contains(QStringLiteral("No web page")));
    QVERIFY(read("").result.error().message.contains(QStringLiteral("No web page")));
    QVERIFY(!read("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>").result);
    QByteArray deep;
    for (int i = 0; i < 1000; ++i)
        deep += "Content-Type: multipart/related; boundary=b" + QByteArray::number(i) + "\n\n--b" + QByteArray::number(i) + '\n';
    QVERIFY(!read("MIME-Version: 1.0\n" + deep).result);
}

QTEST_GUILESS_MAIN(TestMhtml)
#include "test_mhtml.moc"
