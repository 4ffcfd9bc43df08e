// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowbench.h"

#include <app/editing/reviewqueue.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

/// Labelling by keys and mouse: what is added to, what goes, and what is in hand afterwards.
class TestLabelling : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Test::WindowBench::prepare(QStringLiteral("quoth-test-labelling")); }
    void addsPiecesToTheContentOfTheAttributionInHand();
    void dropsAPieceWithItsLastWord();
    void takesTheQuotationAroundTheCaret();
    void goesBackByTheStepsThatItWent();
    void takesInHandWhatUndoBringsBack();
    void passesOverWhatIsNotShown();
    void goesThroughAttributionsOfOneSourceInTheOrderOfTheirContents();
};

namespace {

const char story[] = "Mayor Ann Moreau opened the bridge. “The bridge is safe,” Moreau said on Monday. Nobody else spoke.";
const char interrupted[] = "“The bridge is safe,” Ann Moreau said on Monday, “and it will stay so.” Nobody else spoke.";

} // namespace

void TestLabelling::addsPiecesToTheContentOfTheAttributionInHand()
{
    for (const bool byMouse : {false, true}) {
        Test::WindowBench bench;
        QVERIFY(bench.open(interrupted));
        bench.select("“The bridge is safe,”");
        bench.key(Qt::Key_3);
        bench.key(Qt::Key_Return);
        QVERIFY(!bench.bench().currentSpan()); // the whole is in hand, as README has it
        if (byMouse) {
            bench.drag(bench.find("“and it will stay so.”"), Qt::ControlModifier);
        } else {
            bench.select("“and it will stay so.”");
            bench.key(Qt::Key_3, Qt::ControlModifier);
        }
        QCOMPARE(bench.role(contentRole), QStringLiteral("“The bridge is safe,” … “and it will stay so.”"));
        QCOMPARE(bench.index().attributionCount(), 1);
    }
}

void TestLabelling::dropsAPieceWithItsLastWord()
{
    Test::WindowBench bench;
    QVERIFY(bench.open("Ann said so."));
    const auto add = [&bench](QList<TextRange> pieces) {
        SpanId id(1);
        bench.bench().commit(bench.bench().edits().addSpan(QStringLiteral("Quotation"), pieces, &id));
        bench.bench().setCurrent(id);
        return id;
    };
    const SpanId span = add({bench.find("Ann"), bench.find("so")});
    bench.key(Qt::Key_E);
    QCOMPARE(bench.index().span(span)->fragments, QList<TextRange>{bench.find("Ann")});
    bench.key(Qt::Key_E); // the last piece stays
    QCOMPARE(bench.index().span(span)->fragments, QList<TextRange>{bench.find("Ann")});
    bench.bench().commit(bench.bench().edits().setFragments(span, {bench.find("Ann"), bench.find("so")}));
    bench.key(Qt::Key_W);
    QCOMPARE(bench.index().span(span)->fragments, QList<TextRange>{bench.find("so")});
}

void TestLabelling::takesTheQuotationAroundTheCaret()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.view().setCaret(bench.find("Nobody").begin + 2);
    bench.key(Qt::Key_3);
    QCOMPARE(bench.index().spanCount(), 0); // a word alone is not what is quoted
    bench.view().setCaret(bench.find("bridge is").begin + 2);
    bench.key(Qt::Key_3);
    QCOMPARE(bench.role(contentRole), QStringLiteral("“The bridge is safe,”"));
}

void TestLabelling::goesBackByTheStepsThatItWent()
{
    Test::WindowBench bench;
    QVERIFY(bench.open("It rained.\n“The bridge is safe,” Moreau said."));
    SpanId id(1);
    const TextRange quotation = bench.find("“The bridge is safe,”");
    bench.bench().commit(bench.bench().edits().addSpan(QStringLiteral("Quotation"), {quotation}, &id));
    bench.bench().setCurrent(id);
    const auto begin = [&] { return bench.index().span(id)->fragments.constFirst().begin; };
    bench.key(Qt::Key_W);
    QVERIFY(begin() > quotation.begin);
    bench.key(Qt::Key_Q);
    QCOMPARE(begin(), quotation.begin);
    bench.key(Qt::Key_Q); // not into the paragraph above
    QCOMPARE(begin(), quotation.begin);
}

void TestLabelling::takesInHandWhatUndoBringsBack()
{
    Test::WindowBench bench;
    QVERIFY(bench.openSuggested("[S1:Ann] [C1:said] [Q1:so]. [S2:Ben] [C2:said] [Q2:no]."));
    const QList<AttributionId> attributions = bench.index().attributionsInOrder();
    bench.key(Qt::Key_Tab);
    bench.key(Qt::Key_Backspace);
    QVERIFY(bench.bench().current() == Editing::Item(attributions[1]));
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(bench.bench().current() == Editing::Item(attributions[0]));
    QVERIFY(bench.index().attribution(attributions[0])->provenance.state == State::Suggested);
}

void TestLabelling::passesOverWhatIsNotShown()
{
    Test::WindowBench bench;
    QVERIFY(bench.openSuggested("[S1:Ann] [C1:said] [Q1:so]. [S2:Ben] [C2:said] [Q2:no]. [S3:Cy] [C3:said] [Q3:yes]."));
    const QList<AttributionId> attributions = bench.index().attributionsInOrder();
    bench.bench().commit(bench.bench().edits().setState({attributions[1]}, State::Rejected));
    bench.bench().setCurrent(Editing::Item(attributions[0]), std::nullopt, true);
    bench.key(Qt::Key_J);
    QVERIFY(bench.bench().current() == Editing::Item(attributions[2]));
    for (QAction *action : bench.window.desk()->pane().actions().show->actions()) {
        if (action->objectName() == u"view.showAll")
            action->trigger();
    }
    bench.key(Qt::Key_K);
    QVERIFY(bench.bench().current() == Editing::Item(attributions[1]));
}

void TestLabelling::goesThroughAttributionsOfOneSourceInTheOrderOfTheirContents()
{
    Test::WindowBench bench;
    QVERIFY(bench.openSuggested("[S1:Ann] [C1:said] [Q1:it rained], adding that it snowed."));
    const QList<AttributionId> first = bench.index().attributionsInOrder();
    const SpanId source = bench.index().attribution(first[0])->spans(sourceRole).constFirst();
    AttributionId second(1);
    bench.bench().commit(bench.bench().edits().addAttribution({{sourceRole, source}}, &second));
    bench.bench().commit(bench.bench().edits().fillRole(second, contentRole, QStringLiteral("Quotation"), {bench.find("that it snowed")}));
    const QList<Editing::Item> items = Editing::itemsInOrder(bench.index());
    QVERIFY(items.indexOf(Editing::Item(first[0])) < items.indexOf(Editing::Item(second)));
}

QTEST_MAIN(TestLabelling)
#include "test_labelling.moc"
