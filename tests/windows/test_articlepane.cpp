// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/itemkey.h>
#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>
#include <tests/support/markup.h>
#include <widgets/spanlist.h>

#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Windows;

/// The article in the real window, by real keys and mouse.
class TestArticlePane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void fillsASlotWithTheWordsDraggedThere();
    void fillsASlotWithAHighlightOfSeveralPieces();
    void fillsASlotWithTheSelectedWordsOnAClick();
    void takesWhatFillsTheSlotClicked();
    void showsWhatBelongsToTheCardHovered();
    void labelsWhatWasFound();
    void joinsThePartsOfWhatIsInHand();
    void showsInvisibleCharactersOnF9();
    void rendersAsItShows();
    void choosesAmongHighlightsByKeys();
    void offersTheOthersBesideAClick();
    void leavesTheWindowAsItIsWhenTheCaretMoves();
    void labelsRightToLeftArticlesByKeys_data();
    void labelsRightToLeftArticlesByKeys();

private:
    void open(const char *markup);
    Widgets::ArticleView &view() { return m_window->desk()->pane().view(); }
    Workbench &bench() { return m_window->desk()->workbench(); }
    void select(const char *words);
    QPoint at(const char *words);
    QPoint slot(int index);
    void drag(const QPoint &from, const QPoint &to);
    QString role(const QString &name, int attribution = 0);
    AttributionId attribution(int number) { return bench().index().attributionsInOrder().at(number); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TestArticlePane::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test-pane"));
}

void TestArticlePane::init()
{
    QSettings().clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(QStringLiteral("tester"));
    m_window->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestArticlePane::cleanup()
{
    m_window.reset();
    m_dir.reset();
}

void TestArticlePane::open(const char *markup)
{
    QVERIFY(m_window->createProject(m_dir->filePath(QStringLiteral("p.quoth"))));
    auto &session = m_window->desk()->session();
    const auto added = session.project().call([markup](Storage::Project &project) {
        AnnotatedArticle article = Test::parse(QString::fromUtf8(markup));
        article.article.externalId = QStringLiteral("a");
        return project.addArticle(article, {}, {});
    });
    QVERIFY(added);
    session.openArticle(*added);
    QTRY_VERIFY_WITH_TIMEOUT(bench().model().isOpen(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(view().hasFocus(), 30000);
    m_window->resize(1500, 800);
    QTRY_VERIFY_WITH_TIMEOUT(view().width() > 800, 30000); // wide enough for cards
}

void TestArticlePane::select(const char *words)
{
    const qsizetype begin = view().text().indexOf(QString::fromUtf8(words));
    QVERIFY(begin >= 0);
    view().setSelection(qint32(begin), qint32(begin + QString::fromUtf8(words).size()));
}

QPoint TestArticlePane::at(const char *words)
{
    const QRectF here = view().caretRectangle(qint32(view().text().indexOf(QString::fromUtf8(words))));
    return (here.center() + QPointF(4, 0)).toPoint();
}

QPoint TestArticlePane::slot(int index)
{
    for (const Widgets::PlacedCard &placed : view().visibleCards()) {
        if (placed.card.current)
            return Widgets::cardSlotRects(placed.card, placed.rect, view().font()).at(index).center();
    }
    qFatal("No card is open.");
}

void TestArticlePane::drag(const QPoint &from, const QPoint &to)
{
    QWidget *viewport = view().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    for (const QPoint &place : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, place, viewport->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
    }
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
}

QString TestArticlePane::role(const QString &name, int number)
{
    return roleText(*bench().index().attribution(attribution(number)), name, bench().index(), view().text());
}

void TestArticlePane::fillsASlotWithTheWordsDraggedThere()
{
    open("Ines Almeida said [Q1:that the bridge would close].");
    bench().setCurrent(attribution(0));
    select("Ines Almeida");
    drag(at("Almeida"), slot(0));
    QCOMPARE(role(sourceRole), QStringLiteral("Ines Almeida"));
    drag(at("said"), slot(1));
    QCOMPARE(role(cueRole), QStringLiteral("said"));
    QVERIFY(view().selection().isEmpty());
    QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(role(cueRole), QString());
}

void TestArticlePane::fillsASlotWithAHighlightOfSeveralPieces()
{
    open("[Q2:“It is closed,”] she [C1:said], [Q2:“for good.”] The mayor [Q1:agreed] later.");
    const qsizetype agreed = view().text().indexOf(QStringLiteral("agreed"));
    const auto frames = bench().index().attributionsOf(bench().index().spansTouching({qint32(agreed), qint32(agreed) + 1}).first());
    bench().setCurrent(frames.first());
    drag(at("for good"), slot(2));
    const Attribution &filled = *bench().index().attribution(frames.first());
    const QList<SpanId> contents = filled.spans(contentRole);
    QCOMPARE(bench().index().span(contents.last())->fragments.size(), 2);
}

void TestArticlePane::fillsASlotWithTheSelectedWordsOnAClick()
{
    open("Ines Almeida said [Q1:that the bridge would close].");
    bench().setCurrent(attribution(0));
    select("Ines Almeida");
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, slot(0));
    QCOMPARE(role(sourceRole), QStringLiteral("Ines Almeida"));
}

void TestArticlePane::takesWhatFillsTheSlotClicked()
{
    open("[S1:Ines Almeida] [C1:said] [Q1:that the bridge would close].");
    bench().setCurrent(attribution(0));
    for (int i = 0; i < 3; ++i) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, slot(i));
        const Attribution &frame = *bench().index().attribution(attribution(0));
        const QStringList roles{sourceRole, cueRole, contentRole};
        QVERIFY(bench().currentSpan() == frame.spans(roles[i]).first());
    }
}

