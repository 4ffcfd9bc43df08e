// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonlexporter.h"

#include "articlewriter.h"
#include "filesession.h"
#include "words.h"

namespace Quoth::Exchange {

namespace {

class JsonlSession : public FileSession
{
public:
    using FileSession::FileSession;

protected:
    Result<void> writeSelected(const Annotation::AnnotatedArticle &article) override
    {
        return output().write(nativeLine(article).append('\n'));
    }
};

} // namespace

FormatInfo JsonlExporter::info() const
{
    return {QStringLiteral("jsonl"), Words::tr("Quoth JSON Lines"), {QStringLiteral("jsonl"), QStringLiteral("ndjson")}, true, true, false,
            {Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, OffsetUnit::CodePoints, QStringLiteral("score.py of the corpora")}};
}

Result<std::unique_ptr<ExportSession>> JsonlExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<JsonlSession>(outputPath, options);
}

} // namespace Quoth::Exchange
