// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "losslist.h"

namespace Quoth::Exchange {

/// Writes a CAS as XMI. Characters that XML 1.0 forbids become spaces, so that no offset moves, and are counted as lost.
QByteArray writeXmi(const CasDocument &document, LossList &losses);
/// A UIMA type system description, which belongs to the XMI.
QByteArray writeTypeSystem(const QList<CasType> &types);

} // namespace Quoth::Exchange
