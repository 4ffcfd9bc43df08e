// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "olderversions.h"

#include <app/storage/migrations.h>
#include <app/storage/project.h>
#include <app/storage/projectcheck.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Storage;

class TestSteps : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesUndoesAndRedoesSeveralArticlesAtOnce();
    void tellsAStepOnceUnderEachOfItsArticles();
    void writesNothingOfAStepOfWhichOneEditFails();
    void keepsSelectionsInCodePointsAndSaysWhereThereIsNone();
    void changesTheSchemaUndoablyAndKeepsItAcrossRestarts();
    void refusesASchemaThatIsNotOne();
    void refusesASchemaWithoutWhatIsInUse();
    void refusesALabelThatTheSchemaLacks();
    void mendsWhatStandsUnderALabelThatTheSchemaLacks();
    void bringsAnOlderFileUpAndReadsItAsItIs();

private:
    QString path() const { return m_dir->filePath(QStringLiteral("p.quoth")); }
    Annotations annotations(qint64 article) { return m_project->article(ArticleId(article))->annotations; }
    Edit note(qint64 article, const QString &text);
    Edit labelled(const QString &label);
    static Edit schemaEdit(const Schema &before, const Schema &after);
    QStringList history(std::optional<qint64> article = std::nullopt);
    void reopen();
    void makeVersionOne();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Project> m_project;
};

void TestSteps::init()
{
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project = *Project::create(path(), Test::defaultSchema());
    qint64 id = 0;
    for (const char16_t *text : {u"\U0001F600 [S:Ann] spoke.", u"\U0001F600\U0001F600 [S:Ben] spoke too.", u"[S:Cy] did not."}) {
        AnnotatedArticle article = Test::parse(QString::fromUtf16(text));
        article.article.externalId = QStringLiteral("a%1").arg(++id);
        article.annotations.spans[0].id = SpanId(id);
        QVERIFY(m_project->addArticle(article, {}, QStringLiteral("me")));
    }
}

void TestSteps::reopen()
{
    m_project.reset();
    m_project = *Project::open(path(), Project::Access::ReadWrite);
}

Edit TestSteps::note(qint64 article, const QString &text)
{
    const Span before = annotations(article).spans.constFirst();
    Span after = before;
    after.note = text;
    Edit edit;
    edit.title = text;
    edit.article = ArticleId(article);
    edit.changes = {ChangeOf<Span>{before, after}};
    return edit;
}

Edit TestSteps::labelled(const QString &label)
{
    Span span = annotations(1).spans.constFirst();
    span.id = SpanId(m_project->nextIds()->span);
    span.label = label;
    Edit edit;
    edit.article = ArticleId(1);
    edit.changes = {ChangeOf<Span>{std::nullopt, span}};
    return edit;
}

Edit TestSteps::schemaEdit(const Schema &before, const Schema &after)
{
    Edit edit;
    edit.title = QStringLiteral("change the schema");
    edit.changes = {ChangeOf<Schema>{before, after}};
    return edit;
}

QStringList TestSteps::history(std::optional<qint64> article)
{
    QStringList lines;
    const auto entries = m_project->history(100, article ? std::optional(ArticleId(*article)) : std::nullopt);
    for (const HistoryEntry &entry : *entries) {
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(entry.action, entry.title, entry.article ? QString::number(entry.article->number()) : QStringLiteral("-"))
                         .arg(entry.articles));
    }
    return lines;
}

