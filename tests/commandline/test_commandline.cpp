// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <app/storage/project.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Quoth;

/// Drives the real program, each test in an empty folder of its own.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void goesFromAnEmptyProjectToADataset();
    void carriesTheSampleThroughUnchanged();
    void givesJsonThatParses_data();
    void givesJsonThatParses();
    void tellsWrongUsageWithTwo_data();
    void tellsWrongUsageWithTwo();
    void tellsInOneLineWhatItCouldNotDo_data();
    void tellsInOneLineWhatItCouldNotDo();
    void helpsWithEveryCommand_data();
    void helpsWithEveryCommand();
    void writesToStandardOutput();
    void importsTheOthersWhenAFileCannotBeRead();
    void numbersAnotherTextUnderTheSameId();
    void importsTheSameFileOnlyOnce();
    void mergesAnnotationsIntoTheSameText();
    void exportsOnlyTheStatesAndArticlesAskedFor();
    void takesAnArticleByIdOrNumber();
    void writesDownWhoDidWhat();
    void refusesAProjectThatIsOpenElsewhere();
    void makesASampleToReview();
    void drawsArticles();
    void stopsCleanlyWhenInterrupted();

private:
    Ran run(const QStringList &arguments) const { return quoth(arguments, m_folder->path()); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;
    QList<QJsonObject> records(const QByteArray &jsonl) const;
    void makeProject();

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString sample = QStringLiteral(QUOTH_SOURCE_DIR "/resources/samples/sample.jsonl");
const QByteArray story = "Ferry to run again\n\nThe mayor said the ferry would run again in May. \xE2\x80\x9CWe kept our word,\xE2\x80\x9D Ada Brink added.\n";

void compareItems(const QJsonArray &given, const QJsonArray &expected, const QStringList &fields)
{
    QCOMPARE(given.size(), expected.size());
    for (qsizetype i = 0; i < given.size(); ++i) {
        for (const QString &field : fields)
            QCOMPARE(given[i].toObject().value(field), expected[i].toObject().value(field));
    }
}

} // namespace

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCommandLine::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestCommandLine::read(const QString &name) const
{
    QFile file(QDir(m_folder->path()).absoluteFilePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QJsonObject> TestCommandLine::records(const QByteArray &jsonl) const
{
    QList<QJsonObject> result;
    const QList<QByteArray> lines = jsonl.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            result.append(QJsonDocument::fromJson(line).object());
    }
    return result;
}

void TestCommandLine::makeProject()
{
    write(QStringLiteral("story.txt"), story);
    QCOMPARE(run({QStringLiteral("new"), QStringLiteral("p.quoth")}).status, 0);
    QCOMPARE(run({QStringLiteral("import"), QStringLiteral("p.quoth"), QStringLiteral("story.txt")}).status, 0);
}

void TestCommandLine::goesFromAnEmptyProjectToADataset()
{
    makeProject();
    const Ran suggested = run({QStringLiteral("suggest"), QStringLiteral("p.quoth")});
    QCOMPARE(suggested.errors, QByteArray());
    QCOMPARE(suggested.status, 0);
    QVERIFY2(suggested.output.startsWith("story: "), suggested.output.constData());
    const Ran exported = run({QStringLiteral("export"), QStringLiteral("p.quoth"), QStringLiteral("--format"), QStringLiteral("jsonl"),
                              QStringLiteral("--output"), QStringLiteral("out.jsonl")});
    QCOMPARE(exported.errors, QByteArray());
    QCOMPARE(exported.status, 0);
    const QList<QJsonObject> articles = records(read(QStringLiteral("out.jsonl")));
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles[0].value(QStringLiteral("text")).toString().trimmed(), QString::fromUtf8(story).trimmed());
    QVERIFY(articles[0].value(QStringLiteral("attributions")).toArray().size() >= 2);
    const Ran checked = run({QStringLiteral("check"), QStringLiteral("p.quoth")});
    QCOMPARE(checked.errors, QByteArray());
    QCOMPARE(checked.status, 0);
}

