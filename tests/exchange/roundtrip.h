// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchangetesting.h"

#include <QRandomGenerator>

namespace Quoth::Exchange {

/// What a random article holds.
struct RandomOptions
{
    int words = 60; ///< of the text, about
    int spans = 14;
    int attributions = 5;
    bool interrupted = true; ///< spans in several pieces
    bool overlapping = true; ///< spans that cross each other; else they lie apart
    bool wholeWords = false; ///< spans begin and end with words
    bool unfilled = true; ///< attributions without source or cue; shared cues and sources
    bool attributes = true; ///< attributes, notes
    bool confidences = true;
    bool states = true; ///< suggested and rejected ones
    bool speakers = true;
};

/// An article of made-up words: emoji in several code points, combining marks, right-to-left text, tabs, runs of blanks, markup
/// characters, empty lines; labels of the default schema. The same seed, the same article.
inline Annotation::AnnotatedArticle randomArticle(quint32 seed, const RandomOptions &options = {})
{
    using namespace Annotation;
    static const QStringList words{QStringLiteral("bridge"), QStringLiteral("na\u00EFve"), QStringLiteral("agre\u0301ed"), QStringLiteral("\U0001F600"),
        QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467"), QStringLiteral("\U0001F1FA\U0001F1E6"), QStringLiteral("\u05E8\u05D5\u05EA"),
        QStringLiteral("\u0642\u0627\u0644\u062A"), QStringLiteral("a|b"), QStringLiteral("[x]"), QStringLiteral("<tag>"), QStringLiteral("R&D"),
        QStringLiteral("back\\slash"), QStringLiteral("\"quoted\""), QStringLiteral("it\u2019s"), QStringLiteral("3.5%"), QStringLiteral("_"), QStringLiteral("*"),
        QStringLiteral("->"), QStringLiteral("#1;2"), QStringLiteral("\u4F60\u597D"), QStringLiteral("e.g."), QStringLiteral("word"), QStringLiteral("the"),
        QStringLiteral("said"), QStringLiteral("\u201Cyes\u201D"), QStringLiteral("\u0E01\u0E33"), QStringLiteral("=1+1"), QStringLiteral("{}")};
    static const QStringList gaps{QStringLiteral(" "), QStringLiteral(" "), QStringLiteral(" "), QStringLiteral(" "), QStringLiteral(", "), QStringLiteral(". "),
        QStringLiteral("\n"), QStringLiteral("\n\n"), QStringLiteral("  "), QStringLiteral("\t"), QStringLiteral("\u00A0"), QStringLiteral("\u2014")};
    QRandomGenerator random(seed);
    const auto pick = [&random](const auto &list) { return list[random.bounded(int(list.size()))]; };
    const auto oneIn = [&random](int n) { return random.bounded(n) == 0; };
    AnnotatedArticle result;
    Article &article = result.article;
    article.externalId = QStringLiteral("a%1").arg(seed);
    QList<TextRange> placed;
    for (int i = 0; i < options.words; ++i) {
        const QString word = pick(words);
        placed.append({qint32(article.text.size()), qint32(article.text.size() + word.size())});
        article.text += word + (i + 1 < options.words ? pick(gaps) : QStringLiteral("\n"));
    }
    article.meta = {QStringLiteral("Title %1 <&> \U0001F600").arg(seed), QStringLiteral("https://example.org/%1?a=b&c=d").arg(seed), QStringLiteral("The Example"),
                    QStringLiteral("J. Doe"), QStringLiteral("2024-05-06"), QStringLiteral("en"), {}};
    Annotations &annotations = result.annotations;
    if (options.speakers) {
        annotations.speakers = {{SpeakerId(1), QStringLiteral("Ana \u05E8\u05D5\u05EA"), SpeakerType::Person, {QStringLiteral("Petrova")}, QStringLiteral("Q1"), {}},
                                {SpeakerId(2), QStringLiteral("The Council"), SpeakerType::Organisation, {}, {}, {}}};
    }
    const auto decorate = [&](auto &item) {
        item.provenance.origin = {OriginKind::Person, false, QStringLiteral("ana"), {}};
        if (options.states && oneIn(3))
            item.provenance.state = oneIn(2) ? State::Suggested : State::Rejected;
        if (options.confidences && oneIn(2))
            item.provenance.confidence = double(random.bounded(1, 1000)) / 1000;
        if (options.attributes && oneIn(3))
            item.note = QStringLiteral("note <%1> \"x\"; \U0001F600").arg(random.bounded(100));
        if (options.attributes && oneIn(3))
            item.attributes.insert(QStringLiteral("checkworthy"), oneIn(2) ? QStringLiteral("yes") : QStringLiteral("a|b & c"));
    };
    static const QStringList labels{QStringLiteral("Speaker"), QStringLiteral("Cue"), QStringLiteral("Quotation"), QStringLiteral("Claim"), QStringLiteral("ScareQuote")};
    qsizetype next = 0; // the first word that is free
    for (int i = 0; i < options.spans; ++i) {
        Span span;
        span.id = SpanId(i + 1);
        span.label = labels[i % labels.size()];
        for (int piece = 0; piece < (options.interrupted && oneIn(4) ? 3 : 1); ++piece) {
            const qsizetype first = options.overlapping ? random.bounded(int(placed.size())) : next + random.bounded(2);
            const qsizetype last = std::min<qsizetype>(first + random.bounded(4), placed.size() - 1);
            if (first >= placed.size())
                break;
            next = last + 2; // so that pieces do not touch
            TextRange range{placed[first].begin, placed[last].end};
            if (!options.wholeWords && oneIn(4))
                range.begin += range.length() > 1;
            span.fragments.append(range);
        }
        span.fragments = wholeCharacters(span.fragments, article.text);
        if (span.fragments.isEmpty())
            continue;
        decorate(span);
        if (options.speakers && span.label == labels[0] && oneIn(2))
            span.speaker = SpeakerId(1 + random.bounded(2));
        annotations.spans.append(span);
    }
    const auto ofLabel = [&](const QString &label) -> std::optional<SpanId> {
        QList<SpanId> ids;
        for (const Span &span : std::as_const(annotations.spans)) {
            if (span.label == label)
                ids.append(span.id);
        }
        return ids.isEmpty() ? std::nullopt : std::optional(pick(ids));
    };
    QSet<SpanId> used;
    for (int i = 0; i < options.attributions; ++i) {
        Attribution attribution;
        attribution.id = AttributionId(i + 1);
        const auto fill = [&](const QString &role, const QString &label, bool always) {
            const auto span = ofLabel(label);
            if (!span || (!always && options.unfilled && oneIn(4)) || (!options.unfilled && used.contains(*span)) || attribution.has(*span))
                return;
            used.insert(*span);
            attribution.fillers.append({role, *span});
        };
        fill(sourceRole, labels[0], false);
        fill(cueRole, labels[1], false);
        fill(contentRole, labels[2], true);
        if (options.unfilled && oneIn(3))
            fill(contentRole, labels[2], true);
        const bool hasContent = !attribution.spans(contentRole).isEmpty();
        if (!hasContent || (!options.unfilled && attribution.fillers.size() < 3))
            continue;
        decorate(attribution);
        attribution.kind = pick(QList<Kind>{Kind::Direct, Kind::Indirect, Kind::Mixed});
        if (options.speakers && attribution.spans(sourceRole).isEmpty() && oneIn(2))
            attribution.speaker = SpeakerId(2);
        annotations.attributions.append(attribution);
    }
    annotations.sortSpans();
    return result;
}

/// What a comparison looks at: the rest is what the format says that it loses.
struct Kept
{
    bool labels = true;
    bool frames = true;
    bool kinds = true;
    bool states = true;
    bool confidences = true;
    bool origins = false;
    bool notes = true;
    bool attributes = true;
    bool speakers = true;
    bool meta = true;
    bool text = true;
};

/// The article as lines that do not depend on ids or order, so that two can be compared and a difference be read.
inline QStringList linesOf(const Annotation::AnnotatedArticle &annotated, const Kept &kept = {})
{
    using namespace Annotation;
    const auto pieces = [](const Span &span) {
        QStringList list;
        for (const TextRange range : span.fragments)
            list.append(QStringLiteral("%1-%2").arg(range.begin).arg(range.end));
        return list.join(u';');
    };
    const auto speakerName = [&](std::optional<SpeakerId> id) {
        const Speaker *speaker = id ? annotated.annotations.speaker(*id) : nullptr;
        return speaker ? speaker->name + u'/' + toString(speaker->type) + u'/' + speaker->wikidata : QString();
    };
    const auto details = [&](const auto &item) {
        QString line;
        if (kept.states)
            line += u' ' + toString(item.provenance.state);
        if (kept.origins)
            line += u' ' + toString(item.provenance.origin.kind) + u'/' + item.provenance.origin.name;
        if (kept.confidences && item.provenance.confidence)
            line += u' ' + QString::number(*item.provenance.confidence, 'g', 6);
        if (kept.notes && !item.note.isEmpty())
            line += QStringLiteral(" note:") + item.note;
        if (kept.attributes && !item.attributes.isEmpty())
            line += u' ' + QString::fromUtf8(QJsonDocument(item.attributes).toJson(QJsonDocument::Compact));
        if (kept.speakers && item.speaker)
            line += QStringLiteral(" by ") + speakerName(item.speaker);
        return line;
    };
    QStringList lines;
    if (kept.text)
        lines.append(annotated.article.text);
    if (kept.meta) {
        const ArticleMeta &meta = annotated.article.meta;
        lines.append(QStringList{annotated.article.externalId, meta.title, meta.url, meta.outlet, meta.author, meta.published, meta.language}.join(u'|'));
    }
    for (const Span &span : annotated.annotations.spans)
        lines.append(QStringLiteral("span ") + (kept.labels ? span.label : QString()) + u' ' + pieces(span) + details(span));
    for (const Attribution &attribution : annotated.annotations.attributions) {
        if (!kept.frames)
            break;
        QStringList roles;
        for (const RoleFiller &filler : attribution.fillers) {
            if (const Span *span = annotated.annotations.span(filler.span))
                roles.append(filler.role + u'=' + span->label + u' ' + pieces(*span));
        }
        roles.sort();
        lines.append(QStringLiteral("frame ") + attribution.type + u' ' + roles.join(QStringLiteral(", "))
                     + (kept.kinds && attribution.kind ? u' ' + toString(*attribution.kind) : QString()) + details(attribution));
    }
    std::sort(lines.begin() + (kept.text + kept.meta), lines.end());
    return lines;
}

/// Writes the articles in the format, reads them again; fails the test if either tells of an error.
inline Reading throughFile(const QString &path, const QString &format, const QList<Annotation::AnnotatedArticle> &articles,
                           QList<Annotation::Issue> *losses = nullptr, const ExportOptions &options = allStates())
{
    const QList<Annotation::Issue> told = exportTo(path, format, articles, options);
    if (losses)
        *losses = told;
    ImportOptions how;
    how.format = format;
    Reading reading = readPath(path, how);
    for (const Annotation::Issue &issue : told + reading.report.issues) {
        if (issue.severity == Annotation::Severity::Error)
            qWarning("%s: %s", qPrintable(issue.place), qPrintable(issue.message));
    }
    return reading;
}

} // namespace Quoth::Exchange
