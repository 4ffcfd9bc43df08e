// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <tests/support/markup.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void writesARowAnAttributionAndAnUnboundSpan();
    void guardsFormulas();
    void carriesTheNotesOfTheParts();
    void saysWhichArticlesHaveNoRow();

private:
    /// A strict reader of RFC 4180, to hold the writer against.
    static QList<QStringList> table(QByteArray bytes)
    {
        QList<QStringList> rows(1);
        QString cell;
        bool quoted = false;
        const QString text = QString::fromUtf8(bytes.mid(3));
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (quoted && c == u'"' && text.mid(i + 1, 1) == u"\"") {
                cell += text[++i];
            } else if (c == u'"') {
                quoted = !quoted;
            } else if (!quoted && c == u',') {
                rows.last().append(std::exchange(cell, {}));
            } else if (!quoted && c == u'\r' && text.mid(i + 1, 1) == u"\n") {
                rows.last().append(std::exchange(cell, {}));
                rows.append(QStringList());
                ++i;
            } else {
                cell += c;
            }
        }
        rows.removeLast();
        return rows;
    }

    QTemporaryDir m_folder;
};

void TestCsv::writesARowAnAttributionAndAnUnboundSpan()
{
    const QString path = m_folder.filePath(QStringLiteral("t.csv"));
    const QList<Issue> issues = exportTo(path, QStringLiteral("csv"), {richArticle()});
    QCOMPARE(issues.size(), 1); // the quotation in two pieces
    QVERIFY(contentsOf(path).startsWith("\xEF\xBB\xBF" "article,"));
    const QList<QStringList> rows = table(contentsOf(path));
    QCOMPARE(rows.size(), 6);
    const auto value = [&rows](int row, const char *column) { return rows[row].value(rows[0].indexOf(QLatin1String(column))); };
    for (const QStringList &row : rows)
        QCOMPARE(row.size(), rows[0].size());
    QCOMPARE(value(1, "type"), QStringLiteral("attribution"));
    QCOMPARE(value(1, "speaker"), QStringLiteral("Ana Petrova"));
    QCOMPARE(value(1, "source"), QStringLiteral("Ana Petrova"));
    QCOMPARE(value(1, "content"), QStringLiteral("“We agre\u0301ed,” … “that all is \U0001F1FA\U0001F1E6 well.”"));
    QCOMPARE(value(1, "content_offsets"), QStringLiteral("[[14,27],[46,68]]"));
    QCOMPARE(value(3, "speaker"), QStringLiteral("\u05E8\u05D5\u05EA"));
    QCOMPARE(value(3, "within"), value(2, "id"));
    QCOMPARE(value(4, "type"), QStringLiteral("claim"));
    QCOMPARE(value(4, "within"), value(3, "id"));
    QCOMPARE(value(5, "type"), QStringLiteral("scare quote"));
}

void TestCsv::guardsFormulas()
{
    ArticleBuilder b(QStringLiteral("=SUM(A1), \"x\"\nsaid he"));
    b.span(QStringLiteral("Quotation"), {QStringLiteral("=SUM(A1), \"x\"\nsaid")}).note = QStringLiteral("@me");
    b.article().article.meta.title = QStringLiteral("-1");
    const QString path = m_folder.filePath(QStringLiteral("f.csv"));
    const QList<Issue> issues = exportTo(path, QStringLiteral("csv"), {b.article()});
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].count, 3);
    const QStringList row = table(contentsOf(path)).at(1);
    QVERIFY(row.contains(QStringLiteral("'=SUM(A1), \"x\"\nsaid")));
    QVERIFY(row.contains(QStringLiteral("'@me")));
    QVERIFY(row.contains(QStringLiteral("'-1")));
}

void TestCsv::carriesTheNotesOfTheParts()
{
    AnnotatedArticle article = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]."));
    article.annotations.attributions[0].note = QStringLiteral("check");
    article.annotations.attributions[0].provenance.origin.edited = true;
    article.annotations.spans[1].note = QStringLiteral("or \u201Csays\u201D?");
    const QString path = m_folder.filePath(QStringLiteral("n.csv"));
    QVERIFY(exportTo(path, QStringLiteral("csv"), {article}).isEmpty());
    const QStringList row = table(contentsOf(path)).at(1);
    QVERIFY(row.contains(QStringLiteral("check\ncue: or \u201Csays\u201D?")));
    QVERIFY(row.contains(QStringLiteral("person test edited")));
}

void TestCsv::saysWhichArticlesHaveNoRow()
{
    const QList<Issue> issues = exportTo(m_folder.filePath(QStringLiteral("e.csv")), QStringLiteral("csv"), {ArticleBuilder(QStringLiteral("x")).article()});
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].count, 1);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "test_csv.moc"
