// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <optional>

/// The manual page and the completions of shells, as the real program prints them.
class TestDescribeCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsEveryCommandAndOptionThatHelpTells_data() { shells(); }
    void tellsEveryCommandAndOptionThatHelpTells();
    void datesThePageByTheBuild();
    void writesAPageThatTheCheckerHasNothingAgainst();
    void writesWhatTheShellsCanRead_data();
    void writesWhatTheShellsCanRead();
    void completesInBash_data();
    void completesInBash();
    void completesInFishWhereItIs();
    void isHiddenButHelps();
    void refusesAnotherShell();

private:
    void shells() const;
    Ran run(const QStringList &arguments) const { return quoth(arguments, m_folder.path()); }

    QTemporaryDir m_folder;
    QStringList m_commands;
};

namespace {

/// Standard output and error together; nullopt if there is no such program here.
std::optional<QByteArray> outputOf(const QString &program, const QStringList &arguments)
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return std::nullopt;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAll();
}

} // namespace

void TestDescribeCommand::initTestCase()
{
    qunsetenv("SOURCE_DATE_EPOCH");
    const QString help = QString::fromUtf8(run({QStringLiteral("--help")}).output).section(QStringLiteral("Commands:"), 1);
    static const QRegularExpression line(QStringLiteral("^  ([a-z]+)  +\\S"), QRegularExpression::MultilineOption);
    for (auto found = line.globalMatch(help); found.hasNext();)
        m_commands.append(found.next().captured(1));
    QVERIFY(m_commands.size() > 10);
}

void TestDescribeCommand::shells() const
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("before"); // an option's name
    QTest::newRow("man") << QStringLiteral("man") << QStringLiteral("Fl -");
    QTest::newRow("bash") << QStringLiteral("bash") << QStringLiteral("--");
    QTest::newRow("zsh") << QStringLiteral("zsh") << QStringLiteral("*--");
    QTest::newRow("fish") << QStringLiteral("fish") << QStringLiteral("-l ");
}

void TestDescribeCommand::tellsEveryCommandAndOptionThatHelpTells()
{
    QFETCH(QString, what);
    QFETCH(QString, before);
    const Ran ran = run({QStringLiteral("describe"), what});
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(ran.status, 0);
    const QString text = QString::fromUtf8(ran.output);
    static const QRegularExpression option(QStringLiteral("^ +(?:-h, )?--([a-z-]+)"), QRegularExpression::MultilineOption);
    for (const QString &command : std::as_const(m_commands)) {
        QVERIFY2(text.contains(QRegularExpression(QStringLiteral("\\b%1\\b").arg(command))), qPrintable(command));
        const QString help = QString::fromUtf8(run({command, QStringLiteral("--help")}).output);
        int options = 0;
        for (auto found = option.globalMatch(help); found.hasNext(); ++options) {
            const QString name = before + found.next().captured(1);
            QVERIFY2(text.contains(QRegularExpression(QRegularExpression::escape(name) + QStringLiteral("(?![a-z-])"))),
                     qPrintable(command + u' ' + name));
        }
        QVERIFY2(options > 0, qPrintable(command));
    }
    QVERIFY(text.contains(before + QStringLiteral("colours")));
    // Nothing is cut from the hidden command itself, and nothing of this machine comes in.
    QVERIFY(!text.contains(QStringLiteral("\nquoth describe")));
    QVERIFY(!text.contains(m_folder.path()));
}

void TestDescribeCommand::datesThePageByTheBuild()
{
    qputenv("SOURCE_DATE_EPOCH", "86400");
    const QByteArray page = run({QStringLiteral("describe"), QStringLiteral("man")}).output;
    QVERIFY2(page.contains("\n.Dd January 2, 1970\n"), page.left(300).constData());
    QCOMPARE(run({QStringLiteral("describe"), QStringLiteral("man")}).output, page);
    qunsetenv("SOURCE_DATE_EPOCH");
}

void TestDescribeCommand::writesAPageThatTheCheckerHasNothingAgainst()
{
    const QString page = m_folder.filePath(QStringLiteral("quoth.1"));
    QFile file(page);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(run({QStringLiteral("describe"), QStringLiteral("man")}).output);
    file.close();
    const auto said = outputOf(QStringLiteral("mandoc"), {QStringLiteral("-T"), QStringLiteral("lint"), page});
    if (said)
        QCOMPARE(*said, QByteArray());
    // What the checker would say first, where there is none.
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QByteArray &line : file.readAll().split('\n')) {
        QVERIFY2(line.size() <= 80, line.constData());
        QVERIFY2(line == line.trimmed(), line.constData());
    }
}

