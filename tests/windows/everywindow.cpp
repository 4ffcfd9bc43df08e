// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "everywindow.h"

#include <app/detection/outside/detectorlist.h>
#include <app/windows/acceptalldialog.h>
#include <app/windows/addressdialog.h>
#include <app/windows/assignkeydialog.h>
#include <app/windows/bulkdialog.h>
#include <app/windows/detailsdialog.h>
#include <app/windows/detectordialog.h>
#include <app/windows/detectorsdialog.h>
#include <app/windows/exportdialog.h>
#include <app/windows/helpwindow.h>
#include <app/windows/importdialog.h>
#include <app/windows/keysdialog.h>
#include <app/windows/learneddialog.h>
#include <app/windows/mergedialog.h>
#include <app/windows/occurrencesdialog.h>
#include <app/windows/releasedialog.h>
#include <app/windows/schemadialog.h>
#include <app/windows/shortcuts.h>
#include <app/windows/shortcutsdialog.h>
#include <app/windows/speakerdialog.h>
#include <app/windows/splitdialog.h>
#include <app/windows/tour.h>
#include <widgets/commandpalette.h>

#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>

#include <algorithm>

namespace Quoth::Test {

using namespace Annotation;
using namespace Windows;

namespace {

QList<Sample> samples()
{
    return {{QStringLiteral("bridge"), QStringLiteral("Bridge to close in spring"), QStringLiteral("The Valley Post"),
             QStringLiteral("The board met on Monday. [S1:Ines Almeida, the mayor], [C1:said] [Q1:that [L:the bridge would close in March]]. "
                            "[S2:Bo Larsen] [C2:denied] [Q2:that [L:it would cost 40 million]].\nThe so-called [X:“reform”] follows in summer.")},
            {QStringLiteral("mill"), QStringLiteral("The mill reopens"), QStringLiteral("The Valley Post"),
             QStringLiteral("[S1:Ines Almeida] [C1:announced] [Q1:[L:the mill would open again]]. Nobody objected.")},
            {QStringLiteral("school"), QStringLiteral("A school without a roof"), QStringLiteral("Evening News"),
             QStringLiteral("[S1:Teachers] [C1:warn] [Q1:that rain comes in].")}};
}

Speaker speakerOf(qint64 id, const char *name, SpeakerType type, const QStringList &aliases = {})
{
    Speaker speaker;
    speaker.id = SpeakerId(id);
    speaker.name = QString::fromUtf8(name);
    speaker.type = type;
    speaker.aliases = aliases;
    return speaker;
}

/// As large as it asks for, which a small screen would not grant a new window; one that has chosen its size keeps it.
void giveItsSize(QWidget &window)
{
    if (window.testAttribute(Qt::WA_Resized))
        return;
    QSize size = window.sizeHint();
    if (const QLayout *layout = window.layout(); layout && layout->hasHeightForWidth())
        size.setHeight(std::max(size.height(), layout->totalHeightForWidth(size.width())));
    window.resize(size);
}

} // namespace

EveryWindow::EveryWindow() : m_fixture((QSettings().clear(), samples())) { fillProject(); }

void EveryWindow::fillProject()
{
    Workbench &bench = m_fixture.bench();
    const QList<AttributionId> attributions = bench.index().attributionsInOrder();
    if (attributions.size() < 2)
        qFatal("The sample has no attributions.");
    bench.commit(bench.edits().setSpeakerByName(attributions[0], QStringLiteral("Ines Almeida"), SpeakerType::Person));
    bench.commit(bench.edits().setSpeakerByName(attributions[1], QStringLiteral("Bo Larsen"), SpeakerType::Person));
    bench.commit(bench.edits().setState({attributions[1]}, State::Suggested));
    bench.commit(bench.edits().setNote(attributions[0], QStringLiteral("Said twice; see the minutes.")));
    bench.setCurrent(Editing::Item(attributions[0]), std::nullopt, true);
    if (!QTest::qWaitFor([this] { return m_fixture.session().isSaved(); }, 30000))
        qFatal("The project was not saved.");
}

QAction *EveryWindow::action(const char *id)
{
    const QList<QAction *> actions = m_fixture.window().allActions();
    for (QAction *one : actions) {
        if (one->objectName() == QLatin1String(id))
            return one;
    }
    qFatal("There is no action %s.", id);
}

QString EveryWindow::write(const char *name, const QByteArray &content)
{
    QFile file(m_folder.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written.", name);
    return file.fileName();
}

void EveryWindow::present(const char *name, QWidget &window, const Visitor &visitor, const IsReady &isReady)
{
    giveItsSize(window);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window, 20000))
        qFatal("%s did not come up.", name);
    if (isReady && !QTest::qWaitFor(isReady, 30000))
        qFatal("%s was not ready.", name);
    QTest::qWait(20); // layouts and what is told from other threads
    visitor(QLatin1String(name), window);
    window.hide();
}

