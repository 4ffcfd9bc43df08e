// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xlsxwriter.h"

#include "xmltext.h"
#include "ziparchive.h"

#include <QRegularExpression>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

constexpr int mostRows = 1'048'576; // ECMA-376 as Excel reads it
constexpr qsizetype longestCell = 32'767;
constexpr const char *declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char *mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char *relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

QByteArray columnName(qsizetype column)
{
    QByteArray name;
    for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(char('A' + (rest - 1) % 26));
    return name;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("\\A-?\\d{1,15}(\\.\\d{1,15})?\\z"));
    return number.match(text).hasMatch();
}

} // namespace

QString toXlsxText(const QString &text)
{
    static const QRegularExpression special(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)|[\\x{0}-\\x{8}\\x{B}-\\x{1F}\\x{FFFE}\\x{FFFF}]"));
    QString result;
    qsizetype last = 0;
    for (auto matches = special.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(last, match.capturedStart() - last);
        result += QStringLiteral("_x%1_").arg(QString::number(text[match.capturedStart()].unicode(), 16).toUpper(), 4, u'0');
        last = match.capturedEnd();
    }
    result += QStringView(text).mid(last);
    return result;
}

QString fromXlsxText(const QString &text)
{
    static const QRegularExpression special(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    QString result;
    qsizetype last = 0;
    for (auto matches = special.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(last, match.capturedStart() - last);
        result += QChar(match.capturedView(1).toUShort(nullptr, 16));
        last = match.capturedEnd();
    }
    result += QStringView(text).mid(last);
    return result;
}

XlsxWriter::XlsxWriter(QStringList header, QList<int> widths, QSet<QString> numbers)
    : m_header(std::move(header)), m_widths(std::move(widths)), m_numbers(std::move(numbers))
{
    beginSheet();
}

void XlsxWriter::beginSheet()
{
    QByteArray sheet = declaration + QByteArrayLiteral("<worksheet xmlns=\"") + mainSpace
        + QByteArrayLiteral("\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
    for (qsizetype i = 0; i < m_widths.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        sheet += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + QByteArray::number(m_widths[i]) + "\" customWidth=\"1\"/>";
    }
    m_sheets.append(sheet + "</cols><sheetData>");
    m_rows = 0;
    append(m_header, true);
}

int XlsxWriter::addRow(const QStringList &cells)
{
    if (m_rows >= mostRows)
        beginSheet();
    return append(cells, false);
}

int XlsxWriter::append(const QStringList &cells, bool isHeader)
{
    int cut = 0;
    const QByteArray number = QByteArray::number(++m_rows);
    QByteArray &sheet = m_sheets.last();
    sheet += "<row r=\"" + number + "\">";
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (cells[i].isEmpty())
            continue;
        const QByteArray place = "<c r=\"" + columnName(i) + number + "\"";
        if (!isHeader && m_numbers.contains(m_header.value(i)) && isNumber(cells[i])) {
            sheet += place + "><v>" + cells[i].toLatin1() + "</v></c>";
            continue;
        }
        qsizetype kept = cells[i].size();
        QString text = toXlsxText(cells[i]);
        cut += text.size() > longestCell;
        while (text.size() > longestCell) {
            // What is escaped is up to seven times as long.
            kept = kept > longestCell ? longestCell : std::max(longestCell / 7, kept - (text.size() - longestCell));
            text = toXlsxText(cells[i].left(kept - cells[i][kept - 1].isHighSurrogate()));
        }
        sheet += place + (isHeader ? " s=\"1\"" : "") + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xmlEscaped(text).toUtf8() + "</t></is></c>";
    }
    sheet += "</row>";
    return cut;
}

Result<QByteArray> XlsxWriter::finish()
{
    QByteArray types = declaration
        + QByteArrayLiteral("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>");
    const QByteArray relations = declaration + QByteArrayLiteral("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    QByteArray sheets;
    QByteArray parts;
    for (qsizetype i = 1; i <= m_sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(i);
        types += "<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        sheets += "<sheet name=\"Annotations" + (i > 1 ? ' ' + number : QByteArray()) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        parts += "<Relationship Id=\"rId" + number + "\" Type=\"" + relationSpace + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    }
    parts += "<Relationship Id=\"rIdStyles\" Type=\"" + QByteArray(relationSpace) + "/styles\" Target=\"styles.xml\"/></Relationships>";
    const QByteArray root = "<Relationship Id=\"rId1\" Type=\"" + QByteArray(relationSpace) + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    const QByteArray workbook = declaration + QByteArrayLiteral("<workbook xmlns=\"") + mainSpace + "\" xmlns:r=\"" + relationSpace + "\"><bookViews><workbookView/></bookViews><sheets>" + sheets + "</sheets></workbook>";
    const QByteArray styles = declaration + QByteArrayLiteral("<styleSheet xmlns=\"") + mainSpace
        + QByteArrayLiteral("\"><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                            "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
    ZipWriter zip;
    const auto add = [&zip](const QString &name, const QByteArray &bytes) { return zip.add(name, bytes); };
    const std::pair<QString, QByteArray> files[] = {{QStringLiteral("[Content_Types].xml"), types + "</Types>"},
                                                    {QStringLiteral("_rels/.rels"), relations + root},
                                                    {QStringLiteral("xl/workbook.xml"), workbook},
                                                    {QStringLiteral("xl/_rels/workbook.xml.rels"), relations + parts},
                                                    {QStringLiteral("xl/styles.xml"), styles}};
    for (const auto &[name, bytes] : files) {
        if (const Result<void> added = add(name, bytes); !added)
            return added.error();
    }
    for (qsizetype i = 0; i < m_sheets.size(); ++i) {
        if (const Result<void> added = add(QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1), m_sheets[i] + "</sheetData></worksheet>"); !added)
            return added.error();
    }
    return zip.finish();
}

} // namespace Quoth::Exchange
