// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"

#include "articlepane.h"
#include "framebuilding.h"
#include "labelling.h"
#include "projectdesk.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>

#include <utility>

namespace Quoth::Windows {

Tour::Tour(QMainWindow &window, ProjectDesk &desk, const QList<QAction *> &actions)
    : QObject(&window), m_desk(desk), m_steps(tourSteps(window, desk, actions)), m_balloon(new Widgets::Balloon(&window))
{
    connect(m_balloon.data(), &Widgets::Balloon::nextRequested, this, &Tour::next);
    connect(m_balloon.data(), &Widgets::Balloon::backRequested, this, &Tour::back);
    connect(m_balloon.data(), &Widgets::Balloon::endRequested, this, &Tour::end);
    follow(actions);
    qApp->installEventFilter(this);
    m_balloon->show();
    go(0, 1);
}

Tour::~Tour() { delete m_balloon.data(); }

void Tour::follow(const QList<QAction *> &actions)
{
    Workbench &bench = m_desk.workbench();
    connect(&bench.model(), &Annotation::AnnotationModel::applied, this, &Tour::checkSoon);
    connect(&bench.session(), &Editing::EditSession::stepped, this, &Tour::checkSoon);
    connect(&bench, &Workbench::currentChanged, this, &Tour::checkSoon);
    connect(&m_desk.labelling().frames(), &FrameBuilding::changed, this, &Tour::checkSoon);
    connect(&bench.session(), &Editing::EditSession::articleOpened, this, [this] {
        // The first article comes in after the tour has begun: nothing is done by that.
        if (!m_before.article)
            m_before = tallyOf(m_desk);
        checkSoon();
    });
    Widgets::ArticleView &view = m_desk.pane().view();
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, &Tour::pointSoon);
    connect(&view, &Widgets::ArticleView::zoomChanged, this, &Tour::pointSoon);
    for (const QAction *action : actions) {
        // Connected last and queued: what the action does is done by then, also where it opened a dialog.
        connect(
            action, &QAction::triggered, this,
            [this, id = action->objectName()] {
                if (m_step >= 0 && m_step < m_steps.size() && m_steps[m_step].action == id)
                    next();
            },
            Qt::QueuedConnection);
    }
}

void Tour::next()
{
    if (m_step + 1 >= m_steps.size())
        end();
    else
        go(m_step + 1, 1);
}

void Tour::back() { go(m_step - 1, -1); }

void Tour::go(int step, int direction)
{
    const TourTally now = tallyOf(m_desk);
    int to = step;
    while (to >= 0 && to < m_steps.size() && m_steps[to].isSkipped && m_steps[to].isSkipped(now))
        to += direction;
    if (to < 0 || to >= m_steps.size() || !m_balloon)
        return;
    m_step = to;
    if (m_steps[to].begin)
        m_steps[to].begin();
    m_before = tallyOf(m_desk);
    point();
    m_balloon->setHint(m_steps[to].title, m_steps[to].text, to + 1, int(m_steps.size()));
    // The keys that the hints tell are those of the article.
    if (!m_balloon->isAncestorOf(QApplication::focusWidget()))
        m_desk.pane().view().setFocus(Qt::OtherFocusReason);
}

void Tour::point()
{
    if (!m_balloon || m_step < 0)
        return;
    const TourTarget target = m_steps[m_step].target();
    m_balloon->pointAt(target.part, target.place);
}

void Tour::pointSoon()
{
    if (std::exchange(m_isPointing, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isPointing = false;
            point();
        },
        Qt::QueuedConnection);
}

void Tour::checkSoon()
{
    pointSoon();
    if (std::exchange(m_isChecking, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isChecking = false;
            check();
        },
        Qt::QueuedConnection);
}

void Tour::check()
{
    if (m_step < 0 || m_step >= m_steps.size() || !m_steps[m_step].isDone || !m_balloon)
        return;
    const TourTally now = tallyOf(m_desk);
    if (m_steps[m_step].isDone(m_before, now))
        next();
}

void Tour::end()
{
    if (!m_balloon)
        return;
    qApp->removeEventFilter(this);
    m_balloon->hide();
    m_balloon->deleteLater();
    m_balloon.clear();
    m_desk.pane().view().setFocus(Qt::OtherFocusReason);
    emit ended();
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_desk.pane().view().viewport())
        pointSoon();
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const QWidget *focused = QApplication::focusWidget();
    const bool isOurs = focused && m_balloon && (focused == &m_desk.pane().view() || m_balloon->isAncestorOf(focused));
    if (key->key() != Qt::Key_Escape || key->modifiers() != Qt::NoModifier || !isOurs || QApplication::activeModalWidget()
        || QApplication::activePopupWidget())
        return QObject::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        end();
    return true;
}

} // namespace Quoth::Windows
