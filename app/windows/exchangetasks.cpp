// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetasks.h"

#include "actions.h"
#include "addressdialog.h"
#include "detectorsdialog.h"
#include "exportdialog.h"
#include "importdialog.h"
#include "importing.h"
#include "issuetext.h"
#include "keytips.h"
#include "localfiles.h"
#include "projectquestion.h"
#include "releasedialog.h"

#include <app/tasks/pagefetch.h>

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressDialog>
#include <QPushButton>
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
    m_detectors = makeAction(this, "project.detectors", tr("Detectors\u2026"));
    m_detectors->setToolTip(tr("Which detectors look for highlights, in which order; add programs and servers of your own"));
    connect(m_detectors, &QAction::triggered, this, &ExchangeTasks::editDetectors);
    m_untilItIsSlow.setSingleShot(true);
    m_untilItIsSlow.setInterval(700);
    connect(&m_untilItIsSlow, &QTimer::timeout, this, &ExchangeTasks::showSearching);
    m_export = makeAction(this, "project.export", tr("Export dataset\u2026"), {QStringLiteral("Ctrl+E")}, "export");
    m_export->setIconText(tr("Export\u2026")); // in the toolbar
    connect(m_export, &QAction::triggered, this, &ExchangeTasks::exportDataset);
    m_publish = makeAction(this, "project.publish", tr("Publish dataset\u2026"));
    m_publish->setToolTip(tr("A folder with splits, card, label schema and checksums, as Hugging Face has it"));
    connect(m_publish, &QAction::triggered, this, &ExchangeTasks::publishDataset);
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
    m_progress = dialog;
}

void ExchangeTasks::importFiles(const QStringList &files)
{
    QList<ImportRequest> requests;
    for (const QString &named : files) {
        const QStringList found = m_formats.filesOf(named);
        for (const QString &file : found)
            requests.append({file, {}});
    }
    import(requests);
}

bool ExchangeTasks::givesUpWhatWasUndone()
{
    if (m_workbench.model().isOpen() || !m_workbench.session().undoState().canRedo)
        return true;
    QMessageBox box(QMessageBox::Question, tr("Import"),
                    tr("All articles that were here are undone. After an import they cannot be brought back."),
                    QMessageBox::Cancel, &m_window);
    box.setInformativeText(tr("Redo brings them back, with all that was labelled in them."));
    QPushButton *import = box.addButton(tr("Import all the same"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == import;
}

void ExchangeTasks::import(const QList<ImportRequest> &asked)
{
    if (!givesUpWhatWasUndone())
        return;
    QStringList files;
    for (const ImportRequest &request : asked)
        files.append(request.file);
    QList<ImportRequest> requests = asked;
    bool suggest = true;
    if (ImportDialog::needsQuestions(m_formats, files)) {
        ImportDialog dialog(&m_window, m_formats);
        dialog.add(asked);
        askProject(m_workbench.session(), &dialog,
                   [](Storage::Project &project) { return std::make_shared<Result<Tasks::TextIndex>>(Tasks::TextIndex::of(project, Progress())); },
                   [&dialog](const std::shared_ptr<Result<Tasks::TextIndex>> &texts) {
                       if (*texts)
                           dialog.setTexts(std::shared_ptr<const Tasks::TextIndex>(texts, &**texts));
                   });
        if (dialog.exec() != QDialog::Accepted)
            return;
        requests = dialog.requests();
        suggest = dialog.suggestsAtOnce();
    }
    showProgress(tr("Importing %n file(s)…", nullptr, int(requests.size())));
    m_work.begin();
    m_importing->importFiles(requests, suggest);
}

QString ExchangeTasks::scratchFolder()
{
    if (!m_scratch)
        m_scratch = std::make_unique<QTemporaryDir>();
    return m_scratch->path();
}

void ExchangeTasks::importFromAddress(const QString &address)
{
    AddressDialog dialog(scratchFolder(), &m_window);
    dialog.setAddress(address);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Exchange::ImportOptions options;
    options.url = dialog.address().toDisplayString(QUrl::RemovePassword);
    import({{dialog.file(), options}});
}

void ExchangeTasks::importFromClipboard()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const QStringList files = copied ? localFiles(*copied) : QStringList();
    const QString text = copied ? copied->text() : QString();
    if (!files.isEmpty()) {
        importFiles(files);
    } else if (text.trimmed().isEmpty()) {
        m_window.statusBar()->showMessage(tr("Nothing is on the clipboard that could be an article: copy its text, its address or its file."), 8000);
    } else if (text.contains(QStringLiteral("://")) && Tasks::webAddress(text)) {
        importFromAddress(text.trimmed());
    } else {
        // Named by its first words, for the list of articles.
        QString name;
        for (const QChar c : text.trimmed().section(u'\n', 0, 0).left(60))
            name += c.isLetterOrNumber() ? c : name.endsWith(u'-') ? QString() : QStringLiteral("-");
        if (name.isEmpty())
            name = QStringLiteral("article");
        QString path = scratchFolder() + u'/' + name + QStringLiteral(".txt");
        for (int number = 2; QFile::exists(path); ++number) // what was copied before may still be waiting
            path = QStringLiteral("%1/%2-%3.txt").arg(scratchFolder(), name).arg(number);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0) {
            QMessageBox::warning(&m_window, tr("Import"), file.errorString());
            return;
        }
        file.close();
        Exchange::ImportOptions options;
        options.format = QStringLiteral("text");
        options.encoding = QStringLiteral("UTF-8");
        import({{path, options}});
    }
}

