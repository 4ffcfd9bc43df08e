// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelling.h"

#include "actions.h"
#include "framebuilding.h"

#include <app/editing/textparts.h>
#include <widgets/textsteps.h>

#include <algorithm>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Item;

namespace {

/// Where a word earlier is, for what begins at from: the opening marks that stand right before it are a step of their own, so that going
/// back undoes going on, and no step leaves the paragraph.
qint32 withinReach(const QString &text, qint32 from, qint32 wordBegin)
{
    qint32 marks = from;
    while (marks > wordBegin
           && (text[marks - 1].category() == QChar::Punctuation_Open
               || text[marks - 1].category() == QChar::Punctuation_InitialQuote || text[marks - 1] == u'"'))
        --marks;
    if (marks < from)
        return marks;
    const bool leaves = QStringView(text).mid(wordBegin, from - wordBegin).contains(u'\n');
    return leaves ? from : wordBegin;
}

/// The quotation around a place, with its marks.
std::optional<TextRange> quotationAt(const QString &text, qint32 place)
{
    const auto all = [](TextRange) { return false; };
    qint32 from = qint32(text.lastIndexOf(u'\n', std::max(0, place - 1))) + 1;
    while (const auto quotation = Editing::nextQuotation(text, from, true, all)) {
        if (quotation->begin > place)
            break;
        if (quotation->end >= place)
            return quotation;
        from = quotation->end;
    }
    return std::nullopt;
}

} // namespace

