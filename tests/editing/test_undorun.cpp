// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/editing/edits.h>
#include <app/editing/editsession.h>
#include <app/storage/projectcheck.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;
using namespace Quoth::Storage;

namespace {

constexpr int wanted = 10000;
constexpr int stretch = 100;

/// Hundreds of times: QTRY_VERIFY would look only every 50 ms.
template<class Condition>
void waitUntil(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(60000))
            qFatal("That does not come to pass.");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

} // namespace

/// A random sequence of every kind of edit, undone to nothing and redone to the last, with a restart every hundred.
class TestUndoRun : public QObject
{
    Q_OBJECT

private slots:
    void undoesToEmptyAndRedoesToFull();

private:
    void start();
    void open(qint64 article);
    QByteArray dump();
    void compareModelWithDisk();
    void edit();
    void commit(const QList<Edit> &step);
    void walk(int direction);
    QList<Edit> editOfOpenArticle();
    QList<Edit> schemaStep();
    Result<QList<Edit>> mergeStep(Project &project);

    size_t upTo(size_t n) { return m_random() % n; }
    QList<TextRange> anyRange()
    {
        const auto begin = qint32(upTo(size_t(m_session->model().article().text.size() - 12)));
        return {{begin, begin + 1 + qint32(upTo(10))}};
    }
    QString anyLabel() { return m_session->schema().labels[qsizetype(upTo(5))].name; }
    SpanId anySpan()
    {
        const auto &spans = m_session->model().index().spansInOrder();
        return spans[upTo(spans.size())].id;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<EditSession> m_session;
    std::mt19937 m_random{2026};
    qint64 m_open = 1;
    int m_depth = 0; // steps that are done
    QHash<int, QByteArray> m_dumps; // by depth
};

void TestUndoRun::start()
{
    m_session.reset();
    auto thread = ProjectThread::start([path = m_dir.filePath(QStringLiteral("p.quoth"))]() -> Result<std::unique_ptr<Project>> {
        auto project = Project::open(path, Project::Access::ReadWrite);
        // Not what a project does: this run is about what is written, not about the disk keeping it.
        if (project)
            (void)(*project)->database().runOnce(QStringLiteral("PRAGMA synchronous=OFF"));
        return project;
    });
    if (!thread)
        qFatal("%s", qPrintable(thread.error().text()));
    m_session = std::make_unique<EditSession>(*std::move(thread), QStringLiteral("me"));
    connect(m_session.get(), &EditSession::failed, this, [](const Error &error) { qFatal("%s", qPrintable(error.text())); });
    open(m_open);
}

void TestUndoRun::open(qint64 article)
{
    m_open = article;
    m_session->openArticle(ArticleId(article));
    waitUntil([&] { return m_session->model().isOpen() && m_session->model().article().id == ArticleId(article); });
}

/// All that the project holds, besides the log and the counters of ids.
QByteArray TestUndoRun::dump()
{
    return m_session->project().call([](Project &project) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const char *table : {"project", "articles", "speakers", "speaker_aliases", "spans", "fragments", "attributions", "attribution_spans"}) {
            hash.addData(QByteArrayView(table, qsizetype(strlen(table))));
            const auto rows = project.database().run(QStringLiteral("SELECT * FROM %1 ORDER BY 1, 2").arg(QLatin1String(table)));
            while ((*rows)->next()) {
                for (int i = 0; i < (*rows)->record().count(); ++i)
                    hash.addData((*rows)->value(i).toByteArray() + '\n');
            }
        }
        return hash.result();
    });
}

void TestUndoRun::compareModelWithDisk()
{
    const ArticleId id = m_session->model().article().id;
    const auto read = m_session->project().call([id](Project &project) { return project.article(id); });
    QVERIFY(read);
    QCOMPARE(m_session->model().index().toAnnotations(), AnnotationIndex(read->annotations).toAnnotations());
    QCOMPARE(m_session->schema(), m_session->project().call([](Project &project) { return project.schema(); }));
}

