// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/id.h>

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Quoth::Windows {

/// A project that was opened, as the settings remember it.
struct RecentProject
{
    QString path; ///< absolute
    QDateTime opened; ///< last; invalid if that is not known
    std::optional<ArticleId> article; ///< the one that was open last

    bool operator==(const RecentProject &) const = default;
};

constexpr int mostRecentProjects = 50;

/// The one opened last first, also those whose file has gone.
QList<RecentProject> recentProjects();
/// Puts it first; what is known of its article stays.
void rememberProject(const QString &path);
/// The article is opened again with the project. Nothing for a project that was not remembered.
void rememberArticle(const QString &path, ArticleId article);
std::optional<ArticleId> rememberedArticle(const QString &path);
void forgetProject(const QString &path);

} // namespace Quoth::Windows
