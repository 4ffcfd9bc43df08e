// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/inspectordock.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;
using namespace Quoth::Storage;
using namespace Quoth::Windows;

namespace {

const AttributionId minister(1);
const AttributionId spokeswoman(2);

} // namespace

/// A window with the inspector and, in the middle, a field that stands for the article.
class TestInspectorDock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatToDoWhenNothingIsInHand();
    void creditsANewSpeakerThatIsTyped();
    void proposesTheNameThatTheSourceGives();
    void proposesNoDescription();
    void creditsAKnownSpeakerByAnAlias();
    void creditsTheRowThatIsChosenAmongTheOffers();
    void restoresTheSpeakerOnEscape();
    void clearsTheSpeakerByAnEmptyName();
    void keepsWhatIsTypedWhenSomethingElseChanges();
    void changesTheTypeOfTheSpeaker();
    void countsTheMentionsOfTheSpeaker();
    void creditsASpeakerSpanThatStandsAlone();
    void changesTheKind();
    void makesTheSpanOfARoleTheCurrentOne();
    void makesRoomForRowsThatComeBack();
    void commitsTheNoteOnCtrlEnterAndWhenTheFocusLeaves();
    void keepsTheNoteOnEscape();
    void writesTheNoteWhenAnotherItemOrArticleComesToHand();
    void takesANoteOnOnePartOfAnAttribution();
    void setsTheAttributesOfAClaim();
    void showsWhereASuggestionComesFrom();
    void showsTheHistoryOfTheArticle();
    void namesEveryFieldForAssistiveTechnology();

private:
    template<class T>
    T *part(const char *name) const { return m_dock->findChild<T *>(QLatin1String(name)); }
    void openArticle(qint64 id);
    void take(const Item &item) { m_bench->setCurrent(item); }
    QString speakerOfItem(AttributionId id) const;
    QString typeOfSpeaker(AttributionId id) const
    {
        return toString(m_bench->index().speaker(*speakerOf(attribution(id), m_bench->index()))->type);
    }
    const Attribution &attribution(AttributionId id) const { return *m_bench->index().attribution(id); }
    SpanId spanOf(const char *words) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }
    void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<EditSession> m_session;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<QMainWindow> m_window;
    InspectorDock *m_dock = nullptr;
    QLineEdit *m_article = nullptr;
};

void TestInspectorDock::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const QString path = m_dir->filePath(QStringLiteral("p.quoth"));
    {
        auto project = Project::create(path, Test::defaultSchema());
        QVERIFY(project);
        AnnotatedArticle first = Test::parse(QStringLiteral("[S1:Ann Lee] [C1:said] [Q1:the bridge is safe]. [S2:The spokeswoman] [C2:added] "
                                                            "[Q2:“that was all”]. [S:Mayor Odd] left. [L:The bridge opened in 1901]."));
        for (Span &span : first.annotations.spans) {
            if (span.label == u"Claim")
                span.provenance = {State::Suggested, {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1.0")}, 0.75, QStringLiteral("a figure")};
        }
        first.annotations.speakers = {{SpeakerId(1), QStringLiteral("Robert Hall"), SpeakerType::Person, {QStringLiteral("Bob")}, QStringLiteral("Q5")}};
        first.article.externalId = QStringLiteral("a");
        QVERIFY((*project)->addArticle(first, {}, QStringLiteral("me")));
        AnnotatedArticle second = Test::parse(QStringLiteral("Nothing here."));
        second.article.externalId = QStringLiteral("b");
        QVERIFY((*project)->addArticle(second, {}, QStringLiteral("me")));
    }
    auto thread = ProjectThread::start([path] { return Project::open(path, Project::Access::ReadWrite); });
    QVERIFY(thread);
    m_session = std::make_unique<EditSession>(*std::move(thread), QStringLiteral("me"));
    m_bench = std::make_unique<Workbench>(*m_session);
    openArticle(1);
    m_window = std::make_unique<QMainWindow>();
    m_article = new QLineEdit;
    m_window->setCentralWidget(m_article);
    m_dock = new InspectorDock(*m_bench);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_window->resize(900, 700);
    m_article->setReadOnly(true);
    for (QAction *action : m_dock->actions())
        m_window->addAction(action);
    connect(m_dock, &InspectorDock::done, m_article, qOverload<>(&QWidget::setFocus));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_article->setFocus();
}

void TestInspectorDock::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_session.reset();
}

void TestInspectorDock::openArticle(qint64 id)
{
    QSignalSpy opened(m_session.get(), &EditSession::articleOpened);
    m_session->openArticle(ArticleId(id));
    QVERIFY(opened.wait(30000));
}

