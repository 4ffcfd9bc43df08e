// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <app/windows/colourchoice.h>
#include <widgets/commandpalette.h>
#include <widgets/legendrow.h>

#include <QLineEdit>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Windows;

class TestColourChoice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Test::WindowFixture::useOwnSettings("quoth-test-colours"); }
    void init();
    void cleanup() { m_fixture.reset(); }
    void coloursBySpeakerFromTheCommandPalette();
    void coloursByStateFromTheToolBar();
    void followsWhatIsDone();
    void keepsTheChoice();

private:
    Widgets::LegendRow &legend() { return *m_fixture->window().findChild<Widgets::LegendRow *>(); }
    QStringList legendTitles()
    {
        QStringList titles;
        for (const Widgets::HighlightStyle &entry : legend().entries())
            titles.append(entry.title);
        return titles;
    }
    void choose(const char *what)
    {
        Test::WindowFixture::key(Qt::Key_K, Qt::ControlModifier);
        // One that was closed may not be deleted yet.
        const auto palettes = m_fixture->window().findChildren<Widgets::CommandPalette *>();
        QVERIFY(!palettes.isEmpty());
        Widgets::CommandPalette *palette = palettes.constLast();
        auto *line = palette->findChild<QLineEdit *>();
        QTest::keyClicks(line, QString::fromLatin1(what));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget() && !QApplication::activeModalWidget());
        m_fixture->window().activateWindow();
        m_fixture->view().setFocus();
        QTRY_VERIFY(m_fixture->view().hasFocus());
    }

    std::unique_ptr<Test::WindowFixture> m_fixture;
};

void TestColourChoice::init()
{
    QSettings().clear();
    m_fixture = std::make_unique<Test::WindowFixture>(QList<Test::Sample>{
        {QStringLiteral("a"), QStringLiteral("A"), {}, QStringLiteral("[S1:Ann] [C1:said] [Q1:that it rains]. [S2:Bob] [C2:denied] [Q2:it]. [L:It rained].")}});
}

void TestColourChoice::coloursBySpeakerFromTheCommandPalette()
{
    QVERIFY(legend().isHidden());
    m_fixture->credit("Ann", "Ann Lee");
    m_fixture->credit("Bob", "Bob Odd");
    choose("colour by: speaker");
    QTRY_VERIFY(legend().isVisible());
    QTRY_COMPARE(legendTitles(), (QStringList{QStringLiteral("Ann Lee"), QStringLiteral("Bob Odd"), QStringLiteral("nobody")}));
    QVERIFY(legend().entries()[0].colour != legend().entries()[1].colour);
    QVERIFY(legend().entries()[1].colour != legend().entries()[2].colour);
    QCOMPARE(legend().accessibleDescription(), QStringLiteral("Ann Lee, Bob Odd, nobody"));
    const QImage bySpeaker = m_fixture->view().grab().toImage();
    choose("colour by: label");
    QTRY_VERIFY(legend().isHidden());
    QVERIFY(m_fixture->view().grab().toImage() != bySpeaker);
}

void TestColourChoice::coloursByStateFromTheToolBar()
{
    auto *button = m_fixture->window().findChild<ColourChoice *>();
    QVERIFY(button && button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Colour by: Label"));
    Test::WindowFixture::whenOneComesUp([](QWidget *menu) {
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("Colour by: State"));
    QTRY_COMPARE(legendTitles(), QStringList{QStringLiteral("accepted")});
    m_fixture->window().activateWindow(); // which the menu was before
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    m_fixture->take("It rained");
    m_fixture->view().setFocus();
    QTRY_VERIFY(m_fixture->view().hasFocus());
    QTest::keyClick(&m_fixture->view(), Qt::Key_U);
    QVERIFY(m_fixture->bench().index().span(*m_fixture->bench().currentSpan())->provenance.state == State::Suggested);
    QTRY_COMPARE(legendTitles(), (QStringList{QStringLiteral("accepted"), QStringLiteral("suggested")}));
}

void TestColourChoice::followsWhatIsDone()
{
    choose("colour by: annotator");
    QTRY_COMPARE(legendTitles(), QStringList{QStringLiteral("test")});
    const qint32 at = qint32(m_fixture->bench().article().text.indexOf(QStringLiteral("rained")));
    m_fixture->view().setSelection(at, at + 6);
    m_fixture->view().setFocus();
    QTest::keyClick(&m_fixture->view(), Qt::Key_5);
    QVERIFY(m_fixture->printed().contains(QStringLiteral("[X:rained]")));
    QTRY_COMPARE(legendTitles(), (QStringList{QStringLiteral("test"), QStringLiteral("me")}));
    Test::WindowFixture::key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(legendTitles(), QStringList{QStringLiteral("test")});
}

void TestColourChoice::keepsTheChoice()
{
    choose("colour by: speaker");
    QCOMPARE(QSettings().value(QStringLiteral("view/colourBy")).toString(), QStringLiteral("speaker"));
    const ColourChoice again;
    QCOMPARE(again.text(), QStringLiteral("Colour by: Speaker"));
    QVERIFY(again.colourBy() == Rendering::ColourBy::Speaker);
}

QTEST_MAIN(TestColourChoice)
#include "test_colourchoice.moc"
