// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conlluimporter.h"

#include "conlllines.h"
#include "conlltags.h"
#include "conlluexporter.h"
#include "conlluformat.h"
#include "filereading.h"
#include "recordreader.h"
#include "teinames.h"
#include "textimporter.h"
#include "words.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QUrl>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

constexpr qsizetype columns = 10;

class ConlluReading
{
public:
    ConlluReading(const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report)
        : m_path(path), m_options(options), m_sink(sink), m_report(report), m_issues(report.issues)
    {
    }

    Result<void> readLine(QStringView line, qint64 number)
    {
        m_line = number;
        if (line.startsWith(u'#'))
            return readComment(line.sliced(1).trimmed());
        if (line.trimmed().isEmpty()) {
            m_ner.endSentence();
            m_within = 0;
            return {};
        }
        const QList<QStringView> cells = line.split(u'\t');
        if (cells.size() != columns || cells[1].isEmpty() || !readWord(cells))
            m_issues.warn(Words::tr("A line that is no word of CoNLL-U was skipped."), lineOf(m_path, number));
        return {};
    }

    Result<void> endArticle()
    {
        if (m_words.isEmpty())
            return {};
        if (!m_told) {
            m_text.chop(1);
            m_text += u'\n';
        }
        QJsonObject record = m_record;
        const QString id = m_id.isEmpty() ? QStringLiteral("%1-%2").arg(baseName(m_path)).arg(m_report.articles - m_before + 1) : m_id;
        if (record.isEmpty()) {
            const QString title = titleLine(m_text);
            record = {{QStringLiteral("id"), id}, {QStringLiteral("title"), title.isEmpty() ? id : title}};
        }
        record.insert(QStringLiteral("text"), m_text);
        addSpans(record);
        std::optional<ImportedArticle> imported = RecordReader(m_options, m_issues, lineOf(m_path, m_firstLine)).read(record);
        m_text.clear();
        m_words.clear();
        m_spans.clear();
        m_order.clear();
        m_frames = {};
        m_ner = {};
        if (!imported)
            return {};
        if (imported->article.article.externalId.isEmpty())
            imported->article.article.externalId = id;
        if (Result<void> taken = m_sink(std::move(*imported)); !taken)
            return taken;
        ++m_report.articles;
        return {};
    }

    bool isEmpty() const { return m_report.articles == m_before; }

private:
    struct Found
    {
        QString label;
        QList<std::pair<qsizetype, qsizetype>> pieces; // the first word and the one behind the last
    };

    Result<void> readComment(QStringView comment)
    {
        const qsizetype equals = comment.indexOf(u'=');
        const QStringView key = (equals < 0 ? comment : comment.first(equals)).trimmed();
        const QString value = equals < 0 ? QString() : comment.sliced(equals + 1).trimmed().toString();
        if (key == u"newdoc" || key == u"newdoc id") {
            if (Result<void> ended = endArticle(); !ended)
                return ended;
            m_id = fromTeiWord(value);
            m_record = {};
            m_firstLine = m_line;
        } else if (key == conlluArticle) {
            QJsonParseError error;
            m_record = QJsonDocument::fromJson(value.toUtf8(), &error).object();
            if (m_record.isEmpty())
                m_issues.warn(Words::tr("The details of an article are no JSON and were left out."), lineOf(m_path, m_line));
        } else if ((key == u"newpar" || key == u"newpar id") && !m_words.isEmpty() && !m_told) {
            m_text.chop(1);
            m_text += u'\n';
        }
        return {};
    }

    static QStringView field(QStringView misc, QStringView name)
    {
        const QList<QStringView> fields = misc.split(u'|');
        for (const QStringView one : fields) {
            if (one.startsWith(name) && one.size() > name.size() && one[name.size()] == u'=')
                return one.sliced(name.size() + 1);
        }
        return {};
    }

    bool readWord(const QList<QStringView> &cells)
    {
        const QStringView misc = cells[columns - 1];
        bool good = false;
        if (cells[0].contains(u'.')) // an empty node is no word of the text
            return true;
        if (const qsizetype dash = cells[0].indexOf(u'-'); dash > 0) {
            m_within = cells[0].sliced(dash + 1).toInt(&good);
            if (!good)
                return false;
            addWord(cells[1], misc);
            return true;
        }
        const int number = cells[0].toInt(&good);
        if (!good)
            return false;
        if (number > m_within)
            addWord(cells[1], misc);
        if (!m_words.isEmpty())
            readMisc(misc);
        return true;
    }

    void addWord(QStringView form, QStringView misc)
    {
        if (m_words.isEmpty())
            m_text = fromConlluBlanks(field(misc, u"SpacesBefore"));
        const QStringView raw = field(misc, u"Raw");
        const auto begin = qint32(m_text.size());
        m_text += raw.isEmpty() ? form.toString() : QUrl::fromPercentEncoding(raw.toUtf8());
        m_words.append({begin, qint32(m_text.size())});
        const QStringView after = field(misc, u"SpacesAfter");
        const bool none = field(misc, u"SpaceAfter") == u"No";
        m_told = none || !after.isEmpty();
        m_text += none ? QString() : after.isEmpty() ? QStringLiteral(" ") : fromConlluBlanks(after);
    }

