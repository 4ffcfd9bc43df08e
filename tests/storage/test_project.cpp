// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/storage/migrations.h>
#include <app/storage/project.h>
#include <app/storage/projectcheck.h>
#include <app/storage/projectfile.h>
#include <app/storage/textsearch.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Storage;

class TestProject : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesBackWhatWasAdded();
    void letsSqliteComputeTheTextOfEveryLabel();
    void keepsUndoAndRedoAcrossRestarts();
    void dropsRedoWhenSomethingElseIsDone();
    void tellsWhoDidWhat();
    void changesNothingWhenAnEditFails();
    void findsWordsInAnyCaseAndScript();
    void neverGivesAnIdTwice();
    void refusesWhatIsNoProject_data();
    void refusesWhatIsNoProject();
    void refusesANewerVersionAndLeavesItAsItWas();
    void refusesATruncatedFile();
    void refusesAGarbledFile();
    void refusesAProjectThatIsOpenForWriting();
    void readsBesideAWriter();
    void refusesToWriteInAReadOnlyFolderButReadsThere();
    void refusesToOverwriteAFile();
    void doesNotTouchAFileThatIsOnlyRead();
    void leavesNothingBehindWhenReadingBesideOthers();
    void leavesTheLogOfAWriterThatWasKilled();
    void findsNothingWrongWithAGoodProject();
    void findsWhatWasDamagedByHand_data();
    void findsWhatWasDamagedByHand();

private:
    QString path(const char *name = "p.quoth") const { return m_dir->filePath(QLatin1String(name)); }
    QStringList files() const { return QDir(m_dir->path()).entryList(QDir::Files); }
    std::unique_ptr<Project> made();
    std::unique_ptr<Project> opened(Project::Access access = Project::Access::ReadWrite);
    static AnnotatedArticle sample();
    static Edit rename(const AnnotatedArticle &article, const QString &note);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestProject::init() { m_dir = std::make_unique<QTemporaryDir>(); }

std::unique_ptr<Project> TestProject::made()
{
    auto project = Project::create(path(), Test::defaultSchema());
    if (!project)
        qFatal("%s", qPrintable(project.error().text()));
    return *std::move(project);
}

std::unique_ptr<Project> TestProject::opened(Project::Access access)
{
    auto project = Project::open(path(), access);
    if (!project)
        qFatal("%s", qPrintable(project.error().text()));
    return *std::move(project);
}

