// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casreader.h"

#include "casdetails.h"
#include "castokens.h"
#include "textmapping.h"
#include "words.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

const QString labelFeature = QStringLiteral("label");
const QString valueFeature = QStringLiteral("value");
const QString frameFeature = QStringLiteral("frame");
const QString kindFeature = QStringLiteral("kind");
const QString exactFeature = QStringLiteral("exact");

bool isMachinery(const QString &type)
{
    return type.startsWith(u"uima.") || type == Cas::token || type == Cas::sentence || type.contains(u".metadata.type.");
}

/// What INCEpTION keeps of words, which is no annotation of what is said.
bool isLinguistics(const QString &type)
{
    return type.contains(u".core.api.segmentation.") || type.contains(u".core.api.lexmorph.")
        || type.contains(u".core.api.syntax.");
}

QString knownRole(const QString &role)
{
    for (const QString &builtIn : {sourceRole, cueRole, contentRole}) {
        if (role.compare(builtIn, Qt::CaseInsensitive) == 0)
            return builtIn;
    }
    return role;
}

class CasReader
{
public:
    CasReader(const CasDocument &document, const QString &path, const ImportOptions &options, IssueList &issues)
        : m_document(document)
        , m_path(path)
        , m_issues(issues)
        , m_mapping(document.text)
        , m_details(options, m_annotations.speakers)
    {
    }

    ImportedArticle read()
    {
        index();
        ImportedArticle imported;
        imported.changes = m_mapping.changes();
        imported.article.article.text = m_mapping.text();
        readMeta(imported.article.article);
        for (const CasStructure &structure : m_document.structures)
            readSpan(structure);
        for (const CasStructure &structure : m_document.structures)
            readFrame(structure);
        m_annotations.sortSpans();
        imported.article.annotations = std::move(m_annotations);
        return imported;
    }

private:
    QString at(const CasStructure &structure) const
    {
        return structure.line > 0 ? lineOf(m_path, structure.line) : Words::tr("%1, structure %2").arg(m_path).arg(structure.id);
    }

    void index()
    {
        for (const CasStructure &structure : m_document.structures) {
            if (m_byId.contains(structure.id))
                m_issues.warn(Words::tr("An id is given twice; references mean the first one."), at(structure));
            else
                m_byId.insert(structure.id, &structure);
        }
        for (const CasStructure &structure : m_document.structures) {
            if (structure.type != Cas::span)
                continue;
            const QList<const CasStructure *> pieces = targetsOf(structure, Cas::pieces);
            for (const CasStructure *piece : pieces) {
                // One that has pieces itself stands for itself, or spans that name each other would both be gone.
                if (piece != &structure && !piece->references.contains(Cas::pieces))
                    m_pieces.insert(piece);
            }
        }
    }

    void readMeta(Article &article)
    {
        for (const CasStructure &structure : m_document.structures) {
            const auto text
                = [&structure](const char16_t *name) { return structure.values.value(QString::fromUtf16(name)).toString(); };
            const auto fill = [](QString &field, const QString &value) {
                if (field.isEmpty())
                    field = value;
            };
            if (structure.type == Cas::metaField)
                readMetaField(text(u"key"), text(u"value"), article.meta);
            if (structure.type == Cas::metaData) {
                fill(article.externalId, text(u"documentId"));
                fill(article.meta.title, text(u"documentTitle"));
                fill(article.meta.url, text(u"documentUri"));
            }
            if ((structure.type == Cas::metaData || structure.type == Cas::documentAnnotation)
                && text(u"language") != u"x-unspecified")
                fill(article.meta.language, text(u"language"));
        }
    }

    static void readMetaField(const QString &key, const QString &value, ArticleMeta &meta)
    {
        if (key == u"outlet")
            meta.outlet = value;
        else if (key == u"author")
            meta.author = value;
        else if (key == u"published")
            meta.published = value;
        else if (const QJsonDocument json = QJsonDocument::fromJson(value.toUtf8()); key == u"extra" && json.isObject())
            meta.extra = json.object();
        else if (!key.isEmpty())
            meta.extra.insert(key, value);
    }

