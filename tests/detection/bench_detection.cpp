// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how fast the built-in detectors read in megabytes (of UTF-8) a second of one core: the articles of JSON Lines
// files, one by one (its arguments, or the corpora beside the source tree), then generated news of several lengths and
// texts that invite quadratic behaviour, whose figures must not fall with their length. --news leaves out the last,
// --files all that is generated; --detector NAME measures one alone. Then what it takes to start, how long an article
// of 5 kB takes and how much memory all of it took.

#include <app/detection/detectorregistry.h>
#include <tests/benchmarks/reference.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <cstdio>
#include <ctime>

using namespace Quoth;

namespace {

constexpr int rounds = 5;

QString news(qsizetype length)
{
    const QStringList names{QStringLiteral("Ann Carter"),   QStringLiteral("Boris Lind"),
                            QStringLiteral("Carter"),       QStringLiteral("Lind"),
                            QStringLiteral("the minister"), QStringLiteral("a spokeswoman for the council"),
                            QStringLiteral("she")};
    const QStringList forms{
        QStringLiteral("%1 said on Monday that the bridge over the river would be closed for repairs until the spring. "),
        QStringLiteral("\u201CWe found 14 faults in the older part,\u201D %1 said, adding that the costs had doubled. "),
        QStringLiteral("According to %1, the \u201Creform\u201D has cost the town two million crowns since 2014. "),
        QStringLiteral("The company, which employs 300 people in the valley, has repeatedly denied the allegations, %1 noted. "),
        QStringLiteral("Rain fell on the hills for most of the week and the markets stayed quiet. ")};
    QRandomGenerator random(7);
    QString text;
    text.reserve(length + 300);
    while (text.size() < length) {
        for (int i = 0; i < 3; ++i) {
            QString sentence = forms[random.bounded(forms.size())];
            sentence.replace(QStringLiteral("%1"), names[random.bounded(names.size())]);
            sentence[0] = sentence[0].toUpper();
            text += sentence;
        }
        text[text.size() - 1] = u'\n';
    }
    return text;
}

double secondsSince(std::clock_t begin) { return double(std::clock() - begin) / CLOCKS_PER_SEC; } // of the processor

Annotation::Article articleOf(const QString &text)
{
    Annotation::Article article;
    article.text = text;
    return article;
}

double bestSeconds(const Detection::Detector &detector, const Annotation::Article &article, qsizetype &attributions)
{
    double seconds = 1e9;
    for (int round = 0; round < rounds; ++round) { // the best of them: other programs disturb
        const std::clock_t begin = std::clock();
        const auto result = detector.detect(article, Progress());
        seconds = std::min(seconds, secondsSince(begin));
        attributions = result ? result->attributions.size() : -1;
    }
    return seconds;
}

void measure(const Detection::Detector &detector, const char *what, const QString &text)
{
    qsizetype attributions = 0;
    const double seconds = bestSeconds(detector, articleOf(text), attributions);
    std::printf("%-28s %8.1f kB  %7.2f MB/s  %lld attributions\n", what, double(text.toUtf8().size()) / 1e3,
                double(text.toUtf8().size()) / 1e6 / seconds, qlonglong(attributions));
    std::fflush(stdout);
}

void measureFile(const Detection::Detector &detector, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::printf("%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
        return;
    }
    std::vector<Annotation::Article> articles;
    qsizetype bytes = 0;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        Annotation::Article article;
        article.text = record[QStringLiteral("text")].toString();
        article.meta.language = record[QStringLiteral("meta")][QStringLiteral("language")].toString();
        bytes += article.text.toUtf8().size();
        articles.push_back(article);
    }
    double best = 0;
    qsizetype attributions = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Annotation::Annotations> results; // freeing them is not part of it
        results.reserve(articles.size());
        const std::clock_t begin = std::clock();
        for (const Annotation::Article &article : articles) {
            if (Result<Annotation::Annotations> found = detector.detect(article, Progress()))
                results.push_back(std::move(*found));
        }
        const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
        best = std::max(best, double(bytes) / 1e6 / seconds);
        attributions = 0;
        for (const Annotation::Annotations &result : results)
            attributions += result.attributions.size();
    }
    const QString name = path.section(u'/', -2);
    std::printf("%-28s %8.1f kB  %7.2f MB/s  %lld attributions in %zu articles\n", qPrintable(name), double(bytes) / 1e3, best,
                qlonglong(attributions), articles.size());
}

