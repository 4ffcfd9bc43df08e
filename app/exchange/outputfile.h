// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QByteArray>
#include <QIODevice>

#include <memory>

namespace Quoth::Exchange {

/// Where an export goes: a file that appears only when it is whole, or the standard output for "-".
class OutputFile
{
public:
    static Result<OutputFile> open(const QString &path);
    /// For a device that is already open.
    OutputFile(std::unique_ptr<QIODevice> device, const QString &path);

    Result<void> write(QByteArrayView bytes);
    Result<void> commit();
    const QString &path() const { return m_path; }

private:
    std::unique_ptr<QIODevice> m_device;
    QString m_path;
};

} // namespace Quoth::Exchange
