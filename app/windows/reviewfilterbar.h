// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/editing/reviewfilter.h>

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QToolButton;

namespace Quoth::Windows {

class Workbench;

/// The fields by which the list of everything is filtered. What they offer comes from the schema and the open article.
class ReviewFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewFilterBar(Workbench &workbench, QWidget *parent = nullptr);

    Editing::ReviewFilter filter() const;
    void setFilter(const Editing::ReviewFilter &filter);
    /// In words, for the name of a step; empty for a filter that lets all through.
    QString description() const;
    /// Reads anew who and what there is in the article to filter by; what is chosen stays.
    void refreshOffers();
    QLineEdit &textField() { return *m_text; }

public slots:
    void clear();

signals:
    void filterChanged();
    /// Down or Enter in the text: on to the list.
    void done();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *addChoice(const QString &name, const QString &accessibleName);
    void addFields();
    void offerLabels();
    void tell();

    Workbench &m_workbench;
    QLineEdit *m_text;
    QComboBox *m_what;
    QComboBox *m_state;
    QDoubleSpinBox *m_least;
    QDoubleSpinBox *m_most;
    QComboBox *m_from;
    QComboBox *m_speaker;
    QToolButton *m_clear;
    QTimer m_soon; // while somebody types
};

} // namespace Quoth::Windows
