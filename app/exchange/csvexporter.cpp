// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvexporter.h"

#include "filesession.h"
#include "tablerows.h"
#include "words.h"

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

template<char separator>
class DelimitedSession : public FileSession
{
public:
    using FileSession::FileSession;

    Result<void> begin() override { return output().write("\xEF\xBB\xBF" + row(annotationColumns())); }

protected:
    Result<void> writeSelected(const AnnotatedArticle &selected) override
    {
        QByteArray table;
        for (const QStringList &cells : annotationRows(selected, lossList()))
            table += row(cells);
        return output().write(table);
    }

private:
    QByteArray row(const QStringList &cells)
    {
        QByteArray line;
        for (const QString &text : cells)
            line += cell(text) + separator;
        line.chop(1);
        return line + "\r\n";
    }

    QByteArray cell(const QString &text)
    {
        QByteArray utf8 = text.toUtf8();
        if (!utf8.isEmpty() && QByteArrayView("=+-@\t\r").contains(utf8.front())) {
            utf8.prepend('\'');
            lossList().note(Words::tr("Cells that look like formulas got an apostrophe before them."));
        }
        if (utf8.contains('"') || utf8.contains(separator) || utf8.contains('\n') || utf8.contains('\r'))
            utf8 = '"' + utf8.replace("\"", "\"\"") + '"';
        return utf8;
    }
};

const Carries carries = {Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, OffsetUnit::CodePoints, QStringLiteral("LibreOffice")};

} // namespace

FormatInfo CsvExporter::info() const { return {QStringLiteral("csv"), Words::tr("Table for spreadsheets"), {QStringLiteral("csv")}, false, true, false, carries}; }

Result<std::unique_ptr<ExportSession>> CsvExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<DelimitedSession<','>>(outputPath, options);
}

FormatInfo TsvExporter::info() const
{
    return {QStringLiteral("tsv"), Words::tr("Table with tabs"), {QStringLiteral("tsv"), QStringLiteral("tab")}, false, true, false, carries};
}

Result<std::unique_ptr<ExportSession>> TsvExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<DelimitedSession<'\t'>>(outputPath, options);
}

} // namespace Quoth::Exchange
