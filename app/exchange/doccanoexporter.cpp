// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "doccanoexporter.h"

#include "doccanorecord.h"
#include "filesession.h"
#include "words.h"

namespace Quoth::Exchange {

namespace {

template<OffsetUnit unit>
class DoccanoSession final : public FileSession
{
public:
    using FileSession::FileSession;

protected:
    Result<void> writeSelected(const Annotation::AnnotatedArticle &article) override
    {
        return output().write(doccanoRecord(article, unit, lossList()).append('\n'));
    }
};

} // namespace

FormatInfo DoccanoExporter::info() const
{
    const bool graphemes = m_unit == OffsetUnit::Graphemes;
    return {graphemes ? QStringLiteral("doccano-graphemes") : QStringLiteral("doccano"),
            graphemes ? Words::tr("doccano JSON Lines, counting grapheme clusters") : Words::tr("doccano JSON Lines"),
            {QStringLiteral("jsonl")},
            true,
            true,
            false,
            {Support::Partly, Support::No, Support::Partly, Support::Yes, Support::Yes, Support::No, m_unit,
             QStringLiteral("doccano's importer and v-annotator")}};
}

Result<std::unique_ptr<ExportSession>> DoccanoExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    if (m_unit == OffsetUnit::Graphemes)
        return openFileSession<DoccanoSession<OffsetUnit::Graphemes>>(outputPath, options);
    return openFileSession<DoccanoSession<OffsetUnit::Utf16Units>>(outputPath, options);
}

} // namespace Quoth::Exchange
