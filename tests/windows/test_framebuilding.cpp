// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowbench.h"

#include <app/rendering/itemkey.h>
#include <app/windows/framebuilding.h>
#include <app/windows/labelbrush.h>
#include <widgets/labelpalette.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

/// An attribution put together in the real window, by real keys and mouse.
class TestFrameBuilding : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Test::WindowBench::prepare(QStringLiteral("quoth-test-frames")); }
    void takesWhatIsProposedForAQuotation();
    void proposesSourceAndContentForACue();
    void takesWhatIsProposedByMouse();
    void leavesWhatIsProposedOutOfTheArticle();
    void dropsWhatIsProposedForASlot();
    void fillsTheSlotInHandWithTheNextSelection();
    void correctsAProposedPartThatTheSelectionOverlaps();
    void walksTheSlotsByTab();
    void mendsASuggestionByWordsAndKey();
    void mendsTheSlotInHandByMouse();
    void drawsAnEdgeOfASuggestionAndAcceptsIt();
    void joinsPiecesWithCtrlAndTheMouse();
    void labelsAllThatIsSelectedWhileALabelSticks();
    void letsAStuckLabelWaitForWordsByMouse();
    void bringsTheOpenCardOfTheLastLineIntoView();
    void decidesByOneClickOnACard();
    void decidesAllThatIsLeftAtOnce();
    void undoesWhatWasTakenInOneStep();
    void growsAndShrinksTheSelection();
    void goesToQuotationsClaimsAndAttributions();
    void labelsArabicAndHebrew_data();
    void labelsArabicAndHebrew();

private:
    bool hasGhost(Test::WindowBench &bench)
    {
        return bench.view().keysAt(0).contains(Rendering::ghostKey) || [&bench] {
            for (qint32 i = 0; i < bench.text().size(); ++i) {
                if (bench.view().keysAt(i).contains(Rendering::ghostKey))
                    return true;
            }
            return false;
        }();
    }
};

const char story[] = "Mayor Ann Moreau opened the bridge. “The bridge is safe,” Moreau said on Monday. Nobody else spoke.";

void TestFrameBuilding::takesWhatIsProposedForAQuotation()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.key(Qt::Key_Z);
    QCOMPARE(bench.view().selectedText(), QStringLiteral("“The bridge is safe,”"));
    bench.key(Qt::Key_3);
    QVERIFY(hasGhost(bench));
    bench.key(Qt::Key_Return);
    QVERIFY(!hasGhost(bench));
    QCOMPARE(bench.role(contentRole), QStringLiteral("“The bridge is safe,”"));
    QCOMPARE(bench.role(cueRole), QStringLiteral("said"));
    QCOMPARE(bench.role(sourceRole), QStringLiteral("Moreau"));
    QCOMPARE(bench.speaker(), QStringLiteral("Ann Moreau"));
}

void TestFrameBuilding::proposesSourceAndContentForACue()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.select("said");
    bench.key(Qt::Key_A);
    QCOMPARE(bench.role(cueRole), QStringLiteral("said"));
    QCOMPARE(bench.role(contentRole), QString());
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.role(sourceRole), QStringLiteral("Moreau"));
    QCOMPARE(bench.role(contentRole), QStringLiteral("“The bridge is safe,”"));
}

void TestFrameBuilding::takesWhatIsProposedByMouse()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.select("“The bridge is safe,”");
    bench.key(Qt::Key_3);
    bench.click(bench.at(bench.find("said").begin + 2, 1)); // one part of it
    QCOMPARE(bench.role(cueRole), QStringLiteral("said"));
    QCOMPARE(bench.role(sourceRole), QString());
    for (const Widgets::PlacedCard &placed : bench.view().visibleCards()) {
        if (placed.card.current)
            bench.click(cardButtons(placed.card, placed.rect, bench.view().font()).constFirst().rect.center()); // the rest
    }
    QCOMPARE(bench.role(sourceRole), QStringLiteral("Moreau"));
    QVERIFY(!hasGhost(bench));
}

void TestFrameBuilding::leavesWhatIsProposedOutOfTheArticle()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.select("“The bridge is safe,”");
    bench.key(Qt::Key_3);
    QCOMPARE(bench.index().spanCount(), 1);
    bench.key(Qt::Key_Escape);
    QVERIFY(!hasGhost(bench));
    QCOMPARE(bench.index().spanCount(), 1);
    QCOMPARE(bench.role(sourceRole), QString());
}

void TestFrameBuilding::dropsWhatIsProposedForASlot()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.select("“The bridge is safe,”");
    bench.key(Qt::Key_3);
    bench.key(Qt::Key_Backspace); // the source
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.role(sourceRole), QString());
    QCOMPARE(bench.role(cueRole), QStringLiteral("said"));
}