void ExchangeTasks::suggest()
{
    if (m_isSuggesting) {
        m_importing->cancel();
        return;
    }
    if (!m_workbench.model().isOpen() || m_importing->isRunning())
        return;
    m_isSuggesting = true;
    m_work.begin();
    m_untilItIsSlow.start();
    m_importing->suggestFor({m_workbench.article().id});
}

// The work goes on meanwhile: a slow detector takes nothing from anybody.
void ExchangeTasks::showSearching()
{
    m_suggest->setText(tr("Stop looking"));
    m_window.statusBar()->showMessage(
        tr("Detectors are looking for highlights; go on working. %1 stops them.").arg(keyText(*m_suggest)));
}

void ExchangeTasks::editDetectors()
{
    DetectorsDialog dialog(m_workbench.schema(), m_lastErrors, &m_window);
    dialog.exec();
    m_lastErrors = dialog.lastErrors();
}

void ExchangeTasks::finishImport(int added, const QList<Issue> &issues, const QList<Error> &errors, std::optional<ArticleId> firstAdded)
{
    delete m_progress; // before anything is told over it
    const bool wasSuggesting = std::exchange(m_isSuggesting, false);
    m_untilItIsSlow.stop();
    if (wasSuggesting) {
        m_suggest->setText(tr("Suggest highlights"));
        m_window.statusBar()->clearMessage();
    }
    m_work.end(m_window, wasSuggesting ? tr("The detectors are done.") : tr("%n article(s) came in.", nullptr, added));
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
        if (error.code == ErrorCode::Cancelled)
            continue;
        lines.append(error.text());
        if (!error.place.isEmpty())
            m_lastErrors.insert(error.place, error.message);
    }
    for (const Issue &issue : issues)
        lines.append(issueText(issue));
    lines.removeDuplicates();
    if (!lines.isEmpty())
        tell(added, lines, !errors.isEmpty(), wasSuggesting);
}

void ExchangeTasks::tell(int added, const QStringList &lines, bool hasErrors, bool isSuggesting)
{
    auto *box = new QMessageBox(hasErrors ? QMessageBox::Warning : QMessageBox::Information, isSuggesting ? tr("Detectors") : tr("Import"),
                                isSuggesting ? tr("The detectors have this to tell:") : tr("%n article(s) came in. This is to be told:", nullptr, added),
                                QMessageBox::Ok, &m_window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(lines.mid(0, 3).join(u'\n'));
    if (lines.size() > 3)
        box->setDetailedText(lines.join(u'\n'));
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (!isSuggesting) {
        box->exec();
        return;
    }
    box->setModal(false);
    box->setAttribute(Qt::WA_ShowWithoutActivating); // who labels goes on labelling
    box->show();
}

void ExchangeTasks::exportDataset()
{
    ExportDialog dialog(&m_window, m_workbench, m_formats);
    dialog.exec();
}

void ExchangeTasks::publishDataset()
{
    ReleaseDialog dialog(m_workbench.session(), &m_window);
    dialog.exec();
}

} // namespace Quoth::Windows
