// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xmireader.h"

#include "words.h"

#include <QJsonArray>
#include <QXmlStreamReader>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

const QString xmiNamespace = QStringLiteral("http://www.omg.org/XMI");

QString typeName(QStringView xmlNamespace, QStringView name)
{
    if (!xmlNamespace.startsWith(u"http:///") || !xmlNamespace.endsWith(u".ecore"))
        return name.toString();
    const QString package = xmlNamespace.sliced(8).chopped(6).toString().replace(u'/', u'.');
    return package == u"uima.noNamespace" ? name.toString() : package + u'.' + name.toString();
}

std::optional<QList<qint64>> idsIn(const QString &text)
{
    QList<qint64> ids;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool isNumber = false;
        ids.append(part.toLongLong(&isNumber));
        if (!isNumber)
            return std::nullopt;
    }
    return ids;
}

class XmiReader
{
public:
    XmiReader(const QByteArray &bytes, const QList<CasType> &types, const QString &path, IssueList &issues)
        : m_xml(bytes), m_path(path), m_issues(issues)
    {
        m_document.types = types;
    }

    Result<CasDocument> read()
    {
        bool isXmi = false;
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD)
                return Error{ErrorCode::BadInput, Words::tr("The file declares a document type, which is not read for safety."),
                             here()};
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (isXmi)
                readStructure();
            else if (m_xml.name() == u"XMI" && m_xml.namespaceUri() == xmiNamespace)
                isXmi = true;
            else
                return Error{ErrorCode::BadInput, Words::tr("This is no XMI file."), here()};
        }
        if (m_xml.hasError())
            m_issues.error(Words::tr("The file is broken here and was read up to here: %1").arg(m_xml.errorString()), here());
        if (!isXmi)
            return Error{ErrorCode::BadInput, Words::tr("This is no XMI file."), here()};
        chooseView();
        resolve();
        m_issues.warn(Words::tr("References to arrays that very many structures share were dropped."), m_path,
                      expandArrays(m_document));
        return std::move(m_document);
    }

