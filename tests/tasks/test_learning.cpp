// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/model/modeldetector.h>
#include <app/tasks/learning.h>
#include <app/tasks/suggesting.h>
#include <tests/support/schema.h>
#include <tests/support/smallmodel.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Tasks;

class TestLearning : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void takesAParagraphForDecidedOnceNothingIsSuggestedInIt();
    void takesNothingForDecidedWhereNothingWasDecided();
    void learnsOnlyFromWhatWasLabelledWhereNothingWasSuggested();
    void learnsANewWordForSaying();
    void keepsNoVersionWithoutAnythingNew();
    void learnsAsWellBitByBit();
    void learnsAnewWhenADecisionIsTakenBack();
    void forgetsAndPassesOverWhatItForgot();
    void goesBackToAVersion();
    void exportsAModelThatKnowsWhatWasLearned();
    void passesOverWhatWasLearnedOnAnotherModel();
    void refusesADamagedState();

private:
    void add(const Detection::TrainingArticle &saying, State state, OriginKind origin = OriginKind::Detector);
    void teach(int articles)
    {
        for (int i = 0; i < articles; ++i)
            add(Test::sayings(m_added, 3, QStringLiteral("burbled")), State::Accepted);
    }
    int foundBy(const Detection::Detector &detector) const;

    std::optional<BaseModel> m_base;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Storage::Project> m_project;
    int m_added = 0;
    qint64 m_ids = 0;
};

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

AnnotatedArticle annotated(const Detection::TrainingArticle &saying, State state, OriginKind origin, qint64 &ids)
{
    AnnotatedArticle result;
    result.article.text = saying.text;
    result.article.meta.language = QStringLiteral("en");
    const Provenance provenance{state, {origin, false, QStringLiteral("test"), {}}, 0.5, {}};
    for (const Detection::TrainingAttribution &said : saying.attributions) {
        Attribution attribution;
        attribution.id = AttributionId(++ids);
        attribution.provenance = provenance;
        const auto fill = [&](const QString &role, const char *label, const QList<TextRange> &ranges) {
            Span span;
            span.id = SpanId(++ids);
            span.label = QString::fromLatin1(label);
            span.fragments = ranges;
            span.provenance = provenance;
            attribution.fillers.append({role, span.id});
            result.annotations.spans.append(span);
        };
        fill(sourceRole, "Speaker", said.source);
        fill(cueRole, "Cue", said.cue);
        fill(contentRole, "Quotation", said.content);
        result.annotations.attributions.append(attribution);
    }
    return result;
}

} // namespace

void TestLearning::initTestCase()
{
    const QByteArray bytes = Detection::writeModel(Test::smallModel());
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("small.quothmodel")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    m_base = must(loadBaseModel(file.fileName()));
    QCOMPARE(m_base->language(), QStringLiteral("en"));
}

void TestLearning::init()
{
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project = must(Storage::Project::create(m_dir->filePath(QStringLiteral("p.quoth")), Test::defaultSchema()));
    m_added = 0;
    m_ids = 0;
}

void TestLearning::add(const Detection::TrainingArticle &saying, State state, OriginKind origin)
{
    AnnotatedArticle article = annotated(saying, state, origin, m_ids);
    article.article.externalId = QString::number(++m_added);
    must(m_project->addArticle(article, {}, {}));
}

/// How many attributions it finds in an article with the new word.
int TestLearning::foundBy(const Detection::Detector &detector) const
{
    Article article;
    article.meta.language = QStringLiteral("en");
    article.text = Test::sayings(50, 4, QStringLiteral("burbled")).text;
    const Annotations found = must(detector.detect(article, Progress()));
    int count = 0;
    for (const Attribution &attribution : found.attributions) {
        for (const SpanId id : attribution.spans(cueRole))
            count += textOf(found.span(id)->fragments, article.text) == u"burbled";
    }
    return count;
}

void TestLearning::takesAParagraphForDecidedOnceNothingIsSuggestedInIt()
{
    qint64 ids = 0;
    const Detection::TrainingArticle saying = Test::sayings(0, 3);
    AnnotatedArticle article = annotated(saying, State::Suggested, OriginKind::Detector, ids);
    article.annotations.attributions[0].provenance.state = State::Accepted;
    article.annotations.attributions[2].provenance.state = State::Rejected;
    const QList<TextRange> decided = decidedParagraphs(article);
    QCOMPARE(decided.size(), 5); // of six lines the one with the second saying is left
    for (const TextRange range : decided)
        QVERIFY(!range.overlaps(saying.attributions[1].content[0]));
    QCOMPARE(decided[0], (TextRange{0, qint32(saying.text.indexOf(u'\n'))}));
}

