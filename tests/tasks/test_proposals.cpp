// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tasks/proposals.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Tasks;

class TestProposals : public QObject
{
    Q_OBJECT

private slots:
    void proposesTheRestAroundContent();
    void proposesTheRestAroundACue();
    void passesOverWhatIsNestedInTheWords();
    void guessesTheRoleOfWords();
    void namesTheSpeakerOfASource();
    void answersInTheMiddleOfALongArticle();
    void proposesNothingWhereNothingFits();

private:
    static Article article(const QString &text)
    {
        Article result;
        result.text = text;
        result.meta.language = QStringLiteral("en");
        return result;
    }
    static QList<TextRange> find(const Article &article, const char *words)
    {
        const QString text = QString::fromUtf8(words);
        const qsizetype begin = article.text.indexOf(text);
        return {{qint32(begin), qint32(begin + text.size())}};
    }
    static QString wordsOf(const Proposal &proposal, const QString &role, const Article &article)
    {
        for (const Editing::RoleWords &part : proposal.parts) {
            if (part.role == role)
                return textOf(part.fragments, article.text);
        }
        return {};
    }
};

void TestProposals::proposesTheRestAroundContent()
{
    const Article a = article(QStringLiteral("Mayor Ann Moreau came. 😀 “The bridge is safe,” she said."));
    Proposals proposals;
    const Proposal proposal = proposals.around(a, contentRole, find(a, "“The bridge is safe,”"));
    QCOMPARE(wordsOf(proposal, sourceRole, a), QStringLiteral("she"));
    QCOMPARE(wordsOf(proposal, cueRole, a), QStringLiteral("said"));
    QVERIFY(proposal.speaker);
    QCOMPARE(proposal.speaker->name, QStringLiteral("Ann Moreau"));
}

void TestProposals::proposesTheRestAroundACue()
{
    const Article a = article(QStringLiteral("The ministry denied that the bridge had been closed for weeks."));
    Proposals proposals;
    const Proposal proposal = proposals.around(a, cueRole, find(a, "denied"));
    QCOMPARE(wordsOf(proposal, sourceRole, a), QStringLiteral("The ministry"));
    QCOMPARE(wordsOf(proposal, contentRole, a), QStringLiteral("that the bridge had been closed for weeks"));
}

void TestProposals::passesOverWhatIsNestedInTheWords()
{
    const Article a = article(QStringLiteral("Moreau said that the engineers claimed that the bridge was safe."));
    Proposals proposals;
    const Proposal proposal = proposals.around(a, contentRole, find(a, "that the engineers claimed that the bridge was safe"));
    QCOMPARE(wordsOf(proposal, sourceRole, a), QStringLiteral("Moreau"));
    QCOMPARE(wordsOf(proposal, cueRole, a), QStringLiteral("said"));
}

void TestProposals::guessesTheRoleOfWords()
{
    const Article a = article(QStringLiteral("The ministry denied that the bridge had been closed. It rained."));
    Proposals proposals;
    QCOMPARE(proposals.roleOf(a, find(a, "denied")), cueRole);
    QCOMPARE(proposals.roleOf(a, find(a, "The ministry")), sourceRole);
    QCOMPARE(proposals.roleOf(a, find(a, "that the bridge had been closed")), contentRole);
    QCOMPARE(proposals.roleOf(a, find(a, "It rained")), QString());
}

void TestProposals::namesTheSpeakerOfASource()
{
    const Article a = article(QStringLiteral("Nothing happened near Bea Osei. The weather held."));
    Proposals proposals;
    const auto named = proposals.speakerOf(a, find(a, "Bea Osei"));
    QVERIFY(named);
    QCOMPARE(named->name, QStringLiteral("Bea Osei"));
    const auto unnamed = proposals.speakerOf(a, find(a, "The weather"));
    QVERIFY(unnamed);
    QCOMPARE(unnamed->name, QStringLiteral("weather"));
    QVERIFY(unnamed->type == SpeakerType::Anonymous);
    const Article pronoun = article(QStringLiteral("He rode on."));
    QVERIFY(!proposals.speakerOf(pronoun, find(pronoun, "He")));
}

void TestProposals::answersInTheMiddleOfALongArticle()
{
    const QString filler = QStringLiteral("It rained on the town and on the hills around it.\n").repeated(2000);
    const Article a = article(filler + QStringLiteral("“The bridge is safe,” Moreau said.\n") + filler);
    Proposals proposals;
    proposals.prepare(a, 0);
    const Proposal proposal = proposals.around(a, contentRole, find(a, "“The bridge is safe,”"));
    QCOMPARE(wordsOf(proposal, sourceRole, a), QStringLiteral("Moreau"));
    QCOMPARE(wordsOf(proposal, cueRole, a), QStringLiteral("said"));
}

void TestProposals::proposesNothingWhereNothingFits()
{
    const Article a = article(QStringLiteral("It rained on the town. The hills were green."));
    Proposals proposals;
    QVERIFY(proposals.around(a, contentRole, find(a, "The hills were green")).isEmpty());
    QVERIFY(proposals.around(a, contentRole, {}).isEmpty());
    QVERIFY(proposals.around(article(QString()), contentRole, {{0, 0}}).isEmpty());
}

QTEST_GUILESS_MAIN(TestProposals)
#include "test_proposals.moc"
