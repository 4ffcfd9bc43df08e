// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningserver.h"

#include <app/detection/outside/outsidedetector.h>
#include <tests/support/schema.h>

#include <QElapsedTimer>
#include <QtConcurrent>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Detection;

namespace {

const QString text = QStringLiteral("\U0001F6A2 News. \u201CThe bridge will open in May,\u201D Mayor Ann Reed said.");

OutsideSettings program(const QString &how)
{
    OutsideSettings settings;
    settings.name = QStringLiteral("other");
    settings.program = QStringLiteral(OUTSIDE_SERVER);
    settings.arguments = {QStringLiteral("--program"), how};
    settings.timeout = 20;
    return settings;
}

Article article(const QString &words = text)
{
    Article result;
    result.externalId = QStringLiteral("a");
    result.text = words;
    return result;
}

QStringList spansOf(const Annotations &annotations)
{
    QStringList list;
    for (const Span &span : annotations.spans)
        list.append(span.label + QStringLiteral(": ") + textOf(span.fragments, text));
    return list;
}

/// For QVERIFY2, which makes its message whether it needs it or not.
template<class T>
QByteArray toldBy(const Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}
#define told(result) toldBy(result).constData()

const QStringList expectedSpans = {QStringLiteral("Quotation: \u201CThe bridge will open in May,\u201D"),
                                   QStringLiteral("Speaker: Mayor Ann Reed"), QStringLiteral("Cue: said")};

} // namespace

/// Detectors from outside against real processes and real servers on this machine, good ones and bad ones.
class TestOutsideDetectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asksAProgram();
    void keepsAProgramForSeveralArticles();
    void asksOverHttp();
    void asksALabelStudioBackend();
    void asksAnInceptionRecommender();
    void tellsWhyAProgramGaveNothing_data();
    void tellsWhyAProgramGaveNothing();
    void tellsWhyAServerGaveNothing_data();
    void tellsWhyAServerGaveNothing();
    void takesTheGoodOutOfAWildAnswer_data();
    void takesTheGoodOutOfAWildAnswer();
    void tellsOfADeadServerAtOnce();
    void givesUpAfterThreeFailuresInARow();
    void doesNotHangOnWhatHangs_data();
    void doesNotHangOnWhatHangs();
    void stopsAtOnceWhenCancelled_data();
    void stopsAtOnceWhenCancelled();
    void answersSeveralThreadsAtOnce_data();
    void answersSeveralThreadsAtOnce();
    void sendsNothingToAHostThatNobodyAgreedTo();
    void triesADetectorOut();

private:
    OutsideSettings server(OutsideKind kind, const QString &how) const
    {
        OutsideSettings settings;
        settings.name = QStringLiteral("other");
        settings.kind = kind;
        settings.url = m_server->url(how);
        settings.layer = inceptionLayer;
        settings.feature = inceptionFeature;
        settings.labels = {{QStringLiteral("PER"), QStringLiteral("Speaker")}};
        settings.timeout = 20;
        return settings;
    }

    const Schema m_schema = Test::defaultSchema();
    std::unique_ptr<RunningServer> m_server;
};

void TestOutsideDetectors::initTestCase()
{
    m_server = std::make_unique<RunningServer>(QStringLiteral(OUTSIDE_SERVER), QStringList());
    QVERIFY(m_server->isThere());
}

void TestOutsideDetectors::asksAProgram()
{
    const OutsideDetector detector(program(QStringLiteral("good")), m_schema);
    QCOMPARE(detector.info().name, QStringLiteral("other"));
    QList<Issue> issues;
    const auto found = detector.detectAndTell(article(), {}, issues);
    QVERIFY2(found, told(found));
    QVERIFY(issues.isEmpty());
    QCOMPARE(spansOf(*found), expectedSpans);
    const Span &quotation = found->spans[0];
    QCOMPARE(quotation.provenance.origin, (Origin{OriginKind::Detector, false, QStringLiteral("other"), QStringLiteral("2.1")}));
    QVERIFY(quotation.provenance.state == State::Suggested);
    QCOMPARE(quotation.provenance.confidence, std::optional(0.75));
    QCOMPARE(quotation.provenance.explanation, QStringLiteral("it says so"));
    QCOMPARE(found->attributions.size(), 1);
    QCOMPARE(found->attributions[0].fillers.size(), 3);
    QVERIFY(found->attributions[0].kind == Kind::Direct);
    QCOMPARE(found->speakers.size(), 1);
    QCOMPARE(found->speaker(*found->spans[1].speaker)->name, QStringLiteral("Ann Reed"));
}

