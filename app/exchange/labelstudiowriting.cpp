// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonwriter.h"
#include "labelstudiogroups.h"
#include "labelstudiotask.h"
#include "words.h"

#include <app/base/offsets.h>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

class TaskWriter
{
public:
    TaskWriter(const AnnotatedArticle &article, LabelStudioConfig &config, LossList &losses, QByteArray &out)
        : m_article(article)
        , m_flat(flattened(article.annotations, labelStudioRules()))
        , m_offsets(article.article.text)
        , m_config(config)
        , m_losses(losses)
        , m_json(out)
    {
        noteFlattening(article.annotations, m_flat, losses);
        qint64 piece = 1;
        for (const FlatRegion &region : m_flat.regions) {
            piece = region.first ? 1 : piece + 1;
            const QString id = QStringLiteral("s%1").arg(region.span.number());
            m_ids.append(region.first ? id : id + u'-' + QString::number(piece));
        }
    }

    void write(qint64 number)
    {
        m_json.beginObject();
        m_json.key(u"id").number(number);
        m_json.key(u"data").beginObject();
        m_json.key(u"text").string(m_article.article.text);
        const ArticleMeta &meta = m_article.article.meta;
        field(u"id", m_article.article.externalId);
        field(u"title", meta.title);
        field(u"url", meta.url);
        field(u"outlet", meta.outlet);
        field(u"author", meta.author);
        field(u"published", meta.published);
        field(u"language", meta.language);
        m_json.endObject();
        QStringList models;
        for (const FlatRegion &region : m_flat.regions) {
            if (region.group.startsWith(predictionGroup) && !models.contains(region.group))
                models.append(region.group);
        }
        m_json.key(u"annotations").beginArray();
        writeAnnotation(annotationGroup, false);
        writeAnnotation(cancelledGroup, true);
        m_json.endArray();
        m_json.key(u"predictions").beginArray();
        for (const QString &model : std::as_const(models))
            writePrediction(model);
        m_json.endArray();
        m_json.key(u"meta").beginObject();
        m_json.key(besideKey).value(besideText(m_article));
        m_json.endObject();
        m_json.endObject();
        m_losses.note(Words::tr("Confidences, explanations, speakers and attributes of spans that Label Studio has no place for "
                                "were kept in the task's \"meta\"."),
                      m_beside);
    }

private:
    void field(QStringView key, const QString &text)
    {
        if (!text.isEmpty())
            m_json.key(key).string(text);
    }

    bool has(const QString &group) const
    {
        return std::any_of(m_flat.regions.begin(), m_flat.regions.end(),
                           [&](const FlatRegion &region) { return region.group == group; });
    }

    void writeAnnotation(const QString &group, bool cancelled)
    {
        if (!has(group))
            return;
        m_json.beginObject();
        m_json.key(u"was_cancelled").boolean(cancelled);
        writeResult(group);
        m_json.endObject();
    }

    void writePrediction(const QString &group)
    {
        double sum = 0;
        int count = 0;
        for (const FlatRegion &region : m_flat.regions) {
            if (region.group == group && region.first && region.provenance.confidence) {
                sum += *region.provenance.confidence;
                ++count;
            }
        }
        m_json.beginObject();
        m_json.key(u"model_version").string(QStringView(group).sliced(predictionGroup.size()));
        if (count > 0)
            m_json.key(u"score").number(sum / count);
        writeResult(group);
        m_json.endObject();
    }

    void writeResult(const QString &group)
    {
        m_json.key(u"result").beginArray();
        for (qsizetype i = 0; i < m_flat.regions.size(); ++i) {
            if (m_flat.regions[i].group == group)
                writeRegion(i);
        }
        for (const FlatLink &link : m_flat.links) {
            if (m_flat.regions[link.from].group != group)
                continue;
            m_config.addRelation(link.label);
            m_json.beginObject();
            m_json.key(u"type").string(u"relation");
            m_json.key(u"from_id").string(m_ids[link.from]);
            m_json.key(u"to_id").string(m_ids[link.to]);
            m_json.key(u"direction").string(u"right");
            m_json.key(u"labels");
            list(link.label);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void list(const QString &text)
    {
        m_json.beginArray();
        m_json.string(text);
        m_json.endArray();
    }

    /// Results of a region repeat its place, and have its id.
    void writePart(qsizetype i, const QString &name, const QString &type, QStringView key, const QString &value)
    {
        const FlatRegion &region = m_flat.regions[i];
        const CodePointRange range = m_offsets.toCodePoints(region.range);
        const bool predicted = region.group.startsWith(predictionGroup);
        m_json.beginObject();
        m_json.key(u"id").string(m_ids[i]);
        m_json.key(u"from_name").string(name);
        m_json.key(u"to_name").string(labelStudioText);
        m_json.key(u"type").string(type);
        m_json.key(u"origin").string(predicted ? u"prediction" : u"manual");
        m_json.key(u"value").beginObject();
        m_json.key(u"start").number(range.begin);
        m_json.key(u"end").number(range.end);
        if (key != u"text")
            m_json.key(u"text").string(QStringView(m_article.article.text).mid(region.range.begin, region.range.length()));
        m_json.key(key);
        list(value);
        m_json.endObject();
        if (type == u"labels") {
            if (predicted && region.provenance.confidence)
                m_json.key(u"score").number(*region.provenance.confidence);
            if (region.first && !region.note.isEmpty()) {
                m_json.key(u"meta").beginObject();
                m_json.key(u"text");
                list(region.note);
                m_json.endObject();
            }
        }
        m_json.endObject();
    }

    void writeRegion(qsizetype i)
    {
        const FlatRegion &region = m_flat.regions[i];
        m_config.addLabel(region.label);
        writePart(i, labelStudioLabels, QStringLiteral("labels"), u"labels", region.label);
        if (!region.first)
            return;
        bool beside = !region.provenance.explanation.isEmpty()
            || (region.provenance.confidence && !region.group.startsWith(predictionGroup));
        for (auto attribute = region.attributes.begin(); attribute != region.attributes.end(); ++attribute) {
            if (!m_config.takes(region.label, attribute.key(), attribute.value()))
                beside = true;
            else if (m_config.isFreeText(attribute.key()))
                writePart(i, attribute.key(), QStringLiteral("textarea"), u"text", attribute.value().toString());
            else
                writePart(i, attribute.key(), QStringLiteral("choices"), u"choices", attribute.value().toString());
        }
        if (!region.speaker.isEmpty() && m_config.namesSpeaker(region.label))
            writePart(i, labelStudioSpeaker, QStringLiteral("textarea"), u"text", region.speaker);
        else
            beside = beside || !region.speaker.isEmpty();
        m_beside += beside;
    }

    const AnnotatedArticle &m_article;
    const FlatAnnotations m_flat;
    const OffsetConverter m_offsets;
    LabelStudioConfig &m_config;
    LossList &m_losses;
    JsonWriter m_json;
    QStringList m_ids; // of the regions
    int m_beside = 0; // spans with something that only "meta" holds
};

} // namespace

QByteArray labelStudioTask(const AnnotatedArticle &article, qint64 number, LabelStudioConfig &config, LossList &losses)
{
    QByteArray out;
    TaskWriter(article, config, losses, out).write(number);
    return out;
}

} // namespace Quoth::Exchange
