// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answerbuilder.h"
#include "deadline.h"
#include "outsidesettings.h"
#include "quothprotocol.h"

#include <memory>

namespace Quoth::Detection {

/// One protocol over one transport. Blocks the calling thread; may be asked from several at once.
class OutsidePeer
{
public:
    virtual ~OutsidePeer();

    /// Makes sure that it is there and speaks the protocol: once, or again after it was not.
    virtual Result<PeerInfo> meet(const Allowance &allowance) = 0;
    virtual Result<void> ask(const Annotation::Article &article, const Allowance &allowance, AnswerBuilder &builder) = 0;
};

/// The settings must have passed check(); the schema is copied.
std::unique_ptr<OutsidePeer> makeOutsidePeer(const OutsideSettings &settings, const Annotation::Schema &schema);

} // namespace Quoth::Detection