void EveryWindow::visit(const Visitor &visitor)
{
    visitMainWindows(visitor);
    visitDialogs(visitor);
}

void EveryWindow::visitMainWindows(const Visitor &visitor)
{
    {
        MainWindow start(QStringLiteral("me"));
        start.resize(1280, 800);
        present("start", start, visitor);
    }
    MainWindow &window = m_fixture.window();
    window.activateWindow();
    QTest::qWait(150); // the list of articles and the status line follow in a pause
    visitor(QStringLiteral("main"), window);
    action("label.guideline")->trigger();
    QTest::qWait(20);
    visitor(QStringLiteral("guideline"), window);
    m_fixture.view().setFocus();

    const QSize before = window.size();
    window.resize(1600, 1100);
    const QList<QDockWidget *> docks = window.findChildren<QDockWidget *>();
    QList<QDockWidget *> shown;
    for (QDockWidget *dock : docks) {
        if (dock->isHidden())
            shown.append(dock);
        dock->show();
    }
    action("find.open")->trigger();
    QTest::qWait(400); // they ask the project
    visitor(QStringLiteral("docks"), window);
    for (QDockWidget *dock : std::as_const(shown))
        dock->hide();
    m_fixture.desk().pane().view().setFocus();
    window.resize(before);

    Widgets::CommandPalette palette(&window);
    palette.setActions(window.allActions());
    palette.open();
    QTest::qWait(20);
    visitor(QStringLiteral("commands"), palette);
    palette.hide();

    {
        Tour tour(window, m_fixture.desk(), window.allActions());
        QTest::qWait(50);
        visitor(QStringLiteral("tour"), window);
    }
    HelpWindow &manual = HelpWindow::over(window);
    manual.showChapter(QStringLiteral("reviewing"));
    present("manual", manual, visitor);
}

void EveryWindow::visitDialogs(const Visitor &visitor)
{
    visitExchange(visitor);
    visitDetectors(visitor);
    visitSchema(visitor);
    visitKeys(visitor);
    visitSpeakers(visitor);
    visitReview(visitor);
}

void EveryWindow::visitExchange(const Visitor &visitor)
{
    MainWindow &window = m_fixture.window();
    const QString table = write("articles.csv", "title,date,body\nThe old mill,2022-02-12,\"It stands by the river, empty.\"\n");
    const QString text = write("notes.txt", "Caf\xe9 owners object\n\nThey said so on Monday.\n");
    ImportDialog importing(&window, m_formats);
    importing.addFiles({table, text});
    present("import", importing, visitor, [&importing] { return !importing.isReading(); });
    ExportDialog exporting(&window, m_fixture.bench(), m_formats);
    present("export", exporting, visitor);
    ReleaseDialog release(m_fixture.session(), &window);
    present("release", release, visitor, [&release] {
        return release.findChild<QTableWidget *>(QStringLiteral("release.counts"))->rowCount() > 0
            || !release.findChild<QLabel *>(QStringLiteral("release.summary"))->text().isEmpty();
    });
    DetailsDialog details(m_fixture.bench().article(), &window);
    present("details", details, visitor);
    AddressDialog address(m_folder.path(), &window);
    address.setAddress(QStringLiteral("https://example.org/news/bridge"));
    present("address", address, visitor);
}

Detection::OutsideSettings EveryWindow::server()
{
    Detection::OutsideSettings settings;
    settings.name = QStringLiteral("names");
    settings.kind = Detection::OutsideKind::Inception;
    settings.url = QStringLiteral("https://tags.example.org/ner");
    settings.labels = {{QStringLiteral("ORG"), QString()}, {QStringLiteral("PER"), QStringLiteral("Speaker")}};
    settings.layer = Detection::inceptionLayer;
    settings.feature = Detection::inceptionFeature;
    return settings;
}

void EveryWindow::visitDetectors(const Visitor &visitor)
{
    MainWindow &window = m_fixture.window();
    const Schema &schema = m_fixture.bench().schema();
    auto list = Detection::DetectorList::remembered(Detection::DetectorRegistry().names());
    (void)list.add(server());
    list.remember();
    DetectorsDialog detectors(schema, {{QStringLiteral("names"), QStringLiteral("tags.example.org: 503")}}, &window);
    present("detectors", detectors, visitor);
    const auto take = [](const Detection::OutsideSettings &) -> Result<void> { return {}; };
    DetectorDialog serverDialog(server(), false, schema, take, &window);
    present("detector-server", serverDialog, visitor);
    DetectorDialog programDialog({}, true, schema, take, &window);
    present("detector-program", programDialog, visitor);
}

