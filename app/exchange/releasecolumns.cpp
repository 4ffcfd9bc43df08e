// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releasecolumns.h"

#include "jsonwriter.h"
#include "nativeformat.h"

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

QString asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QByteArray json;
    JsonWriter(json).value(value);
    return QString::fromUtf8(json);
}

ReleaseColumns::Type typeOf(const QJsonValue &value)
{
    if (value.isBool())
        return ReleaseColumns::Type::Boolean;
    if (value.isString())
        return ReleaseColumns::Type::Text;
    if (value.isDouble())
        return double(value.toInteger()) == value.toDouble() ? ReleaseColumns::Type::Whole : ReleaseColumns::Type::Number;
    return ReleaseColumns::Type::Json;
}

void addColumn(QMap<QString, ReleaseColumns::Type> &columns, const QString &key, const QJsonValue &value)
{
    using Type = ReleaseColumns::Type;
    if (value.isNull())
        return;
    const Type type = typeOf(value);
    const auto known = columns.find(key);
    if (known == columns.end()) {
        columns.insert(key, type);
    } else if (*known != type) {
        const bool numbers = (*known == Type::Whole || *known == Type::Number) && (type == Type::Whole || type == Type::Number);
        *known = numbers ? Type::Number : Type::Json;
    }
}

class FeatureWriter
{
public:
    void field(int depth, QStringView name, const char *dtype) { line(depth, name, QByteArray("dtype: ") + dtype); }
    void begin(int depth, QStringView name, const char *what) { line(depth, name, QByteArray(what) + ':'); }
    void strings(int depth, std::initializer_list<const char16_t *> names)
    {
        for (const char16_t *name : names)
            field(depth, QString::fromUtf16(name), "string");
    }
    void listOfStrings(int depth, QStringView name) { line(depth, name, "sequence: string"); }
    void pairs(int depth, QStringView name)
    {
        begin(depth, name, "sequence");
        m_out += pad(depth) + "    sequence: int64\n";
    }
    void columns(int depth, QStringView name, const QMap<QString, ReleaseColumns::Type> &columns)
    {
        if (columns.isEmpty())
            return;
        begin(depth, name, "struct");
        values(depth + 1, columns);
    }
    void values(int depth, const QMap<QString, ReleaseColumns::Type> &columns)
    {
        static constexpr const char *dtypes[] = {"int64", "float64", "bool", "string", "string"};
        for (auto i = columns.begin(); i != columns.end(); ++i)
            field(depth, i.key(), dtypes[int(i.value())]);
    }
    void provenance(int depth)
    {
        strings(depth, {u"state"});
        begin(depth, u"origin", "struct");
        strings(depth + 1, {u"kind", u"name", u"version"});
        field(depth + 1, u"edited", "bool");
        field(depth, u"confidence", "float64");
        strings(depth, {u"speaker"});
    }
    QByteArray result() && { return std::move(m_out); }

private:
    static QByteArray pad(int depth) { return QByteArray(2 + 2 * depth, ' '); }
    void line(int depth, QStringView name, const QByteArray &rest)
    {
        m_out += pad(depth) + "- name: " + yamlString(name) + '\n' + pad(depth) + "  " + rest + '\n';
    }

    QByteArray m_out;
};

} // namespace

QJsonObject furtherFields(const ArticleMeta &meta)
{
    QJsonObject result = meta.extra;
    const QJsonObject beside = result.take(recordFields).toObject();
    for (auto i = beside.begin(); i != beside.end(); ++i) {
        if (!result.contains(i.key()))
            result.insert(i.key(), i.value());
    }
    for (const char16_t *known : {u"title", u"url", u"outlet", u"author", u"published", u"language"})
        result.remove(QString::fromUtf16(known));
    return result;
}

QString fieldOf(const ArticleMeta &meta, const QString &name)
{
    const std::pair<const char16_t *, QString ArticleMeta::*> known[]
        = {{u"title", &ArticleMeta::title},   {u"url", &ArticleMeta::url},             {u"outlet", &ArticleMeta::outlet},
           {u"author", &ArticleMeta::author}, {u"published", &ArticleMeta::published}, {u"language", &ArticleMeta::language}};
    for (const auto &[key, member] : known) {
        if (name == QString::fromUtf16(key))
            return meta.*member;
    }
    const QJsonValue value = furtherFields(meta).value(name);
    return value.isNull() || value.isUndefined() ? QString() : asText(value);
}

