// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Quoth::Annotation {

namespace {

constexpr struct
{
    Mark mark;
    const char16_t *name;
} marks[] = {{Mark::Box, u"box"}, {Mark::Dots, u"dots"}, {Mark::Bar, u"bar"}, {Mark::Line, u"line"}, {Mark::Wave, u"wave"}};

QString toString(Mark mark)
{
    for (const auto &known : marks) {
        if (known.mark == mark)
            return QString::fromUtf16(known.name);
    }
    Q_UNREACHABLE();
}

std::optional<Mark> markFromString(const QString &name)
{
    for (const auto &known : marks) {
        if (name == QStringView(known.name))
            return known.mark;
    }
    return std::nullopt;
}

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        result.append(item.toString());
    return result;
}

/// Collects what is wrong in the order it is met; the first is reported.
class SchemaReader
{
public:
    Result<Schema> read(const QJsonObject &object, const QString &place)
    {
        Schema schema;
        schema.name = required(object, "name");
        schema.title = title(object, schema.name);
        const QJsonArray labels = object.value(u"labels").toArray();
        for (const QJsonValue &value : labels)
            schema.labels.append(label(value.toObject()));
        if (schema.labels.isEmpty())
            fail(Words::tr("The schema has no labels."));
        const QJsonArray frames = object.value(u"frames").toArray();
        for (const QJsonValue &value : frames)
            schema.frameTypes.append(frame(value.toObject(), schema));
        if (!m_error.isEmpty())
            return Error{ErrorCode::BadInput, m_error, place};
        return schema;
    }

private:
    void fail(const QString &message)
    {
        if (m_error.isEmpty())
            m_error = message;
    }

    QString required(const QJsonObject &object, const char *field)
    {
        const QString value = object.value(QLatin1String(field)).toString();
        if (value.isEmpty())
            fail(Words::tr("A \"%1\" is missing or empty in the schema.").arg(QLatin1String(field)));
        return value;
    }

    static QString title(const QJsonObject &object, const QString &name)
    {
        const QString title = object.value(u"title").toString();
        return title.isEmpty() ? name : title;
    }

    QString unique(QSet<QString> &seen, const QString &value)
    {
        if (!value.isEmpty() && seen.contains(value))
            fail(Words::tr("\"%1\" is given twice in the schema.").arg(value));
        seen.insert(value);
        return value;
    }

    QString colour(const QJsonObject &object, const char *field)
    {
        static const QRegularExpression form(QStringLiteral("^#[0-9a-fA-F]{6}$"));
        const QString value = required(object, field);
        if (!form.match(value).hasMatch())
            fail(Words::tr("\"%1\" is not a colour; write it as #rrggbb.").arg(value));
        return value;
    }

    QString key(const QJsonObject &object)
    {
        const QString value = object.value(u"key").toString();
        if (value.size() > 1)
            fail(Words::tr("The key \"%1\" has more than one character.").arg(value));
        return unique(m_keys, value.toUpper());
    }

    Label label(const QJsonObject &object)
    {
        Label result;
        result.name = unique(m_labelNames, required(object, "name"));
        result.title = title(object, result.name);
        result.colour = colour(object, "colour");
        result.darkColour = colour(object, "darkColour");
        const QString mark = object.value(u"mark").toString();
        if (const auto known = markFromString(mark))
            result.mark = *known;
        else
            fail(Words::tr("The label %1 has an unknown mark \"%2\"; known are box, dots, bar, line and wave.").arg(result.name, mark));
        result.key = key(object);
        result.guideline = object.value(u"guideline").toString();
        result.namesSpeaker = object.value(u"namesSpeaker").toBool();
        const QJsonArray attributes = object.value(u"attributes").toArray();
        for (const QJsonValue &value : attributes) {
            const QJsonObject attribute = value.toObject();
            const QString name = required(attribute, "name");
            result.attributes.append({name, title(attribute, name), strings(attribute.value(u"values"))});
        }
        return result;
    }

