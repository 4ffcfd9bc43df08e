// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstudiogroups.h"
#include "labelstudiotask.h"
#include "words.h"

#include <QJsonArray>

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

/// The field of the data that holds the text: a labelling configuration may name any.
QString textKey(const QJsonObject &data)
{
    if (data.value(u"text").isString())
        return QStringLiteral("text");
    QString longest;
    for (auto i = data.begin(); i != data.end(); ++i) {
        if (i->toString().size() > data.value(longest).toString().size())
            longest = i.key();
    }
    return longest;
}

/// Some versions write line breaks in a region's text as backslash and n.
QString comparable(QString text) { return text.replace(QStringLiteral("\\n"), QStringLiteral("\n")).simplified(); }

QString annotatorOf(const QJsonValue &completedBy)
{
    const QJsonObject person = completedBy.toObject();
    for (const char16_t *key : {u"email", u"username", u"first_name", u"id"}) {
        if (const QString name = plainText(person.value(QStringView(key))); !name.isEmpty())
            return name;
    }
    return plainText(completedBy);
}

class TaskReader
{
public:
    TaskReader(const BesideReader &beside, const ImportOptions &options, IssueList &issues, const QString &place)
        : m_mapping(beside.mapping()), m_options(options), m_issues(issues), m_place(place)
    {
    }

    FlatAnnotations read(const QJsonObject &task)
    {
        const QJsonArray annotations = task.value(task.contains(u"annotations") ? u"annotations" : u"completions").toArray();
        int valid = 0;
        for (const QJsonValue &value : annotations) {
            const QJsonObject annotation = value.toObject();
            Provenance provenance{m_options.state, {OriginKind::Import, false, m_options.annotator, {}}, {}, {}};
            if (provenance.origin.name.isEmpty())
                provenance.origin.name = annotatorOf(annotation.value(u"completed_by"));
            const bool cancelled = annotation.value(u"was_cancelled").toBool() || annotation.value(u"skipped").toBool();
            if (cancelled)
                provenance.state = State::Rejected;
            else
                ++valid;
            readResult(annotation,
                       cancelled       ? cancelledGroup
                           : valid > 1 ? annotationGroup + u' ' + QString::number(valid)
                                       : annotationGroup,
                       provenance);
        }
        if (valid > 1)
            m_issues.note(Words::tr("A task has annotations by several people; what they have in common was read once."),
                          m_place);
        const QJsonArray predictions = task.value(u"predictions").toArray();
        for (const QJsonValue &value : predictions) {
            const QJsonObject prediction = value.toObject();
            const QString model = plainText(prediction.value(u"model_version"));
            Provenance provenance{State::Suggested, {OriginKind::Detector, false, model, {}}, {}, {}};
            provenance.confidence = confidence(prediction.value(u"score"));
            readResult(prediction, predictionGroup + model, provenance);
        }
        return std::move(m_flat);
    }

private:
    void warn(const QString &message) { m_issues.warn(message, m_place); }

    std::optional<double> confidence(const QJsonValue &score)
    {
        if (score.isNull() || score.isUndefined())
            return std::nullopt;
        if (score.isDouble() && score.toDouble() >= 0 && score.toDouble() <= 1)
            return score.toDouble();
        warn(Words::tr("A score that is no number from 0 to 1 was left out."));
        return std::nullopt;
    }

    void readResult(const QJsonObject &annotation, const QString &group, const Provenance &provenance)
    {
        if (!annotation.value(u"result").isArray())
            return warn(Words::tr("An annotation without a list of results was left out."));
        const QJsonArray results = annotation.value(u"result").toArray();
        QHash<QString, qsizetype> ids;
        for (const QJsonValue &value : results) {
            const QJsonObject result = value.toObject();
            if (result.value(u"type").toString() == u"labels")
                readRegion(result, group, provenance, ids);
        }
        for (const QJsonValue &value : results) {
            const QJsonObject result = value.toObject();
            const QString type = result.value(u"type").toString();
            if (type == u"relation")
                readRelation(result, ids);
            else if (type == u"choices" || type == u"textarea")
                readAttribute(result, ids);
            else if (type != u"labels")
                warn(Words::tr("Results of the type \"%1\" were left out: labels, relations, choices and text areas are read.")
                         .arg(type.left(40).simplified()));
        }
    }

