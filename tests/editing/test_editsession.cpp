// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/editing/edits.h>
#include <app/editing/editsession.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;
using namespace Quoth::Storage;

class TestEditSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesBehindTheModelAndTellsWhenItIsSaved();
    void undoesInAnotherArticleByOpeningIt();
    void goesBackToTheDiskWhenAnEditCannotBeWritten();
    void undoesToEmptyAndRedoesToFullOverARandomRun();

private:
    std::unique_ptr<EditSession> session();
    static void open(EditSession &session, qint64 id);
    static void waitUntilSaved(EditSession &session) { QTRY_VERIFY(session.isSaved()); }
    static Edits edits(EditSession &session)
    {
        return Edits(session.model().article(), session.model().index(), session.schema(), session.ids(), QStringLiteral("me"));
    }
    static Annotations onDisk(EditSession &session)
    {
        const ArticleId id = session.model().article().id;
        return AnnotationIndex(session.project().call([id](Project &p) { return p.article(id); })->annotations).toAnnotations();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestEditSession::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto project = Project::create(m_dir->filePath(QStringLiteral("p.quoth")), Test::defaultSchema());
    QVERIFY(project);
    qint64 nextSpan = 1;
    for (const char *text : {"[S1:Ann] [C1:said] [Q1:so] to the five people who had come that day.", "Another article, not labelled yet."}) {
        AnnotatedArticle article = Test::parse(QString::fromLatin1(text));
        article.article.externalId = QString::number(nextSpan);
        QVERIFY((*project)->addArticle(article, {}, {}));
        nextSpan += article.annotations.spans.size();
    }
}

std::unique_ptr<EditSession> TestEditSession::session()
{
    auto thread = ProjectThread::start(
        [path = m_dir->filePath(QStringLiteral("p.quoth"))] { return Project::open(path, Project::Access::ReadWrite); });
    if (!thread)
        qFatal("%s", qPrintable(thread.error().text()));
    return std::make_unique<EditSession>(*std::move(thread), QStringLiteral("me"));
}

void TestEditSession::open(EditSession &session, qint64 id)
{
    QSignalSpy opened(&session, &EditSession::articleOpened);
    session.openArticle(ArticleId(id));
    QVERIFY(opened.wait(30000));
}

void TestEditSession::writesBehindTheModelAndTellsWhenItIsSaved()
{
    const auto s = session();
    open(*s, 1);
    s->commit(edits(*s).addSpan(QStringLiteral("Claim"), {{15, 20}}));
    QCOMPARE(s->model().index().spanCount(), 4);
    QVERIFY(!s->isSaved());
    QCOMPARE(s->undoState().undoTitle, QStringLiteral("label as Claim"));
    waitUntilSaved(*s);
    QCOMPARE(onDisk(*s), s->model().index().toAnnotations());
    s->commit(Edit());
    QVERIFY(s->isSaved());
}

void TestEditSession::undoesInAnotherArticleByOpeningIt()
{
    const auto s = session();
    open(*s, 1);
    Edit edit = edits(*s).addSpan(QStringLiteral("Claim"), {{15, 20}});
    edit.selectionBefore = {15, 20};
    s->commit(edit);
    open(*s, 2);
    QSignalSpy stepped(s.get(), &EditSession::stepped);
    s->undo();
    QCOMPARE(s->model().article().id, ArticleId(1));
    QCOMPARE(s->model().index().spanCount(), 3);
    QCOMPARE(stepped.at(0).at(0).value<TextRange>(), (TextRange{15, 20}));
    QVERIFY(s->undoState().canRedo);
}

void TestEditSession::goesBackToTheDiskWhenAnEditCannotBeWritten()
{
    const auto s = session();
    open(*s, 1);
    const Annotations before = s->model().index().toAnnotations();
    QSignalSpy failed(s.get(), &EditSession::failed);
    Edit broken = edits(*s).addSpan(QStringLiteral("Claim"), {{15, 20}});
    std::get<ChangeOf<Span>>(broken.changes[0]).after->speaker = SpeakerId(99);
    s->commit(broken);
    s->commit(edits(*s).addSpan(QStringLiteral("Claim"), {{0, 20}}));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30000);
    waitUntilSaved(*s);
    QCOMPARE(s->model().index().toAnnotations(), before);
    s->commit(edits(*s).addSpan(QStringLiteral("Claim"), {{0, 20}}));
    waitUntilSaved(*s);
    QCOMPARE(onDisk(*s).spans.size(), 4);
}

void TestEditSession::undoesToEmptyAndRedoesToFullOverARandomRun()
{
    std::mt19937 random(11);
    const auto upTo = [&random](size_t n) { return qint32(random() % n); };
    auto s = session();
    open(*s, 1);
    const Annotations empty = s->model().index().toAnnotations();
    const char *labels[] = {"Speaker", "Cue", "Quotation", "Claim", "ScareQuote"};
    int made = 0;
    for (int step = 0; step < 300; ++step) {
        Edits e = edits(*s);
        const auto &spans = s->model().index().spansInOrder();
        const auto anySpan = [&] { return spans[size_t(upTo(spans.size()))].id; };
        const qint32 begin = upTo(50);
        const QList<TextRange> range{{begin, begin + 1 + upTo(10)}};
        const QString label = QLatin1String(labels[upTo(5)]);
        Edit edit;
        switch (spans.empty() ? 0 : upTo(8)) {
        case 0: edit = e.addSpan(label, range); break;
        case 1: edit = e.addAttributionWith(contentRole, QStringLiteral("Quotation"), range); break;
        case 2: edit = e.setFragments(anySpan(), range); break;
        case 3: edit = e.remove({anySpan()}); break;
        case 4: edit = e.setState({anySpan()}, State::Rejected); break;
        case 5: edit = e.setSpeakerByName(anySpan(), QString::number(upTo(6)), SpeakerType::Group); break;
        case 6: edit = e.relabel(anySpan(), label); break;
        default: edit = e.setNote(anySpan(), QString::number(step)); break;
        }
        made += !edit.changes.isEmpty();
        s->commit(edit);
        if (step % 100 == 99) {
            s.reset();
            s = session();
            open(*s, 1);
        }
    }
    const Annotations full = s->model().index().toAnnotations();
    QCOMPARE(onDisk(*s), full);
    int undone = 0;
    for (; s->undoState().canUndo; ++undone)
        s->undo();
    QCOMPARE(undone, made);
    QCOMPARE(s->model().index().toAnnotations(), empty);
    QCOMPARE(onDisk(*s), empty);
    s.reset();
    s = session();
    open(*s, 1);
    while (s->undoState().canRedo)
        s->redo();
    QCOMPARE(s->model().index().toAnnotations(), full);
    QCOMPARE(onDisk(*s), full);
}

QTEST_GUILESS_MAIN(TestEditSession)
#include "test_editsession.moc"
