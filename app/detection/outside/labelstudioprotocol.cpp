// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstudioprotocol.h"

#include "linkedframes.h"
#include "words.h"

#include <QJsonArray>
#include <QXmlStreamWriter>

#include <cmath>

namespace Quoth::Detection {

using namespace Annotation;

namespace {

const QString projectName = QStringLiteral("1.1"); // "{id}.{time it was made}": backends split it at the dot

Error bad(const QString &message) { return {ErrorCode::BadInput, message, {}}; }

std::optional<double> scoreOf(const QJsonObject &object)
{
    const QJsonValue score = object.value(u"score");
    return score.isDouble() ? std::optional(score.toDouble()) : std::nullopt;
}

class ResultReading
{
public:
    ResultReading(AnswerBuilder &builder, std::optional<double> score) : m_builder(builder), m_score(score) { }

    void read(const QJsonArray &results)
    {
        for (const QJsonValue value : results) {
            const QJsonObject result = value.toObject();
            const QString type = result.value(u"type").toString();
            if (type == u"labels")
                readRegion(result);
            else if (type != u"relation")
                m_builder.leaveOut(
                    OutsideWords::tr("Results of the type \"%1\" were left out: only labels and relations of text are read.")
                        .arg(type.left(40).simplified()));
        }
        QList<std::pair<SpanId, SpanId>> links;
        for (const QJsonValue value : results) {
            const QJsonObject result = value.toObject();
            if (result.value(u"type").toString() != u"relation")
                continue;
            const auto from = m_spans.constFind(result.value(u"from_id").toString());
            const auto to = m_spans.constFind(result.value(u"to_id").toString());
            if (from == m_spans.constEnd() || to == m_spans.constEnd())
                m_builder.leaveOut(OutsideWords::tr("Relations of spans that are not there, or were left out, were left out."));
            else
                links.append({*from, *to});
        }
        addLinkedFrames(links, m_builder);
    }

private:
    void readRegion(const QJsonObject &result)
    {
        const QJsonObject value = result.value(u"value").toObject();
        const double begin = value.value(u"start").toDouble(-1);
        const double end = value.value(u"end").toDouble(-1);
        if (begin != std::floor(begin) || end != std::floor(end) || std::abs(begin) > 9e15 || std::abs(end) > 9e15) {
            m_builder.leaveOut(OutsideWords::tr("Spans whose fragments are no pairs of whole numbers were left out."));
            return;
        }
        const auto range = m_builder.fromCodePoints(qint64(begin), qint64(end));
        if (!range)
            return;
        const QString told = value.value(u"text").toString();
        if (!told.isEmpty() && QStringView(m_builder.text()).mid(range->begin, range->length()) != told) {
            m_builder.leaveOut(OutsideWords::tr("Spans whose \"text\" is not what stands there were left out: offsets count "
                                                "characters (code points), not bytes or UTF-16 units."));
            return;
        }
        const QJsonArray labels = value.value(u"labels").toArray();
        if (labels.isEmpty())
            m_builder.leaveOut(OutsideWords::tr("Spans without a label were left out."));
        AnswerBuilder::Grade grade;
        grade.confidence = scoreOf(result) ? scoreOf(result) : scoreOf(value) ? scoreOf(value) : m_score;
        grade.explanation = result.value(u"meta").toObject().value(u"text").toString();
        for (const QJsonValue label : labels) {
            const auto span = m_builder.addSpan(label.toString(), {*range}, grade);
            if (span && !m_spans.contains(result.value(u"id").toString()))
                m_spans.insert(result.value(u"id").toString(), *span);
        }
    }

