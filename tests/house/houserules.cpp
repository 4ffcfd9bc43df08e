// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "houserules.h"

#include <QDate>
#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace Quoth::House {

namespace {

using Table = QHash<QString, QSet<QString>>;

const Table &allowedLayers()
{
    static const QString base = QStringLiteral("base");
    static const QString annotation = QStringLiteral("annotation");
    static const QString storage = QStringLiteral("storage");
    static const QString painting = QStringLiteral("painting");
    static const QString widgets = QStringLiteral("widgets");
    static const QSet<QString> core{base, annotation};
    static const QSet<QString> middle{base, annotation, storage, QStringLiteral("detection"), QStringLiteral("exchange"),
                                      QStringLiteral("measure"), QStringLiteral("editing"), QStringLiteral("rendering")};
    static const QString tasks = QStringLiteral("tasks");
    static const QSet<QString> windows = middle + QSet<QString>{tasks, widgets, painting};
    static const Table table{
        {base, {}},
        {annotation, {base}},
        {storage, core},
        {QStringLiteral("detection"), core},
        {QStringLiteral("exchange"), core},
        {QStringLiteral("measure"), core},
        {QStringLiteral("editing"), core + QSet<QString>{storage}},
        {QStringLiteral("rendering"), core + QSet<QString>{painting}},
        {QStringLiteral("tasks"), middle},
        {QStringLiteral("commandline"), middle + QSet<QString>{tasks}},
        {QStringLiteral("windows"), windows},
        {QStringLiteral("main"), windows + QSet<QString>{QStringLiteral("windows"), QStringLiteral("commandline")}},
        {painting, {}},
        {widgets, {painting}},
    };
    return table;
}

bool mayUseQtWidgets(const QString &layer)
{
    return layer == u"widgets" || layer == u"windows" || layer == u"main";
}

bool isQtWidgetsHeader(const QString &header)
{
    static const QString folder = QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtWidgets/");
    if (header.startsWith(u"QtWidgets"))
        return true;
    return !header.contains(u'/') && QFileInfo::exists(folder + header);
}

QString includeViolation(const QString &layer, const QString &header, bool quoted)
{
    if (header.contains(u"../"))
        return QStringLiteral("includes %1: a path may not lead upwards").arg(header);
    if (header.startsWith(u"app/") || header.startsWith(u"widgets/")) {
        const QString other = layerOf(header);
        if (other.isEmpty() || (other != layer && !allowedLayers().value(layer).contains(other)))
            return QStringLiteral("%1 may not include %2").arg(layer, header);
        return {};
    }
    if (!quoted && !mayUseQtWidgets(layer) && isQtWidgetsHeader(header))
        return QStringLiteral("%1 may not use Qt Widgets (%2)").arg(layer, header);
    return {};
}

} // namespace

QString layerOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    QString layer;
    if (parts.first() == u"widgets")
        layer = parts.size() > 2 ? parts.at(1) : QStringLiteral("widgets");
    else if (parts.first() == u"app")
        layer = parts.size() > 2 ? parts.at(1) : QStringLiteral("main");
    // A folder of widgets/ named like one of app/ would otherwise pass for it.
    const bool ofWidgets = layer == u"widgets" || layer == u"painting";
    return allowedLayers().contains(layer) && ofWidgets == (parts.first() == u"widgets") ? layer : QString();
}

QStringList layerViolations(const QString &path, const QString &content)
{
    static const QRegularExpression include(QStringLiteral(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re"));
    const QString layer = layerOf(path);
    if (layer.isEmpty())
        return {QStringLiteral("%1:1: its folder is no layer of the house").arg(path)};
    QStringList violations;
    const QStringList lines = content.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = include.match(lines.at(i));
        if (!match.hasMatch())
            continue;
        const QString violation = includeViolation(layer, match.captured(2), match.captured(1) == u"\"");
        if (!violation.isEmpty())
            violations.append(QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(violation));
    }
    return violations;
}

QStringList formViolations(const QString &path, const QString &content)
{
    constexpr qsizetype longest = 500;
    const bool isCMake = path.endsWith(u".txt") || path.endsWith(u".cmake");
    const QString mark = isCMake ? QStringLiteral("# ") : QStringLiteral("// ");
    const QStringList lines = content.split(u'\n');
    QStringList violations;
    if (!lines.first().startsWith(mark + QStringLiteral("SPDX-FileCopyrightText: "))
        || lines.value(1) != mark + QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later"))
        violations.append(QStringLiteral("%1:1: no licence header in the first two lines").arg(path));
    const qsizetype count = content.count(u'\n');
    if (count > longest)
        violations.append(QStringLiteral("%1:%2: longer than %3 lines, split it by responsibility").arg(path).arg(count).arg(longest));
    if (path.endsWith(u".h") && !lines.contains(QStringLiteral("#pragma once")))
        violations.append(QStringLiteral("%1:1: no #pragma once").arg(path));
    return violations;
}

QStringList doubledNames(const QStringList &paths)
{
    QMap<QString, QStringList> byName;
    for (const QString &path : paths)
        byName[QFileInfo(path).fileName()].append(path);
    QStringList doubled;
    for (auto it = byName.cbegin(); it != byName.cend(); ++it) {
        if (it.value().size() > 1)
            doubled.append(QStringLiteral("%1: %2").arg(it.key(), it.value().join(QStringLiteral(", "))));
    }
    return doubled;
}

QStringList versionViolations(const QString &version, const QString &changelog)
{
    static const QRegularExpression heading(QStringLiteral("^## (.*)$"), QRegularExpression::MultilineOption);
    static const QRegularExpression form(QStringLiteral("^(\\d+\\.\\d+\\.\\d+) \\((unreleased|\\d{4}-\\d\\d-\\d\\d)\\)$"));
    QStringList violations;
    int count = 0;
    for (auto found = heading.globalMatch(changelog); found.hasNext(); ++count) {
        const QString text = found.next().captured(1);
        const QRegularExpressionMatch parts = form.match(text);
        const bool isReleased = QDate::fromString(parts.captured(2), Qt::ISODate).isValid();
        if (!parts.hasMatch() || (!isReleased && parts.captured(2) != u"unreleased"))
            violations.append(QStringLiteral("\"## %1\" is not like \"## 1.2.3 (2026-01-31)\" or \"## 1.2.3 (unreleased)\"").arg(text));
        if (count == 0 && parts.captured(1) != version)
            violations.append(QStringLiteral("the program is %1, the newest in the changelog is \"%2\"").arg(version, text));
        if (count > 0 && !isReleased)
            violations.append(QStringLiteral("\"## %1\" is not released but something newer is there").arg(text));
    }
    if (count == 0)
        violations.append(QStringLiteral("the changelog has no version"));
    return violations;
}

} // namespace Quoth::House
