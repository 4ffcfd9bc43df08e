// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <app/editing/bulkreview.h>

class QWidget;

namespace Quoth::Windows {

class BulkDialog;

/// Decides on many items at once, after showing what will change: one undoable step.
class BulkReviewing : public QObject
{
    Q_OBJECT

public:
    explicit BulkReviewing(Workbench &workbench, QObject *parent = nullptr);

    /// Asks, with a preview, and does it. items: those that were chosen one by one, if any; else what the filter lets through is meant, which
    /// can be widened to the project. why: the filter in words.
    void ask(Editing::BulkAction action, const QList<Editing::Item> &items, const Editing::ReviewFilter &filter, const QString &why, QWidget *parent);
    /// The same at once, without asking, in this article.
    void apply(const Editing::Bulk &bulk, const QList<Editing::Item> &items, const QString &why = {});

signals:
    /// What was done, in the words of the undo menu.
    void told(const QString &what);

private:
    Editing::ReviewedArticle article() const;
    void preview(BulkDialog &dialog, const QList<Editing::Item> &items, const Editing::ReviewFilter &filter);
    void applyToProject(const Editing::Bulk &bulk, const Editing::ReviewFilter &filter, const QString &why);

    Workbench &m_workbench;
    int m_asked = 0; // previews of the project that were asked for; only the last answer counts
};

} // namespace Quoth::Windows