void TestOutsideDetectors::keepsAProgramForSeveralArticles()
{
    const OutsideDetector detector(program(QStringLiteral("good")), m_schema);
    QElapsedTimer clock;
    for (int i = 0; i < 50; ++i) {
        if (i == 1)
            clock.start(); // the first one starts it
        const auto found = detector.detect(article(), {});
        QVERIFY2(found, told(found));
        QCOMPARE(found->spans.size(), 3);
    }
    // A new process for each would take some seconds.
    QVERIFY2(clock.elapsed() < 2500, qPrintable(QString::number(clock.elapsed())));
}

void TestOutsideDetectors::asksOverHttp()
{
    const OutsideDetector detector(server(OutsideKind::Http, QStringLiteral("good/")), m_schema);
    const auto found = detector.detect(article(), {});
    QVERIFY2(found, told(found));
    QCOMPARE(spansOf(*found), expectedSpans);
    QCOMPARE(found->spans[0].provenance.origin.version, QStringLiteral("2.1"));
    QCOMPARE(found->attributions.size(), 1);
}

void TestOutsideDetectors::asksALabelStudioBackend()
{
    const OutsideDetector detector(server(OutsideKind::LabelStudio, QStringLiteral("good")), m_schema);
    QList<Issue> issues;
    const auto found = detector.detectAndTell(article(), {}, issues);
    QVERIFY2(found, told(found));
    QCOMPARE(spansOf(*found), expectedSpans);
    QCOMPARE(found->spans[0].provenance.origin.version, QStringLiteral("ls-3"));
    QCOMPARE(found->spans[0].provenance.confidence, std::optional(0.6));
    QCOMPARE(found->attributions.size(), 1);
    QCOMPARE(found->attributions[0].fillers.size(), 3);
    QCOMPARE(issues.size(), 1);
    QVERIFY2(issues[0].message.contains(QStringLiteral("choices")), qPrintable(issues[0].message));
}

void TestOutsideDetectors::asksAnInceptionRecommender()
{
    const OutsideDetector detector(server(OutsideKind::Inception, QStringLiteral("good")), m_schema);
    const auto found = detector.detect(article(), {});
    QVERIFY2(found, told(found));
    QCOMPARE(spansOf(*found), QStringList(QStringLiteral("Speaker: Mayor Ann Reed")));
    QCOMPARE(found->spans[0].provenance.confidence, std::optional(0.8));
    QCOMPARE(found->spans[0].provenance.explanation, QStringLiteral("a title"));
}

void TestOutsideDetectors::tellsWhyAProgramGaveNothing_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("says");
    const auto row
        = [](const char *how, const char *says) { QTest::newRow(how) << QString::fromLatin1(how) << QString::fromLatin1(says); };
    row("newer", "version 2");
    row("mute", "did not introduce itself");
    row("crash", "crashed");
    row("leaves", "status 3");
    row("leaves", "ModelError: the model file is missing");
    row("other", "another article");
    row("refuses", "no model for this language");
    row("badutf8", "not valid UTF-8");
    row("cutjson", "cut short");
    row("nojson", "a banner");
    row("nothing", "nothing");
    row("list", "no object");
    row("deep", "no JSON");
    row("endless", "longer than");
}

void TestOutsideDetectors::tellsWhyAProgramGaveNothing()
{
    QFETCH(QString, how);
    QFETCH(QString, says);
    const OutsideDetector detector(program(how), m_schema);
    const auto found = detector.detect(article(), {});
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(says), qPrintable(found.error().text()));
    QVERIFY2(found.error().message.contains(QStringLiteral("outside_server")), qPrintable(found.error().text()));
    QCOMPARE(found.error().place, QStringLiteral("other"));
}

