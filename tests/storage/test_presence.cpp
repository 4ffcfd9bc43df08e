// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importfixture.h"

#include <app/storage/learnerversions.h>
#include <app/storage/mentions.h>
#include <app/storage/textsearch.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Storage;
using Test::ann;
using Test::city;
using Test::me;

/// Articles that come and go in steps.
class TestPresence : public QObject, protected Test::ImportFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void takesAWholeImportBackAndBringsItAgain();
    void leavesWhatOthersDoInBetweenAStepOfItsOwn();
    void beginsAnotherStepOnceItWasUndone();
    void cannotUndoWhatCameWithoutAStep();
    void showsWhatIsWithdrawnNowhere();
    void knowsWhoComesBackWithAnArticle();
    void tellsImportsInTheHistory();
    void leapsOverAnImport();
    void takesOneArticleOut();
};

void TestPresence::takesAWholeImportBackAndBringsItAgain()
{
    GrowingStep step{QStringLiteral("import 2 files")};
    const ArticleId first = add(article(QStringLiteral("a"), QStringLiteral("\U0001F600 [S1:Ann Lee] [C1:said] [Q1:it rained]."), {ann}), &step);
    const ArticleId second = add(article(QStringLiteral("b"), QStringLiteral("[S1:Lee] [C1:warned] [Q1:of floods]; [S2:the city] [C2:denied] [Q2:it]."), {ann, city}), &step);
    QVERIFY(m_project->apply(QList{note(first, QStringLiteral("suggest"))}, QStringLiteral("ben"), step));
    QCOMPARE(m_project->undoState()->undoTitle, QStringLiteral("import 2 files"));
    const AnnotatedArticle one = *m_project->article(first);
    const AnnotatedArticle two = *m_project->article(second);
    QCOMPARE(one.annotations.spans[0].note, QStringLiteral("suggest"));

    const auto undone = m_project->step(Direction::Undo, me);
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().text()));
    QCOMPARE((*undone)->size(), 3);
    QCOMPARE((*undone)->constLast().article, std::optional(first));
    QCOMPARE((*undone)->constLast().presenceAfter(), std::optional(false));
    QCOMPARE(names(), QStringList());
    QCOMPARE(*m_project->speakers(), QList<Speaker>());
    QVERIFY(!m_project->undoState()->canUndo);
    QCOMPARE(m_project->undoState()->redoTitle, QStringLiteral("import 2 files"));
    QVERIFY(isSound());

    reopen();
    QCOMPARE(names(), QStringList());
    const auto redone = m_project->step(Direction::Redo, me);
    QVERIFY2(redone, redone ? "" : qPrintable(redone.error().text()));
    QCOMPARE((*redone)->constFirst().presenceAfter(), std::optional(true));
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(*m_project->speakers(), (QList<Speaker>{ann, city}));
    QCOMPARE(*m_project->article(first), one);
    QCOMPARE(*m_project->article(second), two);
    QVERIFY(isSound());
}

void TestPresence::leavesWhatOthersDoInBetweenAStepOfItsOwn()
{
    GrowingStep step{QStringLiteral("import")};
    const ArticleId first = add(article(QStringLiteral("a"), QStringLiteral("[S:Ann] spoke.")), &step);
    QVERIFY(m_project->apply(note(first, QStringLiteral("mine")), QStringLiteral("ben")));
    add(article(QStringLiteral("b"), QStringLiteral("[S:Ben] spoke.")), &step);
    QCOMPARE(m_project->undoState()->undoTitle, QStringLiteral("mine"));
    QVERIFY(*m_project->step(Direction::Undo, me));
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(m_project->article(first)->annotations.spans[0].note, QString());
    QVERIFY(*m_project->step(Direction::Undo, me));
    QCOMPARE(names(), QStringList());
    QVERIFY(*m_project->step(Direction::Redo, me));
    QVERIFY(*m_project->step(Direction::Redo, me));
    QCOMPARE(names().size(), 2);
    QCOMPARE(m_project->article(first)->annotations.spans[0].note, QStringLiteral("mine"));
}