void TestSteps::writesUndoesAndRedoesSeveralArticlesAtOnce()
{
    const Annotations first = annotations(1);
    const Annotations second = annotations(2);
    QVERIFY(m_project->apply(note(1, QStringLiteral("alone")), {}));
    const Annotations alone = annotations(1);
    Edit none;
    none.article = ArticleId(3);
    QVERIFY(m_project->apply(QList{note(1, QStringLiteral("both")), none, note(2, QStringLiteral("both"))}, {}));
    QCOMPARE(annotations(1).spans[0].note, QStringLiteral("both"));
    QCOMPARE(annotations(2).spans[0].note, QStringLiteral("both"));
    QCOMPARE(m_project->undoState()->undoTitle, QStringLiteral("both"));

    const auto undone = m_project->step(Direction::Undo, {});
    QVERIFY(undone && *undone);
    QCOMPARE((*undone)->size(), 2);
    QCOMPARE((*undone)->at(0).article, std::optional(ArticleId(2)));
    QCOMPARE((*undone)->at(1).article, std::optional(ArticleId(1)));
    QCOMPARE(annotations(1), alone);
    QCOMPARE(annotations(2), second);
    QCOMPARE(m_project->undoState()->undoTitle, QStringLiteral("alone"));
    QCOMPARE(m_project->undoState()->redoTitle, QStringLiteral("both"));
    QVERIFY(m_project->step(Direction::Undo, {}));
    QCOMPARE(annotations(1), first);

    reopen();
    QCOMPARE(m_project->undoState()->redoTitle, QStringLiteral("alone"));
    QVERIFY(*m_project->step(Direction::Redo, {}));
    const auto redone = m_project->step(Direction::Redo, {});
    QCOMPARE((*redone)->at(0).article, std::optional(ArticleId(1)));
    QCOMPARE(annotations(1).spans[0].note, QStringLiteral("both"));
    QCOMPARE(annotations(2).spans[0].note, QStringLiteral("both"));
    QVERIFY(!m_project->step(Direction::Redo, {})->has_value());
    QVERIFY(m_project->apply(QList{none}, {}));
    QVERIFY(m_project->apply(QList<Edit>(), {}));
    QCOMPARE(m_project->undoState()->undoTitle, QStringLiteral("both"));
    QVERIFY(check(*m_project, Progress())->isEmpty());
}

void TestSteps::tellsAStepOnceUnderEachOfItsArticles()
{
    QVERIFY(m_project->apply(QList{note(1, QStringLiteral("both")), note(2, QStringLiteral("both"))}, {}));
    QVERIFY(m_project->apply(note(2, QStringLiteral("two")), {}));
    QVERIFY(m_project->step(Direction::Undo, {}));
    QVERIFY(m_project->step(Direction::Undo, {}));
    const QStringList imports{QStringLiteral("import import a3 3 1"), QStringLiteral("import import a2 2 1"), QStringLiteral("import import a1 1 1")};
    QCOMPARE(history(), (QStringList{QStringLiteral("undo both - 2"), QStringLiteral("undo two 2 1"), QStringLiteral("do two 2 1"), QStringLiteral("do both - 2")} + imports));
    QCOMPARE(history(1), (QStringList{QStringLiteral("undo both - 2"), QStringLiteral("do both - 2"), imports[2]}));
    QCOMPARE(history(2), (QStringList{QStringLiteral("undo both - 2"), QStringLiteral("undo two 2 1"), QStringLiteral("do two 2 1"), QStringLiteral("do both - 2"), imports[1]}));
    QCOMPARE(history(3), (QStringList{imports[0]}));
}

