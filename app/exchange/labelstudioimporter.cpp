// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstudioimporter.h"

#include "filereading.h"
#include "jsonelements.h"
#include "jsonlines.h"
#include "labelstudioexporter.h"
#include "labelstudiotask.h"
#include "words.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace Quoth::Exchange {

FormatInfo LabelStudioImporter::info() const { return LabelStudioExporter().info(); }

int LabelStudioImporter::likelihood(const QString &path, const QByteArray &head) const
{
    QByteArrayView start(head);
    if (start.startsWith("\xEF\xBB\xBF"))
        start = start.sliced(3);
    start = start.trimmed();
    const bool array = start.startsWith('[') && start.sliced(1).trimmed().startsWith('{');
    if (!array && !beginsWithObject(head))
        return 0;
    const bool tasks
        = hasKey(head, "data") && (hasKey(head, "annotations") || hasKey(head, "predictions") || hasKey(head, "completions"));
    // A line of the native format may have any fields besides its own.
    if (tasks && (array || !hasKey(head, "attributions")))
        return 97;
    return array && QFileInfo(path).suffix().toLower() == u"json" && (hasKey(head, "data") || hasKey(head, "text")) ? 50 : 0;
}

Result<void> LabelStudioImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                       const Progress &progress) const
{
    ArticleIntake intake(path, sink, report);
    const Result<DecodedText> decoded = readText(path, options, intake.issues());
    if (!decoded)
        return decoded.error();
    const QByteArray bytes = decoded->text.toUtf8();
    JsonElements elements(bytes);
    qint64 number = 0;
    while (const std::optional<QByteArrayView> element = elements.next()) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        const QString place = Words::tr("%1, task %2").arg(lineOf(path, elements.line())).arg(++number);
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(element->data(), element->size()), &error);
        if (!document.isObject()) {
            const QString why = error.error == QJsonParseError::NoError ? Words::tr("it is no object") : error.errorString();
            intake.issues().error(Words::tr("A task could not be read (%1) and was skipped.").arg(why), place);
            continue;
        }
        std::optional<ImportedArticle> imported = readLabelStudioTask(document.object(), options, intake.issues(), place);
        if (!imported)
            continue;
        imported->encoding = decoded->encoding;
        if (Result<void> taken = intake.take(std::move(*imported), number, place); !taken)
            return taken;
        progress.report(double(elements.position()) / double(bytes.size()));
    }
    if (!elements.isComplete())
        intake.issues().warn(Words::tr("The file ends before its list of tasks does."), path);
    return intake.finish();
}

} // namespace Quoth::Exchange
