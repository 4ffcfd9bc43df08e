// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints what a person waits for in the real window, on made-up articles of three sizes: from the annotated article in memory to the first painted
// frame with its highlights, from a label's key to the painted frame, from the key to the edit on the disk, from a scroll to the frame; and
// the memory that an article takes above the empty window, next to what is allowed: twelve times its text and 200 bytes a span. Run it with
// QT_QPA_PLATFORM=offscreen, or under a display. --spans N takes one article of N spans instead, of 100 characters a span or --characters N.

#include "reference.h"
#include "workload.h"

#include <app/annotation/annotationmodel.h>
#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Quoth;

namespace {

/// Counts the frames of a widget.
class Frames : public QObject
{
public:
    int painted = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        painted += event->type() == QEvent::Paint;
        return false;
    }
};

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(part * double(values.size())))];
}

/// What is freed but not yet given back does not count.
double residentMegabytes()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// Runs until the viewport has been painted again; in milliseconds since the timer began.
double untilPainted(Frames &frames, int before, const QElapsedTimer &timer)
{
    while (frames.painted == before)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    return double(timer.nsecsElapsed()) / 1e6;
}

void measure(qint32 characters, int spans, QTextStream &out)
{
    QTemporaryDir folder;
    Windows::MainWindow window(QStringLiteral("benchmark"));
    window.resize(1360, 860);
    window.QWidget::show();
    if (!window.createProject(folder.filePath(QStringLiteral("p.quoth"))))
        qFatal("no project");
    auto &session = window.desk()->session();
    const auto added = session.project().call([&](Storage::Project &project) {
        return project.addArticle(Benchmarks::workload(characters, spans), {}, {});
    });
    if (!added)
        qFatal("%s", qPrintable(added.error().text()));
    QCoreApplication::processEvents();
    const double memoryBefore = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    auto read = session.project().call([&added](Storage::Project &project) { return project.article(*added); });
    const double reading = double(timer.nsecsElapsed()) / 1e6;
    // As after opening: new ids begin above the article's.
    session.ids() = Editing::IdAllocator(*session.project().call([](Storage::Project &project) { return project.nextIds(); }));

    Frames frames;
    auto &view = window.desk()->pane().view();
    view.viewport()->installEventFilter(&frames);
    QCoreApplication::processEvents();
    int before = frames.painted;
    timer.restart();
    session.model().open(*std::move(read));
    const double opening = untilPainted(frames, before, timer);
    read = Error();
    view.setFocus();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("The window does not become active.");
    QTest::qWait(100);

    std::vector<double> labelling;
    std::vector<double> saving;
    const qint32 length = qint32(session.model().article().text.size());
    const double bytes = double(session.model().article().text.toUtf8().size());
    for (int i = 0; i < 200; ++i) {
        const qint32 begin = qint32((qint64(i) * 7919 * 131) % (length - 60));
        view.setSelection(begin, begin + 30);
        view.ensureVisible(begin, begin + 30);
        QTest::qWait(5);
        before = frames.painted;
        timer.restart();
        QTest::keyClick(&view, Qt::Key_4);
        labelling.push_back(untilPainted(frames, before, timer));
        while (!session.isSaved())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        saving.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::vector<double> scrolling;
    for (int i = 0; i < 200; ++i) {
        before = frames.painted;
        timer.restart();
        view.verticalScrollBar()->setValue((view.verticalScrollBar()->value() + 180) % std::max(1, view.verticalScrollBar()->maximum()));
        view.viewport()->update();
        scrolling.push_back(untilPainted(frames, before, timer));
    }
    out << QStringLiteral("%1 characters, %2 spans\n").arg(session.model().article().text.size()).arg(spans)
        << QStringLiteral("  read from the project          %1 ms\n").arg(reading, 8, 'f', 1)
        << QStringLiteral("  in memory to first frame       %1 ms\n").arg(opening, 8, 'f', 1)
        << QStringLiteral("  label key to frame, median     %1 ms, 99th percentile %2 ms\n").arg(percentile(labelling, 0.5), 8, 'f', 1).arg(percentile(labelling, 0.99), 0, 'f', 1)
        << QStringLiteral("  label key to disk, median      %1 ms, 99th percentile %2 ms\n").arg(percentile(saving, 0.5), 8, 'f', 1).arg(percentile(saving, 0.99), 0, 'f', 1)
        << QStringLiteral("  scroll to frame, median        %1 ms, 99th percentile %2 ms\n").arg(percentile(scrolling, 0.5), 8, 'f', 1).arg(percentile(scrolling, 0.99), 0, 'f', 1)
        << QStringLiteral("  memory above the empty window  %1 MB of %2 MB allowed (%3 MB before)\n")
               .arg(residentMegabytes() - memoryBefore, 8, 'f', 0)
               .arg((12.0 * bytes + 200.0 * spans) / 1e6, 0, 'f', 0)
               .arg(memoryBefore, 0, 'f', 0);
    out.flush();
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-benchmark"));
    QSettings().clear();
    QCommandLineParser parser;
    const QCommandLineOption spansOption(QStringLiteral("spans"), QStringLiteral("One article of so many spans."), QStringLiteral("number"));
    const QCommandLineOption charactersOption(QStringLiteral("characters"), QStringLiteral("Its length."), QStringLiteral("number"));
    parser.addOptions({spansOption, charactersOption});
    parser.addHelpOption();
    parser.process(application);
    QTextStream out(stdout);
    Benchmarks::printReference();
    if (parser.isSet(spansOption)) {
        const int spans = parser.value(spansOption).toInt();
        measure(parser.isSet(charactersOption) ? parser.value(charactersOption).toInt() : spans * 100, spans, out);
        Benchmarks::printReference();
        return 0;
    }
    const struct
    {
        qint32 characters;
        int spans;
    } sizes[] = {{5000, 40}, {500000, 4000}, {10000000, 100000}};
    for (const auto &size : sizes)
        measure(size.characters, size.spans, out);
    Benchmarks::printReference();
    return 0;
}
