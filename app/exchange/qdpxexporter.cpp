// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qdpxexporter.h"

#include "filesession.h"
#include "qdawriter.h"
#include "words.h"
#include "ziparchive.h"

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

class QdpxSession : public FileSession
{
public:
    QdpxSession(OutputFile output, const ExportOptions &options) : FileSession(std::move(output), options), m_writer(options.schema, lossList()) { }

protected:
    Result<void> writeSelected(const AnnotatedArticle &article) override
    {
        const QString guid = m_writer.add(article);
        return m_archive.add(QStringLiteral("sources/%1.txt").arg(guid), article.article.text.toUtf8());
    }

    Result<void> end() override
    {
        if (Result<void> added = m_archive.add(QStringLiteral("project.qde"), m_writer.project()); !added)
            return added;
        const Result<QByteArray> bytes = m_archive.finish();
        return bytes ? output().write(*bytes) : bytes.error();
    }

private:
    QdaWriter m_writer;
    ZipWriter m_archive;
};

class QdcSession : public FileSession
{
public:
    QdcSession(OutputFile output, const ExportOptions &options) : FileSession(std::move(output), options), m_writer(options.schema, lossList()) { }

protected:
    Result<void> writeSelected(const AnnotatedArticle &article) override
    {
        for (const Span &span : article.annotations.spans)
            m_writer.addLabel(span.label);
        lossList().warn(Words::tr("A codebook holds labels only: articles are not in it."));
        lossList().warn(Words::tr("A codebook holds labels only: annotations are not in it."), int(article.annotations.spans.size() + article.annotations.attributions.size()));
        return {};
    }

    Result<void> end() override
    {
        const QByteArray bytes = m_writer.codebook();
        if (bytes.isEmpty())
            return Error{ErrorCode::BadInput, Words::tr("There is no label to write."), output().path()};
        return output().write(bytes);
    }

private:
    QdaWriter m_writer;
};

} // namespace

FormatInfo QdpxExporter::info() const
{
    return {QStringLiteral("qdpx"), Words::tr("REFI-QDA project"), {QStringLiteral("qdpx")}, false, true, false,
            {Support::Partly, Support::Partly, Support::Partly, Support::Yes, Support::Yes, Support::No, OffsetUnit::CodePoints,
             QStringLiteral("REFI-QDA Project.xsd 1.0, by xmllint")}};
}

Result<std::unique_ptr<ExportSession>> QdpxExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<QdpxSession>(outputPath, options);
}

FormatInfo QdcExporter::info() const
{
    return {QStringLiteral("qdc"), Words::tr("REFI-QDA codebook"), {QStringLiteral("qdc")}, false, true, false};
}

Result<std::unique_ptr<ExportSession>> QdcExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<QdcSession>(outputPath, options);
}

} // namespace Quoth::Exchange
