// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flatannotations.h"

namespace Quoth::Exchange {

/// Prodigy answers for a record as a whole: a rejected span among others would be taken for a good one.
inline FlatRules prodigyRules()
{
    return {[](const Annotation::Provenance &provenance) {
        return provenance.state == Annotation::State::Rejected ? std::nullopt : std::optional(QString());
    }};
}

} // namespace Quoth::Exchange
