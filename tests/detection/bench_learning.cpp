// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Works through labelled articles in order as an analyst would, with a model that learns from each article once it is
// done and with one that does not, and prints what it took: actions an attribution. An attribution that is suggested as
// the gold has it takes one action (accept), one that is suggested with wrong parts one and another for each of these,
// one that is not suggested three, a false one takes one (reject); these are the figures of bench_effort.
//
// bench_learning MODEL [FILE.jsonl [COUNT]] > table.tsv

#include <app/detection/detectorregistry.h>
#include <app/detection/model/learner.h>
#include <app/detection/model/modeldetector.h>
#include <app/tasks/training.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

using Ranges = QList<TextRange>;

Ranges trimmed(const QString &text, Ranges ranges)
{
    for (TextRange &r : ranges) {
        while (r.begin < r.end && text[r.begin].isSpace())
            ++r.begin;
        while (r.begin < r.end && text[r.end - 1].isSpace())
            --r.end;
    }
    return ranges;
}

qint32 common(const Ranges &a, const Ranges &b)
{
    qint32 sum = 0;
    for (const TextRange x : a) {
        for (const TextRange y : b)
            sum += std::max(0, std::min(x.end, y.end) - std::max(x.begin, y.begin));
    }
    return sum;
}

qint32 length(const Ranges &ranges)
{
    qint32 sum = 0;
    for (const TextRange r : ranges)
        sum += r.length();
    return sum;
}

struct Effort
{
    int actions = 0;
    int attributions = 0;
    int right = 0;
};

Effort effortOf(const TrainingArticle &gold, const ReadText &read, const std::vector<ModelFound> &founds)
{
    Effort effort;
    effort.attributions = int(gold.attributions.size());
    std::vector<bool> used(founds.size(), false);
    for (const TrainingAttribution &g : gold.attributions) {
        const Ranges content = trimmed(gold.text, g.content);
        int best = -1;
        qint32 most = 0;
        std::vector<Ranges> contents;
        for (size_t i = 0; i < founds.size(); ++i) {
            Ranges c;
            for (const TokenRange r : founds[i].contents)
                c.append(textRange(read.tokens, r));
            const qint32 both = common(c, content);
            if (!used[i] && both > most && 2 * both >= length(c) + length(content) - both) {
                most = both;
                best = int(i);
            }
            contents.push_back(std::move(c));
        }
        if (best < 0) {
            effort.actions += 3;
            continue;
        }
        const ModelFound &f = founds[size_t(best)];
        used[size_t(best)] = true;
        const Ranges source = f.source ? Ranges{textRange(read.tokens, *f.source)} : Ranges{};
        const int wrong = (contents[size_t(best)] != content) + (Ranges{textRange(read.tokens, f.cue)} != trimmed(gold.text, g.cue))
            + (source != trimmed(gold.text, g.source));
        effort.actions += 1 + wrong;
        effort.right += wrong == 0;
    }
    effort.actions += int(std::count(used.begin(), used.end(), false));
    return effort;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString gold = arguments.value(2, QStringLiteral(QUOTH_SOURCE_DIR "/../shared/corpora/polnear/dev.jsonl"));
    const int count = arguments.value(3, QStringLiteral("40")).toInt();
    if (!QFile::exists(gold)) {
        std::printf("There is no %s: nothing to measure on.\n", qPrintable(gold));
        return 0;
    }
    const auto model = loadModel(arguments.value(1, bundledModel));
    const auto lexicon = Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
    std::vector<TrainingArticle> articles;
    QList<Annotation::Issue> issues;
    const auto reading = Tasks::readTrainingArticles(gold, articles, issues, Progress());
    if (!model || !lexicon || !reading) {
        std::fprintf(stderr, "%s\n", qPrintable(!model ? model.error().text() : !lexicon ? lexicon.error().text() : reading.error().text()));
        return 1;
    }
    const auto finder = std::make_shared<const AttributionFinder>(*model);
    Learner learner(finder, *lexicon);
    Effort with;
    Effort without;
    qint64 slowest = 0;
    std::printf("article\tattributions\tactions\tactions with learning\ttotal an attribution\ttotal with learning\n");
    for (int i = 0; i < std::min(count, int(articles.size())); ++i) {
        const TrainingArticle &article = articles[size_t(i)];
        ReadText read;
        readPassages(article.text, {0, qint32(article.text.size())}, lexicon->get(), read);
        const Effort plain = effortOf(article, read, finder->find(article.text, read, nullptr, Progress()));
        const Effort learned = effortOf(article, read, finder->find(article.text, read, &learner.adaptation(), Progress()));
        const auto add = [](Effort &sum, const Effort &e) {
            sum.actions += e.actions;
            sum.attributions += e.attributions;
            sum.right += e.right;
        };
        add(without, plain);
        add(with, learned);
        std::printf("%d\t%d\t%d\t%d\t%.3f\t%.3f\n", i + 1, plain.attributions, plain.actions, learned.actions,
                    double(without.actions) / without.attributions, double(with.actions) / with.attributions);
        QElapsedTimer timer;
        timer.start();
        learner.learn({{article, {{0, qint32(article.text.size())}}}}, Progress());
        slowest = std::max(slowest, timer.elapsed());
    }
    std::printf("# wholly right: %d of %d without learning, %d with; learning took %lld ms at most; strength %.2f\n", without.right, without.attributions,
                with.right, static_cast<long long>(slowest), double(learner.adaptation().strength()));
    for (const Adaptation::Finding &finding : learner.adaptation().findings(15))
        std::printf("# %s \"%s\": label %d %+.2f\n", qPrintable(finding.feature), qPrintable(finding.words), int(finding.label),
                    double(finding.weight));
    return 0;
}