QString TestInspectorDock::speakerOfItem(AttributionId id) const
{
    const auto speaker = speakerOf(attribution(id), m_bench->index());
    return speaker ? m_bench->index().speaker(*speaker)->name : QString();
}

SpanId TestInspectorDock::spanOf(const char *words) const
{
    for (const auto &entry : m_bench->index().spansInOrder()) {
        if (textOf(m_bench->index().span(entry.id)->fragments, m_bench->article().text) == QString::fromUtf8(words))
            return entry.id;
    }
    qFatal("no span %s", words);
}

void TestInspectorDock::saysWhatToDoWhenNothingIsInHand()
{
    QVERIFY(part<QLabel>("hint")->isVisible());
    QVERIFY(!part<QLineEdit>("speakerName")->isVisible());
    QVERIFY(!m_dock->namedActions().setSpeaker->isEnabled());
    QVERIFY(!m_dock->namedActions().editNote->isEnabled());
    take(minister);
    QVERIFY(!part<QLabel>("hint")->isVisible());
    QVERIFY(part<QLineEdit>("speakerName")->isVisible());
    QVERIFY(m_dock->namedActions().setSpeaker->isEnabled());
    QCOMPARE(part<QLabel>("itemTitle")->text(), QStringLiteral("Attribution"));
    take(spanOf("The bridge opened in 1901"));
    QCOMPARE(part<QLabel>("itemTitle")->text(), QStringLiteral("Claim"));
    QVERIFY(!m_dock->namedActions().setSpeaker->isEnabled());
    QVERIFY(m_dock->namedActions().editNote->isEnabled());
}

void TestInspectorDock::creditsANewSpeakerThatIsTyped()
{
    take(minister);
    press(Qt::Key_S);
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>("speakerName"));
    type("Dr Ann Lee");
    press(Qt::Key_Return);
    QCOMPARE(speakerOfItem(minister), QStringLiteral("Dr Ann Lee"));
    QCOMPARE(QApplication::focusWidget(), m_article);
    QCOMPARE(part<QLineEdit>("speakerName")->text(), QStringLiteral("Dr Ann Lee"));
}

void TestInspectorDock::proposesTheNameThatTheSourceGives()
{
    take(minister);
    press(Qt::Key_S);
    QCOMPARE(part<QLineEdit>("speakerName")->selectedText(), QStringLiteral("Ann Lee"));
    press(Qt::Key_Escape);
    QCOMPARE(part<QLineEdit>("speakerName")->text(), QString());
    QCOMPARE(speakerOfItem(minister), QString());
    press(Qt::Key_S);
    press(Qt::Key_Return);
    QCOMPARE(speakerOfItem(minister), QStringLiteral("Ann Lee"));
}

void TestInspectorDock::proposesNoDescription()
{
    take(spokeswoman);
    press(Qt::Key_S);
    QCOMPARE(part<QLineEdit>("speakerName")->text(), QString());
    press(Qt::Key_Return);
    QCOMPARE(speakerOfItem(spokeswoman), QString());
}

void TestInspectorDock::creditsAKnownSpeakerByAnAlias()
{
    take(minister);
    press(Qt::Key_S);
    type("bob");
    press(Qt::Key_Return);
    QCOMPARE(speakerOfItem(minister), QStringLiteral("Robert Hall"));
    QCOMPARE(m_bench->index().speakers().size(), 1);
    QCOMPARE(part<QLineEdit>("speakerName")->text(), QStringLiteral("Robert Hall"));
}

void TestInspectorDock::creditsTheRowThatIsChosenAmongTheOffers()
{
    take(minister);
    press(Qt::Key_S);
    type("ob");
    QAbstractItemView *offers = part<QLineEdit>("speakerName")->findChild<QCompleter *>()->popup();
    QTRY_VERIFY_WITH_TIMEOUT(offers->isVisible(), 30000);
    QCOMPARE(offers->model()->rowCount(), 2);
    QCOMPARE(offers->model()->index(1, 0).data().toString(), QStringLiteral("Bob — Robert Hall"));
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Down);
    QCOMPARE(offers->currentIndex().row(), 1);
    QTest::keyClick(offers, Qt::Key_Return);
    QVERIFY(!offers->isVisible());
    QCOMPARE(speakerOfItem(minister), QStringLiteral("Robert Hall"));
    QCOMPARE(part<QLineEdit>("speakerName")->text(), QStringLiteral("Robert Hall"));
    QCOMPARE(m_bench->index().speakers().size(), 1);
}

