// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemas.h"

#include "words.h"

#include <QDir>
#include <QFile>

namespace Quoth::Tasks {

namespace {

const QString folder = QStringLiteral(":/quoth/schemas");

} // namespace

QStringList schemaNames()
{
    QStringList names = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

Result<Annotation::Schema> readSchema(const QString &nameOrFile)
{
    const QString name = nameOrFile.isEmpty() ? QStringLiteral("attribution-claims") : nameOrFile;
    const bool carried = schemaNames().contains(name);
    QFile file(carried ? folder + u'/' + name + QStringLiteral(".json") : name);
    if (!file.exists()) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no schema file of this name, nor does the program carry such a schema (it has %1).")
                         .arg(schemaNames().join(QStringLiteral(", "))),
                     name};
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable, file.errorString(), name};
    return Annotation::Schema::fromJson(file.readAll(), name);
}

} // namespace Quoth::Tasks