AnnotatedArticle TestProject::sample()
{
    AnnotatedArticle article = Test::parse(QStringLiteral(
        "\U0001F600 [S1:Ann \U0001F468\u200D\U0001F469] [C1:said] [Q1:\u201CYes\u201D], and [Q1:\u201Cno\u201D]. \u05D0\u05DE\u05E8 [X:e\u0301t\u00E9]."));
    article.article.externalId = QStringLiteral("a1");
    article.article.meta.title = QStringLiteral("Title");
    article.article.meta.extra.insert(QStringLiteral("wire"), QStringLiteral("x"));
    article.annotations.speakers = {{SpeakerId(1), QStringLiteral("Ann"), SpeakerType::Person, {QStringLiteral("A"), QStringLiteral("B")}, {}}};
    article.annotations.spans[0].speaker = SpeakerId(1);
    article.annotations.spans[1].provenance = {State::Suggested, {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1")}, 0.75, QStringLiteral("a verb")};
    article.annotations.spans[1].attributes.insert(QStringLiteral("k"), QStringLiteral("v"));
    return article;
}

Edit TestProject::rename(const AnnotatedArticle &article, const QString &note)
{
    Span changed = article.annotations.spans[0];
    changed.note = note;
    Edit edit;
    edit.title = QStringLiteral("note ") + note;
    edit.article = article.article.id;
    edit.changes = {ChangeOf<Span>{article.annotations.spans[0], changed}};
    edit.selectionAfter = {3, 5};
    return edit;
}

void TestProject::givesBackWhatWasAdded()
{
    AnnotatedArticle article = sample();
    {
        const auto project = made();
        const auto id = project->addArticle(article, {QStringLiteral("a.txt"), QStringLiteral("UTF-8"), {}}, QStringLiteral("me"));
        QVERIFY2(id, id ? "" : qPrintable(id.error().text()));
        article.article.id = *id;
    }
    const auto project = opened();
    const auto read = project->article(article.article.id);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(read->article, article.article);
    QCOMPARE(read->annotations, article.annotations);
    const auto list = project->articles();
    QVERIFY(list);
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->at(0).meta.title, QStringLiteral("Title"));
    QCOMPARE(list->at(0).codePoints, article.article.text.toUcs4().size());
    QCOMPARE(list->at(0).attributions, 1);
    QCOMPARE(list->at(0).reviewed, 2);
    QCOMPARE(*project->findArticle(QStringLiteral("a1")), std::optional(article.article.id));
    QCOMPARE(*project->findArticle(QStringLiteral("a2")), std::nullopt);
    QCOMPARE(project->schema(), Test::defaultSchema());
}

void TestProject::letsSqliteComputeTheTextOfEveryLabel()
{
    const auto project = made();
    const AnnotatedArticle article = sample();
    QVERIFY(project->addArticle(article, {}, {}));
    const auto rows = project->database().run(QStringLiteral("SELECT label, speaker, text FROM labels WHERE article = 'a1'"));
    QVERIFY(rows);
    QStringList found;
    while ((*rows)->next())
        found.append((*rows)->value(0).toString() + u'|' + (*rows)->value(1).toString() + u'|' + (*rows)->value(2).toString());
    QCOMPARE(found, (QStringList{QStringLiteral("Speaker|Ann|Ann \U0001F468\u200D\U0001F469"), QStringLiteral("Cue||said"),
                                 QStringLiteral("Quotation||\u201CYes\u201D"), QStringLiteral("Quotation||\u201Cno\u201D"),
                                 QStringLiteral("ScareQuote||e\u0301t\u00E9")}));
}

void TestProject::keepsUndoAndRedoAcrossRestarts()
{
    const AnnotatedArticle article = sample();
    QVERIFY(made()->addArticle(article, {}, {}));
    QVERIFY(opened()->apply(rename(article, QStringLiteral("one")), QStringLiteral("me")));
    QCOMPARE(opened()->undoState()->undoTitle, QStringLiteral("note one"));
    const auto undone = opened()->step(Direction::Undo, QStringLiteral("me"));
    QVERIFY(undone && undone->has_value());
    QCOMPARE((*undone)->constFirst().reversed(), rename(article, QStringLiteral("one")));
    QCOMPARE(opened()->article(ArticleId(1))->annotations, article.annotations);
    QVERIFY(!opened()->undoState()->canUndo);
    QCOMPARE(opened()->undoState()->redoTitle, QStringLiteral("note one"));
    QVERIFY(opened()->step(Direction::Redo, QStringLiteral("me"))->has_value());
    QCOMPARE(opened()->article(ArticleId(1))->annotations.spans[0].note, QStringLiteral("one"));
    QVERIFY(!opened()->step(Direction::Redo, QStringLiteral("me"))->has_value());
}

void TestProject::dropsRedoWhenSomethingElseIsDone()
{
    const auto project = made();
    const AnnotatedArticle article = sample();
    QVERIFY(project->addArticle(article, {}, {}));
    QVERIFY(project->apply(rename(article, QStringLiteral("one")), {}));
    QVERIFY(project->step(Direction::Undo, {}));
    QVERIFY(project->apply(rename(article, QStringLiteral("two")), {}));
    QVERIFY(!project->undoState()->canRedo);
    QVERIFY(!project->step(Direction::Redo, {})->has_value());
}

void TestProject::tellsWhoDidWhat()
{
    const auto project = made();
    const AnnotatedArticle article = sample();
    QVERIFY(project->addArticle(article, {QStringLiteral("a.txt"), {}, {}}, QStringLiteral("ann")));
    QVERIFY(project->apply(rename(article, QStringLiteral("one")), QStringLiteral("ben")));
    QVERIFY(project->step(Direction::Undo, QStringLiteral("cy")));
    const auto history = project->history(10);
    QVERIFY(history);
    QStringList lines;
    for (const HistoryEntry &entry : *history) {
        QVERIFY(entry.at.isValid());
        lines.append(entry.who + u' ' + entry.action + u' ' + entry.title);
    }
    QCOMPARE(lines, (QStringList{QStringLiteral("cy undo note one"), QStringLiteral("ben do note one"), QStringLiteral("ann import import a.txt")}));
    QCOMPARE(project->history(10, ArticleId(7))->size(), 0);
    QCOMPARE(project->history(1)->size(), 1);
}

void TestProject::changesNothingWhenAnEditFails()
{
    const auto project = made();
    const AnnotatedArticle article = sample();
    QVERIFY(project->addArticle(article, {}, {}));
    Edit edit = rename(article, QStringLiteral("one"));
    Span broken = article.annotations.spans[1];
    broken.fragments = {{0, 5000}};
    edit.changes.append(ChangeOf<Span>{article.annotations.spans[1], broken});
    const auto done = project->apply(edit, {});
    QVERIFY(!done);
    QCOMPARE(project->article(ArticleId(1))->annotations, article.annotations);
    QVERIFY(!project->undoState()->canUndo);
    Edit dangling = rename(article, QStringLiteral("x"));
    std::get<ChangeOf<Span>>(dangling.changes[0]).after->speaker = SpeakerId(77);
    QVERIFY(!project->apply(dangling, {}));
    QCOMPARE(project->article(ArticleId(1))->annotations, article.annotations);
    QVERIFY(project->apply(rename(article, QStringLiteral("two")), {}));
}

void TestProject::findsWordsInAnyCaseAndScript()
{
    const auto project = made();
    AnnotatedArticle article = sample();
    QVERIFY(project->addArticle(article, {}, {}));
    article = {};
    article.article.externalId = QStringLiteral("a2");
    article.article.text = QStringLiteral("\u041C\u0438\u043D\u0438\u0441\u0442\u0440 na stra\u00DFe 100%");
    QVERIFY(project->addArticle(article, {}, {}));
    const auto found = [&](const QString &words) { return *articlesContaining(*project, words); };
    QCOMPARE(found(QStringLiteral("SAID")), QSet<ArticleId>{ArticleId(1)});
    QCOMPARE(found(QStringLiteral("\u043C\u0418\u043D\u0438\u0421\u0442\u0440")), QSet<ArticleId>{ArticleId(2)});
    QCOMPARE(found(QStringLiteral("100%")), QSet<ArticleId>{ArticleId(2)});
    QCOMPARE(found(QStringLiteral("1_0")), QSet<ArticleId>());
    QCOMPARE(found(QString()).size(), 2);
}

void TestProject::neverGivesAnIdTwice()
{
    const auto project = made();
    const AnnotatedArticle article = sample();
    QVERIFY(project->addArticle(article, {}, {}));
    const qint64 next = project->nextIds()->span;
    QCOMPARE(next, 5);
    Span extra = article.annotations.spans[3];
    extra.id = SpanId(next);
    Edit edit;
    edit.article = article.article.id;
    edit.changes = {ChangeOf<Span>{std::nullopt, extra}};
    QVERIFY(project->apply(edit, {}));
    QVERIFY(project->step(Direction::Undo, {}));
    QCOMPARE(project->nextIds()->span, next + 1);
}

void TestProject::refusesWhatIsNoProject_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::NotAProject;
    QTest::newRow("text") << QByteArray("Minister denies budget gap\n") << ErrorCode::NotAProject;
    QTest::newRow("another SQLite file") << QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\0') << ErrorCode::NotAProject;
    QTest::newRow("cut in the header") << QByteArray("SQLite format 3\0", 16) << ErrorCode::Damaged;
}

