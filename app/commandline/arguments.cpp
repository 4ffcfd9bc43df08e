// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"

#include "command.h"
#include "words.h"

#include <algorithm>

namespace Quoth::CommandLine {

using namespace Annotation;
using Storage::ArticleSummary;

Arguments::Arguments(QString command, QString usage, Console &console)
    : m_declaration{std::move(command), {}, std::move(usage), {}}, m_console(console)
{
    if (const Command *known = findCommand(m_declaration.command))
        m_declaration.summary = summaryOf(*known);
    m_parser.setApplicationDescription(m_declaration.summary);
    declare({{QStringLiteral("h"), QStringLiteral("help")}, Words::tr("Show this help.")});
}

void Arguments::declare(const QCommandLineOption &option, const QStringList &choices)
{
    m_parser.addOption(option);
    m_declaration.options.append({option.names(), option.valueName(), option.description(), choices});
}

void Arguments::option(const QString &name, const QString &description, const QString &valueName, const QStringList &choices)
{
    declare(QCommandLineOption(name, description, valueName), choices);
}

void Arguments::jsonOption() { option(QStringLiteral("json"), Words::tr("Answer as JSON.")); }

void Arguments::annotatorOption()
{
    option(QStringLiteral("annotator"), Words::tr("Who works, for the project's log. The name of the user if not given."),
           QStringLiteral("NAME"));
}

void Arguments::articleOption()
{
    option(QStringLiteral("article"), Words::tr("An article's id or number; may be given several times. All if not given."),
           QStringLiteral("ID"));
}

void Arguments::statesOption(const QString &defaults)
{
    declare(QCommandLineOption(
                QStringLiteral("state"),
                Words::tr("Which annotations to take: a list of suggested, accepted and rejected. %1 if not given.").arg(defaults),
                QStringLiteral("LIST"), defaults),
            stateNames());
}

std::optional<int> Arguments::read(const QStringList &arguments, int least, int most)
{
    if (QList<Declaration> *declarations = m_console.declarations()) {
        declarations->append(m_declaration);
        return Done;
    }
    const auto &[command, summary, usage, options] = m_declaration;
    // QCommandLineParser takes the first for the program.
    const bool parsed = m_parser.parse(QStringList(command) + arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        QString help = m_parser.helpText();
        help.remove(0, help.indexOf(u'\n') + 1);
        m_console.print(Words::tr("Usage: quoth %1 [options] %2").arg(command, usage).trimmed() + u'\n' + help.trimmed());
        return Done;
    }
    if (!parsed)
        return wrongUsage(m_parser.errorText());
    const qsizetype count = positional().size();
    if (count < least)
        return wrongUsage(Words::tr("Something is missing. Usage: quoth %1 [options] %2").arg(command, usage).trimmed());
    if (most >= 0 && count > most)
        return wrongUsage(Words::tr("What is \"%1\" for?").arg(positional().at(most)));
    return std::nullopt;
}

int Arguments::wrongUsage(const QString &message)
{
    m_console.error({ErrorCode::BadInput,
                     QStringLiteral("%1 %2").arg(message, Words::tr("Try \"quoth %1 --help\".").arg(m_declaration.command)), m_declaration.command});
    return WrongUsage;
}

QString Arguments::person() const
{
    const QString given = value(QStringLiteral("annotator"));
    if (!given.isEmpty())
        return given;
    for (const char *variable : {"USER", "USERNAME"}) {
        if (const QString user = qEnvironmentVariable(variable); !user.isEmpty())
            return user;
    }
    return QStringLiteral("command line");
}

QStringList Arguments::stateNames()
{
    return {toString(State::Suggested), toString(State::Accepted), toString(State::Rejected)};
}

std::optional<QList<State>> Arguments::states(const QString &list)
{
    QList<State> result;
    const QStringList words = list.split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const std::optional<State> state = stateFromString(word.trimmed());
        if (!state)
            return std::nullopt;
        if (!result.contains(*state))
            result.append(*state);
    }
    return result.isEmpty() ? std::nullopt : std::optional(result);
}

Result<QList<ArticleSummary>> Arguments::articles(Storage::Project &project) const
{
    const auto all = project.articles();
    const QStringList names = values(QStringLiteral("article"));
    if (!all || names.isEmpty())
        return all;
    QList<ArticleSummary> result;
    for (const QString &name : names) {
        const auto found = findArticle(*all, name, project.path());
        if (!found)
            return found.error();
        const bool twice = std::any_of(result.begin(), result.end(), [&](const ArticleSummary &one) { return one.id == found->id; });
        if (!twice)
            result.append(*found);
    }
    return result;
}

Result<ArticleSummary> findArticle(const QList<ArticleSummary> &articles, const QString &name, const QString &project)
{
    const auto with = [&articles](auto test) {
        const auto found = std::find_if(articles.begin(), articles.end(), test);
        return found == articles.end() ? nullptr : &*found;
    };
    const ArticleSummary *found = with([&name](const ArticleSummary &one) { return one.externalId == name; });
    bool isNumber = false;
    const qint64 number = name.toLongLong(&isNumber);
    if (!found && isNumber)
        found = with([number](const ArticleSummary &one) { return one.id.number() == number; });
    if (found)
        return *found;
    return Error{ErrorCode::NotFound,
                 Words::tr("The project has no article \"%1\". \"quoth list\" shows the articles it has.").arg(name), project};
}

} // namespace Quoth::CommandLine
