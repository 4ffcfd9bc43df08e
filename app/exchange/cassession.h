// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "filesession.h"

#include <QSet>

#include <memory>

namespace Quoth::Exchange {

class ZipWriter;

/// An export to one of UIMA's formats: a zip archive with a file an article, or, to a path with the format's own suffix or to the standard
/// output, the file of a single article.
class CasSession : public FileSession
{
public:
    CasSession(OutputFile output, const ExportOptions &options, const QString &suffix);
    ~CasSession() override;

protected:
    Result<void> writeSelected(const Annotation::AnnotatedArticle &article) final;
    Result<void> end() final;

    virtual QByteArray encode(const CasDocument &document) = 0;
    /// Files that belong beside the articles in an archive; asked for at the end.
    virtual QList<std::pair<QString, QByteArray>> furtherFiles() { return {}; }
    /// Whether the files tell the articles' ids; else only the files' names do.
    virtual bool keepsIds() const { return true; }
    bool isArchive() const { return m_zip != nullptr; }

private:
    QString nameFor(const QString &id);

    const Annotation::Schema m_schema;
    const QString m_suffix;
    std::unique_ptr<ZipWriter> m_zip;
    QSet<QString> m_names;
    int m_articles = 0;
};

/// As openFileSession() for a Session of this kind.
template<class Session>
Result<std::unique_ptr<ExportSession>> openCasSession(const QString &path, const ExportOptions &options)
{
    Result<OutputFile> output = OutputFile::open(path);
    if (!output)
        return output.error();
    return std::unique_ptr<ExportSession>(std::make_unique<Session>(std::move(*output), options));
}

} // namespace Quoth::Exchange
