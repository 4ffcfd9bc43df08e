// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "w3cimporter.h"

#include "filereading.h"
#include "jsonitems.h"
#include "textimporter.h"
#include "w3cexporter.h"
#include "w3cformat.h"
#include "w3creader.h"
#include "words.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace Quoth::Exchange {

namespace {

class W3cReading
{
public:
    W3cReading(const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report)
        : m_path(path), m_options(options), m_sink(sink), m_report(report), m_issues(report.issues)
    {
    }

    Result<void> readItem(QByteArrayView bytes, qint64 line)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
        const QString place = lineOf(m_path, line);
        if (!document.isObject()) {
            const QString why = error.error == QJsonParseError::NoError ? Words::tr("it is no object") : error.errorString();
            m_issues.error(Words::tr("An item is not JSON of web annotations (%1) and was skipped.").arg(why), place);
            return {};
        }
        return readNode(document.object(), place);
    }

    Result<void> finish()
    {
        if (!m_loose.isEmpty()) {
            if (Result<void> done = readLoose(); !done)
                return done;
        }
        if (m_report.articles > m_before)
            return {};
        return Error{ErrorCode::BadInput, Words::tr("The file holds no article."), m_path};
    }

private:
    Result<void> readNode(const QJsonObject &node, const QString &place)
    {
        if (const QJsonValue first = node.value(u"first"); first.isObject())
            return readNode(first.toObject(), place);
        if (!node.contains(u"items") || isOfType(node, QStringLiteral("Annotation"))) {
            if (isOfType(node, QStringLiteral("Annotation")))
                m_loose.append(node);
            else
                m_issues.error(Words::tr("An item that is no annotation and no page of them was skipped."), place);
            return {};
        }
        QList<QJsonObject> annotations;
        const QJsonArray items = listOf(node.value(u"items"));
        for (const QJsonValue &item : items) {
            if (item.isObject())
                annotations.append(item.toObject());
            else
                m_issues.error(Words::tr("An item that is no annotation and no page of them was skipped."), place);
        }
        const QJsonObject article = node.value(w3cArticle).toObject();
        if (article.value(u"text").toString().isEmpty()) {
            m_loose += annotations;
            return {};
        }
        return handOn(W3cReader(m_options, m_issues, place).read(article, annotations));
    }

    Result<void> readLoose()
    {
        const QFileInfo file(m_path);
        const QString textPath = file.path() + u'/' + file.completeBaseName() + QStringLiteral(".txt");
        if (!QFileInfo::exists(textPath)) {
            const QString message = Words::tr("The annotations come without their text. Put it beside them as \"%1\".").arg(QFileInfo(textPath).fileName());
            if (m_report.articles == m_before)
                return Error{ErrorCode::BadInput, message, m_path};
            m_issues.error(message, m_path, int(m_loose.size()));
            return {};
        }
        const Result<DecodedText> text = readText(textPath, m_options, m_issues);
        if (!text)
            return text.error();
        QString title = titleLine(text->text);
        const QJsonObject article{{QStringLiteral("id"), baseName(m_path)},
                                  {QStringLiteral("title"), title.isEmpty() ? baseName(m_path) : title},
                                  {QStringLiteral("text"), text->text},
                                  {QStringLiteral("meta"), QJsonObject{{QStringLiteral("url"), source()}}}};
        std::optional<ImportedArticle> imported = W3cReader(m_options, m_issues, m_path).read(article, m_loose);
        if (imported)
            imported->encoding = text->encoding;
        return handOn(std::move(imported));
    }

    /// What the annotations are of, if that is a web page.
    QString source() const
    {
        for (const QJsonObject &annotation : m_loose) {
            const QJsonValue target = listOf(annotation.value(u"target")).at(0);
            const QJsonValue of = target[u"source"];
            const QString iri = of.isString() ? of.toString() : of[u"id"].toString();
            if (iri.startsWith(u"http"))
                return iri;
        }
        return {};
    }

    Result<void> handOn(std::optional<ImportedArticle> imported)
    {
        if (!imported)
            return {};
        if (imported->article.article.externalId.isEmpty())
            imported->article.article.externalId = baseName(m_path);
        if (Result<void> taken = m_sink(std::move(*imported)); !taken)
            return taken;
        ++m_report.articles;
        return {};
    }

    const QString &m_path;
    const ImportOptions &m_options;
    const Importer::Sink &m_sink;
    ImportReport &m_report;
    IssueList m_issues;
    const int m_before = m_report.articles;
    QList<QJsonObject> m_loose; // annotations that came without a text
};

} // namespace

FormatInfo W3cImporter::info() const { return W3cExporter().info(); }

int W3cImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir())
        return 0;
    const QByteArrayView start = QByteArrayView(head).trimmed();
    const bool json = start.startsWith('{') || start.startsWith('[') || start.startsWith("\xEF\xBB\xBF");
    if (!json || !head.contains("\"@context\"") || !head.contains(w3cContext.toUtf8()))
        return 0;
    return 97;
}

Result<void> W3cImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                               const Progress &progress) const
{
    Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    W3cReading reading(path, options, sink, report);
    JsonItems items(*bytes);
    while (const auto item = items.next()) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        if (Result<void> done = reading.readItem(*item, items.line()); !done)
            return done;
        progress.report(double(items.position()) / double(bytes->size()));
    }
    return reading.finish();
}

} // namespace Quoth::Exchange
