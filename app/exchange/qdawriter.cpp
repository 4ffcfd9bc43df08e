// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qdawriter.h"

#include "qdadetails.h"
#include "words.h"
#include "xmltext.h"

#include <app/annotation/annotationindex.h>

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

constexpr qsizetype longestName = 200;

QString guidOf(const QString &what)
{
    static const QUuid ours(QStringLiteral("{6d1c5f0a-7c0e-5c9b-9b57-1d6f5a3e8c21}"));
    return QUuid::createUuidV5(ours, what).toString(QUuid::WithoutBraces).toUpper();
}

QString named(QStringView name, const QString &value) { return QStringLiteral(" %1=\"%2\"").arg(name, xmlEscaped(value)); }

/// As an attribute, where XML readers make blanks of line ends.
QString oneLine(const QString &text)
{
    QString line = text.simplified();
    if (line.size() > longestName) {
        line.truncate(longestName - 1 - line[longestName - 2].isHighSurrogate());
        line += u'\u2026';
    }
    return line;
}

QString element(QStringView name, const QString &text) { return text.isEmpty() ? QString() : QStringLiteral("<%1>%2</%1>").arg(name, xmlEscaped(text)); }

QString reference(QStringView name, const QString &guid) { return QStringLiteral("<%1 targetGUID=\"%2\"/>").arg(name, guid); }

QString code(const QString &name, const QString &title, const QString &guideline, const QString &colour)
{
    QString description = guideline;
    if (!title.isEmpty() && title != name)
        description.prepend(title + (guideline.isEmpty() ? QString() : QStringLiteral("\n")));
    return QStringLiteral("<Code guid=\"%1\"%2 isCodable=\"true\"%3>%4</Code>\n")
        .arg(guidOf(QStringLiteral("code/") + name), named(u"name", name), isColour(colour) ? named(u"color", colour) : QString(),
             element(u"Description", description));
}

QString section(QStringView name, const QString &content) { return content.isEmpty() ? QString() : QStringLiteral("<%1>\n%2</%1>\n").arg(name, content); }

} // namespace

class QdaWriter::ArticleWriter
{
public:
    ArticleWriter(QdaWriter &project, const AnnotatedArticle &annotated, const QString &key)
        : m_project(project), m_annotated(annotated), m_key(key), m_index(annotated.annotations), m_offsets(annotated.article.text)
    {
    }

    QString write()
    {
        const QString guid = guidOf(m_key);
        // The notes on a selection stand in it, and attributions are notes on one of their selections.
        for (const Span &span : m_annotated.annotations.spans)
            m_first.insert(span.id, pieceGuid(span.id, 0));
        for (const Attribution &attribution : m_annotated.annotations.attributions)
            writeAttribution(attribution, guid);
        QString selections;
        for (const Span &span : m_annotated.annotations.spans)
            selections += writeSpan(span);
        const Article &article = m_annotated.article;
        const QString name = article.meta.title.isEmpty() ? article.externalId : article.meta.title;
        m_project.m_sources += QStringLiteral("<TextSource guid=\"%1\"%2 plainTextPath=\"internal://%1.txt\">%3\n%4%5</TextSource>\n")
                                   .arg(guid, named(u"name", oneLine(name)), describeArticle(), selections, values());
        return guid;
    }

private:
    QString pieceGuid(SpanId id, qsizetype piece) const { return guidOf(m_key + QStringLiteral("/span/%1/%2").arg(id.number()).arg(piece)); }

    /// What variables cannot tell.
    QString describeArticle() const
    {
        const QJsonObject details = toDetails(m_annotated.article);
        const bool plain = std::all_of(details.begin(), details.end(), [](const QJsonValue &value) {
            const QString text = value.toString();
            return value.isString() && isXmlText(text) && text == text.trimmed();
        });
        return plain ? QString() : element(u"Description", toQdaDescription(details));
    }

    QString values() const
    {
        const Article &article = m_annotated.article;
        const std::pair<const char16_t *, const QString &> pairs[] = {
            {u"Article", article.externalId}, {u"Title", article.meta.title},         {u"URL", article.meta.url},          {u"Outlet", article.meta.outlet},
            {u"Author", article.meta.author}, {u"Published", article.meta.published}, {u"Language", article.meta.language}};
        QString result;
        for (const auto &[name, value] : pairs) {
            if (!value.isEmpty())
                result += QStringLiteral("<VariableValue>%1%2</VariableValue>\n").arg(reference(u"VariableRef", m_project.variable(QString::fromUtf16(name))), element(u"TextValue", value));
        }
        return result;
    }

