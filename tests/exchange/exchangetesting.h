// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/nesting.h>
#include <app/exchange/formatregistry.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

namespace Quoth::Exchange {

inline QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

inline QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

struct Reading
{
    QList<ImportedArticle> articles;
    ImportReport report;
    Result<void> result;

    const Annotation::Article &article(int i = 0) const { return articles.at(i).article.article; }
    const Annotation::Annotations &annotations(int i = 0) const { return articles.at(i).article.annotations; }
    int issuesWith(const QString &words) const
    {
        int count = 0;
        for (const Annotation::Issue &issue : report.issues)
            count += issue.message.contains(words) ? issue.count : 0;
        return count;
    }
};

inline Reading readPath(const QString &path, const ImportOptions &options = {})
{
    Reading reading;
    const auto sink = [&reading](ImportedArticle article) -> Result<void> {
        reading.articles.append(std::move(article));
        return {};
    };
    reading.result = FormatRegistry().read(path, options, sink, reading.report);
    return reading;
}

/// Exports to a file; the issues of the export, or one of severity Error with the reason why it failed.
inline QList<Annotation::Issue> exportTo(const QString &path, const QString &format,
                                         const QList<Annotation::AnnotatedArticle> &articles, ExportOptions options = {})
{
    const FormatRegistry registry;
    const auto failure = [](const Error &error) {
        return QList<Annotation::Issue>{{Annotation::Severity::Error, error.message, error.place, 1}};
    };
    auto session = registry.exporter(format)->open(path, options);
    if (!session)
        return failure(session.error());
    for (const Annotation::AnnotatedArticle &article : articles) {
        if (const Result<void> written = (*session)->write(article); !written)
            return failure(written.error());
    }
    const QList<Annotation::Issue> losses = (*session)->losses();
    const Result<void> committed = (*session)->commit();
    return committed ? losses : failure(committed.error());
}

/// The article with ids counted anew in the order of their things, so that articles can be compared whatever their ids.
inline Annotation::AnnotatedArticle renumbered(Annotation::AnnotatedArticle article)
{
    using namespace Annotation;
    QHash<SpanId, SpanId> spans;
    QHash<SpeakerId, SpeakerId> speakers;
    article.article.id = ArticleId(1);
    Annotations &annotations = article.annotations;
    annotations.sortSpans();
    for (Speaker &speaker : annotations.speakers) {
        speakers.insert(speaker.id, SpeakerId(speakers.size() + 1));
        speaker.id = speakers.value(speaker.id, speaker.id);
    }
    for (Span &span : annotations.spans) {
        spans.insert(span.id, SpanId(spans.size() + 1));
        span.id = spans.value(span.id, span.id);
        if (span.speaker)
            span.speaker = speakers.value(*span.speaker, *span.speaker);
    }
    qint64 number = 0;
    for (Attribution &attribution : annotations.attributions) {
        attribution.id = AttributionId(++number);
        for (RoleFiller &filler : attribution.fillers)
            filler.span = spans.value(filler.span, filler.span);
        if (attribution.speaker)
            attribution.speaker = speakers.value(*attribution.speaker, *attribution.speaker);
    }
    return article;
}

/// Builds an article by the words it labels: each is looked for from the begin of the text.
class ArticleBuilder
{
public:
    explicit ArticleBuilder(const QString &text, const QString &id = QStringLiteral("a1"))
    {
        m_article.article.text = text;
        m_article.article.externalId = id;
    }

    TextRange find(const QString &words) const
    {
        const qsizetype at = m_article.article.text.indexOf(words);
        if (at < 0)
            qFatal("not in the text: %s", qPrintable(words));
        return {qint32(at), qint32(at + words.size())};
    }

    Annotation::Span &span(const QString &label, const QStringList &pieces)
    {
        Annotation::Span span;
        span.id = SpanId(++m_next);
        span.label = label;
        for (const QString &piece : pieces)
            span.fragments.append(find(piece));
        span.fragments = Annotation::canonical(span.fragments);
        m_article.annotations.spans.append(span);
        return m_article.annotations.spans.last();
    }

    Annotation::Attribution &attribution(const QList<Annotation::RoleFiller> &fillers)
    {
        Annotation::Attribution attribution;
        attribution.id = AttributionId(++m_next);
        attribution.fillers = fillers;
        m_article.annotations.attributions.append(attribution);
        return m_article.annotations.attributions.last();
    }

