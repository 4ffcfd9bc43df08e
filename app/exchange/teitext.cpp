// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teitext.h"

#include "teinode.h"

#include <QSet>

namespace Quoth::Exchange {

namespace {

const QString idAttribute = QStringLiteral("xml:id");

bool isIn(std::initializer_list<const char16_t *> names, QStringView name)
{
    return std::any_of(names.begin(), names.end(), [name](const char16_t *one) { return name == QStringView(one); });
}

bool isLine(QStringView name)
{
    return isIn({u"p", u"ab", u"head", u"l", u"item", u"label", u"speaker", u"stage", u"opener", u"closer", u"salute", u"signed", u"dateline", u"byline", u"trailer",
                 u"argument", u"epigraph", u"docTitle", u"u", u"cell"},
                name);
}

bool isMark(QStringView name) { return isIn({u"said", u"q", u"quote", u"soCalled"}, name); }

class TeiTextReader
{
public:
    explicit TeiTextReader(QXmlStreamReader &xml) : m_xml(xml) { }

    TeiText read()
    {
        open();
        m_text.preserved = m_open.constLast().preserve;
        while (!m_xml.atEnd() && !m_open.isEmpty()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement: start(); break;
            case QXmlStreamReader::EndElement: close(); break;
            case QXmlStreamReader::Characters: append(m_xml.text()); break;
            default: break;
            }
        }
        m_text.complete = m_open.isEmpty();
        return std::move(m_text);
    }

private:
    struct Open
    {
        QString name;
        QHash<QString, QString> attributes;
        qint64 line = 0;
        qint32 begin = -1; // until text comes
        bool preserve = false;
    };

    void start()
    {
        const QStringView name = m_xml.name();
        const bool choice = !m_open.isEmpty() && m_open.constLast().name == u"choice";
        if (isIn({u"note", u"fw", u"del", u"figDesc", u"rdg", u"standOff", u"spanGrp", u"linkGrp", u"interpGrp"}, name)
            || (choice && isIn({u"sic", u"orig", u"abbr"}, name))) {
            ++m_text.left;
            m_xml.skipCurrentElement();
            return;
        }
        if (isLine(name))
            breakLine();
        open();
        if (name == u"anchor" && m_lines > 0)
            flushBreak();
        if (name == u"lb") {
            flushBreak();
            m_space = false;
            put(u'\n');
        }
    }

    void open()
    {
        Open element{m_xml.name().toString(), teiAttributes(m_xml), m_xml.lineNumber(), -1, !m_open.isEmpty() && m_open.constLast().preserve};
        if (const QString space = element.attributes.value(QStringLiteral("xml:space")); !space.isEmpty())
            element.preserve = space == u"preserve";
        m_lines += isLine(element.name);
        m_open.append(std::move(element));
    }

    void close()
    {
        const Open element = m_open.takeLast();
        const auto end = qint32(m_text.text.size());
        TextRange range{element.begin < 0 ? end : element.begin, end};
        // Blanks at the edges of an element are no part of it unless they are preserved.
        while (!element.preserve && range.begin < range.end && m_text.text[range.begin].isSpace())
            ++range.begin;
        const QString id = element.attributes.value(idAttribute);
        if (!id.isEmpty() && m_text.places.contains(id))
            ++m_text.repeated;
        else if (!id.isEmpty())
            m_text.places.insert(id, range);
        if (isMark(element.name))
            m_text.marks.append({element.name, id, range, element.attributes, element.line});
        if (isLine(element.name)) {
            --m_lines;
            breakLine();
        }
        if (element.begin >= 0)
            --m_begun;
    }

    void breakLine()
    {
        m_break = true;
        m_space = false;
    }

    void flushBreak()
    {
        if (m_break && !m_text.text.isEmpty())
            m_text.text += u'\n';
        m_break = false;
    }

    void put(QChar c)
    {
        // The elements that have begun are the outer ones.
        for (; m_begun < m_open.size(); ++m_begun)
            m_open[m_begun].begin = qint32(m_text.text.size());
        m_text.text += c;
    }

    void append(QStringView text)
    {
        const bool preserve = m_open.constLast().preserve;
        if (m_lines == 0 && text.trimmed().isEmpty()) {
            m_space = m_space || (!m_break && !m_text.text.isEmpty());
            return;
        }
        for (const QChar c : text) {
            if (!preserve && (c == u' ' || c == u'\n' || c == u'\t' || c == u'\r')) {
                m_space = true;
                continue;
            }
            if (m_break) {
                flushBreak();
                m_space = false;
            }
            if (m_space && !m_text.text.isEmpty() && m_text.text.back() != u'\n')
                m_text.text += u' ';
            m_space = false;
            put(c);
        }
    }

    QXmlStreamReader &m_xml;
    TeiText m_text;
    QList<Open> m_open;
    qsizetype m_begun = 0; // how many of them have text
    int m_lines = 0; // how many of them are lines
    bool m_break = false; // a line ended or begins
    bool m_space = false; // blanks that are not preserved
};

} // namespace

TeiText readTeiText(QXmlStreamReader &xml) { return TeiTextReader(xml).read(); }

} // namespace Quoth::Exchange
