// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schema.h>

namespace Quoth::Windows {

/// The schema as it is shown: what comes from a built-in schema in the language of the interface, what somebody wrote as it is. Names, by
/// which annotations and files refer to it, stay.
Annotation::Schema inInterfaceLanguage(const Annotation::Schema &schema);
/// A text of a built-in schema, such as a value of an attribute, in the language of the interface.
QString inInterfaceLanguage(const QString &text);

} // namespace Quoth::Windows
