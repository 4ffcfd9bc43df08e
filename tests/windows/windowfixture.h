// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "openproject.h"

#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>

#include <QApplication>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>

namespace Quoth::Test {

/// The whole window on a project of its own, and the keys that a person presses.
class WindowFixture
{
public:
    explicit WindowFixture(const QList<Sample> &samples)
    {
        openProject(m_dir, samples).reset();
        m_window = std::make_unique<Windows::MainWindow>(QStringLiteral("me"));
        m_window->resize(1280, 800);
        m_window->QWidget::show();
        if (!QTest::qWaitForWindowActive(m_window.get()) || !m_window->openProject(path()))
            qFatal("The window did not open.");
        waitForArticle();
    }

    /// Settings of tests are theirs alone; once, before any window.
    static void useOwnSettings(const char *name)
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
        QCoreApplication::setApplicationName(QLatin1String(name));
        QSettings().clear();
    }

    QString path() const { return m_dir.filePath(QStringLiteral("news.quoth")); }
    Windows::MainWindow &window() { return *m_window; }
    Windows::ProjectDesk &desk() { return *m_window->desk(); }
    Windows::Workbench &bench() { return desk().workbench(); }
    Widgets::ArticleView &view() { return desk().pane().view(); }
    Editing::EditSession &session() { return desk().session(); }

    void waitForArticle()
    {
        if (!QTest::qWaitFor([this] { return bench().model().isOpen() && view().hasFocus(); }, 30000))
            qFatal("No article opened.");
    }
    void openArticle(qint64 number)
    {
        session().openArticle(ArticleId(number));
        if (!QTest::qWaitFor([&] { return bench().article().id == ArticleId(number); }, 30000))
            qFatal("The article did not open.");
    }

    /// A key to what has the focus; the event loop then runs what it set off.
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::activePopupWidget();
        if (!target)
            target = QApplication::focusWidget();
        if (!target)
            target = QApplication::activeWindow();
        QTest::keyClick(target, key, modifiers);
        QCoreApplication::processEvents();
    }
    static void type(const char *text)
    {
        QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text));
        QCoreApplication::processEvents();
    }
    /// Does something as soon as a dialog or a menu has come up; what brought it up blocks until it is closed.
    static void whenOneComesUp(const std::function<void(QWidget *)> &act)
    {
        auto *timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, act] {
            QWidget *widget = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::activeModalWidget();
            // A key sent before the dialog is active goes to the window behind it.
            if (!widget || !widget->isVisible() || (widget->isModal() && !widget->isActiveWindow()))
                return;
            timer->deleteLater();
            timer->stop();
            act(widget);
        });
        timer->start(10);
    }

    /// Takes the span with these words into hand, the nth of them.
    SpanId take(const char *words, int nth = 0)
    {
        for (const Annotation::IntervalIndex::Entry &entry : bench().index().spansInOrder()) {
            const QString text = Annotation::textOf(bench().index().span(entry.id)->fragments, bench().article().text);
            if (text == QString::fromUtf8(words) && nth-- == 0) {
                const QList<AttributionId> frames = bench().index().attributionsOf(entry.id);
                if (frames.isEmpty())
                    bench().setCurrent(Editing::Item(entry.id), entry.id, true);
                else
                    bench().setCurrent(Editing::Item(frames.constFirst()), entry.id, true);
                view().setFocus();
                return entry.id;
            }
        }
        qFatal("There is no such span: %s", words);
    }

    /// The article as markup.
    QString printed() { return print({bench().article(), bench().index().toAnnotations()}); }
    QString printed(qint64 number)
    {
        const auto article = session().project().call([number](Storage::Project &project) { return project.article(ArticleId(number)); });
        return article ? print(*article) : article.error().text();
    }
    /// "Ann=Ann Lee, she=-": the speaker's spans of an article on the disk, with whom they are credited to.
    QString credits(qint64 number)
    {
        const auto article = session().project().call([number](Storage::Project &project) { return project.article(ArticleId(number)); });
        if (!article)
            return article.error().text();
        Annotation::Annotations annotations = article->annotations;
        annotations.sortSpans();
        QStringList credits;
        for (const Annotation::Span &span : std::as_const(annotations.spans)) {
            if (span.label != u"Speaker")
                continue;
            const Annotation::Speaker *speaker = span.speaker ? annotations.speaker(*span.speaker) : nullptr;
            credits.append(Annotation::textOf(span.fragments, article->article.text) + u'=' + (speaker ? speaker->name : QStringLiteral("-")));
        }
        return credits.join(QStringLiteral(", "));
    }
    /// Credits a source as a person does: S, the name, Enter.
    void credit(const char *words, const char *name, int nth = 0)
    {
        take(words, nth);
        key(Qt::Key_S);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        type(name);
        key(Qt::Key_Return);
        view().setFocus();
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Windows::MainWindow> m_window;
};

} // namespace Quoth::Test
