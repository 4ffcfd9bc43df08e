// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/annotation/attribution.h>
#include <app/annotation/schema.h>
#include <app/annotation/speaker.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QtTest>

using namespace Quoth;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(QStringLiteral(QUOTH_SOURCE_DIR "/resources/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// UTF-16 ranges of fragments in code points; empty if one of them is not in the text.
QList<TextRange> rangesOf(const QJsonArray &fragments, const OffsetConverter &converter)
{
    QList<TextRange> ranges;
    for (const QJsonValue &fragment : fragments) {
        const auto range = converter.toUtf16(CodePointRange{fragment[0].toInteger(), fragment[1].toInteger()});
        if (!range)
            return {};
        ranges.append(*range);
    }
    return ranges;
}

} // namespace

/// The sample articles are gold: what they say of themselves must be true.
class TestSamples : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFragmentHoldsItsText_data() { articles(); }
    void everyFragmentHoldsItsText();
    void everyLabelAndAttributeIsOfTheSchema_data() { articles(); }
    void everyLabelAndAttributeIsOfTheSchema();
    void everyAttributionIsWholeAndOfItsKind_data() { articles(); }
    void everyAttributionIsWholeAndOfItsKind();
    void everySourceNamesASpeakerOfTheFile_data() { articles(); }
    void everySourceNamesASpeakerOfTheFile();

private:
    void articles() const;

    QList<QJsonObject> m_articles;
    Annotation::Schema m_schema;
};

void TestSamples::initTestCase()
{
    for (const QByteArray &line : resource(QStringLiteral("samples/sample.jsonl")).split('\n')) {
        if (!line.isEmpty())
            m_articles.append(QJsonDocument::fromJson(line).object());
    }
    QCOMPARE(m_articles.size(), 3);
    const QString path = QStringLiteral("schemas/attribution-claims.json");
    const Result<Annotation::Schema> schema = Annotation::Schema::fromJson(resource(path), path);
    QVERIFY(bool(schema));
    m_schema = schema.value();
}

void TestSamples::articles() const
{
    QTest::addColumn<QJsonObject>("article");
    for (const QJsonObject &article : m_articles)
        QTest::newRow(qPrintable(article.value(u"id").toString())) << article;
}

void TestSamples::everyFragmentHoldsItsText()
{
    QFETCH(QJsonObject, article);
    const QString text = article.value(u"text").toString();
    const OffsetConverter converter(text);
    for (const QJsonValue span : article.value(u"spans").toArray()) {
        const QList<TextRange> ranges = rangesOf(span[u"fragments"].toArray(), converter);
        QVERIFY(Annotation::isValid(ranges, text.size()));
        QCOMPARE(span[u"text"].toArray().size(), ranges.size());
        for (qsizetype i = 0; i < ranges.size(); ++i) {
            const QString fragment = text.mid(ranges[i].begin, ranges[i].length());
            QCOMPARE(fragment, span[u"text"][i].toString());
            QCOMPARE(fragment, fragment.trimmed());
            QVERIFY(!fragment.contains(u'\n'));
        }
    }
}

void TestSamples::everyLabelAndAttributeIsOfTheSchema()
{
    QFETCH(QJsonObject, article);
    QSet<QString> seen;
    for (const QJsonValue span : article.value(u"spans").toArray()) {
        const Annotation::Label *label = m_schema.label(span[u"label"].toString());
        QVERIFY2(label, qPrintable(span[u"label"].toString()));
        seen.insert(label->name);
        const QJsonObject given = span[u"attributes"].toObject();
        QCOMPARE(given.size(), label->attributes.size());
        for (const Annotation::AttributeType &attribute : label->attributes)
            QVERIFY(attribute.values.contains(given.value(attribute.name).toString()));
    }
    QCOMPARE(seen.size(), m_schema.labels.size());
}

void TestSamples::everyAttributionIsWholeAndOfItsKind()
{
    QFETCH(QJsonObject, article);
    const QString text = article.value(u"text").toString();
    const OffsetConverter converter(text);
    QHash<QString, QJsonObject> spans;
    for (const QJsonValue span : article.value(u"spans").toArray())
        spans.insert(span[u"id"].toString(), span.toObject());
    QSet<QString> used;
    for (const QJsonValue attribution : article.value(u"attributions").toArray()) {
        const auto kind = Annotation::kindOf(rangesOf(attribution[u"content"].toArray(), converter), text);
        QVERIFY(kind);
        QCOMPARE(attribution[u"kind"].toString(), toString(*kind));
        for (const Annotation::Role &role : m_schema.frameType(u"Attribution")->roles) {
            QJsonArray fragments;
            for (const QJsonValue id : attribution[u"spans"][role.name].toArray()) {
                const QJsonObject span = spans.value(id.toString());
                QVERIFY(role.labels.contains(span.value(u"label").toString()));
                for (const QJsonValue fragment : span.value(u"fragments").toArray())
                    fragments.append(fragment);
                used.insert(id.toString());
            }
            QCOMPARE(attribution[role.name].toArray(), fragments);
            QVERIFY(!role.required || !fragments.isEmpty());
        }
    }
    for (const QJsonObject &span : std::as_const(spans)) {
        const bool fillsARole = !m_schema.rolesOf(span.value(u"label").toString()).isEmpty();
        QCOMPARE(used.contains(span.value(u"id").toString()), fillsARole);
    }
}

void TestSamples::everySourceNamesASpeakerOfTheFile()
{
    QFETCH(QJsonObject, article);
    QSet<QString> known;
    for (const QJsonValue speaker : article.value(u"speakers").toArray()) {
        QVERIFY(Annotation::speakerTypeFromString(speaker[u"type"].toString()));
        QVERIFY(!speaker[u"name"].toString().isEmpty());
        known.insert(speaker[u"id"].toString());
    }
    QSet<QString> named;
    for (const QJsonValue span : article.value(u"spans").toArray()) {
        if (m_schema.label(span[u"label"].toString())->namesSpeaker)
            named.insert(span[u"speaker"].toString());
    }
    QCOMPARE(named, known);
}

QTEST_APPLESS_MAIN(TestSamples)
#include "test_samples.moc"
