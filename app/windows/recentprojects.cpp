// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recentprojects.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace Quoth::Windows {

namespace {

const QString listSetting = QStringLiteral("projects");
const QString pathSetting = QStringLiteral("path");
const QString openedSetting = QStringLiteral("opened");
const QString articleSetting = QStringLiteral("article");
const QString earlierSetting = QStringLiteral("recentProjects"); // paths alone, as versions before 0.2 wrote them

void write(const QList<RecentProject> &projects)
{
    QSettings settings;
    settings.remove(earlierSetting);
    settings.remove(listSetting);
    settings.beginWriteArray(listSetting, int(projects.size()));
    for (int i = 0; i < int(projects.size()); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(pathSetting, projects[i].path);
        settings.setValue(openedSetting, projects[i].opened.toUTC().toString(Qt::ISODate));
        settings.setValue(articleSetting, projects[i].article ? projects[i].article->number() : qint64(0));
    }
    settings.endArray();
}

QString absolute(const QString &path) { return QFileInfo(path).absoluteFilePath(); }

qsizetype indexOf(const QList<RecentProject> &projects, const QString &path)
{
    const QString wanted = absolute(path);
    const auto found = std::find_if(projects.begin(), projects.end(),
                                    [&wanted](const RecentProject &project) { return project.path == wanted; });
    return found == projects.end() ? -1 : found - projects.begin();
}

} // namespace

QList<RecentProject> recentProjects()
{
    QList<RecentProject> projects;
    QSettings settings;
    const QStringList earlier = settings.value(earlierSetting).toStringList();
    for (const QString &path : earlier)
        projects.append({path, {}, std::nullopt});
    const int count = settings.beginReadArray(listSetting);
    for (int i = 0; i < std::min(count, mostRecentProjects); ++i) {
        settings.setArrayIndex(i);
        RecentProject project;
        project.path = settings.value(pathSetting).toString();
        project.opened = QDateTime::fromString(settings.value(openedSetting).toString(), Qt::ISODate);
        if (const qint64 article = settings.value(articleSetting).toLongLong(); article > 0)
            project.article = ArticleId(article);
        if (!project.path.isEmpty())
            projects.append(project);
    }
    settings.endArray();
    return projects;
}

void rememberProject(const QString &path)
{
    QList<RecentProject> projects = recentProjects();
    RecentProject project{absolute(path), {}, std::nullopt};
    if (const qsizetype at = indexOf(projects, path); at >= 0)
        project = projects.takeAt(at);
    project.opened = QDateTime::currentDateTimeUtc();
    projects.prepend(project);
    write(projects.mid(0, mostRecentProjects));
}

void rememberArticle(const QString &path, ArticleId article)
{
    QList<RecentProject> projects = recentProjects();
    const qsizetype at = indexOf(projects, path);
    if (at < 0 || projects[at].article == article)
        return;
    projects[at].article = article;
    write(projects);
}

std::optional<ArticleId> rememberedArticle(const QString &path)
{
    const QList<RecentProject> projects = recentProjects();
    const qsizetype at = indexOf(projects, path);
    return at < 0 ? std::nullopt : projects[at].article;
}

void forgetProject(const QString &path)
{
    QList<RecentProject> projects = recentProjects();
    if (const qsizetype at = indexOf(projects, path); at >= 0) {
        projects.removeAt(at);
        write(projects);
    }
}

} // namespace Quoth::Windows
