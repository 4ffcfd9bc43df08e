// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting.h"

#include "projectquestion.h"

#include <app/exchange/formatregistry.h>
#include <app/tasks/exporting.h>

namespace Quoth::Windows {

using Storage::Project;

Exporting::Exporting(Editing::EditSession &session, const Exchange::FormatRegistry &formats, QObject *parent)
    : QObject(parent), m_session(session), m_formats(formats)
{
}

Exporting::~Exporting()
{
    m_progress.cancel();
}

void Exporting::cancel()
{
    m_progress.cancel();
}

void Exporting::start(const ExportRequest &request, bool dryRun)
{
    if (m_running)
        return;
    m_running = true;
    m_progress = progressTo(m_session, this, [this](double share) { emit progress(share); });
    askProject(m_session, this,
               [&formats = m_formats, request, dryRun, progress = m_progress](Project &project) { return write(project, formats, request, dryRun, progress); },
               [this](const Result<Tasks::Exported> &written) {
                   m_running = false;
                   if (!written)
                       emit failed(written.error());
                   else if (written->written)
                       emit finished(written->articles, written->losses);
                   else
                       emit lossesFound(written->articles, written->losses);
               });
}

Result<Tasks::Exported> Exporting::write(Project &project, const Exchange::FormatRegistry &formats, const ExportRequest &request,
                                         bool dryRun, const Progress &progress)
{
    const Exchange::Exporter *exporter = formats.exporter(request.format);
    if (!exporter)
        return Error{ErrorCode::BadInput, tr("The format \u201C%1\u201D cannot be written.").arg(request.format), {}};
    QList<ArticleId> articles;
    if (request.article) {
        articles.append(*request.article);
    } else {
        const auto summaries = project.articles();
        if (!summaries)
            return summaries.error();
        for (const Storage::ArticleSummary &summary : *summaries)
            articles.append(summary.id);
    }
    return Tasks::exportArticles(project, articles, *exporter, request.output, {request.states, {}, request.overlaps}, dryRun, progress);
}

} // namespace Quoth::Windows
