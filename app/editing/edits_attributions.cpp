// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "edits.h"

#include <QLocale>

#include <algorithm>

namespace Quoth::Editing {

using namespace Annotation;

namespace {

QList<TextRange> contentOf(const Attribution &attribution, const auto &spanOf)
{
    QList<TextRange> fragments;
    const QList<SpanId> spans = attribution.spans(contentRole);
    for (const SpanId id : spans) {
        if (const Span *span = spanOf(id))
            fragments += span->fragments;
    }
    return canonical(fragments);
}

} // namespace

Edit Edits::addAttribution(const QList<RoleFiller> &fillers, AttributionId *added)
{
    EditBuilder builder(m_article, m_index);
    Attribution attribution;
    attribution.id = m_ids.attribution();
    attribution.fillers = fillers;
    attribution.provenance = mine();
    for (const RoleFiller &filler : fillers)
        setSpanState(builder, filler.span, State::Accepted);
    attribution.kind = kindOf(contentOf(attribution, [&](SpanId id) { return builder.span(id); }), m_article.text);
    if (!fillers.isEmpty())
        builder.set(attribution);
    if (added)
        *added = attribution.id;
    return builder.build(tr("add an attribution"));
}

void Edits::fill(EditBuilder &builder, Attribution attribution, const QString &role, const QString &label,
                 const QList<TextRange> &fragments)
{
    const SpanId span = spanAt(builder, label, fragments);
    QList<SpanId> replaced;
    attribution.fillers.removeIf([&](const RoleFiller &filler) {
        const Span *old = builder.span(filler.span);
        const bool gives = filler.role == role && old && (filler.span == span || overlap(old->fragments, fragments));
        if (gives && filler.span != span)
            replaced.append(filler.span);
        return gives;
    });
    attribution.fillers.append({role, span});
    builder.set(attribution);
    for (const SpanId old : std::as_const(replaced)) {
        if (m_index.attributionsOf(old).size() <= 1)
            removeSpan(builder, old);
    }
    if (role == contentRole)
        updateKind(builder, attribution.id);
}

Edit Edits::fillRole(AttributionId id, const QString &role, const QString &label, const QList<TextRange> &fragments)
{
    EditBuilder builder(m_article, m_index);
    const QList<TextRange> clean = wholeCharacters(fragments, m_article.text);
    if (const Attribution *attribution = m_index.attribution(id); attribution && isValid(clean, m_article.text.size()))
        fill(builder, touched(*attribution), role, label, clean);
    acceptFixed(builder, id);
    return builder.build(tr("fill the %1").arg(role));
}

Edit Edits::fillRoles(AttributionId id, const QList<RoleWords> &parts, const std::optional<NamedSpeaker> &speaker)
{
    EditBuilder builder(m_article, m_index);
    QStringList filled;
    for (const RoleWords &part : parts) {
        const Attribution *attribution = builder.attribution(id);
        const QList<TextRange> clean = wholeCharacters(part.fragments, m_article.text);
        if (!attribution || !isValid(clean, m_article.text.size()))
            continue;
        fill(builder, touched(*attribution), part.role, part.label, clean);
        filled.append(part.role);
        if (part.role == sourceRole && speaker)
            creditSource(builder, id, *speaker);
    }
    acceptFixed(builder, id);
    return builder.build(tr("fill the %1").arg(QLocale().createSeparatedList(filled)));
}

Edit Edits::replaceRole(AttributionId id, const RoleWords &part, const std::optional<NamedSpeaker> &speaker)
{
    EditBuilder builder(m_article, m_index);
    const QList<TextRange> clean = wholeCharacters(part.fragments, m_article.text);
    if (const Attribution *attribution = m_index.attribution(id); attribution && isValid(clean, m_article.text.size())) {
        const QList<SpanId> before = attribution->spans(part.role);
        Attribution changed = touched(*attribution);
        changed.fillers.removeIf([&part](const RoleFiller &filler) { return filler.role == part.role; });
        fill(builder, changed, part.role, part.label, clean);
        for (const SpanId old : before) {
            if (!builder.attribution(id)->has(old) && m_index.attributionsOf(old).size() <= 1)
                removeSpan(builder, old);
        }
        if (part.role == sourceRole && speaker)
            creditSource(builder, id, *speaker);
        acceptFixed(builder, id);
    }
    return builder.build(tr("fill the %1").arg(part.role));
}

// What the registry says of the words goes before what is proposed.
void Edits::creditSource(EditBuilder &builder, AttributionId id, const NamedSpeaker &speaker) const
{
    const Span *source = builder.span(builder.attribution(id)->spans(sourceRole).constLast());
    if (!source->speaker)
        creditTo(builder, Item(source->id), speakerNamed(builder, speaker.name, speaker.type));
}

Edit Edits::addAttributionWith(const QString &role, const QString &label, const QList<TextRange> &fragments, AttributionId *added,
                               const QList<RoleFiller> &others)
{
    EditBuilder builder(m_article, m_index);
    const QList<TextRange> clean = wholeCharacters(fragments, m_article.text);
    if (isValid(clean, m_article.text.size())) {
        Attribution attribution;
        attribution.id = m_ids.attribution();
        attribution.fillers = others;
        attribution.provenance = mine();
        fill(builder, attribution, role, label, clean);
        if (added)
            *added = attribution.id;
    }
    return builder.build(tr("add an attribution"));
}

Edit Edits::clearRole(AttributionId id, const QString &role)
{
    EditBuilder builder(m_article, m_index);
    if (const Attribution *attribution = m_index.attribution(id)) {
        Attribution changed = touched(*attribution);
        changed.fillers.removeIf([&role](const RoleFiller &filler) { return filler.role == role; });
        if (changed.fillers.size() != attribution->fillers.size()) {
            builder.set(changed);
            updateKind(builder, id);
        }
    }
    return builder.build(tr("clear the %1").arg(role));
}

Edit Edits::setKind(AttributionId id, std::optional<Kind> kind)
{
    EditBuilder builder(m_article, m_index);
    if (const Attribution *attribution = m_index.attribution(id); attribution && attribution->kind != kind) {
        Attribution changed = touched(*attribution);
        changed.kind = kind;
        builder.set(changed);
    }
    return builder.build(tr("change the kind"));
}

void Edits::updateKind(EditBuilder &builder, AttributionId id) const
{
    const Attribution *now = builder.attribution(id);
    if (!now)
        return;
    // A kind that a person chose against the quotation marks stays.
    const Attribution *before = m_index.attribution(id);
    const auto derivedBefore
        = before ? kindOf(contentOf(*before, [this](SpanId s) { return m_index.span(s); }), m_article.text) : std::nullopt;
    if (now->kind != derivedBefore)
        return;
    Attribution changed = *now;
    changed.kind = kindOf(contentOf(*now, [&builder](SpanId s) { return builder.span(s); }), m_article.text);
    if (changed.kind != now->kind)
        builder.set(changed);
}

} // namespace Quoth::Editing
