// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/base/translation.h>
#include <app/windows/articlepane.h>
#include <app/windows/historydock.h>
#include <app/windows/mainwindow.h>
#include <widgets/labelpalette.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolBar>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Windows;

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void restoresSelectionAndPlaceThroughUndoAndRedo();
    void restoresThemInAnotherArticleAndAfterARestart();
    void tellsWhatWasDoneAndWhereOneIs();
    void stepsBackAndForthByKeys();
    void asksBeforeManyStepsAndStopsAtNo();
    void showsOneArticleAloneAndCountsTheRest();
    void leapsOverHundredsOfStepsAtOnce();
    void followsAnotherSchemaInEveryPart();

private:
    void openProject();
    void openArticle(int number);
    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view(), Qt::Key(key), modifiers); }
    void select(const char *words);
    void label(const char *words, int labelKey);
    void waitUntilSaved() { QTRY_VERIFY_WITH_TIMEOUT(desk().session().isSaved(), 30000); }
    void showHistory();
    /// "*" before where one is, "-" before what was undone.
    QStringList rows();
    ProjectDesk &desk() { return *m_window->desk(); }
    Widgets::ArticleView &view() { return desk().pane().view(); }
    qsizetype spans() { return desk().workbench().index().spanCount(); }
    bool isInSight(qint32 offset)
    {
        const Widgets::Extent visible = view().visibleExtent();
        return visible.begin <= offset && offset < visible.end;
    }
    QListView *list() { return m_window->findChild<QListView *>(QStringLiteral("history.list")); }
    QString file() const { return m_dir->filePath(QStringLiteral("p.quoth")); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TestHistory::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test"));
    installLanguage(*qApp); // for the plurals
}

void TestHistory::init()
{
    QSettings().clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(QStringLiteral("tester"));
    m_window->resize(1200, 700);
    m_window->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->createProject(file()));
    for (int number = 1; number <= 2; ++number) {
        const auto added = desk().session().project().call([number](Storage::Project &project) {
            AnnotatedArticle article;
            article.article.externalId = QStringLiteral("a%1").arg(number);
            article.article.text = QStringLiteral("\U0001F600 First words here.\n\n")
                + QStringLiteral("Nothing of note is said in this paragraph, which only takes up room.\n\n").repeated(80)
                + QStringLiteral("Last words \u05E9\u05DC\u05D5\u05DD there.");
            return project.addArticle(article, {}, {});
        });
        QVERIFY(added);
    }
    openArticle(1);
}

void TestHistory::cleanup()
{
    m_window.reset();
    m_dir.reset();
}

void TestHistory::openArticle(int number)
{
    desk().session().openArticle(ArticleId(number));
    QTRY_VERIFY_WITH_TIMEOUT(desk().workbench().model().isOpen() && desk().workbench().article().id == ArticleId(number), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(view().hasFocus(), 30000);
}

void TestHistory::select(const char *words)
{
    const qsizetype begin = desk().workbench().article().text.indexOf(QString::fromUtf8(words));
    QVERIFY(begin >= 0);
    view().setSelection(qint32(begin), qint32(begin + QString::fromUtf8(words).size()));
}

void TestHistory::label(const char *words, int labelKey)
{
    select(words);
    key(labelKey);
}

void TestHistory::showHistory()
{
    m_window->activateWindow();
    key(Qt::Key_F8);
    QTRY_VERIFY(list()->isVisible());
    QTRY_VERIFY(list()->hasFocus());
    QTRY_VERIFY(list()->model()->rowCount() > 0);
}

QStringList TestHistory::rows()
{
    QStringList result;
    const auto &model = *static_cast<HistoryModel *>(list()->model());
    for (int row = 0; row < model.rowCount(); ++row)
        result.append((row == model.hereRow() ? QStringLiteral("*") : model.point(row).isDone ? QString() : QStringLiteral("-")) + model.point(row).title);
    return result;
}

void TestHistory::restoresSelectionAndPlaceThroughUndoAndRedo()
{
    label("Last words", Qt::Key_4);
    const TextRange last = desk().workbench().selection();
    QCOMPARE(spans(), 1);
    label("First words", Qt::Key_4);
    const TextRange first = desk().workbench().selection();
    key(Qt::Key_Home, Qt::ControlModifier);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk().workbench().selection(), first);
    key(Qt::Key_Home, Qt::ControlModifier);
    QVERIFY(!isInSight(last.begin));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk().workbench().selection(), last);
    QVERIFY(isInSight(last.begin));
    QCOMPARE(spans(), 0);
    key(Qt::Key_Home, Qt::ControlModifier);
    key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(desk().workbench().selection(), last);
    QVERIFY(isInSight(last.begin));
    QCOMPARE(spans(), 1);
}

