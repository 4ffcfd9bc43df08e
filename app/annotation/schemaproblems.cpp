// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemaproblems.h"

#include "colourvision.h"
#include "words.h"

#include <QSet>

#include <algorithm>

namespace Quoth::Annotation {

namespace {

struct Background
{
    Rgb colour;
    bool dark;
};

// The article's own: what the program's light and dark palettes have for Base.
constexpr Background backgrounds[] = {{{1, 1, 1}, false}, {{0x1f / 255.0, 0x20 / 255.0, 0x23 / 255.0}, true}};

QString nameOf(Vision vision)
{
    switch (vision) {
    case Vision::Full: return Words::tr("full colour vision");
    case Vision::Protanopia: return Words::tr("protanopia");
    case Vision::Deuteranopia: return Words::tr("deuteranopia");
    case Vision::Tritanopia: return Words::tr("tritanopia");
    case Vision::Achromatopsia: return Words::tr("no colour vision");
    }
    return {};
}

class SchemaChecker
{
public:
    SchemaChecker(const Schema &schema, const QHash<QString, QString> &takenKeys) : m_schema(schema), m_takenKeys(takenKeys) { }

    QList<SchemaProblem> run()
    {
        if (m_schema.name.trimmed().isEmpty())
            error(QStringLiteral("name"), Words::tr("The schema needs a name."));
        if (m_schema.labels.isEmpty())
            error(QStringLiteral("labels"), Words::tr("The schema has no labels."));
        checkLabels();
        checkFrames();
        checkColours();
        return m_problems;
    }

private:
    void tell(Severity severity, const QString &place, const QString &message) { m_problems.append({severity, place, message}); }
    void error(const QString &place, const QString &message) { tell(Severity::Error, place, message); }

    void checkName(QSet<QString> &seen, const QString &name, const QString &place)
    {
        if (name.trimmed().isEmpty())
            error(place, Words::tr("A name is missing."));
        else if (name != name.trimmed() || std::any_of(name.begin(), name.end(), [](QChar c) { return !c.isPrint(); }))
            error(place, Words::tr("The name \u201C%1\u201D has blanks at its ends or signs that cannot be seen.").arg(name));
        else if (seen.contains(name))
            error(place, Words::tr("The name \u201C%1\u201D is given twice.").arg(name));
        seen.insert(name);
    }

    void checkKey(const QString &key, const QString &owner, const QString &place)
    {
        const QString upper = key.toUpper();
        if (key.isEmpty())
            return;
        if (key.size() > 1 || !key[0].isPrint() || key[0].isSpace())
            error(place, Words::tr("The key \u201C%1\u201D is not one sign that can be typed.").arg(key));
        else if (m_keys.contains(upper))
            error(place, Words::tr("The key %1 is that of %2 already.").arg(upper, m_keys.value(upper)));
        else if (m_takenKeys.contains(upper))
            error(place, Words::tr("The key %1 belongs to the program: %2.").arg(upper, m_takenKeys.value(upper)));
        m_keys.insert(upper, owner);
    }

    void checkLabels()
    {
        QSet<QString> names;
        QSet<QString> titles;
        for (qsizetype i = 0; i < m_schema.labels.size(); ++i) {
            const Label &label = m_schema.labels[i];
            const QString place = QStringLiteral("labels/%1/").arg(i);
            checkName(names, label.name, place + QStringLiteral("name"));
            if (label.title.trimmed().isEmpty())
                error(place + QStringLiteral("title"), Words::tr("A title is missing: it is what people read."));
            else if (titles.contains(label.title))
                tell(Severity::Warning, place + QStringLiteral("title"), Words::tr("Two labels are shown as \u201C%1\u201D.").arg(label.title));
            titles.insert(label.title);
            checkKey(label.key, label.title, place + QStringLiteral("key"));
            if (label.guideline.trimmed().isEmpty())
                tell(Severity::Note, place + QStringLiteral("guideline"), Words::tr("%1 has no guideline: say what it is for, with an example.").arg(label.title));
            checkAttributes(label, place);
        }
    }

    void checkAttributes(const Label &label, const QString &labelPlace)
    {
        QSet<QString> names;
        for (qsizetype i = 0; i < label.attributes.size(); ++i) {
            const QString place = labelPlace + QStringLiteral("attributes/%1/").arg(i);
            checkName(names, label.attributes[i].name, place + QStringLiteral("name"));
            QSet<QString> values;
            for (const QString &value : label.attributes[i].values) {
                if (value.trimmed().isEmpty())
                    error(place + QStringLiteral("values"), Words::tr("A value is empty."));
                else if (values.contains(value))
                    error(place + QStringLiteral("values"), Words::tr("The value \u201C%1\u201D is given twice.").arg(value));
                values.insert(value);
            }
        }
    }

    void checkFrames()
    {
        QSet<QString> names;
        for (qsizetype i = 0; i < m_schema.frameTypes.size(); ++i) {
            const FrameType &frame = m_schema.frameTypes[i];
            const QString place = QStringLiteral("frames/%1/").arg(i);
            checkName(names, frame.name, place + QStringLiteral("name"));
            if (frame.title.trimmed().isEmpty())
                error(place + QStringLiteral("title"), Words::tr("A title is missing: it is what people read."));
            checkKey(frame.key, frame.title, place + QStringLiteral("key"));
            if (frame.roles.isEmpty())
                error(place + QStringLiteral("roles"), Words::tr("%1 has no roles.").arg(frame.title));
            QSet<QString> roleNames;
            for (qsizetype j = 0; j < frame.roles.size(); ++j) {
                const QString rolePlace = place + QStringLiteral("roles/%1/").arg(j);
                checkName(roleNames, frame.roles[j].name, rolePlace + QStringLiteral("name"));
                checkRole(frame.roles[j], rolePlace + QStringLiteral("labels"));
            }
        }
    }

