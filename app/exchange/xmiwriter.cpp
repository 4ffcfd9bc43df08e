// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xmiwriter.h"

#include "words.h"

#include <QHash>
#include <QSet>
#include <QXmlStreamWriter>

namespace Quoth::Exchange {

namespace {

const QString xmiNamespace = QStringLiteral("http://www.omg.org/XMI");
const QString casNamespace = QStringLiteral("http:///uima/cas.ecore");

QString namespaceOf(const QString &type)
{
    const qsizetype dot = type.lastIndexOf(u'.');
    return dot < 0 ? QStringLiteral("http:///uima/noNamespace.ecore")
                   : QStringLiteral("http:///%1.ecore").arg(type.first(dot).replace(u'.', u'/'));
}

QString textOfIds(const QList<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return texts.join(u' ');
}

class XmiWriter
{
public:
    XmiWriter(const CasDocument &document, LossList &losses) : m_document(document), m_losses(losses), m_xml(&m_bytes) { }

    QByteArray write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.writeStartDocument();
        m_xml.writeNamespace(xmiNamespace, QStringLiteral("xmi"));
        m_xml.writeNamespace(casNamespace, QStringLiteral("cas"));
        QHash<QString, int> prefixes{{QStringLiteral("xmi"), 1}, {QStringLiteral("cas"), 1}};
        QSet<QString> declared{casNamespace};
        for (const CasStructure &structure : m_document.structures) {
            const QString name = namespaceOf(structure.type);
            if (declared.contains(name))
                continue;
            declared.insert(name);
            const QString stem = name.section(u'/', -1).section(u'.', 0, 0);
            const int number = ++prefixes[stem];
            m_xml.writeNamespace(name, number > 1 ? stem + QString::number(number) : stem);
        }
        m_xml.writeStartElement(xmiNamespace, QStringLiteral("XMI"));
        m_xml.writeAttribute(xmiNamespace, QStringLiteral("version"), QStringLiteral("2.0"));
        m_xml.writeEmptyElement(casNamespace, QStringLiteral("NULL"));
        m_xml.writeAttribute(xmiNamespace, QStringLiteral("id"), QStringLiteral("0"));
        QList<qint64> members;
        for (const CasStructure &structure : m_document.structures) {
            members.append(structure.id);
            writeStructure(structure);
        }
        m_xml.writeEmptyElement(casNamespace, QStringLiteral("Sofa"));
        m_xml.writeAttribute(xmiNamespace, QStringLiteral("id"), QStringLiteral("1"));
        attribute(QStringLiteral("sofaNum"), QStringLiteral("1"));
        attribute(QStringLiteral("sofaID"), Cas::firstView);
        attribute(QStringLiteral("mimeType"), QStringLiteral("text"));
        attribute(QStringLiteral("sofaString"), m_document.text);
        m_xml.writeEmptyElement(casNamespace, QStringLiteral("View"));
        attribute(QStringLiteral("sofa"), QStringLiteral("1"));
        attribute(QStringLiteral("members"), textOfIds(members));
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void attribute(const QString &name, const QString &value) { m_xml.writeAttribute(name, allowed(value)); }

    QString allowed(QString text)
    {
        int forbidden = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            i += isPair;
            if (isPair
                || !((c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r') || c.isSurrogate() || c.unicode() >= 0xFFFE))
                continue;
            text[i] = u' ';
            ++forbidden;
        }
        m_losses.warn(Words::tr("Control characters, which XML forbids, became spaces."), forbidden);
        return text;
    }

    void writeStructure(const CasStructure &structure)
    {
        m_xml.writeEmptyElement(namespaceOf(structure.type), shortName(structure.type));
        m_xml.writeAttribute(xmiNamespace, QStringLiteral("id"), QString::number(structure.id));
        if (structure.range) {
            attribute(QStringLiteral("sofa"), QStringLiteral("1"));
            attribute(QStringLiteral("begin"), QString::number(structure.range->begin));
            attribute(QStringLiteral("end"), QString::number(structure.range->end));
        }
        for (auto value = structure.values.begin(); value != structure.values.end(); ++value)
            attribute(value.key(), value->toVariant().toString());
        for (auto reference = structure.references.begin(); reference != structure.references.end(); ++reference)
            attribute(reference.key(), textOfIds(*reference));
    }

    const CasDocument &m_document;
    LossList &m_losses;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray writeXmi(const CasDocument &document, LossList &losses) { return XmiWriter(document, losses).write(); }

QByteArray writeTypeSystem(const QList<CasType> &types)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("typeSystemDescription"));
    xml.writeDefaultNamespace(QStringLiteral("http://uima.apache.org/resourceSpecifier"));
    xml.writeStartElement(QStringLiteral("types"));
    for (const CasType &type : types) {
        xml.writeStartElement(QStringLiteral("typeDescription"));
        xml.writeTextElement(QStringLiteral("name"), type.name);
        xml.writeTextElement(QStringLiteral("description"), QString());
        xml.writeTextElement(QStringLiteral("supertypeName"), type.parent);
        xml.writeStartElement(QStringLiteral("features"));
        for (const CasFeature &feature : type.features) {
            xml.writeStartElement(QStringLiteral("featureDescription"));
            xml.writeTextElement(QStringLiteral("name"), feature.name);
            xml.writeTextElement(QStringLiteral("description"), QString());
            xml.writeTextElement(QStringLiteral("rangeTypeName"), feature.range);
            if (!feature.element.isEmpty())
                xml.writeTextElement(QStringLiteral("elementType"), feature.element);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace Quoth::Exchange
