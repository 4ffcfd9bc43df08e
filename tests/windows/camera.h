// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>
#include <app/windows/projectdesk.h>

#include <QApplication>
#include <QDir>
#include <QHash>
#include <QImage>
#include <QLineEdit>
#include <QTimer>
#include <QtTest>

#include <algorithm>
#include <functional>
#include <utility>

namespace Quoth::Test {

/// Takes pictures of a window that is driven by keys.
class Camera
{
public:
    Camera(Windows::MainWindow &window, QDir folder) : m_window(window), m_folder(std::move(folder)) { }

    bool failed() const { return m_failed; }
    void expect(bool isTrue) { m_failed |= !isTrue; }
    /// Pictures are then no wider, and of at most 256 colours, which makes them small.
    void setWidest(int width) { m_widest = width; }

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
        QImage picture = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
        if (m_widest > 0)
            picture = small(picture);
        m_failed |= !picture.save(m_folder.filePath(name));
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
    /// Does the same by the action with this id, which may open its dialog later; prepare brings it into the state to be shown.
    void takeDialogOf(const char *id, const QString &name, const std::function<void(QWidget &)> &prepare = {})
    {
        bool isTaken = false;
        QTimer watch;
        QObject::connect(&watch, &QTimer::timeout, &m_window, [&] {
            QWidget *dialog = QApplication::activeModalWidget();
            if (!dialog || !dialog->isVisible())
                return;
            watch.stop();
            if (prepare)
                prepare(*dialog);
            take(*dialog, name);
            isTaken = true;
            dialog->close();
        });
        watch.start(200);
        trigger(id);
        m_failed |= !QTest::qWaitFor([&] { return isTaken; }, 60000);
    }
    void trigger(const char *id)
    {
        const QList<QAction *> actions = m_window.allActions();
        for (QAction *action : actions) {
            if (action->objectName() == QLatin1String(id)) {
                action->trigger();
                return;
            }
        }
        m_failed = true;
    }

private:
    Widgets::ArticleView &view() { return m_window.desk()->pane().view(); }
    QImage small(const QImage &picture) const
    {
        QImage image = picture.width() > m_widest ? picture.scaledToWidth(m_widest, Qt::SmoothTransformation) : picture;
        QHash<QRgb, int> counts;
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x)
                ++counts[line[x] | 0xff000000];
        }
        QList<QRgb> colours = counts.keys();
        std::sort(colours.begin(), colours.end(), [&counts](QRgb one, QRgb other) {
            return std::pair(counts.value(other), one) < std::pair(counts.value(one), other); // the most frequent first
        });
        return image.convertToFormat(QImage::Format_Indexed8, colours.mid(0, 256), Qt::ThresholdDither | Qt::AvoidDither);
    }

    Windows::MainWindow &m_window;
    QDir m_folder;
    int m_widest = 0;
    bool m_failed = false;
};

} // namespace Quoth::Test