void TestPresence::beginsAnotherStepOnceItWasUndone()
{
    GrowingStep step{QStringLiteral("import")};
    add(article(QStringLiteral("a"), QStringLiteral("[S:Ann] spoke.")), &step);
    const qint64 before = step.number;
    QVERIFY(before > 0);
    QVERIFY(*m_project->step(Direction::Undo, me));
    add(article(QStringLiteral("b"), QStringLiteral("[S:Ben] spoke.")), &step);
    QVERIFY(step.number > before);
    QCOMPARE(names(), QStringList{QStringLiteral("b")});
    QVERIFY(!m_project->undoState()->canRedo);
    QVERIFY(*m_project->step(Direction::Undo, me));
    QVERIFY(!m_project->undoState()->canUndo);
    QVERIFY(*m_project->step(Direction::Redo, me));
    QVERIFY(!m_project->step(Direction::Redo, me)->has_value());
    QCOMPARE(names(), QStringList{QStringLiteral("b")});
}

void TestPresence::cannotUndoWhatCameWithoutAStep()
{
    add(article(QStringLiteral("a"), QStringLiteral("[S:Ann] spoke.")));
    QVERIFY(!m_project->undoState()->canUndo);
    QVERIFY(!m_project->step(Direction::Undo, me)->has_value());
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void TestPresence::showsWhatIsWithdrawnNowhere()
{
    const auto labels = [this] {
        QStringList result;
        const auto rows = m_project->database().run(QStringLiteral("SELECT article, text FROM labels"));
        while ((*rows)->next())
            result.append((*rows)->value(0).toString() + u' ' + (*rows)->value(1).toString());
        return result;
    };
    const QStringList speakerLabel{QStringLiteral("Speaker")};
    const ArticleId there = add(article(QStringLiteral("there"), QStringLiteral("[S1:Ann Lee] [C1:said] [Q1:it rained]."), {ann}));
    const QHash<SpeakerId, int> mentions = *mentionCounts(*m_project);
    const QHash<SpeakerId, SpeakerUse> uses = *speakerUses(*m_project);
    const QList<MentionWords> words = *mentionWords(*m_project, ann.id);
    const QStringList labelled = labels();
    GrowingStep step{QStringLiteral("import")};
    AnnotatedArticle made = article(QStringLiteral("gone"), QStringLiteral("[S1:Ann Lee] [C1:said] [Q1:floods came], and [S2:the city] [C2:said] [Q2:none did]. [L:Dams broke]."), {ann, city});
    for (Span &span : made.annotations.spans) {
        if (span.label == u"Claim") {
            span.provenance.state = State::Suggested;
            span.provenance.confidence = 0.5;
        }
    }
    const ArticleId gone = add(made, &step);
    QCOMPARE(mentionCounts(*m_project)->value(ann.id), 2);
    QCOMPARE(speakerUses(*m_project)->value(ann.id), (SpeakerUse{2, 2}));
    QCOMPARE(*articlesWithSpans(*m_project, speakerLabel, QStringLiteral("ann lee")), (QList<ArticleId>{there, gone}));
    QCOMPARE(*articlesContaining(*m_project, QStringLiteral("FLOODS")), QSet<ArticleId>{gone});
    QCOMPARE(uncertainties(*m_project)->keys(), QList<ArticleId>{gone});
    QVERIFY(labels() != labelled);

    QVERIFY(*m_project->step(Direction::Undo, me));
    QCOMPARE(names(), QStringList{QStringLiteral("there")});
    QCOMPARE(*m_project->speakers(), QList<Speaker>{ann});
    QCOMPARE(*mentionCounts(*m_project), mentions);
    QCOMPARE(*speakerUses(*m_project), uses);
    QCOMPARE(*mentionWords(*m_project, ann.id), words);
    QCOMPARE(*articlesWithSpans(*m_project, speakerLabel, QStringLiteral("ann lee")), QList<ArticleId>{there});
    QVERIFY(articlesContaining(*m_project, QStringLiteral("FLOODS"))->isEmpty());
    QVERIFY(uncertainties(*m_project)->isEmpty());
    QCOMPARE(labels(), labelled);
    // Its id stays taken, and what was labelled in it can be looked up for bringing it back.
    QCOMPARE(*m_project->findArticle(QStringLiteral("gone")), std::optional(gone));
    QCOMPARE(m_project->article(gone)->annotations.spans.size(), made.annotations.spans.size());
}

void TestPresence::knowsWhoComesBackWithAnArticle()
{
    const ArticleId there = add(article(QStringLiteral("there"), QStringLiteral("[S:Ann Lee] spoke."), {ann}));
    GrowingStep step{QStringLiteral("import")};
    const ArticleId gone = add(article(QStringLiteral("gone"), QStringLiteral("[S:Ann Lee] and [S:the city] spoke."), {ann, city}), &step);
    QVERIFY(!m_project->withdrawn(gone)->has_value());
    QVERIFY(*m_project->step(Direction::Undo, me));
    QVERIFY(!m_project->withdrawn(there)->has_value());
    const auto presence = *m_project->withdrawn(gone);
    QCOMPARE(presence, std::optional(ArticlePresence{{city.id}}));
    QVERIFY(m_project->apply(Edit{QStringLiteral("back"), gone, {ChangeOf<ArticlePresence>{std::nullopt, presence}}, {}, {}}, me));
    QCOMPARE(names(), (QStringList{QStringLiteral("there"), QStringLiteral("gone")}));
    QCOMPARE(*m_project->speakers(), (QList<Speaker>{ann, city}));
    QVERIFY(*m_project->step(Direction::Undo, me));
    QCOMPARE(*m_project->speakers(), QList<Speaker>{ann});
}

void TestPresence::tellsImportsInTheHistory()
{
    GrowingStep step{QStringLiteral("import 2 files")};
    const ArticleId first = add(article(QStringLiteral("a"), QStringLiteral("[S:Ann] spoke.")), &step, {QStringLiteral("a.txt"), {}, {}});
    add(article(QStringLiteral("b"), QStringLiteral("[S:Ben] spoke.")), &step);
    QVERIFY(m_project->apply(QList{note(first, QStringLiteral("suggest"))}, me, step));
    const QStringList imports{QStringLiteral("do suggest 1"), QStringLiteral("import import b 1"), QStringLiteral("import import a.txt 1")};
    QCOMPARE(history(), imports);
    const auto points = [&] { return *m_project->editHistory().points(10, std::nullopt); };
    QCOMPARE(points().size(), 3);
    for (const HistoryPoint &point : points()) {
        QCOMPARE(point.step, step.number);
        QVERIFY(point.isDone && !point.isImport);
    }
    QCOMPARE(*m_project->editHistory().current(), step.number);
    QCOMPARE(*m_project->editHistory().distance(0, first), (Distance{Direction::Undo, 1, 0}));
    QVERIFY(*m_project->step(Direction::Undo, me));
    QCOMPARE(history(), QStringList{QStringLiteral("undo import 2 files 2")} + imports);
    QCOMPARE(history(first), (QStringList{QStringLiteral("undo import 2 files 2"), imports[0], imports[2]}));
    for (const HistoryPoint &point : points())
        QVERIFY(!point.isDone);
    QCOMPARE(*m_project->editHistory().current(), 0);
    QCOMPARE(*m_project->editHistory().distance(step.number, std::nullopt), (Distance{Direction::Redo, 1, 0}));
    // What cannot be redone any more is no point to go to.
    add(article(QStringLiteral("c"), QStringLiteral("[S:Cy] spoke.")), &step);
    QCOMPARE(points().size(), 1);
}

void TestPresence::leapsOverAnImport()
{
    GrowingStep step{QStringLiteral("import")};
    const ArticleId first = add(article(QStringLiteral("a"), QStringLiteral("[S:Ann] spoke."), {ann}), &step);
    QVERIFY(m_project->apply(note(first, QStringLiteral("mine")), me));
    const auto back = m_project->stepTo(0, me, Progress());
    QVERIFY(back);
    QCOMPARE(back->steps, 2);
    QCOMPARE(back->last.value(first).presenceAfter(), std::optional(false));
    QCOMPARE(names(), QStringList());
    const auto forth = m_project->stepTo(step.number + 1, me, Progress());
    QVERIFY(forth);
    QCOMPARE(forth->steps, 2);
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
    QCOMPARE(m_project->article(first)->annotations.spans[0].note, QStringLiteral("mine"));
}

void TestPresence::takesOneArticleOut()
{
    const ArticleId first = add(article(QStringLiteral("a"), QStringLiteral("[S:Ann Lee] spoke."), {ann}));
    add(article(QStringLiteral("b"), QStringLiteral("Nobody did.")));
    QVERIFY(m_project->apply(Edit{QStringLiteral("remove"), first, {ChangeOf<ArticlePresence>{ArticlePresence(), std::nullopt}}, {}, {}}, me));
    QCOMPARE(names(), QStringList{QStringLiteral("b")});
    QCOMPARE(*m_project->speakers(), QList<Speaker>{ann}); // who is known stays known
    QVERIFY(mentionCounts(*m_project)->isEmpty());
    QVERIFY(isSound());
    QVERIFY(*m_project->step(Direction::Undo, me));
    QCOMPARE(names().size(), 2);
    QCOMPARE(mentionCounts(*m_project)->value(ann.id), 1);
}

QTEST_GUILESS_MAIN(TestPresence)
#include "test_presence.moc"
