// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xlsxreader.h"

#include "words.h"
#include "xlsxwriter.h"
#include "xmltext.h"

#include <QDateTime>
#include <QDir>
#include <QSet>

namespace Quoth::Exchange {

namespace {

constexpr qsizetype mostColumns = 16'384;
constexpr qint64 largestPart = qint64(512) * 1024 * 1024;

QString attribute(const QXmlStreamReader &xml, const char *name) { return xml.attributes().value(QLatin1String(name)).toString(); }

/// The text of a string item: its runs without the reading aids beside them.
QString stringItem(QXmlStreamReader &xml)
{
    QString text;
    while (nextStartElement(xml)) {
        if (xml.name() == u"t")
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        else if (xml.name() == u"r")
            text += stringItem(xml);
        else
            xml.skipCurrentElement();
    }
    return text;
}

class XlsxReading
{
public:
    XlsxReading(const ZipReader &archive, const QString &path, IssueList &issues) : m_archive(archive), m_path(path), m_issues(issues) { }

    Result<void> read(const std::function<Result<void>(const QStringList &, qint64)> &row)
    {
        if (Result<void> done = readWorkbook(); !done)
            return done;
        for (const auto &[part, reading] : {std::pair{QStringLiteral("xl/sharedStrings.xml"), &XlsxReading::readStrings}, std::pair{QStringLiteral("xl/styles.xml"), &XlsxReading::readStyles}}) {
            if (!m_archive.contains(part))
                continue;
            const Result<QByteArray> bytes = m_archive.read(part, largestPart);
            if (!bytes)
                return bytes.error();
            QXmlStreamReader xml(*bytes);
            (this->*reading)(xml);
            if (const Result<void> good = xmlResult(xml, m_path + QStringLiteral(", ") + part); !good)
                m_issues.error(good.error().message, good.error().place);
        }
        const Result<QByteArray> sheet = m_archive.read(m_sheet, largestPart);
        if (!sheet)
            return sheet.error();
        return readSheet(*sheet, row);
    }

private:
    Result<void> readWorkbook()
    {
        const Result<QByteArray> bytes = m_archive.read(QStringLiteral("xl/workbook.xml"), largestPart);
        if (!bytes)
            return Error{ErrorCode::BadInput, Words::tr("This is no workbook of Excel's format, or it is damaged."), m_path};
        QXmlStreamReader xml(*bytes);
        QString relation;
        int sheets = 0;
        while (!xml.atEnd()) {
            if (nextToken(xml) != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"workbookPr")
                m_since1904 = attribute(xml, "date1904") == u"1" || attribute(xml, "date1904") == u"true";
            if (xml.name() == u"sheet" && ++sheets == 1) {
                for (const QXmlStreamAttribute &one : xml.attributes()) {
                    if (one.name() == u"id" && !one.namespaceUri().isEmpty())
                        relation = one.value().toString();
                }
            }
        }
        if (Result<void> good = xmlResult(xml, m_path + QStringLiteral(", xl/workbook.xml")); !good)
            return good;
        m_issues.warn(Words::tr("Only the first sheet of the workbook was read."), m_path, sheets - 1);
        m_sheet = targetOf(relation);
        return {};
    }

    QString targetOf(const QString &relation)
    {
        const Result<QByteArray> bytes = m_archive.read(QStringLiteral("xl/_rels/workbook.xml.rels"), largestPart);
        QXmlStreamReader xml(bytes ? *bytes : QByteArray());
        while (bytes && !xml.atEnd()) {
            if (nextToken(xml) == QXmlStreamReader::StartElement && attribute(xml, "Id") == relation) {
                const QString target = attribute(xml, "Target");
                return target.startsWith(u'/') ? target.sliced(1) : QDir::cleanPath(QStringLiteral("xl/") + target);
            }
        }
        return QStringLiteral("xl/worksheets/sheet1.xml");
    }

    void readStrings(QXmlStreamReader &xml)
    {
        nextStartElement(xml);
        while (nextStartElement(xml))
            m_strings.append(fromXlsxText(stringItem(xml)));
    }

    static bool isDateFormat(const QString &code)
    {
        bool literal = false;
        for (qsizetype i = 0; i < code.size(); ++i) {
            const QChar c = code[i].toLower();
            if (c == u'"' || (c == u'[' && !literal) || (c == u']' && literal))
                literal = !literal;
            else if (c == u'\\')
                ++i;
            else if (!literal && QStringView(u"ymdhs").contains(c))
                return true;
        }
        return false;
    }

