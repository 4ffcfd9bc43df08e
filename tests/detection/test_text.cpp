// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/text/quotations.h>
#include <app/detection/text/sentences.h>
#include <app/detection/text/tagger.h>
#include <app/detection/text/tokenizer.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Detection;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cutsWords_data();
    void cutsWords();
    void splitsSentences_data();
    void splitsSentences();
    void findsQuotations_data();
    void findsQuotations();
    void tagsWordsInContext();

private:
    std::shared_ptr<const Lexicon> m_lexicon;
};

void TestText::initTestCase()
{
    const auto lexicon = Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
    QVERIFY2(lexicon, lexicon ? "" : qPrintable(lexicon.error().text()));
    m_lexicon = *lexicon;
}

void TestText::cutsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("clitics") << QStringLiteral("Carter's team doesn't know.") << QStringLiteral("Carter|'s|team|does|n't|know|.");
    QTest::newRow("abbreviations") << QStringLiteral("Mr. J. Lind of the U.S. paid.")
                                   << QStringLiteral("Mr.|J.|Lind|of|the|U.S.|paid|.");
    QTest::newRow("numbers") << QStringLiteral("It cost 1,500.25 crowns, 5%.")
                             << QStringLiteral("It|cost|1,500.25|crowns|,|5|%|.");
    QTest::newRow("hyphens") << QStringLiteral("a well-known town -- and so...")
                             << QStringLiteral("a|well-known|town|--|and|so|...");
    QTest::newRow("two apostrophes") << QStringLiteral("''so'' it") << QStringLiteral("''|so|''|it");
    QTest::newRow("Hebrew abbreviation") << QStringLiteral("\"\u05E6\u05D4\"\u05DC\" \u05D0")
                                         << QStringLiteral("\"|\u05E6\u05D4\"\u05DC|\"|\u05D0");
    QTest::newRow("emoji") << QStringLiteral("ok\U0001F600 so") << QStringLiteral("ok|\U0001F600|so");
    QTest::newRow("combining") << QStringLiteral("e\u0301te\u0301, so") << QStringLiteral("e\u0301te\u0301|,|so");
}

void TestText::cutsWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    Tokens tokens;
    tokenize(text, {0, qint32(text.size())}, m_lexicon.get(), tokens);
    QStringList found;
    for (const Token &token : tokens)
        found.append(text.mid(token.begin, token.end - token.begin));
    QCOMPARE(found.join(u'|'), words);
}

void TestText::splitsSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("two") << QStringLiteral("It rained. The town slept.") << 2;
    QTest::newRow("titles and initials") << QStringLiteral("Mr. A. Lind met Dr. Carter. They talked.") << 2;
    QTest::newRow("abbreviation at the end") << QStringLiteral("He left the U.S. The town slept.") << 2;
    QTest::newRow("abbreviation within") << QStringLiteral("He left the U.S. embassy on foot.") << 1;
    QTest::newRow("question before the cue") << QStringLiteral("\u201CWill it hold?\u201D Lind asked.") << 1;
    QTest::newRow("lower case goes on") << QStringLiteral("\u201CStop!\u201D he said.") << 1;
    QTest::newRow("quoted sentence ends") << QStringLiteral("\u201CIt holds.\u201D The town slept.") << 2;
}

void TestText::splitsSentences()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    Tokens tokens;
    tokenize(text, {0, qint32(text.size())}, m_lexicon.get(), tokens);
    QCOMPARE(int(splitSentences(text, tokens, {0, int(tokens.size())}, m_lexicon.get()).size()), count);
}