void TestFrameBuilding::fillsTheSlotInHandWithTheNextSelection()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.select("“The bridge is safe,”");
    bench.key(Qt::Key_3);
    bench.drag(bench.find("Mayor Ann Moreau"));
    QCOMPARE(bench.role(sourceRole), QStringLiteral("Mayor Ann Moreau"));
    QCOMPARE(bench.speaker(), QStringLiteral("Ann Moreau"));
    bench.drag(bench.find("opened"));
    QCOMPARE(bench.role(cueRole), QStringLiteral("opened"));
    QVERIFY(!hasGhost(bench));
    QCOMPARE(bench.index().attributionCount(), 1);
}

void TestFrameBuilding::correctsAProposedPartThatTheSelectionOverlaps()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.select("“The bridge is safe,”");
    bench.key(Qt::Key_3);
    bench.drag(bench.find("said on Monday"));
    QCOMPARE(bench.role(cueRole), QStringLiteral("said on Monday"));
    QCOMPARE(bench.role(sourceRole), QString());
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.role(sourceRole), QStringLiteral("Moreau"));
}

void TestFrameBuilding::walksTheSlotsByTab()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.select("“The bridge is safe,”");
    bench.key(Qt::Key_3);
    auto slot = [&bench] {
        for (const Widgets::PlacedCard &placed : bench.view().visibleCards()) {
            if (placed.card.current)
                return placed.card.activeSlot;
        }
        return -2;
    };
    QCOMPARE(slot(), 0);
    bench.key(Qt::Key_Tab);
    QCOMPARE(slot(), 1);
    bench.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(slot(), 0);
    bench.key(Qt::Key_Tab);
    bench.drag(bench.find("Nobody"));
    QCOMPARE(bench.role(cueRole), QStringLiteral("Nobody"));
    QCOMPARE(slot(), 0);
}

void TestFrameBuilding::mendsASuggestionByWordsAndKey()
{
    Test::WindowBench bench;
    QVERIFY(bench.openSuggested("Mayor [S1:Ann Moreau] [C1:said] on Monday [Q1:the bridge is safe] and sound."));
    bench.key(Qt::Key_Tab);
    bench.select("the bridge is safe and sound");
    bench.key(Qt::Key_3);
    bench.select("Mayor Ann Moreau");
    bench.key(Qt::Key_1);
    QCOMPARE(bench.index().attributionCount(), 1);
    QCOMPARE(bench.role(contentRole), QStringLiteral("the bridge is safe and sound"));
    QCOMPARE(bench.role(sourceRole), QStringLiteral("Mayor Ann Moreau"));
    const Attribution &mended = *bench.index().attribution(bench.index().attributionsInOrder().constFirst());
    QVERIFY(mended.provenance.state == State::Accepted);
    QVERIFY(mended.provenance.origin.edited);
}

void TestFrameBuilding::mendsTheSlotInHandByMouse()
{
    Test::WindowBench bench;
    QVERIFY(bench.openSuggested("[S1:Ann Moreau] was there. The aide [C1:said] [Q1:the bridge is safe]."));
    bench.key(Qt::Key_Tab);
    bench.key(Qt::Key_F2); // the source
    bench.drag(bench.find("The aide"));
    QCOMPARE(bench.role(sourceRole), QStringLiteral("The aide"));
    QCOMPARE(bench.index().attributionCount(), 1);
}

void TestFrameBuilding::drawsAnEdgeOfASuggestionAndAcceptsIt()
{
    Test::WindowBench bench;
    QVERIFY(bench.openSuggested("[S1:Ann] [C1:said] [Q1:the bridge is safe] and sound."));
    bench.drag(bench.at(bench.find("safe").end, 2), bench.at(bench.find("sound").end, -3));
    QCOMPARE(bench.role(contentRole), QStringLiteral("the bridge is safe and sound"));
    QVERIFY(bench.index().attribution(bench.index().attributionsInOrder().constFirst())->provenance.state == State::Accepted);
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bench.role(contentRole), QStringLiteral("the bridge is safe"));
}

void TestFrameBuilding::joinsPiecesWithCtrlAndTheMouse()
{
    Test::WindowBench bench;
    QVERIFY(bench.open("“The bridge,” Ann said, “is safe.”"));
    bench.select("“The bridge,”");
    bench.key(Qt::Key_3);
    bench.drag(bench.find("“is safe.”"), Qt::ControlModifier);
    QCOMPARE(bench.role(contentRole), QStringLiteral("“The bridge,” … “is safe.”"));
    QCOMPARE(bench.index().spanCount(), 1);
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.role(sourceRole), QStringLiteral("Ann"));
}

