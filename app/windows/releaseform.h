// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tasks/releaserecipe.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace Quoth::Windows {

/// Edits the recipe of a dataset. What it has no field for, as a choice of single articles, stays as it was set.
class ReleaseForm : public QWidget
{
    Q_OBJECT

public:
    explicit ReleaseForm(QWidget *parent = nullptr);

    void setRecipe(const Tasks::ReleaseRecipe &recipe);
    Tasks::ReleaseRecipe recipe() const;

signals:
    void changed();

private:
    QWidget *buildDataset();
    QWidget *buildArticles();
    QWidget *buildSplits();
    QCheckBox *box(const QString &text, const QString &name);
    QList<Measure::SplitShare> chosenShares() const;

    Tasks::ReleaseRecipe m_recipe;
    QLineEdit *m_name = nullptr;
    QComboBox *m_license = nullptr;
    QPlainTextEdit *m_description = nullptr;
    QComboBox *m_text = nullptr;
    QCheckBox *m_accepted = nullptr;
    QCheckBox *m_suggested = nullptr;
    QCheckBox *m_rejected = nullptr;
    QComboBox *m_review = nullptr;
    QSpinBox *m_shares[3] = {};
    QCheckBox *m_similar = nullptr;
    QCheckBox *m_byOutlet = nullptr;
    QCheckBox *m_byDay = nullptr;
    QCheckBox *m_keep = nullptr;
};

} // namespace Quoth::Windows
