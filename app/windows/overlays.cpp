// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overlays.h"

#include "actions.h"

#include <app/rendering/itemkey.h>
#include <app/rendering/styles.h>
#include <widgets/painting/colours.h>

#include <QSettings>

namespace Quoth::Windows {

using namespace Annotation;
using Rendering::itemOf;

namespace {

const QString linksSetting = QStringLiteral("view/links");
const QString invisiblesSetting = QStringLiteral("view/invisibles");

/// A span of many pieces, or a frame of many spans, would bury the text under lines.
constexpr qsizetype mostLinks = 24;

QList<Widgets::Extent> extentsOf(const Span &span)
{
    QList<Widgets::Extent> extents;
    for (const TextRange &fragment : span.fragments)
        extents.append({fragment.begin, fragment.end});
    return extents;
}

} // namespace

Overlays::Overlays(Workbench &workbench, Widgets::ArticleView &view, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_view(view),
      m_links(makeAction(this, "view.links", tr("Lines between the parts of the attribution in hand"))),
      m_invisibles(makeAction(this, "view.invisibles", tr("Invisible characters"), {QStringLiteral("F9")}))
{
    m_invisibles->setToolTip(tr("Shows no-break blanks, zero-width and direction-changing characters, tabs, doubled and trailing blanks"));
    m_links->setCheckable(true);
    m_invisibles->setCheckable(true);
    const QSettings settings;
    m_links->setChecked(settings.value(linksSetting, true).toBool());
    m_invisibles->setChecked(settings.value(invisiblesSetting, false).toBool());
    view.setInvisiblesShown(m_invisibles->isChecked());
    connect(m_links, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue(linksSetting, on);
        showLinks();
    });
    connect(m_invisibles, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue(invisiblesSetting, on);
        m_view.setInvisiblesShown(on);
    });
    connect(&workbench, &Workbench::currentChanged, this, &Overlays::showLinks);
    connect(&workbench.model(), &AnnotationModel::applied, this, &Overlays::showLinks);
    connect(&view, &Widgets::ArticleView::articleShown, this, [this] {
        m_hovered = 0;
        showLinks();
    });
    const auto hover = [this](quint64 key) {
        m_hovered = key;
        showLinks();
    };
    connect(&view, &Widgets::ArticleView::highlightHovered, this, hover);
    connect(&view, &Widgets::ArticleView::cardHovered, this, hover);
}

void Overlays::showLinks()
{
    QList<Widgets::Link> links;
    if (m_links->isChecked()) {
        const auto current = m_workbench.current();
        const auto *inHand = current ? std::get_if<AttributionId>(&*current) : nullptr;
        if (inHand)
            appendLinks(links, *inHand, false);
        QList<AttributionId> hovered;
        if (const auto item = itemOf(m_hovered)) {
            if (const auto *span = std::get_if<SpanId>(&*item))
                hovered = m_workbench.index().attributionsOf(*span);
            else
                hovered = {std::get<AttributionId>(*item)};
        }
        for (const AttributionId id : std::as_const(hovered)) {
            if (!inHand || id != *inHand)
                appendLinks(links, id, true);
        }
    }
    m_view.setLinks(links);
}

void Overlays::appendLinks(QList<Widgets::Link> &links, AttributionId id, bool faint) const
{
    const AnnotationIndex &index = m_workbench.index();
    const Attribution *attribution = index.attribution(id);
    if (!attribution)
        return;
    const bool dark = Widgets::isDark(m_view.palette());
    QList<Widgets::Extent> content;
    for (const SpanId span : attribution->spans(contentRole)) {
        if (const Span *found = index.span(span))
            content += extentsOf(*found);
    }
    QList<Widgets::Extent> previous;
    for (const RoleFiller &filler : attribution->fillers) {
        const Span *span = index.span(filler.span);
        if (!span || filler.role == contentRole || links.size() >= mostLinks)
            continue;
        const QList<Widgets::Extent> part = extentsOf(*span);
        // Without a content the parts are joined to each other.
        const QList<Widgets::Extent> &end = content.isEmpty() ? previous : content;
        if (!end.isEmpty())
            links.append({part, end, Rendering::colourOf(m_workbench.schema(), span->label, dark), faint});
        previous = part;
    }
}

} // namespace Quoth::Windows
