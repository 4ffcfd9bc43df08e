// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemadraft.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <utility>

namespace Quoth::Editing {

using namespace Annotation;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Editing::SchemaDraft)
};

/// For new labels: colours that all readers tell apart, on light and on dark.
constexpr std::pair<const char *, const char *> newColours[] = {{"#00727f", "#4fd0dc"}, {"#b0126b", "#ff9bd0"}, {"#5f5f5f", "#c4c4c4"},
                                                               {"#6b4a1e", "#d2a56a"}, {"#3f7f00", "#a6e05a"}, {"#23408f", "#8fa8ff"}};

/// A name in files that is free, the same in every language, and its number among those of that stem.
std::pair<QString, int> freeName(const QString &stem, const std::function<bool(const QString &)> &isTaken)
{
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? stem : stem + QString::number(number);
        if (!isTaken(name))
            return {name, number};
    }
}

} // namespace

SchemaDraft::SchemaDraft(const Schema &schema) : name(schema.name), title(schema.title), m_project(schema)
{
    QHash<QString, int> ids;
    for (const Label &value : schema.labels) {
        DraftLabel draft{nextId(), value.name, value, {}};
        draft.value.attributes.clear();
        for (const AttributeType &attribute : value.attributes)
            draft.attributes.append({attribute.name, attribute});
        ids.insert(value.name, draft.id);
        labels.append(draft);
    }
    for (const FrameType &value : schema.frameTypes) {
        DraftFrame draft{value.name, value, {}};
        draft.value.roles.clear();
        for (const Role &role : value.roles) {
            DraftRole draftRole{role.name, role, {}};
            draftRole.value.labels.clear();
            for (const QString &labelName : role.labels)
                draftRole.labels.append(ids.value(labelName));
            draft.roles.append(draftRole);
        }
        frames.append(draft);
    }
}

const SchemaDraft::DraftLabel *SchemaDraft::label(int id) const
{
    const auto found = std::find_if(labels.begin(), labels.end(), [id](const DraftLabel &l) { return l.id == id; });
    return found == labels.end() ? nullptr : &*found;
}

qsizetype SchemaDraft::addLabel(const QString &takenKeys)
{
    const auto any = [this](auto test) { return std::any_of(labels.begin(), labels.end(), test); };
    Label value;
    const auto [given, number] = freeName(QStringLiteral("NewLabel"), [&any](const QString &wanted) { return any([&wanted](const DraftLabel &l) { return l.value.name == wanted; }); });
    value.name = given;
    value.title = number == 1 ? Words::tr("New label") : Words::tr("New label %1").arg(number);
    for (const QChar key : QStringLiteral("1234567890")) {
        if (!takenKeys.contains(key) && !any([key](const DraftLabel &l) { return l.value.key == key; })) {
            value.key = key;
            break;
        }
    }
    for (const Mark mark : {Mark::Box, Mark::Dots, Mark::Bar, Mark::Line, Mark::Wave}) {
        if (!any([mark](const DraftLabel &l) { return l.value.mark == mark; })) {
            value.mark = mark;
            break;
        }
    }
    const auto &[light, dark] = newColours[std::size_t(labels.size()) % std::size(newColours)];
    value.colour = QLatin1String(light);
    value.darkColour = QLatin1String(dark);
    labels.append({nextId(), {}, value, {}});
    return labels.size() - 1;
}

void SchemaDraft::removeLabel(qsizetype index, int replacement)
{
    const DraftLabel removed = labels.takeAt(index);
    if (!removed.origin.isEmpty() && replacement != 0)
        m_replacements.insert(removed.origin, replacement);
    for (int &target : m_replacements) {
        if (target == removed.id)
            target = replacement;
    }
    for (DraftFrame &frame : frames) {
        for (DraftRole &role : frame.roles)
            role.labels.removeAll(removed.id);
    }
}

qsizetype SchemaDraft::addFrame()
{
    FrameType value;
    const auto [given, number] = freeName(QStringLiteral("NewFrame"), [this](const QString &wanted) {
        return std::any_of(frames.begin(), frames.end(), [&wanted](const DraftFrame &f) { return f.value.name == wanted; });
    });
    value.name = given;
    value.title = number == 1 ? Words::tr("New frame") : Words::tr("New frame %1").arg(number);
    DraftFrame frame{{}, value, {}};
    if (!labels.isEmpty())
        frame.roles.append({{}, {QStringLiteral("role"), Words::tr("Role"), {}, false}, {labels.constFirst().id}});
    frames.append(frame);
    return frames.size() - 1;
}

void SchemaDraft::replaceBy(const Schema &schema, const QHash<QString, QString> &replacements)
{
    SchemaDraft other(schema);
    other.m_project = m_project;
    for (DraftLabel &draft : other.labels) {
        for (auto it = replacements.begin(); it != replacements.end(); ++it) {
            if (it.value() == draft.origin)
                other.m_replacements.insert(it.key(), draft.id);
        }
        if (!m_project.label(draft.origin))
            draft.origin.clear();
    }
    for (DraftFrame &draft : other.frames) {
        if (!m_project.frameType(draft.origin))
            draft.origin.clear();
    }
    *this = other;
}

Schema SchemaDraft::schema() const
{
    Schema schema{name, title, {}, {}};
    for (const DraftLabel &draft : labels) {
        Label value = draft.value;
        for (const DraftAttribute &attribute : draft.attributes)
            value.attributes.append(attribute.value);
        schema.labels.append(value);
    }
    for (const DraftFrame &draft : frames) {
        FrameType value = draft.value;
        for (const DraftRole &draftRole : draft.roles) {
            Role role = draftRole.value;
            for (const int id : draftRole.labels) {
                if (const DraftLabel *known = label(id))
                    role.labels.append(known->value.name);
            }
            value.roles.append(role);
        }
        schema.frameTypes.append(value);
    }
    return schema;
}

SchemaMapping SchemaDraft::mapping() const
{
    SchemaMapping mapping;
    for (const DraftLabel &draft : labels) {
        if (draft.origin.isEmpty())
            continue;
        if (draft.origin != draft.value.name)
            mapping.labels.insert(draft.origin, draft.value.name);
        for (const DraftAttribute &attribute : draft.attributes) {
            if (!attribute.origin.isEmpty() && attribute.origin != attribute.value.name)
                mapping.attributes[draft.origin].insert(attribute.origin, attribute.value.name);
        }
    }
    for (auto it = m_replacements.begin(); it != m_replacements.end(); ++it) {
        if (const DraftLabel *replacement = label(it.value()))
            mapping.labels.insert(it.key(), replacement->value.name);
    }
    for (const DraftFrame &draft : frames) {
        if (draft.origin.isEmpty())
            continue;
        if (draft.origin != draft.value.name)
            mapping.frameTypes.insert(draft.origin, draft.value.name);
        for (const DraftRole &role : draft.roles) {
            if (!role.origin.isEmpty() && role.origin != role.value.name)
                mapping.roles[draft.origin].insert(role.origin, role.value.name);
        }
    }
    return mapping;
}

} // namespace Quoth::Editing
