// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/exchange/formatregistry.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace Quoth;
using namespace Quoth::Exchange;

namespace {

QByteArray madeUpRecord(int number)
{
    QByteArray text;
    QByteArray attributions;
    for (int i = 0; i < 40; ++i) {
        const int at = int(text.size());
        text += "Anna Berg said that the bridge would open late and cost more than was planned. ";
        const auto range = [at](int begin, int end) { return QByteArray("[[%1,%2]]").replace("%1", QByteArray::number(at + begin)).replace("%2", QByteArray::number(at + end)); };
        attributions += (i ? "," : "") + QByteArray("{\"id\":\"E") + QByteArray::number(i) + "\",\"source\":" + range(0, 9) + ",\"cue\":" + range(10, 14)
            + ",\"content\":" + range(15, 77) + ",\"kind\":\"indirect\"}";
    }
    return "{\"id\":\"made-up-" + QByteArray::number(number) + "\",\"text\":\"" + text + "\",\"meta\":{},\"attributions\":[" + attributions + "]}\n";
}

void print(const char *what, qint64 bytes, qint64 milliseconds)
{
    std::printf("%-8s %8.1f MB %8lld ms %8.1f MB/s\n", what, double(bytes) / 1e6, static_cast<long long>(milliseconds),
                double(bytes) / 1e3 / double(qMax<qint64>(milliseconds, 1)));
}

} // namespace

/// bench_jsonl [FILE [OUTPUT]]: reads a JSON Lines file (or one it makes up), writes it in the native form and reads that again.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    QString path = application.arguments().value(1);
    if (path.isEmpty()) {
        path = folder.filePath(QStringLiteral("made-up.jsonl"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        for (int i = 0; i < 2000; ++i)
            file.write(madeUpRecord(i));
    }
    const FormatRegistry registry;
    const QString native = application.arguments().value(2, folder.filePath(QStringLiteral("native.jsonl")));
    QList<Annotation::AnnotatedArticle> articles;
    const auto keep = [&articles](ImportedArticle imported) -> Result<void> {
        articles.append(std::move(imported.article));
        return {};
    };
    const auto drop = [](const ImportedArticle &) -> Result<void> { return {}; };
    ImportReport report;
    QElapsedTimer timer;
    timer.start();
    if (const Result<void> read = registry.read(path, {}, keep, report); !read) {
        std::fprintf(stderr, "%s\n", qPrintable(read.error().text()));
        return 1;
    }
    print("import", QFileInfo(path).size(), timer.restart());
    auto session = registry.exporter(u"jsonl")->open(native, {});
    if (!session)
        return 1;
    for (const Annotation::AnnotatedArticle &article : std::as_const(articles)) {
        if (!(*session)->write(article))
            return 1;
    }
    if (!(*session)->commit())
        return 1;
    const qint64 size = QFileInfo(native).size();
    print("export", size, timer.restart());
    if (!registry.read(native, {}, drop, report))
        return 1;
    print("reimport", size, timer.elapsed());
    std::printf("%d articles, %lld issues\n", report.articles, static_cast<long long>(report.issues.size()));
    return 0;
}
