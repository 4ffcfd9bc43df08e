// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conllimporter.h"

#include "conlllines.h"
#include "conlltags.h"
#include "filereading.h"
#include "recordreader.h"
#include "textimporter.h"
#include "utfguess.h"
#include "words.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

QList<QStringView> cellsOf(QStringView line)
{
    static const QRegularExpression blanks(QStringLiteral("[ \\t]+"));
    return line.split(blanks, Qt::SkipEmptyParts);
}

/// Which lines a file begins with decide whether its words are tagged.
bool looksTagged(QStringView file)
{
    int lines = 0;
    qsizetype columns = 0;
    const QList<QStringView> all = file.first(qMin<qsizetype>(file.size(), 8192)).split(u'\n');
    for (qsizetype i = 0; i + 1 < all.size(); ++i) {
        const QList<QStringView> cells = cellsOf(all[i].trimmed());
        if (cells.isEmpty() || cells[0] == u"-DOCSTART-")
            continue;
        if (cells.size() < 2 || (columns != 0 && cells.size() != columns) || !ConllTags::isTag(cells.constLast()))
            return false;
        columns = cells.size();
        ++lines;
    }
    return lines > 0;
}

class ConllReading
{
public:
    ConllReading(const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report)
        : m_path(path), m_options(options), m_sink(sink), m_report(report), m_issues(report.issues)
    {
    }

    Result<void> readLine(QStringView line, qint64 number)
    {
        const QList<QStringView> cells = cellsOf(line);
        if (cells.isEmpty()) {
            endSentence();
            return {};
        }
        if (cells[0] == u"-DOCSTART-")
            return startArticle(cells, number);
        const qsizetype labelled = m_named > 0 ? m_named : 1;
        if (cells.size() <= labelled || (m_columns > 0 && cells.size() != m_columns))
            m_issues.warn(Words::tr("A line has not as many columns as the others; what it lacks was taken as O."), lineOf(m_path, number));
        if (m_columns == 0)
            m_columns = cells.size();
        addWord(cells[0]);
        m_tags.resize(qMax<qsizetype>(m_tags.size(), labelled));
        for (qsizetype i = 0; i < labelled; ++i) {
            const qsizetype at = m_named > 0 ? i + 1 : m_columns - 1;
            m_tags[i].word(at > 0 ? cells.value(at) : QStringView(), m_words.size() - 1);
        }
        return {};
    }

    Result<void> endArticle()
    {
        if (m_words.isEmpty())
            return {};
        m_text += u'\n';
        const OffsetConverter offsets(m_text);
        QJsonArray spans;
        for (const ConllTags &tags : std::as_const(m_tags)) {
            for (const ConllTags::Run &run : tags.runs()) {
                const CodePointRange range = offsets.toCodePoints({m_words[run.first].begin, m_words[run.end - 1].end});
                spans.append(QJsonObject{{QStringLiteral("id"), u's' + QString::number(spans.size() + 1)}, {QStringLiteral("label"), run.label},
                                         {QStringLiteral("fragments"), QJsonArray{QJsonValue(QJsonArray{range.begin, range.end})}}});
            }
        }
        const int count = m_report.articles - m_before + 1;
        const QString id = count == 1 && !m_marked ? baseName(m_path) : QStringLiteral("%1-%2").arg(baseName(m_path)).arg(count);
        const QString title = titleLine(m_text);
        const QJsonObject record{{QStringLiteral("id"), id}, {QStringLiteral("title"), title.isEmpty() ? id : title}, {QStringLiteral("text"), m_text}, {QStringLiteral("spans"), spans}};
        std::optional<ImportedArticle> imported = RecordReader(m_options, m_issues, lineOf(m_path, m_firstLine)).read(record);
        m_text.clear();
        m_words.clear();
        m_tags.clear();
        if (!imported)
            return {};
        if (Result<void> taken = m_sink(std::move(*imported)); !taken)
            return taken;
        ++m_report.articles;
        return {};
    }

    bool isEmpty() const { return m_report.articles == m_before; }

private:
    Result<void> startArticle(const QList<QStringView> &cells, qint64 number)
    {
        if (Result<void> ended = endArticle(); !ended)
            return ended;
        m_firstLine = number;
        m_marked = true;
        m_columns = 0;
        m_named = 0;
        for (qsizetype i = 1; i < cells.size(); ++i) {
            if (cells[i] != u"-X-" && !ConllTags::isOutside(cells[i]))
                m_named = cells.size() - 1;
        }
        return {};
    }

    void endSentence()
    {
        for (ConllTags &tags : m_tags)
            tags.endSentence();
        m_lineEnds = !m_words.isEmpty();
        m_quoteOpen = false;
    }

    void addWord(QStringView word)
    {
        static const QString noneBefore = QStringLiteral(".,;:!?)]}%\u2026\u201D\u2019\u00BB\u3002\uFF0C");
        static const QString noneBehind = QStringLiteral("([{\u201C\u2018\u00AB\u201E$");
        const bool quote = word == u"\"";
        const bool clings = noneBefore.contains(word[0]) || word == u"n't" || (word.size() > 1 && word[0] == u'\'') || (quote && m_quoteOpen);
        if (m_lineEnds)
            m_text += u'\n';
        else if (!m_words.isEmpty() && !clings && !m_clingsBehind)
            m_text += u' ';
        m_lineEnds = false;
        m_clingsBehind = (word.size() == 1 && noneBehind.contains(word[0])) || (quote && !m_quoteOpen);
        m_quoteOpen = m_quoteOpen != quote;
        const auto begin = qint32(m_text.size());
        m_text += word;
        m_words.append({begin, qint32(m_text.size())});
    }

    const QString &m_path;
    const ImportOptions &m_options;
    const Importer::Sink &m_sink;
    ImportReport &m_report;
    IssueList m_issues;
    const int m_before = m_report.articles;
    qint64 m_firstLine = 1;
    bool m_marked = false; // by -DOCSTART-
    qsizetype m_columns = 0; // of the article's lines
    qsizetype m_named = 0; // how many columns of labels -DOCSTART- names
    QString m_text;
    QList<TextRange> m_words;
    QList<ConllTags> m_tags;
    bool m_lineEnds = false;
    bool m_clingsBehind = false;
    bool m_quoteOpen = false;
};

} // namespace

int ConllImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (m_form != ConllForm::Conll2003 || QFileInfo(path).isDir() || !binaryKind(head).isEmpty())
        return 0;
    if (head.startsWith("-DOCSTART-"))
        return 97;
    const bool tagged = looksTagged(QString::fromUtf8(head.left(16384)));
    return tagged ? 90 : info().suffixes.contains(QFileInfo(path).suffix().toLower()) ? 55 : 0;
}

Result<void> readConll(const QString &file, const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report,
                       const Progress &progress)
{
    ConllReading reading(path, options, sink, report);
    return readLines(reading, file, u"-DOCSTART-", path, progress);
}

Result<void> ConllImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    IssueList issues(report.issues);
    const Result<DecodedText> decoded = readText(path, options, issues);
    if (!decoded)
        return decoded.error();
    return readConll(decoded->text, path, options, sink, report, progress);
}

} // namespace Quoth::Exchange
