// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <app/windows/articlelistdock.h>
#include <app/windows/articlepane.h>
#include <app/windows/exchangetasks.h>

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressDialog>
#include <QStatusBar>
#include <QTemporaryDir>

using namespace Quoth;
using namespace Quoth::Windows;

namespace {

constexpr int patience = 30000; // milliseconds
const QByteArray news("Bridge closed\nMayor Ana Moreau said the bridge was closed. \"It is not safe,\" Moreau said.\n");

} // namespace

/// Articles that come into the window and go from it, and what undo makes of that.
class TestImporting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Test::WindowFixture::useOwnSettings("quoth-test-importing"); }
    void cleanup();
    void undoesAWholeImportByOneKey();
    void asksBeforeItTakesTheWayBackToWhatWasUndone();
    void tellsWithoutItsProgressInTheWay();
    void makesAnArticleOfCopiedText();
    void takesCopiedFiles();
    void saysThatNothingIsCopied();
    void removesTheOpenArticleAndOpensTheNext();
    void removesSeveralAtOnce();
    void showsThatNothingIsLeft();

private:
    void openEmptyWindow();
    void waitForImport();
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    ProjectDesk &desk() { return *m_window->desk(); }
    int rows() { return desk().articleList().articles().rowCount(); }
    bool saysThatThereAreNone() { return desk().articleList().findChild<QLabel *>(QStringLiteral("articles.empty"))->isVisible(); }

    static QList<Test::Sample> samples()
    {
        return {{QStringLiteral("a1"), QStringLiteral("Harbour plan"), QString(), QStringLiteral("[S1:Ann] [C1:said] [Q1:so].")},
                {QStringLiteral("a2"), QStringLiteral("Rail strike"), QString(), QStringLiteral("Nobody spoke.")},
                {QStringLiteral("a3"), QStringLiteral("Mill closes"), QString(), QStringLiteral("It is quiet there.")}};
    }
    static ArticleId openIn(Test::WindowFixture &fixture) { return fixture.bench().model().isOpen() ? fixture.bench().article().id : ArticleId(99); }
    static void remove(Test::WindowFixture &fixture) { fixture.window().findChild<QAction *>(QStringLiteral("article.remove"))->trigger(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TestImporting::cleanup()
{
    m_window.reset();
    m_dir.reset();
}

void TestImporting::openEmptyWindow()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(QStringLiteral("me"));
    m_window->resize(1280, 800);
    m_window->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->createProject(m_dir->filePath(QStringLiteral("p.quoth"))));
    QTRY_VERIFY_WITH_TIMEOUT(saysThatThereAreNone(), patience);
}

void TestImporting::waitForImport()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desk() && desk().workbench().model().isOpen(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), patience);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestImporting::undoesAWholeImportByOneKey()
{
    openEmptyWindow();
    m_window->openFiles({write(QStringLiteral("news.txt"), news)});
    waitForImport();
    QTRY_VERIFY_WITH_TIMEOUT(desk().workbench().index().attributionCount() >= 2, patience);
    const auto found = desk().workbench().index().attributionCount();
    QCOMPARE(desk().session().undoState().undoTitle, QStringLiteral("import news.txt"));
    Test::WindowFixture::key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!desk().workbench().model().isOpen());
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(saysThatThereAreNone(), patience);
    QVERIFY(!desk().session().undoState().canUndo);
    QVERIFY(!m_window->findChild<QAction *>(QStringLiteral("article.remove"))->isEnabled());
    // Nothing stands where the article was, neither a line of its data nor a caret.
    const QImage left = desk().pane().view().viewport()->grab(QRect(20, 10, 500, 200)).toImage();
    const QImage blank(left.size(), left.format());
    QImage even = blank;
    even.fill(left.pixelColor(0, 0));
    QCOMPARE(left, even);
    Test::WindowFixture::key(Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(desk().workbench().model().isOpen());
    QCOMPARE(desk().workbench().index().attributionCount(), found);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!saysThatThereAreNone(), patience);
}

void TestImporting::asksBeforeItTakesTheWayBackToWhatWasUndone()
{
    openEmptyWindow();
    m_window->openFiles({write(QStringLiteral("news.txt"), news)});
    waitForImport();
    Test::WindowFixture::key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk().session().undoState().canRedo, patience);
    bool asked = false;
    Test::WindowFixture::whenOneComesUp([&asked](QWidget *box) {
        asked = true;
        QTest::keyClick(box, Qt::Key_Return); // the default leaves all as it is
    });
    m_window->openFiles({write(QStringLiteral("more.txt"), "Mill closed\nNobody said why.\n")});
    QVERIFY(asked);
    QVERIFY(desk().session().undoState().canRedo);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    Test::WindowFixture::key(Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
}