void TestCommandLine::carriesTheSampleThroughUnchanged()
{
    QCOMPARE(run({QStringLiteral("new"), QStringLiteral("p.quoth")}).status, 0);
    const Ran imported = run({QStringLiteral("import"), QStringLiteral("p.quoth"), sample});
    QCOMPARE(imported.errors, QByteArray());
    QCOMPARE(imported.status, 0);
    const Ran exported = run({QStringLiteral("export"), QStringLiteral("p.quoth"), QStringLiteral("--format"), QStringLiteral("jsonl"),
                              QStringLiteral("--output"), QStringLiteral("-")});
    QCOMPARE(exported.status, 0);
    QFile file(sample);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QJsonObject> expected = records(file.readAll());
    const QList<QJsonObject> given = records(exported.output);
    QCOMPARE(given.size(), expected.size());
    for (qsizetype i = 0; i < given.size(); ++i) {
        for (const QString &field : {QStringLiteral("id"), QStringLiteral("text"), QStringLiteral("title"), QStringLiteral("meta")})
            QCOMPARE(given[i].value(field), expected[i].value(field));
        compareItems(given[i].value(QStringLiteral("spans")).toArray(), expected[i].value(QStringLiteral("spans")).toArray(),
                     {QStringLiteral("label"), QStringLiteral("fragments"), QStringLiteral("state"), QStringLiteral("attributes")});
        compareItems(given[i].value(QStringLiteral("attributions")).toArray(), expected[i].value(QStringLiteral("attributions")).toArray(),
                     {QStringLiteral("source"), QStringLiteral("cue"), QStringLiteral("content"), QStringLiteral("kind")});
    }
}

void TestCommandLine::givesJsonThatParses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](const char *name, const char *arguments, const char *fields) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ') << QString::fromLatin1(fields).split(u' ');
    };
    row("new", "new other.quoth --json", "project schema");
    row("import", "import p.quoth story.txt --json", "added merged unchanged failed issues");
    row("suggest", "suggest p.quoth --json", "articles detectors");
    row("export", "export p.quoth --format jsonl --output o.jsonl --json", "articles format issues output written");
    row("check", "check p.quoth --json", "sound issues");
    row("list", "list p.quoth --json", "articles schema");
    row("log", "log p.quoth --json", "entries");
    row("review", "review p.quoth --accept --json", "items articles counts changed");
    row("formats", "formats --json", "formats missing");
}

void TestCommandLine::givesJsonThatParses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, fields);
    makeProject();
    const Ran ran = run(arguments);
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(ran.status, 0);
    for (const QString &field : fields)
        QVERIFY2(ran.json().contains(field), qPrintable(field));
}

void TestCommandLine::tellsWrongUsageWithTwo_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *arguments, const char *words) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(words);
    };
    row("improt", "no such command");
    row("new", "is missing");
    row("new a.quoth b.quoth", "b.quoth");
    row("new --colour red a.quoth", "colour");
    row("import p.quoth", "is missing");
    row("import p.quoth story.txt --format cuneiform", "cuneiform");
    row("import p.quoth story.txt --as rejected", "--as");
    row("suggest p.quoth --detector oracle", "oracle");
    row("export p.quoth --format jsonl", "--output");
    row("export p.quoth --output o.jsonl", "--format");
    row("export p.quoth --format cuneiform --output o", "cuneiform");
    row("export p.quoth --format jsonl --output o --state lost", "--state");
    row("export p.quoth --format jsonl --output - --json", "standard output");
    row("render p.quoth --output o.png", "--article");
    row("render p.quoth --article 1 --output o.doc", "suffix");
    row("render p.quoth --article 1 --output o.png --width wide", "--width");
    row("render p.quoth --article 1 --output o.png --scale 100", "--scale");
    row("log p.quoth --most none", "--most");
    row("review p.quoth", "--accept");
    row("review p.quoth --accept --reject", "--accept");
    row("review p.quoth --accept --state lost", "--state");
    row("review p.quoth --accept --min-confidence high", "--min-confidence");
    row("review p.quoth --accept --max-confidence 2", "--max-confidence");
    row("review p.quoth --accept --min-confidence 0.8 --max-confidence 0.2", "--min-confidence");
    row("check", "is missing");
    row("formats all", "all");
}

