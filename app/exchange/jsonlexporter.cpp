// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonlexporter.h"

#include "articlewriter.h"
#include "exportselection.h"
#include "outputfile.h"
#include "words.h"

namespace Quoth::Exchange {

namespace {

class JsonlSession : public ExportSession
{
public:
    JsonlSession(OutputFile output, const ExportOptions &options)
        : m_output(std::move(output)), m_selection(options.states)
    {
    }

    Result<void> write(const Annotation::AnnotatedArticle &article) override
    {
        return m_output.write(nativeLine(m_selection.of(article)).append('\n'));
    }

    Result<QList<Annotation::Issue>> finish() override
    {
        if (Result<void> done = m_output.commit(); !done)
            return done.error();
        return m_selection.issues();
    }

private:
    OutputFile m_output;
    ExportSelection m_selection;
};

} // namespace

FormatInfo JsonlExporter::info() const
{
    return {QStringLiteral("jsonl"), Words::tr("Quoth JSON Lines"), {QStringLiteral("jsonl"), QStringLiteral("ndjson")}, true, true, false};
}

Result<std::unique_ptr<ExportSession>> JsonlExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    Result<OutputFile> output = OutputFile::open(outputPath);
    if (!output)
        return output.error();
    return std::unique_ptr<ExportSession>(std::make_unique<JsonlSession>(std::move(*output), options));
}

} // namespace Quoth::Exchange