void TestOutsideDetectors::tellsWhyAServerGaveNothing_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("says");
    for (const OutsideKind kind : {OutsideKind::Http, OutsideKind::LabelStudio, OutsideKind::Inception}) {
        const auto row = [kind](const char *how, const char *says) {
            QTest::newRow(qPrintable(toString(kind) + u' ' + QLatin1String(how)))
                << int(kind) << QString::fromLatin1(how) << QString::fromLatin1(says);
        };
        row("status500", "status 500");
        row("missing", "status 404");
        row("locked", "status 401");
        row("html", "text/html");
        row("redirect", "http://example.invalid/other");
        row("cut", "before its answer was complete");
        row("endless", "longer than");
        row("badutf8", "not valid UTF-8");
        row("cutjson", "cut short");
        row("nojson", "a banner");
        row("nothing", "nothing");
        row("list", "no object");
        row("deep", "no JSON");
    }
    QTest::newRow("a backend that is down") << int(OutsideKind::LabelStudio) << QStringLiteral("down")
                                            << QStringLiteral("\"DOWN\"");
    QTest::newRow("a detector that refuses")
        << int(OutsideKind::Http) << QStringLiteral("refuses") << QStringLiteral("no model for this language");
    QTest::newRow("a recommender without XMI") << int(OutsideKind::Inception) << QStringLiteral("wild") << QStringLiteral("XMI");
    QTest::newRow("a server that always fails")
        << int(OutsideKind::Http) << QStringLiteral("dead") << QStringLiteral("the model is not loaded");
}

void TestOutsideDetectors::tellsWhyAServerGaveNothing()
{
    QFETCH(int, kind);
    QFETCH(QString, how);
    QFETCH(QString, says);
    const OutsideDetector detector(server(OutsideKind(kind), how), m_schema);
    const auto found = detector.detect(article(), {});
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(says), qPrintable(found.error().text()));
    QVERIFY2(found.error().message.contains(QStringLiteral("http://127.0.0.1:")), qPrintable(found.error().text()));
}

void TestOutsideDetectors::takesTheGoodOutOfAWildAnswer_data()
{
    QTest::addColumn<bool>("isProgram");
    QTest::newRow("a program") << true;
    QTest::newRow("a server") << false;
}

void TestOutsideDetectors::takesTheGoodOutOfAWildAnswer()
{
    QFETCH(bool, isProgram);
    const OutsideDetector detector(
        isProgram ? program(QStringLiteral("wild")) : server(OutsideKind::Http, QStringLiteral("wild")), m_schema);
    QList<Issue> issues;
    const auto found = detector.detectAndTell(article(), {}, issues);
    QVERIFY2(found, told(found));
    QCOMPARE(spansOf(*found),
             (QStringList{QStringLiteral("Cue: ") + text.left(6), QStringLiteral("Quotation: ") + text.left(5),
                          QStringLiteral("Cue: ") + text.left(5)}));
    for (const Span &span : found->spans)
        QVERIFY(isValid(span.fragments, text.size()));
    QVERIFY(!found->spans[1].provenance.confidence);
    QCOMPARE(found->attributions.size(), 1);
    int leftOut = 0;
    for (const Issue &issue : issues) {
        leftOut += issue.count;
        QCOMPARE(issue.place, QStringLiteral("other, a"));
    }
    QVERIFY2(leftOut >= 18, qPrintable(QString::number(leftOut)));
}

void TestOutsideDetectors::tellsOfADeadServerAtOnce()
{
    OutsideSettings settings = server(OutsideKind::Http, QStringLiteral("good"));
    {
        RunningServer gone(QStringLiteral(OUTSIDE_SERVER), {});
        QVERIFY(gone.isThere());
        settings.url = gone.url(QStringLiteral("good"));
    }
    QElapsedTimer clock;
    clock.start();
    const auto found = OutsideDetector(settings, m_schema).detect(article(), {});
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(QStringLiteral("No server answers there")), qPrintable(found.error().text()));
    QVERIFY(clock.elapsed() < 5000);
    settings.kind = OutsideKind::Program;
    settings.program = QStringLiteral("/no/such/program");
    const auto none = OutsideDetector(settings, m_schema).detect(article(), {});
    QVERIFY(!none);
    QVERIFY2(none.error().message.contains(QStringLiteral("could not be started")), qPrintable(none.error().text()));
}

void TestOutsideDetectors::givesUpAfterThreeFailuresInARow()
{
    const OutsideDetector detector(program(QStringLiteral("leaves")), m_schema);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!detector.detect(article(), {}).error().message.contains(QStringLiteral("not asked any more")));
    const auto fourth = detector.detect(article(), {});
    QVERIFY2(fourth.error().message.contains(QStringLiteral("not asked any more after 3")), qPrintable(fourth.error().text()));
    QVERIFY(fourth.error().message.contains(QStringLiteral("model file is missing")));
}