void EveryWindow::visitSchema(const Visitor &visitor)
{
    const QHash<QString, QString> keys{{QStringLiteral("Q"), QStringLiteral("edges")}};
    SchemaDialog labels(m_fixture.session().schema(), {}, keys, &m_fixture.window());
    present("schema-labels", labels, visitor);
    SchemaDialog frames(m_fixture.session().schema(), {}, keys, &m_fixture.window());
    frames.findChild<QTabWidget *>()->setCurrentIndex(1);
    present("schema-frames", frames, visitor);
}

void EveryWindow::visitKeys(const Visitor &visitor)
{
    MainWindow &window = m_fixture.window();
    KeysDialog keys(window.allActions(), action("help.changeKeys"), &window);
    present("keys", keys, visitor);
    Shortcuts shortcuts;
    shortcuts.adopt(window.allActions());
    ShortcutsDialog editor(shortcuts, &window);
    editor.choose(QStringLiteral("review.fix"));
    present("shortcuts", editor, visitor);
    AssignKeyDialog assign(shortcuts, QStringLiteral("review.fix"), &window);
    present("assign-key", assign, visitor);
}

void EveryWindow::visitSpeakers(const Visitor &visitor)
{
    MainWindow &window = m_fixture.window();
    const Speaker ines = speakerOf(1, "Ines Almeida", SpeakerType::Person, {QStringLiteral("Almeida")});
    const Speaker mayor = speakerOf(2, "The mayor", SpeakerType::Anonymous);
    const Speaker board = speakerOf(3, "Valley Board", SpeakerType::Organisation);
    SpeakerDialog speaker(ines, &window);
    present("speaker", speaker, visitor);
    SpeakerDialog fresh(Speaker(), &window);
    present("speaker-new", fresh, visitor);
    MergeDialog merge({ines, mayor}, {ines, mayor, board}, &window);
    present("merge", merge, visitor);
    SplitDialog split(ines, {{QStringLiteral("Ines Almeida"), 12}, {QStringLiteral("she"), 1}, {QString(), 2}}, &window);
    present("split", split, visitor);
}

void EveryWindow::visitReview(const Visitor &visitor)
{
    MainWindow &window = m_fixture.window();
    Workbench &bench = m_fixture.bench();
    Editing::BulkPreview preview;
    preview.items = 14;
    preview.articles = 1;
    preview.counts[QStringLiteral("Claim")] = {{State::Suggested, 12}, {State::Rejected, 2}};
    preview.keptAsRejected = 2;
    preview.examples = {QStringLiteral("Claim: the bridge would close in March"), QStringLiteral("Claim: it would cost 40 million")};
    BulkDialog relabel(Editing::BulkAction::Relabel, bench.schema(), QStringLiteral("Claim, 0.4"), true, &window);
    relabel.showPreview(preview);
    present("bulk-relabel", relabel, visitor);
    BulkDialog remove(Editing::BulkAction::Delete, bench.schema(), {}, true, &window);
    remove.showPreview(preview);
    present("bulk-delete", remove, visitor);
    AcceptAllDialog acceptAll([](double) { return 3; }, &window);
    present("accept-all", acceptAll, visitor);

    const AttributionId first = bench.index().attributionsInOrder().constFirst();
    const SpanId source = bench.index().attribution(first)->spans(sourceRole).constFirst();
    OccurrencesDialog occurrences(bench, *bench.index().span(source), &window);
    const auto *count = occurrences.findChild<QLabel *>(QStringLiteral("count"));
    present("occurrences", occurrences, visitor, [count, looking = count->text()] { return count->text() != looking; });

    Learned learned;
    learned.version = Storage::LearnerVersion();
    learned.version->number = 3;
    learned.version->made = QDateTime(QDate(2022, 2, 12), QTime(8, 30), Qt::UTC);
    learned.version->base = QStringLiteral("english 1");
    learned.version->articles = {ArticleId(1), ArticleId(2)};
    learned.version->decisions = 1041;
    learned.version->strength = 0.6;
    learned.version->state = QByteArrayLiteral("learned");
    learned.findings = {{QCoreApplication::translate("Quoth::Detection", "word"), QStringLiteral("burbled"), Detection::Label::CueBegin, 0.8f},
                        {QCoreApplication::translate("Quoth::Detection", "word before"), QStringLiteral("that"), Detection::Label::ContentBegin, -0.3f}};
    LearnedDialog dialog(learned, &window);
    present("learned", dialog, visitor);
}

} // namespace Quoth::Test
