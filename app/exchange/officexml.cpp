// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officexml.h"

#include "words.h"
#include "xmltext.h"

#include <QSet>

namespace Quoth::Exchange {

namespace {

/// Paragraphs may hold others, in text boxes: those come first, as they end first.
class Paragraphs
{
public:
    void begin() { m_open.append(QString()); }
    void end()
    {
        if (!m_open.isEmpty())
            m_done.append(m_open.takeLast());
    }
    void add(QStringView text)
    {
        if (!m_open.isEmpty())
            m_open.last() += text;
    }
    /// As OpenDocument wants it: white space is one blank, and none where a paragraph begins.
    void addCollapsed(QStringView text)
    {
        if (m_open.isEmpty())
            return;
        QString &paragraph = m_open.last();
        for (const QChar c : text) {
            if (c != u' ' && c != u'\t' && c != u'\n' && c != u'\r')
                paragraph += c;
            else if (!paragraph.isEmpty() && !paragraph.back().isSpace())
                paragraph += u' ';
        }
    }
    QStringList take()
    {
        while (!m_open.isEmpty())
            end();
        return std::move(m_done);
    }

private:
    QStringList m_open;
    QStringList m_done;
};

void report(const QXmlStreamReader &xml, const QString &place, IssueList &issues)
{
    if (const Result<void> good = xmlResult(xml, place); !good)
        issues.error(Words::tr("%1 What stands before that was taken.").arg(good.error().message), good.error().place);
}

} // namespace

void readProperties(const ZipReader &archive, const QString &name, Annotation::ArticleMeta &meta)
{
    const Result<QByteArray> bytes = archive.read(name, largestOfficePart);
    if (!bytes)
        return;
    QXmlStreamReader xml(*bytes);
    QStringList creators;
    QString initialCreator;
    while (!xml.atEnd()) {
        if (nextToken(xml) != QXmlStreamReader::StartElement)
            continue;
        const QStringView element = xml.name();
        QString *field = nullptr;
        if (element == u"title")
            field = &meta.title;
        else if (element == u"language")
            field = &meta.language;
        else if (element == u"publisher")
            field = &meta.outlet;
        else if (element == u"created" || element == u"creation-date" || (element == u"date" && meta.published.isEmpty()))
            field = &meta.published;
        else if (element == u"initial-creator")
            field = &initialCreator;
        if (field) {
            if (const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).simplified(); !text.isEmpty())
                *field = text;
        } else if (element == u"creator") {
            if (const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).simplified(); !text.isEmpty() && !creators.contains(text))
                creators.append(text);
        }
    }
    meta.author = initialCreator.isEmpty() ? creators.join(QStringLiteral(", ")) : initialCreator;
}

QStringList wordParagraphs(const QByteArray &bytes, const QString &place, IssueList &issues)
{
    QXmlStreamReader xml(bytes);
    Paragraphs paragraphs;
    int notes = 0;
    while (!xml.atEnd()) {
        const auto token = nextToken(xml);
        const QStringView name = xml.name();
        const bool isWord = xml.namespaceUri().contains(u"wordprocessingml");
        if (token == QXmlStreamReader::EndElement && isWord && name == u"p")
            paragraphs.end();
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (name == u"Fallback" || (isWord && (name == u"del" || name == u"moveFrom" || name == u"rt" || name == u"pPr" || name == u"rPr")))
            xml.skipCurrentElement();
        else if (!isWord)
            continue;
        else if (name == u"p")
            paragraphs.begin();
        else if (name == u"t")
            paragraphs.add(xml.readElementText(QXmlStreamReader::SkipChildElements));
        else if (name == u"tab")
            paragraphs.add(u"\t");
        else if (name == u"br" || name == u"cr")
            paragraphs.add(u"\n");
        else if (name == u"noBreakHyphen")
            paragraphs.add(u"\u2011");
        else
            notes += name == u"footnoteReference" || name == u"endnoteReference";
    }
    report(xml, place, issues);
    issues.note(Words::tr("Notes at the foot or the end were left out."), place, notes);
    return paragraphs.take();
}

QStringList openDocumentParagraphs(const QByteArray &bytes, const QString &place, IssueList &issues)
{
    static const QSet<QString> skipped = {QStringLiteral("note"),         QStringLiteral("annotation"),        QStringLiteral("tracked-changes"),    QStringLiteral("table-of-content"),
                                          QStringLiteral("ruby-text"),    QStringLiteral("desc"),              QStringLiteral("alphabetical-index"), QStringLiteral("illustration-index"),
                                          QStringLiteral("bibliography"), QStringLiteral("sequence-decls"),    QStringLiteral("table-index"),        QStringLiteral("object-index"),
                                          QStringLiteral("forms"),        QStringLiteral("automatic-styles"),  QStringLiteral("font-face-decls"),    QStringLiteral("styles")};
    QXmlStreamReader xml(bytes);
    Paragraphs paragraphs;
    int notes = 0;
    while (!xml.atEnd()) {
        const auto token = nextToken(xml);
        const QStringView name = xml.name();
        const bool isParagraph = (name == u"p" || name == u"h") && xml.namespaceUri().endsWith(u":text:1.0");
        if (token == QXmlStreamReader::Characters)
            paragraphs.addCollapsed(xml.text());
        else if (token == QXmlStreamReader::EndElement && isParagraph)
            paragraphs.end();
        if (token != QXmlStreamReader::StartElement)
            continue;
        const bool isDescription = name == u"title" && xml.namespaceUri().contains(u"svg");
        if (skipped.contains(name.toString()) || isDescription) {
            notes += name == u"note";
            xml.skipCurrentElement();
        } else if (isParagraph) {
            paragraphs.begin();
        } else if (name == u"s") {
            paragraphs.add(QString(std::clamp(xml.attributes().value(QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:text:1.0"), QStringLiteral("c")).toInt(), 1, 100), u' '));
        } else if (name == u"tab") {
            paragraphs.add(u"\t");
        } else if (name == u"line-break") {
            paragraphs.add(u"\n");
        }
    }
    report(xml, place, issues);
    issues.note(Words::tr("Notes at the foot or the end were left out."), place, notes);
    return paragraphs.take();
}

} // namespace Quoth::Exchange
