// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemalabelform.h"

#include "colourfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>

namespace Quoth::Windows {

using namespace Annotation;
using DraftLabel = Editing::SchemaDraft::DraftLabel;
using DraftAttribute = Editing::SchemaDraft::DraftAttribute;

namespace {

enum Column { Title, Name, Values };

const QString separator = QStringLiteral(", ");

} // namespace

SchemaLabelForm::SchemaLabelForm(QWidget *parent)
    : ProblemForm(parent)
    , m_title(new QLineEdit)
    , m_name(new QLineEdit)
    , m_key(new QLineEdit)
    , m_mark(new QComboBox)
    , m_colour(new ColourField(tr("Colour on light")))
    , m_darkColour(new ColourField(tr("Colour on dark")))
    , m_namesSpeaker(new QCheckBox(tr("Its words name somebody: they may be given a speaker")))
    , m_guideline(new QPlainTextEdit)
{
    m_key->setMaxLength(1);
    m_key->setMaximumWidth(m_key->fontMetrics().averageCharWidth() * 8);
    m_key->setPlaceholderText(tr("none"));
    const std::pair<Mark, QString> marks[]
        = {{Mark::Box, tr("Box")}, {Mark::Dots, tr("Dotted line")}, {Mark::Bar, tr("Bars at both ends")}, {Mark::Line, tr("Thick line")}, {Mark::Wave, tr("Wave")}};
    for (const auto &[mark, text] : marks)
        m_mark->addItem(text, int(mark));
    m_guideline->setTabChangesFocus(true);
    m_guideline->setPlaceholderText(tr("What it is for, with an example, and what it is not for"));
    m_guideline->setMinimumHeight(m_guideline->fontMetrics().lineSpacing() * 4 + 12);
    m_guideline->setMaximumHeight(m_guideline->fontMetrics().lineSpacing() * 6);
    addField(QStringLiteral("title"), tr("Title"), m_title);
    addField(QStringLiteral("name"), tr("Name in files"), m_name);
    addField(QStringLiteral("key"), tr("Key"), m_key);
    addField(QStringLiteral("mark"), tr("Mark"), m_mark);
    addField(QStringLiteral("colour"), tr("Colour on light"), m_colour);
    addField(QStringLiteral("darkColour"), tr("Colour on dark"), m_darkColour);
    addField(QStringLiteral("guideline"), tr("Guideline"), m_guideline);
    addField(QStringLiteral("namesSpeaker"), tr("Speakers"), m_namesSpeaker);
    addField(QStringLiteral("attributes"), tr("Attributes"), makeAttributes());
    const auto tell = [this] {
        if (!m_showing)
            emit edited();
    };
    for (QLineEdit *line : {m_title, m_name, m_key})
        connect(line, &QLineEdit::textEdited, this, tell);
    connect(m_mark, &QComboBox::currentIndexChanged, this, tell);
    connect(m_colour, &ColourField::edited, this, tell);
    connect(m_darkColour, &ColourField::edited, this, tell);
    connect(m_namesSpeaker, &QCheckBox::toggled, this, tell);
    connect(m_guideline, &QPlainTextEdit::textChanged, this, tell);
    connect(m_attributes, &QTableWidget::cellChanged, this, tell);
}

QWidget *SchemaLabelForm::makeAttributes()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_attributes = new QTableWidget(0, 3);
    m_attributes->setAccessibleName(tr("Attributes"));
    m_attributes->setHorizontalHeaderLabels({tr("Title"), tr("Name in files"), tr("Values, with commas; none: any text")});
    m_attributes->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_attributes->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_attributes->verticalHeader()->hide();
    m_attributes->setTabKeyNavigation(false);
    m_attributes->setMaximumHeight(m_attributes->fontMetrics().lineSpacing() * 8);
    m_attributes->setMinimumHeight(m_attributes->fontMetrics().lineSpacing() * 5);
    auto *add = new QPushButton(tr("Add attribute"));
    auto *remove = new QPushButton(tr("Remove attribute"));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {add, remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addWidget(m_attributes);
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] {
        const int number = m_attributes->rowCount() + 1;
        addAttributeRow({{}, {QStringLiteral("attribute%1").arg(number), tr("Attribute %1").arg(number), {}}});
        m_attributes->setCurrentCell(number - 1, Title);
        m_attributes->editItem(m_attributes->item(number - 1, Title));
        emit edited();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (m_attributes->currentRow() < 0)
            return;
        m_attributes->removeRow(m_attributes->currentRow());
        emit edited();
    });
    remove->setToolTip(tr("The values that spans have stay in the project, unseen"));
    return box;
}

void SchemaLabelForm::addAttributeRow(const DraftAttribute &attribute)
{
    const bool before = std::exchange(m_showing, true);
    const int row = m_attributes->rowCount();
    m_attributes->insertRow(row);
    m_attributes->setItem(row, Title, new QTableWidgetItem(attribute.value.title));
    auto *name = new QTableWidgetItem(attribute.value.name);
    name->setData(Qt::UserRole, attribute.origin);
    m_attributes->setItem(row, Name, name);
    m_attributes->setItem(row, Values, new QTableWidgetItem(attribute.value.values.join(separator)));
    m_showing = before;
}

void SchemaLabelForm::showLabel(const DraftLabel &label)
{
    m_showing = true;
    m_title->setText(label.value.title);
    m_name->setText(label.value.name);
    m_key->setText(label.value.key);
    m_mark->setCurrentIndex(m_mark->findData(int(label.value.mark)));
    m_colour->setColour(label.value.colour);
    m_darkColour->setColour(label.value.darkColour);
    m_namesSpeaker->setChecked(label.value.namesSpeaker);
    m_guideline->setPlainText(label.value.guideline);
    m_attributes->setRowCount(0);
    for (const DraftAttribute &attribute : label.attributes)
        addAttributeRow(attribute);
    m_showing = false;
}

void SchemaLabelForm::take(DraftLabel &label) const
{
    label.value.title = m_title->text();
    label.value.name = m_name->text();
    label.value.key = m_key->text().toUpper();
    label.value.mark = Mark(m_mark->currentData().toInt());
    label.value.colour = m_colour->colour();
    label.value.darkColour = m_darkColour->colour();
    label.value.namesSpeaker = m_namesSpeaker->isChecked();
    label.value.guideline = m_guideline->toPlainText();
    label.attributes.clear();
    for (int row = 0; row < m_attributes->rowCount(); ++row) {
        DraftAttribute attribute{m_attributes->item(row, Name)->data(Qt::UserRole).toString(),
                                 {m_attributes->item(row, Name)->text(), m_attributes->item(row, Title)->text(), {}}};
        const QStringList values = m_attributes->item(row, Values)->text().split(u',');
        for (const QString &value : values) {
            if (values.size() > 1 || !value.trimmed().isEmpty())
                attribute.value.values.append(value.trimmed());
        }
        label.attributes.append(attribute);
    }
}

void SchemaLabelForm::focusFirst()
{
    m_title->setFocus();
    m_title->selectAll();
}

} // namespace Quoth::Windows
