// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/articlepane.h>
#include <app/base/translation.h>
#include <app/windows/mainwindow.h>
#include <app/windows/projectdesk.h>
#include <app/windows/systemcolours.h>

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;

// Draws the pictures of the documentation: drives the window on the sample project by keys and grabs it.

namespace {

class Camera
{
public:
    Camera(MainWindow &window, QDir folder) : m_window(window), m_folder(std::move(folder)) {}

    bool failed() const { return m_failed; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}, int times = 1)
    {
        m_window.activateWindow(); // which a dialog was before
        m_failed |= !QTest::qWaitForWindowActive(&m_window);
        view().setFocus();
        for (int i = 0; i < times; ++i)
            QTest::keyClick(&view(), key, modifiers);
    }
    void open(int article)
    {
        m_window.desk()->session().openArticle(ArticleId(article));
        const auto isOpen = [this, article] { return m_window.desk()->workbench().article().id == ArticleId(article); };
        m_failed |= !QTest::qWaitFor([&] { return m_window.desk()->workbench().model().isOpen() && isOpen(); });
        QTest::qWait(200);
    }
    void take(QWidget &widget, const QString &name)
    {
        QTest::qWait(600); // what waits for the article and for storage is then told
        m_failed |= !widget.grab().save(m_folder.filePath(name));
    }
    /// Presses a key that opens a dialog, takes the dialog's picture and closes it.
    void takeDialog(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &name)
    {
        QTimer::singleShot(300, &m_window, [this, name] {
            QWidget *dialog = QApplication::activeModalWidget();
            m_failed |= dialog == nullptr;
            if (!dialog)
                return;
            // The folder of the moment means nothing to a reader.
            if (auto *output = dialog->findChild<QLineEdit *>(QStringLiteral("export.output")))
                output->setText(QStringLiteral("/home/ana/news/sample.jsonl"));
            take(*dialog, name);
            dialog->close();
        });
        press(key, modifiers);
    }

private:
    Widgets::ArticleView &view() { return m_window.desk()->pane().view(); }

    MainWindow &m_window;
    QDir m_folder;
    bool m_failed = false;
};

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    installTranslations(application);
    QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
    QCoreApplication::setApplicationName(QStringLiteral("quoth-pictures"));
    QSettings().clear();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2 || !QDir().mkpath(arguments[1])) {
        qCritical("usage: pictures FOLDER");
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
    camera.takeDialog(Qt::Key_F1, {}, QStringLiteral("keys.png"));
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
    return camera.failed() ? 1 : 0;
}
