// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrydialog.h"

#include <app/annotation/schema.h>
#include <app/detection/outside/outsidesettings.h>

class QComboBox;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace Quoth::Windows {

class RowGrid;

/// The settings of one detector from outside: what runs where, and which of our labels are meant by its own.
class DetectorDialog : public RegistryDialog
{
    Q_OBJECT

public:
    /// take is given the settings when the person is done; what it refuses is told, and the dialog stays.
    using Take = std::function<Result<void>(const Detection::OutsideSettings &)>;
    DetectorDialog(const Detection::OutsideSettings &settings, bool isNew, const Annotation::Schema &schema, Take take,
                   QWidget *parent = nullptr);

    Detection::OutsideSettings settings() const;

private:
    void showKind();
    void showWhereTextsGo();
    void addLabelRow(const QString &theirs, const QString &ours);
    void growLabels();

    const Annotation::Schema m_schema;
    QString m_agreedHost;
    RowGrid *m_rows;
    QComboBox *m_kind;
    QLabel *m_explanation;
    QLineEdit *m_name;
    QWidget *m_programRow;
    QLineEdit *m_program;
    QLineEdit *m_arguments;
    QLineEdit *m_url;
    QLineEdit *m_layer;
    QLineEdit *m_feature;
    QSpinBox *m_timeout;
    QTableWidget *m_labels;
    QLabel *m_warning;
};

/// Whether articles may go to the host of the settings: asks the person the first time that it is another machine, and notes a yes.
bool agreeToSend(Detection::OutsideSettings &settings, QWidget *parent);

} // namespace Quoth::Windows
