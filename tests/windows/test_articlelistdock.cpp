// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openproject.h"

#include <app/windows/articledrag.h>
#include <app/windows/articlelistdock.h>
#include <app/windows/workbench.h>
#include <widgets/articlelistdelegate.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;
using Storage::ArticleSummary;
using Widgets::ArticleListDelegate;

namespace {

ArticleSummary summary(qint64 id, int suggested, int reviewed)
{
    ArticleSummary article;
    article.id = ArticleId(id);
    article.externalId = QStringLiteral("a%1").arg(id);
    article.meta.published = QStringLiteral("2022-02-12");
    article.suggested = suggested;
    article.reviewed = reviewed;
    return article;
}

} // namespace

class TestArticleListDock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysInWordsHowFarAnArticleIs_data();
    void saysInWordsHowFarAnArticleIs();
    void keepsItsRowsWhenArticlesChangeOrAreAdded();
    void narrowsWhileTyping();
    void findsWordsInTheTexts_data();
    void findsWordsInTheTexts();
    void opensByClickAndByEnter();
    void goesToTheNextAndThePreviousArticle();
    void focusesTheFilterByItsKey();
    void followsEditsOnceTheyAreSaved();
    void showsArticlesThatCameLater();
    void followsAnEditOfAnArticleThatWasLeftAtOnce();
    void choosesOneArticleWithAKeyHeld();
    void passesDroppedFilesOn();
    void dragsWhatIsChosenOutAsAFileAndAsWords();
    void copiesWhatIsChosenByKey();
    void leavesOneArticleItsNameInAFile();
    void saysWhatToDoWithoutArticles();

private:
    void open(const QList<Test::Sample> &samples);
    QLineEdit *filter() const { return m_dock->findChild<QLineEdit *>(QStringLiteral("articles.filter")); }
    QListView *list() const { return m_dock->findChild<QListView *>(QStringLiteral("articles.list")); }
    QStringList titles() const;
    /// Drags the row out with the mouse, and gives what is dragged, once the drag has been let go of by Esc.
    std::unique_ptr<QMimeData> drag(int row);
    QString opened() const { return m_session->model().isOpen() ? m_session->model().article().externalId : QString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Editing::EditSession> m_session;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<QMainWindow> m_window;
    ArticleListDock *m_dock = nullptr;
};

void TestArticleListDock::init()
{
    open({{QStringLiteral("a1"), QStringLiteral("Harbour plan passes"), QStringLiteral("The Gull"), QStringLiteral("[S1:Ann] [C1:said] [Q1:so] on the quay.")},
          {QStringLiteral("a2"), QStringLiteral("Rail strike ends"), QStringLiteral("The Signal"), QStringLiteral("Nobody spoke: 100% quiet, \u041C\u043E\u0441\u043A\u0432\u0430 too.")},
          {QStringLiteral("a3"), QString(), QStringLiteral("The Gull"), QStringLiteral("A text of the harbour's master.")}});
}

void TestArticleListDock::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_session.reset();
}

void TestArticleListDock::open(const QList<Test::Sample> &samples)
{
    cleanup();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = Test::openProject(*m_folder, samples);
    m_bench = std::make_unique<Workbench>(*m_session);
    m_window = std::make_unique<QMainWindow>();
    m_dock = new ArticleListDock(*m_bench);
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    m_window->resize(500, 500);
    QSignalSpy refreshed(m_dock, &ArticleListDock::refreshed);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.count(), 1, 30000);
}

QStringList TestArticleListDock::titles() const
{
    QStringList result;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        result.append(list()->model()->index(row, 0).data().toString());
    return result;
}

void TestArticleListDock::saysInWordsHowFarAnArticleIs_data()
{
    QTest::addColumn<int>("suggested");
    QTest::addColumn<int>("reviewed");
    QTest::addColumn<QString>("words");
    QTest::addColumn<double>("share");
    QTest::newRow("untouched") << 0 << 0 << QStringLiteral("no highlights yet") << 0.0;
    QTest::newRow("new") << 14 << 0 << QStringLiteral("new \u00B7 14 suggestion(s)") << 0.0;
    QTest::newRow("under way") << 12 << 4 << QStringLiteral("12 Feb 2022 \u00B7 4 of 16 reviewed") << 0.25;
    QTest::newRow("done") << 0 << 3 << QStringLiteral("done \u2713") << 1.0;
}

void TestArticleListDock::saysInWordsHowFarAnArticleIs()
{
    QFETCH(int, suggested);
    QFETCH(int, reviewed);
    ArticleListModel model;
    model.setSummaries({summary(7, suggested, reviewed)});
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("a7"));
    QTEST(model.index(0).data(ArticleListDelegate::SubtitleRole).toString(), "words");
    QTEST(model.index(0).data(ArticleListDelegate::ProgressRole).toDouble(), "share");
}