void TestOutsideDetectors::doesNotHangOnWhatHangs_data()
{
    QTest::addColumn<int>("kind");
    for (const OutsideKind kind : outsideKinds())
        QTest::newRow(qPrintable(toString(kind))) << int(kind);
}

void TestOutsideDetectors::doesNotHangOnWhatHangs()
{
    QFETCH(int, kind);
    OutsideSettings settings = OutsideKind(kind) == OutsideKind::Program ? program(QStringLiteral("hang"))
                                                                         : server(OutsideKind(kind), QStringLiteral("hang"));
    settings.timeout = 1;
    QElapsedTimer clock;
    clock.start();
    const auto found = OutsideDetector(settings, m_schema).detect(article(), {});
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(QStringLiteral("within 1 second")), qPrintable(found.error().text()));
    QVERIFY2(clock.elapsed() >= 900 && clock.elapsed() < 6000, qPrintable(QString::number(clock.elapsed())));
}

void TestOutsideDetectors::stopsAtOnceWhenCancelled_data() { doesNotHangOnWhatHangs_data(); }

void TestOutsideDetectors::stopsAtOnceWhenCancelled()
{
    QFETCH(int, kind);
    const OutsideDetector detector(OutsideKind(kind) == OutsideKind::Program ? program(QStringLiteral("hang"))
                                                                             : server(OutsideKind(kind), QStringLiteral("hang")),
                                   m_schema);
    const Progress progress;
    QFuture<Result<Annotations>> asked = QtConcurrent::run([&] { return detector.detect(article(), progress); });
    QTest::qWait(300);
    QVERIFY(!asked.isFinished());
    progress.cancel();
    QElapsedTimer clock;
    clock.start();
    const auto found = asked.result();
    QVERIFY(!found);
    QVERIFY(found.error().code == ErrorCode::Cancelled);
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
}

void TestOutsideDetectors::answersSeveralThreadsAtOnce_data() { doesNotHangOnWhatHangs_data(); }

void TestOutsideDetectors::answersSeveralThreadsAtOnce()
{
    QFETCH(int, kind);
    const OutsideDetector detector(OutsideKind(kind) == OutsideKind::Program ? program(QStringLiteral("good"))
                                                                             : server(OutsideKind(kind), QStringLiteral("good")),
                                   m_schema);
    QList<Article> articles;
    for (int i = 0; i < 24; ++i) {
        articles.append(article());
        articles.last().externalId = QString::number(i);
    }
    const auto found = QtConcurrent::blockingMapped<QList<Result<Annotations>>>(
        articles, [&detector](const Article &each) { return detector.detect(each, {}); });
    for (const auto &each : found) {
        QVERIFY2(each, told(each));
        QVERIFY(spansOf(*each).contains(QStringLiteral("Speaker: Mayor Ann Reed")));
    }
}

void TestOutsideDetectors::sendsNothingToAHostThatNobodyAgreedTo()
{
    OutsideSettings settings = server(OutsideKind::Http, QString());
    settings.url = QStringLiteral("http://detector.invalid:9090");
    QVERIFY(settings.leavesMachine());
    const auto found = OutsideDetector(settings, m_schema).detect(article(), {});
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(QStringLiteral("nobody has agreed")), qPrintable(found.error().text()));
    for (const char *url : {"http://localhost:1", "http://127.0.0.9", "http://[::1]:8080/a"}) {
        settings.url = QLatin1String(url);
        QVERIFY2(!settings.leavesMachine(), url);
    }
}

void TestOutsideDetectors::triesADetectorOut()
{
    const auto trial = tryOut(program(QStringLiteral("good")), m_schema, {});
    QVERIFY2(trial, told(trial));
    QCOMPARE(trial->peer.version, QStringLiteral("2.1"));
    QCOMPARE(trial->found.spans.size(), 3);
    const auto failed = tryOut(program(QStringLiteral("leaves")), m_schema, {});
    QVERIFY(!failed);
}

QTEST_GUILESS_MAIN(TestOutsideDetectors)
#include "test_outsidedetectors.moc"
