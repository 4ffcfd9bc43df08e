// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guidelines.h"

#include "actions.h"
#include "keytips.h"
#include "labelbrush.h"
#include "labelling.h"

#include <app/base/translation.h>
#include <app/rendering/styles.h>
#include <widgets/articleview.h>
#include <widgets/painting/colours.h>

#include <QScrollBar>

#include <algorithm>

namespace Quoth::Windows {

using namespace Annotation;
using Widgets::Guideline;

Guidelines::Guidelines(Workbench &workbench, Widgets::ArticleView &view, Labelling &labelling, LabelBrush &brush, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_view(view), m_labelling(labelling), m_brush(brush),
      m_action(makeAction(this, "label.guideline", tr("Show the guideline"), {QStringLiteral("H")})),
      m_panel(new Widgets::GuidelinePanel(&view))
{
    m_action->setToolTip(tr("What to label, and where it begins and ends"));
    connect(m_action, &QAction::triggered, this, &Guidelines::open);
    const auto shut = [this] { m_panel->shut(); };
    connect(&view, &Widgets::ArticleView::articleShown, m_panel, shut);
    connect(&view, &Widgets::ArticleView::caretMoved, m_panel, shut);
    connect(&workbench, &Workbench::currentChanged, m_panel, shut);
    connect(&workbench.model(), &AnnotationModel::applied, m_panel, shut);
    connect(&workbench.session(), &Editing::EditSession::schemaChanged, m_panel, shut);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, m_panel, shut);
}

Guideline Guidelines::ofLabel(const Label &label) const
{
    const QList<Label> &labels = m_workbench.schema().labels;
    const qsizetype at = std::find_if(labels.begin(), labels.end(), [&](const Label &one) { return one.name == label.name; }) - labels.begin();
    const QList<Widgets::HighlightStyle> styles = Rendering::stylesOf(m_workbench.schema(), Widgets::isDark(m_view.palette()));
    const QAction *action = m_labelling.labelActions().value(at); // its key, which may be another than the schema's
    return {styles.value(at), label.title, action ? keyText(*action) : QString(),
            label.guideline.isEmpty() ? tr("The label schema has no guideline for this label.") : label.guideline};
}

Guideline Guidelines::ofFrameType(const FrameType &type) const
{
    QStringList roles;
    for (const Role &role : type.roles)
        roles.append(role.title);
    const QString parts = tr("Its parts: %1.", "the roles of a frame").arg(listed(roles));
    return {std::nullopt, type.title, {}, type.guideline.isEmpty() ? parts : type.guideline + u'\n' + parts};
}

QList<Guideline> Guidelines::inHand() const
{
    const Schema &schema = m_workbench.schema();
    if (const auto id = m_workbench.currentSpan()) {
        const Span *span = m_workbench.index().span(*id);
        if (const Label *label = span ? schema.label(span->label) : nullptr)
            return {ofLabel(*label)};
    }
    const auto item = m_workbench.current();
    const AttributionId *id = item ? std::get_if<AttributionId>(&*item) : nullptr;
    const Attribution *attribution = id ? m_workbench.index().attribution(*id) : nullptr;
    if (const FrameType *type = attribution ? schema.frameType(attribution->type) : nullptr)
        return {ofFrameType(*type)};
    if (const Label *label = schema.label(m_brush.label()))
        return {ofLabel(*label)};
    return {};
}

QList<Guideline> Guidelines::all() const
{
    QList<Guideline> result;
    for (const Label &label : m_workbench.schema().labels)
        result.append(ofLabel(label));
    for (const FrameType &type : m_workbench.schema().frameTypes)
        result.append(ofFrameType(type));
    return result;
}

void Guidelines::open()
{
    if (!m_workbench.model().isOpen())
        return;
    const QList<Guideline> one = inHand();
    const QString name = one.isEmpty() ? tr("Guidelines of all labels") : tr("Guideline of %1", "a label").arg(one.constFirst().title);
    QRect room = m_view.viewport()->geometry();
    const QList<Widgets::PlacedCard> cards = m_view.visibleCards();
    for (const Widgets::PlacedCard &placed : cards) {
        const QRect card = placed.rect.translated(room.topLeft());
        if (m_view.isRightToLeft())
            room.setLeft(std::max(room.left(), card.right() + 1));
        else
            room.setRight(std::min(room.right(), card.left() - 1));
    }
    const QRect line = m_view.caretRectangle(m_view.caret()).translated(m_view.viewport()->pos()).toAlignedRect();
    m_panel->open(name, one.isEmpty() ? all() : one, m_action->shortcuts(), line, room);
}

} // namespace Quoth::Windows
