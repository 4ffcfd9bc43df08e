// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schematexts.h"

#include <QCoreApplication>

namespace Quoth::Windows {

// packaging/update-translations gathers the texts of resources/schemas in this context.
QString inInterfaceLanguage(const QString &text)
{
    return text.isEmpty() ? text : QCoreApplication::translate("Quoth::Schema", text.toUtf8().constData());
}

Annotation::Schema inInterfaceLanguage(const Annotation::Schema &schema)
{
    const auto translate = [](QString &text) { text = inInterfaceLanguage(text); };
    Annotation::Schema shown = schema;
    translate(shown.title);
    for (Annotation::Label &label : shown.labels) {
        translate(label.title);
        translate(label.guideline);
        for (Annotation::AttributeType &attribute : label.attributes)
            translate(attribute.title);
    }
    for (Annotation::FrameType &type : shown.frameTypes) {
        translate(type.title);
        translate(type.guideline);
        for (Annotation::Role &role : type.roles)
            translate(role.title);
    }
    return shown;
}

} // namespace Quoth::Windows
