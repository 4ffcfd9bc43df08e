// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuelist.h"

#include <app/base/result.h>

#include <QHash>
#include <QStringList>

#include <optional>

namespace Quoth::Exchange {

/// A project.qde of the REFI-QDA standard (Project.xsd 1.0 of 2019) as far as articles are concerned. GUIDs are in capitals and without braces;
/// positions are those of the file.
struct QdaProject
{
    struct Selection
    {
        QString guid;
        QString name;
        QString description;
        QString user; ///< a GUID
        qint64 begin = 0;
        qint64 end = 0;
        QStringList codes;
        QStringList notes;
        qint64 line = 0;
    };
    struct Source
    {
        QString guid;
        QString name;
        QString description;
        QString path; ///< "internal://GUID.txt"
        std::optional<QString> content; ///< in the place of a path
        QList<Selection> selections;
        QList<std::pair<QString, QString>> values; ///< GUID of the variable and value
        int codings = 0; ///< of the source as a whole
        qint64 line = 0;
    };
    struct Note
    {
        QString guid;
        QString description;
        QString path;
        QString content;
    };
    struct Case
    {
        QString guid;
        QString name;
        QString description;
        QStringList selections;
    };
    struct Link
    {
        QString origin;
        QString target;
        QStringList notes;
    };

    QString origin;
    QHash<QString, QString> users;
    QHash<QString, QString> codes; ///< the name, with those of the codes above it where that alone tells two apart
    QHash<QString, QString> variables;
    QList<Source> sources;
    QList<Note> notes;
    QList<Case> cases;
    QList<Link> links;
    int otherSources = 0; ///< pictures, sound and films
};

/// A GUID as QdaProject has it.
QString qdaGuid(QStringView text);

/// Reads what can be had of a project; damage is an issue with its line. Fails if it is no project at all.
Result<QdaProject> parseQdaProject(const QByteArray &xml, const QString &place, IssueList &issues);

} // namespace Quoth::Exchange
