// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manpage.h"

#include "words.h"

#include <app/base/version.h>

#include <QLocale>
#include <QRegularExpression>

namespace Quoth::CommandLine {

namespace {

constexpr qsizetype longestLine = 78; // as the language's checkers want it

QString escaped(QString text)
{
    text.replace(u'\\', QStringLiteral("\\e"));
    return text.replace(u'-', QStringLiteral("\\-"));
}

/// Text as lines: each sentence begins one, none is too long or begins with what would be taken for a macro.
QString prose(const QString &text)
{
    static const QRegularExpression sentenceEnd(QStringLiteral("(?<=[.?!]) +(?=[^a-z])"));
    QString result;
    const QStringList sentences = text.simplified().split(sentenceEnd);
    for (const QString &sentence : sentences) {
        QString line;
        const QStringList words = escaped(sentence).split(u' ');
        for (const QString &word : words) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > longestLine) {
                result += line + u'\n';
                line.clear();
            }
            if (line.isEmpty() && (word.startsWith(u'.') || word.startsWith(u'\'')))
                line = QStringLiteral("\\&");
            else if (!line.isEmpty())
                line += u' ';
            line += word;
        }
        result += line + u'\n';
    }
    return result;
}

/// "create an empty project" as a sentence.
QString sentence(const QString &summary) { return prose(summary.left(1).toUpper() + summary.mid(1) + u'.'); }

/// Macros for what stands after a name: values in capitals, options, words to be typed.
QString synopsis(const QString &usage)
{
    static const QRegularExpression token(QStringLiteral("--[a-z-]+|[A-Z]+(\\.\\.\\.)?|[a-z]+|[|\\[\\]]"));
    QString result;
    for (auto found = token.globalMatch(usage); found.hasNext();) {
        const QString word = found.next().captured();
        if (word == u"|")
            result
                += result.size() - result.lastIndexOf(u'\n') > longestLine / 2 ? QStringLiteral(" |\n.") : QStringLiteral(" |");
        else if (word == u"[")
            result += QStringLiteral(" Oo");
        else if (word == u"]")
            result += QStringLiteral(" Oc");
        else if (word.startsWith(u"--"))
            result += QStringLiteral(" Fl ") + word.mid(1);
        else if (word.endsWith(u"..."))
            result += QStringLiteral(" Ar ") + word.chopped(3) + QStringLiteral(" ...");
        else
            result += (word.at(0).isUpper() ? QStringLiteral(" Ar ") : QStringLiteral(" Cm ")) + word;
    }
    return result.isEmpty() ? QString() : u'.' + result.mid(1).replace(QStringLiteral("\n. "), QStringLiteral("\n.")) + u'\n';
}

QString optionList(const QList<DeclaredOption> &options)
{
    QString result = QStringLiteral(".Bl -tag -width Ds\n");
    for (const DeclaredOption &option : options) {
        QStringList names;
        for (const QString &name : option.names)
            names.append(QStringLiteral("Fl ") + (name.size() > 1 ? u'-' + name : name));
        result += QStringLiteral(".It ") + names.join(QStringLiteral(" , "));
        if (!option.valueName.isEmpty())
            result += QStringLiteral(" Ar ") + option.valueName;
        result += u'\n' + prose(option.description);
    }
    return result + QStringLiteral(".El\n");
}

QString commandSection(const Declaration &command)
{
    return QStringLiteral(".Ss quoth %1\n.Nm\n.Cm %1\n.Op Ar option ...\n").arg(command.command) + synopsis(command.usage)
        + QStringLiteral(".Pp\n") + sentence(command.summary) + optionList(command.options);
}

QString heading(const QString &name) { return QStringLiteral(".Sh %1\n").arg(name); }