void TestDescribeCommand::writesWhatTheShellsCanRead_data()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"bash", "zsh", "fish"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

void TestDescribeCommand::writesWhatTheShellsCanRead()
{
    QFETCH(QString, shell);
    QFile file(m_folder.filePath(shell));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(run({QStringLiteral("describe"), shell}).output);
    file.close();
    if (const auto said = outputOf(shell, {QStringLiteral("-n"), file.fileName()}))
        QCOMPARE(*said, QByteArray());
}

void TestDescribeCommand::completesInBash_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected"); // one of what is offered
    QTest::addColumn<QString>("unexpected");
    const auto row = [](const char *words, const char *expected, const char *unexpected) {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(expected) << QString::fromLatin1(unexpected);
    };
    row("quoth re", "review", "export");
    row("quoth --c", "--colours", "--sample");
    row("quoth --colours d", "dark", "light");
    row("quoth export --f", "--format", "--state");
    row("quoth export --format webanno", "webannotsv", "brat");
    row("quoth export --state suggested,acc", "suggested,accepted", "accepted");
    row("quoth schema ch", "check", "show");
    row("quoth list --by = unc", "uncertainty", "added");
    row("quoth list s", "story.txt", "--json");
    row("quoth release p.quoth --output f", "folder", "file");
}

void TestDescribeCommand::completesInBash()
{
    QFETCH(QString, words);
    QFETCH(QString, expected);
    QFETCH(QString, unexpected);
    const QDir folder(m_folder.path());
    QVERIFY(folder.exists(QStringLiteral("folder")) || folder.mkdir(QStringLiteral("folder")));
    for (const char *name : {"story.txt", "file"})
        QVERIFY(QFile(folder.filePath(QString::fromLatin1(name))).open(QIODevice::WriteOnly));
    QFile script(folder.filePath(QStringLiteral("completion")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(run({QStringLiteral("describe"), QStringLiteral("bash")}).output);
    // compopt works only while a person completes.
    script.write("\ncompopt() { :; }\ncd \"$1\" || exit\nCOMP_WORDS=($2)\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                 "_quoth\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
    script.close();
    const auto said = outputOf(QStringLiteral("bash"), {script.fileName(), m_folder.path(), words});
    QVERIFY(said);
    const QStringList offered = QString::fromUtf8(*said).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(offered.contains(expected), said->constData());
    QVERIFY2(!offered.contains(unexpected), said->constData());
}

void TestDescribeCommand::completesInFishWhereItIs()
{
    QFile script(m_folder.filePath(QStringLiteral("quoth.fish")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(run({QStringLiteral("describe"), QStringLiteral("fish")}).output);
    script.close();
    const auto offered = [&](const QString &words) {
        const QString line = QStringLiteral("source %1; complete -C '%2'").arg(script.fileName(), words);
        return outputOf(QStringLiteral("fish"), {QStringLiteral("--no-config"), QStringLiteral("-c"), line});
    };
    const auto commands = offered(QStringLiteral("quoth re"));
    if (!commands)
        return; // no fish here
    QVERIFY2(commands->contains("review\t") && commands->contains("release\t"), commands->constData());
    const auto formats = offered(QStringLiteral("quoth export p.quoth --format webanno"));
    QVERIFY2(formats->startsWith("webannotsv\t"), formats->constData());
    QVERIFY2(offered(QStringLiteral("quoth schema ch"))->startsWith("check"), "check");
    QVERIFY2(!offered(QStringLiteral("quoth schema --"))->contains("--format"), "another command's option");
}

void TestDescribeCommand::isHiddenButHelps()
{
    QVERIFY(!m_commands.contains(QStringLiteral("describe")));
    const Ran ran = run({QStringLiteral("describe"), QStringLiteral("--help")});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.output.startsWith("Usage: quoth describe"));
}

void TestDescribeCommand::refusesAnotherShell()
{
    const Ran ran = run({QStringLiteral("describe"), QStringLiteral("tcsh")});
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.saysOneLine("tcsh"), ran.errors.constData());
    QCOMPARE(run({QStringLiteral("describe")}).status, 2);
}

QTEST_GUILESS_MAIN(TestDescribeCommand)
#include "test_describecommand.moc"
