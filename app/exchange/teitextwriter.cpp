// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teitextwriter.h"

#include "teinames.h"

#include <app/annotation/attribution.h>
#include <app/base/offsets.h>

#include <QJsonArray>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

struct Element
{
    TextRange range;
    QByteArray name;
    QByteArray attributes;
};

class TeiTextWriter
{
public:
    TeiTextWriter(const QString &text, const QJsonObject &record, const QString &prefix, int &replaced)
        : m_text(text), m_offsets(text), m_prefix(prefix), m_replaced(replaced)
    {
        cutIntoParagraphs();
        const QJsonArray spans = record.value(u"spans").toArray();
        for (const QJsonValue &span : spans) {
            m_spans.insert(span[u"id"].toString(), span.toObject());
            const QJsonArray fragments = span[u"fragments"].toArray();
            for (const QJsonValue &fragment : fragments) {
                m_anchors.insert(range(fragment).begin);
                m_anchors.insert(range(fragment).end);
            }
        }
        gather(record);
        keepWhatNests();
    }

    QByteArray write()
    {
        m_out = "<text xml:space=\"preserve\">\n<body>\n";
        for (const TextRange paragraph : std::as_const(m_paragraphs))
            writeParagraph(paragraph);
        return m_out + "</body>\n</text>\n";
    }

private:
    TextRange range(const QJsonValue &fragment) const
    {
        return m_offsets.toUtf16({fragment[0].toInteger(), fragment[1].toInteger()}).value_or(TextRange());
    }

    /// A line end parts paragraphs where text stands before and right behind it.
    void cutIntoParagraphs()
    {
        qint32 begin = 0;
        bool filled = false;
        for (qint32 i = 0; i < m_text.size(); ++i) {
            if (m_text[i] != u'\n') {
                filled = true;
            } else if (filled && i + 1 < m_text.size() && m_text[i + 1] != u'\n') {
                m_paragraphs.append({begin, i});
                begin = i + 1;
                filled = false;
            }
        }
        m_paragraphs.append({begin, qint32(m_text.size())});
    }

    void add(const QString &spanId, const QByteArray &name, const QByteArray &attributes)
    {
        const QJsonArray fragments = m_spans.value(spanId).value(u"fragments").toArray();
        for (const QJsonValue &fragment : fragments)
            m_elements.append({range(fragment), name, attributes + " corresp=\"#" + (m_prefix + spanId).toUtf8() + '"'});
    }

    void gather(const QJsonObject &record)
    {
        QSet<QString> said;
        const QJsonArray attributions = record.value(u"attributions").toArray();
        for (const QJsonValue &attribution : attributions) {
            const QString speaker = attribution[u"speaker"].toString();
            const QString kind = attribution[u"kind"].toString();
            QByteArray attributes;
            if (!speaker.isEmpty())
                attributes += " who=\"#" + (m_prefix + speaker).toUtf8() + '"';
            attributes += kind == u"direct" ? " direct=\"true\"" : kind == u"indirect" ? " direct=\"false\"" : " direct=\"unknown\"";
            const QJsonArray contents = attribution[u"spans"][contentRole].toArray();
            for (const QJsonValue &content : contents) {
                if (!said.contains(content.toString()))
                    add(content.toString(), "said", attributes);
                said.insert(content.toString());
            }
        }
        for (auto i = m_spans.cbegin(); i != m_spans.cend(); ++i) {
            const QString speaker = i->value(u"speaker").toString();
            if (i->value(u"label").toString() == u"ScareQuote")
                add(i.key(), "soCalled", {});
            else if (!speaker.isEmpty() && !said.contains(i.key()))
                add(i.key(), "rs", " ref=\"#" + (m_prefix + speaker).toUtf8() + '"');
        }
    }

    /// Outer ones first. Only <said> may hold <said>.
    void keepWhatNests()
    {
        std::stable_sort(m_elements.begin(), m_elements.end(), [](const Element &a, const Element &b) {
            if (a.range.begin != b.range.begin)
                return a.range.begin < b.range.begin;
            return a.range.end != b.range.end ? a.range.end > b.range.end : a.name == "said" && b.name != "said";
        });
        QList<Element> open;
        const QList<Element> all = std::exchange(m_elements, {});
        for (const Element &element : all) {
            while (!open.isEmpty() && open.constLast().range.end <= element.range.begin)
                open.removeLast();
            const auto paragraph = std::find_if(m_paragraphs.cbegin(), m_paragraphs.cend(), [&element](TextRange p) { return p.contains(element.range); });
            const bool nests = open.isEmpty() || (open.constLast().range.contains(element.range) && (open.constLast().name == "said" || element.name != "said"));
            if (!nests || paragraph == m_paragraphs.cend() || element.range.isEmpty())
                continue;
            open.append(element);
            m_elements.append(element);
        }
    }

    void writeParagraph(TextRange paragraph)
    {
        QMap<qint32, QByteArray> tags;
        QList<Element> open;
        const auto closeUpTo = [&](qint32 offset) {
            while (!open.isEmpty() && open.constLast().range.end <= offset) {
                const Element last = open.takeLast();
                tags[last.range.end] += "</" + last.name + '>';
            }
        };
        QMap<qint32, QByteArray> openings;
        for (const Element &element : std::as_const(m_elements)) {
            if (!paragraph.contains(element.range))
                continue;
            closeUpTo(element.range.begin);
            openings[element.range.begin] += '<' + element.name + element.attributes + '>';
            open.append(element);
        }
        closeUpTo(paragraph.end);
        for (const qint32 offset : std::as_const(m_anchors)) {
            if (paragraph.begin <= offset && offset <= paragraph.end)
                tags[offset] += "<anchor xml:id=\"" + (m_prefix + u'c' + QString::number(m_offsets.toCodePoint(offset))).toUtf8() + "\"/>";
        }
        for (auto i = openings.cbegin(); i != openings.cend(); ++i)
            tags[i.key()] += i.value();
        m_out += "<p>";
        qint32 at = paragraph.begin;
        for (auto i = tags.cbegin(); i != tags.cend(); ++i) {
            writePlain(at, i.key());
            m_out += i.value();
            at = i.key();
        }
        writePlain(at, paragraph.end);
        m_out += "</p>\n";
    }

    void writePlain(qint32 begin, qint32 end)
    {
        m_out += xmlText(QStringView(m_text).mid(begin, end - begin), &m_replaced).replace("\n", "<lb/>");
    }

    const QString &m_text;
    const OffsetConverter m_offsets;
    const QString m_prefix;
    int &m_replaced;
    QList<TextRange> m_paragraphs;
    QMap<QString, QJsonObject> m_spans;
    QSet<qint32> m_anchors;
    QList<Element> m_elements;
    QByteArray m_out;
};

} // namespace

QByteArray teiText(const QString &text, const QJsonObject &record, const QString &prefix, int &replaced)
{
    return TeiTextWriter(text, record, prefix, replaced).write();
}

} // namespace Quoth::Exchange
