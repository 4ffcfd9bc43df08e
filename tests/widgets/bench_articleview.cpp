// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long the article view takes to open, to show one more highlight and to scroll. Sizes as arguments,
// otherwise all three.

#include "samples.h"

#include <widgets/articleview.h>
#include <widgets/textfind.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>
#include <random>
#include <vector>

using namespace Quoth::Widgets;

namespace {

/// Sorted by begin; at most one level deep, so the answer starts a longest highlight before the asked range.
class SortedSource : public HighlightSource, public CardSource
{
public:
    std::vector<Highlight> highlights;

    QList<Highlight> highlightsIn(qint32 begin, qint32 end) const override
    {
        const auto order = [](const Highlight &h, qint32 offset) { return h.begin < offset; };
        auto at = std::lower_bound(highlights.begin(), highlights.end(), begin - 400, order);
        QList<Highlight> found;
        for (; at != highlights.end() && at->begin < end; ++at) {
            if (at->end > begin)
                found.append(*at);
        }
        return found;
    }

    QList<MarginCard> cardsIn(qint32 begin, qint32 end) const override
    {
        QList<MarginCard> cards;
        for (const Highlight &highlight : highlightsIn(begin, end)) {
            if (highlight.style == 2 && highlight.begin >= begin)
                cards.append({highlight.key,
                              highlight.begin,
                              QStringLiteral("Somebody"),
                              QStringLiteral("insisted"),
                              {QStringLiteral("quotation marks")},
                              QStringLiteral("0.9"),
                              QColor(0x00, 0x72, 0xb2),
                              false,
                              false});
        }
        return cards;
    }

    void add(const Highlight &highlight)
    {
        const auto order = [](const Highlight &h, qint32 offset) { return h.begin < offset; };
        highlights.insert(std::lower_bound(highlights.begin(), highlights.end(), highlight.begin, order), highlight);
    }
};

/// An article of paragraphs of about a hundred words, with a speaker, a cue, a quotation and a claim in it at an
/// even distance, four highlights an attribution.
class Workload
{
public:
    Workload(qint32 size, int count)
    {
        static const QStringList words =
            QStringLiteral("the council a harbour plan new local budget report reviewed rejected quickly "
                           "railway bridge region ministry under before published demand price system "
                           "water official driver recent modest agreement supply and because")
                .split(u' ');
        const auto word = [this] { return words[qsizetype(m_random() % quint32(words.size()))]; };
        const auto phrase = [&](int from, int to) {
            QString made = word();
            const int length = from + int(m_random() % quint32(to - from));
            while (made.size() < length)
                made += u' ' + word();
            return made;
        };
        const int attributions = count / 4;
        int done = 0;
        int inParagraph = 0;
        text.reserve(size + 600);
        while (text.size() < size) {
            if (done < attributions && qint64(done) * size <= qint64(text.size()) * attributions) {
                mark(phrase(8, 20), 0);
                text += u' ';
                mark(QStringLiteral("insisted"), 1);
                text += QStringLiteral(": ");
                const qint32 begin = qint32(text.size());
                const QString quotation = u'\u201C' + phrase(60, 220) + u'\u201D';
                source.highlights.push_back(
                    {begin, begin + qint32(quotation.size()), 2, 0, m_random() % 2 == 0, true, true, ++m_key});
                source.highlights.push_back(
                    {begin + 1, begin + qint32(quotation.size()) - 1, 3, 0, false, true, true, ++m_key});
                text += quotation;
                ++done;
            } else {
                text += phrase(40, 120);
            }
            text += ++inParagraph % 5 == 0 ? QStringLiteral(".\n\n") : QStringLiteral(". ");
        }
    }

    QString text;
    SortedSource source;

private:
    void mark(const QString &part, int style)
    {
        const qint32 begin = qint32(text.size());
        source.highlights.push_back({begin, begin + qint32(part.size()), style, 0, false, true, true, ++m_key});
        text += part;
    }

    std::mt19937 m_random{20240607};
    quint64 m_key = 0;
};

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(part * double(values.size())))];
}

void measure(QTextStream &out, qint32 size, int count)
{
    Workload workload(size, count);
    const double loaded = residentMegabytes();
    ArticleView view;
    view.resize(1360, 860);
    view.setStyles(sampleStyles());
    view.setHighlightSource(&workload.source);
    view.setCardSource(&workload.source);
    view.show();
    QApplication::processEvents();
    QImage frame(view.size(), QImage::Format_RGB32);
    view.render(&frame);

    QElapsedTimer timer;
    const auto milliseconds = [&timer] { return double(timer.nsecsElapsed()) / 1e6; };
    timer.start();
    view.setArticle(workload.text, 60, QStringLiteral("a byline"));
    view.render(&frame);
    const double opened = milliseconds();

    const std::vector<Highlight> original = workload.source.highlights;
    std::vector<double> added;
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        view.verticalScrollBar()->setValue(int(random() % quint32(view.verticalScrollBar()->maximum() + 1)));
        QApplication::processEvents();
        const Extent shown = view.visibleExtent();
        const qint32 begin = shown.begin + qint32(random() % quint32(std::max(1, shown.length() - 60)));
        timer.start();
        workload.source.add({begin, begin + 40, int(random() % 5), 0, false, true, true, quint64(1000000 + i)});
        view.highlightsChanged(begin, begin + 40);
        view.cardsChanged();
        QApplication::processEvents();
        added.push_back(milliseconds());
        workload.source.highlights = original;
    }

    std::vector<double> scrolled;
    for (int i = 0; i < 600; ++i) {
        timer.start();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + (i < 300 ? 60 : -60));
        view.render(&frame);
        scrolled.push_back(milliseconds());
    }
    std::vector<double> found;
    for (const QString &words : {QStringLiteral("not in it"), QStringLiteral("and"), QStringLiteral("e")}) {
        timer.start();
        view.setHits(findAll(view.text(), words));
        found.push_back(milliseconds());
    }
    timer.start();
    view.render(&frame);
    const double marked = milliseconds();
    out << QStringLiteral("%1 kB: find words that are not there %2 ms, “and” %3 ms, “e” %4 ms and its frame %5 ms\n")
               .arg(size / 1000)
               .arg(found[0], 0, 'f', 1)
               .arg(found[1], 0, 'f', 1)
               .arg(found[2], 0, 'f', 1)
               .arg(marked, 0, 'f', 1);
    out << QStringLiteral(
               "%1 kB, %2 highlights: open %3 ms; add one p50 %4 ms, p99 %5 ms; scroll a frame p50 %6 ms, p99 %7 ms; "
               "memory +%8 MB for the view, %9 MB in all\n")
               .arg(size / 1000)
               .arg(count)
               .arg(opened, 0, 'f', 1)
               .arg(percentile(added, 0.5), 0, 'f', 2)
               .arg(percentile(added, 0.99), 0, 'f', 2)
               .arg(percentile(scrolled, 0.5), 0, 'f', 2)
               .arg(percentile(scrolled, 0.99), 0, 'f', 2)
               .arg(residentMegabytes() - loaded, 0, 'f', 1)
               .arg(residentMegabytes(), 0, 'f', 1);
    out.flush();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList wanted = application.arguments().mid(1);
    const QList<std::pair<qint32, int>> sizes{{5000, 40}, {500000, 4000}, {10000000, 100000}};
    for (const auto &[size, count] : sizes) {
        if (wanted.isEmpty() || wanted.contains(QString::number(size)))
            measure(out, size, count);
    }
    return 0;
}