    AnswerBuilder &m_builder;
    std::optional<double> m_score;
    QHash<QString, SpanId> m_spans;
};

} // namespace

QString labellingConfig(const Schema &schema, const QMap<QString, QString> &labels)
{
    QString config;
    QXmlStreamWriter xml(&config);
    xml.writeStartElement(QStringLiteral("View"));
    xml.writeStartElement(QStringLiteral("Labels"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("label"));
    xml.writeAttribute(QStringLiteral("toName"), QStringLiteral("text"));
    const auto add = [&xml](const QString &label) {
        xml.writeEmptyElement(QStringLiteral("Label"));
        xml.writeAttribute(QStringLiteral("value"), label);
    };
    for (auto i = labels.begin(); i != labels.end(); ++i) {
        if (!i.value().isEmpty())
            add(i.key());
    }
    for (const Label &label : schema.labels) {
        if (!labels.contains(label.name) && !labels.values().contains(label.name))
            add(label.name);
    }
    xml.writeEndElement();
    xml.writeEmptyElement(QStringLiteral("Text"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("text"));
    xml.writeAttribute(QStringLiteral("value"), QStringLiteral("$text"));
    xml.writeEndElement();
    return config;
}

QJsonObject labelStudioSetup(const QString &config)
{
    return {{QStringLiteral("project"), projectName},
            {QStringLiteral("schema"), config},
            {QStringLiteral("hostname"), QString()},
            {QStringLiteral("access_token"), QString()},
            {QStringLiteral("extra_params"), QJsonValue::Null}};
}

QJsonObject labelStudioTask(const Article &article, const QString &config, const QString &modelVersion)
{
    const QJsonObject task{{QStringLiteral("id"), article.id.number()},
                           {QStringLiteral("data"),
                            QJsonObject{{QStringLiteral("text"), article.text}, {QStringLiteral("title"), article.meta.title}}},
                           {QStringLiteral("meta"), QJsonObject()},
                           {QStringLiteral("annotations"), QJsonArray()},
                           {QStringLiteral("predictions"), QJsonArray()}};
    return {{QStringLiteral("tasks"), QJsonArray{task}},
            {QStringLiteral("model_version"), modelVersion},
            {QStringLiteral("project"), projectName},
            {QStringLiteral("label_config"), config},
            {QStringLiteral("params"),
             QJsonObject{{QStringLiteral("login"), QJsonValue::Null},
                         {QStringLiteral("password"), QJsonValue::Null},
                         {QStringLiteral("context"), QJsonObject()}}}};
}

Result<void> readLabelStudioHealth(const QJsonObject &record)
{
    const QString status = record.value(u"status").toString();
    if (status.compare(u"UP", Qt::CaseInsensitive) != 0)
        return bad(
            OutsideWords::tr("/health does not say \"UP\" but \"%1\": this is no Label Studio ML backend, or it is not ready.")
                .arg(status.left(40).simplified()));
    return {};
}

Result<void> readLabelStudioAnswer(const QJsonObject &record, AnswerBuilder &builder)
{
    if (!record.value(u"results").isArray())
        return bad(OutsideWords::tr("Its answer has no list \"results\"."));
    const QJsonArray results = record.value(u"results").toArray();
    if (results.isEmpty())
        return {}; // a backend that has nothing to say
    if (results.size() > 1)
        return bad(OutsideWords::tr("It answered for %n task(s) where one was asked.", nullptr, int(results.size())));
    QJsonValue first = results.at(0);
    if (first.isArray()) {
        // Several models may answer for one task; to mix them would double what they agree on.
        const QJsonArray several = first.toArray();
        for (qsizetype i = 1; i < several.size(); ++i)
            builder.leaveOut(OutsideWords::tr("Further predictions for the same article were left out."));
        first = several.at(0);
    }
    if (first.isUndefined() || first.isNull())
        return {};
    const QJsonObject prediction = first.toObject();
    if (!first.isObject() || !prediction.value(u"result").isArray())
        return bad(OutsideWords::tr("A prediction in its answer has no list \"result\"."));
    ResultReading(builder, scoreOf(prediction)).read(prediction.value(u"result").toArray());
    return {};
}

} // namespace Quoth::Detection
