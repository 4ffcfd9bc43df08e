// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulkreviewing.h"

#include "bulkdialog.h"
#include "projectquestion.h"

#include <app/tasks/projectreview.h>

#include <QPointer>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Bulk;
using Editing::Item;
using Editing::ReviewFilter;

BulkReviewing::BulkReviewing(Workbench &workbench, QObject *parent) : QObject(parent), m_workbench(workbench) { }

Editing::ReviewedArticle BulkReviewing::article() const
{
    return {m_workbench.article(), m_workbench.index(), m_workbench.schema()};
}

void BulkReviewing::ask(Editing::BulkAction action, const QList<Item> &items, const ReviewFilter &filter, const QString &why, QWidget *parent)
{
    if (!m_workbench.model().isOpen())
        return;
    const bool chosen = !items.isEmpty();
    const QString what = chosen ? tr("%n selected item(s)", nullptr, int(items.size())) : why;
    const QList<Item> meant = chosen ? items : Editing::matching(article(), filter);
    BulkDialog dialog(action, m_workbench.schema(), what, !chosen, parent);
    connect(&dialog, &BulkDialog::previewWanted, this, [&] { preview(dialog, meant, filter); });
    dialog.start();
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (dialog.wholeProject())
        applyToProject(dialog.bulk(), filter, why);
    else
        apply(dialog.bulk(), meant, chosen ? QString() : why);
}

void BulkReviewing::preview(BulkDialog &dialog, const QList<Item> &items, const ReviewFilter &filter)
{
    const Bulk bulk = dialog.bulk();
    const int asked = ++m_asked;
    if (!dialog.wholeProject()) {
        Editing::BulkPreview preview;
        preview.add(Editing::affected(items, bulk, article()), bulk, article());
        dialog.showPreview(preview);
        return;
    }
    askProject(
        m_workbench.session(), &dialog,
        [filter, bulk, schema = m_workbench.schema(), ids = m_workbench.session().ids(), person = m_workbench.session().person()](Storage::Project &project) -> Result<Editing::BulkPreview> {
            const auto articles = project.articles();
            if (!articles)
                return articles.error();
            const auto prepared = Tasks::prepareReview(project, schema, *articles, filter, bulk, ids, person, {}, {});
            if (!prepared)
                return prepared.error();
            return prepared->preview;
        },
        [this, asked, &dialog](const Result<Editing::BulkPreview> &preview) {
            if (asked != m_asked)
                return;
            if (preview)
                dialog.showPreview(*preview);
            else
                dialog.showError(preview.error().text());
        });
}

void BulkReviewing::apply(const Bulk &bulk, const QList<Item> &items, const QString &why)
{
    const Edit edit = Editing::bulkEdit(items, bulk, article(), m_workbench.session().ids(), m_workbench.session().person(), why);
    if (edit.changes.isEmpty())
        return;
    m_workbench.commit(edit);
    emit told(edit.title);
}

void BulkReviewing::applyToProject(const Bulk &bulk, const ReviewFilter &filter, const QString &why)
{
    QString title;
    const auto prepare = [&](Storage::Project &project) -> Result<QList<Edit>> {
        const auto articles = project.articles();
        if (!articles)
            return articles.error();
        auto prepared = Tasks::prepareReview(project, m_workbench.schema(), *articles, filter, bulk, m_workbench.session().ids(),
                                             m_workbench.session().person(), why, {});
        if (!prepared)
            return prepared.error();
        if (!prepared->step.isEmpty())
            title = prepared->step.constFirst().title;
        return prepared->step;
    };
    // A failure is told by the session.
    if (m_workbench.session().commitPrepared(prepare) && !title.isEmpty())
        emit told(title);
}

} // namespace Quoth::Windows