void TestProject::refusesWhatIsNoProject()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto project = Project::open(path(), Project::Access::ReadWrite);
    QVERIFY(!project);
    QCOMPARE(project.error().code, code);
    QCOMPARE(project.error().place, path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
    QCOMPARE(files(), QStringList(QStringLiteral("p.quoth")));
    QCOMPARE(Project::open(path("none.quoth"), Project::Access::ReadWrite).error().code, ErrorCode::NotFound);
    QCOMPARE(Project::open(m_dir->path(), Project::Access::ReadWrite).error().code, ErrorCode::NotAProject);
}

void TestProject::refusesANewerVersionAndLeavesItAsItWas()
{
    QVERIFY(made()->database().runOnce(QStringLiteral("PRAGMA user_version=99")));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    for (const auto access : {Project::Access::ReadWrite, Project::Access::ReadOnly}) {
        const auto project = Project::open(path(), access);
        QVERIFY(!project);
        QCOMPARE(project.error().code, ErrorCode::NewerVersion);
        QVERIFY(project.error().message.contains(QStringLiteral("99")));
    }
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestProject::refusesATruncatedFile()
{
    QVERIFY(made()->addArticle(sample(), {}, {}));
    QFile file(path());
    QVERIFY(file.resize(file.size() / 2));
    const auto project = Project::open(path(), Project::Access::ReadWrite);
    QVERIFY(!project);
    QCOMPARE(project.error().code, ErrorCode::Damaged);
}

void TestProject::refusesAGarbledFile()
{
    QVERIFY(made()->addArticle(sample(), {}, {}));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(4096);
    file.write(QByteArray(int(file.size() - 4096), '\x5a'));
    file.close();
    const auto project = Project::open(path(), Project::Access::ReadWrite);
    QVERIFY(!project);
    QCOMPARE(project.error().code, ErrorCode::Damaged);
}

void TestProject::refusesAProjectThatIsOpenForWriting()
{
    const auto first = made();
    const auto second = Project::open(path(), Project::Access::ReadWrite);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::InUse);
    QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
}

