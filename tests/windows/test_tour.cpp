// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>
#include <app/windows/tour.h>

#include <QAccessible>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;

/// The tour over the real window, done by the keys that it asks for.
class TestTour : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void goesOnByWhatIsDone();
    void goesOnAndBackByItsButtons();
    void staysWithinTheWindow_data();
    void staysWithinTheWindow();
    void tellsTheKeysAsTheyAreSet();
    void tellsAScreenReader();
    void endsOnEscapeAndWithTheProject();
    void beginsAnewEachTime();

private:
    void begin();
    Tour &tour() { return *m_window->tour(); }
    ProjectDesk &desk() { return *m_window->desk(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&desk().pane().view(), key, modifiers); }
    void press(const char *button)
    {
        QTest::mouseClick(tour().balloon().findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
    }

    std::unique_ptr<MainWindow> m_window;
};

void TestTour::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test-tour"));
}

void TestTour::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>(QStringLiteral("tester"));
    m_window->resize(1280, 800);
    m_window->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestTour::begin()
{
    m_window->takeTour();
    QVERIFY(m_window->tour());
    QTRY_VERIFY_WITH_TIMEOUT(desk().workbench().model().isOpen() && desk().pane().view().hasFocus(), 30000);
}

void TestTour::goesOnByWhatIsDone()
{
    begin();
    QCOMPARE(tour().step(), 0);
    QVERIFY(tour().steps().size() >= 8 && tour().steps().size() <= 10);
    press("balloon.next");
    QCOMPARE(tour().step(), 1);
    QVERIFY(desk().pane().view().hasFocus());
    key(Qt::Key_Tab);
    QTRY_COMPARE(tour().step(), 2);
    QVERIFY(desk().workbench().current());
    key(Qt::Key_Return);
    QTRY_COMPARE(tour().step(), 3);
    key(Qt::Key_Backspace);
    QTRY_COMPARE(tour().step(), 4);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(tour().step(), 5);
    // Some words that nothing lies over.
    QTRY_VERIFY(desk().session().isSaved());
    Widgets::ArticleView &view = desk().pane().view();
    const QString &text = view.text();
    qint32 begin = -1;
    for (qint32 i = 1; i + 12 < text.size() && begin < 0; ++i) {
        bool isFree = text[i - 1] == u' ' && text[i].isLetter();
        for (qint32 j = i; j < i + 8 && isFree; ++j)
            isFree = view.keysAt(j).isEmpty();
        if (isFree)
            begin = i;
    }
    QVERIFY(begin > 0);
    const qsizetype before = desk().workbench().index().spanCount();
    view.setSelection(begin, qint32(text.indexOf(u' ', begin)));
    key(Qt::Key_3);
    QVERIFY(desk().workbench().index().spanCount() > before);
    QTRY_VERIFY(tour().step() > 5);
    if (tour().step() == 6) {
        key(Qt::Key_Return);
        QTRY_COMPARE(tour().step(), 7);
    }
    QCOMPARE(tour().step(), 7);
    press("balloon.next");
    QCOMPARE(tour().step(), 8);
    key(Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(tour().step(), 9, 30000);
    press("balloon.next");
    QTRY_VERIFY(!m_window->tour());
    QVERIFY(m_window->desk());
}

void TestTour::goesOnAndBackByItsButtons()
{
    begin();
    auto *back = tour().balloon().findChild<QPushButton *>(QStringLiteral("balloon.back"));
    QVERIFY(!back->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(tour().step(), 1); // a button is seen pressed for a moment
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(tour().step(), 0);
    // What cannot be done is passed over, both ways.
    for (int i = 0; i < 6; ++i)
        press("balloon.next");
    QCOMPARE(tour().step(), 7);
    press("balloon.back");
    QCOMPARE(tour().step(), 5);
    press("balloon.end");
    QTRY_VERIFY(!m_window->tour());
}

void TestTour::staysWithinTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("large") << QSize(1600, 1000);
    QTest::newRow("small") << QSize(900, 640);
}

void TestTour::staysWithinTheWindow()
{
    QFETCH(QSize, size);
    begin();
    m_window->resize(size);
    while (m_window->tour()) {
        QCoreApplication::processEvents();
        Widgets::Balloon &balloon = tour().balloon();
        QVERIFY(balloon.isVisible());
        QVERIFY2(m_window->rect().contains(balloon.geometry()), qPrintable(QString::number(tour().step())));
        QVERIFY(!balloon.title().isEmpty() && balloon.text().size() > 20);
        press("balloon.next");
        QCoreApplication::processEvents();
    }
}

void TestTour::tellsTheKeysAsTheyAreSet()
{
    const auto textWith = [this](const QString &key) {
        for (QAction *action : m_window->allActions()) {
            if (action->objectName() == u"help.manual")
                action->setShortcut(QKeySequence(key));
        }
        Tour own(*m_window, desk(), m_window->allActions());
        return own.steps().constLast().text;
    };
    begin();
    QVERIFY(textWith(QStringLiteral("F1")).contains(QStringLiteral("F1 opens the manual")));
    QVERIFY(textWith(QStringLiteral("Ctrl+Shift+H")).contains(QStringLiteral("Ctrl+Shift+H opens the manual")));
    QVERIFY(textWith(QString()).contains(QStringLiteral("Manual opens the manual")));
    for (const TourStep &step : tour().steps())
        QVERIFY2(!step.text.contains(u'%'), qPrintable(step.text));
}

void TestTour::tellsAScreenReader()
{
    QAccessible::setActive(true);
    begin();
    QAccessibleInterface *balloon = QAccessible::queryAccessibleInterface(&tour().balloon());
    QVERIFY(balloon);
    QCOMPARE(balloon->text(QAccessible::Name), tour().steps().constFirst().title);
    QCOMPARE(balloon->text(QAccessible::Description), tour().steps().constFirst().text);
    press("balloon.next");
    QCOMPARE(balloon->text(QAccessible::Name), tour().steps().at(1).title);
}

void TestTour::endsOnEscapeAndWithTheProject()
{
    begin();
    key(Qt::Key_Escape);
    QTRY_VERIFY(!m_window->tour());
    QVERIFY(m_window->desk());
    QTRY_VERIFY(!m_window->findChild<Widgets::Balloon *>());
    begin();
    key(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->desk());
    QVERIFY(!m_window->tour());
}

void TestTour::beginsAnewEachTime()
{
    begin();
    key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(desk().session().isSaved());
    begin();
    QCOMPARE(tour().step(), 0);
    QCOMPARE(desk().workbench().article().id.number(), 2);
    QCOMPARE(tallyOf(desk()).accepted, 0);
}

QTEST_MAIN(TestTour)
#include "test_tour.moc"
