// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

/// What the table of commands refers to; each is defined in a file of its own.
namespace Quoth::CommandLine {

class Console;

int runCheck(const QStringList &arguments, Console &console);
int runDescribe(const QStringList &arguments, Console &console);
int runDetectors(const QStringList &arguments, Console &console);
int runEvaluate(const QStringList &arguments, Console &console);
int runExport(const QStringList &arguments, Console &console);
int runFormats(const QStringList &arguments, Console &console);
int runImport(const QStringList &arguments, Console &console);
int runLearning(const QStringList &arguments, Console &console);
int runList(const QStringList &arguments, Console &console);
int runLog(const QStringList &arguments, Console &console);
int runManual(const QStringList &arguments, Console &console);
int runNew(const QStringList &arguments, Console &console);
int runRelease(const QStringList &arguments, Console &console);
int runRender(const QStringList &arguments, Console &console);
int runReview(const QStringList &arguments, Console &console);
int runSample(const QStringList &arguments, Console &console);
int runSchema(const QStringList &arguments, Console &console);
int runSpeakers(const QStringList &arguments, Console &console);
int runSuggest(const QStringList &arguments, Console &console);
int runTrain(const QStringList &arguments, Console &console);

} // namespace Quoth::CommandLine
