// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "effort.h"

#include <app/windows/framebuilding.h>
#include <app/windows/labelling.h>
#include <tests/windows/windowbench.h>

namespace Quoth::Benchmarks {

/// An attribution as it should be, or as it is: the words of each role.
struct Frame
{
    QHash<QString, QList<TextRange>> words;
    QString speaker;
    std::optional<SpeakerId> speakerId;
};

/// Works one article in the window, on the best way found from what is shown.
class Replay
{
public:
    Replay(const Annotation::AnnotatedArticle &gold, bool withSpeakers);

    void fromNothing();
    enum class Way { OneByOne, ByKeys, ByException };
    void fromSuggestions(Way way);

    std::vector<Done> done;
    Effort extra; ///< what belongs to no attribution

private:
    void open(const Annotation::Annotations &annotations);
    void drag(Effort &effort, TextRange words, bool decides, Qt::KeyboardModifiers modifiers = {});
    void dragEdge(Effort &effort, TextRange from, TextRange to, bool begin);
    void key(Effort &effort, Qt::Key key, bool decides, Qt::KeyboardModifiers modifiers = {});
    void makeNew(const Frame &gold);
    void settleSlots(Effort &effort, const Frame &gold);
    void giveSpeaker(Effort &effort, const Frame &gold, AttributionId id);
    void review(AttributionId id, const Frame *gold, bool byKeys);
    int mendingCost(const Frame &now, const Frame &gold) const;
    void mend(Effort &effort, AttributionId id, const Frame &gold);
    bool isCredited(const Frame &now, const Frame &gold);
    bool isReached(const Frame &gold, std::optional<AttributionId> id);
    void tellIfMissed(const Frame &gold, std::optional<AttributionId> id); ///< with QUOTH_EFFORT_TELLS in the environment
    void clickCard(Effort &effort, AttributionId id, int button);
    void takeInHand(Effort &effort, AttributionId id);
    void see(TextRange range) { m_bench->view().ensureVisible(range.begin, range.end); }
    const QString &text() const { return m_gold.article.text; }
    Windows::FrameBuilding &frames() { return m_bench->window.desk()->labelling().frames(); }

    Annotation::AnnotatedArticle m_gold;
    bool m_withSpeakers;
    QList<Frame> m_frames;
    QHash<QString, SpeakerId> m_speakers; ///< of the registry, by the gold's names
    std::unique_ptr<Test::WindowBench> m_bench;
};

} // namespace Quoth::Benchmarks
