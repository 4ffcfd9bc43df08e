// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/issue.h>
#include <app/annotation/state.h>
#include <app/base/progress.h>
#include <app/editing/editsession.h>
#include <app/exchange/format.h>

#include <QObject>

namespace Quoth::Exchange {
class FormatRegistry;
}
namespace Quoth::Tasks {
struct Exported;
}

namespace Quoth::Windows {

/// What to write, as which format, where.
struct ExportRequest
{
    QString format;
    QString output; ///< a file, or a folder for a format of folders
    QList<Annotation::State> states = {Annotation::State::Accepted};
    std::optional<ArticleId> article; ///< nullopt: all
    Exchange::OverlapChoice overlaps = Exchange::OverlapChoice::Longest;

    bool operator==(const ExportRequest &) const = default;
};

/// Writes articles to a file in the project's thread, after the edits made so far. One export at a time.
class Exporting : public QObject
{
    Q_OBJECT

public:
    /// The formats must outlive the session, and the session this.
    Exporting(Editing::EditSession &session, const Exchange::FormatRegistry &formats, QObject *parent = nullptr);
    /// Cancels.
    ~Exporting() override;

    /// Does nothing while an export is under way. dryRun: writes nothing, only finds out what would be lost.
    void start(const ExportRequest &request, bool dryRun = false);
    bool isRunning() const { return m_running; }

public slots:
    /// Nothing is left of a cancelled export; it fails with ErrorCode::Cancelled.
    void cancel();

signals:
    void progress(double share);
    /// losses: what the format could not carry.
    void finished(int articles, const QList<Quoth::Annotation::Issue> &losses);
    /// Instead of finished() after a dry run.
    void lossesFound(int articles, const QList<Quoth::Annotation::Issue> &losses);
    void failed(const Quoth::Error &error);

private:
    static Result<Tasks::Exported> write(Storage::Project &project, const Exchange::FormatRegistry &formats, const ExportRequest &request,
                                         bool dryRun, const Progress &progress);

    Editing::EditSession &m_session;
    const Exchange::FormatRegistry &m_formats;
    Progress m_progress;
    bool m_running = false;
};

} // namespace Quoth::Windows
