// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemastep.h"

#include <app/storage/schemause.h>

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Quoth::Editing {

using namespace Annotation;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Editing::SchemaStep)
};

QString mapped(const QHash<QString, QString> &names, const QString &name) { return names.value(name, name); }

Span mapped(Span span, const SchemaMapping &mapping)
{
    const QHash<QString, QString> attributes = mapping.attributes.value(span.label);
    if (!attributes.isEmpty()) {
        QJsonObject renamed;
        for (auto it = span.attributes.constBegin(); it != span.attributes.constEnd(); ++it)
            renamed.insert(mapped(attributes, it.key()), it.value());
        span.attributes = renamed;
    }
    span.label = mapped(mapping.labels, span.label);
    return span;
}

Attribution mapped(Attribution attribution, const SchemaMapping &mapping)
{
    const QHash<QString, QString> roles = mapping.roles.value(attribution.type);
    for (RoleFiller &filler : attribution.fillers)
        filler.role = mapped(roles, filler.role);
    attribution.type = mapped(mapping.frameTypes, attribution.type);
    return attribution;
}

/// What the project would have that the schema does not know any more.
QString leftBehind(const Storage::SchemaUse &use, const Schema &after, const SchemaMapping &mapping)
{
    for (auto it = use.labels.begin(); it != use.labels.end(); ++it) {
        if (!after.label(mapped(mapping.labels, it.key())))
            return Words::tr("%n span(s) in the project have the label “%1”. Say which label they get instead.", nullptr, it.value()).arg(it.key());
    }
    for (auto it = use.frameTypes.begin(); it != use.frameTypes.end(); ++it) {
        const FrameType *type = after.frameType(mapped(mapping.frameTypes, it.key()));
        if (!type)
            return Words::tr("%n frame(s) in the project are of the kind “%1”. Remove them first.", nullptr, it.value()).arg(it.key());
        const QHash<QString, int> roles = use.roles.value(it.key());
        for (auto role = roles.begin(); role != roles.end(); ++role) {
            const QString name = mapped(mapping.roles.value(it.key()), role.key());
            if (std::none_of(type->roles.begin(), type->roles.end(), [&name](const Role &known) { return known.name == name; }))
                return Words::tr("%n span(s) in the project fill the role “%1”. Take them out of it first.", nullptr, role.value()).arg(role.key());
        }
    }
    return {};
}

} // namespace

Result<QList<Edit>> schemaStep(Storage::Project &project, const Schema &after, const SchemaMapping &mapping, const QString &title)
{
    const auto use = Storage::schemaUse(project);
    if (!use)
        return use.error();
    if (const QString left = leftBehind(*use, after, mapping); !left.isEmpty())
        return Error{ErrorCode::BadInput, left, {}};
    Edit first;
    first.title = title;
    first.changes.append(ChangeOf<Schema>{project.schema(), after});
    QList<Edit> step{first};

    QSet<QString> labels(mapping.labels.keyBegin(), mapping.labels.keyEnd());
    labels.unite(QSet<QString>(mapping.attributes.keyBegin(), mapping.attributes.keyEnd()));
    QSet<QString> types(mapping.frameTypes.keyBegin(), mapping.frameTypes.keyEnd());
    types.unite(QSet<QString>(mapping.roles.keyBegin(), mapping.roles.keyEnd()));
    const auto articles = Storage::articlesUsing(project, labels.values(), types.values());
    if (!articles)
        return articles.error();
    for (const ArticleId id : *articles) {
        const auto article = project.article(id);
        if (!article)
            return article.error();
        Edit edit;
        edit.title = title;
        edit.article = id;
        for (const Span &span : article->annotations.spans) {
            if (const Span now = mapped(span, mapping); now != span)
                edit.changes.append(ChangeOf<Span>{span, now});
        }
        for (const Attribution &attribution : article->annotations.attributions) {
            if (const Attribution now = mapped(attribution, mapping); now != attribution)
                edit.changes.append(ChangeOf<Attribution>{attribution, now});
        }
        if (!edit.changes.isEmpty())
            step.append(edit);
    }
    return step;
}

} // namespace Quoth::Editing
