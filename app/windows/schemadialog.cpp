// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemadialog.h"

#include "contexthelp.h"
#include "partlist.h"
#include "schemaframeform.h"
#include "schemalabelform.h"

#include <app/rendering/styles.h>
#include <app/tasks/schemas.h>
#include <widgets/markpreview.h>
#include <widgets/painting/markpainter.h>

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Annotation;
using DraftLabel = Editing::SchemaDraft::DraftLabel;

namespace {

QWidget *scrolled(QWidget *form)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(form);
    return area;
}

QIcon swatch(const Widgets::HighlightStyle &style, const QWidget &widget)
{
    QPixmap pixmap(QSize(22, 16) * widget.devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget.devicePixelRatioF());
    pixmap.fill(widget.palette().color(QPalette::Base)); // seen in a row that is chosen, too
    QPainter painter(&pixmap);
    Widgets::paintMarkSwatch(painter, QRectF(1, 1, 20, 14), style, widget.palette());
    return QIcon(pixmap);
}

bool hasErrors(const QList<SchemaProblem> &problems, const QString &prefix)
{
    return std::any_of(problems.begin(), problems.end(),
                       [&prefix](const SchemaProblem &p) { return p.severity == Severity::Error && p.place.startsWith(prefix); });
}

} // namespace

SchemaDialog::SchemaDialog(const Schema &schema, Storage::SchemaUse use, QHash<QString, QString> takenKeys, QWidget *parent)
    : QDialog(parent), m_draft(schema), m_use(std::move(use)), m_takenKeys(std::move(takenKeys))
{
    setWindowTitle(tr("Labels and roles"));
    resize(940, 800);
    m_tabs = new QTabWidget;
    m_tabs->setAccessibleName(tr("Labels and roles"));
    m_tabs->addTab(makeLabelPage(), tr("Labels"));
    m_tabs->addTab(makeFramePage(), tr("Frames and roles"));
    m_preview = new Widgets::MarkPreview;
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_preview);
    layout->addWidget(makeBottom());
    refresh();
    m_labels->setCurrentRow(0);
    m_frames->setCurrentRow(0);
    showLabel();
    showFrame();
    refresh();
    addHelp(*this, HelpTopic::Schema);
}

QWidget *SchemaDialog::makeLabelPage()
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    m_labels = new PartList(tr("Labels"));
    m_labels->setObjectName(QStringLiteral("labels"));
    m_labelForm = new SchemaLabelForm;
    row->addWidget(m_labels);
    row->addWidget(scrolled(m_labelForm), 1);
    connect(m_labels, &PartList::currentChanged, this, [this] {
        showLabel();
        refresh();
    });
    connect(m_labels, &PartList::addRequested, this, [this] {
        const qsizetype added = m_draft.addLabel(QStringList(m_takenKeys.keys()).join(QString()));
        refresh();
        m_labels->setCurrentRow(int(added));
        m_labelForm->focusFirst();
    });
    connect(m_labels, &PartList::removeRequested, this, &SchemaDialog::removeLabel);
    connect(m_labels, &PartList::moveRequested, this, [this](int from, int to) {
        m_draft.labels.move(from, to);
        refresh();
        m_labels->setCurrentRow(to);
    });
    connect(m_labelForm, &SchemaLabelForm::edited, this, [this] {
        if (m_labels->currentRow() < 0)
            return;
        m_labelForm->take(m_draft.labels[m_labels->currentRow()]);
        refresh();
    });
    return page;
}

QWidget *SchemaDialog::makeFramePage()
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    m_frames = new PartList(tr("Frames"));
    m_frames->setObjectName(QStringLiteral("frames"));
    m_frameForm = new SchemaFrameForm;
    row->addWidget(m_frames);
    row->addWidget(scrolled(m_frameForm), 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &SchemaDialog::showFrame); // titles of labels may have changed
    connect(m_frames, &PartList::currentChanged, this, [this] {
        showFrame();
        refresh();
    });
    connect(m_frames, &PartList::addRequested, this, [this] {
        const qsizetype added = m_draft.addFrame();
        refresh();
        m_frames->setCurrentRow(int(added));
        showFrame();
        m_frameForm->focusFirst();
    });
    connect(m_frames, &PartList::removeRequested, this, &SchemaDialog::removeFrame);
    connect(m_frames, &PartList::moveRequested, this, [this](int from, int to) {
        m_draft.frames.move(from, to);
        refresh();
        m_frames->setCurrentRow(to);
    });
    connect(m_frameForm, &SchemaFrameForm::edited, this, [this] {
        if (m_frames->currentRow() < 0)
            return;
        m_frameForm->take(m_draft.frames[m_frames->currentRow()]);
        refresh();
    });
    connect(m_frameForm, &SchemaFrameForm::roleRemovalRequested, this, &SchemaDialog::removeRole);
    return page;
}

