// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportdialog.h"

#include "contexthelp.h"
#include "workbench.h"

#include <app/exchange/formatregistry.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Windows {

using Annotation::State;

ExportDialog::ExportDialog(QWidget *parent, Workbench &workbench, const Exchange::FormatRegistry &formats)
    : QDialog(parent), m_workbench(workbench), m_formats(formats), m_exporting(workbench.session(), formats)
{
    setWindowTitle(tr("Export dataset"));
    build();
    connect(&m_exporting, &Exporting::progress, this, [this](double share) { m_progress->setValue(int(share * 100)); });
    connect(&m_exporting, &Exporting::finished, this, &ExportDialog::showFinished);
    connect(&m_exporting, &Exporting::lossesFound, this, &ExportDialog::showLosses);
    connect(&m_exporting, &Exporting::failed, this, &ExportDialog::showFailed);
    proposeOutput();
    showState();
    addHelp(*this, HelpTopic::Export);
}

void ExportDialog::build()
{
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setRange(0, 100);
    m_progress->hide();
    m_result = new QLabel;
    m_result->setObjectName(QStringLiteral("export.result"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setTextFormat(Qt::PlainText);
    m_result->hide();
    m_losses = new QListWidget;
    m_losses->setObjectName(QStringLiteral("export.losses"));
    m_losses->setAccessibleName(tr("What the format could not carry"));
    m_losses->setWordWrap(true);
    m_losses->hide();

    auto *buttons = new QDialogButtonBox;
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(QStringLiteral("export.export"));
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_export->setDefault(true);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(buildChoices());
    layout->addWidget(m_progress);
    layout->addWidget(m_result);
    layout->addWidget(m_losses, 1);
    layout->addWidget(buttons);
}

QLayout *ExportDialog::buildChoices()
{
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("export.format"));
    m_format->setAccessibleName(tr("Format"));
    for (const Exchange::Exporter *exporter : m_formats.exporters())
        m_format->addItem(exporter->info().title, exporter->info().name);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::proposeOutput);

    auto *states = new QVBoxLayout;
    const auto state = [&](const QString &text, bool on) {
        auto *box = new QCheckBox(text);
        box->setChecked(on);
        states->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::showState);
        return box;
    };
    m_accepted = state(tr("&Accepted"), true);
    m_suggested = state(tr("&Suggested, not reviewed yet"), false);
    m_rejected = state(tr("&Rejected, as negative examples"), false);
    m_accepted->setAccessibleName(tr("Export accepted highlights"));
    m_suggested->setAccessibleName(tr("Export suggested highlights"));
    m_rejected->setAccessibleName(tr("Export rejected highlights"));

    m_allArticles = new QRadioButton(tr("A&ll articles"));
    m_thisArticle = new QRadioButton(tr("&This article"));
    m_allArticles->setAccessibleName(tr("Export all articles"));
    m_thisArticle->setAccessibleName(tr("Export the open article only"));
    m_thisArticle->setObjectName(QStringLiteral("export.this"));
    m_allArticles->setChecked(true);
    m_thisArticle->setEnabled(m_workbench.model().isOpen());
    auto *scope = new QVBoxLayout;
    scope->addWidget(m_allArticles);
    scope->addWidget(m_thisArticle);

    m_overlaps = new QComboBox;
    m_overlaps->setObjectName(QStringLiteral("export.overlaps"));
    m_overlaps->setAccessibleName(tr("Of overlapping spans, write"));
    m_overlaps->addItem(tr("the longest"), int(Exchange::OverlapChoice::Longest));
    m_overlaps->addItem(tr("the shortest"), int(Exchange::OverlapChoice::Shortest));
    m_overlapsTitle = new QLabel(tr("Of o&verlapping spans:"));
    m_overlapsTitle->setBuddy(m_overlaps);
    connect(m_overlaps, &QComboBox::currentIndexChanged, this, &ExportDialog::showState);

    m_output = new QLineEdit;
    m_output->setObjectName(QStringLiteral("export.output"));
    m_output->setAccessibleName(tr("Output path"));
    m_output->setMinimumWidth(fontMetrics().averageCharWidth() * 54);
    connect(m_output, &QLineEdit::textChanged, this, &ExportDialog::showState);
    m_browse = new QPushButton(tr("&Browse\u2026"));
    m_browse->setAccessibleName(tr("Choose the output"));
    m_browse->setAutoDefault(false);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    auto *output = new QHBoxLayout;
    output->addWidget(m_output, 1);
    output->addWidget(m_browse);
    m_hint = new QLabel;
    m_hint->setObjectName(QStringLiteral("export.hint"));
    m_hint->setWordWrap(true);

    auto *form = new QFormLayout;
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("Highlights:"), states);
    form->addRow(tr("Articles:"), scope);
    form->addRow(m_overlapsTitle, m_overlaps);
    form->addRow(tr("&Output:"), output);
    static_cast<QLabel *>(form->labelForField(output))->setBuddy(m_output);
    form->addRow(QString(), m_hint);
    return form;
}

