// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads JSON lines {"id", "text"} from standard input and writes them with the attributions that the rules find,
// offsets in code points. --language says in which language they are, else "meta" may; one that has no lexicon shows what
// structure alone gives. With --candidates it writes the cue candidates and their features instead: the raw material of
// the cues file.

#include <app/detection/rules/rulesdetector.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Quoth;

namespace {

QJsonArray toJson(const QList<TextRange> &fragments, const OffsetConverter &converter)
{
    QJsonArray result;
    for (const TextRange fragment : fragments) {
        const CodePointRange r = converter.toCodePoints(fragment);
        result.append(QJsonArray{r.begin, r.end});
    }
    return result;
}

QJsonObject toJson(const Annotation::Attribution &attribution, const Annotation::Annotations &all,
                   const OffsetConverter &converter)
{
    QJsonObject result{{QStringLiteral("id"), QString::number(attribution.id.number())},
                       {QStringLiteral("confidence"), attribution.provenance.confidence.value_or(0)}};
    for (const QString &role : {Annotation::sourceRole, Annotation::cueRole, Annotation::contentRole}) {
        QList<TextRange> fragments;
        for (const SpanId id : attribution.spans(role))
            fragments += all.spans[id.number() - 1].fragments;
        result[role] = toJson(fragments, converter);
    }
    for (const SpanId id : attribution.spans(Annotation::sourceRole)) {
        if (const auto speaker = all.spans[id.number() - 1].speaker)
            result[QStringLiteral("speaker")] = all.speaker(*speaker)->name;
    }
    result[QStringLiteral("explanation")] = attribution.provenance.explanation;
    result[QStringLiteral("kind")] = attribution.kind ? QJsonValue(Annotation::toString(*attribution.kind)) : QJsonValue();
    return result;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const bool candidatesOnly = QCoreApplication::arguments().contains(QStringLiteral("--candidates"));
    std::vector<std::pair<TextRange, QByteArray>> candidates;
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype least = arguments.indexOf(QStringLiteral("--least-cue"));
    const Detection::RulesDetector detector(
        least > 0 ? arguments.value(least + 1).toDouble() : Detection::RulesDetector::likelyCue,
        candidatesOnly
            ? Detection::CueObserver([&](TextRange head, const QByteArray &features) { candidates.emplace_back(head, features); })
            : Detection::CueObserver());
    const qsizetype named = arguments.indexOf(QStringLiteral("--language"));
    const QString language = named > 0 ? arguments.value(named + 1) : QString();
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    for (QByteArray line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        Annotation::Article article;
        article.text = record[QStringLiteral("text")].toString();
        article.meta.language = named > 0 ? language : record[QStringLiteral("meta")][QStringLiteral("language")].toString();
        candidates.clear();
        const Result<Annotation::Annotations> result = detector.detect(article, Progress());
        if (!result) {
            qCritical("%s", qPrintable(result.error().text()));
            return 1;
        }
        const OffsetConverter converter(article.text);
        QJsonArray list;
        if (candidatesOnly) {
            for (const auto &[head, features] : candidates) {
                const CodePointRange r = converter.toCodePoints(head);
                list.append(QJsonArray{r.begin, r.end, QString::fromUtf8(features)});
            }
        } else {
            // Ids count the spans as they were made; the spans lie in the article's order.
            Annotation::Annotations byId = *result;
            std::sort(byId.spans.begin(), byId.spans.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
            for (const Annotation::Attribution &attribution : result->attributions)
                list.append(toJson(attribution, byId, converter));
        }
        QJsonArray spans;
        for (const Annotation::Span &span : result->spans) {
            if (span.label == u"Claim" || span.label == u"ScareQuote")
                spans.append(QJsonObject{{QStringLiteral("label"), span.label},
                                         {QStringLiteral("fragments"), toJson(span.fragments, converter)},
                                         {QStringLiteral("confidence"), *span.provenance.confidence},
                                         {QStringLiteral("explanation"), span.provenance.explanation}});
        }
        QJsonArray speakers;
        for (const Annotation::Speaker &speaker : result->speakers)
            speakers.append(QJsonObject{{QStringLiteral("name"), speaker.name},
                                        {QStringLiteral("type"), Annotation::toString(speaker.type)},
                                        {QStringLiteral("aliases"), QJsonArray::fromStringList(speaker.aliases)}});
        out.write(
            QJsonDocument(QJsonObject{{QStringLiteral("spans"), spans},
                                      {QStringLiteral("speakers"), speakers},
                                      {QStringLiteral("id"), record[QStringLiteral("id")]},
                                      {QStringLiteral("text"), article.text},
                                      {candidatesOnly ? QStringLiteral("candidates") : QStringLiteral("attributions"), list}})
                .toJson(QJsonDocument::Compact));
        out.write("\n");
    }
    return 0;
}