    QString addNote(const QString &guid, const QString &name, const QString &description, const QString &content)
    {
        m_project.m_notes += QStringLiteral("<Note guid=\"%1\"%2>%3%4</Note>\n").arg(guid, named(u"name", name), element(u"Description", description), element(u"PlainTextContent", content));
        return guid;
    }

    void link(const QString &guid, const QString &name, const QString &origin, const QString &target, const QString &note)
    {
        m_project.m_links += QStringLiteral("<Link guid=\"%1\"%2 direction=\"OneWay\" originGUID=\"%3\" targetGUID=\"%4\">%5</Link>\n")
                                 .arg(guid, named(u"name", oneLine(name)), origin, target, note.isEmpty() ? QString() : reference(u"NoteRef", note));
    }

    QString writeSpan(const Span &span)
    {
        QString result;
        m_project.addLabel(span.label);
        for (qsizetype i = 0; i < span.fragments.size(); ++i) {
            const QString guid = pieceGuid(span.id, i);
            const CodePointRange range = m_offsets.toCodePoints(span.fragments[i]);
            QJsonObject details;
            QString notes;
            if (i > 0) {
                details.insert(QStringLiteral("partOf"), m_first.value(span.id));
                link(guidOf(guid + QStringLiteral("/continues")), QStringLiteral("continues"), pieceGuid(span.id, i - 1), guid, {});
            } else {
                details = toDetails(span.provenance, span.attributes);
                if (!isXmlText(span.label))
                    details.insert(QStringLiteral("label"), span.label);
                if (!span.note.isEmpty()) {
                    notes += reference(u"NoteRef", addNote(guidOf(m_key + QStringLiteral("/note/%1").arg(span.id.number())), Words::tr("Note"), {}, span.note));
                    if (!isXmlText(span.note) || span.note != span.note.trimmed())
                        details.insert(QStringLiteral("note"), span.note);
                }
                for (const QString &note : m_notesOn.value(span.id))
                    notes += reference(u"NoteRef", note);
                if (const Speaker *speaker = span.speaker ? m_index.speaker(*span.speaker) : nullptr)
                    details.insert(QStringLiteral("speaker"), m_project.speaker(*speaker, guid));
            }
            const QString text = m_annotated.article.text.mid(span.fragments[i].begin, span.fragments[i].length());
            result += QStringLiteral("<PlainTextSelection guid=\"%1\"%2 startPosition=\"%3\" endPosition=\"%4\" creatingUser=\"%5\">%6<Coding guid=\"%7\" creatingUser=\"%5\">%8</Coding>%9</PlainTextSelection>\n")
                          .arg(guid, named(u"name", oneLine(text)), QString::number(range.begin), QString::number(range.end), m_project.user(span.provenance.origin.name),
                               element(u"Description", toQdaDescription(details)), guidOf(guid), reference(u"CodeRef", guidOf(QStringLiteral("code/") + span.label)), notes);
        }
        m_project.m_losses.note(Words::tr("Spans in several pieces became selections that are linked."), span.fragments.size() > 1);
        noteDetails(span.provenance);
        return result;
    }

    void noteDetails(const Provenance &provenance)
    {
        m_project.m_losses.note(Words::tr("Suggested and rejected annotations stand among the others; only descriptions tell them apart."), provenance.state != State::Accepted);
        m_project.m_losses.note(Words::tr("What REFI-QDA has no place for (origin, confidence, attributes and the like) stands in descriptions."));
    }

    void writeAttribution(const Attribution &attribution, const QString &source)
    {
        const QString guid = guidOf(m_key + QStringLiteral("/attribution/%1").arg(attribution.id.number()));
        QJsonArray fillers;
        QStringList lines(attribution.type + (attribution.kind ? QStringLiteral(" (%1)").arg(toString(*attribution.kind)) : QString()));
        const RoleFiller *hub = nullptr;
        for (const RoleFiller &filler : attribution.fillers) {
            const Span *span = m_index.span(filler.span);
            if (!span)
                continue;
            fillers.append(QJsonArray{filler.role, m_first.value(filler.span)});
            lines.append(filler.role + QStringLiteral(": ") + textOf(span->fragments, m_annotated.article.text, u" \u2026 ").simplified());
            if (!hub || (hub->role != contentRole && filler.role == contentRole))
                hub = &filler;
        }
        if (!hub) {
            m_project.m_losses.warn(Words::tr("Attributions without spans were left out."));
            return;
        }
        QJsonObject frame{{QStringLiteral("source"), source}, {QStringLiteral("type"), attribution.type}, {QStringLiteral("fillers"), fillers}};
        if (attribution.kind)
            frame.insert(QStringLiteral("kind"), toString(*attribution.kind));
        QJsonObject details = toDetails(attribution.provenance, attribution.attributes);
        details.insert(QStringLiteral("frame"), frame);
        if (!attribution.note.isEmpty()) {
            details.insert(QStringLiteral("note"), attribution.note);
            lines.append(attribution.note);
        }
        if (const Speaker *speaker = attribution.speaker ? m_index.speaker(*attribution.speaker) : nullptr) {
            details.insert(QStringLiteral("speaker"), m_project.speaker(*speaker, {}));
            lines.append(Words::tr("Speaker: %1").arg(speaker->name));
        }
        noteDetails(attribution.provenance);
        addNote(guid, oneLine(attribution.type), toQdaDescription(details), lines.join(u'\n'));
        m_notesOn[hub->span].append(guid);
        int number = 0;
        for (const RoleFiller &filler : attribution.fillers) {
            ++number;
            if (&filler != hub && m_first.contains(filler.span) && filler.span != hub->span)
                link(guidOf(guid + u'/' + QString::number(number)), filler.role, m_first.value(filler.span), m_first.value(hub->span), guid);
        }
    }