void TestHistory::restoresThemInAnotherArticleAndAfterARestart()
{
    label("Last words", Qt::Key_4);
    const TextRange last = desk().workbench().selection();
    waitUntilSaved();
    const QString logged = desk().session().project().call([](Storage::Project &project) {
        return project.database().value(QStringLiteral("SELECT changes FROM edits"))->toString();
    });
    // On the disk they are code points: one less, after the emoji.
    const QString selection = QStringLiteral("[[%1,%2],[%1,%2]]").arg(last.begin - 1).arg(last.end - 1);
    QVERIFY2(logged.contains(selection), qPrintable(logged));
    openArticle(2);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk().workbench().article().id, ArticleId(1));
    QCOMPARE(desk().workbench().selection(), last);
    QVERIFY(isInSight(last.begin));
    key(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_window->desk());
    QVERIFY(m_window->openProject(file()));
    openArticle(2);
    key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(desk().workbench().article().id, ArticleId(1));
    QCOMPARE(desk().workbench().selection(), last);
    QVERIFY(isInSight(last.begin));
    QCOMPARE(spans(), 1);
}

void TestHistory::tellsWhatWasDoneAndWhereOneIs()
{
    label("First", Qt::Key_4);
    label("words", Qt::Key_5);
    waitUntilSaved();
    showHistory();
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("*label as Scare quote"), QStringLiteral("label as Claim"), QStringLiteral("import a2"), QStringLiteral("import a1")}));
    const QString read = list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(read.contains(QStringLiteral("tester")) && read.contains(QStringLiteral("a1")) && read.contains(QStringLiteral("is here")), qPrintable(read));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows().mid(0, 2), (QStringList{QStringLiteral("-label as Scare quote"), QStringLiteral("*label as Claim")}));
    // What cannot be redone any more is no point to go to.
    view().setFocus();
    label("here", Qt::Key_4);
    QTRY_COMPARE(rows().mid(0, 2), (QStringList{QStringLiteral("*label as Claim"), QStringLiteral("label as Claim")}));
    QTest::keyClick(list(), Qt::Key_Escape);
    QVERIFY(view().hasFocus());
    key(Qt::Key_F8);
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_F8);
    QVERIFY(!list()->isVisible());
    QVERIFY(view().hasFocus());
}

void TestHistory::stepsBackAndForthByKeys()
{
    label("First", Qt::Key_4);
    label("words", Qt::Key_5);
    waitUntilSaved();
    showHistory();
    auto *go = m_window->findChild<QPushButton *>(QStringLiteral("history.go"));
    QTRY_COMPARE(rows().size(), 4);
    QVERIFY(!go->isEnabled());
    QTest::keyClick(list(), Qt::Key_Down);
    QTRY_COMPARE(go->text(), QStringLiteral("Undo 1 step"));
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(spans(), 1);
    QVERIFY(list()->hasFocus());
    QTRY_COMPARE(rows().mid(0, 2), (QStringList{QStringLiteral("-label as Scare quote"), QStringLiteral("*label as Claim")}));
    QTRY_COMPARE(list()->currentIndex().row(), 1);
    QTest::keyClick(list(), Qt::Key_Up);
    QTRY_COMPARE(go->text(), QStringLiteral("Redo 1 step"));
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(spans(), 2);
    QCOMPARE(desk().workbench().selection().length(), 5);
    QTRY_COMPARE(rows().at(0), QStringLiteral("*label as Scare quote"));
    QVERIFY(desk().session().undoState().canUndo);
    QVERIFY(!desk().session().undoState().canRedo);
}

void TestHistory::asksBeforeManyStepsAndStopsAtNo()
{
    for (int labelKey : {Qt::Key_4, Qt::Key_5, Qt::Key_4})
        label(labelKey == Qt::Key_4 ? "words" : "First", labelKey);
    waitUntilSaved();
    showHistory();
    QTRY_VERIFY(rows().size() >= 4);
    QTest::keyClick(list(), Qt::Key_End);
    const qsizetype before = spans();
    QString question;
    const auto answer = [&question](QMessageBox::ButtonRole role) {
        QTimer::singleShot(0, qApp, [&question, role] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            question = box->text();
            for (QAbstractButton *button : box->buttons()) {
                if (box->buttonRole(button) == role)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        });
    };
    answer(QMessageBox::RejectRole);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(question, QStringLiteral("Undo 2 steps?"));
    QCOMPARE(spans(), before);
    answer(QMessageBox::AcceptRole);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(spans(), 0);
    QVERIFY(!desk().session().undoState().canUndo);
}

void TestHistory::showsOneArticleAloneAndCountsTheRest()
{
    label("First", Qt::Key_4);
    openArticle(2);
    label("words", Qt::Key_5);
    label("First", Qt::Key_4);
    waitUntilSaved();
    openArticle(1);
    showHistory();
    QTRY_COMPARE(rows().size(), 5);
    auto *only = m_window->findChild<QCheckBox *>(QStringLiteral("history.onlyArticle"));
    QTest::mouseClick(only, Qt::LeftButton, {}, QPoint(8, only->height() / 2));
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("*label as Claim"), QStringLiteral("import a1")}));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    auto *hint = m_window->findChild<QLabel *>(QStringLiteral("history.hint"));
    QTRY_COMPARE(m_window->findChild<QPushButton *>(QStringLiteral("history.go"))->text(), QStringLiteral("Undo 3 steps"));
    QTRY_COMPARE(hint->text(), QStringLiteral("2 of them in other articles"));
    openArticle(2);
    QTRY_COMPARE(rows().size(), 3);
}

