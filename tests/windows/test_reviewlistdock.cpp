// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openproject.h"

#include <app/editing/reviewqueue.h>
#include <app/windows/bulkdialog.h>
#include <app/windows/reviewfilterbar.h>
#include <app/windows/reviewlistdock.h>
#include <app/windows/reviewlistmodel.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;
using namespace Quoth::Windows;

/// A window with the list and, in the middle, a field that stands for the article.
class TestReviewListDock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsAttributionsWithTheirPartsAndFreeSpans();
    void comesAndGoesByItsKey();
    void bringsWhatIsChosenToHandAndKeepsTheFocus();
    void followsTheItemInHand();
    void decidesByKeysAndGoesOn();
    void decidesOnSeveralInOneStep();
    void relabelsFreeSpansByTheLabelsKey();
    void filtersByEveryField();
    void filtersWhileOneTypesAndGoesOnToTheList();
    void staysRightWhileTheArticleChanges();
    void saysWhatWillChangeBeforeItIsDone();
    void decidesOnTheWholeProjectInOneStep();
    void leavesAllAsItIsWhenCancelled();
    void asksForTheLabelToRelabelWith();
    void listsManySpansAtOnce();
    void namesEveryControl();

private:
    template<class T>
    T *part(const char *name) const { return m_dock->findChild<T *>(QLatin1String(name)); }
    QAbstractItemModel &model() const { return *m_dock->list().model(); }
    QStringList rows() const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&m_dock->list(), key, modifiers); }
    void choose(const char *box, const QString &text);
    void click(const char *button);
    State stateOf(const char *words) const;
    QString inHand() const;
    void answer(const char *button, const std::function<void(QWidget &)> &look = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<EditSession> m_session;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<QMainWindow> m_window;
    ReviewListDock *m_dock = nullptr;
    QLineEdit *m_article = nullptr;
};