QString files()
{
    const auto file
        = [](const QString &path, const QString &what) { return QStringLiteral(".It Pa %1\n").arg(path) + prose(what); };
    return QStringLiteral(".Bl -tag -width Ds\n")
        + file(QStringLiteral("PROJECT.quoth"),
               Words::tr("A project: one SQLite database with the articles, the annotations and the log of all edits."))
        + file(QStringLiteral("PROJECT.quoth.lock"), Words::tr("Held by the program that has the project open for writing."))
        + file(QStringLiteral("\\(ti/.config/Quoth/quoth.conf"), Words::tr("Settings of the window, and detectors of your own."))
        + QStringLiteral(".El\n");
}

QString examples()
{
    const auto example = [](const QString &what, const QStringList &lines) {
        return prose(what) + QStringLiteral(".Bd -literal -offset indent\n") + escaped(lines.join(u'\n'))
            + QStringLiteral("\n.Ed\n");
    };
    return example(Words::tr("From an article to a dataset:"),
                   {QStringLiteral("quoth new news.quoth"), QStringLiteral("quoth import news.quoth bridge.txt"),
                    QStringLiteral("quoth suggest news.quoth"),
                    QStringLiteral("quoth export news.quoth --format jsonl --output news.jsonl")})
        + QStringLiteral(".Pp\n")
        + example(Words::tr("Reject all that the detectors are not sure of, after a look at what that would be:"),
                  {QStringLiteral("quoth review news.quoth --reject --max-confidence 0.4 --dry-run"),
                   QStringLiteral("quoth review news.quoth --reject --max-confidence 0.4")});
}

} // namespace

QString manPage(const Declaration &window, const QList<Declaration> &commands, const QDate &date)
{
    QString page = QStringLiteral(".\\\" SPDX-FileCopyrightText: 2026 The Quoth developers\n"
                                  ".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
                                  ".\\\" Made by \"quoth describe man\" from what the commands declare.\n");
    page += QStringLiteral(".Dd %1\n.Dt QUOTH 1\n.Os\n").arg(QLocale::c().toString(date, QStringLiteral("MMMM d, yyyy")));
    page += heading(QStringLiteral("NAME")) + QStringLiteral(".Nm quoth\n.Nd ")
        + Words::tr("label who said what in news articles") + u'\n';
    page += heading(QStringLiteral("SYNOPSIS")) + QStringLiteral(".Nm\n.Op Ar option ...\n") + synopsis(window.usage)
        + QStringLiteral(".Nm\n.Ar command\n.Op Ar option ...\n.Op Ar argument ...\n.Nm\n.Op Ar command\n.Fl -help | -version\n");
    page += heading(QStringLiteral("DESCRIPTION"))
        + prose(Words::tr(
            "Quoth finds and labels speakers, reporting verbs, quotations, claims and scare quotes in news articles. "
            "Without a command it opens a window on a project or on articles; with one it does a part of that work without a "
            "display. This is version %1.").arg(QStringLiteral(QUOTH_VERSION)))
        + QStringLiteral(".Pp\n") + prose(Words::tr("Options of the window:")) + optionList(window.options);
    page += heading(QStringLiteral("COMMANDS"));
    for (const Declaration &command : commands)
        page += commandSection(command);
    page += heading(QStringLiteral("ENVIRONMENT")) + QStringLiteral(".Bl -tag -width Ds\n.It Ev QT_QPA_PLATFORM\n")
        + prose(Words::tr("How Qt draws: \"offscreen\" needs no display, and is what commands that draw take if it is not set."))
        + QStringLiteral(".It Ev USER\n") + prose(Words::tr("Who works, for the project's log, where no annotator is given."))
        + QStringLiteral(".El\n");
    page += heading(QStringLiteral("FILES")) + files();
    page += heading(QStringLiteral("EXIT STATUS"))
        + prose(Words::tr("0 if it is done, 1 if it could not be done, 2 for wrong usage."));
    page += heading(QStringLiteral("EXAMPLES")) + examples();
    page += heading(QStringLiteral("AUTHORS")) + QStringLiteral(".An The Quoth developers\n");
    return page;
}

} // namespace Quoth::CommandLine
