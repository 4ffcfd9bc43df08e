// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <app/editing/occurrences.h>

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QTextBrowser;

namespace Quoth::Windows {

/// Asks where else the words of a span shall be suggested, and shows at once how many places that are and what stands there.
/// Looks in the project's thread.
class OccurrencesDialog : public QDialog
{
    Q_OBJECT

public:
    OccurrencesDialog(Workbench &workbench, const Annotation::Span &span, QWidget *parent = nullptr);
    ~OccurrencesDialog() override;

    const Editing::OccurrenceQuery &query() const { return m_query; }

private:
    void look();
    void show(const Editing::Occurrences &found);

    Workbench &m_workbench;
    Editing::OccurrenceQuery m_query;
    Progress m_search; ///< the latest; what it replaced is cancelled
    QCheckBox *m_wholeWords;
    QCheckBox *m_matchCase;
    QRadioButton *m_article;
    QRadioButton *m_project;
    QLabel *m_count;
    QTextBrowser *m_examples;
    QPushButton *m_suggest;
};

} // namespace Quoth::Windows
