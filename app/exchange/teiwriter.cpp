// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teiwriter.h"

#include "jsonwriter.h"
#include "nativerecord.h"
#include "teinames.h"
#include "teitextwriter.h"
#include "words.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))).match(text).hasMatch();
}

class TeiWriter
{
public:
    TeiWriter(const AnnotatedArticle &annotated, const QString &prefix, LossList &losses)
        : m_annotated(annotated), m_record(recordOf(annotated)), m_prefix(prefix), m_losses(losses)
    {
    }

    QByteArray write()
    {
        writeHeader();
        m_out += teiText(m_annotated.article.text, m_record, m_prefix, m_replaced);
        writeStandOff();
        m_losses.warn(Words::tr("Control characters that XML cannot hold became blanks."), m_replaced);
        return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"" + m_prefix.chopped(1).toUtf8() + "\">\n" + m_out + "</TEI>\n";
    }

private:
    QByteArray id(const QString &of) const { return (m_prefix + of).toUtf8(); }

    void element(const char *name, const QString &text, const QByteArray &attributes = {})
    {
        if (!text.isEmpty())
            m_out += QByteArray("<") + name + attributes + '>' + xmlText(text, &m_replaced) + "</" + name + ">\n";
    }

    void writeHeader()
    {
        const ArticleMeta &meta = m_annotated.article.meta;
        m_out += "<teiHeader>\n<fileDesc>\n<titleStmt>\n";
        m_out += "<title>" + xmlText(meta.title, &m_replaced) + "</title>\n";
        element("author", meta.author);
        m_out += "</titleStmt>\n<publicationStmt><p>Exported by Quoth.</p></publicationStmt>\n<notesStmt>\n";
        QJsonObject fields = articleFieldsOf(m_record);
        fields.remove(QStringLiteral("text"));
        fields.remove(QStringLiteral("speakers"));
        QByteArray json;
        JsonWriter(json).value(fields);
        element("note", QString::fromUtf8(json), " type=\"quoth\"");
        m_out += "</notesStmt>\n<sourceDesc>\n<bibl>\n<title>" + xmlText(meta.title, &m_replaced) + "</title>\n";
        element("author", meta.author);
        element("publisher", meta.outlet);
        element("date", meta.published, matches(meta.published, "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])") ? " when=\"" + meta.published.toUtf8() + '"' : QByteArray());
        element("idno", meta.url, " type=\"URL\"");
        m_out += "</bibl>\n</sourceDesc>\n</fileDesc>\n";
        const bool language = matches(meta.language, "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
        const QJsonArray speakers = m_record.value(u"speakers").toArray();
        if (language || !speakers.isEmpty()) {
            m_out += "<profileDesc>\n";
            if (language)
                m_out += "<langUsage><language ident=\"" + meta.language.toUtf8() + "\">" + meta.language.toUtf8() + "</language></langUsage>\n";
            writeSpeakers(speakers);
            m_out += "</profileDesc>\n";
        }
        m_out += "</teiHeader>\n";
    }

    void writeSpeakers(const QJsonArray &speakers)
    {
        QByteArray persons;
        QByteArray organisations;
        for (const QJsonValue &speaker : speakers) {
            const QString type = speaker[u"type"].toString();
            const bool person = type == u"person" || type == u"anonymous";
            QByteArray &list = person ? persons : organisations;
            std::swap(m_out, list);
            m_out += person ? "<person" : "<org";
            m_out += " xml:id=\"" + id(speaker[u"id"].toString()) + '"';
            if (type != u"person")
                m_out += " role=\"" + type.toUtf8() + '"';
            m_out += ">\n";
            const char *name = person ? "persName" : "orgName";
            element(name, speaker[u"name"].toString());
            const QJsonArray aliases = speaker[u"aliases"].toArray();
            for (const QJsonValue &alias : aliases)
                element(name, alias.toString(), " type=\"alias\"");
            element("idno", speaker[u"wikidata"].toString(), " type=\"Wikidata\"");
            element("note", speaker[u"colour"].toString(), " type=\"colour\"");
            m_out += person ? "</person>\n" : "</org>\n";
            std::swap(m_out, list);
        }
        if (persons.isEmpty() && organisations.isEmpty())
            return;
        m_out += "<particDesc>\n";
        if (!persons.isEmpty())
            m_out += "<listPerson>\n" + persons + "</listPerson>\n";
        if (!organisations.isEmpty())
            m_out += "<listOrg>\n" + organisations + "</listOrg>\n";
        m_out += "</particDesc>\n";
    }

    void writeStandOff()
    {
        const QJsonArray spans = m_record.value(u"spans").toArray();
        const QJsonArray attributions = m_record.value(u"attributions").toArray();
        if (spans.isEmpty() && attributions.isEmpty())
            return;
        m_out += "<standOff>\n";
        // A group a run of one label, so that the spans keep their order.
        QString label;
        for (qsizetype i = 0; i < spans.size(); ++i) {
            const QString next = spans[i][u"label"].toString();
            if (i == 0 || next != label)
                m_out += QByteArray(i == 0 ? "" : "</spanGrp>\n") + "<spanGrp type=\"" + xmlAttribute(teiWord(next)) + "\">\n";
            label = next;
            writeSpan(spans[i].toObject());
        }
        if (!spans.isEmpty())
            m_out += "</spanGrp>\n";
        for (const QJsonValue &span : spans)
            writeFeatures(span.toObject());
        for (const QJsonValue &attribution : attributions)
            writeAttribution(attribution.toObject());
        m_out += "</standOff>\n";
    }

    QByteArray certainty(const QJsonObject &item) const
    {
        const QJsonValue confidence = item.value(u"confidence");
        if (!confidence.isDouble())
            return {};
        QByteArray number;
        JsonWriter(number).number(confidence.toDouble());
        return " cert=\"" + number + '"';
    }

    void writeSpan(const QJsonObject &span)
    {
        const QByteArray base = id(span.value(u"id").toString());
        const auto name = [&base](qsizetype piece) { return piece == 0 ? base : base + '.' + QByteArray::number(piece + 1); };
        const QJsonArray fragments = span.value(u"fragments").toArray();
        for (qsizetype i = 0; i < fragments.size(); ++i) {
            const auto anchor = [&](int edge) { return id(u'c' + QString::number(fragments[i][edge].toInteger())); };
            m_out += "<span xml:id=\"" + name(i) + "\" from=\"#" + anchor(0) + "\" to=\"#" + anchor(1) + '"';
            if (i == 0)
                m_out += certainty(span) + " ana=\"#" + base + ".fs\"";
            if (i > 0)
                m_out += " prev=\"#" + name(i - 1) + '"';
            if (i + 1 < fragments.size())
                m_out += " next=\"#" + name(i + 1) + '"';
            m_out += '>' + (i == 0 ? xmlText(span.value(u"note").toString(), &m_replaced) : QByteArray()) + "</span>\n";
        }
    }

    void feature(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_out += "<f name=\"" + name.toUtf8() + "\"><string>" + xmlText(value, &m_replaced) + "</string></f>\n";
    }

    void feature(const QString &name, const QJsonObject &value)
    {
        QByteArray json;
        JsonWriter(json).value(value);
        feature(name, QString::fromUtf8(json));
    }

    void writeFeatures(const QJsonObject &item, const QString &note = {})
    {
        m_out += "<fs xml:id=\"" + id(item.value(u"id").toString()) + ".fs\" type=\"annotation\">\n";
        feature(QStringLiteral("state"), item.value(u"state").toString());
        feature(QStringLiteral("kind"), item.value(u"kind").toString());
        feature(QStringLiteral("note"), note);
        feature(QStringLiteral("explanation"), item.value(u"explanation").toString());
        feature(QStringLiteral("origin"), item.value(u"origin").toObject());
        if (const QString speaker = item.value(u"speaker").toString(); !speaker.isEmpty())
            m_out += "<f name=\"speaker\" fVal=\"#" + id(speaker) + "\"/>\n";
        const QJsonObject attributes = item.value(u"attributes").toObject();
        QJsonObject further;
        QJsonObject plain;
        for (auto i = attributes.begin(); i != attributes.end(); ++i) {
            const bool fits = i.value().isString() && !i.value().toString().isEmpty() && matches(i.key(), "[A-Za-z_][A-Za-z0-9_.-]*");
            (fits ? plain : further).insert(i.key(), i.value());
        }
        if (!plain.isEmpty()) {
            m_out += "<f name=\"attributes\"><fs type=\"attributes\">\n";
            for (auto i = plain.begin(); i != plain.end(); ++i)
                feature(i.key(), i.value().toString());
            m_out += "</fs></f>\n";
        }
        if (!further.isEmpty())
            feature(QStringLiteral("furtherAttributes"), further);
        m_out += "</fs>\n";
    }

    void writeAttribution(const QJsonObject &attribution)
    {
        const QByteArray base = id(attribution.value(u"id").toString());
        QByteArray roles = "annotation";
        QByteArray targets = '#' + base + ".fs";
        const QJsonObject spans = attribution.value(u"spans").toObject();
        for (auto i = spans.begin(); i != spans.end(); ++i) {
            const QJsonArray ids = i.value().toArray();
            for (const QJsonValue &span : ids) {
                roles += ' ' + xmlAttribute(teiWord(i.key()));
                targets += " #" + id(span.toString());
            }
        }
        m_out += "<linkGrp type=\"" + xmlAttribute(teiWord(attribution.value(u"type").toString())) + "\" targFunc=\"" + roles + "\"><link xml:id=\"" + base + "\" target=\""
            + targets + '"' + certainty(attribution) + "/></linkGrp>\n";
        writeFeatures(attribution, attribution.value(u"note").toString());
    }

    const AnnotatedArticle &m_annotated;
    const QJsonObject m_record;
    const QString m_prefix;
    LossList &m_losses;
    QByteArray m_out;
    int m_replaced = 0;
};

} // namespace

QByteArray teiArticle(const AnnotatedArticle &article, const QString &prefix, LossList &losses)
{
    return TeiWriter(article, prefix, losses).write();
}

} // namespace Quoth::Exchange
