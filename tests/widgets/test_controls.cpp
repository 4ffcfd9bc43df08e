// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <widgets/articlelistdelegate.h>
#include <widgets/cardstack.h>
#include <widgets/commandpalette.h>
#include <widgets/labelpalette.h>
#include <widgets/painting/cardpainter.h>
#include <widgets/painting/colours.h>
#include <widgets/progressline.h>
#include <widgets/textsteps.h>

#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QtTest>

using namespace Quoth::Widgets;

class TestControls : public QObject
{
    Q_OBJECT

private slots:
    void findsCommandsByTheirLetters();
    void prefersBeginningsOfWords();
    void triggersTheChosenCommandByKeyboard();
    void offersNoDisabledCommand();
    void triggersLabelsByMouseAndKeyboard();
    void showsOnlyTheCurrentLabelChecked();
    void makesRoomForTwoLinesOfTitle();
    void keepsCardsApart();
    void movesCardsUpForTheCurrentOne();
    void offersOnACardWhatIsNotDecidedYet();
    void snapsToWords();
    void findsWordsNextToPunctuation();
    void keepsColoursLegible();
    void tellsItsProgress();
};

void TestControls::findsCommandsByTheirLetters()
{
    QVERIFY(fuzzyScore(u"exd", u"Export dataset") >= 0);
    QVERIFY(fuzzyScore(u"", u"Export dataset") >= 0);
    QVERIFY(fuzzyScore(u"al", u"Cal a") >= 0);
    QVERIFY(fuzzyScore(u"EXPORT DATA", u"Export dataset") >= 0);
    QCOMPARE(fuzzyScore(u"xq", u"Export dataset"), -1);
    QCOMPARE(fuzzyScore(u"tasetd", u"Export dataset"), -1);
}

void TestControls::prefersBeginningsOfWords()
{
    QVERIFY(fuzzyScore(u"ed", u"Export dataset") > fuzzyScore(u"ed", u"Needed"));
    QVERIFY(fuzzyScore(u"acc", u"Accept all") > fuzzyScore(u"acc", u"Save a copy, compact"));
}

void TestControls::triggersTheChosenCommandByKeyboard()
{
    QMainWindow window;
    window.resize(800, 600);
    window.show();
    QAction accept(QStringLiteral("&Accept all"));
    QAction exportData(QStringLiteral("Export dataset\u2026"));
    QAction exportPage(QStringLiteral("Export page\u2026"));
    CommandPalette palette(&window);
    palette.setActions({&accept, &exportData, &exportPage});
    palette.open();
    QSignalSpy first(&exportData, &QAction::triggered);
    QSignalSpy second(&exportPage, &QAction::triggered);
    QTest::keyClicks(palette.filterEdit(), QStringLiteral("exp"));
    QCOMPARE(palette.list()->model()->rowCount(), 2);
    QTest::keyClick(palette.filterEdit(), Qt::Key_Down);
    QTest::keyClick(palette.filterEdit(), Qt::Key_Return);
    QCOMPARE(first.size(), 0);
    QCOMPARE(second.size(), 1);
    QVERIFY(!palette.isVisible());
    palette.open();
    QCOMPARE(palette.filterEdit()->text(), QString());
    QCOMPARE(palette.list()->model()->rowCount(), 3);
    QTest::keyClick(palette.filterEdit(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void TestControls::offersNoDisabledCommand()
{
    QAction one(QStringLiteral("Undo"));
    QAction two(QStringLiteral("Redo"));
    two.setEnabled(false);
    CommandPalette palette;
    palette.setActions({&one, &two});
    QCOMPARE(palette.list()->model()->rowCount(), 1);
    QCOMPARE(palette.list()->model()->index(0, 0).data().toString(), QStringLiteral("Undo"));
}

void TestControls::triggersLabelsByMouseAndKeyboard()
{
    LabelPalette palette;
    palette.setLabels(
        {{QStringLiteral("speaker"), QStringLiteral("Speaker"), QStringLiteral("1"), Qt::blue, Mark::Box, {}},
         {QStringLiteral("cue"), QStringLiteral("Cue"), QStringLiteral("2"), Qt::red, Mark::Dots, {}}});
    palette.show();
    QSignalSpy triggered(&palette, &LabelPalette::labelTriggered);
    QTest::mouseClick(palette.buttons()[1], Qt::LeftButton);
    QTest::keyClick(palette.buttons()[0], Qt::Key_Space);
    QCOMPARE(triggered.size(), 2);
    QCOMPARE(triggered[0].first().toString(), QStringLiteral("cue"));
    QCOMPARE(triggered[1].first().toString(), QStringLiteral("speaker"));
    for (const LabelButton *button : palette.buttons()) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->isChecked());
    }
}

void TestControls::showsOnlyTheCurrentLabelChecked()
{
    LabelPalette palette;
    palette.setLabels({{QStringLiteral("speaker"), QStringLiteral("Speaker"), {}, Qt::blue, Mark::Box, {}},
                       {QStringLiteral("cue"), QStringLiteral("Cue"), {}, Qt::red, Mark::Dots, {}}});
    palette.setChecked(QStringLiteral("cue"));
    QVERIFY(!palette.buttons()[0]->isChecked());
    QVERIFY(palette.buttons()[1]->isChecked());
    palette.setChecked({});
    QVERIFY(!palette.buttons()[1]->isChecked());
}

void TestControls::makesRoomForTwoLinesOfTitle()
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem(QStringLiteral("Short")));
    model.appendRow(new QStandardItem(QStringLiteral("A title that is far too long for one line of a narrow list")));
    model.appendRow(new QStandardItem(QStringLiteral("A title that is far too long ").repeated(9)));
    QListView list;
    list.resize(220, 300);
    list.setModel(&model);
    list.setItemDelegate(new ArticleListDelegate(&list));
    list.show();
    const int one = list.visualRect(model.index(0, 0)).height();
    const int two = list.visualRect(model.index(1, 0)).height();
    const int many = list.visualRect(model.index(2, 0)).height();
    QVERIFY(two > one + 8);
    QCOMPARE(many, two);
    QVERIFY(!list.grab().isNull());
}

