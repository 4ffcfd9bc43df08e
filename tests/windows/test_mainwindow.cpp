// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/editing/reviewqueue.h>
#include <app/windows/articlelistdock.h>
#include <app/windows/articlepane.h>
#include <app/windows/exchangetasks.h>
#include <app/windows/mainwindow.h>
#include <app/windows/statusline.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Windows;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void reviewsTheSampleByKeysAlone();
    void buildsAnAttributionInReadingOrder();
    void buildsAnAttributionFromItsContent();
    void beginsAnotherAttributionWhenOneIsWhole();
    void joinsInterruptedContentByOneModifier();
    void movesEdgesByWordsAndCharacters();
    void goesThroughThePartsToFix();
    void deletesAndUndoesByKeys();
    void leavesTypingInFieldsAlone();
    void keepsAnEditWhenTheWindowClosesAtOnce();
    void importsAndSuggestsAtOnce();
    void givesTheArticleItsRoomAgainAfterARestart();
    void tellsWhatIsWrongWithAProject();
    void givesEveryActionAnIdAndItsOwnKeys();
    void namesEveryControl();

private:
    void openText(const QString &text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&desk().pane().view(), key, modifiers); }
    void select(const char *words);
    ProjectDesk &desk() { return *m_window->desk(); }
    const AnnotationIndex &index() { return desk().workbench().index(); }
    QString role(const Attribution &attribution, const QString &name)
    {
        return roleText(attribution, name, index(), desk().workbench().article().text);
    }
    Attribution only();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test"));
    QSettings().clear();
}

void TestMainWindow::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(QStringLiteral("tester"));
    m_window->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_dir.reset();
}

