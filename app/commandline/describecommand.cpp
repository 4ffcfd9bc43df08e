// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "completion.h"
#include "manpage.h"
#include "words.h"

#include <QDateTime>

namespace Quoth::CommandLine {

namespace {

/// Of the build, where that is to be the same whenever it is made; else today.
QDate date()
{
    bool isNumber = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    return (isNumber ? QDateTime::fromSecsSinceEpoch(seconds) : QDateTime::currentDateTime()).toUTC().date();
}

} // namespace

int runDescribe(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("describe"), QStringLiteral("man|bash|zsh|fish"), console);
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const QString what = options.positional()[0];
    const QList<Declaration> commands = declarations(console);
    QString text;
    if (what == u"man")
        text = manPage(window(), commands, date());
    else if (what == u"bash")
        text = bashCompletion(window(), commands);
    else if (what == u"zsh")
        text = zshCompletion(window(), commands);
    else if (what == u"fish")
        text = fishCompletion(window(), commands);
    else
        return options.wrongUsage(Words::tr("\"%1\" is none of man, bash, zsh and fish.").arg(what));
    console.print(text.chopped(1));
    return Done;
}

} // namespace Quoth::CommandLine
