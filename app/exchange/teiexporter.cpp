// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teiexporter.h"

#include "filesession.h"
#include "teiwriter.h"
#include "words.h"

namespace Quoth::Exchange {

namespace {

constexpr const char *corpusHeader = "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>\n<titleStmt><title>Articles</title></titleStmt>\n"
                                     "<publicationStmt><p>Exported by Quoth.</p></publicationStmt>\n<sourceDesc><p>News articles, each with a header of its own.</p></sourceDesc>\n"
                                     "</fileDesc>\n</teiHeader>\n";

class TeiSession : public FileSession
{
public:
    using FileSession::FileSession;

    Result<void> begin() override { return output().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"); }

protected:
    Result<void> writeSelected(const Annotation::AnnotatedArticle &article) override
    {
        ++m_count;
        QByteArray element = teiArticle(article, QStringLiteral("a%1-").arg(m_count), lossList());
        // Only the second article tells that this is a corpus.
        if (m_count == 1) {
            m_held = std::move(element);
            return {};
        }
        if (m_count == 2)
            element.prepend(corpusHeader + std::exchange(m_held, {}));
        return output().write(element);
    }

    Result<void> end() override
    {
        if (m_count == 0)
            m_held = teiArticle({}, QStringLiteral("a1-"), lossList());
        return output().write(m_count > 1 ? QByteArray("</teiCorpus>\n") : m_held);
    }

private:
    int m_count = 0;
    QByteArray m_held;
};

} // namespace

FormatInfo TeiExporter::info() const
{
    return {QStringLiteral("tei"), Words::tr("TEI P5"), {QStringLiteral("xml"), QStringLiteral("tei")}, true, true, false,
            {Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, OffsetUnit::CodePoints, QStringLiteral("tei_all of TEI P5 4.12 with jing")}};
}

Result<std::unique_ptr<ExportSession>> TeiExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<TeiSession>(outputPath, options);
}

} // namespace Quoth::Exchange
