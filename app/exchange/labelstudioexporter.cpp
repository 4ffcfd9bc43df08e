// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstudioexporter.h"

#include "filesession.h"
#include "labelstudiotask.h"
#include "words.h"

#include <QFile>
#include <QFileInfo>

namespace Quoth::Exchange {

namespace {

bool mayReplace(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return true;
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && file.peek(5) == "<View";
}

class LabelStudioSession final : public FileSession
{
public:
    LabelStudioSession(OutputFile output, const ExportOptions &options)
        : FileSession(std::move(output), options), m_config(options.schema)
    {
    }

    /// Empty for none.
    void setConfigPath(const QString &path)
    {
        m_configPath = path;
        if (path.isEmpty() || mayReplace(path))
            return;
        m_configPath.clear();
        lossList().warn(
            Words::tr("The labelling configuration was not written: a file of another kind has its name, %1.").arg(path));
    }

    Result<void> begin() override { return output().write("["); }

protected:
    Result<void> writeSelected(const Annotation::AnnotatedArticle &article) override
    {
        const QByteArray task = labelStudioTask(article, ++m_tasks, m_config, lossList());
        const QByteArrayView before = m_tasks == 1 ? "\n" : ",\n";
        if (Result<void> written = output().write(before); !written)
            return written;
        return output().write(task);
    }

    Result<void> end() override
    {
        if (Result<void> written = output().write("\n]\n"); !written || m_configPath.isEmpty())
            return written;
        Result<OutputFile> config = OutputFile::open(m_configPath);
        if (!config)
            return config.error();
        if (Result<void> written = config->write(m_config.xml()); !written)
            return written;
        return config->commit();
    }

private:
    LabelStudioConfig m_config;
    QString m_configPath;
    qint64 m_tasks = 0;
};

QString configPath(const QString &outputPath)
{
    const QFileInfo file(outputPath);
    if (outputPath == u"-" || (file.exists() && !file.isFile()))
        return {};
    const QString path = file.path() + u'/' + file.completeBaseName() + QStringLiteral(".xml");
    return file.suffix().compare(u"xml", Qt::CaseInsensitive) == 0 ? QString() : path;
}

} // namespace

FormatInfo LabelStudioExporter::info() const
{
    return {QStringLiteral("labelstudio"),
            Words::tr("Label Studio tasks"),
            {QStringLiteral("json")},
            true,
            true,
            false,
            {Support::Partly, Support::Yes, Support::Partly, Support::Yes, Support::Yes, Support::Partly, OffsetUnit::CodePoints,
             QStringLiteral("label-studio-sdk's converter")}};
}

Result<std::unique_ptr<ExportSession>> LabelStudioExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    Result<std::unique_ptr<ExportSession>> session = openFileSession<LabelStudioSession>(outputPath, options);
    if (session)
        static_cast<LabelStudioSession &>(**session).setConfigPath(configPath(outputPath));
    return session;
}

} // namespace Quoth::Exchange
