// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QDialog>

#include <functional>

class QLabel;
class QDialogButtonBox;
class QPushButton;
class QVBoxLayout;

namespace Quoth::Windows {

/// A question about the registry of speakers that is put again, with the reason, while the answer cannot be carried out.
class RegistryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RegistryDialog(const QString &title, const QString &verb, QWidget *parent = nullptr);

    /// What the default button does; the dialog closes if it works.
    void setDoing(std::function<Result<int>()> doing) { m_doing = std::move(doing); }
    QString problem() const;

protected:
    void showEvent(QShowEvent *event) override;
    QVBoxLayout &contents() { return *m_contents; }
    QPushButton &button() { return *m_button; }

private:
    void tryIt();

    std::function<Result<int>()> m_doing;
    QVBoxLayout *m_contents;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
    QPushButton *m_button;
};

} // namespace Quoth::Windows