    void readMisc(QStringView misc)
    {
        const qsizetype word = m_words.size() - 1;
        if (const QStringView ner = field(misc, u"NER"); !ner.isEmpty())
            m_ner.word(ner, word);
        else
            m_ner.endSentence();
        const QList<QStringView> entries = field(misc, u"Spans").split(u',', Qt::SkipEmptyParts);
        for (const QStringView entry : entries) {
            const qsizetype colon = entry.lastIndexOf(u':');
            if (colon < 3 || entry[1] != u'-' || colon + 1 == entry.size()) {
                m_issues.warn(Words::tr("A span that is not of the form B-Label:id was dropped."), lineOf(m_path, m_line));
                continue;
            }
            const QString id = entry.sliced(colon + 1).toString();
            if (!m_spans.contains(id))
                m_order.append(id);
            Found &found = m_spans[id];
            found.label = fromTeiWord(entry.mid(2, colon - 2).toString());
            if (!found.pieces.isEmpty() && entry[0] != u'B' && found.pieces.constLast().second >= word)
                found.pieces.last().second = word + 1;
            else
                found.pieces.append({word, word + 1});
        }
        const QList<QStringView> roles = field(misc, u"Roles").split(u',', Qt::SkipEmptyParts);
        for (const QStringView role : roles) {
            const qsizetype colon = role.lastIndexOf(u':');
            // Which of the spans that begin here it is, only the article's details tell; the first has to do.
            if (colon > 0 && !entries.isEmpty() && m_record.isEmpty())
                addRole(fromTeiWord(role.first(colon).toString()), role.sliced(colon + 1).toString(), entries.constFirst());
        }
    }

    void addRole(const QString &role, const QString &frame, QStringView entry)
    {
        QJsonObject roles = m_frames.value(frame).toObject();
        QJsonArray ids = roles.value(role).toArray();
        ids.append(entry.sliced(entry.lastIndexOf(u':') + 1).toString());
        roles.insert(role, ids);
        m_frames.insert(frame, roles);
    }

    void addSpans(QJsonObject &record) const
    {
        const OffsetConverter offsets(m_text);
        const auto range = [&](qsizetype first, qsizetype end) {
            const CodePointRange counted = offsets.toCodePoints({m_words[first].begin, m_words[end - 1].end});
            return QJsonArray{counted.begin, counted.end};
        };
        QHash<QString, QJsonObject> spans;
        for (auto i = m_spans.cbegin(); i != m_spans.cend(); ++i) {
            QJsonArray fragments;
            for (const auto &[first, end] : i->pieces)
                fragments.append(range(first, end));
            spans.insert(i.key(), {{QStringLiteral("id"), i.key()}, {QStringLiteral("label"), i->label}, {QStringLiteral("fragments"), fragments}});
        }
        QJsonArray all;
        const QJsonArray known = record.value(u"spans").toArray();
        for (const QJsonValue &value : known) {
            QJsonObject span = value.toObject();
            const QJsonObject found = spans.take(span.value(u"id").toString());
            for (auto i = found.begin(); i != found.end(); ++i)
                span.insert(i.key(), i.value());
            all.append(span);
        }
        for (const QString &id : m_order) {
            if (spans.contains(id))
                all.append(spans.value(id));
        }
        for (const ConllTags::Run &run : m_ner.runs())
            all.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("ner:%1").arg(run.first)}, {QStringLiteral("label"), run.label}, {QStringLiteral("fragments"), QJsonArray{range(run.first, run.end)}}});
        record.insert(QStringLiteral("spans"), all);
        if (m_record.isEmpty()) {
            QJsonArray attributions;
            for (auto i = m_frames.begin(); i != m_frames.end(); ++i)
                attributions.append(QJsonObject{{QStringLiteral("id"), i.key()}, {QStringLiteral("spans"), i.value()}});
            record.insert(QStringLiteral("attributions"), attributions);
        }
    }

    const QString &m_path;
    const ImportOptions &m_options;
    const Importer::Sink &m_sink;
    ImportReport &m_report;
    IssueList m_issues;
    const int m_before = m_report.articles;
    qint64 m_line = 0;
    qint64 m_firstLine = 1;
    QString m_id;
    QJsonObject m_record;
    QString m_text;
    QList<TextRange> m_words;
    bool m_told = false; // what blanks stand behind the last word
    int m_within = 0; // the last word of the multiword token in hand
    QHash<QString, Found> m_spans;
    QStringList m_order; // of the spans' ids
    QJsonObject m_frames; // roles by the attribution's id
    ConllTags m_ner;
};

} // namespace

FormatInfo ConlluImporter::info() const { return ConlluExporter().info(); }

int ConlluImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir())
        return 0;
    const QByteArray start = head.startsWith("\xEF\xBB\xBF") ? head.mid(3, 16384) : head.left(16384);
    const QList<QByteArray> lines = start.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].startsWith('#') || lines[i].trimmed().isEmpty())
            continue;
        return lines[i].count('\t') == columns - 1 && lines[i][0] == '1' ? 96 : 0;
    }
    return info().suffixes.contains(QFileInfo(path).suffix().toLower()) ? 60 : 0;
}

Result<void> readConllu(const QString &file, const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report,
                        const Progress &progress)
{
    ConlluReading reading(path, options, sink, report);
    return readLines(reading, file, u"# newdoc", path, progress);
}

Result<void> ConlluImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    IssueList issues(report.issues);
    const Result<DecodedText> decoded = readText(path, options, issues);
    if (!decoded)
        return decoded.error();
    return readConllu(decoded->text, path, options, sink, report, progress);
}

} // namespace Quoth::Exchange
