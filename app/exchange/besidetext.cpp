// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "besidetext.h"

#include "articlewriter.h"
#include "recordreader.h"
#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

QJsonArray without(const QJsonArray &items, std::initializer_list<QStringView> keys)
{
    QJsonArray result;
    for (const QJsonValue &item : items) {
        QJsonObject object = item.toObject();
        for (const QStringView key : keys)
            object.remove(key);
        result.append(object);
    }
    return result;
}

QJsonObject recordOf(const QString &raw, const QJsonObject &kept, const QJsonObject &plain)
{
    QJsonObject record = kept.value(u"spans").isArray() ? kept : plain;
    record.insert(QStringLiteral("text"), raw);
    return record;
}

} // namespace

QJsonObject besideText(const AnnotatedArticle &article)
{
    QJsonObject record = QJsonDocument::fromJson(nativeLine(article)).object();
    record.remove(QStringLiteral("text"));
    record.remove(QStringLiteral("claims"));
    record.insert(QStringLiteral("spans"), without(record.value(u"spans").toArray(), {u"text"}));
    record.insert(QStringLiteral("attributions"),
                  without(record.value(u"attributions").toArray(), {sourceRole, cueRole, contentRole}));
    return record;
}

BesideReader::BesideReader(const QString &raw, const QJsonObject &kept, const QJsonObject &plain, const ImportOptions &options,
                           IssueList &issues, const QString &place)
    : m_mapping(raw), m_imported(RecordReader(options, issues, place).read(recordOf(raw, kept, plain)))
{
}

ImportedArticle BesideReader::finish(const FlatAnnotations &shown, const FlatRules &rules)
{
    m_imported->article.annotations = restored(m_imported->article.annotations, shown, rules, m_mapping.text());
    return std::move(*m_imported);
}

std::optional<TextRange> checkedRange(std::optional<TextRange> range, IssueList &issues, const QString &place)
{
    if (range && !range->isEmpty())
        return range;
    issues.warn(range ? Words::tr("A span without characters was left out.") : Words::tr("A span outside the text was left out."),
                place);
    return std::nullopt;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    constexpr double most = 9e15;
    if (!value.isDouble() || number != std::floor(number) || std::abs(number) > most)
        return std::nullopt;
    return qint64(number);
}

QString plainText(const QJsonValue &value)
{
    return value.isObject() || value.isArray() ? QString() : value.toVariant().toString();
}

} // namespace Quoth::Exchange
