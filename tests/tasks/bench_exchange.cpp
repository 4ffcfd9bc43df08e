// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how fast each format is written and read, in megabytes of file a second, on made-up articles and twice as many of them, so that
// memory that grows with the file shows; then how long it takes to import many spans into a project, beside what the sqlite3 shell takes to
// insert the same rows into the same tables (from its own dump, without the text of statements being made by anybody).
//
// bench_exchange [--articles N] [--spans N] [--format NAME]

#include <app/exchange/formatregistry.h>
#include <app/storage/project.h>
#include <app/tasks/articleintake.h>
#include <tests/benchmarks/reference.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace Quoth;
using namespace Quoth::Annotation;

namespace {

constexpr int sentences = 40; ///< of an article; each is an attribution with three spans

AnnotatedArticle articleOf(int number, int length = sentences)
{
    AnnotatedArticle result;
    result.article.externalId = QStringLiteral("made-up-%1").arg(number);
    result.article.meta.title = QStringLiteral("Bridge %1").arg(number);
    result.article.meta.language = QStringLiteral("en");
    qint64 id = 0;
    const auto span = [&](const QString &label, int begin, int end) {
        Span s;
        s.id = SpanId(++id);
        s.label = label;
        s.fragments = {{begin, end}};
        s.provenance.origin.name = QStringLiteral("ana");
        result.annotations.spans.append(s);
        return s.id;
    };
    for (int i = 0; i < length; ++i) {
        const auto at = int(result.article.text.size());
        result.article.text += QStringLiteral("Anna Berg said that the na\u00EFve bridge plan would cost more than was thought.\n");
        Attribution attribution;
        attribution.id = AttributionId(i + 1);
        attribution.kind = Kind::Indirect;
        attribution.provenance.origin.name = QStringLiteral("ana");
        attribution.fillers = {{sourceRole, span(QStringLiteral("Speaker"), at, at + 9)},
                               {cueRole, span(QStringLiteral("Cue"), at + 10, at + 14)},
                               {contentRole, span(QStringLiteral("Quotation"), at + 15, at + 74)}};
        result.annotations.attributions.append(attribution);
    }
    return result;
}

double secondsOf(const QElapsedTimer &timer) { return double(std::max<qint64>(timer.nsecsElapsed(), 1)) / 1e9; }

qint64 sizeOf(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return QFileInfo(path).size();
    qint64 size = 0;
    for (QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        size += files.fileInfo().size();
    }
    return size;
}

/// In megabytes, now; 0 where the system does not tell.
double memory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, 20).simplified().split(' ').value(0).toDouble() / 1024;
}

/// So that VmHWM is of what follows.
void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

struct Run
{
    double writes = 0; ///< MB/s
    double reads = 0;
    double megabytes = 0;
    double writePeak = 0;
    double readPeak = 0;
};

Run run(const Exchange::FormatRegistry &registry, const Exchange::FormatInfo &format, int articles)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.") + format.suffixes.value(0));
    Run result;
    forgetPeak();
    QElapsedTimer timer;
    timer.start();
    auto session = registry.exporter(format.name)->open(path, {});
    bool ok = bool(session);
    const AnnotatedArticle article = articleOf(1);
    for (int i = 0; ok && i < articles; ++i) {
        AnnotatedArticle copy = article;
        copy.article.externalId = QStringLiteral("made-up-%1").arg(i);
        ok = bool((*session)->write(copy));
    }
    if (!ok || !(*session)->commit()) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(format.name));
        return result;
    }
    result.megabytes = double(sizeOf(path)) / 1e6;
    result.writes = result.megabytes / secondsOf(timer);
    result.writePeak = memory();
    if (!format.reads)
        return result;
    forgetPeak();
    Exchange::ImportOptions options;
    options.format = format.name;
    Exchange::ImportReport report;
    timer.start();
    const auto read = registry.read(path, options, [](const Exchange::ImportedArticle &) -> Result<void> { return {}; }, report);
    if (!read)
        std::fprintf(stderr, "%s\n", qPrintable(read.error().text()));
    else
        result.reads = result.megabytes / secondsOf(timer);
    result.readPeak = memory();
    return result;
}

