// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/storage/project.h>

#include <atomic>
#include <memory>

namespace Quoth::Editing {

/// Counts out ids for new things of a project, of which it must be the only writer. Copies count on together, from any thread.
class IdAllocator
{
public:
    explicit IdAllocator(Storage::NextIds next)
        : m_counters(std::make_shared<Counters>(next.span, next.attribution, next.speaker)) { }

    SpanId span() { return SpanId(m_counters->span++); }
    AttributionId attribution() { return AttributionId(m_counters->attribution++); }
    SpeakerId speaker() { return SpeakerId(m_counters->speaker++); }

private:
    struct Counters
    {
        Counters(qint64 s, qint64 a, qint64 p) : span(s), attribution(a), speaker(p) { }

        std::atomic<qint64> span;
        std::atomic<qint64> attribution;
        std::atomic<qint64> speaker;
    };

    std::shared_ptr<Counters> m_counters;
};

} // namespace Quoth::Editing
