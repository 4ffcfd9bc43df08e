// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace Quoth::Annotation {

/// How a label is drawn, so that labels are told apart without colour.
enum class Mark : quint8 { Box, Dots, Bar, Line, Wave };

struct AttributeType
{
    QString name;
    QString title;
    QStringList values; ///< empty: free text

    bool operator==(const AttributeType &) const = default;
};

struct Label
{
    QString name; ///< as in files
    QString title; ///< as shown
    QString colour; ///< #rrggbb for light backgrounds
    QString darkColour; ///< #rrggbb for dark backgrounds
    Mark mark = Mark::Box;
    QString key; ///< one character, or empty
    QString guideline;
    bool namesSpeaker = false; ///< its spans may refer to a speaker
    QList<AttributeType> attributes;

    bool operator==(const Label &) const = default;
};

struct Role
{
    QString name;
    QString title;
    QStringList labels; ///< which labels its spans may have; the first is given to new ones
    bool required = false;

    bool operator==(const Role &) const = default;
};

struct FrameType
{
    QString name;
    QString title;
    QString key;
    QString guideline;
    QList<Role> roles;

    bool operator==(const FrameType &) const = default;
};

/// Which labels and frames a project knows. Schemas are data: a JSON file (resources/schemas) or a project's own.
struct Schema
{
    QString name;
    QString title;
    QList<Label> labels;
    QList<FrameType> frameTypes;

    bool operator==(const Schema &) const = default;
    const Label *label(QStringView labelName) const;
    const FrameType *frameType(QStringView typeName) const;
    /// The roles whose spans may have the label, over all frame types.
    QStringList rolesOf(QStringView labelName) const;

    /// Fails on a missing name, a name or key given twice, an unknown mark or colour, a role without a known label.
    static Result<Schema> fromJson(const QByteArray &json, const QString &place);
    QByteArray toJson() const;
};

} // namespace Quoth::Annotation