void TestFrameBuilding::labelsAllThatIsSelectedWhileALabelSticks()
{
    Test::WindowBench bench;
    QVERIFY(bench.open("The bridge is long. The tower is tall. The road is wide."));
    bench.key(Qt::Key_4, Qt::AltModifier);
    bench.drag(bench.find("bridge is long"));
    bench.drag(bench.find("tower is tall"));
    QCOMPARE(bench.index().spanCount(), 2);
    bench.key(Qt::Key_Escape);
    bench.drag(bench.find("road is wide"));
    QCOMPARE(bench.index().spanCount(), 2);
    bench.key(Qt::Key_T); // as the last time
    QCOMPARE(bench.index().spanCount(), 3);
    QCOMPARE(bench.index().span(bench.index().spansInOrder()[2].id)->label, QStringLiteral("Claim"));
}

void TestFrameBuilding::letsAStuckLabelWaitForWordsByMouse()
{
    Test::WindowBench bench;
    QVERIFY(bench.open("The bridge is long. The tower is tall."));
    auto *palette = bench.window.findChild<Widgets::LabelPalette *>();
    QVERIFY(palette);
    QTest::mouseClick(palette->buttons().at(3), Qt::LeftButton);
    QCOMPARE(bench.index().spanCount(), 0);
    QCOMPARE(bench.window.desk()->brush().label(), QStringLiteral("Claim"));
    bench.drag(bench.find("bridge is long"));
    QCOMPARE(bench.index().spanCount(), 1);
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.window.desk()->brush().label(), QString());
}

void TestFrameBuilding::bringsTheOpenCardOfTheLastLineIntoView()
{
    Test::WindowBench bench;
    const QByteArray filler = QByteArrayLiteral("It rained on the town and on the hills around it.\n").repeated(60);
    QVERIFY(bench.openSuggested(filler + "[S1:Ann] [C1:said] [Q1:yes]."));
    bench.key(Qt::Key_Tab);
    const auto cards = bench.view().visibleCards();
    QCOMPARE(cards.size(), 1);
    QVERIFY(cards[0].card.current);
    QVERIFY(cards[0].rect.bottom() < bench.view().viewport()->height());
}

void TestFrameBuilding::decidesByOneClickOnACard()
{
    Test::WindowBench bench;
    QVERIFY(bench.openSuggested("[S1:Ann] [C1:said] [Q1:yes].\n\n[S2:Bea] [C2:said] [Q2:no]."));
    const QList<Widgets::PlacedCard> cards = bench.view().visibleCards();
    QCOMPARE(cards.size(), 2);
    bench.click(cardButtons(cards[0].card, cards[0].rect, bench.view().font())[0].rect.center());
    bench.click(cardButtons(cards[1].card, cards[1].rect, bench.view().font())[1].rect.center());
    const auto ids = bench.index().attributionsInOrder();
    QVERIFY(bench.index().attribution(ids[0])->provenance.state == State::Accepted);
    QVERIFY(bench.index().attribution(ids[1])->provenance.state == State::Rejected);
    QVERIFY(!bench.bench().current());
}

void TestFrameBuilding::decidesAllThatIsLeftAtOnce()
{
    Test::WindowBench bench;
    QVERIFY(bench.openSuggested("[S1:Ann] [C1:said] [Q1:yes]. [S2:Bea] [C2:said] [Q2:no]. [S3:Cy] [C3:said] [Q3:maybe]."));
    const auto state = [&bench](int i) { return bench.index().attribution(bench.index().attributionsInOrder()[i])->provenance.state; };
    bench.key(Qt::Key_Tab);
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(state(0) == State::Accepted);
    QVERIFY(state(1) == State::Rejected);
    QVERIFY(state(2) == State::Rejected);
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(state(2) == State::Suggested);
    bench.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(state(1) == State::Accepted);
    QVERIFY(state(2) == State::Accepted);
}

void TestFrameBuilding::undoesWhatWasTakenInOneStep()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(story));
    bench.select("“The bridge is safe,”");
    bench.key(Qt::Key_3);
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bench.role(sourceRole), QString());
    QCOMPARE(bench.role(cueRole), QString());
    QCOMPARE(bench.role(contentRole), QStringLiteral("“The bridge is safe,”"));
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bench.index().spanCount(), 0);
}

