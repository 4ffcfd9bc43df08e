// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints for every kind of bad text how fast the built-in detectors read 10 kB, 1 MB and 10 MB of it, in megabytes (of
// UTF-8) a second of the processor. In linear time the three are alike. --most SIZE leaves longer ones out.

#include "badtexts.h"
#include "detectionchecks.h"

#include <app/detection/detectorregistry.h>

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>
#include <ctime>

using namespace Quoth;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype most = arguments.contains(QStringLiteral("--most")) ? arguments.last().toLongLong() : qsizetype(10'000'000);
    const Detection::DetectorRegistry registry;
    int slow = 0;
    for (const QString &name : registry.names()) {
        const Detection::Detector *detector = registry.detector(name);
        Annotation::Article article;
        article.text = QStringLiteral("He said it was so.");
        if (const auto loaded = detector->detect(article, Progress()); !loaded) {
            std::printf("%s: %s\n", qPrintable(name), qPrintable(loaded.error().text()));
            continue;
        }
        for (const char16_t *language : {u"en", u"xx"}) {
            article.meta.language = QString::fromUtf16(language);
            std::printf("%s, as %s %22s %12s %12s  MB/s\n", qPrintable(name), qPrintable(article.meta.language), "10 kB", "1 MB",
                        "10 MB");
            for (const BadText &bad : badTexts) {
                std::printf("%-24s", bad.name);
                double first = 0;
                double speed = 0;
                for (const qsizetype length : {10'000, 1'000'000, 10'000'000}) {
                    if (length > most)
                        continue;
                    article.text = makeBadText(bad, length);
                    double seconds = 1e9;
                    QString wrong;
                    for (int round = length > 100'000 ? 1 : 10; round > 0; --round) {
                        const std::clock_t begin = std::clock();
                        const auto found = detector->detect(article, Progress());
                        seconds = std::min(seconds, double(std::clock() - begin) / CLOCKS_PER_SEC);
                        wrong = found ? Detection::whatIsWrong(*found, article.text) : found.error().text();
                    }
                    speed = double(article.text.toUtf8().size()) / 1e6 / std::max(seconds, 1e-6);
                    first = first > 0 ? first : speed;
                    std::printf("%13.2f", speed);
                    if (!wrong.isEmpty())
                        std::printf(" WRONG: %s", qPrintable(wrong));
                    std::fflush(stdout);
                }
                std::printf("%s\n", speed < first / 3 ? "  not linear" : "");
                slow += speed < first / 3;
            }
        }
    }
    std::printf("%d kinds are read more than three times slower when long\n", slow);
    return 0;
}
