// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xlsxexporter.h"

#include "filesession.h"
#include "tablerows.h"
#include "words.h"
#include "xlsxwriter.h"

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

constexpr int wide = 50;
constexpr int narrow = 14;

QList<int> widths()
{
    QList<int> result;
    for (const QString &column : annotationColumns())
        result.append(column == u"content" || column == u"title" ? wide : narrow);
    return result;
}

class XlsxSession : public FileSession
{
public:
    XlsxSession(OutputFile output, const ExportOptions &options)
        : FileSession(std::move(output), options), m_workbook(annotationColumns(), widths(), {QStringLiteral("confidence"), QStringLiteral("begin"), QStringLiteral("end")})
    {
    }

protected:
    Result<void> writeSelected(const AnnotatedArticle &selected) override
    {
        int cut = 0;
        for (const QStringList &cells : annotationRows(selected, lossList()))
            cut += m_workbook.addRow(cells);
        lossList().warn(Words::tr("Cells were cut that are longer than a workbook allows (32767 characters)."), cut);
        return {};
    }

    Result<void> end() override
    {
        const Result<QByteArray> bytes = m_workbook.finish();
        return bytes ? output().write(*bytes) : bytes.error();
    }

private:
    XlsxWriter m_workbook;
};

} // namespace

FormatInfo XlsxExporter::info() const
{
    return {QStringLiteral("xlsx"), Words::tr("Excel workbook"), {QStringLiteral("xlsx")}, false, true, false,
            {Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, OffsetUnit::CodePoints, QStringLiteral("LibreOffice 7.4, cell by cell")}};
}

Result<std::unique_ptr<ExportSession>> XlsxExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<XlsxSession>(outputPath, options);
}

} // namespace Quoth::Exchange