void TestSteps::writesNothingOfAStepOfWhichOneEditFails()
{
    const Annotations first = annotations(1);
    Edit broken = note(2, QStringLiteral("x"));
    std::get<ChangeOf<Span>>(broken.changes[0]).after->fragments = {{0, 5000}};
    const auto done = m_project->apply(QList{note(1, QStringLiteral("x")), broken}, {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::OutOfRange);
    QCOMPARE(annotations(1), first);
    QVERIFY(!m_project->undoState()->canUndo);
    QCOMPARE(history().size(), 3);
    QVERIFY(m_project->apply(note(1, QStringLiteral("y")), {}));
}

void TestSteps::keepsSelectionsInCodePointsAndSaysWhereThereIsNone()
{
    Edit here = note(1, QStringLiteral("x"));
    here.selectionBefore = {3, 6};
    here.selectionAfter = {6, 6};
    QVERIFY(m_project->apply(QList{here, note(2, QStringLiteral("x"))}, {}));
    const QString logged = m_project->database().value(QStringLiteral("SELECT changes FROM edits ORDER BY id LIMIT 1"))->toString();
    QVERIFY2(logged.contains(QStringLiteral("\"selection\":[[2,5],[5,5]]")), qPrintable(logged));
    reopen();
    const auto undone = m_project->step(Direction::Undo, {});
    QCOMPARE((*undone)->at(0).selectionAfter, std::nullopt);
    QCOMPARE((*undone)->at(1).selectionAfter, (std::optional(TextRange{3, 6})));
    const auto redone = m_project->step(Direction::Redo, {});
    QCOMPARE((*redone)->at(0).selectionAfter, (std::optional(TextRange{6, 6})));
}

void TestSteps::changesTheSchemaUndoablyAndKeepsItAcrossRestarts()
{
    const Schema before = m_project->schema();
    Schema after = before;
    after.labels.append({QStringLiteral("Rumour"), QStringLiteral("Rumour"), QStringLiteral("#112233"), QStringLiteral("#ddeeff"), Mark::Wave, {}, {}, false, {}});
    QVERIFY(m_project->apply(schemaEdit(before, after), {}));
    QCOMPARE(m_project->schema(), after);
    QVERIFY(m_project->apply(labelled(QStringLiteral("Rumour")), {}));
    reopen();
    QCOMPARE(m_project->schema(), after);
    QVERIFY(m_project->step(Direction::Undo, {}));
    const auto undone = m_project->step(Direction::Undo, {});
    QCOMPARE((*undone)->constFirst().article, std::nullopt);
    QCOMPARE(m_project->schema(), before);
    reopen();
    QCOMPARE(m_project->schema(), before);
    QVERIFY(*m_project->step(Direction::Redo, {}));
    QVERIFY(*m_project->step(Direction::Redo, {}));
    QCOMPARE(m_project->schema(), after);
    QCOMPARE(annotations(1).spans.size(), 2);
}

void TestSteps::refusesASchemaThatIsNotOne()
{
    const Schema before = m_project->schema();
    Schema clashing = before;
    clashing.labels[1].key = clashing.labels[0].key;
    const auto done = m_project->apply(schemaEdit(before, clashing), {});
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(clashing.labels[0].key), qPrintable(done.error().message));
    QCOMPARE(m_project->schema(), before);
    Edit none = schemaEdit(before, before);
    std::get<ChangeOf<Schema>>(none.changes[0]).after.reset();
    QVERIFY(!m_project->apply(none, {}));
    reopen();
    QCOMPARE(m_project->schema(), before);
    QVERIFY(!m_project->undoState()->canUndo);
}

void TestSteps::refusesASchemaWithoutWhatIsInUse()
{
    const Schema before = m_project->schema();
    Schema renamed = before;
    const QString speaker = QStringLiteral("Speaker");
    for (Label &label : renamed.labels) {
        if (label.name == speaker)
            label.name = QStringLiteral("Voice");
    }
    for (FrameType &frame : renamed.frameTypes) {
        for (Role &role : frame.roles)
            role.labels.replaceInStrings(speaker, QStringLiteral("Voice"));
    }
    const auto refused = m_project->apply(schemaEdit(before, renamed), {});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(before.label(speaker)->title), qPrintable(refused.error().message));
    QCOMPARE(m_project->schema(), before);
    // Relabelling in the same step makes it good, in any order; and undo brings both back.
    QList<Edit> step{schemaEdit(before, renamed)};
    for (qint64 article = 1; article <= 3; ++article) {
        Edit edit = note(article, {});
        std::get<ChangeOf<Span>>(edit.changes[0]).after->label = QStringLiteral("Voice");
        step.append(edit);
    }
    const auto done = m_project->apply(step, {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    QVERIFY(check(*m_project, Progress())->isEmpty());
    QVERIFY(*m_project->step(Direction::Undo, {}));
    QCOMPARE(m_project->schema(), before);
    QCOMPARE(annotations(3).spans[0].label, speaker);
    QVERIFY(check(*m_project, Progress())->isEmpty());
}

void TestSteps::refusesALabelThatTheSchemaLacks()
{
    const auto done = m_project->apply(labelled(QStringLiteral("Ghost")), {});
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(QStringLiteral("Ghost")), qPrintable(done.error().message));
    QCOMPARE(annotations(1).spans.size(), 1);
    Edit framed;
    framed.article = ArticleId(1);
    Attribution attribution;
    attribution.type = QStringLiteral("phantom");
    framed.changes = {ChangeOf<Attribution>{std::nullopt, attribution}};
    QVERIFY(m_project->apply(framed, {}).error().message.contains(QStringLiteral("phantom")));
    QVERIFY(!m_project->undoState()->canUndo);
}

