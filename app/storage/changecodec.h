// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/change.h>
#include <app/base/offsets.h>
#include <app/base/result.h>

namespace Quoth::Storage {

/// The form an edit has in the log: JSON, offsets in code points. {"changes":[{"span":[before|null, after|null]}, ...],
/// "selection":[[b,e]|null,[b,e]|null]}. What is at its default is left out.
QByteArray encodeEdit(const Annotation::Edit &edit, const OffsetConverter &offsets);
/// Gives changes and selections; title and article are the log row's. Fails with Damaged on what encodeEdit() did not write.
Result<Annotation::Edit> decodeEdit(const QByteArray &json, const OffsetConverter &offsets);

} // namespace Quoth::Storage