void insertSpans(int spans)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("big.quoth"));
    const auto schema = Schema::fromJson(
        [] {
            QFile file(QStringLiteral(":/quoth/schemas/attribution-claims.json"));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }(),
        {});
    double seconds = 0;
    {
        const auto project = Storage::Project::create(path, *schema);
        const auto ids = project ? (*project)->nextIds() : Result<Storage::NextIds>(project.error());
        if (!ids) {
            std::fprintf(stderr, "no project: %s\n", qPrintable(ids.error().text()));
            return;
        }
        auto intake = Tasks::ArticleIntake::into(**project, Editing::IdAllocator(*ids), QStringLiteral("ana"));
        const int each = 4'000;
        Exchange::ImportedArticle imported{articleOf(1, each / 3), QStringLiteral("UTF-8"), {}};
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i * each < spans; ++i) {
            imported.article.article.externalId = QStringLiteral("a%1").arg(i);
            if (const auto taken = intake->take(imported, QStringLiteral("made-up.jsonl")); !taken) {
                std::fprintf(stderr, "an article was not taken: %s\n", qPrintable(taken.error().text()));
                return;
            }
        }
        seconds = secondsOf(timer);
    }
    const auto shell = [&](const QString &database, const QStringList &arguments, const QString &input, const QString &output) {
        QProcess process;
        if (!input.isEmpty())
            process.setStandardInputFile(input);
        process.setStandardOutputFile(output);
        QElapsedTimer timer;
        timer.start();
        process.start(QStringLiteral("sqlite3"), QStringList(database) + arguments);
        const bool done = process.waitForStarted() && process.waitForFinished(-1) && process.exitCode() == 0;
        return done ? secondsOf(timer) : -1.0;
    };
    const QString dump = folder.filePath(QStringLiteral("dump.sql"));
    if (shell(path, {QStringLiteral(".dump")}, {}, dump) < 0) {
        std::printf("import of %d spans: %.2f s; there is no sqlite3 shell to compare with\n", spans, seconds);
        return;
    }
    const double theirs = shell(folder.filePath(QStringLiteral("again.db")), {}, dump, QProcess::nullDevice());
    std::printf("import of %d spans: %.2f s; the same rows by the sqlite3 shell: %.2f s; ratio %.2f\n", spans, seconds, theirs, seconds / theirs);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("articles"), {}, QStringLiteral("N"), QStringLiteral("1000")},
                        {QStringLiteral("spans"), {}, QStringLiteral("N"), QStringLiteral("1000000")},
                        {QStringLiteral("format"), {}, QStringLiteral("NAME")}});
    options.process(app);
    const int articles = options.value(QStringLiteral("articles")).toInt();
    Benchmarks::printReference();
    const Exchange::FormatRegistry registry;
    std::printf("%-20s %9s %11s %10s %22s %21s\n", "format", "file MB", "write MB/s", "read MB/s", "peak MB writing, twice", "peak MB reading, twice");
    for (Exchange::FormatInfo format : registry.formats()) {
        // What the program writes as a table of annotations it does not read as one of articles.
        format.reads = format.reads && !QStringList{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("xlsx")}.contains(format.name);
        if (!format.writes || (options.isSet(QStringLiteral("format")) && format.name != options.value(QStringLiteral("format"))))
            continue;
        const Run once = run(registry, format, articles);
        const Run twice = run(registry, format, 2 * articles);
        std::printf("%-20s %9.1f %11.1f %10.1f %14.0f %7.0f %13.0f %7.0f\n", qPrintable(format.name), once.megabytes, once.writes, once.reads, once.writePeak,
                    twice.writePeak, once.readPeak, twice.readPeak);
    }
    if (const int spans = options.value(QStringLiteral("spans")).toInt(); spans > 0)
        insertSpans(spans);
    Benchmarks::printReference();
    return 0;
}
