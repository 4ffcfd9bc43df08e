// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xmiexporter.h"

#include "cassession.h"
#include "words.h"
#include "xmiwriter.h"

namespace Quoth::Exchange {

namespace {

class XmiSession : public CasSession
{
public:
    XmiSession(OutputFile output, const ExportOptions &options)
        : CasSession(std::move(output), options, QStringLiteral("xmi")) { }

protected:
    QByteArray encode(const CasDocument &document) override
    {
        mergeTypes(m_types, document.types);
        if (!isArchive())
            lossList().note(Words::tr("What types the annotations have, which other programs must know, goes only into a .zip."));
        return writeXmi(document, lossList());
    }

    QList<std::pair<QString, QByteArray>> furtherFiles() override
    {
        return {{QStringLiteral("TypeSystem.xml"), writeTypeSystem(m_types)}};
    }

private:
    QList<CasType> m_types;
};

} // namespace

FormatInfo XmiExporter::info() const
{
    return {QStringLiteral("xmi"),
            Words::tr("UIMA CAS XMI (INCEpTION)"),
            {QStringLiteral("zip"), QStringLiteral("xmi")},
            true,
            true,
            false,
            {Support::Yes, Support::Yes, Support::Partly, Support::Yes, Support::Yes, Support::Yes, OffsetUnit::Utf16Units,
             QStringLiteral("dkpro-cassis")}};
}

Result<std::unique_ptr<ExportSession>> XmiExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openCasSession<XmiSession>(outputPath, options);
}

} // namespace Quoth::Exchange