    FrameType frame(const QJsonObject &object, const Schema &schema)
    {
        FrameType result;
        result.name = unique(m_frameNames, required(object, "name"));
        result.title = title(object, result.name);
        result.key = key(object);
        result.guideline = object.value(u"guideline").toString();
        QSet<QString> roleNames;
        const QJsonArray roles = object.value(u"roles").toArray();
        for (const QJsonValue &value : roles) {
            const QJsonObject role = value.toObject();
            const QString name = unique(roleNames, required(role, "name"));
            const QStringList labels = strings(role.value(u"labels"));
            if (labels.isEmpty())
                fail(Words::tr("The role %1 accepts no label.").arg(name));
            for (const QString &labelName : labels) {
                if (!schema.label(labelName))
                    fail(Words::tr("The role %1 accepts an unknown label \"%2\".").arg(name, labelName));
            }
            result.roles.append({name, title(role, name), labels, role.value(u"required").toBool()});
        }
        if (result.roles.isEmpty())
            fail(Words::tr("The frame %1 has no roles.").arg(result.name));
        return result;
    }

    QString m_error;
    QSet<QString> m_labelNames;
    QSet<QString> m_frameNames;
    QSet<QString> m_keys;
};

} // namespace

const Label *Schema::label(QStringView labelName) const
{
    const auto found = std::find_if(labels.begin(), labels.end(), [labelName](const Label &l) { return l.name == labelName; });
    return found == labels.end() ? nullptr : &*found;
}

const FrameType *Schema::frameType(QStringView typeName) const
{
    const auto found
        = std::find_if(frameTypes.begin(), frameTypes.end(), [typeName](const FrameType &f) { return f.name == typeName; });
    return found == frameTypes.end() ? nullptr : &*found;
}

QStringList Schema::rolesOf(QStringView labelName) const
{
    QStringList result;
    for (const FrameType &frame : frameTypes) {
        for (const Role &role : frame.roles) {
            if (role.labels.contains(labelName) && !result.contains(role.name))
                result.append(role.name);
        }
    }
    return result;
}

Result<Schema> Schema::fromJson(const QByteArray &json, const QString &place)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return Error{ErrorCode::BadInput,
                     Words::tr("This is no schema: %1 at byte %2.").arg(error.errorString()).arg(error.offset), place};
    }
    return SchemaReader().read(document.object(), place);
}

QByteArray Schema::toJson() const
{
    QJsonArray labelArray;
    for (const Label &label : labels) {
        QJsonArray attributes;
        for (const AttributeType &attribute : label.attributes) {
            attributes.append(QJsonObject{{QStringLiteral("name"), attribute.name},
                                          {QStringLiteral("title"), attribute.title},
                                          {QStringLiteral("values"), QJsonArray::fromStringList(attribute.values)}});
        }
        labelArray.append(QJsonObject{{QStringLiteral("name"), label.name},
                                      {QStringLiteral("title"), label.title},
                                      {QStringLiteral("colour"), label.colour},
                                      {QStringLiteral("darkColour"), label.darkColour},
                                      {QStringLiteral("mark"), toString(label.mark)},
                                      {QStringLiteral("key"), label.key},
                                      {QStringLiteral("guideline"), label.guideline},
                                      {QStringLiteral("namesSpeaker"), label.namesSpeaker},
                                      {QStringLiteral("attributes"), attributes}});
    }
    QJsonArray frameArray;
    for (const FrameType &frame : frameTypes) {
        QJsonArray roles;
        for (const Role &role : frame.roles) {
            roles.append(QJsonObject{{QStringLiteral("name"), role.name},
                                     {QStringLiteral("title"), role.title},
                                     {QStringLiteral("labels"), QJsonArray::fromStringList(role.labels)},
                                     {QStringLiteral("required"), role.required}});
        }
        frameArray.append(QJsonObject{{QStringLiteral("name"), frame.name},
                                      {QStringLiteral("title"), frame.title},
                                      {QStringLiteral("key"), frame.key},
                                      {QStringLiteral("guideline"), frame.guideline},
                                      {QStringLiteral("roles"), roles}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("name"), name},
                                     {QStringLiteral("title"), title},
                                     {QStringLiteral("labels"), labelArray},
                                     {QStringLiteral("frames"), frameArray}})
        .toJson();
}

} // namespace Quoth::Annotation
