// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/outside/detectorlist.h>
#include <app/detection/outside/inceptionprotocol.h>
#include <app/detection/outside/labelstudioprotocol.h>
#include <tests/support/schema.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSettings>
#include <QStandardPaths>
#include <QXmlStreamReader>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Detection;

/// What is sent and how answers are read, without anybody to send to.
class TestOutsideProtocols : public QObject
{
    Q_OBJECT

private slots:
    void sendsTextThatXmlForbidsWithItsOffsets();
    void refusesAnXmiOfAnotherText();
    void refusesAnXmiWithADocumentType();
    void leavesOutWhatCutsACharacter();
    void tellsABackendItsOwnLabels();
    void givesEachContentItsOwnCue();
    void endsSoonWhateverIsLinked();
    void tellsWhatSettingsLack();
    void remembersDetectorsInTheirOrder();

private:
    static OutsideSettings inception()
    {
        OutsideSettings settings;
        settings.name = QStringLiteral("ner");
        settings.kind = OutsideKind::Inception;
        settings.url = QStringLiteral("http://localhost:5000/ner");
        settings.layer = inceptionLayer;
        settings.feature = inceptionFeature;
        settings.labels = {{QStringLiteral("PER"), QStringLiteral("Speaker")}};
        return settings;
    }
    static Article article(const QString &text)
    {
        Article result;
        result.externalId = QStringLiteral("a");
        result.text = text;
        return result;
    }
    AnswerBuilder builder(const Article &article) const
    {
        return {article, m_schema, inception().labels, {QStringLiteral("ner"), {}, {}}};
    }
    static QJsonObject answer(const QString &text, const QString &more, const QString &before = QString())
    {
        return {{QStringLiteral("document"),
                 before
                     + QStringLiteral("<x:XMI xmlns:x=\"http://www.omg.org/XMI\" xmlns:c=\"http:///uima/cas.ecore\" "
                                      "xmlns:n=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\">"
                                      "<c:Sofa sofaString=\"%1\"/>%2</x:XMI>")
                           .arg(text, more)}};
    }
    static QString entity(int begin, int end)
    {
        return QStringLiteral("<n:NamedEntity begin=\"%1\" end=\"%2\" value=\"PER\" inception_internal_predicted=\"true\"/>")
            .arg(begin)
            .arg(end);
    }
    static QJsonObject region(const QString &id, const QString &label, int begin, int end)
    {
        return {{QStringLiteral("id"), id},
                {QStringLiteral("type"), QStringLiteral("labels")},
                {QStringLiteral("value"),
                 QJsonObject{{QStringLiteral("start"), begin},
                             {QStringLiteral("end"), end},
                             {QStringLiteral("labels"), QJsonArray{label}}}}};
    }
    static QJsonObject link(const QString &from, const QString &to)
    {
        return {{QStringLiteral("type"), QStringLiteral("relation")},
                {QStringLiteral("from_id"), from},
                {QStringLiteral("to_id"), to}};
    }
    static QJsonObject results(const QJsonArray &result)
    {
        return {{QStringLiteral("results"), QJsonArray{QJsonObject{{QStringLiteral("result"), result}}}}};
    }

    const Schema m_schema = Test::defaultSchema();
};

void TestOutsideProtocols::sendsTextThatXmlForbidsWithItsOffsets()
{
    const QString text = QStringLiteral("\U0001F6A2 One\u0001two <&\" \uFFFF.\n\tShe said no.");
    const QJsonObject request = inceptionRequest(article(text), inception());
    QXmlStreamReader xml(request.value(u"document").toObject().value(u"xmi").toString());
    QString sent;
    QStringList tokens;
    QList<TextRange> places;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"Sofa")
            sent = xml.attributes().value(QLatin1String("sofaString")).toString();
        if (xml.name() == u"Token")
            places.append(
                {xml.attributes().value(QLatin1String("begin")).toInt(), xml.attributes().value(QLatin1String("end")).toInt()});
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QString expected = text;
    expected.replace(QChar(1), u' ').replace(QChar(0xFFFF), u' ');
    QCOMPARE(sent, expected);
    for (const TextRange place : places)
        tokens.append(text.mid(place.begin, place.length()));
    QVERIFY(tokens.contains(QStringLiteral("said")));
    QXmlStreamReader types(request.value(u"typeSystem").toString());
    while (!types.atEnd())
        types.readNext();
    QVERIFY(!types.hasError());
    QVERIFY(request.value(u"typeSystem").toString().contains(QStringLiteral("value_score_explanation")));
}

void TestOutsideProtocols::refusesAnXmiOfAnotherText()
{
    const Article one = article(QStringLiteral("Ann said no."));
    AnswerBuilder given = builder(one);
    const auto read = readInceptionAnswer(answer(QStringLiteral("Ann said so."), entity(0, 3)), inception(), given);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QStringLiteral("not the one that was sent")), qPrintable(read.error().message));
}

void TestOutsideProtocols::refusesAnXmiWithADocumentType()
{
    const Article one = article(QStringLiteral("Ann said no."));
    AnswerBuilder given = builder(one);
    const QString bomb = QStringLiteral("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>");
    const auto read = readInceptionAnswer(answer(one.text, entity(0, 3), bomb), inception(), given);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QStringLiteral("document type")), qPrintable(read.error().message));
}