void TestReviewListDock::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_session = Test::openProject(*m_dir, {{QStringLiteral("a"), QStringLiteral("A"), {},
                                      QStringLiteral("[S1:Ann] [C1:said] [Q1:that it was so]. [X:so-called] [L:it cost 5 euros] [X:pump] [S:Mayor Odd].")},
                                     {QStringLiteral("b"), QStringLiteral("B"), {}, QStringLiteral("A [X:reform] of [X:sorts].")}});
    // All but the mayor are suggestions, the later the surer.
    for (const qint64 id : {1, 2}) {
        const auto done = m_session->project().call([id](Storage::Project &project) {
            const auto article = project.article(ArticleId(id));
            Edit edit{QStringLiteral("suggest"), ArticleId(id), {}, {}, {}};
            double confidence = 0.2;
            const auto suggested = [&](auto item) {
                item.provenance = {State::Suggested, {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1")}, confidence, {}};
                return item;
            };
            for (const Span &span : article->annotations.spans) {
                confidence += 0.1;
                if (textOf(span.fragments, article->article.text) != u"Mayor Odd")
                    edit.changes.append(ChangeOf<Span>{span, suggested(span)});
            }
            for (const Attribution &attribution : article->annotations.attributions)
                edit.changes.append(ChangeOf<Attribution>{attribution, suggested(attribution)});
            return project.apply(edit, QStringLiteral("me"));
        });
        QVERIFY(done);
    }
    m_bench = std::make_unique<Workbench>(*m_session);
    QSignalSpy opened(m_session.get(), &EditSession::articleOpened);
    m_session->openArticle(ArticleId(1));
    QVERIFY(opened.wait(30000));
    m_window = std::make_unique<QMainWindow>();
    m_article = new QLineEdit;
    m_window->setCentralWidget(m_article);
    m_dock = new ReviewListDock(*m_bench);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    for (QAction *action : m_dock->actions())
        m_window->addAction(action);
    connect(m_dock, &ReviewListDock::left, m_article, qOverload<>(&QWidget::setFocus));
    m_window->resize(1200, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_article->setFocus();
    QVERIFY(!m_dock->isVisible());
    QTest::keyClick(m_article, Qt::Key_F7);
    QTRY_VERIFY_WITH_TIMEOUT(m_dock->list().hasFocus() && model().rowCount() == 5, 30000);
}

void TestReviewListDock::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_session.reset();
}

QStringList TestReviewListDock::rows() const
{
    QStringList result;
    for (int row = 0; row < model().rowCount(); ++row)
        result.append(model().index(row, ReviewListModel::Words).data().toString());
    return result;
}

void TestReviewListDock::choose(const char *box, const QString &text)
{
    auto *combo = part<QComboBox>(box);
    QVERIFY2(combo->findText(text) >= 0, qPrintable(text));
    combo->setFocus();
    while (combo->currentText() != text)
        QTest::keyClick(combo, combo->currentIndex() < combo->findText(text) ? Qt::Key_Down : Qt::Key_Up);
}

void TestReviewListDock::click(const char *button)
{
    auto *clicked = part<QAbstractButton>(button);
    QTRY_VERIFY_WITH_TIMEOUT(clicked->isEnabled(), 30000); // once the rows are counted
    QTest::mouseClick(clicked, Qt::LeftButton);
}

State TestReviewListDock::stateOf(const char *words) const
{
    const ReviewedArticle in{m_bench->article(), m_bench->index(), m_bench->schema()};
    for (const Item &item : matching(in, {})) {
        if (wordsOf(item, in, 100) == QLatin1String(words))
            return provenanceOf(item, m_bench->index()).state;
    }
    qFatal("no %s", words);
}

QString TestReviewListDock::inHand() const
{
    return m_bench->current() ? wordsOf(*m_bench->current(), {m_bench->article(), m_bench->index(), m_bench->schema()}, 100) : QString();
}

/// Presses a button of the dialog that is about to open, once it can be pressed.
void TestReviewListDock::answer(const char *button, const std::function<void(QWidget &)> &look)
{
    auto *timer = new QTimer(m_dock);
    connect(timer, &QTimer::timeout, m_dock, [timer, button, look, looked = false]() mutable {
        QWidget *dialog = QApplication::activeModalWidget();
        auto *does = dialog ? dialog->findChild<QAbstractButton *>(QStringLiteral("bulk.do")) : nullptr;
        if (!does || !does->isEnabled())
            return;
        if (look && !std::exchange(looked, true)) {
            timer->stop(); // look() may wait
            look(*dialog);
            timer->start(10); // what it changed may have to be counted
            return;
        }
        timer->deleteLater();
        timer->stop();
        if (QLatin1String(button) == QLatin1String("bulk.do"))
            QTest::keyClick(dialog, Qt::Key_Return);
        else
            QTest::keyClick(dialog, Qt::Key_Escape);
    });
    timer->start(10);
}

void TestReviewListDock::listsAttributionsWithTheirPartsAndFreeSpans()
{
    const QAbstractItemModelTester tester(&model());
    QCOMPARE(rows(), (QStringList{QStringLiteral("that it was so"), QStringLiteral("so-called"), QStringLiteral("it cost 5 euros"),
                                  QStringLiteral("pump"), QStringLiteral("Mayor Odd")}));
    const QModelIndex attribution = model().index(0, 0);
    QCOMPARE(attribution.data().toString(), QStringLiteral("Attribution"));
    QCOMPARE(model().index(0, ReviewListModel::Speaker).data().toString(), QStringLiteral("Ann"));
    QCOMPARE(model().index(0, ReviewListModel::State).data().toString(), QStringLiteral("suggested"));
    QCOMPARE(model().index(4, ReviewListModel::From).data().toString(), QStringLiteral("test"));
    QCOMPARE(model().rowCount(attribution), 3);
    key(Qt::Key_Home);
    key(Qt::Key_Right);
    QVERIFY(m_dock->list().isExpanded(attribution));
    key(Qt::Key_Down);
    QCOMPARE(m_dock->list().currentIndex().parent(), attribution);
    QCOMPARE(m_bench->currentSpan(), std::optional(m_bench->index().attribution(std::get<AttributionId>(*m_bench->current()))->fillers[0].span));
}

void TestReviewListDock::comesAndGoesByItsKey()
{
    key(Qt::Key_F7);
    QVERIFY(!m_dock->isVisible());
    QCOMPARE(QApplication::focusWidget(), m_article);
    QCOMPARE(model().rowCount(), 0); // it costs nothing while it is not seen
    QTest::keyClick(m_article, Qt::Key_F7);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 5, 30000);
    key(Qt::Key_Escape);
    QVERIFY(m_dock->isVisible());
    QCOMPARE(QApplication::focusWidget(), m_article);
}

