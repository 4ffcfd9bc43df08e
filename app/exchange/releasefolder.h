// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace Quoth::Exchange {

/// A file of a release: its path in the folder, with slashes, its size and its SHA-256 in hexadecimal.
struct ReleasedFile
{
    QString path;
    qint64 bytes = 0;
    QByteArray sha256;

    bool operator==(const ReleasedFile &) const = default;
};

/// The folder of a release under way: written under another name beside its place and put there whole by commit(); without that nothing
/// is left. With no target it writes nothing and only counts and hashes. A folder that is there is replaced if it is empty or a release
/// that nobody has touched since, by what its manifest says; any other is refused before anything is written.
class ReleaseFolder
{
public:
    static inline const QString manifestName = QStringLiteral("manifest.json");
    static inline const QString manifestFormat = QStringLiteral("quoth-release/1");

    static Result<std::unique_ptr<ReleaseFolder>> open(const QString &target);

    /// Begins the next file; path may have a folder before it.
    Result<void> begin(const QString &path);
    Result<void> write(const QByteArray &bytes);
    Result<void> write(const QString &path, const QByteArray &bytes);
    Result<void> end();
    Result<void> commit();

    /// The files that are whole so far, in the order they were written.
    const QList<ReleasedFile> &files() const { return m_files; }

private:
    explicit ReleaseFolder(QString target);

    QString m_target;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QFile> m_file;
    ReleasedFile m_open;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QList<ReleasedFile> m_files;
};

/// Holds a folder against its manifest: nullopt if each file is as it says and no other is there, else what is not, in words.
std::optional<QString> differsFromManifest(const QString &folder);

} // namespace Quoth::Exchange
