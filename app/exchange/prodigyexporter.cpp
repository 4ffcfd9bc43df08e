// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prodigyexporter.h"

#include "filesession.h"
#include "prodigyrecord.h"
#include "words.h"

namespace Quoth::Exchange {

namespace {

class ProdigySession final : public FileSession
{
public:
    using FileSession::FileSession;

protected:
    Result<void> writeSelected(const Annotation::AnnotatedArticle &article) override
    {
        return output().write(prodigyRecord(article, lossList()).append('\n'));
    }
};

} // namespace

FormatInfo ProdigyExporter::info() const
{
    return {QStringLiteral("prodigy"),
            Words::tr("Prodigy JSON Lines"),
            {QStringLiteral("jsonl")},
            true,
            true,
            false,
            {Support::Partly, Support::No, Support::Partly, Support::Yes, Support::Yes, Support::No, OffsetUnit::CodePoints,
             QStringLiteral("the documentation of Prodigy's interfaces")}};
}

Result<std::unique_ptr<ExportSession>> ProdigyExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<ProdigySession>(outputPath, options);
}

} // namespace Quoth::Exchange
