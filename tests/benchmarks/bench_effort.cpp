// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Replays gold labels in the real window, by real keys and mouse, on the best way found, from nothing and from suggestions, and prints what it takes.
//
//   bench_effort [FILE.jsonl [COUNT]]
//
// Without a file: the project's own gold. The corpora that the figures of the README come from are not part of the project. A selection is a drag
// (or a double click on one word), scrolling is free. Suggestions are the rules' attributions; nested ones are left out where the gold has none,
// and so are claims, scare quotes and quotations without a source, which these gold labels do not have. What counts as reached: the same letters in
// each role and, where the gold names speakers, one speaker of the registry for each of the gold's; how they are called is not compared.

#include "replay.h"

#include <app/exchange/jsonlimporter.h>

#include <QApplication>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Benchmarks;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    Test::WindowBench::prepare(QStringLiteral("quoth-bench-effort"));
    const QStringList arguments = QCoreApplication::arguments();
    const bool own = arguments.size() < 2;
    const QString path = own ? QStringLiteral(QUOTH_SOURCE_DIR "/resources/samples/sample.jsonl") : arguments[1];
    const int most = arguments.size() > 2 ? arguments[2].toInt() : std::numeric_limits<int>::max();
    if (!QFileInfo::exists(path)) {
        QTextStream(stdout) << "There is no " << path << ": nothing was measured.\n";
        return 0;
    }
    QList<AnnotatedArticle> articles;
    Exchange::ImportReport report;
    const auto read = Exchange::JsonlImporter().read(
        path, {},
        [&](Exchange::ImportedArticle article) -> Result<void> {
            if (articles.size() < most)
                articles.append(article.article);
            return {};
        },
        report, Progress());
    if (!read)
        qFatal("%s", qPrintable(read.error().text()));
    const struct
    {
        QString title;
        std::function<void(Replay &)> run;
    } ways[] = {{QStringLiteral("From nothing"), [](Replay &replay) { replay.fromNothing(); }},
                {QStringLiteral("From suggestions, one by one with the mouse"), [](Replay &replay) { replay.fromSuggestions(Replay::Way::OneByOne); }},
                {QStringLiteral("From suggestions, one by one, decided by keys"), [](Replay &replay) { replay.fromSuggestions(Replay::Way::ByKeys); }},
                {QStringLiteral("From suggestions, by exception: all that is left at once"), [](Replay &replay) { replay.fromSuggestions(Replay::Way::ByException); }}};
    for (const auto &way : ways) {
        std::vector<Done> done;
        int attributions = 0;
        int extraActions = 0;
        double extraSeconds = 0;
        for (const AnnotatedArticle &article : std::as_const(articles)) {
            Replay replay(article, own);
            way.run(replay);
            attributions += int(std::count_if(replay.done.begin(), replay.done.end(),
                                              [](const Done &one) { return one.what != QStringLiteral("turned down"); }));
            extraActions += replay.extra.actions;
            extraSeconds += replay.extra.seconds;
            done.insert(done.end(), replay.done.begin(), replay.done.end());
        }
        printEffort(QStringLiteral("%1, %2 articles").arg(way.title).arg(articles.size()), done, attributions, extraActions, extraSeconds);
    }
    return 0;
}