void TestInspectorDock::restoresTheSpeakerOnEscape()
{
    take(minister);
    m_bench->commit(m_bench->edits().setSpeaker(minister, SpeakerId(1)));
    press(Qt::Key_S);
    type("Some");
    press(Qt::Key_Escape);
    QCOMPARE(part<QLineEdit>("speakerName")->text(), QStringLiteral("Robert Hall"));
    QCOMPARE(speakerOfItem(minister), QStringLiteral("Robert Hall"));
    QCOMPARE(QApplication::focusWidget(), m_article);
}

void TestInspectorDock::clearsTheSpeakerByAnEmptyName()
{
    take(minister);
    m_bench->commit(m_bench->edits().setSpeaker(minister, SpeakerId(1)));
    press(Qt::Key_S);
    press(Qt::Key_Backspace);
    press(Qt::Key_Return);
    QCOMPARE(speakerOfItem(minister), QString());
}

void TestInspectorDock::keepsWhatIsTypedWhenSomethingElseChanges()
{
    take(minister);
    press(Qt::Key_S);
    type("Zoe");
    m_bench->commit(m_bench->edits().setKind(minister, Kind::Mixed));
    QCOMPARE(part<QLineEdit>("speakerName")->text(), QStringLiteral("Zoe"));
    press(Qt::Key_Tab);
    QCOMPARE(speakerOfItem(minister), QStringLiteral("Zoe"));
}

void TestInspectorDock::changesTheTypeOfTheSpeaker()
{
    take(minister);
    auto *box = part<QComboBox>("speakerType");
    box->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_S);
    press(Qt::Key_Return);
    QCOMPARE(typeOfSpeaker(minister), QStringLiteral("organisation"));
    box->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(typeOfSpeaker(minister), QStringLiteral("country"));
}

void TestInspectorDock::countsTheMentionsOfTheSpeaker()
{
    take(minister);
    m_bench->commit(m_bench->edits().setSpeaker(minister, SpeakerId(1)));
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("speakerAbout")->text(), QStringLiteral("1 mention(s) · Q5"), 30000);
    m_bench->commit(m_bench->edits().setSpeaker(spokeswoman, SpeakerId(1)));
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("speakerAbout")->text(), QStringLiteral("2 mention(s) · Q5"), 30000);
}

void TestInspectorDock::creditsASpeakerSpanThatStandsAlone()
{
    const SpanId mayor = spanOf("Mayor Odd");
    take(mayor);
    press(Qt::Key_S);
    press(Qt::Key_Return);
    const auto speaker = m_bench->index().span(mayor)->speaker;
    QVERIFY(speaker);
    QCOMPARE(m_bench->index().speaker(*speaker)->name, QStringLiteral("Mayor Odd"));
}

void TestInspectorDock::changesTheKind()
{
    take(minister);
    auto *kind = part<QComboBox>("kind");
    m_bench->commit(m_bench->edits().setKind(minister, Kind::Direct));
    QCOMPARE(kind->currentText(), QStringLiteral("direct"));
    kind->setFocus();
    press(Qt::Key_Down);
    QVERIFY(attribution(minister).kind == Kind::Indirect);
    press(Qt::Key_End);
    QVERIFY(!attribution(minister).kind);
}

void TestInspectorDock::makesTheSpanOfARoleTheCurrentOne()
{
    take(spokeswoman);
    auto *link = part<QWidget>("role.content")->findChild<QAbstractButton *>();
    QCOMPARE(link->text(), QStringLiteral("“that was all”"));
    QSignalSpy changed(m_bench.get(), &Workbench::currentChanged);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(m_bench->current(), Item(spokeswoman));
    QCOMPARE(m_bench->currentSpan(), spanOf("“that was all”"));
    QCOMPARE(changed.constFirst().constFirst().toBool(), true);
    QVERIFY(link->isChecked());
    QVERIFY(part<QLabel>("guideline")->text().startsWith(u"What is credited"));
}

void TestInspectorDock::makesRoomForRowsThatComeBack()
{
    take(spanOf("The bridge opened in 1901"));
    m_bench->setCurrent(std::nullopt);
    take(minister);
    QCoreApplication::processEvents();
    int below = part<QWidget>("speakerAbout")->parentWidget()->geometry().bottom();
    for (const char *role : {"role.source", "role.cue", "role.content"}) {
        const QWidget *links = part<QWidget>(role);
        QVERIFY(links->height() >= links->fontMetrics().height());
        QVERIFY2(links->y() > below, role);
        below = links->geometry().bottom();
    }
}

void TestInspectorDock::commitsTheNoteOnCtrlEnterAndWhenTheFocusLeaves()
{
    take(minister);
    press(Qt::Key_N);
    type("check");
    QCOMPARE(attribution(minister).note, QString());
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(attribution(minister).note, QStringLiteral("check"));
    QCOMPARE(QApplication::focusWidget(), m_article);
    press(Qt::Key_N);
    type(" it");
    m_article->setFocus();
    QCOMPARE(attribution(minister).note, QStringLiteral("check it"));
}