void TestFrameBuilding::growsAndShrinksTheSelection()
{
    Test::WindowBench bench;
    QVERIFY(bench.open("Rain fell. After that, the “new bridge” closed, she said. It stayed dry.\nThe end."));
    bench.view().setCaret(bench.find("ridge” closed").begin);
    QStringList seen;
    for (int i = 0; i < 6; ++i) {
        bench.key(Qt::Key_X);
        seen.append(bench.view().selectedText());
    }
    QCOMPARE(seen, (QStringList{QStringLiteral("bridge"), QStringLiteral("new bridge"), QStringLiteral("“new bridge”"),
                                QStringLiteral("the “new bridge” closed"),
                                QStringLiteral("After that, the “new bridge” closed, she said."),
                                QStringLiteral("Rain fell. After that, the “new bridge” closed, she said. It stayed dry.")}));
    bench.key(Qt::Key_X, Qt::ShiftModifier);
    bench.key(Qt::Key_X, Qt::ShiftModifier);
    QCOMPARE(bench.view().selectedText(), QStringLiteral("the “new bridge” closed"));
}

void TestFrameBuilding::goesToQuotationsClaimsAndAttributions()
{
    Test::WindowBench bench;
    QVERIFY(bench.open("[S1:Ann] [C1:said] [Q1:“yes”]. He wrote „nein“ and «non». [L:Two is more than one.] [S2:Bea] [C2:said] [Q2:no]."));
    bench.key(Qt::Key_Z);
    QCOMPARE(bench.view().selectedText(), QStringLiteral("„nein“"));
    bench.key(Qt::Key_Z);
    QCOMPARE(bench.view().selectedText(), QStringLiteral("«non»"));
    bench.key(Qt::Key_Z); // round the end
    QCOMPARE(bench.view().selectedText(), QStringLiteral("„nein“"));
    bench.key(Qt::Key_Z, Qt::ShiftModifier);
    QCOMPARE(bench.view().selectedText(), QStringLiteral("«non»"));
    bench.key(Qt::Key_Escape);
    bench.view().setCaret(0);
    bench.key(Qt::Key_J, Qt::ShiftModifier);
    bench.key(Qt::Key_J, Qt::ShiftModifier);
    QVERIFY(bench.bench().current() == Editing::Item(bench.index().attributionsInOrder().at(1)));
    bench.key(Qt::Key_J, Qt::ShiftModifier);
    QVERIFY(bench.bench().current() == Editing::Item(bench.index().attributionsInOrder().at(0)));
    bench.key(Qt::Key_K, Qt::ShiftModifier);
    QVERIFY(bench.bench().current() == Editing::Item(bench.index().attributionsInOrder().at(1)));
    bench.key(Qt::Key_K, Qt::ShiftModifier);
    QVERIFY(bench.bench().current() == Editing::Item(bench.index().attributionsInOrder().at(0)));
    bench.key(Qt::Key_C);
    QVERIFY(bench.bench().currentSpan());
    QCOMPARE(bench.index().span(*bench.bench().currentSpan())->label, QStringLiteral("Claim"));
}

void TestFrameBuilding::labelsArabicAndHebrew_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("cue");
    QTest::addColumn<QString>("content");
    QTest::newRow("Arabic") << QStringLiteral("قالت المعلمة «الجسر آمن» أمس.") << QStringLiteral("المعلمة") << QStringLiteral("قالت")
                            << QStringLiteral("«الجسر آمن»");
    QTest::newRow("Hebrew") << QStringLiteral("המורה אמרה “הגשר בטוח” אתמול.") << QStringLiteral("המורה") << QStringLiteral("אמרה")
                            << QStringLiteral("“הגשר בטוח”");
}

void TestFrameBuilding::labelsArabicAndHebrew()
{
    QFETCH(QString, text);
    QFETCH(QString, source);
    QFETCH(QString, cue);
    QFETCH(QString, content);
    Test::WindowBench bench;
    AnnotatedArticle article;
    article.article.text = text;
    QVERIFY(bench.open(article));
    bench.key(Qt::Key_Z);
    QCOMPARE(bench.view().selectedText(), content);
    bench.key(Qt::Key_3);
    // The first character of right-to-left words is at their right.
    const auto dragWords = [&bench](const QString &words) {
        const qint32 begin = qint32(bench.text().indexOf(words));
        bench.drag(bench.at(begin, -2), bench.at(begin + qint32(words.size()), 2));
    };
    dragWords(source);
    dragWords(cue);
    QCOMPARE(bench.role(sourceRole), source);
    QCOMPARE(bench.role(cueRole), cue);
    QCOMPARE(bench.role(contentRole), content);
    bench.key(Qt::Key_W); // the cue's begin would leave nothing, and stays
    QCOMPARE(bench.role(cueRole), cue);
}

QTEST_MAIN(TestFrameBuilding)
#include "test_framebuilding.moc"
