// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/article.h>

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace Quoth::Windows {

/// What is known of an article besides its text: title, outlet, author, date, address, language. Further fields stay as they are.
class DetailsDialog : public QDialog
{
    Q_OBJECT

public:
    DetailsDialog(const Annotation::Article &article, QWidget *parent);

    Annotation::ArticleMeta meta() const;

private:
    QLineEdit *field(const char *name, const QString &value);

    const Annotation::ArticleMeta m_before;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_outlet = nullptr;
    QLineEdit *m_author = nullptr;
    QLineEdit *m_published = nullptr;
    QLineEdit *m_url = nullptr;
    QComboBox *m_language = nullptr;
};

} // namespace Quoth::Windows
