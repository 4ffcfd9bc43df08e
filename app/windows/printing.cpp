// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing.h"

#include <app/rendering/articlerenderer.h>

#include <QCoreApplication>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <limits>

namespace Quoth::Windows {

using namespace Annotation;

Result<void> printArticle(const AnnotatedArticle &article, const Schema &schema, const Rendering::RenderOptions &options,
                          QPrinter &printer)
{
    const bool some = printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0;
    const int last = some && printer.toPage() >= printer.fromPage() ? printer.toPage() : std::numeric_limits<int>::max();
    return Rendering::renderPages(article, schema, options, printer, some ? printer.fromPage() : 1, last);
}

Result<void> previewPrint(const AnnotatedArticle &article, const Schema &schema, const Rendering::RenderOptions &options,
                          QWidget *parent)
{
    QPrinter printer;
    printer.setResolution(96); // the page's own unit, so that fonts given in points come out alike; what is drawn are outlines
    printer.setDocName(article.article.meta.title.isEmpty() ? article.article.externalId : article.article.meta.title);
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(QCoreApplication::translate("Quoth::Windows::Printing", "Print article"));
    dialog.resize(900, 760);
    Result<void> result;
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog, [&](QPrinter *paper) {
        if (auto printed = printArticle(article, schema, options, *paper); !printed)
            result = printed;
    });
    dialog.exec();
    return result;
}

} // namespace Quoth::Windows
