// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declaration.h"

#include <app/annotation/issue.h>
#include <app/base/progress.h>
#include <app/base/result.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QTextStream>

namespace Quoth::CommandLine {

/// Where a command tells what it did: answers on standard output, everything else on standard error, one line each.
class Console
{
public:
    Console();
    ~Console();
    Q_DISABLE_COPY_MOVE(Console)

    void print(const QString &line);
    void print(const QJsonObject &object);
    /// "quoth: place: message"
    void error(const Error &error);
    /// Warnings and errors as lines; notes are left to --json.
    void issues(const QList<Annotation::Issue> &issues);

    /// For long work: shows "title 42 %" in one line if standard error is a terminal. Ctrl-C cancels it; the second one
    /// ends the program.
    const Progress &progress() const { return m_progress; }
    void setTitle(const QString &title);
    /// Takes the progress line away.
    void endProgress();

    /// Where set, a command adds here what it takes, and does nothing else. Not owned.
    void setDeclarations(QList<Declaration> *declarations) { m_declarations = declarations; }
    QList<Declaration> *declarations() const { return m_declarations; }

private:
    void complain(const QString &line);
    void show(double share);

    QTextStream m_output;
    QTextStream m_errors;
    bool m_terminal;
    QString m_title;
    int m_shown = -1;
    Progress m_progress;
    QList<Declaration> *m_declarations = nullptr;
};

QJsonArray toJson(const QList<Annotation::Issue> &issues);
bool hasErrors(const QList<Annotation::Issue> &issues);

} // namespace Quoth::CommandLine
