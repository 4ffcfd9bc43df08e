// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Works through labelled articles in order as an analyst would, with a model that learns from each article once it is
// done and with one that does not, and prints what it took: actions an attribution. An attribution that is suggested as
// the gold has it takes one action (accept), one that is suggested with wrong parts one and another for each of these,
// one that is not suggested three, a false one takes one (reject); these are the figures of bench_effort.
//
// With --bare the analyst follows a guideline of her own, which the model does not know: contents are given without the quotation
// marks and commas at their ends and without "that" or "to" before them.
//
// bench_learning [--model FILE] [--gold FILE.jsonl] [--count N] [--bare] [--picture FILE.svg] > table.tsv

#include <app/detection/detectorregistry.h>
#include <app/detection/model/learner.h>
#include <app/detection/model/modeldetector.h>
#include <app/detection/text/tokenizer.h>
#include <app/rendering/drawing.h>
#include <app/tasks/training.h>

#include <QCommandLineParser>
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

/// A content as the guideline of --bare has it.
Ranges bare(const QString &text, Ranges content)
{
    const auto isEdge = [&](qint32 at) { return text[at].isSpace() || text[at] == u',' || isQuotationMark(text[at].unicode()); };
    for (TextRange &r : content) {
        while (r.begin < r.end && isEdge(r.begin))
            ++r.begin;
        while (r.begin < r.end && isEdge(r.end - 1))
            --r.end;
        for (const QLatin1String word : {QLatin1String("that "), QLatin1String("to ")}) {
            if (QStringView(text).mid(r.begin, r.length()).startsWith(word))
                r.begin += qint32(word.size());
        }
    }
    content.removeIf([](TextRange r) { return r.isEmpty(); });
    return content;
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

/// Actions an attribution over the last articles, and over all, article by article.
struct Curve
{
    std::vector<Effort> articles;

    double mean(size_t from, size_t to) const
    {
        int actions = 0;
        int attributions = 0;
        for (size_t i = from; i < to; ++i) {
            actions += articles[i].actions;
            attributions += articles[i].attributions;
        }
        return double(actions) / std::max(attributions, 1);
    }
};

/// Two curves, the mean of ten articles at a time, with a thin line at the mean of all.
bool draw(const Curve &without, const Curve &with, const QString &path)
{
    using Rendering::Drawing;
    constexpr size_t window = 10;
    constexpr QRectF plot(70, 60, 700, 300);
    constexpr double least = 1;
    constexpr double most = 3;
    const QColor text(0x1f2933);
    const QColor faint(0x5f6b7a);
    Drawing drawing({820, 440}, Qt::white);
    const size_t count = without.articles.size();
    const auto at = [&](double article, double actions) {
        return QPointF(plot.left() + plot.width() * (article - 1) / double(std::max<size_t>(count - 1, 1)),
                       plot.bottom() - plot.height() * (std::clamp(actions, least, most) - least) / (most - least));
    };
    drawing.text({plot.left(), 30}, QStringLiteral("What an attribution takes, as the articles are worked through"), {15, true, text});
    for (int i = 0; i <= 8; ++i) {
        const double y = least + i * (most - least) / 8;
        drawing.line(at(1, y), at(double(count), y), {0xe6e9ee, 1});
        drawing.text(at(1, y) + QPointF(-8, 4), QString::number(y, 'f', 2), {12, false, faint}, Drawing::Anchor::End);
    }
    for (size_t i = 1; i <= count; i += i == 1 ? 9 : 10)
        drawing.text(at(double(i), least) + QPointF(0, 18), QString::number(i), {12, false, faint}, Drawing::Anchor::Middle);
    drawing.text({plot.center().x(), plot.bottom() + 42}, QStringLiteral("article (mean of the last %1)").arg(window), {13, false, text},
                 Drawing::Anchor::Middle);
    drawing.text({22, plot.center().y()}, QStringLiteral("actions an attribution"), {13, false, text}, Drawing::Anchor::Middle, true);
    double legend = plot.left();
    const auto add = [&](const Curve &curve, QColor colour, const QString &name) {
        QPolygonF line;
        for (size_t i = 0; i < count; ++i)
            line.append(at(double(i + 1), curve.mean(i + 1 > window ? i + 1 - window : 0, i + 1)));
        const double mean = curve.mean(0, count);
        drawing.line(at(1, mean), at(double(count), mean), {colour, 1, {4, 4}});
        drawing.polyline(line, {colour, 2.5});
        drawing.line({legend, 46}, {legend + 24, 46}, {colour, 2.5});
        drawing.text({legend + 30, 50}, QStringLiteral("%1: %2 in all").arg(name).arg(mean, 0, 'f', 2), {13, false, text});
        legend += 250;
    };
    add(without, 0xd55e00, QStringLiteral("without learning"));
    add(with, 0x0072b2, QStringLiteral("with learning"));
    QFile file(path);
    const QByteArray svg = drawing.toSvg();
    return file.open(QIODevice::WriteOnly) && file.write(svg) == svg.size();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("model"), {}, QStringLiteral("FILE"), bundledModel},
                        {QStringLiteral("gold"), {}, QStringLiteral("FILE"), QStringLiteral(QUOTH_SOURCE_DIR "/../shared/corpora/polnear/dev.jsonl")},
                        {QStringLiteral("count"), {}, QStringLiteral("N"), QStringLiteral("40")},
                        {QStringLiteral("bare"), {}},
                        {QStringLiteral("picture"), {}, QStringLiteral("FILE")}});
    options.process(app);
    const QString gold = options.value(QStringLiteral("gold"));
    const int count = options.value(QStringLiteral("count")).toInt();
    if (!QFile::exists(gold)) {
        std::printf("There is no %s: nothing to measure on.\n", qPrintable(gold));
        return 0;
    }
    const auto model = loadModel(options.value(QStringLiteral("model")));
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
    Curve plainCurve;
    Curve learnedCurve;
    qint64 slowest = 0;
    std::printf("article\tattributions\tactions\tactions with learning\ttotal an attribution\ttotal with learning\n");
    for (int i = 0; i < std::min(count, int(articles.size())); ++i) {
        TrainingArticle &article = articles[size_t(i)];
        for (TrainingAttribution &attribution : article.attributions) {
            if (options.isSet(QStringLiteral("bare")))
                attribution.content = bare(article.text, attribution.content);
        }
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
        plainCurve.articles.push_back(plain);
        learnedCurve.articles.push_back(learned);
        std::printf("%d\t%d\t%d\t%d\t%.3f\t%.3f\n", i + 1, plain.attributions, plain.actions, learned.actions,
                    double(without.actions) / without.attributions, double(with.actions) / with.attributions);
        QElapsedTimer timer;
        timer.start();
        learner.learn({{article, {{0, qint32(article.text.size())}}}}, Progress());
        slowest = std::max(slowest, timer.elapsed());
    }
    std::printf("# wholly right: %d of %d without learning, %d with; learning took %lld ms at most; strength %.2f, of pieces %.2f\n", without.right, without.attributions,
                with.right, static_cast<long long>(slowest), double(learner.adaptation().strength()), double(learner.adaptation().pieces().strength()));
    for (const Adaptation::Finding &finding : learner.adaptation().findings(15))
        std::printf("# %s \"%s\": label %d %+.2f\n", qPrintable(finding.feature), qPrintable(finding.words), int(finding.label),
                    double(finding.weight));
    if (options.isSet(QStringLiteral("picture")) && !draw(plainCurve, learnedCurve, options.value(QStringLiteral("picture")))) {
        std::fprintf(stderr, "%s cannot be written.\n", qPrintable(options.value(QStringLiteral("picture"))));
        return 1;
    }
    return 0;
}
