// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningserver.h"

#include <app/detection/outside/outsidedetector.h>
#include <tests/support/schema.h>

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Detection;

namespace {

const QString text = QStringLiteral("\U0001F6A2 News.\n\u201CThe bridge will open in May,\u201D Mayor Ann Reed said.");
const QString servers = QStringLiteral(QUOTH_SOURCE_DIR "/tests/detection/servers/");

QStringList spansOf(const Annotations &annotations)
{
    QStringList list;
    for (const Span &span : annotations.spans)
        list.append(span.label + QStringLiteral(": ") + textOf(span.fragments, text));
    return list;
}

} // namespace

/// The protocols against servers in Python that were written from their public description, and the example of our own.
class TestOutsidePython : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theExampleOfTheDescriptionWorks();
    void asksAQuothServer();
    void asksALabelStudioBackend();
    void asksAnInceptionRecommender();

private:
    void ask(const OutsideSettings &settings, const QStringList &expected, int attributions)
    {
        QVERIFY(check(settings));
        const OutsideDetector detector(settings, m_schema);
        Article article;
        article.externalId = QStringLiteral("a");
        article.text = text;
        QList<Issue> issues;
        const auto found = detector.detectAndTell(article, {}, issues);
        QVERIFY2(found, found ? "" : qPrintable(found.error().text()));
        QVERIFY2(issues.isEmpty(), issues.isEmpty() ? "" : qPrintable(issues[0].message));
        QCOMPARE(spansOf(*found), expected);
        QCOMPARE(found->attributions.size(), attributions);
    }
    OutsideSettings settings(OutsideKind kind, const QString &url = {}) const
    {
        OutsideSettings result;
        result.name = QStringLiteral("other");
        result.kind = kind;
        result.url = url;
        result.layer = inceptionLayer;
        result.feature = inceptionFeature;
        result.labels = {{QStringLiteral("PER"), QStringLiteral("Speaker")}};
        return result;
    }

    const Schema m_schema = Test::defaultSchema();
    const QString m_python = QStandardPaths::findExecutable(QStringLiteral("python3"));
};

const QStringList wholeAttribution = {QStringLiteral("Quotation: \u201CThe bridge will open in May,\u201D"),
                                      QStringLiteral("Speaker: Mayor Ann Reed"), QStringLiteral("Cue: said")};

void TestOutsidePython::initTestCase()
{
    if (m_python.isEmpty())
        QSKIP("There is no python3 here; test_outsidedetectors speaks the same protocols to a server in C++.");
}

void TestOutsidePython::theExampleOfTheDescriptionWorks()
{
    QFile description(QStringLiteral(QUOTH_SOURCE_DIR "/resources/protocols/detectors.md"));
    QVERIFY(description.open(QIODevice::ReadOnly));
    const QByteArray page = description.readAll();
    const QByteArray fence("```python\n");
    const qsizetype begin = page.indexOf(fence) + fence.size();
    const qsizetype end = page.indexOf("```", begin);
    QVERIFY(begin > fence.size() && end > begin);
    QTemporaryDir folder;
    QFile example(folder.filePath(QStringLiteral("example.py")));
    QVERIFY(example.open(QIODevice::WriteOnly) && example.write(page.mid(begin, end - begin)) > 0);
    example.close();
    OutsideSettings program = settings(OutsideKind::Program);
    program.program = m_python;
    program.arguments = {example.fileName()};
    ask(program, wholeAttribution, 1);
}

void TestOutsidePython::asksAQuothServer()
{
    const RunningServer server(m_python, {servers + QStringLiteral("quoth_http.py")});
    QVERIFY(server.isThere());
    ask(settings(OutsideKind::Http, server.url()), {QStringLiteral("Speaker: Mayor Ann Reed")}, 0);
}

void TestOutsidePython::asksALabelStudioBackend()
{
    const RunningServer server(m_python, {servers + QStringLiteral("labelstudio_backend.py")});
    QVERIFY(server.isThere());
    ask(settings(OutsideKind::LabelStudio, server.url()), wholeAttribution, 1);
}

void TestOutsidePython::asksAnInceptionRecommender()
{
    const RunningServer server(m_python, {servers + QStringLiteral("inception_recommender.py")});
    QVERIFY(server.isThere());
    ask(settings(OutsideKind::Inception, server.url(QStringLiteral("names"))), {QStringLiteral("Speaker: Ann Reed")}, 0);
}

QTEST_GUILESS_MAIN(TestOutsidePython)
#include "test_outsidepython.moc"
