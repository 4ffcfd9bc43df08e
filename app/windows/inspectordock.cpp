// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspectordock.h"

#include "historyview.h"
#include "itemform.h"
#include "softlabel.h"

#include <QAction>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Item;

InspectorDock::InspectorDock(Workbench &workbench, QWidget *parent) : QDockWidget(tr("Inspector"), parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("inspectorDock"));
    addActions();
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(makeContents());
    setWidget(area);

    connect(&workbench, &Workbench::currentChanged, this, &InspectorDock::refresh);
    connect(&workbench.model(), &AnnotationModel::reset, this, &InspectorDock::refresh);
    connect(&workbench.model(), &AnnotationModel::applied, this, &InspectorDock::refresh);
    connect(&workbench.session(), &Editing::EditSession::schemaChanged, this, [this] {
        ItemForm *old = m_form;
        makeForm(); // its rows are the schema's roles and attributes
        delete old->parentWidget()->layout()->replaceWidget(old, m_form);
        delete old;
        refresh();
    });
    refresh();
}

void InspectorDock::makeForm()
{
    m_form = new ItemForm(m_workbench);
    connect(m_form, &ItemForm::done, this, &InspectorDock::done);
}

void InspectorDock::addActions()
{
    m_actions.setSpeaker = new QAction(tr("Set speaker"), this);
    m_actions.setSpeaker->setObjectName(QStringLiteral("speaker.set"));
    m_actions.setSpeaker->setShortcut(Qt::Key_S);
    connect(m_actions.setSpeaker, &QAction::triggered, this, [this] {
        show();
        raise();
        m_form->editSpeaker();
    });
    m_actions.editNote = new QAction(tr("Edit note"), this);
    m_actions.editNote->setObjectName(QStringLiteral("note.edit"));
    m_actions.editNote->setShortcut(Qt::Key_N);
    connect(m_actions.editNote, &QAction::triggered, this, [this] {
        show();
        raise();
        m_form->editNote();
    });
}

QWidget *InspectorDock::makeContents()
{
    auto *contents = new QWidget;
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    m_hint = new SoftLabel(tr("Nothing is in hand. Select words and press a label\u2019s key to label them, or go to the next suggestion."));
    m_hint->setObjectName(QStringLiteral("hint"));
    layout->addWidget(m_hint);
    m_title = addHeading(layout, {});
    m_title->setObjectName(QStringLiteral("itemTitle"));
    makeForm();
    layout->addWidget(m_form);
    m_guidelineTitle = addHeading(layout, tr("Guideline"));
    m_guideline = new QLabel;
    m_guideline->setObjectName(QStringLiteral("guideline"));
    m_guideline->setAccessibleDescription(tr("Guideline"));
    m_guideline->setTextFormat(Qt::PlainText);
    m_guideline->setWordWrap(true);
    m_guideline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_guideline);
    addHeading(layout, tr("History"));
    layout->addWidget(new HistoryView(m_workbench));
    layout->addStretch(1); // more than the note, which would take its share and pull the rows apart
    return contents;
}

QLabel *InspectorDock::addHeading(QVBoxLayout *layout, const QString &title)
{
    auto *heading = new SoftLabel(title);
    QFont font = heading->font();
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    heading->setFont(font);
    heading->setContentsMargins(0, layout->count() > 2 ? 10 : 0, 0, 0);
    layout->addWidget(heading);
    return heading;
}

void InspectorDock::setNextKey(const QString &key)
{
    m_hint->setText(tr("Nothing is in hand. Select words and press a label\u2019s key to label them, or go to the next suggestion by %1.").arg(key));
}

void InspectorDock::finishEditing()
{
    m_form->finish();
}

void InspectorDock::refresh()
{
    const bool isInHand = m_workbench.current().has_value();
    m_hint->setVisible(!isInHand);
    m_title->setVisible(isInHand);
    m_form->setVisible(isInHand); // before its rows come and go, which a hidden form would not make room for
    m_form->refresh();
    m_actions.setSpeaker->setEnabled(m_form->takesSpeaker());
    m_actions.editNote->setEnabled(isInHand);
    if (isInHand)
        m_title->setText(itemTitle());
    showGuideline();
}

QString InspectorDock::itemTitle() const
{
    const Item item = *m_workbench.current();
    const Schema &schema = m_workbench.schema();
    if (const auto *spanId = std::get_if<SpanId>(&item)) {
        const QString name = m_workbench.index().span(*spanId)->label;
        const Label *label = schema.label(name);
        return label ? label->title : name;
    }
    const QString name = m_workbench.index().attribution(std::get<AttributionId>(item))->type;
    const FrameType *type = schema.frameType(name);
    return type ? type->title : name;
}

void InspectorDock::showGuideline()
{
    QString guideline;
    const std::optional<Item> item = m_workbench.current();
    const std::optional<SpanId> spanId = m_workbench.currentSpan();
    if (const Span *span = spanId ? m_workbench.index().span(*spanId) : nullptr) {
        if (const Label *label = m_workbench.schema().label(span->label))
            guideline = label->guideline;
    } else if (const auto *id = item ? std::get_if<AttributionId>(&*item) : nullptr) {
        if (const FrameType *type = m_workbench.schema().frameType(m_workbench.index().attribution(*id)->type))
            guideline = type->guideline;
    }
    m_guideline->setText(guideline);
    m_guideline->setVisible(!guideline.isEmpty());
    m_guidelineTitle->setVisible(!guideline.isEmpty());
}

} // namespace Quoth::Windows