void TestImporting::tellsWithoutItsProgressInTheWay()
{
    openEmptyWindow();
    const QString file = write(QStringLiteral("news.txt"), news);
    m_window->openFiles({file});
    waitForImport();
    int left = -1;
    Test::WindowFixture::whenOneComesUp([this, &left](QWidget *box) {
        if (!qobject_cast<QMessageBox *>(box))
            return;
        left = int(m_window->findChildren<QProgressDialog *>().size());
        box->close();
    });
    m_window->openFiles({file}); // is there already, which is told
    QTRY_COMPARE_WITH_TIMEOUT(left, 0, patience);
}

void TestImporting::makesAnArticleOfCopiedText()
{
    openEmptyWindow();
    QGuiApplication::clipboard()->setText(QStringLiteral("Mill closes: \U0001F600\n\nIt is quiet in the old mill now.\n"));
    Test::WindowFixture::key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    waitForImport();
    QCOMPARE(desk().workbench().article().meta.title, QStringLiteral("Mill closes: \U0001F600"));
    QVERIFY(desk().workbench().article().text.contains(QStringLiteral("It is quiet in the old mill now.")));
}

void TestImporting::takesCopiedFiles()
{
    openEmptyWindow();
    auto *files = new QMimeData; // the clipboard's from now on
    files->setUrls({QUrl::fromLocalFile(write(QStringLiteral("news.txt"), news))});
    QGuiApplication::clipboard()->setMimeData(files);
    desk().exchange().importFromClipboard();
    waitForImport();
    QCOMPARE(desk().workbench().article().externalId, QStringLiteral("news"));
}

void TestImporting::saysThatNothingIsCopied()
{
    openEmptyWindow();
    QGuiApplication::clipboard()->setText(QStringLiteral(" \n"));
    desk().exchange().importFromClipboard();
    QVERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("clipboard")));
    QCOMPARE(rows(), 0);
}

void TestImporting::removesTheOpenArticleAndOpensTheNext()
{
    Test::WindowFixture fixture(samples());
    const auto &list = fixture.desk().articleList().articles();
    QTRY_COMPARE_WITH_TIMEOUT(list.rowCount(), 3, patience);
    QCOMPARE(openIn(fixture), ArticleId(1));
    remove(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(fixture), ArticleId(2), patience);
    QCOMPARE(list.rowCount(), 2);
    QVERIFY(fixture.session().undoState().canUndo);
    fixture.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(fixture), ArticleId(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(list.rowCount(), 3, patience);
    QCOMPARE(fixture.printed(), samples()[0].markup);
    // After the last in the list comes the one before it.
    fixture.openArticle(3);
    remove(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(fixture), ArticleId(2), patience);
    QCOMPARE(list.rowCount(), 2);
}

void TestImporting::removesSeveralAtOnce()
{
    Test::WindowFixture fixture(samples());
    const auto &articles = fixture.desk().articleList().articles();
    QTRY_COMPARE_WITH_TIMEOUT(articles.rowCount(), 3, patience);
    auto *list = fixture.window().findChild<QListView *>(QStringLiteral("articles.list"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(list->selectionModel()->selectedIndexes().size(), 2);
    remove(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(fixture), ArticleId(3), patience);
    QCOMPARE(articles.rowCount(), 1);
    fixture.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(articles.rowCount(), 3, patience);
    QVERIFY(!fixture.session().undoState().canUndo);
}

void TestImporting::showsThatNothingIsLeft()
{
    Test::WindowFixture fixture(samples().mid(0, 1));
    const auto &articles = fixture.desk().articleList().articles();
    QTRY_COMPARE_WITH_TIMEOUT(articles.rowCount(), 1, patience);
    remove(fixture);
    QVERIFY(!fixture.bench().model().isOpen());
    QTRY_COMPARE_WITH_TIMEOUT(articles.rowCount(), 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().findChild<QLabel *>(QStringLiteral("articles.empty"))->isVisible(), patience);
    fixture.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(fixture), ArticleId(1), patience);
    QCOMPARE(fixture.printed(), samples()[0].markup);
}

QTEST_MAIN(TestImporting)
#include "test_importing.moc"
