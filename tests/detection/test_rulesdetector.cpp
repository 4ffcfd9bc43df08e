// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/detectorregistry.h>

#include <app/annotation/annotationindex.h>

#include <QDir>
#include <QRandomGenerator>
#include <QtTest>

#include <ctime>

using namespace Quoth;

namespace {

QString readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Annotation::Annotations detect(const QString &text, const QString &language = {})
{
    static const Detection::DetectorRegistry registry;
    Annotation::Article article;
    article.text = text;
    article.meta.language = language;
    const auto result = registry.detector(u"rules")->detect(article, Progress());
    return result ? *result : Annotation::Annotations();
}

// One line each: "Ann Carter: [she] [said] [the bridge // is safe]", then the claims, scare quotes and lone quotations.
QString print(const Annotation::Annotations &annotations, const QString &text)
{
    const Annotation::AnnotationIndex index(annotations);
    QStringList lines;
    const auto words = [&](const QList<TextRange> &fragments) {
        return u'[' + Annotation::textOf(fragments, text, u" // ").replace(u'\n', u'|') + u']';
    };
    QSet<SpanId> used;
    for (const AttributionId id : index.attributionsInOrder()) {
        const Annotation::Attribution &a = *index.attribution(id);
        const auto speaker = Annotation::speakerOf(a, index);
        QString line = (speaker ? index.speaker(*speaker)->name : QStringLiteral("?")) + u':';
        for (const QString &role : {Annotation::sourceRole, Annotation::cueRole, Annotation::contentRole}) {
            QList<TextRange> fragments;
            for (const SpanId span : a.spans(role)) {
                fragments += index.span(span)->fragments;
                used.insert(span);
            }
            line += u' ' + words(fragments);
        }
        lines.append(line + u' ' + (a.kind ? Annotation::toString(*a.kind) : QString()));
    }
    for (const Annotation::Span &span : annotations.spans) {
        if (!used.contains(span.id))
            lines.append(span.label + QStringLiteral(": ") + words(span.fragments));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace

class TestRulesDetector : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatTheCaseExpects_data();
    void findsWhatTheCaseExpects();
    void makesSuggestionsWithReasonsAndConfidences();
    void typesSpeakersAndGathersTheirNames();
    void stopsWhenCancelled();
    void staysWithinAnyText_data();
    void staysWithinAnyText();
    void staysWithinRandomTexts();
    void readsALongLineInLinearTime();
    void givesTheSameInSeveralThreads();
    void registryReplacesADetectorOfTheSameName();
};

void TestRulesDetector::findsWhatTheCaseExpects_data()
{
    QTest::addColumn<QString>("folder");
    const QDir cases(QStringLiteral(QUOTH_TEST_DATA "/detection"));
    for (const QString &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << cases.filePath(name);
}

void TestRulesDetector::findsWhatTheCaseExpects()
{
    QFETCH(QString, folder);
    const QString text = readFile(folder + QStringLiteral("/in.txt"));
    const QString found = print(detect(text), text);
    const QString expected = readFile(folder + QStringLiteral("/expected.txt"));
    if (qEnvironmentVariableIsSet("QUOTH_ACCEPT") && found != expected) {
        QFile file(folder + QStringLiteral("/expected.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(found.toUtf8());
    }
    QVERIFY2(!expected.isEmpty(), qPrintable(found));
    QCOMPARE(found.split(u'\n'), expected.split(u'\n'));
}

void TestRulesDetector::makesSuggestionsWithReasonsAndConfidences()
{
    const Annotation::Annotations found =
        detect(QStringLiteral("“The bridge is safe,” Ann Carter said. The so-called “reform” failed."));
    QVERIFY(!found.attributions.isEmpty());
    for (const Annotation::Span &span : found.spans) {
        QVERIFY(span.provenance.state == Annotation::State::Suggested);
        QVERIFY(span.provenance.origin.kind == Annotation::OriginKind::Detector);
        QCOMPARE(span.provenance.origin.name, QStringLiteral("rules"));
        QVERIFY(span.provenance.confidence && *span.provenance.confidence > 0 && *span.provenance.confidence <= 1);
        QVERIFY(!span.provenance.explanation.isEmpty());
    }
    QCOMPARE(found.attributions.constFirst().provenance.explanation,
             QStringLiteral("quotation marks + reporting verb “said” + name before it"));
}

void TestRulesDetector::typesSpeakersAndGathersTheirNames()
{
    const Annotation::Annotations found =
        detect(QStringLiteral("Minister Ann Carter said the bridge was safe. Carter said it would stay open. France "
                              "said it would pay. The ministry said it would not. "
                              "Anonymous sources said it had paid already."));
    QHash<QString, Annotation::Speaker> byName;
    for (const Annotation::Speaker &speaker : found.speakers)
        byName.insert(speaker.name, speaker);
    QVERIFY(byName.contains(QStringLiteral("Ann Carter")));
    QVERIFY(byName[QStringLiteral("Ann Carter")].type == Annotation::SpeakerType::Person);
    QCOMPARE(byName[QStringLiteral("Ann Carter")].aliases, QStringList{QStringLiteral("Carter")});
    QVERIFY(byName[QStringLiteral("France")].type == Annotation::SpeakerType::Country);
    QVERIFY(byName[QStringLiteral("ministry")].type == Annotation::SpeakerType::Organisation);
    QVERIFY(byName[QStringLiteral("Anonymous sources")].type == Annotation::SpeakerType::Anonymous);
}

void TestRulesDetector::stopsWhenCancelled()
{
    Annotation::Article article;
    article.text = QStringLiteral("Carter said so.\n").repeated(100);
    Progress *running = nullptr;
    Progress progress([&running](double) { running->cancel(); });
    running = &progress;
    const auto result = Detection::DetectorRegistry().detector(u"rules")->detect(article, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

static void checkWithin(const Annotation::Annotations &found, const QString &text)
{
    for (const Annotation::Span &span : found.spans) {
        QVERIFY(Annotation::isValid(span.fragments, text.size()));
        for (const TextRange fragment : span.fragments) {
            for (const qint32 edge : {fragment.begin, fragment.end}) {
                if (edge > 0 && edge < text.size())
                    QVERIFY(!(text[edge].isLowSurrogate() && text[edge - 1].isHighSurrogate()));
            }
        }
        QVERIFY(!span.speaker || found.speaker(*span.speaker));
    }
    for (const Annotation::Attribution &attribution : found.attributions) {
        QVERIFY(!attribution.spans(Annotation::contentRole).isEmpty());
        for (const Annotation::RoleFiller &filler : attribution.fillers)
            QVERIFY(found.span(filler.span));
    }
}

void TestRulesDetector::staysWithinAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QStringLiteral(" \n\n \t\n");
    QTest::newRow("one mark") << QStringLiteral("\"");
    QTest::newRow("emoji") << QStringLiteral(
        "\U0001F600\U0001F600 said \u201C\U0001F1FA\U0001F1E6 it is so\U0001F3FD\u201D \U0001F600.");
    QTest::newRow("Arabic") << QStringLiteral("\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 "
                                              "\u00AB\u0646\u0639\u0645\u00BB\u061F \u0642\u0627\u0644.");
    QTest::newRow("Hebrew") << QStringLiteral("\u05D0\u05DE\u05E8 \"\u05DB\u05DF\" \u05E6\u05D4\"\u05DC.");
    QTest::newRow("combining marks") << QStringLiteral("Zoe\u0308 said e\u0301te\u0301 was \u201Cfini\u0301\u201D.");
    QTest::newRow("all capitals") << QStringLiteral(
        "MAYOR SAYS BRIDGE IS SAFE, ADDS COSTS DOUBLED\nTHE MAYOR SAID THAT IT WAS SO.");
    QTest::newRow("lone surrogates") << QString(QChar(0xDC00)) + QStringLiteral(" said ") + QChar(0xD800);
    QTest::newRow("marks only") << QStringLiteral("\u201C\u201D\u2018\u2019\"\"''\u00AB\u00BB\u201E\u201C.,:;!?--");
    QTest::newRow("no-break spaces") << QStringLiteral("Carter\u00A0said\u00A0that\u00A0it was so.");
}

void TestRulesDetector::staysWithinAnyText()
{
    QFETCH(QString, text);
    for (const QString &language : {QString(), QStringLiteral("en"), QStringLiteral("de")})
        checkWithin(detect(text, language), text);
}

void TestRulesDetector::staysWithinRandomTexts()
{
    const QStringList pieces{QStringLiteral("said"),   QStringLiteral("Carter"),    QStringLiteral("the minister"),
                             QStringLiteral("that"),   QStringLiteral("\u201C"),    QStringLiteral("\u201D"),
                             QStringLiteral("\""),     QStringLiteral("'"),         QStringLiteral("\u2018"),
                             QStringLiteral("\u2019"), QStringLiteral("''"),        QStringLiteral(","),
                             QStringLiteral("."),      QStringLiteral("?"),         QStringLiteral(":"),
                             QStringLiteral("\n"),     QStringLiteral(" "),         QStringLiteral("\U0001F600"),
                             QStringLiteral("\u0301"), QStringLiteral("\u05D0"),    QStringLiteral("according to"),
                             QStringLiteral("who"),    QStringLiteral("was"),       QStringLiteral("claimed"),
                             QStringLiteral("by"),     QStringLiteral("to"),        QStringLiteral("("),
                             QStringLiteral(")"),      QStringLiteral("his claim"), QStringLiteral("and"),
                             QStringLiteral("adding"), QStringLiteral("U.S."),      QStringLiteral("\u2014"),
                             QStringLiteral("n't"),    QStringLiteral("'s"),        QStringLiteral("I"),
                             QStringLiteral("Ann"),    QStringLiteral("14"),        QStringLiteral("with"),
                             QStringLiteral("&")};
    QRandomGenerator random(20260101);
    for (int round = 0; round < 1500; ++round) {
        QString text;
        const int length = random.bounded(1, 60);
        for (int i = 0; i < length; ++i) {
            text += pieces[random.bounded(pieces.size())];
            if (random.bounded(3))
                text += u' ';
        }
        checkWithin(detect(text, round % 3 ? QStringLiteral("en") : QString()), text);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("for the text: ") + text));
    }
}

void TestRulesDetector::readsALongLineInLinearTime()
{
    const QStringList units{QStringLiteral("Carter said \u201Cthe bridge is safe,\u201D and left. "),
                            QStringLiteral("\u201C he said "), QStringLiteral("\" he said "),
                            QStringLiteral("(he said "), QStringLiteral("\u2018he said ")};
    for (const QString &unit : units) {
        const auto seconds = [&unit](int copies) {
            const QString text = unit.repeated(copies);
            const std::clock_t begin = std::clock();
            detect(text, QStringLiteral("en"));
            return double(std::clock() - begin) / CLOCKS_PER_SEC;
        };
        seconds(100);
        const double shorter = seconds(400);
        const double longer = seconds(4000);
        // Ten times as long; quadratic work would take a hundred times as long.
        QVERIFY2(longer < 40 * shorter + 0.05,
                 qPrintable(QStringLiteral("%1: %2 s, %3 s").arg(unit).arg(shorter).arg(longer)));
    }
}

void TestRulesDetector::givesTheSameInSeveralThreads()
{
    Annotation::Article article;
    article.text = readFile(QStringLiteral(QUOTH_TEST_DATA "/detection/speakers/in.txt")).repeated(5);
    const Detection::DetectorRegistry registry;
    const Detection::Detector *detector = registry.detector(u"rules");
    QList<Annotation::Annotations> results(3);
    std::vector<std::unique_ptr<QThread>> threads;
    for (Annotation::Annotations &result : results) {
        threads.emplace_back(
            QThread::create([&article, detector, &result] { result = *detector->detect(article, Progress()); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QVERIFY(!results[0].isEmpty());
    QVERIFY(results[0] == results[1] && results[1] == results[2]);
}

void TestRulesDetector::registryReplacesADetectorOfTheSameName()
{
    struct Silent : Detection::Detector
    {
        Detection::DetectorInfo info() const override { return {QStringLiteral("rules"), QStringLiteral("2"), {}}; }
        Result<Annotation::Annotations> detect(const Annotation::Article &, const Progress &) const override
        {
            return Annotation::Annotations();
        }
    };
    Detection::DetectorRegistry registry;
    const QStringList names = registry.names();
    QVERIFY(names.contains(QStringLiteral("rules")));
    registry.add(std::make_unique<Silent>());
    QCOMPARE(registry.names(), names);
    QCOMPARE(registry.detector(u"rules")->info().version, QStringLiteral("2"));
    QVERIFY(!registry.detector(u"nobody"));
}

QTEST_GUILESS_MAIN(TestRulesDetector)
#include "test_rulesdetector.moc"
