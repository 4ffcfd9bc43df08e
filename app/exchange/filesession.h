// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"
#include "exportselection.h"
#include "losslist.h"
#include "outputfile.h"

namespace Quoth::Exchange {

/// An export to one file, article after article. What derives from it writes the articles, of which only the wanted annotations are left, and
/// counts what it loses.
class FileSession : public ExportSession
{
public:
    FileSession(OutputFile output, const ExportOptions &options) : m_output(std::move(output)), m_selection(options.states) { }

    Result<void> write(const Annotation::AnnotatedArticle &article) final { return writeSelected(m_selection.of(article)); }
    QList<Annotation::Issue> losses() const override { return m_selection.issues() + m_losses.issues(); }
    Result<void> commit() final
    {
        if (Result<void> ended = end(); !ended)
            return ended;
        return m_output.commit();
    }

    /// What stands before the first article.
    virtual Result<void> begin() { return {}; }

protected:
    virtual Result<void> writeSelected(const Annotation::AnnotatedArticle &article) = 0;
    /// What stands behind the last article.
    virtual Result<void> end() { return {}; }

    OutputFile &output() { return m_output; }
    LossList &lossList() { return m_losses; }

private:
    OutputFile m_output;
    ExportSelection m_selection;
    LossList m_losses;
};

/// Opens the file and begins; Session(OutputFile, const ExportOptions &) derives from FileSession.
template<class Session>
Result<std::unique_ptr<ExportSession>> openFileSession(const QString &path, const ExportOptions &options)
{
    Result<OutputFile> output = OutputFile::open(path);
    if (!output)
        return output.error();
    auto session = std::make_unique<Session>(std::move(*output), options);
    if (Result<void> begun = session->begin(); !begun)
        return begun.error();
    return std::unique_ptr<ExportSession>(std::move(session));
}

} // namespace Quoth::Exchange
