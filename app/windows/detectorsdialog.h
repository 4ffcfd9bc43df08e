// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/detection/outside/detectorlist.h>
#include <app/detection/outside/outsidedetector.h>

#include <QDialog>
#include <QHash>

class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace Quoth::Windows {

/// The person's detectors, in the order in which they are asked: add, change, try out, move, enable and remove them. All is kept
/// at once.
class DetectorsDialog : public QDialog
{
    Q_OBJECT

public:
    /// lastErrors: of detectors by name, from the last search.
    DetectorsDialog(const Annotation::Schema &schema, const QHash<QString, QString> &lastErrors, QWidget *parent = nullptr);
    /// Stops a trial that is under way.
    ~DetectorsDialog() override;

    const QHash<QString, QString> &lastErrors() const { return m_lastErrors; }

private:
    void buildButtons(QVBoxLayout &column);
    void fill(int row);
    void showRow();
    void keep(int row);
    void editDetector(bool isNew);
    void move(int by);
    void remove();
    void test();
    void finishTest(const QString &name, const Result<Detection::Trial> &trial);
    int row() const;

    const Annotation::Schema m_schema;
    Detection::DetectorList m_list;
    QHash<QString, QString> m_lastErrors;
    QHash<QString, QString> m_results; ///< what trials showed, by name
    QTreeWidget *m_view;
    QLabel *m_details;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_test;
    Progress m_progress;
    bool m_isTesting = false;
    bool m_isFilling = false;
};

} // namespace Quoth::Windows
