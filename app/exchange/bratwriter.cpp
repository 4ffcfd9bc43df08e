// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bratwriter.h"

#include "bratnames.h"
#include "jsonwriter.h"

#include <app/annotation/annotationindex.h>
#include <app/base/offsets.h>

#include <QJsonArray>

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

bool isBratName(const QString &text) { return text == bratName(text) && !text.isEmpty(); }

class BratWriter
{
public:
    explicit BratWriter(const AnnotatedArticle &annotated)
        : m_annotated(annotated), m_index(annotated.annotations), m_offsets(annotated.article.text)
    {
    }

    BratFile write()
    {
        for (const Span &span : m_annotated.annotations.spans)
            writeSpan(span);
        for (const Attribution &attribution : m_annotated.annotations.attributions)
            writeAttribution(attribution);
        return std::move(m_file);
    }

private:
    void line(const QString &text) { m_file.annotations += text.toUtf8() + '\n'; }

    QString number(CodePointRange range) const { return QStringLiteral("%1 %2").arg(range.begin).arg(range.end); }

    QString writeTextBound(const QString &type, const QList<TextRange> &pieces)
    {
        QStringList offsets;
        for (const TextRange piece : pieces)
            offsets.append(number(m_offsets.toCodePoints(piece)));
        const QString id = u'T' + QString::number(++m_textBounds);
        line(id + u'\t' + type + u' ' + offsets.join(u';') + u'\t' + textOf(pieces, m_annotated.article.text));
        return id;
    }

    void writeSpan(const Span &span)
    {
        const QList<TextRange> pieces = cutAtLineBreaks(span.fragments, m_annotated.article.text);
        if (pieces.isEmpty()) {
            ++m_file.lost;
            return;
        }
        const QString label = bratName(span.label);
        m_file.labels.insert(label);
        const QString id = writeTextBound(label, pieces);
        m_ids.insert(span.id, id);
        QJsonObject rest;
        if (pieces != span.fragments) {
            ++m_file.cut;
            QJsonArray fragments;
            for (const TextRange fragment : span.fragments) {
                const CodePointRange range = m_offsets.toCodePoints(fragment);
                fragments.append(QJsonArray{range.begin, range.end});
            }
            rest.insert(QStringLiteral("fragments"), fragments);
        }
        // The reader takes these for role names.
        if (label != span.label || label == u"Source" || label == u"Content")
            rest.insert(QStringLiteral("label"), span.label);
        const Speaker *speaker = span.speaker ? m_index.speaker(*span.speaker) : nullptr;
        if (speaker && !speaker->wikidata.isEmpty() && isBratName(speaker->wikidata))
            line(QStringLiteral("N%1\tReference %2 Wikidata:%3\t%4").arg(++m_normalisations).arg(id, speaker->wikidata, speaker->name.simplified()));
        writeDetails(id, span, speaker, rest);
    }

    void writeAttribution(const Attribution &attribution)
    {
        QString arguments;
        QHash<QString, int> counts;
        const Span *trigger = nullptr;
        int triggerRank = 0;
        for (const RoleFiller &filler : attribution.fillers) {
            const Span *span = m_index.span(filler.span);
            if (!span || !m_ids.contains(filler.span))
                continue;
            const QString role = bratRole(filler.role);
            const int count = ++counts[role];
            arguments += u' ' + role + (count > 1 ? QString::number(count) : QString()) + u':' + m_ids.value(filler.span);
            const int rank = filler.role == cueRole ? 3 : filler.role == contentRole ? 2 : 1;
            if (rank > triggerRank) {
                trigger = span;
                triggerRank = rank;
            }
        }
        if (!trigger) {
            ++m_file.lost;
            return;
        }
        const QString type = bratName(attribution.type);
        m_file.events.insert(type);
        const QString bound = writeTextBound(type, cutAtLineBreaks(trigger->fragments, m_annotated.article.text));
        const QString id = u'E' + QString::number(++m_events);
        line(id + u'\t' + type + u':' + bound + arguments);
        if (attribution.kind)
            writeAttribute(id, bratKind, toString(*attribution.kind));
        QJsonObject rest;
        if (type != attribution.type)
            rest.insert(QStringLiteral("type"), attribution.type);
        writeDetails(id, attribution, attribution.speaker ? m_index.speaker(*attribution.speaker) : nullptr, rest);
    }

    void writeAttribute(const QString &target, const QString &name, const QString &value)
    {
        line(QStringLiteral("A%1\t%2 %3 %4").arg(++m_attributes).arg(name, target, value));
    }

    template<class T>
    void writeDetails(const QString &id, const T &item, const Speaker *speaker, QJsonObject rest)
    {
        const Provenance &provenance = item.provenance;
        if (provenance.state != State::Accepted)
            writeAttribute(id, bratState, toString(provenance.state));
        QJsonObject further;
        for (auto i = item.attributes.begin(); i != item.attributes.end(); ++i) {
            const bool fits = isBratName(i.key()) && isBratName(i.value().toString()) && i.key() != bratKind && i.key() != bratState;
            if (fits)
                writeAttribute(id, i.key(), i.value().toString());
            else
                further.insert(i.key(), i.value());
        }
        const bool oneLine = std::none_of(item.note.begin(), item.note.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
        if (!item.note.isEmpty())
            line(QStringLiteral("#%1\tAnnotatorNotes %2\t").arg(++m_notes).arg(id) + item.note.simplified());
        if (!oneLine || item.note != item.note.simplified())
            rest.insert(QStringLiteral("note"), item.note);
        if (!further.isEmpty())
            rest.insert(QStringLiteral("attributes"), further);
        if (provenance.confidence)
            rest.insert(QStringLiteral("confidence"), *provenance.confidence);
        if (!provenance.explanation.isEmpty())
            rest.insert(QStringLiteral("explanation"), provenance.explanation);
        rest.insert(QStringLiteral("origin"), json(provenance.origin));
        if (speaker)
            rest.insert(QStringLiteral("speaker"), json(*speaker));
        ++m_file.inNotes;
        QByteArray text;
        JsonWriter(text).value(rest);
        line(QStringLiteral("#%1\t%2 %3\t").arg(++m_notes).arg(bratNoteType, id) + QString::fromUtf8(text));
    }

    static QJsonObject json(const Origin &origin)
    {
        QJsonObject object{{QStringLiteral("kind"), toString(origin.kind)}};
        if (!origin.name.isEmpty())
            object.insert(QStringLiteral("name"), origin.name);
        if (!origin.version.isEmpty())
            object.insert(QStringLiteral("version"), origin.version);
        if (origin.edited)
            object.insert(QStringLiteral("edited"), true);
        return object;
    }

    static QJsonObject json(const Speaker &speaker)
    {
        return {{QStringLiteral("id"), u'p' + QString::number(speaker.id.number())},
                {QStringLiteral("name"), speaker.name},
                {QStringLiteral("type"), toString(speaker.type)},
                {QStringLiteral("aliases"), QJsonArray::fromStringList(speaker.aliases)},
                {QStringLiteral("wikidata"), speaker.wikidata},
                {QStringLiteral("colour"), speaker.colour}};
    }

    const AnnotatedArticle &m_annotated;
    const AnnotationIndex m_index;
    const OffsetConverter m_offsets;
    BratFile m_file;
    QHash<SpanId, QString> m_ids;
    int m_textBounds = 0;
    int m_events = 0;
    int m_attributes = 0;
    int m_normalisations = 0;
    int m_notes = 0;
};

} // namespace

BratFile writeBrat(const AnnotatedArticle &article) { return BratWriter(article).write(); }

} // namespace Quoth::Exchange
