// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "w3cexporter.h"

#include "filesession.h"
#include "w3cwriter.h"
#include "words.h"

namespace Quoth::Exchange {

namespace {

class W3cSession : public FileSession
{
public:
    using FileSession::FileSession;

    Result<void> begin() override { return output().write("["); }

protected:
    Result<void> writeSelected(const Annotation::AnnotatedArticle &article) override
    {
        const QByteArray page = (m_first ? "\n" : ",\n") + w3cPage(article, lossList());
        m_first = false;
        return output().write(page);
    }

    Result<void> end() override { return output().write("\n]\n"); }

private:
    bool m_first = true;
};

} // namespace

FormatInfo W3cExporter::info() const
{
    return {QStringLiteral("w3c"), Words::tr("W3C Web Annotation"), {QStringLiteral("jsonld")}, true, true, false,
            {Support::Partly, Support::Partly, Support::Yes, Support::Yes, Support::Yes, Support::No, OffsetUnit::CodePoints,
             QStringLiteral("Recogito's W3C adapter")}};
}

Result<std::unique_ptr<ExportSession>> W3cExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<W3cSession>(outputPath, options);
}

} // namespace Quoth::Exchange
