// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "commandfunctions.h"

#include <QCoreApplication>

#include <algorithm>

namespace Quoth::CommandLine {

namespace {

constexpr const char *context = "Quoth::CommandLine";

} // namespace

const QList<Command> &commands()
{
    static const QList<Command> table = {
        {"new", QT_TRANSLATE_NOOP("Quoth::CommandLine", "create an empty project"), runNew},
        {"import", QT_TRANSLATE_NOOP("Quoth::CommandLine", "take articles and annotations from files into a project"), runImport},
        {"suggest", QT_TRANSLATE_NOOP("Quoth::CommandLine", "let detectors suggest annotations"), runSuggest},
        {"train", QT_TRANSLATE_NOOP("Quoth::CommandLine", "train a model of labelled articles for suggesting"), runTrain},
        {"detectors", QT_TRANSLATE_NOOP("Quoth::CommandLine", "list, add, test, move or remove detectors: programs and servers of yours"), runDetectors},
        {"learning", QT_TRANSLATE_NOOP("Quoth::CommandLine", "learn from what was decided; show, reset or export what was learned"), runLearning},
        {"review", QT_TRANSLATE_NOOP("Quoth::CommandLine", "accept, reject, delete, reopen or relabel many annotations at once"), runReview},
        {"export", QT_TRANSLATE_NOOP("Quoth::CommandLine", "write a labelled dataset"), runExport},
        {"release", QT_TRANSLATE_NOOP("Quoth::CommandLine", "publish a dataset: splits without leaks, a card, checksums; list, repeat, compare releases"), runRelease},
        {"evaluate", QT_TRANSLATE_NOOP("Quoth::CommandLine", "measure predictions against gold: spans, attributions, confidence, speakers, claims"), runEvaluate, true},
        {"list", QT_TRANSLATE_NOOP("Quoth::CommandLine", "show the articles of a project and how far their review is"), runList},
        {"speakers", QT_TRANSLATE_NOOP("Quoth::CommandLine", "show the speakers of a project; merge, rename, set types"), runSpeakers},
        {"log", QT_TRANSLATE_NOOP("Quoth::CommandLine", "show who did what, and when"), runLog},
        {"render", QT_TRANSLATE_NOOP("Quoth::CommandLine", "draw an article with its annotations"), runRender, true},
        {"check", QT_TRANSLATE_NOOP("Quoth::CommandLine", "look for damage in a project; changes nothing"), runCheck},
        {"schema", QT_TRANSLATE_NOOP("Quoth::CommandLine", "check or show a label schema: names, keys, colours for all readers"), runSchema},
        {"formats", QT_TRANSLATE_NOOP("Quoth::CommandLine", "show the file formats that can be read and written"), runFormats},
        {"manual", QT_TRANSLATE_NOOP("Quoth::CommandLine", "show a chapter of the manual; write it as a web page, as PDF or into a folder"), runManual, true},
        {"sample", QT_TRANSLATE_NOOP("Quoth::CommandLine", "create a project of three articles to try things on"), runSample},
        {"describe", QT_TRANSLATE_NOOP("Quoth::CommandLine", "print the manual page or a shell's completion"), runDescribe, false, true},
    };
    return table;
}

const Command *findCommand(QStringView name)
{
    const QList<Command> &table = commands();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const Command &command) { return name == QLatin1String(command.name); });
    return found == table.end() ? nullptr : &*found;
}

QString summaryOf(const Command &command) { return QCoreApplication::translate(context, command.summary); }

} // namespace Quoth::CommandLine