QWidget *SchemaDialog::makeBottom()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_verdict = new QLabel;
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_problemList = new QListWidget;
    m_problemList->setAccessibleName(tr("What is wrong"));
    m_problemList->setWordWrap(true);
    m_problemList->setMaximumHeight(m_problemList->fontMetrics().lineSpacing() * 6);
    column->addWidget(m_verdict);
    column->addWidget(m_problemList);
    connect(m_problemList, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { goTo(item->data(Qt::UserRole).toString()); });
    connect(m_problemList, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { goTo(item->data(Qt::UserRole).toString()); });

    auto *buttons = new QDialogButtonBox;
    m_ok = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("ok"));
    buttons->addButton(QDialogButtonBox::Cancel);
    QPushButton *open = buttons->addButton(tr("Load\u2026"), QDialogButtonBox::ResetRole);
    QPushButton *write = buttons->addButton(tr("Save\u2026"), QDialogButtonBox::ResetRole);
    open->setAutoDefault(false);
    write->setAutoDefault(false);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, &SchemaDialog::load);
    connect(write, &QPushButton::clicked, this, &SchemaDialog::save);
    return box;
}

void SchemaDialog::showLabel()
{
    const int row = m_labels->currentRow();
    m_labelForm->setEnabled(row >= 0);
    if (row >= 0)
        m_labelForm->showLabel(m_draft.labels[row]);
}

void SchemaDialog::showFrame()
{
    const int row = m_frames->currentRow();
    m_frameForm->setEnabled(row >= 0);
    if (row >= 0)
        m_frameForm->showFrame(m_draft.frames[row], m_draft.labels);
}

void SchemaDialog::refresh()
{
    const Schema schema = m_draft.schema();
    m_problems = schemaProblems(schema, m_takenKeys);
    const QList<Widgets::HighlightStyle> styles = Rendering::stylesOf(schema, palette().color(QPalette::Base).lightnessF() < 0.5F);
    QList<PartList::Part> labels;
    for (qsizetype i = 0; i < schema.labels.size(); ++i)
        labels.append({schema.labels[i].title, swatch(styles[i], *this), hasErrors(m_problems, QStringLiteral("labels/%1/").arg(i))});
    m_labels->setParts(labels);
    QList<PartList::Part> frames;
    for (qsizetype i = 0; i < schema.frameTypes.size(); ++i)
        frames.append({schema.frameTypes[i].title, {}, hasErrors(m_problems, QStringLiteral("frames/%1/").arg(i))});
    m_frames->setParts(frames);
    m_labelForm->showProblems(m_problems, QStringLiteral("labels/%1/").arg(m_labels->currentRow()));
    m_frameForm->showProblems(m_problems, QStringLiteral("frames/%1/").arg(m_frames->currentRow()));
    showPreview();

    const bool usable = isUsable(m_problems);
    m_ok->setEnabled(usable);
    m_problemList->clear();
    for (const SchemaProblem &problem : m_problems) {
        auto *item = new QListWidgetItem((problem.severity == Severity::Error ? QStringLiteral("\u2717 ") : QStringLiteral("\u26A0 ")) + problem.message);
        item->setData(Qt::UserRole, problem.place);
        m_problemList->addItem(item);
    }
    m_problemList->setVisible(!m_problems.isEmpty());
    m_verdict->setText(m_problems.isEmpty() ? tr("All labels can be told apart, on light and on dark, also by colour-blind readers.")
                           : usable ? tr("It can be used, but think about this:")
                                    : tr("To be mended before it can be taken over:"));
}

void SchemaDialog::showPreview()
{
    const Schema schema = m_draft.schema();
    m_preview->setStyles(Rendering::stylesOf(schema, false), Rendering::stylesOf(schema, true), m_labels->currentRow());
}

void SchemaDialog::goTo(const QString &place)
{
    const bool frame = place.startsWith(u"frames");
    m_tabs->setCurrentIndex(frame ? 1 : 0);
    bool known = false;
    const int row = place.section(u'/', 1, 1).toInt(&known);
    if (known)
        (frame ? m_frames : m_labels)->setCurrentRow(row);
}

