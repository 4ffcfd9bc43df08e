// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historydock.h"

#include "actions.h"
#include "projectquestion.h"
#include "softlabel.h"

#include <widgets/historydelegate.h>

#include <QAction>
#include <QCheckBox>
#include <QEventLoop>
#include <QKeyEvent>
#include <QListView>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace std::chrono_literals;
using Editing::EditSession;
using Storage::Direction;
using Storage::Distance;

namespace {

constexpr int pointsAtOnce = 500; // as many more are read whenever the end of the list is reached
constexpr int manySteps = 100; // from here on a leap takes a moment

} // namespace

HistoryDock::HistoryDock(Workbench &workbench, QWidget *parent)
    : QDockWidget(tr("History"), parent), m_workbench(workbench), m_show(makeAction(this, "history.show", tr("History"), {QStringLiteral("F8")}))
{
    m_most = pointsAtOnce;
    setObjectName(QStringLiteral("historyDock"));
    setWidget(makeContents());
    connect(m_show, &QAction::triggered, this, [this] {
        if (isVisible() && m_list->hasFocus()) {
            hide();
            emit done();
            return;
        }
        show();
        raise();
        m_list->setFocus(Qt::ShortcutFocusReason);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &HistoryDock::ask);
    EditSession &session = workbench.session();
    connect(&session, &EditSession::savedChanged, this, [this, &session] {
        if (session.isSaved())
            refresh();
    });
    connect(&session, &EditSession::stepped, this, &HistoryDock::refresh);
    connect(&session.model(), &Annotation::AnnotationModel::reset, this, &HistoryDock::refresh);
}

QWidget *HistoryDock::makeContents()
{
    auto *contents = new QWidget;
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(8, 8, 8, 8);
    m_onlyArticle = new QCheckBox(tr("Only the open article"));
    m_onlyArticle->setObjectName(QStringLiteral("history.onlyArticle"));
    connect(m_onlyArticle, &QCheckBox::toggled, this, &HistoryDock::ask);
    layout->addWidget(m_onlyArticle);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("history.list"));
    m_list->setAccessibleName(tr("History"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new Widgets::HistoryDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * 14); // below the inspector it would else be given two rows
    m_list->installEventFilter(this);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_list->verticalScrollBar()->maximum() && m_model.rowCount() >= m_most) {
            m_most = m_model.rowCount() + pointsAtOnce;
            m_soon.start();
        }
    });
    connect(m_list, &QListView::doubleClicked, this, [this] { goToCurrent(true); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryDock::askDistance);
    layout->addWidget(m_list, 1);
    m_hint = new SoftLabel;
    m_hint->setObjectName(QStringLiteral("history.hint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // a dock makes no room for the lines that words wrap into
    layout->addWidget(m_hint);
    m_go = new QPushButton;
    m_go->setObjectName(QStringLiteral("history.go"));
    m_go->setAutoDefault(false);
    connect(m_go, &QPushButton::clicked, this, [this] { goToCurrent(false); });
    layout->addWidget(m_go);
    showDistance({});
    return contents;
}

std::optional<ArticleId> HistoryDock::article() const
{
    const bool only = m_onlyArticle->isChecked() && m_workbench.model().isOpen();
    return only ? std::optional(m_workbench.article().id) : std::nullopt;
}

void HistoryDock::refresh()
{
    if (isVisible())
        m_soon.start();
}

void HistoryDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    ask();
}

bool HistoryDock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            goToCurrent(true);
            return true;
        }
        if (key == Qt::Key_Escape) {
            emit done();
            return true;
        }
    }
    return QDockWidget::eventFilter(watched, event);
}

void HistoryDock::ask()
{
    askProject(
        m_workbench.session(), this,
        [article = article(), most = m_most](Storage::Project &project) {
            const auto current = project.editHistory().current();
            return std::pair(project.editHistory().points(most, article), current ? *current : 0);
        },
        [this](const std::pair<Result<QList<Storage::HistoryPoint>>, qint64> &answer) {
            if (!answer.first) {
                m_hint->setText(answer.first.error().text());
                return;
            }
            const bool isReset = m_model.rowCount() == 0 || m_list->currentIndex().row() == m_model.hereRow();
            const qint64 kept = m_list->currentIndex().isValid() ? m_model.point(m_list->currentIndex().row()).step : -1;
            m_model.setPoints(*answer.first, answer.second);
            if (m_model.hereRow() < 0 && m_model.rowCount() >= m_most) {
                m_most += pointsAtOnce;
                ask();
                return;
            }
            int row = m_model.hereRow();
            for (int i = 0; !isReset && i < m_model.rowCount(); ++i) {
                if (m_model.point(i).step == kept)
                    row = i;
            }
            m_list->setCurrentIndex(m_model.index(std::max(0, row)));
            m_list->scrollTo(m_list->currentIndex());
            askDistance();
        });
}

