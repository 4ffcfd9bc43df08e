// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulesdetector.h"

#include <app/detection/annotationbuilder.h>
#include "nesting.h"
#include "paragraphreader.h"
#include <app/detection/claims/claimscorer.h>

#include <QCoreApplication>

namespace Quoth::Detection {

namespace {

constexpr QStringView claimLanguage = u"en"; ///< of the sentences that the scorer of claims has learnt from

} // namespace

RulesDetector::RulesDetector(double leastCue, CueObserver observer) : m_leastCue(leastCue), m_observer(std::move(observer)) { }

DetectorInfo RulesDetector::info() const
{
    return {QStringLiteral("rules"), QStringLiteral("1.1"), QCoreApplication::translate("Quoth::Detection", "Rules")};
}

Result<RulesReading> RulesDetector::read(const Annotation::Article &article, const Progress &progress, ReadingObserver observer) const
{
    const QStringView text = article.text;
    const Result<std::shared_ptr<const Lexicon>> found = m_lexicons.of(article.meta.language, text);
    if (!found)
        return found.error();
    const Lexicon *lexicon = found->get();

    RulesReading result{std::make_unique<ParagraphReader>(text, lexicon, m_leastCue, std::move(observer)), lexicon};
    if (lexicon && lexicon->language() == claimLanguage) {
        std::call_once(m_loading, [&] { m_claimScorer = ClaimScorer::load(ClaimScorer::bundledPath(), *found); });
        if (!*m_claimScorer)
            return m_claimScorer->error();
        result.reader->judgeClaimsBy((*m_claimScorer)->get());
    }
    for (qsizetype begin = 0; begin < text.size();) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Quoth::Detection", "The search was cancelled."),
                         article.externalId};
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        result.reader->read({qint32(begin), qint32(end)});
        begin = end + 1;
        progress.report(0.8 * double(begin) / double(text.size()));
    }
    return result;
}

Result<Annotation::Annotations> RulesDetector::detect(const Annotation::Article &article, const Progress &progress) const
{
    Result<RulesReading> reading = read(article, progress, {m_observer, {}});
    if (!reading)
        return reading.error();
    std::vector<Found> &found = reading->reader->found;
    findEnclosing(found);
    if (m_leastCue >= likelyCue)
        dropDoubtfulNested(found);
    Annotation::Annotations result = AnnotationBuilder(article.text, info()).build(*reading->reader, reading->lexicon);
    progress.report(1);
    return result;
}

} // namespace Quoth::Detection