void TestReviewListDock::bringsWhatIsChosenToHandAndKeepsTheFocus()
{
    QSignalSpy changed(m_bench.get(), &Workbench::currentChanged);
    key(Qt::Key_End);
    QCOMPARE(inHand(), QStringLiteral("Mayor Odd"));
    QCOMPARE(changed.last().first().toBool(), true); // the article shows it
    key(Qt::Key_Up);
    QCOMPARE(inHand(), QStringLiteral("pump"));
    QVERIFY(m_dock->list().hasFocus());
    const QModelIndex first = model().index(1, 1);
    QTest::mouseClick(m_dock->list().viewport(), Qt::LeftButton, {}, m_dock->list().visualRect(first).center());
    QCOMPARE(inHand(), QStringLiteral("so-called"));
}

void TestReviewListDock::followsTheItemInHand()
{
    m_article->setFocus();
    m_bench->setCurrent(static_cast<ReviewListModel &>(model()).item(model().index(3, 0)));
    QCOMPARE(m_dock->list().currentIndex().row(), 3);
    QCOMPARE(m_dock->list().selectionModel()->selectedRows().size(), 1);
    m_bench->setCurrent(std::nullopt);
    QVERIFY(!m_dock->list().selectionModel()->hasSelection());
    QVERIFY(m_article->hasFocus());
}

void TestReviewListDock::decidesByKeysAndGoesOn()
{
    choose("review.state", QStringLiteral("Open"));
    m_dock->list().setFocus();
    QCOMPARE(rows().size(), 4);
    key(Qt::Key_Home);
    key(Qt::Key_Return);
    QVERIFY(stateOf("that it was so") == State::Accepted);
    QCOMPARE(rows().size(), 3); // it is open no more
    QCOMPARE(inHand(), QStringLiteral("so-called"));
    key(Qt::Key_Backspace);
    QVERIFY(stateOf("so-called") == State::Rejected);
    QCOMPARE(inHand(), QStringLiteral("it cost 5 euros"));
    QVERIFY(m_dock->list().hasFocus());
    choose("review.state", QStringLiteral("Any state"));
    m_dock->list().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_U);
    QVERIFY(stateOf("that it was so") == State::Suggested);
    QCOMPARE(inHand(), QStringLiteral("so-called"));
    key(Qt::Key_End);
    key(Qt::Key_Delete);
    QCOMPARE(rows().size(), 4);
    QCOMPARE(inHand(), QStringLiteral("pump")); // the last that is left
}

void TestReviewListDock::decidesOnSeveralInOneStep()
{
    key(Qt::Key_Home);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Down, Qt::ShiftModifier);
    QSignalSpy told(m_dock, &ReviewListDock::told);
    key(Qt::Key_Backspace);
    QVERIFY(stateOf("that it was so") == State::Rejected && stateOf("it cost 5 euros") == State::Rejected);
    QCOMPARE(inHand(), QStringLiteral("pump"));
    QVERIFY2(told.last().first().toString().contains(QStringLiteral("reject 3")), qPrintable(told.last().first().toString()));
    m_session->undo();
    QVERIFY(stateOf("that it was so") == State::Suggested && stateOf("it cost 5 euros") == State::Suggested);
}

