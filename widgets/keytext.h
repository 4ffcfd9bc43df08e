// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QRegularExpression>
#include <QString>

namespace Quoth::Widgets {

/// A key as people call it: Qt knows the large one as Return, and only that of the number pad as Enter.
inline QString keyName(const QKeySequence &key)
{
    if (key.count() == 1 && key[0].key() == Qt::Key_Return)
        return QKeySequence(QKeyCombination(key[0].keyboardModifiers(), Qt::Key_Enter)).toString(QKeySequence::NativeText);
    return key.toString(QKeySequence::NativeText);
}

/// The text of a menu entry or label without what marks its key: an "&", or where a language has no letters for keys, "(&N)" behind it.
inline QString withoutMnemonic(QString text)
{
    static const QRegularExpression behind(QStringLiteral("\\s*\\(&\\w\\)"));
    return text.remove(behind).remove(u'&');
}

} // namespace Quoth::Widgets