void TestLearning::takesNothingForDecidedWhereNothingWasDecided()
{
    qint64 ids = 0;
    QVERIFY(decidedParagraphs(annotated(Test::sayings(0, 2), State::Suggested, OriginKind::Detector, ids)).isEmpty());
    QVERIFY(decidedParagraphs({{ArticleId(1), {}, QStringLiteral("It rained.\n"), {}}, {}}).isEmpty());
}

void TestLearning::learnsOnlyFromWhatWasLabelledWhereNothingWasSuggested()
{
    qint64 ids = 0;
    const Detection::TrainingArticle saying = Test::sayings(0, 2);
    const QList<TextRange> decided = decidedParagraphs(annotated(saying, State::Accepted, OriginKind::Person, ids));
    QCOMPARE(decided.size(), 2);
    QVERIFY(decided[1].contains(saying.attributions[1].content[0]));
}

void TestLearning::learnsANewWordForSaying()
{
    const auto before = must(projectDetector(*m_project, *m_base));
    QCOMPARE(before->info().version, m_base->version());
    teach(12);
    QCOMPARE(must(learn(*m_project, *m_base, Progress())), std::optional<qint64>(1));
    const auto version = must(Storage::latestLearnerVersion(*m_project));
    QVERIFY(version);
    QCOMPARE(version->articles.size(), 12);
    QCOMPARE(version->decisions, 36);
    QVERIFY2(version->strength > 0, qPrintable(QString::number(version->strength)));
    const auto after = must(projectDetector(*m_project, *m_base));
    QCOMPARE(after->info().version, m_base->version() + QStringLiteral("+1"));
    QVERIFY(foundBy(*after) > foundBy(*before));
    const auto adaptation = must(adaptationOf(*version, *m_base));
    const auto findings = adaptation->findings(200);
    QVERIFY(std::any_of(findings.begin(), findings.end(), [](const auto &finding) { return inWords(finding).contains(QStringLiteral("burbled")); }));
    // What is suggested says which version made it.
    add(Test::sayings(60, 2, QStringLiteral("burbled")), State::Rejected, OriginKind::Person);
    const auto summaries = must(m_project->articles());
    QVERIFY(suggest(*m_project, {summaries.constLast()}, {after.get()}, Editing::IdAllocator(must(m_project->nextIds())), QStringLiteral("me"), Progress(),
                    [](const Suggested &) { }));
    const auto article = must(m_project->article(summaries.constLast().id));
    for (const Attribution &attribution : article.annotations.attributions) {
        if (attribution.provenance.origin.kind == OriginKind::Detector)
            QCOMPARE(attribution.provenance.origin.version, m_base->version() + QStringLiteral("+1"));
    }
}

void TestLearning::keepsNoVersionWithoutAnythingNew()
{
    QCOMPARE(must(learn(*m_project, *m_base, Progress())), std::optional<qint64>());
    teach(3);
    QCOMPARE(must(learn(*m_project, *m_base, Progress())), std::optional<qint64>(1));
    QCOMPARE(must(learn(*m_project, *m_base, Progress())), std::optional<qint64>());
    const Progress stopped;
    stopped.cancel();
    teach(1);
    const auto answer = learn(*m_project, *m_base, stopped);
    QVERIFY(!answer && answer.error().code == ErrorCode::Cancelled);
    QCOMPARE(must(Storage::learnerVersions(*m_project)).size(), 1);
}

void TestLearning::learnsAsWellBitByBit()
{
    ProjectLearner learner(*m_base);
    for (int i = 0; i < 6; ++i) {
        teach(2);
        const auto decisions = must(decisionsIn(*m_project, *m_base, {}));
        QVERIFY(must(learner.learn(decisions, Progress())));
        QVERIFY(!must(learner.learn(decisions, Progress())));
        QCOMPARE(learner.version().articles.size(), 2 * (i + 1));
    }
    const auto adaptation = must(adaptationOf(learner.version(), *m_base));
    QVERIFY(learner.version().strength > 0);
    const Detection::ModelDetector after(QStringLiteral("model"), {}, m_base->finder, adaptation, QStringLiteral("x"));
    QVERIFY(foundBy(after) > foundBy(*must(projectDetector(*m_project, *m_base))));
}