void TestReviewListDock::relabelsFreeSpansByTheLabelsKey()
{
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    key(Qt::Key_4);
    QCOMPARE(model().index(1, 0).data().toString(), QStringLiteral("Claim"));
    QVERIFY(stateOf("so-called") == State::Accepted);
    QCOMPARE(model().index(1, ReviewListModel::From).data().toString(), QStringLiteral("built-in rules 1 · edited"));
    key(Qt::Key_Home);
    key(Qt::Key_4);
    QCOMPARE(model().index(0, 0).data().toString(), QStringLiteral("Attribution"));
}

void TestReviewListDock::filtersByEveryField()
{
    choose("review.what", QStringLiteral("Only: Scare quote"));
    QCOMPARE(rows(), (QStringList{QStringLiteral("so-called"), QStringLiteral("pump")}));
    part<QDoubleSpinBox>("review.most")->setValue(0.65);
    QCOMPARE(rows(), QStringList{QStringLiteral("so-called")});
    QTest::mouseClick(part<QAbstractButton>("review.clear"), Qt::LeftButton);
    QCOMPARE(rows().size(), 5);
    choose("review.from", QStringLiteral("Made by people"));
    QCOMPARE(rows(), QStringList{QStringLiteral("Mayor Odd")});
    choose("review.from", QStringLiteral("Made by rules"));
    QCOMPARE(rows().size(), 4);
    choose("review.from", QStringLiteral("Made by anybody"));
    choose("review.speaker", QStringLiteral("Without a speaker"));
    QCOMPARE(rows().size(), 5);
    choose("review.state", QStringLiteral("With a note"));
    QCOMPARE(rows().size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("review.count")->text(), QStringLiteral("Nothing fits the filter"), 30000);
}

void TestReviewListDock::filtersWhileOneTypesAndGoesOnToTheList()
{
    auto *text = part<QLineEdit>("review.text");
    text->setFocus();
    QTest::keyClicks(text, QStringLiteral("COST"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), QStringList{QStringLiteral("it cost 5 euros")}, 30000);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(m_dock->list().hasFocus());
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 5, 30000);
}

void TestReviewListDock::staysRightWhileTheArticleChanges()
{
    const QAbstractItemModelTester tester(&model());
    m_dock->list().expand(model().index(0, 0));
    const auto same = [this] {
        QStringList fresh;
        const ReviewedArticle in{m_bench->article(), m_bench->index(), m_bench->schema()};
        for (const Item &item : matching(in, {}))
            fresh.append(wordsOf(item, in, 160));
        return rows() == fresh;
    };
    m_bench->commit(m_bench->edits().addSpan(QStringLiteral("Claim"), {{4, 8}}));
    QVERIFY(same());
    const SpanId claim = m_bench->index().spansTouching({4, 8}).constLast();
    m_bench->commit(m_bench->edits().setFragments(claim, {{40, 50}}));
    QVERIFY(same());
    m_bench->commit(m_bench->edits().fillRole(AttributionId(8), sourceRole, QStringLiteral("Speaker"), {{4, 8}}));
    QVERIFY(same());
    m_bench->commit(m_bench->edits().remove({claim}));
    QVERIFY(same());
    for (int i = 0; i < 4; ++i) {
        m_session->undo();
        QVERIFY(same());
    }
    QCOMPARE(rows().size(), 5);
}

void TestReviewListDock::saysWhatWillChangeBeforeItIsDone()
{
    choose("review.what", QStringLiteral("Only: Scare quote"));
    auto *button = part<QAbstractButton>("review.rejectMany");
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Reject 2…"), 30000);
    QString summary;
    QString counts;
    QString examples;
    answer("bulk.do", [&](QWidget &dialog) {
        summary = dialog.findChild<QLabel *>(QStringLiteral("bulk.summary"))->text();
        counts = dialog.findChild<QLabel *>(QStringLiteral("bulk.counts"))->text();
        examples = dialog.findChild<QLabel *>(QStringLiteral("bulk.examples"))->text();
    });
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY2(summary.startsWith(QStringLiteral("2 item(s) of this article will change.")), qPrintable(summary));
    QCOMPARE(counts, QStringLiteral("Scare quote: 2 suggested"));
    QCOMPARE(examples, QStringLiteral("Scare quote: so-called\nScare quote: pump"));
    QVERIFY(stateOf("pump") == State::Rejected);
    QVERIFY(stateOf("it cost 5 euros") == State::Suggested);
    QCOMPARE(m_session->undoState().undoTitle, QStringLiteral("reject 2 item(s): Scare quote"));
}

