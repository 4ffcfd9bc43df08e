// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstudioconfig.h"

#include "flatannotations.h"

#include <QJsonValue>
#include <QXmlStreamWriter>

namespace Quoth::Exchange {

using namespace Annotation;

LabelStudioConfig::LabelStudioConfig(const Schema &schema)
{
    for (const Label &label : schema.labels) {
        m_labels.append({label.name, label.colour, label.key, label.guideline});
        m_known.insert(label.name);
        if (label.namesSpeaker)
            m_speakerLabels.append(label.name);
        for (const AttributeType &attribute : label.attributes) {
            const bool taken = attribute.name == labelStudioLabels || attribute.name == labelStudioText
                || attribute.name == labelStudioSpeaker;
            if (taken || attribute.name.isEmpty())
                continue;
            const bool isNew = !m_controls.contains(attribute.name);
            Control &control = m_controls[attribute.name];
            // Names of tags are unique: where labels disagree about the values, any text will do.
            if (isNew)
                control = {attribute.title, {}, attribute.values};
            else if (control.values != attribute.values)
                control.values.clear();
            control.labels.append(label.name);
        }
    }
    for (const FrameType &frame : schema.frameTypes) {
        for (const Role &role : frame.roles)
            addRelation(role.name);
    }
    addRelation(pieceLink);
}

void LabelStudioConfig::addLabel(const QString &label)
{
    if (m_known.contains(label))
        return;
    m_known.insert(label);
    m_labels.append({label, {}, {}, {}});
}

void LabelStudioConfig::addRelation(const QString &label)
{
    if (!m_relations.contains(label))
        m_relations.append(label);
}

bool LabelStudioConfig::takes(const QString &label, const QString &attribute, const QJsonValue &value) const
{
    const auto control = m_controls.constFind(attribute);
    if (control == m_controls.constEnd() || !control->labels.contains(label) || !value.isString() || value.toString().isEmpty())
        return false;
    return control->values.isEmpty() || control->values.contains(value.toString());
}

bool LabelStudioConfig::isFreeText(const QString &attribute) const { return m_controls.value(attribute).values.isEmpty(); }

QByteArray LabelStudioConfig::xml() const
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    const auto attributes = [&xml](std::initializer_list<std::pair<const char *, QString>> list) {
        for (const auto &[name, value] : list) {
            if (!value.isEmpty())
                xml.writeAttribute(QString::fromLatin1(name), value);
        }
    };
    xml.writeStartElement(QStringLiteral("View"));
    xml.writeStartElement(QStringLiteral("Labels"));
    attributes({{"name", labelStudioLabels}, {"toName", labelStudioText}});
    for (const Shown &label : m_labels) {
        xml.writeEmptyElement(QStringLiteral("Label"));
        attributes({{"value", label.name}, {"background", label.colour}, {"hotkey", label.key}, {"hint", label.guideline}});
    }
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("Relations"));
    for (const QString &relation : m_relations) {
        xml.writeEmptyElement(QStringLiteral("Relation"));
        attributes({{"value", relation}});
    }
    xml.writeEndElement();
    xml.writeEmptyElement(QStringLiteral("Text"));
    attributes({{"name", labelStudioText}, {"value", QStringLiteral("$text")}, {"granularity", QStringLiteral("symbol")}});
    for (auto control = m_controls.begin(); control != m_controls.end(); ++control) {
        xml.writeStartElement(control->values.isEmpty() ? QStringLiteral("TextArea") : QStringLiteral("Choices"));
        attributes({{"name", control.key()},
                    {"toName", labelStudioText},
                    {"perRegion", QStringLiteral("true")},
                    {"whenLabelValue", control->labels.join(u',')}});
        if (control->values.isEmpty())
            attributes(
                {{"placeholder", control->title}, {"maxSubmissions", QStringLiteral("1")}, {"editable", QStringLiteral("true")}});
        for (const QString &value : control->values) {
            xml.writeEmptyElement(QStringLiteral("Choice"));
            attributes({{"value", value}});
        }
        xml.writeEndElement();
    }
    if (!m_speakerLabels.isEmpty()) {
        xml.writeEmptyElement(QStringLiteral("TextArea"));
        attributes({{"name", labelStudioSpeaker},
                    {"toName", labelStudioText},
                    {"perRegion", QStringLiteral("true")},
                    {"whenLabelValue", m_speakerLabels.join(u',')},
                    {"maxSubmissions", QStringLiteral("1")},
                    {"editable", QStringLiteral("true")}});
    }
    xml.writeEndElement();
    return out.trimmed() + '\n';
}

} // namespace Quoth::Exchange
