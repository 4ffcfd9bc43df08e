// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/annotation/schemaproblems.h>
#include <app/editing/schemadraft.h>
#include <app/storage/projectcheck.h>
#include <app/storage/schemause.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;
using namespace Quoth::Test;

class TestSchemaDraft : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesBackWhatItWasMadeOf();
    void addsLabelsThatCanBeToldApart();
    void holdsRolesToTheirLabelsThroughNewNames();
    void countsWhatTheProjectUses();
    void renamesWithTheSpansAndTakesItBack();
    void exchangesTwoNames();
    void givesSpansOfARemovedLabelAnother();
    void refusesToLeaveSpansWithoutTheirLabel();
    void refusesToLeaveRolesInUse();
    void takesAnotherSchemaInByNames();

private:
    AnnotatedArticle article() { return *m_project->article(ArticleId(1)); }
    Result<QList<Edit>> step(const SchemaDraft &draft) { return schemaStep(*m_project, draft.schema(), draft.mapping(), QStringLiteral("change labels")); }
    void apply(const SchemaDraft &draft)
    {
        const auto edits = step(draft);
        QVERIFY2(edits, edits ? "" : qPrintable(edits.error().text()));
        QVERIFY(m_project->apply(*edits, QStringLiteral("me")));
    }
    QStringList labels()
    {
        QStringList result;
        for (const Span &span : article().annotations.spans)
            result.append(span.label);
        return result;
    }
    bool isSound()
    {
        const auto issues = Storage::check(*m_project, {});
        return issues && issues->isEmpty();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Storage::Project> m_project;
};

void TestSchemaDraft::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto project = Storage::Project::create(m_folder->filePath(QStringLiteral("p.quoth")), defaultSchema());
    QVERIFY(project);
    m_project = *std::move(project);
    AnnotatedArticle added;
    added.article.externalId = QStringLiteral("a");
    added.article.text = QStringLiteral("Ann said it was so.");
    const auto span = [](qint64 id, const char *label, qint32 begin, qint32 end) {
        Span result;
        result.id = SpanId(id);
        result.label = QLatin1String(label);
        result.fragments = {{begin, end}};
        return result;
    };
    added.annotations.spans = {span(1, "Speaker", 0, 3), span(2, "Cue", 4, 8), span(3, "Quotation", 9, 18), span(4, "Claim", 9, 18)};
    added.annotations.spans[3].attributes = {{QStringLiteral("checkworthy"), QStringLiteral("yes")}};
    Attribution attribution;
    attribution.fillers = {{sourceRole, SpanId(1)}, {cueRole, SpanId(2)}, {contentRole, SpanId(3)}};
    added.annotations.attributions = {attribution};
    QVERIFY(m_project->addArticle(added, {}, {}));
}

void TestSchemaDraft::givesBackWhatItWasMadeOf()
{
    const SchemaDraft draft(defaultSchema());
    QCOMPARE(draft.schema(), defaultSchema());
    QCOMPARE(draft.mapping(), SchemaMapping());
}

void TestSchemaDraft::addsLabelsThatCanBeToldApart()
{
    SchemaDraft draft(defaultSchema());
    draft.removeLabel(1, 0);
    const qsizetype first = draft.addLabel(QStringLiteral("2"));
    QCOMPARE(draft.labels[first].value.key, QStringLiteral("6"));
    QVERIFY(draft.labels[first].value.mark == Mark::Dots);
    draft.addLabel({});
    QVERIFY(draft.labels[first].value.name != draft.labels.constLast().value.name);
    draft.frames[0].roles[1].labels = {draft.labels[first].id};
    const auto problems = schemaProblems(draft.schema());
    QVERIFY2(isUsable(problems), problems.isEmpty() ? "" : qPrintable(problems.constFirst().message));
}

void TestSchemaDraft::holdsRolesToTheirLabelsThroughNewNames()
{
    SchemaDraft draft(defaultSchema());
    draft.labels[0].value.name = QStringLiteral("Cue"); // as while typing
    draft.labels[0].value.name = QStringLiteral("Person");
    draft.labels.move(0, 4);
    QCOMPARE(draft.schema().frameTypes[0].roles[0].labels, QStringList(QStringLiteral("Person")));
    QCOMPARE(draft.schema().frameTypes[0].roles[1].labels, QStringList(QStringLiteral("Cue")));
    QCOMPARE(draft.mapping().labels, (QHash<QString, QString>{{QStringLiteral("Speaker"), QStringLiteral("Person")}}));
}

