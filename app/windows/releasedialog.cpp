// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releasedialog.h"

#include "contexthelp.h"
#include "issuetext.h"
#include "projectquestion.h"
#include "releaseform.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Quoth::Windows {

namespace {

constexpr int countDelay = 350; // milliseconds after the last change

} // namespace

struct ReleaseDialog::Made
{
    Result<Tasks::Release> release;
};

ReleaseDialog::ReleaseDialog(Editing::EditSession &session, QWidget *parent) : QDialog(parent), m_session(session)
{
    setWindowTitle(tr("Publish dataset"));
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(countDelay);
    connect(&m_delay, &QTimer::timeout, this, &ReleaseDialog::count);
    connect(m_form, &ReleaseForm::changed, this, &ReleaseDialog::countSoon);
    readEarlier();
    countSoon();
    addHelp(*this, HelpTopic::Release);
}

ReleaseDialog::~ReleaseDialog() { m_progress.cancel(); }

void ReleaseDialog::build()
{
    m_form = new ReleaseForm;
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // its fields have it
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(m_form->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    m_start = new QComboBox;
    m_start->setObjectName(QStringLiteral("release.start"));
    m_start->setAccessibleName(tr("Begin with"));
    connect(m_start, &QComboBox::activated, this, &ReleaseDialog::takeUp);
    auto *start = new QFormLayout;
    start->addRow(tr("&Begin with:"), m_start);
    auto *left = new QVBoxLayout;
    left->addLayout(start);
    left->addWidget(scroll, 1);

    m_output = new QLineEdit;
    m_output->setObjectName(QStringLiteral("release.output"));
    m_output->setAccessibleName(tr("Folder of the dataset"));
    const QFileInfo project(m_session.path());
    m_output->setText(QDir::toNativeSeparators(project.absoluteDir().filePath(project.completeBaseName() + QStringLiteral("-dataset"))));
    connect(m_output, &QLineEdit::textChanged, this, [this] {
        m_canPublish = m_canPublish || m_counts->rowCount() > 0; // to another folder, after it was published
        showState();
    });
    auto *browse = new QPushButton(tr("Br&owse…"));
    browse->setAccessibleName(tr("Choose the folder"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the dataset"), QFileInfo(m_output->text()).absolutePath());
        if (!folder.isEmpty())
            m_output->setText(QDir::toNativeSeparators(folder));
    });
    auto *outputTitle = new QLabel(tr("&Folder:"));
    outputTitle->setBuddy(m_output);
    auto *output = new QHBoxLayout;
    output->addWidget(outputTitle);
    output->addWidget(m_output, 1);
    output->addWidget(browse);

    auto *buttons = new QDialogButtonBox;
    m_publish = buttons->addButton(tr("&Publish"), QDialogButtonBox::ActionRole);
    m_publish->setObjectName(QStringLiteral("release.publish"));
    m_publish->setDefault(true);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setAutoDefault(false);
    connect(m_publish, &QPushButton::clicked, this, &ReleaseDialog::publish);
    connect(buttons, &QDialogButtonBox::rejected, this, &ReleaseDialog::reject);

    auto *columns = new QHBoxLayout;
    columns->addLayout(left);
    columns->addWidget(buildOutcome(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addLayout(output);
    layout->addWidget(m_bar);
    layout->addWidget(buttons);
    resize(QSize(980, 660).expandedTo(minimumSizeHint()));
}

QWidget *ReleaseDialog::buildOutcome()
{
    m_counts = new QTableWidget(0, 5);
    m_counts->setObjectName(QStringLiteral("release.counts"));
    m_counts->setAccessibleName(tr("What goes into each split"));
    m_counts->setHorizontalHeaderLabels({tr("Split"), tr("Articles"), tr("Groups"), tr("Attributions"), tr("Spans")});
    m_counts->verticalHeader()->hide();
    m_counts->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_counts->setSelectionMode(QAbstractItemView::NoSelection);
    m_counts->setTabKeyNavigation(false);
    m_counts->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_counts->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_counts->horizontalHeader()->setMinimumSectionSize(m_counts->horizontalHeader()->sectionSizeHint(0));
    int columns = 0;
    for (int column = 0; column < m_counts->columnCount(); ++column)
        columns += m_counts->horizontalHeader()->sectionSizeHint(column);
    m_counts->setMinimumWidth(columns + 2 * m_counts->frameWidth() + fontMetrics().averageCharWidth() * 4);
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("release.summary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_summary->setAccessibleDescription(tr("What it will hold"));
    m_issues = new QListWidget;
    m_issues->setObjectName(QStringLiteral("release.issues"));
    m_issues->setAccessibleName(tr("What is to be told of it"));
    m_issues->setWordWrap(true);
    m_issues->setResizeMode(QListView::Adjust); // or it keeps the lines of the width that it was filled in
    m_bar = new QProgressBar;
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setRange(0, 100);
    m_bar->hide();
    auto *outcome = new QWidget;
    auto *layout = new QVBoxLayout(outcome);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("What it will hold"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);
    layout->addWidget(m_counts, 2);
    layout->addWidget(m_summary);
    layout->addWidget(m_issues, 1);
    return outcome;
}

void ReleaseDialog::readEarlier()
{
    const auto earlier = m_session.project().call([](Storage::Project &project) { return Storage::releases(project); });
    m_earlier = earlier ? *earlier : QList<Storage::ReleaseRecord>();
    m_start->clear();
    m_start->addItem(tr("a new recipe"));
    for (const Storage::ReleaseRecord &record : std::as_const(m_earlier)) {
        const QString made = QLocale().toString(record.made.toLocalTime().date(), QLocale::ShortFormat);
        m_start->addItem(tr("release %1 of %2, %n article(s)", nullptr, record.articles).arg(record.number).arg(made));
    }
}

void ReleaseDialog::takeUp(int index)
{
    if (index <= 0 || index > m_earlier.size()) {
        m_form->setRecipe({});
        return;
    }
    if (const auto recipe = Tasks::releaseRecipeFromJson(m_earlier[index - 1].recipe, {}))
        m_form->setRecipe(*recipe);
}

void ReleaseDialog::countSoon()
{
    m_canPublish = false;
    m_progress.cancel();
    ++m_asked;
    m_delay.start();
    showState();
}

void ReleaseDialog::run(const QString &folder, const std::function<void(const Made &)> &then)
{
    m_progress = progressTo(m_session, this, [this](double share) { m_bar->setValue(int(share * 100)); });
    const std::optional<QString> who = folder.isEmpty() ? std::nullopt : std::optional(m_session.person());
    askProject(m_session, this,
               [recipe = m_form->recipe(), folder, who, progress = m_progress](Storage::Project &project) {
                   return Made{Tasks::makeRelease(project, recipe, folder, who, progress)};
               },
               [this, then, asked = ++m_asked](const Made &made) {
                   if (asked == m_asked)
                       then(made);
               });
}

void ReleaseDialog::count()
{
    if (m_isPublishing)
        return;
    run({}, [this](const Made &made) {
        m_canPublish = bool(made.release);
        if (made.release) {
            showRelease(*made.release);
        } else {
            m_counts->setRowCount(0);
            m_issues->clear();
            m_issues->hide();
            m_summary->setText(made.release.error().message);
            m_summary->show();
        }
        showState();
    });
}

void ReleaseDialog::publish()
{
    m_isPublishing = true;
    m_work.begin();
    m_bar->setValue(0);
    const QString folder = QDir::fromNativeSeparators(m_output->text().trimmed());
    run(folder, [this, folder](const Made &made) {
        m_isPublishing = false;
        m_work.end(*this, made.release ? tr("The dataset is published.") : tr("The dataset could not be published."));
        if (!made.release) {
            m_summary->setText(made.release.error().code == ErrorCode::Cancelled ? made.release.error().message
                                                                                 : tr("Nothing was written. %1").arg(made.release.error().text()));
            m_summary->show();
            showState();
            return;
        }
        showRelease(*made.release);
        m_summary->setText(tr("Release %1 is in %2: %n article(s), with card, label schema and checksums.", nullptr, int(made.release->plan.articles.size()))
                               .arg(made.release->number.value_or(0))
                               .arg(QDir::toNativeSeparators(folder)));
        m_summary->show();
        readEarlier();
        m_canPublish = false; // the same once more says nothing new
        showState();
        m_close->setFocus(Qt::OtherFocusReason);
    });
    showState();
}

void ReleaseDialog::showRelease(const Tasks::Release &release)
{
    const QLocale locale;
    const QList<Measure::SplitShare> &shares = release.recipe.splits.shares;
    m_counts->setRowCount(int(shares.size()));
    for (int row = 0; row < shares.size(); ++row) {
        m_counts->setItem(row, 0, new QTableWidgetItem(shares[row].name));
        int column = 1;
        for (const char *what : {"articles", "groups", "attributions", "spans"}) {
            auto *item = new QTableWidgetItem(locale.toString(release.counts.total(QString::fromLatin1(what), shares[row].name)));
            item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
            m_counts->setItem(row, column++, item);
        }
    }
    QStringList said;
    if (release.plan.leftOut > 0)
        said.append(tr("%n article(s) of the project are left out.", nullptr, release.plan.leftOut));
    if (release.plan.similarPairs > 0)
        said.append(tr("%n pair(s) of articles are one story and stay together.", nullptr, release.plan.similarPairs));
    if (!release.plan.moved.isEmpty())
        said.append(tr("%n article(s) had to leave the split of earlier releases.", nullptr, int(release.plan.moved.size())));
    m_summary->setText(said.join(u' '));
    m_summary->setVisible(!said.isEmpty()); // nothing to stop at
    tellIssues(release.issues);
}

void ReleaseDialog::tellIssues(const QList<Annotation::Issue> &issues)
{
    m_issues->clear();
    for (const Annotation::Issue &issue : issues)
        m_issues->addItem(issueText(issue));
    m_issues->setVisible(!issues.isEmpty());
}

void ReleaseDialog::reject()
{
    if (m_isPublishing)
        m_progress.cancel();
    else
        QDialog::reject();
}

void ReleaseDialog::showState()
{
    m_form->setEnabled(!m_isPublishing);
    m_start->setEnabled(!m_isPublishing);
    m_output->setEnabled(!m_isPublishing);
    m_bar->setVisible(m_isPublishing);
    m_publish->setEnabled(m_canPublish && !m_isPublishing && !m_output->text().trimmed().isEmpty());
    m_close->setText(m_isPublishing ? tr("&Cancel") : tr("&Close"));
}

} // namespace Quoth::Windows
