// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detectordialog.h"

#include "contexthelp.h"
#include "rowgrid.h"
#include "softlabel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Detection;

namespace {

QString quoted(const QStringList &arguments)
{
    QStringList parts;
    for (QString argument : arguments) {
        if (argument.isEmpty() || argument.contains(u' ') || argument.contains(u'"'))
            argument = u'"' + argument.replace(u'"', QStringLiteral("\"\"\"")) + u'"'; // as QProcess::splitCommand() reads it
        parts.append(argument);
    }
    return parts.join(u' ');
}

QLineEdit *lineEdit(const char *name, const QString &title)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(title);
    return edit;
}

} // namespace

DetectorDialog::DetectorDialog(const OutsideSettings &settings, bool isNew, const Annotation::Schema &schema, Take take,
                               QWidget *parent)
    : RegistryDialog(isNew ? tr("Add a detector") : tr("Detector %1").arg(settings.name), isNew ? tr("Add") : tr("Save"), parent)
    , m_schema(schema)
    , m_agreedHost(settings.agreedHost)
    , m_kind(new QComboBox)
    , m_explanation(new SoftLabel)
    , m_name(lineEdit("name", tr("Name")))
    , m_programRow(new QWidget)
    , m_program(lineEdit("program", tr("Program")))
    , m_arguments(lineEdit("arguments", tr("Arguments")))
    , m_url(lineEdit("url", tr("Address")))
    , m_layer(lineEdit("layer", tr("Layer")))
    , m_feature(lineEdit("feature", tr("Feature")))
    , m_timeout(new QSpinBox)
    , m_labels(new QTableWidget(0, 2))
    , m_warning(new QLabel)
{
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("Program on this machine"), int(OutsideKind::Program));
    m_kind->addItem(tr("Server (Quoth's protocol)"), int(OutsideKind::Http));
    m_kind->addItem(tr("Label Studio ML backend"), int(OutsideKind::LabelStudio));
    m_kind->addItem(tr("INCEpTION external recommender"), int(OutsideKind::Inception));
    m_kind->setCurrentIndex(m_kind->findData(int(settings.kind)));
    m_name->setText(settings.name);
    m_program->setText(settings.program);
    m_arguments->setText(quoted(settings.arguments));
    m_url->setText(settings.url);
    m_layer->setText(settings.layer.isEmpty() ? inceptionLayer : settings.layer);
    m_feature->setText(settings.feature.isEmpty() ? inceptionFeature : settings.feature);
    m_timeout->setRange(1, 3600);
    m_timeout->setValue(settings.timeout);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setObjectName(QStringLiteral("timeout"));
    m_timeout->setAccessibleName(tr("Time-out for an article"));

    auto *browse = new QPushButton(tr("Browse\u2026"));
    browse->setAutoDefault(false);
    auto *program = new QHBoxLayout(m_programRow);
    program->setContentsMargins(0, 0, 0, 0);
    program->addWidget(m_program, 1);
    program->addWidget(browse);
    m_programRow->setFocusProxy(m_program);
    connect(browse, &QPushButton::clicked, this, [this] {
        if (const QString file = QFileDialog::getOpenFileName(this, tr("Program"), m_program->text()); !file.isEmpty())
            m_program->setText(file);
    });

    m_labels->setObjectName(QStringLiteral("labels"));
    m_labels->setAccessibleName(tr("Labels"));
    m_labels->setHorizontalHeaderLabels({tr("Its label"), tr("Means")});
    m_labels->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_labels->verticalHeader()->hide();
    m_labels->setTabKeyNavigation(false);
    m_labels->setMinimumHeight(fontMetrics().height() * 8);
    for (auto i = settings.labels.begin(); i != settings.labels.end(); ++i)
        addLabelRow(i.key(), i.value());
    growLabels();
    connect(m_labels, &QTableWidget::cellChanged, this, &DetectorDialog::growLabels);

    auto *fields = new QWidget;
    m_rows = new RowGrid(fields);
    m_rows->addRow(tr("Kind"), m_kind);
    m_rows->addRow(QString(), m_explanation);
    m_rows->addRow(tr("Name"), m_name);
    m_rows->addRow(tr("Program"), m_programRow);
    m_rows->addRow(tr("Arguments"), m_arguments);
    m_rows->addRow(tr("Address"), m_url);
    m_rows->addRow(tr("Layer"), m_layer);
    m_rows->addRow(tr("Feature"), m_feature);
    m_rows->addRow(tr("Time-out"), m_timeout);
    m_rows->addRow(tr("Labels"), m_labels);
    contents().addWidget(fields, 1);
    contents().addWidget(new SoftLabel(tr("Labels that are not listed are taken as they are, if the project has them.")));
    m_warning->setObjectName(QStringLiteral("warning"));
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    contents().addWidget(m_warning);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DetectorDialog::showKind);
    connect(m_url, &QLineEdit::textChanged, this, &DetectorDialog::showWhereTextsGo);
    setDoing([this, take = std::move(take)]() -> Result<int> {
        OutsideSettings wanted = this->settings();
        if (const auto good = check(wanted); !good)
            return good.error();
        if (!agreeToSend(wanted, this))
            return Error{ErrorCode::BadInput,
                         tr("The detector was not kept, as nothing may be sent to %1.").arg(wanted.base().host()),
                         {}};
        const auto taken = take(wanted);
        return taken ? Result<int>(1) : Result<int>(taken.error());
    });
    showKind();
    setMinimumWidth(fontMetrics().averageCharWidth() * 78);
    addHelp(*this, HelpTopic::Detectors);
    m_name->setFocus();
}

