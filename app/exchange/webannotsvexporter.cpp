// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "webannotsvexporter.h"

#include "cassession.h"
#include "tsvwriter.h"
#include "words.h"

#include <algorithm>

namespace Quoth::Exchange {

namespace {

class WebAnnoTsvSession : public CasSession
{
public:
    WebAnnoTsvSession(OutputFile output, const ExportOptions &options)
        : CasSession(std::move(output), options, QStringLiteral("tsv"))
    {
    }

protected:
    bool keepsIds() const override { return false; }

    QByteArray encode(const CasDocument &document) override
    {
        const auto holdsMore = [](const CasStructure &structure) {
            const bool isMeta = structure.type == Cas::metaData || structure.type == Cas::metaField;
            return isMeta && structure.values.size() > structure.values.count(QStringLiteral("documentId"));
        };
        const bool hasMeta = std::any_of(document.structures.begin(), document.structures.end(), holdsMore);
        lossList().warn(Words::tr("Articles lost their metadata, for which WebAnno TSV has no place."), hasMeta);
        return writeTsv(document, lossList());
    }
};

} // namespace

FormatInfo WebAnnoTsvExporter::info() const
{
    return {QStringLiteral("webannotsv"),
            Words::tr("WebAnno TSV 3.3 (INCEpTION)"),
            {QStringLiteral("zip"), QStringLiteral("tsv")},
            true,
            true,
            false,
            {Support::Yes, Support::Yes, Support::Partly, Support::Yes, Support::Yes, Support::Yes, OffsetUnit::Utf16Units,
             QStringLiteral("a port of INCEpTION's reader")}};
}

Result<std::unique_ptr<ExportSession>> WebAnnoTsvExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openCasSession<WebAnnoTsvSession>(outputPath, options);
}

} // namespace Quoth::Exchange