void TestArticlePane::showsWhatBelongsToTheCardHovered()
{
    open("[S1:Ines Almeida] [C1:said] [Q1:that the bridge would close]. The board met.");
    const QRect text(0, 0, view().width() / 2, view().height());
    const QImage before = view().viewport()->grab(text).toImage();
    const QPoint card = view().visibleCards().first().rect.center();
    const auto moveTo = [this](const QPoint &place) {
        QMouseEvent move(QEvent::MouseMove, place, view().viewport()->mapToGlobal(place), Qt::NoButton, {}, {});
        QApplication::sendEvent(view().viewport(), &move);
    };
    moveTo(card);
    QVERIFY(view().viewport()->grab(text).toImage() != before);
    moveTo({5, 5});
    QVERIFY(view().viewport()->grab(text).toImage() == before);
}

void TestArticlePane::labelsWhatWasFound()
{
    open("The 4 boats and the 14 crews left. The 4 crews came back.");
    QTest::keyClick(&view(), Qt::Key_F, Qt::ControlModifier);
    QWidget *line = m_window->findChild<QWidget *>(QStringLiteral("find.words"));
    QVERIFY(line->hasFocus());
    QTest::keyClicks(line, QStringLiteral("4 crews")); // digits, blanks and letters that are keys of the article
    QCOMPARE(bench().index().spanCount(), 0);
    QTest::keyClick(line, Qt::Key_F3);
    QTest::keyClick(line, Qt::Key_Escape);
    QTest::keyClick(&view(), Qt::Key_4);
    QCOMPARE(bench().index().spanCount(), 1);
    const TextRange labelled = bench().index().span(bench().index().spansInOrder().front().id)->extent();
    QCOMPARE(labelled.begin, qint32(view().text().lastIndexOf(QStringLiteral("4 crews"))));
    select("boats");
    QTest::keyClick(&view(), Qt::Key_F3);
    QVERIFY(view().hasFocus());
}

void TestArticlePane::joinsThePartsOfWhatIsInHand()
{
    open("[S1:Ines Almeida] [C1:said] [Q1:that [S2:Bo] [C2:swore] [Q2:it would close]]. The board met.");
    QVERIFY(view().links().isEmpty());
    bench().setCurrent(attribution(0));
    QCOMPARE(view().links().size(), 2);
    QVERIFY(!view().links().first().faint);
    QCOMPARE(view().links().first().from.first().begin, 0);
    const QPoint place = at("swore");
    QMouseEvent move(QEvent::MouseMove, place, view().viewport()->mapToGlobal(place), Qt::NoButton, {}, {});
    QApplication::sendEvent(view().viewport(), &move);
    QCOMPARE(view().links().size(), 4);
    QVERIFY(view().links().last().faint);
    QTest::keyClick(&view(), Qt::Key_R); // an edge moves, and the line with it
    QAction *shown = m_window->findChild<QAction *>(QStringLiteral("view.links"));
    shown->trigger();
    QVERIFY(view().links().isEmpty());
    shown->trigger();
    QTest::keyClick(&view(), Qt::Key_Escape);
    for (const Widgets::Link &link : view().links())
        QVERIFY(link.faint);
}

void TestArticlePane::showsInvisibleCharactersOnF9()
{
    open("4\u00a0per cent of it.");
    QVERIFY(!view().invisiblesShown());
    QTest::keyClick(&view(), Qt::Key_F9);
    QVERIFY(view().invisiblesShown());
    QTest::keyClick(&view(), Qt::Key_F9);
    QVERIFY(!view().invisiblesShown());
}

void TestArticlePane::rendersAsItShows()
{
    open("[S1:Ann] [C1:said] [Q1:so].");
    ArticlePane &pane = m_window->desk()->pane();
    QVERIFY((pane.shown().states == QList<State>{State::Suggested, State::Accepted}));
    for (QAction *action : pane.actions().show->actions()) {
        if (action->objectName() == u"view.showAccepted")
            action->trigger();
    }
    pane.setColourBy(Rendering::ColourBy::Speaker);
    QVERIFY((pane.shown().states == QList<State>{State::Accepted}));
    QVERIFY(pane.shown().colourBy == Rendering::ColourBy::Speaker);
}

