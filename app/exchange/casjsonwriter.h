// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"

namespace Quoth::Exchange {

/// Writes a CAS as UIMA's JSON, on one line, its types with it, as the reference test files of Apache uima-uimaj-io-jsoncas have it.
QByteArray writeCasJson(const CasDocument &document);

} // namespace Quoth::Exchange
