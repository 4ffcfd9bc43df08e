// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/actions.h>
#include <app/windows/articlelistdock.h>
#include <app/windows/articlepane.h>
#include <app/windows/choicebutton.h>
#include <app/windows/mainwindow.h>
#include <app/windows/recentprojects.h>
#include <app/windows/startpage.h>

#include <QFile>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;

/// What a window without a project shows, and what it remembers of projects.
class TestStartPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void offersEveryWayToBegin();
    void isWorkedByKeys();
    void takesProjectsFromTheList();
    void scrollsWhereThereIsNoRoom();
    void putsProjectsBelowInANarrowWindow();
    void remembersProjectsAndTheirArticles();
    void readsTheListOfEarlierVersions();
    void opensTheArticleThatWasOpenLast();
    void saysWhatToDoInAnEmptyProject();

private:
    QList<RecentProject> projects(int count) const;
    static QList<ChoiceButton *> projectButtons(const StartPage &page)
    {
        return page.findChildren<ChoiceButton *>(QStringLiteral("start.project"));
    }

    QTemporaryDir m_folder;
};

void TestStartPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test-startpage"));
}

void TestStartPage::init() { QSettings().clear(); }

QList<RecentProject> TestStartPage::projects(int count) const
{
    QList<RecentProject> projects;
    for (int i = 0; i < count; ++i)
        projects.append({QStringLiteral("/news/%1 & co.quoth").arg(i), QDateTime(QDate(2026, 3, 1 + i), QTime(9, 30), Qt::UTC),
                         std::nullopt});
    return projects;
}

void TestStartPage::offersEveryWayToBegin()
{
    MainWindow window(QStringLiteral("tester"));
    window.QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QStringList ids;
    for (const ChoiceButton *button : window.findChildren<ChoiceButton *>()) {
        ids.append(button->objectName());
        QVERIFY(!button->title().isEmpty() && !button->detail().isEmpty() && !button->icon().isNull());
        QCOMPARE(button->accessibleName(), button->title());
        QVERIFY(button->height() >= button->heightForWidth(button->width()));
    }
    for (const char *id :
         {"project.sample", "project.import", "project.importFolder", "project.new", "project.open", "help.tour"})
        QVERIFY2(ids.contains(QLatin1String(id)), id);
    QCOMPARE(ids.size(), 6);
}