    QdaWriter &m_project;
    const AnnotatedArticle &m_annotated;
    const QString m_key;
    const AnnotationIndex m_index;
    const OffsetConverter m_offsets;
    QHash<SpanId, QString> m_first; // the selection that stands for a span
    QHash<SpanId, QStringList> m_notesOn;
};

QString QdaWriter::add(const AnnotatedArticle &article)
{
    QString key = QStringLiteral("article/") + article.article.externalId;
    for (int i = 2; m_ids.contains(key); ++i)
        key = QStringLiteral("article/") + article.article.externalId + QStringLiteral(" (%1)").arg(i);
    m_ids.insert(key);
    return ArticleWriter(*this, article, key).write();
}

void QdaWriter::addLabel(const QString &label)
{
    if (!m_schema.label(label) && !m_labels.contains(label))
        m_labels.append(label);
}

QString QdaWriter::user(const QString &name)
{
    const QString known = name.isEmpty() ? QStringLiteral("Quoth") : name;
    if (!m_users.contains(known))
        m_users.append(known);
    return guidOf(QStringLiteral("user/") + known);
}

QString QdaWriter::variable(const QString &name)
{
    if (!m_variables.contains(name))
        m_variables.append(name);
    return guidOf(QStringLiteral("variable/") + name);
}

QString QdaWriter::speaker(const Speaker &speaker, const QString &selection)
{
    const QString description = toQdaDescription(toDetails(speaker));
    auto known = m_caseOf.find(description);
    if (known == m_caseOf.end()) {
        known = m_caseOf.insert(description, m_cases.size());
        m_cases.append({guidOf(QStringLiteral("speaker/") + description), speaker, {}});
    }
    if (!selection.isEmpty())
        m_cases[*known].selections.append(selection);
    return m_cases[*known].guid;
}

QString QdaWriter::codes() const
{
    QString result;
    for (const Label &label : m_schema.labels)
        result += code(label.name, label.title, label.guideline, label.colour);
    for (const QString &label : m_labels)
        result += code(label, {}, {}, {});
    return section(u"Codes", result);
}

QByteArray QdaWriter::codebook() const
{
    const QString all = codes();
    if (all.isEmpty())
        return {};
    return (QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Quoth\">\n") + all
            + QStringLiteral("</CodeBook>\n"))
        .toUtf8();
}

QByteArray QdaWriter::project() const
{
    QString users;
    for (const QString &name : m_users)
        users += QStringLiteral("<User guid=\"%1\"%2/>\n").arg(guidOf(QStringLiteral("user/") + name), named(u"name", name));
    QString variables;
    for (const QString &name : m_variables)
        variables += QStringLiteral("<Variable guid=\"%1\"%2 typeOfVariable=\"Text\"/>\n").arg(guidOf(QStringLiteral("variable/") + name), named(u"name", name));
    QString cases;
    for (const Case &one : m_cases) {
        QString selections;
        for (const QString &selection : one.selections)
            selections += reference(u"SelectionRef", selection);
        cases += QStringLiteral("<Case guid=\"%1\"%2>%3%4</Case>\n").arg(one.guid, named(u"name", one.speaker.name), element(u"Description", toQdaDescription(toDetails(one.speaker))), selections);
    }
    const QString name = m_schema.title.isEmpty() ? QStringLiteral("Quoth") : m_schema.title;
    return (QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\"%1 origin=\"Quoth\">\n").arg(named(u"name", name)) + section(u"Users", users)
            + section(u"CodeBook", codes()) + section(u"Variables", variables) + section(u"Cases", cases) + section(u"Sources", m_sources) + section(u"Notes", m_notes)
            + section(u"Links", m_links) + QStringLiteral("</Project>\n"))
        .toUtf8();
}

} // namespace Quoth::Exchange
