// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format.h"

#include <app/base/result.h>

#include <memory>

namespace Quoth::Exchange {

/// One export under way. Articles are written as they come, in constant memory. Without finish() nothing is left behind.
class ExportSession
{
public:
    virtual ~ExportSession() = default;
    virtual Result<void> write(const Annotation::AnnotatedArticle &article) = 0;
    /// Puts the output in its place and says what the format could not carry, how often, and what became of it.
    virtual Result<QList<Annotation::Issue>> finish() = 0;

protected:
    ExportSession() = default;
    Q_DISABLE_COPY_MOVE(ExportSession)
};

/// Writes one file format. Only annotations in the wanted states are written; articles without any are written too.
class Exporter
{
public:
    virtual ~Exporter() = default;
    virtual FormatInfo info() const = 0;
    /// outputPath "-" is the standard output, which folder formats refuse.
    virtual Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const = 0;

protected:
    Exporter() = default;
    Q_DISABLE_COPY_MOVE(Exporter)
};

} // namespace Quoth::Exchange
