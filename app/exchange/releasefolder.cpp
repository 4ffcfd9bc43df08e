// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releasefolder.h"

#include "words.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

QByteArray sha256Of(QFile &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

/// A temporary folder is private; a release is to be as open as other folders that the user makes.
void openUp(const QString &folder, const QString &fileInIt)
{
    QFileDevice::Permissions permissions = QFile::permissions(folder);
    const QFileDevice::Permissions file = QFile::permissions(fileInIt);
    permissions.setFlag(QFileDevice::ReadGroup, file.testFlag(QFileDevice::ReadGroup));
    permissions.setFlag(QFileDevice::ExeGroup, file.testFlag(QFileDevice::ReadGroup));
    permissions.setFlag(QFileDevice::ReadOther, file.testFlag(QFileDevice::ReadOther));
    permissions.setFlag(QFileDevice::ExeOther, file.testFlag(QFileDevice::ReadOther));
    QFile::setPermissions(folder, permissions);
}

} // namespace

std::optional<QString> differsFromManifest(const QString &folder)
{
    const QDir dir(folder);
    QFile manifest(dir.filePath(ReleaseFolder::manifestName));
    if (!manifest.open(QIODevice::ReadOnly))
        return Words::tr("it has no %1").arg(ReleaseFolder::manifestName);
    const QJsonObject object = QJsonDocument::fromJson(manifest.readAll()).object();
    if (object.value(u"format").toString() != ReleaseFolder::manifestFormat)
        return Words::tr("its %1 is not of a release by Quoth").arg(ReleaseFolder::manifestName);
    QHash<QString, QByteArray> listed;
    const QJsonArray files = object.value(u"files").toArray();
    for (const QJsonValue &file : files)
        listed.insert(file[u"path"].toString(), file[u"sha256"].toString().toLatin1());
    QDirIterator there(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (there.hasNext()) {
        const QFileInfo info(there.next());
        const QString path = dir.relativeFilePath(info.absoluteFilePath());
        if (path == ReleaseFolder::manifestName)
            continue;
        if (info.isDir() && !info.isSymLink()) {
            const QString within = path + u'/';
            if (std::none_of(listed.keyBegin(), listed.keyEnd(), [&](const QString &file) { return file.startsWith(within); }))
                return Words::tr("the release had no folder %1").arg(path);
            continue;
        }
        QFile file(info.filePath());
        if (!listed.contains(path))
            return Words::tr("the release had no file %1").arg(path);
        if (info.isSymLink() || !file.open(QIODevice::ReadOnly) || sha256Of(file) != listed.take(path))
            return Words::tr("%1 was changed since").arg(path);
    }
    if (!listed.isEmpty()) {
        QStringList missing = listed.keys();
        missing.sort();
        return Words::tr("%1 is missing").arg(missing.constFirst());
    }
    return std::nullopt;
}

ReleaseFolder::ReleaseFolder(QString target) : m_target(std::move(target)) { }

Result<std::unique_ptr<ReleaseFolder>> ReleaseFolder::open(const QString &target)
{
    std::unique_ptr<ReleaseFolder> folder(new ReleaseFolder(target.isEmpty() ? QString() : QDir::cleanPath(target)));
    if (target.isEmpty())
        return folder;
    const QFileInfo info(folder->m_target);
    if ((info.exists() || info.isSymLink()) && (!info.isDir() || info.isSymLink()))
        return Error{ErrorCode::NotWritable, Words::tr("A release is a folder, but there is a file or link of this name."), target};
    if (info.isDir() && !QDir(folder->m_target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        if (const auto other = differsFromManifest(folder->m_target)) {
            return Error{ErrorCode::NotWritable,
                         Words::tr("The folder holds something else than an untouched release (%1) and was left alone. Choose another one.").arg(*other),
                         target};
        }
    }
    folder->m_folder = std::make_unique<QTemporaryDir>(folder->m_target + QStringLiteral(".part-XXXXXX"));
    if (!folder->m_folder->isValid())
        return Error{ErrorCode::NotWritable, folder->m_folder->errorString(), target};
    return folder;
}

Result<void> ReleaseFolder::begin(const QString &path)
{
    m_open = {path, 0, {}};
    m_hash.reset();
    if (!m_folder)
        return {};
    const QString full = m_folder->filePath(path);
    m_file = std::make_unique<QFile>(full);
    if (!QDir().mkpath(QFileInfo(full).path()) || !m_file->open(QIODevice::WriteOnly))
        return Error{ErrorCode::NotWritable, m_file->errorString(), QDir(m_target).filePath(path)};
    return {};
}

Result<void> ReleaseFolder::write(const QByteArray &bytes)
{
    m_open.bytes += bytes.size();
    m_hash.addData(bytes);
    if (m_file && m_file->write(bytes) != bytes.size())
        return Error{ErrorCode::NotWritable, m_file->errorString(), QDir(m_target).filePath(m_open.path)};
    return {};
}

Result<void> ReleaseFolder::end()
{
    m_open.sha256 = m_hash.result().toHex();
    if (m_file && !m_file->flush())
        return Error{ErrorCode::NotWritable, m_file->errorString(), QDir(m_target).filePath(m_open.path)};
    m_file.reset();
    m_files.append(m_open);
    return {};
}

Result<void> ReleaseFolder::write(const QString &path, const QByteArray &bytes)
{
    if (auto begun = begin(path); !begun)
        return begun;
    if (auto written = write(bytes); !written)
        return written;
    return end();
}

Result<void> ReleaseFolder::commit()
{
    if (!m_folder)
        return {};
    openUp(m_folder->path(), m_folder->filePath(m_files.constLast().path));
    // What is there steps aside first, so that it is whole again if the new folder cannot take its place.
    std::unique_ptr<QTemporaryDir> aside;
    QString old;
    const Error failed{ErrorCode::NotWritable, Words::tr("The folder could not be put in its place."), m_target};
    if (QFileInfo::exists(m_target)) {
        aside = std::make_unique<QTemporaryDir>(m_target + QStringLiteral(".old-XXXXXX"));
        old = aside->filePath(QStringLiteral("release"));
        if (!aside->isValid() || !QDir().rename(m_target, old))
            return failed;
    }
    if (!QDir().rename(m_folder->path(), m_target)) {
        if (aside && !QDir().rename(old, m_target))
            aside->setAutoRemove(false);
        return failed;
    }
    m_folder->setAutoRemove(false);
    m_folder.reset();
    return {};
}

} // namespace Quoth::Exchange