void TestHistory::leapsOverHundredsOfStepsAtOnce()
{
    label("First", Qt::Key_4);
    const auto changed = desk().session().project().call([](Storage::Project &project) {
        (void)project.database().runOnce(QStringLiteral("PRAGMA synchronous=OFF")); // what is tested is not the disk
        for (int i = 0; i < 600; ++i) {
            Span span = project.article(ArticleId(1))->annotations.spans.constFirst();
            const Span before = span;
            span.note = QString::number(i);
            Edit edit;
            edit.title = QStringLiteral("note %1").arg(i);
            edit.article = ArticleId(1);
            edit.changes = {ChangeOf<Span>{before, span}};
            if (!project.apply(edit, QStringLiteral("someone")))
                return false;
        }
        return true;
    });
    QVERIFY(changed);
    desk().session().refreshUndoState();
    showHistory();
    QTRY_COMPARE(rows().size(), 500);
    QTest::keyClick(list(), Qt::Key_End);
    QTRY_COMPARE(rows().size(), 603); // the rest is read when it is wanted
    QCOMPARE(list()->currentIndex().row(), 499);
    list()->setCurrentIndex(list()->model()->index(600, 0));
    auto *go = m_window->findChild<QPushButton *>(QStringLiteral("history.go"));
    QTRY_COMPARE(go->text(), QStringLiteral("Undo 600 steps"));
    QSignalSpy reset(&desk().workbench().model(), &AnnotationModel::reset);
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(spans(), 1);
    QCOMPARE(desk().session().undoState().redoTitle, QStringLiteral("note 0"));
    QTRY_COMPARE(rows().at(600), QStringLiteral("*label as Claim"));
    const auto entries = desk().session().project().call([](Storage::Project &project) { return project.history(2000); });
    QCOMPARE(entries->size(), 1203);
    QCOMPARE(entries->constFirst().who, QStringLiteral("tester"));
}

void TestHistory::followsAnotherSchemaInEveryPart()
{
    label("First", Qt::Key_4);
    const Schema before = desk().session().schema();
    Schema after = before;
    after.labels[3].title = QStringLiteral("Assertion");
    after.labels[3].guideline = QStringLiteral("Whatever is asserted.");
    after.labels[3].attributes.append({QStringLiteral("weight"), QStringLiteral("Weight"), {}});
    after.labels.append({QStringLiteral("Rumour"), QStringLiteral("Rumour"), QStringLiteral("#112233"), QStringLiteral("#ddeeff"), Mark::Wave, QStringLiteral("6"), QStringLiteral("Hearsay."), false, {}});
    Edit edit;
    edit.title = QStringLiteral("change the schema");
    edit.changes = {ChangeOf<Schema>{before, after}};
    const auto titles = [this] {
        QStringList result;
        for (const Widgets::LabelButton *button : m_window->findChildren<Widgets::LabelButton *>())
            result.append(button->text());
        return result;
    };
    const auto attribute = [this] { return m_window->findChild<QWidget *>(QStringLiteral("attribute.weight")); };
    desk().workbench().commit(edit);
    QVERIFY(titles().contains(QStringLiteral("Assertion")) && titles().contains(QStringLiteral("Rumour")));
    QVERIFY(attribute() && attribute()->isVisible());
    QCOMPARE(m_window->findChild<QLabel *>(QStringLiteral("guideline"))->text(), QStringLiteral("Whatever is asserted."));
    QStringList texts;
    for (const QAction *action : desk().actions())
        texts.append(action->text());
    QVERIFY(texts.contains(QStringLiteral("Label as Rumour")) && !texts.contains(QStringLiteral("Label as Claim")));
    label("here", Qt::Key_6);
    QCOMPARE(spans(), 2);
    QCOMPARE(desk().workbench().index().span(*desk().workbench().currentSpan())->label, QStringLiteral("Rumour"));
    QCOMPARE(view().keysAt(desk().workbench().selection().begin).size(), 1);
    key(Qt::Key_Z, Qt::ControlModifier);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk().session().schema(), before);
    QVERIFY(!titles().contains(QStringLiteral("Rumour")) && titles().contains(QStringLiteral("Claim")));
    QVERIFY(!attribute());
    label("here", Qt::Key_6);
    QCOMPARE(spans(), 1);
    label("here", Qt::Key_4);
    QCOMPARE(spans(), 2);
}

QTEST_MAIN(TestHistory)
#include "test_history.moc"
