// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tasks/learning.h>

#include <QDialog>

namespace Quoth::Windows {

/// What a project has learned, as the dialog shows it.
struct Learned
{
    std::optional<Storage::LearnerVersion> version;
    std::vector<Detection::Adaptation::Finding> findings; ///< the strongest first
    QString problem; ///< why nothing can be learned, if so
};

/// Tells what was learned from the person's decisions, and lets them forget or export it.
class LearnedDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int mostFindings = 100;

    explicit LearnedDialog(const Learned &learned, QWidget *parent = nullptr);

signals:
    void resetRequested();
    void exportRequested();
};

} // namespace Quoth::Windows
