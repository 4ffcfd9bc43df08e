// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "houserules.h"

#include <QDir>
#include <QDirIterator>
#include <QtTest>

using namespace Quoth;

namespace {

const QDir top(QStringLiteral(QUOTH_SOURCE_DIR));

QStringList sourcesIn(const QStringList &folders, const QStringList &patterns)
{
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator files(top.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(top.relativeFilePath(files.next()));
    }
    paths.sort();
    return paths;
}

QString contentOf(const QString &path)
{
    QFile file(top.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QStringList cppPatterns{QStringLiteral("*.h"), QStringLiteral("*.cpp")};

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatQtWidgetsHolds();
    void judgesAnInclude_data();
    void judgesAnInclude();
    void namesFileAndLine();
    void refusesAFolderOutsideThePlan();
    void judgesTheFormOfASource_data();
    void judgesTheFormOfASource();
    void findsANameUsedTwice();
    void everySourceKeepsToItsLayer();
    void everySourceKeepsTheForm();
    void everyTestHasANameOfItsOwn();
};

void TestLayers::knowsWhatQtWidgetsHolds()
{
    const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtWidgets/");
    QVERIFY2(QFileInfo::exists(headers + QStringLiteral("QWidget")), qPrintable(headers));
}

void TestLayers::judgesAnInclude_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *path, const char *line, bool allowed) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(line) << allowed;
    };
    row("a layer below", "app/storage/project.cpp", "#include <app/annotation/span.h>", true);
    row("its own layer", "app/storage/project.cpp", "#include <app/storage/log.h>", true);
    row("a sibling", "app/storage/project.cpp", "#include \"log.h\"", true);
    row("editing uses storage", "app/editing/edit.cpp", "#include <app/storage/log.h>", true);
    row("rendering paints", "app/rendering/page.cpp", "#include <widgets/painting/ribbon.h>", true);
    row("a window shows a view", "app/windows/mainwindow.cpp", "#include <widgets/articleview.h>", true);
    row("main wires all", "app/main.cpp", "#include <app/windows/mainwindow.h>", true);
    row("a view uses Qt Widgets", "widgets/articleview.cpp", "#include <QWidget>", true);
    row("an action is no widget", "app/editing/edit.cpp", "#include <QAction>", true);
    row("a comment includes nothing", "app/base/id.h", "// #include <app/storage/log.h>", true);
    row("a layer above", "app/base/id.h", "#include <app/annotation/span.h>", false);
    row("a neighbour", "app/exchange/brat.cpp", "#include <app/storage/project.h>", false);
    row("a neighbour in quotes", "app/exchange/brat.cpp", "  #  include \"app/storage/project.h\"", false);
    row("a way around", "app/exchange/brat.cpp", "#include \"../storage/project.h\"", false);
    row("storage uses editing", "app/storage/log.cpp", "#include <app/editing/edit.h>", false);
    row("a view knows the model", "widgets/articleview.cpp", "#include <app/annotation/span.h>", false);
    row("painting knows a view", "widgets/painting/ribbon.cpp", "#include <widgets/articleview.h>", false);
    row("rendering uses a view", "app/rendering/page.cpp", "#include <widgets/articleview.h>", false);
    row("the command line opens a window", "app/commandline/open.cpp", "#include <app/windows/mainwindow.h>", false);
    row("a window calls main", "app/windows/mainwindow.cpp", "#include <app/main.h>", false);
    row("a layer that does not exist", "app/windows/mainwindow.cpp", "#include <app/helpers/all.h>", false);
    row("a widget below windows", "app/measure/chart.cpp", "#include <QLabel>", false);
    row("Qt Widgets by its module", "app/editing/edit.cpp", "#include <QtWidgets/QAction>", false);
    row("all of Qt Widgets", "widgets/painting/ribbon.cpp", "#include <QtWidgets>", false);
}

void TestLayers::judgesAnInclude()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(bool, allowed);
    const QStringList violations = House::layerViolations(path, line);
    QVERIFY2(violations.isEmpty() == allowed, qPrintable(violations.join(u'\n')));
}

void TestLayers::namesFileAndLine()
{
    const QString content = QStringLiteral("#include <QString>\n\n#include <app/windows/mainwindow.h>\n");
    QCOMPARE(House::layerViolations(QStringLiteral("app/measure/kappa.cpp"), content),
             QStringList{QStringLiteral("app/measure/kappa.cpp:3: measure may not include app/windows/mainwindow.h")});
}