    Annotation::AnnotatedArticle &article() { return m_article; }

private:
    Annotation::AnnotatedArticle m_article;
    qint64 m_next = 10;
};

/// Two attributions, one nested, that share a source; emoji, combining marks, Arabic, Hebrew; an interrupted quotation; a claim,
/// a scare quote, a rejected span; speakers; every optional field.
inline Annotation::AnnotatedArticle richArticle()
{
    using namespace Annotation;
    ArticleBuilder b(QStringLiteral("Talks \U0001F600 ended\n“We agre\u0301ed,” Ana Petrova said, “that all is \U0001F1FA\U0001F1E6 well.”\n"
                                    "She added that \u05E8\u05D5\u05EA \u05D0\u05DE\u05E8\u05D4 it was a ‘reform’ and "
                                    "\u0642\u0627\u0644\u062A \u0644\u064A\u0644\u0649 no.\n"));
    Speaker ana{SpeakerId(7), QStringLiteral("Ana Petrova"), SpeakerType::Person, {QStringLiteral("Petrova")}, QStringLiteral("Q1"), QStringLiteral("#0072b2")};
    Speaker ruth{SpeakerId(9), QStringLiteral("\u05E8\u05D5\u05EA"), SpeakerType::Anonymous, {}, {}};
    b.article().annotations.speakers = {ana, ruth};
    Span &source = b.span(QStringLiteral("Speaker"), {QStringLiteral("Ana Petrova")});
    source.speaker = ana.id;
    source.note = QStringLiteral("a note\twith a tab\nand a line");
    const SpanId anaSpan = source.id;
    Span &content = b.span(QStringLiteral("Quotation"), {QStringLiteral("“We agre\u0301ed,”"), QStringLiteral("“that all is \U0001F1FA\U0001F1E6 well.”")});
    content.provenance = {State::Suggested, {OriginKind::Detector, true, QStringLiteral("rules"), QStringLiteral("1.0")}, 0.97, QStringLiteral("a \"cue\" beside it")};
    const SpanId contentSpan = content.id;
    const SpanId said = b.span(QStringLiteral("Cue"), {QStringLiteral("said")}).id;
    const SpanId added = b.span(QStringLiteral("Cue"), {QStringLiteral("added")}).id;
    const SpanId outer = b.span(QStringLiteral("Quotation"), {QStringLiteral("that \u05E8\u05D5\u05EA \u05D0\u05DE\u05E8\u05D4 it was a ‘reform’ and \u0642\u0627\u0644\u062A \u0644\u064A\u0644\u0649 no")}).id;
    const SpanId innerCue = b.span(QStringLiteral("Cue"), {QStringLiteral("\u05D0\u05DE\u05E8\u05D4")}).id;
    const SpanId inner = b.span(QStringLiteral("Quotation"), {QStringLiteral("it was a ‘reform’")}).id;
    Span &claim = b.span(QStringLiteral("Claim"), {QStringLiteral("it was a ‘reform’")});
    claim.attributes = {{QStringLiteral("checkworthy"), QStringLiteral("yes")}};
    b.span(QStringLiteral("ScareQuote"), {QStringLiteral("‘reform’")});
    b.span(QStringLiteral("Speaker"), {QStringLiteral("\u0644\u064A\u0644\u0649")}).provenance.state = State::Rejected;
    Attribution &first = b.attribution({{sourceRole, anaSpan}, {cueRole, said}, {contentRole, contentSpan}});
    first.kind = Kind::Direct;
    first.note = QStringLiteral("first");
    first.provenance.confidence = 0.5;
    first.attributes = {{QStringLiteral("tense"), QStringLiteral("past")}};
    b.attribution({{sourceRole, anaSpan}, {cueRole, added}, {contentRole, outer}}).kind = Kind::Mixed;
    Attribution &nested = b.attribution({{cueRole, innerCue}, {contentRole, inner}});
    nested.speaker = ruth.id;
    nested.provenance = {State::Suggested, {OriginKind::Import, false, QStringLiteral("old file"), {}}, {}, {}};
    ArticleMeta &meta = b.article().article.meta;
    meta = {QStringLiteral("Talks ended"), QStringLiteral("https://example.org/a?b=1"), QStringLiteral("The Example"), QStringLiteral("J. Doe"),
            QStringLiteral("2024-05-06"), QStringLiteral("en"), {{QStringLiteral("wire"), true}, {QStringLiteral("page"), 3}}};
    b.article().annotations.sortSpans();
    return b.article();
}

inline ExportOptions allStates()
{
    using Annotation::State;
    return {{State::Suggested, State::Accepted, State::Rejected}, {}};
}

} // namespace Quoth::Exchange
