// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schema.h>

#include <QFile>

/// The schema that projects have unless told otherwise.
inline Quoth::Annotation::Schema defaultSchema()
{
    QFile file(QStringLiteral(":/quoth/schemas/attribution-claims.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The default schema is not among the resources.");
    return *Quoth::Annotation::Schema::fromJson(file.readAll(), file.fileName());
}
