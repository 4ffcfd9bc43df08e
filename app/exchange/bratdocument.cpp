// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bratdocument.h"

#include "words.h"

#include <QSet>

namespace Quoth::Exchange {

namespace {

bool beginsAnnotation(QStringView line)
{
    if (line.startsWith(u"*\t"))
        return true;
    const qsizetype tab = line.indexOf(u'\t');
    if (tab < 2 || !QStringView(u"TERAMN#").contains(line[0]))
        return false;
    return std::all_of(line.begin() + 1, line.begin() + tab, [](QChar c) { return c.isDigit(); });
}

class BratParser
{
public:
    BratParser(const QString &path, IssueList &issues) : m_path(path), m_issues(issues) { }

    BratDocument parse(QStringView annotations)
    {
        qint64 number = 0;
        while (!annotations.isEmpty()) {
            const qsizetype end = annotations.indexOf(u'\n');
            QStringView line = end < 0 ? annotations : annotations.first(end);
            annotations = end < 0 ? QStringView() : annotations.sliced(end + 1);
            if (line.endsWith(u'\r'))
                line.chop(1);
            m_line = ++number;
            if (beginsAnnotation(line))
                parseLine(line);
            else if (m_inText)
                m_document.textBounds.last().text += u'\n' + line.toString();
            else if (!line.trimmed().isEmpty())
                fault();
        }
        return std::move(m_document);
    }

private:
    void fault() { m_issues.warn(Words::tr("A line that is no annotation of brat's was skipped."), lineOf(m_path, m_line)); }

    void parseLine(QStringView line)
    {
        m_inText = false;
        const qsizetype tab = line.indexOf(u'\t');
        const QString id = line.first(tab).toString();
        const QStringView rest = line.sliced(tab + 1);
        const qsizetype second = rest.indexOf(u'\t');
        const QStringView data = second < 0 ? rest : rest.first(second);
        const QString text = second < 0 ? QString() : rest.sliced(second + 1).toString();
        if (id == u"*") {
            m_issues.warn(Words::tr("An equivalence was not kept."), lineOf(m_path, m_line));
            return;
        }
        const bool owned = QStringView(u"TER").contains(id[0]);
        if (owned && m_ids.contains(id)) {
            m_issues.warn(Words::tr("An annotation whose id is given twice was skipped."), lineOf(m_path, m_line));
            return;
        }
        const QList<QStringView> words = data.split(u' ', Qt::SkipEmptyParts);
        if (!parseWords(id, words, data, text))
            fault();
        else if (owned)
            m_ids.insert(id);
    }

    bool parseWords(const QString &id, const QList<QStringView> &words, QStringView data, const QString &text)
    {
        if (words.size() < (id[0] == u'E' ? 1 : 2))
            return false;
        switch (id[0].unicode()) {
        case u'T': return parseTextBound(id, words[0], data, text);
        case u'E': return parseEvent(id, words);
        case u'R': return parseRelation(id, words);
        case u'A':
        case u'M':
            m_document.attributes.append({words[0].toString(), words[1].toString(), words.value(2).toString(), m_line});
            return words.size() <= 3;
        case u'N':
            m_document.normalisations.append({words[0].toString(), words[1].toString(), words.value(2).toString(), text, m_line});
            return words.size() == 3;
        default: m_document.notes.append({words[0].toString(), words[1].toString(), QString(), text, m_line}); return true;
        }
    }

    bool parseTextBound(const QString &id, QStringView type, QStringView data, const QString &text)
    {
        BratDocument::TextBound bound{id, type.toString(), {}, text, m_line};
        const QStringView offsets = data.sliced(data.indexOf(type) + type.size());
        const QList<QStringView> pieces = offsets.split(u';');
        for (const QStringView piece : pieces) {
            const QList<QStringView> numbers = piece.split(u' ', Qt::SkipEmptyParts);
            bool good = numbers.size() == 2;
            bool alsoGood = good;
            const qint64 begin = good ? numbers[0].toLongLong(&good) : 0;
            const qint64 end = alsoGood ? numbers[1].toLongLong(&alsoGood) : 0;
            if (!good || !alsoGood)
                return false;
            bound.fragments.append({begin, end});
        }
        m_document.textBounds.append(std::move(bound));
        m_inText = true;
        return true;
    }

    bool parseEvent(const QString &id, const QList<QStringView> &words)
    {
        BratDocument::Event event{id, {}, {}, {}, m_line};
        const QList<BratDocument::Argument> pairs = arguments(words);
        if (pairs.size() != words.size())
            return false;
        event.type = pairs[0].role;
        event.trigger = pairs[0].target;
        event.arguments = pairs.sliced(1);
        m_document.events.append(std::move(event));
        return true;
    }

    bool parseRelation(const QString &id, const QList<QStringView> &words)
    {
        BratDocument::Event relation{id, words[0].toString(), {}, arguments(words.sliced(1)), m_line};
        if (words.size() != 3 || relation.arguments.size() != 2)
            return false;
        m_document.relations.append(std::move(relation));
        return true;
    }

    static QList<BratDocument::Argument> arguments(const QList<QStringView> &words)
    {
        QList<BratDocument::Argument> result;
        for (const QStringView word : words) {
            const qsizetype colon = word.indexOf(u':');
            if (colon > 0 && colon + 1 < word.size())
                result.append({word.first(colon).toString(), word.sliced(colon + 1).toString()});
        }
        return result;
    }

    const QString &m_path;
    IssueList &m_issues;
    BratDocument m_document;
    QSet<QString> m_ids;
    qint64 m_line = 0;
    bool m_inText = false;
};

} // namespace

BratDocument parseBrat(QStringView annotations, const QString &path, IssueList &issues)
{
    return BratParser(path, issues).parse(annotations);
}

} // namespace Quoth::Exchange
