// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actiongroups.h"

#include <widgets/keytext.h>

#include <QCoreApplication>

#include <algorithm>

namespace Quoth::Windows {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Windows::ActionGroups)
};

struct Heading
{
    QString title;
    QStringList groups; // the first part of an action's id, or the whole
};

QList<Heading> headings()
{
    return {{Words::tr("Label the selected words"),
             {QStringLiteral("label"), QStringLiteral("extend"), QStringLiteral("brush"), QStringLiteral("role"), QStringLiteral("attribution.start"), QStringLiteral("slot"),
              QStringLiteral("apply"), QStringLiteral("propose")}},
            {Words::tr("Review"), {QStringLiteral("review")}},
            {Words::tr("Go and take in hand"),
             {QStringLiteral("item.next"), QStringLiteral("item.previous"), QStringLiteral("item.take"), QStringLiteral("item.letGo"), QStringLiteral("item.choose"), QStringLiteral("attribution"), QStringLiteral("claim"), QStringLiteral("quotation"),
              QStringLiteral("select"), QStringLiteral("selection"), QStringLiteral("find")}},
            {Words::tr("Change what is in hand"),
             {QStringLiteral("edge"), QStringLiteral("item"), QStringLiteral("speaker"), QStringLiteral("speakers"), QStringLiteral("note"),
              QStringLiteral("edit"), QStringLiteral("history")}},
            {Words::tr("Articles and projects"),
             {QStringLiteral("article"), QStringLiteral("articles"), QStringLiteral("project"), QStringLiteral("schema")}},
            {Words::tr("Window"), {QStringLiteral("view"), QStringLiteral("window"), QStringLiteral("colours"), QStringLiteral("help")}}};
}

} // namespace

QList<ActionGroup> groupedActions(const QList<QAction *> &actions)
{
    const QList<Heading> known = headings();
    QList<ActionGroup> groups;
    for (const Heading &heading : known)
        groups.append({heading.title, {}});
    groups.append({Words::tr("More"), {}});
    for (QAction *action : actions) {
        const QString id = action->objectName();
        auto holds = [&id](const Heading &heading) { return heading.groups.contains(id); };
        auto found = std::find_if(known.begin(), known.end(), holds);
        if (found == known.end()) {
            const QString first = id.section(u'.', 0, 0);
            found = std::find_if(known.begin(), known.end(), [&first](const Heading &heading) { return heading.groups.contains(first); });
        }
        groups[found - known.begin()].actions.append(action);
    }
    groups.removeIf([](const ActionGroup &group) { return group.actions.isEmpty(); });
    return groups;
}

QString plainText(const QAction &action)
{
    QString text = Widgets::withoutMnemonic(action.text());
    // "Undo: accept 3 suggestions": what it would undo just now is not its name.
    static const QRegularExpression colon(QStringLiteral("\\s?: |\uFF1A"));
    if (action.objectName().startsWith(u"edit."))
        text = text.section(colon, 0, 0);
    while (text.endsWith(u'\u2026') || text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace Quoth::Windows
