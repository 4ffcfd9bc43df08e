// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectfile.h"

#include "words.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace Quoth::Storage {

Result<ProjectHeader> readProjectHeader(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, Words::tr("There is no such file. Make a project with \"quoth new\"."), path};
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::NotAProject, Words::tr("This is a folder, not a Quoth project."), path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable, Words::tr("The file cannot be read: %1.").arg(file.errorString()), path};
    const QByteArray header = file.read(100);
    if (!header.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        return Error{ErrorCode::NotAProject,
                     Words::tr("This is no Quoth project. To work on an article, import it into a project."), path};
    }
    const auto field = [&header](qsizetype offset) { return qFromBigEndian<quint32>(header.constData() + offset); };
    if (header.size() < 100)
        return Error{ErrorCode::Damaged, Words::tr("The project file is damaged: it ends within its first page."), path};
    if (field(68) != applicationId) {
        return Error{ErrorCode::NotAProject, Words::tr("This is an SQLite database, but not a Quoth project."), path};
    }
    const quint32 declared = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = declared == 1 ? 65536 : declared;
    // With a write-ahead log beside it the file may be in the middle of a checkpoint that SQLite will finish.
    const bool settled = QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    if (settled && qint64(field(28)) * pageSize > file.size()) {
        return Error{ErrorCode::Damaged,
                     Words::tr("The project file is damaged: %1 of %2 bytes are there. Take it from a backup, or work on a copy of it: "
                        "\"sqlite3 FILE .recover\" can save what is readable.")
                         .arg(file.size())
                         .arg(qint64(field(28)) * pageSize),
                     path};
    }
    return ProjectHeader{int(field(60))};
}

} // namespace Quoth::Storage
