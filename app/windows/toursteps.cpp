// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "toursteps.h"

#include "actiongroups.h"
#include "articlelistdock.h"
#include "articlepane.h"
#include "framebuilding.h"
#include "keytips.h"
#include "labelling.h"
#include "projectdesk.h"

#include <app/editing/reviewqueue.h>

#include <QCoreApplication>
#include <QDockWidget>
#include <QToolBar>

#include <algorithm>

namespace Quoth::Windows {

using Annotation::State;
using Editing::Item;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Windows::Tour)
};

/// The line where an item begins, on the screen.
TourTarget targetOf(ProjectDesk &desk, const std::optional<Item> &item)
{
    Widgets::ArticleView &view = desk.pane().view();
    if (!item || !desk.workbench().model().isOpen())
        return {view.viewport(), {}};
    const TextRange extent = Editing::extentOf(*item, desk.workbench().index());
    const QRect begin = view.caretRectangle(extent.begin).toAlignedRect();
    const QRect end = view.caretRectangle(extent.end).toAlignedRect();
    const int width = end.top() == begin.top() && end.left() > begin.left() ? end.left() - begin.left() : 80;
    return {view.viewport(), QRect(begin.topLeft(), QSize(width, std::max(1, begin.height())))};
}

std::optional<Item> firstItem(ProjectDesk &desk)
{
    const QList<Item> items = Editing::itemsInOrder(desk.workbench().index());
    return items.isEmpty() ? std::nullopt : std::optional(items.constFirst());
}

} // namespace

TourTally tallyOf(ProjectDesk &desk)
{
    TourTally tally;
    Workbench &bench = desk.workbench();
    if (!bench.model().isOpen())
        return tally;
    const QList<Item> items = Editing::itemsInOrder(bench.index());
    for (const Item &item : items) {
        const State state = Editing::provenanceOf(item, bench.index()).state;
        tally.accepted += state == State::Accepted ? 1 : 0;
        tally.rejected += state == State::Rejected ? 1 : 0;
    }
    tally.spans = bench.index().spanCount();
    tally.isInHand = bench.current().has_value();
    tally.isProposed = !desk.labelling().frames().proposal().isEmpty();
    tally.article = bench.article().id;
    return tally;
}

QList<TourStep> tourSteps(QWidget &window, ProjectDesk &desk, const QList<QAction *> &actions)
{
    // An action whose key was taken away is called by its name.
    const auto key = [&actions](const QString &id) {
        for (const QAction *action : actions) {
            if (action->objectName() == id)
                return keyText(*action).isEmpty() ? plainText(*action) : keyText(*action);
        }
        return QString();
    };
    const auto dock = [&window](const char *name) -> std::function<TourTarget()> {
        return [&window, part = QString::fromLatin1(name)] { return TourTarget{window.findChild<QDockWidget *>(part), {}}; };
    };
    const auto inHand = [&desk] { return targetOf(desk, desk.workbench().current()); };
    const QString undo = key(QStringLiteral("edit.undo"));
    QList<TourStep> steps;
    steps.append({Words::tr("Suggestions"),
                  Words::tr("Quoth has read this article. What stands dashed is a suggestion: who speaks, the word that reports, "
                            "what is said. The cards at the "
                            "right name the speaker and say how sure it is. Nothing counts until you decide."),
                  [&desk] { return targetOf(desk, firstItem(desk)); }});
    steps.append({Words::tr("Take the next suggestion"),
                  Words::tr("Press %1. The next suggestion comes to hand: its parts get a ring, and its card opens.")
                      .arg(key(QStringLiteral("review.next"))),
                  [&desk] { return targetOf(desk, firstItem(desk)); },
                  [](const TourTally &before, const TourTally &now) { return now.isInHand && !before.isInHand; },
                  {},
                  {},
                  QStringLiteral("review.next")});
    steps.append({Words::tr("Accept it"),
                  Words::tr("Read the words and the card. If they are right, press %1. The next suggestion then comes by itself.")
                      .arg(key(QStringLiteral("review.accept"))),
                  inHand, [](const TourTally &before, const TourTally &now) { return now.accepted > before.accepted; }});
    steps.append(
        {Words::tr("Reject the next one"),
         Words::tr("Press %1 to reject this one, just to see how. It is kept as a wrong one, so that it does not come back.")
             .arg(key(QStringLiteral("review.reject"))),
         inHand, [](const TourTally &before, const TourTally &now) { return now.rejected > before.rejected; }});
    steps.append(
        {Words::tr("Take it back"),
         Words::tr(
             "Press %1. Whatever you do can be undone, also tomorrow. Nothing has to be saved: each edit is on the disk at once.")
             .arg(undo),
         inHand,
         [](const TourTally &before, const TourTally &now) {
             return now.rejected < before.rejected || now.accepted < before.accepted;
         },
         {},
         {},
         QStringLiteral("edit.undo")});
    steps.append({Words::tr("Label something yourself"),
                  Words::tr("Select some words without a highlight, by dragging or with Shift and the arrow keys. Then press %1: "
                            "they become a quotation. The other "
                            "labels and their keys stand above the text.")
                      .arg(key(QStringLiteral("label.Quotation"))),
                  [&window]() -> TourTarget {
                      return {window.findChild<QToolBar *>(QStringLiteral("main")), {}};
                  },
                  [](const TourTally &before, const TourTally &now) { return now.spans > before.spans; },
                  {},
                  // What is in hand would be mended by the words.
                  [&desk] {
                      desk.workbench().setCurrent(std::nullopt);
                      desk.pane().view().clearSelection();
                  }});
    steps.append({Words::tr("Take what is proposed"),
                  Words::tr("Quoth proposes who said it, and with which word: drawn lightly, and no part of the article yet. %1 "
                            "takes it, %2 drops it.")
                      .arg(key(QStringLiteral("review.accept")), key(QStringLiteral("review.reject"))),
                  inHand, [](const TourTally &before, const TourTally &now) { return before.isProposed && !now.isProposed; },
                  [](const TourTally &now) { return !now.isProposed; }});
    steps.append({Words::tr("What is in hand"),
                  Words::tr("The inspector shows it in full: the speaker (%1), a note (%2), its state, why it was suggested, its "
                            "guideline and its history.")
                      .arg(key(QStringLiteral("speaker.set")), key(QStringLiteral("note.edit"))),
                  dock("inspector")});
    steps.append({Words::tr("On to the next article"),
                  Words::tr("Here stand all articles, and how far the review of each is. Press %1 to open the next one.")
                      .arg(key(QStringLiteral("article.next"))),
                  dock("articles"), [](const TourTally &before, const TourTally &now) {
                      return now.article && before.article && now.article != before.article;
                  }});
    steps.append({Words::tr("Your dataset"),
                  Words::tr("%1 exports what was accepted, in the format that you need. %2 opens the manual, %3 finds all "
                            "commands, and the menu Help has this tour "
                            "again. The articles here are for trying things: change what you like.")
                      .arg(key(QStringLiteral("project.export")), key(QStringLiteral("help.manual")),
                           key(QStringLiteral("window.commands"))),
                  [&window]() -> TourTarget {
                      return {window.findChild<QToolBar *>(QStringLiteral("main")), {}};
                  },
                  {},
                  {},
                  {},
                  QStringLiteral("project.export")});
    return steps;
}

} // namespace Quoth::Windows