void TestLayers::refusesAFolderOutsideThePlan()
{
    QVERIFY(!House::layerViolations(QStringLiteral("app/helpers/all.h"), QString()).isEmpty());
    QVERIFY(!House::layerViolations(QStringLiteral("widgets/storage/x.h"), QString()).isEmpty());
    QVERIFY(!House::layerViolations(QStringLiteral("app/painting/x.h"), QString()).isEmpty());
}

void TestLayers::judgesTheFormOfASource_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("content");
    QTest::addColumn<bool>("allowed");
    // Put together, so that no tool takes these for the licence of this file.
    const QString licence = QStringLiteral(" SPDX-") + QStringLiteral("License-Identifier: GPL-3.0-or-later\n");
    const QString header = QStringLiteral("// SPDX-") + QStringLiteral("FileCopyrightText: 2026 Us\n//") + licence;
    QTest::newRow("a source") << QStringLiteral("app/base/x.cpp") << header + QStringLiteral("int x;\n") << true;
    QTest::newRow("a header") << QStringLiteral("app/base/x.h") << header + QStringLiteral("\n#pragma once\n") << true;
    QTest::newRow("500 lines") << QStringLiteral("app/base/x.cpp") << header + QString(498, u'\n') << true;
    QTest::newRow("501 lines") << QStringLiteral("app/base/x.cpp") << header + QString(499, u'\n') << false;
    QTest::newRow("no licence") << QStringLiteral("app/base/x.cpp") << QStringLiteral("int x;\n") << false;
    QTest::newRow("empty") << QStringLiteral("app/base/x.cpp") << QString() << false;
    QTest::newRow("a header without its guard") << QStringLiteral("app/base/x.h") << header << false;
    QTest::newRow("the other comment mark") << QStringLiteral("app/CMakeLists.txt") << header << false;
}

void TestLayers::judgesTheFormOfASource()
{
    QFETCH(QString, path);
    QFETCH(QString, content);
    QFETCH(bool, allowed);
    const QStringList violations = House::formViolations(path, content);
    QVERIFY2(violations.isEmpty() == allowed, qPrintable(violations.join(u'\n')));
}

void TestLayers::findsANameUsedTwice()
{
    const QString one = QStringLiteral("tests/base/test_id.cpp");
    const QString two = QStringLiteral("tests/storage/test_id.cpp");
    QCOMPARE(House::doubledNames({one, QStringLiteral("tests/base/test_progress.cpp")}), QStringList());
    QCOMPARE(House::doubledNames({one, two}), QStringList{QStringLiteral("test_id.cpp: %1, %2").arg(one, two)});
}

void TestLayers::everySourceKeepsToItsLayer()
{
    const QStringList paths = sourcesIn({QStringLiteral("app"), QStringLiteral("widgets")}, cppPatterns);
    QVERIFY(paths.contains(QStringLiteral("app/base/result.h")));
    QStringList violations;
    for (const QString &path : paths)
        violations += House::layerViolations(path, contentOf(path));
    QVERIFY2(violations.isEmpty(), qPrintable(u'\n' + violations.join(u'\n')));
}

void TestLayers::everySourceKeepsTheForm()
{
    const QStringList paths = sourcesIn({QStringLiteral("app"), QStringLiteral("widgets"), QStringLiteral("tests"),
                                         QStringLiteral("packaging"), QStringLiteral("resources")},
                                        cppPatterns + QStringList{QStringLiteral("CMakeLists.txt"), QStringLiteral("*.cmake")});
    QVERIFY(paths.contains(QStringLiteral("tests/house/test_layers.cpp")));
    QStringList violations;
    for (const QString &path : paths)
        violations += House::formViolations(path, contentOf(path));
    QVERIFY2(violations.isEmpty(), qPrintable(u'\n' + violations.join(u'\n')));
}

void TestLayers::everyTestHasANameOfItsOwn()
{
    const QStringList paths = sourcesIn({QStringLiteral("tests")}, {QStringLiteral("test_*.cpp")});
    QVERIFY(paths.size() > 1);
    const QStringList doubled = House::doubledNames(paths);
    QVERIFY2(doubled.isEmpty(), qPrintable(doubled.join(u'\n')));
}

QTEST_APPLESS_MAIN(TestLayers)
#include "test_layers.moc"
