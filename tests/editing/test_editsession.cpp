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
    void doesAndUndoesAStepOverSeveralArticles();
    void opensAnArticleOfTheStepIfNoneIsOpen();
    void makesUpAStepFromWhatIsOnTheDisk();
    void tellsWhyAPreparedStepWasNotDone();
    void followsTheSchemaThroughUndoAndFailure();
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
    QCOMPARE(stepped.at(0).at(0).value<std::optional<TextRange>>(), (std::optional(TextRange{15, 20})));
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

namespace {

Edit speakerInArticle(qint64 article, qint64 span, const Speaker &speaker, const QString &text)
{
    Edit edit;
    edit.title = QStringLiteral("label all");
    edit.article = ArticleId(article);
    const qint32 begin = qint32(text.indexOf(u'a'));
    Span added;
    added.id = SpanId(span);
    added.label = QStringLiteral("Claim");
    added.fragments = {{begin, begin + 1}};
    added.speaker = speaker.id;
    edit.changes = {ChangeOf<Span>{std::nullopt, added}};
    return edit;
}

} // namespace

void TestEditSession::doesAndUndoesAStepOverSeveralArticles()
{
    const auto s = session();
    open(*s, 1);
    const Annotations before = s->model().index().toAnnotations();
    const Speaker ann{s->ids().speaker(), QStringLiteral("Ann"), SpeakerType::Person, {}, {}};
    Edit registry;
    registry.title = QStringLiteral("label all");
    registry.changes = {ChangeOf<Speaker>{std::nullopt, ann}};
    Edit here = speakerInArticle(1, s->ids().span().number(), ann, s->model().article().text);
    here.selectionBefore = {2, 4};
    const Edit there = speakerInArticle(2, s->ids().span().number(), ann, QStringLiteral("Ba"));
    s->commit(QList{registry, here, there});
    QCOMPARE(s->model().index().spanCount(), 4);
    QVERIFY(s->model().index().speaker(ann.id));
    waitUntilSaved(*s);
    QCOMPARE(onDisk(*s), s->model().index().toAnnotations());
    QSignalSpy stepped(s.get(), &EditSession::stepped);
    QSignalSpy opened(s.get(), &EditSession::articleOpened);
    QSignalSpy others(s.get(), &EditSession::otherArticlesChanged);
    s->undo();
    QCOMPARE(opened.count(), 0);
    QCOMPARE(others.count(), 1);
    QCOMPARE(s->model().index().toAnnotations(), before);
    QCOMPARE(stepped.at(0).at(0).value<std::optional<TextRange>>(), (std::optional(TextRange{2, 4})));
    QVERIFY(!s->undoState().canUndo);
    s->redo();
    QCOMPARE(onDisk(*s), s->model().index().toAnnotations());
    open(*s, 2);
    QCOMPARE(s->model().index().spanCount(), 1);
    s->undo();
    QCOMPARE(s->model().article().id, ArticleId(2));
    QCOMPARE(s->model().index().spanCount(), 0);
}

void TestEditSession::opensAnArticleOfTheStepIfNoneIsOpen()
{
    const auto s = session();
    open(*s, 1);
    const Speaker ann{s->ids().speaker(), QStringLiteral("Ann"), SpeakerType::Person, {}, {}};
    Edit registry;
    registry.changes = {ChangeOf<Speaker>{std::nullopt, ann}};
    s->commit(QList{registry, speakerInArticle(2, s->ids().span().number(), ann, QStringLiteral("Ba"))});
    waitUntilSaved(*s);
    QSignalSpy stepped(s.get(), &EditSession::stepped);
    s->undo();
    QCOMPARE(s->model().article().id, ArticleId(2));
    // The article was not open then: what changed is shown.
    QCOMPARE(stepped.at(0).at(0).value<std::optional<TextRange>>(), (std::optional(TextRange{1, 2})));
    // Speakers alone are no reason to open anything.
    s->redo();
    Edit rename;
    Speaker renamed = ann;
    renamed.name = QStringLiteral("Anne");
    rename.changes = {ChangeOf<Speaker>{ann, renamed}};
    s->commit(rename);
    open(*s, 1);
    s->undo();
    QCOMPARE(s->model().article().id, ArticleId(1));
    QCOMPARE(s->model().index().speaker(ann.id)->name, QStringLiteral("Ann"));
    QCOMPARE(stepped.last().at(0).value<std::optional<TextRange>>(), std::nullopt);
}

