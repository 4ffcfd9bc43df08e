// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QByteArray>
#include <QStringList>

#include <memory>

struct zip;

namespace Quoth::Exchange {

/// Whether Quoth was built with libzip; without it ZipReader and ZipWriter fail with a message that says so.
bool isZipSupported();
/// Whether a file that begins so is a zip archive.
bool isZip(const QByteArray &head);

/// The files of a zip archive, read one at a time. Names are never used as paths; a file that unpacks to more than it may is refused before
/// it is unpacked, and one whose size is a lie while it is.
class ZipReader
{
public:
    /// Fails on what is no archive.
    static Result<ZipReader> open(const QString &path);
    /// Of an archive in memory; place is what errors call it.
    static Result<ZipReader> fromBytes(const QByteArray &bytes, const QString &place);

    /// In the archive's order, without folders.
    const QStringList &names() const { return m_names; }
    bool contains(const QString &name) const { return m_names.contains(name); }
    /// Fails if it is not there, damaged, encrypted or longer than this many bytes.
    Result<QByteArray> read(const QString &name, qint64 longest = qint64(256) * 1024 * 1024) const;

private:
    struct Close
    {
        void operator()(zip *archive) const;
    };
    ZipReader() = default;

    static Result<ZipReader> listed(zip *archive, int code, const QString &place);

    QString m_path;
    QByteArray m_bytes; // what an archive in memory reads
    std::unique_ptr<zip, Close> m_archive;
    QStringList m_names;
};

/// Makes a zip archive. The same files in the same order give the same bytes: all have the same date.
class ZipWriter
{
public:
    ZipWriter();
    ~ZipWriter();
    Q_DISABLE_COPY_MOVE(ZipWriter)

    /// stored: without packing it, as some formats want of their first file.
    Result<void> add(const QString &name, const QByteArray &bytes, bool stored = false);
    /// The whole archive; nothing can be added afterwards.
    Result<QByteArray> finish();

private:
    struct Source;
    std::unique_ptr<Source> m_source;
};

} // namespace Quoth::Exchange
