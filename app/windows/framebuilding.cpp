// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framebuilding.h"

#include <algorithm>

namespace Quoth::Windows {

using namespace Annotation;
using namespace std::chrono_literals;
using Editing::Item;
using Editing::RoleWords;

namespace {

/// Whether words mean the same content, differently cut, rather than another one within it: they share more than half of their length.
bool isCorrection(const QList<TextRange> &content, const QList<TextRange> &words)
{
    const TextRange a{content.constFirst().begin, content.constLast().end};
    const TextRange b{words.constFirst().begin, words.constLast().end};
    const qint32 common = std::min(a.end, b.end) - std::max(a.begin, b.begin);
    return common * 2 > std::max(a.end, b.end) - std::min(a.begin, b.begin);
}

} // namespace

FrameBuilding::FrameBuilding(Workbench &workbench, QObject *parent) : QObject(parent), m_workbench(workbench)
{
    m_ahead.setSingleShot(true);
    m_ahead.setInterval(300ms);
    connect(&m_ahead, &QTimer::timeout, this, [this] { m_proposals.prepare(m_workbench.article(), m_workbench.selection().begin); });
    connect(&workbench.model(), &AnnotationModel::reset, this, [this] {
        m_proposals.clear();
        finish();
        if (m_workbench.model().isOpen())
            m_ahead.start();
    });
    connect(&workbench.model(), &AnnotationModel::applied, this, &FrameBuilding::dropWhatIsGone);
    connect(&workbench, &Workbench::currentChanged, this, [this] {
        if (m_frame && m_workbench.current() != Item(*m_frame))
            finish();
    });
}

const Attribution *FrameBuilding::attribution() const { return m_frame ? m_workbench.index().attribution(*m_frame) : nullptr; }

const FrameType *FrameBuilding::frameType() const
{
    const Attribution *frame = attribution();
    return frame ? m_workbench.schema().frameType(frame->type) : nullptr;
}

QStringList FrameBuilding::roles() const
{
    QStringList names;
    if (const FrameType *type = frameType()) {
        for (const Role &role : type->roles)
            names.append(role.name);
    }
    return names;
}

bool FrameBuilding::lacks(const QString &role) const
{
    const Attribution *frame = attribution();
    return frame && frame->spans(role).isEmpty();
}

bool FrameBuilding::isComplete() const
{
    const QStringList all = roles();
    return std::none_of(all.begin(), all.end(), [this](const QString &role) { return lacks(role); });
}

void FrameBuilding::dropWhatIsGone()
{
    m_loose.removeIf([this](const RoleFiller &filler) {
        return !m_workbench.index().span(filler.span) || m_workbench.index().isFramed(filler.span);
    });
    if (m_frame && !attribution())
        finish();
}

void FrameBuilding::finish()
{
    m_frame = std::nullopt;
    m_mending = false;
    m_loose.clear();
    m_proposal = {};
    m_slot.clear();
    emit changed();
}

void FrameBuilding::add(const QString &label, const QString &role, const QList<TextRange> &words)
{
    if (m_frame && (lacks(role) || role == m_slot)) {
        fill(role, words);
        return;
    }
    // Words that correct a part of what is in hand, or that a suggestion in hand lacks, go there.
    if (const auto current = m_workbench.current(); current && std::holds_alternative<AttributionId>(*current)) {
        const AttributionId id = std::get<AttributionId>(*current);
        const Attribution *inHand = m_workbench.index().attribution(id);
        const QList<SpanId> there = inHand->spans(role);
        const bool open = inHand->provenance.state == State::Suggested;
        const bool corrects = std::any_of(there.begin(), there.end(), [&](SpanId span) {
            return role == contentRole ? open && isCorrection(m_workbench.index().span(span)->fragments, words)
                                       : overlap(m_workbench.index().span(span)->fragments, words);
        });
        if (corrects || (there.isEmpty() && open)) {
            m_workbench.commit(m_workbench.edits().fillRoles(id, {{role, label, words}}, m_proposals.speakerOf(m_workbench.article(), words)));
            m_workbench.setCurrent(id, m_workbench.index().attribution(id)->spans(role).constLast());
            return;
        }
    }
    if (role == contentRole) {
        begin(label, role, words);
        return;
    }
    SpanId added(1);
    const Edit edit = m_workbench.edits().addSpan(label, words, &added);
    QList<RoleFiller> loose = m_loose;
    m_workbench.commit(edit);
    m_workbench.setCurrent(added);
    loose.removeIf([&role](const RoleFiller &filler) { return filler.role == role; });
    loose.append({role, added});
    m_loose = loose; // kept over the change of hands
    dropWhatIsGone();
}

void FrameBuilding::begin(const QString &label, const QString &role, const QList<TextRange> &words)
{
    QList<RoleFiller> others;
    for (const RoleFiller &filler : std::as_const(m_loose)) {
        if (filler.role != role)
            others.append(filler);
    }
    AttributionId id(1);
    const Edit edit = m_workbench.edits().addAttributionWith(role, label, words, &id, others);
    if (edit.changes.isEmpty())
        return;
    finish();
    m_workbench.commit(edit);
    m_workbench.setCurrent(id, m_workbench.index().attribution(id)->spans(role).constLast());
    goOn(id, role);
}

void FrameBuilding::goOn(AttributionId id, const QString &role)
{
    m_frame = id;
    m_mending = false;
    m_workbench.setCurrent(id, m_workbench.currentSpan());
    if (isComplete()) {
        finish();
        return;
    }
    propose(role);
    nextLacking();
}

void FrameBuilding::propose(const QString &role)
{
    const Attribution *frame = attribution();
    QList<TextRange> words;
    const QList<SpanId> spans = frame->spans(role);
    for (const SpanId span : spans)
        words += m_workbench.index().span(span)->fragments;
    m_proposal = m_proposals.around(m_workbench.article(), role, canonical(words));
    const Schema &schema = m_workbench.schema();
    m_proposal.parts.removeIf([&](const RoleWords &part) { return !lacks(part.role) || !schema.rolesOf(part.label).contains(part.role); });
}

void FrameBuilding::nextLacking()
{
    m_slot.clear();
    const QStringList all = roles();
    for (const QString &role : all) {
        if (lacks(role)) {
            show(role);
            return;
        }
    }
    finish();
}

void FrameBuilding::show(const QString &role)
{
    m_slot = role;
    const Attribution *frame = attribution();
    const QList<SpanId> spans = frame->spans(role);
    if (m_mending)
        m_workbench.setCurrent(Item(frame->id), spans.isEmpty() ? std::nullopt : std::optional(spans.constFirst()), !spans.isEmpty());
    emit changed();
    if (const FrameType *type = frameType()) {
        for (const Role &known : type->roles) {
            if (known.name == role)
                emit walked(known.title.isEmpty() ? known.name : known.title);
        }
    }
}

void FrameBuilding::fill(const QString &role, const QList<TextRange> &words)
{
    const FrameType *type = frameType();
    const auto known = type ? std::find_if(type->roles.begin(), type->roles.end(), [&role](const Role &one) { return one.name == role; })
                            : QList<Role>::const_iterator();
    if (!type || known == type->roles.end() || known->labels.isEmpty())
        return;
    const AttributionId id = *m_frame;
    // What stood there before goes, also where the new words lie elsewhere.
    Edit edit = m_workbench.edits().replaceRole(id, {role, known->labels.constFirst(), words}, m_proposals.speakerOf(m_workbench.article(), words));
    m_workbench.commit(edit);
    if (!m_frame)
        return;
    m_proposal.parts.removeIf([&role](const RoleWords &part) { return part.role == role; });
    const QList<SpanId> filled = attribution()->spans(role);
    m_workbench.setCurrent(id, filled.isEmpty() ? std::nullopt : std::optional(filled.constLast()));
    if (m_mending)
        show(role);
    else
        nextLacking();
}

bool FrameBuilding::take()
{
    if (m_frame && m_proposal.isEmpty())
        finish(); // Enter is through with it as it is
    if (!m_frame)
        return false;
    const AttributionId id = *m_frame;
    m_workbench.commit(m_workbench.edits().fillRoles(id, m_proposal.parts, m_proposal.speaker));
    if (m_frame) {
        finish();
        m_workbench.setCurrent(id);
    }
    return true;
}

bool FrameBuilding::takeAt(qint32 offset)
{
    const QList<RoleWords> parts = m_proposal.parts;
    for (const RoleWords &part : parts) {
        const bool here = std::any_of(part.fragments.begin(), part.fragments.end(),
                                      [offset](TextRange words) { return words.begin <= offset && offset <= words.end; });
        if (here && m_frame) {
            fill(part.role, part.fragments);
            return true;
        }
    }
    return false;
}

bool FrameBuilding::drop()
{
    if (!m_frame || m_proposal.isEmpty())
        return false;
    const qsizetype removed = m_proposal.parts.removeIf([this](const RoleWords &part) { return part.role == m_slot; });
    if (removed == 0)
        m_proposal.parts.clear();
    if (m_proposal.isEmpty())
        emit changed();
    else
        show(m_proposal.parts.constFirst().role);
    return true;
}

bool FrameBuilding::walk(bool forward)
{
    if (!m_frame)
        return false;
    const QStringList all = roles();
    const qsizetype next = all.indexOf(m_slot) + (forward ? 1 : -1);
    if (next < 0 || next >= all.size()) {
        finish();
        return false;
    }
    show(all[next]);
    return true;
}

bool FrameBuilding::mend()
{
    const auto current = m_workbench.current();
    if (!current || !std::holds_alternative<AttributionId>(*current))
        return false;
    const AttributionId id = std::get<AttributionId>(*current);
    if (m_frame != id) {
        finish();
        m_frame = id;
        m_mending = true;
    }
    const QStringList all = roles();
    if (all.isEmpty())
        return false;
    show(all[(all.indexOf(m_slot) + 1) % all.size()]);
    return true;
}

void FrameBuilding::setSlot(const QString &role)
{
    const auto current = m_workbench.current();
    if (!current || !std::holds_alternative<AttributionId>(*current))
        return;
    const AttributionId id = std::get<AttributionId>(*current);
    if (m_frame != id) {
        finish();
        m_frame = id;
        m_mending = true;
    }
    if (roles().contains(role))
        show(role);
}

bool FrameBuilding::fillSlot(const QList<TextRange> &words)
{
    if (!m_frame || m_slot.isEmpty() || words.isEmpty())
        return false;
    const auto corrected = std::find_if(m_proposal.parts.begin(), m_proposal.parts.end(),
                                        [&words](const RoleWords &part) { return overlap(part.fragments, words); });
    fill(corrected == m_proposal.parts.end() ? m_slot : corrected->role, words);
    return true;
}

} // namespace Quoth::Windows
