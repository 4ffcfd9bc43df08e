// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casjsonexporter.h"

#include "casjsonwriter.h"
#include "cassession.h"
#include "words.h"

namespace Quoth::Exchange {

namespace {

class CasJsonSession : public CasSession
{
public:
    CasJsonSession(OutputFile output, const ExportOptions &options)
        : CasSession(std::move(output), options, QStringLiteral("json"))
    {
    }

protected:
    QByteArray encode(const CasDocument &document) override { return writeCasJson(document); }
};

} // namespace

FormatInfo CasJsonExporter::info() const
{
    return {QStringLiteral("casjson"),
            Words::tr("UIMA CAS JSON (INCEpTION)"),
            {QStringLiteral("zip"), QStringLiteral("json")},
            true,
            true,
            false,
            {Support::Yes, Support::Yes, Support::Partly, Support::Yes, Support::Yes, Support::Yes, OffsetUnit::Utf16Units,
             QStringLiteral("dkpro-cassis")}};
}

Result<std::unique_ptr<ExportSession>> CasJsonExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openCasSession<CasJsonSession>(outputPath, options);
}

} // namespace Quoth::Exchange