void DetectorDialog::showKind()
{
    const auto kind = OutsideKind(m_kind->currentData().toInt());
    const bool isProgram = kind == OutsideKind::Program;
    m_rows->setRowVisible(m_programRow, isProgram);
    m_rows->setRowVisible(m_arguments, isProgram);
    m_rows->setRowVisible(m_url, !isProgram);
    m_rows->setRowVisible(m_layer, kind == OutsideKind::Inception);
    m_rows->setRowVisible(m_feature, kind == OutsideKind::Inception);
    switch (kind) {
    case OutsideKind::Program:
        m_explanation->setText(tr("It is started without a shell and gets articles as JSON on its standard input, one a line."));
        m_arguments->setPlaceholderText(tr("names.py --fast"));
        break;
    case OutsideKind::Http:
        m_explanation->setText(tr("A server that answers to /info and /detect below the address."));
        m_url->setPlaceholderText(QStringLiteral("http://localhost:8000"));
        break;
    case OutsideKind::LabelStudio:
        m_explanation->setText(tr("It is asked as Label Studio does: /health, /setup and /predict below the address."));
        m_url->setPlaceholderText(QStringLiteral("http://localhost:9090"));
        break;
    case OutsideKind::Inception:
        m_explanation->setText(
            tr("It is asked as INCEpTION does: /predict below the address, for the annotations of one layer."));
        m_url->setPlaceholderText(QStringLiteral("http://localhost:5000/spacy_ner"));
        break;
    }
    showWhereTextsGo();
}

void DetectorDialog::showWhereTextsGo()
{
    const OutsideSettings now = settings();
    m_warning->setVisible(now.leavesMachine() && !now.base().host().isEmpty());
    m_warning->setText(tr("\u26A0 The texts of articles will be sent to %1.").arg(now.base().host()));
}

void DetectorDialog::addLabelRow(const QString &theirs, const QString &ours)
{
    const QSignalBlocker blocker(m_labels);
    const int row = m_labels->rowCount();
    m_labels->insertRow(row);
    m_labels->setItem(row, 0, new QTableWidgetItem(theirs));
    auto *choice = new QComboBox;
    choice->setAccessibleName(tr("Means"));
    for (const Annotation::Label &label : m_schema.labels)
        choice->addItem(label.title, label.name);
    choice->addItem(tr("(left out)"), QString());
    if (choice->findData(ours) < 0)
        choice->addItem(ours, ours); // of another project
    choice->setCurrentIndex(choice->findData(ours));
    m_labels->setCellWidget(row, 1, choice);
    m_labels->setRowHeight(row, choice->sizeHint().height() + 2);
}

// There is always a row to write into.
void DetectorDialog::growLabels()
{
    const int rows = m_labels->rowCount();
    if (rows == 0 || !m_labels->item(rows - 1, 0)->text().isEmpty())
        addLabelRow({}, m_schema.labels.isEmpty() ? QString() : m_schema.labels.constFirst().name);
}

OutsideSettings DetectorDialog::settings() const
{
    OutsideSettings settings;
    settings.kind = OutsideKind(m_kind->currentData().toInt());
    settings.name = m_name->text().trimmed();
    if (settings.kind == OutsideKind::Program) {
        settings.program = m_program->text().trimmed();
        settings.arguments = QProcess::splitCommand(m_arguments->text());
    } else {
        settings.url = m_url->text().trimmed();
        settings.agreedHost = m_agreedHost;
    }
    if (settings.kind == OutsideKind::Inception) {
        settings.layer = m_layer->text().trimmed();
        settings.feature = m_feature->text().trimmed();
    }
    settings.timeout = m_timeout->value();
    for (int row = 0; row < m_labels->rowCount(); ++row) {
        const QString theirs = m_labels->item(row, 0)->text().trimmed();
        if (!theirs.isEmpty())
            settings.labels.insert(theirs, qobject_cast<QComboBox *>(m_labels->cellWidget(row, 1))->currentData().toString());
    }
    return settings;
}

bool agreeToSend(OutsideSettings &settings, QWidget *parent)
{
    if (settings.isAgreed())
        return true;
    const QString host = settings.base().host();
    QMessageBox box(
        QMessageBox::Warning, DetectorDialog::tr("Texts leave this machine"),
        DetectorDialog::tr("The whole text of each article that this detector looks at will be sent to %1.").arg(host),
        QMessageBox::Cancel, parent);
    box.setInformativeText(DetectorDialog::tr("Whoever runs it can read and keep the articles. This is asked once for a host."));
    QPushButton *send = box.addButton(DetectorDialog::tr("Send texts"), QMessageBox::AcceptRole);
    send->setObjectName(QStringLiteral("send"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != send)
        return false;
    settings.agreedHost = host;
    return true;
}

} // namespace Quoth::Windows
