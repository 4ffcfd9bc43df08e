// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>

#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Windows;

class TestRefusals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void tellsWhenTheDiskIsFullAndGoesBackToIt();
    void tellsOfAnEditThatDoesNotFitAndGoesBack_data();
    void tellsOfAnEditThatDoesNotFitAndGoesBack();
    void tellsASecondWindowThatTheProjectIsOpen();

private:
    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view(), Qt::Key(key), modifiers); }
    void label(const char *words, int labelKey);
    void waitUntilSaved() { QTRY_VERIFY_WITH_TIMEOUT(desk().session().isSaved(), 30000); }
    ProjectDesk &desk() { return *m_window->desk(); }
    Widgets::ArticleView &view() { return desk().pane().view(); }
    qsizetype spans() { return desk().workbench().index().spanCount(); }
    QString file() const { return m_dir->filePath(QStringLiteral("p.quoth")); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TestRefusals::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test"));
}

void TestRefusals::init()
{
    QSettings().clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(QStringLiteral("tester"));
    m_window->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->createProject(file()));
    const auto added = desk().session().project().call([](Storage::Project &project) {
        AnnotatedArticle article;
        article.article.externalId = QStringLiteral("a1");
        article.article.text = QStringLiteral("\U0001F600 First words here.\n\nLast words there.");
        return project.addArticle(article, {}, {});
    });
    QVERIFY(added);
    desk().session().openArticle(*added);
    QTRY_VERIFY_WITH_TIMEOUT(desk().workbench().model().isOpen(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(view().hasFocus(), 30000);
}

void TestRefusals::cleanup()
{
    m_window.reset();
    m_dir.reset();
}

void TestRefusals::label(const char *words, int labelKey)
{
    const QString sought = QString::fromUtf8(words);
    const qsizetype begin = desk().workbench().article().text.indexOf(sought);
    QVERIFY(begin >= 0);
    view().setSelection(qint32(begin), qint32(begin + sought.size()));
    key(labelKey);
}

void TestRefusals::tellsWhenTheDiskIsFullAndGoesBackToIt()
{
    label("First", Qt::Key_4);
    waitUntilSaved();
    desk().session().project().call([](Storage::Project &project) {
        const qint64 pages = project.database().value(QStringLiteral("PRAGMA page_count"))->toLongLong();
        return bool(project.database().value(QStringLiteral("PRAGMA max_page_count=%1").arg(pages)));
    });
    QString told;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&told] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            told = box->text();
            box->accept();
        }
    });
    watch.start(10);
    int made = 1;
    for (; told.isEmpty() && made < 500; ++made) {
        label("words", made % 2 ? Qt::Key_4 : Qt::Key_5);
        label("here", made % 2 ? Qt::Key_4 : Qt::Key_5);
        key(Qt::Key_Delete);
        waitUntilSaved();
    }
    QVERIFY2(told.contains(QStringLiteral("The disk is full")), qPrintable(told));
    waitUntilSaved();
    const auto onDisk = desk().session().project().call([](Storage::Project &project) { return project.article(ArticleId(1)); });
    QCOMPARE(AnnotationIndex(onDisk->annotations).toAnnotations(), desk().workbench().index().toAnnotations());
    // With room again, work goes on.
    desk().session().project().call([](Storage::Project &project) {
        return bool(project.database().value(QStringLiteral("PRAGMA max_page_count=100000")));
    });
    watch.stop();
    m_window->activateWindow();
    QTRY_VERIFY(view().hasFocus());
    const qsizetype before = spans();
    label("Last", Qt::Key_4);
    waitUntilSaved();
    QCOMPARE(spans(), before + 1);
    while (desk().session().undoState().canUndo)
        key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(spans(), 0);
}

void TestRefusals::tellsOfAnEditThatDoesNotFitAndGoesBack_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<qint32>("begin");
    QTest::addColumn<qint32>("end");
    QTest::addColumn<qint64>("speaker");
    QTest::addColumn<QString>("told");
    QTest::newRow("past the end") << QStringLiteral("Claim") << 10 << 900000 << qint64(0) << QStringLiteral("does not fit the text");
    QTest::newRow("backwards") << QStringLiteral("Claim") << 20 << 10 << qint64(0) << QStringLiteral("does not fit the text");
    QTest::newRow("before the begin") << QStringLiteral("Claim") << -5 << 10 << qint64(0) << QStringLiteral("does not fit the text");
    QTest::newRow("no such label") << QStringLiteral("Ghost") << 10 << 20 << qint64(0) << QStringLiteral("no label \"Ghost\"");
    QTest::newRow("no such speaker") << QStringLiteral("Claim") << 10 << 20 << qint64(77) << QStringLiteral("does not fit what is in the project");
}

void TestRefusals::tellsOfAnEditThatDoesNotFitAndGoesBack()
{
    QFETCH(QString, label);
    QFETCH(qint32, begin);
    QFETCH(qint32, end);
    QFETCH(qint64, speaker);
    QFETCH(QString, told);
    this->label("First", Qt::Key_4);
    waitUntilSaved();
    Span span;
    span.id = desk().session().ids().span();
    span.label = label;
    span.fragments = {{begin, end}};
    if (speaker > 0)
        span.speaker = SpeakerId(speaker);
    Edit edit;
    edit.title = QStringLiteral("misfit");
    edit.article = ArticleId(1);
    edit.changes = {ChangeOf<Span>{std::nullopt, span}};
    QString said;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&said] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            said = box->text();
            box->accept();
        }
    });
    watch.start(10);
    desk().workbench().commit(edit);
    m_window->grab(); // it is painted before it is refused
    QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), 30000);
    QVERIFY2(said.contains(told), qPrintable(said));
    waitUntilSaved();
    QCOMPARE(spans(), 1);
    const auto onDisk = desk().session().project().call([](Storage::Project &project) { return project.article(ArticleId(1)); });
    QCOMPARE(AnnotationIndex(onDisk->annotations).toAnnotations(), desk().workbench().index().toAnnotations());
    QCOMPARE(desk().session().undoState().undoTitle, QStringLiteral("label as Claim"));
}

void TestRefusals::tellsASecondWindowThatTheProjectIsOpen()
{
    MainWindow second(QStringLiteral("another"));
    second.QWidget::show();
    QString said;
    QTimer::singleShot(0, this, [&said] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        said = box->text();
        box->accept();
    });
    QVERIFY(!second.openProject(file()));
    QVERIFY2(said.contains(QStringLiteral("already open")) && said.contains(QStringLiteral("Close it there first")), qPrintable(said));
    QVERIFY(!second.desk());
    second.hide();
    m_window->activateWindow();
    QTRY_VERIFY(view().hasFocus());
    label("First", Qt::Key_4);
    waitUntilSaved();
    QCOMPARE(spans(), 1);
}

QTEST_MAIN(TestRefusals)
#include "test_refusals.moc"