void TestEditSession::makesUpAStepFromWhatIsOnTheDisk()
{
    const auto s = session();
    open(*s, 1);
    s->commit(edits(*s).addSpan(QStringLiteral("Claim"), {{15, 20}}));
    const auto changed = s->commitPrepared([&](Project &project) -> Result<QList<Edit>> {
        QList<Edit> step;
        for (qint64 id = 1; id <= 2; ++id) {
            const auto article = project.article(ArticleId(id));
            if (!article)
                return article.error();
            const AnnotationIndex index(article->annotations);
            step.append(Edits(article->article, index, project.schema(), s->ids(), QStringLiteral("me"))
                            .addSpan(QStringLiteral("ScareQuote"), {{qint32(index.spanCount()), 20}}));
        }
        return step;
    });
    QVERIFY(changed);
    QCOMPARE(*changed, 2);
    QVERIFY(s->isSaved() || s->model().index().spanCount() == 5);
    QCOMPARE(s->model().index().toAnnotations(), onDisk(*s));
    QCOMPARE(s->model().index().toAnnotations().spans.constLast().label, QStringLiteral("Claim"));
    QVERIFY(std::any_of(s->model().index().spansInOrder().begin(), s->model().index().spansInOrder().end(),
                        [](const IntervalIndex::Entry &entry) { return entry.range.begin == 4; }));
    QCOMPARE(s->undoState().undoTitle, QStringLiteral("label as Scare quote"));
    s->undo();
    QCOMPARE(s->model().index().spanCount(), 4);
    QCOMPARE(s->undoState().undoTitle, QStringLiteral("label as Claim"));
}

void TestEditSession::tellsWhyAPreparedStepWasNotDone()
{
    const auto s = session();
    open(*s, 1);
    const Annotations before = s->model().index().toAnnotations();
    const auto refused = s->commitPrepared([](Project &) -> Result<QList<Edit>> { return Error{ErrorCode::BadInput, QStringLiteral("no"), {}}; });
    QCOMPARE(refused.error().message, QStringLiteral("no"));
    Edit broken = edits(*s).addSpan(QStringLiteral("Claim"), {{15, 20}});
    std::get<ChangeOf<Span>>(broken.changes[0]).after->label = QStringLiteral("Ghost");
    QVERIFY(!s->commitPrepared([&](Project &) -> Result<QList<Edit>> { return QList{broken}; }));
    QCOMPARE(*s->commitPrepared([](Project &) -> Result<QList<Edit>> { return QList<Edit>(); }), 0);
    QCOMPARE(s->model().index().toAnnotations(), before);
    QVERIFY(!s->undoState().canUndo);
}

void TestEditSession::followsTheSchemaThroughUndoAndFailure()
{
    const auto s = session();
    open(*s, 1);
    const Schema before = s->schema();
    Schema after = before;
    after.labels[0].title = QStringLiteral("Voice");
    Edit edit;
    edit.title = QStringLiteral("change the schema");
    edit.changes = {ChangeOf<Schema>{before, after}};
    QSignalSpy changed(s.get(), &EditSession::schemaChanged);
    s->commit(edit);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(s->schema(), after);
    waitUntilSaved(*s);
    s->undo();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(s->schema(), before);
    Schema clashing = before;
    clashing.labels[0].name = clashing.labels[1].name;
    edit.changes = {ChangeOf<Schema>{before, clashing}};
    QSignalSpy failed(s.get(), &EditSession::failed);
    s->commit(edit);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30000);
    QCOMPARE(s->schema(), before);
    QCOMPARE(changed.count(), 4);
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