QList<Edit> TestUndoRun::editOfOpenArticle()
{
    const AnnotationIndex &index = m_session->model().index();
    Edits e(m_session->model().article(), index, m_session->schema(), m_session->ids(), QStringLiteral("me"));
    if (index.spanCount() == 0)
        return {e.addSpan(anyLabel(), anyRange())};
    const QList<AttributionId> frames = index.attributionsInOrder();
    const auto anyItem = [&]() -> Item {
        return frames.isEmpty() || upTo(2) == 0 ? Item(anySpan()) : Item(frames[qsizetype(upTo(size_t(frames.size())))]);
    };
    if (index.spanCount() > 80) {
        QList<Item> many;
        for (int i = 0; i < 30; ++i)
            many.append(anyItem());
        return {e.remove(many)};
    }
    switch (upTo(16)) {
    case 0:
    case 1: return {e.addSpan(anyLabel(), anyRange())};
    case 2: return {e.addSpan(anyLabel(), canonical(anyRange() + anyRange()))};
    case 3: return {e.addAttributionWith(contentRole, QStringLiteral("Quotation"), anyRange())};
    case 4: return {e.setFragments(anySpan(), anyRange())};
    case 5: return {e.remove({anyItem()})};
    case 6: return {e.setState({anyItem()}, upTo(2) == 0 ? State::Rejected : State::Accepted)};
    case 7: return {e.setState({anyItem(), anyItem(), anyItem()}, State::Suggested)};
    case 8: return {e.setSpeakerByName(anyItem(), QStringLiteral("Speaker %1").arg(upTo(9)), SpeakerType::Group)};
    case 9: return {e.relabel(anySpan(), anyLabel())};
    case 10: return {e.setNote(anyItem(), QStringLiteral("n\u00F6te %1").arg(upTo(1000)))};
    case 11: return {e.setAttribute(anySpan(), QStringLiteral("k"), QString::number(upTo(3)))};
    case 12: return {e.acceptAll(0)};
    case 13:
        if (!frames.isEmpty())
            return {e.fillRole(frames[qsizetype(upTo(size_t(frames.size())))], sourceRole, QStringLiteral("Speaker"), anyRange())};
        return {};
    case 14:
        if (!frames.isEmpty())
            return {e.setKind(frames[qsizetype(upTo(size_t(frames.size())))], upTo(2) == 0 ? Kind::Direct : Kind::Mixed)};
        return {};
    default: {
        const QList<Speaker> speakers = index.speakers();
        if (speakers.isEmpty())
            return {};
        Speaker speaker = speakers[qsizetype(upTo(size_t(speakers.size())))];
        speaker.aliases = {QStringLiteral("alias %1").arg(upTo(100))};
        speaker.wikidata = QStringLiteral("Q%1").arg(upTo(100));
        return {e.changeSpeaker(speaker)};
    }
    }
}

/// A label more, one less, or another title, by an edit that belongs to no article.
QList<Edit> TestUndoRun::schemaStep()
{
    const Schema before = m_session->schema();
    Schema after = before;
    if (before.labels.size() > 5 && upTo(2) == 0) {
        after.labels.removeLast();
    } else if (upTo(2) == 0) {
        const QString name = QStringLiteral("Extra%1").arg(before.labels.size());
        after.labels.append({name, name, QStringLiteral("#112233"), QStringLiteral("#ddeeff"), Mark::Wave, {}, QStringLiteral("why"), false, {}});
    } else {
        after.labels[qsizetype(upTo(5))].title = QStringLiteral("Title %1").arg(upTo(100));
    }
    Edit edit;
    edit.title = QStringLiteral("change the schema");
    if (after != before)
        edit.changes = {ChangeOf<Schema>{before, after}};
    return {edit};
}