void TestLearning::learnsAnewWhenADecisionIsTakenBack()
{
    teach(4);
    ProjectLearner learner(*m_base);
    auto decisions = must(decisionsIn(*m_project, *m_base, {}));
    QVERIFY(must(learner.learn(decisions, Progress())));
    decisions[1].decided.article.attributions.pop_back(); // rejected after all
    QVERIFY(must(learner.learn(decisions, Progress())));
    ProjectLearner other(*m_base);
    QVERIFY(must(other.learn(decisions, Progress())));
    QCOMPARE(learner.version(), other.version());
}

void TestLearning::forgetsAndPassesOverWhatItForgot()
{
    teach(4);
    QVERIFY(must(learn(*m_project, *m_base, Progress())));
    QCOMPARE(must(resetLearning(*m_project, *m_base)), qint64(2));
    QCOMPARE(must(projectDetector(*m_project, *m_base))->info().version, m_base->version());
    QCOMPARE(must(learn(*m_project, *m_base, Progress())), std::optional<qint64>());
    teach(1);
    QCOMPARE(must(learn(*m_project, *m_base, Progress())), std::optional<qint64>(3));
    QCOMPARE(must(Storage::latestLearnerVersion(*m_project))->articles, QList{ArticleId(5)});
}

void TestLearning::goesBackToAVersion()
{
    teach(3);
    QVERIFY(must(learn(*m_project, *m_base, Progress())));
    const auto first = must(Storage::learnerVersion(*m_project, 1));
    teach(3);
    QVERIFY(must(learn(*m_project, *m_base, Progress())));
    QCOMPARE(must(revertLearning(*m_project, *m_base, 1)), qint64(3));
    const auto now = must(Storage::latestLearnerVersion(*m_project));
    QCOMPARE(now->state, first->state);
    // What it went back from stays away.
    QCOMPARE(must(learn(*m_project, *m_base, Progress())), std::optional<qint64>());
    const auto none = revertLearning(*m_project, *m_base, 77);
    QVERIFY(!none && none.error().code == ErrorCode::NotFound);
}

void TestLearning::exportsAModelThatKnowsWhatWasLearned()
{
    const auto nothing = exportLearned(*m_project, *m_base);
    QVERIFY(!nothing && nothing.error().code == ErrorCode::NotFound);
    teach(12);
    QVERIFY(must(learn(*m_project, *m_base, Progress())));
    const QByteArray bytes = must(exportLearned(*m_project, *m_base));
    const auto model = must(Detection::readModel(bytes, QStringLiteral("x")));
    QVERIFY(model->adaptation && model->version != m_base->version());
    const Detection::ModelDetector detector(QStringLiteral("model"), {}, std::make_shared<const Detection::AttributionFinder>(model), nullptr,
                                            model->version);
    QCOMPARE(foundBy(detector), foundBy(*must(projectDetector(*m_project, *m_base))));
    QVERIFY(!Detection::readModel(bytes.chopped(1), QStringLiteral("x")));
}

void TestLearning::passesOverWhatWasLearnedOnAnotherModel()
{
    teach(3);
    QVERIFY(must(learn(*m_project, *m_base, Progress())));
    auto version = *must(Storage::latestLearnerVersion(*m_project));
    version.base = QStringLiteral("another");
    must(Storage::addLearnerVersion(*m_project, version));
    QCOMPARE(must(projectDetector(*m_project, *m_base))->info().version, m_base->version());
    const auto exported = exportLearned(*m_project, *m_base);
    QVERIFY(!exported && exported.error().message.contains(QStringLiteral("another")));
}

void TestLearning::refusesADamagedState()
{
    Storage::LearnerVersion version;
    version.base = m_base->version();
    version.state = QByteArray("no state at all");
    must(Storage::addLearnerVersion(*m_project, version));
    QVERIFY(!projectDetector(*m_project, *m_base));
}

QTEST_GUILESS_MAIN(TestLearning)
#include "test_learning.moc"