void TestText::findsQuotations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("nextOpens");
    QTest::addColumn<QString>("quotations");
    QTest::newRow("curly") << QStringLiteral("He said \u201Cit is so\u201D and left.") << false
                           << QStringLiteral("\u201Cit is so\u201D");
    QTest::newRow("straight") << QStringLiteral("\"So,\" he said, \"it is.\"") << false << QStringLiteral("\"So,\"|\"it is.\"");
    QTest::newRow("guillemets") << QStringLiteral("Il dit \u00ABoui\u00BB.") << false << QStringLiteral("\u00ABoui\u00BB");
    QTest::newRow("low nine") << QStringLiteral("Er sagte \u201Eja\u201C, ja.") << false << QStringLiteral("\u201Eja\u201C");
    QTest::newRow("reversed guillemets") << QStringLiteral("Er sagte \u00BBja\u00AB, ja.") << false
                                         << QStringLiteral("\u00BBja\u00AB");
    QTest::newRow("two apostrophes") << QStringLiteral("''It is so,'' he said.") << false << QStringLiteral("''It is so,''");
    QTest::newRow("single") << QStringLiteral("The \u2018reform\u2019 of the voters\u2019 hall") << false
                            << QStringLiteral("\u2018reform\u2019");
    QTest::newRow("nested") << QStringLiteral("\u201CHe said \u2018yes\u2019 to us\u201D") << false
                            << QStringLiteral("\u201CHe said \u2018yes\u2019 to us\u201D|\u2018yes\u2019");
    QTest::newRow("apostrophes are none") << QStringLiteral("The dogs' bowls and '90s music aren't his.") << false << QString();
    QTest::newRow("inches are none") << QStringLiteral("He is 6'2\" tall and reads.") << false << QString();
    QTest::newRow("unclosed swallows nothing") << QStringLiteral("He said \u201Cit is so and left.") << false << QString();
    QTest::newRow("goes on in the next paragraph")
        << QStringLiteral("He said: \u201CIt is so.") << true << QStringLiteral("\u201CIt is so.");
    QTest::newRow("marks within other marks") << QStringLiteral("Il dit \u00ABun \u201Cjour\u201D froid\u00BB.") << false
                                              << QStringLiteral("\u00ABun \u201Cjour\u201D froid\u00BB|\u201Cjour\u201D");
    QTest::newRow("brackets within brackets") << QStringLiteral("\u300C\u7532\u300E\u4E59\u300F\u4E19\u300D") << false
                                              << QStringLiteral("\u300C\u7532\u300E\u4E59\u300F\u4E19\u300D|\u300E\u4E59\u300F");
    QTest::newRow("inner mark never closed") << QStringLiteral("Il dit \u00ABun \u201Cjour froid\u00BB.") << false
                                             << QStringLiteral("\u00ABun \u201Cjour froid\u00BB");
    QTest::newRow("closing alone") << QStringLiteral("It is so.\u201D He left.") << false << QString();
}

void TestText::findsQuotations()
{
    QFETCH(QString, text);
    QFETCH(bool, nextOpens);
    QFETCH(QString, quotations);
    Tokens tokens;
    tokenize(text, {0, qint32(text.size())}, m_lexicon.get(), tokens);
    QStringList found;
    for (const Quotation &q : findQuotations(tokens, {0, int(tokens.size())}, false, nextOpens)) {
        const qint32 begin = tokens[size_t(q.tokens.begin)].begin;
        found.append(text.mid(begin, tokens[size_t(q.tokens.end - 1)].end - begin));
    }
    QCOMPARE(found.join(u'|'), quotations);
}

void TestText::tagsWordsInContext()
{
    const QString text = QStringLiteral("The claims that he claims to support the plan were false.");
    Tokens tokens;
    tokenize(text, {0, qint32(text.size())}, m_lexicon.get(), tokens);
    tag(text, tokens, *m_lexicon, false);
    QString tags;
    for (const Token &token : tokens)
        tags += QLatin1Char(tagLetters[int(token.tag)]);
    QCOMPARE(tags[1], QChar(u'N'));
    QCOMPARE(tags[4], QChar(u'Z'));
    QCOMPARE(tags.mid(5, 2), QStringLiteral("TB"));
}

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
