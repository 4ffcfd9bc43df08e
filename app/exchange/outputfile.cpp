// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outputfile.h"

#include "words.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace Quoth::Exchange {

OutputFile::OutputFile(std::unique_ptr<QIODevice> device, const QString &path) : m_device(std::move(device)), m_path(path) { }

Result<OutputFile> OutputFile::open(const QString &path)
{
    if (path == u"-") {
        auto output = std::make_unique<QFile>();
        if (!output->open(stdout, QIODevice::WriteOnly))
            return Error{ErrorCode::NotWritable, output->errorString(), Words::tr("standard output")};
        return OutputFile(std::move(output), Words::tr("standard output"));
    }
    // A pipe or a device cannot be replaced, only written to.
    const QFileInfo info(path);
    std::unique_ptr<QFileDevice> file;
    if (info.exists() && !info.isFile() && !info.isDir())
        file = std::make_unique<QFile>(path);
    else
        file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly))
        return Error{ErrorCode::NotWritable, file->errorString(), path};
    return OutputFile(std::move(file), path);
}

Result<void> OutputFile::write(QByteArrayView bytes)
{
    if (m_device->write(bytes.data(), bytes.size()) != bytes.size())
        return Error{ErrorCode::NotWritable, m_device->errorString(), m_path};
    return {};
}

Result<void> OutputFile::commit()
{
    if (auto *save = qobject_cast<QSaveFile *>(m_device.get())) {
        if (!save->commit())
            return Error{ErrorCode::NotWritable, save->errorString(), m_path};
        return {};
    }
    auto *file = qobject_cast<QFileDevice *>(m_device.get());
    if (file && !file->flush())
        return Error{ErrorCode::NotWritable, file->errorString(), m_path};
    m_device->close();
    return {};
}

} // namespace Quoth::Exchange