void TestCommandLine::tellsWrongUsageWithTwo()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, words);
    makeProject();
    const Ran ran = run(arguments.split(u' '));
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.output, QByteArray());
    QVERIFY2(ran.saysOneLine(words), ran.errors.constData());
    QVERIFY(ran.errors.contains("--help") || ran.errors.contains("Usage"));
}

void TestCommandLine::tellsInOneLineWhatItCouldNotDo_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *arguments, const char *words) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(words);
    };
    row("new p.quoth", "p.quoth");
    row("new nowhere/p.quoth", "nowhere/p.quoth");
    row("new other.quoth --schema nothing.json", "nothing.json");
    row("new other.quoth --schema story.txt", "story.txt");
    for (const char *command : {"list %1", "log %1", "check %1", "suggest %1", "review %1 --accept", "import %1 story.txt",
                                "export %1 --format jsonl --output o.jsonl", "render %1 --article 1 --output o.png"}) {
        row(qPrintable(QString::fromLatin1(command).arg(QStringLiteral("gone.quoth"))), "gone.quoth");
        row(qPrintable(QString::fromLatin1(command).arg(QStringLiteral("story.txt"))), "story.txt");
        row(qPrintable(QString::fromLatin1(command).arg(QStringLiteral("newer.quoth"))), "newer");
    }
    row("export p.quoth --format jsonl --output nowhere/o.jsonl", "nowhere");
    row("export p.quoth --format jsonl --output o.jsonl --article nine", "nine");
    row("suggest p.quoth --article nine", "nine");
    row("render p.quoth --article 9 --output o.png", "9");
    row("render p.quoth --article 1 --output nowhere/o.png", "nowhere");
    row("log p.quoth --article nine", "nine");
    row("review p.quoth --accept --article nine", "nine");
    row("review p.quoth --accept --label Rumour", "Rumour");
    row("review p.quoth --relabel Rumour", "Rumour");
    row("review p.quoth --accept --speaker Nobody", "Nobody");
}

void TestCommandLine::tellsInOneLineWhatItCouldNotDo()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, words);
    makeProject();
    QByteArray newer = read(QStringLiteral("p.quoth"));
    newer.replace(60, 4, QByteArray::fromHex("00002710")); // user_version in the SQLite header
    write(QStringLiteral("newer.quoth"), newer);
    const Ran ran = run(arguments.split(u' '));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.saysOneLine(words), ran.errors.constData());
    QVERIFY(!QFile::exists(path(QStringLiteral("other.quoth"))));
    QVERIFY(!QFile::exists(path(QStringLiteral("o.jsonl"))));
    QVERIFY(!QFile::exists(path(QStringLiteral("gone.quoth"))));
    QCOMPARE(read(QStringLiteral("story.txt")), story);
}

void TestCommandLine::helpsWithEveryCommand_data()
{
    QTest::addColumn<QString>("command");
    const Ran help = quoth({QStringLiteral("--help")}, QString());
    QCOMPARE(help.status, 0);
    const QRegularExpression line(QStringLiteral("^  ([a-z]+)  +\\S"), QRegularExpression::MultilineOption);
    const QString listed = QString::fromUtf8(help.output).section(QStringLiteral("Commands:"), 1);
    auto found = line.globalMatch(listed);
    int commands = 0;
    for (; found.hasNext(); ++commands) {
        const QString command = found.next().captured(1);
        QTest::newRow(qPrintable(command)) << command;
    }
    QVERIFY(commands >= 10);
}

void TestCommandLine::helpsWithEveryCommand()
{
    QFETCH(QString, command);
    const Ran ran = run({command, QStringLiteral("--help")});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.errors, QByteArray());
    QVERIFY2(ran.output.startsWith("Usage: quoth " + command.toUtf8()), ran.output.constData());
}

