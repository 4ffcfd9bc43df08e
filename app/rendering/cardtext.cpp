// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cardtext.h"

#include "words.h"

#include <app/annotation/nesting.h>

#include <QLocale>

#include <algorithm>

namespace Quoth::Rendering {

using namespace Annotation;

namespace {

const QString separator = QStringLiteral(" \u00B7 ");
constexpr qsizetype longest = 60;

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longest ? line : line.left(longest - 1).trimmed() + u'\u2026';
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Direct: return Words::tr("direct");
    case Kind::Indirect: return Words::tr("indirect");
    case Kind::Mixed: return Words::tr("mixed");
    }
    return {};
}

QString stateText(State state)
{
    switch (state) {
    case State::Suggested: return Words::tr("suggested");
    case State::Accepted: return Words::tr("accepted");
    case State::Rejected: return Words::tr("rejected");
    }
    return {};
}

/// A yes or no reads as the attribute's title; other values speak for themselves.
QString attributeText(const AttributeType &type, const QString &value)
{
    if (value == u"yes")
        return type.title;
    if (value == u"no")
        return Words::tr("not “%1”", "the title of an attribute").arg(type.title);
    return QCoreApplication::translate("Quoth::Schema", value.toUtf8().constData()); // where it is a value of a built-in schema
}

} // namespace

QString isolated(const QString &text)
{
    return text.isRightToLeft() != (QLocale().textDirection() == Qt::RightToLeft) ? QChar(0x2068) + text + QChar(0x2069) : text;
}

QString creditedText(const Attribution &attribution, const AnnotationIndex &index, QStringView articleText)
{
    if (const auto id = speakerOf(attribution, index)) {
        if (const Speaker *speaker = index.speaker(*id))
            return isolated(speaker->name);
    }
    return isolated(shortened(roleText(attribution, sourceRole, index, articleText)));
}

QString speakerText(const Attribution &attribution, const AnnotationIndex &index, QStringView articleText)
{
    const QString credited = creditedText(attribution, index, articleText);
    return credited.isEmpty() ? Words::tr("no speaker") : credited;
}

QString reportText(const Attribution &attribution, const AnnotationIndex &index, QStringView articleText)
{
    QStringList parts;
    if (const QString cue = shortened(roleText(attribution, cueRole, index, articleText)); !cue.isEmpty())
        parts.append(isolated(cue));
    if (attribution.kind)
        parts.append(kindText(*attribution.kind));
    return parts.join(separator);
}

QString badgeText(const Provenance &provenance)
{
    switch (provenance.state) {
    case State::Accepted: return QStringLiteral("\u2713");
    case State::Rejected: return QStringLiteral("\u2717");
    case State::Suggested: break;
    }
    return provenance.confidence ? QLocale().toString(*provenance.confidence, 'f', 2) : QString();
}

QString claimText(const Span &span, const AnnotationIndex &index, QStringView articleText)
{
    QString claimant = Words::tr("the article");
    if (const auto attribution = enclosingAttribution(span.fragments, index)) {
        claimant = creditedText(*index.attribution(*attribution), index, articleText);
        if (claimant.isEmpty())
            claimant = Words::tr("somebody unnamed");
    }
    return Words::tr("by %1").arg(claimant);
}

QString attributesText(const Span &span, const Schema &schema)
{
    QStringList parts;
    if (const Label *label = schema.label(span.label)) {
        for (const AttributeType &type : label->attributes) {
            if (const QString value = span.attributes.value(type.name).toString(); !value.isEmpty())
                parts.append(attributeText(type, value));
        }
    }
    return parts.join(separator);
}

QString spanText(const Span &span, const AnnotationIndex &index, const Schema &schema, QStringView articleText)
{
    const Label *label = schema.label(span.label);
    QStringList parts = {label ? label->title : span.label};
    QList<AttributionId> attributions = index.attributionsOf(span.id);
    std::sort(attributions.begin(), attributions.end());
    for (const AttributionId id : std::as_const(attributions)) {
        const Attribution &attribution = *index.attribution(id);
        parts.append(QStringList{speakerText(attribution, index, articleText), reportText(attribution, index, articleText)}.join(u' '));
    }
    if (attributions.isEmpty()) {
        if (const Speaker *speaker = span.speaker ? index.speaker(*span.speaker) : nullptr)
            parts.append(speaker->name);
    }
    if (span.provenance.state != State::Accepted)
        parts.append(stateText(span.provenance.state));
    return parts.join(separator);
}

} // namespace Quoth::Rendering
