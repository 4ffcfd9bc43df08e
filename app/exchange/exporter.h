// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format.h"

#include <app/base/result.h>

#include <memory>

namespace Quoth::Exchange {

/// One export under way. Articles are written as they come, in constant memory. Without commit() nothing is left behind.
class ExportSession
{
public:
    virtual ~ExportSession() = default;
    virtual Result<void> write(const Annotation::AnnotatedArticle &article) = 0;
    /// The loss report: what the format could not carry of the articles so far, how often, and what became of it. It may be asked for before
    /// commit(), to decide whether that is wanted.
    virtual QList<Annotation::Issue> losses() const = 0;
    /// Puts the output in its place.
    virtual Result<void> commit() = 0;

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
