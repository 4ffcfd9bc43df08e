// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetasks.h"

#include "actions.h"
#include "exportdialog.h"
#include "importdialog.h"
#include "importing.h"

#include <QMessageBox>
#include <QProgressDialog>
#include <QStatusBar>

namespace Quoth::Windows {

using namespace Annotation;

ExchangeTasks::ExchangeTasks(Workbench &workbench, const Exchange::FormatRegistry &formats, QMainWindow &window, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_window(window), m_formats(formats),
      m_importing(new Importing(workbench.session(), formats, this))
{
    m_suggest = makeAction(this, "project.suggest", tr("Suggest highlights"), {QStringLiteral("F5")});
    m_suggest->setToolTip(tr("Look for speakers, quotations and claims in this article. What you accepted or rejected stays."));
    connect(m_suggest, &QAction::triggered, this, &ExchangeTasks::suggest);
    m_export = makeAction(this, "project.export", tr("Export dataset\u2026"), {QStringLiteral("Ctrl+E")}, "export");
    connect(m_export, &QAction::triggered, this, &ExchangeTasks::exportDataset);
    connect(m_importing, &Importing::finished, this, &ExchangeTasks::finishImport);
}

ExchangeTasks::~ExchangeTasks() = default;

void ExchangeTasks::showProgress(const QString &title)
{
    auto *dialog = new QProgressDialog(title, tr("Cancel"), 0, 1000, &m_window);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setMinimumDuration(400);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QProgressDialog::canceled, m_importing, &Importing::cancel);
    connect(m_importing, &Importing::progress, dialog, [dialog](double share) { dialog->setValue(std::min(999, int(share * 1000))); });
    connect(m_importing, &Importing::finished, dialog, &QObject::deleteLater);
}

void ExchangeTasks::importFiles(const QStringList &files)
{
    QList<ImportRequest> requests;
    bool suggest = true;
    if (ImportDialog::needsQuestions(m_formats, files)) {
        ImportDialog dialog(&m_window, m_formats);
        dialog.addFiles(files);
        if (dialog.exec() != QDialog::Accepted)
            return;
        requests = dialog.requests();
        suggest = dialog.suggestsAtOnce();
    } else {
        for (const QString &file : files)
            requests.append({file, {}});
    }
    showProgress(tr("Importing %n file(s)…", nullptr, int(requests.size())));
    m_importing->importFiles(requests, suggest);
}

void ExchangeTasks::suggest()
{
    if (m_workbench.model().isOpen())
        m_importing->suggestFor({m_workbench.article().id});
}

void ExchangeTasks::finishImport(int added, const QList<Issue> &issues, const QList<Error> &errors, std::optional<ArticleId> firstAdded)
{
    m_workbench.session().refreshUndoState();
    emit articlesChanged();
    if (firstAdded)
        m_workbench.session().openArticle(*firstAdded);
    else if (m_workbench.model().isOpen() && m_importing->suggestedFor().contains(m_workbench.article().id))
        m_workbench.session().openArticle(m_workbench.article().id);
    else if (added == 0 && errors.isEmpty())
        m_window.statusBar()->showMessage(tr("Nothing new was found."), 6000);
    QStringList lines;
    for (const Error &error : errors) {
        if (error.code != ErrorCode::Cancelled)
            lines.append(error.text());
    }
    for (const Issue &issue : issues)
        lines.append(issue.place.isEmpty() ? issue.message : issue.place + QStringLiteral(": ") + issue.message);
    if (lines.isEmpty())
        return;
    QMessageBox box(errors.isEmpty() ? QMessageBox::Information : QMessageBox::Warning, tr("Import"),
                    tr("%n article(s) came in. This is to be told:", nullptr, added), QMessageBox::Ok, &m_window);
    box.setInformativeText(lines.mid(0, 3).join(u'\n'));
    if (lines.size() > 3)
        box.setDetailedText(lines.join(u'\n'));
    box.exec();
}

void ExchangeTasks::exportDataset()
{
    ExportDialog dialog(&m_window, m_workbench, m_formats);
    dialog.exec();
}

} // namespace Quoth::Windows