/// In megabytes; 0 where the system does not tell.
double mostMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

void measureDetector(const QString &name, const QStringList &files, bool isFilesOnly, bool isNewsOnly)
{
    const Detection::DetectorRegistry registry;
    const Detection::Detector *detector = registry.detector(name);
    if (!detector) {
        std::printf("There is no detector %s.\n", qPrintable(name));
        return;
    }
    const std::clock_t begin = std::clock();
    if (!detector->detect(articleOf(QStringLiteral("He said it was so.")), Progress()))
        return;
    std::printf("%s\nfirst sentence, with what it loads %9.1f ms\n", qPrintable(name), 1e3 * secondsSince(begin));
    qsizetype attributions = 0;
    std::printf("an article of 5 kB %25.1f ms\n", 1e3 * bestSeconds(*detector, articleOf(news(5'000)), attributions));
    for (const QString &file : files)
        measureFile(*detector, file);
    if (isFilesOnly)
        return;
    measure(*detector, "news, 10 kB", news(10'000));
    measure(*detector, "news, 500 kB", news(500'000));
    std::printf("memory so far %30.0f MB\n", mostMemory());
    measure(*detector, "news, 10 MB", news(10'000'000));
    if (isNewsOnly)
        return;
    measure(*detector, "one line, 100 kB", news(100'000).replace(u'\n', u' '));
    measure(*detector, "one line, 1 MB", news(1'000'000).replace(u'\n', u' '));
    measure(*detector, "no sentence ends, 100 kB", news(100'000).remove(u'.').replace(u'\n', u' '));
    measure(*detector, "no sentence ends, 1 MB", news(1'000'000).remove(u'.').replace(u'\n', u' '));
    for (const qsizetype length : {100'000, 1'000'000}) {
        measure(*detector, "opening marks only", QStringLiteral("\u201C he said ").repeated(length / 10));
        measure(*detector, "straight marks only", QStringLiteral("\" he said ").repeated(length / 10));
        measure(*detector, "single marks only", QStringLiteral("\u2018he said ").repeated(length / 9));
        measure(*detector, "commas only", QStringLiteral("he said, ").repeated(length / 9));
        measure(*detector, "names only", QStringLiteral("Ann Carter ").repeated(length / 11));
        measure(*detector, "brackets only", QStringLiteral("(he said ").repeated(length / 9));
        measure(*detector, "one word", QString(length, u'a'));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QStringList files = QCoreApplication::arguments().mid(1);
    const bool isNewsOnly = files.removeAll(QStringLiteral("--news")) > 0;
    const bool isFilesOnly = files.removeAll(QStringLiteral("--files")) > 0;
    QStringList detectors = Detection::DetectorRegistry().names();
    if (const qsizetype at = files.indexOf(QStringLiteral("--detector")); at >= 0) {
        detectors = {files.value(at + 1)};
        files.remove(at, std::min<qsizetype>(2, files.size() - at));
    }
    if (files.isEmpty()) {
        const QString corpora = QStringLiteral(QUOTH_SOURCE_DIR "/../shared/corpora/");
        files = {corpora + QStringLiteral("polnear/dev.jsonl"), corpora + QStringLiteral("german-wikinews/dev.jsonl")};
    }
    Benchmarks::printReference();
    for (const QString &detector : std::as_const(detectors))
        measureDetector(detector, files, isFilesOnly, isNewsOnly);
    Benchmarks::printReference();
    return 0;
}