void TestMainWindow::openText(const QString &text)
{
    QFile file(m_dir->filePath(QStringLiteral("a.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.close();
    QVERIFY(m_window->createProject(m_dir->filePath(QStringLiteral("p.quoth"))));
    auto &session = desk().session();
    const auto added = session.project().call([&text](Storage::Project &project) {
        AnnotatedArticle article;
        article.article.externalId = QStringLiteral("a");
        article.article.text = text;
        return project.addArticle(article, {}, {});
    });
    QVERIFY(added);
    session.openArticle(*added);
    QTRY_VERIFY_WITH_TIMEOUT(desk().workbench().model().isOpen(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(desk().pane().view().hasFocus(), 30000);
}

void TestMainWindow::select(const char *words)
{
    const qsizetype begin = desk().workbench().article().text.indexOf(QString::fromUtf8(words));
    QVERIFY(begin >= 0);
    desk().pane().view().setSelection(qint32(begin), qint32(begin + QString::fromUtf8(words).size()));
}

Attribution TestMainWindow::only()
{
    const auto attributions = index().attributionsInOrder();
    return attributions.size() == 1 ? *index().attribution(attributions[0]) : Attribution();
}

void TestMainWindow::reviewsTheSampleByKeysAlone()
{
    QVERIFY(m_window->openSampleProject(m_dir->filePath(QStringLiteral("sample.quoth"))));
    QTRY_VERIFY_WITH_TIMEOUT(desk().workbench().model().isOpen(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(desk().pane().view().hasFocus(), 30000);
    key(Qt::Key_Tab);
    const auto first = desk().workbench().current();
    QVERIFY(first);
    QVERIFY(Editing::provenanceOf(*first, index()).state == State::Suggested);
    key(Qt::Key_Return);
    QVERIFY(Editing::provenanceOf(*first, index()).state == State::Accepted);
    const auto second = desk().workbench().current();
    QVERIFY(second && second != first);
    key(Qt::Key_Backspace);
    QVERIFY(Editing::provenanceOf(*second, index()).state == State::Rejected);
    key(Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(desk().workbench().current() != second);
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(Editing::provenanceOf(*second, index()).state == State::Suggested);
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(Editing::provenanceOf(*first, index()).state == State::Suggested);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(Editing::provenanceOf(*first, index()).state == State::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(desk().status().savedText(), QStringLiteral("All changes saved"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(desk().status().reviewText().startsWith(QStringLiteral("Review: 1 of ")), 30000);
}

void TestMainWindow::buildsAnAttributionInReadingOrder()
{
    openText(QStringLiteral("The mayor said that the bridge was safe."));
    key(Qt::Key_Home, Qt::ControlModifier);
    key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::Key_1);
    select("said");
    key(Qt::Key_2);
    select("that the bridge was safe");
    key(Qt::Key_3);
    const Attribution attribution = only();
    QCOMPARE(role(attribution, sourceRole), QStringLiteral("The mayor"));
    QCOMPARE(role(attribution, cueRole), QStringLiteral("said"));
    QCOMPARE(role(attribution, contentRole), QStringLiteral("that the bridge was safe"));
    QVERIFY(attribution.kind == Kind::Indirect);
    QVERIFY(attribution.provenance.state == State::Accepted);
}

void TestMainWindow::buildsAnAttributionFromItsContent()
{
    openText(QStringLiteral("\u201CIt is safe,\u201D said the mayor."));
    select("\u201CIt is safe,\u201D");
    key(Qt::Key_A);
    select("said");
    key(Qt::Key_2);
    select("the mayor");
    key(Qt::Key_1);
    const Attribution attribution = only();
    QCOMPARE(role(attribution, sourceRole), QStringLiteral("the mayor"));
    QCOMPARE(role(attribution, contentRole), QStringLiteral("\u201CIt is safe,\u201D"));
    QVERIFY(attribution.kind == Kind::Direct);
}

void TestMainWindow::beginsAnotherAttributionWhenOneIsWhole()
{
    openText(QStringLiteral("Ann said so. Ben said no."));
    for (const auto &[words, label] : std::initializer_list<std::pair<const char *, Qt::Key>>{
             {"Ann", Qt::Key_1}, {"said so", Qt::Key_3}, {"said", Qt::Key_2}, {"Ben", Qt::Key_1}, {"no", Qt::Key_3}}) {
        select(words);
        key(label);
    }
    const auto attributions = index().attributionsInOrder();
    QCOMPARE(attributions.size(), 2);
    QCOMPARE(role(*index().attribution(attributions[1]), sourceRole), QStringLiteral("Ben"));
    QCOMPARE(role(*index().attribution(attributions[1]), contentRole), QStringLiteral("no"));
    QCOMPARE(role(*index().attribution(attributions[1]), cueRole), QString());
}

void TestMainWindow::joinsInterruptedContentByOneModifier()
{
    openText(QStringLiteral("\"Yes,\" she said, \"we can.\""));
    select("\"Yes,\"");
    key(Qt::Key_3);
    select("\"we can.\"");
    key(Qt::Key_3, Qt::ControlModifier);
    const Attribution attribution = only();
    const QList<SpanId> contents = attribution.spans(contentRole);
    QCOMPARE(contents.size(), 1);
    QCOMPARE(index().span(contents[0])->fragments.size(), 2);
}

void TestMainWindow::movesEdgesByWordsAndCharacters()
{
    openText(QStringLiteral("The old mayor of Varmby spoke."));
    select("mayor");
    key(Qt::Key_4);
    const SpanId span = *desk().workbench().currentSpan();
    const auto text = [&] { return textOf(index().span(span)->fragments, desk().workbench().article().text); };
    key(Qt::Key_Q);
    QCOMPARE(text(), QStringLiteral("old mayor"));
    key(Qt::Key_R);
    key(Qt::Key_R);
    QCOMPARE(text(), QStringLiteral("old mayor of Varmby"));
    key(Qt::Key_W);
    key(Qt::Key_E);
    QCOMPARE(text(), QStringLiteral("mayor of"));
    key(Qt::Key_W, Qt::ShiftModifier);
    key(Qt::Key_E, Qt::ShiftModifier);
    QCOMPARE(text(), QStringLiteral("ayor o"));
    key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(text(), QStringLiteral("mayor o"));
}

void TestMainWindow::goesThroughThePartsToFix()
{
    openText(QStringLiteral("Ann said so."));
    for (const auto &[words, label] :
         std::initializer_list<std::pair<const char *, Qt::Key>>{{"Ann", Qt::Key_1}, {"said", Qt::Key_2}, {"so", Qt::Key_3}}) {
        select(words);
        key(label);
    }
    key(Qt::Key_Escape);
    key(Qt::Key_J);
    QStringList parts;
    for (int i = 0; i < 4; ++i) {
        key(Qt::Key_F2);
        parts.append(textOf(index().span(*desk().workbench().currentSpan())->fragments, desk().workbench().article().text));
    }
    QCOMPARE(parts, (QStringList{QStringLiteral("Ann"), QStringLiteral("said"), QStringLiteral("so"), QStringLiteral("Ann")}));
}

void TestMainWindow::deletesAndUndoesByKeys()
{
    openText(QStringLiteral("Ann said so."));
    select("Ann");
    key(Qt::Key_5);
    QCOMPARE(index().spanCount(), 1);
    key(Qt::Key_Delete);
    QCOMPARE(index().spanCount(), 0);
    QVERIFY(!desk().workbench().current());
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(index().spanCount(), 1);
}

void TestMainWindow::leavesTypingInFieldsAlone()
{
    openText(QStringLiteral("Ann said so."));
    select("Ann");
    auto *filter = desk().articleList().findChild<QLineEdit *>();
    QVERIFY(filter);
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("a1 q5"));
    QCOMPARE(filter->text(), QStringLiteral("a1 q5"));
    QCOMPARE(index().spanCount(), 0);
}

void TestMainWindow::keepsAnEditWhenTheWindowClosesAtOnce()
{
    openText(QStringLiteral("Ann said so."));
    const QString path = desk().session().path();
    select("Ann");
    key(Qt::Key_5);
    m_window->close();
    const auto project = Storage::Project::open(path, Storage::Project::Access::ReadOnly);
    QVERIFY(project);
    QCOMPARE((*project)->article(ArticleId(1))->annotations.spans.size(), 1);
}

void TestMainWindow::importsAndSuggestsAtOnce()
{
    QFile file(m_dir->filePath(QStringLiteral("news.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Bridge closed\nMayor Ana Moreau said the bridge was closed. \"It is not safe,\" Moreau said.\n");
    file.close();
    QVERIFY(m_window->createProject(m_dir->filePath(QStringLiteral("p.quoth"))));
    m_window->openFiles({file.fileName()});
    QTRY_VERIFY_WITH_TIMEOUT(desk().workbench().model().isOpen(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(index().attributionCount() >= 2, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(desk().articleList().articles().rowCount(), 1, 30000);
}

void TestMainWindow::givesTheArticleItsRoomAgainAfterARestart()
{
    m_window->resize(1500, 820);
    openText(QStringLiteral("Ann said so."));
    QTRY_VERIFY(desk().pane().width() > 800);
    const int before = desk().pane().width();
    m_window->close();
    m_window = std::make_unique<MainWindow>(QStringLiteral("tester"));
    m_window->QWidget::show();
    QVERIFY(m_window->openProject(m_dir->filePath(QStringLiteral("p.quoth"))));
    QTRY_VERIFY(desk().workbench().model().isOpen());
    QTRY_COMPARE(desk().pane().width(), before);
}

void TestMainWindow::tellsWhatIsWrongWithAProject()
{
    QString told;
    QTimer closer;
    connect(&closer, &QTimer::timeout, this, [&told] {
        if (QWidget *box = QApplication::activeModalWidget()) {
            for (const QLabel *label : box->findChildren<QLabel *>())
                told += label->text();
            box->close();
        }
    });
    closer.start(50);
    QVERIFY(!m_window->openProject(m_dir->filePath(QStringLiteral("none.quoth"))));
    QVERIFY2(told.contains(QStringLiteral("none.quoth")), qPrintable(told));
    QVERIFY(!m_window->desk());
}

void TestMainWindow::givesEveryActionAnIdAndItsOwnKeys()
{
    openText(QStringLiteral("Ann said so."));
    QSet<QString> ids;
    QHash<QKeySequence, QString> keys;
    for (const QAction *action : m_window->allActions()) {
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
        ids.insert(action->objectName());
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        for (const QKeySequence &sequence : action->shortcuts()) {
            QVERIFY2(!keys.contains(sequence), qPrintable(action->objectName() + u' ' + keys.value(sequence)));
            keys.insert(sequence, action->objectName());
        }
    }
}

void TestMainWindow::namesEveryControl()
{
    openText(QStringLiteral("Ann said so."));
    select("Ann");
    key(Qt::Key_5);
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(m_window.get()) || qobject_cast<const QLabel *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool inside = qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr;
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || inside;
        QVERIFY2(named, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
                                   + QStringLiteral(" in ") + widget->parentWidget()->objectName()));
    }
}

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