    void readRegion(const QJsonObject &result, const QString &group, const Provenance &provenance, QHash<QString, qsizetype> &ids)
    {
        const QJsonObject value = result.value(u"value").toObject();
        const auto begin = wholeNumber(value.value(u"start"));
        const auto end = wholeNumber(value.value(u"end"));
        if (!begin || !end)
            return warn(Words::tr("A span whose offsets are no whole numbers was left out."));
        const auto range = checkedRange(m_mapping.toText(CodePointRange{*begin, *end}), m_issues, m_place);
        if (!range)
            return;
        const QString told = value.value(u"text").toString();
        if (!told.isEmpty() && comparable(told) != comparable(m_mapping.text().mid(range->begin, range->length())))
            warn(Words::tr("A span's text is not what its offsets give; the offsets were believed."));
        FlatRegion region{*range, {}, group, provenance, {}, {}, {}};
        if (const auto score = confidence(result.contains(u"score") ? result.value(u"score") : value.value(u"score")))
            region.provenance.confidence = score;
        const QJsonValue note = result.value(u"meta").toObject().value(u"text");
        QStringList lines;
        const QJsonArray notes = note.toArray();
        for (const QJsonValue &line : notes)
            lines.append(plainText(line));
        region.note = note.isArray() ? lines.join(u'\n') : plainText(note);
        const QJsonArray labels = value.value(u"labels").toArray();
        const QString id = plainText(result.value(u"id"));
        if (labels.isEmpty())
            warn(Words::tr("A span without a label was left out."));
        for (const QJsonValue &label : labels) {
            region.label = label.toString();
            if (region.label.isEmpty()) {
                warn(Words::tr("A span without a label was left out."));
                continue;
            }
            if (!ids.contains(id))
                ids.insert(id, m_flat.regions.size());
            else if (labels.size() == 1)
                warn(Words::tr("A span's id is given twice; references mean the first."));
            m_flat.regions.append(region);
        }
    }

    void readRelation(const QJsonObject &result, const QHash<QString, qsizetype> &ids)
    {
        qsizetype from = ids.value(plainText(result.value(u"from_id")), -1);
        qsizetype to = ids.value(plainText(result.value(u"to_id")), -1);
        if (from < 0 || to < 0)
            return warn(Words::tr("A relation of a span that is not there was left out."));
        if (result.value(u"direction").toString() == u"left")
            std::swap(from, to);
        const QJsonArray labels = result.value(u"labels").toArray();
        for (const QJsonValue &label : labels)
            m_flat.links.append({from, to, label.toString()});
        if (labels.isEmpty())
            m_flat.links.append({from, to, {}});
    }

    void readAttribute(const QJsonObject &result, const QHash<QString, qsizetype> &ids)
    {
        const QString name = result.value(u"from_name").toString();
        const qsizetype region = ids.value(plainText(result.value(u"id")), -1);
        const QJsonObject value = result.value(u"value").toObject();
        QJsonValue given = value.value(value.contains(u"choices") ? u"choices" : u"text");
        if (given.toArray().size() == 1)
            given = given.toArray().at(0);
        if (region < 0 || name.isEmpty() || given.isUndefined())
            return warn(Words::tr("Choices and texts that belong to no span were left out."));
        if (name == labelStudioSpeaker && given.isString())
            m_flat.regions[region].speaker = given.toString();
        else
            m_flat.regions[region].attributes.insert(name, given);
    }

    const TextMapping &m_mapping;
    const ImportOptions &m_options;
    IssueList &m_issues;
    const QString &m_place;
    FlatAnnotations m_flat;
};

} // namespace

std::optional<ImportedArticle> readLabelStudioTask(const QJsonObject &task, const ImportOptions &options, IssueList &issues,
                                                   const QString &place)
{
    QJsonObject data = task.value(u"data").isObject() ? task.value(u"data").toObject()
                                                      : QJsonObject{{QStringLiteral("text"), task.value(u"text")}};
    const QString key = textKey(data);
    const QString raw = data.take(key).toString();
    if (key != u"text" && !raw.isEmpty())
        issues.note(Words::tr("A task's data has no \"text\"; the longest of its fields was taken for it."), place);
    QJsonObject plain{
        {QStringLiteral("id"), data.take(u"id")}, {QStringLiteral("title"), data.take(u"title")}, {QStringLiteral("meta"), data}};
    if (plain.value(u"id").isUndefined())
        plain.insert(QStringLiteral("id"), task.value(u"id"));
    BesideReader beside(raw, task.value(u"meta").toObject().value(besideKey).toObject(), plain, options, issues, place);
    if (!beside.hasText())
        return std::nullopt;
    return beside.finish(TaskReader(beside, options, issues, place).read(task), labelStudioRules());
}

} // namespace Quoth::Exchange
