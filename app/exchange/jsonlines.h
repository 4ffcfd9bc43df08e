// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "articleintake.h"

#include <app/base/progress.h>

#include <QJsonObject>

namespace Quoth::Exchange {

using RecordSink = std::function<Result<void>(const QJsonObject &record, qint64 line, const QString &place)>;

/// Gives the objects of a JSON Lines file to a sink, one at a time; lines that are none are skipped with an issue. Fails where
/// the file cannot be read or has no article, where the sink fails, and when the work is cancelled.
Result<void> readJsonLines(const ImportOptions &options, ArticleIntake &intake, const Progress &progress, const RecordSink &sink);

/// Whether the head of a file has an object with this key, outside of texts.
bool hasKey(const QByteArray &head, QByteArrayView key);
/// Whether a file begins as JSON Lines do: with an object.
bool beginsWithObject(const QByteArray &head);

} // namespace Quoth::Exchange
