// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "completion.h"

#include <QRegularExpression>

namespace Quoth::CommandLine {

namespace {

QString head(const QString &shell)
{
    return QStringLiteral("# SPDX-FileCopyrightText: 2026 The Quoth developers\n"
                          "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                          "# Made by \"quoth describe %1\" from what the commands declare.\n")
        .arg(shell);
}

/// The first sentence, without its period: there is one line for it.
QString shortened(const QString &description)
{
    static const QRegularExpression end(QStringLiteral("[.](?: |$)"));
    return description.simplified().section(end, 0, 0);
}

/// In single quotes, as bash and zsh read them.
QString quoted(QString text) { return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\''; }

QStringList dashed(const QList<DeclaredOption> &options)
{
    QStringList result;
    for (const DeclaredOption &option : options) {
        for (const QString &name : option.names)
            result.append((name.size() > 1 ? QStringLiteral("--") : QStringLiteral("-")) + name);
    }
    return result;
}

QString bashOptions(const Declaration &command, const QString &indent)
{
    QString result;
    for (const DeclaredOption &option : command.options) {
        QString action;
        if (!option.choices.isEmpty())
            action = (option.isList() ? QStringLiteral("_quoth_list ") : QStringLiteral("_quoth_words "))
                + quoted(option.choices.join(u' '));
        else if (option.valueKind() == ValueKind::File)
            action = QStringLiteral("_quoth_files -f");
        else if (option.valueKind() == ValueKind::Folder)
            action = QStringLiteral("_quoth_files -d");
        else if (option.valueKind() == ValueKind::Word)
            action = u':';
        if (!action.isEmpty())
            result += indent + QStringLiteral("--%1) %2; return ;;\n").arg(option.name(), action);
    }
    return result.isEmpty() ? QString() : indent + QStringLiteral("case $prev in\n") + result + indent + QStringLiteral("esac\n");
}

QString zshText(const QString &text)
{
    static const QRegularExpression special(QStringLiteral("([\\\\:\\[\\]])"));
    return QString(text).replace(special, QStringLiteral("\\\\1"));
}

QString zshOptions(const Declaration &command)
{
    QStringList result;
    for (const DeclaredOption &option : command.options) {
        QString action;
        if (!option.choices.isEmpty() && option.isList())
            action = QStringLiteral(":%1:_values -s , word %2").arg(zshText(option.valueName), option.choices.join(u' '));
        else if (!option.choices.isEmpty())
            action = QStringLiteral(":%1:(%2)").arg(zshText(option.valueName), option.choices.join(u' '));
        else if (option.valueKind() == ValueKind::File)
            action = QStringLiteral(":%1:_files").arg(zshText(option.valueName));
        else if (option.valueKind() == ValueKind::Folder)
            action = QStringLiteral(":%1:_files -/").arg(zshText(option.valueName));
        else if (option.valueKind() == ValueKind::Word)
            action = QStringLiteral(":%1: ").arg(zshText(option.valueName));
        for (const QString &name : option.names) {
            const QString dashes = name.size() > 1 ? QStringLiteral("--") : QStringLiteral("-");
            result.append(quoted(QStringLiteral("*%1%2%3[%4]%5")
                                     .arg(dashes, name, action.isEmpty() ? QString() : QStringLiteral("="),
                                          zshText(shortened(option.description)), action)));
        }
    }
    if (const QStringList verbs = command.verbs(); !verbs.isEmpty())
        result.append(quoted(QStringLiteral("1:what:(%1)").arg(verbs.join(u' '))));
    result.append(QStringLiteral("'*:file:_files'"));
    return result.join(QStringLiteral(" \\\n        "));
}

QString fishOptions(const Declaration &command, const QString &condition)
{
    QString result;
    for (const DeclaredOption &option : command.options) {
        QString line = QStringLiteral("complete -c quoth -n %1").arg(quoted(condition));
        for (const QString &name : option.names)
            line += (name.size() > 1 ? QStringLiteral(" -l ") : QStringLiteral(" -s ")) + name;
        const QString words = option.choices.join(u' ');
        if (!option.choices.isEmpty() && option.isList())
            line += QStringLiteral(" -x -a \"(__fish_append , %1)\"").arg(words);
        else if (!option.choices.isEmpty())
            line += QStringLiteral(" -x -a \"%1\"").arg(words);
        else if (option.valueKind() == ValueKind::File)
            line += QStringLiteral(" -r -F");
        else if (option.valueKind() == ValueKind::Folder)
            line += QStringLiteral(" -x -a \"(__fish_complete_directories)\"");
        else if (option.valueKind() == ValueKind::Word)
            line += QStringLiteral(" -x");
        result += line + QStringLiteral(" -d ")
            + quoted(shortened(option.description)).replace(QStringLiteral("'\\''"), QStringLiteral("\\'")) + u'\n';
    }
    return result;
}

} // namespace

QString bashCompletion(const Declaration &window, const QList<Declaration> &commands)
{
    QStringList names;
    QString cases;
    for (const Declaration &command : commands) {
        names.append(command.command);
        cases += QStringLiteral("    %1)\n").arg(command.command) + bashOptions(command, QStringLiteral("        "))
            + QStringLiteral("        options=%1 verbs=%2 ;;\n")
                  .arg(quoted(dashed(command.options).join(u' ')), quoted(command.verbs().join(u' ')));
    }
    return head(QStringLiteral("bash"))
        + QStringLiteral(R"sh(
_quoth_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }

_quoth_list() { # several of them, with commas
    local before=
    [[ $cur == *,* ]] && before=${cur%,*},
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${cur##*,}")
    compopt -o nospace
}

_quoth_files() {
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
}

_quoth() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} options verbs
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        _quoth_files -f
        local files=("${COMPREPLY[@]}")
        _quoth_words '@COMMANDS@ --help --version @OPTIONS@'
        COMPREPLY+=("${files[@]}")
        return
    fi
    case ${COMP_WORDS[1]} in
@CASES@    *)
@WINDOW@        options='@OPTIONS@' verbs= ;;
    esac
    if [[ $cur == -* ]]; then
        _quoth_words "$options"
    elif ((COMP_CWORD == 2)) && [[ $verbs ]]; then
        _quoth_words "$verbs"
    else
        _quoth_files -f
    fi
}

complete -F _quoth quoth
)sh")
              .replace(QStringLiteral("@COMMANDS@"), names.join(u' '))
              .replace(QStringLiteral("@OPTIONS@"), dashed(window.options).join(u' '))
              .replace(QStringLiteral("@CASES@"), cases)
              .replace(QStringLiteral("@WINDOW@"), bashOptions(window, QStringLiteral("        ")));
}

