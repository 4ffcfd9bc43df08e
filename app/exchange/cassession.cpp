// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cassession.h"

#include "casbuilder.h"
#include "words.h"
#include "ziparchive.h"

#include <QFileInfo>

namespace Quoth::Exchange {

CasSession::CasSession(OutputFile file, const ExportOptions &options, const QString &suffix)
    : FileSession(std::move(file), options), m_schema(options.schema), m_suffix(suffix)
{
    const QString path = output().path();
    if (path != u"-" && QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) != 0)
        m_zip = std::make_unique<ZipWriter>();
}

CasSession::~CasSession() = default;

QString CasSession::nameFor(const QString &id)
{
    QString name = id;
    for (QChar &c : name) {
        if (c.category() == QChar::Other_Control || c.isSurrogate() || QStringView(u"/\\:*?\"<>|").contains(c))
            c = u'_';
    }
    name.truncate(60);
    if (name.isEmpty() || name.startsWith(u'.'))
        name.prepend(QStringLiteral("article"));
    const QString stem = name;
    for (int number = 2; m_names.contains(name.toLower()); ++number)
        name = stem + u'-' + QString::number(number);
    m_names.insert(name.toLower());
    return name + u'.' + m_suffix;
}

Result<void> CasSession::writeSelected(const Annotation::AnnotatedArticle &article)
{
    if (!m_zip && m_articles > 0)
        return Error{ErrorCode::BadInput,
                     Words::tr("A file of the suffix .%1 holds one article. Export several to a .zip.").arg(m_suffix),
                     output().path()};
    ++m_articles;
    const QString &id = article.article.externalId;
    const QString name = m_zip ? nameFor(id) : QFileInfo(output().path()).fileName();
    const QByteArray bytes = encode(casOf(article, m_schema, lossList()));
    if (!keepsIds())
        lossList().warn(Words::tr("Articles' ids were changed so that they can be file names."),
                        QFileInfo(name).completeBaseName() != id);
    return m_zip ? m_zip->add(name, bytes) : output().write(bytes);
}

Result<void> CasSession::end()
{
    if (!m_zip)
        return {};
    const auto files = furtherFiles();
    for (const auto &[name, bytes] : files) {
        if (Result<void> added = m_zip->add(name, bytes); !added)
            return added;
    }
    const Result<QByteArray> archive = m_zip->finish();
    if (!archive)
        return archive.error();
    return output().write(*archive);
}

} // namespace Quoth::Exchange