    /// The annotations that a slot feature links to or refers to; links that lead nowhere are left out.
    QList<const CasStructure *> targetsOf(const CasStructure &structure, const QString &feature) const
    {
        QList<const CasStructure *> targets;
        const QList<qint64> ids = structure.references.value(feature);
        for (const qint64 id : ids) {
            const CasStructure *target = m_byId.value(id);
            if (target && !target->range)
                target = m_byId.value(target->references.value(Cas::target).value(0));
            if (target && target->range)
                targets.append(target);
        }
        return targets;
    }

    std::optional<TextRange> rangeOf(const CasStructure &structure)
    {
        std::optional<TextRange> range = m_mapping.fromUtf16(*structure.range);
        if (!range)
            m_issues.warn(Words::tr("An annotation lies outside the text and was dropped."), at(structure));
        if (range && structure.type == Cas::span)
            range = exactRange(structure).value_or(*range);
        if (range && range->isEmpty()) {
            m_issues.warn(Words::tr("An annotation without characters was dropped."), at(structure));
            return std::nullopt;
        }
        return range;
    }

    /// Where the span ends between words, which WebAnno TSV cannot say; not if it has been moved since.
    std::optional<TextRange> exactRange(const CasStructure &structure) const
    {
        const QString exact = structure.values.value(exactFeature).toString();
        bool isBegin = false;
        bool isEnd = false;
        const TextRange raw{exact.section(u'-', 0, 0).toInt(&isBegin), exact.section(u'-', 1).toInt(&isEnd)};
        const std::optional<TextRange> range = isBegin && isEnd ? m_mapping.fromUtf16(raw) : std::nullopt;
        if (!range)
            return std::nullopt;
        const TextRange core = trimmed(raw, m_document.text);
        return core == *structure.range || (core.isEmpty() && structure.range->isEmpty()) ? range : std::nullopt;
    }

    bool isSpan(const CasStructure &structure)
    {
        if (!structure.range || isMachinery(structure.type) || structure.type == Cas::frame || m_pieces.contains(&structure))
            return false;
        if (isLinguistics(structure.type)) {
            m_issues.note(Words::tr("Annotations of words and syntax were not taken in."), m_path);
            return false;
        }
        return !structure.references.contains(Cas::governor) && !structure.references.contains(Cas::dependent);
    }

    static QString layerOf(const CasStructure &structure)
    {
        const QString name = shortName(structure.type);
        return name.trimmed().isEmpty() ? shortName(Cas::annotation) : name;
    }

    static QString labelOf(const CasStructure &structure, QStringList &used)
    {
        for (const QString &feature : {labelFeature, valueFeature}) {
            const QString label = structure.values.value(feature).toString();
            if (label.trimmed().isEmpty())
                continue;
            used.append(feature);
            return label;
        }
        return layerOf(structure);
    }

    void readSpan(const CasStructure &structure)
    {
        if (!isSpan(structure))
            return;
        const std::optional<TextRange> range = rangeOf(structure);
        if (!range)
            return;
        Span span;
        span.fragments = {*range};
        QStringList used;
        span.label = labelOf(structure, used);
        if (structure.type == Cas::span) {
            used.append(exactFeature);
            const QList<const CasStructure *> pieces = targetsOf(structure, Cas::pieces);
            if (pieces.size() < structure.references.value(Cas::pieces).size())
                m_issues.warn(Words::tr("A link to something that is not there was dropped."), at(structure));
            for (const CasStructure *piece : pieces) {
                if (const auto further = rangeOf(*piece))
                    span.fragments.append(*further);
            }
        }
        span.fragments = wholeCharacters(span.fragments, m_mapping.text());
        span.id = SpanId(m_annotations.spans.size() + 1);
        m_details.read(structure, used, span);
        if (structure.references.contains(QStringLiteral("next")))
            m_issues.note(Words::tr("Chains were not taken in, only their links."), m_path);
        m_spans.insert(&structure, span.id);
        m_annotations.spans.append(span);
    }

    void fill(Attribution &attribution, const QString &role, const CasStructure *target)
    {
        const auto span = m_spans.constFind(target);
        if (span == m_spans.constEnd()) {
            m_unfilled = true;
        } else if (const std::pair<QString, SpanId> filler{role, *span}; !m_filled.contains(filler)) {
            m_filled.insert(filler);
            attribution.fillers.append({role, *span});
        }
    }

