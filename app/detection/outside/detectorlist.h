// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outsidesettings.h"

#include <app/annotation/issue.h>
#include <app/annotation/schema.h>
#include <app/detection/detectorregistry.h>

namespace Quoth::Detection {

/// A detector in the person's list: a built-in one by its name, or one from outside by its settings.
struct DetectorEntry
{
    QString name;
    bool isEnabled = true;
    std::optional<OutsideSettings> outside;

    bool operator==(const DetectorEntry &) const = default;
};

/// The detectors in the order in which they are asked, kept in the person's QSettings. Built-in ones are always in it; until
/// the person chooses, only the first of them, the program's best, is enabled.
class DetectorList
{
public:
    /// What is kept, made complete by the built-in ones. Entries that cannot be read are left out and told.
    static DetectorList remembered(const QStringList &builtIn, QList<Annotation::Issue> *issues = nullptr);
    void remember() const;

    QList<DetectorEntry> entries;

    bool operator==(const DetectorList &) const = default;
    int indexOf(QStringView name) const; ///< -1 if there is none
    QStringList enabled() const;
    /// Fails if the name is taken or the settings are wrong.
    Result<void> add(const OutsideSettings &settings);
    /// In place of what is there; fails as add() does.
    Result<void> replace(int index, const OutsideSettings &settings);
    void move(int from, int to);
    /// Those from outside become detectors of the registry, for the labels of the schema.
    void addTo(DetectorRegistry &registry, const Annotation::Schema &schema) const;
};

} // namespace Quoth::Detection