void TestCommandLine::writesToStandardOutput()
{
    makeProject();
    const QStringList arguments = {QStringLiteral("export"), QStringLiteral("p.quoth"), QStringLiteral("--format"),
                                   QStringLiteral("jsonl"), QStringLiteral("--output")};
    const Ran toOutput = run(arguments + QStringList{QStringLiteral("-")});
    QCOMPARE(toOutput.status, 0);
    QCOMPARE(run(arguments + QStringList{QStringLiteral("o.jsonl")}).status, 0);
    QVERIFY(!toOutput.output.isEmpty());
    QCOMPARE(toOutput.output, read(QStringLiteral("o.jsonl")));
}

void TestCommandLine::importsTheOthersWhenAFileCannotBeRead()
{
    write(QStringLiteral("story.txt"), story);
    write(QStringLiteral("last.txt"), "The last one.\n");
    write(QStringLiteral("picture.txt"), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    QCOMPARE(run({QStringLiteral("new"), QStringLiteral("p.quoth")}).status, 0);
    const Ran ran = run({QStringLiteral("import"), QStringLiteral("p.quoth"), QStringLiteral("story.txt"), QStringLiteral("gone.txt"),
                         QStringLiteral("picture.txt"), QStringLiteral("last.txt"), QStringLiteral("--json")});
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.errors.contains("quoth: gone.txt: ") && ran.errors.contains("quoth: picture.txt: "), ran.errors.constData());
    QCOMPARE(ran.errors.count('\n'), 2);
    QCOMPARE(ran.json().value(QStringLiteral("added")).toInt(), 2);
    QCOMPARE(ran.json().value(QStringLiteral("failed")).toArray().size(), 2);
}

void TestCommandLine::numbersAnotherTextUnderTheSameId()
{
    makeProject();
    write(QStringLiteral("story.txt"), "Quite another story.\n");
    const Ran ran = run({QStringLiteral("import"), QStringLiteral("p.quoth"), QStringLiteral("story.txt")});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.saysOneLine("\"story-2\""), ran.errors.constData());
    const Ran again = run({QStringLiteral("import"), QStringLiteral("p.quoth"), QStringLiteral("story.txt"), QStringLiteral("--json")});
    QCOMPARE(again.json().value(QStringLiteral("unchanged")).toInt(), 1);
    QCOMPARE(run({QStringLiteral("list"), QStringLiteral("p.quoth"), QStringLiteral("--json")})
                 .json().value(QStringLiteral("articles")).toArray().size(), 2);
}

void TestCommandLine::importsTheSameFileOnlyOnce()
{
    QCOMPARE(run({QStringLiteral("new"), QStringLiteral("p.quoth")}).status, 0);
    const QStringList import = {QStringLiteral("import"), QStringLiteral("p.quoth"), sample, QStringLiteral("--json")};
    QCOMPARE(run(import).json().value(QStringLiteral("added")).toInt(), 3);
    const QStringList list = {QStringLiteral("list"), QStringLiteral("p.quoth"), QStringLiteral("--json")};
    const Ran before = run(list);
    const Ran again = run(import);
    QCOMPARE(again.status, 0);
    QCOMPARE(again.json().value(QStringLiteral("unchanged")).toInt(), 3);
    QCOMPARE(run(list).output, before.output);
}