void SchemaDialog::removeLabel(int row)
{
    const DraftLabel &label = m_draft.labels[row];
    const int spans = label.origin.isEmpty() ? 0 : m_use.labels.value(label.origin);
    int replacement = 0;
    if (m_draft.labels.size() == 1) {
        QMessageBox::information(this, tr("Remove label"), tr("A schema has at least one label."));
        return;
    }
    if (spans > 0) {
        QStringList titles;
        QList<int> ids;
        for (const DraftLabel &other : std::as_const(m_draft.labels)) {
            if (other.id != label.id) {
                titles.append(other.value.title);
                ids.append(other.id);
            }
        }
        bool agreed = false;
        const QString chosen = QInputDialog::getItem(
            this, tr("Remove label"), tr("%n span(s) in the project have the label %1. Which label instead?", nullptr, spans).arg(label.value.title),
            titles, 0, false, &agreed);
        if (!agreed)
            return;
        replacement = ids[titles.indexOf(chosen)];
        m_use.labels[m_draft.label(replacement)->origin] += spans; // in case that one is removed as well
    }
    m_draft.removeLabel(row, replacement);
    refresh();
    showLabel();
    showFrame();
    refresh();
}

void SchemaDialog::removeFrame(int row)
{
    const Editing::SchemaDraft::DraftFrame &frame = m_draft.frames[row];
    if (const int used = frame.origin.isEmpty() ? 0 : m_use.frameTypes.value(frame.origin); used > 0) {
        QMessageBox::information(this, tr("Remove frame"),
                                 tr("%n frame(s) in the project are of the kind %1. Remove them first.", nullptr, used).arg(frame.value.title));
        return;
    }
    m_draft.frames.removeAt(row);
    refresh();
    showFrame();
    refresh();
}

void SchemaDialog::removeRole(const QString &origin, int row)
{
    const QString type = m_draft.frames[m_frames->currentRow()].origin;
    if (const int used = origin.isEmpty() ? 0 : m_use.roles.value(type).value(origin); used > 0) {
        QMessageBox::information(this, tr("Remove role"), tr("%n span(s) in the project fill this role. Take them out of it first.", nullptr, used));
        return;
    }
    m_frameForm->removeRole(row);
}

std::optional<QHash<QString, QString>> SchemaDialog::replacementsFor(const Schema &schema)
{
    for (auto it = m_use.frameTypes.begin(); it != m_use.frameTypes.end(); ++it) {
        if (!schema.frameType(it.key())) {
            QMessageBox::warning(this, tr("Load labels and roles"),
                                 tr("%n frame(s) in the project are of the kind %1, which the file does not have.", nullptr, it.value()).arg(it.key()));
            return std::nullopt;
        }
    }
    QStringList names;
    for (const Label &label : schema.labels)
        names.append(label.name);
    QHash<QString, QString> replacements;
    for (auto it = m_use.labels.begin(); it != m_use.labels.end(); ++it) {
        if (names.contains(it.key()))
            continue;
        bool agreed = false;
        const QString chosen = QInputDialog::getItem(
            this, tr("Load labels and roles"),
            tr("%n span(s) in the project have the label %1, which the file does not have. Which label instead?", nullptr, it.value()).arg(it.key()),
            names, 0, false, &agreed);
        if (!agreed)
            return std::nullopt;
        replacements.insert(it.key(), chosen);
    }
    return replacements;
}

void SchemaDialog::load()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load labels and roles"), {}, tr("Label schemas (*.json)"));
    if (path.isEmpty())
        return;
    const auto schema = Tasks::readSchema(path);
    if (!schema) {
        QMessageBox::warning(this, tr("Load labels and roles"), schema.error().text());
        return;
    }
    const auto replacements = replacementsFor(*schema);
    if (!replacements)
        return;
    m_draft.replaceBy(*schema, *replacements);
    refresh();
    showLabel();
    showFrame();
    refresh();
}

void SchemaDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save labels and roles"), m_draft.name + QStringLiteral(".json"), tr("Label schemas (*.json)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(schema().toJson()) < 0 || !file.commit())
        QMessageBox::warning(this, tr("Save labels and roles"), QStringLiteral("%1: %2").arg(path, file.errorString()));
}

} // namespace Quoth::Windows
