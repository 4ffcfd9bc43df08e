// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Quoth::House {

/// The layer of a source by its path from the top folder: "storage" for app/storage/x.cpp, "main" for app/main.cpp, "widgets"
/// and "painting" for the two folders of widgets/. Empty if the plan of the house has no such folder.
QString layerOf(const QString &path);

/// What breaks the layer table of CONTRIBUTING.md in one source of app/ or widgets/: each as "path:line: what".
QStringList layerViolations(const QString &path, const QString &content);

/// What breaks the rules for every source: the licence header, the length, "#pragma once" in headers.
QStringList formViolations(const QString &path, const QString &content);

/// File names that occur more than once, as "name: path, path".
QStringList doubledNames(const QStringList &paths);

/// What is wrong with the headings of a changelog: the first is for this version, only the first may be without a date.
QStringList versionViolations(const QString &version, const QString &changelog);

} // namespace Quoth::House
