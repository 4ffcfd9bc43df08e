// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manualpictures.h"

#include "camera.h"

#include <app/detection/outside/detectorlist.h>
#include <app/exchange/formatregistry.h>
#include <app/windows/importdialog.h>
#include <app/windows/learning.h>

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTreeWidget>

namespace Quoth::Test {

using namespace Windows;

namespace {

constexpr int widest = 1180;

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// The example of the protocol as a detector of the person's.
bool addDetector(const QDir &home)
{
    QFile protocol(QStringLiteral("resources/protocols/detectors.md"));
    if (!protocol.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = protocol.readAll();
    const qsizetype begin = text.indexOf("```python\n") + 10;
    const qsizetype end = text.indexOf("```", begin);
    Detection::OutsideSettings titles;
    titles.name = QStringLiteral("titles");
    titles.program = QStringLiteral("python3");
    titles.arguments = {home.filePath(QStringLiteral("titles.py"))};
    Detection::DetectorList list = Detection::DetectorList::remembered(Detection::DetectorRegistry().names());
    if (begin < 10 || end < 0 || !write(titles.arguments.constFirst(), text.mid(begin, end - begin)) || !list.add(titles))
        return false;
    list.remember();
    return true;
}

/// Names of projects as somebody would have them, with times that stay the same.
bool rememberProjects(const QDir &home)
{
    const QStringList names{QStringLiteral("Regional papers"), QStringLiteral("Election coverage"),
                            QStringLiteral("Pilot, three annotators")};
    QSettings settings;
    settings.remove(QStringLiteral("projects"));
    settings.beginWriteArray(QStringLiteral("projects"), int(names.size()));
    bool isDone = true;
    for (int i = 0; i < int(names.size()); ++i) {
        const QString path = home.filePath(names[i] + QStringLiteral(".quoth"));
        isDone &= write(path, "\n");
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), path);
        settings.setValue(QStringLiteral("opened"), QStringLiteral("2026-03-%1T09:%2:00Z").arg(24 - 5 * i).arg(12 + 17 * i));
    }
    settings.endArray();
    return isDone;
}

void takeStartPage(const QDir &folder, const QDir &home, Camera &camera)
{
    camera.expect(rememberProjects(home));
    MainWindow window(QStringLiteral("ana"));
    window.resize(widest, 640);
    window.QWidget::show();
    camera.expect(QTest::qWaitForWindowActive(&window));
    Camera own(window, folder);
    own.setWidest(widest);
    own.take(window, QStringLiteral("start-page.png"));
    camera.expect(!own.failed());
}

void takeImport(const QDir &home, MainWindow &window, Camera &camera)
{
    const QString table = home.filePath(QStringLiteral("articles.csv"));
    camera.expect(
        write(table,
              "headline,day,paper,body\n"
              "Ferry stays in port,2026-02-03,Varmby Post,\"The ferry stayed in port on Monday. \"\"We wait for a part,\"\" said "
              "Captain Ida Roth.\"\n"
              "Library opens late,2026-02-04,Varmby Post,\"The library will open an hour later, its director announced.\"\n"));
    camera.expect(
        write(home.filePath(QStringLiteral("letter.txt")), "A letter\n\nMayor Vera Olsen wrote that the pier was safe.\n"));
    const Exchange::FormatRegistry formats;
    ImportDialog dialog(&window, formats);
    dialog.addFiles({table, home.filePath(QStringLiteral("letter.txt"))});
    dialog.show();
    camera.expect(QTest::qWaitFor([&dialog] { return !dialog.isReading(); }, 20000));
    camera.take(dialog, QStringLiteral("import.png"));
}

void takeDialogs(Camera &camera)
{
    camera.takeDialogOf("project.export", QStringLiteral("export-losses.png"), [&camera](QWidget &dialog) {
        auto *format = dialog.findChild<QComboBox *>(QStringLiteral("export.format"));
        format->setCurrentIndex(format->findData(QStringLiteral("conll2003")));
        dialog.findChild<QPushButton *>(QStringLiteral("export.export"))->click();
        auto *losses = dialog.findChild<QListWidget *>(QStringLiteral("export.losses"));
        camera.expect(QTest::qWaitFor([losses] { return losses->isVisible() && losses->count() > 0; }, 20000));
    });
    camera.takeDialogOf("project.detectors", QStringLiteral("detectors.png"), [&camera](QWidget &dialog) {
        auto *list = dialog.findChild<QTreeWidget *>(QStringLiteral("detectors"));
        list->setCurrentItem(list->topLevelItem(list->topLevelItemCount() - 1));
        dialog.findChild<QPushButton *>(QStringLiteral("test"))->click();
        auto *details = dialog.findChild<QLabel *>(QStringLiteral("details"));
        camera.expect(QTest::qWaitFor([details] { return details->text().contains(QStringLiteral("Answered")); }, 20000));
    });
    camera.takeDialogOf("schema.edit", QStringLiteral("schema.png"));
    camera.takeDialogOf("help.keys", QStringLiteral("keys.png"), [](QWidget &dialog) { dialog.resize(widest, 720); });
    camera.takeDialogOf("project.publish", QStringLiteral("release.png"), [&camera](QWidget &dialog) {
        auto *counts = dialog.findChild<QTableWidget *>(QStringLiteral("release.counts"));
        camera.expect(QTest::qWaitFor([counts] { return counts->rowCount() > 0 && counts->item(0, 0); }, 20000));
    });
}

void takePanels(MainWindow &window, Camera &camera)
{
    camera.trigger("speakers.show");
    camera.take(window, QStringLiteral("speakers.png"));
    camera.trigger("speakers.show");
    camera.press(Qt::Key_F7);
    auto *words = window.findChild<QLineEdit *>(QStringLiteral("review.text"));
    words->setText(QStringLiteral("Benoit"));
    camera.take(window, QStringLiteral("list.png"));
    words->clear();
    camera.press(Qt::Key_F7);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F7);
    camera.press(Qt::Key_F8);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    camera.take(window, QStringLiteral("history.png"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
}

} // namespace

bool takeManualPictures(const QDir &folder)
{
    // Paths are seen in some pictures: the same ones wherever they are drawn.
    QDir home(QDir::tempPath() + QStringLiteral("/ana"));
    if (home.exists() || !home.mkpath(QStringLiteral(".")))
        return false;
    qputenv("HOME", home.path().toLocal8Bit());
    QSettings().clear();
    bool isDone = false;
    {
        MainWindow window(QStringLiteral("ana"));
        window.resize(widest, 760);
        window.QWidget::show();
        Camera camera(window, folder);
        camera.setWidest(widest);
        camera.expect(addDetector(home));
        camera.expect(QTest::qWaitForWindowActive(&window)
                      && bool(window.openSampleProject(home.filePath(QStringLiteral("sample.quoth")))));
        if (!camera.failed()) {
            camera.open(2);
            camera.press(Qt::Key_Tab);
            camera.press(Qt::Key_Return, {}, 3);
            camera.take(window, QStringLiteral("window-review.png"));
            // From nothing: what is left is rejected, the first quotation labelled.
            camera.press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
            camera.press(Qt::Key_Escape);
            camera.press(Qt::Key_Home, Qt::ControlModifier);
            camera.press(Qt::Key_Z, {}, 2);
            camera.press(Qt::Key_3);
            camera.take(window, QStringLiteral("window-proposal.png"));
            camera.press(Qt::Key_Return);
            QSignalSpy learned(&window.desk()->learning(), &Learning::learned);
            camera.open(3);
            camera.press(Qt::Key_Tab);
            camera.press(Qt::Key_Return, {}, 2);
            camera.press(Qt::Key_Backspace);
            camera.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
            camera.expect(learned.count() > 0 || learned.wait(60000));
            camera.expect(QTest::qWaitFor([&window] { return !window.desk()->learning().isAtWork(); }, 60000));
            camera.takeDialogOf("project.learned", QStringLiteral("learned.png"));
            takePanels(window, camera);
            takeDialogs(camera);
            takeImport(home, window, camera);
        }
        window.close();
        takeStartPage(folder, home, camera);
        isDone = !camera.failed();
    }
    home.removeRecursively();
    return isDone;
}

} // namespace Quoth::Test