void TestArticleListDock::keepsItsRowsWhenArticlesChangeOrAreAdded()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ArticleFilter filter(model);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setSummaries({summary(1, 2, 0), summary(2, 0, 0)});
    QCOMPARE(inserted.count(), 1);
    const QPersistentModelIndex second = model.index(1);
    model.setSummaries({summary(1, 1, 1), summary(2, 0, 0), summary(5, 0, 0)});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(second.row(), 1);
    model.updateSummary(summary(2, 3, 0));
    model.updateSummary(summary(2, 3, 0));
    model.updateSummary(summary(99, 3, 0));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(reset.count(), 0);
    model.setSummaries({summary(5, 0, 0)});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), 1);
}

void TestArticleListDock::narrowsWhileTyping()
{
    QTest::keyClicks(filter(), QStringLiteral("rail"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Rail strike ends")});
    QTest::keyClick(filter(), Qt::Key_Escape);
    QCOMPARE(titles().size(), 3);
    QTest::keyClicks(filter(), QStringLiteral("GULL"));
    QCOMPARE(titles(), (QStringList{QStringLiteral("Harbour plan passes"), QStringLiteral("a3")}));
    QTest::keyClicks(filter(), QStringLiteral("zzz"));
    QTRY_VERIFY_WITH_TIMEOUT(!list()->isVisible(), 30000);
    auto *empty = m_dock->findChild<QLabel *>(QStringLiteral("articles.empty"));
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains(QStringLiteral("GULLzzz")));
}

void TestArticleListDock::findsWordsInTheTexts_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("a word") << QStringLiteral("QUAY") << QStringList{QStringLiteral("Harbour plan passes")};
    QTest::newRow("title and text") << QStringLiteral("harbour") << QStringList{QStringLiteral("Harbour plan passes"), QStringLiteral("a3")};
    QTest::newRow("a wildcard is a character") << QStringLiteral("0%") << QStringList{QStringLiteral("Rail strike ends")};
    QTest::newRow("Cyrillic in another case") << QStringLiteral("\u043C\u043E\u0441\u043A\u0432\u0430") << QStringList{QStringLiteral("Rail strike ends")};
}