    void checkRole(const Role &role, const QString &place)
    {
        if (role.labels.isEmpty())
            error(place, Words::tr("The role %1 takes no label.").arg(role.title));
        QSet<QString> labels;
        for (const QString &name : role.labels) {
            // Roles take spans, never frames: that is why frames cannot contain each other and no schema has a cycle.
            if (!m_schema.label(name) && m_schema.frameType(name))
                error(place, Words::tr("The role %1 takes \u201C%2\u201D, which is no label but a relation. Roles take spans with labels only, so that no relation can contain itself.").arg(role.title, name));
            else if (!m_schema.label(name))
                error(place, Words::tr("The role %1 takes an unknown label \u201C%2\u201D.").arg(role.title, name));
            else if (labels.contains(name))
                error(place, Words::tr("The role %1 takes \u201C%2\u201D twice.").arg(role.title, name));
            labels.insert(name);
        }
    }

    void checkColours()
    {
        for (const Background &background : backgrounds) {
            QList<std::optional<Rgb>> colours;
            for (qsizetype i = 0; i < m_schema.labels.size(); ++i) {
                const Label &label = m_schema.labels[i];
                const QString text = background.dark ? label.darkColour : label.colour;
                const QString place = QStringLiteral("labels/%1/%2").arg(i).arg(background.dark ? QStringLiteral("darkColour") : QStringLiteral("colour"));
                colours.append(rgbFromHex(text));
                if (!colours.constLast()) {
                    error(place, Words::tr("\u201C%1\u201D is not a colour; write it as #rrggbb.").arg(text));
                    continue;
                }
                const double contrast = contrastRatio(*colours.constLast(), background.colour);
                if (contrast < leastMarkContrast) {
                    tell(Severity::Warning, place,
                         (background.dark ? Words::tr("%1 is hard to see on dark: its contrast is %2 to 1, 3 is the least.")
                                          : Words::tr("%1 is hard to see on light: its contrast is %2 to 1, 3 is the least."))
                             .arg(label.title, QString::number(contrast, 'f', 1)));
                }
            }
            comparePairs(colours, background.dark);
        }
    }

    void comparePairs(const QList<std::optional<Rgb>> &colours, bool dark)
    {
        for (qsizetype i = 0; i < colours.size(); ++i) {
            for (qsizetype j = i + 1; j < colours.size(); ++j) {
                if (colours[i] && colours[j])
                    comparePair(i, *colours[i], j, *colours[j], dark);
            }
        }
    }

    void comparePair(qsizetype i, const Rgb &one, qsizetype j, const Rgb &other, bool dark)
    {
        const bool sameMark = m_schema.labels[i].mark == m_schema.labels[j].mark;
        QStringList readers;
        double least = 0;
        for (const Vision vision : {Vision::Full, Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia, Vision::Achromatopsia}) {
            // Without colours every palette fails: there the marks alone must do.
            if (vision == Vision::Achromatopsia && !sameMark)
                continue;
            const double distance = difference(labOf(asSeen(one, vision)), labOf(asSeen(other, vision)));
            if (distance >= leastDifference)
                continue;
            least = readers.isEmpty() ? distance : std::min(least, distance);
            readers.append(nameOf(vision));
            if (vision == Vision::Full)
                break; // alike for all
        }
        if (readers.isEmpty())
            return;
        const QString &first = m_schema.labels[i].title;
        const QString &second = m_schema.labels[j].title;
        const QString figure = QString::number(least, 'f', 1);
        const QString place = QStringLiteral("labels/%1/%2").arg(j).arg(dark ? QStringLiteral("darkColour") : QStringLiteral("colour"));
        const QString where = dark ? Words::tr("on dark") : Words::tr("on light");
        const QString who = readers.join(QStringLiteral(", "));
        if (sameMark) {
            tell(Severity::Warning, place,
                 Words::tr("%1 and %2 have the same mark, and %3 the colours look alike to readers with %4 (difference %5, 10 is the least). Give one another mark or colour.")
                     .arg(first, second, where, who, figure));
        } else {
            tell(Severity::Note, place,
                 Words::tr("%1 and %2 look alike %3 to readers with %4 (difference %5, 10 is the least): only their marks tell them apart.")
                     .arg(first, second, where, who, figure));
        }
    }

    const Schema &m_schema;
    const QHash<QString, QString> &m_takenKeys;
    QHash<QString, QString> m_keys; // by key, whose it is
    QList<SchemaProblem> m_problems;
};

} // namespace

QList<SchemaProblem> schemaProblems(const Schema &schema, const QHash<QString, QString> &takenKeys)
{
    return SchemaChecker(schema, takenKeys).run();
}

bool isUsable(const QList<SchemaProblem> &problems)
{
    return std::none_of(problems.begin(), problems.end(), [](const SchemaProblem &problem) { return problem.severity == Severity::Error; });
}

} // namespace Quoth::Annotation
