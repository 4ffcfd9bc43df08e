// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bratexporter.h"
#include "bratnames.h"

#include <QSet>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

QString argumentsOf(const FrameType &frame)
{
    QStringList arguments;
    for (const Role &role : frame.roles) {
        QStringList labels;
        for (const QString &label : role.labels)
            labels.append(bratName(label));
        arguments.append(bratRole(role.name) + (role.required ? u'+' : u'*') + u':' + labels.join(u'|'));
    }
    return arguments.join(QStringLiteral(", "));
}

} // namespace

QByteArray bratConfiguration(const Schema &schema, QStringList furtherLabels, QStringList furtherEvents)
{
    QString entities;
    QString events;
    QString attributes;
    for (const Label &label : schema.labels) {
        const QString name = bratName(label.name);
        furtherLabels.removeAll(name);
        entities += name + u'\n';
        for (const AttributeType &type : label.attributes) {
            if (!type.values.isEmpty() && type.name == bratName(type.name))
                attributes += QStringLiteral("%1\tArg:%2, Value:%3\n").arg(type.name, name, type.values.join(u'|'));
        }
    }
    for (const FrameType &frame : schema.frameTypes) {
        const QString name = bratName(frame.name);
        furtherEvents.removeAll(name);
        events += name + u'\t' + argumentsOf(frame) + u'\n';
    }
    furtherLabels.sort();
    for (const QString &label : std::as_const(furtherLabels))
        entities += label + u'\n';
    furtherEvents.sort();
    for (const QString &event : std::as_const(furtherEvents))
        events += event + QStringLiteral("\tSource*:<ENTITY>, Cue*:<ENTITY>, Content*:<ENTITY>\n");
    return QStringLiteral("[entities]\n%1\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n"
                          "[events]\n%2\n[attributes]\n%3\tArg:<EVENT>, Value:direct|indirect|mixed\n"
                          "%4\tArg:<ANY>, Value:suggested|rejected\n%5")
        .arg(entities, events, bratKind, bratState, attributes)
        .toUtf8();
}

} // namespace Quoth::Exchange