QString zshCompletion(const Declaration &window, const QList<Declaration> &commands)
{
    QString names;
    QString cases;
    for (const Declaration &command : commands) {
        names += QStringLiteral("        %1\n").arg(quoted(command.command + u':' + zshText(command.summary)));
        cases += QStringLiteral("    %1)\n        _arguments %2 ;;\n").arg(command.command, zshOptions(command));
    }
    return QStringLiteral("#compdef quoth\n") + head(QStringLiteral("zsh"))
        + QStringLiteral(R"sh(
_quoth() {
    local -a commands=(
@NAMES@    )
    if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
        _describe -t commands command commands
        _files
        return
    fi
    if ((CURRENT == 2)) || [[ $words[2] == -* ]]; then
        _arguments @WINDOW@
        return
    fi
    shift words
    ((CURRENT--))
    case $words[1] in
@CASES@    *)
        _files ;;
    esac
}

_quoth "$@"
)sh")
              .replace(QStringLiteral("@NAMES@"), names)
              .replace(QStringLiteral("@CASES@"), cases)
              .replace(QStringLiteral("@WINDOW@"), zshOptions(window));
}

QString fishCompletion(const Declaration &window, const QList<Declaration> &commands)
{
    QString result = head(QStringLiteral("fish")) + QStringLiteral(R"sh(
function __quoth_command
    set -l words (commandline -opc)
    if test (count $words) -lt 2
        test -z "$argv[1]"
    else
        test "$words[2]" = "$argv[1]"
    end
end

function __quoth_verb
    test (count (commandline -opc)) -eq 2; and __quoth_command $argv[1]
end

)sh");
    for (const Declaration &command : commands) {
        result += QStringLiteral("complete -c quoth -n __quoth_command -a %1 -d %2\n")
                      .arg(command.command, quoted(command.summary).replace(QStringLiteral("'\\''"), QStringLiteral("\\'")));
    }
    result += fishOptions(window, QStringLiteral("__quoth_command"));
    for (const Declaration &command : commands) {
        if (const QStringList verbs = command.verbs(); !verbs.isEmpty())
            result
                += QStringLiteral("complete -c quoth -n '__quoth_verb %1' -f -a '%2'\n").arg(command.command, verbs.join(u' '));
        result += fishOptions(command, QStringLiteral("__quoth_command ") + command.command);
    }
    return result;
}

} // namespace Quoth::CommandLine