QByteArray yamlString(QStringView text)
{
    // A JSON string is one of YAML too, but for characters that YAML does not print or takes for line breaks.
    QByteArray json;
    JsonWriter(json).string(text);
    QString out;
    const QString characters = QString::fromUtf8(json);
    for (const QChar c : characters) {
        const char16_t code = c.unicode();
        if ((code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029 || code == 0xfeff || code >= 0xfffe)
            out += QStringLiteral("\\u%1").arg(int(code), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out.toUtf8();
}

ReleaseColumns::ReleaseColumns(const Schema &schema, ReleasedText text) : m_text(text), m_roles({sourceRole, cueRole, contentRole})
{
    for (const Label &label : schema.labels) {
        for (const AttributeType &attribute : label.attributes) {
            m_listed[attribute.name] += attribute.values;
            if (m_text == ReleasedText::Whole || !attribute.values.isEmpty())
                m_spanAttributes.insert(attribute.name, Type::Text);
        }
    }
    for (const FrameType &frame : schema.frameTypes) {
        for (const Role &role : frame.roles)
            m_roles.append(role.name);
    }
    m_roles.sort();
    m_roles.removeDuplicates();
}

bool ReleaseColumns::mayHold(const QString &attribute, const QJsonValue &value) const
{
    if (m_text == ReleasedText::Whole || value.isDouble() || value.isBool())
        return true;
    return value.isString() && m_listed.value(attribute).contains(value.toString());
}

void ReleaseColumns::addAttributes(QMap<QString, Type> &columns, const QJsonObject &attributes) const
{
    for (auto i = attributes.begin(); i != attributes.end(); ++i) {
        if (mayHold(i.key(), i.value()))
            addColumn(columns, i.key(), i.value());
    }
}

void ReleaseColumns::add(const AnnotatedArticle &article)
{
    if (m_text == ReleasedText::Whole) {
        const QJsonObject fields = furtherFields(article.article.meta);
        for (auto i = fields.begin(); i != fields.end(); ++i)
            addColumn(m_fields, i.key(), i.value());
    }
    for (const Span &span : article.annotations.spans)
        addAttributes(m_spanAttributes, span.attributes);
    for (const Attribution &attribution : article.annotations.attributions) {
        addAttributes(m_attributionAttributes, attribution.attributes);
        for (const RoleFiller &filler : attribution.fillers) {
            const auto place = std::lower_bound(m_roles.begin(), m_roles.end(), filler.role);
            if (place == m_roles.end() || *place != filler.role)
                m_roles.insert(place, filler.role);
        }
    }
}

QByteArray ReleaseColumns::features() const
{
    FeatureWriter out;
    const bool whole = m_text == ReleasedText::Whole;
    out.strings(0, {u"format", u"id"});
    out.strings(0, whole ? std::initializer_list<const char16_t *>{u"title", u"text"} : std::initializer_list<const char16_t *>{u"sha256"});
    if (!whole)
        out.field(0, u"characters", "int64");
    out.begin(0, u"meta", "struct");
    out.strings(1, {u"url", u"outlet", u"author", u"published", u"language"});
    out.values(1, m_fields);
    const auto remarks = [&] {
        if (whole)
            out.strings(1, {u"explanation", u"note"});
    };
    out.begin(0, u"spans", "list");
    out.strings(1, {u"id", u"label"});
    out.pairs(1, u"fragments");
    if (m_text != ReleasedText::None)
        out.listOfStrings(1, u"text");
    out.provenance(1);
    out.strings(1, {u"claimant"});
    out.columns(1, u"attributes", m_spanAttributes);
    remarks();
    out.begin(0, u"attributions", "list");
    out.strings(1, {u"id", u"type"});
    for (const QString &role : {sourceRole, cueRole, contentRole})
        out.pairs(1, role);
    out.strings(1, {u"kind"});
    out.begin(1, u"spans", "struct");
    for (const QString &role : m_roles)
        out.listOfStrings(2, role);
    out.provenance(1);
    out.columns(1, u"attributes", m_attributionAttributes);
    remarks();
    out.begin(0, u"speakers", "list");
    out.strings(1, {u"id", u"name", u"type"});
    out.listOfStrings(1, u"aliases");
    out.strings(1, {u"wikidata", u"colour"});
    return std::move(out).result();
}

} // namespace Quoth::Exchange