void TestControls::keepsCardsApart()
{
    QList<MarginCard> cards(6);
    const QList<PlacedCard> placed = stackCards(cards, {10, 12, 14, 400, 401, 900}, 0, 270, QFont());
    for (qsizetype i = 1; i < placed.size(); ++i)
        QVERIFY(placed[i].rect.top() > placed[i - 1].rect.bottom());
    QCOMPARE(placed[0].rect.top(), 10);
    QCOMPARE(placed[3].rect.top(), 400);
    QCOMPARE(placed[5].rect.top(), 900);
}

void TestControls::offersOnACardWhatIsNotDecidedYet()
{
    MarginCard card{7, 0, QStringLiteral("First"), {}, {}, {}, Qt::blue, false, true};
    const auto actions = [&card](Decision decision) {
        card.decision = decision;
        QStringList titles;
        for (const CardButton &button : cardButtons(card, QRect(0, 0, 260, 60), QFont()))
            titles.append(button.text + u' ' + button.key);
        return titles.join(u',');
    };
    QCOMPARE(actions(Decision::Open), QStringLiteral("Accept \u23CE,Reject \u232B,Fix F2"));
    QCOMPARE(actions(Decision::Accepted), QStringLiteral("Reopen U,Reject \u232B,Fix F2"));
    QCOMPARE(actions(Decision::Rejected), QStringLiteral("Accept \u23CE,Reopen U,Fix F2"));
}

void TestControls::movesCardsUpForTheCurrentOne()
{
    QList<MarginCard> cards(5);
    cards[3].current = true;
    const QList<PlacedCard> placed = stackCards(cards, {100, 101, 102, 103, 104}, 0, 270, QFont());
    QCOMPARE(placed[3].rect.top(), 103);
    for (qsizetype i = 1; i < placed.size(); ++i)
        QVERIFY(placed[i].rect.top() > placed[i - 1].rect.bottom());
}

void TestControls::snapsToWords()
{
    const QString text = QStringLiteral("The well-known mayor\u2019s aide, 40 years old.");
    const auto snapped = [&text](const QString &part) {
        const qint32 begin = qint32(text.indexOf(part));
        const Extent extent = snappedToWords(text, {begin, begin + qint32(part.size())});
        return text.mid(extent.begin, extent.length());
    };
    QCOMPARE(snapped(QStringLiteral("ayor\u2019")), QStringLiteral("mayor\u2019"));
    QCOMPARE(snapped(QStringLiteral("ayor\u2019s a")), QStringLiteral("mayor\u2019s aide"));
    QCOMPARE(snapped(QStringLiteral("0 y")), QStringLiteral("40 years"));
    QCOMPARE(snapped(QStringLiteral(", 4")), QStringLiteral(", 40"));
}

void TestControls::findsWordsNextToPunctuation()
{
    const QString text = QStringLiteral("\u201CYes,\u201D he said.");
    QCOMPARE(wordAt(text, 1), (Extent{1, 4}));
    QCOMPARE(wordAt(text, 3), (Extent{1, 4}));
    QVERIFY(wordAt(text, 4).isEmpty());
    QVERIFY(wordAt(text, 0).isEmpty());
    QCOMPARE(nextWordBegin(text, 1), 7);
    QCOMPARE(nextWordEnd(text, 1), 4);
    QCOMPARE(previousWordBegin(text, 7), 1);
    QCOMPARE(nextWordBegin(text, qint32(text.size())), qint32(text.size()));
    QCOMPARE(previousWordBegin(text, 0), 0);
}

void TestControls::keepsColoursLegible()
{
    for (const QColor &background : {QColor(Qt::white), QColor(0x1c, 0x1e, 0x21), QColor(Qt::black)}) {
        for (const QColor &colour :
             {QColor(Qt::yellow), QColor(Qt::white), QColor(0x00, 0x72, 0xb2), QColor(Qt::black)})
            QVERIFY(contrast(legible(colour, background), background) >= 3);
    }
    QCOMPARE(legible(Qt::black, Qt::white), QColor(Qt::black));
}

void TestControls::tellsItsProgress()
{
    ProgressLine line;
    line.setValue(0.4);
    QVERIFY(line.accessibleDescription().contains(u"40"));
    line.setValue(7);
    QCOMPARE(line.value(), 1.0);
    QVERIFY(!line.grab().isNull());
}

QTEST_MAIN(TestControls)
#include "test_controls.moc"
