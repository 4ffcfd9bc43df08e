// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casjsonwriter.h"

#include "jsonwriter.h"

#include <algorithm>

namespace Quoth::Exchange {

namespace {

class CasJsonWriter
{
public:
    explicit CasJsonWriter(const CasDocument &document) : m_document(document), m_json(m_bytes) { }

    QByteArray write()
    {
        m_json.beginObject();
        writeTypes();
        m_json.key(u"%FEATURE_STRUCTURES").beginArray();
        m_json.beginObject();
        m_json.key(u"%ID").number(qint64(1));
        m_json.key(u"%TYPE").string(Cas::sofa);
        m_json.key(u"sofaNum").number(qint64(1));
        m_json.key(u"sofaID").string(Cas::firstView);
        m_json.key(u"mimeType").string(u"text");
        m_json.key(u"sofaString").string(m_document.text);
        m_json.endObject();
        for (const CasStructure &structure : m_document.structures) {
            m_next = std::max(m_next, structure.id);
            m_members.append(structure.id);
        }
        for (const CasStructure &structure : m_document.structures)
            writeStructure(structure);
        m_json.endArray();
        m_json.key(u"%VIEWS").beginObject();
        m_json.key(Cas::firstView).beginObject();
        m_json.key(u"%SOFA").number(qint64(1));
        m_json.key(u"%MEMBERS");
        writeIds(m_members);
        m_json.endObject();
        m_json.endObject();
        m_json.endObject();
        m_bytes += '\n';
        return m_bytes;
    }

private:
    void writeTypes()
    {
        m_json.key(u"%TYPES").beginObject();
        for (const CasType &type : m_document.types) {
            m_json.key(type.name).beginObject();
            m_json.key(u"%NAME").string(type.name);
            m_json.key(u"%SUPER_TYPE").string(type.parent);
            for (const CasFeature &feature : type.features) {
                m_json.key(feature.name).beginObject();
                m_json.key(u"%NAME").string(feature.name);
                m_json.key(u"%RANGE").string(feature.element.isEmpty() ? feature.range : feature.element + QStringLiteral("[]"));
                m_json.endObject();
            }
            m_json.endObject();
        }
        m_json.endObject();
    }

    void writeIds(const QList<qint64> &ids)
    {
        m_json.beginArray();
        for (const qint64 id : ids)
            m_json.number(id);
        m_json.endArray();
    }

    void writeStructure(const CasStructure &structure)
    {
        QMap<QString, qint64> arrays;
        for (auto reference = structure.references.begin(); reference != structure.references.end(); ++reference) {
            const CasFeature *feature = featureOf(m_document.types, structure.type, reference.key());
            if (!feature || feature->element.isEmpty())
                continue;
            arrays.insert(reference.key(), ++m_next);
            m_json.beginObject();
            m_json.key(u"%ID").number(m_next);
            m_json.key(u"%TYPE").string(feature->element + QStringLiteral("[]"));
            m_json.key(u"%ELEMENTS");
            writeIds(*reference);
            m_json.endObject();
        }
        m_json.beginObject();
        m_json.key(u"%ID").number(structure.id);
        m_json.key(u"%TYPE").string(structure.type);
        if (structure.range) {
            m_json.key(u"@sofa").number(qint64(1));
            m_json.key(u"begin").number(qint64(structure.range->begin));
            m_json.key(u"end").number(qint64(structure.range->end));
        }
        for (auto value = structure.values.begin(); value != structure.values.end(); ++value)
            m_json.key(value.key()).value(*value);
        for (auto reference = structure.references.begin(); reference != structure.references.end(); ++reference)
            m_json.key(QString(u'@' + reference.key())).number(arrays.value(reference.key(), reference->value(0)));
        m_json.endObject();
    }

    const CasDocument &m_document;
    QByteArray m_bytes;
    JsonWriter m_json;
    QList<qint64> m_members;
    qint64 m_next = 1;
};

} // namespace

QByteArray writeCasJson(const CasDocument &document) { return CasJsonWriter(document).write(); }

} // namespace Quoth::Exchange
