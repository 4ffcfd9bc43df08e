// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detectorsdialog.h"

#include "contexthelp.h"
#include "detectordialog.h"
#include "softlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Quoth::Windows {

using namespace Detection;

DetectorsDialog::DetectorsDialog(const Annotation::Schema &schema, const QHash<QString, QString> &lastErrors, QWidget *parent)
    : QDialog(parent)
    , m_schema(schema)
    , m_list(DetectorList::remembered(DetectorRegistry().names()))
    , m_lastErrors(lastErrors)
    , m_view(new QTreeWidget)
    , m_details(new QLabel)
{
    setWindowTitle(tr("Detectors"));
    m_view->setObjectName(QStringLiteral("detectors"));
    m_view->setAccessibleName(tr("Detectors"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setHeaderLabels({tr("Name"), tr("Kind"), tr("State")});
    m_view->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_details->setObjectName(QStringLiteral("details"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setMargin(fontMetrics().height() / 3);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setAccessibleDescription(tr("What the detector told")); // its text is its name for a screen reader
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_details);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(fontMetrics().height() * 5);

    auto *column = new QVBoxLayout;
    buildButtons(*column);
    auto *lists = new QHBoxLayout;
    lists->addWidget(m_view, 1);
    lists->addLayout(column);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new SoftLabel(tr("The enabled ones look for highlights in this order; what the earlier ones found is not "
                                       "doubled. Space enables and disables. "
                                       "They are yours, not the project’s.")));
    layout->addLayout(lists, 2);
    layout->addWidget(scroll, 1);
    layout->addWidget(close);
    addHelp(*this, HelpTopic::Detectors);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_view, &QTreeWidget::currentItemChanged, this, &DetectorsDialog::showRow);
    connect(m_view, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem *item) {
        if (m_isFilling)
            return;
        m_list.entries[m_view->indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item))].isEnabled
            = item->checkState(0) == Qt::Checked;
        m_list.remember();
    });
    connect(m_view, &QTreeWidget::itemDoubleClicked, this, [this] {
        if (m_edit->isEnabled())
            editDetector(false);
    });
    // On a small or magnified screen all of it stays in view.
    resize(
        QSize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 28).boundedTo(screen()->availableSize() * 0.85));
    fill(0);
    m_view->setFocus();
}

DetectorsDialog::~DetectorsDialog() { m_progress.cancel(); }

void DetectorsDialog::buildButtons(QVBoxLayout &column)
{
    const auto make = [&](const QString &text, const char *name) {
        auto *button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        column.addWidget(button);
        return button;
    };
    QPushButton *add = make(tr("Add\u2026"), "add");
    m_edit = make(tr("Change\u2026"), "edit");
    m_test = make(tr("Test"), "test");
    m_test->setToolTip(tr("Sends two sentences of ours and shows what comes back"));
    m_up = make(tr("Up"), "up");
    m_down = make(tr("Down"), "down");
    m_remove = make(tr("Remove\u2026"), "remove");
    column.addStretch(1);
    connect(add, &QPushButton::clicked, this, [this] { editDetector(true); });
    connect(m_edit, &QPushButton::clicked, this, [this] { editDetector(false); });
    connect(m_test, &QPushButton::clicked, this, &DetectorsDialog::test);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &DetectorsDialog::remove);
}

int DetectorsDialog::row() const { return m_view->indexOfTopLevelItem(m_view->currentItem()); }

void DetectorsDialog::fill(int current)
{
    m_isFilling = true;
    m_view->clear();
    for (const DetectorEntry &entry : std::as_const(m_list.entries)) {
        const QString state = m_lastErrors.contains(entry.name) ? tr("\u2717 failed")
            : m_results.contains(entry.name)                    ? tr("\u2713 works")
            : entry.outside                                     ? tr("not tested")
                                                                : tr("\u2713 built in");
        QString kind = tr("built in");
        if (entry.outside) {
            switch (entry.outside->kind) {
            case OutsideKind::Program: kind = tr("Program"); break;
            case OutsideKind::Http: kind = tr("Server"); break;
            case OutsideKind::LabelStudio: kind = tr("Label Studio"); break;
            case OutsideKind::Inception: kind = tr("INCEpTION"); break;
            }
        }
        auto *item = new QTreeWidgetItem(m_view, {entry.name, kind, state});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, entry.isEnabled ? Qt::Checked : Qt::Unchecked);
    }
    m_isFilling = false;
    m_view->setCurrentItem(m_view->topLevelItem(std::clamp(current, 0, std::max(0, m_view->topLevelItemCount() - 1))));
    showRow();
}

