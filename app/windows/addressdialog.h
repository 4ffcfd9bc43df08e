// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/base/result.h>

#include <QDialog>
#include <QFutureWatcher>
#include <QUrl>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace Quoth::Windows {

/// Asks for the address of a page and fetches it, in another thread. Nothing is fetched before the person says so.
class AddressDialog : public QDialog
{
    Q_OBJECT

public:
    /// folder: where the page is put.
    AddressDialog(const QString &folder, QWidget *parent);
    ~AddressDialog() override;

    void setAddress(const QString &address);
    QUrl address() const { return m_address; }
    /// Once accepted: the fetched file.
    QString file() const { return m_file; }

    void accept() override;

private:
    void finish();
    void showBusy(bool busy);

    const QString m_folder;
    QUrl m_address;
    QString m_file;
    Progress m_progress;
    QFutureWatcher<Result<QString>> m_fetching;
    QLineEdit *m_edit = nullptr;
    QLabel *m_state = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_fetch = nullptr;
};

} // namespace Quoth::Windows
