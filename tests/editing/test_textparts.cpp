// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/editing/textparts.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Editing;

class TestTextParts : public QObject
{
    Q_OBJECT

private slots:
    void growsFromAWordToTheParagraph();
    void leavesNumbersInTheirClause();
    void findsQuotationsOfEveryScript();
    void goesBackwards();
    void passesOverWhatIsRefused();
    void keepsMarksWithoutAPartnerApart();
    void standsTheEndsOfTheText();

private:
    static QStringList quotations(const QString &text, bool forward = true)
    {
        QStringList found;
        qint32 place = forward ? 0 : qint32(text.size());
        while (const auto next = nextQuotation(text, place, forward, [](TextRange) { return false; })) {
            found.append(text.mid(next->begin, next->length()));
            place = forward ? next->end : next->begin;
        }
        return found;
    }
};

void TestTextParts::growsFromAWordToTheParagraph()
{
    const QString text = QStringLiteral("One. The mayor, who was ill, said no. Two.\nThree.");
    TextRange range{qint32(text.indexOf(u"was")), qint32(text.indexOf(u"was"))};
    QStringList seen;
    for (int i = 0; i < 6; ++i) {
        range = nextLarger(text, range);
        seen.append(text.mid(range.begin, range.length()));
    }
    QCOMPARE(seen, (QStringList{QStringLiteral("was"), QStringLiteral("who was ill"), QStringLiteral("The mayor, who was ill, said no."),
                                QStringLiteral("One. The mayor, who was ill, said no. Two."),
                                QStringLiteral("One. The mayor, who was ill, said no. Two."),
                                QStringLiteral("One. The mayor, who was ill, said no. Two.")}));
}

void TestTextParts::leavesNumbersInTheirClause()
{
    const QString text = QStringLiteral("It cost 1,200 at 10:30, he said.");
    const qint32 begin = qint32(text.indexOf(u"cost"));
    const TextRange clause = nextLarger(text, {begin, begin + 4});
    QCOMPARE(text.mid(clause.begin, clause.length()), QStringLiteral("It cost 1,200 at 10:30"));
}

void TestTextParts::findsQuotationsOfEveryScript()
{
    QCOMPARE(quotations(QStringLiteral("“a” \"b\" „c“ «d» „e” 「f」")),
             (QStringList{QStringLiteral("“a”"), QStringLiteral("\"b\""), QStringLiteral("„c“"), QStringLiteral("«d»"),
                          QStringLiteral("„e”"), QStringLiteral("「f」")}));
    QCOMPARE(quotations(QStringLiteral("قال «نعم» ثم «لا».")), (QStringList{QStringLiteral("«نعم»"), QStringLiteral("«لا»")}));
}

void TestTextParts::goesBackwards()
{
    QCOMPARE(quotations(QStringLiteral("“a” b “c”\n“d”"), false),
             (QStringList{QStringLiteral("“d”"), QStringLiteral("“c”"), QStringLiteral("“a”")}));
}

void TestTextParts::passesOverWhatIsRefused()
{
    const QString text = QStringLiteral("“a” “b”\n“c”");
    const auto found = nextQuotation(text, 0, true, [&text](TextRange range) { return text[range.begin + 1] != u'c'; });
    QVERIFY(found);
    QCOMPARE(text.mid(found->begin, found->length()), QStringLiteral("“c”"));
}

void TestTextParts::keepsMarksWithoutAPartnerApart()
{
    QCOMPARE(quotations(QStringLiteral("He said “open and more\nand “closed” later ” on")), QStringList{QStringLiteral("“closed”")});
    QCOMPARE(quotations(QStringLiteral("5' 11\" tall\nand \"x\"")), QStringList{QStringLiteral("\"x\"")});
}

void TestTextParts::standsTheEndsOfTheText()
{
    QCOMPARE(nextLarger(QStringView(), {0, 0}), (TextRange{0, 0}));
    QVERIFY(!nextQuotation(QStringView(), 0, true, [](TextRange) { return false; }));
    QVERIFY(!nextQuotation(u"“a”", 3, true, [](TextRange) { return false; }));
    QVERIFY(!nextQuotation(u"\n\n", 5, false, [](TextRange) { return false; }));
}

QTEST_GUILESS_MAIN(TestTextParts)
#include "test_textparts.moc"
