// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/storage/project.h>

namespace Quoth::Editing {

/// Counts out ids for new things of a project, of which it must be the only writer.
class IdAllocator
{
public:
    explicit IdAllocator(Storage::NextIds next) : m_next(next) { }

    SpanId span() { return SpanId(m_next.span++); }
    AttributionId attribution() { return AttributionId(m_next.attribution++); }
    SpeakerId speaker() { return SpeakerId(m_next.speaker++); }

private:
    Storage::NextIds m_next;
};

} // namespace Quoth::Editing