void TestArticleListDock::findsWordsInTheTexts()
{
    QFETCH(QString, needle);
    QFETCH(QStringList, found);
    filter()->setFocus();
    for (const QChar c : std::as_const(needle))
        QTest::sendKeyEvent(QTest::Click, filter(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    QTRY_COMPARE_WITH_TIMEOUT(titles(), found, 30000);
}

void TestArticleListDock::opensByClickAndByEnter()
{
    const QRect third = list()->visualRect(list()->model()->index(2, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, third.center());
    QTRY_COMPARE_WITH_TIMEOUT(opened(), QStringLiteral("a3"), 30000);
    QCOMPARE(list()->currentIndex().row(), 2);
    QTest::keyClick(list(), Qt::Key_Up);
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(opened(), QStringLiteral("a2"), 30000);
    QTest::keyClicks(filter(), QStringLiteral("plan"));
    QTest::keyClick(filter(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(opened(), QStringLiteral("a1"), 30000);
    QCOMPARE(list()->currentIndex().row(), 0);
}

void TestArticleListDock::goesToTheNextAndThePreviousArticle()
{
    for (const char *wanted : {"a1", "a2", "a3"}) {
        QVERIFY(m_dock->namedActions().next->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(opened(), QLatin1String(wanted), 30000);
    }
    QVERIFY(!m_dock->namedActions().next->isEnabled());
    // Two steps at once go two articles, though none has been read yet.
    QTest::keyClick(m_window.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(opened(), QStringLiteral("a1"), 30000);
    QVERIFY(!m_dock->namedActions().previous->isEnabled());
}

void TestArticleListDock::focusesTheFilterByItsKey()
{
    list()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(filter()->hasFocus());
    QTest::keyClick(filter(), Qt::Key_Down);
    QVERIFY(list()->hasFocus());
    QVERIFY(list()->currentIndex().isValid());
}

void TestArticleListDock::followsEditsOnceTheyAreSaved()
{
    QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(opened(), QStringLiteral("a2"), 30000);
    const auto subtitle = [this] { return list()->model()->index(1, 0).data(ArticleListDelegate::SubtitleRole).toString(); };
    QCOMPARE(subtitle(), QStringLiteral("no highlights yet"));
    m_bench->commit(m_bench->edits().addSpan(QStringLiteral("Claim"), {{0, 6}}));
    QTRY_COMPARE_WITH_TIMEOUT(subtitle(), QStringLiteral("done \u2713"), 30000);
    m_session->undo();
    QTRY_COMPARE_WITH_TIMEOUT(subtitle(), QStringLiteral("no highlights yet"), 30000);
}

void TestArticleListDock::followsAnEditOfAnArticleThatWasLeftAtOnce()
{
    QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(opened(), QStringLiteral("a1"), 30000);
    m_bench->commit(m_bench->edits().addSpan(QStringLiteral("Claim"), {{0, 3}}));
    m_session->openArticle(ArticleId(2)); // before the list has looked
    QTRY_COMPARE_WITH_TIMEOUT(opened(), QStringLiteral("a2"), 30000);
    const auto reviewed = [this] { return m_dock->articles().summary(0).reviewed; };
    QTRY_COMPARE_WITH_TIMEOUT(reviewed(), 2, 30000);
    m_session->undo(); // in the other article
    QTRY_COMPARE_WITH_TIMEOUT(reviewed(), 1, 30000);
}

void TestArticleListDock::choosesOneArticleWithAKeyHeld()
{
    QWindow *window = m_window->windowHandle(); // so that the program knows of a held key
    for (const char *wanted : {"a1", "a2", "a3"}) {
        QTest::keyPress(window, Qt::Key_Control, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(opened(), QLatin1String(wanted), 30000);
        QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    }
    QTest::keyRelease(window, Qt::Key_Control);
}

void TestArticleListDock::showsArticlesThatCameLater()
{
    const bool added = m_session->project().call([](Storage::Project &project) {
        Annotation::AnnotatedArticle article = Test::parse(QStringLiteral("Later news."));
        article.article.externalId = QStringLiteral("a4");
        return bool(project.addArticle(article, {}, {}));
    });
    QVERIFY(added);
    m_dock->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 4, 30000);
}

void TestArticleListDock::passesDroppedFilesOn()
{
    QSignalSpy dropped(m_dock, &ArticleListDock::filesDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/one.txt")), QUrl(QStringLiteral("https://example.org/two"))});
    QWidget *target = list()->viewport();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.at(0).at(0).toStringList(), QStringList{QStringLiteral("/tmp/one.txt")});
}

std::unique_ptr<QMimeData> TestArticleListDock::drag(int row)
{
    std::unique_ptr<QMimeData> dragged;
    auto *drag = list()->findChild<ArticleDrag *>();
    connect(drag, &ArticleDrag::begins, m_dock, [&dragged, window = m_window->windowHandle()](const QMimeData &data) {
        dragged = std::make_unique<QMimeData>();
        dragged->setUrls(data.urls());
        dragged->setText(data.text());
        QTimer::singleShot(0, window, [window] { QTest::keyClick(window, Qt::Key_Escape); });
    });
    // Given to the window, so that the program knows of a pressed button.
    QWindow *window = m_window->windowHandle();
    const QPoint from = list()->viewport()->mapTo(m_window.get(), list()->visualRect(list()->model()->index(row, 0)).center());
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    QTest::mouseMove(window, from + QPoint(QApplication::startDragDistance(), 0));
    QTest::mouseMove(window, from + QPoint(3 * QApplication::startDragDistance(), 0));
    if (!QTest::qWaitFor([&dragged] { return dragged != nullptr; }, 30000))
        return nullptr;
    QTest::mouseRelease(window, Qt::LeftButton, {}, from);
    return dragged;
}

void TestArticleListDock::dragsWhatIsChosenOutAsAFileAndAsWords()
{
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    const auto data = drag(1);
    QVERIFY(data);
    QCOMPARE(data->text(),
             QStringLiteral("Ann said so on the quay.\n\nNobody spoke: 100% quiet, \u041C\u043E\u0441\u043A\u0432\u0430 too."));
    QCOMPARE(data->urls().size(), 1);
    QFile file(data->urls().constFirst().toLocalFile());
    QVERIFY(file.fileName().endsWith(QStringLiteral("/news.jsonl")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains("\"a1\"") && lines[0].contains("\"Speaker\""));
    QVERIFY(lines[1].contains("\"a2\""));
}

void TestArticleListDock::copiesWhatIsChosenByKey()
{
    QSignalSpy told(m_dock, &ArticleListDock::told);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 30000);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->text().startsWith(QStringLiteral("Nobody spoke")));
    QVERIFY(QFileInfo(data->urls().value(0).toLocalFile()).size() > 0);
}

void TestArticleListDock::leavesOneArticleItsNameInAFile()
{
    open({{QStringLiteral("../wire: 7/\u043C\u043E\u0441\u0442"), QStringLiteral("Wire"), QString(),
           QStringLiteral("Nobody spoke.")}});
    const auto data = drag(0);
    QVERIFY(data);
    QCOMPARE(data->text(), QStringLiteral("Nobody spoke."));
    const QFileInfo file(data->urls().constFirst().toLocalFile());
    QCOMPARE(file.fileName(), QStringLiteral("_.._wire_ 7_\u043C\u043E\u0441\u0442.jsonl"));
    QVERIFY(file.exists());
}

void TestArticleListDock::saysWhatToDoWithoutArticles()
{
    open({});
    auto *empty = m_dock->findChild<QLabel *>(QStringLiteral("articles.empty"));
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains(QStringLiteral("drop them here")));
    QVERIFY(!m_dock->namedActions().next->isEnabled());
    QVERIFY(!m_dock->namedActions().previous->isEnabled());
    QVERIFY(m_dock->namedActions().focusFilter->isEnabled());
    QVERIFY(m_dock->namedActions().byUncertainty->isEnabled());
}

QTEST_MAIN(TestArticleListDock)
#include "test_articlelistdock.moc"