void TestReviewListDock::decidesOnTheWholeProjectInOneStep()
{
    choose("review.what", QStringLiteral("Only: Scare quote"));
    QString summary;
    answer("bulk.do", [&](QWidget &dialog) {
        dialog.findChild<QRadioButton *>(QStringLiteral("bulk.project"))->click();
        auto *label = dialog.findChild<QLabel *>(QStringLiteral("bulk.summary"));
        QTRY_VERIFY_WITH_TIMEOUT(label->text().startsWith(u'4'), 30000);
        summary = label->text();
    });
    click("review.acceptMany");
    QVERIFY2(summary.startsWith(QStringLiteral("4 item(s) in 2 article(s) will change.")), qPrintable(summary));
    const auto accepted = [this] {
        return m_session->project().call([](Storage::Project &project) {
            const auto article = project.article(ArticleId(2));
            return int(inStates(article->annotations, {State::Accepted}).spans.size());
        });
    };
    QCOMPARE(accepted(), 2);
    QVERIFY(stateOf("pump") == State::Accepted);
    QCOMPARE(m_session->undoState().undoTitle, QStringLiteral("accept 4 item(s): Scare quote"));
    m_session->undo();
    QCOMPARE(accepted(), 0);
    QVERIFY(stateOf("pump") == State::Suggested);
}

void TestReviewListDock::leavesAllAsItIsWhenCancelled()
{
    bool asked = false;
    answer("cancel", [&asked](QWidget &) { asked = true; });
    click("review.deleteMany");
    QVERIFY(asked);
    QCOMPARE(rows().size(), 5);
    QVERIFY(stateOf("pump") == State::Suggested);
    QCOMPARE(m_window->focusWidget(), &m_dock->list()); // the window may be active again only later
}

void TestReviewListDock::asksForTheLabelToRelabelWith()
{
    answer("bulk.do", [](QWidget &dialog) {
        auto *label = dialog.findChild<QComboBox *>(QStringLiteral("bulk.label"));
        label->setFocus();
        QTest::keyClick(label, Qt::Key_End);
        QTest::keyClick(label, Qt::Key_Up);
    });
    m_dock->actions().at(4)->trigger();
    QCOMPARE(m_bench->index().span(std::get<SpanId>(*static_cast<ReviewListModel &>(model()).item(model().index(1, 0))))->label,
             QStringLiteral("Claim"));
    QCOMPARE(m_session->undoState().undoTitle, QStringLiteral("relabel 3 item(s) as Claim"));
}

void TestReviewListDock::listsManySpansAtOnce()
{
    constexpr int many = 100000;
    AnnotatedArticle article;
    article.article.id = ArticleId(9);
    article.article.text = QStringLiteral("ab ").repeated(many);
    for (int i = 0; i < many; ++i) {
        Span span;
        span.id = SpanId(1000 + i);
        span.label = QStringLiteral("Claim");
        span.fragments = {{i * 3, i * 3 + 2}};
        article.annotations.spans.append(span);
    }
    QElapsedTimer timer;
    m_session->model().open(article);
    timer.start();
    m_dock->list().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_End);
    QCOMPARE(m_dock->list().currentIndex().row(), many - 1);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    timer.start();
    m_bench->model().apply(m_bench->edits().relabel(SpanId(1500), QStringLiteral("ScareQuote")));
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(model().index(500, 0).data().toString(), QStringLiteral("Scare quote"));
}

void TestReviewListDock::namesEveryControl()
{
    for (const QWidget *widget : m_dock->widget()->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool inside = widget->parentWidget() && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || inside, qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestReviewListDock)
#include "test_reviewlistdock.moc"
