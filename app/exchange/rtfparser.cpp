// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rtfparser.h"

#include "textdecoder.h"
#include "words.h"

#include <QHash>
#include <QSet>

namespace Quoth::Exchange {

namespace {

constexpr qsizetype deepestGroup = 100'000;

/// By \fcharset.
QString encodingOfCharset(int charset)
{
    static const QHash<int, const char *> names = {{77, "macintosh"}, {128, "CP932"},         {129, "CP949"},        {130, "JOHAB"},        {134, "GBK"},          {136, "BIG5"},         {161, "windows-1253"},
                                                   {162, "windows-1254"}, {163, "windows-1258"}, {177, "windows-1255"}, {178, "windows-1256"}, {186, "windows-1257"}, {204, "windows-1251"}, {222, "CP874"},
                                                   {238, "windows-1250"}};
    return QLatin1String(names.value(charset, ""));
}

QString encodingOfPage(int page)
{
    if (page == 65001)
        return QStringLiteral("UTF-8");
    if (page == 10000)
        return QStringLiteral("macintosh");
    return page >= 1250 && page <= 1258 ? QStringLiteral("windows-%1").arg(page) : QStringLiteral("CP%1").arg(page);
}

enum class Target : quint8 { Text, Nothing, Fonts, Title, Author, Date };

struct Group
{
    Target target = Target::Text;
    int skip = 1; ///< characters after \u that stand for it
    int font = -1;
    bool hidden = false;
};

class RtfParser
{
public:
    RtfParser(const QByteArray &bytes, const QString &place, IssueList &issues) : m_bytes(bytes), m_place(place), m_issues(issues) { }

    DocumentText parse()
    {
        m_groups.append(Group());
        bool closed = false;
        while (m_at < m_bytes.size() && !closed) {
            const char c = m_bytes[m_at];
            if (c == '{') {
                flush();
                ++m_at;
                m_pending = 0;
                m_groups.append(m_groups.constLast());
                m_first = true;
                if (m_groups.size() > deepestGroup) {
                    m_issues.error(Words::tr("Groups are nested too deep; what stands before that was taken."), m_place);
                    break;
                }
            } else if (c == '}') {
                flush();
                ++m_at;
                m_pending = 0;
                m_groups.removeLast();
                closed = m_groups.size() <= 1;
            } else if (c == '\\') {
                readControl();
            } else {
                ++m_at;
                m_first = false;
                if (c != '\r' && c != '\n')
                    byte(c);
            }
        }
        flush();
        if (!closed)
            m_issues.warn(Words::tr("The file is cut short."), m_place);
        endParagraph();
        m_document.meta.title = m_title.simplified();
        m_document.meta.author = m_author.simplified();
        if (m_year > 0)
            m_document.meta.published = QStringLiteral("%1-%2-%3").arg(m_year, 4, 10, QChar(u'0')).arg(m_month, 2, 10, QChar(u'0')).arg(m_day, 2, 10, QChar(u'0'));
        return std::move(m_document);
    }

private:
    Group &group() { return m_groups.last(); }

    void readControl()
    {
        ++m_at;
        if (m_at >= m_bytes.size())
            return;
        const char c = m_bytes[m_at];
        if (!isalpha(uchar(c))) {
            readSymbol(c);
            return;
        }
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size() && isalpha(uchar(m_bytes[m_at])) && m_at - begin < 32)
            ++m_at;
        const QByteArray word = m_bytes.mid(begin, m_at - begin);
        const qsizetype number = m_at;
        if (m_at < m_bytes.size() && m_bytes[m_at] == '-')
            ++m_at;
        while (m_at < m_bytes.size() && isdigit(uchar(m_bytes[m_at])) && m_at - number < 11)
            ++m_at;
        bool hasNumber = false;
        const int value = m_bytes.mid(number, m_at - number).toInt(&hasNumber);
        if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
            ++m_at;
        const bool first = std::exchange(m_first, false);
        obey(word, hasNumber ? std::optional(value) : std::nullopt, first);
    }

    void readSymbol(char c)
    {
        ++m_at;
        if (c == '\'') {
            bool good = false;
            const int value = m_bytes.mid(m_at, 2).toInt(&good, 16);
            m_at = qMin(m_at + 2, m_bytes.size());
            if (good)
                byte(char(value));
            m_first = false;
        } else if (c == '*') {
            m_ignorable = true;
        } else if (c == '\r' || c == '\n') {
            newParagraph();
        } else if (c == '~') {
            text(u"\u00A0");
        } else if (c == '_') {
            text(u"\u2011");
        } else if (c == '\\' || c == '{' || c == '}') {
            m_first = false;
            byte(c);
        }
    }

    /// Words that tell where the text of their group goes.
    bool isDestination(const QByteArray &word)
    {
        static const QSet<QByteArray> nothing = {"colortbl", "stylesheet", "listtable", "listoverridetable", "rsidtbl", "generator", "pict", "object", "objdata", "header", "headerl", "headerr", "headerf", "footer", "footerl",
                                                 "footerr", "footerf", "footnote", "annotation", "fldinst", "themedata", "colorschememapping", "datastore", "latentstyles", "xmlnstbl", "filetbl", "revtbl", "atnid", "atnauthor",
                                                 "bkmkstart", "bkmkend", "subject", "keywords", "doccomm", "comment", "operator", "company", "category", "manager", "hlinkbase", "revtim", "printim", "buptim", "pntext", "listtext",
                                                 "nonshppict", "sp", "xe", "tc", "tcn", "txe", "rxe", "private", "userprops", "mmathPr", "wgrffmtfilter", "info"};
        if (word == "fonttbl")
            group().target = Target::Fonts;
        else if (word == "title")
            group().target = Target::Title;
        else if (word == "author")
            group().target = Target::Author;
        else if (word == "creatim")
            group().target = Target::Date;
        else if (nothing.contains(word))
            group().target = Target::Nothing;
        else
            return false;
        return true;
    }