void TestProject::readsBesideAWriter()
{
    const auto writer = made();
    QVERIFY(writer->addArticle(sample(), {}, {}));
    const auto reader = opened(Project::Access::ReadOnly);
    QCOMPARE(reader->articles()->size(), 1);
    QVERIFY(!reader->apply(rename(sample(), QStringLiteral("no")), {}));
}

void TestProject::refusesToWriteInAReadOnlyFolderButReadsThere()
{
    QVERIFY(made()->addArticle(sample(), {}, {}));
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    // The superuser may write anywhere, so that the test steps down to somebody who may not.
    const bool superuser = geteuid() == 0;
    if (superuser)
        QCOMPARE(seteuid(65534), 0);
    const auto writer = Project::open(path(), Project::Access::ReadWrite);
    const auto reader = Project::open(path(), Project::Access::ReadOnly);
    if (superuser)
        QCOMPARE(seteuid(0), 0);
    QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, ErrorCode::NotWritable);
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text()));
    QCOMPARE((*reader)->articles()->size(), 1);
}

void TestProject::refusesToOverwriteAFile()
{
    made();
    QCOMPARE(Project::create(path(), Test::defaultSchema()).error().code, ErrorCode::NotWritable);
    QCOMPARE(Project::create(path("no/folder.quoth"), Test::defaultSchema()).error().code, ErrorCode::NotWritable);
}

void TestProject::doesNotTouchAFileThatIsOnlyRead()
{
    QVERIFY(made()->addArticle(sample(), {}, {}));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    for (const auto access : {Project::Access::ReadOnly, Project::Access::ReadWrite}) {
        QVERIFY(opened(access)->article(ArticleId(1)));
        QCOMPARE(files(), QStringList(QStringLiteral("p.quoth")));
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }
}