Exchange::FormatInfo ExportDialog::format() const
{
    const Exchange::Exporter *exporter = m_formats.exporter(m_format->currentData().toString());
    return exporter ? exporter->info() : Exchange::FormatInfo();
}

void ExportDialog::proposeOutput()
{
    const QFileInfo project(m_workbench.session().path());
    const Exchange::FormatInfo info = format();
    const QString name = project.completeBaseName() + (info.directory ? u'-' : u'.')
        + (info.directory ? info.name : info.suffixes.value(0));
    const QString proposal = QDir::toNativeSeparators(project.absoluteDir().filePath(name));
    if (m_output->text() == m_proposed)
        m_output->setText(proposal);
    m_proposed = proposal;
    showState();
}

void ExportDialog::browse()
{
    const Exchange::FormatInfo info = format();
    QString chosen;
    if (info.directory) {
        chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the files"), QFileInfo(m_output->text()).absolutePath());
    } else {
        const QString filter = QStringLiteral("%1 (*.%2)").arg(info.title, info.suffixes.value(0));
        chosen = QFileDialog::getSaveFileName(this, tr("Export as"), m_output->text(), filter);
    }
    if (!chosen.isEmpty())
        m_output->setText(QDir::toNativeSeparators(chosen));
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request{m_format->currentData().toString(), QDir::fromNativeSeparators(m_output->text().trimmed()), {}, {}};
    if (m_accepted->isChecked())
        request.states.append(State::Accepted);
    if (m_suggested->isChecked())
        request.states.append(State::Suggested);
    if (m_rejected->isChecked())
        request.states.append(State::Rejected);
    request.overlaps = Exchange::OverlapChoice(m_overlaps->currentData().toInt());
    if (m_thisArticle->isChecked())
        request.article = m_workbench.article().id;
    return request;
}

void ExportDialog::start()
{
    m_result->hide();
    m_losses->hide();
    m_losses->clear();
    m_progress->setValue(0);
    m_progress->show();
    m_exporting.start(request(), m_asked != request());
    showState();
}

void ExportDialog::showLosses(int articles, const QList<Annotation::Issue> &losses)
{
    m_asked = request();
    const auto isGone = [](const Annotation::Issue &loss) { return loss.severity != Annotation::Severity::Note; };
    if (std::none_of(losses.begin(), losses.end(), isGone)) {
        start();
        return;
    }
    m_result->setText(tr("Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.", nullptr, articles));
    listLosses(losses);
    m_result->show();
    m_progress->hide();
    showState();
}

void ExportDialog::listLosses(const QList<Annotation::Issue> &losses)
{
    m_losses->clear();
    for (const Annotation::Issue &loss : losses)
        m_losses->addItem(loss.count > 1 ? tr("%1 \u00D7 %2", "how often, what").arg(loss.count).arg(loss.message) : loss.message);
    m_losses->setVisible(!losses.isEmpty());
}

void ExportDialog::reject()
{
    if (m_exporting.isRunning())
        m_exporting.cancel();
    else
        QDialog::reject();
}

void ExportDialog::showFinished(int articles, const QList<Annotation::Issue> &losses)
{
    m_result->setText(tr("%n article(s) written to %1.", nullptr, articles).arg(m_output->text().trimmed())
                      + (losses.isEmpty() ? QString() : u'\n' + tr("The format could not carry all:")));
    m_asked.reset();
    listLosses(losses);
    m_result->show();
    m_progress->hide();
    showState();
    m_close->setDefault(true);
    m_close->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::showFailed(const Error &error)
{
    m_result->setText(error.code == ErrorCode::Cancelled ? error.message : tr("Nothing was written. %1").arg(error.text()));
    m_result->show();
    m_progress->hide();
    showState();
}

void ExportDialog::showState()
{
    const bool running = m_exporting.isRunning();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_format, m_overlaps, m_accepted, m_suggested, m_rejected, m_allArticles, m_output, m_browse})
        widget->setEnabled(!running);
    m_overlaps->setVisible(format().choosesOverlaps);
    m_overlapsTitle->setVisible(format().choosesOverlaps);
    m_thisArticle->setEnabled(!running && m_workbench.model().isOpen());
    const ExportRequest wanted = request();
    const QFileInfo output(wanted.output);
    const Exchange::FormatInfo info = format();
    QString hint;
    if (wanted.states.isEmpty())
        hint = tr("No highlights are chosen: only the texts will be written.");
    else if (!running && m_result->isHidden() && !wanted.output.isEmpty() && output.exists())
        hint = info.directory ? tr("The folder exists; files of the same name in it will be replaced.") : tr("The file exists and will be replaced.");
    m_hint->setText(hint);
    m_export->setEnabled(!running && !wanted.output.isEmpty());
    m_export->setText(!running && m_asked == wanted ? tr("&Export anyway") : tr("&Export"));
    m_close->setText(running ? tr("&Cancel") : tr("&Close"));
    if (!running)
        m_export->setDefault(true);
}

} // namespace Quoth::Windows
