// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <app/annotation/state.h>
#include <app/storage/project.h>

#include <QCommandLineParser>

namespace Quoth::CommandLine {

/// The options and arguments of one subcommand, with what several of them share. Declare, read(), then ask.
class Arguments
{
public:
    /// usage is what stands after the name in the first line of --help: "PROJECT FILE...".
    Arguments(QString command, QString usage, Console &console);

    /// valueName empty: an option without a value. choices are the words that it takes, where any word will not do.
    void option(const QString &name, const QString &description, const QString &valueName = QString(), const QStringList &choices = {});
    void jsonOption();
    void annotatorOption();
    void articleOption();
    void statesOption(const QString &defaults);

    /// nullopt to go on, else the exit status: --help was asked for, the console collects declarations, or the usage is wrong,
    /// which has been told. Nothing may be done before.
    /// most < 0: any number of positional arguments.
    std::optional<int> read(const QStringList &arguments, int least, int most);
    /// Tells what is wrong and where to find help; gives the exit status.
    int wrongUsage(const QString &message);

    QStringList positional() const { return m_parser.positionalArguments(); }
    QString project() const { return positional().constFirst(); }
    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }
    bool json() const { return has(QStringLiteral("json")); }
    /// Who works: --annotator, else the user's name, else "command line".
    QString person() const;
    static QStringList stateNames();
    /// Of a list "suggested,accepted"; nullopt if a word is no state.
    static std::optional<QList<Annotation::State>> states(const QString &list);

    /// The articles that --article names, by external id or number, or all of the project.
    Result<QList<Storage::ArticleSummary>> articles(Storage::Project &project) const;

private:
    void declare(const QCommandLineOption &option, const QStringList &choices = {});

    Declaration m_declaration;
    Console &m_console;
    QCommandLineParser m_parser;
};

/// The article with this external id, else the one with this number.
Result<Storage::ArticleSummary> findArticle(const QList<Storage::ArticleSummary> &articles, const QString &name,
                                            const QString &project);

} // namespace Quoth::CommandLine
