// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modeldetector.h"

#include <app/detection/annotationbuilder.h>
#include <app/detection/rules/nesting.h>

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace Quoth::Detection {

namespace {

Reason reasonOf(const Tokens &tokens, const ModelFound &found)
{
    int head = found.cue.end - 1;
    while (head > found.cue.begin) {
        const Tag tag = tokens[size_t(head)].tag;
        if (tag != Tag::Preposition && tag != Tag::To && tag != Tag::Particle && tag != Tag::Adverb && tag != Tag::Punctuation)
            break;
        --head;
    }
    switch (tokens[size_t(head)].tag) {
    case Tag::Noun:
    case Tag::Name:
        return Reason::Noun;
    case Tag::Adjective:
        return Reason::Adjective;
    case Tag::Preposition:
        return Reason::Preposition;
    case Tag::Punctuation:
        return found.source ? Reason::Transcript : Reason::Preposition;
    case Tag::Gerund:
    case Tag::Participle:
        return head == found.cue.begin ? Reason::Participle : Reason::Verb;
    default:
        return Reason::Verb;
    }
}

TokenRange sentenceAround(const ReadText &read, int token)
{
    TokenRange range{token, token + 1};
    const int number = read.sentences[size_t(token)];
    while (range.begin > 0 && read.sentences[size_t(range.begin) - 1] == number)
        --range.begin;
    while (range.end < int(read.sentences.size()) && read.sentences[size_t(range.end)] == number)
        ++range.end;
    return range;
}

Found toFound(QStringView text, const ReadText &read, const Lexicon &lexicon, const ModelFound &found)
{
    Found result;
    if (found.source) {
        result.source = textRange(read.tokens, *found.source);
        const TokenRange sentence = sentenceAround(read, found.source->begin);
        result.phrase = describeSource(Clause{&read.tokens, &lexicon, text, sentence},
                                       {found.source->begin, std::min(found.source->end, sentence.end)});
    }
    result.cue = textRange(read.tokens, found.cue);
    for (const TokenRange content : found.contents) {
        result.content.append(textRange(read.tokens, content));
        const int state = read.features[size_t(content.begin)].rows[size_t(Field::Quotation)];
        result.isQuoted = result.isQuoted || state >= 3;
    }
    result.confidence = double(found.probability);
    result.reason = reasonOf(read.tokens, found);
    result.isTrailing = found.contents.front().begin < found.cue.begin;
    const int first = std::min(found.contents.front().begin, found.cue.begin);
    const auto passage = std::partition_point(read.passages.begin(), read.passages.end(),
                                              [&](const Passage &p) { return p.tokens.end <= first; });
    result.anchor = read.tokens[size_t(passage->tokens.begin)].begin;
    if (found.otherSource) {
        result.otherSource = textRange(read.tokens, *found.otherSource);
        result.otherSourceProbability = double(found.otherSourceProbability);
    }
    return result;
}

bool isInside(TextRange range, const QList<TextRange> &ranges)
{
    return std::any_of(ranges.begin(), ranges.end(), [range](TextRange r) { return r.begin <= range.begin && range.end <= r.end; });
}

bool isInside(const Found &inner, const Found &outer)
{
    return (!inner.cue || isInside(*inner.cue, outer.content)) && (!inner.source || isInside(*inner.source, outer.content))
        && std::all_of(inner.content.begin(), inner.content.end(), [&](TextRange r) { return isInside(r, outer.content); })
        && inner.content != outer.content;
}

// What the rules find inside the contents that the model finds; the model was trained on outermost attributions only.
std::vector<Found> merge(std::vector<Found> outer, const std::vector<Found> &byRules)
{
    const size_t count = outer.size();
    // Contents in order, so that the ones around a place are near it.
    std::vector<std::pair<TextRange, size_t>> contents;
    for (size_t i = 0; i < count; ++i) {
        for (const TextRange range : outer[i].content)
            contents.emplace_back(range, i);
    }
    std::sort(contents.begin(), contents.end());
    for (Found found : byRules) {
        const TextRange place = found.cue.value_or(found.content.constFirst());
        auto next = std::partition_point(contents.begin(), contents.end(), [&](const auto &c) { return c.first.begin <= place.begin; });
        if (next == contents.begin() || !isInside(found, outer[std::prev(next)->second]))
            continue;
        found.enclosing = -1;
        found.sameSpeaker = -1;
        outer.push_back(std::move(found));
    }
    std::stable_sort(outer.begin(), outer.end(), [](const Found &a, const Found &b) {
        const auto begin = [](const Found &f) { return std::min(f.content.constFirst().begin, f.cue.value_or(f.content.constFirst()).begin); };
        return begin(a) < begin(b);
    });
    return outer;
}

} // namespace

ModelDetector::ModelDetector(QString name, QString title, QString file)
    : m_name(std::move(name))
    , m_title(std::move(title))
    , m_file(std::move(file))
{
}

ModelDetector::ModelDetector(QString name, QString title, std::shared_ptr<const AttributionFinder> finder,
                             std::shared_ptr<const Adaptation> adaptation, QString version)
    : m_name(std::move(name))
    , m_title(std::move(title))
    , m_version(std::move(version))
    , m_adaptation(std::move(adaptation))
{
    std::call_once(m_loading, [&] { m_finder = std::move(finder); });
}

Result<std::shared_ptr<const AttributionFinder>> ModelDetector::finder() const
{
    std::call_once(m_loading, [this] {
        const auto model = loadModel(m_file);
        if (model)
            m_finder = std::make_shared<const AttributionFinder>(*model);
        else
            m_finder = model.error();
    });
    return *m_finder;
}

DetectorInfo ModelDetector::info() const
{
    if (!m_version.isEmpty())
        return {m_name, m_version, m_title};
    const auto loaded = finder();
    return {m_name, loaded ? (*loaded)->model().version : QString(), m_title};
}

Result<Annotation::Annotations> ModelDetector::detect(const Annotation::Article &article, const Progress &progress) const
{
    const auto loaded = finder();
    if (!loaded)
        return loaded.error();
    const QStringView text = article.text;
    ReadText read;
    Result<RulesReading> reading = m_rules.read(article, progress, {{}, [&](const Tokens &tokens, const std::vector<TokenRange> &sentences) {
                                                    appendParagraph(text, tokens, sentences, read);
                                                }});
    if (!reading)
        return reading.error();
    const QString language = (*loaded)->model().about[QStringLiteral("language")].toString();
    if (reading->lexicon && reading->lexicon->language() == language) {
        std::vector<Found> outer;
        const Adaptation *adaptation = m_adaptation ? m_adaptation.get() : (*loaded)->model().adaptation.get();
        for (const ModelFound &found : (*loaded)->find(text, read, adaptation, progress))
            outer.push_back(toFound(text, read, *reading->lexicon, found));
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Quoth::Detection", "The search was cancelled."),
                         article.externalId};
        reading->reader->found = merge(std::move(outer), reading->reader->found);
    }
    findEnclosing(reading->reader->found);
    dropDoubtfulNested(reading->reader->found);
    Annotation::Annotations result = AnnotationBuilder(article.text, info()).build(*reading->reader, reading->lexicon);
    progress.report(1);
    return result;
}

Result<std::shared_ptr<const TrainedModel>> loadModel(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable,
                     QCoreApplication::translate("Quoth::Detection", "The model cannot be read: %1").arg(file.errorString()), path};
    return readModel(file.readAll(), path);
}

} // namespace Quoth::Detection
