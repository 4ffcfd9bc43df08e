// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detector.h"

namespace Quoth::Detection {

Detector::~Detector() = default;

} // namespace Quoth::Detection