void TestProject::leavesNothingBehindWhenReadingBesideOthers()
{
    QVERIFY(made()->addArticle(sample(), {}, {}));
    auto first = opened(Project::Access::ReadOnly);
    auto second = opened(Project::Access::ReadOnly);
    first.reset();
    QCOMPARE(second->articles()->size(), 1);
    second.reset();
    QCOMPARE(files(), QStringList(QStringLiteral("p.quoth")));
    second = opened(Project::Access::ReadOnly);
    {
        const auto writer = opened();
        QVERIFY(opened(Project::Access::ReadOnly)->article(ArticleId(1)));
        QVERIFY(writer->apply(rename(sample(), QStringLiteral("one")), {}));
        QVERIFY(opened(Project::Access::ReadOnly)->article(ArticleId(1)));
        QVERIFY(writer->apply(rename(sample(), QStringLiteral("two")), {}));
        QCOMPARE(second->article(ArticleId(1))->annotations.spans[0].note, QStringLiteral("two"));
    }
    QCOMPARE(second->article(ArticleId(1))->annotations.spans[0].note, QStringLiteral("two"));
    second.reset();
    QCOMPARE(opened()->article(ArticleId(1))->annotations.spans[0].note, QStringLiteral("two"));
    QCOMPARE(files(), QStringList(QStringLiteral("p.quoth")));
}

void TestProject::leavesTheLogOfAWriterThatWasKilled()
{
    const auto writer = made();
    QVERIFY(writer->addArticle(sample(), {}, {}));
    const QString left = path("left.quoth");
    QVERIFY(QFile::copy(path(), left));
    QVERIFY(QFile::copy(path("p.quoth-wal"), path("left.quoth-wal")));
    QFile log(path("left.quoth-wal"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray before = log.readAll();
    QVERIFY(!before.isEmpty());
    {
        const auto reader = Project::open(left, Project::Access::ReadOnly);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text()));
        QCOMPARE((*reader)->articles()->size(), 1);
    }
    log.seek(0);
    QCOMPARE(log.readAll(), before);
    QVERIFY(Project::open(left, Project::Access::ReadWrite));
    QVERIFY(!QFile::exists(log.fileName()));
}

void TestProject::findsNothingWrongWithAGoodProject()
{
    const auto project = made();
    const AnnotatedArticle article = sample();
    QVERIFY(project->addArticle(article, {}, {}));
    QVERIFY(project->apply(rename(article, QStringLiteral("one")), {}));
    const auto issues = check(*project, Progress());
    QVERIFY(issues);
    for (const Issue &issue : *issues)
        QFAIL(qPrintable(issue.place + u' ' + issue.message));
}

void TestProject::findsWhatWasDamagedByHand_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("says");
    QTest::newRow("text") << QStringLiteral("UPDATE articles SET text = text || 'x'") << QStringLiteral("SHA-256");
    QTest::newRow("offset") << QStringLiteral("UPDATE fragments SET \"end\" = 9999 WHERE span = 2") << QStringLiteral("outside");
    QTest::newRow("label") << QStringLiteral("UPDATE spans SET label = 'Ghost' WHERE id = 1") << QStringLiteral("Ghost");
    QTest::newRow("frame") << QStringLiteral("UPDATE attributions SET type = 'Ghost'") << QStringLiteral("Ghost");
    QTest::newRow("order") << QStringLiteral("UPDATE fragments SET ordinal = 5 - ordinal WHERE span = 3") << QStringLiteral("order");
    QTest::newRow("log") << QStringLiteral("UPDATE edits SET changes = '{'") << QStringLiteral("log");
    QTest::newRow("reference") << QStringLiteral("DELETE FROM speakers") << QStringLiteral("not there");
}

void TestProject::findsWhatWasDamagedByHand()
{
    QFETCH(QString, sql);
    QFETCH(QString, says);
    const auto project = made();
    const AnnotatedArticle article = sample();
    QVERIFY(project->addArticle(article, {}, {}));
    QVERIFY(project->apply(rename(article, QStringLiteral("one")), {}));
    QVERIFY(project->database().runOnce(QStringLiteral("PRAGMA foreign_keys=OFF")));
    QVERIFY(project->database().runOnce(sql));
    const auto issues = check(*project, Progress());
    QVERIFY(issues);
    QVERIFY(!issues->isEmpty());
    QVERIFY2(issues->at(0).message.contains(says), qPrintable(issues->at(0).message));
}

QTEST_GUILESS_MAIN(TestProject)
#include "test_project.moc"
