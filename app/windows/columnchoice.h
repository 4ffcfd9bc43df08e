// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QWidget>

class QComboBox;

namespace Quoth::Windows {

/// Says which column of a table of articles is what, and lets it be said otherwise.
class ColumnChoice : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnChoice(QWidget *parent = nullptr);

    /// header: the columns' names. columns: which is read as what, by role.
    void setColumns(const QStringList &header, const QMap<QString, qsizetype> &columns);
    /// What is chosen, by role the name of the column, empty for none: what Exchange::ImportOptions::columns takes.
    QMap<QString, QString> chosen() const;

signals:
    void changed();

private:
    QMap<QString, QComboBox *> m_boxes;
};

} // namespace Quoth::Windows