private:
    struct Raw
    {
        CasStructure structure;
        qint64 sofa = 0;
    };
    struct View
    {
        qint64 id = 0;
        QString text;
    };

    QString here() const { return lineOf(m_path, m_xml.lineNumber()); }

    void readStructure()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const QString type = typeName(m_xml.namespaceUri(), m_xml.name());
        const qint64 id = attributes.value(xmiNamespace, QStringLiteral("id")).toLongLong();
        Raw raw{{id, type}};
        raw.structure.line = m_xml.lineNumber();
        bool hasBegin = false;
        bool hasEnd = false;
        TextRange range;
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == u"sofa")
                raw.sofa = attribute.value().toLongLong();
            else if (attribute.name() == u"begin")
                range.begin = attribute.value().toInt(&hasBegin);
            else if (attribute.name() == u"end")
                range.end = attribute.value().toInt(&hasEnd);
            else if (attribute.namespaceUri() != xmiNamespace)
                raw.structure.values.insert(attribute.name().toString(), attribute.value().toString());
        }
        if (hasBegin && hasEnd)
            raw.structure.range = range;
        readElements(raw.structure);
        if (type == u"uima.cas.NULL" || type == u"uima.cas.View")
            return;
        if (type == Cas::sofa)
            m_views.append({id, raw.structure.values.value(QStringLiteral("sofaString")).toString()});
        else
            m_structures.append(raw);
    }

    /// Arrays of texts, and references, may be elements in place of attributes.
    void readElements(CasStructure &structure)
    {
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.name().toString();
            const QString href = m_xml.attributes().value(QStringLiteral("href")).toString();
            const QString text = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
            QJsonArray values = structure.values.value(name).toArray();
            values.append(href.startsWith(u'#') ? href.sliced(1) : text);
            structure.values.insert(name, values);
        }
    }

    void chooseView()
    {
        qint64 chosen = 0;
        for (const View &view : std::as_const(m_views)) {
            if (chosen == 0 && !view.text.isEmpty()) {
                chosen = view.id;
                m_document.text = view.text;
            }
        }
        int elsewhere = 0;
        for (Raw &raw : m_structures) {
            if (raw.sofa == 0 || raw.sofa == chosen || !raw.structure.range)
                m_document.structures.append(std::move(raw.structure));
            else
                ++elsewhere;
        }
        m_issues.warn(Words::tr("Annotations of another view than the first with a text were dropped."), m_path, elsewhere);
    }

    const CasFeature *knownFeature(const QString &type, const QString &feature)
    {
        const std::pair<QString, QString> key{type, feature};
        const auto known = m_known.constFind(key);
        return known != m_known.constEnd() ? *known : *m_known.insert(key, featureOf(m_document.types, type, feature));
    }

    bool isReference(const CasStructure &structure, const QString &feature, const QList<qint64> &ids)
    {
        if (const CasFeature *known = knownFeature(structure.type, feature))
            return !isPrimitive(known->range);
        if (structure.type == Cas::array && feature == u"elements")
            return true;
        if (ids.isEmpty() || !std::all_of(ids.begin(), ids.end(), [this](qint64 id) { return m_byId.contains(id); }))
            return false;
        if (feature == Cas::governor || feature == Cas::dependent || feature == u"next" || feature == u"first")
            return true;
        if (feature == Cas::target && !structure.range)
            return true;
        return std::all_of(ids.begin(), ids.end(), [this](qint64 id) {
            const CasStructure &other = m_document.structures[m_byId.value(id)];
            return other.type == Cas::array
                || (!other.range && (other.values.contains(Cas::target) || other.references.contains(Cas::target)));
        });
    }

    void resolve()
    {
        for (qsizetype i = 0; i < m_document.structures.size(); ++i)
            m_byId.insert(m_document.structures[i].id, i);
        for (CasStructure &structure : m_document.structures) {
            const QStringList features = structure.values.keys();
            for (const QString &feature : features) {
                const QJsonValue value = structure.values.value(feature);
                QStringList parts(value.toString());
                for (const QJsonValue &part : value.toArray())
                    parts.append(part.toString());
                const auto ids = idsIn(parts.join(u' '));
                // An array without elements is written as a feature without text.
                if (ids && (ids->isEmpty() || isReference(structure, feature, *ids))) {
                    structure.values.remove(feature);
                    if (!ids->isEmpty())
                        structure.references.insert(feature, *ids);
                } else if (const CasFeature *known = knownFeature(structure.type, feature); known && value.isString()) {
                    structure.values.insert(feature, typedValue(value.toString(), known->range));
                }
            }
        }
    }

    QXmlStreamReader m_xml;
    const QString &m_path;
    IssueList &m_issues;
    CasDocument m_document;
    QList<Raw> m_structures;
    QList<View> m_views;
    QHash<qint64, qsizetype> m_byId;
    QHash<std::pair<QString, QString>, const CasFeature *> m_known; // by type and name
};

} // namespace

Result<CasDocument> readXmi(const QByteArray &bytes, const QList<CasType> &types, const QString &path, IssueList &issues)
{
    return XmiReader(bytes, types, path, issues).read();
}

QList<CasType> readTypeSystem(const QByteArray &bytes, const QString &path, IssueList &issues)
{
    QXmlStreamReader xml(bytes);
    QList<CasType> types;
    bool inFeature = false;
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            break;
        if (token == QXmlStreamReader::EndElement && xml.name() == u"featureDescription")
            inFeature = false;
        if (token != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        if (name == u"typeDescription")
            types.append(CasType());
        else if (name == u"featureDescription" && !types.isEmpty())
            types.last().features.append(CasFeature());
        inFeature |= name == u"featureDescription" && !types.isEmpty();
        if (types.isEmpty()
            || (name != u"name" && name != u"supertypeName" && name != u"rangeTypeName" && name != u"elementType"))
            continue;
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        if (name == u"name")
            (inFeature ? types.last().features.last().name : types.last().name) = text;
        else if (name == u"supertypeName")
            types.last().parent = text;
        else if (inFeature)
            (name == u"rangeTypeName" ? types.last().features.last().range : types.last().features.last().element) = text;
    }
    if (xml.hasError() || types.isEmpty()) {
        issues.warn(Words::tr("The description of the types cannot be read and was not used."), lineOf(path, xml.lineNumber()));
        return {};
    }
    return types;
}

} // namespace Quoth::Exchange