/// One speaker becomes another, in every article.
Result<QList<Edit>> TestUndoRun::mergeStep(Project &project)
{
    const QList<Speaker> speakers = *project.speakers();
    if (speakers.size() < 2)
        return QList<Edit>();
    const Speaker &gone = speakers[qsizetype(upTo(size_t(speakers.size())))];
    const Speaker kept = gone == speakers[0] ? speakers[1] : speakers[0];
    QList<Edit> step;
    const auto articles = project.articles();
    for (const ArticleSummary &summary : *articles) {
        const AnnotatedArticle article = *project.article(summary.id);
        Edit edit;
        edit.article = summary.id;
        const auto credit = [&](const auto &items) {
            for (const auto &item : items) {
                if (item.speaker == gone.id) {
                    auto after = item;
                    after.speaker = kept.id;
                    edit.changes.append(ChangeOf<std::decay_t<decltype(item)>>{item, after});
                }
            }
        };
        credit(article.annotations.spans);
        credit(article.annotations.attributions);
        step.append(edit);
    }
    Speaker richer = kept;
    richer.aliases.append(gone.name);
    Edit registry;
    registry.changes = {ChangeOf<Speaker>{kept, richer}, ChangeOf<Speaker>{gone, std::nullopt}};
    step.append(registry);
    for (Edit &edit : step)
        edit.title = QStringLiteral("merge speakers");
    return step;
}

void TestUndoRun::edit()
{
    const size_t kind = upTo(100);
    if (kind < 3) {
        open(1 + qint64(upTo(4)));
    } else if (kind < 5) {
        commit(schemaStep());
    } else if (kind < 8) {
        bool isEmpty = true;
        const auto merged = m_session->commitPrepared([&](Project &project) {
            auto step = mergeStep(project);
            isEmpty = step->isEmpty();
            return step;
        });
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().text()));
        m_depth += !isEmpty;
    } else if (kind < 10 && m_session->undoState().canUndo) {
        m_session->undo();
        m_open = m_session->model().article().id.number();
        --m_depth;
        m_dumps.removeIf([this](const auto &dump) { return dump.key() > m_depth; });
    } else {
        commit(editOfOpenArticle());
    }
}

void TestUndoRun::commit(const QList<Edit> &step)
{
    m_session->commit(step);
    m_depth += std::any_of(step.begin(), step.end(), [](const Edit &edit) { return !edit.changes.isEmpty(); });
}

void TestUndoRun::undoesToEmptyAndRedoesToFull()
{
    {
        auto project = Project::create(m_dir.filePath(QStringLiteral("p.quoth")), Test::defaultSchema());
        QVERIFY(project);
        for (qint64 id = 1; id <= 4; ++id) {
            AnnotatedArticle article = Test::parse(QStringLiteral("\U0001F600 [S:Ann] said to the five \U0001F468\u200D\U0001F469 who had come that day, "
                                                                  "and to those who had not, that it was so."));
            article.article.externalId = QString::number(id);
            article.annotations.spans[0].id = SpanId(id);
            QVERIFY((*project)->addArticle(article, {}, {}));
        }
    }
    start();
    m_dumps.insert(0, dump());
    for (int tried = 1; m_depth < wanted; ++tried) {
        edit();
        if (QTest::currentTestFailed())
            return;
        if (m_depth % stretch == 0 && !m_dumps.contains(m_depth))
            m_dumps.insert(m_depth, dump());
        if (tried % stretch == 0) {
            waitUntil([this] { return m_session->isSaved(); });
            compareModelWithDisk();
            start();
        }
    }
    QCOMPARE(m_dumps.size(), wanted / stretch + 1);
    walk(-1);
    QCOMPARE(m_depth, 0);
    walk(1);
    QCOMPARE(m_depth, wanted);
    const auto issues = m_session->project().call([](Project &project) { return check(project, Progress()); });
    QVERIFY(issues && issues->isEmpty());
}

void TestUndoRun::walk(int direction)
{
    while (direction < 0 ? m_session->undoState().canUndo : m_session->undoState().canRedo) {
        if (direction < 0)
            m_session->undo();
        else
            m_session->redo();
        m_depth += direction;
        if (m_depth % stretch != 0)
            continue;
        QCOMPARE(dump(), m_dumps.value(m_depth));
        compareModelWithDisk();
        m_open = m_session->model().article().id.number();
        start();
    }
}

QTEST_GUILESS_MAIN(TestUndoRun)
#include "test_undorun.moc"