void TestArticlePane::choosesAmongHighlightsByKeys()
{
    open("Ann [C1:said] [Q1:that [L:the [S2:bridge] holds]]. The end.");
    auto *list = view().findChild<Widgets::SpanList *>();
    const auto inHand = [this] { return bench().index().span(*bench().currentSpan())->label; };
    view().setCaret(qint32(view().text().indexOf(QStringLiteral("bridge"))));
    QTest::keyClick(&view(), Qt::Key_M);
    QVERIFY(list->isVisible() && list->list()->hasFocus());
    QCOMPARE(list->list()->count(), 3);
    QVERIFY(list->list()->item(0)->text().contains(QStringLiteral("“bridge”")));
    QTest::keyClick(list->list(), Qt::Key_3); // no label's key now
    QVERIFY(list->isHidden());
    QVERIFY(view().hasFocus());
    QCOMPARE(bench().index().spanCount(), 4);
    QCOMPARE(inHand(), QStringLiteral("Quotation"));
    QTest::keyClick(&view(), Qt::Key_M);
    QTest::keyClick(list->list(), Qt::Key_Up);
    QTest::keyClick(list->list(), Qt::Key_Return);
    QCOMPARE(inHand(), QStringLiteral("Claim"));
    QTest::keyClick(&view(), Qt::Key_M);
    QTest::keyClick(list->list(), Qt::Key_Escape);
    QVERIFY(list->isHidden() && view().hasFocus());
    QCOMPARE(inHand(), QStringLiteral("Claim"));
    view().setCaret(qint32(view().text().indexOf(QStringLiteral("said"))));
    QTest::keyClick(&view(), Qt::Key_M); // there is but one
    QVERIFY(list->isHidden());
    QCOMPARE(inHand(), QStringLiteral("Cue"));
}

void TestArticlePane::offersTheOthersBesideAClick()
{
    open("Ann [C1:said] [Q1:that [L:the [S2:bridge] holds]]. The end.");
    auto *list = view().findChild<Widgets::SpanList *>();
    const auto inHand = [this] { return bench().index().span(*bench().currentSpan())->label; };
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at("bridge"));
    QCOMPARE(inHand(), QStringLiteral("Speaker"));
    QVERIFY(list->isVisible());
    QVERIFY(view().hasFocus());
    const QPoint row = list->list()->visualItemRect(list->list()->item(1)).center();
    QTest::mouseClick(list->list()->viewport(), Qt::LeftButton, {}, row);
    QCOMPARE(inHand(), QStringLiteral("Claim"));
    QVERIFY(list->isHidden());
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at("bridge"));
    QVERIFY(list->isVisible());
    QTest::keyClick(&view(), Qt::Key_Right); // one goes on: it closes by itself
    QVERIFY(list->isHidden());
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at("said"));
    QVERIFY(list->isHidden());
}

void TestArticlePane::leavesTheWindowAsItIsWhenTheCaretMoves()
{
    class Requests : public QObject
    {
    public:
        int count = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            count += event->type() == QEvent::LayoutRequest;
            return false;
        }
    } requests;
    open("The board met on Monday and said that the bridge would close.");
    view().setCaret(20);
    QTest::qWait(100);
    m_window->installEventFilter(&requests);
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(&view(), Qt::Key_Right);
        QTest::qWait(2);
    }
    QCOMPARE(requests.count, 0);
    m_window->removeEventFilter(&requests);
    for (const QLabel *label : m_window->statusBar()->findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
}

void TestArticlePane::labelsRightToLeftArticlesByKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("Arabic") << QStringLiteral("الجلسة بدأت. قال الوزير إن الجسر سيبقى مفتوحا.")
                            << QStringList{QStringLiteral("قال"), QStringLiteral("الوزير"), QStringLiteral("إن الجسر سيبقى مفتوحا.")};
    QTest::newRow("Hebrew") << QStringLiteral("הישיבה נפתחה. אמר השר כי הגשר ייסגר מחר.")
                            << QStringList{QStringLiteral("אמר"), QStringLiteral("השר"), QStringLiteral("כי הגשר ייסגר מחר.")};
}

void TestArticlePane::labelsRightToLeftArticlesByKeys()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    open(text.toUtf8().constData());
    const auto key = [this](Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view(), which, modifiers); };
    key(Qt::Key_Down, Qt::AltModifier); // the second sentence
    key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::Key_2);
    key(Qt::Key_Left); // behind the cue
    key(Qt::Key_Left, Qt::ControlModifier);
    key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::Key_1);
    key(Qt::Key_Left);
    key(Qt::Key_Left, Qt::ControlModifier);
    key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    key(Qt::Key_3);
    QCOMPARE(bench().index().attributionCount(), 1);
    QCOMPARE(role(cueRole), words[0]);
    QCOMPARE(role(sourceRole), words[1]);
    QCOMPARE(role(contentRole), words[2]);
}

QTEST_MAIN(TestArticlePane)
#include "test_articlepane.moc"