    void readStyles(QXmlStreamReader &xml)
    {
        QSet<int> dates = {14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57};
        bool cells = false;
        while (!xml.atEnd()) {
            const auto token = nextToken(xml);
            if (xml.name() == u"cellXfs")
                cells = token == QXmlStreamReader::StartElement;
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"numFmt" && isDateFormat(attribute(xml, "formatCode")))
                dates.insert(attribute(xml, "numFmtId").toInt());
            if (xml.name() == u"xf" && cells)
                m_isDate.append(dates.contains(attribute(xml, "numFmtId").toInt()));
        }
    }

    QString dateOf(const QString &number) const
    {
        bool good = false;
        const double days = number.toDouble(&good);
        if (!good || days < 0 || days > 2'958'466)
            return number;
        const QDate epoch = m_since1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
        const QDateTime moment(epoch.addDays(qint64(days)), QTime(0, 0), Qt::UTC);
        const qint64 seconds = qRound64((days - double(qint64(days))) * 86'400);
        const QDateTime exact = moment.addSecs(seconds);
        return seconds == 0 ? exact.date().toString(Qt::ISODate) : exact.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    }

    QString valueOf(const QString &type, const QString &raw, int style) const
    {
        if (type == u"s")
            return m_strings.value(raw.toLongLong());
        if (type == u"b")
            return raw == u"1" ? QStringLiteral("true") : QStringLiteral("false");
        if (type == u"str")
            return fromXlsxText(raw);
        if (type.isEmpty() || type == u"n")
            return m_isDate.value(style) ? dateOf(raw) : raw;
        return raw;
    }

    static qsizetype columnOf(const QString &reference)
    {
        qsizetype column = 0;
        for (const QChar c : reference) {
            const QChar upper = c.toUpper();
            if (upper < u'A' || upper > u'Z' || column > mostColumns)
                break;
            column = column * 26 + (upper.unicode() - u'A') + 1;
        }
        return column - 1;
    }

    void readCell(QXmlStreamReader &xml, QStringList &cells)
    {
        const QString reference = attribute(xml, "r");
        const QString type = attribute(xml, "t");
        const int style = attribute(xml, "s").toInt();
        const qsizetype column = reference.isEmpty() ? cells.size() : columnOf(reference);
        QString value;
        while (nextStartElement(xml)) {
            if (xml.name() == u"v")
                value = valueOf(type, xml.readElementText(QXmlStreamReader::SkipChildElements), style);
            else if (xml.name() == u"is")
                value = fromXlsxText(stringItem(xml));
            else
                xml.skipCurrentElement();
        }
        if (column < 0 || column >= mostColumns) {
            m_issues.warn(Words::tr("A cell outside the sheet was dropped."), lineOf(m_path + QStringLiteral(", ") + m_sheet, xml.lineNumber()));
            return;
        }
        while (cells.size() <= column)
            cells.append(QString());
        cells[column] = value;
    }

    Result<void> readSheet(const QByteArray &bytes, const std::function<Result<void>(const QStringList &, qint64)> &row)
    {
        QXmlStreamReader xml(bytes);
        qint64 number = 0;
        while (!xml.atEnd()) {
            if (nextToken(xml) != QXmlStreamReader::StartElement || xml.name() != u"row")
                continue;
            const qint64 stated = attribute(xml, "r").toLongLong();
            number = stated > 0 ? stated : number + 1;
            QStringList cells;
            while (nextStartElement(xml)) {
                if (xml.name() == u"c")
                    readCell(xml, cells);
                else
                    xml.skipCurrentElement();
            }
            if (xml.hasError())
                break;
            if (Result<void> taken = row(cells, number); !taken)
                return taken;
        }
        if (const Result<void> good = xmlResult(xml, m_path + QStringLiteral(", ") + m_sheet); !good)
            m_issues.error(Words::tr("%1 What stands before that was taken.").arg(good.error().message), good.error().place);
        return {};
    }

    const ZipReader &m_archive;
    const QString &m_path;
    IssueList &m_issues;
    QString m_sheet;
    QStringList m_strings;
    QList<bool> m_isDate; // by style
    bool m_since1904 = false;
};

} // namespace

Result<void> readXlsx(const ZipReader &archive, const QString &path, IssueList &issues, const std::function<Result<void>(const QStringList &, qint64)> &row)
{
    return XlsxReading(archive, path, issues).read(row);
}

} // namespace Quoth::Exchange
