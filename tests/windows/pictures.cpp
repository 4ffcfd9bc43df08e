// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "camera.h"
#include "manualpictures.h"

#include <app/base/translation.h>
#include <app/windows/systemcolours.h>

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Quoth;
using namespace Quoth::Windows;
using Quoth::Test::Camera;

// Draws the pictures of README and, into the second folder, of the manual: drives the window on the sample project by keys and grabs it.

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    installLanguage(application);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-pictures"));
    QSettings().clear();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || arguments.size() > 3 || !QDir().mkpath(arguments[1])) {
        qCritical("usage: pictures FOLDER [FOLDER OF THE MANUAL]");
        return 2;
    }
    QTemporaryDir project;
    SystemColours colours(application);
    colours.setScheme(ColourScheme::Light);
    MainWindow window(QStringLiteral("ana"));
    window.resize(1360, 860);
    window.QWidget::show();
    if (!QTest::qWaitForWindowActive(&window) || !window.openSampleProject(project.filePath(QStringLiteral("sample.quoth"))))
        return 1;

    Camera camera(window, QDir(arguments[1]));
    camera.open(2);
    camera.press(Qt::Key_Tab);
    camera.press(Qt::Key_Return, {}, 3);
    camera.take(window, QStringLiteral("window-review.png"));
    camera.takeDialog(Qt::Key_E, Qt::ControlModifier, QStringLiteral("export-dialog.png"));
    camera.takeDialog(Qt::Key_F1, Qt::ControlModifier, QStringLiteral("keys.png"));
    // From nothing: what is left is rejected, the first quotation labelled.
    camera.press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    camera.press(Qt::Key_Escape);
    camera.press(Qt::Key_Home, Qt::ControlModifier);
    camera.press(Qt::Key_Z, {}, 2);
    camera.press(Qt::Key_3);
    camera.take(window, QStringLiteral("window-proposal.png"));
    camera.open(1);
    camera.press(Qt::Key_J, {}, 11);
    camera.take(window, QStringLiteral("window-labelled.png"));
    colours.setScheme(ColourScheme::Dark);
    camera.open(3);
    camera.press(Qt::Key_Tab, {}, 7);
    camera.take(window, QStringLiteral("window-dark.png"));
    window.close();
    colours.setScheme(ColourScheme::Light);
    const bool isManualDone = arguments.size() < 3 || (QDir().mkpath(arguments[2]) && Test::takeManualPictures(QDir(arguments[2])));
    return camera.failed() || !isManualDone ? 1 : 0;
}