void TestSchemaDraft::countsWhatTheProjectUses()
{
    const auto use = Storage::schemaUse(*m_project);
    QVERIFY(use);
    QCOMPARE(use->labels.value(QStringLiteral("Cue")), 1);
    QCOMPARE(use->labels.value(QStringLiteral("ScareQuote")), 0);
    QCOMPARE(use->frameTypes.value(QStringLiteral("Attribution")), 1);
    QCOMPARE(use->roles.value(QStringLiteral("Attribution")).value(contentRole), 1);
    QCOMPARE(Storage::articlesUsing(*m_project, {QStringLiteral("Claim")}, {})->size(), 1);
    QVERIFY(Storage::articlesUsing(*m_project, {QStringLiteral("ScareQuote")}, {QStringLiteral("Other")})->isEmpty());
}

void TestSchemaDraft::renamesWithTheSpansAndTakesItBack()
{
    const AnnotatedArticle before = article();
    SchemaDraft draft(defaultSchema());
    draft.labels[0].value.name = QStringLiteral("Person");
    draft.labels[3].attributes[0].value.name = QStringLiteral("worth");
    draft.frames[0].value.name = QStringLiteral("Credit");
    draft.frames[0].roles[2].value.name = QStringLiteral("what");
    apply(draft);
    QCOMPARE(labels(), (QStringList{QStringLiteral("Person"), QStringLiteral("Cue"), QStringLiteral("Quotation"), QStringLiteral("Claim")}));
    QCOMPARE(article().annotations.spans[3].attributes.value(QStringLiteral("worth")).toString(), QStringLiteral("yes"));
    QCOMPARE(article().annotations.attributions[0].type, QStringLiteral("Credit"));
    QCOMPARE(article().annotations.attributions[0].fillers[2].role, QStringLiteral("what"));
    QCOMPARE(m_project->schema(), draft.schema());
    QVERIFY(isSound());

    QVERIFY(m_project->step(Storage::Direction::Undo, QStringLiteral("me")));
    QCOMPARE(article(), before);
    QCOMPARE(m_project->schema(), defaultSchema());
    QVERIFY(m_project->step(Storage::Direction::Redo, QStringLiteral("me")));
    QCOMPARE(labels()[0], QStringLiteral("Person"));
    QVERIFY(isSound());
}

void TestSchemaDraft::exchangesTwoNames()
{
    SchemaDraft draft(defaultSchema());
    draft.labels[0].value.name = QStringLiteral("Cue");
    draft.labels[1].value.name = QStringLiteral("Speaker");
    apply(draft);
    QCOMPARE(labels().mid(0, 2), (QStringList{QStringLiteral("Cue"), QStringLiteral("Speaker")}));
    QVERIFY(isSound());
}

void TestSchemaDraft::givesSpansOfARemovedLabelAnother()
{
    SchemaDraft draft(defaultSchema());
    const int quotation = draft.labels[2].id;
    const int scare = draft.labels[4].id;
    draft.removeLabel(3, scare);
    draft.removeLabel(3, quotation); // the scare quotes, with what they got
    apply(draft);
    QCOMPARE(labels()[3], QStringLiteral("Quotation"));
    QVERIFY(isSound());
}

void TestSchemaDraft::refusesToLeaveSpansWithoutTheirLabel()
{
    SchemaDraft draft(defaultSchema());
    draft.removeLabel(3, 0);
    const auto refused = step(draft);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("Claim")), qPrintable(refused.error().message));
}

void TestSchemaDraft::refusesToLeaveRolesInUse()
{
    SchemaDraft draft(defaultSchema());
    draft.frames[0].roles.removeAt(1);
    const auto refused = step(draft);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("cue")), qPrintable(refused.error().message));
    SchemaDraft without(defaultSchema());
    without.frames.clear();
    QVERIFY(!step(without));
}

void TestSchemaDraft::takesAnotherSchemaInByNames()
{
    SchemaDraft draft(defaultSchema());
    Schema other = defaultSchema();
    other.name = QStringLiteral("other");
    other.labels.removeAt(3);
    other.labels[3].name = QStringLiteral("Irony");
    draft.replaceBy(other, {{QStringLiteral("Claim"), QStringLiteral("Irony")}});
    QCOMPARE(draft.schema(), other);
    apply(draft);
    QCOMPARE(labels(), (QStringList{QStringLiteral("Speaker"), QStringLiteral("Cue"), QStringLiteral("Quotation"), QStringLiteral("Irony")}));
    QVERIFY(isSound());
}

QTEST_GUILESS_MAIN(TestSchemaDraft)
#include "test_schemadraft.moc"