void TestCommandLine::mergesAnnotationsIntoTheSameText()
{
    const QByteArray text = "{\"id\":\"a\",\"text\":\"Ann said so.\"}\n";
    const QByteArray labelled = "{\"id\":\"a\",\"text\":\"Ann said so.\",\"attributions\":[{\"source\":[[0,3]],\"cue\":[[4,8]],\"content\":[[9,11]]}]}\n";
    write(QStringLiteral("a.jsonl"), text);
    QCOMPARE(run({QStringLiteral("new"), QStringLiteral("p.quoth")}).status, 0);
    QCOMPARE(run({QStringLiteral("import"), QStringLiteral("p.quoth"), QStringLiteral("a.jsonl")}).status, 0);
    write(QStringLiteral("a.jsonl"), labelled);
    const Ran merged = run({QStringLiteral("import"), QStringLiteral("p.quoth"), QStringLiteral("a.jsonl"), QStringLiteral("--as"),
                            QStringLiteral("suggested"), QStringLiteral("--json")});
    QCOMPARE(merged.status, 0);
    QCOMPARE(merged.json().value(QStringLiteral("merged")).toInt(), 1);
    const QJsonObject article = run({QStringLiteral("list"), QStringLiteral("p.quoth"), QStringLiteral("--json")})
                                    .json().value(QStringLiteral("articles")).toArray().at(0).toObject();
    QCOMPARE(article.value(QStringLiteral("attributions")).toInt(), 1);
    QCOMPARE(article.value(QStringLiteral("toReview")).toInt(), 1);
}

void TestCommandLine::exportsOnlyTheStatesAndArticlesAskedFor()
{
    QCOMPARE(run({QStringLiteral("sample"), QStringLiteral("s.quoth")}).status, 0);
    const QStringList arguments = {QStringLiteral("export"), QStringLiteral("s.quoth"), QStringLiteral("--format"), QStringLiteral("jsonl"),
                                   QStringLiteral("--output"), QStringLiteral("-")};
    const QList<QJsonObject> accepted = records(run(arguments + QStringList{QStringLiteral("--state"), QStringLiteral("accepted")}).output);
    QCOMPARE(accepted.size(), 3);
    QVERIFY(!accepted[0].value(QStringLiteral("attributions")).toArray().isEmpty());
    QVERIFY(accepted[1].value(QStringLiteral("attributions")).toArray().isEmpty());
    const QList<QJsonObject> second = records(run(arguments + QStringList{QStringLiteral("--article"), QStringLiteral("budget-gap")}).output);
    QCOMPARE(second.size(), 1);
    QVERIFY(!second[0].value(QStringLiteral("attributions")).toArray().isEmpty());
}

void TestCommandLine::takesAnArticleByIdOrNumber()
{
    QCOMPARE(run({QStringLiteral("sample"), QStringLiteral("s.quoth")}).status, 0);
    const QStringList log = {QStringLiteral("log"), QStringLiteral("s.quoth"), QStringLiteral("--json"), QStringLiteral("--article")};
    const Ran byId = run(log + QStringList{QStringLiteral("budget-gap")});
    QCOMPARE(byId.status, 0);
    QCOMPARE(byId.json().value(QStringLiteral("entries")).toArray().size(), 2);
    QCOMPARE(run(log + QStringList{QStringLiteral("2")}).output, byId.output);
}

void TestCommandLine::writesDownWhoDidWhat()
{
    makeProject();
    QCOMPARE(run({QStringLiteral("suggest"), QStringLiteral("p.quoth"), QStringLiteral("--annotator"), QStringLiteral("Ines")}).status, 0);
    const QJsonArray entries = run({QStringLiteral("log"), QStringLiteral("p.quoth"), QStringLiteral("--json")})
                                   .json().value(QStringLiteral("entries")).toArray();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].toObject().value(QStringLiteral("who")).toString(), QStringLiteral("Ines"));
    QCOMPARE(entries[0].toObject().value(QStringLiteral("action")).toString(), QStringLiteral("do"));
    QCOMPARE(entries[0].toObject().value(QStringLiteral("article")).toString(), QStringLiteral("story"));
    QCOMPARE(entries[1].toObject().value(QStringLiteral("action")).toString(), QStringLiteral("import"));
    const Ran most = run({QStringLiteral("log"), QStringLiteral("p.quoth"), QStringLiteral("--json"), QStringLiteral("--most"), QStringLiteral("1")});
    QCOMPARE(most.json().value(QStringLiteral("entries")).toArray().size(), 1);
}

