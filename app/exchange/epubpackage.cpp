// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "epubpackage.h"

#include "words.h"
#include "xmltext.h"

#include <QDir>
#include <QHash>
#include <QUrl>

namespace Quoth::Exchange {

namespace {

QString attribute(const QXmlStreamReader &xml, const char *name) { return xml.attributes().value(QLatin1String(name)).toString(); }

/// Within the archive; empty for what leads out of it.
QString resolved(const QString &package, const QString &reference)
{
    const QString folder = package.contains(u'/') ? package.left(package.lastIndexOf(u'/') + 1) : QString();
    const QString path = QDir::cleanPath(folder + QUrl::fromPercentEncoding(reference.section(u'#', 0, 0).toUtf8()));
    return path.startsWith(u"..") || path.startsWith(u'/') ? QString() : path;
}

} // namespace

QString packageOf(const QByteArray &container)
{
    QXmlStreamReader xml(container);
    while (!xml.atEnd()) {
        if (nextToken(xml) == QXmlStreamReader::StartElement && xml.name() == u"rootfile")
            return attribute(xml, "full-path");
    }
    return {};
}

Result<EpubPackage> parseEpubPackage(const QByteArray &bytes, const QString &name, const QString &place)
{
    QXmlStreamReader xml(bytes);
    EpubPackage package;
    QHash<QString, QString> files; // by the manifest's ids
    QStringList creators;
    const auto fill = [&xml](QString &field) {
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).simplified();
        if (field.isEmpty())
            field = text;
    };
    while (!xml.atEnd()) {
        if (nextToken(xml) != QXmlStreamReader::StartElement)
            continue;
        const QString element = xml.name().toString();
        const bool isMetadata = xml.namespaceUri().contains(u"purl.org/dc/");
        if (element == u"item") {
            const bool isText = attribute(xml, "media-type").contains(u"html") && !attribute(xml, "properties").split(u' ').contains(u"nav");
            if (isText)
                files.insert(attribute(xml, "id"), resolved(name, attribute(xml, "href")));
        } else if (element == u"itemref" && attribute(xml, "linear") != u"no") {
            if (const QString file = files.value(attribute(xml, "idref")); !file.isEmpty() && !package.files.contains(file))
                package.files.append(file);
        } else if (isMetadata && element == u"title") {
            fill(package.meta.title);
        } else if (isMetadata && element == u"date") {
            fill(package.meta.published);
        } else if (isMetadata && element == u"language") {
            fill(package.meta.language);
        } else if (isMetadata && element == u"publisher") {
            fill(package.meta.outlet);
        } else if (isMetadata && element == u"creator") {
            creators.append(xml.readElementText(QXmlStreamReader::SkipChildElements).simplified());
        }
    }
    package.meta.author = creators.join(QStringLiteral(", "));
    if (Result<void> good = xmlResult(xml, place); !good)
        return good.error();
    if (package.files.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("The book names no documents with text."), place};
    return package;
}

} // namespace Quoth::Exchange