    void fillFromSlots(Attribution &attribution, const CasStructure &host)
    {
        for (auto slot = host.references.begin(); slot != host.references.end(); ++slot) {
            if (slot.key() == Cas::governor || slot.key() == Cas::dependent || slot.key() == u"next"
                || (host.type == Cas::span && slot.key() == Cas::pieces))
                continue;
            for (const qint64 id : slot.value()) {
                const CasStructure *link = m_byId.value(id);
                const bool isDirect = link && link->range;
                QString role = link && !isDirect ? link->values.value(Cas::role).toString() : QString();
                if (role.isEmpty())
                    role = slot.key();
                fill(attribution, host.type == Cas::frame ? role : knownRole(role),
                     isDirect || !link ? link : m_byId.value(link->references.value(Cas::target).value(0)));
            }
        }
    }

    void readFrame(const CasStructure &structure)
    {
        const bool isRelation = structure.references.contains(Cas::governor) || structure.references.contains(Cas::dependent);
        if (!structure.range || structure.references.isEmpty() || isMachinery(structure.type) || isLinguistics(structure.type))
            return;
        m_unfilled = false;
        m_filled.clear();
        Attribution attribution;
        QStringList used;
        if (isRelation) {
            fill(attribution, sourceRole, m_byId.value(structure.references.value(Cas::governor).value(0)));
            fill(attribution, contentRole, m_byId.value(structure.references.value(Cas::dependent).value(0)));
            attribution.type = labelOf(structure, used);
        } else if (fillFromSlots(attribution, structure); structure.type == Cas::frame) {
            if (const QString type = structure.values.value(frameFeature).toString(); !type.isEmpty())
                attribution.type = type;
            used = {frameFeature};
        } else {
            attribution.type = layerOf(structure);
            if (attribution.spans(cueRole).isEmpty() && m_spans.contains(&structure) && !attribution.fillers.isEmpty())
                attribution.fillers.prepend({cueRole, m_spans.value(&structure, SpanId(1))});
        }
        if (m_unfilled)
            m_issues.warn(Words::tr("A link to something that is not there was dropped."), at(structure));
        if (attribution.fillers.isEmpty()) {
            if (structure.type == Cas::frame || isRelation)
                m_issues.warn(Words::tr("An attribution without any span was dropped."), at(structure));
            return;
        }
        attribution.id = AttributionId(m_annotations.attributions.size() + 1);
        readKind(attribution, structure, used);
        if (structure.type == Cas::frame || isRelation)
            m_details.read(structure, used, attribution);
        else // its features are the host's, which is a span
            attribution.provenance
                = m_annotations.spans[m_spans.value(&structure, attribution.fillers[0].span).number() - 1].provenance;
        m_annotations.attributions.append(attribution);
    }

    void readKind(Attribution &attribution, const CasStructure &structure, QStringList &used) const
    {
        if (const auto kind = kindFromString(structure.values.value(kindFeature).toString())) {
            attribution.kind = kind;
            used.append(kindFeature);
        } else if (structure.type != Cas::frame) {
            QList<TextRange> content;
            for (const SpanId id : attribution.spans(contentRole))
                content += m_annotations.spans[id.number() - 1].fragments;
            content = canonical(content);
            attribution.kind = kindOf(std::span(content.constData(), size_t(content.size())), m_mapping.text());
        }
    }

    const CasDocument &m_document;
    const QString &m_path;
    IssueList &m_issues;
    const TextMapping m_mapping;
    Annotations m_annotations; // ids are positions until all is read
    CasDetails m_details;
    QHash<qint64, const CasStructure *> m_byId;
    QSet<const CasStructure *> m_pieces;
    QHash<const CasStructure *, SpanId> m_spans;
    QSet<std::pair<QString, SpanId>> m_filled; // of the attribution that is being read
    bool m_unfilled = false;
};

} // namespace

std::optional<ImportedArticle> readCas(const CasDocument &document, const QString &path, const ImportOptions &options,
                                       IssueList &issues)
{
    ImportedArticle imported = CasReader(document, path, options, issues).read();
    if (imported.article.article.text.isEmpty()) {
        issues.error(Words::tr("There is no text in it."), path);
        return std::nullopt;
    }
    return imported;
}

} // namespace Quoth::Exchange