void TestCommandLine::refusesAProjectThatIsOpenElsewhere()
{
    makeProject();
    const auto open = Storage::Project::open(path(QStringLiteral("p.quoth")), Storage::Project::Access::ReadWrite);
    QVERIFY(open);
    const Ran ran = run({QStringLiteral("suggest"), QStringLiteral("p.quoth")});
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.saysOneLine("p.quoth: The project is already open"), ran.errors.constData());
    QCOMPARE(run({QStringLiteral("list"), QStringLiteral("p.quoth")}).status, 0);
}

void TestCommandLine::makesASampleToReview()
{
    const Ran made = run({QStringLiteral("sample"), QStringLiteral("s.quoth")});
    QCOMPARE(made.errors, QByteArray());
    QCOMPARE(made.status, 0);
    const QJsonArray articles = run({QStringLiteral("list"), QStringLiteral("s.quoth"), QStringLiteral("--json")})
                                    .json().value(QStringLiteral("articles")).toArray();
    QCOMPARE(articles.size(), 3);
    QCOMPARE(articles[0].toObject().value(QStringLiteral("toReview")).toInt(), 0);
    QVERIFY(articles[0].toObject().value(QStringLiteral("reviewed")).toInt() > 0);
    for (const qsizetype i : {1, 2}) {
        QVERIFY(articles[i].toObject().value(QStringLiteral("toReview")).toInt() > 0);
        QCOMPARE(articles[i].toObject().value(QStringLiteral("reviewed")).toInt(), 0);
    }
}

void TestCommandLine::drawsArticles()
{
    QCOMPARE(run({QStringLiteral("sample"), QStringLiteral("s.quoth")}).status, 0);
    const QStringList arguments = {QStringLiteral("render"), QStringLiteral("s.quoth"), QStringLiteral("--article"), QStringLiteral("1"), QStringLiteral("--output")};
    for (const QString &name : {QStringLiteral("a.png"), QStringLiteral("a.pdf"), QStringLiteral("a.html")}) {
        const Ran ran = run(arguments + QStringList{name, QStringLiteral("--width"), QStringLiteral("800"), QStringLiteral("--scale"), QStringLiteral("0.5")});
        QCOMPARE(ran.errors, QByteArray());
        QCOMPARE(ran.status, 0);
    }
    QCOMPARE(QImage(path(QStringLiteral("a.png"))).width(), 400);
    QVERIFY(read(QStringLiteral("a.pdf")).startsWith("%PDF"));
    QVERIFY(read(QStringLiteral("a.html")).startsWith("<!DOCTYPE html>"));
}

void TestCommandLine::stopsCleanlyWhenInterrupted()
{
#ifdef Q_OS_UNIX
    QByteArray lines;
    for (int i = 0; i < 500; ++i) {
        const QString text = QString::fromUtf8(story).replace(u'\n', u' ').repeated(10) + QString::number(i);
        lines += QJsonDocument(QJsonObject{{QStringLiteral("id"), QString::number(i)}, {QStringLiteral("text"), text}}).toJson(QJsonDocument::Compact) + '\n';
    }
    write(QStringLiteral("many.jsonl"), lines);
    QCOMPARE(run({QStringLiteral("new"), QStringLiteral("p.quoth")}).status, 0);
    QCOMPARE(run({QStringLiteral("import"), QStringLiteral("p.quoth"), QStringLiteral("many.jsonl")}).status, 0);
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(QUOTH_PROGRAM), {QStringLiteral("suggest"), QStringLiteral("p.quoth")});
    QVERIFY(process.waitForReadyRead(30000));
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.contains("Stopped") && errors.count('\n') == 1, errors.constData());
    const Ran checked = run({QStringLiteral("check"), QStringLiteral("p.quoth")});
    QCOMPARE(checked.status, 0);
    const QJsonArray articles = run({QStringLiteral("list"), QStringLiteral("p.quoth"), QStringLiteral("--json")})
                                    .json().value(QStringLiteral("articles")).toArray();
    QVERIFY(articles.first().toObject().value(QStringLiteral("toReview")).toInt() > 0);
    QCOMPARE(articles.last().toObject().value(QStringLiteral("toReview")).toInt(), 0);
#else
    QSKIP("Only where signals are.");
#endif
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_commandline.moc"