    void obey(const QByteArray &word, std::optional<int> value, bool first)
    {
        flush();
        const bool ignorable = std::exchange(m_ignorable, false);
        if ((first || ignorable) && isDestination(word))
            return;
        if (ignorable && word != "shppict" && word != "shptxt" && word != "shpinst" && word != "fldrslt") {
            group().target = Target::Nothing;
            return;
        }
        static const QHash<QByteArray, char16_t> characters = {{"emdash", u'\u2014'}, {"endash", u'\u2013'},    {"lquote", u'\u2018'},    {"rquote", u'\u2019'}, {"ldblquote", u'\u201C'}, {"rdblquote", u'\u201D'},
                                                               {"bullet", u'\u2022'}, {"emspace", u'\u2003'},   {"enspace", u'\u2002'},   {"qmspace", u'\u2005'}, {"tab", u'\t'},          {"cell", u'\t'},
                                                               {"zwj", u'\u200D'},    {"zwnj", u'\u200C'},      {"ltrmark", u'\u200E'},   {"rtlmark", u'\u200F'}, {"line", u'\n'}};
        if (const auto character = characters.constFind(word); character != characters.constEnd()) {
            const char16_t unit = *character;
            text(QStringView(&unit, 1));
        } else if (word == "par" || word == "sect" || word == "page" || word == "row" || word == "column") {
            newParagraph();
        } else if (word == "u") {
            const char16_t unit = char16_t(value.value_or(0) & 0xFFFF);
            m_pending = 0;
            text(QStringView(&unit, 1));
            m_pending = group().skip;
        } else if (word == "uc") {
            group().skip = qBound(0, value.value_or(1), 100);
        } else if (word == "bin") {
            m_at = qMin(m_at + qMax(0, value.value_or(0)), m_bytes.size());
        } else if (word == "ansicpg") {
            m_encoding = encodingOfPage(value.value_or(1252));
        } else if (word == "mac" || word == "pc" || word == "pca") {
            m_encoding = word == "mac" ? QStringLiteral("macintosh") : word == "pc" ? QStringLiteral("CP437") : QStringLiteral("CP850");
        } else if (word == "v") {
            group().hidden = value.value_or(1) != 0;
        } else if (word == "plain") {
            group().hidden = false;
            group().font = -1;
        } else if (word == "f") {
            group().font = value.value_or(0);
        } else if (word == "fcharset" && group().target == Target::Fonts) {
            m_fonts.insert(group().font, encodingOfCharset(value.value_or(0)));
        } else if (word == "cpg" && group().target == Target::Fonts) {
            m_fonts.insert(group().font, encodingOfPage(value.value_or(1252)));
        } else if (group().target == Target::Date && word.size() == 2) {
            int &field = word == "yr" ? m_year : word == "mo" ? m_month : word == "dy" ? m_day : m_other;
            field = value.value_or(0);
        }
    }

    QString *sink()
    {
        switch (group().target) {
        case Target::Text: return group().hidden ? nullptr : &m_open;
        case Target::Title: return &m_title;
        case Target::Author: return &m_author;
        default: return nullptr;
        }
    }

    void byte(char c)
    {
        if (m_pending > 0)
            --m_pending;
        else
            m_run += c;
    }

    /// Bytes are decoded together: some characters are of two.
    void flush()
    {
        if (m_run.isEmpty())
            return;
        const QByteArray run = std::exchange(m_run, {});
        QString *to = sink();
        if (!to)
            return;
        const QString ofFont = m_fonts.value(group().font);
        Result<DecodedText> decoded = decode(run, ofFont.isEmpty() ? m_encoding : ofFont);
        if (!decoded)
            decoded = decode(run, QStringLiteral("windows-1252"));
        if (decoded) {
            *to += decoded->text;
            m_issues.warn(Words::tr("Bytes that are not valid %1 became U+FFFD.").arg(decoded->encoding), m_place, decoded->invalid);
        }
    }

    void text(QStringView characters)
    {
        flush();
        m_first = false;
        if (m_pending > 0)
            --m_pending;
        else if (QString *to = sink())
            *to += characters;
    }

    void newParagraph()
    {
        flush();
        if (group().target == Target::Text)
            endParagraph();
    }

    void endParagraph()
    {
        m_document.paragraphs.append(m_open);
        m_open.clear();
    }

    const QByteArray &m_bytes;
    const QString &m_place;
    IssueList &m_issues;
    DocumentText m_document;
    QList<Group> m_groups;
    QHash<int, QString> m_fonts;
    QString m_encoding = QStringLiteral("windows-1252");
    QByteArray m_run;
    QString m_open;
    QString m_title;
    QString m_author;
    qsizetype m_at = 0;
    int m_pending = 0; // characters still to skip
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
    int m_other = 0;
    bool m_first = false; // nothing has stood in the group yet
    bool m_ignorable = false;
};

} // namespace

Result<DocumentText> parseRtf(const QByteArray &bytes, const QString &place, IssueList &issues)
{
    const qsizetype begin = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    if (bytes.mid(begin, 5) != "{\\rtf")
        return Error{ErrorCode::BadInput, Words::tr("This is no RTF document."), place};
    const QByteArray rtf = bytes.sliced(begin);
    return RtfParser(rtf, place, issues).parse();
}

} // namespace Quoth::Exchange
