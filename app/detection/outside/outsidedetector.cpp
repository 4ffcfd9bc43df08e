// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outsidedetector.h"

#include "words.h"

#include <QElapsedTimer>

namespace Quoth::Detection {

using namespace Annotation;

namespace {

constexpr int mostFailures = 3;

} // namespace

OutsideDetector::OutsideDetector(const OutsideSettings &settings, const Schema &schema)
    : m_settings(settings), m_schema(schema), m_peer(makeOutsidePeer(settings, m_schema))
{
}

DetectorInfo OutsideDetector::info() const { return {m_settings.name, QString(), m_settings.name}; }

Allowance OutsideDetector::allowance(const Progress &progress) const
{
    return {std::chrono::seconds(m_settings.timeout), Allowance{}.bytes, progress};
}

Result<void> OutsideDetector::mayBeAsked() const
{
    if (!m_settings.isAgreed())
        return Error{
            ErrorCode::BadInput,
            OutsideWords::tr(
                "This detector would send articles to %1, to which nobody has agreed yet: test it in the window, or add it anew.")
                .arg(m_settings.base().host()),
            m_settings.name};
    const std::lock_guard lock(m_guard);
    if (m_failures >= mostFailures)
        return Error{ErrorCode::NotReadable,
                     OutsideWords::tr("It is not asked any more after %1 failures in a row; the last: %2")
                         .arg(m_failures)
                         .arg(m_lastFailure),
                     m_settings.name};
    return {};
}

// An answer that makes no sense is the article's affair; one that does not come will not come for the next either.
Error OutsideDetector::counted(const Error &error) const
{
    const std::lock_guard lock(m_guard);
    const bool isAway = error.code == ErrorCode::NotReadable || error.code == ErrorCode::NotFound;
    if (isAway) {
        ++m_failures;
        m_lastFailure = error.text();
    }
    return error.code == ErrorCode::Cancelled ? error : Error{error.code, error.text(), m_settings.name};
}

Result<PeerInfo> OutsideDetector::meet(const Progress &progress) const
{
    if (const auto may = mayBeAsked(); !may)
        return may.error();
    const auto met = m_peer->meet(allowance(progress));
    return met ? met : Result<PeerInfo>(counted(met.error()));
}

Result<Annotations> OutsideDetector::detect(const Article &article, const Progress &progress) const
{
    QList<Issue> unheard;
    return detectAndTell(article, progress, unheard);
}

Result<Annotations> OutsideDetector::detectAndTell(const Article &article, const Progress &progress, QList<Issue> &issues) const
{
    if (progress.isCancelled())
        return Error{ErrorCode::Cancelled, OutsideWords::tr("The search was cancelled."), article.externalId};
    const auto met = meet(progress);
    if (!met)
        return met.error();
    AnswerBuilder builder(article, m_schema, m_settings.labels, {m_settings.name, met->version, m_settings.name});
    if (const auto asked = m_peer->ask(article, allowance(progress), builder); !asked)
        return counted(asked.error());
    {
        const std::lock_guard lock(m_guard);
        m_failures = 0;
    }
    Answer answer = builder.take();
    for (Issue &issue : answer.issues)
        issue.place
            = article.externalId.isEmpty() ? m_settings.name : QStringLiteral("%1, %2").arg(m_settings.name, article.externalId);
    issues += answer.issues;
    return std::move(answer.annotations);
}

Result<Trial> tryOut(const OutsideSettings &settings, const Schema &schema, const Progress &progress)
{
    if (const auto good = check(settings); !good)
        return good.error();
    Trial trial;
    // An emoji before the names shows at once who counts characters in another way.
    trial.text
        = QStringLiteral("Harbour news \U0001F6A2: \u201CThe bridge will open in May,\u201D Mayor Ann Reed said on Monday. "
                         "According to the harbour office, 40 ships came in last week.");
    Article article;
    article.externalId = QStringLiteral("trial");
    article.text = trial.text;
    article.meta.title = QStringLiteral("Harbour news");
    article.meta.language = QStringLiteral("en");
    QElapsedTimer clock;
    clock.start();
    const OutsideDetector detector(settings, schema);
    const auto met = detector.meet(progress);
    if (!met)
        return met.error();
    trial.peer = *met;
    const auto found = detector.detectAndTell(article, progress, trial.issues);
    if (!found)
        return found.error();
    trial.found = *found;
    trial.milliseconds = clock.elapsed();
    return trial;
}

} // namespace Quoth::Detection
