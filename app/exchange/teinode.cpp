// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teinode.h"

namespace Quoth::Exchange {

namespace {

constexpr int deepest = 200;

void gather(const TeiNode &node, QStringView name, QList<const TeiNode *> &found)
{
    for (const TeiNode &child : node.children) {
        if (child.name == name)
            found.append(&child);
        gather(child, name, found);
    }
}

QString rawText(const TeiNode &node)
{
    QString text = node.text;
    for (const TeiNode &child : node.children)
        text += u' ' + rawText(child);
    return text;
}

} // namespace

QStringList TeiNode::words(const QString &key) const { return attribute(key).simplified().split(u' ', Qt::SkipEmptyParts); }

QString TeiNode::allText() const { return rawText(*this).simplified(); }

const TeiNode *TeiNode::child(QStringView childName) const
{
    for (const TeiNode &child : children) {
        if (child.name == childName)
            return &child;
    }
    return nullptr;
}

QList<const TeiNode *> TeiNode::all(QStringView wanted) const
{
    QList<const TeiNode *> found;
    gather(*this, wanted, found);
    return found;
}

QHash<QString, QString> teiAttributes(const QXmlStreamReader &xml)
{
    QHash<QString, QString> result;
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes)
        result.insert(attribute.qualifiedName().toString(), attribute.value().toString());
    return result;
}

TeiNode readTeiNode(QXmlStreamReader &xml, int depth)
{
    TeiNode node{xml.name().toString(), teiAttributes(xml), {}, {}, xml.lineNumber()};
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            break;
        if (token == QXmlStreamReader::Characters)
            node.text += xml.text();
        else if (token == QXmlStreamReader::StartElement && depth < deepest)
            node.children.append(readTeiNode(xml, depth + 1));
        else if (token == QXmlStreamReader::StartElement)
            xml.skipCurrentElement();
    }
    return node;
}

} // namespace Quoth::Exchange