void TestStartPage::isWorkedByKeys()
{
    QAction *first = makeAction(this, "one", QStringLiteral("One"));
    QAction *second = makeAction(this, "two", QStringLiteral("Two"));
    QSignalSpy firstDone(first, &QAction::triggered);
    QSignalSpy secondDone(second, &QAction::triggered);
    StartPage page({first, second}, projects(2));
    QSignalSpy chosen(&page, &StartPage::projectChosen);
    page.resize(1000, 640);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // goes on with the project of last time
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("/news/0 & co.quoth"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(secondDone.size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(firstDone.size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][0].toString(), QStringLiteral("/news/1 & co.quoth"));
    QTest::mouseClick(projectButtons(page).at(0), Qt::LeftButton);
    QCOMPARE(chosen[2][0].toString(), QStringLiteral("/news/0 & co.quoth"));
}

void TestStartPage::takesProjectsFromTheList()
{
    StartPage page({}, projects(3));
    QSignalSpy forgotten(&page, &StartPage::projectForgotten);
    page.resize(1000, 640);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QCOMPARE(projectButtons(page).at(0)->title(), QStringLiteral("0 & co"));
    QVERIFY(projectButtons(page).at(0)->detail().startsWith(QStringLiteral("/news \u00B7 opened ")));
    projectButtons(page).at(1)->setFocus();
    QTest::keyClick(projectButtons(page).at(1), Qt::Key_Delete);
    QCOMPARE(forgotten.size(), 1);
    QCOMPARE(forgotten[0][0].toString(), QStringLiteral("/news/1 & co.quoth"));
    QTRY_COMPARE(projectButtons(page).size(), 2);
    QVERIFY(projectButtons(page).at(1)->hasFocus()); // the next one: on it goes
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QTRY_COMPARE(projectButtons(page).size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QCOMPARE(forgotten.size(), 3);
    QTRY_VERIFY(!page.findChild<QWidget *>(QStringLiteral("start.recent"))->isVisible());
}

void TestStartPage::scrollsWhereThereIsNoRoom()
{
    StartPage page({}, projects(20));
    page.resize(1000, 640);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QVERIFY(page.verticalScrollBar()->maximum() > 0);
    QCOMPARE(page.horizontalScrollBar()->maximum(), 0);
    projectButtons(page).at(0)->setFocus();
    for (int i = 1; i < 20; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(projectButtons(page).at(19)->hasFocus());
    QVERIFY(page.verticalScrollBar()->value() > 0);
    QVERIFY(projectButtons(page).at(19)->visibleRegion().boundingRect().height() > 10);
}

void TestStartPage::putsProjectsBelowInANarrowWindow()
{
    QAction *first = makeAction(this, "one", QStringLiteral("One"));
    StartPage page({first}, projects(1));
    page.resize(1100, 640);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto *choice = page.findChild<ChoiceButton *>(QStringLiteral("one"));
    const ChoiceButton *project = projectButtons(page).constFirst();
    const auto top = [&page](const QWidget *widget) { return widget->mapTo(&page, QPoint(0, 0)); };
    QTRY_VERIFY(top(project).x() > top(choice).x() + choice->width());
    page.resize(500, 640);
    QTRY_VERIFY(top(project).y() > top(choice).y() + choice->height());
    QTRY_VERIFY(top(project).x() + project->width() <= page.width());
}

void TestStartPage::remembersProjectsAndTheirArticles()
{
    QVERIFY(recentProjects().isEmpty());
    for (int i = 0; i < mostRecentProjects + 5; ++i)
        rememberProject(QStringLiteral("/news/%1.quoth").arg(i));
    QCOMPARE(recentProjects().size(), mostRecentProjects);
    QCOMPARE(recentProjects().constFirst().path, QStringLiteral("/news/54.quoth"));
    QVERIFY(recentProjects().constFirst().opened.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    rememberArticle(QStringLiteral("/news/30.quoth"), ArticleId(7));
    rememberArticle(QStringLiteral("/news/none.quoth"), ArticleId(8));
    QVERIFY(rememberedArticle(QStringLiteral("/news/30.quoth")) == ArticleId(7));
    QVERIFY(!rememberedArticle(QStringLiteral("/news/31.quoth")));
    QVERIFY(!rememberedArticle(QStringLiteral("/news/none.quoth")));
    rememberProject(QStringLiteral("/news/30.quoth"));
    QCOMPARE(recentProjects().constFirst().path, QStringLiteral("/news/30.quoth"));
    QVERIFY(rememberedArticle(QStringLiteral("/news/30.quoth")) == ArticleId(7));
    QCOMPARE(recentProjects().size(), mostRecentProjects);
    forgetProject(QStringLiteral("/news/30.quoth"));
    QVERIFY(!rememberedArticle(QStringLiteral("/news/30.quoth")));
    QCOMPARE(recentProjects().size(), mostRecentProjects - 1);
}

void TestStartPage::readsTheListOfEarlierVersions()
{
    QSettings().setValue(QStringLiteral("recentProjects"),
                         QStringList{QStringLiteral("/news/a.quoth"), QStringLiteral("/news/b.quoth")});
    QCOMPARE(recentProjects().size(), 2);
    rememberProject(QStringLiteral("/news/b.quoth"));
    QCOMPARE(recentProjects().size(), 2);
    QCOMPARE(recentProjects().constFirst().path, QStringLiteral("/news/b.quoth"));
    QVERIFY(!QSettings().contains(QStringLiteral("recentProjects")));
}

void TestStartPage::opensTheArticleThatWasOpenLast()
{
    const QString path = m_folder.filePath(QStringLiteral("sample.quoth"));
    const auto open = [&path](MainWindow &window) {
        window.QWidget::show();
        return QTest::qWaitForWindowActive(&window) && window.openSampleProject(path)
            && QTest::qWaitFor([&window] { return window.desk()->workbench().model().isOpen(); }, 30000);
    };
    {
        MainWindow window(QStringLiteral("tester"));
        QVERIFY(open(window));
        QCOMPARE(window.desk()->workbench().article().id.number(), 2); // the first with something to review
        window.desk()->session().openArticle(ArticleId(3));
        QTRY_COMPARE_WITH_TIMEOUT(window.desk()->workbench().article().id.number(), 3, 30000);
    }
    {
        MainWindow window(QStringLiteral("tester"));
        QVERIFY(open(window));
        QCOMPARE(window.desk()->workbench().article().id.number(), 3);
        window.desk()->articleList().namedActions().remove->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.desk()->session().isSaved(), 30000);
        rememberArticle(path, ArticleId(3)); // whatever was opened in its place
    }
    MainWindow window(QStringLiteral("tester"));
    QVERIFY(open(window));
    QCOMPARE(window.desk()->workbench().article().id.number(), 2);
}

void TestStartPage::saysWhatToDoInAnEmptyProject()
{
    MainWindow window(QStringLiteral("tester"));
    window.QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(window.createProject(m_folder.filePath(QStringLiteral("empty.quoth"))));
    auto *pane = window.findChild<QLabel *>(QStringLiteral("article.empty"));
    QTRY_VERIFY_WITH_TIMEOUT(pane->isVisible(), 30000);
    QVERIFY2(pane->text().contains(QStringLiteral("Ctrl+I")), qPrintable(pane->text()));
    auto *list = window.findChild<QLabel *>(QStringLiteral("articles.empty"));
    QTRY_VERIFY_WITH_TIMEOUT(list->text().contains(QStringLiteral("Ctrl+I")), 30000);
}

QTEST_MAIN(TestStartPage)
#include "test_startpage.moc"