void TestOutsideProtocols::leavesOutWhatCutsACharacter()
{
    const Article one = article(QStringLiteral("\U0001F6A2 Ann said no."));
    AnswerBuilder given = builder(one);
    const QString entities = entity(1, 6) + entity(0, 1) + entity(3, 6) + entity(3, 99) + entity(-1, 3) + entity(5, 5);
    QVERIFY(readInceptionAnswer(answer(one.text, entities), inception(), given));
    const Answer read = given.take();
    QCOMPARE(read.annotations.spans.size(), 1);
    QCOMPARE(textOf(read.annotations.spans[0].fragments, one.text), QStringLiteral("Ann"));
    int leftOut = 0;
    for (const Issue &issue : read.issues)
        leftOut += issue.count;
    QCOMPARE(leftOut, 5);
}

void TestOutsideProtocols::tellsABackendItsOwnLabels()
{
    const QString config
        = labellingConfig(m_schema, {{QStringLiteral("P<E>R"), QStringLiteral("Speaker")}, {QStringLiteral("LOC"), QString()}});
    QStringList labels;
    QXmlStreamReader xml(config);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"Label")
            labels.append(xml.attributes().value(QLatin1String("value")).toString());
    }
    QVERIFY(!xml.hasError());
    QCOMPARE(labels,
             (QStringList{QStringLiteral("P<E>R"), QStringLiteral("Cue"), QStringLiteral("Quotation"), QStringLiteral("Claim"),
                          QStringLiteral("ScareQuote")}));
}

void TestOutsideProtocols::givesEachContentItsOwnCue()
{
    // One source of two contents; the cue of the first is linked to the content, that of the second to the source.
    const Article one = article(QStringLiteral("abcdefghij"));
    AnswerBuilder given = builder(one);
    const QJsonArray result{region(QStringLiteral("s"), QStringLiteral("PER"), 0, 1),
                            region(QStringLiteral("c1"), QStringLiteral("Cue"), 2, 3),
                            region(QStringLiteral("q1"), QStringLiteral("Quotation"), 4, 5),
                            region(QStringLiteral("c2"), QStringLiteral("Cue"), 6, 7),
                            region(QStringLiteral("q2"), QStringLiteral("Quotation"), 8, 9),
                            link(QStringLiteral("s"), QStringLiteral("q1")),
                            link(QStringLiteral("s"), QStringLiteral("q2")),
                            link(QStringLiteral("c1"), QStringLiteral("q1")),
                            link(QStringLiteral("c2"), QStringLiteral("q2")),
                            link(QStringLiteral("s"), QStringLiteral("s")),
                            link(QStringLiteral("q1"), QStringLiteral("none"))};
    QVERIFY(readLabelStudioAnswer(results(result), given));
    const Answer read = given.take();
    QCOMPARE(read.annotations.attributions.size(), 2);
    for (const Attribution &attribution : read.annotations.attributions) {
        QCOMPARE(attribution.spans(sourceRole).size(), 1);
        QCOMPARE(attribution.spans(cueRole).size(), 1);
        QCOMPARE(attribution.spans(contentRole).size(), 1);
    }
    QCOMPARE(read.issues.size(), 2);
}

void TestOutsideProtocols::endsSoonWhateverIsLinked()
{
    const Article one = article(QString(20000, u'x'));
    AnswerBuilder given = builder(one);
    QJsonArray result{region(QStringLiteral("s"), QStringLiteral("PER"), 0, 1)};
    for (int i = 1; i < 6000; ++i) {
        const QString id = QString::number(i);
        result.append(region(id, i % 2 ? QStringLiteral("Quotation") : QStringLiteral("Cue"), i, i + 1));
        result.append(link(QStringLiteral("s"), id));
    }
    QElapsedTimer clock;
    clock.start();
    QVERIFY(readLabelStudioAnswer(results(result), given));
    QCOMPARE(given.take().annotations.attributions.size(), 3000);
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void TestOutsideProtocols::tellsWhatSettingsLack()
{
    QVERIFY(check(inception()));
    OutsideSettings settings = inception();
    settings.layer = QStringLiteral("no layer");
    QVERIFY(check(settings).error().message.contains(QStringLiteral("layer")));
    settings = inception();
    settings.url = QStringLiteral("http://host/?key=1");
    QVERIFY(check(settings).error().message.contains(QStringLiteral("\"?\"")));
    settings.url = QStringLiteral("http://me:secret@host:1/a");
    QVERIFY(check(settings));
    QVERIFY2(!settings.whereabouts().contains(QStringLiteral("secret")), qPrintable(settings.whereabouts()));
    const auto back = outsideSettingsFromJson(toJson(inception()));
    QVERIFY(back && *back == inception());
}

void TestOutsideProtocols::remembersDetectorsInTheirOrder()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-test-protocols"));
    QSettings().clear();
    const QStringList builtIn{QStringLiteral("model"), QStringLiteral("rules")};
    DetectorList list = DetectorList::remembered(builtIn);
    QCOMPARE(list.enabled(), QStringList(QStringLiteral("model")));
    QVERIFY(list.add(inception()));
    QVERIFY(!list.add(inception()));
    list.entries.move(2, 0);
    list.entries[1].isEnabled = false;
    list.remember();
    QVERIFY(DetectorList::remembered(builtIn) == list);
    QCOMPARE(DetectorList::remembered(builtIn).enabled(), QStringList(QStringLiteral("ner")));
    // What is broken in the settings is told, and the rest is kept.
    QByteArray kept = QSettings().value(QStringLiteral("detectors")).toByteArray();
    QSettings().setValue(QStringLiteral("detectors"), kept.replace("inception", "telegraph"));
    QList<Issue> issues;
    QCOMPARE(DetectorList::remembered(builtIn, &issues).entries.size(), 2);
    QCOMPARE(issues.size(), 1);
    QSettings().clear();
}

QTEST_GUILESS_MAIN(TestOutsideProtocols)
#include "test_outsideprotocols.moc"