Labelling::Labelling(Workbench &workbench, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_frames(new FrameBuilding(workbench, this))
{
    createLabelActions();
    createEdgeActions();
    connect(&workbench.session(), &Editing::EditSession::schemaChanged, this, [this] {
        qDeleteAll(m_labelActions + m_extendActions);
        m_labelActions.clear();
        m_extendActions.clear();
        createLabelActions();
        m_attribution->setShortcut(QKeySequence(attributionKey()));
        updateActions();
        emit actionsChanged();
    });
    m_attribution = makeAction(this, "attribution.start", tr("New attribution from here"), {attributionKey()}, "add");
    connect(m_attribution, &QAction::triggered, this, &Labelling::startAttribution);
    m_remove = makeAction(this, "item.remove", tr("Delete"), {QStringLiteral("Del")}, "delete");
    connect(m_remove, &QAction::triggered, this, &Labelling::removeCurrent);
    connect(&workbench, &Workbench::currentChanged, this, &Labelling::updateActions);
    connect(&workbench.model(), &AnnotationModel::reset, this, &Labelling::updateActions);
    updateActions();
}

QString Labelling::attributionKey() const
{
    const QList<FrameType> &types = m_workbench.schema().frameTypes;
    return types.isEmpty() ? QString() : types.constFirst().key.toUpper();
}

void Labelling::createLabelActions()
{
    for (const Label &label : m_workbench.schema().labels) {
        QAction *action = makeAction(this, "", tr("Label as %1").arg(label.title), {label.key});
        action->setObjectName(QStringLiteral("label.") + label.name);
        action->setToolTip(label.guideline);
        connect(action, &QAction::triggered, this, [this, name = label.name] { this->label(name); });
        m_labelActions.append(action);
        QAction *extendAction = makeAction(this, "", tr("Add words to the %1 in hand").arg(label.title),
                                           label.key.isEmpty() ? QStringList() : QStringList(QStringLiteral("Ctrl+") + label.key));
        extendAction->setObjectName(QStringLiteral("extend.") + label.name);
        connect(extendAction, &QAction::triggered, this, [this, name = label.name] { extend(name); });
        m_extendActions.append(extendAction);
    }
}

void Labelling::createEdgeActions()
{
    const struct
    {
        const char *id;
        QString text;
        QStringList keys;
        Edge edge;
        int direction;
        bool byWord;
    } moves[] = {
        {"edge.beginLeft", tr("Begin a word earlier"), {QStringLiteral("Q"), QStringLiteral("Alt+Left")}, Edge::Begin, -1, true},
        {"edge.beginRight", tr("Begin a word later"), {QStringLiteral("W"), QStringLiteral("Alt+Right")}, Edge::Begin, 1, true},
        {"edge.endLeft", tr("End a word earlier"), {QStringLiteral("E"), QStringLiteral("Alt+Shift+Left")}, Edge::End, -1, true},
        {"edge.endRight", tr("End a word later"), {QStringLiteral("R"), QStringLiteral("Alt+Shift+Right")}, Edge::End, 1, true},
        {"edge.beginLeftCharacter", tr("Begin a character earlier"), {QStringLiteral("Shift+Q")}, Edge::Begin, -1, false},
        {"edge.beginRightCharacter", tr("Begin a character later"), {QStringLiteral("Shift+W")}, Edge::Begin, 1, false},
        {"edge.endLeftCharacter", tr("End a character earlier"), {QStringLiteral("Shift+E")}, Edge::End, -1, false},
        {"edge.endRightCharacter", tr("End a character later"), {QStringLiteral("Shift+R")}, Edge::End, 1, false}};
    for (const auto &move : moves) {
        QAction *action = makeAction(this, move.id, move.text, move.keys);
        connect(action, &QAction::triggered, this, [this, edge = move.edge, direction = move.direction, byWord = move.byWord] {
            moveEdge(edge, direction, byWord);
        });
        m_edgeActions.append(action);
    }
}

void Labelling::updateActions()
{
    const bool span = m_workbench.currentSpan().has_value();
    for (QAction *action : std::as_const(m_edgeActions))
        action->setEnabled(span);
    for (QAction *action : std::as_const(m_extendActions))
        action->setEnabled(m_workbench.current().has_value());
    m_remove->setEnabled(m_workbench.current().has_value());
    for (QAction *action : std::as_const(m_labelActions))
        action->setEnabled(m_workbench.model().isOpen());
    m_attribution->setEnabled(m_workbench.model().isOpen());
}

QList<TextRange> Labelling::words() const
{
    const TextRange selection = m_workbench.selection();
    if (!selection.isEmpty())
        return {selection};
    const QString &text = m_workbench.article().text;
    Widgets::Extent word = Widgets::wordAt(text, selection.begin);
    if (word.isEmpty() && selection.begin > 0)
        word = Widgets::wordAt(text, selection.begin - 1); // the caret stands behind it
    return canonical({{word.begin, word.end}});
}

void Labelling::label(const QString &name)
{
    m_lastLabel = name;
    const TextRange selection = m_workbench.selection();
    const auto current = m_workbench.current();
    if (selection.isEmpty() && current && std::holds_alternative<SpanId>(*current)) {
        m_workbench.commit(m_workbench.edits().relabel(std::get<SpanId>(*current), name));
        return;
    }
    QList<TextRange> fragments = words();
    if (fragments.isEmpty())
        return;
    const QStringList roles = m_workbench.schema().rolesOf(name);
    if (selection.isEmpty() && roles.value(0) == contentRole) {
        // A single word is hardly what is quoted.
        const auto quotation = quotationAt(m_workbench.article().text, selection.begin);
        if (!quotation) {
            emit told(tr("Select the words that are credited to somebody first, or put the caret into a quotation."));
            return;
        }
        fragments = {*quotation};
    }
    if (!roles.isEmpty()) {
        m_frames->add(name, roles.constFirst(), fragments);
        return;
    }
    SpanId added(1);
    const Edit edit = m_workbench.edits().addSpan(name, fragments, &added);
    m_workbench.commit(edit);
    m_workbench.setCurrent(added);
}

void Labelling::extend(const QString &label)
{
    const auto span = spanInHand(label);
    const TextRange selection = m_workbench.selection();
    if (!span)
        emit told(tr("No %1 is in hand that words could be added to.", "a label").arg(m_workbench.schema().label(label)->title));
    else if (selection.isEmpty())
        emit told(tr("Select the words to add first."));
    else
        extendInHand({selection}, label);
}

std::optional<SpanId> Labelling::spanInHand(const QString &label) const
{
    if (const auto span = m_workbench.currentSpan())
        return label.isEmpty() || m_workbench.index().span(*span)->label == label ? span : std::nullopt;
    const auto current = m_workbench.current();
    const auto *id = current ? std::get_if<AttributionId>(&*current) : nullptr;
    const Attribution *attribution = id ? m_workbench.index().attribution(*id) : nullptr;
    if (!attribution)
        return std::nullopt;
    if (label.isEmpty()) {
        const QList<SpanId> contents = attribution->spans(contentRole);
        return contents.isEmpty() ? std::nullopt : std::optional(contents.constLast());
    }
    std::optional<SpanId> found;
    for (const RoleFiller &filler : attribution->fillers) {
        if (m_workbench.index().span(filler.span)->label == label)
            found = filler.span;
    }
    return found;
}

bool Labelling::extendInHand(const QList<TextRange> &words, const QString &label)
{
    const auto span = spanInHand(label);
    if (!span || words.isEmpty())
        return false;
    m_workbench.commit(m_workbench.edits().setFragments(*span, m_workbench.index().span(*span)->fragments + words));
    return true;
}

void Labelling::startAttribution()
{
    const auto current = m_workbench.current();
    if (m_workbench.selection().isEmpty() && current) {
        if (const auto *inHand = std::get_if<AttributionId>(&*current)) {
            m_frames->goOn(*inHand, contentRole);
            return;
        }
        const SpanId span = std::get<SpanId>(*current);
        const QStringList roles = m_workbench.schema().rolesOf(m_workbench.index().span(span)->label);
        if (roles.isEmpty())
            return;
        AttributionId id(1);
        m_workbench.commit(m_workbench.edits().addAttribution({{roles.constFirst(), span}}, &id));
        m_workbench.setCurrent(id, span);
        m_frames->goOn(id, roles.constFirst());
        return;
    }
    const QList<TextRange> fragments = words();
    if (fragments.isEmpty())
        return;
    // A cue or a source begins an attribution as well as its content does.
    QString role = m_frames->roleOf(fragments);
    if (role.isEmpty())
        role = contentRole;
    for (const Label &label : m_workbench.schema().labels) {
        if (m_workbench.schema().rolesOf(label.name).contains(role)) {
            m_frames->begin(label.name, role, fragments);
            return;
        }
    }
}

void Labelling::moveEdge(Edge edge, int direction, bool byWord)
{
    const auto id = m_workbench.currentSpan();
    if (!id)
        return;
    const QString &text = m_workbench.article().text;
    QList<TextRange> fragments = m_workbench.index().span(*id)->fragments;
    TextRange &fragment = edge == Edge::Begin ? fragments.first() : fragments.last();
    const qint32 before = fragment.begin;
    if (edge == Edge::Begin)
        fragment.begin = byWord ? (direction < 0 ? Widgets::previousWordBegin(text, fragment.begin) : Widgets::nextWordBegin(text, fragment.begin))
                                : Widgets::characterStep(text, fragment.begin, direction);
    else
        fragment.end = byWord ? (direction < 0 ? Widgets::previousWordEnd(text, fragment.end) : Widgets::nextWordEnd(text, fragment.end))
                              : Widgets::characterStep(text, fragment.end, direction);
    if (edge == Edge::Begin && direction < 0 && byWord)
        fragment.begin = withinReach(text, before, fragment.begin);
    if (fragment.isEmpty()) {
        if (fragments.size() < 2)
            return;
        // Past its last word the piece goes.
        fragments.removeAt(edge == Edge::Begin ? 0 : fragments.size() - 1);
    }
    m_workbench.commit(m_workbench.edits().setFragments(*id, fragments));
}

void Labelling::removeCurrent()
{
    const auto current = m_workbench.current();
    if (!current)
        return;
    // One span of an attribution was chosen: only that goes.
    const auto span = m_workbench.currentSpan();
    const bool part = span && std::holds_alternative<AttributionId>(*current);
    m_workbench.commit(m_workbench.edits().remove({part ? Item(*span) : *current}));
}

} // namespace Quoth::Windows
