// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casjsonreader.h"

#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace Quoth::Exchange {

namespace {

class CasJsonReader
{
public:
    CasJsonReader(const QString &path, IssueList &issues) : m_path(path), m_issues(issues) { }

    Result<CasDocument> read(const QByteArray &bytes)
    {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
        if (error.error != QJsonParseError::NoError)
            return Error{ErrorCode::BadInput,
                         Words::tr("This is no JSON: %1, at byte %2.").arg(error.errorString()).arg(error.offset), m_path};
        const QJsonObject root = json.object();
        const QJsonValue structures = root.value(u"%FEATURE_STRUCTURES");
        if (!structures.isArray() && !structures.isObject())
            return Error{ErrorCode::BadInput, Words::tr("This is no UIMA CAS: there is no \"%1\".").arg(u"%FEATURE_STRUCTURES"),
                         m_path};
        readTypes(root.value(u"%TYPES").toObject());
        QList<QJsonObject> objects;
        if (structures.isArray()) {
            const QJsonArray array = structures.toArray();
            for (const QJsonValue &one : array)
                objects.append(one.toObject());
        } else {
            const QJsonObject byId = structures.toObject();
            // Keys come sorted as texts; the ids' own order is the file's.
            QMap<qint64, QJsonObject> ordered;
            for (auto one = byId.begin(); one != byId.end(); ++one) {
                QJsonObject object = one->toObject();
                object.insert(QStringLiteral("%ID"), one.key().toLongLong());
                ordered.insert(one.key().toLongLong(), object);
            }
            objects = ordered.values();
        }
        chooseView(objects);
        for (const QJsonObject &object : std::as_const(objects))
            readStructure(object);
        m_issues.warn(Words::tr("Annotations of another view than the first with a text were dropped."), m_path, m_elsewhere);
        m_issues.warn(Words::tr("References to arrays that very many structures share were dropped."), m_path,
                      expandArrays(m_document));
        return std::move(m_document);
    }

private:
    void readTypes(const QJsonObject &types)
    {
        for (auto type = types.begin(); type != types.end(); ++type) {
            const QJsonObject object = type->toObject();
            CasType read{type.key(), object.value(u"%SUPER_TYPE").toString(), {}};
            for (auto feature = object.begin(); feature != object.end(); ++feature) {
                const QString range = feature->toObject().value(u"%RANGE").toString();
                if (!feature.key().startsWith(u'%') && !range.isEmpty())
                    read.features.append({feature.key(), range});
            }
            m_document.types.append(read);
        }
    }

    void chooseView(const QList<QJsonObject> &objects)
    {
        for (const QJsonObject &object : objects) {
            const QString text = object.value(u"sofaString").toString();
            if (object.value(u"%TYPE") != Cas::sofa || text.isEmpty() || !m_document.text.isEmpty())
                continue;
            m_document.text = text;
            m_sofa = object.value(u"%ID").toInteger();
        }
    }

    static std::optional<qint32> offset(const QJsonObject &object, const QString &name)
    {
        QJsonValue value = object.value(name);
        if (value.isUndefined())
            value = object.value(QString(u'^' + name));
        const qint64 number = value.toInteger(-1);
        // What fits no offset lies outside the text anyhow.
        return value.isDouble() ? std::optional(qint32(std::clamp<qint64>(number, -1, std::numeric_limits<qint32>::max())))
                                : std::nullopt;
    }

    static QList<qint64> idsIn(const QJsonValue &value)
    {
        QList<qint64> ids;
        const QJsonArray array = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue &id : array) {
            if (id.isDouble())
                ids.append(id.toInteger());
        }
        return ids;
    }

    void readStructure(const QJsonObject &object)
    {
        CasStructure structure{object.value(u"%ID").toInteger(), object.value(u"%TYPE").toString()};
        if (structure.type.isEmpty()) {
            m_issues.warn(Words::tr("A structure without a type was dropped."),
                          Words::tr("%1, structure %2").arg(m_path).arg(structure.id));
            return;
        }
        if (structure.type == Cas::sofa)
            return;
        const QString begin = QStringLiteral("begin");
        const QString end = QStringLiteral("end");
        const auto first = offset(object, begin);
        const auto last = offset(object, end);
        if (first && last)
            structure.range = TextRange{*first, *last};
        const qint64 sofa = object.value(u"@sofa").toInteger(m_sofa);
        if (structure.range && sofa != m_sofa) {
            ++m_elsewhere;
            return;
        }
        for (auto field = object.begin(); field != object.end(); ++field) {
            const QString &key = field.key();
            if (key == u"%ELEMENTS" && (structure.type == Cas::array || structure.type.endsWith(u"[]")))
                structure.references.insert(QStringLiteral("elements"), idsIn(*field));
            if (key.startsWith(u'%') || key.startsWith(u'^') || key == begin || key == end || key == u"@sofa" || field->isNull())
                continue;
            if (key.startsWith(u'@'))
                structure.references.insert(key.sliced(1), idsIn(*field));
            else
                structure.values.insert(key.startsWith(u'#') ? key.sliced(1) : key, *field);
        }
        m_document.structures.append(structure);
    }

    const QString &m_path;
    IssueList &m_issues;
    CasDocument m_document;
    qint64 m_sofa = 0;
    int m_elsewhere = 0;
};

} // namespace

Result<CasDocument> readCasJson(const QByteArray &bytes, const QString &path, IssueList &issues)
{
    return CasJsonReader(path, issues).read(bytes);
}

} // namespace Quoth::Exchange