void TestInspectorDock::keepsTheNoteOnEscape()
{
    take(minister);
    press(Qt::Key_N);
    type("no");
    press(Qt::Key_Escape);
    QCOMPARE(attribution(minister).note, QStringLiteral("no"));
    QCOMPARE(QApplication::focusWidget(), m_article);
    m_session->undo();
    QTRY_COMPARE_WITH_TIMEOUT(attribution(minister).note, QString(), 30000);
}

void TestInspectorDock::writesTheNoteWhenAnotherItemOrArticleComesToHand()
{
    take(minister);
    press(Qt::Key_N);
    type("one");
    take(spokeswoman);
    QCOMPARE(attribution(minister).note, QStringLiteral("one"));
    QCOMPARE(part<QPlainTextEdit>("note")->toPlainText(), QString());
    type("two");
    openArticle(2);
    QVERIFY(part<QLabel>("hint")->isVisible());
    openArticle(1);
    QCOMPARE(attribution(spokeswoman).note, QStringLiteral("two"));
}

void TestInspectorDock::takesANoteOnOnePartOfAnAttribution()
{
    const SpanId cue = spanOf("said");
    m_bench->setCurrent(minister, cue);
    press(Qt::Key_N);
    QCOMPARE(part<QPlainTextEdit>("note")->accessibleName(), QStringLiteral("Note on “Cue”"));
    type("or says?");
    m_bench->setCurrent(minister);
    QCOMPARE(m_bench->index().span(cue)->note, QStringLiteral("or says?"));
    QCOMPARE(attribution(minister).note, QString());
    QCOMPARE(part<QPlainTextEdit>("note")->toPlainText(), QString());
    type("ask her");
    m_bench->setCurrent(minister, cue);
    QCOMPARE(attribution(minister).note, QStringLiteral("ask her"));
    QCOMPARE(part<QPlainTextEdit>("note")->toPlainText(), QStringLiteral("or says?"));
}

void TestInspectorDock::setsTheAttributesOfAClaim()
{
    const SpanId claim = spanOf("The bridge opened in 1901");
    auto *box = part<QComboBox>("attribute.checkworthy");
    take(minister);
    QVERIFY(!box->isVisible());
    take(claim);
    QVERIFY(box->isVisible());
    box->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(m_bench->index().span(claim)->attributes.value(u"checkworthy").toString(), QStringLiteral("yes"));
    press(Qt::Key_Home);
    QVERIFY(!m_bench->index().span(claim)->attributes.contains(u"checkworthy"));
}

void TestInspectorDock::showsWhereASuggestionComesFrom()
{
    const SpanId claim = spanOf("The bridge opened in 1901");
    take(claim);
    QCOMPARE(part<QLabel>("state")->text(), QStringLiteral("suggested · 0.75"));
    QCOMPARE(part<QLabel>("origin")->text(), QStringLiteral("built-in rules 1.0"));
    QCOMPARE(part<QLabel>("why")->text(), QStringLiteral("a figure"));
    m_bench->commit(m_bench->edits().setAttribute(claim, QStringLiteral("claimKind"), QStringLiteral("event")));
    QCOMPARE(part<QLabel>("state")->text(), QStringLiteral("accepted · 0.75"));
    QCOMPARE(part<QLabel>("origin")->text(), QStringLiteral("built-in rules 1.0 · edited"));
}

void TestInspectorDock::showsTheHistoryOfTheArticle()
{
    auto *history = part<QLabel>("history");
    m_bench->commit(m_bench->edits().setKind(minister, Kind::Direct));
    QTRY_VERIFY_WITH_TIMEOUT(history->text().section(u'\n', 0, 0).endsWith(QStringLiteral("change the kind · me")), 30000);
    m_session->undo();
    QTRY_VERIFY_WITH_TIMEOUT(history->text().section(u'\n', 0, 0).endsWith(QStringLiteral("undone: change the kind · me")), 30000);
    openArticle(2);
    QTRY_VERIFY_WITH_TIMEOUT(!history->text().isEmpty(), 30000);
    QVERIFY(!history->text().contains(QStringLiteral("change the kind")));
}

void TestInspectorDock::namesEveryFieldForAssistiveTechnology()
{
    take(minister);
    const QList<QWidget *> widgets = m_dock->widget()->findChildren<QWidget *>();
    int fields = 0;
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() || qobject_cast<const QLabel *>(widget))
            continue;
        ++fields;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(fields >= 6);
}

QTEST_MAIN(TestInspectorDock)
#include "test_inspectordock.moc"
