// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "examples/interviewdetector.h"
#include "examples/quotelistexporter.h"
#include "examples/quotelistimporter.h"

#include <app/annotation/schemaproblems.h>
#include <app/detection/detectorregistry.h>
#include <app/detection/outside/outsidedetector.h>
#include <app/detection/text/lexicons.h>
#include <tests/support/schema.h>

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

namespace {

const QDir top(QStringLiteral(QUOTH_SOURCE_DIR));
const QString examples = QStringLiteral("tests/house/examples/");
const QString guide = QStringLiteral("CONTRIBUTING.md");
const QString adding = QStringLiteral("resources/contributing/adding.md");

QString contentOf(const QString &path)
{
    QFile file(top.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A fenced block that a comment before it says something of: <!-- the file PATH --> or <!-- a change of PATH -->.
struct Block
{
    QString place; ///< page and line
    QString said; ///< "the file" or "a change of"
    QString path;
    QString content;
};

QList<Block> blocks(const QString &page)
{
    static const QRegularExpression form(QStringLiteral("^<!-- (the file|a change of) (\\S+) -->\\n```\\w*\\n(.*?)^```$"),
                                         QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    const QString content = contentOf(page);
    QList<Block> result;
    for (const QRegularExpressionMatch &match : form.globalMatch(content)) {
        const qsizetype line = content.first(match.capturedStart()).count(u'\n') + 1;
        result.append({QStringLiteral("%1:%2").arg(page).arg(line), match.captured(1), match.captured(2), match.captured(3)});
    }
    return result;
}

/// Without the licence, which the page leaves out.
QString shown(const QString &content)
{
    static const QRegularExpression licence(QStringLiteral("\\A(?:(?://|#) SPDX-[^\\n]*\\n)+\\n?"));
    return QString(content).remove(licence);
}

/// Of a page of Markdown, where its links to files lead.
QStringList links(const QString &content)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)"));
    static const QRegularExpression fenced(QStringLiteral("^```.*?^```$"),
                                           QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    const QString words = QString(content).remove(fenced);
    QStringList targets;
    for (const QRegularExpressionMatch &match : link.globalMatch(words)) {
        if (!match.captured(1).contains(u':'))
            targets.append(match.captured(1));
    }
    return targets;
}

Article interview()
{
    Article article;
    article.externalId = QStringLiteral("talk");
    article.meta.title = QStringLiteral("A talk \U0001F600");
    article.text = QStringLiteral("A talk \U0001F600\n\nAnn Reed: The bridge \u201Cwill\u201D open. \nIt is May.\n\nJo "
                                  "O\u2019Neill: Why?\n\nAnn Reed: It is done.\n");
    return article;
}

} // namespace

/// The worked examples of CONTRIBUTING.md: that what the page shows is what is built here, and that it works.
class TestExamples : public QObject
{
    Q_OBJECT

private slots:
    void thePageShowsTheFiles();
    void everyExampleIsShown();
    void changesFitTheFilesAsTheyAre();
    void everyLinkLeadsToAFile();
    void theDetectorJoinsTheOthers();
    void theProgramFindsWhatTheDetectorFinds();
    void theFormatTakesWhatTheDetectorFinds();
    void theSchemaIsWithoutAProblem();
    void theWordListsAreALanguage();
};

void TestExamples::thePageShowsTheFiles()
{
    int files = 0;
    for (const Block &block : blocks(adding) + blocks(guide)) {
        if (block.said != u"the file")
            continue;
        QVERIFY2(QFileInfo::exists(top.filePath(block.path)), qPrintable(block.place));
        const QString file = shown(contentOf(block.path));
        QVERIFY2(block.content == file,
                 qPrintable(QStringLiteral("%1 shows another text than %2 has").arg(block.place, block.path)));
        ++files;
    }
    QVERIFY(files > 0);
}

void TestExamples::everyExampleIsShown()
{
    QStringList paths;
    for (const Block &block : blocks(adding))
        paths.append(block.path);
    const QStringList names = QDir(top.filePath(examples)).entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QVERIFY2(paths.contains(examples + name), qPrintable(name));
}

void TestExamples::changesFitTheFilesAsTheyAre()
{
    for (const Block &block : blocks(adding) + blocks(guide)) {
        if (block.said != u"a change of")
            continue;
        const QStringList lines = contentOf(block.path).split(u'\n');
        QVERIFY2(lines.size() > 1, qPrintable(block.place));
        int missing = 0;
        for (const QString &line : block.content.split(u'\n', Qt::SkipEmptyParts)) {
            const bool isThere = lines.contains(line.sliced(1));
            if (line.startsWith(u'+'))
                missing += !isThere;
            else
                QVERIFY2(isThere, qPrintable(QStringLiteral("%1: %2 has no such line: %3").arg(block.place, block.path, line)));
        }
        QVERIFY2(missing > 0, qPrintable(QStringLiteral("%1: this change was made").arg(block.place)));
    }
}

void TestExamples::everyLinkLeadsToAFile()
{
    for (const QString &page : {guide, adding}) {
        const QDir folder = QFileInfo(top.filePath(page)).dir();
        const QStringList targets = links(contentOf(page));
        QVERIFY(!targets.isEmpty());
        for (const QString &target : targets)
            QVERIFY2(folder.exists(target), qPrintable(page + QStringLiteral(": ") + target));
    }
}

void TestExamples::theDetectorJoinsTheOthers()
{
    Detection::DetectorRegistry registry;
    registry.add(std::make_unique<Detection::InterviewDetector>());
    const Detection::Detector *detector = registry.detector(u"interview");
    QVERIFY(detector);
    const auto found = detector->detect(interview(), Progress());
    QVERIFY(found);
    QCOMPARE(found->attributions.size(), 3);
    for (const Span &span : found->spans)
        QVERIFY(isValid(span.fragments, interview().text.size()) && Test::defaultSchema().label(span.label));
}

void TestExamples::theProgramFindsWhatTheDetectorFinds()
{
    Detection::OutsideSettings settings;
    settings.name = QStringLiteral("interview");
    settings.program = QStandardPaths::findExecutable(QStringLiteral("python3"));
    settings.arguments = {top.filePath(examples + QStringLiteral("interview.py"))};
    if (settings.program.isEmpty())
        QSKIP("There is no python3 here.");
    const Detection::OutsideDetector program(settings, Test::defaultSchema());
    QList<Issue> issues;
    const auto theirs = program.detectAndTell(interview(), Progress(), issues);
    QVERIFY2(theirs, theirs ? "" : qPrintable(theirs.error().text()));
    QVERIFY(issues.isEmpty());
    const auto ours = Detection::InterviewDetector().detect(interview(), Progress());
    QVERIFY(ours);
    QCOMPARE(theirs->attributions.size(), ours->attributions.size());
    const auto tell = [](const Annotations &found) {
        QStringList list;
        for (const Span &span : found.spans) {
            const Speaker *speaker = span.speaker ? found.speaker(*span.speaker) : nullptr;
            list.append(QStringLiteral("%1 %2: %3 (%4)")
                            .arg(QString::number(span.extent().begin), span.label, textOf(span.fragments, interview().text),
                                 speaker ? speaker->name : QString()));
        }
        list.sort();
        return list;
    };
    QCOMPARE(tell(*theirs), tell(*ours));
}

void TestExamples::theFormatTakesWhatTheDetectorFinds()
{
    const AnnotatedArticle labelled{interview(), *Detection::InterviewDetector().detect(interview(), Progress())};
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("talk.quotes"));
    auto session = Exchange::QuoteListExporter().open(path, {});
    QVERIFY(session && (*session)->write(labelled) && (*session)->commit());
    QCOMPARE(
        contentOf(path),
        QStringLiteral(
            "A talk \U0001F600\nAnn Reed\tThe bridge \u201Cwill\u201D open.\nJo O\u2019Neill\tWhy?\nAnn Reed\tIt is done.\n"));
    const Exchange::QuoteListImporter importer;
    QVERIFY(importer.likelihood(path, "A talk") > 50);
    Exchange::ImportReport report;
    const auto sink = [](const Exchange::ImportedArticle &imported) -> Result<void> {
        const Annotations &found = imported.article.annotations;
        return found.attributions.size() == 3 && found.speakers.size() == 2
            ? Result<void>()
            : Error{ErrorCode::Internal, imported.article.article.text, {}};
    };
    const auto read = importer.read(path, {}, sink, report, Progress());
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(report.articles, 1);
}

void TestExamples::theSchemaIsWithoutAProblem()
{
    const QString path = examples + QStringLiteral("promises.json");
    const auto schema = Schema::fromJson(contentOf(path).toUtf8(), path);
    QVERIFY2(schema, schema ? "" : qPrintable(schema.error().text()));
    for (const SchemaProblem &problem : schemaProblems(*schema))
        QFAIL(qPrintable(problem.place + QStringLiteral(": ") + problem.message));
    QCOMPARE(Schema::fromJson(schema->toJson(), path).value(), *schema);
}

void TestExamples::theWordListsAreALanguage()
{
    const Detection::Lexicons lexicons(top.filePath(examples));
    QCOMPARE(lexicons.languages(), QStringList{QStringLiteral("nl")});
    const auto dutch = lexicons.of(QStringLiteral("nl-BE"), {});
    QVERIFY2(dutch, dutch ? "" : qPrintable(dutch.error().text()));
    const Detection::Lexicon &words = **dutch;
    QVERIFY(words.isVerbSecond() && !words.capitalisesNouns());
    QCOMPARE(words.verbLemma(words.find(u"Zei")), words.find(u"zeggen"));
    QCOMPARE(words.nounLemma(words.find(u"burgemeesters")), words.find(u"burgemeester"));
    QVERIFY(words.isIn(words.find(u"burgemeester"), Detection::List::PersonNoun));
    QVERIFY(words.cueWeight(words.find(u"zeggen"), 'v', -1) > 3);
    QVERIFY(!words.tagsByEnding(u"waarheid").empty());
}

QTEST_GUILESS_MAIN(TestExamples)
#include "test_examples.moc"