void DetectorsDialog::showRow()
{
    if (m_isFilling)
        return;
    const int current = row();
    const bool isOutside = current >= 0 && m_list.entries[current].outside;
    m_edit->setEnabled(isOutside && !m_isTesting);
    m_remove->setEnabled(isOutside && !m_isTesting);
    m_up->setEnabled(current > 0);
    m_down->setEnabled(current >= 0 && current + 1 < m_view->topLevelItemCount());
    m_test->setEnabled(m_isTesting || isOutside);
    m_test->setText(m_isTesting ? tr("Stop") : tr("Test"));
    if (current < 0 || m_isTesting)
        return;
    const DetectorEntry &entry = m_list.entries[current];
    QStringList lines;
    if (entry.outside)
        lines.append(entry.outside->whereabouts());
    if (m_lastErrors.contains(entry.name))
        lines.append(m_lastErrors.value(entry.name));
    else if (m_results.contains(entry.name))
        lines.append(m_results.value(entry.name));
    m_details->setText(lines.join(QStringLiteral("\n\n")));
    m_details->setVisible(!lines.isEmpty()); // nothing to stop at
}

void DetectorsDialog::keep(int current)
{
    m_list.remember();
    fill(current);
}

void DetectorsDialog::editDetector(bool isNew)
{
    const int current = row();
    const OutsideSettings before = isNew ? OutsideSettings() : *m_list.entries[current].outside;
    DetectorDialog dialog(
        before, isNew, m_schema,
        [this, isNew, current](const OutsideSettings &settings) {
            return isNew ? m_list.add(settings) : m_list.replace(current, settings);
        },
        this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const int changed = isNew ? int(m_list.entries.size()) - 1 : current;
    m_lastErrors.remove(before.name);
    m_results.remove(before.name);
    keep(changed);
}

void DetectorsDialog::move(int by)
{
    const int current = row();
    m_list.move(current, current + by);
    keep(current + by);
}

void DetectorsDialog::remove()
{
    const int current = row();
    const QString name = m_list.entries[current].name;
    if (QMessageBox::question(this, tr("Remove a detector"),
                              tr("Remove %1 from your detectors? What it suggested stays.").arg(name))
        != QMessageBox::Yes)
        return;
    m_list.entries.removeAt(current);
    m_lastErrors.remove(name);
    m_results.remove(name);
    keep(current);
}

void DetectorsDialog::test()
{
    if (m_isTesting) {
        m_progress.cancel();
        return;
    }
    OutsideSettings &settings = *m_list.entries[row()].outside;
    const bool wasAgreed = settings.isAgreed();
    if (!agreeToSend(settings, this))
        return;
    if (!wasAgreed)
        m_list.remember();
    m_isTesting = true;
    m_progress = Progress();
    m_details->setText(tr("%1 was sent two sentences of ours; waiting for at most %n second(s)…", nullptr, settings.timeout)
                           .arg(settings.name));
    showRow();
    QtConcurrent::run([settings, schema = m_schema, progress = m_progress] {
        return tryOut(settings, schema, progress);
    }).then(this, [this, name = settings.name](const Result<Trial> &trial) { finishTest(name, trial); });
}

void DetectorsDialog::finishTest(const QString &name, const Result<Trial> &trial)
{
    m_isTesting = false;
    if (trial) {
        m_lastErrors.remove(name);
        QStringList lines{tr("Answered in %1 ms.").arg(trial->milliseconds) + u' '
                          + tr("%n span(s)", nullptr, int(trial->found.spans.size())) + QStringLiteral(", ")
                          + tr("%n attribution(s)", nullptr, int(trial->found.attributions.size()))};
        if (!trial->peer.name.isEmpty() || !trial->peer.version.isEmpty())
            lines.prepend(tr("It says that it is %1, version %2.").arg(trial->peer.name, trial->peer.version));
        for (const Annotation::Span &span : trial->found.spans)
            lines.append(
                QStringLiteral("  %1: %2").arg(span.label, Annotation::textOf(span.fragments, trial->text, u" \u2026 ")));
        for (const Annotation::Issue &issue : trial->issues)
            lines.append(issue.count > 1 ? issue.message + QStringLiteral(" (\u00D7%1)").arg(issue.count) : issue.message);
        m_results.insert(name, lines.join(u'\n'));
    } else if (trial.error().code != ErrorCode::Cancelled) {
        m_results.remove(name);
        m_lastErrors.insert(name, trial.error().message);
    }
    fill(row());
    if (!trial && trial.error().code == ErrorCode::Cancelled)
        m_details->setText(tr("The test was stopped."));
}

} // namespace Quoth::Windows