void TestSteps::mendsWhatStandsUnderALabelThatTheSchemaLacks()
{
    QVERIFY(m_project->database().runOnce(QStringLiteral("UPDATE spans SET label = 'Ghost' WHERE article = 1")));
    QVERIFY(m_project->apply(note(1, QStringLiteral("who was that?")), {}));
    Edit edit = note(1, {});
    std::get<ChangeOf<Span>>(edit.changes[0]).after->label = QStringLiteral("Claim");
    QVERIFY(m_project->apply(edit, {}));
    QVERIFY(*m_project->step(Direction::Undo, {}));
    QCOMPARE(annotations(1).spans[0].label, QStringLiteral("Ghost"));
}

void TestSteps::makeVersionOne()
{
    QVERIFY(Test::makeVersionFive(m_project->database()));
    for (const char *sql : {"DROP INDEX edits_by_state", "DROP INDEX edits_by_article", "DROP INDEX history_by_article",
                            "DROP INDEX history_over_articles", "ALTER TABLE edits DROP COLUMN step",
                            "ALTER TABLE history DROP COLUMN articles", "ALTER TABLE speakers DROP COLUMN colour", "DROP TABLE learner_versions",
                            "DROP TABLE release_articles", "DROP TABLE releases",
                            "CREATE INDEX edits_by_state ON edits (state, id)",
                            "PRAGMA user_version=1"}) {
        const auto done = m_project->database().runOnce(QString::fromLatin1(sql));
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }
    m_project.reset();
}

void TestSteps::bringsAnOlderFileUpAndReadsItAsItIs()
{
    QVERIFY(m_project->apply(note(1, QStringLiteral("one")), {}));
    QVERIFY(m_project->apply(note(2, QStringLiteral("two")), {}));
    QVERIFY(m_project->step(Direction::Undo, {}));
    const QStringList told = history();
    makeVersionOne();
    m_project = *Project::open(path(), Project::Access::ReadOnly);
    QCOMPARE(history(), told);
    QCOMPARE(m_project->undoState()->redoTitle, QStringLiteral("two"));
    QVERIFY(check(*m_project, Progress())->isEmpty());
    QCOMPARE(m_project->database().value(QStringLiteral("PRAGMA user_version"))->toInt(), 1);
    reopen();
    QCOMPARE(m_project->database().value(QStringLiteral("PRAGMA user_version"))->toInt(), currentVersion());
    QVERIFY(QFile::exists(path() + QStringLiteral(".version-1.backup")));
    QCOMPARE(history(), told);
    QCOMPARE(m_project->undoState()->undoTitle, QStringLiteral("one"));
    QVERIFY(*m_project->step(Direction::Redo, {}));
    QVERIFY(*m_project->step(Direction::Undo, {}));
    QVERIFY(*m_project->step(Direction::Undo, {}));
    QCOMPARE(annotations(1).spans[0].note, QString());
}

QTEST_GUILESS_MAIN(TestSteps)
#include "test_steps.moc"