void HistoryDock::askDistance()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) {
        showDistance({});
        return;
    }
    const std::optional<ArticleId> open
        = m_workbench.model().isOpen() ? std::optional(m_workbench.article().id) : std::nullopt;
    askProject(
        m_workbench.session(), this,
        [step = m_model.point(index.row()).step, open](Storage::Project &project) { return project.editHistory().distance(step, open); },
        [this](const Result<Distance> &distance) { showDistance(distance ? *distance : Distance()); });
}

void HistoryDock::showDistance(const Distance &distance)
{
    m_go->setEnabled(distance.steps > 0);
    if (distance.steps == 0) {
        m_go->setText(tr("Go back to this point"));
        m_hint->setText(m_model.rowCount() == 0 ? tr("Nothing has been done yet. Each step that you do comes to stand here, to go back to.") : tr("The project is here. Choose a point to go to."));
        return;
    }
    m_go->setText(distance.direction == Direction::Undo ? tr("Undo %n step(s)", nullptr, distance.steps)
                                                        : tr("Redo %n step(s)", nullptr, distance.steps));
    m_hint->setText(distance.elsewhere == 0 ? tr("All of them in the open article") : tr("%n of them in other articles", nullptr, distance.elsewhere));
}

void HistoryDock::goToCurrent(bool confirm)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || m_leaping)
        return;
    const qint64 step = m_model.point(index.row()).step;
    const std::optional<ArticleId> open
        = m_workbench.model().isOpen() ? std::optional(m_workbench.article().id) : std::nullopt;
    const auto distance = m_workbench.session().project().call(
        [step, open](Storage::Project &project) { return project.editHistory().distance(step, open); });
    if (!distance || distance->steps == 0)
        return;
    showDistance(*distance);
    if (confirm && distance->steps > 1) {
        QMessageBox box(QMessageBox::Question, tr("History"),
                        distance->direction == Direction::Undo ? tr("Undo %n step(s)?", nullptr, distance->steps)
                                                               : tr("Redo %n step(s)?", nullptr, distance->steps),
                        QMessageBox::Cancel, window());
        box.setInformativeText(distance->elsewhere == 0
                                   ? tr("Until something else is done, this can be reversed from here.")
                                   : tr("%n of them in other articles. Until something else is done, this can be reversed from here.",
                                        nullptr, distance->elsewhere));
        QPushButton *go = box.addButton(m_go->text(), QMessageBox::AcceptRole);
        box.setDefaultButton(go);
        box.exec();
        if (box.clickedButton() != go)
            return;
    }
    leap(step, *distance);
}

void HistoryDock::leap(qint64 step, const Distance &distance)
{
    m_leaping = true;
    std::unique_ptr<QProgressDialog> dialog;
    Progress progress;
    if (distance.steps >= manySteps) {
        dialog = std::make_unique<QProgressDialog>(distance.direction == Direction::Undo
                                                       ? tr("Undoing %n step(s)…", nullptr, distance.steps)
                                                       : tr("Redoing %n step(s)…", nullptr, distance.steps),
                                                   tr("Stop"), 0, 100, window());
        dialog->setWindowModality(Qt::WindowModal);
        dialog->setMinimumDuration(0);
        dialog->setAutoClose(false);
        dialog->setAutoReset(false);
        progress = progressTo(m_workbench.session(), dialog.get(), [bar = dialog.get()](double share) { bar->setValue(int(share * 100)); });
        connect(dialog.get(), &QProgressDialog::canceled, this, [progress] { progress.cancel(); });
        dialog->setValue(0);
    }
    // Nothing may be edited while it runs: few steps hold the keys back, many have the dialog in front of the window.
    QEventLoop loop;
    std::optional<Error> error;
    m_workbench.session().stepTo(step, progress, [&](const Result<int> &steps) {
        if (!steps)
            error = steps.error();
        loop.quit();
    });
    loop.exec(dialog ? QEventLoop::AllEvents : QEventLoop::ExcludeUserInputEvents);
    dialog.reset();
    if (error && error->code != ErrorCode::Cancelled)
        QMessageBox::warning(window(), tr("History"), error->text());
    m_list->setFocus();
    ask();
    m_leaping = false;
}

} // namespace Quoth::Windows
