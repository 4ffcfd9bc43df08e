// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace Quoth::Windows {

/// A list of named parts with buttons to add, remove and reorder them.
class PartList : public QWidget
{
    Q_OBJECT

public:
    struct Part
    {
        QString text;
        QIcon icon;
        bool hasErrors = false;
    };

    /// title: what the list holds, for screen readers.
    explicit PartList(const QString &title, QWidget *parent = nullptr);

    /// Without telling; the current row stays, if there is such a row.
    void setParts(const QList<Part> &parts);
    int currentRow() const;
    void setCurrentRow(int row);

signals:
    void currentChanged(int row);
    void addRequested();
    void removeRequested(int row);
    void moveRequested(int from, int to);

private:
    void updateButtons();

    QListWidget *m_list;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace Quoth::Windows
